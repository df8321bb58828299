//! The policy of a request.

use crate::{Problem, problem::from_json};
use homeroom::Policy;
use serde::{Deserialize, Serialize};
use serde_json::{Map, Value};

/// A policy: a preset or a document of one's own, changed where it is said.
///
/// The overrides are a JSON merge patch (RFC 7396) on the policy's JSON: objects are merged key by key, `null`
/// removes a key, anything else replaces what was there.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct PolicyChoice {
    /// The preset's identifier, or
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub preset: Option<String>,
    /// the policy's own document.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub document: Option<Map<String, Value>>,
    /// What is different from it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub overrides: Option<Map<String, Value>>,
}

impl PolicyChoice {
    /// The policy.
    ///
    /// ```
    /// let choice = r#"{"preset": "edfacts", "overrides": {"id": "ours", "chronic": {"share": "15%"}}}"#;
    /// let choice: homeroom_wire::PolicyChoice = serde_json::from_str(choice).unwrap();
    /// assert_eq!(choice.policy()?.id(), "ours");
    /// # Ok::<(), homeroom_wire::Problem>(())
    /// ```
    ///
    /// # Errors
    /// [`Problem`] where no preset has the identifier, where there is not exactly one of a preset and a document, and
    /// where the policy cannot be read.
    pub fn policy(&self) -> Result<Policy, Problem> {
        let mut document = match (&self.preset, &self.document) {
            (Some(id), None) => {
                let preset = Policy::preset(id).ok_or_else(|| unknown_preset(id))?;
                if self.overrides.is_none() {
                    return Ok(preset);
                }
                from_json(&preset.to_json())?
            }
            (None, Some(document)) => Value::Object(document.clone()),
            _ => {
                let message = "a policy is either a `preset` or a `document`";
                return Err(Problem::request("policy_choice", message));
            }
        };
        if let Some(overrides) = &self.overrides {
            merge_patch(&mut document, &Value::Object(overrides.clone()));
        }
        Ok(Policy::from_json(&document.to_string())?)
    }
}

fn unknown_preset(id: &str) -> Problem {
    let known = Policy::preset_ids().collect::<Vec<_>>().join(", ");
    Problem::unknown("unknown_preset", format!("no policy is called `{id}`; there are {known}"))
}

// RFC 7396, section 2.
fn merge_patch(target: &mut Value, patch: &Value) {
    let Value::Object(patch) = patch else {
        target.clone_from(patch);
        return;
    };
    if !target.is_object() {
        *target = Value::Object(Map::new());
    }
    let Value::Object(target) = target else { return };
    for (key, value) in patch {
        if value.is_null() {
            target.remove(key);
        } else {
            merge_patch(target.entry(key.clone()).or_insert(Value::Null), value);
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use serde_json::json;

    #[test]
    fn overrides_merge_replace_and_remove() {
        let mut policy =
            json!({"chronic": {"comparator": "at_least", "share": "1/10"}, "bands": [1], "day_rule": {}});
        merge_patch(&mut policy, &json!({"chronic": {"share": "8%"}, "bands": [], "day_rule": null}));
        assert_eq!(policy, json!({"chronic": {"comparator": "at_least", "share": "8%"}, "bands": []}));
    }
}
