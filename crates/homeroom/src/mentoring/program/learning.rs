//! Learning sessions for the adults of a program.

use crate::{MentorId, SchoolId, StaffId, mentoring::ContactMinutes, terms::terms};
use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

terms! {
    /// What a learning session is about.
    pub enum LearningTopic {
        EmpathyWork = "empathy_work" #[doc = "Listening to students and families: empathy interviews."],
        ChronicAbsenteeism = "chronic_absenteeism" #[doc = "What chronic absence is, and what it does."],
        DataLiteracy = "data_literacy" #[doc = "Reading and keeping the numbers."],
        Mentoring = "mentoring" #[doc = "How to mentor."],
        Other = "other" #[doc = "Anything else."],
    }
}

/// Someone who attended a learning session.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
#[non_exhaustive]
pub enum Attendee {
    /// A mentor.
    Mentor(MentorId),
    /// A member of the staff.
    Staff(StaffId),
}

/// A learning session.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct LearningSession {
    /// What it was about.
    pub topic: LearningTopic,
    /// The date.
    pub date: NaiveDate,
    /// The school that held it; none where districts came together.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub school: Option<SchoolId>,
    /// Its length.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub minutes: Option<ContactMinutes>,
    /// Who attended.
    #[serde(default)]
    pub attended: Vec<Attendee>,
}
