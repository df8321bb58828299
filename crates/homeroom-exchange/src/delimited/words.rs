//! One macro for the closed lists of words that a mapping uses.

/// Declares an enum whose variants each have one word in a mapping.
macro_rules! words {
    ($(#[$doc:meta])* pub enum $name:ident { $($variant:ident = $word:literal $text:literal),* $(,)? }) => {
        $(#[$doc])*
        #[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, serde::Deserialize)]
        #[non_exhaustive]
        pub enum $name {
            $(#[doc = $text] #[serde(rename = $word)] $variant),*
        }

        impl $name {
            /// The word as a mapping writes it.
            pub const fn as_str(self) -> &'static str {
                match self { $(Self::$variant => $word),* }
            }
        }

        impl std::fmt::Display for $name {
            fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
                f.write_str(self.as_str())
            }
        }
    };
}
pub(super) use words;
