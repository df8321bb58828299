//! What becomes of enrolments: the files' counts and the findings never disagree.

use crate::folder::{ENROLLMENTS, Folder, counts, days, findings, only, register};
use homeroom::{FindingCode::*, Fraction};
use homeroom_exchange::{Dataset, Mapping};
use std::fmt::Write;

const HEADER: &str = "student_id,school_id,grade,entry_date,exit_date,share,primary\n";

fn with(records: &str) -> Dataset {
    Folder::small().file("enrollments.csv", format!("{ENROLLMENTS}{records}")).read()
}

fn two_files(one: &str, two: &str) -> Dataset {
    let mut mapping = Mapping::standard();
    let file = mapping.files.iter_mut().find(|file| file.name == ["enrollments.csv"]).unwrap();
    file.name = vec!["one.csv".to_owned(), "two.csv".to_owned()];
    let folder = Folder::small().file("one.csv", format!("{HEADER}{one}"));
    folder.file("two.csv", format!("{HEADER}{two}")).try_read(&mapping).unwrap()
}

#[test]
fn the_same_one_twice_is_merged() {
    let dataset = with("s1,A,06,2022-01-03,,,\n");
    assert_eq!(counts(&dataset, "enrollments.csv"), [4, 3, 1, 0, 0]);
    assert_eq!(only(&dataset, DuplicateEnrollment).place.to_string(), "enrollments.csv:5");
    assert_eq!(register(&dataset), register(&Folder::small().read()));
}

#[test]
fn two_of_different_terms_are_not_the_same() {
    for terms in ["1/2,", ",no"] {
        let dataset = with(&format!("s1,A,06,2022-01-03,,{terms}\n"));
        assert_eq!(counts(&dataset, "enrollments.csv"), [4, 4, 0, 0, 0], "{terms}");
        assert_eq!(dataset.report.findings.count(DuplicateEnrollment), 0, "{terms}");
        assert_eq!(dataset.report.findings.count(OverlappingEnrollment), 1, "{terms}");
    }
    // A share that differs from one file to the other is kept where the builder says it counts.
    let dataset = two_files("s1,A,06,2022-01-03,,1/2,\n", "s2,A,06,2022-01-03,,1/2,\n");
    assert!((0..2).all(|row| register(&dataset).key(row).share == Fraction::HALF));
}

#[test]
fn days_are_those_of_the_schools_own_calendar_and_grade() {
    // 10 January is closed for kindergarten at A, and no school day at all at B.
    for record in ["s9,A,KG,2022-01-10,2022-01-10,,\n", "s9,B,06,2022-01-10,2022-01-10,,\n"] {
        let dataset = with(record);
        assert_eq!(counts(&dataset, "enrollments.csv"), [4, 3, 0, 0, 1], "{record}");
        assert_eq!(only(&dataset, EnrollmentWithoutDays).place.to_string(), "enrollments.csv:5");
    }
    let dataset = with("s9,A,06,2022-01-10,2022-01-10,,\n");
    assert_eq!(counts(&dataset, "enrollments.csv"), [4, 4, 0, 0, 0]);
    assert_eq!(days(register(&dataset), "s9"), ". . . . p");
}

#[test]
fn one_over_several_years_counts_once() {
    let calendar = "school_id,date,event,minutes,closed_grades\nA,2022-03-01,instructional_day,,\n\
                    A,2022-09-01,instructional_day,,\nB,2022-03-01,instructional_day,,\nB,2022-09-02,holiday,,\n";
    let records = "s1,A,06,2022-02-01,,,\ns2,A,06,2022-02-01,2022-07-31,,\ns3,B,06,2022-02-01,,,\n\
                   s4,B,06,2022-08-01,2022-12-31,,\ns1,A,06,2022-02-01,,,\ns5,A,06,2022-04-01,2022-08-01,,\n";
    let dataset = Folder::small()
        .file("calendars.csv", calendar)
        .file("enrollments.csv", format!("{HEADER}{records}"))
        .read();
    assert_eq!(dataset.registers.len(), 2);
    assert_eq!(counts(&dataset, "enrollments.csv"), [6, 3, 1, 0, 2]);
    // The one that is the same twice is so in both years.
    assert_eq!(dataset.report.findings.count(DuplicateEnrollment), 2);
    assert_eq!(dataset.report.findings.count(EnrollmentWithoutDays), 2, "{:?}", findings(&dataset));
}

#[test]
fn more_refusals_than_findings_are_kept() {
    let absent = |ids: std::ops::Range<u32>| {
        ids.fold(String::new(), |mut text, id| {
            writeln!(text, "s{id},A,06,2022-01-08,2022-01-09,,").unwrap();
            text
        })
    };
    let fine = "t1,A,06,2022-01-03,,,\n";
    let (one, two) = (absent(1000..2500) + fine, absent(2500..3200) + fine);
    let dataset = two_files(&one, &two);
    assert_eq!(counts(&dataset, "one.csv"), [1501, 1, 0, 0, 1500]);
    assert_eq!(counts(&dataset, "two.csv"), [701, 0, 1, 0, 700]);
    assert_eq!(dataset.report.findings.count(EnrollmentWithoutDays), 2200);

    // Of one student the sum stays exact.
    let dataset = two_files(&fine.repeat(1600), "s2,A,06,2022-01-03,,,\n");
    assert_eq!(counts(&dataset, "one.csv"), [1600, 1, 1599, 0, 0]);
    assert_eq!(counts(&dataset, "two.csv"), [1, 1, 0, 0, 0]);
}
