//! Steps of outreach, and whose contact clears them.

use crate::{StudentId, terms::terms};
use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

terms! {
    /// A step of outreach.
    pub enum OutreachStep {
        Contact = "contact" #[doc = "A contact with the family by whatever means."],
        Call = "call" #[doc = "A call home."],
        Letter = "letter" #[doc = "A letter home, or another message in writing."],
        HomeVisit = "home_visit" #[doc = "A visit at the student's home."],
        Mentor = "mentor" #[doc = "A success mentor."],
        CheckIn = "check_in" #[doc = "Check-in and check-out with an adult at school."],
        PeerGroup = "peer_group" #[doc = "A group of students."],
        Plan = "plan" #[doc = "An attendance or success plan."],
        Conference = "conference" #[doc = "A conference with the family."],
        StudentSupportTeam = "student_support_team" #[doc = "The student support team takes the case up."],
        CaseManagement = "case_management" #[doc = "A case manager."],
        Services = "services" #[doc = "Support by other agencies, such as for health or housing."],
        CourtReferral = "court_referral" #[doc = "Referral to a court, the last resort."],
    }
}

terms! {
    /// With whom a contact was made.
    pub enum ContactParty {
        Student = "student" #[doc = "The student."],
        Family = "family" #[doc = "A guardian or another member of the family."],
    }
}

terms! {
    /// Whose contact clears a step.
    pub enum ClearedBy {
        Student = "student" #[doc = "A contact with the student."],
        Family = "family" #[doc = "A contact with the family."],
        Either = "either" #[doc = "A contact with the student or the family."],
    }
}

impl ClearedBy {
    /// Whether a contact with this party clears the step.
    pub const fn fits(self, with: ContactParty) -> bool {
        matches!(
            (self, with),
            (Self::Either, _) | (Self::Student, ContactParty::Student) | (Self::Family, ContactParty::Family)
        )
    }
}

impl OutreachStep {
    /// Whose contact clears the step where its rule says nothing: the student's where the step brings the student
    /// together with somebody, the family's where it goes to the home, anyone's where a team takes over.
    pub const fn usually_cleared_by(self) -> ClearedBy {
        match self {
            Self::Mentor | Self::CheckIn | Self::PeerGroup => ClearedBy::Student,
            Self::Contact | Self::Call | Self::Letter | Self::HomeVisit | Self::Conference => {
                ClearedBy::Family
            }
            Self::Plan
            | Self::StudentSupportTeam
            | Self::CaseManagement
            | Self::Services
            | Self::CourtReferral => ClearedBy::Either,
        }
    }
}

/// A contact that was made. An attempt is none, and neither is a note: whoever turns check-ins, calls and circles
/// into contacts leaves out what did not reach anybody.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct ContactMade {
    /// The student whom it was about.
    pub student: StudentId,
    /// The date.
    pub date: NaiveDate,
    /// With whom.
    pub with: ContactParty,
}
