//! Mappings: what the files of a folder are called, what their columns hold and what their codes mean.

use super::{check::check, field::Field, kind::FileKind};
use crate::{Files, ReadError};
use homeroom::{
    AttendanceCategory, AttendanceCode, AttendanceStatus, Calendar, CalendarEvent, ExitDay, Fraction,
    RollRules, SchoolYear,
    document::{self, Fault},
};
use serde::{Deserialize, Deserializer};
use std::{collections::BTreeMap, fmt, io::Read};

/// How a folder of delimited files is read: a mapping is data, written in TOML.
///
/// The [crate's documentation](crate) has a worked example.
///
/// ```
/// use homeroom_exchange::Mapping;
/// let error = Mapping::from_toml("exit_day = 'sometimes'").unwrap_err();
/// assert_eq!(error.path(), "exit_day");
/// let error = Mapping::from_toml("[codes]\nA = { status = 'absence', extent = '3/2' }").unwrap_err();
/// assert_eq!(error.path(), "codes.A.extent");
/// ```
#[derive(Debug, Clone, PartialEq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Mapping {
    /// The one school year the folder is of, by the calendar year in which it ends: records of other years are
    /// then rejected. Where nothing is said, every record goes to the school year of its date.
    #[serde(default)]
    pub school_year: Option<SchoolYear>,
    /// Where enrolments come from.
    #[serde(default)]
    pub enrollment: EnrollmentSource,
    /// Where instructional days come from.
    #[serde(default)]
    pub calendar: CalendarSource,
    /// How exit dates are meant; inclusive where nothing is said.
    #[serde(default = "inclusive")]
    pub exit_day: ExitDay,
    /// The minutes of a school day for which the calendar gives none.
    #[serde(default = "day_minutes")]
    pub day_minutes: u16,
    /// By which rules the roll is read.
    #[serde(default)]
    pub rules: RollRules,
    /// The system's attendance codes. A code outside the table is rejected, never taken for present.
    #[serde(default)]
    pub codes: BTreeMap<String, CodeMeaning>,
    /// The system's words for calendar events; the model's own terms are always known.
    #[serde(default)]
    pub calendar_events: BTreeMap<String, CalendarEvent>,
    /// The files.
    #[serde(default)]
    pub files: Vec<FileMapping>,
}

/// Where enrolments come from.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Deserialize)]
#[serde(rename_all = "snake_case")]
#[non_exhaustive]
pub enum EnrollmentSource {
    /// From files of the kind `enrollments`.
    #[default]
    File,
    /// Every student met in a file of attendance is taken as enrolled at that school all year.
    FullYear,
}

/// Where instructional days come from.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Deserialize)]
#[serde(rename_all = "snake_case")]
#[non_exhaustive]
pub enum CalendarSource {
    /// From files of the kind `calendar`.
    #[default]
    File,
    /// The dates on which a school has an attendance event are its instructional days.
    EventDates,
}

/// What one of the system's attendance codes means.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct CodeMeaning {
    /// Its status.
    pub status: AttendanceStatus,
    /// Its category, where it says one.
    #[serde(default)]
    pub category: Option<AttendanceCategory>,
    /// The part of the day that the code itself stands for, such as `"1/2"`; an event's own part, minutes,
    /// session or section go before it.
    #[serde(default)]
    pub extent: Option<Fraction>,
    /// Whether an event with this code is rejected unless it says how much of the day it covers.
    #[serde(default)]
    pub extent_required: bool,
}

impl CodeMeaning {
    /// The code in the model's terms.
    pub fn code(&self) -> AttendanceCode {
        let code = AttendanceCode::new(self.status);
        self.category.map_or(code, |category| code.in_category(category))
    }
}

/// The model's term for each of a system's own words, field by field.
pub type Translations = BTreeMap<Field, BTreeMap<String, String>>;

/// What one file, or several of one form, hold.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct FileMapping {
    /// The file's name, or a list of names; at least one of them is in the folder.
    #[serde(alias = "names", deserialize_with = "one_or_many")]
    pub name: Vec<String>,
    /// What its records are.
    pub kind: FileKind,
    /// Whether the folder may lack the file.
    #[serde(default)]
    pub optional: bool,
    /// What separates fields.
    #[serde(default = "comma")]
    pub delimiter: char,
    /// What a field that holds delimiters or line breaks is enclosed in; doubled, it stands for itself.
    #[serde(default = "quote")]
    pub quote: char,
    /// What stands before a quote that does not end its field, in systems that do not double it.
    #[serde(default)]
    pub escape: Option<char>,
    /// What the names in the header are enclosed in, where that is not what encloses fields.
    #[serde(default)]
    pub header_quote: Option<char>,
    /// The text encoding, by its WHATWG label: `utf-8`, `windows-1252`, `utf-16le`.
    #[serde(default = "utf_8")]
    pub encoding: String,
    /// What stands for a missing value.
    #[serde(default = "nothing")]
    pub missing: Vec<String>,
    /// How dates are written, in `strftime` form; only `2022-01-31` where nothing is said. A date that two of
    /// the formats read differently is rejected as ambiguous.
    #[serde(default)]
    pub date_formats: Vec<String>,
    /// The column that holds each field.
    #[serde(default)]
    pub columns: BTreeMap<Field, String>,
    /// The value of fields that no column holds.
    #[serde(default)]
    pub constants: BTreeMap<Field, String>,
    /// The system's own words for the terms of a field, `mode = { "F2F" = "in_person" }`; the model's own are always
    /// known. A word that is neither is a finding and never guessed.
    #[serde(default)]
    pub terms: Translations,
    /// Of students: the columns that are attributes, kept under their own names.
    #[serde(default)]
    pub attributes: Vec<String>,
    /// Fields and attributes whose column the file may lack.
    #[serde(default)]
    pub optional_columns: Vec<String>,
    /// Columns that are known and not read.
    #[serde(default)]
    pub ignore: Vec<String>,
}

impl Mapping {
    /// The name of the mapping that a folder may hold.
    pub const FILE: &'static str = "mapping.toml";

    /// Reads and checks a mapping.
    ///
    /// # Errors
    /// [`MappingError`] naming the place in the mapping.
    pub fn from_toml(text: &str) -> Result<Self, MappingError> {
        let mapping: Self = document::from_toml(text).map_err(|Fault { field, reason, .. }| {
            let path = if field == "." { "mapping".to_owned() } else { field };
            MappingError::new(path, reason)
        })?;
        mapping.check()?;
        Ok(mapping)
    }

    /// The mapping of the library's own form, for folders written by it.
    ///
    /// # Panics
    /// Never: the mapping is part of the library.
    pub fn standard() -> Self {
        Self::from_toml(include_str!("standard.toml")).expect("the standard mapping is tested")
    }

    /// The mapping that a folder, or files in memory, hold as `mapping.toml`, or the [standard](Self::standard) one.
    ///
    /// # Errors
    /// [`ReadError`] where the folder's mapping cannot be read or is not one.
    pub fn of_folder(files: impl Into<Files>) -> Result<Self, ReadError> {
        let Some(file) = files.into().find(Self::FILE)? else { return Ok(Self::standard()) };
        let mut text = String::new();
        file.open()?.read_to_string(&mut text).map_err(|error| file.io(error))?;
        Ok(Self::from_toml(&text)?)
    }

    /// Checks that the mapping does not contradict itself. [`from_toml`](Self::from_toml) and the reader do.
    ///
    /// # Errors
    /// [`MappingError`] naming the place in the mapping.
    pub fn check(&self) -> Result<(), MappingError> {
        check(self)
    }
}

/// What is wrong with a mapping, and where.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("mapping, `{path}`: {message}")]
pub struct MappingError {
    path: String,
    message: String,
}

impl MappingError {
    pub(crate) fn new(path: impl Into<String>, message: impl Into<String>) -> Self {
        Self { path: path.into(), message: message.into() }
    }

    /// Where in the mapping, such as `files[0].columns`.
    pub fn path(&self) -> &str {
        &self.path
    }

    /// What is wrong there.
    pub fn message(&self) -> &str {
        &self.message
    }
}

fn inclusive() -> ExitDay {
    ExitDay::Inclusive
}

fn day_minutes() -> u16 {
    Calendar::DEFAULT_DAY_MINUTES
}

fn comma() -> char {
    ','
}

fn quote() -> char {
    '"'
}

fn utf_8() -> String {
    "utf-8".to_owned()
}

fn nothing() -> Vec<String> {
    vec![String::new()]
}

fn one_or_many<'de, D: Deserializer<'de>>(deserializer: D) -> Result<Vec<String>, D::Error> {
    struct Names;

    impl<'de> serde::de::Visitor<'de> for Names {
        type Value = Vec<String>;

        fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
            f.write_str("a file name or a list of file names")
        }

        fn visit_str<E>(self, name: &str) -> Result<Vec<String>, E> {
            Ok(vec![name.to_owned()])
        }

        fn visit_seq<A: serde::de::SeqAccess<'de>>(self, mut names: A) -> Result<Vec<String>, A::Error> {
            let mut all = Vec::new();
            while let Some(name) = names.next_element()? {
                all.push(name);
            }
            Ok(all)
        }
    }

    deserializer.deserialize_any(Names)
}
