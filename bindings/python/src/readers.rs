//! Reading folders, with progress and with an end when it is wanted.

use crate::{arrow::Columns, column_door::columns, errors::of_problem, program::Program, register::Register};
use homeroom_exchange::{Progress, ReadOptions};
use homeroom_wire::{OpenDataset, Problem};
use pyo3::prelude::*;
use std::{collections::BTreeMap, ops::ControlFlow, path::PathBuf, sync::Arc};

/// What a reader made of a folder.
#[pyclass(frozen, module = "homeroom._homeroom")]
pub(crate) struct Dataset(OpenDataset);

#[pymethods]
impl Dataset {
    /// The registers by the year in which the school year ends.
    #[getter]
    fn registers(&self) -> BTreeMap<u16, Register> {
        let registers = self.0.registers().iter();
        registers.map(|(year, open)| (u16::from(*year), Register(open.clone()))).collect()
    }

    /// The mentoring program of the last school year, where anything of one is recorded.
    #[getter]
    fn program(&self) -> Option<Program> {
        self.0.program().cloned().map(Arc::new).map(Program)
    }

    /// The findings, one by one: the first thousand of each code.
    fn findings(&self) -> PyResult<Columns> {
        columns(Ok(self.0.findings()))
    }

    /// What was met on the way, as JSON.
    #[getter]
    fn report_json(&self) -> String {
        self.0.report_json()
    }
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
        OpenDataset::read_delimited(path, mapping.as_deref(), options)
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
    read(py, assume_full_year, progress, move |options| OpenDataset::read_edfi(path, options))
}

// Reads without the interpreter's lock. Now and then Ctrl-C is looked for and the progress is told; what either
// raises ends the reading.
fn read(
    py: Python<'_>,
    assume_full_year: bool,
    progress: Option<Py<PyAny>>,
    read: impl FnOnce(&mut ReadOptions<'_>) -> Result<OpenDataset, Problem> + Send,
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
    result.map(Dataset).map_err(|problem| of_problem(&problem))
}
