//! Ladders for tests: random ones, and ones written in a line.

use homeroom::mentoring::Ladder;
use proptest::{collection::vec, prelude::*, sample::select};
use serde_json::{Value, json};

/// A ladder of steps and triggers, with the identifiers `r0`, `r1` and so on.
pub fn ladder(rules: &[(&str, Value)]) -> Ladder {
    let rules: Vec<_> = rules
        .iter()
        .enumerate()
        .map(|(i, (step, when))| json!({ "id": format!("r{i}"), "step": step, "when": when }))
        .collect();
    let source = json!({ "citation": "none", "verified": false });
    let ladder = json!({ "id": "l", "version": "1", "title": "L", "source": source, "rules": rules });
    Ladder::from_json(&ladder.to_string()).unwrap()
}

fn trigger() -> impl Strategy<Value = Value> {
    let within = prop_oneof![
        2 => Just(json!("year")),
        1 => Just(json!("month")),
        2 => (1u16..40).prop_map(|days| json!({ "calendar_days": days })),
    ];
    let count = (select(vec!["absences", "unexcused"]), 1u32..8, within)
        .prop_map(|(kind, n, within)| json!({ kind: { "at_least": n, "within": within } }));
    let rate = (select(vec!["5%", "10%", "1/3", "100%"]), 1u32..40).prop_map(
        |(at_least, min)| json!({ "absence_rate": { "at_least": at_least, "min_membership_days": min } }),
    );
    let streak = (1u32..12, select(vec!["skip_unrecorded", "unrecorded_ends"]))
        .prop_map(|(n, rule)| json!({ "streak": { "at_least": n, "rule": rule } }));
    let stalled = (2u8..4, 1u16..12)
        .prop_map(|(tier, days)| json!({ "no_improvement": { "tier": tier, "school_days": days } }));
    prop_oneof![
        3 => count,
        2 => rate,
        2 => streak,
        2 => (2u8..4).prop_map(|tier| json!({ "early_warning": { "tier": tier } })),
        1 => Just(json!("chronic")),
        2 => stalled,
    ]
}

/// Any ladder.
pub fn ladders() -> impl Strategy<Value = Ladder> {
    vec((select(vec!["call", "mentor", "plan"]), trigger()), 1..7).prop_map(|rules| ladder(&rules))
}
