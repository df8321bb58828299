//! The handle of a mentoring program.

use crate::{arrow::Columns, column_door::columns, errors::of_problem, register::Register};
use homeroom_wire::OpenProgram;
use pyo3::prelude::*;
use std::sync::Arc;

/// The records of a mentoring program over a school year, open for questions.
#[pyclass(frozen, module = "homeroom._homeroom")]
pub(crate) struct Program(pub(crate) Arc<OpenProgram>);

#[pymethods]
impl Program {
    /// Opens records, as the JSON of the contract.
    #[staticmethod]
    #[pyo3(signature = (register, before, records))]
    fn from_json(
        py: Python<'_>,
        register: &Register,
        before: Option<&Register>,
        records: &str,
    ) -> PyResult<Self> {
        let (current, before) = (register.0.clone(), before.map(|before| before.0.clone()));
        let opened = py.detach(|| OpenProgram::from_json(current, before, records));
        opened.map(|open| Self(Arc::new(open))).map_err(|problem| of_problem(&problem))
    }

    /// Answers a request: JSON in, JSON out.
    fn ask_json(&self, py: Python<'_>, request: &str) -> String {
        py.detach(|| self.0.ask_json(request))
    }

    /// Answers a request with a table.
    fn table(&self, py: Python<'_>, request: &str) -> PyResult<Columns> {
        columns(py.detach(|| self.0.table_json(request)))
    }

    /// What was wrong with which record; `None` where that is not known of this program alone.
    fn findings(&self, py: Python<'_>) -> PyResult<Option<Columns>> {
        py.detach(|| self.0.findings()).map(|table| columns(Ok(table))).transpose()
    }

    /// The register of the year.
    #[getter]
    fn register(&self) -> Register {
        Register(self.0.register().clone())
    }

    /// The register of the year before.
    #[getter]
    fn register_before(&self) -> Option<Register> {
        self.0.register_before().cloned().map(Register)
    }

    /// How many mentors there are.
    #[getter]
    fn mentors(&self) -> usize {
        self.0.casebook().mentors().len()
    }

    /// How many students there are anything of.
    #[getter]
    fn students(&self) -> usize {
        self.0.casebook().students().len()
    }

    /// How many contacts are recorded.
    #[getter]
    fn contacts(&self) -> usize {
        self.0.casebook().contact_count()
    }
}
