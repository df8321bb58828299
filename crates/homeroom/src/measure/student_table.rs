//! The table of students: one row a student, every measure of the main job in columns.

use super::{Status, standing::AsOf};
use crate::{Reading, StreakRule, Streaks, Tally, Window};
use chrono::NaiveDate;

/// One student's measures over all schools as of a date.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct StudentRow {
    /// The student's index in the register.
    pub student: u32,
    /// The student's days up to the date.
    pub tally: Tally,
    /// Days in membership.
    pub membership_days: u32,
    /// Chronically absent or not, or not eligible and why.
    pub status: Status,
    /// The band by its index in the policy.
    pub band: Option<usize>,
    /// Whether the unrecorded days could not change the status.
    pub certain: bool,
    /// Streaks of absence.
    pub streaks: Streaks,
    /// Absence in the first days of membership, as many as were asked for, in the tally's units.
    pub first_days_absent: u64,
}

/// The students' measures in the order of the register.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct StudentTable {
    /// The date asked for.
    pub as_of: NaiveDate,
    /// One row a student.
    pub rows: Vec<StudentRow>,
}

impl Reading<'_> {
    /// Measures every student as of a date; `first_days` is how many of the first days in membership
    /// [`StudentRow::first_days_absent`] looks at.
    pub fn student_table(&self, as_of: NaiveDate, first_days: u32) -> StudentTable {
        let day = AsOf::new(self, as_of);
        let (mut scratch, mut narrowed) = (Vec::new(), Vec::new());
        let rows = (0..self.register().students())
            .map(|student| {
                let standing = self.student_standing(student, &day, &mut scratch);
                let (streaks, first) = self.with_student(student, &mut scratch, |row, lengths| {
                    let streaks = self.streaks_of(row, day.days.words(), StreakRule::SkipUnrecorded);
                    Window::FirstSchoolDays(first_days).narrow(row, &day.days, &mut narrowed);
                    (streaks, self.tally(row, lengths, &narrowed).absent)
                });
                StudentRow {
                    student: student as u32,
                    tally: standing.tally,
                    membership_days: standing.membership_days,
                    status: standing.status,
                    band: standing.band,
                    certain: standing.certain,
                    streaks,
                    first_days_absent: first,
                }
            })
            .collect();
        StudentTable { as_of, rows }
    }

    /// A student's streaks of absence as of a date.
    pub fn streaks(&self, student: usize, as_of: NaiveDate, rule: StreakRule) -> Streaks {
        let days = self.register().school_days().through(as_of);
        self.with_student(student, &mut Vec::new(), |row, _| self.streaks_of(row, days.words(), rule))
    }
}
