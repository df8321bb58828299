//! From assignment to first contact.

use super::{SCHOOL_WEEK, Scope, Starts};
use crate::mentoring::{
    AssignmentRole,
    reading::{MentoringReading, StudentYear},
};
use chrono::NaiveDate;

impl MentoringReading<'_> {
    /// The primary assignments of a student that began within the window, and how long each waited for its first
    /// contact: one made by that mentor, such as the plan asks for, up to the window's end.
    pub(super) fn starts(&self, student: usize, year: &StudentYear, scope: &Scope<'_>) -> Starts {
        let mut starts = Starts::default();
        for assigned in self.casebook.assignments.of(student) {
            let assignment = &assigned.assignment;
            let of_other = scope.mentor.is_some_and(|mentor| mentor != assigned.mentor);
            let elsewhere = scope.is_elsewhere(self, year, assignment.begin);
            if of_other
                || elsewhere
                || assignment.role != AssignmentRole::Primary
                || !scope.window.contains(&assignment.begin)
            {
                continue;
            }
            let last = assignment.end.unwrap_or(NaiveDate::MAX).min(*scope.window.end());
            let waited =
                |until: usize| u64::from(year.member.count_in(self.days_before(assignment.begin), until));
            let contacts = self.contacts_in(student, &(assignment.begin..=last));
            let mentor = assigned.mentor;
            let mut of_mentor = contacts.iter().filter(|contact| contact.mentor == mentor);
            if let Some(first) = of_mentor.find(|contact| self.is_made(student, contact, Some(mentor))) {
                let days = waited(self.days_before(first.date));
                starts.met += 1;
                starts.days += days;
                starts.in_time += u64::from(days < SCHOOL_WEEK);
            } else {
                let days = waited(self.days_through(last));
                starts.waiting += 1;
                starts.waiting_days += days;
                let open = assignment.end.is_none_or(|end| *scope.window.end() < end);
                starts.in_time += u64::from(open && days < SCHOOL_WEEK);
            }
        }
        starts
    }
}
