//! Files in memory, and readings that are stopped.

use crate::{
    folder::{Folder, in_memory, mapped, read},
    mentoring::sample::program,
};
use homeroom_exchange::{
    Dataset, FileKind, Files, Mapping, Progress, ReadError, ReadOptions, read_delimited, read_edfi,
};
use std::{ops::ControlFlow, path::Path};

fn read_files(files: Vec<(String, Vec<u8>)>) -> Result<Dataset, ReadError> {
    read_delimited(Files::in_memory(files), &Mapping::standard(), &mut ReadOptions::default())
}

fn renamed(files: &[(String, Vec<u8>)], name: impl Fn(&str) -> String) -> Vec<(String, Vec<u8>)> {
    files.iter().map(|(old, bytes)| (name(old), bytes.clone())).collect()
}

#[test]
fn the_sample_in_memory() {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../examples/data");
    let dataset = read(&folder, &Mapping::of_folder(&folder).unwrap(), &mut ReadOptions::default()).unwrap();
    assert!(dataset.casebook.contact_count() > 0 && dataset.report.files.len() > 20);
}

#[test]
fn a_folder_that_holds_all_files_is_no_part_of_their_names() {
    let folder = program();
    let (files, dataset) = (in_memory(folder.path()), folder.read());
    for prefix in ["dropped/", "/dropped/", "a/b/", "./", "a\\b\\"] {
        let dropped = read_files(renamed(&files, |name| format!("{prefix}{name}"))).unwrap();
        assert_eq!(dropped, dataset, "{prefix}");
    }
}

#[test]
fn what_lies_in_a_folder_of_its_own_is_not_read_and_said() {
    let mut files = renamed(&in_memory(Folder::small().path()), |name| format!("dropped/{name}"));
    files.push(("dropped/old/attendance.csv".to_owned(), b"not read".to_vec()));
    files.push(("dropped/old/readme.txt".to_owned(), b"not read".to_vec()));
    let dataset = read_files(files).unwrap();
    assert_eq!(dataset.report.unread_files, ["old/attendance.csv"]);
    assert_eq!(dataset.registers, Folder::small().read().registers);

    let files = [("a/x.xml", "<a/>"), ("b/y.JSON", "[]")];
    let files = Files::in_memory(files.map(|(name, text)| (name.to_owned(), text.into())));
    let error = read_edfi(&files, &mut ReadOptions::default()).unwrap_err();
    assert!(matches!(error, ReadError::MissingFile { .. }), "{error}");
}

#[test]
fn one_name_twice_is_not_guessed_at() {
    let mut files = in_memory(Folder::small().path());
    files.push(("attendance.csv".to_owned(), Vec::new()));
    let error = read_files(files).unwrap_err();
    assert!(matches!(&error, ReadError::RepeatedFile { file } if file == "attendance.csv"), "{error}");
}

#[test]
fn the_mapping_among_the_files() {
    let files = |text: &str| Files::in_memory([("dropped/mapping.toml".to_owned(), text.into())]);
    let standard = include_str!("../../src/delimited/standard.toml");
    let mapping = Mapping::of_folder(files(&format!("day_minutes = 300\n{standard}"))).unwrap();
    assert_eq!(mapping, Mapping { day_minutes: 300, ..Mapping::standard() });
    let error = Mapping::of_folder(files("exit_day = 1")).unwrap_err();
    assert!(matches!(error, ReadError::Mapping(error) if error.path() == "exit_day"));
    assert_eq!(Mapping::of_folder(Files::in_memory([])).unwrap(), Mapping::standard());
    let latin = Files::in_memory([(Mapping::FILE.to_owned(), b"\xe9".to_vec())]);
    assert!(matches!(Mapping::of_folder(latin), Err(ReadError::Io { file, .. }) if file == "mapping.toml"));
}

#[test]
fn what_files_hold_is_not_shown() {
    let files = Files::in_memory([("a.csv".to_owned(), b"Robin".to_vec())]);
    assert_eq!(format!("{files:?}"), "1 files in memory");
    assert_eq!(format!("{:?}", Files::folder("/home/robin")), "Files of a folder");
}

#[test]
fn a_reading_can_be_stopped_whenever_it_tells_of_itself() {
    let records: String = "s1,A,2022-01-03,AU,\n".repeat(120_000);
    let folder = Folder::attendance(&records).file("more.csv", format!("student_id\n{}", "s1\n".repeat(9)));
    let mut mapping = Mapping::standard();
    mapped(&mut mapping, FileKind::Students).name = vec!["more.csv".to_owned()];
    mapped(&mut mapping, FileKind::Students).attributes.clear();
    mapped(&mut mapping, FileKind::Students).optional_columns.clear();
    let read = |stop_at: usize| {
        let mut told = 0;
        let mut progress = |_: Progress<'_>| {
            told += 1;
            if told > stop_at { ControlFlow::Break(()) } else { ControlFlow::Continue(()) }
        };
        let mut options = ReadOptions { progress: Some(&mut progress), ..ReadOptions::default() };
        let outcome = read_delimited(folder.path(), &mapping, &mut options);
        assert_eq!(matches!(outcome, Err(ReadError::Stopped)), outcome.is_err());
        (outcome.is_ok(), told)
    };
    let (done, all) = read(usize::MAX);
    assert!(done && all >= 6, "{all}");
    for stop_at in 0..all {
        assert_eq!(read(stop_at), (false, stop_at + 1));
    }
}
