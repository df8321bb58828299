//! Columns of records, as they come in.

use crate::Problem;
use chrono::NaiveDate;
use homeroom::{CodeTable, Finding, FindingCode, Place};
use std::sync::Arc;

/// The index of a text that is missing.
pub const NO_TEXT: u32 = u32::MAX;
/// A date that is missing.
pub const NO_DATE: i32 = i32::MIN;

/// A column of texts: for each row an index into the different values, or [`NO_TEXT`].
#[derive(Debug, Clone, Copy, Default)]
pub struct TextColumn<'a> {
    /// The indices.
    pub codes: &'a [u32],
    /// The different values.
    pub values: &'a [&'a str],
}

/// Columns of records of one school year. What is not given as columns may be given as
/// [`Records`](crate::Records).
#[derive(Debug, Clone, Copy, Default)]
pub struct RegisterColumns<'a> {
    /// The attendance events.
    pub events: Option<EventColumns<'a>>,
    /// The enrolments.
    pub enrollments: Option<EnrollmentColumns<'a>>,
    /// The dates of the schools' calendars.
    pub calendar: Option<CalendarColumns<'a>>,
    /// The dates on which schools took attendance.
    pub attendance_taken: Option<TakenColumns<'a>>,
}

/// Attendance events.
#[derive(Debug, Clone, Copy)]
pub struct EventColumns<'a> {
    /// The student.
    pub student: TextColumn<'a>,
    /// The school.
    pub school: TextColumn<'a>,
    /// The date.
    pub date: &'a [i32],
    /// What the event says.
    pub meaning: EventMeaning<'a>,
    /// The part of the day, as an exact fraction (`1/2`, `0.5`); it goes before a code's own. The whole day, or what the code
    /// says, where it is missing.
    pub part: Option<TextColumn<'a>>,
}

/// What events say.
#[derive(Debug, Clone, Copy)]
pub enum EventMeaning<'a> {
    /// A system's codes, and what they mean.
    Codes {
        /// The code.
        code: TextColumn<'a>,
        /// The meanings; a code outside the table is a finding, never presence.
        table: &'a CodeTable,
    },
    /// The model's own terms.
    Terms {
        /// The status.
        status: TextColumn<'a>,
        /// The category.
        category: Option<TextColumn<'a>>,
    },
}

/// Enrolments.
#[derive(Debug, Clone, Copy, Default)]
pub struct EnrollmentColumns<'a> {
    /// The student.
    pub student: TextColumn<'a>,
    /// The school.
    pub school: TextColumn<'a>,
    /// The first date; the school's first instructional day where it is missing.
    pub entry: Option<&'a [i32]>,
    /// The exit date; open where it is missing.
    pub exit: Option<&'a [i32]>,
    /// How the exit date is meant: `inclusive` (also where it is missing) or `exclusive`.
    pub exit_day: Option<TextColumn<'a>>,
    /// The grade level.
    pub grade: Option<TextColumn<'a>>,
    /// The share of full-time membership as an exact fraction; 1 where it is missing.
    pub share: Option<TextColumn<'a>>,
    /// Whether this is the student's primary school; it is where that is missing.
    pub primary: Option<&'a [Option<bool>]>,
}

/// The dates of the schools' calendars.
#[derive(Debug, Clone, Copy, Default)]
pub struct CalendarColumns<'a> {
    /// The school.
    pub school: TextColumn<'a>,
    /// The date.
    pub date: &'a [i32],
    /// What happens; an instructional day where it is missing.
    pub event: Option<TextColumn<'a>>,
    /// The day's own length in minutes.
    pub minutes: Option<&'a [Option<u32>]>,
    /// Grades that stay home, separated by `;`.
    pub closed_grades: Option<TextColumn<'a>>,
}

/// The dates on which schools took attendance.
#[derive(Debug, Clone, Copy, Default)]
pub struct TakenColumns<'a> {
    /// The school.
    pub school: TextColumn<'a>,
    /// The date.
    pub date: &'a [i32],
}

impl<'a> TextColumn<'a> {
    /// The text of a row.
    pub(super) fn get(&self, row: usize) -> Option<&'a str> {
        let code = self.codes.get(row)?;
        self.values.get(*code as usize).copied().filter(|_| *code != NO_TEXT)
    }

    /// Refuses a column of another length, and indices that have no value.
    pub(super) fn check(&self, field: &str, rows: usize) -> Result<(), Problem> {
        check_length(field, self.codes.len(), rows)?;
        let outside = |code: &u32| *code != NO_TEXT && *code as usize >= self.values.len();
        match self.codes.iter().position(outside) {
            None => Ok(()),
            Some(row) => {
                let message = format!("`{field}`: row {} has an index that has no value", row + 1);
                Err(Problem::column("index_without_value", field, message))
            }
        }
    }
}

/// Refuses a column of another length than the others of its table.
pub(super) fn check_length(field: &str, length: usize, rows: usize) -> Result<(), Problem> {
    if length == rows {
        return Ok(());
    }
    let message = format!("`{field}` has {length} rows where the other columns have {rows}");
    Err(Problem::column("column_length", field, message))
}

/// What is wrong with a row.
#[derive(Clone)]
pub(super) struct Fault {
    pub(super) code: FindingCode,
    pub(super) field: &'static str,
    pub(super) detail: Option<String>,
}

impl Fault {
    pub(super) fn new(code: FindingCode, field: &'static str) -> Self {
        Self { code, field, detail: None }
    }

    pub(super) fn detail(self, detail: impl Into<String>) -> Self {
        Self { detail: Some(detail.into()), ..self }
    }

    /// The finding at a row, counted from 0 here and from 1 in the finding.
    pub(super) fn at(self, file: Option<&Arc<str>>, row: usize) -> Finding {
        let place = Place { file: file.cloned(), row: Some(row as u64 + 1) };
        let finding = Finding::new(self.code, place).field(self.field);
        match self.detail {
            Some(detail) => finding.detail(detail),
            None => finding,
        }
    }
}

/// The text of a row that must have one.
pub(super) fn need<'a>(column: &TextColumn<'a>, row: usize, field: &'static str) -> Result<&'a str, Fault> {
    let text = column.get(row).filter(|text| !text.trim().is_empty());
    text.ok_or_else(|| Fault::new(FindingCode::MissingValue, field))
}

/// The text of a row, where there is one.
pub(super) fn optional<'a>(column: Option<&TextColumn<'a>>, row: usize) -> Option<&'a str> {
    column?.get(row).filter(|text| !text.trim().is_empty())
}

/// The date of a row, where there is one.
pub(super) fn date(days: &[i32], row: usize, field: &'static str) -> Result<Option<NaiveDate>, Fault> {
    match days.get(row) {
        None | Some(&NO_DATE) => Ok(None),
        Some(days) => {
            let date = NaiveDate::from_epoch_days(*days);
            date.map(Some).ok_or_else(|| Fault::new(FindingCode::InvalidDate, field))
        }
    }
}

/// The date of a row that must have one.
pub(super) fn need_date(days: &[i32], row: usize, field: &'static str) -> Result<NaiveDate, Fault> {
    date(days, row, field)?.ok_or_else(|| Fault::new(FindingCode::MissingValue, field))
}
