//! What is wrong with a document, and where.

use serde::de::{self, Expected, Unexpected};
use std::fmt::{self, Display};

/// The field to blame, as a path such as `chronic.share`, and what is wrong with it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Fault {
    /// The path; `.` is the whole document.
    pub field: String,
    /// The same with `*` for the keys that the document's author chose, which may be names of persons.
    pub place: String,
    /// What is wrong.
    pub reason: String,
}

impl Fault {
    pub(super) fn whole(reason: impl Into<String>) -> Self {
        Self { field: ".".into(), place: ".".into(), reason: reason.into() }
    }
}

impl From<Error> for Fault {
    fn from(error: Error) -> Self {
        let Error(mut fault) = error;
        for path in [&mut fault.field, &mut fault.place] {
            if path.is_empty() {
                ".".clone_into(path);
            }
        }
        *fault
    }
}

/// A fault on its way out: every table and list that it leaves puts itself before the path.
#[derive(Debug)]
pub(super) struct Error(Box<Fault>);

impl Error {
    pub(super) fn new(reason: String) -> Self {
        Self(Box::new(Fault { field: String::new(), place: String::new(), reason }))
    }

    pub(super) fn unexpected(unexpected: Unexpected<'_>, expected: &dyn Expected) -> Self {
        de::Error::invalid_type(unexpected, expected)
    }

    /// The fault lies within the field of this name.
    pub(super) fn within(self, name: &str) -> Self {
        self.inside(name, name)
    }

    /// The fault lies within the entry of a key that the document's author chose.
    pub(super) fn within_chosen(self, key: &str) -> Self {
        self.inside(key, "*")
    }

    fn inside(mut self, key: &str, place: &str) -> Self {
        for (path, key) in [(&mut self.0.field, key), (&mut self.0.place, place)] {
            let dot = if path.is_empty() || path.starts_with('[') { "" } else { "." };
            *path = format!("{key}{dot}{path}");
        }
        self
    }

    /// The fault lies within this item of a list.
    pub(super) fn at(self, index: usize) -> Self {
        self.within(&format!("[{index}]"))
    }
}

impl de::Error for Error {
    fn custom<T: Display>(reason: T) -> Self {
        Self::new(reason.to_string())
    }

    fn missing_field(field: &'static str) -> Self {
        Self::new(format!("missing field `{field}`")).within(field)
    }
}

impl Display for Error {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0.reason)
    }
}

impl std::error::Error for Error {}
