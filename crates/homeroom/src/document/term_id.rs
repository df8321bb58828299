//! Identifiers of definitions.

use serde::{Deserialize, Serialize};

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
