//! The contract's schema as the generators read it.

use serde::{
    Deserialize, Deserializer,
    de::{MapAccess, Visitor},
};
use serde_json::Value;
use std::{fmt, fs, marker::PhantomData, path::Path};

/// A JSON object whose members keep their order.
#[derive(Debug, Clone)]
pub struct Ordered<T>(pub Vec<(String, T)>);

impl<T> Default for Ordered<T> {
    fn default() -> Self {
        Self(Vec::new())
    }
}

impl<T> Ordered<T> {
    pub fn get(&self, name: &str) -> Option<&T> {
        self.0.iter().find(|(key, _)| key == name).map(|(_, value)| value)
    }
}

impl<'de, T: Deserialize<'de>> Deserialize<'de> for Ordered<T> {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        struct Members<T>(PhantomData<T>);
        impl<'de, T: Deserialize<'de>> Visitor<'de> for Members<T> {
            type Value = Ordered<T>;

            fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                f.write_str("an object")
            }

            fn visit_map<A: MapAccess<'de>>(self, mut map: A) -> Result<Self::Value, A::Error> {
                let mut members = Vec::new();
                while let Some(member) = map.next_entry()? {
                    members.push(member);
                }
                Ok(Ordered(members))
            }
        }
        deserializer.deserialize_map(Members(PhantomData))
    }
}

/// The part of JSON Schema that the contract uses. A keyword that is not here is an error.
#[derive(Debug, Clone, Default, Deserialize)]
#[serde(deny_unknown_fields, rename_all = "camelCase", default)]
pub struct Schema {
    #[serde(rename = "$ref")]
    pub reference: Option<String>,
    pub description: String,
    pub title: Option<String>,
    #[serde(rename = "type")]
    pub kind: Option<Kind>,
    pub format: Option<String>,
    pub pattern: Option<String>,
    pub properties: Ordered<Schema>,
    pub required: Vec<String>,
    pub additional_properties: Option<Rest>,
    pub property_names: Option<Box<Schema>>,
    pub min_properties: Option<u64>,
    pub max_properties: Option<u64>,
    pub items: Option<Box<Schema>>,
    pub min_items: Option<u64>,
    pub max_items: Option<u64>,
    pub one_of: Vec<Schema>,
    #[serde(rename = "enum")]
    pub terms: Vec<String>,
    #[serde(rename = "const")]
    pub term: Option<String>,
    #[serde(deserialize_with = "given")]
    pub default: Option<Value>,
    /// The definition whose fields come first.
    #[serde(rename = "x-extends")]
    pub extends: Option<String>,
    /// The field that tells the members of a union apart.
    #[serde(rename = "x-tag")]
    pub tag: Option<String>,
    /// The list that its terms are of.
    #[serde(rename = "x-tag-type")]
    pub tag_type: Option<String>,
    /// The field in whose place this one may stand.
    #[serde(rename = "x-instead-of")]
    pub instead_of: Option<String>,
    /// The type of the core whose cases a list of terms names.
    #[serde(rename = "x-of")]
    pub of: Option<String>,
    /// Whether it says something of a person: a name, a note. No `repr` shows it.
    #[serde(rename = "x-personal")]
    pub personal: bool,
    /// The definition that a merge patch changes.
    #[serde(rename = "x-patch-of")]
    pub patch_of: Option<String>,
}

// A default that is `null` is a default all the same.
fn given<'de, D: Deserializer<'de>>(deserializer: D) -> Result<Option<Value>, D::Error> {
    Value::deserialize(deserializer).map(Some)
}

#[derive(Debug, Clone, Deserialize)]
#[serde(untagged)]
pub enum Kind {
    One(String),
    Several(Vec<String>),
}

/// What `additionalProperties` says.
#[derive(Debug, Clone, Deserialize)]
#[serde(untagged)]
pub enum Rest {
    Allowed(#[expect(dead_code, reason = "only that it is no schema")] bool),
    Each(Box<Schema>),
}

#[derive(Deserialize)]
struct Document {
    #[serde(rename = "$defs")]
    definitions: Ordered<Schema>,
}

/// A file of the schema.
pub struct File {
    pub name: &'static str,
    pub definitions: Ordered<Schema>,
}

/// The contract.
pub struct Contract(Vec<File>);

/// What a value may be.
#[derive(Debug, Clone, PartialEq)]
pub enum Type {
    Text,
    Integer,
    Number,
    Boolean,
    /// An object of which no more is said, or a patch of a definition.
    Object(Option<String>),
    /// Two whole numbers.
    Pair,
    /// One of these texts.
    Words(Vec<String>),
    /// A definition.
    Named(String),
    List(Box<Type>),
    /// A map, and the list of terms that its keys are of; keys are data where there is none.
    Map(Option<String>, Box<Type>),
    Nullable(Box<Type>),
    Either(Vec<Type>),
}

/// What a definition is.
pub enum Shape<'a> {
    /// A closed list of terms: term, name, description.
    Terms(Vec<(&'a str, &'a str, &'a str)>),
    Object(Vec<Field<'a>>),
    /// An object that has exactly one of its fields.
    OneField(Vec<Field<'a>>),
    /// Objects told apart by a field.
    Union {
        tag: &'a str,
        list: &'a str,
        members: Vec<Member<'a>>,
    },
    Alias(Type),
}

pub struct Field<'a> {
    pub name: &'a str,
    pub description: &'a str,
    pub kind: Type,
    /// Whether it may be left out.
    pub optional: bool,
    pub default: Option<&'a Value>,
    /// Whether it says something of a person.
    pub personal: bool,
}

pub struct Member<'a> {
    pub term: &'a str,
    pub description: &'a str,
    pub fields: Vec<Field<'a>>,
}

const FILES: [&str; 6] = ["values", "terms", "records", "rules", "questions", "answers"];

impl Contract {
    /// Reads the schema of the contract.
    pub fn read(root: &Path) -> Result<Self, String> {
        let read = |name| {
            let path = root.join("crates/homeroom-wire/schema").join(format!("{name}.json"));
            let text = fs::read_to_string(&path).map_err(|error| format!("{}: {error}", path.display()))?;
            let document: Document =
                serde_json::from_str(&text).map_err(|error| format!("{name}.json: {error}"))?;
            Ok(File { name, definitions: document.definitions })
        };
        FILES.into_iter().map(read).collect::<Result<_, _>>().map(Self)
    }

    /// The definitions of a file, in order.
    pub fn file(&self, name: &str) -> impl Iterator<Item = (&str, &Schema)> {
        let files = self.0.iter().filter(move |file| file.name == name);
        files.flat_map(|file| file.definitions.0.iter().map(|(name, schema)| (name.as_str(), schema)))
    }

    /// Every definition with the file it is in.
    pub fn all(&self) -> impl Iterator<Item = (&'static str, &str, &Schema)> {
        self.0.iter().flat_map(|file| {
            file.definitions.0.iter().map(|(name, schema)| (file.name, name.as_str(), schema))
        })
    }

    /// A definition and the file it is in.
    pub fn find(&self, name: &str) -> Result<(&'static str, &Schema), String> {
        let found = self.all().find(|(_, other, _)| *other == name);
        found.map(|(file, _, schema)| (file, schema)).ok_or_else(|| format!("the schema has no {name}"))
    }

    /// What a definition is.
    pub fn shape<'a>(name: &str, schema: &'a Schema) -> Result<Shape<'a>, String> {
        if schema.one_of.iter().any(|one| one.term.is_some()) {
            let terms = schema.one_of.iter().map(|one| {
                let (term, title) = (one.term.as_deref(), one.title.as_deref());
                term.zip(title).map(|(term, title)| (term, title, one.description.as_str()))
            });
            return terms
                .collect::<Option<_>>()
                .map(Shape::Terms)
                .ok_or(format!("{name}: a term without a name"));
        }
        if let Some(tag) = schema.tag.as_deref() {
            let list = schema.tag_type.as_deref().ok_or(format!("{name}: no x-tag-type"))?;
            let members = schema.one_of.iter().map(|member| {
                let term = member.properties.get(tag).and_then(|field| field.term.as_deref());
                let term = term.ok_or(format!("{name}: a member without `{tag}`"))?;
                let mut fields = fields(member)?;
                fields.retain(|field| field.name != tag);
                Ok::<_, String>(Member { term, description: &member.description, fields })
            });
            return Ok(Shape::Union { tag, list, members: members.collect::<Result<_, _>>()? });
        }
        if schema.properties.0.is_empty() && schema.kind.is_none()
            || schema.reference.is_some()
            || schema.format.is_some()
            || schema.items.is_some()
        {
            return Ok(Shape::Alias(kind(schema)?));
        }
        let fields = fields(schema)?;
        Ok(if schema.max_properties == Some(1) { Shape::OneField(fields) } else { Shape::Object(fields) })
    }
}

fn fields(schema: &Schema) -> Result<Vec<Field<'_>>, String> {
    // What stands in the place of a field makes it no less needed in a language that has lists of records.
    let replaced: Vec<_> =
        schema.properties.0.iter().filter_map(|(_, field)| field.instead_of.as_deref()).collect();
    let kept = schema.properties.0.iter().filter(|(_, field)| field.instead_of.is_none());
    kept.map(|(name, field)| {
        let needed = schema.required.contains(name) || replaced.contains(&name.as_str());
        Ok(Field {
            name,
            description: &field.description,
            kind: kind(field).map_err(|problem| format!("{name}: {problem}"))?,
            optional: !needed,
            default: field.default.as_ref(),
            personal: field.personal,
        })
    })
    .collect()
}

/// What a value of a schema may be.
pub fn kind(schema: &Schema) -> Result<Type, String> {
    if let Some(reference) = &schema.reference {
        let name = reference.rsplit('/').next().unwrap_or(reference);
        return Ok(Type::Named(name.to_owned()));
    }
    if let Some(term) = &schema.term {
        return Ok(Type::Words(vec![term.clone()]));
    }
    if !schema.terms.is_empty() {
        return Ok(Type::Words(schema.terms.clone()));
    }
    if !schema.one_of.is_empty() {
        let is_null = |one: &&Schema| matches!(&one.kind, Some(Kind::One(kind)) if kind == "null");
        let others: Vec<Type> =
            schema.one_of.iter().filter(|one| !is_null(one)).map(kind).collect::<Result<_, _>>()?;
        let null = others.len() < schema.one_of.len();
        let either = match <[Type; 1]>::try_from(others) {
            Ok([one]) => one,
            Err(several) => Type::Either(several),
        };
        return Ok(if null { Type::Nullable(Box::new(either)) } else { either });
    }
    match &schema.kind {
        Some(Kind::One(one)) => simple(schema, one),
        Some(Kind::Several(several)) => match several.as_slice() {
            [one, null] if null == "null" => Ok(Type::Nullable(Box::new(simple(schema, one)?))),
            _ => Err("several types, and not one and null".to_owned()),
        },
        None => Err("a schema without a type".to_owned()),
    }
}

fn simple(schema: &Schema, name: &str) -> Result<Type, String> {
    Ok(match name {
        "string" => Type::Text,
        "integer" => Type::Integer,
        "number" => Type::Number,
        "boolean" => Type::Boolean,
        "array" => {
            let items = kind(schema.items.as_deref().ok_or("a list of nothing")?)?;
            let pair = items == Type::Integer && schema.min_items == Some(2) && schema.max_items == Some(2);
            if pair { Type::Pair } else { Type::List(Box::new(items)) }
        }
        "object" => match &schema.additional_properties {
            Some(Rest::Each(each)) => {
                let key = schema.property_names.as_deref().map(kind).transpose()?;
                let key = match key {
                    Some(Type::Named(list)) => Some(list),
                    _ => None,
                };
                Type::Map(key, Box::new(kind(each)?))
            }
            _ => Type::Object(schema.patch_of.clone()),
        },
        other => return Err(format!("an unknown type {other}")),
    })
}
