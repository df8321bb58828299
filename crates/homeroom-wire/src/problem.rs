//! Problems: why a question has no answer.

use homeroom::{
    AmendError, EnrollmentError, InvalidDayLength, InvalidFraction, InvalidId, InvalidSchoolYear, MergeError,
    PolicyError, RegisterError, TooFine, TooManyMarks, WireError,
    document::{self, Fault},
    mentoring::{LadderError, LadderRefusal, StatusError},
};
use serde::{Serialize, de::DeserializeOwned};

/// What a problem is about.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[serde(rename_all = "snake_case")]
#[non_exhaustive]
pub enum ProblemKind {
    /// The request itself: it is no JSON of the contract, or something that the question needs is missing.
    Request,
    /// An identifier or the name of a preset that nothing has.
    Unknown,
    /// A record that cannot be read.
    Record,
    /// A column that is missing, of another length or kind than it must be, or given twice.
    Column,
    /// An enrolment that contradicts itself.
    Enrollment,
    /// A policy that cannot be read.
    Policy,
    /// A ladder that cannot be read, or not be evaluated under the policy.
    Ladder,
    /// A register that cannot be made.
    Register,
    /// A change that cannot be made to a register.
    Amend,
    /// Registers that cannot be merged.
    Merge,
    /// Bytes that are not a register.
    Bytes,
    /// A number that cannot be held or counted exactly.
    Number,
    /// A history of statuses that may not go on so.
    Status,
    /// Files that cannot be read.
    Read,
}

/// Why a question has no answer. The message names fields and identifiers, never what is said about a person.
///
/// ```
/// let answer = homeroom_wire::ask_json(r#"{"ask": {"fraction": {"text": "a third"}}}"#);
/// assert!(answer.contains(r#""code":"malformed","kind":"number""#), "{answer}");
/// ```
#[derive(Debug, Clone, PartialEq, Eq, Serialize, thiserror::Error)]
#[error("{message}")]
pub struct Problem {
    /// What it is about.
    pub kind: ProblemKind,
    /// The error's name in `lower_snake`.
    pub code: String,
    /// What is wrong, and what to do.
    pub message: String,
    /// The field to blame, where there is one.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub field: Option<String>,
}

impl Problem {
    fn new(kind: ProblemKind, code: &str, message: impl Into<String>) -> Self {
        Self { kind, code: code.to_owned(), message: message.into(), field: None }
    }

    /// A request that is not one: `what` says which part, the message what to give instead.
    pub(crate) fn request(code: &str, message: impl Into<String>) -> Self {
        Self::new(ProblemKind::Request, code, message)
    }

    /// A field of the request that cannot be as it is.
    pub(crate) fn field(code: &str, field: &str, message: impl Into<String>) -> Self {
        Self { field: Some(field.to_owned()), ..Self::request(code, message) }
    }

    /// A column that cannot be taken, or is missing.
    pub(crate) fn column(code: &str, field: &str, message: impl Into<String>) -> Self {
        Self { field: Some(field.to_owned()), ..Self::new(ProblemKind::Column, code, message) }
    }

    /// A part of the request that the question needs.
    pub(crate) fn missing(field: &str) -> Self {
        let message = format!("the question needs `{field}`");
        Self { field: Some(field.to_owned()), ..Self::request("missing_field", message) }
    }

    /// A record that is about days and names none.
    pub(crate) fn no_day(field: &str) -> Self {
        let message = format!("a record of `{field}` names no day: give `dates` or `school_days`");
        Self { field: Some(field.to_owned()), ..Self::new(ProblemKind::Record, "no_day", message) }
    }

    /// What nothing has: a student, a school, a preset.
    pub(crate) fn unknown(code: &str, message: impl Into<String>) -> Self {
        Self::new(ProblemKind::Unknown, code, message)
    }

    /// A name that is none of those there are.
    pub(crate) fn unknown_of(code: &str, field: &str, what: &str, known: &[&str]) -> Self {
        let message = format!("{what}; there are {}", known.join(", "));
        Self { field: Some(field.to_owned()), ..Self::unknown(code, message) }
    }

    /// A record that cannot be read. What the record says stays out of the message, its keys too.
    pub(crate) fn record(field: &str, fault: &Fault) -> Self {
        let message =
            format!("a record of `{field}` cannot be read: {}", without_values(fault, &fault.place));
        Self { field: Some(field.to_owned()), ..Self::new(ProblemKind::Record, "record", message) }
    }

    /// Text that is not JSON of the contract. What it says stays out of the message; of records, their keys too.
    #[doc(hidden)]
    pub fn json(fault: &Fault) -> Self {
        let of_records = ["records", "parts", "amend"].iter().any(|field| fault.place.starts_with(field));
        Self::unreadable(fault, if of_records { &fault.place } else { &fault.field })
    }

    fn unreadable(fault: &Fault, path: &str) -> Self {
        let field = Some(path.to_owned()).filter(|field| field != ".");
        Self { field, ..Self::request("invalid_request", without_values(fault, path)) }
    }

    fn of(kind: ProblemKind, error: &(impl std::fmt::Debug + std::fmt::Display)) -> Self {
        // `Debug` of an error begins with the name of its variant.
        let name: String = format!("{error:?}").chars().take_while(char::is_ascii_alphanumeric).collect();
        let mut code = String::new();
        for letter in name.chars() {
            if letter.is_ascii_uppercase() && !code.is_empty() {
                code.push('_');
            }
            code.push(letter.to_ascii_lowercase());
        }
        Self::new(kind, &code, error.to_string())
    }
}

/// JSON of the contract.
pub(crate) fn from_json<T: DeserializeOwned>(text: &str) -> Result<T, Problem> {
    document::from_json(text).map_err(|fault| Problem::json(&fault))
}

/// Records as JSON of the contract.
pub(crate) fn records_from_json<T: DeserializeOwned>(text: &str) -> Result<T, Problem> {
    document::from_json(text).map_err(|fault: Fault| Problem::unreadable(&fault, &fault.place))
}

/// Where the fault is, and what serde says of it without the value that it met, which may be a name, a note or the
/// number of a telephone. A path that hides what records chose for a key hides the name of an unknown field too.
fn without_values(fault: &Fault, path: &str) -> String {
    let said = &fault.reason;
    // What stands first is serde's own: the value may hold the same words.
    let begins = ["unknown variant ", "invalid type: ", "invalid value: ", "unknown field "];
    let values = if path == fault.field && path != fault.place { &begins[..3] } else { &begins[..] };
    let from = values.iter().filter_map(|words| Some(said.find(words)? + words.len())).min();
    let to = said.rfind(", expected").or_else(|| said.rfind(", there are no fields"));
    let reason = from.zip(to).filter(|(from, to)| from <= to).map(|(from, to)| {
        // The kind of the value stands before it: integer `7`, string "seven".
        let (before, met, expected) = (&said[..from], &said[from..to], &said[to..]);
        let hidden = match met.find(['`', '"']) {
            Some(quote) => format!("{}…{}", &met[..=quote], &met[quote..=quote]),
            None => met.to_owned(),
        };
        format!("{before}{hidden}{expected}")
    });
    let reason = reason.as_ref().unwrap_or(said);
    if path == "." { reason.clone() } else { format!("`{path}`: {reason}") }
}

impl From<PolicyError> for Problem {
    fn from(error: PolicyError) -> Self {
        let field = Some(error.field().to_owned());
        Self { field, ..Self::new(ProblemKind::Policy, "policy", error.to_string()) }
    }
}

impl From<LadderError> for Problem {
    fn from(error: LadderError) -> Self {
        let field = Some(error.field().to_owned());
        Self { field, ..Self::new(ProblemKind::Ladder, "ladder", error.to_string()) }
    }
}

macro_rules! problems {
    ($($error:ty => $kind:ident),* $(,)?) => {$(
        impl From<$error> for Problem {
            fn from(error: $error) -> Self {
                Self::of(ProblemKind::$kind, &error)
            }
        }
    )*};
}

impl From<homeroom_exchange::ReadError> for Problem {
    fn from(error: homeroom_exchange::ReadError) -> Self {
        use homeroom_exchange::ReadError as Why;
        match error {
            Why::Mapping(error) => error.into(),
            Why::Register(error) => error.into(),
            other => Self::of(ProblemKind::Read, &other),
        }
    }
}

impl From<homeroom_exchange::MappingError> for Problem {
    fn from(error: homeroom_exchange::MappingError) -> Self {
        let field = Some(error.path().to_owned());
        Self { field, ..Self::new(ProblemKind::Read, "mapping", error.to_string()) }
    }
}

problems! {
    AmendError => Amend,
    EnrollmentError => Enrollment,
    InvalidDayLength => Record,
    InvalidFraction => Number,
    InvalidId => Record,
    InvalidSchoolYear => Record,
    LadderRefusal => Ladder,
    MergeError => Merge,
    RegisterError => Register,
    StatusError => Status,
    TooFine => Number,
    TooManyMarks => Register,
    WireError => Bytes,
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{Records, Request};
    use homeroom::mentoring::Mentor;

    #[test]
    fn no_message_says_what_a_record_says() {
        for record in [
            r#"{"id": "m1", "kind": "Anna \" Smith` , expected"}"#,
            r#"{"id": "m1", "kind": "teacher", "schools": "Anna \"Smith\""}"#,
            r#"{"id": "m1", "kind": "teacher", "capacity": "Anna Smith"}"#,
            r#"{"id": "m1", "kind": "teacher", "capacity": "unknown variant Anna, expected Smith"}"#,
            r#"{"id": "m1", "kind": "teacher", "name": 6175551234}"#,
            r#"{"id": "m1", "kind": 6175551234}"#,
            r#"{"id": "m1", "kind": "teacher", "capacity": 6175551234}"#,
            r#"{"id": "m1", "kind": "teacher", "capacity": -6175551234}"#,
            r#"{"id": "m1", "kind": "teacher", "capacity": 617555.1234}"#,
            r#"{"id": "m1", "kind": "teacher", "schools": {"6175551234": 6175551234}}"#,
            r#"{"id": "m1", "kind": "teacher", "Anna Smith": 1}"#,
        ] {
            let fault = document::from_json::<Mentor>(record).unwrap_err();
            let message = Problem::record("mentors", &fault).message;
            let told = ["Anna", "Smith", "617555", "1234"].iter().any(|word| message.contains(word));
            assert!(!told, "{message}");
            assert!(message.contains("expected"), "{message}");
        }
    }

    #[test]
    fn the_keys_of_records_stay_out_and_those_of_requests_do_not() {
        let records = r#"{"school_year": 2022, "attributes": {"Anna Smith": {"housing": 7}}}"#;
        let twice = r#"{"school_year": 2022, "attributes": {"Anna Smith": {}, "Anna Smith": {}}}"#;
        let request = format!(r#"{{"records": {records}, "ask": {{"report": {{}}}}}}"#);
        for problem in [
            records_from_json::<Records>(records).unwrap_err(),
            records_from_json::<Records>(twice).unwrap_err(),
            from_json::<Request>(&request).unwrap_err(),
        ] {
            assert!(!format!("{problem:?}").contains("Anna"), "{problem}");
        }
        let problem = from_json::<Request>(r#"{"polcy": {}}"#).unwrap_err();
        assert_eq!(problem.field.as_deref(), Some("polcy"));
    }
}
