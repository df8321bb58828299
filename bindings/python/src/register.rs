//! The handle of a register.

use crate::{arrow::Columns, column_door::columns, errors::of_problem, report, roster};
use chrono::NaiveDate;
use homeroom_wire::OpenRegister;
use pyo3::{prelude::*, types::PyBytes};
use std::sync::Arc;

/// One school year, open for questions.
#[pyclass(frozen, module = "homeroom._homeroom")]
pub(crate) struct Register(pub(crate) Arc<OpenRegister>);

impl From<OpenRegister> for Register {
    fn from(open: OpenRegister) -> Self {
        Self(Arc::new(open))
    }
}

#[pymethods]
impl Register {
    /// Opens records, as the JSON of the contract.
    #[staticmethod]
    fn from_json(py: Python<'_>, records: &str) -> PyResult<Self> {
        py.detach(|| OpenRegister::from_json(records)).map(Self::from).map_err(|problem| of_problem(&problem))
    }

    /// Reads what `to_bytes` wrote.
    #[staticmethod]
    fn from_bytes(py: Python<'_>, data: &[u8]) -> PyResult<Self> {
        py.detach(|| OpenRegister::from_bytes(data)).map(Self::from).map_err(|problem| of_problem(&problem))
    }

    /// The register as bytes.
    fn to_bytes<'py>(&self, py: Python<'py>) -> PyResult<Bound<'py, PyBytes>> {
        let bytes = py.detach(|| self.0.to_bytes()).map_err(|problem| of_problem(&problem))?;
        Ok(PyBytes::new(py, &bytes))
    }

    /// Answers a request: JSON in, JSON out.
    #[pyo3(signature = (request, before = None))]
    fn ask_json(&self, py: Python<'_>, request: &str, before: Option<&Self>) -> String {
        let before = before.map(|before| &before.0);
        py.detach(|| self.0.ask_json(request, before.map(Arc::as_ref)))
    }

    /// Answers a request with a table.
    #[pyo3(signature = (request, before = None))]
    fn table(&self, py: Python<'_>, request: &str, before: Option<&Self>) -> PyResult<Columns> {
        let before = before.map(|before| &before.0);
        columns(py.detach(|| self.0.table_json(request, before.map(Arc::as_ref))))
    }

    /// The register after changes, a JSON list.
    fn amended(&self, py: Python<'_>, amendments: &str) -> PyResult<Self> {
        let amended = py.detach(|| self.0.amended_json(amendments));
        amended.map(Self::from).map_err(|problem| of_problem(&problem))
    }

    /// Both registers as one.
    fn merged(&self, py: Python<'_>, other: &Self) -> PyResult<Self> {
        py.detach(|| self.0.merged(&other.0)).map(Self::from).map_err(|problem| of_problem(&problem))
    }

    /// Whether the registers hold the same days of the same students.
    fn equals(&self, py: Python<'_>, other: &Self) -> bool {
        py.detach(|| self.0.register() == other.0.register())
    }

    /// The calendar year in which the school year ends.
    #[getter]
    fn school_year(&self) -> u16 {
        u16::from(self.0.register().year())
    }

    /// The students' identifiers in order.
    #[getter]
    fn student_ids(&self) -> Vec<&str> {
        self.0.register().student_ids().collect()
    }

    /// The schools' identifiers in order.
    #[getter]
    fn school_ids(&self) -> Vec<&str> {
        let register = self.0.register();
        (0..register.schools()).map(|school| register.school_id(school).as_str()).collect()
    }

    /// The dates on which any school teaches, in order.
    #[getter]
    fn school_days(&self) -> Vec<NaiveDate> {
        self.0.register().school_days().dates().to_vec()
    }

    /// The last date on which anything is recorded.
    #[getter]
    fn last_recorded_date(&self) -> Option<NaiveDate> {
        self.0.register().last_recorded_date()
    }

    /// How many findings its records gave; `None` where that is not known of this register alone.
    #[getter]
    fn findings(&self) -> Option<u64> {
        self.0.report().map(|report| report.findings.total())
    }

    /// What became of its records, as JSON; `None` where that is not known of this register alone.
    fn report_json(&self, py: Python<'_>) -> PyResult<Option<String>> {
        py.detach(|| self.0.report().map(report::to_json).transpose())
    }

    /// Who is who, as JSON: districts, schools and students' attributes.
    fn roster_json(&self, py: Python<'_>) -> String {
        py.detach(|| roster::to_json(self.0.roster()))
    }

    /// Reads what `to_bytes`, `roster_json` and `report_json` wrote.
    #[staticmethod]
    fn from_parts(py: Python<'_>, data: &[u8], roster: &str, report: Option<&str>) -> PyResult<Self> {
        py.detach(|| {
            let open = OpenRegister::from_bytes(data).map_err(|problem| of_problem(&problem))?;
            let (roster, report) = (roster::from_json(roster)?, report.map(report::from_json).transpose()?);
            Ok(OpenRegister::new(open.register().clone(), roster, report).into())
        })
    }

    /// How many students there are.
    #[getter]
    fn students(&self) -> usize {
        self.0.register().students()
    }
}
