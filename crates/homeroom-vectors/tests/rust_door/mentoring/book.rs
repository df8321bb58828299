//! Records become casebooks, each read by its own form.

use super::{Asked, nowhere};
use crate::refusal::Refused;
use homeroom::mentoring::{CasebookBuilder, CasebookReport, Program};
use homeroom_vectors::{MentoringSpec, ProgramSpec, Record, one_by_one};
use serde::de::DeserializeOwned;
use serde_json::{Value, json};

/// Records as the library reads them; one that it cannot read is refused as `record`.
pub fn records<T: DeserializeOwned>(records: &[Record]) -> Result<Vec<T>, Refused> {
    let read = |record: Record| {
        serde_json::from_value(Value::Object(record)).map_err(|error| Refused {
            code: "record".into(),
            field: None,
            text: error.to_string(),
        })
    };
    one_by_one(records).into_iter().map(read).collect()
}

pub fn gather(spec: &MentoringSpec) -> Result<CasebookBuilder, Refused> {
    let mut book = CasebookBuilder::default();
    for mentor in records(&spec.mentors)? {
        book.add_mentor(mentor, nowhere());
    }
    for plan in records(&spec.plans)? {
        book.add_plan(plan, nowhere());
    }
    for assignment in records(&spec.assignments)? {
        book.add_assignment(assignment, nowhere());
    }
    for check_in in records(&spec.check_ins)? {
        book.add_check_in(check_in, nowhere());
    }
    for circle in records(&spec.circles)? {
        book.add_circle(circle, nowhere());
    }
    for call in records(&spec.home_calls)? {
        book.add_home_call(call, nowhere());
    }
    for follow_up in records(&spec.follow_ups)? {
        book.add_follow_up(follow_up, nowhere());
    }
    for barrier in records(&spec.barriers)? {
        book.add_barrier(barrier, nowhere());
    }
    for intervention in records(&spec.interventions)? {
        book.add_intervention(intervention, nowhere());
    }
    for intervention in records(&spec.student_interventions)? {
        book.add_student_intervention(intervention, nowhere());
    }
    for status in records(&spec.intervention_statuses)? {
        book.add_intervention_status(status, nowhere());
    }
    if let Some(spec) = &spec.program {
        book.set_program(program(spec)?);
    }
    Ok(book)
}

fn program(spec: &ProgramSpec) -> Result<Program, Refused> {
    let mut program = Program::default();
    program.staff = records(&spec.staff)?;
    program.learning_sessions = records(&spec.learning_sessions)?;
    program.convenings = records(&spec.convenings)?;
    program.interviews = records(&spec.interviews)?;
    program.celebrations = records(&spec.celebrations)?;
    Ok(program)
}

pub fn answer(asked: &Asked<'_>, report: &CasebookReport) -> Value {
    let book = asked.reading.casebook();
    let findings: Vec<_> = report.findings.by_code().collect();
    let mentors: Vec<_> =
        book.mentors().iter().map(|mentor| json!([mentor.id, mentor.kind.placement()])).collect();
    let plans: Vec<_> = book.plans().iter().map(|plan| json!([plan.id, plan.contacts_per_week])).collect();
    let students = book.students().iter().enumerate().map(|(student, id)| {
        let contacts = book.contacts_of(student).iter().map(|contact| {
            let mentor = contact.mentor().map(|mentor| asked.mentor_id(mentor));
            json!([contact.date(), contact.origin(), mentor, contact.outcome()])
        });
        let barriers = book.barriers_of(student).iter().map(|barrier| {
            json!([barrier.barrier, barrier.learnt_on, barrier.learnt_from, barrier.resolved_on])
        });
        let interventions = book.interventions_of(student).iter().map(|intervention| {
            let history: Vec<_> = intervention.history().iter().map(|c| json!([c.status, c.date])).collect();
            json!([intervention.intervention, history])
        });
        json!({
            "student": id,
            "contacts": contacts.collect::<Vec<_>>(),
            "barriers": barriers.collect::<Vec<_>>(),
            "interventions": interventions.collect::<Vec<_>>(),
        })
    });
    let students: Vec<_> = students.collect();
    let catalogue: Vec<_> =
        book.interventions().iter().map(|entry| json!([entry.id, entry.approach.aim])).collect();
    let made: Vec<_> =
        book.contacts_made().iter().map(|made| json!([made.student, made.date, made.with])).collect();
    json!({
        "intake": report.intake(),
        "findings": findings,
        "mentors": mentors,
        "plans": plans,
        "students": students,
        "catalogue": catalogue,
        "contacts_made": made,
    })
}
