//! Phases of a program: design, pilot year, and the years after.

use crate::{NetworkId, terms::terms};
use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

terms! {
    /// What a phase of a program is.
    pub enum PhaseKind {
        Design = "design" #[doc = "Listening, planning and recruiting, before any student has a mentor."],
        PilotYear = "pilot_year" #[doc = "The first year with mentors."],
        SecondYear = "second_year" #[doc = "The second year with mentors."],
        ThirdYear = "third_year" #[doc = "The third year with mentors."],
        Sustaining = "sustaining" #[doc = "The years after."],
    }
}

/// A phase of a network's program. A student's contacts count in whatever phase they fall.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Phase {
    /// The network.
    pub network: NetworkId,
    /// What the phase is.
    pub kind: PhaseKind,
    /// The first date.
    pub begin: NaiveDate,
    /// The last date.
    pub end: NaiveDate,
}
