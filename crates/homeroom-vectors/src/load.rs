//! The loader: the cases that the crate carries, and the checks that every file of cases must pass.

use crate::Case;
use std::{collections::BTreeSet, fmt};

macro_rules! files {
    ($($family:literal),* $(,)?) => {
        const FILES: &[(&str, &str)] =
            &[$(($family, include_str!(concat!("../data/", $family, ".json")))),*];
    };
}

files![
    "agenda",
    "bands",
    "barriers",
    "budget",
    "casebook",
    "caseload",
    "day_rule",
    "dosage",
    "early_warning",
    "groups",
    "interventions",
    "ladder",
    "ladder_log",
    "matching",
    "outcome",
    "policy_difference",
    "program",
    "rate",
    "recognition",
    "register",
    "roll",
    "series",
    "standing",
    "streak",
    "threshold",
    "transition",
    "truancy",
    "views",
    "weeks",
    "window",
    "worklist",
];

/// The JSON Schema of a file of cases.
pub const SCHEMA: &str = include_str!("../data/schema.json");

/// Why a text is not a file of cases.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct LoadError {
    /// The family of the file.
    pub family: String,
    /// The case to blame, where it is known.
    pub case: Option<String>,
    /// What is wrong.
    pub reason: String,
}

impl fmt::Display for LoadError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let Self { family, case, reason } = self;
        write!(f, "cases of `{family}`, {}: {reason}", case.as_deref().unwrap_or("the file"))
    }
}

impl std::error::Error for LoadError {}

/// Reads a family's file of cases.
///
/// ```
/// let text = r#"[{
///     "id": "rate/a_sixteenth", "definition": "rounding", "why": "6.25 rounds half up to 6.3.",
///     "input": { "ask": { "rate": { "part": 1, "whole": 16, "decimals": 1 } } },
///     "expect": { "percent": "6.3" }
/// }]"#;
/// assert_eq!(homeroom_vectors::parse("rate", text)?.len(), 1);
/// assert!(homeroom_vectors::parse("rate", &text.replace("expect", "expects")).is_err());
/// # Ok::<(), homeroom_vectors::LoadError>(())
/// ```
///
/// # Errors
/// [`LoadError`] where the text is not JSON of the format, an identifier is given twice or belongs to another
/// family, or a case has not exactly one of `expect` and `error`.
pub fn parse(family: &str, text: &str) -> Result<Vec<Case>, LoadError> {
    let error = |case: Option<&str>, reason: String| LoadError {
        family: family.to_owned(),
        case: case.map(str::to_owned),
        reason,
    };
    let cases: Vec<Case> = serde_json::from_str(text).map_err(|wrong| error(None, wrong.to_string()))?;
    let mut ids = BTreeSet::new();
    for case in &cases {
        let wrong = |reason: &str| error(Some(&case.id), reason.to_owned());
        if case.family() != family {
            return Err(wrong("its identifier begins with another family"));
        }
        if !ids.insert(&case.id) {
            return Err(wrong("its identifier is given twice"));
        }
        if case.expect.is_some() == case.error.is_some() {
            return Err(wrong("it has not exactly one of `expect` and `error`"));
        }
        if case.expect.as_ref().is_some_and(serde_json::Map::is_empty) || case.why.trim().is_empty() {
            return Err(wrong("it expects nothing, or does not say why"));
        }
        if case.skip.iter().any(|skip| skip.reason.trim().is_empty()) {
            return Err(wrong("it is skipped without a reason"));
        }
    }
    Ok(cases)
}

/// The families, in order, each with the text of its file.
pub fn families() -> impl ExactSizeIterator<Item = (&'static str, &'static str)> {
    FILES.iter().copied()
}

/// Every case of the suite, in the order of families and of their files.
///
/// ```
/// let cases = homeroom_vectors::cases();
/// assert!(cases.iter().any(|case| case.id == "threshold/eighteen_of_180"));
/// ```
///
/// # Panics
/// Where a file of this crate is not one of cases; the crate's own tests rule that out.
pub fn cases() -> Vec<Case> {
    families()
        .flat_map(|(family, text)| parse(family, text).unwrap_or_else(|error| panic!("{error}")))
        .collect()
}
