//! The deserializer of trees.

use super::{fault::Error, tree::Tree};
use serde::{
    Deserializer,
    de::{
        DeserializeSeed, EnumAccess, Error as _, Expected, MapAccess, SeqAccess, Unexpected, VariantAccess,
        Visitor,
    },
    forward_to_deserialize_any,
};
use std::slice;

/// A place in a tree.
#[derive(Clone, Copy)]
pub(super) struct Node<'t>(pub(super) &'t Tree<'t>);

impl<'de> Node<'de> {
    /// A table; `chosen` where its keys are the author's own.
    fn table<V: Visitor<'de>>(self, chosen: bool, visitor: V) -> Result<V::Value, Error> {
        match self.0 {
            Tree::Map(entries) => visitor.visit_map(Entries { left: entries.iter(), value: None, chosen }),
            _ => Err(self.refuse(&visitor)),
        }
    }

    fn refuse(self, expected: &dyn Expected) -> Error {
        let unexpected = match self.0 {
            Tree::Null => Unexpected::Other("null"),
            Tree::Bool(truth) => Unexpected::Bool(*truth),
            Tree::Natural(natural) => Unexpected::Unsigned(*natural),
            Tree::Integer(integer) => Unexpected::Signed(*integer),
            Tree::Double(double) => Unexpected::Float(*double),
            Tree::Text(text) | Tree::Key(text) => Unexpected::Str(text),
            Tree::List(_) => Unexpected::Seq,
            Tree::Map(_) => Unexpected::Map,
        };
        Error::unexpected(unexpected, expected)
    }
}

// One method for all that ask for a number.
macro_rules! numbers {
    ($($method:ident)*) => {$(
        fn $method<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Error> {
            match self.0 {
                Tree::Natural(natural) => visitor.visit_u64(*natural),
                Tree::Integer(integer) => visitor.visit_i64(*integer),
                Tree::Key(key) => match number(key) {
                    Some(Tree::Natural(natural)) => visitor.visit_u64(natural),
                    Some(Tree::Integer(integer)) => visitor.visit_i64(integer),
                    _ => Err(self.refuse(&visitor)),
                },
                _ => Err(self.refuse(&visitor)),
            }
        }
    )*};
}

macro_rules! texts {
    ($($method:ident)*) => {$(
        fn $method<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Error> {
            match self.0 {
                Tree::Text(text) | Tree::Key(text) => visitor.visit_str(text),
                _ => Err(self.refuse(&visitor)),
            }
        }
    )*};
}

// Each asks only for what its types can be, so that the rest is not compiled for them.
impl<'de> Deserializer<'de> for Node<'de> {
    type Error = Error;

    fn deserialize_any<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Error> {
        match self.0 {
            Tree::Null => visitor.visit_unit(),
            Tree::Bool(truth) => visitor.visit_bool(*truth),
            Tree::Natural(natural) => visitor.visit_u64(*natural),
            Tree::Integer(integer) => visitor.visit_i64(*integer),
            Tree::Double(double) => visitor.visit_f64(*double),
            Tree::Text(text) | Tree::Key(text) => visitor.visit_str(text),
            Tree::List(items) => list(items, visitor),
            Tree::Map(_) => self.table(true, visitor),
        }
    }

    fn deserialize_bool<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Error> {
        match self.0 {
            Tree::Bool(truth) => visitor.visit_bool(*truth),
            _ => Err(self.refuse(&visitor)),
        }
    }

    numbers! {
        deserialize_u8 deserialize_u16 deserialize_u32 deserialize_u64
        deserialize_i8 deserialize_i16 deserialize_i32 deserialize_i64
    }

    texts! { deserialize_char deserialize_str deserialize_string deserialize_identifier }

    forward_to_deserialize_any! { i128 u128 f32 f64 bytes byte_buf unit unit_struct }

    fn deserialize_option<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Error> {
        match self.0 {
            Tree::Null => visitor.visit_none(),
            _ => visitor.visit_some(self),
        }
    }

    fn deserialize_newtype_struct<V: Visitor<'de>>(
        self,
        _name: &'static str,
        visitor: V,
    ) -> Result<V::Value, Error> {
        visitor.visit_newtype_struct(self)
    }

    fn deserialize_seq<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Error> {
        match self.0 {
            Tree::List(items) => list(items, visitor),
            _ => Err(self.refuse(&visitor)),
        }
    }

    fn deserialize_tuple<V: Visitor<'de>>(self, _length: usize, visitor: V) -> Result<V::Value, Error> {
        self.deserialize_seq(visitor)
    }

    fn deserialize_tuple_struct<V: Visitor<'de>>(
        self,
        _name: &'static str,
        _length: usize,
        visitor: V,
    ) -> Result<V::Value, Error> {
        self.deserialize_seq(visitor)
    }

    fn deserialize_map<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Error> {
        self.table(true, visitor)
    }

    fn deserialize_struct<V: Visitor<'de>>(
        self,
        _name: &'static str,
        _fields: &'static [&'static str],
        visitor: V,
    ) -> Result<V::Value, Error> {
        self.table(false, visitor)
    }

    fn deserialize_enum<V: Visitor<'de>>(
        self,
        _name: &'static str,
        _variants: &'static [&'static str],
        visitor: V,
    ) -> Result<V::Value, Error> {
        match self.0 {
            Tree::Text(_) | Tree::Key(_) => visitor.visit_enum(Choice { name: self.0, content: None }),
            Tree::Map(entries) => match entries.as_slice() {
                [(name, content)] => visitor.visit_enum(Choice { name, content: Some(content) }),
                _ => Err(Error::invalid_value(Unexpected::Map, &"a table with a single key")),
            },
            _ => Err(self.refuse(&visitor)),
        }
    }

    fn deserialize_ignored_any<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Error> {
        visitor.visit_unit()
    }
}

fn list<'de, V: Visitor<'de>>(items: &'de [Tree<'de>], visitor: V) -> Result<V::Value, Error> {
    let mut left = Items { left: items.iter(), index: 0 };
    let value = visitor.visit_seq(&mut left)?;
    if left.left.len() == 0 {
        return Ok(value);
    }
    Err(Error::invalid_length(items.len(), &"fewer items"))
}

// A key that is a number, written as numbers are: `02` and `+2` are others than `2`.
fn number(key: &str) -> Option<Tree<'static>> {
    let natural = key.parse::<u64>().ok().filter(|number| number.to_string() == key).map(Tree::Natural);
    natural.or_else(|| key.parse::<i64>().ok().filter(|number| number.to_string() == key).map(Tree::Integer))
}

struct Items<'t> {
    left: slice::Iter<'t, Tree<'t>>,
    index: usize,
}

impl<'de> SeqAccess<'de> for &mut Items<'de> {
    type Error = Error;

    fn next_element_seed<S: DeserializeSeed<'de>>(&mut self, seed: S) -> Result<Option<S::Value>, Error> {
        let Some(item) = self.left.next() else { return Ok(None) };
        let index = self.index;
        self.index += 1;
        seed.deserialize(Node(item)).map(Some).map_err(|error| error.at(index))
    }

    fn size_hint(&self) -> Option<usize> {
        Some(self.left.len())
    }
}

struct Entries<'t> {
    left: slice::Iter<'t, (Tree<'t>, Tree<'t>)>,
    value: Option<(&'t str, &'t Tree<'t>)>,
    // Whether the keys are the author's own, not names of fields.
    chosen: bool,
}

impl<'de> MapAccess<'de> for Entries<'de> {
    type Error = Error;

    fn next_key_seed<S: DeserializeSeed<'de>>(&mut self, seed: S) -> Result<Option<S::Value>, Error> {
        let Some((key, value)) = self.left.next() else { return Ok(None) };
        self.value = Some((key.text(), value));
        seed.deserialize(Node(key)).map(Some).map_err(|error| error.within_chosen(key.text()))
    }

    fn next_value_seed<S: DeserializeSeed<'de>>(&mut self, seed: S) -> Result<S::Value, Error> {
        let (key, value) =
            self.value.take().ok_or_else(|| Error::new("a value without its key".to_owned()))?;
        let within = |error: Error| if self.chosen { error.within_chosen(key) } else { error.within(key) };
        seed.deserialize(Node(value)).map_err(within)
    }

    fn size_hint(&self) -> Option<usize> {
        Some(self.left.len())
    }
}

/// A variant by its name, alone or with what it holds.
struct Choice<'t> {
    name: &'t Tree<'t>,
    content: Option<&'t Tree<'t>>,
}

impl<'de> Choice<'de> {
    fn content(&self, expected: &'static str) -> Result<Node<'de>, Error> {
        let alone = || Error::unexpected(Unexpected::UnitVariant, &expected);
        self.content.map(Node).ok_or_else(alone)
    }
}

impl<'de> EnumAccess<'de> for Choice<'de> {
    type Error = Error;
    type Variant = Self;

    fn variant_seed<S: DeserializeSeed<'de>>(self, seed: S) -> Result<(S::Value, Self), Error> {
        Ok((seed.deserialize(Node(self.name))?, self))
    }
}

impl<'de> VariantAccess<'de> for Choice<'de> {
    type Error = Error;

    fn unit_variant(self) -> Result<(), Error> {
        match self.content {
            None | Some(Tree::Null) => Ok(()),
            Some(content) => Err(Node(content).refuse(&"no content").within(self.name.text())),
        }
    }

    fn newtype_variant_seed<S: DeserializeSeed<'de>>(self, seed: S) -> Result<S::Value, Error> {
        let content = self.content("newtype variant")?;
        seed.deserialize(content).map_err(|error| error.within(self.name.text()))
    }

    fn tuple_variant<V: Visitor<'de>>(self, _length: usize, visitor: V) -> Result<V::Value, Error> {
        let content = self.content("tuple variant")?;
        content.deserialize_seq(visitor).map_err(|error| error.within(self.name.text()))
    }

    fn struct_variant<V: Visitor<'de>>(
        self,
        fields: &'static [&'static str],
        visitor: V,
    ) -> Result<V::Value, Error> {
        let content = self.content("struct variant")?;
        content.deserialize_struct("", fields, visitor).map_err(|error| error.within(self.name.text()))
    }
}
