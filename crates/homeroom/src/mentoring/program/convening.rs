//! Convenings: the districts of a network come together and share what they learnt.

use crate::{DistrictId, mentoring::Confidential};
use chrono::NaiveDate;
use serde::Deserialize;

/// A convening of a network's districts.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Convening {
    /// The date.
    pub date: NaiveDate,
    /// The districts that came.
    pub districts: Vec<DistrictId>,
    /// What was shared, in free text.
    #[serde(default)]
    pub shared: Option<Confidential>,
    /// How many rated it 1 (of no use) to 5 (of great use).
    #[serde(default)]
    pub feedback: [u32; 5],
}
