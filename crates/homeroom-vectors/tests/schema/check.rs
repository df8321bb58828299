//! Values against the schema, by the keywords that it uses; a keyword that is not known here is an error.
#![allow(clippy::unwrap_used, reason = "a test")]

use homeroom_vectors::SCHEMA;
use serde_json::{Map, Value};
use std::{
    cell::RefCell,
    collections::{BTreeMap, BTreeSet},
};

const KEYWORDS: &[&str] = &[
    "$schema",
    "$id",
    "$defs",
    "$ref",
    "title",
    "description",
    "type",
    "enum",
    "const",
    "format",
    "pattern",
    "properties",
    "required",
    "default",
    "additionalProperties",
    "propertyNames",
    "minProperties",
    "maxProperties",
    "items",
    "minItems",
    "maxItems",
    "oneOf",
    "x-extends",
    "x-tag",
    "x-tag-type",
    "x-instead-of",
    "x-of",
    "x-patch-of",
    "x-personal",
];

/// Cases that do not fit: they are about what is refused.
pub const MISFITS: &[&str] = &["ladder/rate_without_days"];

/// The schema of the cases and of the contract, and the definitions that a value was found to fit.
pub struct Check {
    pub documents: BTreeMap<&'static str, Value>,
    pub met: RefCell<BTreeSet<String>>,
}

impl Check {
    pub fn new() -> Self {
        let texts = homeroom_wire::schema().chain([("schema.json", SCHEMA)]);
        let documents = texts.map(|(name, text)| (name, serde_json::from_str(text).unwrap())).collect();
        Self { documents, met: RefCell::default() }
    }

    /// Whether a value fits what a path names: `answers.json#/$defs/Tally`.
    pub fn fits(&self, path: &str, value: &Value) -> Result<(), String> {
        self.target("", path, value)
    }

    fn target(&self, document: &str, path: &str, value: &Value) -> Result<(), String> {
        let (file, place) = path.split_once('#').unwrap_or((path, ""));
        let file = if file.is_empty() { document } else { file };
        let (name, root) = self.documents.get_key_value(file).ok_or(format!("no {file}"))?;
        let schema = root.pointer(place).ok_or(format!("no {path} in {file}"))?;
        self.check(name, schema, value)?;
        self.met.borrow_mut().insert(format!("{name}#{place}"));
        Ok(())
    }

    fn check(&self, document: &str, schema: &Value, value: &Value) -> Result<(), String> {
        let rules = schema.as_object().ok_or("a schema is an object")?;
        if let Some(unknown) = rules.keys().find(|key| !KEYWORDS.contains(&key.as_str())) {
            return Err(format!("this check does not know the keyword {unknown}"));
        }
        if let Some(path) = rules.get("$ref").and_then(Value::as_str) {
            self.target(document, path, value)?;
        }
        for (keyword, rule) in rules {
            let fits = match keyword.as_str() {
                "type" => is_of_type(rule, value),
                "enum" => rule.as_array().is_some_and(|terms| terms.contains(value)),
                "const" => rule == value,
                "pattern" => value.as_str().is_some_and(is_date),
                "oneOf" => self.one_of(document, rule, value),
                "required" => names(rule).all(|name| value.get(name).is_some()),
                "minProperties" => value.as_object().is_none_or(|object| object.len() as u64 >= number(rule)),
                "maxProperties" => value.as_object().is_none_or(|object| object.len() as u64 <= number(rule)),
                "minItems" => value.as_array().is_none_or(|list| list.len() as u64 >= number(rule)),
                "maxItems" => value.as_array().is_none_or(|list| list.len() as u64 <= number(rule)),
                "propertyNames" => value.as_object().is_none_or(|object| {
                    object.keys().all(|key| self.check(document, rule, &Value::from(key.as_str())).is_ok())
                }),
                _ => true,
            };
            if !fits {
                return Err(format!("{value} does not fit {keyword} {rule}"));
            }
        }
        if let (Some(rule), Some(list)) = (rules.get("items"), value.as_array()) {
            list.iter().enumerate().try_for_each(|(i, item)| {
                self.check(document, rule, item).map_err(|problem| format!("{i}: {problem}"))
            })?;
        }
        let empty = Map::new();
        let known = rules.get("properties").and_then(Value::as_object).unwrap_or(&empty);
        for (name, member) in value.as_object().into_iter().flatten() {
            let rule = match known.get(name).or(rules.get("additionalProperties")) {
                Some(Value::Bool(false)) => return Err(format!("{name} is not known")),
                Some(rule) => rule,
                None => continue,
            };
            self.check(document, rule, member).map_err(|problem| format!("{name}: {problem}"))?;
        }
        Ok(())
    }

    fn one_of(&self, document: &str, rule: &Value, value: &Value) -> bool {
        let branches = rule.as_array().into_iter().flatten();
        branches.filter(|branch| self.check(document, branch, value).is_ok()).count() == 1
    }
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
            Some("number") => value.is_number(),
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
