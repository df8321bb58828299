//! Attendance events: one record of a system about one student on one date.

use super::AttendanceCode;
use crate::{Fraction, SchoolId, StudentId, calendar::MAX_DAY_MINUTES};
use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

/// How much of the day an event speaks of.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
#[non_exhaustive]
pub enum Extent {
    /// The whole day.
    WholeDay,
    /// An exact part of the day (Ed-Fi `EventDuration`): parts of one day add up.
    Part(Fraction),
    /// Minutes of the day (Ed-Fi `SchoolAttendanceDuration`): the calendar says how long the day is.
    Minutes(u16),
    /// The first of two sessions (England's AM).
    Morning,
    /// The second of two sessions (England's PM).
    Afternoon,
    /// One of the day's class periods or sections, by its own name; the parts are equal unless minutes are
    /// known, and are rolled up to the day when the roll is closed.
    Section {
        /// The section's name, unique within the day.
        section: Box<str>,
        /// How many sections the student's day has. A full roll may leave it out: then the day has as many as
        /// were recorded.
        of: Option<u8>,
    },
}

/// One record about one student at one school on one date (Ed-Fi `StudentSchoolAttendanceEvent`,
/// `StudentSectionAttendanceEvent`).
///
/// ```
/// use homeroom::{AttendanceCode, AttendanceEvent, AttendanceStatus, EventError, Extent, SchoolId, StudentId};
/// use chrono::NaiveDate;
/// let date = NaiveDate::from_ymd_opt(2022, 1, 3).unwrap();
/// let absent = AttendanceCode::new(AttendanceStatus::UnexcusedAbsence);
/// let event = AttendanceEvent::new(StudentId::new("s1")?, SchoolId::new("A")?, date, absent);
/// assert!(event.clone().extent(Extent::Minutes(125)).is_ok());
/// assert_eq!(event.extent(Extent::Minutes(1441)), Err(EventError::MinutesOutOfRange));
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(try_from = "RawEvent")]
pub struct AttendanceEvent {
    student: StudentId,
    school: SchoolId,
    date: NaiveDate,
    code: AttendanceCode,
    extent: Extent,
}

#[derive(Deserialize)]
struct RawEvent {
    student: StudentId,
    school: SchoolId,
    date: NaiveDate,
    code: AttendanceCode,
    extent: Extent,
}

impl TryFrom<RawEvent> for AttendanceEvent {
    type Error = EventError;

    fn try_from(raw: RawEvent) -> Result<Self, EventError> {
        Self::new(raw.student, raw.school, raw.date, raw.code).extent(raw.extent)
    }
}

/// Why a record is not an attendance event.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
#[non_exhaustive]
pub enum EventError {
    /// A part of the day above 1.
    #[error("an event covers more than the whole day")]
    PartOutOfRange,
    /// More minutes than a day has.
    #[error("an event has more than {MAX_DAY_MINUTES} minutes")]
    MinutesOutOfRange,
    /// A section of a day that is said to have none, or more than 48.
    #[error("a day has between 1 and 48 sections")]
    SectionsOutOfRange,
}

impl Extent {
    /// Checks that the extent is one a day can have.
    ///
    /// # Errors
    /// [`EventError`] naming what is out of range.
    pub fn check(&self) -> Result<(), EventError> {
        match self {
            Self::Part(part) if *part > Fraction::ONE => Err(EventError::PartOutOfRange),
            Self::Minutes(minutes) if *minutes > MAX_DAY_MINUTES => Err(EventError::MinutesOutOfRange),
            Self::Section { of: Some(of), .. } if !(1..=48).contains(of) => {
                Err(EventError::SectionsOutOfRange)
            }
            _ => Ok(()),
        }
    }
}

impl AttendanceEvent {
    /// An event that speaks of the whole day.
    pub fn new(student: StudentId, school: SchoolId, date: NaiveDate, code: AttendanceCode) -> Self {
        Self { student, school, date, code, extent: Extent::WholeDay }
    }

    /// The same event about a part of the day.
    ///
    /// # Errors
    /// [`EventError`] naming what is out of range.
    pub fn extent(mut self, extent: Extent) -> Result<Self, EventError> {
        extent.check()?;
        self.extent = extent;
        Ok(self)
    }

    /// The student.
    pub fn student(&self) -> &StudentId {
        &self.student
    }
    /// The school that recorded it.
    pub fn school(&self) -> &SchoolId {
        &self.school
    }
    /// The date.
    pub fn date(&self) -> NaiveDate {
        self.date
    }
    /// The code in the model's terms.
    pub fn code(&self) -> AttendanceCode {
        self.code
    }
    /// How much of the day it speaks of.
    pub fn part(&self) -> &Extent {
        &self.extent
    }
}
