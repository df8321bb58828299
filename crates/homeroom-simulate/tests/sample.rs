//! The committed sample is what the default settings write, and a realistic picture.

#![allow(clippy::unwrap_used)]

use homeroom_simulate::{Days, Settings, SimulatedStudent, simulate};
use std::{
    collections::BTreeMap,
    fs,
    path::{Path, PathBuf},
};

fn files(folder: &Path) -> BTreeMap<String, Vec<u8>> {
    fs::read_dir(folder)
        .unwrap()
        .map(|entry| entry.unwrap().path())
        .filter(|path| path.extension().is_some_and(|extension| extension == "csv"))
        .map(|path| (path.file_name().unwrap().to_string_lossy().into_owned(), fs::read(path).unwrap()))
        .collect()
}

fn written(settings: &Settings, name: &str) -> BTreeMap<String, Vec<u8>> {
    let folder = PathBuf::from(env!("CARGO_TARGET_TMPDIR")).join(name);
    let _ = fs::remove_dir_all(&folder);
    simulate(settings).write(&folder).unwrap();
    files(&folder)
}

#[test]
fn the_committed_sample_is_what_the_default_settings_write() {
    let committed = files(&PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("../../examples/data"));
    let now = written(&Settings::default(), "sample");
    assert_eq!(committed.keys().collect::<Vec<_>>(), now.keys().collect::<Vec<_>>());
    for (file, bytes) in &now {
        assert!(committed[file] == *bytes, "{file} differs: write examples/data again");
    }
    assert!(now.values().map(Vec::len).sum::<usize>() <= 3_000_000);
}

#[test]
fn equal_seeds_write_equal_bytes_and_others_do_not() {
    let small = Settings::default().students_per_grade(2).unwrap();
    let first = written(&small, "first");
    assert_eq!(first, written(&small, "second"));
    let other = written(&small.seed(1), "other");
    for file in ["attendance.csv", "calendars.csv", "check_ins.csv", "enrollments.csv", "students.csv"] {
        assert_ne!(first[file], other[file], "{file}");
    }
}

#[test]
fn attendance_is_sorted_and_names_known_codes() {
    let bytes = &written(&Settings::default(), "sorted")["attendance.csv"];
    let mut rows = csv::Reader::from_reader(bytes.as_slice());
    assert_eq!(rows.headers().unwrap(), vec!["student_id", "school_id", "date", "code", "part"]);
    let rows: Vec<csv::StringRecord> = rows.records().map(Result::unwrap).collect();
    let keys: Vec<_> =
        rows.iter().map(|row| [row[2].to_owned(), row[1].to_owned(), row[0].to_owned()]).collect();
    assert!(keys.is_sorted_by(|a, b| a < b), "sorted, and one record a student, school and date");
    let mut codes: Vec<&str> = rows.iter().map(|row| &row[3]).collect();
    codes.sort_unstable();
    codes.dedup();
    assert_eq!(codes, ["AE", "AU", "ED", "HD", "ISS", "NR", "OSS", "R", "T"]);
}

fn chronic(students: &[SimulatedStudent], year: usize) -> f64 {
    let days: Vec<&Days> = students.iter().map(|s| &s.years[year]).filter(|d| d.membership >= 10).collect();
    let chronic = days.iter().filter(|d| d.absent * 10 >= d.membership).count();
    chronic as f64 / days.len() as f64
}

#[test]
fn the_sample_is_a_realistic_picture() {
    let simulation = simulate(&Settings::default());
    let students = simulation.students();
    assert!((1_000..=1_400).contains(&students.len()), "{}", students.len());
    assert!((0.22..0.28).contains(&chronic(students, 0)), "{}", chronic(students, 0));
    assert!((0.20..0.30).contains(&chronic(students, 1)), "{}", chronic(students, 1));

    let mentored: Vec<_> = students.iter().filter(|student| student.without_mentor.is_some()).collect();
    assert!(mentored.len() >= 50, "{}", mentored.len());
    let rate = |days: &dyn Fn(&SimulatedStudent) -> Days| {
        let days = mentored.iter().map(|student| days(student));
        let (absent, whole) = days.fold((0, 0), |sum, d| (sum.0 + d.truly_absent, sum.1 + d.membership));
        f64::from(absent) / f64::from(whole)
    };
    let before = rate(&|student| student.years[0]);
    let without = rate(&|student| student.without_mentor.unwrap());
    let after = rate(&|student| student.years[1]);
    assert!(before > without && without > after, "{before} {without} {after}");
    assert!(before - without > without - after, "regression to the mean is the larger part");
}
