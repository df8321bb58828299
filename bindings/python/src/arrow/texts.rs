//! Columns of texts, coded: each text once, and a number a row.

use super::{source::Column, wrong_type};
use arrow_array::{Array, ArrayRef, cast::AsArray};
use arrow_schema::DataType;
use homeroom_wire::columns::{NO_TEXT, TextColumn};
use pyo3::PyResult;
use std::collections::HashMap;

const WANTED: &str = "text (a string, a category or an enum)";

/// Texts: each once, in the order in which they come, and for each row which one it is, or [`NO_TEXT`].
pub(crate) struct Texts<'s> {
    values: Vec<&'s str>,
    codes: Vec<u32>,
}

impl Texts<'_> {
    /// The column as the core's door takes it.
    pub(crate) fn column(&self) -> TextColumn<'_> {
        TextColumn { codes: &self.codes, values: &self.values }
    }
}

impl<'s> Column<'s> {
    /// The column's texts.
    pub(crate) fn texts(&self) -> PyResult<Texts<'s>> {
        let refused = || wrong_type(self.table, self.name, self.data_type, WANTED);
        // A table without batches still has a type.
        if !is_text(self.data_type) {
            return Err(refused());
        }
        let mut coder = Coder::default();
        for chunk in &self.chunks {
            coder.add(chunk).ok_or_else(refused)?;
        }
        Ok(Texts { values: coder.values, codes: coder.codes })
    }
}

fn is_text(data_type: &DataType) -> bool {
    match data_type {
        DataType::Utf8 | DataType::LargeUtf8 | DataType::Utf8View | DataType::Null => true,
        DataType::Dictionary(_, values) => is_text(values),
        _ => false,
    }
}

#[derive(Default)]
struct Coder<'s> {
    values: Vec<&'s str>,
    codes: Vec<u32>,
    places: HashMap<&'s str, u32>,
}

impl<'s> Coder<'s> {
    /// Adds a chunk; `None` where it is no text.
    fn add(&mut self, chunk: &'s ArrayRef) -> Option<()> {
        let Some(dictionary) = chunk.as_any_dictionary_opt() else {
            let codes = self.codes_of(chunk)?;
            self.codes.extend(codes);
            return Some(());
        };
        let of_values = self.codes_of(dictionary.values())?;
        if of_values.is_empty() {
            self.codes.extend(std::iter::repeat_n(NO_TEXT, chunk.len()));
            return Some(());
        }
        let keys = dictionary.normalized_keys().into_iter().enumerate();
        let codes = keys.map(|(row, key)| {
            if chunk.is_null(row) { NO_TEXT } else { of_values.get(key).copied().unwrap_or(NO_TEXT) }
        });
        self.codes.extend(codes);
        Some(())
    }

    fn codes_of(&mut self, texts: &'s ArrayRef) -> Option<Vec<u32>> {
        Some(if let Some(texts) = texts.as_string_opt::<i32>() {
            texts.iter().map(|text| self.code(text)).collect()
        } else if let Some(texts) = texts.as_string_opt::<i64>() {
            texts.iter().map(|text| self.code(text)).collect()
        } else if let Some(texts) = texts.as_string_view_opt() {
            texts.iter().map(|text| self.code(text)).collect()
        } else if texts.data_type() == &DataType::Null {
            vec![NO_TEXT; texts.len()]
        } else {
            return None;
        })
    }

    fn code(&mut self, text: Option<&'s str>) -> u32 {
        let Some(text) = text else { return NO_TEXT };
        *self.places.entry(text).or_insert_with(|| {
            self.values.push(text);
            // Fewer than 2^32 different texts: each takes a byte of what would be four gigabytes.
            u32::try_from(self.values.len().saturating_sub(1)).unwrap_or(NO_TEXT)
        })
    }
}
