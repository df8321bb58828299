//! The policy of a case.

use serde::{Deserialize, Serialize};
use serde_json::{Map, Value};

/// A policy: a preset, changed where the case says so.
///
/// The overrides are a JSON merge patch (RFC 7396) on the preset's JSON: objects are merged key by key, `null`
/// removes a key, anything else replaces what was there.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct PolicyChoice {
    /// The preset's identifier.
    pub preset: String,
    /// What is different from the preset.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub overrides: Option<Map<String, Value>>,
}

impl PolicyChoice {
    /// The policy's JSON: the overrides merged into the preset's own JSON.
    pub fn merged_into(&self, mut preset: Value) -> Value {
        if let Some(overrides) = &self.overrides {
            merge_patch(&mut preset, &Value::Object(overrides.clone()));
        }
        preset
    }
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
        let overrides = json!({"chronic": {"share": "8%"}, "bands": [], "day_rule": null});
        let choice = PolicyChoice { preset: "own".into(), overrides: overrides.as_object().cloned() };
        let preset =
            json!({"chronic": {"comparator": "at_least", "share": "1/10"}, "bands": [1], "day_rule": {}});
        let expected = json!({"chronic": {"comparator": "at_least", "share": "8%"}, "bands": []});
        assert_eq!(choice.merged_into(preset), expected);
    }
}
