//! Recognition: what to celebrate, by rule and against one's own past. Nobody is ranked.

mod mentor;
mod school;
mod student;

pub use mentor::MentorRecognition;
pub use school::SchoolRecognition;
pub use student::StudentRecognition;

use serde::{Deserialize, Serialize};

/// When something is celebrated.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields, default)]
pub struct RecognitionRules {
    /// School days attended in a row.
    pub days_in_a_row: u32,
    /// Weeks in a row without an absence.
    pub perfect_weeks: u32,
    /// School days of each of the two stretches that an improvement is seen over.
    pub improvement_days: u32,
    /// Days fewer absent in the later stretch than in the one before.
    pub improvement: u32,
    /// Weeks in a row in which all contacts of the plan were made.
    pub plan_weeks: u32,
}

impl Default for RecognitionRules {
    /// Ten days, two weeks, and two days fewer in a school month of twenty: numbers of ours, to be agreed on locally.
    fn default() -> Self {
        Self { days_in_a_row: 10, perfect_weeks: 2, improvement_days: 20, improvement: 2, plan_weeks: 4 }
    }
}
