//! The Ed-Fi sample data, which this project did not write, read as it is.

mod edfi_folder;

use homeroom::{AttendanceStatus, FindingCode, Intake, Register, SchoolYear};
use homeroom_exchange::{Dataset, EdfiOptions, ReadError, ReadOptions, read_edfi};
use std::path::{Path, PathBuf};

fn sample() -> Option<PathBuf> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../../shared/fixtures/edfi-sample");
    if folder.is_dir() {
        return Some(folder);
    }
    println!("skipped: the Ed-Fi sample is not beside the project");
    None
}

fn read(assume_full_year: bool) -> Option<Result<Dataset, ReadError>> {
    sample().map(|folder| edfi_folder::both_ways(&folder, &EdfiOptions::default(), assume_full_year))
}

/// Each student's days that the register marks as absent, wholly or in part.
fn absent_days(register: &Register) -> Vec<usize> {
    let absent_marks: Vec<_> = register
        .marks()
        .iter()
        .map(|mark| mark.parts().iter().any(|(code, _)| code.status().is_absence()))
        .collect();
    let absent = |row: usize, day| absent_marks[usize::from(register.row(row).mark(day))];
    let days = 0..register.school_days().len();
    (0..register.students())
        .map(|student| {
            register.rows_of(student).map(|row| days.clone().filter(|day| absent(row, *day)).count()).sum()
        })
        .collect()
}

fn intake(dataset: &Dataset, file: &str, kind: &str) -> Intake {
    let mut reports = dataset.report.files.iter().filter(|report| report.file == file && report.kind == kind);
    let report = reports.next().unwrap_or_else(|| panic!("no report of {kind} in {file}"));
    assert!(reports.next().is_none());
    report.intake
}

#[test]
fn the_known_figures_come_out() {
    let Some(dataset) = read(true) else { return };
    let dataset = dataset.unwrap();
    let register = &dataset.registers[&SchoolYear::ending(2022).unwrap()];
    assert_eq!((dataset.registers.len(), register.students(), register.row_count()), (1, 960, 960));
    assert_eq!(dataset.roster.students().len(), 960);

    let schools: Vec<_> = (0..register.schools()).map(|school| register.school_id(school).as_str()).collect();
    assert_eq!(schools, ["255901001", "255901044", "255901107", "unassigned"]);
    for school in 0..register.schools() {
        let calendar = register.calendar(school);
        assert_eq!(calendar.instructional_days(None), 169);
        assert_eq!((calendar.declared_days(), calendar.contradiction()), (Some(169), None));
        assert_eq!(calendar.terms().len(), 2);
    }
    assert!((0..register.row_count()).all(|row| register.row(row).membership_days() == 169));

    let absent = absent_days(register);
    assert_eq!(absent.iter().sum::<usize>(), 1850);
    assert_eq!(absent.iter().filter(|days| **days >= 17).count(), 44);
    assert_eq!(absent.iter().filter(|days| **days == 17).count(), 2);

    let district = dataset.roster.district_of("255901044").map(homeroom::DistrictId::as_str);
    assert_eq!(district, Some("255901"));
    let name = dataset.roster.school("255901001").and_then(|school| school.name.as_deref());
    assert_eq!(name, Some("Grand Bend High School"));
}

#[test]
fn every_record_is_accounted_for() {
    let Some(dataset) = read(true) else { return };
    let dataset = dataset.unwrap();
    assert!(dataset.report.files.iter().all(|file| file.intake.balances()));
    let school = intake(&dataset, "StudentSchoolAttendance.xml", "attendance");
    let section = intake(&dataset, "StudentSectionAttendance-Tardy.xml", "section_attendance");
    // Three Tardies on a Sunday in each.
    assert_eq!((school.read, school.merged, school.rejected), (1917, 0, 3));
    assert_eq!((section.read, section.merged, section.rejected), (66, 0, 3));
    // The Partial day stands under the Excused Absence of the same day; which file such a record of a part of
    // a day is counted with is known only to the roll.
    assert_eq!(school.superseded + section.superseded, 1);
    assert_eq!(intake(&dataset, "Student.xml", "students").applied, 960);
    assert_eq!(intake(&dataset, "EducationOrgCalendar.xml", "sessions").applied, 6);
    assert_eq!(intake(&dataset, "EducationOrgCalendar.xml", "calendar_dates").rejected, 2);
    assert_eq!(intake(&dataset, "StudentIntervention.xml", "unused"), Intake::default());
    let files: std::collections::BTreeSet<_> = dataset.report.files.iter().map(|file| &file.file).collect();
    assert_eq!(files.len(), 9);
}

#[test]
fn the_traps_are_findings() {
    let Some(dataset) = read(true) else { return };
    let findings = dataset.unwrap().report.findings;
    let of = |code| findings.iter().filter(move |finding| finding.code == code);

    let sunday = "2022-05-15".parse().ok();
    let in_file = |file: &'static str| {
        of(FindingCode::EventOnNonSchoolDay)
            .filter(move |finding| finding.place.file.as_deref() == Some(file))
    };
    assert_eq!(in_file("StudentSchoolAttendance.xml").count(), 3);
    assert_eq!(in_file("StudentSectionAttendance-Tardy.xml").count(), 3);
    assert_eq!(findings.count(FindingCode::EventOnNonSchoolDay), 6);
    assert!(of(FindingCode::EventOnNonSchoolDay).all(|finding| finding.date == sunday));

    // Excused Absence and Partial (10 minutes) of one day: the whole-day absence stands.
    let conflicts: Vec<_> = of(FindingCode::ConflictingEvents).collect();
    assert_eq!(conflicts.len(), 1);
    assert_eq!(conflicts[0].student.as_ref().map(homeroom::StudentId::as_str), Some("604822"));
    assert_eq!(conflicts[0].date, "2021-12-15".parse().ok());

    assert_eq!(findings.count(FindingCode::CalendarInferred), 3);
    assert_eq!(findings.count(FindingCode::EnrollmentAssumed), 1);
    assert_eq!(findings.count(FindingCode::SchoolAssumed), 1);
    assert_eq!(findings.count(FindingCode::UnknownStudent), 0);
    for finding in of(FindingCode::CalendarInferred) {
        let detail = "169 school days from 2 sessions: of 189 weekdays 161 have a record, and 20 without one were left out";
        assert_eq!(finding.detail.as_deref(), Some(detail));
    }
}

#[test]
fn the_inferred_calendar_leaves_out_the_breaks_first() {
    let Some(dataset) = read(true) else { return };
    let dataset = dataset.unwrap();
    let calendar = dataset.registers[&SchoolYear::ending(2022).unwrap()].calendar(0).clone();
    let taught = |date: &str| calendar.is_instructional(date.parse().unwrap(), None);
    // Thanksgiving week and spring break.
    assert!(!["2021-11-24", "2021-11-25", "2021-11-26", "2022-03-14", "2022-03-18"].into_iter().any(taught));
    // The last of the single days without a record.
    assert!(taught("2022-05-19") && taught("2022-05-24") && !taught("2022-05-13"));
    assert!(taught("2021-09-06"));
}

#[test]
fn a_section_tardy_marks_the_day_and_takes_no_part_of_it() {
    let Some(folder) = sample() else { return };
    let copy = std::env::temp_dir().join(format!("homeroom-edfi-sample-{}", std::process::id()));
    std::fs::create_dir_all(&copy).unwrap();
    for entry in std::fs::read_dir(&folder).unwrap() {
        let path = entry.unwrap().path();
        let name = path.file_name().unwrap();
        if name != "StudentSectionAttendance-Tardy.xml" {
            std::fs::copy(&path, copy.join(name)).unwrap();
        }
    }
    let options = || ReadOptions { assume_full_year: true, ..ReadOptions::default() };
    let without = read_edfi(&copy, &mut options());
    std::fs::remove_dir_all(&copy).unwrap();
    let (with, without) = (read_edfi(&folder, &mut options()).unwrap(), without.unwrap());
    // Each of them repeats a Tardy of the school's own, which says how many minutes.
    assert_eq!(with.registers, without.registers);
    let tardy = |register: &Register| {
        let late = |(code, _): &(homeroom::AttendanceCode, _)| code.status() == AttendanceStatus::Tardy;
        register.marks().iter().filter(|mark| mark.parts().iter().any(late)).count()
    };
    assert_eq!(tardy(&with.registers[&SchoolYear::ending(2022).unwrap()]), 9);
}

#[test]
fn without_the_assumption_nobody_is_enrolled_and_every_event_says_so() {
    let Some(dataset) = read(false) else { return };
    let dataset = dataset.unwrap();
    let register = &dataset.registers[&SchoolYear::ending(2022).unwrap()];
    assert_eq!((register.students(), register.schools()), (0, 3));
    assert_eq!(dataset.report.findings.count(FindingCode::UnknownStudent), 1917 + 66);
    assert_eq!(intake(&dataset, "StudentSchoolAttendance.xml", "attendance").rejected, 1917);
}

#[test]
fn no_name_or_birth_date_is_kept() {
    let Some(dataset) = read(true) else { return };
    let dataset = dataset.unwrap();
    let students: Vec<_> = dataset.roster.students().collect();
    assert!(students.iter().all(|student| student.attribute_names().next().is_none()));
    let findings: Vec<_> = dataset.report.findings.iter().map(|finding| format!("{finding:?}")).collect();
    let said = format!("{findings:?} {:?} {:?}", dataset.report.assumptions, dataset.roster);
    for name in ["Tyrone", "Dyer", "Woodlock", "2014-11-13", "Hickman", "Dewayne"] {
        assert!(!said.contains(name), "{name}");
    }
}
