//! Tables on their way out, column by column.

use homeroom_wire::columns::{Column, Table as Columns, Values};
use wasm_bindgen::prelude::wasm_bindgen;

/// A table, of which JavaScript takes the columns by their place.
#[wasm_bindgen]
pub struct Table(Columns);

impl From<Columns> for Table {
    fn from(table: Columns) -> Self {
        Self(table)
    }
}

macro_rules! values {
    ($($(#[doc = $doc:literal])* $name:ident $variant:ident $type:ty),* $(,)?) => {
        #[wasm_bindgen]
        impl Table {$(
            $(#[doc = $doc])*
            pub fn $name(&self, column: usize) -> Option<Vec<$type>> {
                match &self.column(column)?.values {
                    Values::$variant(values) => Some(values.clone()),
                    _ => None,
                }
            }
        )*}
    };
}

values! {
    /// The dates of a column.
    dates Date i32,
    /// The doubles of a column.
    f64s F64 f64,
    /// The small numbers of a column.
    u32s U32 u32,
    /// The numbers of a column.
    u64s U64 u64,
}

#[wasm_bindgen]
impl Table {
    /// The names of the columns.
    pub fn names(&self) -> Vec<String> {
        self.0.columns.iter().map(|column| column.name.clone()).collect()
    }

    /// How many rows there are.
    pub fn rows(&self) -> usize {
        self.0.rows()
    }

    /// The different texts of a column.
    pub fn texts(&self, column: usize) -> Option<Vec<String>> {
        match &self.column(column)?.values {
            Values::Text { values, .. } => Some(values.clone()),
            _ => None,
        }
    }

    /// For each row the index of its text.
    pub fn codes(&self, column: usize) -> Option<Vec<u32>> {
        match &self.column(column)?.values {
            Values::Text { codes, .. } => Some(codes.clone()),
            _ => None,
        }
    }

    /// The truths of a column.
    pub fn flags(&self, column: usize) -> Option<Vec<u8>> {
        match &self.column(column)?.values {
            Values::Bool(values) => Some(bytes(values)),
            _ => None,
        }
    }

    /// Which rows of a column have a value; nothing where all have.
    pub fn valid(&self, column: usize) -> Option<Vec<u8>> {
        Some(bytes(self.column(column)?.valid.as_ref()?))
    }

    fn column(&self, column: usize) -> Option<&Column> {
        self.0.columns.get(column)
    }
}

fn bytes(truths: &[bool]) -> Vec<u8> {
    truths.iter().map(|truth| u8::from(*truth)).collect()
}
