//! The files of cases against the JSON Schema, by the small part of JSON Schema that it uses.

use homeroom_vectors::{SCHEMA, cases, families, parse};
use serde_json::{Value, json};
use std::collections::BTreeSet;

const KEYWORDS: &[&str] = &[
    "$schema",
    "$defs",
    "$ref",
    "title",
    "description",
    "type",
    "enum",
    "pattern",
    "properties",
    "required",
    "additionalProperties",
    "minProperties",
    "maxProperties",
    "items",
    "minItems",
    "maxItems",
    "oneOf",
];

#[test]
fn every_file_fits_the_schema() {
    let schema: Value = serde_json::from_str(SCHEMA).unwrap();
    for (family, text) in families() {
        let file = serde_json::from_str(text).unwrap();
        check(&schema, &schema, &file).unwrap_or_else(|problem| panic!("{family}: {problem}"));
    }
}

#[test]
fn the_schema_refuses_what_the_loader_refuses() {
    let schema: Value = serde_json::from_str(SCHEMA).unwrap();
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
        changed("/0/input", json!({ "ask": { "roll": {} }, "as_of": "tomorrow" })),
        changed("/0/input", json!({ "ask": { "roll": {} }, "records": { "school_year": 2022 } })),
        changed(
            "/0",
            json!({ "id": "rate/x", "definition": "x", "why": "x", "input": { "ask": { "roll": {} } } }),
        ),
    ];
    assert_eq!(check(&schema, &schema, &good), Ok(()));
    assert!(parse("rate", &good.to_string()).is_ok());
    for case in bad {
        assert!(check(&schema, &schema, &case).is_err(), "the schema takes {case}");
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

/// Checks a value by the keywords that this schema uses; a keyword that it does not know is an error.
fn check(root: &Value, schema: &Value, value: &Value) -> Result<(), String> {
    let rules = schema.as_object().ok_or("a schema is an object")?;
    if let Some(unknown) = rules.keys().find(|key| !KEYWORDS.contains(&key.as_str())) {
        return Err(format!("this check does not know the keyword {unknown}"));
    }
    if let Some(path) = rules.get("$ref").and_then(Value::as_str) {
        let target = root.pointer(path.trim_start_matches('#')).ok_or(format!("no {path}"))?;
        check(root, target, value)?;
    }
    for (keyword, rule) in rules {
        let fits = match keyword.as_str() {
            "type" => is_of_type(rule, value),
            "enum" => rule.as_array().is_some_and(|terms| terms.contains(value)),
            "pattern" => value.as_str().is_some_and(is_date),
            "oneOf" => one_of(root, rule, value) == 1,
            "required" => names(rule).all(|name| value.get(name).is_some()),
            "minProperties" => value.as_object().is_none_or(|object| object.len() as u64 >= number(rule)),
            "maxProperties" => value.as_object().is_none_or(|object| object.len() as u64 <= number(rule)),
            "minItems" => value.as_array().is_none_or(|list| list.len() as u64 >= number(rule)),
            "maxItems" => value.as_array().is_none_or(|list| list.len() as u64 <= number(rule)),
            _ => true,
        };
        if !fits {
            return Err(format!("{value} does not fit {keyword} {rule}"));
        }
    }
    if let (Some(rule), Some(list)) = (rules.get("items"), value.as_array()) {
        list.iter()
            .enumerate()
            .try_for_each(|(i, item)| check(root, rule, item).map_err(|problem| format!("{i}: {problem}")))?;
    }
    let empty = serde_json::Map::new();
    let known = rules.get("properties").and_then(Value::as_object).unwrap_or(&empty);
    for (name, member) in value.as_object().into_iter().flatten() {
        let rule = match known.get(name).or(rules.get("additionalProperties")) {
            Some(Value::Bool(false)) => return Err(format!("{name} is not known")),
            Some(rule) => rule,
            None => continue,
        };
        check(root, rule, member).map_err(|problem| format!("{name}: {problem}"))?;
    }
    Ok(())
}

fn one_of(root: &Value, rule: &Value, value: &Value) -> usize {
    let branches = rule.as_array().into_iter().flatten();
    branches.filter(|branch| check(root, branch, value).is_ok()).count()
}

fn is_of_type(rule: &Value, value: &Value) -> bool {
    match rule {
        Value::Array(types) => types.iter().any(|one| is_of_type(one, value)),
        rule => match rule.as_str() {
            Some("object") => value.is_object(),
            Some("array") => value.is_array(),
            Some("string") => value.is_string(),
            Some("boolean") => value.is_boolean(),
            Some("integer") => value.is_u64(),
            Some("null") => value.is_null(),
            _ => false,
        },
    }
}

// The only pattern of the schema.
fn is_date(text: &str) -> bool {
    let shape =
        |(i, byte): (usize, u8)| if matches!(i, 4 | 7) { byte == b'-' } else { byte.is_ascii_digit() };
    text.len() == 10 && text.bytes().enumerate().all(shape)
}

fn names(rule: &Value) -> impl Iterator<Item = &str> {
    rule.as_array().into_iter().flatten().filter_map(Value::as_str)
}

fn number(rule: &Value) -> u64 {
    rule.as_u64().unwrap_or_default()
}
