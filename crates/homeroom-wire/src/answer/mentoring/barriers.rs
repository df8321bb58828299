//! Barriers and what meets them.

use super::Asked;
use crate::{Problem, answer::measures::dimension, exact::count_rate};
use chrono::NaiveDate;
use homeroom::Dimension;
use serde_json::{Value, json};
use std::collections::BTreeMap;

pub(super) fn groups(asked: &Asked<'_>, by: Option<&str>) -> Result<Value, Problem> {
    let by_dimension = |dimension: Option<Dimension>| {
        asked.reading.barriers_by(asked.roster, asked.as_of, dimension.as_ref())
    };
    let groups = match by {
        None => by_dimension(None),
        Some("tier") => asked.reading.barriers_by_tier(asked.as_of),
        Some(name) => by_dimension(Some(dimension(asked.roster, name, &["tier"])?)),
    };
    let groups = groups.iter().map(|group| {
        let barriers = group.barriers.iter().map(|barrier| {
            json!({
                "barrier": barrier.barrier,
                "rate": count_rate(barrier.rate()),
                "met": barrier.met,
            })
        });
        json!({
            "label": group.label,
            "mentored": group.mentored,
            "asked": group.asked,
            "barriers": barriers.collect::<Vec<_>>(),
            "by_root_cause": counted("root_cause", &group.by_root_cause),
        })
    });
    Ok(json!({ "groups": groups.collect::<Vec<_>>() }))
}

pub(super) fn gaps(asked: &Asked<'_>, at_least: u32) -> Value {
    let gaps = asked.reading.barrier_gaps(asked.as_of, at_least);
    let gaps = gaps.iter().map(|gap| {
        json!({
            "student": asked.student_id(gap.student),
            "barrier": gap.barrier,
            "learnt_on": gap.learnt_on,
            "school_days": gap.school_days,
        })
    });
    json!({ "gaps": gaps.collect::<Vec<_>>() })
}

pub(super) fn responses(asked: &Asked<'_>) -> Value {
    let responses = asked.reading.barrier_responses(asked.as_of);
    let responses = responses.iter().map(|response| {
        json!({
            "barrier": response.barrier,
            "students": response.students,
            "unmet": response.unmet,
            "met_by": counted("intervention", &response.met_by),
        })
    });
    json!({ "responses": responses.collect::<Vec<_>>() })
}

pub(super) fn changes(asked: &Asked<'_>, since: NaiveDate) -> Value {
    let changes = asked.reading.barrier_changes(since, asked.as_of);
    let changes = changes.iter().map(|change| {
        json!({
            "barrier": change.barrier,
            "before": change.before,
            "raised": change.raised,
            "resolved": change.resolved,
            "after": change.after,
        })
    });
    json!({ "changes": changes.collect::<Vec<_>>() })
}

fn counted<K: serde::Serialize>(key: &str, students: &BTreeMap<K, u64>) -> Vec<Value> {
    students.iter().map(|(of, students)| json!({ key: of, "students": students })).collect()
}
