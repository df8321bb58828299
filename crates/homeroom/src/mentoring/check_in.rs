//! Check-ins: from a five-minute hello to a half-hour meeting, made or attempted, and what was shared.

use super::{Barrier, Confidential};
use crate::mentoring::confidential::hidden_debug;
use crate::{MentorId, StudentId, terms::terms};
use chrono::{NaiveDate, NaiveTime};
use serde::{Deserialize, Serialize};

terms! {
    /// How a contact took place.
    pub enum ContactMode {
        InPerson = "in_person" #[doc = "Face to face at school."],
        Call = "call" #[doc = "By telephone."],
        Video = "video" #[doc = "By video."],
        HomeVisit = "home_visit" #[doc = "At the student's home."],
        Message = "message" #[doc = "By text message, e-mail or letter."],
    }
}

terms! {
    /// Whether a contact was made, or why it was only attempted.
    pub enum ContactOutcome {
        Met = "met" #[doc = "Mentor and student were in contact."],
        StudentAbsent = "student_absent" #[doc = "Attempted; the student was not at school."],
        StudentUnavailable = "student_unavailable" #[doc = "Attempted; the student was at school and could not come."],
        Declined = "declined" #[doc = "Attempted; the student did not want to."],
        NoAnswer = "no_answer" #[doc = "Attempted; nobody answered."],
        NotMet = "not_met" #[doc = "Attempted; the reason is another or not known."],
    }
}

impl ContactOutcome {
    /// Whether a contact was made.
    pub const fn is_met(self) -> bool {
        matches!(self, Self::Met)
    }
}

/// The longest contact accepted: eight hours, longer than any school day's mentoring.
pub const MAX_CONTACT_MINUTES: u16 = 480;

/// A contact's length in whole minutes, 1 to [`MAX_CONTACT_MINUTES`].
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(try_from = "u16", into = "u16")]
pub struct ContactMinutes(u16);

/// A number of minutes is not a contact's length.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
#[error("a contact's minutes are not between 1 and {MAX_CONTACT_MINUTES}")]
pub struct InvalidContactMinutes {
    /// The number given.
    pub minutes: u16,
}

impl ContactMinutes {
    /// So many minutes.
    ///
    /// # Errors
    /// [`InvalidContactMinutes`] outside 1 to [`MAX_CONTACT_MINUTES`].
    pub fn new(minutes: u16) -> Result<Self, InvalidContactMinutes> {
        let valid = (1..=MAX_CONTACT_MINUTES).contains(&minutes);
        valid.then_some(Self(minutes)).ok_or(InvalidContactMinutes { minutes })
    }

    /// The number of minutes.
    pub const fn get(self) -> u16 {
        self.0
    }
}

impl TryFrom<u16> for ContactMinutes {
    type Error = InvalidContactMinutes;
    fn try_from(minutes: u16) -> Result<Self, InvalidContactMinutes> {
        Self::new(minutes)
    }
}

impl From<ContactMinutes> for u16 {
    fn from(minutes: ContactMinutes) -> u16 {
        minutes.0
    }
}

/// How a student feels about school, from 1 (very bad) to 5 (very good).
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Deserialize)]
#[serde(try_from = "u8")]
pub struct Feeling(u8);

/// A number is not on the feeling scale.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
#[error("a feeling is a number from 1 to 5")]
pub struct InvalidFeeling;

impl Feeling {
    /// A point of the scale.
    ///
    /// # Errors
    /// [`InvalidFeeling`] outside 1 to 5.
    pub fn new(point: u8) -> Result<Self, InvalidFeeling> {
        (1..=5).contains(&point).then_some(Self(point)).ok_or(InvalidFeeling)
    }

    pub(super) const fn point(self) -> u8 {
        self.0
    }
}

impl TryFrom<u8> for Feeling {
    type Error = InvalidFeeling;
    fn try_from(point: u8) -> Result<Self, InvalidFeeling> {
        Self::new(point)
    }
}

impl std::fmt::Debug for Feeling {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str("[confidential]")
    }
}

terms! {
    /// Who may read a note.
    pub enum Visibility {
        Private = "private" #[doc = "Its author, as long as assigned to the student."],
        Mentors = "mentors" #[doc = "The student's mentors, present and later ones."],
        Team = "team" #[doc = "The student's mentors, the school's team and the coordinator."],
    }
}

/// A note: what was said that no field holds.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Note {
    /// The text.
    pub text: Confidential,
    /// Who may read it.
    pub visibility: Visibility,
}

/// One check-in of a mentor with a student.
///
/// Two records that agree in student, mentor, date, time, mode, minutes and outcome are the same check-in; two
/// hellos of one day are told apart by their time.
///
/// ```
/// use homeroom::{MentorId, StudentId, mentoring::{CheckIn, ContactMinutes, ContactMode, ContactOutcome}};
/// use chrono::NaiveDate;
/// let monday = NaiveDate::from_ymd_opt(2025, 9, 8).unwrap();
/// let mut check_in = CheckIn::new(StudentId::new("s1")?, MentorId::new("m1")?, monday, ContactOutcome::Met);
/// check_in.minutes = Some(ContactMinutes::new(5)?);
/// assert_eq!(check_in.mode, ContactMode::InPerson);
/// assert!(ContactMinutes::new(600).is_err());
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
#[derive(Clone, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct CheckIn {
    /// The student.
    pub student: StudentId,
    /// The mentor.
    pub mentor: MentorId,
    /// The date.
    pub date: NaiveDate,
    /// The time, where it was recorded.
    #[serde(default)]
    pub time: Option<NaiveTime>,
    /// How it took place.
    #[serde(default = "in_person")]
    pub mode: ContactMode,
    /// Its length, where it was recorded.
    #[serde(default)]
    pub minutes: Option<ContactMinutes>,
    /// Whether it took place.
    pub outcome: ContactOutcome,
    /// How the student feels about school.
    #[serde(default)]
    pub feeling: Option<Feeling>,
    /// Strengths that showed.
    #[serde(default)]
    pub strengths: Vec<Confidential>,
    /// Goals that were set.
    #[serde(default)]
    pub goals: Vec<Confidential>,
    /// Barriers that were raised.
    #[serde(default)]
    pub barriers: Vec<Barrier>,
    /// A note.
    #[serde(default)]
    pub note: Option<Note>,
}

const fn in_person() -> ContactMode {
    ContactMode::InPerson
}

impl CheckIn {
    /// A check-in in person of which nothing more is known.
    pub fn new(student: StudentId, mentor: MentorId, date: NaiveDate, outcome: ContactOutcome) -> Self {
        Self {
            student,
            mentor,
            date,
            time: None,
            mode: ContactMode::InPerson,
            minutes: None,
            outcome,
            feeling: None,
            strengths: Vec::new(),
            goals: Vec::new(),
            barriers: Vec::new(),
            note: None,
        }
    }
}

/// Something a mentor promised to do for a student.
#[derive(Clone, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct FollowUp {
    /// The student.
    pub student: StudentId,
    /// Who is to do it.
    pub mentor: MentorId,
    /// When it was promised.
    pub raised_on: NaiveDate,
    /// By when.
    pub due: NaiveDate,
    /// When it was done.
    #[serde(default)]
    pub done_on: Option<NaiveDate>,
    /// What.
    #[serde(default)]
    pub what: Option<Confidential>,
}

hidden_debug!(CheckIn);

hidden_debug!(FollowUp);
