//! Answers and problems as text.

use crate::Problem;
use homeroom::DEFINITIONS_VERSION;
use serde_json::{Value, json};

/// `{"ok": true, "value": …, "definitions_version": …}`, or `{"ok": false, "problems": [ … ]}`.
pub(crate) fn envelope<T>(
    request: Result<T, Problem>,
    answer: impl FnOnce(T) -> Result<Value, Problem>,
) -> String {
    match request.and_then(answer) {
        Ok(value) => json!({ "ok": true, "value": value, "definitions_version": DEFINITIONS_VERSION }),
        Err(problem) => json!({ "ok": false, "problems": [problem] }),
    }
    .to_string()
}
