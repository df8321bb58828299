//! Load against capacity, mentor by mentor.

use super::CapacityRules;
use crate::mentoring::{AssignmentRole, MentoringReading};
use chrono::NaiveDate;

/// A mentor's students on a date.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct MentorLoad {
    /// The mentor's index in the casebook.
    pub mentor: usize,
    /// The students for whom the mentor answers, by their index in the casebook. One who is not enrolled on the date
    /// is among them until the assignment ends.
    pub primary: Vec<usize>,
    /// The students with whom the mentor helps.
    pub secondary: Vec<usize>,
    /// The most students; `None` where it is not known.
    pub capacity: Option<u16>,
}

impl MentorLoad {
    /// How many more students the mentor can take; `None` where the capacity is not known.
    pub fn room(&self) -> Option<usize> {
        self.capacity.map(|capacity| usize::from(capacity).saturating_sub(self.primary.len()))
    }

    /// How many students there are over the capacity.
    pub fn over(&self) -> usize {
        self.capacity.map_or(0, |capacity| self.primary.len().saturating_sub(capacity.into()))
    }
}

impl MentoringReading<'_> {
    /// The load of every mentor on a date, in the casebook's order.
    pub fn loads(&self, rules: &CapacityRules, as_of: NaiveDate) -> Vec<MentorLoad> {
        let mentors = self.casebook.mentors().iter().enumerate();
        let mut loads: Vec<MentorLoad> = mentors
            .map(|(mentor, known)| {
                let capacity = rules.capacity(known);
                MentorLoad { mentor, primary: Vec::new(), secondary: Vec::new(), capacity }
            })
            .collect();
        for student in 0..self.casebook.students().len() {
            for segment in self.segments(student).iter().filter(|segment| segment.holds(as_of)) {
                let load = &mut loads[segment.mentor as usize];
                let students = match segment.role {
                    AssignmentRole::Primary => &mut load.primary,
                    AssignmentRole::Secondary => &mut load.secondary,
                };
                if students.last() != Some(&student) {
                    students.push(student);
                }
            }
        }
        for load in &mut loads {
            let MentorLoad { primary, secondary, .. } = load;
            secondary.retain(|student| primary.binary_search(student).is_err());
        }
        loads
    }
}
