//! Tables in and out through the Arrow `PyCapsule` interface.

mod capsule;
mod columns;
mod days;
mod numbers;
mod source;
mod texts;

pub(crate) use columns::Columns;
pub(crate) use source::{Column, Source};
pub(crate) use texts::Texts;

use arrow_schema::DataType;
use pyo3::PyErr;

/// A column that cannot be read: its name and its type, never what it holds.
pub(crate) fn column_error(code: &str, table: &str, column: &str, problem: &str) -> PyErr {
    let message = format!("column `{column}` of `{table}` {problem}");
    crate::errors::error("column", code, &message, Some(column))
}

/// A column of a type that is not the one it must have.
pub(crate) fn wrong_type(table: &str, column: &str, found: &DataType, wanted: &str) -> PyErr {
    column_error("column_type", table, column, &format!("is of type {found}; it must be {wanted}"))
}
