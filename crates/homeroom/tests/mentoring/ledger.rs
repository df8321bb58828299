//! The reference casebook: which records count, one after the other, and what there is to find.

use super::{
    book::Book,
    records::{Filed, Record},
    world,
};
use chrono::{NaiveDate, NaiveTime};
use homeroom::{
    Action, FindingCode as Code, Intake, PlanId,
    mentoring::{
        Assignment, AssignmentRole, Barrier, BarrierRecord, BarrierSource, CheckIn, Circle, ContactMinutes,
        ContactMode, ContactOutcome, ContactPlan, FollowUp, HomeCall, Mentor,
    },
};
use std::collections::{BTreeMap, BTreeSet};

/// A contact: a check-in, or presence in a circle.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Met {
    pub student: String,
    pub date: NaiveDate,
    pub time: Option<NaiveTime>,
    pub mentor: Option<String>,
    pub mode: ContactMode,
    pub minutes: Option<u16>,
    pub outcome: ContactOutcome,
    pub circle: bool,
}

/// The records that count.
#[derive(Clone, Debug, Default)]
pub struct Ledger {
    pub mentors: BTreeMap<String, Mentor>,
    pub plans: BTreeMap<String, ContactPlan>,
    pub assignments: Vec<Assignment>,
    pub contacts: Vec<Met>,
    pub circles: BTreeMap<String, Circle>,
    pub calls: Vec<HomeCall>,
    pub barriers: Vec<BarrierRecord>,
    pub found: BTreeMap<Code, u64>,
    pub intake: Intake,
    pub read: BTreeMap<u8, u64>,
}

pub fn keep(records: &[Filed], book: &Book) -> Ledger {
    let mut ledger = Ledger::default();
    for (_, file) in records {
        *ledger.read.entry(*file).or_default() += 1;
        ledger.intake.read += 1;
    }
    let records: Vec<&Record> = records.iter().map(|(record, _)| record).collect();
    ledger.people(&records);
    ledger.assign(&records, book);
    let mut raised: Vec<(BarrierRecord, bool)> = Vec::new();
    ledger.meet(&records, book, &mut raised);
    ledger.gather(&records, book);
    ledger.call(&records, book, &mut raised);
    ledger.promise(&records, book);
    ledger.bar(&records, book, raised);
    ledger
}

fn in_year(date: NaiveDate) -> bool {
    world::year().contains(date)
}

/// The plan of an assignment on a date: its own; else the one of its tier; else the one of all. Of several the one
/// of the least identifier.
pub fn plan_on<'a>(
    plans: &'a BTreeMap<String, ContactPlan>,
    assignment: &Assignment,
    date: NaiveDate,
) -> Option<&'a ContactPlan> {
    let in_force = |plan: &&ContactPlan| {
        plan.begin.is_none_or(|begin| date >= begin) && plan.end.is_none_or(|end| date <= end)
    };
    if let Some(own) = &assignment.plan {
        return plans.get(own.as_str()).filter(in_force);
    }
    let of_tier =
        plans.values().filter(in_force).find(|plan| plan.tier.is_some() && plan.tier == assignment.tier);
    of_tier.or_else(|| plans.values().filter(in_force).find(|plan| plan.tier.is_none()))
}

pub fn holds(assignment: &Assignment, date: NaiveDate) -> bool {
    assignment.begin <= date && assignment.end.is_none_or(|end| date <= end)
}

impl Ledger {
    fn find(&mut self, code: Code) {
        *self.found.entry(code).or_default() += 1;
        match code.action() {
            Action::Rejected => self.intake.rejected += 1,
            Action::Merged => self.intake.merged += 1,
            Action::Superseded => self.intake.superseded += 1,
            _ => {}
        }
    }

    fn apply(&mut self) {
        self.intake.applied += 1;
    }

    fn people(&mut self, records: &[&Record]) {
        for record in records {
            match record {
                Record::Mentor(mentor) => match self.mentors.get(mentor.id.as_str()) {
                    None => {
                        self.mentors.insert(mentor.id.to_string(), mentor.clone());
                        self.apply();
                    }
                    Some(first) if first == mentor => self.find(Code::DuplicateRecord),
                    Some(_) => self.find(Code::ConflictingRecords),
                },
                Record::Plan(plan) if !is_plan(plan) => self.find(Code::InvalidPlan),
                Record::Plan(plan) => match self.plans.get(plan.id.as_str()) {
                    None => {
                        self.plans.insert(plan.id.to_string(), plan.clone());
                        self.apply();
                    }
                    Some(first) if first == plan => self.find(Code::DuplicateRecord),
                    Some(_) => self.find(Code::ConflictingRecords),
                },
                _ => {}
            }
        }
        if self.plans.is_empty() {
            let plan = ContactPlan::new(PlanId::new("three_a_week").unwrap());
            self.plans.insert(plan.id.to_string(), plan);
        }
    }

    fn assign(&mut self, records: &[&Record], book: &Book) {
        for record in records {
            let Record::Assignment(assignment) = record else { continue };
            if !book.rows.contains_key(assignment.student.as_str()) {
                self.find(Code::UnknownStudent);
            } else if !self.mentors.contains_key(assignment.mentor.as_str()) {
                self.find(Code::UnknownMentor);
            } else if assignment.plan.as_ref().is_some_and(|plan| !self.plans.contains_key(plan.as_str())) {
                self.find(Code::UnknownPlan);
            } else if assignment.end.is_some_and(|end| end < assignment.begin) {
                self.find(Code::DatesOutOfOrder);
            } else if self.assignments.contains(assignment) {
                self.find(Code::DuplicateRecord);
            } else {
                self.assignments.push(assignment.clone());
                self.apply();
            }
        }
        self.assignments
            .sort_by_key(|assignment| (assignment.begin, assignment.end.is_none(), assignment.end));
        // A second mentor who answers while another does: one finding for each who comes to another.
        for (n, later) in self.assignments.clone().iter().enumerate() {
            let comes_to = |before: &Assignment| {
                before.student == later.student
                    && before.role == AssignmentRole::Primary
                    && holds(before, later.begin)
            };
            if later.role == AssignmentRole::Primary && self.assignments[..n].iter().any(comes_to) {
                self.find(Code::OverlappingAssignment);
            }
        }
    }

    fn meet(&mut self, records: &[&Record], book: &Book, raised: &mut Vec<(BarrierRecord, bool)>) {
        for record in records {
            let Record::CheckIn(check_in) = record else { continue };
            let CheckIn { student, mentor, date, time, mode, minutes, outcome, barriers, .. } = check_in;
            if !book.rows.contains_key(student.as_str()) {
                self.find(Code::UnknownStudent);
                continue;
            }
            if !self.mentors.contains_key(mentor.as_str()) {
                self.find(Code::UnknownMentor);
                continue;
            }
            if !in_year(*date) {
                self.find(Code::DateOutsideYear);
                continue;
            }
            raised.extend(
                barriers
                    .iter()
                    .map(|barrier| (learn(student.as_str(), barrier, *date, BarrierSource::CheckIn), false)),
            );
            let met = Met {
                student: student.to_string(),
                date: *date,
                time: *time,
                mentor: Some(mentor.to_string()),
                mode: *mode,
                minutes: minutes.map(ContactMinutes::get),
                outcome: *outcome,
                circle: false,
            };
            if self.contacts.contains(&met) {
                self.find(Code::DuplicateContact);
                continue;
            }
            self.apply();
            self.wonder(&met, book);
            self.contacts.push(met);
        }
        let mut at_once: BTreeMap<_, BTreeSet<_>> = BTreeMap::new();
        for met in self.contacts.iter().filter(|met| met.outcome == ContactOutcome::Met && met.time.is_some())
        {
            at_once.entry((&met.student, met.date, met.time)).or_default().insert(&met.mentor);
        }
        let more: usize = at_once.values().map(|mentors| mentors.len() - 1).sum();
        (0..more).for_each(|_| self.find(Code::SimultaneousContacts));
    }

    // What is odd about a check-in that counts.
    fn wonder(&mut self, met: &Met, book: &Book) {
        let assigned: Vec<String> = self
            .assignments
            .iter()
            .filter(|assignment| assignment.student.as_str() == met.student && holds(assignment, met.date))
            .map(|assignment| assignment.mentor.to_string())
            .collect();
        if assigned.is_empty() {
            self.find(Code::ContactOutsideAssignment);
        } else if !assigned.contains(met.mentor.as_ref().unwrap()) {
            self.find(Code::ContactByOtherMentor);
        }
        let days: Vec<_> = book.rows[&met.student].iter().filter_map(|row| row.days.get(&met.date)).collect();
        if days.is_empty() {
            self.find(Code::ContactOnNonSchoolDay);
        }
        let missed = |content: &super::book::Content| {
            let parts = content.iter().filter(|(code, _)| code.status().is_absence()).map(|(_, part)| *part);
            parts.sum::<super::rational::Q>() == super::rational::Q::ONE
        };
        let all_day = !days.is_empty() && days.iter().all(|day| day.as_ref().is_some_and(missed));
        if all_day && met.mode == ContactMode::InPerson && met.outcome == ContactOutcome::Met {
            self.find(Code::ContactOnAbsentDay);
        }
    }

    fn gather(&mut self, records: &[&Record], book: &Book) {
        for record in records {
            let Record::Circle(circle) = record else { continue };
            if !in_year(circle.date) {
                self.find(Code::DateOutsideYear);
                continue;
            }
            let students: BTreeSet<_> = circle.students.iter().cloned().collect();
            let mentors: BTreeSet<_> = circle.mentors.iter().cloned().collect();
            let known_students: Vec<_> =
                students.iter().filter(|id| book.rows.contains_key(id.as_str())).cloned().collect();
            let known_mentors: Vec<_> =
                mentors.iter().filter(|id| self.mentors.contains_key(id.as_str())).cloned().collect();
            if known_students.is_empty() {
                self.find(Code::UnknownStudent);
                continue;
            }
            if known_students.len() < students.len() || known_mentors.len() < mentors.len() {
                self.find(Code::CircleMemberUnknown);
            }
            let held = Circle { students: known_students, mentors: known_mentors, ..circle.clone() };
            match self.circles.get(held.id.as_str()) {
                None => {
                    self.circles.insert(held.id.to_string(), held);
                    self.apply();
                }
                Some(first) if *first == held => self.find(Code::DuplicateRecord),
                Some(_) => self.find(Code::ConflictingRecords),
            }
        }
        for circle in self.circles.values() {
            for student in &circle.students {
                let mentor = self.own_mentor(student.as_str(), circle);
                self.contacts.push(Met {
                    student: student.to_string(),
                    date: circle.date,
                    time: None,
                    mentor,
                    mode: circle.mode,
                    minutes: circle.minutes.map(ContactMinutes::get),
                    outcome: ContactOutcome::Met,
                    circle: true,
                });
            }
        }
    }

    // Whose contact presence in a circle is: that of a mentor present who answers for the student, of several the
    // one whose plan asks most; else of one who helps; else of the first present.
    fn own_mentor(&self, student: &str, circle: &Circle) -> Option<String> {
        let present: BTreeSet<String> = circle.mentors.iter().map(ToString::to_string).collect();
        for role in [AssignmentRole::Primary, AssignmentRole::Secondary] {
            let mut best: Option<(Option<&ContactPlan>, String)> = None;
            for assignment in &self.assignments {
                let here = assignment.student.as_str() == student && holds(assignment, circle.date);
                let mentor = assignment.mentor.to_string();
                if !here || assignment.role != role || !present.contains(&mentor) {
                    continue;
                }
                let plan = plan_on(&self.plans, assignment, circle.date);
                let better = best.as_ref().is_none_or(|(other, of)| match asks_more(plan, *other) {
                    std::cmp::Ordering::Equal => mentor < *of,
                    order => order.is_gt(),
                });
                if better {
                    best = Some((plan, mentor));
                }
            }
            if let Some((_, mentor)) = best {
                return Some(mentor);
            }
        }
        present.first().cloned()
    }

    fn call(&mut self, records: &[&Record], book: &Book, raised: &mut Vec<(BarrierRecord, bool)>) {
        for record in records {
            let Record::Call(call) = record else { continue };
            if !book.rows.contains_key(call.student.as_str()) {
                self.find(Code::UnknownStudent);
            } else if !in_year(call.date) {
                self.find(Code::DateOutsideYear);
            } else if call.mentor.as_ref().is_some_and(|id| !self.mentors.contains_key(id.as_str())) {
                self.find(Code::UnknownMentor);
            } else {
                raised.extend(call.barriers.iter().map(|barrier| {
                    (learn(call.student.as_str(), barrier, call.date, BarrierSource::HomeCall), false)
                }));
                if self.calls.contains(call) {
                    self.find(Code::DuplicateContact);
                } else {
                    self.calls.push(call.clone());
                    self.apply();
                }
            }
        }
    }

    fn promise(&mut self, records: &[&Record], book: &Book) {
        let mut kept: Vec<&FollowUp> = Vec::new();
        for record in records {
            let Record::FollowUp(promise) = record else { continue };
            if !book.rows.contains_key(promise.student.as_str()) {
                self.find(Code::UnknownStudent);
            } else if !self.mentors.contains_key(promise.mentor.as_str()) {
                self.find(Code::UnknownMentor);
            } else if promise.due < promise.raised_on
                || promise.done_on.is_some_and(|d| d < promise.raised_on)
            {
                self.find(Code::DatesOutOfOrder);
            } else if kept.contains(&promise) {
                self.find(Code::DuplicateRecord);
            } else {
                kept.push(promise);
                self.apply();
            }
        }
    }

    // A barrier raised again before it was resolved is the same; one that was only mentioned is no record.
    fn bar(&mut self, records: &[&Record], book: &Book, raised: Vec<(BarrierRecord, bool)>) {
        let mut known = raised;
        for record in records {
            let Record::Barrier(barrier) = record else { continue };
            if !book.rows.contains_key(barrier.student.as_str()) {
                self.find(Code::UnknownStudent);
            } else if barrier.resolved_on.is_some_and(|end| end < barrier.learnt_on) {
                self.find(Code::DatesOutOfOrder);
            } else {
                known.push((barrier.clone(), true));
            }
        }
        known.sort_by_key(|(b, is_record)| {
            (b.learnt_on, b.learnt_from, b.resolved_on.is_none(), b.resolved_on, !is_record)
        });
        for (barrier, is_record) in known {
            let open = self.barriers.iter_mut().find(|before| {
                before.student == barrier.student
                    && before.barrier == barrier.barrier
                    && before.resolved_on.is_none_or(|end| barrier.learnt_on <= end)
            });
            if let Some(open) = open {
                open.resolved_on = match (open.resolved_on, barrier.resolved_on) {
                    (Some(a), Some(b)) => Some(a.min(b)),
                    (a, b) => a.or(b),
                };
                if is_record {
                    self.find(Code::DuplicateRecord);
                }
            } else {
                self.barriers.push(barrier);
                if is_record {
                    self.apply();
                }
            }
        }
    }
}

fn learn(
    student: &str,
    barrier: &Barrier,
    learnt_on: NaiveDate,
    learnt_from: BarrierSource,
) -> BarrierRecord {
    let student = homeroom::StudentId::new(student).unwrap();
    BarrierRecord { student, barrier: barrier.clone(), learnt_on, learnt_from, resolved_on: None }
}

fn is_plan(plan: &ContactPlan) -> bool {
    let (asks, of) = (plan.contacts_per_week.numerator(), plan.contacts_per_week.denominator());
    let contacts = 0 < asks && asks <= 35 * of && of <= 1000;
    let days = 1 <= plan.days_per_week && plan.days_per_week <= 7;
    let dates = plan.begin.is_none() || plan.end.is_none() || plan.begin <= plan.end;
    contacts && days && !plan.modes.is_empty() && dates
}

/// Which of two plans asks for more on a day; of equals the one of the lesser identifier does.
pub fn asks_more(a: Option<&ContactPlan>, b: Option<&ContactPlan>) -> std::cmp::Ordering {
    let asks = |plan: &ContactPlan| {
        super::rational::Q::from(plan.contacts_per_week) / super::rational::Q::int(plan.days_per_week)
    };
    let more = a.map(asks).cmp(&b.map(asks));
    more.then_with(|| b.map(|plan| &plan.id).cmp(&a.map(|plan| &plan.id)))
}
