//! Columns that own what they hold.

use chrono::NaiveDate;
use homeroom_wire::columns::{NO_TEXT, TextColumn};

/// A column of texts.
#[derive(Debug, Clone, Default)]
pub struct Texts {
    pub codes: Vec<u32>,
    values: Vec<String>,
}

impl Texts {
    pub fn of<'t>(texts: impl IntoIterator<Item = Option<&'t str>>) -> Self {
        let mut column = Self::default();
        let mut known = std::collections::HashMap::new();
        for text in texts {
            let code = text.map_or(NO_TEXT, |text| {
                *known.entry(text.to_owned()).or_insert_with(|| {
                    column.values.push(text.to_owned());
                    column.values.len() as u32 - 1
                })
            });
            column.codes.push(code);
        }
        column
    }

    pub fn values(&self) -> Vec<&str> {
        self.values.iter().map(String::as_str).collect()
    }

    pub fn column<'a>(&'a self, values: &'a [&'a str]) -> TextColumn<'a> {
        TextColumn { codes: &self.codes, values }
    }
}

pub fn days(date: &str) -> i32 {
    date.parse::<NaiveDate>().unwrap().to_epoch_days()
}
