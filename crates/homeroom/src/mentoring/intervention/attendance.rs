//! Attendance at an intervention: what a check-in is in Ed-Fi.

use super::{AttendanceEventCategory, Descriptor, InterventionReference};
use crate::{
    StudentId,
    mentoring::{CheckIn, ContactMinutes, ContactOutcome},
};
use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

/// A part of a school day in hundredths, 0 to 100 (Ed-Fi `EventDuration`, 0.00 to 1.00).
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(try_from = "u8", into = "u8")]
pub struct EventDuration(u8);

/// Minutes of an intervention in one day, 0 to 1440 as in Ed-Fi.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(try_from = "u16", into = "u16")]
pub struct InterventionDuration(u16);

/// A number of minutes is more than a day has.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
#[error("an intervention takes at most 1440 minutes of a day")]
pub struct InvalidInterventionDuration;

impl InterventionDuration {
    /// So many minutes.
    ///
    /// # Errors
    /// [`InvalidInterventionDuration`] above 1440.
    pub fn minutes(minutes: u16) -> Result<Self, InvalidInterventionDuration> {
        (minutes <= 1440).then_some(Self(minutes)).ok_or(InvalidInterventionDuration)
    }

    /// The number of minutes.
    pub const fn get(self) -> u16 {
        self.0
    }
}

impl TryFrom<u16> for InterventionDuration {
    type Error = InvalidInterventionDuration;
    fn try_from(minutes: u16) -> Result<Self, InvalidInterventionDuration> {
        Self::minutes(minutes)
    }
}

impl From<InterventionDuration> for u16 {
    fn from(duration: InterventionDuration) -> u16 {
        duration.0
    }
}

impl From<ContactMinutes> for InterventionDuration {
    fn from(minutes: ContactMinutes) -> Self {
        Self(minutes.get())
    }
}

/// A number is not a part of a day.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
#[error("a part of a day has 0 to 100 hundredths")]
pub struct InvalidEventDuration;

impl EventDuration {
    /// So many hundredths of a day.
    ///
    /// # Errors
    /// [`InvalidEventDuration`] above 100.
    pub fn hundredths(hundredths: u8) -> Result<Self, InvalidEventDuration> {
        (hundredths <= 100).then_some(Self(hundredths)).ok_or(InvalidEventDuration)
    }

    /// The number of hundredths.
    pub const fn get(self) -> u8 {
        self.0
    }
}

impl TryFrom<u8> for EventDuration {
    type Error = InvalidEventDuration;
    fn try_from(hundredths: u8) -> Result<Self, InvalidEventDuration> {
        Self::hundredths(hundredths)
    }
}

impl From<EventDuration> for u8 {
    fn from(duration: EventDuration) -> u8 {
        duration.0
    }
}

/// Whether a student attended an intervention on a date (Ed-Fi `StudentInterventionAttendanceEvent`), without
/// reasons in free text.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct StudentInterventionAttendanceEvent {
    /// The student.
    pub student: StudentId,
    /// The intervention.
    pub intervention: InterventionReference,
    /// The date.
    pub date: NaiveDate,
    /// Whether the student attended.
    pub category: Descriptor<AttendanceEventCategory>,
    /// The part of the school day that it took, where that is said.
    #[serde(default)]
    pub event_duration: Option<EventDuration>,
    /// The minutes for which the student took part, where they are known.
    #[serde(default)]
    pub intervention_duration: Option<InterventionDuration>,
}

impl StudentInterventionAttendanceEvent {
    /// A check-in as attendance at the intervention that it belongs to.
    ///
    /// A check-in that took place is `In Attendance`, with its minutes where they were recorded. One that was
    /// only attempted is an absence from the intervention, not from school. Ed-Fi knows no absence of which it
    /// is not known whether it is excused, so the category says what the child did: `Unexcused Absence` where
    /// the student declined, else `Excused Absence`. What was shared, how the contact took place and the time of
    /// day have no place in the event.
    ///
    /// ```
    /// use homeroom::{EducationOrganizationId, InterventionId, MentorId, StudentId, mentoring::*};
    /// use chrono::NaiveDate;
    /// let monday = NaiveDate::from_ymd_opt(2025, 9, 8).unwrap();
    /// let mut check_in = CheckIn::new(StudentId::new("s1")?, MentorId::new("m1")?, monday, ContactOutcome::Met);
    /// check_in.minutes = Some(ContactMinutes::new(5)?);
    /// let (id, organization) = (InterventionId::new("mentors")?, EducationOrganizationId::new("255901001")?);
    /// let event = StudentInterventionAttendanceEvent::of(&check_in, InterventionReference { id, organization });
    /// assert_eq!(event.category.uri().code_value(), "In Attendance");
    /// assert_eq!(event.intervention_duration, Some(InterventionDuration::minutes(5)?));
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    pub fn of(check_in: &CheckIn, intervention: InterventionReference) -> Self {
        let category = match check_in.outcome {
            ContactOutcome::Met => AttendanceEventCategory::InAttendance,
            ContactOutcome::Declined => AttendanceEventCategory::UnexcusedAbsence,
            ContactOutcome::StudentAbsent
            | ContactOutcome::StudentUnavailable
            | ContactOutcome::NoAnswer
            | ContactOutcome::NotMet => AttendanceEventCategory::ExcusedAbsence,
        };
        Self {
            student: check_in.student.clone(),
            intervention,
            date: check_in.date,
            category: category.into(),
            event_duration: None,
            intervention_duration: check_in.minutes.filter(|_| check_in.outcome.is_met()).map(Into::into),
        }
    }
}
