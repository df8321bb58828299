//! The CSV form says everything: read by a plain reader, it makes the registers that were simulated.

#![allow(clippy::unwrap_used)]

use chrono::NaiveDate;
use homeroom::{
    AttendanceCategory as Category, AttendanceCode, AttendanceStatus as Status, Calendar, CalendarDay,
    CodeTable, Enrollment, EventRef, ExitDay, Extent, Fraction, GradeLevel, Place, Register, RegisterBuilder,
    SchoolId, SchoolYear, StudentId, Term,
};
use homeroom_simulate::{Settings, simulate};
use std::{
    collections::BTreeMap,
    path::{Path, PathBuf},
};

fn rows(folder: &Path, file: &str) -> Vec<csv::StringRecord> {
    let mut reader = csv::Reader::from_path(folder.join(file)).unwrap();
    reader.records().map(Result::unwrap).collect()
}

fn date(text: &str) -> NaiveDate {
    text.parse().unwrap()
}

fn table() -> CodeTable {
    let mut table = CodeTable::new();
    let plain = AttendanceCode::new;
    let in_school = plain(Status::Present).in_category(Category::DisciplinaryWithInstruction);
    let out = plain(Status::ExcusedAbsence).in_category(Category::DisciplinaryWithoutInstruction);
    for (code, meaning, extent) in [
        ("AE", plain(Status::ExcusedAbsence), None),
        ("AU", plain(Status::UnexcusedAbsence), None),
        ("T", plain(Status::Tardy), None),
        ("ED", plain(Status::EarlyDeparture), None),
        ("HD", plain(Status::ExcusedAbsence), Some(Fraction::HALF)),
        ("ISS", in_school, None),
        ("OSS", out, None),
        ("R", plain(Status::Present).in_category(Category::RemoteLearning), None),
        ("NR", plain(Status::NotRecorded), None),
    ] {
        table.insert(code, meaning, extent).unwrap();
    }
    table
}

fn calendars(folder: &Path, year: SchoolYear) -> BTreeMap<String, Calendar> {
    let mut calendars: BTreeMap<String, Calendar> = BTreeMap::new();
    for row in rows(folder, "calendars.csv").iter().filter(|row| year.contains(date(&row[1]))) {
        let calendar = calendars.entry(row[0].into()).or_insert_with(Calendar::with_default_length);
        let closed = row[4].split(';').filter(|grade| !grade.is_empty());
        let closed_grades = closed.map(|grade| GradeLevel::read(grade).unwrap()).collect();
        let minutes = (!row[3].is_empty()).then(|| row[3].parse().unwrap());
        let day = CalendarDay { event: row[2].parse().unwrap(), minutes, closed_grades };
        calendar.set_day(date(&row[1]), day).unwrap();
    }
    for row in rows(folder, "terms.csv").iter().filter(|row| year.contains(date(&row[2]))) {
        let term = Term { name: row[1].into(), begin: date(&row[2]), end: date(&row[3]) };
        calendars.get_mut(&row[0]).unwrap().add_term(term);
    }
    calendars
}

fn register(folder: &Path, year: SchoolYear) -> Register {
    let mut builder = RegisterBuilder::new(year);
    for (school, calendar) in calendars(folder, year) {
        builder.add_calendar(SchoolId::new(school).unwrap(), calendar);
    }
    for row in rows(folder, "enrollments.csv").iter().filter(|row| year.contains(date(&row[3]))) {
        let (student, school) = (StudentId::new(&row[0]).unwrap(), SchoolId::new(&row[1]).unwrap());
        let spell =
            Enrollment::new(student, school, date(&row[3])).in_grade(GradeLevel::read(&row[2]).unwrap());
        let spell = spell.exit(date(&row[4]), ExitDay::Inclusive).unwrap();
        let spell = spell.share_of(row[5].parse().unwrap()).unwrap();
        let spell = if &row[6] == "no" { spell.secondary() } else { spell };
        builder.add_enrollment(spell, Place::default());
    }
    let (mut roll, table) = (builder.open().unwrap(), table());
    for row in rows(folder, "attendance.csv").iter().filter(|row| year.contains(date(&row[2]))) {
        let (code, extent) = table.get(&row[3]).unwrap();
        let extent = if row[4].is_empty() { extent } else { Extent::Part(row[4].parse().unwrap()) };
        let event =
            EventRef { student: &row[0], school: &row[1], date: date(&row[2]), code, extent: &extent };
        roll.record(&event, Place::default()).unwrap();
    }
    roll.close().unwrap().0
}

#[test]
fn what_is_written_makes_the_registers_that_were_simulated() {
    let simulation = simulate(&Settings::default());
    let folder = PathBuf::from(env!("CARGO_TARGET_TMPDIR")).join("csv-form");
    simulation.write(&folder).unwrap();
    for (year, simulated) in simulation.registers().unwrap() {
        assert_eq!(register(&folder, year), simulated, "{year}");
    }
}
