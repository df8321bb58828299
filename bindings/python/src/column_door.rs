//! The column door: tables of calendar days, enrolments and attendance events become a register.
//!
//! What is wrong with a row is a finding with the table's name and the row, counted from 1; a column that is missing or of
//! another type is an error.

use crate::{
    arrow::{Source, Texts, column_error},
    errors::{error, of_problem},
    register::Register,
};
use chrono::NaiveDate;
use homeroom::{
    AttendanceCategory, AttendanceCode, AttendanceStatus, Calendar, CalendarDay, CalendarEvent, CodeTable,
    Enrollment, EventRef, ExitDay, Extent, Finding, FindingCode, Findings, Fraction, GradeLevel, Intake, Place,
    RegisterBuilder, Roll, RollReport, RollRules, Roster, SchoolId, SchoolYear, StudentId,
};
use homeroom_wire::{OpenRegister, Problem};
use pyo3::prelude::*;
use std::{
    collections::{BTreeMap, HashMap},
    str::FromStr,
    sync::Arc,
};

type Names = HashMap<String, HashMap<String, String>>;

/// How the tables are to be read, as the Python side gives it.
#[derive(serde::Deserialize)]
#[serde(deny_unknown_fields)]
struct Options {
    school_year: Option<u16>,
    #[serde(default)]
    rules: RollRules,
    codes: Option<CodeTable>,
    #[serde(default)]
    columns: Names,
    exit_day: Option<ExitDay>,
    day_minutes: Option<u16>,
}

/// Opens tables of events, enrolments and calendar days.
#[pyfunction]
pub(crate) fn from_arrow(
    py: Python<'_>,
    events: &Bound<'_, PyAny>,
    enrollments: &Bound<'_, PyAny>,
    calendar: &Bound<'_, PyAny>,
    options: &str,
) -> PyResult<Register> {
    let options: Options = serde_json::from_str(options)
        .map_err(|_| error("request", "options", "`rules`, `codes` or `columns` are not as they are described", None))?;
    let events = Source::from_python("events", events)?;
    let enrollments = Source::from_python("enrollments", enrollments)?;
    let calendar = Source::from_python("calendar", calendar)?;
    py.detach(|| open(&events, &enrollments, &calendar, &options))
}

fn open(events: &Source, enrollments: &Source, calendar: &Source, options: &Options) -> PyResult<Register> {
    let mut findings = Findings::new();
    let calendars = Table::new(calendar, options).calendars(options, &mut findings)?;
    let year = match options.school_year {
        Some(year) => SchoolYear::ending(year).map_err(refused)?,
        None => {
            let first = calendars.values().filter_map(|(_, first)| *first).min();
            let none = || error("register", "no_instructional_days", "`calendar` has no instructional day", None);
            SchoolYear::of(first.ok_or_else(none)?).map_err(refused)?
        }
    };
    let mut builder = RegisterBuilder::new(year);
    builder.rules(options.rules);
    let mut rejected = 0_u64;
    Table::new(enrollments, options).enrollments(&calendars, options, &mut builder, &mut findings, &mut rejected)?;
    for (school, (calendar, _)) in calendars {
        builder.add_calendar(school, calendar);
    }
    let mut roll = builder.open().map_err(refused)?;
    let unread = Table::new(events, options).events(options, &mut roll)?;
    let (register, mut report) = roll.close().map_err(refused)?;
    report.findings.merge(findings);
    count(&mut report.enrollments, rejected);
    count(&mut report.intake, unread);
    Ok(OpenRegister::new(register, Roster::default(), report).into())
}

fn refused(problem: impl Into<Problem>) -> PyErr {
    of_problem(&problem.into())
}

// Rows that could not be read were read and rejected.
fn count(intake: &mut Intake, rejected: u64) {
    intake.merge(Intake { read: rejected, rejected, ..Intake::default() });
}

type Calendars = BTreeMap<SchoolId, (Calendar, Option<NaiveDate>)>;

/// A table whose columns are called as the caller says.
struct Table<'s> {
    source: &'s Source,
    names: Option<&'s HashMap<String, String>>,
    file: Arc<str>,
}

impl<'s> Table<'s> {
    fn new(source: &'s Source, options: &'s Options) -> Self {
        Self { source, names: options.columns.get(source.name()), file: source.name().into() }
    }

    fn name(&self, field: &'s str) -> &'s str {
        self.names.and_then(|names| names.get(field)).map_or(field, String::as_str)
    }

    fn place(&self, row: usize) -> Place {
        Place::new(&self.file, u64::try_from(row).unwrap_or(u64::MAX).saturating_add(1))
    }

    fn texts(&self, field: &'s str) -> PyResult<Texts> {
        self.source.column(self.name(field))?.texts()
    }

    fn days(&self, field: &'s str) -> PyResult<Vec<Option<NaiveDate>>> {
        dates(self.source.column(self.name(field))?.days()?, self.source.name(), self.name(field))
    }

    fn texts_if(&self, field: &'s str) -> PyResult<Option<Texts>> {
        self.find(field)?.map(|column| column.texts()).transpose()
    }

    fn days_if(&self, field: &'s str) -> PyResult<Option<Vec<Option<NaiveDate>>>> {
        let days = self.find(field)?.map(|column| column.days()).transpose()?;
        days.map(|days| dates(days, self.source.name(), self.name(field))).transpose()
    }

    /// A column that need not be there; one that the caller named must be.
    fn find(&self, field: &'s str) -> PyResult<Option<crate::arrow::Column<'s>>> {
        let is_named = self.names.is_some_and(|names| names.contains_key(field));
        if is_named { self.source.column(self.name(field)).map(Some) } else { self.source.find(field) }
    }

    /// Terms of a closed list: each text of the column once.
    fn terms<T: FromStr>(&self, field: &'s str) -> PyResult<Option<Coded<T>>> {
        let Some(texts) = self.texts_if(field)? else { return Ok(None) };
        let of_values = texts.values.iter().map(|text| text.trim().parse().ok()).collect();
        Ok(Some(Coded { of_values, codes: texts.codes }))
    }

    /// Exact numbers: texts such as `1/2`, or numbers as they are written in decimals.
    fn fractions(&self, field: &'s str) -> PyResult<Option<Vec<Option<Result<Fraction, ()>>>>> {
        let Some(column) = self.find(field)? else { return Ok(None) };
        let read = |text: &str| text.trim().parse::<Fraction>().map_err(drop);
        if column.is_text() {
            let texts = column.texts()?;
            let of_values: Vec<_> = texts.values.iter().map(|text| read(text)).collect();
            let rows = texts.codes.iter().map(|code| code.and_then(|code| of_values.get(code as usize)).copied());
            return Ok(Some(rows.collect()));
        }
        let numbers = column.numbers()?;
        Ok(Some(numbers.into_iter().map(|number| number.map(|number| read(&number.to_string()))).collect()))
    }

    fn calendars(&self, options: &Options, findings: &mut Findings) -> PyResult<Calendars> {
        let (schools, days) = (self.texts("school")?, self.days("date")?);
        let events = self.terms::<CalendarEvent>("event")?;
        let minutes = self.find("minutes")?.map(|column| column.integers()).transpose()?;
        let day_minutes = options.day_minutes.unwrap_or(Calendar::DEFAULT_DAY_MINUTES);
        let mut calendars = Calendars::new();
        for (row, date) in days.into_iter().enumerate() {
            let mut reject = |code, field| findings.push(Finding::new(code, self.place(row)).field(field));
            let Some(school) = schools.at(row) else {
                reject(FindingCode::MissingValue, "school");
                continue;
            };
            let Some(date) = date else {
                reject(FindingCode::MissingValue, "date");
                continue;
            };
            let Ok(school) = SchoolId::new(school) else {
                reject(FindingCode::InvalidId, "school");
                continue;
            };
            let event = match events.as_ref().map(|events| events.at(row)) {
                None => CalendarEvent::InstructionalDay,
                Some(Some(Some(event))) => *event,
                Some(_) => {
                    reject(FindingCode::UnmappedCalendarEvent, "event");
                    continue;
                }
            };
            let own = minutes.as_ref().and_then(|minutes| minutes.get(row)).copied().flatten();
            let Ok(own) = own.map(u16::try_from).transpose() else {
                reject(FindingCode::MinutesOutOfRange, "minutes");
                continue;
            };
            let new = Calendar::new(day_minutes).map_err(refused)?;
            let (calendar, first) = calendars.entry(school).or_insert((new, None));
            let day = CalendarDay { event, minutes: own, closed_grades: Vec::new() };
            if calendar.set_day(date, day).is_err() {
                reject(FindingCode::MinutesOutOfRange, "minutes");
            } else if event.is_instructional() {
                *first = Some(first.map_or(date, |earlier| earlier.min(date)));
            }
        }
        Ok(calendars)
    }

    fn enrollments(
        &self,
        calendars: &Calendars,
        options: &Options,
        builder: &mut RegisterBuilder,
        findings: &mut Findings,
        rejected: &mut u64,
    ) -> PyResult<()> {
        let (students, schools) = (self.texts("student")?, self.texts("school")?);
        let (entries, exits) = (self.days_if("entry")?, self.days_if("exit")?);
        let (grades, shares) = (self.texts_if("grade")?, self.fractions("share")?);
        let primary = self.find("primary")?.map(|column| column.flags()).transpose()?;
        let exit_day = options.exit_day.unwrap_or(ExitDay::Inclusive);
        for row in 0..self.source.rows() {
            let made = (|| {
                let student = students.at(row).ok_or((FindingCode::MissingValue, "student"))?;
                let school = schools.at(row).ok_or((FindingCode::MissingValue, "school"))?;
                let student = StudentId::new(student).map_err(|_| (FindingCode::InvalidId, "student"))?;
                let school = SchoolId::new(school).map_err(|_| (FindingCode::InvalidId, "school"))?;
                let first = calendars.get(&school).and_then(|(_, first)| *first);
                let entry = at(entries.as_ref(), row).or(first).ok_or((FindingCode::UnknownSchool, "school"))?;
                let mut enrollment = Enrollment::new(student, school, entry);
                if let Some(grade) = grades.as_ref().and_then(|grades| grades.at(row)) {
                    let grade = GradeLevel::read(grade).ok_or((FindingCode::InvalidGrade, "grade"))?;
                    enrollment = enrollment.in_grade(grade);
                }
                if let Some(exit) = at(exits.as_ref(), row) {
                    let reversed = |_| (FindingCode::ExitBeforeEntry, "exit");
                    enrollment = enrollment.exit(exit, exit_day).map_err(reversed)?;
                }
                if let Some(share) = at(shares.as_ref(), row) {
                    let invalid = (FindingCode::InvalidNumber, "share");
                    enrollment = enrollment.share_of(share.map_err(|()| invalid)?).map_err(|_| invalid)?;
                }
                let is_primary = at(primary.as_ref(), row).unwrap_or(true);
                Ok::<_, (FindingCode, &str)>(if is_primary { enrollment } else { enrollment.secondary() })
            })();
            match made {
                Ok(enrollment) => drop(builder.add_enrollment(enrollment, self.place(row))),
                Err((code, field)) => {
                    *rejected = rejected.saturating_add(1);
                    findings.push(Finding::new(code, self.place(row)).field(field));
                }
            }
        }
        Ok(())
    }

    /// Records the events, and says how many could not be read.
    fn events(&self, options: &Options, roll: &mut Roll) -> PyResult<u64> {
        let (students, schools) = (self.texts("student")?, self.texts("school")?);
        let (days, parts) = (self.days("date")?, self.fractions("part")?);
        let meanings = self.meanings(options)?;
        let mut unread = 0_u64;
        for (row, date) in days.into_iter().enumerate() {
            let read = (|| {
                let student = students.at(row).ok_or((FindingCode::MissingValue, "student"))?;
                let school = schools.at(row).ok_or((FindingCode::MissingValue, "school"))?;
                let date = date.ok_or((FindingCode::MissingValue, "date"))?;
                let (code, extent) = meanings.at(row)?;
                let extent = match at(parts.as_ref(), row) {
                    None => extent,
                    Some(Ok(part)) if part <= Fraction::ONE => Extent::Part(part),
                    Some(_) => return Err((FindingCode::PartOutOfRange, "part")),
                };
                Ok((student, school, date, code, extent))
            })();
            match read {
                Ok((student, school, date, code, extent)) => {
                    let event = EventRef { student, school, date, code, extent: &extent };
                    roll.record(&event, self.place(row)).map_err(refused)?;
                }
                Err((code, field)) => {
                    unread = unread.saturating_add(1);
                    roll.findings_mut().push(Finding::new(code, self.place(row)).field(field));
                }
            }
        }
        Ok(unread)
    }

    fn meanings(&self, options: &Options) -> PyResult<Meanings> {
        if let Some(table) = &options.codes {
            let texts = self.texts("code")?;
            let of_values = texts.values.iter().map(|code| table.get(code.trim())).collect();
            return Ok(Meanings::Codes(Coded { of_values, codes: texts.codes }));
        }
        let Some(statuses) = self.terms("status")? else {
            let problem = "is missing, and no `codes` say what a column `code` means";
            return Err(column_error("column_missing", self.source.name(), "status", problem));
        };
        Ok(Meanings::Terms { statuses, categories: self.terms("category")? })
    }
}

/// What each row's code means.
enum Meanings {
    Codes(Coded<(AttendanceCode, Extent)>),
    Terms { statuses: Coded<AttendanceStatus>, categories: Option<Coded<AttendanceCategory>> },
}

impl Meanings {
    fn at(&self, row: usize) -> Result<(AttendanceCode, Extent), (FindingCode, &'static str)> {
        match self {
            Self::Codes(codes) => match codes.at(row) {
                None => Err((FindingCode::MissingValue, "code")),
                Some(None) => Err((FindingCode::UnmappedCode, "code")),
                Some(Some(meaning)) => Ok(meaning.clone()),
            },
            Self::Terms { statuses, categories } => {
                let status = statuses.at(row).ok_or((FindingCode::MissingValue, "status"))?;
                let code = AttendanceCode::new(status.ok_or((FindingCode::UnknownTerm, "status"))?);
                match categories.as_ref().and_then(|categories| categories.at(row)) {
                    None => Ok((code, Extent::WholeDay)),
                    Some(None) => Err((FindingCode::UnknownTerm, "category")),
                    Some(Some(category)) => Ok((code.in_category(*category), Extent::WholeDay)),
                }
            }
        }
    }
}

/// What the texts of a column mean, and which one stands in each row.
struct Coded<T> {
    of_values: Vec<Option<T>>,
    codes: Vec<Option<u32>>,
}

impl<T> Coded<T> {
    /// The meaning in a row: the outer `None` where the row holds nothing, the inner one where it means nothing.
    fn at(&self, row: usize) -> Option<Option<&T>> {
        let code = self.codes.get(row).copied().flatten()?;
        Some(self.of_values.get(code as usize).and_then(Option::as_ref))
    }
}

fn at<T: Copy>(column: Option<&Vec<Option<T>>>, row: usize) -> Option<T> {
    column.and_then(|column| column.get(row)).copied().flatten()
}

fn dates(days: Vec<Option<i32>>, table: &str, column: &str) -> PyResult<Vec<Option<NaiveDate>>> {
    let far = || column_error("date_range", table, column, "holds a date that is too far from today to be one");
    days.into_iter().map(|day| day.map(|day| NaiveDate::from_epoch_days(day).ok_or_else(far)).transpose()).collect()
}
