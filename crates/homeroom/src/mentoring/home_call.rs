//! Calls home on a day of absence.

use super::Barrier;
use crate::mentoring::confidential::hidden_debug;
use crate::{MentorId, StudentId, terms::terms};
use chrono::NaiveDate;
use serde::Deserialize;

terms! {
    /// What became of a call home.
    pub enum CallOutcome {
        Reached = "reached" #[doc = "The caller spoke with the family."],
        MessageLeft = "message_left" #[doc = "The caller left a message."],
        NoAnswer = "no_answer" #[doc = "Nobody answered."],
        WrongNumber = "wrong_number" #[doc = "The number is not the family's."],
    }
}

/// A call to a student's family. It is no contact with the student.
#[derive(Clone, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct HomeCall {
    /// The student.
    pub student: StudentId,
    /// The mentor who called; none where the school did.
    #[serde(default)]
    pub mentor: Option<MentorId>,
    /// The date.
    pub date: NaiveDate,
    /// What became of it.
    pub outcome: CallOutcome,
    /// Barriers that were learnt of.
    #[serde(default)]
    pub barriers: Vec<Barrier>,
}

hidden_debug!(HomeCall);
