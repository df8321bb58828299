//! The worklist: whom a mentor should see on a date, why, and in what order.

mod order;
mod reason;
mod student;

pub use reason::{WorkReason, WorkReasonKind, WorklistRules};

use super::MentoringReading;
use chrono::NaiveDate;

/// One student of a worklist.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct WorklistItem {
    /// The student's index in the casebook.
    pub student: usize,
    /// Whether the student has school on the date; `None` where the register does not name the student.
    pub has_school: Option<bool>,
    /// Why, most pressing first; none where nothing is due.
    pub reasons: Vec<WorkReason>,
}

/// A mentor's students on a date, each once, the most pressing first.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Worklist {
    /// The mentor's index in the casebook.
    pub mentor: usize,
    /// The date.
    pub as_of: NaiveDate,
    /// The students for whom the mentor answers on the date.
    pub items: Vec<WorklistItem>,
}

impl MentoringReading<'_> {
    /// A mentor's worklist for a date: every student for whom the mentor answers on it, in the order of their first
    /// reasons, then of its number, then of how many reasons there are, then of identifiers.
    ///
    /// Of attendance it looks at the days before the date, and at the date itself where the student is recorded absent; of
    /// contacts at those before the date and on it. What happens later changes nothing.
    pub fn worklist(&self, rules: &WorklistRules, mentor: usize, as_of: NaiveDate) -> Worklist {
        let answers = |student: &usize| self.primary_mentors(*student, as_of).contains(&(mentor as u32));
        let students = (0..self.casebook.students().len()).filter(answers);
        let mut items: Vec<WorklistItem> =
            students.map(|student| self.work(rules, mentor as u32, student, as_of)).collect();
        items.sort_by(order::by_need);
        Worklist { mentor, as_of, items }
    }
}
