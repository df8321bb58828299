//! A document as a tree.

use serde::{
    Deserialize, Deserializer,
    de::{Error, MapAccess, SeqAccess, Visitor},
};
use serde_json::Value;
use std::{borrow::Cow, fmt};

/// Up to so many keys are looked through one by one.
const FEW: usize = 16;

/// A document as a tree. Texts stay in the document where they can.
pub(super) enum Tree<'t> {
    Null,
    Bool(bool),
    Natural(u64),
    Integer(i64),
    Double(f64),
    Text(Cow<'t, str>),
    List(Vec<Tree<'t>>),
    /// The entries in the document's order, each with a key of its own.
    Map(Vec<(Tree<'t>, Tree<'t>)>),
    /// A key of a table: a text, or the text of a number.
    Key(Cow<'t, str>),
}

impl Tree<'_> {
    /// The text of a key.
    pub(super) fn text(&self) -> &str {
        match self {
            Self::Text(text) | Self::Key(text) => text,
            _ => "?",
        }
    }
}

impl<'t> From<&'t Value> for Tree<'t> {
    fn from(value: &'t Value) -> Self {
        match value {
            Value::Null => Self::Null,
            Value::Bool(truth) => Self::Bool(*truth),
            Value::Number(number) => match (number.as_u64(), number.as_i64(), number.as_f64()) {
                (Some(natural), ..) => Self::Natural(natural),
                (_, Some(integer), _) => Self::Integer(integer),
                (.., double) => double.map_or(Self::Null, Self::Double),
            },
            Value::String(text) => Self::Text(text.into()),
            Value::Array(items) => Self::List(items.iter().map(Self::from).collect()),
            Value::Object(entries) => {
                Self::Map(entries.iter().map(|(key, value)| (Self::Key(key.into()), value.into())).collect())
            }
        }
    }
}

impl<'de> Deserialize<'de> for Tree<'de> {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        deserializer.deserialize_any(TreeVisitor)
    }
}

struct TreeVisitor;

impl<'de> Visitor<'de> for TreeVisitor {
    type Value = Tree<'de>;

    fn expecting(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str("a value of TOML or JSON")
    }

    fn visit_unit<E>(self) -> Result<Tree<'de>, E> {
        Ok(Tree::Null)
    }

    fn visit_bool<E>(self, truth: bool) -> Result<Tree<'de>, E> {
        Ok(Tree::Bool(truth))
    }

    fn visit_i64<E>(self, integer: i64) -> Result<Tree<'de>, E> {
        Ok(u64::try_from(integer).map_or(Tree::Integer(integer), Tree::Natural))
    }

    fn visit_u64<E>(self, natural: u64) -> Result<Tree<'de>, E> {
        Ok(Tree::Natural(natural))
    }

    fn visit_f64<E>(self, double: f64) -> Result<Tree<'de>, E> {
        Ok(Tree::Double(double))
    }

    fn visit_borrowed_str<E>(self, text: &'de str) -> Result<Tree<'de>, E> {
        Ok(Tree::Text(Cow::Borrowed(text)))
    }

    fn visit_str<E>(self, text: &str) -> Result<Tree<'de>, E> {
        Ok(Tree::Text(Cow::Owned(text.to_owned())))
    }

    fn visit_seq<A: SeqAccess<'de>>(self, mut items: A) -> Result<Tree<'de>, A::Error> {
        let mut list = Vec::new();
        while let Some(item) = items.next_element()? {
            list.push(item);
        }
        Ok(Tree::List(list))
    }

    fn visit_map<A: MapAccess<'de>>(self, mut entries: A) -> Result<Tree<'de>, A::Error> {
        let mut map = Vec::new();
        while let Some((key, value)) = entries.next_entry::<Tree<'de>, Tree<'de>>()? {
            let key = match key {
                Tree::Text(text) => Tree::Key(text),
                other => other,
            };
            map.push((key, value));
        }
        // The key may be the name of a person.
        if said_twice(&map) { Err(A::Error::custom("a key is said twice")) } else { Ok(Tree::Map(map)) }
    }
}

fn said_twice(entries: &[(Tree<'_>, Tree<'_>)]) -> bool {
    let key = |index: usize| entries[index].0.text();
    if entries.len() <= FEW {
        return (1..entries.len()).any(|later| (0..later).any(|index| key(index) == key(later)));
    }
    let mut keys: Vec<&str> = (0..entries.len()).map(key).collect();
    keys.sort_unstable();
    keys.windows(2).any(|pair| pair[0] == pair[1])
}
