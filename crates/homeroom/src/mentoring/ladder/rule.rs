//! Rules of a ladder: which measure leads to which step.

use super::{ClearedBy, OutreachStep, Trigger};
use crate::document::TermId;
use serde::{Deserialize, Deserializer, Serialize};
use std::collections::BTreeSet;

/// One rung: when the trigger is met, the step is to be taken.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(from = "RawLadderRule")]
pub struct LadderRule {
    id: TermId,
    step: OutreachStep,
    when: Trigger,
    cleared_by: ClearedBy,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct RawLadderRule {
    id: TermId,
    step: OutreachStep,
    when: Trigger,
    #[serde(default)]
    cleared_by: Option<ClearedBy>,
}

impl From<RawLadderRule> for LadderRule {
    fn from(raw: RawLadderRule) -> Self {
        let RawLadderRule { id, step, when, cleared_by } = raw;
        let cleared_by = cleared_by.unwrap_or(step.usually_cleared_by());
        Self { id, step, when, cleared_by }
    }
}

impl LadderRule {
    /// Its identifier, `lower_snake` and one of its kind in the ladder.
    pub fn id(&self) -> &str {
        self.id.as_str()
    }
    /// The step it leads to.
    pub fn step(&self) -> OutreachStep {
        self.step
    }
    /// When it is met.
    pub fn when(&self) -> Trigger {
        self.when
    }
    /// Whose contact clears the step.
    pub fn cleared_by(&self) -> ClearedBy {
        self.cleared_by
    }
}

/// Reads the rules in order: at least one, no identifier twice.
pub(super) fn in_order<'de, D: Deserializer<'de>>(deserializer: D) -> Result<Vec<LadderRule>, D::Error> {
    let rules = Vec::<LadderRule>::deserialize(deserializer)?;
    let ids: BTreeSet<_> = rules.iter().map(LadderRule::id).collect();
    if rules.is_empty() || ids.len() != rules.len() {
        return Err(serde::de::Error::custom("a ladder has at least one rule, and no `id` twice"));
    }
    Ok(rules)
}
