//! Gathering the records of a casebook.

use super::{
    Casebook, CasebookReport, Contact, ContactOrigin, Details,
    settle::{self, Years},
};
use crate::{
    MentorId, Place, Register, StudentId,
    mentoring::{
        Assignment, BarrierRecord, BarrierSource, CheckIn, Circle, ContactPlan, FollowUp, HomeCall,
        Intervention, InterventionStatusRecord, Mentor, Program, StudentIntervention,
    },
};
use rustc_hash::FxHashMap;
use std::sync::Arc;

/// Gathers the records of a mentoring program, in any order, and settles them into a [`Casebook`].
///
/// ```
/// use homeroom::{*, mentoring::*};
/// use chrono::NaiveDate;
/// let day = |d| NaiveDate::from_ymd_opt(2022, 1, d).unwrap();
/// let mut calendar = Calendar::with_default_length();
/// for d in 3..=7 { calendar.set(day(d), CalendarEvent::InstructionalDay); }
/// let mut builder = RegisterBuilder::new(SchoolYear::ending(2022)?);
/// builder.add_calendar(SchoolId::new("A")?, calendar);
/// builder.add_enrollment(Enrollment::new(StudentId::new("s1")?, SchoolId::new("A")?, day(3)), Place::default());
/// let (register, _) = builder.open()?.close()?;
///
/// let (student, mentor) = (StudentId::new("s1")?, MentorId::new("m1")?);
/// let mut casebook = CasebookBuilder::default();
/// casebook.add_mentor(Mentor::new(mentor.clone(), MentorKind::Teacher), Place::default());
/// casebook.add_assignment(Assignment::new(mentor.clone(), student.clone(), day(3)), Place::default());
/// casebook.add_check_in(CheckIn::new(student.clone(), mentor.clone(), day(4), ContactOutcome::Met), Place::default());
/// casebook.add_check_in(CheckIn::new(student, mentor, day(4), ContactOutcome::Met), Place::default());
/// let (casebook, report) = casebook.close([&register]);
/// assert_eq!(casebook.contact_count(), 1); // it was said twice
/// assert_eq!((report.intake().read, report.intake().merged), (4, 1));
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
#[derive(Default)]
pub struct CasebookBuilder {
    pub(super) mentors: Vec<(Mentor, Place)>,
    pub(super) plans: Vec<(ContactPlan, Place)>,
    pub(super) assignments: Vec<(Assignment, Place)>,
    pub(super) students: Names,
    pub(super) mentor_names: Names,
    pub(super) contacts: Vec<Gathered>,
    pub(super) details: Vec<Details>,
    pub(super) circles: Vec<(Circle, Place)>,
    pub(super) calls: Vec<(HomeCall, Place)>,
    pub(super) follow_ups: Vec<(FollowUp, Place)>,
    pub(super) barriers: Vec<(BarrierRecord, Option<Place>)>,
    pub(super) interventions: Vec<(Intervention, Place)>,
    pub(super) student_interventions: Vec<(StudentIntervention, Place)>,
    pub(super) intervention_statuses: Vec<(InterventionStatusRecord, Place)>,
    // Barriers that check-ins and calls raise, with the mentor: they count as their record does.
    pub(super) raised: Vec<(BarrierRecord, Option<MentorId>)>,
    pub(super) program: Program,
    pub(super) files: Vec<Option<Arc<str>>>,
}

/// Identifiers by the number under which they were met first.
#[derive(Default)]
pub(super) struct Names {
    numbers: FxHashMap<Box<str>, u32>,
    pub(super) texts: Vec<Box<str>>,
}

impl Names {
    fn number(&mut self, text: &str) -> u32 {
        if let Some(number) = self.numbers.get(text) {
            return *number;
        }
        let number = self.texts.len() as u32;
        self.numbers.insert(text.into(), number);
        self.texts.push(text.into());
        number
    }
}

/// No details.
pub(super) const NOTHING: u32 = u32::MAX;

/// A contact as it was gathered: of which student, and from where.
#[derive(Debug, Clone, Copy)]
pub(super) struct Gathered {
    pub(super) student: u32,
    pub(super) contact: Contact,
    pub(super) details: u32,
    pub(super) file: u16,
    // 0 where it has none; a file of four thousand million rows is none.
    pub(super) row: u32,
}

impl CasebookBuilder {
    /// Adds a mentor.
    pub fn add_mentor(&mut self, mentor: Mentor, place: Place) {
        self.mentors.push((mentor, place));
    }

    /// Adds a contact plan. Where no valid one is added, the one of [`ContactPlan::new`] is in force for
    /// everybody.
    pub fn add_plan(&mut self, plan: ContactPlan, place: Place) {
        self.plans.push((plan, place));
    }

    /// Adds an assignment.
    pub fn add_assignment(&mut self, assignment: Assignment, place: Place) {
        self.assignments.push((assignment, place));
    }

    /// Adds a check-in; the barriers raised in it become the student's.
    #[allow(clippy::needless_pass_by_value, reason = "a place is given with every record in the same way")]
    pub fn add_check_in(&mut self, check_in: CheckIn, place: Place) {
        let CheckIn { student, mentor, date, time, mode, minutes, outcome, .. } = &check_in;
        self.raise(student, Some(mentor), &check_in.barriers, (*date, BarrierSource::CheckIn));
        let mentor = self.mentor_names.number(mentor.as_str());
        let how = (*outcome, ContactOrigin::CheckIn);
        let contact = Contact::new(*date, *time, mentor, (*mode, *minutes), how);
        let student = self.students.number(student.as_str());
        let CheckIn { feeling, strengths, goals, note, .. } = check_in;
        let details = Details { feeling, strengths, goals, note };
        let details = if details.is_empty() {
            NOTHING
        } else {
            self.details.push(details);
            self.details.len() as u32 - 1
        };
        let file = self.file(&place);
        let row = place.row.unwrap_or(0) as u32;
        self.contacts.push(Gathered { student, contact, details, file, row });
    }

    /// Adds a circle.
    pub fn add_circle(&mut self, circle: Circle, place: Place) {
        self.circles.push((circle, place));
    }

    /// Adds a call home; the barriers learnt of in it become the student's.
    pub fn add_home_call(&mut self, call: HomeCall, place: Place) {
        let learnt = (call.date, BarrierSource::HomeCall);
        self.raise(&call.student, call.mentor.as_ref(), &call.barriers, learnt);
        self.calls.push((call, place));
    }

    /// Adds a follow-up.
    pub fn add_follow_up(&mut self, follow_up: FollowUp, place: Place) {
        self.follow_ups.push((follow_up, place));
    }

    /// Adds a barrier. One of the same student and name that a check-in, call or interview raised on another day
    /// before it was resolved is the same barrier.
    pub fn add_barrier(&mut self, barrier: BarrierRecord, place: Place) {
        self.barriers.push((barrier, Some(place)));
    }

    /// Adds an intervention to the catalogue.
    pub fn add_intervention(&mut self, intervention: Intervention, place: Place) {
        self.interventions.push((intervention, place));
    }

    /// Adds a student's intervention with its whole history.
    pub fn add_student_intervention(&mut self, intervention: StudentIntervention, place: Place) {
        self.student_interventions.push((intervention, place));
    }

    /// Adds one line of a student's history with an intervention; lines of one student and intervention make a history
    /// in the order of their dates.
    pub fn add_intervention_status(&mut self, status: InterventionStatusRecord, place: Place) {
        self.intervention_statuses.push((status, place));
    }

    /// The program around the mentoring. The barriers named in an interview with or about a student become that
    /// student's.
    pub fn set_program(&mut self, program: Program) {
        self.program = program;
    }

    /// Settles what was gathered against the registers of the school years it speaks of.
    ///
    /// Nothing depends on the order of the records, but of mentors, plans and circles that contradict each other the
    /// first counts.
    pub fn close<'a>(self, registers: impl IntoIterator<Item = &'a Register>) -> (Casebook, CasebookReport) {
        settle::settle(self, &Years::new(registers.into_iter().collect()))
    }

    fn raise(
        &mut self,
        student: &StudentId,
        mentor: Option<&MentorId>,
        barriers: &[crate::mentoring::Barrier],
        (learnt_on, learnt_from): (chrono::NaiveDate, BarrierSource),
    ) {
        self.raised.extend(barriers.iter().map(|barrier| {
            let (student, barrier) = (student.clone(), barrier.clone());
            (BarrierRecord { student, barrier, learnt_on, learnt_from, resolved_on: None }, mentor.cloned())
        }));
    }

    fn file(&mut self, place: &Place) -> u16 {
        if let Some(file) = self.files.iter().rposition(|file| *file == place.file) {
            return file as u16;
        }
        self.files.push(place.file.clone());
        self.files.len() as u16 - 1
    }
}

impl std::fmt::Debug for CasebookBuilder {
    /// Counts only: who is in a casebook is personal data.
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("CasebookBuilder")
            .field("mentors", &self.mentors.len())
            .field("contacts", &self.contacts.len())
            .finish_non_exhaustive()
    }
}
