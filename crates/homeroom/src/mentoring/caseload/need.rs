//! Who qualifies for a mentor.

use crate::{GradeLevel, Rate, Reading, mentoring::MentoringReading};
use chrono::NaiveDate;
use serde::{Deserialize, Serialize};
use std::cmp::Reverse;

/// Who qualifies: enrolled students with early-warning signs of a tier, in some grades or all.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields, default)]
pub struct NeedRules {
    /// The least tier of the signs, 2 or 3. A prior year of chronic absence is tier 2.
    pub from_tier: u8,
    /// The grades looked at; all where none is named.
    pub grades: Option<Vec<GradeLevel>>,
}

impl Default for NeedRules {
    fn default() -> Self {
        Self { from_tier: 2, grades: None }
    }
}

/// A student who qualifies for a mentor.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Need {
    /// The student's index in the register.
    pub student: usize,
    /// The tier of the signs.
    pub tier: u8,
    /// The rate of absence this year; `None` where no day counts.
    pub absence_rate: Option<Rate>,
    /// The row of the register in which the student is on the date.
    pub row: usize,
    /// Whether a mentor answers for the student on the date.
    pub mentored: bool,
}

impl MentoringReading<'_> {
    /// The students who qualify on a date, those in greatest need first: by tier, then by rate of absence, then by
    /// identifier; `prior` is the reading of the year before.
    pub fn needs(&self, rules: &NeedRules, as_of: NaiveDate, prior: Option<&Reading<'_>>) -> Vec<Need> {
        let warnings = self.reading.early_warnings(as_of, prior).into_iter();
        let need = |warning: crate::EarlyWarning| {
            let row = self.enrolled_row(warning.student, as_of)?;
            let grade = self.register().key(row).grade;
            let looked_at = |grades: &Vec<GradeLevel>| grade.is_some_and(|grade| grades.contains(&grade));
            if warning.tier < rules.from_tier || !rules.grades.as_ref().is_none_or(looked_at) {
                return None;
            }
            let known = self.casebook.find_student(self.register().student_id(warning.student));
            let mentored = known.is_some_and(|student| !self.primary_mentors(student, as_of).is_empty());
            let crate::EarlyWarning { student, tier, absence_rate, .. } = warning;
            Some(Need { student, tier, absence_rate, row, mentored })
        };
        let mut needs: Vec<Need> = warnings.filter_map(need).collect();
        needs.sort_by_key(|need| self.order_of_need(*need));
        needs
    }

    /// The order of need: the higher tier first, then the higher rate of absence, then the lesser identifier.
    pub(super) fn order_of_need(&self, need: Need) -> impl Ord {
        let rate = need.absence_rate.map(Rate::reduced);
        (Reverse(need.tier), Reverse(rate), self.register().student_id(need.student))
    }

    /// The first of a student's rows with a spell that holds the date; by the register's order the one that counts.
    pub(in super::super) fn enrolled_row(&self, student: usize, date: NaiveDate) -> Option<usize> {
        let register = self.register();
        register.rows_of(student).find(|row| self.is_enrolled(*row, date))
    }

    /// Whether a spell of a row of the register holds a date.
    pub(in super::super) fn is_enrolled(&self, row: usize, date: NaiveDate) -> bool {
        let holds = |spell: &crate::register::Spell| {
            spell.entry <= date && spell.last_day.is_none_or(|last| date <= last)
        };
        self.register().spells_of(row).iter().any(holds)
    }
}
