//! Texts about persons, which leave the library only for a role that may see them.

use serde::Deserialize;
use std::fmt;

/// A text about a person: a name, a note, a goal. It can be put in and compared, and comes out only through a
/// [`View`](super::View), which knows for whom. It has no `Display`, no `Serialize`, and a `Debug` that hides it.
///
/// ```
/// use homeroom::mentoring::Confidential;
/// let note = Confidential::new("moved in with an aunt");
/// assert_eq!(format!("{note:?}"), "[confidential]");
/// ```
#[derive(Clone, PartialEq, Eq, PartialOrd, Ord, Hash, Deserialize)]
#[serde(transparent)]
pub struct Confidential(Box<str>);

impl Confidential {
    /// Takes a text into keeping.
    pub fn new(text: impl AsRef<str>) -> Self {
        Self(text.as_ref().into())
    }

    pub(super) fn reveal(&self) -> &str {
        &self.0
    }
}

impl fmt::Debug for Confidential {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("[confidential]")
    }
}

/// A `Debug` that says of what kind a record is and nothing of the person it is about.
macro_rules! hidden_debug {
    ($($name:ident),*) => {$(
        impl std::fmt::Debug for $name {
            fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
                f.write_str(concat!(stringify!($name), " [confidential]"))
            }
        }
    )*};
}
pub(in crate::mentoring) use hidden_debug;
