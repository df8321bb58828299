//! Problems as Python exceptions. The classes are Python's own (`homeroom.errors`), so that they can be pickled.

use homeroom_wire::Problem;
use pyo3::{prelude::*, sync::PyOnceLock};

/// The exception for a problem: what `homeroom.errors.problem` makes of it.
pub(crate) fn error(kind: &str, code: &str, message: &str, field: Option<&str>) -> PyErr {
    static MAKE: PyOnceLock<Py<PyAny>> = PyOnceLock::new();
    Python::attach(|py| {
        let make =
            MAKE.get_or_try_init(py, || py.import("homeroom.errors")?.getattr("problem").map(Bound::unbind));
        match make.and_then(|make| make.call1(py, (kind, code, message, field))) {
            Ok(exception) => PyErr::from_value(exception.into_bound(py)),
            Err(failed) => failed,
        }
    })
}

/// The exception for a problem of the contract.
pub(crate) fn of_problem(problem: &Problem) -> PyErr {
    // The kind as the contract writes it.
    let kind = serde_json::to_value(problem.kind).ok();
    let kind = kind.as_ref().and_then(serde_json::Value::as_str).unwrap_or("homeroom");
    error(kind, &problem.code, &problem.message, problem.field.as_deref())
}
