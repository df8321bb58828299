//! Small worlds written by hand: a school, a stay, an event, a policy.
// Several test programs share this file, and none uses all of it.
#![allow(dead_code)]

#[path = "../oracle/world.rs"]
pub mod world;

use chrono::{Datelike, NaiveDate};
use homeroom::{
    AttendanceCode, AttendanceStatus, CalendarEvent, Extent, Fraction, Policy, Register, RollRules,
};
use std::collections::BTreeMap;
use world::{Day, Event, School, Stay, World, first_monday};

/// The school day of a number, from 0: Mondays to Fridays.
pub fn nth(day: usize) -> NaiveDate {
    let weekdays = first_monday().iter_days().filter(|date| date.weekday().number_from_monday() < 6);
    weekdays.into_iter().nth(day).unwrap()
}

/// A school that teaches on the first so many school days.
pub fn school(id: &str, days: usize) -> School {
    let ordinary = Day { event: CalendarEvent::InstructionalDay, minutes: None, closed: Vec::new() };
    let days: BTreeMap<_, _> = (0..days).map(|day| (nth(day), ordinary.clone())).collect();
    School { id: id.into(), day_minutes: 360, days }
}

/// A full-time stay from one school day to another, both included.
pub fn stay(student: &str, school: &str, from: usize, to: Option<usize>) -> Stay {
    let (grade, share, primary) = (None, Fraction::ONE, true);
    let (entry, last) = (nth(from), to.map(nth));
    Stay { student: student.into(), school: school.into(), grade, entry, last, share, primary }
}

pub const fn code(status: AttendanceStatus) -> AttendanceCode {
    AttendanceCode::new(status)
}

pub fn event(student: &str, school: &str, day: usize, status: AttendanceStatus) -> Event {
    part(student, school, day, status, Extent::WholeDay)
}

pub fn part(student: &str, school: &str, day: usize, status: AttendanceStatus, extent: Extent) -> Event {
    Event { student: student.into(), school: school.into(), date: nth(day), code: code(status), extent }
}

/// Whole days of unexcused absence.
pub fn absences(student: &str, school: &str, days: impl IntoIterator<Item = usize>) -> Vec<Event> {
    days.into_iter().map(|day| event(student, school, day, AttendanceStatus::UnexcusedAbsence)).collect()
}

pub fn world(schools: Vec<School>, stays: Vec<Stay>, events: Vec<Event>) -> World {
    World { rules: RollRules::default(), schools, stays, events, taken: Vec::new() }
}

pub fn register(schools: Vec<School>, stays: Vec<Stay>, events: Vec<Event>) -> Register {
    world(schools, stays, events).register().unwrap().0
}

/// A policy of 10 % or more of the days, with clauses of its own as TOML.
pub fn policy(clauses: &str) -> Policy {
    let chronic = r#"chronic = { comparator = "at_least", share = "10%" }"#;
    let chronic = if clauses.contains("chronic") { "" } else { chronic };
    let source = "source = { citation = \"none\", verified = false }";
    let text = format!("id = \"p\"\nversion = \"1\"\ntitle = \"P\"\n{source}\n{chronic}\n{clauses}");
    Policy::from_toml(&text).unwrap()
}
