//! School calendars: which dates are instructional, for whom, and how long they are.

use crate::{GradeLevel, terms::terms};
use chrono::NaiveDate;
use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;

terms! {
    /// What happens at a school on a date (Ed-Fi `CalendarEventDescriptor`, v5.2).
    pub enum CalendarEvent {
        InstructionalDay = "instructional_day" #[doc = "An ordinary school day."],
        MakeUpDay = "make_up_day" #[doc = "An instructional day in place of a lost one."],
        EarlyRelease = "early_release" #[doc = "An instructional day that begins late or ends early."],
        NonInstructionalDay = "non_instructional_day" #[doc = "A day without instruction."],
        Holiday = "holiday" #[doc = "A holiday."],
        WeatherDay = "weather_day" #[doc = "Closed for weather."],
        EmergencyDay = "emergency_day" #[doc = "Closed for an emergency."],
        TeacherOnlyDay = "teacher_only_day" #[doc = "Staff only."],
        Strike = "strike" #[doc = "Closed by a strike."],
        Other = "other" #[doc = "Another event; not instructional."],
    }
}

impl CalendarEvent {
    /// Whether students are taught on such a day: ordinary, make-up and early-release days are, others not.
    pub const fn is_instructional(self) -> bool {
        matches!(self, Self::InstructionalDay | Self::MakeUpDay | Self::EarlyRelease)
    }
}

/// The longest school day a calendar accepts, in minutes.
pub const MAX_DAY_MINUTES: u16 = 1440;

/// One date of a calendar.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct CalendarDay {
    /// What happens on it.
    pub event: CalendarEvent,
    /// Its length in minutes of instruction where it differs from the calendar's own.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub minutes: Option<u16>,
    /// Grades that stay home although the day is instructional for the others.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub closed_grades: Vec<GradeLevel>,
}

/// A term of a calendar (Ed-Fi `Session`): a semester, trimester or quarter.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Term {
    /// Its name.
    pub name: String,
    /// Its first date.
    pub begin: NaiveDate,
    /// Its last date.
    pub end: NaiveDate,
}

/// A school's calendar for one school year.
///
/// ```
/// use homeroom::{Calendar, CalendarEvent};
/// use chrono::NaiveDate;
/// let day = |d| NaiveDate::from_ymd_opt(2022, 1, d).unwrap();
/// let mut calendar = Calendar::new(360)?;
/// calendar.set(day(3), CalendarEvent::InstructionalDay);
/// calendar.set(day(4), CalendarEvent::WeatherDay);
/// assert_eq!(calendar.instructional_days(None), 1);
/// assert!(Calendar::new(0).is_err());
/// # Ok::<(), homeroom::InvalidDayLength>(())
/// ```
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(try_from = "RawCalendar")]
pub struct Calendar {
    day_minutes: u16,
    days: BTreeMap<NaiveDate, CalendarDay>,
    terms: Vec<Term>,
    declared_days: Option<u32>,
}

#[derive(Deserialize)]
struct RawCalendar {
    day_minutes: u16,
    days: BTreeMap<NaiveDate, CalendarDay>,
    #[serde(default)]
    terms: Vec<Term>,
    #[serde(default)]
    declared_days: Option<u32>,
}

impl TryFrom<RawCalendar> for Calendar {
    type Error = InvalidDayLength;

    fn try_from(raw: RawCalendar) -> Result<Self, InvalidDayLength> {
        let RawCalendar { day_minutes, days, terms, declared_days } = raw;
        checked_minutes(day_minutes)?;
        days.values()
            .filter_map(|day| day.minutes)
            .try_for_each(|length| checked_minutes(length).map(drop))?;
        Ok(Self { day_minutes, days, terms, declared_days })
    }
}

/// A school day's length is not between 1 and 1440 minutes.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
#[error("a school day of {minutes} minutes is not between 1 and {MAX_DAY_MINUTES}")]
pub struct InvalidDayLength {
    /// The length given.
    pub minutes: u16,
}

fn checked_minutes(minutes: u16) -> Result<u16, InvalidDayLength> {
    (1..=MAX_DAY_MINUTES).contains(&minutes).then_some(minutes).ok_or(InvalidDayLength { minutes })
}

impl Calendar {
    /// The length of a school day, in minutes, that Infinite Campus assumes where a calendar gives none
    /// (<https://kb.infinitecampus.com/help/adm-and-ada-detail>).
    pub const DEFAULT_DAY_MINUTES: u16 = 360;

    /// An empty calendar whose ordinary day has this many minutes of instruction.
    ///
    /// # Errors
    /// [`InvalidDayLength`] outside 1 to 1440.
    pub fn new(day_minutes: u16) -> Result<Self, InvalidDayLength> {
        let day_minutes = checked_minutes(day_minutes)?;
        Ok(Self { day_minutes, days: BTreeMap::new(), terms: Vec::new(), declared_days: None })
    }

    /// An empty calendar of ordinary days of the default length.
    pub fn with_default_length() -> Self {
        let day_minutes = Self::DEFAULT_DAY_MINUTES;
        Self { day_minutes, days: BTreeMap::new(), terms: Vec::new(), declared_days: None }
    }

    /// Says what happens on a date; what was said before of that date is replaced.
    pub fn set(&mut self, date: NaiveDate, event: CalendarEvent) {
        self.days.insert(date, CalendarDay { event, minutes: None, closed_grades: Vec::new() });
    }

    /// Says what happens on a date whose length differs or that is closed for some grades.
    ///
    /// # Errors
    /// [`InvalidDayLength`] where the day's minutes are not 1 to 1440.
    pub fn set_day(&mut self, date: NaiveDate, day: CalendarDay) -> Result<(), InvalidDayLength> {
        day.minutes.map(checked_minutes).transpose()?;
        self.days.insert(date, day);
        Ok(())
    }

    /// Adds a term.
    pub fn add_term(&mut self, term: Term) {
        self.terms.push(term);
    }

    /// States the number of instructional days that the school declares for the year.
    pub fn declare_days(&mut self, days: u32) {
        self.declared_days = Some(days);
    }

    /// The terms, in the order added.
    pub fn terms(&self) -> &[Term] {
        &self.terms
    }

    /// The number of instructional days the school declares, where it does.
    pub fn declared_days(&self) -> Option<u32> {
        self.declared_days
    }

    /// The declared and the listed number of instructional days where the two contradict each other.
    pub fn contradiction(&self) -> Option<(u32, u32)> {
        let listed = self.instructional_days(None);
        self.declared_days.filter(|declared| *declared != listed).map(|declared| (declared, listed))
    }

    /// The dates and what happens on them, in order.
    pub fn days(&self) -> impl Iterator<Item = (NaiveDate, &CalendarDay)> {
        self.days.iter().map(|(date, day)| (*date, day))
    }

    /// What happens on a date, where the calendar says.
    pub fn day(&self, date: NaiveDate) -> Option<&CalendarDay> {
        self.days.get(&date)
    }

    /// Keeps only the dates that have a property; gives those that went.
    pub(crate) fn retain_dates(&mut self, keep: impl Fn(NaiveDate) -> bool) -> Vec<NaiveDate> {
        let gone: Vec<_> = self.days.keys().copied().filter(|date| !keep(*date)).collect();
        self.days.retain(|date, _| keep(*date));
        gone
    }

    /// Whether a student of this grade is taught on a date; `None` asks for any grade.
    pub fn is_instructional(&self, date: NaiveDate, grade: Option<GradeLevel>) -> bool {
        self.days.get(&date).is_some_and(|day| {
            day.event.is_instructional() && grade.is_none_or(|grade| !day.closed_grades.contains(&grade))
        })
    }

    /// The number of instructional days for a grade, or for any grade.
    pub fn instructional_days(&self, grade: Option<GradeLevel>) -> u32 {
        self.days.keys().filter(|date| self.is_instructional(**date, grade)).count() as u32
    }

    /// The minutes of instruction of an ordinary day.
    pub const fn day_minutes(&self) -> u16 {
        self.day_minutes
    }

    /// The minutes of instruction on a date: the day's own, or the calendar's.
    pub fn minutes(&self, date: NaiveDate) -> u16 {
        self.days.get(&date).and_then(|day| day.minutes).unwrap_or(self.day_minutes)
    }
}
