//! A record as the model has it, beside its row of the CSV form: texts about persons do not come out of a record.

use chrono::NaiveDate;
use homeroom::mentoring::{Confidential, Note, Visibility};
use std::fmt::Display;

/// The fields of one row, in the order of the file's header.
pub(crate) type Row = Vec<String>;

/// A record and its row.
#[derive(Clone)]
pub(crate) struct Entry<T> {
    pub(crate) record: T,
    pub(crate) row: Row,
}

/// Takes records and rows apart.
pub(super) fn apart<T>(entries: Vec<Entry<T>>) -> (Vec<T>, Vec<Row>) {
    entries.into_iter().map(|Entry { record, row }| (record, row)).unzip()
}

/// Several values in one field.
pub(super) fn list<T: Display>(values: &[T]) -> String {
    let texts: Vec<String> = values.iter().map(ToString::to_string).collect();
    texts.join(";")
}

/// A value that may be missing.
pub(super) fn text<T: Display>(value: Option<T>) -> String {
    value.map(|value| value.to_string()).unwrap_or_default()
}

pub(super) fn confidential(texts: &[&str]) -> Vec<Confidential> {
    texts.iter().map(Confidential::new).collect()
}

/// A note and the two fields that hold it.
pub(super) fn note(said: Option<(&str, Visibility)>) -> (Option<Note>, [String; 2]) {
    let Some((text, visibility)) = said else { return (None, [String::new(), String::new()]) };
    (Some(Note { text: Confidential::new(text), visibility }), [text.to_owned(), visibility.to_string()])
}

/// A date so many days later; a weekend is passed over.
pub(super) fn later(date: NaiveDate, days: usize) -> NaiveDate {
    use chrono::Datelike;
    let date = date + chrono::Days::new(days as u64);
    let over = match date.weekday().num_days_from_monday() {
        5 => 2,
        6 => 1,
        _ => 0,
    };
    date + chrono::Days::new(over)
}
