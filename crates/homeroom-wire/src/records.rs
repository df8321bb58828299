//! Records: calendars, enrolments and attendance events of one school year.

use crate::{MentoringRecords, mentoring_records::hidden_debug};
use chrono::NaiveDate;
use homeroom::{
    AttendanceCategory, AttendanceStatus, CalendarEvent, ExitDay, Extent, Fraction, GradeLevel, RollRules,
};
use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;

/// Everything of which one register is built.
#[derive(Clone, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Records {
    /// The school year by the calendar year in which it ends.
    pub school_year: u16,
    /// The rules by which the roll is read.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub rules: Option<RollRules>,
    /// The calendars, one a school.
    pub calendars: Vec<CalendarRecord>,
    /// The enrolments.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub enrollments: Vec<EnrollmentRecord>,
    /// The attendance events, in the order in which they are read.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub events: Vec<EventRecord>,
    /// The days on which a school took attendance.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub attendance_taken: Vec<AttendanceTaken>,
    /// The district of each school.
    #[serde(default, skip_serializing_if = "BTreeMap::is_empty")]
    pub districts: BTreeMap<String, String>,
    /// The network of each district.
    #[serde(default, skip_serializing_if = "BTreeMap::is_empty")]
    pub networks: BTreeMap<String, String>,
    /// Each student's subgroup attributes.
    #[serde(default, skip_serializing_if = "BTreeMap::is_empty")]
    pub attributes: BTreeMap<String, BTreeMap<String, String>>,
    /// What was recorded of a mentoring program.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub mentoring: Option<MentoringRecords>,
}

/// A school's calendar.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct CalendarRecord {
    /// The school.
    pub school: String,
    /// The minutes of an ordinary day, 360 where nothing is said.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub day_minutes: Option<u16>,
    /// Runs of instructional days.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub weekdays: Vec<Weekdays>,
    /// Single dates; they replace what the runs say of the same date.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub days: Vec<DayRecord>,
    /// The number of instructional days that the school declares.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub declared_days: Option<u32>,
}

/// A run of instructional days: `count` dates from `first` on, Saturdays and Sundays left out.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Weekdays {
    /// The first date, itself a weekday.
    pub first: NaiveDate,
    /// How many days.
    pub count: u32,
}

/// What happens on a date.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct DayRecord {
    /// The date.
    pub date: NaiveDate,
    /// What happens.
    pub event: CalendarEvent,
    /// The day's own length in minutes.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub minutes: Option<u16>,
    /// Grades that stay home.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub closed_grades: Vec<GradeLevel>,
}

/// An enrolment: by dates (`entry`, and `exit` with its meaning), or by `school_days`, the first and last of
/// the school's instructional days counted from 1. With none of them it is open from the school's first day.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct EnrollmentRecord {
    /// The student.
    pub student: String,
    /// The school.
    pub school: String,
    /// The grade level.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub grade: Option<GradeLevel>,
    /// The first date.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub entry: Option<NaiveDate>,
    /// The exit date.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub exit: Option<NaiveDate>,
    /// How the exit date is meant, inclusive where nothing is said.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub exit_day: Option<ExitDay>,
    /// The first and the last school day.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub school_days: Option<[u32; 2]>,
    /// The share of full-time membership, 1 where nothing is said.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub share: Option<Fraction>,
    /// Whether this is the student's primary school; it is where nothing is said.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub primary: Option<bool>,
}

/// Attendance events that differ only in their date: on `date` or on `dates`, then on `school_days`, each a first and last
/// of the school's instructional days counted from 1.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct EventRecord {
    /// The student.
    pub student: String,
    /// The school.
    pub school: String,
    /// The date.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub date: Option<NaiveDate>,
    /// The dates, where there are several.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub dates: Vec<NaiveDate>,
    /// The school days.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub school_days: Vec<[u32; 2]>,
    /// The status.
    pub status: AttendanceStatus,
    /// The category.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub category: Option<AttendanceCategory>,
    /// How much of the day, the whole of it where nothing is said.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub extent: Option<Extent>,
}

/// A school took attendance on some of its days.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct AttendanceTaken {
    /// The school.
    pub school: String,
    /// The dates.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub dates: Vec<NaiveDate>,
    /// The days, each a first and last of the school's instructional days counted from 1.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub school_days: Vec<[u32; 2]>,
}

hidden_debug!(Records);
