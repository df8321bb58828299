//! From records and columns to an open register: the one way in which registers are built here.

use super::{RegisterColumns, calendar, enrollments, events};
use crate::{
    OpenRegister, Problem, Records,
    open_register::{SchoolDays, calendar_of, dates, enrollment, roster},
};
use homeroom::{
    AttendanceCode, Calendar, EventRef, Extent, Findings, Intake, Place, RegisterBuilder, SchoolId,
    SchoolYear,
};

/// Builds a register of records and of columns; records of a kind come first.
///
/// # Errors
/// [`Problem`] where no register can be made of them.
pub(crate) fn open(records: &Records, columns: &RegisterColumns<'_>) -> Result<OpenRegister, Problem> {
    let mut builder = RegisterBuilder::new(SchoolYear::ending(records.school_year)?);
    builder.rules(records.rules.unwrap_or_default());
    let mut days = SchoolDays::new();
    let mut found = Findings::new();
    for record in &records.calendars {
        if days.contains_key(&record.school) {
            let message = format!("the calendar of `{}` is given twice", record.school);
            return Err(Problem::request("calendar_twice", message));
        }
        let calendar = calendar_of(record)?;
        add_calendar(&mut builder, &mut days, SchoolId::new(&record.school)?, calendar);
    }
    if let Some(columns) = &columns.calendar {
        for (school, calendar) in calendar::calendars(columns, &mut found)? {
            if days.contains_key(school.as_str()) {
                let message = format!("the calendar of `{school}` is given both as a record and as columns");
                return Err(Problem::column("calendar_twice", "calendar.school", message));
            }
            add_calendar(&mut builder, &mut days, school, calendar);
        }
    }
    for record in &records.enrollments {
        builder.add_enrollment(enrollment(record, &days)?, Place::default());
    }
    let mut refused = Intake::default();
    if let Some(columns) = &columns.enrollments {
        let first_day = |school: &str| days.get(school)?.first().copied();
        refused = enrollments::add(columns, &mut builder, first_day, &mut found)?;
    }
    let mut roll = builder.open()?;
    for event in &records.events {
        let extent = event.extent.clone().unwrap_or(Extent::WholeDay);
        let mut code = AttendanceCode::new(event.status);
        if let Some(category) = event.category {
            code = code.in_category(category);
        }
        if event.date.is_none() && event.dates.is_empty() && event.school_days.is_empty() {
            return Err(Problem::no_day("events"));
        }
        let school_days = dates(&days, &event.school, &event.school_days)?;
        for date in event.date.into_iter().chain(event.dates.iter().copied()).chain(school_days) {
            let (student, school) = (event.student.as_str(), event.school.as_str());
            roll.record(&EventRef { student, school, date, code, extent: &extent }, Place::default())?;
        }
    }
    let mut refused_events = Intake::default();
    if let Some(columns) = &columns.events {
        refused_events = events::record(columns, &mut roll, &mut found)?;
    }
    for taken in &records.attendance_taken {
        if taken.dates.is_empty() && taken.school_days.is_empty() {
            return Err(Problem::no_day("attendance_taken"));
        }
        let school_days = dates(&days, &taken.school, &taken.school_days)?;
        for date in taken.dates.iter().copied().chain(school_days) {
            if !roll.attendance_taken(&taken.school, date) {
                let message =
                    format!("`attendance_taken`: {date} is no instructional day of the school's calendar");
                return Err(Problem::unknown("unknown_school_day", message));
            }
        }
    }
    if let Some(columns) = &columns.attendance_taken {
        calendar::taken(columns, &mut roll)?;
    }
    let (register, mut report) = roll.close()?;
    report.findings.merge(found);
    report.enrollments.merge(refused);
    report.intake.merge(refused_events);
    Ok(OpenRegister::new(register, roster(records)?, Some(report)))
}

fn add_calendar(builder: &mut RegisterBuilder, days: &mut SchoolDays, school: SchoolId, calendar: Calendar) {
    let taught = calendar.days().filter(|(_, day)| day.event.is_instructional());
    days.insert(school.to_string(), taught.map(|(date, _)| date).collect());
    builder.add_calendar(school, calendar);
}
