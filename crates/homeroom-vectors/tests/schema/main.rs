//! The files of cases and the answers against the JSON Schema of the contract, by the small part of it that is used.

mod check;
mod contract;
mod personal;
mod terms;

use check::{Check, MISFITS};
use homeroom_vectors::{cases, families, parse};
use serde_json::{Value, json};
use std::collections::BTreeSet;

#[test]
fn every_file_fits_the_schema() {
    let check = Check::new();
    for (family, text) in families() {
        let mut file: Vec<Value> = serde_json::from_str(text).unwrap();
        file.retain(|case| !MISFITS.iter().any(|misfit| case["id"] == *misfit));
        check.fits("schema.json", &Value::from(file)).unwrap_or_else(|problem| panic!("{family}: {problem}"));
    }
}

#[test]
fn the_schema_refuses_what_the_loader_refuses() {
    let check = Check::new();
    let good = json!([{
        "id": "rate/x", "definition": "rounding", "why": "Because.",
        "input": { "ask": { "rate": { "part": 1, "whole": 2, "decimals": 1 } } }, "expect": { "percent": "50.0" }
    }]);
    let changed = |at: &str, value: Value| {
        let mut case = good.clone();
        *case.pointer_mut(at).unwrap() = value;
        case
    };
    let bad = [
        changed("/0/input/ask", json!({})),
        changed("/0/input/ask", json!({ "rate": {} })),
        changed("/0/input/ask", json!({ "grade": {} })),
        changed("/0/input", json!({ "ask": { "report": {} }, "as_of": "tomorrow" })),
        changed("/0/input", json!({ "ask": { "report": {} }, "records": { "school_year": 2022 } })),
        changed(
            "/0",
            json!({ "id": "rate/x", "definition": "x", "why": "x", "input": { "ask": { "report": {} } } }),
        ),
    ];
    assert_eq!(check.fits("schema.json", &good), Ok(()));
    assert!(parse("rate", &good.to_string()).is_ok());
    for case in bad {
        assert!(check.fits("schema.json", &case).is_err(), "the schema takes {case}");
        assert!(parse("rate", &case.to_string()).is_err(), "the loader takes {case}");
    }
}

#[test]
fn identifiers_are_unique_and_read_back() {
    let all = cases();
    let ids: BTreeSet<_> = all.iter().map(|case| &case.id).collect();
    assert_eq!(ids.len(), all.len());
    for case in &all {
        let text = serde_json::to_string(&[case]).unwrap();
        assert_eq!(parse(case.family(), &text).as_ref(), Ok(&vec![case.clone()]), "{}", case.id);
    }
}
