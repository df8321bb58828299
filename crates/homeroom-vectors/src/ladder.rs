//! The ladder of a case.

use crate::Record;
use serde::{Deserialize, Serialize};
use serde_json::{Value, json};

/// A ladder: a preset, or rules of the case's own, as a ladder's JSON has them.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
#[non_exhaustive]
pub enum LadderChoice {
    /// The preset's identifier.
    Preset(String),
    /// The rules, in order.
    Rules(Vec<Record>),
}

impl LadderChoice {
    /// The JSON of a ladder `own` with the case's rules; `None` where it is a preset.
    pub fn own(&self) -> Option<Value> {
        let Self::Rules(rules) = self else { return None };
        let source = json!({ "citation": "the case", "verified": false });
        Some(
            json!({ "id": "own", "version": "1", "title": "The case's own", "source": source, "rules": rules }),
        )
    }
}
