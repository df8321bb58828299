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

use crate::{
    document::{self, Fault, TermId},
    terms::terms,
};
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
    pub(crate) id: TermId,
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

/// Why a text is not a policy: the field to blame and the reason.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("policy field `{field}`: {reason}")]
pub struct PolicyError {
    field: String,
    reason: String,
}

impl From<Fault> for PolicyError {
    fn from(Fault { field, reason, .. }: Fault) -> Self {
        Self { field, reason }
    }
}

impl PolicyError {
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
        Ok(document::from_toml(text)?)
    }

    /// Reads a policy from JSON.
    ///
    /// # Errors
    /// [`PolicyError`] naming the field that is missing, unknown or wrong.
    pub fn from_json(text: &str) -> Result<Self, PolicyError> {
        Ok(document::from_json(text)?)
    }

    /// The policy as JSON that [`from_json`](Self::from_json) reads back.
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
