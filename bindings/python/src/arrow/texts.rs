//! Columns of texts, coded: each text once, and a number a row.

use super::{source::Column, wrong_type};
use arrow_array::{Array, ArrayRef, cast::AsArray};
use arrow_schema::DataType;
use pyo3::PyResult;
use std::collections::HashMap;

/// Texts: each once, in the order in which they come, and for each row which one it is.
#[derive(Default)]
pub(crate) struct Texts {
    /// The texts.
    pub(crate) values: Vec<String>,
    /// For each row the place of its text in `values`; `None` where there is none.
    pub(crate) codes: Vec<Option<u32>>,
    places: HashMap<String, u32>,
}

const WANTED: &str = "text (a string, a category or an enum)";

impl Column<'_> {
    /// The column's texts.
    pub(crate) fn texts(&self) -> PyResult<Texts> {
        let mut texts = Texts::default();
        for chunk in &self.chunks {
            if texts.add(chunk).is_none() {
                return Err(wrong_type(self.table, self.name, self.data_type, WANTED));
            }
        }
        // A table without batches still has a type.
        if self.chunks.is_empty() && !is_text(self.data_type) {
            return Err(wrong_type(self.table, self.name, self.data_type, WANTED));
        }
        Ok(texts)
    }
}

impl Column<'_> {
    /// Whether the column holds texts.
    pub(crate) fn is_text(&self) -> bool {
        is_text(self.data_type)
    }
}

fn is_text(data_type: &DataType) -> bool {
    match data_type {
        DataType::Utf8 | DataType::LargeUtf8 | DataType::Utf8View | DataType::Null => true,
        DataType::Dictionary(_, values) => is_text(values),
        _ => false,
    }
}

impl Texts {
    /// The text in a row.
    pub(crate) fn at(&self, row: usize) -> Option<&str> {
        let place = self.codes.get(row).copied().flatten()?;
        self.values.get(place as usize).map(String::as_str)
    }

    /// Adds a chunk; `None` where it is no text.
    fn add(&mut self, chunk: &ArrayRef) -> Option<()> {
        if let Some(dictionary) = chunk.as_any_dictionary_opt() {
            let mut of_dictionary = Self { places: std::mem::take(&mut self.places), ..Self::default() };
            std::mem::swap(&mut of_dictionary.values, &mut self.values);
            let coded = of_dictionary.add_texts(dictionary.values());
            self.values = of_dictionary.values;
            self.places = of_dictionary.places;
            coded?;
            if dictionary.values().is_empty() {
                self.codes.extend(std::iter::repeat_n(None, chunk.len()));
                return Some(());
            }
            let keys = dictionary.normalized_keys();
            let keys = keys.into_iter().enumerate().map(|(row, key)| {
                if chunk.is_null(row) { None } else { of_dictionary.codes.get(key).copied().flatten() }
            });
            self.codes.extend(keys);
            return Some(());
        }
        self.add_texts(chunk)
    }

    fn add_texts(&mut self, chunk: &ArrayRef) -> Option<()> {
        if let Some(texts) = chunk.as_string_opt::<i32>() {
            texts.iter().for_each(|text| self.push(text));
        } else if let Some(texts) = chunk.as_string_opt::<i64>() {
            texts.iter().for_each(|text| self.push(text));
        } else if let Some(texts) = chunk.as_string_view_opt() {
            texts.iter().for_each(|text| self.push(text));
        } else if chunk.data_type() == &DataType::Null {
            self.codes.extend(std::iter::repeat_n(None, chunk.len()));
        } else {
            return None;
        }
        Some(())
    }

    fn push(&mut self, text: Option<&str>) {
        let code = text.map(|text| {
            if let Some(place) = self.places.get(text) {
                return *place;
            }
            // A column has fewer than 2^32 different texts: each takes at least a byte of four gigabytes.
            let place = u32::try_from(self.values.len()).unwrap_or(u32::MAX);
            self.values.push(text.to_owned());
            self.places.insert(text.to_owned(), place);
            place
        });
        self.codes.push(code);
    }
}
