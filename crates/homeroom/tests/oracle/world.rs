//! A world of records as plain lists, and the library's register of it.
// Several test programs share this file, and none uses all of it.
#![allow(dead_code)]

use chrono::{Days, NaiveDate};
use homeroom::{
    AttendanceCode, Calendar, CalendarDay, CalendarEvent, Enrollment, EventRef, ExitDay, Extent, Fraction,
    GradeLevel, Place, Register, RegisterBuilder, RegisterError, RollReport, RollRules, SchoolId, SchoolYear,
    StudentId,
};
use std::{collections::BTreeMap, fmt};

/// The Monday on which every world begins.
pub fn first_monday() -> NaiveDate {
    NaiveDate::from_ymd_opt(2021, 8, 30).unwrap()
}

pub fn date_at(offset: i64) -> NaiveDate {
    let days = Days::new(offset.unsigned_abs());
    if offset < 0 { first_monday() - days } else { first_monday() + days }
}

pub fn year() -> SchoolYear {
    SchoolYear::ending(2022).unwrap()
}

/// A date of a school: what happens, its own length, the grades that stay home.
#[derive(Clone, PartialEq)]
pub struct Day {
    pub event: CalendarEvent,
    pub minutes: Option<u16>,
    pub closed: Vec<GradeLevel>,
}

#[derive(Clone)]
pub struct School {
    pub id: String,
    pub day_minutes: u16,
    pub days: BTreeMap<NaiveDate, Day>,
}

impl School {
    pub fn teaches(&self, date: NaiveDate, grade: Option<GradeLevel>) -> bool {
        let taught = |day: &Day| {
            [CalendarEvent::InstructionalDay, CalendarEvent::MakeUpDay, CalendarEvent::EarlyRelease]
                .contains(&day.event)
                && grade.is_none_or(|grade| !day.closed.contains(&grade))
        };
        self.days.get(&date).is_some_and(taught)
    }

    pub fn minutes(&self, date: NaiveDate) -> u16 {
        self.days.get(&date).and_then(|day| day.minutes).unwrap_or(self.day_minutes)
    }

    pub fn calendar(&self) -> Calendar {
        let mut calendar = Calendar::new(self.day_minutes).unwrap();
        for (date, day) in &self.days {
            let Day { event, minutes, closed } = day.clone();
            calendar.set_day(*date, CalendarDay { event, minutes, closed_grades: closed }).unwrap();
        }
        calendar
    }
}

#[derive(Clone)]
pub struct Stay {
    pub student: String,
    pub school: String,
    pub grade: Option<GradeLevel>,
    pub entry: NaiveDate,
    pub last: Option<NaiveDate>,
    pub share: Fraction,
    pub primary: bool,
}

impl Stay {
    pub fn enrollment(&self) -> Enrollment {
        let (student, school) =
            (StudentId::new(&self.student).unwrap(), SchoolId::new(&self.school).unwrap());
        let mut stay = Enrollment::new(student, school, self.entry).share_of(self.share).unwrap();
        if let Some(grade) = self.grade {
            stay = stay.in_grade(grade);
        }
        if let Some(last) = self.last {
            stay = stay.exit(last, ExitDay::Inclusive).unwrap();
        }
        if self.primary { stay } else { stay.secondary() }
    }
}

#[derive(Clone, PartialEq)]
pub struct Event {
    pub student: String,
    pub school: String,
    pub date: NaiveDate,
    pub code: AttendanceCode,
    pub extent: Extent,
}

#[derive(Clone, Debug)]
pub struct World {
    pub rules: RollRules,
    pub schools: Vec<School>,
    pub stays: Vec<Stay>,
    pub events: Vec<Event>,
    /// Schools that state that attendance was taken, and when.
    pub taken: Vec<(String, NaiveDate)>,
}

impl World {
    pub fn school(&self, id: &str) -> &School {
        self.schools.iter().find(|school| school.id == id).unwrap()
    }

    /// The library's register of this world.
    pub fn register(&self) -> Result<(Register, RollReport), RegisterError> {
        let mut builder = RegisterBuilder::new(year());
        builder.rules(self.rules);
        for school in &self.schools {
            builder.add_calendar(SchoolId::new(&school.id).unwrap(), school.calendar());
        }
        for stay in &self.stays {
            builder.add_enrollment(stay.enrollment(), Place::default());
        }
        let mut roll = builder.open()?;
        for event in &self.events {
            let Event { student, school, date, code, extent } = event;
            let event = EventRef { student, school, date: *date, code: *code, extent };
            roll.record(&event, Place::default())?;
        }
        for (school, date) in &self.taken {
            roll.attendance_taken(school, *date);
        }
        roll.close()
    }
}

// A failing world is read by people: one line a record.
impl fmt::Debug for School {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{} ({} minutes):", self.id, self.day_minutes)?;
        for (date, Day { event, minutes, closed }) in &self.days {
            let ordinary =
                *event == CalendarEvent::InstructionalDay && minutes.is_none() && closed.is_empty();
            write!(f, " {}", date.format("%m-%d"))?;
            if !ordinary {
                write!(f, "={event} {minutes:?} {closed:?}")?;
            }
        }
        Ok(())
    }
}

impl fmt::Debug for Stay {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let Self { student, school, grade, entry, last, share, primary } = self;
        write!(f, "{student} at {school}, {grade:?}, {entry} to {last:?}, share {share}, primary {primary}")
    }
}

impl fmt::Debug for Event {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let Self { student, school, date, code, extent } = self;
        write!(f, "{student} at {school} on {date}: {} {:?} {extent:?}", code.status(), code.category())
    }
}
