//! One student's year as mentoring looks at it.

use super::{Days, MentoringReading};
use crate::{Row, register::follow_student};
use chrono::NaiveDate;

/// A student's school days, those of them missed, and at which school each counts.
pub(in super::super) struct StudentYear {
    /// Days in membership.
    pub(in super::super) member: Days,
    /// Days of which everything that is known was missed.
    pub(in super::super) missed: Days,
    /// Days with an absence, of all or part of the day.
    pub(in super::super) absent: Days,
    /// Days of which anything is known.
    pub(in super::super) recorded: Days,
    /// The register's rows with the days that count at each.
    pub(in super::super) rows: Vec<(usize, Days)>,
}

impl MentoringReading<'_> {
    /// A student's year; `None` where the register does not name the student.
    pub(in super::super) fn student_year(&self, student: usize) -> Option<StudentYear> {
        Some(self.year_of(self.in_register[student]? as usize))
    }

    /// The year of the student who has this index in the register.
    pub(in super::super) fn year_of(&self, student: usize) -> StudentYear {
        let register = self.register();
        let range = register.rows_of(student);
        let rows: Vec<Row<'_>> = range.clone().map(|row| register.row(row)).collect();
        let excluded = |row: usize, w: usize| self.reading.excluded_days(&rows[row], w);
        let mut taken: Vec<(usize, Days)> = range.map(|row| (row, Days::default())).collect();
        let mut scratch = Vec::new();
        let row = match rows.as_slice() {
            [only] => {
                taken[0].1 = words_of(only.membership());
                *only
            }
            _ => follow_student(&rows, &mut scratch, excluded, |row, w, days| taken[row].1.0[w] |= days),
        };
        let mut out = Days::default();
        let (mut missed, mut absent, mut recorded) = (Days::default(), Days::default(), Days::default());
        for w in 0..row.words() {
            out.0[w] = self.reading.excluded_days(&row, w);
            missed.0[w] = self.reading.missed_days(&row, w);
            absent.0[w] = self.reading.absent_days(&row, w);
            recorded.0[w] = row.recorded()[w] & !self.reading.unknown_days(&row, w);
        }
        for (_, days) in &mut taken {
            *days = days.without(out);
        }
        let member = words_of(row.membership()).without(out);
        let [missed, absent, recorded] = [missed, absent, recorded].map(|days| days.and(member));
        StudentYear { member, missed, absent, recorded, rows: taken }
    }
}

fn words_of(words: &[u64]) -> Days {
    let mut days = Days::default();
    days.0[..words.len()].copy_from_slice(words);
    days
}

impl StudentYear {
    /// The row at which a date counts: that of the last school day up to it, or of the first after it; the first
    /// row where the policy leaves the student no school day.
    pub(in super::super) fn row_on(&self, reading: &MentoringReading<'_>, date: NaiveDate) -> Option<usize> {
        if let [(row, _)] = self.rows.as_slice() {
            return Some(*row);
        }
        let through = reading.days_through(date);
        let day = self.member.last_before(through).or_else(|| self.member.first_from(through));
        let row = day.and_then(|day| self.rows.iter().find(|(_, days)| days.contains(day)));
        row.or(self.rows.first()).map(|(row, _)| *row)
    }
}
