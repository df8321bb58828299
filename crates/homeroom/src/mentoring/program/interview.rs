//! Empathy interviews with students, families and others who have a stake.

use crate::mentoring::confidential::hidden_debug;
use crate::{
    MentorId, SchoolId, StudentId,
    mentoring::{Barrier, Note},
    terms::terms,
};
use chrono::NaiveDate;
use serde::Deserialize;

terms! {
    /// With whom an empathy interview was held.
    pub enum InterviewParty {
        Student = "student" #[doc = "A student."],
        Guardian = "guardian" #[doc = "A guardian."],
        Staff = "staff" #[doc = "Someone on the staff."],
        CommunityPartner = "community_partner" #[doc = "Someone of a community partner."],
        Other = "other" #[doc = "Someone else with a stake."],
    }
}

/// An empathy interview: what it is like, and what gets in the way.
#[derive(Clone, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct EmpathyInterview {
    /// The date.
    pub date: NaiveDate,
    /// With whom.
    pub party: InterviewParty,
    /// The school it is about.
    #[serde(default)]
    pub school: Option<SchoolId>,
    /// The student it is with or about; its barriers become that student's.
    #[serde(default)]
    pub student: Option<StudentId>,
    /// Who held it, where it was a mentor.
    #[serde(default)]
    pub mentor: Option<MentorId>,
    /// Barriers that were named.
    #[serde(default)]
    pub barriers: Vec<Barrier>,
    /// A note.
    #[serde(default)]
    pub note: Option<Note>,
}

hidden_debug!(EmpathyInterview);
