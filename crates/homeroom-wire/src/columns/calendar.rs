//! Calendars and days on which attendance was taken, of columns.

use super::{
    CalendarColumns, TakenColumns,
    input::{Fault, check_length, need, need_date, optional},
};
use crate::Problem;
use homeroom::{
    Calendar, CalendarDay, CalendarEvent, Finding, FindingCode, Findings, GradeLevel, MAX_DAY_MINUTES, Roll,
    SchoolId, shape,
};
use homeroom_exchange::calendar_day_rank;
use std::{collections::BTreeMap, sync::Arc};

/// The calendars of columns, one a school. Which of two rows of one school and date counts is decided as in files.
pub(super) fn calendars(
    columns: &CalendarColumns<'_>,
    findings: &mut Findings,
) -> Result<BTreeMap<SchoolId, Calendar>, Problem> {
    let rows = columns.school.codes.len();
    columns.school.check("calendar.school", rows)?;
    check_length("calendar.date", columns.date.len(), rows)?;
    if let Some(event) = &columns.event {
        event.check("calendar.event", rows)?;
    }
    if let Some(grades) = &columns.closed_grades {
        grades.check("calendar.closed_grades", rows)?;
    }
    if let Some(minutes) = columns.minutes {
        check_length("calendar.minutes", minutes.len(), rows)?;
    }
    let file: Arc<str> = "calendar".into();
    let mut calendars: BTreeMap<SchoolId, Calendar> = BTreeMap::new();
    for row in 0..rows {
        if let Err(fault) = add_day(columns, row, &mut calendars) {
            findings.push(about(fault.at(Some(&file), row), columns.school.get(row)));
        }
    }
    Ok(calendars)
}

fn add_day(
    columns: &CalendarColumns<'_>,
    row: usize,
    calendars: &mut BTreeMap<SchoolId, Calendar>,
) -> Result<(), Fault> {
    let school = school(need(&columns.school, row, "school")?)?;
    let date = need_date(columns.date, row, "date")?;
    let word = optional(columns.event.as_ref(), row).unwrap_or(CalendarEvent::InstructionalDay.as_str());
    let event = word.trim().parse().ok();
    let minutes = columns.minutes.and_then(|minutes| minutes[row]);
    let too_long = || Fault::new(FindingCode::MinutesOutOfRange, "minutes");
    let minutes = minutes.map(|minutes| u16::try_from(minutes).map_err(|_| too_long())).transpose()?;
    if minutes.is_some_and(|minutes| !(1..=MAX_DAY_MINUTES).contains(&minutes)) {
        return Err(too_long());
    }
    let day = CalendarDay {
        event: event.unwrap_or(CalendarEvent::NonInstructionalDay),
        minutes,
        closed_grades: closed_grades(columns, row)?,
    };
    let calendar = calendars.entry(school).or_insert_with(Calendar::with_default_length);
    let before = calendar.day(date).cloned();
    if before.as_ref() == Some(&day) {
        return Err(Fault::new(FindingCode::DuplicateRecord, "date"));
    }
    if before.as_ref().is_none_or(|before| calendar_day_rank(before) < calendar_day_rank(&day)) {
        calendar.set_day(date, day).map_err(|_| too_long())?;
    }
    if before.is_some() {
        let rule = "the day that is not instructional, or the more particular one, counts";
        return Err(Fault::new(FindingCode::ConflictingRecords, "event").detail(rule));
    }
    match event {
        Some(_) => Ok(()),
        None => Err(Fault::new(FindingCode::UnmappedCalendarEvent, "event").detail(shape(word))),
    }
}

fn closed_grades(columns: &CalendarColumns<'_>, row: usize) -> Result<Vec<GradeLevel>, Fault> {
    let grades = optional(columns.closed_grades.as_ref(), row).unwrap_or_default().split(';').map(str::trim);
    let grades = grades.filter(|grade| !grade.is_empty()).map(|grade| {
        GradeLevel::read(grade).ok_or_else(|| Fault::new(FindingCode::InvalidGrade, "closed_grades"))
    });
    let mut grades = grades.collect::<Result<Vec<_>, _>>()?;
    grades.sort_unstable();
    grades.dedup();
    Ok(grades)
}

/// Applies the days on which attendance was taken.
pub(super) fn taken(columns: &TakenColumns<'_>, roll: &mut Roll) -> Result<(), Problem> {
    let rows = columns.school.codes.len();
    columns.school.check("attendance_taken.school", rows)?;
    check_length("attendance_taken.date", columns.date.len(), rows)?;
    let file: Arc<str> = "attendance_taken".into();
    for row in 0..rows {
        let applied = need(&columns.school, row, "school").and_then(|school| {
            let date = need_date(columns.date, row, "date")?;
            let no_day = || Fault::new(FindingCode::EventOnNonSchoolDay, "date").detail(date.to_string());
            if roll.attendance_taken(school, date) { Ok(()) } else { Err(no_day()) }
        });
        if let Err(fault) = applied {
            let finding = about(fault.at(Some(&file), row), columns.school.get(row));
            roll.findings_mut().push(finding);
        }
    }
    Ok(())
}

pub(super) fn school(text: &str) -> Result<SchoolId, Fault> {
    SchoolId::new(text)
        .map_err(|error| Fault::new(FindingCode::InvalidId, "school").detail(error.to_string()))
}

fn about(finding: Finding, school: Option<&str>) -> Finding {
    match school {
        Some(school) => finding.school(school),
        None => finding,
    }
}
