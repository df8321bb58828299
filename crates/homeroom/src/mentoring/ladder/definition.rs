//! Ladders as data: rules in order, named, versioned and with their source.

use super::{LadderRule, rule};
use crate::{
    Source,
    document::{self, Fault, TermId},
};
use serde::{Deserialize, Serialize};

/// A ladder: rules over measures that lead to steps of outreach, in order.
///
/// Presets are named after whose practice they are; [`Ladder::from_toml`] and [`Ladder::from_json`] read a user's own.
///
/// ```
/// use homeroom::mentoring::{Ladder, LadderError};
/// let own = r#"
///     id = "our_school"
///     version = "2026"
///     title = "Our school: a call at three, a visit at five"
///     [source]
///     citation = "Attendance team"
///     verified = true
///     [[rules]]
///     id = "call_3"
///     step = "call"
///     when = { absences = { at_least = 3 } }
///     [[rules]]
///     id = "visit_5"
///     step = "home_visit"
///     when = { absences = { at_least = 5, within = { calendar_days = 45 } } }
/// "#;
/// assert_eq!(Ladder::from_toml(own)?.rules().len(), 2);
/// let error = Ladder::from_toml(&own.replace("at_least = 3", "at_least = 0")).unwrap_err();
/// assert_eq!(error.field(), "rules[0].when.absences");
/// let error = Ladder::from_toml(&own.replace("visit_5", "call_3")).unwrap_err();
/// assert_eq!(error.field(), "rules");
/// # Ok::<(), LadderError>(())
/// ```
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Ladder {
    id: TermId,
    version: String,
    title: String,
    source: Source,
    #[serde(deserialize_with = "rule::in_order")]
    rules: Vec<LadderRule>,
}

/// Why a text is not a ladder: the field to blame and the reason.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("ladder field `{field}`: {reason}")]
pub struct LadderError {
    field: String,
    reason: String,
}

impl From<Fault> for LadderError {
    fn from(Fault { field, reason, .. }: Fault) -> Self {
        Self { field, reason }
    }
}

impl LadderError {
    /// The field to blame, as a path such as `rules[2].when`.
    pub fn field(&self) -> &str {
        &self.field
    }

    /// What is wrong with it.
    pub fn reason(&self) -> &str {
        &self.reason
    }
}

impl Ladder {
    /// Reads a ladder from TOML.
    ///
    /// # Errors
    /// [`LadderError`] naming the field that is missing, unknown or wrong.
    pub fn from_toml(text: &str) -> Result<Self, LadderError> {
        Ok(document::from_toml(text)?)
    }

    /// Reads a ladder from JSON.
    ///
    /// # Errors
    /// [`LadderError`] naming the field that is missing, unknown or wrong.
    pub fn from_json(text: &str) -> Result<Self, LadderError> {
        Ok(document::from_json(text)?)
    }

    /// The ladder as JSON that [`from_json`](Self::from_json) reads back.
    pub fn to_json(&self) -> String {
        serde_json::to_string_pretty(self).unwrap_or_default()
    }

    /// Its identifier.
    pub fn id(&self) -> &str {
        self.id.as_str()
    }
    /// Its version.
    pub fn version(&self) -> &str {
        &self.version
    }
    /// Its title.
    pub fn title(&self) -> &str {
        &self.title
    }
    /// Where it comes from.
    pub fn source(&self) -> &Source {
        &self.source
    }
    /// The rules in order.
    pub fn rules(&self) -> &[LadderRule] {
        &self.rules
    }

    /// A rule's place in the ladder, from 0.
    pub fn place(&self, rule: &str) -> Option<usize> {
        self.rules.iter().position(|each| each.id() == rule)
    }
}
