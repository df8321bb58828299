//! Staff and the school teams that look at attendance together.

use crate::{MentorId, SchoolId, StaffId, terms::terms};
use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

terms! {
    /// What someone does on a school's attendance team.
    pub enum TeamRole {
        Principal = "principal" #[doc = "Leads the school."],
        Coordinator = "coordinator" #[doc = "Coordinates the mentors of the school."],
        Counselor = "counselor" #[doc = "A school counsellor or social worker."],
        Nurse = "nurse" #[doc = "The school nurse."],
        FamilyLiaison = "family_liaison" #[doc = "Keeps in touch with families."],
        Teacher = "teacher" #[doc = "A teacher."],
        DataLead = "data_lead" #[doc = "Keeps the records."],
        Partner = "partner" #[doc = "Someone of a community partner."],
    }
}

/// Someone on the staff of a school. Names are not held.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct StaffMember {
    /// The identifier.
    pub id: StaffId,
    /// The school.
    pub school: SchoolId,
    /// The mentor that this person is, where that is so: one person, counted once.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub mentor: Option<MentorId>,
    /// The role on the school's attendance team; none where not on it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub team_role: Option<TeamRole>,
}

/// A meeting of a school's attendance team.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct TeamMeeting {
    /// The school.
    pub school: SchoolId,
    /// The date.
    pub date: NaiveDate,
    /// Who was there.
    #[serde(default)]
    pub staff: Vec<StaffId>,
}
