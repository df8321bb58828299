//! How much of the day an event covers, and how dates and codes are read.

use crate::folder::{Folder, counts, days, findings, mapped, only, register};
use homeroom::FindingCode::*;
use homeroom_exchange::{FileKind, Mapping};

/// The small folder's calendars and enrolments, and attendance of a form of its own.
fn mapping(file: &str, top: &str) -> Mapping {
    let standard = include_str!("../../src/delimited/standard.toml");
    let (before, _) = standard.split_once("[[files]]\nname = \"attendance_taken.csv\"").unwrap();
    let text = format!(
        "{top}\n{before}\n[codes.PR]\nstatus = 'absence'\nextent_required = true\n\
         [[files]]\nname = 'events.csv'\nkind = 'attendance'\n{file}"
    );
    Mapping::from_toml(&text).unwrap()
}

fn read(file: &str, top: &str, text: &str) -> homeroom_exchange::Dataset {
    Folder::small().file("events.csv", text).try_read(&mapping(file, top)).unwrap()
}

const COLUMNS: &str = "student = 'student', school = 'school', date = 'date', code = 'code'";
const FULL_ROLL: &str = "rules = { basis = 'full_roll' }";

#[test]
fn minutes_of_the_day() {
    let file = format!("columns = {{ {COLUMNS}, minutes = 'minutes' }}");
    let text = "student,school,date,code,minutes\ns1,A,2022-01-03,AU,90\ns1,A,2022-01-10,AU,90\ns1,A,2022-01-04,AU,390\n\
                s1,A,2022-01-05,AU,1441\ns1,A,2022-01-05,AU,-1\ns1,A,2022-01-05,AU,1.5\ns1,A,2022-01-06,AU,400\n";
    let dataset = read(&file, "day_minutes = 390", text);
    assert_eq!(
        days(register(&dataset), "s1"),
        "unexcused_absence 3/13 unexcused_absence 1 p p unexcused_absence 1/2"
    );
    assert_eq!(counts(&dataset, "events.csv"), [7, 3, 0, 0, 4]);
    let all = findings(&dataset);
    for expected in [
        "minutes_out_of_range events.csv:5 minutes",
        "minutes_out_of_range events.csv:6 minutes",
        "invalid_number events.csv:7 minutes",
        "minutes_out_of_range events.csv:8 -",
    ] {
        assert!(all.iter().any(|finding| finding == expected), "{expected}: {all:?}");
    }
}

#[test]
fn parts_sessions_and_sections() {
    let file = format!("columns = {{ {COLUMNS}, session = 'session' }}");
    let text = "student,school,date,code,session\ns1,A,2022-01-03,AU,AM\ns1,A,2022-01-04,AU,am\ns1,A,2022-01-04,AE,Afternoon\n\
                s1,A,2022-01-05,AU,night\n";
    let dataset = read(&file, FULL_ROLL, text);
    assert_eq!(
        days(register(&dataset), "s1"),
        "not_recorded 1/2+unexcused_absence 1/2 unexcused_absence 1/2+excused_absence 1/2 ? ? ?"
    );
    assert_eq!(only(&dataset, MalformedRow).detail.as_deref(), Some("the value has the form `aaaaa`"));

    let file = format!("columns = {{ {COLUMNS}, section = 'period' }}");
    let text = "student,school,date,code,period\ns1,A,2022-01-03,AU,1\ns1,A,2022-01-03,P,2\ns1,A,2022-01-03,P,2\n\
                s1,A,2022-01-03,P,3\ns1,A,2022-01-04,AU,\n";
    let sections = format!("{file}\nconstants = {{ sections_per_day = '6' }}");
    let dataset = read(&sections, "", text);
    assert_eq!(days(register(&dataset), "s1"), "unexcused_absence 1/6 unexcused_absence 1 p p p");
    assert_eq!(counts(&dataset, "events.csv"), [5, 4, 1, 0, 0]);
    // On a full roll the day has the sections that were recorded; on one of exceptions nobody knows.
    let dataset = read(&file, FULL_ROLL, text);
    assert_eq!(days(register(&dataset), "s1"), "unexcused_absence 1/3 unexcused_absence 1 ? ? ?");
    assert_eq!(read(&file, "", text).report.findings.count(SectionsUnknown), 4);
    let none = format!("{file}\nconstants = {{ sections_per_day = '0' }}");
    assert_eq!(read(&none, "", text).report.findings.count(SectionsUnknown), 4);
}

#[test]
fn a_code_with_an_extent_and_one_that_requires_it() {
    let file = format!("columns = {{ {COLUMNS}, part = 'part' }}");
    let text = "student,school,date,code,part\ns1,A,2022-01-03,HD,\ns1,A,2022-01-04,HD,0.25\ns1,A,2022-01-05,PR,\n\
                s1,A,2022-01-06,PR,75%\n";
    let dataset = read(&file, "", text);
    assert_eq!(days(register(&dataset), "s1"), "excused_absence 1/2 excused_absence 1/4 p absence 3/4 p");
    assert_eq!(only(&dataset, PartMissing).place.to_string(), "events.csv:4");
    assert_eq!(counts(&dataset, "events.csv"), [4, 3, 0, 0, 1]);
}

#[test]
fn the_empty_code_may_have_a_meaning() {
    let file = format!("columns = {{ {COLUMNS} }}");
    let text = "student,school,date,code\ns1,A,2022-01-03,\ns1,A,2022-01-04,AU\n";
    let mut mapping = mapping(&file, FULL_ROLL);
    let present = mapping.codes["P"];
    mapping.codes.insert(String::new(), present);
    let dataset = Folder::small().file("events.csv", text).try_read(&mapping).unwrap();
    assert_eq!(days(register(&dataset), "s1"), "p unexcused_absence 1 ? ? ?");
    assert_eq!(dataset.report.findings.total(), 0);
}

#[test]
fn what_an_unmapped_code_shows() {
    for (code, shown) in [
        ("XX", "`XX`"),
        ("07", "`07`"),
        ("T-E+", "`T-E+`"),
        ("Maria", "`aaaaa`"),
        ("Jane", "`aaaa`"),
        ("Bo", "`aa`"),
        ("a b", "`a a`"),
        ("\u{e9}", "`a`"),
        ("\u{c9}", "`a`"),
    ] {
        let dataset = Folder::attendance(&format!("s1,A,2022-01-03,{code},\n")).read();
        let expected = format!("{shown} is not in the code table");
        assert_eq!(only(&dataset, UnmappedCode).detail.as_deref(), Some(expected.as_str()));
        assert_eq!(days(register(&dataset), "s1"), "p p p p p");
    }
}

#[test]
fn days_before_months_or_after() {
    let read = |formats: &str, text: &str| {
        let file = format!("date_formats = [{formats}]\ncolumns = {{ {COLUMNS} }}");
        read(&file, "", &format!("student,school,date,code\n{text}"))
    };
    let both = "'%d/%m/%Y', '%m/%d/%Y'";
    let text = "s1,A,03/01/2022,AU\ns1,A,4/1/2022,AU\ns1,A,1/10/2022,AU\ns1,A,01/01/2022,AU\n";
    let dataset = read(both, text);
    assert_eq!(dataset.report.findings.count(AmbiguousDate), 3);
    assert_eq!(counts(&dataset, "events.csv"), [4, 0, 0, 0, 4]);
    let dataset = read("'%d/%m/%Y'", text);
    assert_eq!(days(register(&dataset), "s1"), "unexcused_absence 1 unexcused_absence 1 p p p");
    assert_eq!(dataset.report.findings.count(AmbiguousDate), 0);
    let dataset = read(both, "s1,A,13/1/2022,AU\ns1,A,1/13/2022,AU\n");
    assert_eq!(dataset.report.findings.count(EventOnNonSchoolDay), 2);
}

#[test]
fn hostile_quoting() {
    let file = format!(
        "delimiter = ';'\nquote = \"'\"\nescape = '\\'\nheader_quote = '\"'\nmissing = ['', 'NULL']\n\
                        ignore = ['note']\ncolumns = {{ {COLUMNS}, part = 'part' }}"
    );
    let text = "\"student\";\"school\";\"date\";\"code\";\"note\";\"part\"\n\
                's1';'A';'2022-01-03';'AU';'it\\'s; \"so\"\nand so\\\\';'NULL'\n's1';'A';'2022-01-04';'AU';'it''s';'1/2'\n";
    let dataset = read(&file, "", text);
    assert_eq!(days(register(&dataset), "s1"), "unexcused_absence 1 unexcused_absence 1/2 p p p");
    assert_eq!(dataset.report.findings.total(), 0, "{:?}", findings(&dataset));
}

#[test]
fn a_part_of_a_day_that_two_files_tell_is_counted_with_the_second() {
    let mut mapping = Mapping::standard();
    mapped(&mut mapping, FileKind::Attendance).name = vec!["one.csv".to_owned(), "two.csv".to_owned()];
    let header = crate::folder::ATTENDANCE;
    let dataset = Folder::small()
        .file("one.csv", format!("{header}s1,A,2022-01-03,AU,1/2\ns1,A,2022-01-04,AU,1/2\n"))
        .file(
            "two.csv",
            format!("{header}s1,A,2022-01-03,AU,0.5\ns1,A,2022-01-04,AU,0.25\ns2,A,2022-01-03,AU,0.3\n"),
        )
        .try_read(&mapping)
        .unwrap();
    assert_eq!(counts(&dataset, "one.csv"), [2, 2, 0, 0, 0]);
    assert_eq!(counts(&dataset, "two.csv"), [3, 1, 1, 1, 0]);
}
