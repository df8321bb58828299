//! Who looks.

use crate::{DistrictId, MentorId, SchoolId};

/// A role, and whose records it is about.
#[derive(Debug, Clone, PartialEq, Eq)]
#[non_exhaustive]
pub enum Viewer {
    /// A mentor: the students assigned on the date.
    Mentor(MentorId),
    /// The attendance team of a school: its students on the date.
    Team(SchoolId),
    /// The coordinator of a district, or of all where none is named.
    Coordinator(Option<DistrictId>),
    /// The network: totals, and what was shared at convenings.
    Network,
    /// An analyst: all students, under numbers that hold within one view.
    Analyst,
}

impl Viewer {
    /// The role's name.
    pub const fn role(&self) -> &'static str {
        match self {
            Self::Mentor(_) => "mentor",
            Self::Team(_) => "team",
            Self::Coordinator(_) => "coordinator",
            Self::Network => "network",
            Self::Analyst => "analyst",
        }
    }

    /// Whether the role knows who the persons are.
    pub(super) const fn knows_persons(&self) -> bool {
        matches!(self, Self::Mentor(_) | Self::Team(_) | Self::Coordinator(_))
    }
}
