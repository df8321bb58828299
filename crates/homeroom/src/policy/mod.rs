//! Policies: a definition of absence as data, named, versioned and with its source.

mod bands;
mod eligibility;
mod presets;
mod threshold;
mod treatment;
mod truancy;

pub use bands::{Band, Bands};
pub use eligibility::Eligibility;
pub use threshold::{Comparator, Limit, Threshold};
pub use treatment::{CountsAs, DayRule, DayStep, Treatment};
pub use truancy::{TruancyCounts, TruancyRule, Within};

use crate::terms::terms;
use serde::{Deserialize, Serialize};

terms! {
    /// The unit in which a policy counts.
    pub enum Unit {
        Day = "day" #[doc = "School days."],
        Session = "session" #[doc = "Sessions, two a day (England)."],
        Hour = "hour" #[doc = "Hours of instruction, by the calendar's minutes (Ohio)."],
    }
}

terms! {
    /// Over which days a student's status is decided.
    pub enum Scope {
        Student = "student" #[doc = "Over all the student's schools together: the status follows the student."],
        School = "school" #[doc = "At each school apart: a mobile student may have several statuses (EDFacts)."],
    }
}

terms! {
    /// How days of membership without a record count.
    pub enum Unrecorded {
        Excluded = "excluded" #[doc = "Not at all: the rate is one of the recorded days; the bounds say how far off it can be."],
        Present = "present" #[doc = "As attended."],
    }
}

/// Where a definition comes from.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Source {
    /// What it is: a statute, a specification, a guidance.
    pub citation: String,
    /// Where it can be read.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub url: Option<String>,
    /// Whether the definition was read there. What was not is listed in `unverified`.
    pub verified: bool,
    /// The clauses that were not read in the source.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub unverified: Vec<String>,
    /// What a reader should know about the reading of the source.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub note: Option<String>,
}

/// A definition of absence: what counts, how much, against which limit, and for whom.
///
/// Presets are named after their rule sets; [`Policy::from_toml`] and [`Policy::from_json`] read a user's own.
///
/// ```
/// use homeroom::{Policy, PolicyError};
/// let own = r#"
///     id = "our_district"
///     version = "2026"
///     title = "Our district: more than 8 %"
///     chronic = { comparator = "more_than", share = "8%" }
///     [source]
///     citation = "School committee, policy J-12"
///     verified = true
/// "#;
/// assert_eq!(Policy::from_toml(own)?.id(), "our_district");
/// let error = Policy::from_toml(&own.replace("8%\"", "lots\"")).unwrap_err();
/// assert_eq!(error.field(), "chronic.share");
/// let error = Policy::from_toml(&own.replace("verified = true", "")).unwrap_err();
/// assert_eq!(error.field(), "source.verified");
/// # Ok::<(), PolicyError>(())
/// ```
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Policy {
    pub(crate) id: PolicyId,
    pub(crate) version: String,
    pub(crate) title: String,
    pub(crate) source: Source,
    #[serde(default = "in_days")]
    pub(crate) unit: Unit,
    #[serde(default = "student_scope")]
    pub(crate) scope: Scope,
    #[serde(default = "unrecorded_excluded")]
    pub(crate) unrecorded: Unrecorded,
    pub(crate) chronic: Threshold,
    #[serde(default)]
    pub(crate) treatment: Treatment,
    #[serde(default)]
    pub(crate) day_rule: DayRule,
    #[serde(default)]
    pub(crate) eligibility: Eligibility,
    #[serde(default)]
    pub(crate) bands: Bands,
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub(crate) truancy: Vec<TruancyRule>,
}

const fn in_days() -> Unit {
    Unit::Day
}

const fn student_scope() -> Scope {
    Scope::Student
}

const fn unrecorded_excluded() -> Unrecorded {
    Unrecorded::Excluded
}

/// A policy's identifier: `lower_snake`, so that it is the same word in every language.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(try_from = "String", into = "String")]
pub struct PolicyId(String);

impl TryFrom<String> for PolicyId {
    type Error = &'static str;

    fn try_from(id: String) -> Result<Self, Self::Error> {
        let begins = id.bytes().next().is_some_and(|byte| byte.is_ascii_lowercase());
        let snake = |byte: u8| byte.is_ascii_lowercase() || byte.is_ascii_digit() || byte == b'_';
        (begins && id.bytes().all(snake))
            .then_some(Self(id))
            .ok_or("an identifier of a policy is lower_snake: letters a-z, digits and _")
    }
}

impl From<PolicyId> for String {
    fn from(id: PolicyId) -> Self {
        id.0
    }
}

/// Why a text is not a policy: the field to blame and the reason.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("policy field `{field}`: {reason}")]
pub struct PolicyError {
    field: String,
    reason: String,
}

impl PolicyError {
    // A field that is missing is named by the message, and stands in the table at the path.
    fn at(path: &serde_path_to_error::Path, reason: &str) -> Self {
        let missing = reason.strip_prefix("missing field `").and_then(|rest| rest.split('`').next());
        let path = path.to_string();
        let field = match missing {
            Some(missing) if path == "." => missing.to_owned(),
            Some(missing) => format!("{path}.{missing}"),
            None => path,
        };
        Self { field, reason: reason.to_owned() }
    }

    /// The field to blame, as a path such as `chronic.share`.
    pub fn field(&self) -> &str {
        &self.field
    }

    /// What is wrong with it.
    pub fn reason(&self) -> &str {
        &self.reason
    }
}

impl Policy {
    /// Reads a policy from TOML.
    ///
    /// # Errors
    /// [`PolicyError`] naming the field that is missing, unknown or wrong.
    pub fn from_toml(text: &str) -> Result<Self, PolicyError> {
        let document = toml::Deserializer::parse(text)
            .map_err(|error| PolicyError { field: ".".into(), reason: error.message().into() })?;
        serde_path_to_error::deserialize(document)
            .map_err(|error| PolicyError::at(error.path(), error.inner().message()))
    }

    /// Reads a policy from JSON.
    ///
    /// # Errors
    /// [`PolicyError`] naming the field that is missing, unknown or wrong.
    pub fn from_json(text: &str) -> Result<Self, PolicyError> {
        let mut json = serde_json::Deserializer::from_str(text);
        let policy = serde_path_to_error::deserialize(&mut json)
            .map_err(|error| PolicyError::at(error.path(), &error.inner().to_string()))?;
        json.end().map_err(|error| PolicyError { field: ".".into(), reason: error.to_string() })?;
        Ok(policy)
    }

    /// The policy as JSON that [`from_json`](Self::from_json) reads back.
    pub fn to_json(&self) -> String {
        serde_json::to_string_pretty(self).unwrap_or_default()
    }

    /// Its identifier.
    pub fn id(&self) -> &str {
        &self.id.0
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
    /// The unit in which it counts.
    pub fn unit(&self) -> Unit {
        self.unit
    }
    /// Over which days a status is decided.
    pub fn scope(&self) -> Scope {
        self.scope
    }
    /// How days without a record count.
    pub fn unrecorded(&self) -> Unrecorded {
        self.unrecorded
    }
    /// When a student is chronically absent.
    pub fn chronic(&self) -> Threshold {
        self.chronic
    }
    /// What counts as absent.
    pub fn treatment(&self) -> &Treatment {
        &self.treatment
    }
    /// How a part of a day counts.
    pub fn day_rule(&self) -> &DayRule {
        &self.day_rule
    }
    /// Who counts at all.
    pub fn eligibility(&self) -> &Eligibility {
        &self.eligibility
    }
    /// The bands of absence.
    pub fn bands(&self) -> &Bands {
        &self.bands
    }
    /// The rules of truancy.
    pub fn truancy(&self) -> &[TruancyRule] {
        &self.truancy
    }
}
