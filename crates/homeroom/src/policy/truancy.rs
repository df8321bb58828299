//! Truancy rules: so many absences of a kind within a stretch of time.

use super::Unit;
use crate::terms::terms;
use serde::{Deserialize, Serialize};

terms! {
    /// Which absences a truancy rule counts.
    pub enum TruancyCounts {
        Unexcused = "unexcused" #[doc = "Unexcused absences only, the usual meaning of truancy."],
        All = "all" #[doc = "All absences, with or without excuse (Ohio's excessive absence)."],
    }
}

/// The stretch of time in which a truancy rule counts.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
#[non_exhaustive]
pub enum Within {
    /// The school year.
    Year,
    /// A calendar month.
    Month,
    /// Any so many calendar days in a row.
    CalendarDays(u16),
    /// School days in a row, each with an absence that counts.
    Consecutive,
}

/// One rule of truancy: met on the first day on which `at_least` is reached.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct TruancyRule {
    /// Its identifier, in `lower_snake`.
    pub id: String,
    /// Which absences count.
    pub counts: TruancyCounts,
    /// In days or in hours.
    #[serde(default = "super::in_days")]
    pub unit: Unit,
    /// How many make it.
    pub at_least: u32,
    /// Within which time.
    pub within: Within,
}
