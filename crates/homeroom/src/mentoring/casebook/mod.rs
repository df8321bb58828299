//! The casebook: everything that was recorded of a mentoring program, in order and indexed.

mod build;
mod by_student;
mod contact;
mod index;
mod report;
mod settle;

pub use build::CasebookBuilder;
pub use contact::{Contact, ContactOrigin};
pub use report::CasebookReport;

pub(super) use by_student::ByStudent;
pub(super) use contact::{Details, NO_MENTOR};
pub(super) use index::{Assigned, Segment};

use super::{
    BarrierRecord, CallOutcome, Circle, ContactPlan, FollowUp, Intervention, Mentor, Program,
    StudentIntervention,
};
use crate::{CircleId, MentorId, StudentId};
use chrono::NaiveDate;
use std::collections::BTreeSet;

/// Everything that was recorded of a mentoring program: mentors, assignments, contacts, calls, barriers, and the
/// program around them. It spans school years; a [`MentoringReading`](super::MentoringReading) asks it about one.
///
/// Mentors and students are in the order of their identifiers and named by their index; a student's contacts
/// stand together in order of dates, 16 bytes each.
#[derive(Clone, PartialEq, Eq)]
pub struct Casebook {
    pub(super) mentors: Vec<Mentor>,
    pub(super) students: Vec<StudentId>,
    pub(super) plans: Vec<ContactPlan>,
    pub(super) assignments: ByStudent<Assigned>,
    pub(super) segments: ByStudent<Segment>,
    pub(super) contacts: ByStudent<Contact>,
    // What was shared in some of the contacts, by the contact's index, in order.
    pub(super) details: Vec<(u32, Details)>,
    pub(super) circles: Vec<Circle>,
    // Circles of which children were left out, because nothing else names them.
    pub(super) partial_circles: BTreeSet<CircleId>,
    pub(super) calls: ByStudent<Call>,
    pub(super) follow_ups: ByStudent<FollowUp>,
    pub(super) barriers: ByStudent<BarrierRecord>,
    pub(super) interventions: Vec<Intervention>,
    pub(super) student_interventions: ByStudent<StudentIntervention>,
    pub(super) program: Program,
}

/// A call home as the casebook keeps it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(super) struct Call {
    pub(super) date: NaiveDate,
    pub(super) outcome: CallOutcome,
    pub(super) mentor: u32,
}

impl Casebook {
    /// The mentors, in the order of their identifiers.
    pub fn mentors(&self) -> &[Mentor] {
        &self.mentors
    }

    /// The index of a mentor, where there is one of that identifier.
    pub fn find_mentor(&self, id: &str) -> Option<usize> {
        self.mentors.binary_search_by(|mentor| mentor.id.as_str().cmp(id)).ok()
    }

    /// A mentor's identifier.
    pub fn mentor_id(&self, mentor: usize) -> &MentorId {
        &self.mentors[mentor].id
    }

    /// The students whom any record names, in order.
    pub fn students(&self) -> &[StudentId] {
        &self.students
    }

    /// The index of a student, where any record names one of that identifier.
    pub fn find_student(&self, id: &str) -> Option<usize> {
        self.students.binary_search_by(|student| student.as_str().cmp(id)).ok()
    }

    /// The contact plans, in the order of their identifiers.
    pub fn plans(&self) -> &[ContactPlan] {
        &self.plans
    }

    /// A student's contacts, made and attempted, in order of dates.
    pub fn contacts_of(&self, student: usize) -> &[Contact] {
        self.contacts.of(student)
    }

    /// The number of contacts of all students.
    pub fn contact_count(&self) -> usize {
        self.contacts.all().len()
    }

    /// The circles, in order of dates and identifiers.
    pub fn circles(&self) -> &[Circle] {
        &self.circles
    }

    /// A student's barriers, in order of the days they were learnt of.
    pub fn barriers_of(&self, student: usize) -> &[BarrierRecord] {
        self.barriers.of(student)
    }

    /// The catalogue of interventions, in the order of identifiers.
    pub fn interventions(&self) -> &[Intervention] {
        &self.interventions
    }

    /// An intervention of the catalogue.
    pub fn intervention(&self, id: &str) -> Option<&Intervention> {
        let found = self.interventions.binary_search_by(|intervention| intervention.id.as_str().cmp(id));
        found.ok().map(|index| &self.interventions[index])
    }

    /// A student's interventions, in the order of their beginnings.
    pub fn interventions_of(&self, student: usize) -> &[StudentIntervention] {
        self.student_interventions.of(student)
    }

    /// The program around the mentoring.
    pub fn program(&self) -> &Program {
        &self.program
    }

    /// The last date of a contact or call.
    pub fn last_recorded_date(&self) -> Option<NaiveDate> {
        let contacts = self.contacts.all().iter().map(|contact| contact.date);
        contacts.chain(self.calls.all().iter().map(|call| call.date)).max()
    }
}

impl Default for Casebook {
    /// A casebook without a record.
    fn default() -> Self {
        CasebookBuilder::default().close([]).0
    }
}

impl std::fmt::Debug for Casebook {
    /// Counts only: who is in a casebook is personal data.
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("Casebook")
            .field("mentors", &self.mentors.len())
            .field("students", &self.students.len())
            .field("contacts", &self.contact_count())
            .finish_non_exhaustive()
    }
}
