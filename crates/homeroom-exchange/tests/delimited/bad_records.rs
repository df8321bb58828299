//! Records that are wrong, one at a time: what is found, where, and what becomes of the record.

use crate::folder::{ATTENDANCE, ENROLLMENTS, Folder, SHARED, counts, days, findings, only, register};
use homeroom::FindingCode::{self, *};

/// Reads one bad record of attendance in row 2 and gives the code of its finding.
fn bad(record: &str) -> (FindingCode, Option<String>) {
    let dataset = Folder::attendance(&format!("{record}\ns1,A,2022-01-04,AU,\n")).read();
    assert_eq!(counts(&dataset, "attendance.csv"), [2, 1, 0, 0, 1], "{record}");
    assert_eq!(dataset.report.findings.total(), 1, "{record}: {:?}", findings(&dataset));
    let finding = dataset.report.findings.iter().next().unwrap();
    assert_eq!(finding.place.to_string(), "attendance.csv:2", "{record}");
    assert_eq!(days(register(&dataset), "s1"), "p unexcused_absence 1 p p p", "{record}");
    (finding.code, finding.field.as_deref().map(str::to_owned))
}

#[test]
fn events() {
    for (record, code, field) in [
        ("s1,A,2022-01-05,XX,", UnmappedCode, Some("code")),
        ("s1,A,2022-01-05,,", MissingValue, Some("code")),
        (",A,2022-01-05,AU,", MissingValue, Some("student")),
        ("s1,,2022-01-05,AU,", MissingValue, Some("school")),
        ("s1,A,,AU,", MissingValue, Some("date")),
        ("s1,A,2022-02-30,AU,", InvalidDate, Some("date")),
        ("s1,A,05/01/2022,AU,", InvalidDate, Some("date")),
        ("s1,A,2022-01-05,AU,-0.5", PartOutOfRange, Some("part")),
        ("s1,A,2022-01-05,AU,1.01", PartOutOfRange, Some("part")),
        ("s1,A,2022-01-05,AU,3/2", PartOutOfRange, Some("part")),
        ("s1,A,2022-01-05,AU,half", InvalidNumber, Some("part")),
        ("s1,A,2022-01-05,AU,1/0", InvalidNumber, Some("part")),
        ("s1,A,2022-01-05,AU,0.33333333333333", InvalidNumber, Some("part")),
        ("s1\u{7},A,2022-01-05,AU,", InvalidId, Some("student")),
        ("s1,A,2022-01-05", MalformedRow, None),
        ("s1,A,2022-01-05,AU,,", MalformedRow, None),
        ("s1,A,2021-01-05,AU,", DateOutsideYear, None),
        ("s1,A,1776-07-04,AU,", DateOutsideYear, None),
        ("s9,A,2022-01-05,AU,", UnknownStudent, None),
        ("s1,C,2022-01-05,AU,", UnknownSchool, None),
        ("s1,B,2022-01-05,AU,", EventWithoutEnrollment, None),
        ("s2,A,2022-01-06,AU,", EventWithoutEnrollment, None),
        ("s1,A,2022-01-07,AU,", EventOnNonSchoolDay, None),
        ("s1,A,2022-01-08,AU,", EventOnNonSchoolDay, None),
        ("s3,A,2022-01-10,AU,", EventOnNonSchoolDay, None),
    ] {
        assert_eq!(bad(record), (code, field.map(str::to_owned)), "{record}");
    }
}

#[test]
fn an_identifier_of_any_length_is_refused() {
    assert_eq!(bad(&format!("{},A,2022-01-05,AU,", "x".repeat(129))).0, InvalidId);
    assert_eq!(bad(&format!("s1,{},2022-01-05,AU,", "x".repeat(129))).0, InvalidId);
}

#[test]
fn a_field_longer_than_a_record() {
    assert_eq!(bad(&format!("s1,A,2022-01-05,AU,{}", "1".repeat(10_000_000))).0, FieldTooLong);
    assert_eq!(bad(&format!("s1,A,2022-01-05,AU,\"{}\"", "1".repeat(10_000_000))).0, FieldTooLong);
}

#[test]
fn a_quotation_that_is_not_closed() {
    assert_eq!(bad("s1,A,2022-01-05,AU,\"0.5"), (TruncatedFile, None));
    let rest = "s1,A,2022-01-04,AU,\n".repeat(10_000);
    let dataset = Folder::attendance(&format!("s1,A,2022-01-05,AU,\"0.5\n{rest}")).read();
    assert_eq!(counts(&dataset, "attendance.csv"), [10_001, 1, 9_999, 0, 1]);
    assert_eq!(only(&dataset, FieldTooLong).place.to_string(), "attendance.csv:2");
}

#[test]
fn bytes_that_are_no_text() {
    let mut records = format!("{ATTENDANCE}s1,A,2022-01-05,AU,\ns2,A,2022-01-05,AU,\n").into_bytes();
    let at = records.windows(2).position(|pair| pair == b"s2").unwrap();
    records[at + 1] = 0xff;
    let dataset = Folder::small().file("attendance.csv", records).read();
    assert_eq!(counts(&dataset, "attendance.csv"), [2, 1, 0, 0, 1]);
    assert_eq!(findings(&dataset), ["wrong_encoding attendance.csv:3 student"]);
}

#[test]
fn the_same_event_twice_and_two_that_contradict() {
    let dataset = Folder::attendance(
        "s1,A,2022-01-03,AU,\ns1,A,2022-01-03,AU,\ns1,A,2022-01-03,AE,\ns1,A,2022-01-04,AU,1/2\ns1,A,2022-01-04,AU,0.5\n",
    )
    .read();
    assert_eq!(counts(&dataset, "attendance.csv"), [5, 2, 2, 1, 0]);
    assert_eq!(dataset.report.findings.count(DuplicateEvent), 2);
    assert_eq!(only(&dataset, ConflictingEvents).place.to_string(), "attendance.csv:4");
    assert_eq!(days(register(&dataset), "s1"), "excused_absence 1 unexcused_absence 1/2 p p p");
}

#[test]
fn two_schools_on_one_day() {
    let dataset = Folder::attendance("s3,A,2022-01-04,AU,\ns3,B,2022-01-04,P,\n")
        .file("enrollments.csv", format!("{ENROLLMENTS}{SHARED}"))
        .read();
    assert_eq!(only(&dataset, OverlappingEnrollment).student.as_ref().unwrap().as_str(), "s3");
    assert_eq!(counts(&dataset, "attendance.csv"), [2, 2, 0, 0, 0]);
    let finding = only(&dataset, TwoSchoolsOneDay);
    assert_eq!(finding.student.as_ref().unwrap().as_str(), "s3");
    assert_eq!(days(register(&dataset), "s3"), "p unexcused_absence 1 p p .");
}

#[test]
fn enrollments() {
    for (record, code, field) in [
        ("s9,A,06,2022-01-05,2022-01-04,,", ExitBeforeEntry, Some("exit_date")),
        ("s9,A,06,2022-01-07,2022-01-09,,", EnrollmentWithoutDays, None),
        ("s9,A,06,2019-01-07,2019-01-09,,", DateOutsideYear, None),
        ("s9,C,06,2022-01-03,,,", UnknownSchool, None),
        ("s9,A,purple,2022-01-03,,,", InvalidGrade, Some("grade")),
        ("s9,A,06,2022-13-03,,,", InvalidDate, Some("entry_date")),
        ("s9,A,06,,,,", MissingValue, Some("entry_date")),
        ("s9,A,06,2022-01-03,someday,,", InvalidDate, Some("exit_date")),
        ("s9,A,06,2022-01-03,,0,", InvalidNumber, Some("share")),
        ("s9,A,06,2022-01-03,,1.5,", PartOutOfRange, Some("share")),
        ("s9,A,06,2022-01-03,,,maybe", MalformedRow, Some("primary")),
        ("\"s\n9\",A,06,2022-01-03,,,", InvalidId, Some("student")),
    ] {
        let dataset = Folder::small().file("enrollments.csv", format!("{ENROLLMENTS}{record}\n")).read();
        assert_eq!(
            counts(&dataset, "enrollments.csv"),
            [4, 3, 0, 0, 1],
            "{record}: {:?}",
            findings(&dataset)
        );
        let finding = only(&dataset, code);
        assert_eq!(finding.place.to_string(), "enrollments.csv:5", "{record}");
        assert_eq!(finding.field.as_deref(), field, "{record}");
    }
}

#[test]
fn a_student_with_no_day_stays_a_student() {
    let no_show = format!("{ENROLLMENTS}s9,A,06,2022-01-07,2022-01-09,,\n");
    let dataset = Folder::attendance("s9,A,2022-01-05,AU,\n").file("enrollments.csv", no_show).read();
    assert_eq!(counts(&dataset, "enrollments.csv"), [4, 3, 0, 0, 1]);
    assert_eq!(counts(&dataset, "attendance.csv"), [1, 0, 0, 0, 1]);
    assert_eq!(days(register(&dataset), "s9"), ". . . . .");
    assert_eq!(only(&dataset, EventWithoutEnrollment).student.as_ref().unwrap().as_str(), "s9");
}

#[test]
fn calendars() {
    let with = |records: &str| {
        let text = std::fs::read_to_string(Folder::small().path().join("calendars.csv")).unwrap();
        Folder::small().file("calendars.csv", text + records).read()
    };
    for (record, code, field, counted) in [
        ("A,2022-01-11,pancake_day,,\n", UnmappedCalendarEvent, "event", [11, 11, 0, 0, 0]),
        ("A,2022-01-11,instructional_day,1441,\n", MinutesOutOfRange, "minutes", [11, 10, 0, 0, 1]),
        ("A,2022-01-11,instructional_day,0,\n", MinutesOutOfRange, "minutes", [11, 10, 0, 0, 1]),
        ("A,2022-01-11,instructional_day,-5,\n", MinutesOutOfRange, "minutes", [11, 10, 0, 0, 1]),
        ("A,2022-01-11,instructional_day,long,\n", InvalidNumber, "minutes", [11, 10, 0, 0, 1]),
        ("A,2022-01-11,instructional_day,,KG;purple\n", InvalidGrade, "closed_grades", [11, 10, 0, 0, 1]),
        ("A,1850-01-11,instructional_day,,\n", DateOutsideYear, "date", [11, 10, 0, 0, 1]),
        ("A,2022-01-03,instructional_day,,\n", DuplicateRecord, "date", [11, 10, 1, 0, 0]),
        ("A,2022-01-06,weather_day,,\n", ConflictingRecords, "event", [11, 10, 0, 1, 0]),
        ("A,2022-01-07,instructional_day,,\n", ConflictingRecords, "event", [11, 10, 0, 1, 0]),
    ] {
        let dataset = with(record);
        assert_eq!(counts(&dataset, "calendars.csv"), counted, "{record}");
        assert_eq!(only(&dataset, code).field.as_deref(), Some(field), "{record}");
    }
    // A day that two records contradict is closed, in either order.
    assert_eq!(days(register(&with("A,2022-01-06,weather_day,,\n")), "s1"), "p p p . p");
    assert_eq!(days(register(&with("A,2022-01-07,instructional_day,,\n")), "s1"), "p p p p p");
    // So is one of which a record says something that the model does not know.
    let dataset = with("A,2022-01-11,pancake_day,,\n");
    let calendar = register(&dataset).calendar(0);
    let day = calendar.day("2022-01-11".parse().unwrap()).unwrap();
    assert_eq!(day.event, homeroom::CalendarEvent::NonInstructionalDay);
}

#[test]
fn terms_and_days_taken() {
    let dataset = Folder::small()
        .file(
            "terms.csv",
            "school_id,name,begin,end\nA,Fall,2022-01-03,2022-01-05\nA,Fall,2022-01-03,2022-01-05\n\
             C,Fall,2022-01-03,2022-01-05\nA,Back,2022-01-05,2022-01-03\nA,Old,2019-01-05,2019-01-08\n",
        )
        .file(
            "attendance_taken.csv",
            "school_id,date\nA,2022-01-03\nA,2022-01-03\nC,2022-01-03\nA,2022-01-08\nA,never\n",
        )
        .read();
    assert_eq!(counts(&dataset, "terms.csv"), [5, 1, 1, 0, 3]);
    assert_eq!(counts(&dataset, "attendance_taken.csv"), [5, 1, 1, 0, 3]);
    let register = register(&dataset);
    assert_eq!(register.calendar(register.find_school("A").unwrap()).terms().len(), 1);
    assert_eq!(dataset.report.findings.count(UnknownSchool), 3);
    assert_eq!(only(&dataset, EventOnNonSchoolDay).place.to_string(), "attendance_taken.csv:5");
}

#[test]
fn the_roster() {
    let dataset = Folder::small()
        .file("networks.csv", "network_id,name\nN,North\nN,North\nN,South\n,Nobody\n")
        .file("districts.csv", "district_id,name,network_id\nD,Dell,N\nD,Dell,\n")
        .file("schools.csv", "school_id,name,district_id\nA,Alder,D\nB,,\n")
        .file("partners.csv", "partner_id,name,district_ids\nP,Pals,D; E\n")
        .file(
            "students.csv",
            format!("student_id,english_learner\ns1,yes\ns1,no\ns1,yes\ns2,{}\n", "y".repeat(200)),
        )
        .read();
    assert_eq!(counts(&dataset, "networks.csv"), [4, 1, 1, 1, 1]);
    assert_eq!(counts(&dataset, "districts.csv"), [2, 1, 0, 1, 0]);
    assert_eq!(counts(&dataset, "students.csv"), [4, 1, 1, 1, 1]);
    assert_eq!(only(&dataset, FieldTooLong).place.to_string(), "students.csv:5");
    assert_eq!(dataset.roster.networks().next().unwrap().name.as_deref(), Some("North"));
    assert_eq!(dataset.roster.district_of("A").unwrap().as_str(), "D");
    assert_eq!(dataset.roster.partners().next().unwrap().districts.len(), 2);
    assert_eq!(dataset.roster.student("s1").unwrap().attribute("english_learner"), Some("yes"));
}
