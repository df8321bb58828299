//! Worklists: every reason and number against counts over plain dates.

use super::{
    cases,
    classroom::{nth, policy, register, school, stay, world, world::Event},
    notebook::{Notebook, assigned, check_in, mentor, student},
};
use chrono::{Datelike, NaiveDate};
use homeroom::{
    AttendanceCode, AttendanceStatus, Extent, Fraction, PlanId, Reading, Register, RollBasis,
    mentoring::{
        AssignmentRole, CallOutcome, CapacityRules, ContactOutcome, ContactPlan, FollowUp, HomeCall, Mentor,
        MentorKind, MentoringReading, StudentRecognition, WorkReason, WorkReasonKind, WorklistItem,
        WorklistRules,
    },
};
use proptest::{collection::vec, option, prelude::*, sample::select};
use std::cmp::Reverse;

const DAYS: usize = 25;
const STUDENTS: u8 = 4;
/// School days without school.
const HOLIDAYS: [usize; 2] = [7, 8];

#[derive(Clone, Debug)]
struct Week {
    book: Notebook,
    // Of each student the last school day, and what the roll says of each day.
    leaves: Vec<Option<usize>>,
    days: Vec<Vec<Option<AttendanceStatus>>>,
    as_of: NaiveDate,
}

fn weeks() -> impl Strategy<Value = Week> {
    let n = usize::from(STUDENTS);
    let status = prop_oneof![
        4 => Just(Some(AttendanceStatus::Present)),
        2 => Just(Some(AttendanceStatus::UnexcusedAbsence)),
        1 => Just(None),
    ];
    let roll = vec(vec(status, DAYS), n);
    let assignments =
        vec((0..STUDENTS, 0u8..2, 0usize..12, option::weighted(0.3, 0usize..20), any::<bool>()), 1..7);
    let check_ins = vec((0..STUDENTS, 0u8..2, 0..DAYS, prop::bool::weighted(0.8)), 0..14);
    let calls = vec((0..STUDENTS, 0..DAYS), 0..8);
    let promises = vec((0..STUDENTS, 0u8..2, 0..DAYS, 0usize..5, option::of(0usize..8)), 0..6);
    let often = select(vec![(3, 1), (5, 1), (3, 2), (1, 1)]);
    // Any date, also of a weekend.
    let as_of = (0u64..37).prop_map(|days| nth(0) + chrono::Days::new(days));
    let leaves = vec(option::weighted(0.2, 3..DAYS), n);
    (roll, leaves, assignments, check_ins, calls, promises, often, as_of).prop_map(
        |(days, leaves, assignments, check_ins, calls, promises, (n, d), as_of)| {
            let mut book = Notebook::default();
            book.mentors.extend((0..2).map(|n| Mentor::new(mentor(n), MentorKind::Teacher)));
            let mut plan = ContactPlan::new(PlanId::new("plan").unwrap());
            plan.contacts_per_week = Fraction::new(n, d).unwrap();
            book.plans.push(plan);
            for (s, m, from, stays, secondary) in assignments {
                let mut record = assigned(s, m, from, stays.map(|days| from + days));
                if secondary {
                    record.role = AssignmentRole::Secondary;
                }
                book.assignments.push(record);
            }
            for (s, m, day, met) in check_ins {
                let outcome = if met { ContactOutcome::Met } else { ContactOutcome::NotMet };
                book.check_ins.push(check_in(s, m, day, outcome));
            }
            book.calls.extend(calls.into_iter().map(|(s, day)| HomeCall {
                student: student(s),
                mentor: None,
                date: nth(day),
                outcome: CallOutcome::NoAnswer,
                barriers: Vec::new(),
            }));
            book.follow_ups.extend(promises.into_iter().map(|(s, m, day, due, done)| FollowUp {
                student: student(s),
                mentor: mentor(m),
                raised_on: nth(day),
                due: nth(day + due),
                done_on: done.map(|days| nth(day + days)),
                what: None,
            }));
            Week { book, leaves, days, as_of }
        },
    )
}

impl Week {
    // The register with the roll up to a date.
    fn register(&self, through: NaiveDate) -> Register {
        let mut house = school("A", DAYS);
        for day in HOLIDAYS {
            house.days.remove(&nth(day));
        }
        let stays = self.leaves.iter().enumerate().map(|(n, last)| stay(&format!("stu{n}"), "A", 0, *last));
        let mut events = Vec::new();
        for (n, days) in self.days.iter().enumerate() {
            for (day, status) in days.iter().enumerate() {
                let Some(status) = status.filter(|_| self.is_member(n, nth(day)) && nth(day) <= through)
                else {
                    continue;
                };
                let (student, school) = (format!("stu{n}"), "A".to_owned());
                let (code, extent) = (AttendanceCode::new(status), Extent::WholeDay);
                events.push(Event { student, school, date: nth(day), code, extent });
            }
        }
        let mut world = world(vec![house], stays.collect(), events);
        world.rules.basis = RollBasis::FullRoll;
        world.register().unwrap().0
    }

    fn is_enrolled(&self, n: usize, date: NaiveDate) -> bool {
        nth(0) <= date && self.leaves[n].is_none_or(|last| date <= nth(last))
    }

    fn is_member(&self, n: usize, date: NaiveDate) -> bool {
        let taught = (0..DAYS).any(|day| nth(day) == date && !HOLIDAYS.contains(&day));
        taught && self.is_enrolled(n, date)
    }

    fn status(&self, n: usize, date: NaiveDate) -> Option<AttendanceStatus> {
        (0..DAYS).find(|day| nth(*day) == date).and_then(|day| self.days[n][day])
    }

    // School days in a row with an absence up to a date, those of which nothing is known passed over.
    fn in_a_row(&self, n: usize, through: NaiveDate) -> u32 {
        let known: Vec<_> = (0..DAYS)
            .map(nth)
            .filter(|date| *date <= through && self.is_member(n, *date))
            .filter_map(|date| self.status(n, date))
            .collect();
        known.iter().rev().take_while(|status| status.is_absence()).count() as u32
    }

    fn answers(&self, n: u8, m: u8, date: NaiveDate) -> bool {
        self.book.assignments.iter().any(|a| {
            a.student == student(n)
                && a.mentor == mentor(m)
                && a.role == AssignmentRole::Primary
                && a.holds(date)
        })
    }

    fn members(&self, n: usize, from: NaiveDate, before: NaiveDate) -> Vec<NaiveDate> {
        from.iter_days().take_while(|date| *date < before).filter(|date| self.is_member(n, *date)).collect()
    }

    fn attendance(&self, n: u8) -> Option<WorkReason> {
        let (at, as_of) = (usize::from(n), self.as_of);
        let called =
            |date| self.book.calls.iter().any(|call| call.student == student(n) && call.date == date);
        let absent = |date| self.status(at, date).is_some_and(AttendanceStatus::is_absence);
        if self.is_member(at, as_of) && absent(as_of) {
            let days_in_a_row = self.in_a_row(at, as_of);
            return Some(WorkReason::AbsentToday { days_in_a_row, called: called(as_of) });
        }
        let date = *self.members(at, nth(0), as_of).last()?;
        if absent(date) {
            let days_in_a_row = self.in_a_row(at, date);
            return Some(WorkReason::AbsentLastSchoolDay { date, days_in_a_row, called: called(date) });
        }
        let days = self.in_a_row(at, date.pred_opt().unwrap());
        (self.status(at, date).is_some() && days >= 2).then_some(WorkReason::Returned { days })
    }

    fn contact(&self, n: u8, m: u8) -> Option<WorkReason> {
        let (at, as_of) = (usize::from(n), self.as_of);
        if !self.is_member(at, as_of) {
            return None;
        }
        // A contact counts where somebody answers for the student.
        let somebody = |date| (0..2).any(|m| self.answers(n, m, date));
        let made: Vec<_> = self
            .book
            .check_ins
            .iter()
            .filter(|c| c.student == student(n) && c.outcome.is_met() && c.date <= as_of && somebody(c.date))
            .collect();
        if made.iter().any(|contact| contact.date == as_of) {
            return None;
        }
        let begin = self.book.assignments.iter().filter(|a| {
            a.student == student(n)
                && a.mentor == mentor(m)
                && a.role == AssignmentRole::Primary
                && a.holds(as_of)
        });
        let begin = begin.map(|a| a.begin).min().unwrap();
        if !made.iter().any(|contact| contact.mentor == mentor(m) && contact.date >= begin) {
            return Some(WorkReason::NotMetYet { school_days: self.members(at, begin, as_of).len() as u32 });
        }
        let last = made.iter().map(|contact| contact.date).max().unwrap();
        let mut days = self.members(at, last.succ_opt().unwrap(), as_of.succ_opt().unwrap());
        days.retain(|date| somebody(*date));
        // A contact is due on the day on which those of the days come to a whole one: after two days of three a week, one of
        // five, four of one and a half, five of one.
        let asks = self.book.plans[0].contacts_per_week;
        let due = match (asks.numerator(), asks.denominator()) {
            (5, 1) => 1,
            (3, 1) => 2,
            (3, 2) => 4,
            _ => 5,
        };
        let (count, since) = (days.len() as u32, days.len() as u32 - 1);
        match count.checked_sub(due) {
            None => None,
            Some(0) => Some(WorkReason::Due { since }),
            Some(by) => Some(WorkReason::Overdue { by, since }),
        }
    }

    fn follow_up(&self, n: u8, m: u8) -> Option<WorkReason> {
        let of_pair = |f: &&FollowUp| f.student == student(n) && f.mentor == mentor(m);
        let promises: Vec<_> = self.book.follow_ups.iter().filter(of_pair).collect();
        let kept = |f: &FollowUp| f.done_on.is_some_and(|done| done <= self.as_of);
        let same =
            |f: &FollowUp, g: &FollowUp| (f.due, f.raised_on, &f.what) == (g.due, g.raised_on, &g.what);
        let mut open: Vec<&FollowUp> = Vec::new();
        for promise in &promises {
            let any_kept = promises.iter().any(|other| same(promise, other) && kept(other));
            let is_due = promise.due <= self.as_of && !any_kept;
            if is_due && !open.iter().any(|other| same(promise, other)) {
                open.push(promise);
            }
        }
        let due = open.iter().map(|promise| promise.due).min()?;
        Some(WorkReason::FollowUpDue { follow_ups: open.len() as u32, due })
    }

    // Every reason but the budget, which is the core's, and what is celebrated besides days in a row.
    fn reasons(&self, n: u8, m: u8) -> Vec<WorkReason> {
        let at = usize::from(n);
        let mut reasons: Vec<_> = self.follow_up(n, m).into_iter().collect();
        if !self.is_enrolled(at, self.as_of) {
            reasons.push(WorkReason::NotEnrolled);
            return reasons;
        }
        reasons.extend(self.attendance(n));
        reasons.extend(self.contact(n, m));
        let until = self.as_of.succ_opt().unwrap();
        let known: Vec<_> =
            self.members(at, nth(0), until).into_iter().filter_map(|date| self.status(at, date)).collect();
        let row = known.iter().rev().take_while(|status| !status.is_absence()).count() as u32;
        if row >= 5 {
            reasons.push(WorkReason::Celebrate(StudentRecognition::DaysInARow(row)));
        }
        // Whole weeks that are over, from the last one back, in which all that is known was attended; none where this one
        // has an absence already.
        let mut weeks = 0;
        let monday = |date: NaiveDate| date.week(chrono::Weekday::Mon).first_day();
        let mut week = monday(self.as_of);
        while week >= nth(0) {
            let days = self.members(at, week, week + chrono::Days::new(7));
            let known: Vec<_> = days.iter().filter_map(|date| self.status(at, *date)).collect();
            let over = days.iter().all(|date| *date <= self.as_of);
            let past = days.iter().filter(|date| **date <= self.as_of);
            if past.filter_map(|date| self.status(at, *date)).any(AttendanceStatus::is_absence) {
                break;
            }
            weeks += u32::from(over && !known.is_empty());
            week = week - chrono::Days::new(7);
        }
        assert_eq!(week.weekday(), chrono::Weekday::Mon);
        if weeks >= 2 {
            reasons.push(WorkReason::Celebrate(StudentRecognition::PerfectWeeks(weeks)));
        }
        reasons
    }
}

fn rules() -> WorklistRules {
    let mut rules = WorklistRules::default();
    rules.recognition.days_in_a_row = 5;
    rules
}

fn is_naive(reason: &WorkReason) -> bool {
    let improves = matches!(reason, WorkReason::Celebrate(StudentRecognition::Improvement { .. }));
    reason.kind() != WorkReasonKind::BudgetNearlySpent && !improves
}

fn weight(reason: &WorkReason) -> i64 {
    match reason {
        WorkReason::Returned { days: n }
        | WorkReason::AbsentToday { days_in_a_row: n, .. }
        | WorkReason::AbsentLastSchoolDay { days_in_a_row: n, .. }
        | WorkReason::NotMetYet { school_days: n }
        | WorkReason::FollowUpDue { follow_ups: n, .. }
        | WorkReason::Overdue { by: n, .. }
        | WorkReason::Due { since: n } => i64::from(*n),
        WorkReason::BudgetNearlySpent { absences_left } => -i64::from(*absences_left),
        _ => 0,
    }
}

fn key(item: &WorklistItem) -> impl Ord + use<> {
    let first = item.reasons.first();
    let of_first = first.map(|reason| (reason.kind(), Reverse(weight(reason))));
    (of_first.is_none(), of_first, Reverse(item.reasons.len()), item.student)
}

proptest! {
    #![proptest_config(cases(512))]

    #[test]
    fn a_worklist_is_the_caseload_with_its_reasons(week in weeks(), by in 0usize..5) {
        let policy = policy("");
        let ids = |list: &homeroom::mentoring::Worklist, students: &[homeroom::StudentId]| {
            list.items.iter().map(|item| (students[item.student].clone(), item.reasons.clone(), item.has_school)).collect::<Vec<_>>()
        };
        let register = week.register(nth(DAYS));
        let year = Reading::new(&register, &policy).unwrap();
        let (casebook, _) = week.book.close(&register);
        let reading = MentoringReading::new(&casebook, &year).unwrap();
        let loads = reading.loads(&CapacityRules::default(), week.as_of);
        for m in 0..2u8 {
            let list = reading.worklist(&rules(), usize::from(m), week.as_of);
            let mut listed: Vec<_> = list.items.iter().map(|item| item.student).collect();
            listed.sort_unstable();
            prop_assert_eq!(&listed, &loads[usize::from(m)].primary);
            prop_assert!(list.items.is_sorted_by(|a, b| key(a) < key(b)), "{:?}", list.items);
            for item in &list.items {
                let n: u8 = casebook.students()[item.student].as_str()[3..].parse().unwrap();
                prop_assert!(week.answers(n, m, week.as_of));
                prop_assert_eq!(item.has_school, Some(week.is_member(usize::from(n), week.as_of)));
                prop_assert!(item.reasons.is_sorted_by_key(|reason| (reason.kind(), Reverse(weight(reason)))));
                let mut found: Vec<_> = item.reasons.iter().copied().filter(is_naive).collect();
                let mut expected = week.reasons(n, m);
                for list in [&mut found, &mut expected] {
                    list.sort_by_key(|reason| (reason.kind(), format!("{reason:?}")));
                }
                prop_assert_eq!(found, expected, "student {} of mentor {} on {}", n, m, week.as_of);
            }
            // In another order, and before anything later was known: the same list.
            let then = week.register(week.as_of);
            let year = Reading::new(&then, &policy).unwrap();
            for book in [week.book.shuffled(by), week.book.known_on(week.as_of)] {
                let (other, _) = book.close(&then);
                let reading = MentoringReading::new(&other, &year).unwrap();
                let again = reading.worklist(&rules(), usize::from(m), week.as_of);
                prop_assert_eq!(ids(&again, other.students()), ids(&list, casebook.students()));
            }
        }
    }
}

#[test]
fn nothing_is_due_on_a_date_after_the_plan() {
    let mut book = Notebook::default();
    book.mentors.push(Mentor::new(mentor(0), MentorKind::Teacher));
    let mut plan = ContactPlan::new(PlanId::new("plan").unwrap());
    plan.end = Some(nth(3));
    book.plans.push(plan);
    book.assignments.push(assigned(0, 0, 0, None));
    book.check_ins.push(check_in(0, 0, 1, ContactOutcome::Met));
    let register = register(vec![school("A", 100)], vec![stay("stu0", "A", 0, None)], Vec::new());
    let (casebook, _) = book.close(&register);
    let policy = policy("");
    let year = Reading::new(&register, &policy).unwrap();
    let reading = MentoringReading::new(&casebook, &year).unwrap();
    let mut rules = rules();
    rules.recognition.days_in_a_row = 50;
    let reasons = |day| reading.worklist(&rules, 0, nth(day)).items[0].reasons.clone();
    assert_eq!(reasons(3), [WorkReason::Due { since: 1 }]);
    assert_eq!(reasons(4), []);
}
