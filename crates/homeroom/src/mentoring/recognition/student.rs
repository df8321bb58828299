//! What to celebrate with a student.

use super::RecognitionRules;
use crate::{
    Amount, Tally,
    mentoring::reading::{Days, MentoringReading, StudentYear},
};
use chrono::NaiveDate;

/// Something to celebrate with a student, with its numbers.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
#[non_exhaustive]
pub enum StudentRecognition {
    /// Fewer days absent in the last stretch of school days than in the one before.
    Improvement {
        /// Days absent in the stretch before.
        before: Amount,
        /// Days absent in the last one.
        after: Amount,
        /// School days of each.
        days: u32,
    },
    /// School days attended in a row, up to the last day of which anything is known.
    DaysInARow(u32),
    /// Weeks in a row without any absence, up to the last whole one.
    PerfectWeeks(u32),
}

impl MentoringReading<'_> {
    /// What to celebrate with a student on a date, by the days before it and the date itself; a day of which
    /// nothing is known neither counts nor breaks a row.
    ///
    /// Policies that count hours have no improvement by days.
    pub fn student_recognition(
        &self,
        rules: &RecognitionRules,
        student: usize,
        as_of: NaiveDate,
    ) -> Vec<StudentRecognition> {
        let Some(year) = self.student_year(student) else { return Vec::new() };
        self.recognize(rules, student, &year, as_of)
    }

    pub(in super::super) fn recognize(
        &self,
        rules: &RecognitionRules,
        student: usize,
        year: &StudentYear,
        as_of: NaiveDate,
    ) -> Vec<StudentRecognition> {
        let known = year.recorded.and(Days::range(0, self.days_through(as_of)));
        let mut found = Vec::new();
        found.extend(self.improvement(rules, student, known));
        let in_a_row = known.iter().rev().take_while(|day| !year.absent.contains(*day)).count() as u32;
        if in_a_row >= rules.days_in_a_row.max(1) {
            found.push(StudentRecognition::DaysInARow(in_a_row));
        }
        let weeks = self.perfect_weeks(year, as_of);
        if weeks >= rules.perfect_weeks.max(1) {
            found.push(StudentRecognition::PerfectWeeks(weeks));
        }
        found
    }

    fn improvement(
        &self,
        rules: &RecognitionRules,
        student: usize,
        known: Days,
    ) -> Option<StudentRecognition> {
        let days = rules.improvement_days;
        if self.reading.policy().unit() == crate::Unit::Hour || days == 0 || known.count() / 2 < days {
            return None;
        }
        let mut stretches = [Days::default(), Days::default()];
        for (place, day) in known.iter().rev().take(2 * days as usize).enumerate() {
            stretches[place / days as usize].insert(day);
        }
        let index = self.in_register[student]? as usize;
        let [after, before] = stretches.map(|stretch| {
            self.reading.with_student(index, &mut Vec::new(), |row, lengths| {
                self.reading.tally(row, lengths, &stretch.0)
            })
        });
        let units = self.reading.units_in_day();
        let missed = |tally: &Tally| Amount { units: tally.absent, per: units as u32 };
        let enough = before.absent >= after.absent + u64::from(rules.improvement.max(1)) * units;
        enough.then(|| StudentRecognition::Improvement {
            before: missed(&before),
            after: missed(&after),
            days,
        })
    }

    // Whole weeks in a row, up to the last that has ended, in which everything known was attended; none where the week in
    // progress has an absence already. A week without a known day is passed over.
    fn perfect_weeks(&self, year: &StudentYear, as_of: NaiveDate) -> u32 {
        let through = self.days_through(as_of);
        let mut weeks = 0;
        let ends: Vec<usize> = self.week_ends().iter().map(|end| usize::from(*end)).collect();
        for week in (0..=self.week_of(as_of).min(ends.len() - 1)).rev() {
            let (from, to) = (week.checked_sub(1).map_or(0, |before| ends[before]), ends[week]);
            let ended = year.member.count_in(through, to) == 0;
            if year.absent.count_in(from, to.min(through)) > 0 {
                break;
            }
            if ended && year.recorded.count_in(from, to) > 0 {
                weeks += 1;
            }
        }
        weeks
    }
}
