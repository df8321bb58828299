//! Ed-Fi descriptors: a namespace and a code value, of the standard or of a school's own.

use serde::{Deserialize, Deserializer, Serialize, Serializer, de::Error};
use std::{fmt, str::FromStr};

/// A text is not a descriptor. The text is not repeated: it may be personal data.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
#[error(
    "not a descriptor: write `uri://namespace/NameDescriptor#Code value`, with a code value of at most 50 characters"
)]
pub struct InvalidDescriptor;

/// The longest namespace and code value that Ed-Fi allows, in characters.
const LONGEST_NAMESPACE: usize = 255;
const LONGEST_CODE_VALUE: usize = 50;

/// A descriptor as it is written, `uri://ed-fi.org/SexDescriptor#Female`; nothing of it is lost.
///
/// ```
/// use homeroom::mentoring::DescriptorUri;
/// let own: DescriptorUri = "uri://gbisd.edu/DiagnosisDescriptor#Dropout Risk".parse()?;
/// assert_eq!((own.name(), own.code_value()), ("DiagnosisDescriptor", "Dropout Risk"));
/// assert!("Dropout Risk".parse::<DescriptorUri>().is_err());
/// # Ok::<(), homeroom::mentoring::InvalidDescriptor>(())
/// ```
#[derive(Clone, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(try_from = "String", into = "String")]
pub struct DescriptorUri(Box<str>);

impl DescriptorUri {
    /// Takes a text, trimmed of white space at its ends.
    ///
    /// # Errors
    /// [`InvalidDescriptor`] where it is not of the form.
    pub fn new(text: impl AsRef<str>) -> Result<Self, InvalidDescriptor> {
        let text = text.as_ref().trim();
        let (namespace, code) = text.split_once('#').ok_or(InvalidDescriptor)?;
        let (authority, name) = namespace
            .strip_prefix("uri://")
            .and_then(|rest| rest.rsplit_once('/'))
            .ok_or(InvalidDescriptor)?;
        let plain = |text: &str| text.chars().all(|c| !c.is_control() && !c.is_whitespace());
        let named = name.len() > "Descriptor".len() && name.ends_with("Descriptor");
        let short = namespace.chars().count() <= LONGEST_NAMESPACE
            && (1..=LONGEST_CODE_VALUE).contains(&code.chars().count());
        let spoken = !code.contains(char::is_control) && code == code.trim();
        let form = !authority.is_empty() && plain(namespace) && named && short && spoken;
        form.then(|| Self(text.into())).ok_or(InvalidDescriptor)
    }

    /// The whole text.
    pub fn as_str(&self) -> &str {
        &self.0
    }

    /// The namespace, up to the `#`.
    pub fn namespace(&self) -> &str {
        self.0.split_once('#').map_or("", |(namespace, _)| namespace)
    }

    /// The descriptor's name, such as `DiagnosisDescriptor`.
    pub fn name(&self) -> &str {
        self.namespace().rsplit_once('/').map_or("", |(_, name)| name)
    }

    /// The code value, after the `#`.
    pub fn code_value(&self) -> &str {
        self.0.split_once('#').map_or("", |(_, code)| code)
    }
}

impl fmt::Debug for DescriptorUri {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

impl fmt::Display for DescriptorUri {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

impl FromStr for DescriptorUri {
    type Err = InvalidDescriptor;
    fn from_str(text: &str) -> Result<Self, InvalidDescriptor> {
        Self::new(text)
    }
}

impl TryFrom<String> for DescriptorUri {
    type Error = InvalidDescriptor;
    fn try_from(text: String) -> Result<Self, InvalidDescriptor> {
        Self::new(text)
    }
}

impl From<DescriptorUri> for String {
    fn from(uri: DescriptorUri) -> String {
        uri.0.into()
    }
}

/// A closed list of terms that Ed-Fi publishes as a descriptor.
pub trait DescriptorTerm: Copy + Eq + fmt::Debug + 'static {
    /// The descriptor's name, such as `DeliveryMethodDescriptor`.
    const NAME: &'static str;
    /// Every term.
    const TERMS: &'static [Self];

    /// The term's code value in the standard, such as `Small Group`.
    fn code_value(self) -> &'static str;
}

/// A descriptor of which the standard's values are known: it keeps what is written, and says which term it is
/// where the code value is the standard's, in whatever namespace.
///
/// ```
/// use homeroom::mentoring::{DeliveryMethod, Descriptor, Diagnosis};
/// let method = Descriptor::from(DeliveryMethod::SmallGroup);
/// assert_eq!(method.as_str(), "uri://ed-fi.org/DeliveryMethodDescriptor#Small Group");
/// let own: Descriptor<Diagnosis> = "uri://gbisd.edu/DiagnosisDescriptor#Dropout Risk".parse()?;
/// assert_eq!(own.term(), Some(Diagnosis::DropoutRisk));
/// let other: Descriptor<Diagnosis> = "uri://gbisd.edu/DiagnosisDescriptor#Homesick".parse()?;
/// assert_eq!((other.term(), other.uri().code_value()), (None, "Homesick"));
/// # Ok::<(), homeroom::mentoring::InvalidDescriptor>(())
/// ```
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Descriptor<T> {
    uri: DescriptorUri,
    term: Option<T>,
}

impl<T: DescriptorTerm> Descriptor<T> {
    /// The standard's term, where the code value is one of them.
    pub fn term(&self) -> Option<T> {
        self.term
    }

    /// The descriptor as it is written.
    pub fn uri(&self) -> &DescriptorUri {
        &self.uri
    }

    /// The whole text.
    pub fn as_str(&self) -> &str {
        self.uri.as_str()
    }
}

impl<T: DescriptorTerm> From<DescriptorUri> for Descriptor<T> {
    fn from(uri: DescriptorUri) -> Self {
        let same = |term: &T| term.code_value().eq_ignore_ascii_case(uri.code_value());
        let term = T::TERMS.iter().copied().find(same).filter(|_| uri.name() == T::NAME);
        Self { uri, term }
    }
}

impl<T: DescriptorTerm> From<T> for Descriptor<T> {
    fn from(term: T) -> Self {
        let uri = format!("uri://ed-fi.org/{}#{}", T::NAME, term.code_value());
        Self { uri: DescriptorUri(uri.into()), term: Some(term) }
    }
}

impl<T: DescriptorTerm> FromStr for Descriptor<T> {
    type Err = InvalidDescriptor;
    fn from_str(text: &str) -> Result<Self, InvalidDescriptor> {
        DescriptorUri::new(text).map(Self::from)
    }
}

impl<T> Serialize for Descriptor<T> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        self.uri.serialize(serializer)
    }
}

impl<'de, T: DescriptorTerm> Deserialize<'de> for Descriptor<T> {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        String::deserialize(deserializer)?.parse().map_err(D::Error::custom)
    }
}
