//! Random policies, written as the JSON a user would write.

use homeroom::Policy;
use proptest::{collection::vec, option, prelude::*, sample::select};
use serde_json::{Map, Value, json};

fn threshold(count_max: u32) -> impl Strategy<Value = Value> {
    let comparator = select(vec!["at_least", "more_than"]);
    let share = select(vec!["10%", "1/10", "5%", "20%", "1/3", "8%", "0%", "50%", "100%"]);
    prop_oneof![
        4 => (comparator.clone(), share).prop_map(|(c, s)| json!({ "comparator": c, "share": s })),
        1 => (comparator, 1..count_max).prop_map(|(c, n)| json!({ "comparator": c, "count": n })),
    ]
}

fn day_rule() -> impl Strategy<Value = Value> {
    let step = |c: &str, part: &str, counts: &str| json!({ "comparator": c, "part": part, "counts": counts });
    select(vec![
        json!([]),
        json!([step("at_least", "1/2", "1")]),
        json!([step("more_than", "1/2", "1")]),
        json!([step("at_least", "1", "1")]),
        json!([step("more_than", "0", "1")]),
        json!([step("at_least", "1/3", "1/2"), step("at_least", "2/3", "1")]),
        json!([
            step("at_least", "1/2", "1/4"),
            step("more_than", "1/2", "1/2"),
            step("more_than", "3/4", "1")
        ]),
    ])
    .prop_map(|steps| json!({ "steps": steps }))
}

fn treatment() -> impl Strategy<Value = Value> {
    let counts = || select(vec!["present", "absent", "excluded"]);
    let statuses =
        vec((select(vec!["tardy", "early_departure", "excused_absence", "absence"]), counts()), 0..3);
    let categories = vec(
        (
            select(vec![
                "disciplinary_without_instruction",
                "disciplinary_with_instruction",
                "remote_learning",
                "illness_or_health",
                "out_of_school_activity",
            ]),
            counts(),
        ),
        0..3,
    );
    let map = |pairs: Vec<(&str, &str)>| {
        Value::Object(pairs.into_iter().map(|(k, v)| (k.to_owned(), json!(v))).collect::<Map<_, _>>())
    };
    (statuses, categories).prop_map(move |(s, c)| json!({ "statuses": map(s), "categories": map(c) }))
}

fn eligibility() -> impl Strategy<Value = Value> {
    (
        option::weighted(0.4, 1u32..40),
        option::weighted(0.3, select(vec!["1/2", "1/4", "1"])),
        option::weighted(0.3, 1u32..10),
        option::weighted(0.2, select(vec![json!(["KG"]), json!(["05", "09"])])),
        any::<bool>(),
    )
        .prop_map(|(days, share, attended, grades, leavers)| {
            let mut map = json!({ "leavers_excluded": leavers });
            let mut set = |key: &str, value: Option<Value>| {
                if let Some(value) = value {
                    map[key] = value;
                }
            };
            set("min_membership_days", days.map(Value::from));
            set("min_share_of_year", share.map(Value::from));
            set("min_attended_days", attended.map(Value::from));
            set("grades", grades);
            map
        })
}

fn bands() -> impl Strategy<Value = Value> {
    let from = |c: &str, share: &str| json!({ "comparator": c, "share": share });
    let band = |id: &str, from: Option<Value>| match from {
        Some(from) => json!({ "id": id, "from": from }),
        None => json!({ "id": id }),
    };
    select(vec![
        json!([]),
        json!([band("all", None)]),
        json!([
            band("low", None),
            band("risk", Some(from("at_least", "5%"))),
            band("chronic", Some(from("at_least", "10%"))),
            band("severe", Some(from("at_least", "20%"))),
        ]),
        json!([
            band("none", None),
            band("some", Some(from("more_than", "0%"))),
            band("half", Some(from("at_least", "50%"))),
            band("most", Some(from("more_than", "50%"))),
            band("all", Some(from("at_least", "100%"))),
        ]),
    ])
}

fn truancy() -> impl Strategy<Value = Value> {
    let within = prop_oneof![
        Just(json!("year")),
        Just(json!("month")),
        Just(json!("consecutive")),
        (1u16..40).prop_map(|days| json!({ "calendar_days": days })),
    ];
    let rule = (select(vec!["unexcused", "all"]), select(vec!["day", "day", "hour"]), 1u32..8, within);
    vec(rule, 0..4).prop_map(|rules| {
        let rules = rules.into_iter().enumerate().map(|(i, (counts, unit, at_least, within))| {
            let at_least = if unit == "hour" { at_least * 3 } else { at_least };
            json!({ "id": format!("t{i}"), "counts": counts, "unit": unit, "at_least": at_least, "within": within })
        });
        rules.collect()
    })
}

/// Any policy.
pub fn policies() -> impl Strategy<Value = Policy> {
    let heads = (
        prop_oneof![4 => Just("day"), 2 => Just("session"), 2 => Just("hour")],
        select(vec!["student", "school"]),
        select(vec!["excluded", "present"]),
    );
    let own = (heads, threshold(12), day_rule(), treatment(), eligibility(), bands(), truancy()).prop_map(
        |((unit, scope, unrecorded), chronic, day_rule, treatment, eligibility, bands, truancy)| {
            json!({
                "id": "random", "version": "1", "title": "Random",
                "source": { "citation": "chance", "verified": false },
                "unit": unit, "scope": scope, "unrecorded": unrecorded, "chronic": chronic,
                "day_rule": day_rule, "treatment": treatment, "eligibility": eligibility,
                "bands": bands, "truancy": truancy,
            })
        },
    );
    let presets: Vec<_> = Policy::preset_ids().collect();
    prop_oneof![
        5 => own.prop_map(|json| Policy::from_json(&json.to_string()).unwrap()),
        1 => select(presets).prop_map(|id| Policy::preset(id).unwrap()),
    ]
}
