//! A table of named columns that Arrow readers take as it is.

use crate::errors::error;
use arrow_array::{
    Array, ArrayRef, BooleanArray, Date32Array, Float64Array, Int64Array, RecordBatch, RecordBatchIterator,
    RecordBatchOptions, StringArray,
    cast::AsArray,
    ffi_stream::FFI_ArrowArrayStream,
    types::{Date32Type, Float64Type, Int64Type},
};
use arrow_buffer::NullBuffer;
use arrow_schema::{ArrowError, Field, Schema};
use homeroom_wire::columns::{Table, Values};
use pyo3::{IntoPyObjectExt, prelude::*, types::PyCapsule};
use std::sync::Arc;

/// Columns of one length, each with its name. An Arrow table: polars, pandas, `DuckDB` and pyarrow read it.
#[pyclass(frozen, module = "homeroom._homeroom")]
pub(crate) struct Columns {
    batch: RecordBatch,
}

impl Columns {
    /// Columns by name.
    pub(crate) fn new(columns: Vec<(String, ArrayRef)>, rows: usize) -> PyResult<Self> {
        let fields: Vec<Field> = columns
            .iter()
            .map(|(name, column)| Field::new(name.clone(), column.data_type().clone(), true))
            .collect();
        let columns = columns.into_iter().map(|(_, column)| column).collect();
        let options = RecordBatchOptions::new().with_row_count(Some(rows));
        let batch = RecordBatch::try_new_with_options(Arc::new(Schema::new(fields)), columns, &options);
        Ok(Self { batch: batch.map_err(|problem| refused(&problem))? })
    }
}

impl Columns {
    /// The columns of an answer. Texts are written out: readers that want categories make them.
    pub(crate) fn of_table(table: Table) -> PyResult<Self> {
        let rows = table.rows();
        let columns = table.columns.into_iter().map(|column| {
            let nulls = column.valid.map(NullBuffer::from);
            let values: ArrayRef = match column.values {
                Values::Text { codes, values } => Arc::new(texts(&codes, &values, nulls.as_ref())),
                Values::U32(values) => Arc::new(whole(values.into_iter().map(i64::from), nulls)),
                Values::U64(values) => Arc::new(whole(values.into_iter().map(held), nulls)),
                Values::F64(values) => Arc::new(Float64Array::new(values.into(), nulls)),
                Values::Bool(values) => Arc::new(BooleanArray::new(values.into(), nulls)),
                Values::Date(values) => Arc::new(Date32Array::new(values.into(), nulls)),
                _ => return Err(error("column", "arrow", "a column is of a kind that is not known", None)),
            };
            Ok((column.name, values))
        });
        Self::new(columns.collect::<PyResult<_>>()?, rows)
    }
}

// One kind of whole numbers, whatever the core counts them in.
fn whole(values: impl Iterator<Item = i64>, nulls: Option<NullBuffer>) -> Int64Array {
    Int64Array::new(values.collect(), nulls)
}

fn held(value: u64) -> i64 {
    i64::try_from(value).unwrap_or(i64::MAX)
}

fn texts(codes: &[u32], values: &[String], nulls: Option<&NullBuffer>) -> StringArray {
    let rows = codes.iter().enumerate().map(|(row, code)| {
        let is_valid = nulls.is_none_or(|nulls| nulls.is_valid(row));
        values.get(*code as usize).filter(|_| is_valid)
    });
    rows.collect()
}

fn refused(problem: &ArrowError) -> PyErr {
    error("column", "arrow", &format!("the columns do not make a table: {problem}"), None)
}

#[pymethods]
impl Columns {
    /// Makes a table of lists: for each column its name, its kind (`text`, `date`, `integer`, `number`, `flag`)
    /// and its values, dates as days from 1970-01-01.
    #[staticmethod]
    fn of_lists(columns: Vec<(String, String, Bound<'_, PyAny>)>, rows: usize) -> PyResult<Self> {
        let mut arrays: Vec<(String, ArrayRef)> = Vec::new();
        for (name, kind, values) in columns {
            let array: ArrayRef = match kind.as_str() {
                "text" => Arc::new(StringArray::from(values.extract::<Vec<Option<String>>>()?)),
                "date" => Arc::new(Date32Array::from(values.extract::<Vec<Option<i32>>>()?)),
                "integer" => Arc::new(Int64Array::from(values.extract::<Vec<Option<i64>>>()?)),
                "number" => Arc::new(Float64Array::from(values.extract::<Vec<Option<f64>>>()?)),
                "flag" => Arc::new(BooleanArray::from(values.extract::<Vec<Option<bool>>>()?)),
                _ => return Err(error("request", "column_kind", "a column is of no such kind", Some(&name))),
            };
            arrays.push((name, array));
        }
        Self::new(arrays, rows)
    }

    /// The first rows as lists, as `of_lists` takes them.
    fn to_lists<'py>(
        &self,
        py: Python<'py>,
        rows: usize,
    ) -> PyResult<Vec<(String, &'static str, Bound<'py, PyAny>)>> {
        let batch = self.batch.slice(0, rows.min(self.batch.num_rows()));
        let schema = batch.schema();
        let columns = schema.fields().iter().zip(batch.columns());
        columns
            .map(|(field, column)| list(py, column).map(|(kind, list)| (field.name().clone(), kind, list)))
            .collect()
    }

    /// The names of the columns.
    #[getter]
    fn names(&self) -> Vec<String> {
        self.batch.schema().fields().iter().map(|field| field.name().clone()).collect()
    }

    fn __len__(&self) -> usize {
        self.batch.num_rows()
    }

    /// The table as a stream of Arrow batches.
    #[pyo3(signature = (requested_schema = None))]
    fn __arrow_c_stream__<'py>(
        &self,
        py: Python<'py>,
        requested_schema: Option<Bound<'py, PyAny>>,
    ) -> PyResult<Bound<'py, PyAny>> {
        // A request of another schema is best effort by the interface's own words; the table has the one it has.
        let _ = requested_schema;
        let reader = RecordBatchIterator::new([Ok(self.batch.clone())], self.batch.schema());
        let stream = FFI_ArrowArrayStream::new(Box::new(reader));
        // Of no type in the stub: `types.CapsuleType` is of Python 3.13.
        PyCapsule::new_with_value(py, stream, c"arrow_array_stream").map(Bound::into_any)
    }
}

fn list<'py>(py: Python<'py>, column: &ArrayRef) -> PyResult<(&'static str, Bound<'py, PyAny>)> {
    if let Some(texts) = column.as_string_opt::<i32>() {
        return Ok(("text", texts.iter().collect::<Vec<_>>().into_bound_py_any(py)?));
    }
    if let Some(dates) = column.as_primitive_opt::<Date32Type>() {
        return Ok(("date", dates.iter().collect::<Vec<_>>().into_bound_py_any(py)?));
    }
    if let Some(numbers) = column.as_primitive_opt::<Int64Type>() {
        return Ok(("integer", numbers.iter().collect::<Vec<_>>().into_bound_py_any(py)?));
    }
    if let Some(numbers) = column.as_primitive_opt::<Float64Type>() {
        return Ok(("number", numbers.iter().collect::<Vec<_>>().into_bound_py_any(py)?));
    }
    if let Some(flags) = column.as_boolean_opt() {
        return Ok(("flag", flags.iter().collect::<Vec<_>>().into_bound_py_any(py)?));
    }
    Err(error("column", "arrow", "a column is of a kind that is not known", None))
}
