//! The column door: Arrow tables become a register, and answers become Arrow tables.

use crate::{
    arrow::{Columns, Source, Texts, column_error},
    errors::of_problem,
    register::Register,
};
use homeroom::{CodeTable, document};
use homeroom_wire::{
    OpenRegister, Problem, Records,
    columns::{
        CalendarColumns, EnrollmentColumns, EventColumns, EventMeaning, NO_DATE, RegisterColumns, Table,
        TakenColumns,
    },
};
use pyo3::prelude::*;
use std::collections::HashMap;

type Names = HashMap<String, HashMap<String, String>>;

/// What is not a table: records of the contract, what codes mean, and how columns are called.
#[derive(serde::Deserialize)]
#[serde(deny_unknown_fields)]
struct Options {
    records: Records,
    codes: Option<CodeTable>,
    columns: Names,
}

impl Options {
    /// Refuses names of columns that would not be read: an event has a status, or a code that `codes` says the meaning of.
    fn check(&self) -> PyResult<()> {
        let (unread, why): (&[&str], _) = match &self.codes {
            Some(_) => (&["status", "category"], "is not read where `codes` says what codes mean"),
            None => (&["code"], "is read only where `codes` says what its codes mean"),
        };
        let named = self.columns.get("events");
        match unread.iter().find(|field| named.is_some_and(|named| named.contains_key(**field))) {
            Some(field) => Err(column_error("column_unused", "events", field, why)),
            None => Ok(()),
        }
    }
}

/// Opens tables of events, enrolments, calendar days and days on which attendance was taken.
#[pyfunction]
pub(crate) fn from_arrow(
    py: Python<'_>,
    options: &str,
    events: &Bound<'_, PyAny>,
    enrollments: &Bound<'_, PyAny>,
    calendar: &Bound<'_, PyAny>,
    attendance_taken: Option<&Bound<'_, PyAny>>,
) -> PyResult<Register> {
    let refused = |fault: document::Fault| of_problem(&Problem::json(&fault));
    let options: Options = document::from_json(options).map_err(refused)?;
    options.check()?;
    let source = |name: &str, table: &Bound<'_, PyAny>| Source::from_python(name, table);
    let (mut events, mut enrollments) = (source("events", events)?, source("enrollments", enrollments)?);
    Named::write_out(&mut events, &options, "part")?;
    Named::write_out(&mut enrollments, &options, "share")?;
    Named::write_out(&mut enrollments, &options, "grade")?;
    let calendar = source("calendar", calendar)?;
    let taken = attendance_taken.map(|table| source("attendance_taken", table)).transpose()?;
    py.detach(|| open(&options, &events, &enrollments, &calendar, taken.as_ref()))
}

fn open(
    options: &Options,
    events: &Source,
    enrollments: &Source,
    calendar: &Source,
    taken: Option<&Source>,
) -> PyResult<Register> {
    let events = Events::read(&Named::new(events, options), options.codes.is_some())?;
    let enrollments = Enrollments::read(&Named::new(enrollments, options))?;
    let calendar = CalendarDays::read(&Named::new(calendar, options))?;
    let taken = taken.map(|taken| Days::read(&Named::new(taken, options))).transpose()?;
    let given = RegisterColumns {
        events: Some(events.columns(options.codes.as_ref())),
        enrollments: Some(enrollments.columns()),
        calendar: Some(calendar.columns()),
        attendance_taken: taken.as_ref().map(Days::columns),
    };
    let opened = OpenRegister::from_columns(&options.records, &given);
    opened.map(Register::from).map_err(|problem| of_problem(&problem))
}

/// A table whose columns are called as the caller says.
struct Named<'s> {
    source: &'s Source,
    names: Option<&'s HashMap<String, String>>,
}

impl<'s> Named<'s> {
    fn new(source: &'s Source, options: &'s Options) -> Self {
        Self { source, names: options.columns.get(source.name()) }
    }

    fn write_out(source: &mut Source, options: &Options, field: &str) -> PyResult<()> {
        let names = options.columns.get(source.name());
        source.write_out(names.and_then(|names| names.get(field)).map_or(field, String::as_str))
    }

    fn name(&self, field: &'s str) -> &'s str {
        self.names.and_then(|names| names.get(field)).map_or(field, String::as_str)
    }

    fn texts(&self, field: &'s str) -> PyResult<Texts<'s>> {
        self.source.column(self.name(field))?.texts()
    }

    fn days(&self, field: &'s str) -> PyResult<Vec<i32>> {
        self.source.column(self.name(field))?.days(NO_DATE)
    }

    /// A column that need not be there; one that the caller named must be.
    fn find(&self, field: &'s str) -> PyResult<Option<crate::arrow::Column<'s>>> {
        let is_named = self.names.is_some_and(|names| names.contains_key(field));
        if is_named { self.source.column(self.name(field)).map(Some) } else { self.source.find(field) }
    }

    fn texts_if(&self, field: &'s str) -> PyResult<Option<Texts<'s>>> {
        self.find(field)?.map(|column| column.texts()).transpose()
    }

    fn days_if(&self, field: &'s str) -> PyResult<Option<Vec<i32>>> {
        self.find(field)?.map(|column| column.days(NO_DATE)).transpose()
    }
}

struct Events<'s> {
    student: Texts<'s>,
    school: Texts<'s>,
    date: Vec<i32>,
    // The codes where a table says what they mean, else the statuses.
    what: Texts<'s>,
    category: Option<Texts<'s>>,
    part: Option<Texts<'s>>,
}

impl<'s> Events<'s> {
    fn read(of: &Named<'s>, has_codes: bool) -> PyResult<Self> {
        let status = if has_codes { "code" } else { "status" };
        let Some(what) = of.texts_if(status)? else {
            let name = of.name(status);
            let problem = if has_codes {
                "is missing; `codes` says what its codes mean"
            } else {
                "is missing; give `codes` where a column `code` holds a system's own codes"
            };
            return Err(column_error("column_missing", "events", name, problem));
        };
        Ok(Self {
            student: of.texts("student")?,
            school: of.texts("school")?,
            date: of.days("date")?,
            what,
            category: if has_codes { None } else { of.texts_if("category")? },
            part: of.texts_if("part")?,
        })
    }

    fn columns<'a>(&'a self, codes: Option<&'a CodeTable>) -> EventColumns<'a> {
        let meaning = match codes {
            Some(table) => EventMeaning::Codes { code: self.what.column(), table },
            None => EventMeaning::Terms {
                status: self.what.column(),
                category: self.category.as_ref().map(Texts::column),
            },
        };
        EventColumns {
            student: self.student.column(),
            school: self.school.column(),
            date: &self.date,
            meaning,
            part: self.part.as_ref().map(Texts::column),
        }
    }
}

struct Enrollments<'s> {
    student: Texts<'s>,
    school: Texts<'s>,
    entry: Option<Vec<i32>>,
    exit: Option<Vec<i32>>,
    exit_day: Option<Texts<'s>>,
    grade: Option<Texts<'s>>,
    share: Option<Texts<'s>>,
    primary: Option<Vec<Option<bool>>>,
}

impl<'s> Enrollments<'s> {
    fn read(of: &Named<'s>) -> PyResult<Self> {
        Ok(Self {
            student: of.texts("student")?,
            school: of.texts("school")?,
            entry: of.days_if("entry")?,
            exit: of.days_if("exit")?,
            exit_day: of.texts_if("exit_day")?,
            grade: of.texts_if("grade")?,
            share: of.texts_if("share")?,
            primary: of.find("primary")?.map(|column| column.flags()).transpose()?,
        })
    }

    fn columns(&self) -> EnrollmentColumns<'_> {
        EnrollmentColumns {
            student: self.student.column(),
            school: self.school.column(),
            entry: self.entry.as_deref(),
            exit: self.exit.as_deref(),
            exit_day: self.exit_day.as_ref().map(Texts::column),
            grade: self.grade.as_ref().map(Texts::column),
            share: self.share.as_ref().map(Texts::column),
            primary: self.primary.as_deref(),
        }
    }
}

struct CalendarDays<'s> {
    days: Days<'s>,
    event: Option<Texts<'s>>,
    minutes: Option<Vec<Option<u32>>>,
    closed_grades: Option<Texts<'s>>,
}

impl<'s> CalendarDays<'s> {
    fn read(of: &Named<'s>) -> PyResult<Self> {
        let minutes = of.find("minutes")?.map(|column| column.integers()).transpose()?;
        // What no day can have stays what no day can have: it becomes a finding.
        let counted = |minutes: i64| u32::try_from(minutes).unwrap_or(u32::MAX);
        Ok(Self {
            days: Days::read(of)?,
            event: of.texts_if("event")?,
            minutes: minutes.map(|rows| rows.into_iter().map(|minutes| minutes.map(counted)).collect()),
            closed_grades: of.texts_if("closed_grades")?,
        })
    }

    fn columns(&self) -> CalendarColumns<'_> {
        CalendarColumns {
            school: self.days.school.column(),
            date: &self.days.date,
            event: self.event.as_ref().map(Texts::column),
            minutes: self.minutes.as_deref(),
            closed_grades: self.closed_grades.as_ref().map(Texts::column),
        }
    }
}

struct Days<'s> {
    school: Texts<'s>,
    date: Vec<i32>,
}

impl<'s> Days<'s> {
    fn read(of: &Named<'s>) -> PyResult<Self> {
        Ok(Self { school: of.texts("school")?, date: of.days("date")? })
    }

    fn columns(&self) -> TakenColumns<'_> {
        TakenColumns { school: self.school.column(), date: &self.date }
    }
}

/// An answer's table as Arrow.
pub(crate) fn columns(table: Result<Table, Problem>) -> PyResult<Columns> {
    Columns::of_table(table.map_err(|problem| of_problem(&problem))?)
}
