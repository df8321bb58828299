//! What the schema marks as personal against what the core keeps confidential.
#![allow(clippy::unwrap_used, reason = "a test")]

use super::check::Check;
use serde_json::Value;
use std::{
    collections::BTreeSet,
    fs,
    path::{Path, PathBuf},
};

fn sources(folder: &Path) -> Vec<PathBuf> {
    let entries = fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().path());
    entries.flat_map(|path| if path.is_dir() { sources(&path) } else { vec![path] }).collect()
}

/// The public fields of the core's types: type, field, and the field's type.
fn fields() -> Vec<(String, String, String)> {
    let mut fields = Vec::new();
    for path in sources(Path::new(concat!(env!("CARGO_MANIFEST_DIR"), "/../homeroom/src/mentoring"))) {
        let mut of = String::new();
        for line in fs::read_to_string(path).unwrap().lines() {
            if let Some(name) = line.strip_prefix("pub struct ") {
                of = name.chars().take_while(char::is_ascii_alphanumeric).collect();
            }
            let field = line.strip_prefix("    pub ").and_then(|field| field.split_once(": "));
            if let Some((name, kind)) = field.filter(|(name, _)| !name.contains(' ')) {
                fields.push((of.clone(), name.to_owned(), kind.trim_end_matches(',').to_owned()));
            }
        }
    }
    fields
}

fn is_marked(property: &Value) -> bool {
    property["x-personal"] == true
}

#[test]
fn every_confidential_text_is_marked_as_personal() {
    let check = Check::new();
    let (records, answers) =
        (&check.documents["records.json"]["$defs"], &check.documents["answers.json"]["$defs"]);
    let (mut names, mut found) = (BTreeSet::new(), BTreeSet::new());
    for (of, field, kind) in fields() {
        if kind.contains("Confidential") {
            let property = &records[&of]["properties"][&field];
            assert!(is_marked(property), "{of}.{field} of the records is not marked");
            found.insert(format!("{of}.{field}"));
        }
        if kind.contains("Confidential") || kind.contains("Note>") || kind == "Note" {
            names.insert(field);
        }
    }
    assert!(found.len() >= 7, "the core's confidential fields were not found: {found:?}");
    // A view reveals these as plain texts: `mentor_name` is a name too.
    let mut views = 0;
    for (definition, schema) in answers.as_object().unwrap().iter().filter(|(name, _)| name.ends_with("View"))
    {
        for (field, property) in schema["properties"].as_object().into_iter().flatten() {
            let is_named = names.iter().any(|name| field == name || field.ends_with(&format!("_{name}")));
            let is_text = property["$ref"].is_null() && property["items"]["$ref"].is_null();
            if is_named && is_text {
                assert!(is_marked(property), "{definition}.{field} of the answers is not marked");
                views += 1;
            }
        }
    }
    assert!(views >= 8, "{views} texts of views");
}
