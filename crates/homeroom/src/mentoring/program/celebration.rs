//! Celebrations: what was recognised, of whom.

use crate::{MentorId, SchoolId, StudentId, terms::terms};
use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

terms! {
    /// What is celebrated.
    pub enum Occasion {
        Improvement = "improvement" #[doc = "Fewer absences than in one's own past."],
        DaysInARow = "days_in_a_row" #[doc = "School days attended in a row."],
        PerfectWeeks = "perfect_weeks" #[doc = "Weeks without an absence."],
        PlanKept = "plan_kept" #[doc = "Weeks in which the contacts of the plan were made."],
        Goal = "goal" #[doc = "A goal that the student had set."],
        Other = "other" #[doc = "Something else."],
    }
}

/// Who is celebrated.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
#[non_exhaustive]
pub enum Celebrated {
    /// A student.
    Student(StudentId),
    /// A mentor.
    Mentor(MentorId),
    /// A school.
    School(SchoolId),
}

/// A celebration that took place.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Celebration {
    /// The date.
    pub date: NaiveDate,
    /// Who.
    pub of: Celebrated,
    /// What.
    pub occasion: Occasion,
}
