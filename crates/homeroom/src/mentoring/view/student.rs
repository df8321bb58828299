//! A student's records in a view.

use super::{Access, ViewTotals};
use crate::mentoring::confidential::hidden_debug;
use crate::mentoring::{
    AssignmentRole, Barrier, BarrierSource, CallOutcome, Casebook, ContactMode, ContactOrigin,
    ContactOutcome, Details, EndReason, FollowUp, MentoringReading, Tier,
};
use chrono::{NaiveDate, NaiveTime};
use serde::Serialize;

/// A student in a view.
#[derive(Clone, PartialEq, Eq, PartialOrd, Ord, Serialize)]
pub struct StudentView {
    /// The assignments that began up to the date.
    pub assignments: Vec<AssignmentView>,
    /// The contacts.
    pub contacts: Vec<ContactView>,
    /// The calls home.
    pub calls: Vec<CallView>,
    /// The follow-ups.
    pub follow_ups: Vec<FollowUpView>,
    /// The barriers.
    pub barriers: Vec<BarrierView>,
    /// The identifier; for an analyst a number of this view.
    pub student: String,
}

/// An assignment in a view.
#[derive(Clone, PartialEq, Eq, PartialOrd, Ord, Serialize)]
pub struct AssignmentView {
    /// The first date.
    pub begin: NaiveDate,
    /// The last date, where it is not after the date of the view.
    pub end: Option<NaiveDate>,
    /// Whether the mentor answers for the plan.
    pub role: AssignmentRole,
    /// The tier.
    pub tier: Option<Tier>,
    /// Why it ended, where it has.
    pub end_reason: Option<EndReason>,
    /// The mentor's identifier.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub mentor: Option<String>,
    /// The mentor's name.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub mentor_name: Option<String>,
}

/// A contact in a view.
#[derive(Clone, PartialEq, Eq, PartialOrd, Ord, Serialize)]
pub struct ContactView {
    /// The date.
    pub date: NaiveDate,
    /// The time.
    pub time: Option<NaiveTime>,
    /// How it took place.
    pub mode: ContactMode,
    /// Its length in minutes.
    pub minutes: Option<u16>,
    /// Whether it was made.
    pub outcome: ContactOutcome,
    /// Check-in or circle.
    pub origin: ContactOrigin,
    /// How the student feels about school, 1 to 5.
    pub feeling: Option<u8>,
    /// The mentor's identifier.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub mentor: Option<String>,
    /// Strengths that showed.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub strengths: Vec<String>,
    /// Goals that were set.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub goals: Vec<String>,
    /// The note.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub note: Option<String>,
}

/// A call home in a view.
#[derive(Clone, PartialEq, Eq, PartialOrd, Ord, Serialize)]
pub struct CallView {
    /// The date.
    pub date: NaiveDate,
    /// What became of it.
    pub outcome: CallOutcome,
    /// The mentor who called.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub mentor: Option<String>,
}

/// A follow-up in a view.
#[derive(Clone, PartialEq, Eq, PartialOrd, Ord, Serialize)]
pub struct FollowUpView {
    /// When it was promised.
    pub raised_on: NaiveDate,
    /// By when.
    pub due: NaiveDate,
    /// When it was done, up to the date of the view.
    pub done_on: Option<NaiveDate>,
    /// Who is to do it.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub mentor: Option<String>,
    /// What.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub what: Option<String>,
}

/// A barrier in a view.
#[derive(Clone, PartialEq, Eq, PartialOrd, Ord, Serialize)]
pub struct BarrierView {
    /// When it was learnt of.
    pub learnt_on: NaiveDate,
    /// Which.
    pub barrier: Barrier,
    /// Where it was learnt of.
    pub learnt_from: BarrierSource,
    /// When it was resolved, up to the date of the view.
    pub resolved_on: Option<NaiveDate>,
}

hidden_debug!(StudentView, AssignmentView, ContactView, CallView, FollowUpView, BarrierView);

// Numbers in an order that does not depend on the identifiers: by what is known of the students.
pub(super) fn number(students: &mut [StudentView]) {
    for student in students.iter_mut() {
        student.student.clear();
    }
    students.sort_unstable();
    for (number, student) in (1..).zip(students) {
        student.student = format!("{number}");
    }
}

impl MentoringReading<'_> {
    pub(super) fn student_views(&self, access: &Access<'_>, totals: &mut ViewTotals) -> Vec<StudentView> {
        let students = access.students.iter();
        students.map(|student| self.student_view(*student, access, totals)).collect()
    }

    fn student_view(&self, student: usize, access: &Access<'_>, totals: &mut ViewTotals) -> StudentView {
        let casebook = self.casebook;
        let (as_of, persons) = (access.as_of, access.viewer.knows_persons());
        let mentor_id = |mentor: u32| persons.then(|| known_mentor(casebook, mentor)).flatten();
        let past = |date: Option<NaiveDate>| date.filter(|date| *date <= as_of);

        let assigned = casebook.assignments.of(student).iter();
        let assignments = assigned.filter(|assigned| assigned.assignment.begin <= as_of).map(|assigned| {
            let assignment = &assigned.assignment;
            let end = past(assignment.end);
            let name = casebook.mentors()[assigned.mentor as usize].name.as_ref().filter(|_| persons);
            let view = AssignmentView {
                begin: assignment.begin,
                end,
                role: assignment.role,
                tier: assignment.tier,
                end_reason: assignment.end_reason.filter(|_| end.is_some()),
                mentor: mentor_id(assigned.mentor),
                mentor_name: name.map(|name| name.reveal().to_owned()),
            };
            (assigned.mentor, view)
        });
        let range = casebook.contacts.range_of(student);
        let first = casebook.details.partition_point(|(contact, _)| (*contact as usize) < range.start);
        let mut shared = casebook.details[first..].iter().peekable();
        let mut contacts = Vec::new();
        for (index, contact) in range.zip(casebook.contacts.of(student)) {
            let details = shared.next_if(|(of, _)| *of as usize == index).map(|(_, details)| details);
            if contact.date > as_of {
                continue;
            }
            let mut view = ContactView {
                date: contact.date,
                time: contact.time(),
                mode: contact.mode,
                minutes: contact.minutes().map(super::super::ContactMinutes::get),
                outcome: contact.outcome,
                origin: contact.origin,
                feeling: None,
                mentor: mentor_id(contact.mentor),
                strengths: Vec::new(),
                goals: Vec::new(),
                note: None,
            };
            if let Some(details) = details {
                share(details, &mut view, access, contact.mentor(), totals);
            }
            contacts.push(view);
        }
        let calls = casebook
            .calls
            .of(student)
            .iter()
            .filter(|call| call.date <= as_of)
            .map(|call| CallView { date: call.date, outcome: call.outcome, mentor: mentor_id(call.mentor) });
        let follow_ups =
            casebook.follow_ups.of(student).iter().filter(|follow_up| follow_up.raised_on <= as_of);
        let follow_ups = follow_ups.map(|follow_up: &FollowUp| {
            let view = FollowUpView {
                raised_on: follow_up.raised_on,
                due: follow_up.due,
                done_on: past(follow_up.done_on),
                mentor: persons.then(|| follow_up.mentor.to_string()),
                what: follow_up.what.as_ref().filter(|_| persons).map(|what| what.reveal().to_owned()),
            };
            ((follow_up.mentor.clone(), follow_up.what.clone()), view)
        });
        let barriers = casebook.barriers.of(student).iter().filter(|barrier| barrier.learnt_on <= as_of);
        let barriers = barriers.map(|record| BarrierView {
            learnt_on: record.learnt_on,
            barrier: record.barrier.clone(),
            learnt_from: record.learnt_from,
            resolved_on: past(record.resolved_on),
        });
        StudentView {
            assignments: once_each(assignments),
            contacts: in_order(contacts),
            calls: in_order(calls),
            follow_ups: once_each(follow_ups),
            barriers: in_order(barriers),
            student: casebook.students()[student].to_string(),
        }
    }
}

// In the order of what is shown.
pub(super) fn in_order<T: Ord>(views: impl IntoIterator<Item = T>) -> Vec<T> {
    let mut views: Vec<T> = views.into_iter().collect();
    views.sort_unstable();
    views
}

// Records that differ only in what comes after the date are one as of it.
fn once_each<K: Ord, T: Ord>(views: impl Iterator<Item = (K, T)>) -> Vec<T> {
    let mut views: Vec<(K, T)> = views.collect();
    views.sort_unstable();
    views.dedup();
    in_order(views.into_iter().map(|(_, view)| view))
}

fn known_mentor(casebook: &Casebook, mentor: u32) -> Option<String> {
    casebook.mentors().get(mentor as usize).map(|mentor| mentor.id.to_string())
}

fn share(
    details: &Details,
    view: &mut ContactView,
    access: &Access<'_>,
    author: Option<usize>,
    totals: &mut ViewTotals,
) {
    view.feeling = details.feeling.map(super::super::Feeling::point);
    if access.viewer.knows_persons() {
        let reveal = |texts: &[super::super::Confidential]| {
            texts.iter().map(|text| text.reveal().to_owned()).collect::<Vec<_>>()
        };
        view.strengths = reveal(&details.strengths);
        view.goals = reveal(&details.goals);
    }
    if let Some(note) = &details.note {
        view.note = access.note(note, author).map(str::to_owned);
        totals.notes_withheld += u64::from(view.note.is_none());
    }
}
