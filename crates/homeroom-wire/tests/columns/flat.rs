//! A JSON answer row by row, as a table would say it.

use homeroom::Fraction;
use homeroom_wire::{
    Table,
    columns::{Column, Values},
};
use serde_json::Value;
use std::collections::BTreeMap;

/// The fields whose text is an exact number.
const EXACT: [&str; 13] = [
    "membership",
    "recorded",
    "unrecorded",
    "absent",
    "excused",
    "unexcused",
    "excusal_unknown",
    "disciplinary",
    "remote",
    "expected",
    "expected_present",
    "weeks",
    "part",
];
const EXACT_ENDS: [&str; 6] = [
    "_part",
    "_whole",
    "minutes_per_contact",
    "contacts_per_week",
    "mean_days_to_first_contact",
    "average_daily_membership",
];

/// The value of a cell as JSON; doubles as their bits.
pub fn cell(column: &Column, row: usize) -> Value {
    if column.valid.as_ref().is_some_and(|valid| !valid[row]) {
        return Value::Null;
    }
    match &column.values {
        Values::Text { codes, values } => values[codes[row] as usize].clone().into(),
        Values::U32(values) => values[row].into(),
        Values::U64(values) => values[row].into(),
        Values::F64(values) => bits(values[row]),
        Values::Bool(values) => values[row].into(),
        Values::Date(values) => chrono::NaiveDate::from_epoch_days(values[row]).unwrap().to_string().into(),
        _ => panic!("a kind of values that the test does not know"),
    }
}

fn bits(double: f64) -> Value {
    format!("bits {}", double.to_bits()).into()
}

// The double nearest to an exact text.
fn nearest(exact: &str) -> f64 {
    match exact.split_once('/') {
        Some((part, whole)) => part.parse::<f64>().unwrap() / whole.parse::<f64>().unwrap(),
        None => exact.parse().unwrap(),
    }
}

fn flatten(flat: &mut BTreeMap<String, Value>, name: &str, value: &Value, by: &[&str]) {
    let exact = EXACT.iter().any(|field| name == *field || name.ends_with(&format!("_{field}")))
        || EXACT_ENDS.iter().any(|end| name.ends_with(end))
        || name == "average_daily_attendance";
    match value {
        Value::Object(fields) if fields.contains_key("percent") && fields.contains_key("value") => {
            flat.insert(name.to_owned(), bits(fields["value"].as_f64().unwrap()));
            for key in ["part", "whole"] {
                flatten(flat, &format!("{name}_{key}"), &fields[key], by);
            }
        }
        Value::Object(fields) => {
            for (key, value) in fields {
                let name = if name.is_empty() { key.clone() } else { format!("{name}_{key}") };
                flatten(flat, &name, value, by);
            }
        }
        Value::Array(items) if name == "labels" => {
            for (by, label) in by.iter().zip(items) {
                flat.insert(format!("labels_{by}"), label.clone());
            }
        }
        Value::Array(items) if name.ends_with("bands") || name.ends_with("not_eligible") => {
            for item in items {
                let key = item.get("band").unwrap_or_else(|| &item["status"]).as_str().unwrap();
                let key = key.trim_start_matches("not_eligible: ");
                flat.insert(format!("{name}_{key}"), item["students"].clone());
            }
        }
        Value::Array(items) => {
            let items: Vec<_> = items.iter().map(|item| item.as_str().unwrap()).collect();
            flat.insert(name.to_owned(), items.join(" ").into());
        }
        Value::String(text) if exact => {
            assert!(text.parse::<Fraction>().is_ok() || text.contains('/') || nearest(text) > 1.0, "{text}");
            flat.insert(name.to_owned(), bits(nearest(text)));
        }
        Value::Number(number) if number.is_f64() => {
            flat.insert(name.to_owned(), bits(number.as_f64().unwrap()));
        }
        other => {
            flat.insert(name.to_owned(), other.clone());
        }
    }
}

/// Checks that a table says of each row what the JSON answer says of each item, no more and no less.
pub fn same(table: &Table, items: &[Value], by: &[&str]) {
    assert_eq!(table.rows(), items.len());
    for (row, item) in items.iter().enumerate() {
        let mut flat = BTreeMap::new();
        flatten(&mut flat, "", item, by);
        for column in &table.columns {
            let said = cell(column, row);
            let expected = flat.remove(&column.name).unwrap_or_else(|| {
                // A reason that nobody has, and what is nested in nothing, are not in the JSON.
                if column.name.contains("not_eligible_") { 0.into() } else { Value::Null }
            });
            assert_eq!(said, expected, "row {row}, {}", column.name);
        }
        // The bounds of nothing are one `null`, and their columns are all empty.
        flat.retain(|name, value| !(name.ends_with("bounds") && value.is_null()));
        // Circles are those of a group, days since a contact those of a student: the other has no column.
        let of_others = ["circles", "days_since_contact"];
        flat.retain(|name, value| !(of_others.contains(&name.as_str()) && value.is_null()));
        assert!(flat.is_empty(), "row {row}: no column for {flat:?}");
    }
}
