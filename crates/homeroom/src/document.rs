//! Documents: definitions as data in TOML or JSON, and the field to blame where a text is not one.

use serde::{Deserialize, Serialize, de::DeserializeOwned};

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
    let document = toml::Deserializer::parse(text).map_err(|error| Fault::whole(error.message()))?;
    serde_path_to_error::deserialize(document)
        .map_err(|error| Fault::at(error.path(), error.inner().message()))
}

/// Reads a definition from JSON.
pub(crate) fn from_json<T: DeserializeOwned>(text: &str) -> Result<T, Fault> {
    let mut json = serde_json::Deserializer::from_str(text);
    let read = serde_path_to_error::deserialize(&mut json)
        .map_err(|error| Fault::at(error.path(), &error.inner().to_string()))?;
    json.end().map_err(|error| Fault::whole(error.to_string()))?;
    Ok(read)
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
