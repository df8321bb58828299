//! The names of the contract's schema.

use crate::command::Outcome;
use serde_json::Value;
use std::{collections::BTreeMap, fs, path::Path};

/// The definitions of each schema file.
pub struct Contract(BTreeMap<String, Value>);

impl Contract {
    /// Reads the schema's folder.
    pub fn read(folder: &Path) -> Outcome<Self> {
        let mut files = BTreeMap::new();
        for name in ["answers", "questions", "records", "rules", "terms", "values"] {
            let path = folder.join(name).with_extension("json");
            let unable = |error: String| format!("{}: {error}", path.display());
            let text = fs::read_to_string(&path).map_err(|error| unable(error.to_string()))?;
            let mut file: Value = serde_json::from_str(&text).map_err(|error| unable(error.to_string()))?;
            files.insert(name.to_owned(), file["$defs"].take());
        }
        Ok(Self(files))
    }

    /// Of definitions that are given.
    #[cfg(test)]
    pub fn of(files: BTreeMap<String, Value>) -> Self {
        Self(files)
    }

    /// The questions.
    pub fn questions(&self) -> impl Iterator<Item = &str> {
        ["Ask", "MentoringAsk"]
            .into_iter()
            .filter_map(|list| self.0.get("questions")?.get(list)?.get("properties")?.as_object())
            .flat_map(|properties| properties.keys().map(String::as_str))
            .filter(|question| *question != "mentoring")
    }

    /// Whether there is such a `file.Definition` or `file.Definition.property`.
    pub fn has(&self, place: &str) -> bool {
        let mut path = place.split('.');
        let definition = path.next().and_then(|file| self.0.get(file)).zip(path.next());
        let Some(definition) = definition.and_then(|(file, name)| file.get(name)) else { return false };
        path.all(|property| definition["properties"].get(property).is_some())
    }
}
