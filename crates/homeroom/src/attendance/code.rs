//! Attendance codes in the model's terms: a CEDS status and, where known, an NCES category.

use crate::terms::terms;
use serde::{Deserialize, Serialize};

terms! {
    /// What a code says of a student on a day (CEDS Attendance Status 000076), with three states that CEDS
    /// lacks and systems need: an absence whose excusal is not known, a student who is not expected, and an
    /// explicit "attendance not taken".
    ///
    /// The order is that of certainty in a conflict: see `ConflictRule::Certainty`.
    pub enum AttendanceStatus {
        NotRecorded = "not_recorded" #[doc = "The system says that attendance was not taken."],
        NotExpected = "not_expected" #[doc = "Not expected that day: the day leaves membership (Vermont SNE, England X, Y)."],
        Present = "present" #[doc = "Present."],
        Absence = "absence" #[doc = "Absent; whether excused is not known."],
        UnexcusedAbsence = "unexcused_absence" #[doc = "Absent without acceptable cause or authorization."],
        ExcusedAbsence = "excused_absence" #[doc = "Absent for an accepted cause."],
        EarlyDeparture = "early_departure" #[doc = "Present, and left before the end."],
        Tardy = "tardy" #[doc = "Absent at the start, and came before the end."],
    }
}

impl AttendanceStatus {
    /// Whether the status is one of absence, of any excusal.
    pub const fn is_absence(self) -> bool {
        matches!(self, Self::Absence | Self::ExcusedAbsence | Self::UnexcusedAbsence)
    }
}

terms! {
    /// How the day is spent (NCES Forum 2009-804, CEDS 000599 and 000600; 1F is Rhode Island's addition).
    pub enum AttendanceCategory {
        InSchool = "in_school" #[doc = "1A: in school, regular program."],
        NontraditionalSetting = "nontraditional_setting" #[doc = "1B: hospital, homebound or another setting."],
        DisciplinaryWithInstruction = "disciplinary_with_instruction" #[doc = "1C: discipline, receiving instruction (usually in-school suspension)."],
        OutOfSchoolActivity = "out_of_school_activity" #[doc = "1D: regular program activity elsewhere (field trip, work-study)."],
        ExtracurricularActivity = "extracurricular_activity" #[doc = "1E: approved extra- or co-curricular activity."],
        RemoteLearning = "remote_learning" #[doc = "1F: distance learning provided by the school."],
        NoninstructionalActivity = "noninstructional_activity" #[doc = "2A: noninstructional activity recognised by state or school."],
        ReligiousObservation = "religious_observation" #[doc = "2B: religious observation."],
        IllnessOrHealth = "illness_or_health" #[doc = "2C: illness, injury, health treatment or examination."],
        FamilyEmergency = "family_emergency" #[doc = "2D: family emergency or bereavement."],
        DisciplinaryWithoutInstruction = "disciplinary_without_instruction" #[doc = "2E: discipline, not receiving instruction (usually out-of-school suspension)."],
        LegalOrJudicial = "legal_or_judicial" #[doc = "2F: legal or judicial requirement."],
        FamilyActivity = "family_activity" #[doc = "2G: family activity (vacation, deployment)."],
        StudentEmployment = "student_employment" #[doc = "2H: student employment."],
        TransportationNotAvailable = "transportation_not_available" #[doc = "2I: transportation not available."],
        Skipping = "skipping" #[doc = "2J: student is skipping school."],
        SituationUnknown = "situation_unknown" #[doc = "2K: situation unknown."],
        ExtendedMedical = "extended_medical" #[doc = "A long medical absence under its own rule (New York)."],
        IndependentStudy = "independent_study" #[doc = "Independent study that earns attendance (California)."],
        IndependentStudyNotEarned = "independent_study_not_earned" #[doc = "Independent study that earns no attendance (California)."],
    }
}

impl AttendanceCategory {
    /// Whether the category is an activity of the school elsewhere (NCES 1D, 1E): no absence, however the
    /// system codes it.
    pub const fn is_school_activity(self) -> bool {
        matches!(self, Self::OutOfSchoolActivity | Self::ExtracurricularActivity)
    }
}

/// A system's code in the model's terms.
///
/// ```
/// use homeroom::{AttendanceCategory, AttendanceCode, AttendanceStatus};
/// let suspended = AttendanceCode::new(AttendanceStatus::ExcusedAbsence)
///     .in_category(AttendanceCategory::DisciplinaryWithoutInstruction);
/// assert!(suspended.status().is_absence());
/// ```
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct AttendanceCode {
    status: AttendanceStatus,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    category: Option<AttendanceCategory>,
}

impl AttendanceCode {
    /// Plainly present.
    pub const PRESENT: Self = Self::new(AttendanceStatus::Present);

    /// A code of a status, its category not known.
    pub const fn new(status: AttendanceStatus) -> Self {
        Self { status, category: None }
    }

    /// The same code in a category.
    #[must_use]
    pub const fn in_category(mut self, category: AttendanceCategory) -> Self {
        self.category = Some(category);
        self
    }

    /// The status.
    pub const fn status(self) -> AttendanceStatus {
        self.status
    }

    /// The category, where it is known.
    pub const fn category(self) -> Option<AttendanceCategory> {
        self.category
    }
}
