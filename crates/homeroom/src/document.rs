//! Documents: definitions as data in TOML or JSON, and the field to blame where a text is not one.

use serde::{
    Deserialize, Deserializer, Serialize,
    de::{DeserializeOwned, Error, MapAccess, SeqAccess, Visitor},
};
use serde_json::{Map, Value};
use std::fmt;

/// The field to blame, as a path such as `chronic.share`, and what is wrong with it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Fault {
    pub(crate) field: String,
    pub(crate) reason: String,
}

impl Fault {
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

    fn whole(reason: impl Into<String>) -> Self {
        Self { field: ".".into(), reason: reason.into() }
    }
}

/// Reads a definition from TOML.
pub(crate) fn from_toml<T: DeserializeOwned>(text: &str) -> Result<T, Fault> {
    let tree: Tree = toml::from_str(text).map_err(|error| Fault::whole(error.message()))?;
    from_tree(tree)
}

/// Reads a definition from JSON.
pub(crate) fn from_json<T: DeserializeOwned>(text: &str) -> Result<T, Fault> {
    let tree: Tree = serde_json::from_str(text).map_err(|error| Fault::whole(error.to_string()))?;
    from_tree(tree)
}

// Both languages become one tree first, so that a definition is compiled for one.
fn from_tree<T: DeserializeOwned>(tree: Tree) -> Result<T, Fault> {
    serde_path_to_error::deserialize(tree.0)
        .map_err(|error| Fault::at(error.path(), &error.inner().to_string()))
}

/// A document as a tree. A key that is said twice is refused, where a [`Value`] would take the last.
struct Tree(Value);

impl<'de> Deserialize<'de> for Tree {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        deserializer.deserialize_any(TreeVisitor).map(Self)
    }
}

struct TreeVisitor;

impl<'de> Visitor<'de> for TreeVisitor {
    type Value = Value;

    fn expecting(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str("a value of TOML or JSON")
    }

    fn visit_unit<E>(self) -> Result<Value, E> {
        Ok(Value::Null)
    }

    fn visit_bool<E>(self, value: bool) -> Result<Value, E> {
        Ok(value.into())
    }

    fn visit_i64<E>(self, value: i64) -> Result<Value, E> {
        Ok(value.into())
    }

    fn visit_u64<E>(self, value: u64) -> Result<Value, E> {
        Ok(value.into())
    }

    fn visit_f64<E>(self, value: f64) -> Result<Value, E> {
        Ok(value.into())
    }

    fn visit_str<E>(self, value: &str) -> Result<Value, E> {
        Ok(value.into())
    }

    fn visit_seq<A: SeqAccess<'de>>(self, mut items: A) -> Result<Value, A::Error> {
        let mut list = Vec::new();
        while let Some(Tree(item)) = items.next_element()? {
            list.push(item);
        }
        Ok(list.into())
    }

    fn visit_map<A: MapAccess<'de>>(self, mut entries: A) -> Result<Value, A::Error> {
        let mut map = Map::new();
        while let Some((key, Tree(value))) = entries.next_entry::<String, Tree>()? {
            if map.contains_key(&key) {
                return Err(A::Error::custom(format!("duplicate field `{key}`")));
            }
            map.insert(key, value);
        }
        Ok(map.into())
    }
}

/// The identifier of a definition: `lower_snake`, so that it is the same word in every language.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(try_from = "String", into = "String")]
pub(crate) struct TermId(String);

impl TermId {
    pub(crate) fn as_str(&self) -> &str {
        &self.0
    }
}

impl TryFrom<String> for TermId {
    type Error = &'static str;

    fn try_from(id: String) -> Result<Self, Self::Error> {
        let begins = id.bytes().next().is_some_and(|byte| byte.is_ascii_lowercase());
        let snake = |byte: u8| byte.is_ascii_lowercase() || byte.is_ascii_digit() || byte == b'_';
        (begins && id.bytes().all(snake))
            .then_some(Self(id))
            .ok_or("an identifier of a definition is lower_snake: letters a-z, digits and _")
    }
}

impl From<TermId> for String {
    fn from(id: TermId) -> Self {
        id.0
    }
}
