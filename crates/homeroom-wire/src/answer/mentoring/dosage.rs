//! Dosage and fidelity.

use super::Asked;
use crate::{
    DosageOf, FidelityBy, Problem,
    exact::{count_rate, exact, rate, ratio},
};
use chrono::NaiveDate;
use homeroom::mentoring::{Dosage, GroupDosage};
use serde_json::{Value, json};

pub(super) fn answer(asked: &Asked<'_>, of: &DosageOf, from: NaiveDate) -> Result<Value, Problem> {
    let table = || asked.reading.dosage(asked.roster, from..=asked.as_of);
    Ok(match of {
        DosageOf::Overall => {
            let table = table();
            of_group(&table.overall, table.circles)
        }
        DosageOf::Student(id) => {
            let alone = asked.reading.dosage_of_student(asked.student(id)?, &(from..=asked.as_of));
            let alone = alone.ok_or_else(|| {
                Problem::unknown("unknown_student", "the student is not in the register of the year")
            })?;
            of_student(&alone.dosage, alone.days_since_contact)
        }
        DosageOf::Mentor(id) => group(&table().by_mentor, &asked.mentor(id)?),
        DosageOf::School(id) => group(&table().by_school, &asked.school(id)?),
        DosageOf::District(id) => group(&table().by_district, &Some(asked.district(id)?)),
        DosageOf::Network(id) => group(&table().by_network, &Some(asked.network(id)?)),
    })
}

fn group<K: PartialEq>(groups: &[GroupDosage<K>], key: &K) -> Value {
    let found = groups.iter().find(|group| group.key == *key);
    found.map_or_else(|| of_group(&Dosage::default(), 0), |group| of_group(&group.dosage, group.circles))
}

pub(super) fn fidelity(asked: &Asked<'_>, by: FidelityBy, since: NaiveDate) -> Value {
    let table = asked.reading.dosage(asked.roster, since..=asked.as_of);
    let rows: Vec<Value> = match by {
        FidelityBy::Student => {
            let rows = table.by_student.iter();
            rows.map(|row| {
                let dosage = of_student(&row.dosage, row.days_since_contact);
                json!({ "id": asked.student_id(row.student), "dosage": dosage })
            })
            .collect()
        }
        FidelityBy::Mentor => rows(&table.by_mentor, |mentor| json!(asked.mentor_id(*mentor))),
        FidelityBy::School => rows(&table.by_school, |school| json!(asked.school_id(*school))),
        FidelityBy::District => rows(&table.by_district, |district| json!(district)),
        FidelityBy::Network => rows(&table.by_network, |network| json!(network)),
    };
    json!({ "rows": rows })
}

fn rows<K>(groups: &[GroupDosage<K>], id: impl Fn(&K) -> Value) -> Vec<Value> {
    let row = |group: &GroupDosage<K>| json!({ "id": id(&group.key), "dosage": of_group(&group.dosage, group.circles) });
    groups.iter().map(row).collect()
}

fn of_student(of: &Dosage, days_since_contact: u32) -> Value {
    let mut said = dosage(of);
    said["circles"] = Value::Null;
    said["days_since_contact"] = json!(days_since_contact);
    said
}

fn of_group(of: &Dosage, circles: u64) -> Value {
    let mut said = dosage(of);
    said["circles"] = json!(circles);
    said["days_since_contact"] = Value::Null;
    said
}

pub(super) fn dosage(of: &Dosage) -> Value {
    let per = of.per.max(1);
    let parts = |parts: u64| exact(parts, per.into());
    json!({
        "students": of.students,
        "assigned_days": of.assigned_days,
        "present_days": of.present_days,
        "expected": parts(of.expected),
        "expected_present": parts(of.expected_present),
        "weeks": parts(of.weeks),
        "contacts": of.contacts,
        "in_circles": of.in_circles,
        "contact_days": of.contact_days,
        "minutes": of.minutes,
        "minutes_unknown": of.minutes_unknown,
        "minutes_per_contact": ratio(of.minutes_per_contact()),
        "fidelity": rate(of.fidelity(), per),
        "fidelity_present": rate(of.fidelity_present(), per),
        "contacts_per_week": ratio(of.contacts_per_week()),
        "weeks_on_plan": of.weeks_on_plan,
        "weeks_on_plan_rate": count_rate(of.weeks_on_plan.rate()),
        "weeks_on_plan_present": of.weeks_on_plan_present,
        "weeks_on_plan_present_rate": count_rate(of.weeks_on_plan_present.rate()),
        "longest_gap": of.longest_gap,
        "starts": of.starts,
        "mean_days_to_first_contact": ratio(of.starts.mean_days()),
        "calls": of.calls,
        "call_rate": count_rate(of.calls.call_rate()),
        "reach_rate": count_rate(of.calls.reach_rate()),
        "transfers": of.transfers,
    })
}
