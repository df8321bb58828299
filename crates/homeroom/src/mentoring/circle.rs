//! Circles: several students, guardians and staff in one gathering.

use super::{ContactMinutes, ContactMode, Note};
use crate::mentoring::confidential::hidden_debug;
use crate::{CircleId, MentorId, StudentId, terms::terms};
use chrono::NaiveDate;
use serde::Deserialize;

terms! {
    /// What a circle gathers.
    pub enum CircleKind {
        Student = "student" #[doc = "A student circle: students with one or more mentors."],
        Family = "family" #[doc = "A family circle: students with their guardians."],
    }
}

/// A student or family circle: one event, and one contact for each child present.
#[derive(Clone, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Circle {
    /// The identifier.
    pub id: CircleId,
    /// What it gathers.
    pub kind: CircleKind,
    /// The date.
    pub date: NaiveDate,
    /// How it took place.
    #[serde(default = "in_person")]
    pub mode: ContactMode,
    /// Its length, where it was recorded.
    #[serde(default)]
    pub minutes: Option<ContactMinutes>,
    /// The students present.
    pub students: Vec<StudentId>,
    /// The mentors present.
    #[serde(default)]
    pub mentors: Vec<MentorId>,
    /// How many guardians were present.
    #[serde(default)]
    pub guardians: u16,
    /// How many of the staff were present besides the mentors.
    #[serde(default)]
    pub staff: u16,
    /// A note.
    #[serde(default)]
    pub note: Option<Note>,
}

const fn in_person() -> ContactMode {
    ContactMode::InPerson
}

hidden_debug!(Circle);
