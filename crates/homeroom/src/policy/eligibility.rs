//! Who counts at all: the clauses that leave a student out of the number of the chronically absent.

use crate::{Fraction, GradeLevel};
use serde::{Deserialize, Serialize};

/// The clauses of eligibility; a clause that is not said does not apply.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Eligibility {
    /// At least so many days in membership.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub min_membership_days: Option<u32>,
    /// In membership for at least this share of the school's days.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub min_share_of_year: Option<Fraction>,
    /// Attended on at least so many days.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub min_attended_days: Option<u32>,
    /// Only in these grades; a student of unknown grade is not in them.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub grades: Option<Vec<GradeLevel>>,
    /// Students who left before the date asked for do not count.
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub leavers_excluded: bool,
}
