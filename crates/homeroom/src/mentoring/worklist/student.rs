//! One student's reasons.

use super::{WorkReason, WorklistItem, WorklistRules, order};
use crate::StreakRule;
use crate::mentoring::{
    AssignmentRole, Contact,
    dosage::Scope,
    reading::{Days, MentoringReading, StudentYear},
};
use chrono::NaiveDate;
use std::cmp::Reverse;

impl MentoringReading<'_> {
    /// One student's item of a mentor's worklist.
    pub(in super::super) fn work(
        &self,
        rules: &WorklistRules,
        mentor: u32,
        student: usize,
        as_of: NaiveDate,
    ) -> WorklistItem {
        let mut reasons = Vec::new();
        reasons.extend(self.follow_up_due(mentor, student, as_of));
        let year = self.student_year(student);
        let index = self.in_register[student].map(|index| index as usize);
        let has_school = year.as_ref().map(|year| self.has_school(year, as_of));
        if index.is_none_or(|index| self.enrolled_row(index, as_of).is_none()) {
            reasons.push(WorkReason::NotEnrolled);
        } else if let (Some(year), Some(index)) = (&year, index) {
            reasons.extend(self.attendance_reason(rules, (student, index), year, as_of));
            reasons.extend(self.contact_reason(mentor, student, year, as_of));
            let budget = self.reading.absence_budget(index, as_of);
            let nearly = budget.filter(|budget| {
                budget.recovery == crate::Recovery::NotNeeded && budget.absences_left <= rules.budget_left
            });
            let left = nearly.filter(|budget| budget.days_to_come > 0).map(|budget| budget.absences_left);
            reasons.extend(left.map(|absences_left| WorkReason::BudgetNearlySpent { absences_left }));
            let celebrate = self.recognize(&rules.recognition, student, year, as_of);
            reasons.extend(celebrate.into_iter().map(WorkReason::Celebrate));
        }
        reasons.sort_by_key(|reason| (reason.kind(), Reverse(order::weight(reason))));
        WorklistItem { student, has_school, reasons }
    }

    fn has_school(&self, year: &StudentYear, date: NaiveDate) -> bool {
        self.register().school_days().index_of(date).is_some_and(|day| year.member.contains(day))
    }

    fn attendance_reason(
        &self,
        rules: &WorklistRules,
        (student, index): (usize, usize),
        year: &StudentYear,
        as_of: NaiveDate,
    ) -> Option<WorkReason> {
        let dates = self.register().school_days().dates();
        let called = |date: NaiveDate| self.casebook.calls.of(student).iter().any(|call| call.date == date);
        let in_a_row = |through: Option<NaiveDate>| {
            let through = through.unwrap_or(NaiveDate::MIN);
            self.reading.streaks(index, through, StreakRule::SkipUnrecorded).current
        };
        let before = self.days_before(as_of);
        if before < self.days_through(as_of) && year.missed.contains(before) {
            let days_in_a_row = in_a_row(Some(as_of));
            return Some(WorkReason::AbsentToday { days_in_a_row, called: called(as_of) });
        }
        let last = year.member.last_before(before)?;
        let date = dates[last];
        if year.missed.contains(last) {
            let days_in_a_row = in_a_row(Some(date));
            return Some(WorkReason::AbsentLastSchoolDay { date, days_in_a_row, called: called(date) });
        }
        let came_back = year.recorded.contains(last) && !year.absent.contains(last);
        let days = in_a_row(date.pred_opt());
        (came_back && days >= rules.returned_after.max(1)).then_some(WorkReason::Returned { days })
    }

    fn follow_up_due(&self, mentor: u32, student: usize, as_of: NaiveDate) -> Option<WorkReason> {
        let id = self.casebook.mentor_id(mentor as usize);
        let open = self.casebook.follow_ups.of(student).iter().filter(|follow_up| {
            let known = follow_up.raised_on <= as_of;
            let done = follow_up.done_on.is_some_and(|done| done <= as_of);
            follow_up.mentor == *id && known && !done && follow_up.due <= as_of
        });
        let mut due: Vec<NaiveDate> = open.map(|follow_up| follow_up.due).collect();
        due.sort_unstable();
        let earliest = *due.first()?;
        Some(WorkReason::FollowUpDue { follow_ups: due.len() as u32, due: earliest })
    }

    // Whether the plan's next contact is due: the contacts that it asks for on the school days since the last one made, the
    // date included, come to a whole one. A contact on the date itself, by whomever, settles it; without a plan in force
    // on the date nothing is asked for.
    fn contact_reason(
        &self,
        mentor: u32,
        student: usize,
        year: &StudentYear,
        as_of: NaiveDate,
    ) -> Option<WorkReason> {
        if !self.has_school(year, as_of) {
            return None;
        }
        let window = self.register().year().first_date()..=as_of;
        let made = |contact: &&Contact| self.is_made(student, contact, None);
        let contacts = self.contacts_in(student, &window);
        if contacts.iter().rfind(made).is_some_and(|contact| contact.date == as_of) {
            return None;
        }
        let begin = self.begin_of(mentor, student, as_of)?;
        let scope = Scope { window: &window, days: Days::ALL, mentor: None, rows: None };
        let plan_days = self.plan_days(self.segments(student), &scope, year.member);
        let before = self.days_before(as_of);
        let assigned = plan_days.iter().fold(Days::default(), |all, (_, days)| all.or(*days));
        if !assigned.contains(before) {
            return None;
        }
        let by_mentor = |contact: &&Contact| {
            contact.mentor == mentor && contact.date >= begin && self.is_made(student, contact, Some(mentor))
        };
        // An assignment may have begun in an earlier year.
        let all = self.casebook.contacts.of(student).iter().filter(|contact| contact.date <= as_of);
        if !all.into_iter().any(|contact| by_mentor(&contact)) {
            let school_days = year.member.count_in(self.days_before(begin), before);
            return Some(WorkReason::NotMetYet { school_days });
        }
        let from = contacts.iter().rfind(made).map_or(0, |last| self.days_through(last.date));
        let since: Vec<usize> = assigned.and(Days::range(from, before + 1)).iter().collect();
        let ask = |day: usize| {
            let plan = plan_days.iter().find(|(_, days)| days.contains(day));
            plan.map_or(0, |(plan, _)| self.asks[*plan].0)
        };
        let mut asked = 0;
        let due = since.iter().position(|day| {
            asked += ask(*day);
            asked >= u64::from(self.per)
        })?;
        // The date itself is the last of these days.
        let (by, since) = ((since.len() - 1 - due) as u32, since.len() as u32 - 1);
        Some(if by == 0 { WorkReason::Due { since } } else { WorkReason::Overdue { by, since } })
    }

    // When the mentor's present primary assignment began.
    fn begin_of(&self, mentor: u32, student: usize, as_of: NaiveDate) -> Option<NaiveDate> {
        let assigned = self.casebook.assignments.of(student).iter();
        let present = assigned.filter(|assigned| {
            let role = assigned.assignment.role;
            assigned.mentor == mentor && role == AssignmentRole::Primary && assigned.assignment.holds(as_of)
        });
        present.map(|assigned| assigned.assignment.begin).min()
    }
}
