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
#[serde(try_from = "RawTruancyRule")]
pub struct TruancyRule {
    /// Its identifier, in `lower_snake`.
    pub id: String,
    /// Which absences count.
    pub counts: TruancyCounts,
    /// In days or in hours.
    pub unit: Unit,
    /// How many make it.
    pub at_least: u32,
    /// Within which time.
    pub within: Within,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct RawTruancyRule {
    id: String,
    counts: TruancyCounts,
    #[serde(default = "super::in_days")]
    unit: Unit,
    at_least: u32,
    within: Within,
}

impl TryFrom<RawTruancyRule> for TruancyRule {
    type Error = &'static str;

    fn try_from(raw: RawTruancyRule) -> Result<Self, Self::Error> {
        let RawTruancyRule { id, counts, unit, at_least, within } = raw;
        if unit == Unit::Session {
            return Err("a truancy rule counts days or hours");
        }
        if at_least == 0 || within == Within::CalendarDays(0) {
            return Err("a truancy rule needs at least one absence within at least one day");
        }
        Ok(Self { id, counts, unit, at_least, within })
    }
}
