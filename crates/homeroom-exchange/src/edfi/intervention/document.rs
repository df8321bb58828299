//! An interchange of interventions as a list of records, in the order of the file.

use homeroom::{
    CohortId, EducationOrganizationId, StudentId,
    mentoring::{
        Confidential, EducationContent, Intervention, InterventionDosage, InterventionEffectiveness,
        InterventionPrescription, InterventionReference, InterventionStatus, InterventionStudy,
        PrescriptionAvailability, StatusError, StudentIntervention,
    },
};
use std::fmt;

/// The records of an Ed-Fi `InterchangeStudentIntervention`, in their order.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct InterventionDocument {
    /// The records.
    pub records: Vec<InterventionRecord>,
    pub(super) root: Root,
}

/// What stands on the root element: it is written as it was read.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Root {
    /// The prefix of every element, with its colon; mostly empty.
    pub(super) prefix: Box<str>,
    pub(super) attributes: Vec<(Box<str>, Box<str>)>,
}

impl Default for Root {
    fn default() -> Self {
        Self { prefix: "".into(), attributes: vec![("xmlns".into(), "http://ed-fi.org/5.2.0".into())] }
    }
}

impl InterventionDocument {
    /// A document of records, in the namespace of data standard 5.2.
    pub fn new(records: Vec<InterventionRecord>) -> Self {
        Self { records, root: Root::default() }
    }
}

/// A record of the interchange.
#[derive(Debug, Clone, PartialEq, Eq)]
#[non_exhaustive]
pub enum InterventionRecord {
    /// Published content.
    EducationContent(EducationContent),
    /// An intervention as it is published.
    InterventionPrescription(InterventionPrescription),
    /// An intervention as it is carried out.
    Intervention(Intervention),
    /// A study of an intervention.
    InterventionStudy(InterventionStudy),
    /// An intervention for a student.
    StudentInterventionAssociation(StudentInterventionAssociation),
    /// When a prescription is open to an organisation.
    PrescriptionAvailability(PrescriptionAvailability),
}

/// Why a student has an intervention, in free text. Its `Debug` hides it, it has no `Display` and no
/// `Serialize`; the one way out is [`write_interventions`](crate::write_interventions), which gives the file
/// back to whom it belongs. Into the core it goes as [`Confidential`], which does not come back.
#[derive(Clone, PartialEq, Eq)]
pub struct DiagnosticStatement(Box<str>);

impl DiagnosticStatement {
    /// Takes a text into keeping.
    pub fn new(text: impl AsRef<str>) -> Self {
        Self(text.as_ref().into())
    }

    pub(super) fn text(&self) -> &str {
        &self.0
    }
}

impl fmt::Debug for DiagnosticStatement {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("[confidential]")
    }
}

impl From<DiagnosticStatement> for Confidential {
    fn from(statement: DiagnosticStatement) -> Self {
        Self::new(statement.0)
    }
}

/// A cohort of students by its identifier and organisation.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct CohortReference {
    /// The cohort.
    pub id: CohortId,
    /// The organisation that answers for it.
    pub organization: EducationOrganizationId,
}

/// An intervention for a student as Ed-Fi has it (`StudentInterventionAssociation`): without a date or status.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct StudentInterventionAssociation {
    /// The student.
    pub student: StudentId,
    /// The intervention.
    pub intervention: InterventionReference,
    /// The cohort for whose sake the student has it.
    pub cohort: Option<CohortReference>,
    /// What came of it.
    pub effectiveness: Vec<InterventionEffectiveness>,
    /// Why the student has it.
    pub diagnostic_statement: Option<DiagnosticStatement>,
    /// How many minutes the student is to have.
    pub dosage: Option<InterventionDosage>,
}

impl StudentInterventionAssociation {
    /// An intervention for a student of which nothing more is known.
    pub fn new(student: StudentId, intervention: InterventionReference) -> Self {
        let (cohort, effectiveness, diagnostic_statement, dosage) = (None, Vec::new(), None, None);
        Self { student, intervention, cohort, effectiveness, diagnostic_statement, dosage }
    }

    /// The record of the core in Ed-Fi's form. Ed-Fi has no place for its tier and statuses, and its statement
    /// stays where it is: what is [`Confidential`] does not come out again.
    pub fn of(record: &StudentIntervention, organization: EducationOrganizationId) -> Self {
        let intervention = InterventionReference { id: record.intervention.clone(), organization };
        Self { dosage: record.dosage, ..Self::new(record.student.clone(), intervention) }
    }

    /// The record for the core. Ed-Fi says neither since when the student has the intervention nor how it stands,
    /// so the caller says both; the core has no place for the organisation, cohort and effectiveness.
    ///
    /// # Errors
    /// [`StatusError::Opening`] where a history does not open with the status.
    pub fn into_student_intervention(
        self,
        status: InterventionStatus,
        begin: chrono::NaiveDate,
    ) -> Result<StudentIntervention, StatusError> {
        let mut record = StudentIntervention::new(self.student, self.intervention.id, status, begin)?;
        record.dosage = self.dosage;
        record.diagnostic_statement = self.diagnostic_statement.map(Confidential::from);
        Ok(record)
    }
}
