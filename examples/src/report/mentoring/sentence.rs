//! Reasons, signs and occasions in words, with their numbers.

use homeroom::mentoring::{MatchSign, StudentRecognition, WorkReason};

/// `1 day`, `2 days`.
pub(super) fn many(number: impl Into<u64>, one: &str, more: &str) -> String {
    let number = number.into();
    format!("{number} {}", if number == 1 { one } else { more })
}

fn days(number: u32) -> String {
    many(number, "school day", "school days")
}

/// A reason of a worklist.
pub(super) fn reason(reason: &WorkReason) -> String {
    let call = |called: &bool| if *called { "called home" } else { "call home" };
    match reason {
        WorkReason::Returned { days: away } => format!("back after {} absent: welcome", days(*away)),
        WorkReason::AbsentToday { days_in_a_row, called } => {
            format!("absent today ({} in a row): {}", days(*days_in_a_row), call(called))
        }
        WorkReason::AbsentLastSchoolDay { date, days_in_a_row, called } => {
            format!("absent on {date} ({} in a row): {}", days(*days_in_a_row), call(called))
        }
        WorkReason::NotMetYet { school_days } => {
            format!("not met in the {} since the assignment", days(*school_days))
        }
        WorkReason::FollowUpDue { follow_ups, due } => {
            format!("{} due since {due}", many(*follow_ups, "follow-up", "follow-ups"))
        }
        WorkReason::Overdue { by, since } => {
            format!("contact overdue by {} (none in {})", days(*by), days(*since))
        }
        WorkReason::BudgetNearlySpent { absences_left } => {
            format!("{} left this year before the line", many(*absences_left, "absence", "absences"))
        }
        WorkReason::Due { since: 0 } => "contact due (the last one was on the school day before)".to_owned(),
        WorkReason::Due { since } => format!("contact due (none in {})", days(*since)),
        WorkReason::Celebrate(recognition) => format!("celebrate {}", celebration(recognition)),
        WorkReason::NotEnrolled => "at none of the schools on this date".to_owned(),
        _ => reason.kind().to_string(),
    }
}

/// All reasons of an item, what is to celebrate together.
pub(super) fn reasons(all: &[WorkReason]) -> String {
    let mut says = Vec::new();
    let mut celebrations = Vec::new();
    for one in all {
        match one {
            WorkReason::Celebrate(recognition) => celebrations.push(celebration(recognition)),
            _ => says.push(reason(one)),
        }
    }
    if !celebrations.is_empty() {
        says.push(format!("celebrate {}", celebrations.join(", ")));
    }
    says.join("; ")
}

/// Something to celebrate.
pub(super) fn celebration(recognition: &StudentRecognition) -> String {
    match recognition {
        StudentRecognition::Improvement { before, after, days } => format!(
            "{} days absent of the last {days}, {} of the {days} before",
            after.text(1),
            before.text(1)
        ),
        StudentRecognition::DaysInARow(number) => format!("{} attended in a row", days(*number)),
        StudentRecognition::PerfectWeeks(number) => {
            format!("{} without an absence", many(*number, "week", "weeks"))
        }
        _ => "something new".to_owned(),
    }
}

/// What speaks for a match.
pub(super) fn sign(sign: &MatchSign) -> String {
    match sign {
        MatchSign::School(school) => format!("works at {school}"),
        MatchSign::Language => "speaks the language of the home".to_owned(),
        MatchSign::EarlierMentor => "was the student's mentor before".to_owned(),
        MatchSign::Load { students, capacity } => format!("then has {students} of {capacity} students"),
        _ => "fits".to_owned(),
    }
}
