//! The one place of this crate with `unsafe`: Arrow's C structures out of Python capsules.
//!
//! The invariant: a capsule named `arrow_array_stream`, `arrow_schema` or `arrow_array` holds a pointer to an initialised C
//! structure of that name, as the Arrow `PyCapsule` interface lays down. Python checks the name; that a producer means
//! what the name says has to be believed, as everywhere in that interface. A structure is moved out of its capsule, which
//! leaves a released one behind, so that it is released once; a capsule that was used before is refused.
#![allow(unsafe_code, reason = "the C structures of Arrow are read through pointers")]

use arrow_array::{
    RecordBatch, RecordBatchOptions, StructArray,
    ffi::{FFI_ArrowArray, FFI_ArrowSchema, from_ffi, from_ffi_and_data_type},
    ffi_stream::FFI_ArrowArrayStream,
};
use arrow_schema::{ArrowError, DataType, Schema, SchemaRef};
use pyo3::{prelude::*, types::PyCapsule};
use std::{
    ffi::{CStr, c_void},
    ptr::NonNull,
    sync::Arc,
};

type Batches = (SchemaRef, Vec<RecordBatch>);

fn broken(what: &str) -> ArrowError {
    ArrowError::CDataInterface(what.to_owned())
}

// An `ArrowSchema` as the C data interface lays it down: arrow-rs does not tell a released one, and panics at it.
#[repr(C)]
struct RawSchema {
    texts: [*const c_void; 3],
    numbers: [i64; 2],
    children: [*const c_void; 2],
    release: *const c_void,
}

fn is_released(schema: NonNull<FFI_ArrowSchema>) -> bool {
    // SAFETY: by the name of the capsule, or because a stream has just written it; both types are the same structure of C.
    unsafe { schema.cast::<RawSchema>().as_ref() }.release.is_null()
}

/// The stream in a capsule.
pub(super) fn stream(capsule: &Bound<'_, PyCapsule>) -> PyResult<FFI_ArrowArrayStream> {
    let pointer = capsule.pointer_checked(Some(c"arrow_array_stream"))?.cast();
    // SAFETY: by the name of the capsule; what is left behind is an empty stream.
    Ok(unsafe { FFI_ArrowArrayStream::from_raw(pointer.as_ptr()) })
}

/// All batches of a stream.
pub(super) fn read_stream(mut stream: FFI_ArrowArrayStream) -> Result<Batches, ArrowError> {
    let (Some(get_schema), Some(get_next), Some(_)) = (stream.get_schema, stream.get_next, stream.release)
    else {
        return Err(broken("the stream was read before"));
    };
    let mut schema = FFI_ArrowSchema::empty();
    // SAFETY: the stream is not released, and `schema` is an empty structure to write to.
    let code = unsafe { get_schema(&raw mut stream, &raw mut schema) };
    if code != 0 {
        return Err(last_error(&mut stream));
    }
    if is_released(NonNull::from(&mut schema)) {
        return Err(broken("the stream has no schema"));
    }
    let schema = Arc::new(Schema::try_from(&schema)?);
    let mut batches = Vec::new();
    loop {
        let mut array = FFI_ArrowArray::empty();
        // SAFETY: the stream is not released, and `array` is an empty structure to write to.
        let code = unsafe { get_next(&raw mut stream, &raw mut array) };
        if code != 0 {
            return Err(last_error(&mut stream));
        }
        if array.is_released() {
            return Ok((schema, batches));
        }
        let fields = DataType::Struct(schema.fields().clone());
        // SAFETY: the array is of the stream's schema, as the interface lays down.
        let data = unsafe { from_ffi_and_data_type(array, fields) }?;
        batches.push(batch(schema.clone(), StructArray::from(data))?);
    }
}

/// The record batch in the two capsules of `__arrow_c_array__`.
pub(super) fn read_array(
    schema: &Bound<'_, PyCapsule>,
    array: &Bound<'_, PyCapsule>,
) -> PyResult<Result<Batches, ArrowError>> {
    let schema = schema.pointer_checked(Some(c"arrow_schema"))?.cast::<FFI_ArrowSchema>();
    let array = array.pointer_checked(Some(c"arrow_array"))?.cast::<FFI_ArrowArray>();
    if is_released(schema) {
        return Ok(Err(broken("the schema was read before")));
    }
    // SAFETY: by the names of the capsules. The schema is moved out too, so that a released one is seen as one.
    let (schema, array) =
        unsafe { (FFI_ArrowSchema::from_raw(schema.as_ptr()), FFI_ArrowArray::from_raw(array.as_ptr())) };
    if array.is_released() {
        return Ok(Err(broken("the array was read before")));
    }
    Ok(table_of(array, &schema))
}

fn table_of(array: FFI_ArrowArray, schema: &FFI_ArrowSchema) -> Result<Batches, ArrowError> {
    let DataType::Struct(fields) = DataType::try_from(schema)? else {
        return Err(broken("it is one column, and not a table"));
    };
    // SAFETY: the array is of the schema that came with it, as the interface lays down.
    let data = unsafe { from_ffi(array, schema) }?;
    let schema = Arc::new(Schema::new(fields));
    Ok((schema.clone(), vec![batch(schema, StructArray::from(data))?]))
}

fn batch(schema: SchemaRef, rows: StructArray) -> Result<RecordBatch, ArrowError> {
    use arrow_array::Array;
    if rows.null_count() > 0 {
        return Err(broken("whole rows of it are null"));
    }
    let options = RecordBatchOptions::new().with_row_count(Some(rows.len()));
    RecordBatch::try_new_with_options(schema, rows.into_parts().1, &options)
}

fn last_error(stream: &mut FFI_ArrowArrayStream) -> ArrowError {
    let Some(get_last_error) = stream.get_last_error else { return broken("the stream failed") };
    // SAFETY: the stream is not released.
    let text = unsafe { get_last_error(&raw mut *stream) };
    if text.is_null() {
        return broken("the stream failed");
    }
    // SAFETY: a text that ends with 0 and lives until the stream is asked again.
    broken(&unsafe { CStr::from_ptr(text) }.to_string_lossy())
}
