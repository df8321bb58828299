//! The records of a program as plain lists, with a marker in every text, and the library's casebook of them.

use super::classroom::nth;
use chrono::NaiveDate;
use homeroom::{
    CircleId, District, DistrictId, EducationOrganizationId, InterventionId, MentorId, Place, Register,
    Roster, School, SchoolId, StudentId,
    mentoring::{
        Approach, Assignment, BarrierRecord, Casebook, CasebookBuilder, CasebookReport, CheckIn, Circle,
        CircleKind, Confidential, ContactMode, ContactOutcome, ContactPlan, DeliveryMethod, FollowUp,
        HomeCall, Intervention, InterventionClass, InterventionStatusRecord, Mentor, Note, Program,
        StudentIntervention, Visibility,
    },
};

pub fn student(n: impl std::fmt::Display) -> StudentId {
    StudentId::new(format!("stu{n}")).unwrap()
}

pub fn mentor(n: impl std::fmt::Display) -> MentorId {
    MentorId::new(format!("men{n}")).unwrap()
}

/// Everything that was recorded of a program.
#[derive(Clone, Debug, Default)]
pub struct Notebook {
    pub mentors: Vec<Mentor>,
    pub plans: Vec<ContactPlan>,
    pub assignments: Vec<Assignment>,
    pub check_ins: Vec<CheckIn>,
    pub circles: Vec<Circle>,
    pub calls: Vec<HomeCall>,
    pub follow_ups: Vec<FollowUp>,
    pub barriers: Vec<BarrierRecord>,
    pub catalogue: Vec<Intervention>,
    pub interventions: Vec<StudentIntervention>,
    pub statuses: Vec<InterventionStatusRecord>,
    pub program: Program,
}

impl Notebook {
    pub fn builder(&self) -> CasebookBuilder {
        let (mut builder, book) = (CasebookBuilder::default(), self.clone());
        let at = Place::default;
        book.mentors.into_iter().for_each(|record| builder.add_mentor(record, at()));
        book.plans.into_iter().for_each(|record| builder.add_plan(record, at()));
        book.assignments.into_iter().for_each(|record| builder.add_assignment(record, at()));
        book.check_ins.into_iter().for_each(|record| builder.add_check_in(record, at()));
        book.circles.into_iter().for_each(|record| builder.add_circle(record, at()));
        book.calls.into_iter().for_each(|record| builder.add_home_call(record, at()));
        book.follow_ups.into_iter().for_each(|record| builder.add_follow_up(record, at()));
        book.barriers.into_iter().for_each(|record| builder.add_barrier(record, at()));
        book.catalogue.into_iter().for_each(|record| builder.add_intervention(record, at()));
        book.interventions.into_iter().for_each(|record| builder.add_student_intervention(record, at()));
        book.statuses.into_iter().for_each(|record| builder.add_intervention_status(record, at()));
        builder.set_program(book.program);
        builder
    }

    pub fn close(&self, register: &Register) -> (Casebook, CasebookReport) {
        self.builder().close([register])
    }

    /// The same records, all lists turned about and shifted.
    pub fn shuffled(&self, by: usize) -> Self {
        fn turn<T>(list: &mut [T], by: usize) {
            list.reverse();
            let by = by % list.len().max(1);
            list.rotate_left(by);
        }
        let mut book = self.clone();
        turn(&mut book.mentors, by);
        turn(&mut book.plans, by);
        turn(&mut book.assignments, by);
        turn(&mut book.check_ins, by);
        turn(&mut book.circles, by);
        turn(&mut book.calls, by);
        turn(&mut book.follow_ups, by);
        turn(&mut book.barriers, by);
        turn(&mut book.catalogue, by);
        turn(&mut book.interventions, by);
        turn(&mut book.statuses, by);
        turn(&mut book.program.interviews, by);
        turn(&mut book.program.convenings, by);
        book
    }

    /// What of it was known on a date.
    pub fn known_on(&self, date: NaiveDate) -> Self {
        let past = |end: Option<NaiveDate>| end.filter(|end| *end <= date);
        let mut book = self.clone();
        book.assignments.retain(|record| record.begin <= date);
        for record in &mut book.assignments {
            record.end = past(record.end);
            record.end_reason = record.end_reason.filter(|_| record.end.is_some());
        }
        book.check_ins.retain(|record| record.date <= date);
        book.circles.retain(|record| record.date <= date);
        book.calls.retain(|record| record.date <= date);
        book.follow_ups.retain(|record| record.raised_on <= date);
        book.follow_ups.iter_mut().for_each(|record| record.done_on = past(record.done_on));
        book.barriers.retain(|record| record.learnt_on <= date);
        book.barriers.iter_mut().for_each(|record| record.resolved_on = past(record.resolved_on));
        book.statuses.retain(|record| record.date <= date);
        book.program.interviews.retain(|record| record.date <= date);
        book.program.convenings.retain(|record| record.date <= date);
        book
    }
}

pub fn assigned(student_n: u8, mentor_n: u8, from: usize, to: Option<usize>) -> Assignment {
    Assignment { end: to.map(nth), ..Assignment::new(mentor(mentor_n), student(student_n), nth(from)) }
}

pub fn check_in(student_n: u8, mentor_n: u8, day: usize, outcome: ContactOutcome) -> CheckIn {
    CheckIn::new(student(student_n), mentor(mentor_n), nth(day), outcome)
}

#[allow(clippy::unnecessary_wraps, reason = "records hold notes so")]
pub fn note(text: impl AsRef<str>, visibility: Visibility) -> Option<Note> {
    Some(Note { text: Confidential::new(text), visibility })
}

pub fn circle(id: &str, day: usize, students: &[u8], mentors: &[u8]) -> Circle {
    Circle {
        id: CircleId::new(id).unwrap(),
        kind: CircleKind::Student,
        date: nth(day),
        mode: ContactMode::InPerson,
        minutes: None,
        students: students.iter().map(student).collect(),
        mentors: mentors.iter().map(mentor).collect(),
        guardians: 0,
        staff: 0,
        note: None,
    }
}

pub fn intervention(id: &str, meets: &[homeroom::mentoring::BarrierTerm]) -> Intervention {
    let mut approach = Approach::new(InterventionClass::Practice, DeliveryMethod::Individual);
    approach.addresses = meets.iter().map(|term| (*term).into()).collect();
    let owner = EducationOrganizationId::new("255901").unwrap();
    Intervention::new(InterventionId::new(id).unwrap(), owner, nth(0), approach)
}

/// School A in the district North, B in South, C in none.
pub fn roster() -> Roster {
    let mut roster = Roster::default();
    for (school, district) in [("A", Some("North")), ("B", Some("South")), ("C", None)] {
        let district = district.map(|id| DistrictId::new(id).unwrap());
        if let Some(id) = district.clone() {
            roster.add_district(District { id, name: None, network: None });
        }
        roster.add_school(School { id: SchoolId::new(school).unwrap(), name: None, district });
    }
    roster
}
