//! Problems on their way out.

use homeroom_wire::{Problem, ProblemKind};
use serde_json::json;

/// The text of an answer that refuses.
pub type Refusal = String;

/// A problem as the contract says it.
pub fn refusal(problem: impl Into<Problem>) -> Refusal {
    let problem: Problem = problem.into();
    json!({ "ok": false, "problems": [problem] }).to_string()
}

/// Text of which no choice can be read. What it says stays out of the message.
pub fn unreadable(what: &str) -> Refusal {
    let (kind, code) = (ProblemKind::Request, "invalid_request".to_owned());
    refusal(Problem { kind, code, message: format!("this is no {what} of the contract"), field: None })
}
