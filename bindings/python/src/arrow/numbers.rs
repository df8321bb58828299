//! Columns of numbers and of yes and no.

use super::{source::Column, wrong_type};
use arrow_array::{
    Array, ArrayRef, StringArray,
    cast::AsArray,
    types::{
        Float32Type, Float64Type, Int8Type, Int16Type, Int32Type, Int64Type, UInt8Type, UInt16Type,
        UInt32Type, UInt64Type,
    },
};
use arrow_schema::DataType;
use pyo3::PyResult;
use std::sync::Arc;

macro_rules! read {
    ($column:expr, $wanted:expr, $into:ty, $($name:ident => $type:ty),*) => {{
        let mut numbers: Vec<Option<$into>> = Vec::new();
        let type_error = || wrong_type($column.table, $column.name, $column.data_type, $wanted);
        if !matches!($column.data_type, DataType::Null $(| DataType::$name)*) {
            return Err(type_error());
        }
        for chunk in &$column.chunks {
            match chunk.data_type() {
                $(DataType::$name => {
                    let chunk = chunk.as_primitive_opt::<$type>().ok_or_else(type_error)?;
                    for number in chunk {
                        let number = number.map(<$into>::try_from).transpose();
                        numbers.push(number.map_err(|_| type_error())?);
                    }
                })*
                _ => numbers.extend(std::iter::repeat_n(None, chunk.len())),
            }
        }
        Ok(numbers)
    }};
}

impl Column<'_> {
    /// The column's whole numbers.
    pub(crate) fn integers(&self) -> PyResult<Vec<Option<i64>>> {
        read!(
            self, "whole numbers", i64,
            Int8 => Int8Type, Int16 => Int16Type, Int32 => Int32Type, Int64 => Int64Type,
            UInt8 => UInt8Type, UInt16 => UInt16Type, UInt32 => UInt32Type, UInt64 => UInt64Type
        )
    }

    /// Whether the column holds numbers, whole or with a fraction.
    pub(super) fn is_number(&self) -> bool {
        self.data_type.is_integer() || self.data_type.is_floating()
    }

    /// The numbers as texts, chunk by chunk: as decimals of the fewest digits that say which number it is.
    pub(super) fn written_out(&self) -> PyResult<Vec<ArrayRef>> {
        macro_rules! write {
            ($chunk:expr, $($name:ident => $type:ty),*) => {
                match $chunk.data_type() {
                    $(DataType::$name => $chunk.as_primitive_opt::<$type>().map(|chunk| {
                        let texts = chunk.iter().map(|number| number.map(|number| number.to_string()));
                        Arc::new(texts.collect::<StringArray>()) as ArrayRef
                    }),)*
                    _ => None,
                }
            };
        }
        let wanted = "numbers, or exact texts such as `1/2`";
        let refused = || wrong_type(self.table, self.name, self.data_type, wanted);
        let written = self.chunks.iter().map(|chunk| {
            write!(
                chunk, Float32 => Float32Type, Float64 => Float64Type,
                Int8 => Int8Type, Int16 => Int16Type, Int32 => Int32Type, Int64 => Int64Type,
                UInt8 => UInt8Type, UInt16 => UInt16Type, UInt32 => UInt32Type, UInt64 => UInt64Type
            )
            .ok_or_else(refused)
        });
        written.collect()
    }

    /// The column's yes and no.
    pub(crate) fn flags(&self) -> PyResult<Vec<Option<bool>>> {
        let mut flags = Vec::new();
        let type_error = || wrong_type(self.table, self.name, self.data_type, "true or false");
        for chunk in &self.chunks {
            flags.extend(chunk.as_boolean_opt().ok_or_else(type_error)?.iter());
        }
        Ok(flags)
    }
}
