//! Records of school calendars, their terms, and the days on which attendance was taken.

use super::{
    dates::DateReader,
    field::Field,
    read::Reading,
    row::{Fault, Row},
    table::Table,
};
use crate::{ReadError, assemble::Assembly, closure::calendar_day_rank, rolls::Rolls};
use chrono::NaiveDate;
use homeroom::{
    CalendarDay, CalendarEvent, FindingCode, GradeLevel, MAX_DAY_MINUTES, SchoolId, SchoolYear, Term,
};
use std::collections::BTreeSet;

impl Reading<'_, '_, '_> {
    /// Reads a file of calendars.
    pub(super) fn read_calendar(
        &mut self,
        table: &mut Table<'_>,
        assembly: &mut Assembly,
    ) -> Result<(), ReadError> {
        let (mapping, new) = (self.mapping, self.new_calendar());
        let intake = self.records(table, |row, dates| {
            let school = row.id::<SchoolId>(Field::School)?;
            let date = row.need_date(Field::Date, dates)?;
            let year = year_of(date, Field::Date, mapping.school_year)?;
            let word = row.need(Field::Event)?;
            let known = mapping.calendar_events.get(word).copied().or_else(|| word.parse().ok());
            let day = CalendarDay {
                event: known.unwrap_or(CalendarEvent::NonInstructionalDay),
                minutes: minutes(row)?,
                closed_grades: closed_grades(row)?,
            };
            let calendar = assembly.calendar_mut(year, &school, || new.clone());
            let before = calendar.day(date).cloned();
            if before.as_ref() == Some(&day) {
                return Err(Fault::new(FindingCode::DuplicateRecord, Field::Date));
            }
            if before.as_ref().is_none_or(|before| calendar_day_rank(before) < calendar_day_rank(&day)) {
                let too_long = |_| Fault::new(FindingCode::MinutesOutOfRange, Field::Minutes);
                calendar.set_day(date, day).map_err(too_long)?;
            }
            if before.is_some() {
                let fault = Fault::new(FindingCode::ConflictingRecords, Field::Event);
                return Err(
                    fault.detail("the day that is not instructional, or the more particular one, counts")
                );
            }
            known
                .map(|_| ())
                .ok_or_else(|| Fault::like(FindingCode::UnmappedCalendarEvent, Field::Event, word))
        })?;
        self.report_file(table, intake);
        Ok(())
    }

    /// Reads a file of terms, once the calendars are known.
    pub(super) fn read_terms(
        &mut self,
        table: &mut Table<'_>,
        assembly: &mut Assembly,
    ) -> Result<(), ReadError> {
        let only = self.mapping.school_year;
        let intake = self.records(table, |row, dates| {
            let school = row.id::<SchoolId>(Field::School)?;
            let name = row.need(Field::Name)?.to_owned();
            let (begin, end) = (row.need_date(Field::Begin, dates)?, row.need_date(Field::End, dates)?);
            if end < begin {
                let fault = Fault::new(FindingCode::InvalidDate, Field::End);
                return Err(fault.detail("the term ends before it begins"));
            }
            let year = year_of(begin, Field::Begin, only)?;
            let calendar = assembly.calendar(year, &school).ok_or_else(|| {
                Fault::new(FindingCode::UnknownSchool, Field::School).detail("no calendar in the term's year")
            })?;
            let term = Term { name, begin, end };
            if calendar.terms().contains(&term) {
                return Err(Fault::new(FindingCode::DuplicateRecord, Field::Name));
            }
            calendar.add_term(term);
            Ok(())
        })?;
        self.report_file(table, intake);
        Ok(())
    }

    /// Reads a file of the days on which attendance was taken, before any event is recorded.
    pub(super) fn read_attendance_taken(
        &mut self,
        table: &mut Table<'_>,
        rolls: &mut Rolls,
        schools: &BTreeSet<SchoolId>,
    ) -> Result<(), ReadError> {
        let only = self.mapping.school_year;
        let mut seen: BTreeSet<(SchoolId, NaiveDate)> = BTreeSet::new();
        let intake = self.records(table, |row: &Row<'_>, dates: &mut DateReader| {
            let school = row.id::<SchoolId>(Field::School)?;
            let date = row.need_date(Field::Date, dates)?;
            year_of(date, Field::Date, only)?;
            if !schools.contains(&school) {
                return Err(Fault::new(FindingCode::UnknownSchool, Field::School));
            }
            if !rolls.attendance_taken(school.as_str(), date) {
                return Err(Fault::new(FindingCode::EventOnNonSchoolDay, Field::Date));
            }
            if !seen.insert((school, date)) {
                return Err(Fault::new(FindingCode::DuplicateRecord, Field::Date));
            }
            Ok(())
        })?;
        self.report_file(table, intake);
        Ok(())
    }
}

// The school year of a date, where the mapping lets it be read.
fn year_of(date: NaiveDate, field: Field, only: Option<SchoolYear>) -> Result<SchoolYear, Fault> {
    let year = SchoolYear::of(date).ok().filter(|year| only.is_none_or(|only| only == *year));
    year.ok_or_else(|| Fault::new(FindingCode::DateOutsideYear, field).detail(date.to_string()))
}

fn minutes(row: &Row<'_>) -> Result<Option<u16>, Fault> {
    let minutes = row.count(Field::Minutes, MAX_DAY_MINUTES, FindingCode::MinutesOutOfRange)?;
    match minutes {
        Some(0) => Err(Fault::new(FindingCode::MinutesOutOfRange, Field::Minutes)),
        minutes => Ok(minutes),
    }
}

fn closed_grades(row: &Row<'_>) -> Result<Vec<GradeLevel>, Fault> {
    let read = |grade: &str| {
        GradeLevel::read(grade)
            .ok_or_else(|| Fault::like(FindingCode::InvalidGrade, Field::ClosedGrades, grade))
    };
    let mut grades: Vec<_> = row.list(Field::ClosedGrades)?.map(read).collect::<Result<_, _>>()?;
    grades.sort_unstable();
    grades.dedup();
    Ok(grades)
}
