//! The rules by which a roll is read: which of two records counts, and whose a transfer day is.

use super::day_mark::DayMark;
use crate::{AttendanceStatus, terms::terms};
use serde::{Deserialize, Serialize};
use std::cmp::Ordering;

terms! {
    /// Which of two contradicting whole-day records counts. No rule depends on the order of reading.
    pub enum ConflictRule {
        Certainty = "certainty" #[doc = "The record that knows more: tardy and early departure over an absence, an excused absence over an unexcused one, any absence over plain presence. A whole-day absence stands over parts of the day."],
        MostAbsent = "most_absent" #[doc = "The record with more of the day absent, then by certainty."],
        LeastAbsent = "least_absent" #[doc = "The record with less of the day absent, then by certainty."],
    }
}

impl ConflictRule {
    /// Orders two marks of one day: the greater one counts. "Attendance was not taken" yields to all others.
    pub fn compare(self, a: &DayMark, b: &DayMark) -> Ordering {
        let absent = a.absent_part().cmp(&b.absent_part());
        let by_rule = match self {
            Self::Certainty => Ordering::Equal,
            Self::MostAbsent => absent,
            Self::LeastAbsent => absent.reverse(),
        };
        let certain = certainty(a).cmp(&certainty(b));
        knows(a).cmp(&knows(b)).then(by_rule).then(certain).then(absent).then_with(|| a.cmp(b))
    }
}

fn knows(mark: &DayMark) -> bool {
    certainty(mark) != AttendanceStatus::NotRecorded
}

// The most certain status of a mark; a mark of plain presence knows least but "present".
fn certainty(mark: &DayMark) -> AttendanceStatus {
    mark.parts().iter().map(|(code, _)| code.status()).max().unwrap_or(AttendanceStatus::Present)
}

terms! {
    /// Where a day counts that is one school's last and the next one's first.
    pub enum TransferDay {
        ArrivingSchool = "arriving_school" #[doc = "At the school the student comes to."],
        DepartingSchool = "departing_school" #[doc = "At the school the student leaves."],
        BothSchools = "both_schools" #[doc = "At both; the student's own total still counts it once."],
    }
}

terms! {
    /// What it means that a student has no record on a day in membership.
    pub enum RollBasis {
        ExceptionsOnly = "exceptions_only" #[doc = "Only exceptions are recorded: no record means present."],
        FullRoll = "full_roll" #[doc = "Every student is recorded every day: no record means that attendance was not taken."],
    }
}

/// The rules by which a roll is read.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields, default)]
pub struct RollRules {
    /// What it means that there is no record.
    pub basis: RollBasis,
    /// Which of two contradicting records counts.
    pub conflict: ConflictRule,
    /// Where a transfer day counts. A spell of a single day is never trimmed away.
    pub transfer_day: TransferDay,
}

impl Default for RollRules {
    fn default() -> Self {
        Self {
            basis: RollBasis::ExceptionsOnly,
            conflict: ConflictRule::Certainty,
            transfer_day: TransferDay::ArrivingSchool,
        }
    }
}
