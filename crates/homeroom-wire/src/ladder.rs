//! The ladder of a question.

use crate::{Problem, Record};
use homeroom::mentoring::Ladder;
use serde::{Deserialize, Serialize};
use serde_json::{Value, json};

/// A ladder: a preset, a document of one's own, or only rules as a ladder's JSON has them.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
#[non_exhaustive]
pub enum LadderChoice {
    /// The preset's identifier.
    Preset(String),
    /// The ladder's own document.
    Document(Record),
    /// The rules, in order, of a ladder `own`.
    Rules(Vec<Record>),
}

impl LadderChoice {
    /// The ladder.
    ///
    /// # Errors
    /// [`Problem`] where no preset has the identifier, and where the ladder cannot be read.
    pub fn ladder(&self) -> Result<Ladder, Problem> {
        let document = match self {
            Self::Preset(id) => {
                return Ladder::preset(id).ok_or_else(|| {
                    let known = Ladder::preset_ids().collect::<Vec<_>>().join(", ");
                    Problem::unknown(
                        "unknown_preset",
                        format!("no ladder is called `{id}`; there are {known}"),
                    )
                });
            }
            Self::Document(document) => Value::Object(document.clone()),
            Self::Rules(rules) => json!({
                "id": "own",
                "version": "1",
                "title": "Rules of the question",
                "source": { "citation": "the question", "verified": false },
                "rules": rules,
            }),
        };
        Ok(Ladder::from_json(&document.to_string())?)
    }
}
