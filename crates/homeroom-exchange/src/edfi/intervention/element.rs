//! Records of an interchange as trees of elements, and what a schema allows in them.

use crate::edfi::record::Fault;
use homeroom::FindingCode;

/// An element of a record.
#[derive(Debug, Default)]
pub(super) struct Element {
    pub(super) name: Box<str>,
    pub(super) text: String,
    pub(super) children: Vec<Element>,
}

/// What a schema says of an element's child: its name, and whether it may stand there more than once.
pub(super) type Part = (&'static str, Times);

/// How often a child may stand in an element.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Times {
    Once,
    Any,
}

/// Elements that the model does not hold, by name.
pub(super) type Unknown = Vec<Box<str>>;

/// An element whose children are those of a schema, in its order.
pub(super) struct Fields<'e> {
    known: Vec<(&'static str, &'e Element)>,
}

impl<'e> Fields<'e> {
    /// Checks an element against a schema; what the schema does not name goes to `unknown`.
    pub(super) fn of(element: &'e Element, schema: &[Part], unknown: &mut Unknown) -> Result<Self, Fault> {
        if !element.text.trim().is_empty() {
            return Err(Fault::new(FindingCode::MalformedRow).detail("text where only elements stand"));
        }
        let mut known = Vec::with_capacity(element.children.len());
        let mut reached = 0;
        for child in &element.children {
            let Some(at) = schema.iter().position(|(name, _)| *name == &*child.name) else {
                unknown.push(child.name.clone());
                continue;
            };
            let (name, times) = schema[at];
            let again = known.last().is_some_and(|(last, _)| *last == name);
            if at < reached {
                let wrong = fault(FindingCode::MalformedRow, name);
                return Err(wrong.detail("the elements are not in the order of the schema"));
            }
            if again && times == Times::Once {
                return Err(fault(FindingCode::MalformedRow, name).detail("two values"));
            }
            reached = at;
            known.push((name, child));
        }
        Ok(Self { known })
    }

    /// The elements of a name.
    pub(super) fn all(&self, name: &'static str) -> impl Iterator<Item = &'e Element> {
        self.known.iter().filter(move |(known, _)| *known == name).map(|(_, element)| *element)
    }

    /// The element of a name, where there is one.
    pub(super) fn one(&self, name: &'static str) -> Option<&'e Element> {
        self.all(name).next()
    }

    /// The element of a name, which must be there.
    pub(super) fn need(&self, name: &'static str) -> Result<&'e Element, Fault> {
        self.one(name).ok_or_else(|| fault(FindingCode::MissingValue, name))
    }
}

/// What is wrong with a field.
pub(super) const fn fault(code: FindingCode, field: &'static str) -> Fault {
    Fault { code, field: Some(field), detail: None }
}
