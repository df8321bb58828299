//! One macro for closed lists of terms: `lower_snake` on the wire, in `Display` and in `FromStr` alike.

/// A text is not one of a closed list's terms. The text is not repeated: it may be personal data.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
#[error("not a {list}: expected one of {terms}")]
pub struct UnknownTerm {
    /// The list's name.
    pub list: &'static str,
    /// Its terms, joined by commas.
    pub terms: &'static str,
}

/// Declares an enum whose variants each have one wire term.
macro_rules! terms {
    (
        $(#[$doc:meta])*
        pub enum $name:ident { $first:ident = $first_term:literal $(#[$first_doc:meta])+, $($variant:ident = $term:literal $(#[$variant_doc:meta])+),* $(,)? }
    ) => {
        $(#[$doc])*
        #[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, serde::Serialize, serde::Deserialize)]
        #[non_exhaustive]
        pub enum $name {
            $(#[$first_doc])+
            #[serde(rename = $first_term)]
            $first,
            $($(#[$variant_doc])+
            #[serde(rename = $term)]
            $variant),*
        }

        impl $name {
            /// Every term of the list, in its order.
            pub const ALL: &'static [Self] = &[Self::$first, $(Self::$variant),*];

            /// The term as written on the wire.
            pub const fn as_str(self) -> &'static str {
                match self {
                    Self::$first => $first_term,
                    $(Self::$variant => $term),*
                }
            }
        }

        impl std::fmt::Display for $name {
            fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
                f.pad(self.as_str())
            }
        }

        impl std::str::FromStr for $name {
            type Err = $crate::UnknownTerm;
            fn from_str(text: &str) -> Result<Self, $crate::UnknownTerm> {
                Self::ALL.iter().copied().find(|term| term.as_str() == text).ok_or($crate::UnknownTerm {
                    list: stringify!($name),
                    terms: concat!($first_term, $(", ", $term),*),
                })
            }
        }
    };
}
pub(crate) use terms;
