//! The register, the roll book: one row of bits a student and school over the school days of a year.
//!
//! ```text
//! day            0 1 2 3 4 5 …            one bit a day, 64 days a word
//! membership     1 1 1 1 0 0              in session at the school, and enrolled
//! recorded       1 1 1 0 0 0              attendance is known
//! code plane 0   0 1 0 0 0 0  ┐
//! code plane 1   0 1 1 0 0 0  ┴ the bits of the day mark's number: here 0, 3, 2 (0 is plain presence)
//! ```
//!
//! A row is `2 + planes` runs of words side by side, so a measure reads one short stretch of memory.

mod amend;
mod bits;
mod build;
mod check;
mod day_mark;
mod equality;
mod id_column;
mod merge;
mod parts;
mod roll;
mod row;
mod rules;
mod school_days;
mod wire;

pub use amend::AmendError;
pub use bits::DaySet;
pub(crate) use bits::{count, fill, iter as bit_iter, keep_first, keep_last};
pub use build::{RegisterBuilder, RegisterError};
pub use day_mark::{DayMark, MAX_MARKS, PartsExceedDay, TooManyMarks};
pub use merge::MergeError;
pub use roll::{Disposition, EventColumns, EventRef, Roll, RollReport};
pub use row::Row;
pub(crate) use row::follow_student;
pub use rules::{ConflictRule, RollBasis, RollRules, TransferDay};
pub use school_days::{InvalidSchoolDays, SchoolDays};
pub use wire::{REGISTER_FORMAT, WireError};

use crate::{Calendar, Fraction, GradeLevel, SchoolId, SchoolYear};
use chrono::NaiveDate;
use day_mark::MarkTable;
use id_column::IdColumn;
use serde::{Deserialize, Serialize};

/// Of which student and school a row is, and how.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub struct RowKey {
    /// The student's index in the register.
    pub student: u32,
    /// The school's index in the register.
    pub school: u32,
    /// The grade level, where it is known.
    pub grade: Option<GradeLevel>,
    /// The share of full-time membership.
    pub share: Fraction,
    /// Whether this is the student's primary school.
    pub primary: bool,
}

/// A spell of membership as a row keeps it: first and last day, open where there is no last day.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
pub(crate) struct Spell {
    pub(crate) entry: NaiveDate,
    pub(crate) last_day: Option<NaiveDate>,
}

/// A school of a register.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct RegisterSchool {
    pub(crate) id: SchoolId,
    pub(crate) calendar: Calendar,
}

/// The roll book of one school year: who was in membership when, what was recorded, and with which mark.
///
/// It is built by a [`RegisterBuilder`], and asked under any policy as of any date without being read again.
/// Students are in the order of their identifiers; a student's rows stand together, the school that counts
/// first on a day of two schools before the others (primary, then larger share, then later entry, then
/// school identifier).
///
/// ```
/// use homeroom::*;
/// use chrono::NaiveDate;
/// let day = |d| NaiveDate::from_ymd_opt(2022, 1, d).unwrap();
/// let mut calendar = Calendar::with_default_length();
/// for d in 3..=7 { calendar.set(day(d), CalendarEvent::InstructionalDay); }
///
/// let mut builder = RegisterBuilder::new(SchoolYear::ending(2022)?);
/// builder.add_calendar(SchoolId::new("A")?, calendar);
/// builder.add_enrollment(Enrollment::new(StudentId::new("s1")?, SchoolId::new("A")?, day(3)), Place::default());
/// let mut roll = builder.open()?;
/// let absent = AttendanceCode::new(AttendanceStatus::UnexcusedAbsence);
/// roll.record(&EventRef { student: "s1", school: "A", date: day(4), code: absent, extent: &Extent::WholeDay },
///             Place::default());
/// let (register, report) = roll.close()?;
/// assert!(report.intake.balances());
/// assert_eq!(register.students(), 1);
/// assert_eq!(register.row(0).membership_days(), 5);
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
#[derive(Clone)]
pub struct Register {
    pub(crate) year: SchoolYear,
    pub(crate) rules: RollRules,
    pub(crate) days: SchoolDays,
    pub(crate) schools: Vec<RegisterSchool>,
    pub(crate) students: IdColumn,
    // Student `i` has the rows `student_rows[i]..student_rows[i + 1]`.
    pub(crate) student_rows: Vec<u32>,
    pub(crate) rows: Vec<RowKey>,
    // Row `r` has the spells `row_spells[r]..row_spells[r + 1]`.
    pub(crate) spells: Vec<Spell>,
    pub(crate) row_spells: Vec<u32>,
    pub(crate) marks: MarkTable,
    // Invariant: `planes` bits number every mark of `marks`.
    pub(crate) planes: usize,
    // Invariant: `bits.len() == rows.len() * (2 + planes) * words`.
    pub(crate) bits: Vec<u64>,
}

impl Register {
    /// The school year.
    pub fn year(&self) -> SchoolYear {
        self.year
    }

    /// The rules by which the roll was read.
    pub fn rules(&self) -> RollRules {
        self.rules
    }

    /// The school days: the axis of every row.
    pub fn school_days(&self) -> &SchoolDays {
        &self.days
    }

    /// The day marks that occur; a row holds their numbers.
    pub fn marks(&self) -> &[DayMark] {
        self.marks.marks()
    }

    /// The number of students.
    pub fn students(&self) -> usize {
        self.students.len()
    }

    /// A student's identifier.
    pub fn student_id(&self, student: usize) -> &str {
        self.students.get(student)
    }

    /// The identifiers of the students, in order.
    pub fn student_ids(&self) -> impl ExactSizeIterator<Item = &str> {
        self.students.iter()
    }

    /// The index of a student, where the register has one of that identifier.
    pub fn find_student(&self, id: &str) -> Option<usize> {
        self.students.find(id)
    }

    /// The rows of a student.
    pub fn rows_of(&self, student: usize) -> std::ops::Range<usize> {
        self.student_rows[student] as usize..self.student_rows[student + 1] as usize
    }

    /// The number of rows: one a student and school.
    pub fn row_count(&self) -> usize {
        self.rows.len()
    }

    /// Of which student and school a row is.
    pub fn key(&self, row: usize) -> &RowKey {
        &self.rows[row]
    }

    /// A row's bits.
    pub fn row(&self, row: usize) -> Row<'_> {
        let stride = self.stride();
        Row::new(&self.bits[row * stride..(row + 1) * stride], self.words(), self.planes)
    }

    /// The number of schools.
    pub fn schools(&self) -> usize {
        self.schools.len()
    }

    /// A school's identifier.
    pub fn school_id(&self, school: usize) -> &SchoolId {
        &self.schools[school].id
    }

    /// A school's calendar.
    pub fn calendar(&self, school: usize) -> &Calendar {
        &self.schools[school].calendar
    }

    /// The index of a school, where the register has one of that identifier.
    pub fn find_school(&self, id: &str) -> Option<usize> {
        self.schools.binary_search_by(|school| school.id.as_str().cmp(id)).ok()
    }

    /// The last date of which anything is known: on a full roll the last that is recorded for anyone, on a roll
    /// of exceptions the last with an exception. `None` where there is none.
    pub fn last_recorded_date(&self) -> Option<NaiveDate> {
        let words = self.words();
        let from = if self.rules.basis == RollBasis::FullRoll { 1 } else { 2 };
        let mut known = vec![0u64; words];
        for row in self.bits.chunks_exact(self.stride()) {
            for run in row.chunks_exact(words).skip(from) {
                known.iter_mut().zip(run).for_each(|(any, days)| *any |= days);
            }
        }
        bits::iter(&known).last().map(|day| self.days.dates()[day])
    }

    /// The bytes that the rows of bits take.
    pub fn bit_bytes(&self) -> usize {
        self.bits.len() * size_of::<u64>()
    }

    pub(crate) fn words(&self) -> usize {
        bits::words_for(self.days.len())
    }

    pub(crate) fn stride(&self) -> usize {
        (2 + self.planes) * self.words()
    }

    pub(crate) fn spells_of(&self, row: usize) -> &[Spell] {
        &self.spells[self.row_spells[row] as usize..self.row_spells[row + 1] as usize]
    }
}

impl std::fmt::Debug for Register {
    /// Counts only: who is in a register is personal data.
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("Register")
            .field("year", &self.year)
            .field("students", &self.students())
            .field("schools", &self.schools())
            .field("school_days", &self.days.len())
            .finish_non_exhaustive()
    }
}
