//! Firings: a rule that a student met, when, and by which numbers.

use super::{ClearedBy, OutreachStep};
use crate::{Amount, Fraction, Rate, SchoolId, StreakRule, StudentId, Threshold, Unit, Warning, Within};
use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

/// A definition as it stood: its identifier and version.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Edition {
    /// The identifier.
    pub id: String,
    /// The version.
    pub version: String,
}

/// A rule that a student met, with everything that it takes to see why.
///
/// It holds the student's identifier, dates and numbers, and no other personal data.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Firing {
    /// The student.
    pub student: StudentId,
    /// The rule.
    pub rule: String,
    /// The step it leads to.
    pub step: OutreachStep,
    /// Whose contact clears the step.
    pub cleared_by: ClearedBy,
    /// The first date on which the rule was met.
    pub met_on: NaiveDate,
    /// The numbers on that date.
    pub facts: Facts,
    /// The policy that counted.
    pub policy: Edition,
    /// The ladder of the rule.
    pub ladder: Edition,
}

/// The numbers by which a rule was met, as of the date on which it was.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
#[non_exhaustive]
pub enum Facts {
    /// Days of absence.
    Absences(CountFacts),
    /// Days of unexcused absence.
    Unexcused(CountFacts),
    /// A rate of absence.
    AbsenceRate {
        /// The rate.
        rate: Rate,
        /// The rate that was asked for.
        at_least: Fraction,
        /// Days in membership.
        membership_days: u32,
        /// The fewest that were asked for.
        min_membership_days: u32,
    },
    /// School days in a row with an absence.
    Streak {
        /// The days, as many as were asked for.
        dates: Vec<NaiveDate>,
        /// What a day without a record did to the streak.
        rule: StreakRule,
    },
    /// Signs of early warning.
    EarlyWarning {
        /// The tier they name.
        tier: u8,
        /// The tier that was asked for.
        at_least: u8,
        /// The signs.
        warnings: Vec<Warning>,
    },
    /// Chronically absent.
    Chronic {
        /// Absent, in the policy's unit.
        absent: Amount,
        /// The days that count, in the policy's unit.
        of: Amount,
        /// The policy's unit.
        unit: Unit,
        /// The policy's threshold.
        threshold: Threshold,
        /// The school that finds so, where the policy decides at each school.
        school: Option<SchoolId>,
    },
    /// No improvement.
    NoImprovement {
        /// The tier that the signs named on each of the last days, or a lower one than they named.
        tier: u8,
        /// How many days each stretch has.
        school_days: u16,
        /// The rate of the earlier stretch.
        before: Rate,
        /// The rate of the last days.
        last: Rate,
    },
}

/// Days of absence that reached a number.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct CountFacts {
    /// How many days they amount to.
    pub counted: Amount,
    /// How many were asked for.
    pub at_least: u32,
    /// Within which time.
    pub within: Within,
    /// The dates that counted.
    pub dates: Vec<NaiveDate>,
}
