//! What became of a register's records, as JSON: what a pickled register carries beside its bytes.

use crate::errors::error;
use homeroom::{Findings, Intake, RollReport};
use pyo3::PyErr;
use serde::{Deserialize, Serialize};
use std::borrow::Cow;

#[derive(Serialize, Deserialize)]
struct Entries<'a> {
    findings: Cow<'a, Findings>,
    enrollments: Intake,
    events: Intake,
}

/// A report as JSON.
pub(crate) fn to_json(report: &RollReport) -> Result<String, PyErr> {
    let findings = Cow::Borrowed(&report.findings);
    let entries = Entries { findings, enrollments: report.enrollments, events: report.intake };
    serde_json::to_string(&entries)
        .map_err(|_| error("bytes", "report", "the report cannot be written", None))
}

/// Reads what [`to_json`] wrote.
pub(crate) fn from_json(text: &str) -> Result<RollReport, PyErr> {
    let damaged = |_| error("bytes", "report", "that is no report of a pickled register", None);
    let Entries { findings, enrollments, events } = serde_json::from_str(text).map_err(damaged)?;
    Ok(RollReport { findings: findings.into_owned(), enrollments, intake: events, ..RollReport::default() })
}
