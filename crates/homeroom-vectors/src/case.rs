//! One case: what is asked, of which world, and what the answer must say.

use homeroom_wire::Request;
use serde::{Deserialize, Serialize};
use serde_json::{Map, Value};

/// One case of the suite.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Case {
    /// Its identifier, `family/name`, unique in the suite.
    pub id: String,
    /// The definition that it shows, an identifier of `DEFINITIONS.md`.
    pub definition: String,
    /// What is expected and why: the arithmetic by hand, and where the case comes from.
    pub why: String,
    /// What is asked, and of what.
    pub input: Request,
    /// What the answer must say; what is not named here is not compared. Either this or `error`.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub expect: Option<Map<String, Value>>,
    /// How the question must be refused.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub error: Option<Refusal>,
    /// The doors at which the case cannot be asked, each with the reason.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub skip: Vec<Skip>,
}

impl Case {
    /// The family: what stands before the slash of the identifier, and the name of the file.
    pub fn family(&self) -> &str {
        self.id.split_once('/').map_or("", |(family, _)| family)
    }

    /// Why the case is not asked at a door; `None` where it is.
    pub fn skipped(&self, door: Door) -> Option<&str> {
        self.skip.iter().find(|skip| skip.door == door).map(|skip| skip.reason.as_str())
    }
}

/// How a question is refused: the error's name in `lower_snake`.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Refusal {
    /// The error's variant in `lower_snake`; `policy` for a policy that cannot be read.
    pub code: String,
    /// The field to blame, where the error names one.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub field: Option<String>,
}

/// A door through which the library is asked.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
#[non_exhaustive]
pub enum Door {
    /// The Rust crate.
    Rust,
    /// The Python package.
    Python,
    /// The JavaScript package.
    Javascript,
}

/// A door at which a case is not asked.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Skip {
    /// The door.
    pub door: Door,
    /// Why not.
    pub reason: String,
}
