//! Norms: what the districts agreed on about keeping the records.

use crate::DistrictId;
use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

/// A norm for data tracking. It is about work, not persons, and is public.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Norm {
    /// The district that agreed; none where all did.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub district: Option<DistrictId>,
    /// When.
    pub agreed_on: NaiveDate,
    /// What.
    pub text: String,
}
