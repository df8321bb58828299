//! Contacts: check-ins and presence in circles, in sixteen bytes each.

use super::super::{Confidential, ContactMinutes, ContactMode, ContactOutcome, Feeling, Note};
use crate::terms::terms;
use chrono::{NaiveDate, NaiveTime, Timelike};

terms! {
    /// What a contact was recorded as.
    pub enum ContactOrigin {
        CheckIn = "check_in" #[doc = "A check-in of one mentor with one student."],
        Circle = "circle" #[doc = "The student's presence in a circle."],
    }
}

/// No mentor: a circle without one.
pub(in super::super) const NO_MENTOR: u32 = u32::MAX;

const NO_TIME: u16 = u16::MAX;

/// One contact of a student, made or attempted.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub struct Contact {
    pub(in super::super) date: NaiveDate,
    // Minutes since midnight, or `NO_TIME`.
    time: u16,
    pub(in super::super) mentor: u32,
    pub(in super::super) mode: ContactMode,
    // 0 where it was not recorded.
    minutes: u16,
    pub(in super::super) outcome: ContactOutcome,
    pub(in super::super) origin: ContactOrigin,
}

impl Contact {
    pub(super) fn new(
        date: NaiveDate,
        time: Option<NaiveTime>,
        mentor: u32,
        (mode, minutes): (ContactMode, Option<ContactMinutes>),
        (outcome, origin): (ContactOutcome, ContactOrigin),
    ) -> Self {
        let time = time.map_or(NO_TIME, |time| (time.hour() * 60 + time.minute()) as u16);
        let minutes = minutes.map_or(0, ContactMinutes::get);
        Self { date, time, mentor, mode, minutes, outcome, origin }
    }

    /// The date.
    pub const fn date(&self) -> NaiveDate {
        self.date
    }

    /// The time, to the minute, where it was recorded.
    pub fn time(&self) -> Option<NaiveTime> {
        NaiveTime::from_hms_opt(u32::from(self.time / 60), u32::from(self.time % 60), 0)
    }

    /// The mentor's index; of a circle, the student's own mentor where present.
    pub const fn mentor(&self) -> Option<usize> {
        if self.mentor == NO_MENTOR { None } else { Some(self.mentor as usize) }
    }

    /// How it took place.
    pub const fn mode(&self) -> ContactMode {
        self.mode
    }

    /// Its length, where it was recorded.
    pub fn minutes(&self) -> Option<ContactMinutes> {
        ContactMinutes::new(self.minutes).ok()
    }

    /// Whether it was made.
    pub const fn outcome(&self) -> ContactOutcome {
        self.outcome
    }

    /// What it was recorded as.
    pub const fn origin(&self) -> ContactOrigin {
        self.origin
    }

    pub(super) const fn is_timed(&self) -> bool {
        self.time != NO_TIME
    }

    pub(super) const fn time_key(&self) -> u16 {
        self.time
    }

    pub(in super::super) const fn minutes_or_zero(&self) -> u16 {
        self.minutes
    }
}

/// What was shared in a check-in.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(in super::super) struct Details {
    pub(in super::super) feeling: Option<Feeling>,
    pub(in super::super) strengths: Vec<Confidential>,
    pub(in super::super) goals: Vec<Confidential>,
    pub(in super::super) note: Option<Note>,
}

impl Details {
    pub(super) fn is_empty(&self) -> bool {
        self.feeling.is_none() && self.strengths.is_empty() && self.goals.is_empty() && self.note.is_none()
    }

    // Any order that does not depend on the order of reading; of two notes the one that fewer may read comes last.
    pub(super) fn key(&self) -> impl Ord + '_ {
        let note = self.note.as_ref().map(|note| (std::cmp::Reverse(note.visibility), &note.text));
        (note, self.feeling, &self.strengths, &self.goals)
    }
}
