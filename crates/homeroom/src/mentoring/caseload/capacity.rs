//! How many students a mentor can have: the sources disagree, so the rule is given.

use super::super::{Mentor, Placement};
use serde::{Deserialize, Serialize};

/// A published caseload.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
pub struct CaseloadNorm {
    /// What it is called here.
    pub id: &'static str,
    /// The fewest students.
    pub least: u16,
    /// The most students.
    pub most: u16,
    /// Where it is published.
    pub source: &'static str,
}

/// The published caseloads; they disagree.
pub const CASELOAD_NORMS: [CaseloadNorm; 4] = [
    CaseloadNorm {
        id: "mbk_school_staff",
        least: 3,
        most: 5,
        source: "My Brother's Keeper Success Mentors, mentors on the school's staff (Johns Hopkins University)",
    },
    CaseloadNorm {
        id: "nyc",
        least: 10,
        most: 15,
        source: "New York City Success Mentors (nyc.gov/html/truancy/html/smc)",
    },
    CaseloadNorm {
        id: "attendance_works",
        least: 15,
        most: 20,
        source: "Attendance Works, page on New York City",
    },
    CaseloadNorm {
        id: "check_and_connect",
        least: 30,
        most: 35,
        source: "Check & Connect, full-time mentors (Guryan et al., WP-16-18)",
    },
];

/// The most students of mentors with whom no number was agreed.
///
/// The default is 5 for a school's own staff (My Brother's Keeper), 15 for partners and volunteers (New York City), and
/// none for peers, of whom no source gives a number: a peer without a capacity of their own has no known room.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields, default)]
pub struct CapacityRules {
    /// Of the school's or district's own staff.
    pub internal: Option<u16>,
    /// Of partners and volunteers.
    pub external: Option<u16>,
    /// Of older students.
    pub peer: Option<u16>,
}

impl Default for CapacityRules {
    fn default() -> Self {
        Self { internal: Some(5), external: Some(15), peer: None }
    }
}

impl CapacityRules {
    /// The most students of a mentor: the number agreed, or that of the placement; `None` where neither is known.
    pub fn capacity(&self, mentor: &Mentor) -> Option<u16> {
        mentor.capacity.or(match mentor.kind.placement() {
            Placement::Internal => self.internal,
            Placement::External => self.external,
            Placement::Peer => self.peer,
        })
    }
}
