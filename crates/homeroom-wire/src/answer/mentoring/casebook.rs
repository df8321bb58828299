//! What became of the records.

use super::Asked;
use crate::answer::findings_by_code;
use homeroom::mentoring::CasebookReport;
use serde_json::{Value, json};

pub(super) fn answer(asked: &Asked<'_>) -> Value {
    let book = asked.reading.casebook();
    let findings = asked.report.map(|report| findings_by_code(&report.findings));
    let mentors: Vec<_> = book
        .mentors()
        .iter()
        .map(|mentor| json!({ "mentor": mentor.id, "placement": mentor.kind.placement() }))
        .collect();
    let plans: Vec<_> = book
        .plans()
        .iter()
        .map(|plan| json!({ "plan": plan.id, "contacts_per_week": plan.contacts_per_week }))
        .collect();
    let students = book.students().iter().enumerate().map(|(student, id)| {
        let contacts = book.contacts_of(student).iter().map(|contact| {
            let mentor = contact.mentor().map(|mentor| asked.mentor_id(mentor));
            json!({ "date": contact.date(), "origin": contact.origin(), "mentor": mentor, "outcome": contact.outcome() })
        });
        let barriers = book.barriers_of(student).iter().map(|barrier| {
            json!({ "barrier": barrier.barrier, "learnt_on": barrier.learnt_on, "learnt_from": barrier.learnt_from, "resolved_on": barrier.resolved_on })
        });
        let interventions = book.interventions_of(student).iter().map(|intervention| {
            let history: Vec<_> = intervention.history().iter().map(|c| json!({ "status": c.status, "date": c.date })).collect();
            json!({ "intervention": intervention.intervention, "history": history })
        });
        json!({
            "student": id,
            "contacts": contacts.collect::<Vec<_>>(),
            "barriers": barriers.collect::<Vec<_>>(),
            "interventions": interventions.collect::<Vec<_>>(),
        })
    });
    let students: Vec<_> = students.collect();
    let catalogue: Vec<_> = book
        .interventions()
        .iter()
        .map(|entry| json!({ "intervention": entry.id, "aim": entry.approach.aim }))
        .collect();
    let made: Vec<_> = book
        .contacts_made()
        .iter()
        .map(|made| json!({ "student": made.student, "date": made.date, "with": made.with }))
        .collect();
    json!({
        "intake": asked.report.map(CasebookReport::intake),
        "findings": findings,
        "mentors": mentors,
        "plans": plans,
        "students": students,
        "catalogue": catalogue,
        "contacts_made": made,
    })
}
