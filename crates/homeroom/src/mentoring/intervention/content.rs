//! Published content: the books, studies and offers that describe an intervention.

use super::{ContentClass, Descriptor, DescriptorUri};
use crate::{ContentId, GradeLevel};
use chrono::NaiveDate;
use serde::{Deserialize, Serialize};
use std::fmt;

/// A text of published material: a title, an author, an address on the web. Whoever holds it may read it; its
/// `Debug` hides it, as a file with its columns mixed up may hold a child's name in the place of an author's.
///
/// ```
/// use homeroom::mentoring::PublishedText;
/// let publisher = PublishedText::new("Oxford University Press");
/// assert_eq!((publisher.as_str(), format!("{publisher:?}").as_str()), ("Oxford University Press", "[text]"));
/// ```
#[derive(Clone, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(transparent)]
pub struct PublishedText(Box<str>);

impl PublishedText {
    /// Takes a text as it is.
    pub fn new(text: impl AsRef<str>) -> Self {
        Self(text.as_ref().into())
    }

    /// The text.
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

impl fmt::Debug for PublishedText {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("[text]")
    }
}

/// Published content (Ed-Fi `EducationContent`), without what it costs.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct EducationContent {
    /// The identifier.
    pub id: ContentId,
    /// What it is, or where that is said.
    pub location: ContentLocation,
    /// Whose identifier it is.
    pub namespace: PublishedText,
}

/// What a content is, or where that is said.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum ContentLocation {
    /// An entry of a repository of metadata (Ed-Fi `LearningResourceMetadataURI`).
    MetadataUri(PublishedText),
    /// The content itself.
    Resource(Box<LearningResource>),
}

/// A content described (Ed-Fi `LearningResource`), without the time it takes and the standards it teaches.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct LearningResource {
    /// The title or a short description.
    pub short_description: PublishedText,
    /// A longer one.
    #[serde(default)]
    pub description: Option<PublishedText>,
    /// The authors.
    #[serde(default)]
    pub authors: Vec<PublishedText>,
    /// Whether there are authors who are not named.
    #[serde(default)]
    pub additional_authors: Option<bool>,
    /// The publisher.
    #[serde(default)]
    pub publisher: Option<PublishedText>,
    /// The way of learning (`InteractivityStyleDescriptor`).
    #[serde(default)]
    pub interactivity_style: Option<DescriptorUri>,
    /// What it is.
    pub class: Descriptor<ContentClass>,
    /// Where it is said what may be done with it.
    #[serde(default)]
    pub use_rights_url: Option<PublishedText>,
    /// What it was made from.
    #[serde(default)]
    pub derived_from: Option<EducationContentSource>,
    /// When it was first published.
    #[serde(default)]
    pub publication: Option<Publication>,
    /// The sexes that it is for (`SexDescriptor`); all where none is named.
    #[serde(default)]
    pub sexes: Vec<DescriptorUri>,
    /// The grade levels that it is for; all where none is named.
    #[serde(default)]
    pub grades: Vec<Descriptor<GradeLevel>>,
    /// Its languages (`LanguageDescriptor`).
    #[serde(default)]
    pub languages: Vec<DescriptorUri>,
    /// The version.
    #[serde(default)]
    pub version: Option<PublishedText>,
}

impl LearningResource {
    /// A content of which nothing more is known.
    pub fn new(short_description: PublishedText, class: Descriptor<ContentClass>) -> Self {
        Self {
            short_description,
            description: None,
            authors: Vec::new(),
            additional_authors: None,
            publisher: None,
            interactivity_style: None,
            class,
            use_rights_url: None,
            derived_from: None,
            publication: None,
            sexes: Vec::new(),
            grades: Vec::new(),
            languages: Vec::new(),
            version: None,
        }
    }
}

/// When a content was first published.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Publication {
    /// On a date.
    Date(NaiveDate),
    /// In a year.
    Year(u16),
}

/// The published content behind something (Ed-Fi `EducationContentSource`).
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
#[serde(deny_unknown_fields, default)]
pub struct EducationContentSource {
    /// Contents by their identifiers.
    pub contents: Vec<EducationContentReference>,
    /// Contents by entries of a repository of metadata.
    pub metadata_uris: Vec<PublishedText>,
    /// Contents by their addresses.
    pub uris: Vec<PublishedText>,
}

/// A content by its identifier.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct EducationContentReference {
    /// The content.
    pub id: ContentId,
    /// Whose identifier it is, where that is said.
    #[serde(default)]
    pub namespace: Option<PublishedText>,
}
