//! Ed-Fi files that are broken, hostile or empty: what is found, and what can still be read.

mod edfi_folder;

use edfi_folder::{Folder, attendance, event, found, mark, year_in_json, year_in_xml};
use homeroom::{FindingCode, Intake};
use homeroom_exchange::{EdfiOptions, ReadError, ReadOptions, read_edfi_with};
use std::ops::ControlFlow;

#[test]
fn markup_that_could_expand_is_refused() {
    let bomb = "<!DOCTYPE a [<!ENTITY b \"bbbb\"><!ENTITY c \"&b;&b;&b;\">]><a>&c;</a>";
    let own = event("&student;", "2022-01-03", "Tardy", "", "");
    let fine = event("s&#49;", "2022-01-04", "Tardy", "", "");
    let folder = Folder::new("bomb").xml("year.xml", &year_in_xml()).file("bomb.xml", bomb.as_bytes());
    let dataset = folder.xml("events.xml", &(own + &fine)).read();
    found(&dataset, &[(FindingCode::ForbiddenMarkup, 2)]);
    assert_eq!(attendance(&dataset), Intake { read: 2, applied: 1, rejected: 1, ..Intake::default() });
    assert_eq!(mark(&dataset, "s1", "2022-01-04"), "tardy 0");
}

#[test]
fn a_truncated_file_gives_what_stands_before() {
    let whole = event("s1", "2022-01-03", "Tardy", "", "");
    let cut = event("s2", "2022-01-03", "Tardy", "", "");
    for keep in [10, cut.len() / 2, cut.len() - 3] {
        let text = format!("<Interchange>{whole}{}", &cut[..keep]);
        let folder =
            Folder::new("truncated").xml("year.xml", &year_in_xml()).file("events.xml", text.as_bytes());
        let dataset = folder.read();
        found(&dataset, &[(FindingCode::TruncatedFile, 1)]);
        assert_eq!(attendance(&dataset).applied, 1);
    }
    let json = r#"{"studentSchoolAttendanceEvents": [{"eventDate": "2022-01-03", "attendanceEventCategoryDescriptor":
        "Tardy", "studentReference": {"studentUniqueId": "s1"}, "schoolReference": {"schoolId": 1}}, {"eventD"#;
    let dataset =
        Folder::new("truncated").xml("year.xml", &year_in_xml()).file("events.json", json.as_bytes()).read();
    found(&dataset, &[(FindingCode::TruncatedFile, 1)]);
    assert_eq!(attendance(&dataset).applied, 1);
}

#[test]
fn a_mismatched_tag_ends_the_file_and_keeps_what_stands_before() {
    let text = format!("<I>{}</Oops>{}</I>", event("s1", "2022-01-03", "Tardy", "", ""), "<b/>".repeat(9));
    let dataset =
        Folder::new("mismatch").xml("year.xml", &year_in_xml()).file("e.xml", text.as_bytes()).read();
    found(&dataset, &[(FindingCode::MalformedRow, 1)]);
    assert_eq!(attendance(&dataset).applied, 1);
}

#[test]
fn an_endless_field_spoils_its_record_only() {
    let long = "1".repeat(10_000_000);
    let events = event(&long, "2022-01-03", "Tardy", "", "") + &event("s1", "2022-01-03", "Tardy", "", "");
    let dataset = Folder::new("endless").xml("year.xml", &year_in_xml()).xml("events.xml", &events).read();
    found(&dataset, &[(FindingCode::FieldTooLong, 1)]);
    assert_eq!(attendance(&dataset), Intake { read: 2, applied: 1, rejected: 1, ..Intake::default() });

    let record = |student: &str| {
        format!(
            r#"{{"eventDate": "2022-01-03", "attendanceEventCategoryDescriptor": "x#Tardy",
            "studentReference": {{"studentUniqueId": "{student}"}}, "schoolReference": {{"schoolId": 1}}}}"#
        )
    };
    let json = format!("[{}, {}]", record(&long), record("s1"));
    let folder = Folder::new("endless").xml("year.xml", &year_in_xml());
    let dataset = folder.file("studentSchoolAttendanceEvents.json", json.as_bytes()).read();
    found(&dataset, &[(FindingCode::FieldTooLong, 1)]);
    assert_eq!(attendance(&dataset).applied, 1);
}

#[test]
fn deep_nesting_ends_the_file() {
    let text = format!("<I>{}{}</I>", "<a>".repeat(100_000), "</a>".repeat(100_000));
    let dataset =
        Folder::new("deep").xml("year.xml", &year_in_xml()).file("deep.xml", text.as_bytes()).read();
    found(&dataset, &[(FindingCode::MalformedRow, 1), (FindingCode::UnusedRecord, 1)]);
    let json = format!("{}{}", "[".repeat(100_000), "]".repeat(100_000));
    let dataset =
        Folder::new("deep").xml("year.xml", &year_in_xml()).file("students.json", json.as_bytes()).read();
    assert_eq!(dataset.report.findings.count(FindingCode::MalformedRow), 1);
}

#[test]
fn files_of_nothing_are_named() {
    let folder = Folder::new("empty").xml("year.xml", &year_in_xml());
    let dataset = folder.file("a.xml", b"").xml("b.xml", "").file("c.json", b"[]").read();
    found(&dataset, &[(FindingCode::EmptyFile, 3)]);
    let files: Vec<_> = dataset.report.findings.iter().map(|finding| finding.place.to_string()).collect();
    assert_eq!(files, ["a.xml", "b.xml", "c.json"]);
}

#[test]
fn encodings_are_told_by_their_bytes() {
    let event = event("s1", "2022-01-03", "Tardy", "", "");
    let text = format!("<?xml version=\"1.0\"?><I>{event}</I>");
    let utf16 = |bom: bool| -> Vec<u8> {
        let bom = bom.then_some('\u{feff}').into_iter();
        bom.chain(text.chars()).flat_map(|c| (c as u16).to_le_bytes()).collect()
    };
    let read =
        |bytes: &[u8]| Folder::new("encoding").xml("year.xml", &year_in_xml()).file("e.xml", bytes).read();

    for bytes in [utf16(true), [b"\xEF\xBB\xBF", text.as_bytes()].concat()] {
        let dataset = read(&bytes);
        found(&dataset, &[]);
        assert_eq!(attendance(&dataset).applied, 1);
    }
    found(&read(&utf16(false)), &[(FindingCode::WrongEncoding, 1)]);

    // Latin-1 in a field that is used spoils the record; in one that is not, it does no harm.
    let latin = |from: &str, to: &[u8]| {
        let at = text.find(from).unwrap();
        [&text.as_bytes()[..at], to, &text.as_bytes()[at + from.len()..]].concat()
    };
    let dataset = read(&latin("s1", b"s\xE9"));
    found(&dataset, &[(FindingCode::WrongEncoding, 1)]);
    assert_eq!(attendance(&dataset).rejected, 1);
    let dataset = read(&latin("A reason", b"Caf\xE9"));
    found(&dataset, &[]);
    assert_eq!(attendance(&dataset).applied, 1);
}

#[test]
fn nothing_to_build_from_is_an_error() {
    let folder = Folder::new("nothing").xml("events.xml", &event("s1", "2022-01-04", "Tardy", "", ""));
    let error = folder.read_with(&EdfiOptions::default(), true).unwrap_err();
    assert!(matches!(error, ReadError::NoInstructionalDays));
    let error = Folder::new("no-file").read_with(&EdfiOptions::default(), true).unwrap_err();
    assert!(matches!(error, ReadError::MissingFile { .. }));
}

#[test]
fn progress_goes_up_to_the_whole() {
    let folder =
        Folder::new("progress").xml("year.xml", &year_in_xml()).xml("long.xml", &"<a>x</a>".repeat(400_000));
    let mut seen = Vec::new();
    let mut progress = |p: homeroom_exchange::Progress<'_>| {
        seen.push((p.bytes, p.total));
        ControlFlow::Continue(())
    };
    let mut options = ReadOptions { progress: Some(&mut progress), ..ReadOptions::default() };
    read_edfi_with(folder.path(), &EdfiOptions::default(), &mut options).unwrap();
    assert!(seen.len() > 2 && seen.is_sorted());
    assert!(seen.last().is_some_and(|(bytes, total)| bytes == total && *total > 3_000_000));
}

#[test]
fn a_reading_can_be_stopped_whenever_it_tells_of_itself() {
    let long = event("s1", "2022-01-03", "Tardy", "", "").repeat(4_000);
    let folder = year_in_json(Folder::new("stop")).xml("long.xml", &long);
    let read = |stop_at: usize| {
        let mut told = 0;
        let mut progress = |_: homeroom_exchange::Progress<'_>| {
            told += 1;
            if told > stop_at { ControlFlow::Break(()) } else { ControlFlow::Continue(()) }
        };
        let mut options = ReadOptions { progress: Some(&mut progress), ..ReadOptions::default() };
        let outcome = read_edfi_with(folder.path(), &EdfiOptions::default(), &mut options);
        assert_eq!(matches!(outcome, Err(ReadError::Stopped)), outcome.is_err());
        (outcome.is_ok(), told)
    };
    let (done, all) = read(usize::MAX);
    assert!(done && all >= 8, "{all}");
    for stop_at in 0..all {
        assert_eq!(read(stop_at), (false, stop_at + 1));
    }
}
