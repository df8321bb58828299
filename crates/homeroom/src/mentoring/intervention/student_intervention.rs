//! An intervention for a student.

use super::{InterventionDosage, InterventionStatus, StatusError, StatusHistory};
use crate::{
    InterventionId, StudentId,
    mentoring::{Confidential, Tier},
};
use chrono::NaiveDate;
use serde::Deserialize;

/// An intervention for a student, from the day it was proposed or planned. Which changes of status are legal
/// says [`InterventionStatus::TRANSITIONS`]; a record with another history is not read.
///
/// ```
/// use homeroom::{InterventionId, StudentId, mentoring::{InterventionStatus::*, StudentIntervention}};
/// use chrono::NaiveDate;
/// let day = |d| NaiveDate::from_ymd_opt(2025, 9, d).unwrap();
/// let (student, rides) = (StudentId::new("s1")?, InterventionId::new("rides")?);
/// let mut rides = StudentIntervention::new(student, rides, Planned, day(1))?;
/// rides.advance(Active, day(8))?;
/// assert_eq!(rides.status_on(day(7)), Some(Planned));
/// assert!(rides.advance(Planned, day(9)).is_err());
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct StudentIntervention {
    /// The student.
    pub student: StudentId,
    /// The intervention.
    pub intervention: InterventionId,
    /// The tier for this student, where it is not the intervention's own.
    #[serde(default)]
    pub tier: Option<Tier>,
    /// How many minutes the student is to have.
    #[serde(default)]
    pub dosage: Option<InterventionDosage>,
    /// Why the student has it (Ed-Fi `DiagnosticStatement`).
    #[serde(default)]
    pub diagnostic_statement: Option<Confidential>,
    history: StatusHistory,
}

impl StudentIntervention {
    /// An intervention for a student from a date on, with the status that it has then.
    ///
    /// # Errors
    /// [`StatusError::Opening`] where a history does not open with the status.
    pub fn new(
        student: StudentId,
        intervention: InterventionId,
        status: InterventionStatus,
        begin: NaiveDate,
    ) -> Result<Self, StatusError> {
        let history = StatusHistory::new(status, begin)?;
        Ok(Self { student, intervention, tier: None, dosage: None, diagnostic_statement: None, history })
    }

    /// Changes the status from a date on.
    ///
    /// # Errors
    /// [`StatusError`] where the change is not legal; the record stays as it was.
    pub fn advance(&mut self, status: InterventionStatus, date: NaiveDate) -> Result<(), StatusError> {
        self.history.advance(status, date)
    }

    /// The date of its first status.
    pub fn begin(&self) -> NaiveDate {
        self.history.first().date
    }

    /// The last status.
    pub fn status(&self) -> InterventionStatus {
        self.history.last().status
    }

    /// The status at the end of a date; none before [`begin`](Self::begin).
    pub fn status_on(&self, date: NaiveDate) -> Option<InterventionStatus> {
        self.history.on(date)
    }

    /// Every status so far.
    pub const fn history(&self) -> &StatusHistory {
        &self.history
    }
}

/// One line of a student's history: from a date on, the intervention has a status.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct InterventionStatusRecord {
    /// The student.
    pub student: StudentId,
    /// The intervention.
    pub intervention: InterventionId,
    /// The first date on which the status stands.
    pub date: NaiveDate,
    /// The status.
    pub status: InterventionStatus,
}
