//! What is assumed where enrolments or calendars are missing, and that it is said.

use crate::folder::{Folder, counts, days, mapped, only, read, register};
use homeroom::FindingCode::*;
use homeroom_exchange::{
    CalendarSource, EnrollmentSource, FileKind, Mapping, Progress, ReadError, ReadOptions,
};
use std::ops::ControlFlow;

const EVENTS: &str = "s1,A,2022-01-03,AU,\ns2,A,2022-01-04,AU,\ns2,B,2022-01-05,P,\ns2,A,2022-01-04,XX,\ns3,A,2022-01-06,XX,\n";

fn without(kinds: &[FileKind]) -> Mapping {
    let mut mapping = Mapping::standard();
    mapping.files.retain(|file| !kinds.contains(&file.kind));
    mapping
}

#[test]
fn enrolled_all_year() {
    let folder = Folder::attendance(EVENTS).without("enrollments.csv");
    let mut stated = without(&[FileKind::Enrollments]);
    assert!(matches!(folder.try_read(&stated), Err(ReadError::NoEnrollments)));
    stated.enrollment = EnrollmentSource::FullYear;
    let dataset = folder.try_read(&stated).unwrap();
    let mut options = ReadOptions { assume_full_year: true, progress: None };
    assert_eq!(read(folder.path(), &Mapping::standard(), &mut options).unwrap(), dataset);

    assert_eq!(register(&dataset).students(), 2);
    assert_eq!(days(register(&dataset), "s1"), "unexcused_absence 1 p p p p");
    assert_eq!(counts(&dataset, "attendance.csv"), [5, 3, 0, 0, 2]);
    let finding = only(&dataset, EnrollmentAssumed);
    assert_eq!(finding.place.to_string(), "attendance.csv");
    assert_eq!(finding.detail.as_deref(), Some("3 enrolments for a whole school year"));
    assert_eq!(dataset.report.assumptions.len(), 1);
    assert!(dataset.report.assumptions[0].contains("2 students"), "{:?}", dataset.report.assumptions);
    assert!(dataset.roster.student("s2").is_some() && dataset.roster.school("B").is_some());
}

#[test]
fn an_enrollment_file_leaves_nothing_to_assume() {
    let folder = Folder::attendance("s1,A,2022-01-03,AU,\ns9,A,2022-01-03,AU,\n");
    let mut options = ReadOptions { assume_full_year: true, progress: None };
    let dataset = read(folder.path(), &Mapping::standard(), &mut options).unwrap();
    assert_eq!(dataset, folder.read());
    assert!(dataset.report.assumptions.is_empty());
    assert_eq!(dataset.report.findings.count(UnknownStudent), 1);
}

#[test]
fn days_of_events_are_school_days() {
    let folder = Folder::attendance(EVENTS).without("calendars.csv");
    let mut mapping = without(&[FileKind::Calendar]);
    assert!(
        matches!(folder.try_read(&mapping), Err(ReadError::Mapping(error)) if error.path() == "calendar")
    );
    mapping.calendar = CalendarSource::EventDates;
    let dataset = folder.try_read(&mapping).unwrap();
    let register = register(&dataset);
    // The rejected event of 6 January is no evidence of a school day.
    assert_eq!(register.school_days().len(), 3);
    assert_eq!(register.calendar(register.find_school("A").unwrap()).instructional_days(None), 2);
    assert_eq!(days(register, "s1"), "unexcused_absence 1 p .");
    assert_eq!(dataset.report.findings.count(CalendarInferred), 2);
    let details: Vec<_> = dataset.report.findings.iter().filter(|f| f.code == CalendarInferred).collect();
    assert_eq!(details[0].school.as_ref().unwrap().as_str(), "A");
    assert_eq!(
        details[0].detail.as_deref(),
        Some("2 dates of events, 2022-01-03 to 2022-01-04, are the instructional days")
    );
    assert_eq!(dataset.report.assumptions.len(), 1);

    let none = Folder::attendance("").without("calendars.csv");
    assert!(matches!(none.try_read(&mapping), Err(ReadError::NoInstructionalDays)));
}

#[test]
fn both_over_several_files_and_years() {
    let mut mapping = without(&[FileKind::Calendar, FileKind::Enrollments]);
    mapping.calendar = CalendarSource::EventDates;
    mapping.enrollment = EnrollmentSource::FullYear;
    mapped(&mut mapping, FileKind::Attendance).name = vec!["one.csv".to_owned(), "two.csv".to_owned()];
    let header = crate::folder::ATTENDANCE;
    let folder = Folder::empty()
        .file("one.csv", format!("{header}s1,A,2022-01-03,AU,\ns1,A,2022-09-05,AU,\n"))
        .file("two.csv", format!("{header}s1,A,2022-01-03,AU,\ns2,A,2022-09-06,P,\n"));
    let dataset = folder.try_read(&mapping).unwrap();
    assert_eq!(dataset.registers.len(), 2);
    let of = |year: &str| &dataset.registers[&year.parse().unwrap()];
    assert_eq!((of("2021-22").students(), of("2022-23").students()), (1, 2));
    assert_eq!(days(of("2022-23"), "s1"), "unexcused_absence 1 p");
    assert_eq!(counts(&dataset, "one.csv"), [2, 2, 0, 0, 0]);
    assert_eq!(counts(&dataset, "two.csv"), [2, 1, 1, 0, 0]);
    assert_eq!(dataset.report.findings.count(EnrollmentAssumed), 2);

    mapping.school_year = Some("2022-23".parse().unwrap());
    let dataset = folder.try_read(&mapping).unwrap();
    assert_eq!(register(&dataset).year().to_string(), "2022-23");
    assert_eq!(counts(&dataset, "one.csv"), [2, 1, 0, 0, 1]);
    assert_eq!(dataset.report.findings.count(DateOutsideYear), 2);
}

#[test]
fn progress_goes_up_to_the_whole() {
    let folder = Folder::attendance(&"s1,A,2022-01-03,AU,\n".repeat(200_000)).without("enrollments.csv");
    let mut told = Vec::new();
    let mut show = |progress: Progress<'_>| {
        told.push((progress.file.to_owned(), progress.bytes, progress.total));
        ControlFlow::Continue(())
    };
    let mut options = ReadOptions { assume_full_year: true, progress: Some(&mut show) };
    read(folder.path(), &Mapping::standard(), &mut options).unwrap();
    assert!(told.len() > 8, "{told:?}");
    assert!(told.windows(2).all(|pair| pair[0].1 <= pair[1].1 && pair[0].2 == pair[1].2), "{told:?}");
    let last = told.last().unwrap();
    assert_eq!((last.0.as_str(), last.1), ("attendance.csv", last.2));
}
