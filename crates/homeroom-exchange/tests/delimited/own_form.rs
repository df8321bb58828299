//! The library's own form, over two school years.

use crate::folder::{ENROLLMENTS, Folder, SHARED, counts, days, findings};
use homeroom::{FindingCode::*, GradeLevel, SchoolYear};
use homeroom_exchange::{Dataset, Mapping, ReadError};

fn two_years() -> Folder {
    let days = |year: i32, month: u32| {
        let day = |day| format!("A,{year}-{month:02}-{day:02},instructional_day,,\n");
        (1..=5).map(day).collect::<Vec<_>>().concat()
    };
    Folder::empty()
        .file("calendars.csv", format!("school_id,date,event,minutes,closed_grades\n{}{}", days(2022, 3), days(2022, 11)))
        .file(
            "enrollments.csv",
            "student_id,school_id,grade,entry_date,exit_date,share,primary\n\
             s1,A,05,2022-03-01,2022-06-30,,\ns1,A,06,2022-09-01,,,\ns2,A,08,2022-03-03,2022-11-02,,\n\
             s3,A,08,2023-09-01,,,\n",
        )
        .file(
            "attendance.csv",
            "student_id,school_id,date,code,part\ns1,A,2022-03-01,AU,\ns1,A,2022-11-01,AE,\ns2,A,2022-11-02,T,\n\
             s2,A,2022-11-03,AU,\ns1,A,2024-03-01,AU,\n",
        )
}

fn year(end: u16) -> SchoolYear {
    SchoolYear::ending(end).unwrap()
}

#[test]
fn every_record_goes_to_the_years_it_is_of() {
    let dataset = two_years().read();
    let of = |end| &dataset.registers[&year(end)];
    assert_eq!(dataset.registers.len(), 2);
    assert_eq!(days(of(2022), "s1"), "unexcused_absence 1 p p p p");
    assert_eq!(days(of(2023), "s1"), "excused_absence 1 p p p p");
    assert_eq!(days(of(2022), "s2"), ". . p p p");
    assert_eq!(days(of(2023), "s2"), "p tardy 0 . . .");
    assert_eq!(counts(&dataset, "enrollments.csv"), [4, 3, 0, 0, 1]);
    assert_eq!(counts(&dataset, "attendance.csv"), [5, 3, 0, 0, 2]);
    assert_eq!(
        findings(&dataset),
        [
            "date_outside_year enrollments.csv:5 -",
            "date_outside_year attendance.csv:6 -",
            "event_without_enrollment attendance.csv:5 -"
        ]
    );
    let student = dataset.roster.student("s1").unwrap();
    assert_eq!(student.grade(year(2022)), Some(GradeLevel::Grade5));
    assert_eq!(student.grade(year(2023)), Some(GradeLevel::Grade6));
}

#[test]
fn one_year_of_two() {
    let mut mapping = Mapping::standard();
    mapping.school_year = Some(year(2023));
    let dataset = two_years().try_read(&mapping).unwrap();
    assert_eq!(dataset.registers.keys().collect::<Vec<_>>(), [&year(2023)]);
    assert_eq!(dataset.registers[&year(2023)], two_years().read().registers[&year(2023)]);
    assert_eq!(counts(&dataset, "calendars.csv"), [10, 5, 0, 0, 5]);
}

#[test]
fn the_order_of_records_changes_nothing() {
    let reversed = |folder: Folder, name: &str| {
        let text = std::fs::read_to_string(folder.path().join(name)).unwrap();
        let (header, records) = text.split_once('\n').unwrap();
        let records: Vec<_> = records.lines().rev().collect();
        folder.file(name, format!("{header}\n{}\n", records.join("\n")))
    };
    let turned: Dataset =
        ["calendars.csv", "enrollments.csv", "attendance.csv"].into_iter().fold(two_years(), reversed).read();
    let straight = two_years().read();
    assert_eq!(turned.registers, straight.registers);
    assert_eq!(turned.roster, straight.roster);
    assert_eq!(turned.report.files, straight.report.files);
}

#[test]
fn a_folder_may_hold_its_mapping() {
    assert_eq!(Mapping::of_folder(Folder::small().path()).unwrap(), Mapping::standard());
    let standard = include_str!("../../src/delimited/standard.toml");
    let own = Folder::small().file("mapping.toml", format!("exit_day = 'exclusive'\n{standard}"));
    let mapping = Mapping::of_folder(own.path()).unwrap();
    let dataset = own.try_read(&mapping).unwrap();
    assert_eq!(days(dataset.registers.values().next().unwrap(), "s2"), "p p . . .");
    let wrong = Folder::small().file("mapping.toml", "exit_day = 1");
    assert!(
        matches!(Mapping::of_folder(wrong.path()), Err(ReadError::Mapping(error)) if error.path() == "exit_day")
    );
}

#[test]
fn shares_and_secondary_schools() {
    let dataset = Folder::small().file("enrollments.csv", format!("{ENROLLMENTS}{SHARED}")).read();
    let register = dataset.registers.values().next().unwrap();
    let rows = register.rows_of(register.find_student("s3").unwrap());
    let keys: Vec<_> =
        rows.map(|row| (register.key(row).share.to_string(), register.key(row).primary)).collect();
    assert_eq!(keys, [("1".to_owned(), true), ("1/2".to_owned(), false)]);
    let no_show = ENROLLMENTS.replace("2022-01-03,2022-01-05", "2022-01-05,2022-01-05");
    let mut exclusive = Mapping::standard();
    exclusive.exit_day = homeroom::ExitDay::Exclusive;
    let dataset = Folder::small().file("enrollments.csv", no_show).try_read(&exclusive).unwrap();
    assert_eq!(dataset.report.findings.count(EnrollmentWithoutDays), 1);
    assert_eq!(counts(&dataset, "enrollments.csv"), [3, 2, 0, 0, 1]);
}
