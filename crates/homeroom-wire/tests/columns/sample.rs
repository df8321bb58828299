//! The sample through columns, and what a reader read of it.

use crate::{
    flat::{cell, same},
    own::{Texts, days},
    worlds::ask_both,
};
use homeroom::CodeTable;
use homeroom_exchange::{Mapping, ReadError};
use homeroom_wire::{
    Files, OpenDataset, OpenRegister, ProblemKind, ReadOptions, Records, Request,
    columns::{CalendarColumns, EnrollmentColumns, EventColumns, EventMeaning, NO_DATE, RegisterColumns},
};
use serde_json::{Value, json};
use std::{fs, ops::ControlFlow, path::PathBuf};

fn folder() -> PathBuf {
    PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("../../examples/data")
}

fn sample() -> OpenDataset {
    OpenDataset::read_delimited(folder(), None, &mut ReadOptions::default()).unwrap()
}

// The cells of a file, row by row, without those of other school years; a date's year ends in July.
struct Rows(Vec<Vec<String>>);

impl Rows {
    fn of(file: &str, keep: impl Fn(&[String]) -> bool) -> Self {
        let text = fs::read_to_string(folder().join(file)).unwrap();
        let rows = text.lines().skip(1).map(|line| line.split(',').map(str::to_owned).collect::<Vec<_>>());
        Self(rows.filter(|row| keep(row)).collect())
    }

    fn texts(&self, column: usize) -> Texts {
        Texts::of(self.0.iter().map(|row| Some(row[column].as_str()).filter(|text| !text.is_empty())))
    }

    fn days(&self, column: usize) -> Vec<i32> {
        self.0.iter().map(|row| if row[column].is_empty() { NO_DATE } else { days(&row[column]) }).collect()
    }
}

#[test]
fn the_reader_and_the_columns_make_one_register() {
    // Terms are no columns.
    let files = fs::read_dir(folder()).unwrap().map(|entry| entry.unwrap().path());
    let files = files.filter(|path| path.file_name().unwrap() != "terms.csv");
    let files =
        files.map(|path| (path.file_name().unwrap().to_str().unwrap().to_owned(), fs::read(&path).unwrap()));
    let files = Files::in_memory(files);
    let dataset = OpenDataset::read_delimited(&files, None, &mut ReadOptions::default()).unwrap();
    for (year, read) in dataset.registers() {
        let (first, last) = (year.first_date().to_string(), year.last_date().to_string());
        let within = |date: &String| *date >= first && *date <= last;
        let calendar = Rows::of("calendars.csv", |row| within(&row[1]));
        let enrollments =
            Rows::of("enrollments.csv", |row| row[3] <= last && (row[4].is_empty() || row[4] >= first));
        let events = Rows::of("attendance.csv", |row| within(&row[2]));
        let mut table = CodeTable::new();
        for (code, meaning) in &Mapping::standard().codes {
            table.insert(code, meaning.code(), meaning.extent).unwrap();
        }
        let texts = [
            calendar.texts(0),
            calendar.texts(2),
            calendar.texts(4),
            enrollments.texts(0),
            enrollments.texts(1),
            enrollments.texts(2),
            enrollments.texts(5),
            events.texts(0),
            events.texts(1),
            events.texts(3),
            events.texts(4),
        ];
        let values: Vec<_> = texts.iter().map(Texts::values).collect();
        let text = |index: usize| texts[index].column(&values[index]);
        let minutes: Vec<_> = calendar.0.iter().map(|row| row[3].parse::<u32>().ok()).collect();
        let primary: Vec<_> = enrollments.0.iter().map(|row| Some(row[6] != "no")).collect();
        let (dates, entry, exit) = (calendar.days(1), enrollments.days(3), enrollments.days(4));
        let date = events.days(2);
        let given = RegisterColumns {
            calendar: Some(CalendarColumns {
                school: text(0),
                date: &dates,
                event: Some(text(1)),
                minutes: Some(&minutes),
                closed_grades: Some(text(2)),
            }),
            enrollments: Some(EnrollmentColumns {
                student: text(3),
                school: text(4),
                entry: Some(&entry),
                exit: Some(&exit),
                exit_day: None,
                grade: Some(text(5)),
                share: Some(text(6)),
                primary: Some(&primary),
            }),
            events: Some(EventColumns {
                student: text(7),
                school: text(8),
                date: &date,
                meaning: EventMeaning::Codes { code: text(9), table: &table },
                part: Some(text(10)),
            }),
            attendance_taken: None,
        };
        let ending = year.last_date().to_string()[..4].parse::<u16>().unwrap();
        let records: Records =
            serde_json::from_value(json!({ "school_year": ending, "calendars": [] })).unwrap();
        let open = OpenRegister::from_columns(&records, &given).unwrap();
        assert_eq!(open.report().unwrap().intake.read, events.0.len() as u64);
        assert!(open.register() == read.register(), "{year}");
    }
}

#[test]
fn every_table_of_the_sample_says_what_json_says() {
    let dataset = sample();
    let last = dataset.registers().values().next_back().unwrap();
    for (policy, against) in [("edfacts", "california"), ("england", "edfacts"), ("oregon", "tennessee")] {
        ask_both(last, policy, against, "2026-03-13", "2025-11-03");
    }
}

#[test]
fn the_program_of_the_sample() {
    let dataset = sample();
    let program = dataset.program().unwrap();
    let request = |ask: Value| -> Request {
        let request = json!({ "policy": { "preset": "edfacts" }, "as_of": "2026-03-13", "ask": ask });
        serde_json::from_value(request).unwrap()
    };
    let asked =
        |of: &Value| program.ask(&request(json!({ "mentoring": { "dosage": { "of": of } } }))).unwrap();
    for key in ["student", "mentor", "school", "district", "network"] {
        let by = json!({ "mentoring": { "fidelity": { "by": key } } });
        let table = program.table(&request(by.clone())).unwrap();
        let rows = program.ask(&request(by)).unwrap()["rows"].take();
        assert!(table.rows() > 0 && rows.as_array().unwrap().len() == table.rows(), "{key}");
        let keys = table.column(key).unwrap();
        let items: Vec<_> = (0..table.rows())
            .map(|row| {
                let id = cell(keys, row);
                let mut said = asked(&json!({ key: id }));
                assert_eq!(rows[row], json!({ "id": id, "dosage": said }));
                said[key] = id;
                said
            })
            .collect();
        same(&table, &items, &[]);
    }
}

#[test]
fn a_dataset_and_its_report() {
    let dataset = sample();
    assert_eq!(dataset.registers().len(), 2);
    let report: Value = serde_json::from_str(&dataset.report_json()).unwrap();
    assert_eq!(report["intake"]["read"], dataset.report().intake().read);
    assert_eq!(report["files"].as_array().unwrap().len(), dataset.report().files.len());
    assert_eq!(dataset.findings().rows(), dataset.report().findings.iter().count());
    assert!(dataset.program().unwrap().register_before().is_some());
    // What became of a file's records is said once, by the dataset.
    assert!(dataset.program().unwrap().report().is_none() && dataset.program().unwrap().findings().is_none());
    assert!(dataset.registers().values().all(|register| register.report().is_none()));
    let years: Vec<_> = dataset.registers().keys().collect();
    assert_eq!(dataset.register(2026).unwrap().register().year(), *years[1]);
    assert_eq!(dataset.register(2020).unwrap_err().code, "unknown_school_year");
}

#[test]
fn readings_that_fail_are_problems() {
    let error =
        OpenDataset::read_delimited(Files::in_memory([]), None, &mut ReadOptions::default()).unwrap_err();
    assert_eq!((error.kind, error.code.as_str()), (ProblemKind::Read, "missing_file"));
    let mapping = OpenDataset::read_delimited(folder(), Some("exit_day = 1"), &mut ReadOptions::default());
    let mapping = mapping.unwrap_err();
    assert_eq!((mapping.kind, mapping.field.as_deref()), (ProblemKind::Read, Some("exit_day")));
    let mut stop = |_: homeroom_wire::Progress<'_>| ControlFlow::Break(());
    let mut options = ReadOptions { progress: Some(&mut stop), ..ReadOptions::default() };
    let stopped = OpenDataset::read_delimited(folder(), None, &mut options).unwrap_err();
    assert_eq!(stopped.code, "stopped");
    assert_eq!(stopped.message, ReadError::Stopped.to_string());
    let edfi = OpenDataset::read_edfi(folder(), &mut ReadOptions::default()).unwrap_err();
    assert_eq!(edfi.code, "missing_file");
}
