//! The registers against which a casebook is settled.

use crate::{Fraction, Register};
use chrono::NaiveDate;

/// The registers of the school years that the records speak of.
pub(in super::super) struct Years<'r> {
    registers: Vec<&'r Register>,
}

/// What a register says of a student's day.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum SchoolDay {
    /// The student has no school.
    None,
    /// The student has school, and was absent all day by the record of every school.
    AbsentAllDay,
    /// The student has school.
    Other,
}

impl<'r> Years<'r> {
    pub(in super::super) fn new(registers: Vec<&'r Register>) -> Self {
        Self { registers }
    }

    /// Whether any register names a student.
    pub(super) fn knows(&self, student: &str) -> bool {
        self.registers.iter().any(|register| register.find_student(student).is_some())
    }

    /// Which register's year holds a date.
    pub(super) fn index_of(&self, date: NaiveDate) -> Option<usize> {
        self.registers.iter().position(|register| register.year().contains(date))
    }

    /// A student's index in each register.
    pub(super) fn indices(&self, student: &str) -> Vec<Option<usize>> {
        self.registers.iter().map(|register| register.find_student(student)).collect()
    }

    /// What the register of a year says of a day of the student who has this index in it.
    pub(super) fn day(&self, year: usize, student: Option<usize>, date: NaiveDate) -> SchoolDay {
        let register = self.registers[year];
        let Some((student, day)) = student.zip(register.school_days().index_of(date)) else {
            return SchoolDay::None;
        };
        let mut rows = register
            .rows_of(student)
            .map(|row| register.row(row))
            .filter(|row| row.is_member(day))
            .peekable();
        if rows.peek().is_none() {
            return SchoolDay::None;
        }
        let absent = |mark: u16| register.marks()[usize::from(mark)].absent_part() == Fraction::ONE;
        if rows.all(|row| row.is_recorded(day) && absent(row.mark(day))) {
            SchoolDay::AbsentAllDay
        } else {
            SchoolDay::Other
        }
    }
}
