//! A table of named columns, as answers come out.

use chrono::NaiveDate;
use homeroom::{Amount, Rate};
use std::collections::HashMap;

/// Named columns of equal length.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Table {
    /// The columns in order.
    pub columns: Vec<Column>,
}

/// A column of a table.
#[derive(Debug, Clone, PartialEq)]
pub struct Column {
    /// Its name.
    pub name: String,
    /// Its values; where there is none, anything stands.
    pub values: Values,
    /// Which rows have a value; all where nothing is said.
    pub valid: Option<Vec<bool>>,
}

/// The values of a column.
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub enum Values {
    /// Text: for each row an index into the different values.
    Text {
        /// The indices.
        codes: Vec<u32>,
        /// The different values, in the order in which they are met.
        values: Vec<String>,
    },
    /// Numbers without a sign that 32 bits hold.
    U32(Vec<u32>),
    /// Numbers without a sign.
    U64(Vec<u64>),
    /// The nearest doubles.
    F64(Vec<f64>),
    /// Truths.
    Bool(Vec<bool>),
    /// Dates as days since 1 January 1970.
    Date(Vec<i32>),
}

impl Values {
    /// How many rows there are.
    pub fn len(&self) -> usize {
        match self {
            Self::Text { codes, .. } => codes.len(),
            Self::U32(values) => values.len(),
            Self::U64(values) => values.len(),
            Self::F64(values) => values.len(),
            Self::Bool(values) => values.len(),
            Self::Date(values) => values.len(),
        }
    }

    /// Whether there is no row.
    pub fn is_empty(&self) -> bool {
        self.len() == 0
    }
}

impl Table {
    /// How many rows there are.
    pub fn rows(&self) -> usize {
        self.columns.first().map_or(0, |column| column.values.len())
    }

    /// The column of a name.
    pub fn column(&self, name: &str) -> Option<&Column> {
        self.columns.iter().find(|column| column.name == name)
    }

    pub(super) fn push(&mut self, name: &str, (values, valid): (Values, Option<Vec<bool>>)) {
        debug_assert!(self.columns.is_empty() || values.len() == self.rows(), "the columns are equally long");
        self.columns.push(Column { name: name.to_owned(), values, valid });
    }

    pub(super) fn text<T: AsRef<str>>(&mut self, name: &str, of: impl IntoIterator<Item = Option<T>>) {
        let mut numbers: HashMap<Box<str>, u32> = HashMap::new();
        let (mut codes, mut values, mut valid) = (Vec::new(), Vec::new(), Vec::new());
        for text in of {
            valid.push(text.is_some());
            let Some(text) = text else {
                codes.push(0);
                continue;
            };
            let code = numbers.get(text.as_ref()).copied().unwrap_or_else(|| {
                let next = values.len() as u32;
                numbers.insert(text.as_ref().into(), next);
                values.push(text.as_ref().to_owned());
                next
            });
            codes.push(code);
        }
        self.push(name, (Values::Text { codes, values }, some_missing(valid)));
    }

    /// Text of which each row has its own.
    pub(super) fn keys(&mut self, name: &str, of: impl IntoIterator<Item = String>) {
        let values: Vec<_> = of.into_iter().collect();
        let codes = (0..values.len() as u32).collect();
        self.push(name, (Values::Text { codes, values }, None));
    }

    pub(super) fn u32(&mut self, name: &str, of: impl IntoIterator<Item = u32>) {
        self.push(name, (Values::U32(of.into_iter().collect()), None));
    }

    pub(super) fn u64(&mut self, name: &str, of: impl IntoIterator<Item = u64>) {
        self.push(name, (Values::U64(of.into_iter().collect()), None));
    }

    pub(super) fn some_u64(&mut self, name: &str, of: impl IntoIterator<Item = Option<u64>>) {
        let (values, valid) = split(of, 0);
        self.push(name, (Values::U64(values), valid));
    }

    pub(super) fn bool(&mut self, name: &str, of: impl IntoIterator<Item = Option<bool>>) {
        let (values, valid) = split(of, false);
        self.push(name, (Values::Bool(values), valid));
    }

    pub(super) fn date(&mut self, name: &str, of: impl IntoIterator<Item = Option<NaiveDate>>) {
        let days = of.into_iter().map(|date| date.map(|date| date.to_epoch_days()));
        let (values, valid) = split(days, 0);
        self.push(name, (Values::Date(values), valid));
    }

    pub(super) fn f64(&mut self, name: &str, of: impl IntoIterator<Item = Option<f64>>) {
        let (values, valid) = split(of, 0.0);
        self.push(name, (Values::F64(values), valid));
    }

    pub(super) fn amount(&mut self, name: &str, of: impl IntoIterator<Item = Amount>) {
        self.f64(name, of.into_iter().map(|amount| Some(amount.to_f64())));
    }

    /// A rate of units of which `per` make a day: the rate, and its part and whole in days.
    pub(super) fn rate(&mut self, name: &str, of: impl Iterator<Item = (Option<Rate>, u32)> + Clone) {
        self.f64(name, of.clone().map(|(rate, _)| Some(rate?.to_f64())));
        let days = |units, per| Amount { units, per }.to_f64();
        self.f64(&format!("{name}_part"), of.clone().map(|(rate, per)| Some(days(rate?.part(), per))));
        self.f64(&format!("{name}_whole"), of.map(|(rate, per)| Some(days(rate?.whole(), per))));
    }

    /// A rate of things that are counted: the rate, and its part and whole.
    pub(super) fn count_rate(&mut self, name: &str, of: impl Iterator<Item = Option<Rate>> + Clone) {
        self.f64(name, of.clone().map(|rate| Some(rate?.to_f64())));
        self.some_u64(&format!("{name}_part"), of.clone().map(|rate| Some(rate?.part())));
        self.some_u64(&format!("{name}_whole"), of.map(|rate| Some(rate?.whole())));
    }
}

fn split<T: Copy>(of: impl IntoIterator<Item = Option<T>>, none: T) -> (Vec<T>, Option<Vec<bool>>) {
    let of = of.into_iter();
    let (mut values, mut valid) =
        (Vec::with_capacity(of.size_hint().0), Vec::with_capacity(of.size_hint().0));
    for value in of {
        values.push(value.unwrap_or(none));
        valid.push(value.is_some());
    }
    (values, some_missing(valid))
}

fn some_missing(valid: Vec<bool>) -> Option<Vec<bool>> {
    valid.contains(&false).then_some(valid)
}
