//! Assignments: which mentor a student has, from when to when.

use super::Tier;
use crate::{MentorId, PlanId, StudentId, terms::terms};
use chrono::NaiveDate;
use serde::Deserialize;

terms! {
    /// Whether a mentor answers for the student's plan.
    pub enum AssignmentRole {
        Primary = "primary" #[doc = "Answers for the plan: contacts are expected of this mentor."],
        Secondary = "secondary" #[doc = "Stands in or helps: none are expected; contacts count for the student as long as another answers for the plan."],
    }
}

terms! {
    /// Why an assignment ended.
    pub enum EndReason {
        Completed = "completed" #[doc = "The student no longer needs a mentor."],
        HandedOver = "handed_over" #[doc = "Another mentor took over."],
        MentorLeft = "mentor_left" #[doc = "The mentor left the program."],
        StudentMoved = "student_moved" #[doc = "The student left the school or district."],
        NotAMatch = "not_a_match" #[doc = "The two did not get on."],
        Declined = "declined" #[doc = "The student or family declined."],
        YearEnded = "year_ended" #[doc = "The school year ended."],
        Other = "other" #[doc = "Another reason."],
    }
}

/// A mentor assigned to a student. An assignment that ends with `handed_over` and another that begins are a
/// hand-over; both stay in the records.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Assignment {
    /// The mentor.
    pub mentor: MentorId,
    /// The student.
    pub student: StudentId,
    /// The first date.
    pub begin: NaiveDate,
    /// The last date; open where there is none.
    #[serde(default)]
    pub end: Option<NaiveDate>,
    /// Whether the mentor answers for the plan.
    #[serde(default = "primary")]
    pub role: AssignmentRole,
    /// The tier of support that it belongs to.
    #[serde(default)]
    pub tier: Option<Tier>,
    /// A plan of its own; otherwise the plan of the tier, or the one of all.
    #[serde(default)]
    pub plan: Option<PlanId>,
    /// Why it ended.
    #[serde(default)]
    pub end_reason: Option<EndReason>,
}

const fn primary() -> AssignmentRole {
    AssignmentRole::Primary
}

impl Assignment {
    /// A primary assignment from a date on.
    pub fn new(mentor: MentorId, student: StudentId, begin: NaiveDate) -> Self {
        let role = AssignmentRole::Primary;
        Self { mentor, student, begin, end: None, role, tier: None, plan: None, end_reason: None }
    }

    /// Whether it is in force on a date.
    pub fn holds(&self, date: NaiveDate) -> bool {
        self.begin <= date && self.end.is_none_or(|end| date <= end)
    }
}
