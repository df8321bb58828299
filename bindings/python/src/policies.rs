//! Policies and ladders as documents: read and checked by the core, kept in Python as their JSON.

use crate::errors::{error, of_problem};
use homeroom::{DEFINITIONS_VERSION, Policy, document, mentoring::Ladder};
use homeroom_wire::Problem;
use pyo3::prelude::*;

/// The identifiers of the policies that come with the library.
#[pyfunction]
pub(crate) fn policy_presets() -> Vec<&'static str> {
    Policy::preset_ids().collect()
}

/// A policy's whole document, in one form, of a request's choice of it.
#[pyfunction]
pub(crate) fn policy_document(choice: &str) -> PyResult<String> {
    let choice: homeroom_wire::PolicyChoice = document::from_json(choice)
        .map_err(|_| error("request", "policy_choice", "that is no choice of a policy", Some("policy")))?;
    choice.policy().map(|policy| policy.to_json()).map_err(|problem| of_problem(&problem))
}

/// A policy's document from TOML.
#[pyfunction]
pub(crate) fn policy_from_toml(text: &str) -> PyResult<String> {
    Policy::from_toml(text)
        .map(|policy| policy.to_json())
        .map_err(|problem| of_problem(&Problem::from(problem)))
}

/// A policy's document from JSON.
#[pyfunction]
pub(crate) fn policy_from_json(text: &str) -> PyResult<String> {
    Policy::from_json(text)
        .map(|policy| policy.to_json())
        .map_err(|problem| of_problem(&Problem::from(problem)))
}

/// The identifiers of the ladders that come with the library.
#[pyfunction]
pub(crate) fn ladder_presets() -> Vec<&'static str> {
    Ladder::preset_ids().collect()
}

/// The document of a ladder that comes with the library; `None` where none is called so.
#[pyfunction]
pub(crate) fn ladder_preset(id: &str) -> Option<String> {
    Ladder::preset(id).map(|ladder| ladder.to_json())
}

/// A ladder's document from TOML.
#[pyfunction]
pub(crate) fn ladder_from_toml(text: &str) -> PyResult<String> {
    Ladder::from_toml(text)
        .map(|ladder| ladder.to_json())
        .map_err(|problem| of_problem(&Problem::from(problem)))
}

/// A ladder's document from JSON.
#[pyfunction]
pub(crate) fn ladder_from_json(text: &str) -> PyResult<String> {
    Ladder::from_json(text)
        .map(|ladder| ladder.to_json())
        .map_err(|problem| of_problem(&Problem::from(problem)))
}

/// The version of the definitions: it changes when any number can change.
#[pyfunction]
pub(crate) fn definitions_version() -> &'static str {
    DEFINITIONS_VERSION
}

/// Answers a request that brings its records: JSON in, JSON out.
#[pyfunction]
pub(crate) fn ask_json(py: Python<'_>, request: &str) -> String {
    py.detach(|| homeroom_wire::ask_json(request))
}
