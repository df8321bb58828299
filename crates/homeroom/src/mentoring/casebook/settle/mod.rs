//! Settling the records of a casebook: which count, in what order, and what is found.

mod assignments;
mod barriers;
mod circles;
mod contacts;
mod interventions;
mod once;
mod years;

pub(super) use years::Years;

use super::{ByStudent, Call, Casebook, CasebookBuilder, CasebookReport, NO_MENTOR};
use crate::{
    Action, CircleId, Finding, FindingCode, MentorId, Place, PlanId, StudentId,
    mentoring::{BarrierRecord, ContactPlan, FollowUp, HomeCall, Mentor},
};
use std::{collections::BTreeSet, sync::Arc};

/// What is known while the records are settled.
pub(super) struct Settling<'a, 'r> {
    pub(super) years: &'a Years<'r>,
    pub(super) mentors: Vec<Mentor>,
    pub(super) plans: Vec<ContactPlan>,
    pub(super) partial_circles: BTreeSet<CircleId>,
    pub(super) report: CasebookReport,
}

pub(super) fn settle(builder: CasebookBuilder, years: &Years<'_>) -> (Casebook, CasebookReport) {
    let mut settling = Settling {
        years,
        mentors: Vec::new(),
        plans: Vec::new(),
        partial_circles: BTreeSet::new(),
        report: CasebookReport::default(),
    };
    settling.mentors = settling.once(builder.mentors, |mentor| mentor.id.clone());
    let plans = settling.valid_plans(builder.plans);
    settling.plans = settling.once(plans, |plan| plan.id.clone());
    if settling.plans.is_empty() {
        settling.plans.extend(PlanId::new("three_a_week").map(ContactPlan::new));
    }
    let assigned = settling.assignments(builder.assignments);
    let circles = settling.circles(builder.circles);
    let calls = settling.calls(builder.calls);
    let follow_ups = settling.follow_ups(builder.follow_ups);
    let interventions = settling.catalogue(builder.interventions);
    let student_interventions = settling.student_interventions(
        builder.student_interventions,
        builder.intervention_statuses,
        &interventions,
    );
    let mut barriers = builder.barriers;
    barriers.extend(settling.raised(builder.raised));
    barriers.extend(barriers::of_interviews(&builder.program.interviews));
    let barriers = settling.barriers(barriers);

    let mut students: Vec<StudentId> =
        builder.students.texts.iter().filter_map(|id| StudentId::new(id).ok()).collect();
    students.extend(assigned.iter().map(|assigned| assigned.assignment.student.clone()));
    students.extend(circles.iter().flat_map(|circle| circle.students.iter().cloned()));
    students.extend(calls.iter().map(|call| call.student.clone()));
    students.extend(follow_ups.iter().map(|follow_up| follow_up.student.clone()));
    students.extend(barriers.iter().map(|barrier| barrier.student.clone()));
    students.extend(student_interventions.iter().map(|intervention| intervention.student.clone()));
    students.extend(builder.program.interviews.iter().filter_map(|interview| interview.student.clone()));
    students.sort_unstable();
    students.dedup();
    students.retain(|student| years.knows(student.as_str()));

    let find = |student: &StudentId| students.binary_search(student).ok().map(|index| index as u32);
    let number = students.len();
    let assignments = ByStudent::from_sorted(
        number,
        assigned.into_iter().filter_map(|assigned| Some((find(&assigned.assignment.student)?, assigned))),
    );
    let segments = settling.segments(number, &assignments);
    let gathered = contacts::Gathering {
        contacts: builder.contacts,
        details: builder.details,
        students: &builder.students.texts,
        mentors: &builder.mentor_names.texts,
        files: &builder.files,
    };
    let (contacts, details) = settling.contacts(gathered, &students, &segments, &circles);
    let call = |call: HomeCall| {
        let mentor = call.mentor.and_then(|id| settling.find_mentor(&id)).unwrap_or(NO_MENTOR);
        Some((find(&call.student)?, Call { date: call.date, outcome: call.outcome, mentor }))
    };
    let calls = ByStudent::from_sorted(number, calls.into_iter().filter_map(call));
    let casebook = Casebook {
        assignments,
        segments,
        contacts,
        details,
        circles,
        partial_circles: settling.partial_circles,
        calls,
        follow_ups: ByStudent::from_sorted(
            number,
            follow_ups.into_iter().filter_map(|follow_up| Some((find(&follow_up.student)?, follow_up))),
        ),
        barriers: ByStudent::from_sorted(
            number,
            barriers.into_iter().filter_map(|barrier| Some((find(&barrier.student)?, barrier))),
        ),
        interventions,
        student_interventions: ByStudent::from_sorted(
            number,
            student_interventions.into_iter().filter_map(|record| Some((find(&record.student)?, record))),
        ),
        program: builder.program,
        students,
        mentors: settling.mentors,
        plans: settling.plans,
    };
    (casebook, settling.report)
}

impl Settling<'_, '_> {
    pub(super) fn find_mentor(&self, id: &MentorId) -> Option<u32> {
        self.mentors.binary_search_by(|mentor| mentor.id.cmp(id)).ok().map(|mentor| mentor as u32)
    }

    /// Counts a record that counts as it stands.
    pub(super) fn apply(&mut self, file: Option<Arc<str>>) {
        let intake = self.report.intakes.entry(file).or_default();
        intake.read += 1;
        intake.applied += 1;
    }

    /// Counts a record as its finding's action says.
    pub(super) fn settle_by(&mut self, finding: Finding) {
        let intake = self.report.intakes.entry(finding.place.file.clone()).or_default();
        intake.read += 1;
        *match finding.code.action() {
            Action::Rejected => &mut intake.rejected,
            Action::Merged => &mut intake.merged,
            Action::Superseded => &mut intake.superseded,
            Action::Assumed | Action::Noted => &mut intake.applied,
        } += 1;
        self.report.findings.push(finding);
    }

    /// Adds a finding about a record that is counted elsewhere.
    pub(super) fn note(&mut self, finding: Finding) {
        self.report.findings.push(finding);
    }

    // The barriers that check-ins and calls raised which are used themselves.
    fn raised(
        &self,
        raised: Vec<(BarrierRecord, Option<MentorId>)>,
    ) -> impl Iterator<Item = (BarrierRecord, Option<Place>)> {
        raised.into_iter().filter_map(|(record, mentor)| {
            let in_year = self.years.index_of(record.learnt_on).is_some();
            let known = mentor.is_none_or(|mentor| self.find_mentor(&mentor).is_some());
            (in_year && known).then_some((record, None))
        })
    }

    fn valid_plans(&mut self, plans: Vec<(ContactPlan, Place)>) -> Vec<(ContactPlan, Place)> {
        let mut valid = Vec::new();
        for (plan, place) in plans {
            match plan.check() {
                Ok(()) => valid.push((plan, place)),
                Err(error) => {
                    let finding = Finding::new(FindingCode::InvalidPlan, place);
                    self.settle_by(finding.detail(error.to_string()));
                }
            }
        }
        valid
    }

    fn calls(&mut self, calls: Vec<(HomeCall, Place)>) -> Vec<HomeCall> {
        let mut kept: Vec<(HomeCall, Place)> = Vec::new();
        for (call, place) in calls {
            let finding =
                |code| Finding::new(code, place.clone()).student(call.student.as_str()).date(call.date);
            if !self.years.knows(call.student.as_str()) {
                self.settle_by(Finding::new(FindingCode::UnknownStudent, place.clone()).date(call.date));
            } else if self.years.index_of(call.date).is_none() {
                self.settle_by(finding(FindingCode::DateOutsideYear));
            } else if call.mentor.as_ref().is_some_and(|mentor| self.find_mentor(mentor).is_none()) {
                self.settle_by(finding(FindingCode::UnknownMentor));
            } else {
                kept.push((call, place));
            }
        }
        let key = |call: &HomeCall| {
            (call.student.clone(), call.date, call.outcome, call.mentor.clone(), call.barriers.clone())
        };
        self.settled(kept, key, FindingCode::DuplicateContact)
    }

    fn follow_ups(&mut self, follow_ups: Vec<(FollowUp, Place)>) -> Vec<FollowUp> {
        let mut kept: Vec<(FollowUp, Place)> = Vec::new();
        for (follow_up, place) in follow_ups {
            let FollowUp { student, mentor, raised_on, due, done_on, .. } = &follow_up;
            let finding = |code| Finding::new(code, place.clone()).student(student.as_str()).date(*raised_on);
            if !self.years.knows(student.as_str()) {
                self.settle_by(Finding::new(FindingCode::UnknownStudent, place.clone()).date(*raised_on));
            } else if self.find_mentor(mentor).is_none() {
                self.settle_by(finding(FindingCode::UnknownMentor));
            } else if due < raised_on || done_on.is_some_and(|done| done < *raised_on) {
                self.settle_by(finding(FindingCode::DatesOutOfOrder));
            } else {
                kept.push((follow_up, place));
            }
        }
        // Of a promise said twice the first day it was done counts, so what became of it later changes nothing before.
        kept.sort_by_key(|(promise, _)| (promise.done_on.is_none(), promise.done_on));
        let key = |f: &FollowUp| (f.student.clone(), f.due, f.raised_on, f.mentor.clone(), f.what.clone());
        self.settled(kept, key, FindingCode::DuplicateRecord)
    }
}
