//! A table from outside, whatever made it.

use super::{capsule, column_error};
use crate::errors::error;
use arrow_array::{ArrayRef, RecordBatch};
use arrow_schema::{ArrowError, DataType, Field, FieldRef, Schema, SchemaRef};
use pyo3::{prelude::*, types::PyCapsule};
use std::sync::Arc;

/// A table: its name in messages, its schema, its batches.
pub(crate) struct Source {
    name: String,
    schema: SchemaRef,
    batches: Vec<RecordBatch>,
}

/// A column: all its chunks are of one type.
pub(crate) struct Column<'s> {
    pub(super) table: &'s str,
    pub(super) name: &'s str,
    pub(super) data_type: &'s DataType,
    index: usize,
    pub(super) chunks: Vec<&'s ArrayRef>,
}

impl Source {
    /// Takes any object with `__arrow_c_stream__` or `__arrow_c_array__`.
    pub(crate) fn from_python(name: &str, table: &Bound<'_, PyAny>) -> PyResult<Self> {
        let py = table.py();
        let read = if table.hasattr("__arrow_c_stream__")? {
            let capsule = table.call_method0("__arrow_c_stream__")?;
            let capsule = capsule.cast::<PyCapsule>().map_err(|_| not_arrow(name))?;
            let stream = capsule::stream(capsule)?;
            py.detach(|| capsule::read_stream(stream))
        } else if table.hasattr("__arrow_c_array__")? {
            let capsules = table.call_method0("__arrow_c_array__")?;
            let (schema, array): (Bound<'_, PyCapsule>, Bound<'_, PyCapsule>) =
                capsules.extract().map_err(|_| not_arrow(name))?;
            capsule::read_array(&schema, &array)?
        } else {
            return Err(not_arrow(name));
        };
        let (schema, batches) = read.map_err(|problem| unreadable(name, &problem))?;
        Ok(Self { name: name.to_owned(), schema, batches })
    }

    /// Its name in messages.
    pub(crate) fn name(&self) -> &str {
        &self.name
    }

    /// Writes a column of numbers out in decimals, where there is one, so that it can be read exactly as text.
    pub(crate) fn write_out(&mut self, name: &str) -> PyResult<()> {
        let Some(column) = self.find(name)?.filter(Column::is_number) else { return Ok(()) };
        let (index, chunks) = (column.index, column.written_out()?);
        let fields = self.schema.fields().iter().enumerate().map(|(place, field)| {
            if place == index { Field::new(name, DataType::Utf8, true).into() } else { field.clone() }
        });
        let schema = Arc::new(Schema::new(fields.collect::<Vec<FieldRef>>()));
        let batches = self.batches.iter().zip(chunks).map(|(batch, chunk)| {
            let columns = batch.columns().iter().enumerate();
            let columns =
                columns.map(|(place, column)| if place == index { chunk.clone() } else { column.clone() });
            RecordBatch::try_new(schema.clone(), columns.collect())
        });
        self.batches =
            batches.collect::<Result<_, _>>().map_err(|problem| unreadable(&self.name, &problem))?;
        self.schema = schema;
        Ok(())
    }

    /// A column by name; `None` where the table has none of it.
    pub(crate) fn find<'s>(&'s self, name: &'s str) -> PyResult<Option<Column<'s>>> {
        let mut found = self.schema.fields().iter().enumerate().filter(|(_, field)| field.name() == name);
        let Some((index, field)) = found.next() else { return Ok(None) };
        if found.next().is_some() {
            return Err(column_error("column_twice", &self.name, name, "is there twice"));
        }
        let chunks = self.batches.iter().filter_map(|batch| batch.columns().get(index)).collect();
        Ok(Some(Column { table: &self.name, name, data_type: field.data_type(), index, chunks }))
    }

    /// A column that must be there.
    pub(crate) fn column<'s>(&'s self, name: &'s str) -> PyResult<Column<'s>> {
        let missing = || {
            let columns: Vec<&str> = self.schema.fields().iter().map(|field| field.name().as_str()).collect();
            let problem = format!(
                "is missing; there are `{}`. Give `columns={{\"{}\": {{\"{name}\": …}}}}` where it is called otherwise",
                columns.join("`, `"),
                self.name,
            );
            column_error("column_missing", &self.name, name, &problem)
        };
        self.find(name)?.ok_or_else(missing)
    }
}

fn not_arrow(name: &str) -> PyErr {
    let message = format!(
        "`{name}` is no Arrow table: give a polars, pandas (with pyarrow), DuckDB, pyarrow or arro3 table, or any object with `__arrow_c_stream__`"
    );
    error("column", "not_arrow", &message, None)
}

// What the producer says may hold values of the table: only what kind of failure it was is repeated.
fn unreadable(name: &str, problem: &ArrowError) -> PyErr {
    let kind = match problem {
        ArrowError::CDataInterface(_) => "the stream failed or was read before",
        ArrowError::NotYetImplemented(_) => "it has a type that is not supported",
        _ => "its parts contradict each other",
    };
    error("column", "arrow", &format!("the Arrow table `{name}` cannot be read: {kind}"), None)
}
