//! Continuity: whether mentoring goes on when a student changes school.

use super::{Scope, Transfers};
use crate::mentoring::{
    AssignmentRole, Segment,
    reading::{MentoringReading, StudentYear},
};
use chrono::NaiveDate;

impl MentoringReading<'_> {
    /// The changes of school within the window of a student who had a primary mentor on the last day before. A student
    /// who is still enrolled at the school left after the first day at the other changes none: days of two schools count at
    /// one or the other.
    pub(super) fn transfers(&self, student: usize, year: &StudentYear, scope: &Scope<'_>) -> Transfers {
        let mut found = Transfers::default();
        if year.rows.len() < 2 {
            return found;
        }
        let dates = self.register().school_days().dates();
        let school = |day: usize| {
            let row = year.rows.iter().find(|(_, days)| days.contains(day)).map(|(row, _)| *row);
            row.map(|row| self.register().key(row).school)
        };
        let enrolled = |at: Option<u32>, date: NaiveDate| {
            let mut rows = year.rows.iter().map(|(row, _)| *row);
            rows.any(|row| Some(self.register().key(row).school) == at && self.is_enrolled(row, date))
        };
        let days: Vec<usize> = year.member.iter().collect();
        let moves: Vec<(usize, usize)> = days
            .windows(2)
            .filter(|pair| school(pair[0]) != school(pair[1]))
            .filter(|pair| dates[pair[1]].succ_opt().is_none_or(|next| !enrolled(school(pair[0]), next)))
            .map(|pair| (pair[0], pair[1]))
            .collect();
        for (index, (left, came)) in moves.iter().enumerate() {
            let (left_on, came_on) = (dates[*left], dates[*came]);
            let before = self.primary_mentors(student, left_on);
            if !scope.window.contains(&came_on) || before.is_empty() {
                continue;
            }
            let after = self.primary_mentors(student, came_on);
            found.transfers += 1;
            found.mentored += u64::from(!after.is_empty());
            found.same_mentor += u64::from(after.iter().any(|mentor| before.contains(mentor)));
            let stays_until = moves.get(index + 1).and_then(|(_, next)| dates[*next].pred_opt());
            let until = stays_until.unwrap_or(NaiveDate::MAX).min(*scope.window.end());
            let contacts = self.contacts_in(student, &(came_on..=until));
            found.contacted += u64::from(contacts.iter().any(|contact| self.is_made(student, contact, None)));
        }
        found
    }

    /// The mentors who answer for a student on a date.
    pub(in super::super) fn primary_mentors(&self, student: usize, date: NaiveDate) -> Vec<u32> {
        let primary = |segment: &&Segment| segment.role == AssignmentRole::Primary && segment.holds(date);
        let mut mentors: Vec<u32> =
            self.segments(student).iter().filter(primary).map(|segment| segment.mentor).collect();
        mentors.sort_unstable();
        mentors.dedup();
        mentors
    }
}
