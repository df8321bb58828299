//! Identifiers: small validated texts, one type for each kind of thing.

use std::fmt;

/// Why a text is not an identifier. The text itself is never repeated: it may be personal data.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
#[non_exhaustive]
pub enum InvalidId {
    /// The text is empty or only white space.
    #[error("an identifier is empty")]
    Empty,
    /// The text is longer than [`MAX_ID_BYTES`].
    #[error("an identifier has {bytes} bytes; {MAX_ID_BYTES} is the most")]
    TooLong {
        /// Its length in bytes.
        bytes: usize,
    },
    /// The text holds a control character such as a line break.
    #[error("an identifier holds a control character")]
    ControlCharacter,
}

/// The longest identifier accepted, in bytes.
pub const MAX_ID_BYTES: usize = 128;

/// Checks a text by the rules of every identifier of this crate and returns it trimmed.
///
/// # Errors
/// [`InvalidId`] where it is empty, too long or holds a control character.
pub fn check_id(text: &str) -> Result<&str, InvalidId> {
    let text = text.trim();
    if text.is_empty() {
        return Err(InvalidId::Empty);
    }
    if text.len() > MAX_ID_BYTES {
        return Err(InvalidId::TooLong { bytes: text.len() });
    }
    if text.chars().any(char::is_control) {
        return Err(InvalidId::ControlCharacter);
    }
    Ok(text)
}

macro_rules! identifier {
    ($(#[$doc:meta])* $name:ident) => {
        $(#[$doc])*
        #[derive(Clone, PartialEq, Eq, PartialOrd, Ord, Hash, serde::Serialize, serde::Deserialize)]
        #[serde(try_from = "String", into = "String")]
        pub struct $name(Box<str>);

        impl $name {
            /// Makes an identifier from a text, trimmed of white space at its ends.
            ///
            /// # Errors
            /// [`InvalidId`] where the text is empty, too long or holds a control character.
            pub fn new(text: impl AsRef<str>) -> Result<Self, InvalidId> {
                check_id(text.as_ref()).map(|text| Self(text.into()))
            }

            /// The identifier's text.
            pub fn as_str(&self) -> &str {
                &self.0
            }
        }

        impl fmt::Debug for $name {
            fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                write!(f, concat!(stringify!($name), "({})"), self.0)
            }
        }

        impl fmt::Display for $name {
            fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                f.write_str(&self.0)
            }
        }

        impl std::str::FromStr for $name {
            type Err = InvalidId;
            fn from_str(text: &str) -> Result<Self, InvalidId> {
                Self::new(text)
            }
        }

        impl TryFrom<String> for $name {
            type Error = InvalidId;
            fn try_from(text: String) -> Result<Self, InvalidId> {
                Self::new(text)
            }
        }

        impl From<$name> for String {
            fn from(id: $name) -> String {
                id.0.into()
            }
        }

        impl AsRef<str> for $name {
            fn as_ref(&self) -> &str {
                &self.0
            }
        }
    };
}

identifier! {
    /// A student's identifier (CEDS Student Identifier): a code of the school's own, never a name.
    ///
    /// ```
    /// use homeroom::StudentId;
    /// assert_eq!(StudentId::new(" 604822 ")?.as_str(), "604822");
    /// assert!(StudentId::new("").is_err());
    /// # Ok::<(), homeroom::InvalidId>(())
    /// ```
    StudentId
}
identifier! {
    /// A school's identifier (CEDS School Identifier).
    SchoolId
}
identifier! {
    /// A district's identifier (CEDS Local Education Agency Identifier).
    DistrictId
}
identifier! {
    /// The identifier of a network of districts, such as a success-mentors collaborative.
    NetworkId
}
identifier! {
    /// The identifier of a community partner organisation.
    PartnerId
}
identifier! {
    /// A mentor's identifier: a code, never a name.
    MentorId
}
identifier! {
    /// The identifier of a member of a school's staff who need not be a mentor (CEDS Staff Member Identifier).
    StaffId
}
identifier! {
    /// The identifier of a contact plan.
    PlanId
}
identifier! {
    /// The identifier of a student or family circle.
    CircleId
}
identifier! {
    /// An intervention's identifier (Ed-Fi `InterventionIdentificationCode`).
    InterventionId
}
identifier! {
    /// The identifier of an intervention's prescription (Ed-Fi `InterventionPrescriptionIdentificationCode`).
    PrescriptionId
}
identifier! {
    /// The identifier of a study of an intervention (Ed-Fi `InterventionStudyIdentificationCode`).
    StudyId
}
identifier! {
    /// The identifier of a published content (Ed-Fi `ContentIdentifier`).
    ContentId
}
identifier! {
    /// The identifier of a cohort of students (Ed-Fi `CohortIdentifier`).
    CohortId
}
identifier! {
    /// The identifier of a school, district or other organisation (Ed-Fi `EducationOrganizationId`).
    EducationOrganizationId
}
