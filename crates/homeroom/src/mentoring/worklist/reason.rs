//! Reasons to see a student, each with its numbers.

use crate::{
    mentoring::{RecognitionRules, StudentRecognition},
    terms::terms,
};
use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

terms! {
    /// What a reason is, the most pressing first.
    pub enum WorkReasonKind {
        Returned = "returned" #[doc = "Back after days of absence: welcome the student."],
        AbsentToday = "absent_today" #[doc = "Recorded absent on the date: call home."],
        AbsentLastSchoolDay = "absent_last_school_day" #[doc = "Absent all of the last school day."],
        NotMetYet = "not_met_yet" #[doc = "No contact since the assignment began."],
        FollowUpDue = "follow_up_due" #[doc = "Something promised is due."],
        Overdue = "overdue" #[doc = "The next contact of the plan is overdue."],
        BudgetNearlySpent = "budget_nearly_spent" #[doc = "Few absences are left before the line."],
        Due = "due" #[doc = "The next contact of the plan is due."],
        Celebrate = "celebrate" #[doc = "There is something to celebrate."],
        NotEnrolled = "not_enrolled" #[doc = "The student is at none of the schools on the date."],
    }
}

/// A reason to see a student.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
#[non_exhaustive]
pub enum WorkReason {
    /// Back after so many school days in a row absent.
    Returned {
        /// School days in a row with an absence before the return.
        days: u32,
    },
    /// Recorded absent all day on the date.
    AbsentToday {
        /// School days in a row with an absence, the date included.
        days_in_a_row: u32,
        /// Whether somebody called home on the date.
        called: bool,
    },
    /// Absent all of the last school day before the date.
    AbsentLastSchoolDay {
        /// That day.
        date: NaiveDate,
        /// School days in a row with an absence, that day included.
        days_in_a_row: u32,
        /// Whether somebody called home on that day.
        called: bool,
    },
    /// No contact by this mentor since the assignment began.
    NotMetYet {
        /// School days since then, before the date.
        school_days: u32,
    },
    /// Follow-ups of this mentor that are due.
    FollowUpDue {
        /// How many.
        follow_ups: u32,
        /// When the earliest was due.
        due: NaiveDate,
    },
    /// The next contact of the plan is overdue.
    Overdue {
        /// By how many school days.
        by: u32,
        /// School days since the last contact made, before the date.
        since: u32,
    },
    /// Few absences are left before the policy's line.
    BudgetNearlySpent {
        /// Whole days that can still be missed this year.
        absences_left: u32,
    },
    /// The next contact of the plan is due on the date.
    Due {
        /// School days since the last contact made, before the date.
        since: u32,
    },
    /// There is something to celebrate.
    Celebrate(StudentRecognition),
    /// At none of the schools on the date.
    NotEnrolled,
}

impl WorkReason {
    /// What the reason is.
    pub const fn kind(&self) -> WorkReasonKind {
        match self {
            Self::Returned { .. } => WorkReasonKind::Returned,
            Self::AbsentToday { .. } => WorkReasonKind::AbsentToday,
            Self::AbsentLastSchoolDay { .. } => WorkReasonKind::AbsentLastSchoolDay,
            Self::NotMetYet { .. } => WorkReasonKind::NotMetYet,
            Self::FollowUpDue { .. } => WorkReasonKind::FollowUpDue,
            Self::Overdue { .. } => WorkReasonKind::Overdue,
            Self::BudgetNearlySpent { .. } => WorkReasonKind::BudgetNearlySpent,
            Self::Due { .. } => WorkReasonKind::Due,
            Self::Celebrate(_) => WorkReasonKind::Celebrate,
            Self::NotEnrolled => WorkReasonKind::NotEnrolled,
        }
    }
}

/// From when on something is a reason.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields, default)]
pub struct WorklistRules {
    /// School days absent in a row after which a return is welcomed.
    pub returned_after: u32,
    /// Absences left from which on the budget is nearly spent.
    pub budget_left: u32,
    /// What is celebrated.
    pub recognition: RecognitionRules,
}

impl Default for WorklistRules {
    /// After two days, and with three absences left: numbers of ours, to be agreed on locally.
    fn default() -> Self {
        Self { returned_after: 2, budget_left: 3, recognition: RecognitionRules::default() }
    }
}
