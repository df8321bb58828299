//! One record of a mapped file: its fields by name, and what may be wrong with them.

use super::{
    dates::DateReader,
    field::{FIELDS, Field},
    mapping::Translations,
    records::Cells,
};
use crate::privacy::about_student;
use chrono::NaiveDate;
use homeroom::{Finding, FindingCode, Fraction, InvalidFraction, InvalidId, Place, shape};
use std::{
    str::{self, FromStr},
    sync::Arc,
};

/// Where a field's values come from.
#[derive(Debug, Clone, Copy)]
pub(super) enum Column<'m> {
    /// From nowhere.
    Absent,
    /// From a column of the file.
    At(usize),
    /// From the mapping.
    Constant(&'m str),
}

/// The columns of a file's fields.
pub(super) type Columns<'m> = [Column<'m>; FIELDS];

/// What is wrong with a field of a record. The code says what becomes of the record.
#[derive(Debug)]
pub(super) struct Fault {
    pub(super) code: FindingCode,
    pub(super) field: Field,
    pub(super) detail: Option<String>,
}

impl Fault {
    pub(super) fn new(code: FindingCode, field: Field) -> Self {
        Self { code, field, detail: None }
    }

    /// A fault that shows what the value looks like, without repeating it.
    pub(super) fn like(code: FindingCode, field: Field, value: &str) -> Self {
        Self { code, field, detail: Some(format!("the value has the form `{}`", shape(value))) }
    }

    pub(super) fn detail(mut self, detail: impl Into<String>) -> Self {
        self.detail = Some(detail.into());
        self
    }
}

/// One record.
#[derive(Clone, Copy)]
pub(super) struct Row<'r> {
    pub(super) cells: Cells<'r>,
    pub(super) columns: &'r Columns<'r>,
    pub(super) missing: &'r [String],
    pub(super) terms: &'r Translations,
    pub(super) decoded: bool,
    pub(super) number: u64,
}

impl<'r> Row<'r> {
    /// The trimmed bytes of a field, or `None` where its value is missing.
    #[inline]
    pub(super) fn bytes(&self, field: Field) -> Option<&'r [u8]> {
        match self.columns[field as usize] {
            Column::Absent => None,
            Column::At(index) => self.cell(index),
            Column::Constant(value) => Some(value.as_bytes()),
        }
    }

    /// The trimmed bytes of a cell, or `None` where its value is missing.
    #[inline]
    pub(super) fn cell(&self, index: usize) -> Option<&'r [u8]> {
        let mut value = self.cells.get(index);
        if let ([first, ..], [.., last]) = (value, value)
            && (*first <= b' ' || *last <= b' ')
        {
            value = value.trim_ascii();
        }
        let missing =
            self.missing.iter().any(|token| token.len() == value.len() && token.as_bytes() == value);
        (!missing).then_some(value)
    }

    /// A field's text, or `None` where its value is missing.
    pub(super) fn text(&self, field: Field) -> Result<Option<&'r str>, Fault> {
        let Some(bytes) = self.bytes(field) else { return Ok(None) };
        self.decode(bytes).map(Some).ok_or_else(|| Fault::new(FindingCode::WrongEncoding, field))
    }

    /// The text of bytes, where they are text.
    pub(super) fn decode(&self, bytes: &'r [u8]) -> Option<&'r str> {
        str::from_utf8(bytes).ok().filter(|text| !self.is_broken(text))
    }

    /// Whether a text of a decoded file holds what was no text in its encoding.
    pub(super) fn is_broken(&self, text: &str) -> bool {
        self.decoded && text.contains('\u{fffd}')
    }

    /// A field's text, which is required.
    pub(super) fn need(&self, field: Field) -> Result<&'r str, Fault> {
        self.text(field)?.ok_or_else(|| Fault::new(FindingCode::MissingValue, field))
    }

    /// The entries of a field that holds several, separated by `;`.
    pub(super) fn list(&self, field: Field) -> Result<impl Iterator<Item = &'r str>, Fault> {
        let text = self.text(field)?.unwrap_or_default();
        Ok(text.split(';').map(str::trim).filter(|entry| !entry.is_empty()))
    }

    /// The model's word for a value, where the mapping translates it; else the value itself.
    pub(super) fn translated(&self, field: Field, value: &'r str) -> &'r str {
        self.terms.get(&field).and_then(|terms| terms.get(value)).map_or(value, String::as_str)
    }

    /// Yes or no, or `None` where it is missing; `otherwise` is what is neither.
    pub(super) fn yes_no(&self, field: Field, otherwise: FindingCode) -> Result<Option<bool>, Fault> {
        let Some(text) = self.text(field)? else { return Ok(None) };
        let answer = yes_or_no(self.translated(field, text));
        answer.map(Some).ok_or_else(|| Fault::like(otherwise, field, text))
    }

    /// An identifier made from a field's text.
    pub(super) fn id<T: FromStr<Err = InvalidId>>(&self, field: Field) -> Result<T, Fault> {
        let invalid = |error: InvalidId| Fault::new(FindingCode::InvalidId, field).detail(error.to_string());
        self.need(field)?.parse().map_err(invalid)
    }

    /// A date, or `None` where it is missing.
    pub(super) fn date(&self, field: Field, dates: &mut DateReader) -> Result<Option<NaiveDate>, Fault> {
        let Some(bytes) = self.bytes(field) else { return Ok(None) };
        dates.read(bytes).map(Some).map_err(|code| match str::from_utf8(bytes) {
            Ok(text) => Fault::like(code, field, text),
            Err(_) => Fault::new(code, field),
        })
    }

    /// A date, which is required.
    pub(super) fn need_date(&self, field: Field, dates: &mut DateReader) -> Result<NaiveDate, Fault> {
        self.date(field, dates)?.ok_or_else(|| Fault::new(FindingCode::MissingValue, field))
    }

    /// A part of a whole, 0 to 1, or `None` where it is missing.
    pub(super) fn part(&self, field: Field) -> Result<Option<Fraction>, Fault> {
        let Some(text) = self.text(field)? else { return Ok(None) };
        let negative = text.strip_prefix('-').is_some_and(|rest| rest.parse::<Fraction>().is_ok());
        match text.parse::<Fraction>() {
            Ok(part) if part <= Fraction::ONE => Ok(Some(part)),
            Err(error) if !negative => {
                let fault = Fault::like(FindingCode::InvalidNumber, field, text);
                Err(match error {
                    InvalidFraction::TooPrecise => fault.detail(error.to_string()),
                    _ => fault,
                })
            }
            _ => Err(Fault::like(FindingCode::PartOutOfRange, field, text)),
        }
    }

    /// A whole number from 0 to a greatest one, or `None` where it is missing; `beyond` is what lies outside.
    pub(super) fn count(&self, field: Field, most: u16, beyond: FindingCode) -> Result<Option<u16>, Fault> {
        let Some(text) = self.text(field)? else { return Ok(None) };
        match text.parse::<i64>() {
            Ok(number) => match u16::try_from(number) {
                Ok(number) if number <= most => Ok(Some(number)),
                _ => Err(Fault::like(beyond, field, text)),
            },
            Err(_) => Err(Fault::like(FindingCode::InvalidNumber, field, text)),
        }
    }

    /// A finding about this record, with the student and the school that it names.
    pub(super) fn finding(&self, file: &Arc<str>, fault: Fault) -> Finding {
        let mut finding = Finding::new(fault.code, Place::new(file, self.number)).field(fault.field.as_str());
        let named = |field: Field| if field == fault.field { None } else { self.text(field).ok().flatten() };
        if let Some(student) = named(Field::Student) {
            finding = about_student(finding, student);
        }
        if let Some(school) = named(Field::School) {
            finding = finding.school(school);
        }
        match fault.detail {
            Some(detail) => finding.detail(detail),
            None => finding,
        }
    }
}

/// What a word says, in the ways in which systems write yes and no.
pub(super) fn yes_or_no(text: &str) -> Option<bool> {
    let is = |words: [&str; 4]| words.iter().any(|word| word.eq_ignore_ascii_case(text));
    if is(["true", "yes", "y", "1"]) {
        Some(true)
    } else if is(["false", "no", "n", "0"]) {
        Some(false)
    } else {
        None
    }
}
