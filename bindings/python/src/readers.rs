//! Reading folders, with progress and with an end when it is wanted.

use crate::{errors::error, program::Program, register::Register};
use homeroom::{
    Findings, RollReport,
    mentoring::{Casebook, CasebookReport},
};
use homeroom_exchange::{Dataset as Read, Mapping, Progress, ReadError, ReadOptions, ReadReport};
use homeroom_wire::{OpenProgram, OpenRegister};
use pyo3::{prelude::*, types::PyDict};
use serde_json::{Value, json};
use std::{collections::BTreeMap, ops::ControlFlow, path::PathBuf, sync::Arc};

/// What a reader made of a folder.
#[pyclass(frozen, module = "homeroom._homeroom")]
pub(crate) struct Dataset {
    registers: BTreeMap<u16, Arc<OpenRegister>>,
    program: Option<Arc<OpenProgram>>,
    report: ReadReport,
}

#[pymethods]
impl Dataset {
    /// The registers by the year in which the school year ends.
    #[getter]
    fn registers<'py>(&self, py: Python<'py>) -> PyResult<Bound<'py, PyDict>> {
        let registers = PyDict::new(py);
        for (year, open) in &self.registers {
            registers.set_item(year, Register(open.clone()))?;
        }
        Ok(registers)
    }

    /// The mentoring program of the last school year, where anything of one is recorded.
    #[getter]
    fn program(&self) -> Option<Program> {
        self.program.clone().map(Program)
    }

    /// The findings, one by one, as the JSON of the contract.
    fn findings_json(&self, py: Python<'_>) -> String {
        py.detach(|| findings(&self.report.findings).to_string())
    }

    /// What became of the records of each file, as JSON.
    #[getter]
    fn files_json(&self) -> String {
        let files = self.report.files.iter();
        let files = files.map(|of| json!({ "file": of.file, "kind": of.kind, "intake": of.intake }));
        Value::Array(files.collect()).to_string()
    }

    /// Files that look like records and were not read.
    #[getter]
    fn unread_files(&self) -> Vec<String> {
        self.report.unread_files.clone()
    }

    /// Every assumption that was made.
    #[getter]
    fn assumptions(&self) -> Vec<String> {
        self.report.assumptions.clone()
    }
}

fn findings(findings: &Findings) -> Value {
    let one_by_one = findings.iter().map(|finding| {
        json!({
            "code": finding.code,
            "action": finding.code.action(),
            "file": finding.place.file,
            "row": finding.place.row,
            "field": finding.field,
            "student": finding.student,
            "school": finding.school,
            "date": finding.date,
            "detail": finding.detail,
        })
    });
    json!({ "total": findings.total(), "findings": one_by_one.collect::<Vec<_>>() })
}

/// Reads a folder of delimited text. The mapping is TOML; without one, `mapping.toml` of the folder or the library's own.
#[pyfunction]
pub(crate) fn read_folder(
    py: Python<'_>,
    path: PathBuf,
    mapping: Option<String>,
    assume_full_year: bool,
    progress: Option<Py<PyAny>>,
) -> PyResult<Dataset> {
    read(py, assume_full_year, progress, move |options| {
        let mapping = match mapping {
            Some(mapping) => Mapping::from_toml(&mapping)?,
            None => Mapping::of_folder(path.as_path())?,
        };
        homeroom_exchange::read_delimited(path.as_path(), &mapping, options)
    })
}

/// Reads a folder of Ed-Fi XML or JSON.
#[pyfunction]
pub(crate) fn read_edfi(
    py: Python<'_>,
    path: PathBuf,
    assume_full_year: bool,
    progress: Option<Py<PyAny>>,
) -> PyResult<Dataset> {
    read(py, assume_full_year, progress, move |options| homeroom_exchange::read_edfi(path.as_path(), options))
}

// Reads without the interpreter's lock. Now and then Ctrl-C is looked for and the progress is told; what either
// raises ends the reading.
fn read(
    py: Python<'_>,
    assume_full_year: bool,
    progress: Option<Py<PyAny>>,
    read: impl FnOnce(&mut ReadOptions<'_>) -> Result<Read, ReadError> + Send,
) -> PyResult<Dataset> {
    let mut raised: Option<PyErr> = None;
    let result = py.detach(|| {
        let mut tell = |at: Progress<'_>| {
            let told = Python::attach(|py| {
                py.check_signals()?;
                match &progress {
                    Some(progress) => progress.call1(py, (at.file, at.bytes, at.total)).map(drop),
                    None => Ok(()),
                }
            });
            match told {
                Ok(()) => ControlFlow::Continue(()),
                Err(exception) => {
                    raised = Some(exception);
                    ControlFlow::Break(())
                }
            }
        };
        let mut options = ReadOptions { assume_full_year, progress: Some(&mut tell) };
        read(&mut options)
    });
    if let Some(exception) = raised {
        return Err(exception);
    }
    Ok(open(result.map_err(|problem| read_error(&problem))?))
}

fn open(read: Read) -> Dataset {
    let Read { roster, registers, casebook, report } = read;
    let registers: BTreeMap<u16, Arc<OpenRegister>> = registers
        .into_iter()
        .map(|(year, register)| {
            let open = OpenRegister::new(register, roster.clone(), RollReport::default());
            (u16::from(year), Arc::new(open))
        })
        .collect();
    let years: Vec<&Arc<OpenRegister>> = registers.values().collect();
    let program = years.last().filter(|_| casebook != Casebook::default()).map(|current| {
        let previous = current.register().year().previous().ok();
        let before = previous.and_then(|year| registers.get(&u16::from(year))).cloned();
        Arc::new(OpenProgram::new((*current).clone(), before, casebook, CasebookReport::default()))
    });
    Dataset { registers, program, report }
}

fn read_error(problem: &ReadError) -> PyErr {
    let code = match problem {
        ReadError::Io { .. } => "io",
        ReadError::MissingFile { .. } => "missing_file",
        ReadError::NoInstructionalDays => "no_instructional_days",
        ReadError::NoEnrollments => "no_enrollments",
        ReadError::Mapping(_) => "mapping",
        ReadError::Stopped => "stopped",
        _ => "read",
    };
    error("read", code, &problem.to_string(), None)
}
