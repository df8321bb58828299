//! Barriers and what meets them.

use super::Asked;
use crate::exact::count_rate;
use chrono::NaiveDate;
use homeroom::Dimension;
use serde_json::{Value, json};

pub fn groups(asked: &Asked<'_>, by: Option<&str>) -> Value {
    let by_dimension = |dimension: Option<Dimension>| {
        asked.reading.barriers_by(asked.roster, asked.as_of, dimension.as_ref())
    };
    let groups = match by {
        None => by_dimension(None),
        Some("tier") => asked.reading.barriers_by_tier(asked.as_of),
        Some("school") => by_dimension(Some(Dimension::School)),
        Some("district") => by_dimension(Some(Dimension::District)),
        Some("grade") => by_dimension(Some(Dimension::Grade)),
        Some(attribute) => by_dimension(Some(Dimension::Attribute(attribute.to_owned()))),
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
            "by_root_cause": group.by_root_cause.iter().collect::<Vec<_>>(),
        })
    });
    json!({ "groups": groups.collect::<Vec<_>>() })
}

pub fn gaps(asked: &Asked<'_>, at_least: u32) -> Value {
    let gaps = asked.reading.barrier_gaps(asked.as_of, at_least);
    let gaps = gaps
        .iter()
        .map(|gap| json!([asked.student_id(gap.student), gap.barrier, gap.learnt_on, gap.school_days]));
    json!({ "gaps": gaps.collect::<Vec<_>>() })
}

pub fn responses(asked: &Asked<'_>) -> Value {
    let responses = asked.reading.barrier_responses(asked.as_of);
    let responses = responses.iter().map(|response| {
        json!({
            "barrier": response.barrier,
            "students": response.students,
            "unmet": response.unmet,
            "met_by": response.met_by.iter().collect::<Vec<_>>(),
        })
    });
    json!({ "responses": responses.collect::<Vec<_>>() })
}

pub fn changes(asked: &Asked<'_>, since: NaiveDate) -> Value {
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
