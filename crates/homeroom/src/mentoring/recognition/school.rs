//! What to celebrate with a school.

use super::RecognitionRules;
use crate::{DaySet, Rate, Tally, TooFine, mentoring::MentoringReading};
use chrono::NaiveDate;

/// A school that missed less of its last stretch of school days than of the one before.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct SchoolRecognition {
    /// The school's index in the register.
    pub school: usize,
    /// The rate of absence in the stretch before.
    pub before: Rate,
    /// The rate in the last one.
    pub after: Rate,
    /// School days of each.
    pub days: u32,
}

impl MentoringReading<'_> {
    /// The schools that improved against their own past, in the register's order. The stretches are of the school's own
    /// days of instruction up to the date.
    ///
    /// # Errors
    /// [`TooFine`] where parts of days have no common part.
    pub fn school_recognition(
        &self,
        rules: &RecognitionRules,
        as_of: NaiveDate,
    ) -> Result<Vec<SchoolRecognition>, TooFine> {
        let register = self.register();
        let days = rules.improvement_days.max(1);
        let mut found = Vec::new();
        for school in 0..register.schools() {
            let calendar = register.calendar(school);
            let axis = register.school_days();
            let taught = axis.filter(|date| date <= as_of && calendar.is_instructional(date, None));
            let taught: Vec<usize> = taught.iter().collect();
            if taught.len() / 2 < days as usize {
                continue;
            }
            let (earlier, last) = taught.split_at(taught.len() - days as usize);
            let rate = |stretch: &[usize]| -> Result<Option<Rate>, TooFine> {
                let mut set = DaySet::empty(axis.len());
                for day in stretch {
                    set.insert(*day);
                }
                let mut sum = Tally::default();
                for row in
                    (0..register.row_count()).filter(|row| register.key(*row).school as usize == school)
                {
                    sum.merge(&self.reading.tally_row(row, &set))?;
                }
                Ok(sum.absence_rate(self.reading.policy().unrecorded()))
            };
            let before = rate(&earlier[earlier.len() - days as usize..])?;
            let after = rate(last)?;
            if let (Some(before), Some(after)) = (before, after)
                && after.reduced() != before.reduced()
                && after < before
            {
                found.push(SchoolRecognition { school, before, after, days });
            }
        }
        Ok(found)
    }
}
