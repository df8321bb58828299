//! Code tables: a system's own attendance codes, each said in the model's terms.

use super::{AttendanceCategory, AttendanceCode, AttendanceStatus, Extent};
use crate::Fraction;
use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;

/// What one of a system's codes means: a code of the model and, where the code itself says so, how much of
/// the day it covers (a half-day code: `extent = "1/2"`).
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(try_from = "RawCoded", into = "RawCoded")]
pub struct Coded {
    /// The code in the model's terms.
    pub code: AttendanceCode,
    /// The part of the day it covers; the whole day where nothing is said.
    pub extent: Option<Fraction>,
}

#[derive(Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
struct RawCoded {
    status: AttendanceStatus,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    category: Option<AttendanceCategory>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    extent: Option<Fraction>,
}

impl TryFrom<RawCoded> for Coded {
    type Error = &'static str;

    fn try_from(raw: RawCoded) -> Result<Self, Self::Error> {
        if raw.extent.is_some_and(|extent| extent > Fraction::ONE) {
            return Err("a code covers at most the whole day");
        }
        let code = AttendanceCode::new(raw.status);
        let code = raw.category.map_or(code, |category| code.in_category(category));
        Ok(Self { code, extent: raw.extent })
    }
}

impl From<Coded> for RawCoded {
    fn from(coded: Coded) -> Self {
        Self { status: coded.code.status(), category: coded.code.category(), extent: coded.extent }
    }
}

/// Why a code table is not one.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[non_exhaustive]
pub enum CodeTableError {
    /// The same code was given twice with two meanings.
    #[error("code `{code}` is given two meanings")]
    TwoMeanings {
        /// The system's code.
        code: String,
    },
    /// A code covers more than a day.
    #[error("code `{code}` covers more than a whole day")]
    ExtentOutOfRange {
        /// The system's code.
        code: String,
    },
}

/// A system's codes and their meanings. A code outside the table is never taken for "present": readers make
/// it a finding, and [`CodeTable::get`] gives `None`.
///
/// ```
/// use homeroom::{AttendanceCode, AttendanceStatus, CodeTable};
/// let mut table = CodeTable::new();
/// table.insert("AE", AttendanceCode::new(AttendanceStatus::ExcusedAbsence), None)?;
/// assert!(table.get("AE").is_some());
/// assert!(table.get("??").is_none());
/// # Ok::<(), homeroom::CodeTableError>(())
/// ```
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
#[serde(transparent)]
pub struct CodeTable(BTreeMap<String, Coded>);

impl CodeTable {
    /// An empty table.
    pub fn new() -> Self {
        Self::default()
    }

    /// Adds a code; saying the same twice changes nothing.
    ///
    /// # Errors
    /// [`CodeTableError`] where the code already means something else, or covers more than a day.
    pub fn insert(
        &mut self,
        code: impl Into<String>,
        meaning: AttendanceCode,
        extent: Option<Fraction>,
    ) -> Result<(), CodeTableError> {
        let code = code.into();
        if extent.is_some_and(|extent| extent > Fraction::ONE) {
            return Err(CodeTableError::ExtentOutOfRange { code });
        }
        let coded = Coded { code: meaning, extent };
        match self.0.get(&code) {
            Some(before) if *before != coded => return Err(CodeTableError::TwoMeanings { code }),
            _ => self.0.insert(code, coded),
        };
        Ok(())
    }

    /// What a code means, or `None` where the table does not hold it.
    pub fn get(&self, code: &str) -> Option<(AttendanceCode, Extent)> {
        self.0.get(code).map(|coded| (coded.code, coded.extent.map_or(Extent::WholeDay, Extent::Part)))
    }

    /// The codes and their meanings, in order.
    pub fn iter(&self) -> impl Iterator<Item = (&str, &Coded)> {
        self.0.iter().map(|(code, coded)| (code.as_str(), coded))
    }

    /// Whether the table holds no code.
    pub fn is_empty(&self) -> bool {
        self.0.is_empty()
    }
}
