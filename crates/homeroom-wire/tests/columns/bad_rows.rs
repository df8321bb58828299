//! Rows that cannot be read, and columns that cannot be taken.

use crate::own::{Texts, days};
use homeroom::{
    AttendanceCode, AttendanceStatus, CodeTable, Finding, FindingCode, FindingCode::*, Fraction, Intake,
};
use homeroom_wire::{
    OpenRegister, ProblemKind, Records,
    columns::{
        CalendarColumns, EnrollmentColumns, EventColumns, EventMeaning, NO_DATE, NO_TEXT, RegisterColumns,
        TakenColumns, TextColumn,
    },
};
use serde_json::json;

fn records() -> Records {
    let records = json!({
        "school_year": 2022,
        "calendars": [{ "school": "A", "weekdays": [{ "first": "2021-08-30", "count": 20 }] }],
        "enrollments": [{ "student": "s1", "school": "A" }, { "student": "s2", "school": "A" }],
    });
    serde_json::from_value(records).unwrap()
}

fn table() -> CodeTable {
    let mut table = CodeTable::new();
    table.insert("AU", AttendanceCode::new(AttendanceStatus::UnexcusedAbsence), None).unwrap();
    let half = "1/2".parse::<Fraction>().unwrap();
    table.insert("HD", AttendanceCode::new(AttendanceStatus::ExcusedAbsence), Some(half)).unwrap();
    table
}

type Row<'t> = (Option<&'t str>, Option<&'t str>, i32, Option<&'t str>, Option<&'t str>);

fn events(rows: &[Row<'_>]) -> OpenRegister {
    let texts = |of: fn(&Row<'_>) -> Option<String>| {
        let texts: Vec<_> = rows.iter().map(of).collect();
        Texts::of(texts.iter().map(Option::as_deref))
    };
    let columns = [
        texts(|row| row.0.map(str::to_owned)),
        texts(|row| row.1.map(str::to_owned)),
        texts(|row| row.3.map(str::to_owned)),
        texts(|row| row.4.map(str::to_owned)),
    ];
    let values: Vec<_> = columns.iter().map(Texts::values).collect();
    let column = |index: usize| columns[index].column(&values[index]);
    let date: Vec<_> = rows.iter().map(|row| row.2).collect();
    let table = table();
    let meaning = EventMeaning::Codes { code: column(2), table: &table };
    let part = Some(column(3));
    let events = EventColumns { student: column(0), school: column(1), date: &date, meaning, part };
    let given = RegisterColumns { events: Some(events), ..RegisterColumns::default() };
    OpenRegister::from_columns(&records(), &given).unwrap()
}

fn found(open: &OpenRegister) -> Vec<(FindingCode, String, Option<String>)> {
    let said = |finding: &Finding| {
        (finding.code, finding.place.to_string(), finding.field.as_deref().map(str::to_owned))
    };
    let mut found: Vec<_> = open.report().unwrap().findings.iter().map(said).collect();
    found.sort_by_key(|(_, place, _)| place.clone());
    found
}

#[test]
fn every_bad_event_is_found_and_counted() {
    let day = days("2021-09-01");
    let open = events(&[
        (Some("s1"), Some("A"), day, Some("AU"), None),
        (None, Some("A"), day, Some("AU"), None),
        (Some("s1"), Some(" "), day, Some("AU"), None),
        (Some("s1"), Some("A"), NO_DATE, Some("AU"), None),
        (Some("s1"), Some("A"), i32::MAX, Some("AU"), None),
        (Some("s1"), Some("A"), day, None, None),
        (Some("s1"), Some("A"), day, Some("??"), None),
        (Some("s1"), Some("A"), day, Some("AU"), Some("3/2")),
        (Some("s1"), Some("A"), day, Some("AU"), Some("a half")),
        (Some("s2"), Some("A"), day, Some("HD"), None),
        (Some("s2"), Some("B"), day, Some("HD"), None),
    ]);
    let said = |code, row: usize, field: Option<&str>| (code, format!("row {row}"), field.map(str::to_owned));
    let mut expected = vec![
        said(MissingValue, 2, Some("student")),
        said(MissingValue, 3, Some("school")),
        said(MissingValue, 4, Some("date")),
        said(InvalidDate, 5, Some("date")),
        said(MissingValue, 6, Some("code")),
        said(UnmappedCode, 7, Some("code")),
        said(PartOutOfRange, 8, Some("part")),
        said(InvalidNumber, 9, Some("part")),
        said(UnknownSchool, 11, None),
    ];
    expected.sort_by_key(|(_, place, _)| place.clone());
    assert_eq!(found(&open), expected);
    assert_eq!(
        open.report().unwrap().intake,
        Intake { read: 11, applied: 2, rejected: 9, ..Intake::default() }
    );
    assert!(!format!("{:?}", open.report().unwrap()).contains("a half"));
}

#[test]
fn more_meanings_than_a_column_of_the_roll_can_number() {
    let parts: Vec<_> = (1..=300).map(|part| format!("{part}/360")).collect();
    let on =
        |number: usize| if number.is_multiple_of(2) { ("s1", "2021-09-01") } else { ("s2", "2021-09-03") };
    let row = |(number, part): (usize, &'_ String)| {
        let (student, date) = on(number);
        (Some(student), Some("A"), days(date), Some("AU"), Some(part.clone()))
    };
    let rows: Vec<_> = parts.iter().enumerate().map(row).collect();
    let rows: Vec<Row<'_>> = rows.iter().map(|row| (row.0, row.1, row.2, row.3, row.4.as_deref())).collect();
    let open = events(&rows);
    let mut records = serde_json::to_value(records()).unwrap();
    let event = |(number, part): (usize, &String)| {
        let (student, date) = on(number);
        json!({
            "student": student, "school": "A", "dates": [date], "status": "unexcused_absence",
            "extent": { "part": part },
        })
    };
    records["events"] = parts.iter().enumerate().map(event).collect();
    let one_by_one = OpenRegister::from_json(&records.to_string()).unwrap();
    assert_eq!(open.register(), one_by_one.register());
    assert_eq!(open.report().unwrap().intake, one_by_one.report().unwrap().intake);
    assert!(open.report().unwrap().intake.balances() && open.report().unwrap().intake.read == 300);
}

#[test]
fn bad_enrolments_and_calendars_are_found() {
    let text = |texts: &[Option<&str>]| Texts::of(texts.iter().copied());
    let school = text(&[Some("B"), Some("B"), None, Some("B"), Some("B"), Some("B")]);
    let event = text(&[None, Some("holiday"), None, Some("no such"), None, None]);
    let (schools, happenings) = (school.values(), event.values());
    let first = days("2021-09-01");
    let date = [first, first + 1, first + 2, first + 5, first + 6, first + 6];
    let minutes = [None, None, None, None, Some(2000), Some(200)];
    let calendar = CalendarColumns {
        school: school.column(&schools),
        date: &date,
        event: Some(event.column(&happenings)),
        minutes: Some(&minutes),
        closed_grades: None,
    };
    let student = text(&[Some("s9"), Some("s2"), Some("s3"), Some("s4"), Some("s5"), None]);
    let at = text(&[Some("B"), Some("B"), Some("C"), Some("B"), Some("B"), Some("B")]);
    let grade = text(&[Some("09"), Some("top"), None, None, None, None]);
    let share = text(&[None, None, None, Some("2"), None, None]);
    let (students, places, grades, shares) = (student.values(), at.values(), grade.values(), share.values());
    let (entry, exit) = (
        [NO_DATE, first, NO_DATE, first, first + 1, first],
        [NO_DATE, NO_DATE, NO_DATE, NO_DATE, first, first],
    );
    let enrollments = EnrollmentColumns {
        student: student.column(&students),
        school: at.column(&places),
        entry: Some(&entry),
        exit: Some(&exit),
        grade: Some(grade.column(&grades)),
        share: Some(share.column(&shares)),
        ..EnrollmentColumns::default()
    };
    let taken_at = text(&[Some("B"), Some("B"), None]);
    let took = taken_at.values();
    let taken = TakenColumns { school: taken_at.column(&took), date: &[first, first + 3, first] };
    let given = RegisterColumns {
        enrollments: Some(enrollments),
        calendar: Some(calendar),
        attendance_taken: Some(taken),
        events: None,
    };
    let open = OpenRegister::from_columns(&records(), &given).unwrap();
    let codes: Vec<_> = open.report().unwrap().findings.by_code().collect();
    let expected = [
        (MissingValue, 3),
        (InvalidGrade, 1),
        (InvalidNumber, 1),
        (MinutesOutOfRange, 1),
        (UnmappedCalendarEvent, 1),
        (ExitBeforeEntry, 1),
        (UnknownSchool, 1),
        (EventOnNonSchoolDay, 1),
    ];
    assert_eq!(codes, expected);
    let places: Vec<_> =
        open.report().unwrap().findings.iter().map(|finding| finding.place.to_string()).collect();
    for place in ["calendar:3", "enrollments:6", "attendance_taken:3", "enrollments:3", "attendance_taken:2"]
    {
        assert!(places.iter().any(|one| one == place), "{place}: {places:?}");
    }
    let enrolled = open.report().unwrap().enrollments;
    assert_eq!(enrolled, Intake { read: 8, applied: 3, rejected: 5, ..Intake::default() });
}

#[test]
fn columns_that_contradict_each_other_are_refused_by_name() {
    let refused = |given: &RegisterColumns<'_>, records: &Records| {
        let problem = OpenRegister::from_columns(records, given).unwrap_err();
        assert_eq!(problem.kind, ProblemKind::Column);
        (problem.code, problem.field.unwrap())
    };
    let column = TextColumn { codes: &[0, NO_TEXT], values: &["A"] };
    let taken = |school, date| RegisterColumns {
        attendance_taken: Some(TakenColumns { school, date }),
        ..RegisterColumns::default()
    };
    let short = refused(&taken(column, &[1]), &records());
    assert_eq!(short, ("column_length".to_owned(), "attendance_taken.date".to_owned()));
    let outside = TextColumn { codes: &[1], values: &["A"] };
    let outside = refused(&taken(outside, &[1]), &records());
    assert_eq!(outside, ("index_without_value".to_owned(), "attendance_taken.school".to_owned()));
    let calendar = CalendarColumns {
        school: TextColumn { codes: &[0], values: &["A"] },
        date: &[18_870],
        ..CalendarColumns::default()
    };
    let given = RegisterColumns { calendar: Some(calendar), ..RegisterColumns::default() };
    assert_eq!(refused(&given, &records()).0, "calendar_twice");
    let mut nothing = records();
    nothing.enrollments.clear();
    assert_eq!(refused(&RegisterColumns::default(), &nothing).0, "no_enrollments");
    nothing.calendars.clear();
    assert_eq!(refused(&RegisterColumns::default(), &nothing).0, "no_calendar");
}
