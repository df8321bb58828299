//! The kernel of dosage: one student's days and contacts, within one scope.

use super::{AbsenceCalls, ContactKind, Dosage};
use crate::mentoring::{
    AssignmentRole, CallOutcome, Contact, ContactOrigin, Segment,
    reading::{Days, MentoringReading, RankedDays, StudentYear},
};
use chrono::NaiveDate;
use std::ops::RangeInclusive;

// Weeks that a school year can touch.
const WEEKS: usize = 54;

/// What of a student's year is looked at.
#[derive(Debug, Clone, Copy)]
pub(in super::super) struct Scope<'w> {
    /// The dates.
    pub(in super::super) window: &'w RangeInclusive<NaiveDate>,
    /// The days that count here: all, or those of one school.
    pub(in super::super) days: Days,
    /// One mentor's pairs, or everybody's.
    pub(in super::super) mentor: Option<u32>,
    /// The register's rows at which contacts count, where not all do.
    pub(in super::super) rows: Option<&'w [usize]>,
}

impl Scope<'_> {
    /// Whether a date counts at a row that is not looked at.
    pub(super) fn is_elsewhere(
        &self,
        reading: &MentoringReading<'_>,
        year: &StudentYear,
        date: NaiveDate,
    ) -> bool {
        let here = |rows: &[usize]| year.row_on(reading, date).is_some_and(|row| rows.contains(&row));
        self.rows.is_some_and(|rows| !here(rows))
    }
}

/// Days on which each plan is in force; no day stands under two.
pub(in super::super) type PlanDays = [(usize, Days)];

impl MentoringReading<'_> {
    /// The school days on which a contact is expected, by plan, before a window is looked at. Where two plans
    /// are in force the one that asks most counts: segments come in that order.
    pub(in super::super) fn plan_days(
        &self,
        segments: &[Segment],
        scope: &Scope<'_>,
        member: Days,
    ) -> Vec<(usize, Days)> {
        let mut taken = Days::default();
        let mut plan_days: Vec<(usize, Days)> = Vec::new();
        for segment in segments {
            let (Some(plan), AssignmentRole::Primary) = (segment.plan, segment.role) else { continue };
            if scope.mentor.is_some_and(|mentor| mentor != segment.mentor) {
                continue;
            }
            let days = self.between(segment.first, segment.last).and(member).and(scope.days).without(taken);
            taken = taken.or(days);
            match plan_days.iter_mut().find(|(of, _)| *of == plan as usize) {
                Some((_, known)) => *known = known.or(days),
                None => plan_days.push((plan as usize, days)),
            }
        }
        plan_days
    }

    /// A student's dosage within a scope, and the school days since the last contact made.
    pub(in super::super) fn dosage_in(
        &self,
        student: usize,
        year: &StudentYear,
        scope: &Scope<'_>,
    ) -> (Dosage, u32) {
        let segments = self.segments(student);
        let plan_days = self.plan_days(segments, scope, year.member);
        let in_window = self.between(*scope.window.start(), *scope.window.end());
        let mut dosage = Dosage { per: self.per, ..Dosage::default() };
        let mut assigned = Days::default();
        for (plan, days) in &plan_days {
            let (ask, share) = self.asks[*plan];
            let days = days.and(in_window);
            let (all, present) = (u64::from(days.count()), u64::from(days.without(year.missed).count()));
            dosage.assigned_days += all;
            dosage.present_days += present;
            dosage.expected += ask * all;
            dosage.expected_present += ask * present;
            dosage.weeks += share * all;
            assigned = assigned.or(days);
        }
        dosage.students = u64::from(!assigned.is_empty());
        let mut made_in_week = [0u32; WEEKS];
        let gap = self.count_contacts(student, year, scope, assigned, &mut dosage, &mut made_in_week);
        if dosage.students > 0 {
            self.judge_weeks(&plan_days, year.missed, scope, &made_in_week, &mut dosage);
            dosage.calls = self.calls(student, assigned.and(year.missed));
        }
        (dosage, gap)
    }

    // Sorts the contacts into their counts; gives the school days since the last that was made.
    fn count_contacts(
        &self,
        student: usize,
        year: &StudentYear,
        scope: &Scope<'_>,
        assigned: Days,
        dosage: &mut Dosage,
        made_in_week: &mut [u32; WEEKS],
    ) -> u32 {
        let segments = self.segments(student);
        let assigned = assigned.ranked();
        let (mut seen, mut last_date) = (0, None);
        for contact in self.contacts_in(student, scope.window) {
            if scope.is_elsewhere(self, year, contact.date)
                || scope.mentor.is_some_and(|mentor| mentor != contact.mentor)
            {
                continue;
            }
            let kind = self.kind_of(contact, segments, scope.mentor);
            *dosage.contacts.of_kind(kind) += 1;
            if kind != ContactKind::Made {
                continue;
            }
            let minutes = u64::from(contact.minutes_or_zero());
            dosage.minutes += minutes;
            dosage.minutes_unknown += u64::from(minutes == 0);
            dosage.in_circles += u64::from(contact.origin == ContactOrigin::Circle);
            let position = self.position(contact.date);
            made_in_week[position.week] += 1;
            if last_date != Some(contact.date) {
                dosage.contact_days += 1;
                last_date = Some(contact.date);
                let waited = assigned.rank(position.before).saturating_sub(seen);
                dosage.longest_gap = dosage.longest_gap.max(waited);
                seen = assigned.rank(position.through);
            }
        }
        let since = assigned.rank(usize::MAX) - seen;
        dosage.longest_gap = dosage.longest_gap.max(since);
        since
    }

    /// A student's contacts in a window that lies in the year.
    pub(in super::super) fn contacts_in(
        &self,
        student: usize,
        window: &RangeInclusive<NaiveDate>,
    ) -> &[Contact] {
        let year = self.register().year();
        let (first, last) = (*window.start().max(&year.first_date()), *window.end().min(&year.last_date()));
        let contacts = self.casebook.contacts.of(student);
        let from = contacts.partition_point(|contact| contact.date < first);
        let to = contacts.partition_point(|contact| contact.date <= last);
        &contacts[from..to.max(from)]
    }

    /// What a contact counts as: by the primary assignment in force on its date, the mentor's own where one is
    /// asked about. What is expected and what is made are counted over the same dates.
    fn kind_of(&self, contact: &Contact, segments: &[Segment], mentor: Option<u32>) -> ContactKind {
        let in_force = |segment: &&Segment| {
            let asked_about = mentor.is_none_or(|mentor| mentor == segment.mentor);
            asked_about && segment.role == AssignmentRole::Primary && segment.holds(contact.date)
        };
        let Some(plan) = segments.iter().find(in_force).and_then(|segment| segment.plan) else {
            return ContactKind::Outside;
        };
        let plan = &self.casebook.plans()[plan as usize];
        let minutes = contact.minutes_or_zero();
        if !contact.outcome.is_met() {
            ContactKind::Attempted
        } else if !plan.counts_mode(contact.mode, contact.origin) {
            ContactKind::OtherMode
        } else if minutes > 0 && minutes < plan.min_minutes {
            ContactKind::TooShort
        } else {
            ContactKind::Made
        }
    }

    /// Whether a contact was made, and is such as the student's plan (or that with one mentor) asks for.
    pub(in super::super) fn is_made(&self, student: usize, contact: &Contact, mentor: Option<u32>) -> bool {
        self.kind_of(contact, self.segments(student), mentor) == ContactKind::Made
    }

    // Judges the weeks whose last expected day is not after the window. A week asks for the contacts of its days,
    // rounded half up.
    fn judge_weeks(
        &self,
        plan_days: &PlanDays,
        missed: Days,
        scope: &Scope<'_>,
        made: &[u32; WEEKS],
        dosage: &mut Dosage,
    ) {
        let (first, last) = (self.days_before(*scope.window.start()), self.days_through(*scope.window.end()));
        let plan_days: Vec<(u64, RankedDays, RankedDays)> = plan_days
            .iter()
            .map(|(plan, days)| (self.asks[*plan].0, days.ranked(), days.without(missed).ranked()))
            .collect();
        let count = |days: &RankedDays, from: usize, to: usize| u64::from(days.rank(to) - days.rank(from));
        let per = u64::from(self.per);
        let mut monday = 0;
        for (next, made) in self.week_ends().iter().map(|end| usize::from(*end)).zip(made) {
            let (from, to) = (monday.max(first), next.min(last));
            monday = next;
            let in_progress = || plan_days.iter().any(|(_, days, _)| count(days, to, next) > 0);
            if from >= to || in_progress() {
                continue;
            }
            let (mut asked, mut asked_present) = (0, 0);
            for (ask, days, present) in &plan_days {
                asked += ask * count(days, from, to);
                asked_present += ask * count(present, from, to);
            }
            for (asked, weeks) in
                [(asked, &mut dosage.weeks_on_plan), (asked_present, &mut dosage.weeks_on_plan_present)]
            {
                let contacts = (2 * asked + per) / (2 * per);
                weeks.asking += u64::from(contacts > 0);
                weeks.on_plan += u64::from(contacts > 0 && u64::from(*made) >= contacts);
            }
        }
    }

    fn calls(&self, student: usize, absences: Days) -> AbsenceCalls {
        let (mut called, mut reached) = (Days::default(), Days::default());
        for call in self.casebook.calls.of(student) {
            let Some(day) = self.register().school_days().index_of(call.date) else { continue };
            called.insert(day);
            if call.outcome == CallOutcome::Reached {
                reached.insert(day);
            }
        }
        AbsenceCalls {
            absences: absences.count().into(),
            called: absences.and(called).count().into(),
            reached: absences.and(reached).count().into(),
        }
    }
}
