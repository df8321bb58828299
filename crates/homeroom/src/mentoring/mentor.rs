//! Mentors: caring adults, and older students, who each connect with a few students.

use super::Confidential;
use crate::{DistrictId, MentorId, PartnerId, SchoolId, terms::terms};
use serde::{Deserialize, Serialize};

terms! {
    /// What kind of person a mentor is.
    pub enum MentorKind {
        Teacher = "teacher" #[doc = "A teacher of the school."],
        Paraprofessional = "paraprofessional" #[doc = "A teaching assistant or aide."],
        Counselor = "counselor" #[doc = "A school counsellor."],
        SocialWorker = "social_worker" #[doc = "A social worker, or an intern in social work."],
        Coach = "coach" #[doc = "A coach of a team or club."],
        Administrator = "administrator" #[doc = "A principal or other administrator."],
        SafetyOfficer = "safety_officer" #[doc = "A school safety officer."],
        OtherStaff = "other_staff" #[doc = "Anyone else on the staff of the school or district."],
        CommunityPartner = "community_partner" #[doc = "Someone of a community partner."],
        Volunteer = "volunteer" #[doc = "A volunteer of no partner organisation."],
        Peer = "peer" #[doc = "An older student."],
    }
}

terms! {
    /// Where a mentor comes from, as New York City's program divides them.
    pub enum Placement {
        Internal = "internal" #[doc = "The school's or district's own staff."],
        External = "external" #[doc = "A partner's people and volunteers."],
        Peer = "peer" #[doc = "Older students."],
    }
}

impl MentorKind {
    /// Where mentors of this kind come from.
    pub const fn placement(self) -> Placement {
        match self {
            Self::CommunityPartner | Self::Volunteer => Placement::External,
            Self::Peer => Placement::Peer,
            _ => Placement::Internal,
        }
    }
}

/// The organisation that a mentor belongs to.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
#[non_exhaustive]
pub enum Organization {
    /// A school.
    School(SchoolId),
    /// A district.
    District(DistrictId),
    /// A community partner.
    Partner(PartnerId),
}

/// When a mentor is there in an ordinary week.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Serialize, Deserialize)]
#[serde(deny_unknown_fields, default)]
pub struct Availability {
    /// Minutes on Monday, Tuesday and so on to Sunday.
    pub minutes: [u16; 7],
}

impl Availability {
    /// Minutes a week.
    pub fn minutes_per_week(self) -> u32 {
        self.minutes.into_iter().map(u32::from).sum()
    }

    /// Days a week.
    pub fn days_per_week(self) -> u32 {
        self.minutes.into_iter().map(|minutes| u32::from(minutes > 0)).sum()
    }
}

/// A mentor.
///
/// ```
/// use homeroom::{MentorId, mentoring::{Confidential, Mentor, MentorKind}};
/// let mut mentor = Mentor::new(MentorId::new("m1")?, MentorKind::Coach);
/// mentor.name = Some(Confidential::new("Robin Sample"));
/// assert!(!format!("{mentor:?}").contains("Robin"));
/// # Ok::<(), homeroom::InvalidId>(())
/// ```
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Mentor {
    /// The identifier.
    pub id: MentorId,
    /// What kind of person.
    pub kind: MentorKind,
    /// The name, shown only to roles that may see it.
    #[serde(default)]
    pub name: Option<Confidential>,
    /// The organisation.
    #[serde(default)]
    pub organization: Option<Organization>,
    /// The schools in which the mentor can meet students.
    #[serde(default)]
    pub schools: Vec<SchoolId>,
    /// The languages spoken, as lower-case codes (ISO 639: `es`, `pt`), besides that of instruction.
    #[serde(default)]
    pub languages: Vec<String>,
    /// When the mentor is there, where it is known.
    #[serde(default)]
    pub availability: Option<Availability>,
    /// The most students, where one was agreed; otherwise the norm of the kind.
    #[serde(default)]
    pub capacity: Option<u16>,
}

impl Mentor {
    /// A mentor of whom nothing more is known yet.
    pub fn new(id: MentorId, kind: MentorKind) -> Self {
        Self {
            id,
            kind,
            name: None,
            organization: None,
            schools: Vec::new(),
            languages: Vec::new(),
            availability: None,
            capacity: None,
        }
    }
}
