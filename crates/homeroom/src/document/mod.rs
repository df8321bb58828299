//! Documents: data in TOML or JSON, and the field to blame where a text is not what it should be.
//!
//! Every text becomes one tree first, and one deserializer reads every type out of it: each type is compiled once, for
//! all languages. A table is never taken for a list, and a key that is said twice is refused.

mod fault;
mod node;
mod term_id;
mod tree;

pub use fault::Fault;
pub(crate) use term_id::TermId;

use node::Node;
use serde::de::DeserializeOwned;
use serde_json::Value;
use tree::Tree;

/// Reads TOML.
///
/// # Errors
/// [`Fault`] where the text is no TOML, or not of the type.
pub fn from_toml<T: DeserializeOwned>(text: &str) -> Result<T, Fault> {
    from_tree(&toml_tree(text)?)
}

/// Reads JSON.
///
/// # Errors
/// [`Fault`] where the text is no JSON, or not of the type.
pub fn from_json<T: DeserializeOwned>(text: &str) -> Result<T, Fault> {
    from_tree(&json_tree(text)?)
}

/// Reads a value of JSON.
///
/// # Errors
/// [`Fault`] where the value is not of the type.
pub fn from_value<T: DeserializeOwned>(value: &Value) -> Result<T, Fault> {
    from_tree(&value.into())
}

fn toml_tree(text: &str) -> Result<Tree<'_>, Fault> {
    toml::from_str(text).map_err(|error| Fault::whole(error.message()))
}

fn json_tree(text: &str) -> Result<Tree<'_>, Fault> {
    serde_json::from_str(text).map_err(|error| Fault::whole(error.to_string()))
}

fn from_tree<T: DeserializeOwned>(tree: &Tree<'_>) -> Result<T, Fault> {
    T::deserialize(Node(tree)).map_err(Fault::from)
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;
    use serde::{Deserialize, Serialize};
    use serde_json::json;
    use std::collections::BTreeMap;

    #[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
    #[serde(deny_unknown_fields)]
    struct Whole {
        small: u8,
        #[serde(default)]
        signed: Option<i64>,
        #[serde(default)]
        double: Option<f64>,
        #[serde(default)]
        pair: Option<[u32; 2]>,
        #[serde(default)]
        parts: BTreeMap<String, Part>,
        #[serde(default)]
        numbered: BTreeMap<i8, Part>,
    }

    #[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
    #[serde(rename_all = "snake_case", deny_unknown_fields)]
    enum Part {
        Nothing,
        Text(String),
        Parts(Vec<Part>),
        Named { sign: char, truth: bool },
    }

    fn part() -> impl Strategy<Value = Part> {
        let leaf = prop_oneof![
            Just(Part::Nothing),
            any::<String>().prop_map(Part::Text),
            any::<(char, bool)>().prop_map(|(sign, truth)| Part::Named { sign, truth }),
        ];
        leaf.prop_recursive(3, 12, 4, |part| prop::collection::vec(part, 0..4).prop_map(Part::Parts))
    }

    prop_compose! {
        fn whole()(
            small in any::<u8>(), signed in any::<Option<i64>>(), double in any::<Option<i32>>(),
            pair in any::<Option<[u32; 2]>>(), parts in prop::collection::btree_map(any::<String>(), part(), 0..20),
            numbered in prop::collection::btree_map(any::<i8>(), part(), 0..4),
        ) -> Whole {
            Whole { small, signed, double: double.map(|double| f64::from(double) / 8.0), pair, parts, numbered }
        }
    }

    proptest! {
        #[test]
        fn what_serde_json_reads_is_read_alike(whole in whole()) {
            let text = serde_json::to_string(&whole).unwrap();
            prop_assert_eq!(from_json::<Whole>(&text), Ok(whole.clone()));
            let value = serde_json::to_value(&whole).unwrap();
            prop_assert_eq!(from_value::<Whole>(&value), Ok(whole));
            prop_assert_eq!(from_json::<Value>(&text), Ok(value));
        }
    }

    #[test]
    fn the_field_is_to_blame() {
        for (text, field, reason) in [
            ("[1]", ".", "invalid type: sequence, expected struct Whole"),
            ("{}", "small", "missing field `small`"),
            (r#"{"small": 256}"#, "small", "invalid value: integer `256`, expected u8"),
            (r#"{"small": 1, "other": 1}"#, "other", "unknown field `other`, expected one of"),
            (r#"{"small": 1, "pair": [1]}"#, "pair", "invalid length 1, expected an array of length 2"),
            (r#"{"small": 1, "pair": [1, 2, 3]}"#, "pair", "invalid length 3, expected fewer items"),
            (r#"{"small": 1, "pair": [1, "x"]}"#, "pair[1]", "invalid type: string \"x\", expected u32"),
            (
                r#"{"small": 1, "parts": {"a": {"parts": ["nothing", "some"]}}}"#,
                "parts.a.parts[1]",
                "unknown variant",
            ),
            (
                r#"{"small": 1, "parts": {"a": {"named": {"sign": "x"}}}}"#,
                "parts.a.named.truth",
                "missing field",
            ),
            (
                r#"{"small": 1, "parts": {"a": {"named": ["x", true]}}}"#,
                "parts.a.named",
                "invalid type: sequence",
            ),
            (r#"{"small": 1, "parts": {"a": {"nothing": 1}}}"#, "parts.a.nothing", "invalid type: integer"),
            (r#"{"small": 1, "parts": {"a": "text"}}"#, "parts.a", "invalid type: unit variant"),
            (r#"{"small": 1, "parts": {"a": {}}}"#, "parts.a", "invalid value: map, expected"),
        ] {
            let fault = from_json::<Whole>(text).unwrap_err();
            assert_eq!(fault.field, field, "{text}: {}", fault.reason);
            assert!(fault.reason.starts_with(reason), "{text}: {}", fault.reason);
        }
    }

    #[test]
    fn the_place_of_a_fault_has_no_key_that_somebody_chose() {
        for (text, place) in [
            (r#"{"small": 256}"#, "small"),
            (r#"{"small": 1, "other": 1}"#, "*"),
            (r#"{"small": 1, "parts": {"Anna": {"parts": ["nothing", "some"]}}}"#, "parts.*.parts[1]"),
            (r#"{"small": 1, "parts": {"Anna": {"named": {"sign": "x"}}}}"#, "parts.*.named.truth"),
            (r#"{"small": 1, "numbered": {"Anna": "nothing"}}"#, "numbered.*"),
            (r#"{"small": 1, "numbered": {"02": "nothing"}}"#, "numbered.*"),
            ("[1]", "."),
        ] {
            assert_eq!(from_json::<Whole>(text).unwrap_err().place, place, "{text}");
        }
    }

    #[test]
    fn a_key_that_is_said_twice_is_refused_however_many_there_are() {
        for keys in [2, 3, 40] {
            let entries: String = (1..keys).map(|key| format!(r#""{key}": 1, "#)).collect();
            let fault = from_json::<Value>(&format!(r#"{{{entries}"1": 2}}"#)).unwrap_err();
            assert!(fault.reason.starts_with("a key is said twice at line 1"), "{}", fault.reason);
            assert!(from_json::<Value>(&format!(r#"{{{entries}"0": 2}}"#)).is_ok());
        }
        assert!(from_toml::<Value>("a = 1\na = 2").is_err());
    }

    #[test]
    fn both_languages_say_the_same() {
        let toml = "small = 1\ndouble = 0.5\nsigned = -3\nparts = { a = { text = \"x\" } }\npair = [1, 2]";
        let json = json!({ "small": 1, "double": 0.5, "signed": -3, "parts": { "a": { "text": "x" } }, "pair": [1, 2] });
        assert_eq!(from_toml::<Whole>(toml), from_value(&json));
        assert_eq!(from_toml::<Value>(toml), Ok(json));
    }
}
