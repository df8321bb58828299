//! A request: what is asked, and of which records.

use crate::{Amendment, Ask, PolicyChoice, Problem, Records};
use chrono::NaiveDate;
use homeroom::Policy;
use serde::{Deserialize, Serialize};

/// What is asked, and of what. A handle has its records already: then there are none in the request.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Request {
    /// The records of which the register is built.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub records: Option<Records>,
    /// Records of which one register each is built, to be merged.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub parts: Vec<Records>,
    /// What is changed in the register after it was built, in this order.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub amend: Vec<Amendment>,
    /// The policy.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub policy: Option<PolicyChoice>,
    /// The policy to compare with.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub against: Option<PolicyChoice>,
    /// The date asked for.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub as_of: Option<NaiveDate>,
    /// The period before, for questions about two periods.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub before: Option<Box<Before>>,
    /// The question.
    pub ask: Ask,
}

/// The period before.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Before {
    /// Its records; the same register where there are none.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub records: Option<Records>,
    /// Its policy; the request's own where there is none.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub policy: Option<PolicyChoice>,
    /// The date asked for in it.
    pub as_of: NaiveDate,
}

impl Before {
    /// Its policy, or that of the period after it.
    pub(crate) fn policy(&self, after: &Policy) -> Result<Policy, Problem> {
        self.policy.as_ref().map_or_else(|| Ok(after.clone()), PolicyChoice::policy)
    }
}

impl Request {
    pub(crate) fn policy(&self) -> Result<Policy, Problem> {
        self.policy.as_ref().ok_or_else(|| Problem::missing("policy"))?.policy()
    }

    pub(crate) fn against(&self) -> Result<Policy, Problem> {
        self.against.as_ref().ok_or_else(|| Problem::missing("against"))?.policy()
    }

    pub(crate) fn as_of(&self) -> Result<NaiveDate, Problem> {
        self.as_of.ok_or_else(|| Problem::missing("as_of"))
    }
}
