//! Files that are wrong as a whole.

use crate::folder::{ATTENDANCE, Folder, counts, days, findings, mapped, only, register};
use homeroom::FindingCode::*;
use homeroom_exchange::{FileKind, Mapping, ReadError};

#[test]
fn an_empty_file_and_a_file_of_nothing_but_its_header() {
    for text in ["", "\u{feff}", "\n\n", ATTENDANCE, ATTENDANCE.trim_end()] {
        let dataset = Folder::small().file("attendance.csv", text).read();
        assert_eq!(counts(&dataset, "attendance.csv"), [0; 5], "{text:?}");
        assert_eq!(findings(&dataset), ["empty_file attendance.csv -"], "{text:?}");
        assert_eq!(days(register(&dataset), "s1"), "p p p p p");
    }
}

#[test]
fn every_way_to_end_a_line() {
    let text = format!("{ATTENDANCE}s1,A,2022-01-03,AU,\ns1,A,2022-01-04,AE,1/2\n");
    let plain = Folder::small().file("attendance.csv", &text).read();
    assert_eq!(days(register(&plain), "s1"), "unexcused_absence 1 excused_absence 1/2 p p p");
    for other in [
        text.replace('\n', "\r\n"),
        text.replace('\n', "\r"),
        text.trim_end().to_owned(),
        text.trim_end().replace('\n', "\r\n"),
        format!("\u{feff}{text}"),
        text.replace("AU,", "\"AU\",").replace("part", "\"part\""),
        text.replace("s1,", " s1 , "),
    ] {
        assert_eq!(Folder::small().file("attendance.csv", &other).read(), plain, "{other:?}");
    }
}

#[test]
fn a_quoted_line_break_does_not_break_a_record() {
    let mapping = with_comment(&Mapping::standard());
    let text = "student_id,school_id,date,code,part,comment\n\
                s1,A,2022-01-03,AU,,\"a \"\"note\"\"\n\nof three lines, s2,A\"\ns1,A,2022-01-04,XX,,x\n";
    let dataset = Folder::small().file("attendance.csv", text).try_read(&mapping).unwrap();
    assert_eq!(counts(&dataset, "attendance.csv"), [2, 1, 0, 0, 1]);
    assert_eq!(findings(&dataset), ["unmapped_code attendance.csv:3 code"]);
}

#[test]
fn an_unknown_column_is_noted_once() {
    let text =
        "student_id,nickname,school_id,date,code,part\ns1,Jo,A,2022-01-03,AU,\ns1,Jo,A,2022-01-04,AU,\n";
    let dataset = Folder::small().file("attendance.csv", text).read();
    assert_eq!(counts(&dataset, "attendance.csv"), [2, 2, 0, 0, 0]);
    assert_eq!(findings(&dataset), ["unknown_column attendance.csv nickname"]);
    assert_eq!(only(&dataset, UnknownColumn).detail.as_deref(), Some("column 2"));
    let ignoring = with_ignored(&Mapping::standard(), "nickname");
    let dataset = Folder::small().file("attendance.csv", text).try_read(&ignoring).unwrap();
    assert_eq!(dataset.report.findings.total(), 0);
}

#[test]
fn a_missing_or_doubled_column_rejects_the_records_of_the_file() {
    for header in ["student_id,school_id,day,code,part", "student_id,school_id,date,code,date"] {
        let text = format!("{header}\ns1,A,2022-01-03,AU,\ns1,A,2022-01-04\n");
        let dataset = Folder::small().file("attendance.csv", text).read();
        assert_eq!(counts(&dataset, "attendance.csv"), [2, 0, 0, 0, 2], "{header}");
        assert_eq!(findings(&dataset), ["missing_column attendance.csv date"], "{header}");
        assert_eq!(days(register(&dataset), "s1"), "p p p p p");
    }
}

#[test]
fn a_column_may_be_optional() {
    let text = "student_id,school_id,date,code\ns1,A,2022-01-03,AU\n";
    let dataset = Folder::small().file("attendance.csv", text).read();
    assert_eq!(counts(&dataset, "attendance.csv"), [1, 1, 0, 0, 0]);
    assert_eq!(dataset.report.findings.total(), 0);
}

#[test]
fn the_first_record_of_a_file_without_a_header_is_not_repeated() {
    let dataset =
        Folder::small().file("attendance.csv", "Maria,A,2022-01-03,AU,\ns1,A,2022-01-03,AU,\n").read();
    assert_eq!(counts(&dataset, "attendance.csv"), [1, 0, 0, 0, 1]);
    assert_eq!(dataset.report.findings.count(MissingColumn), 4);
    assert!(!format!("{:?}", dataset.report).contains("Maria"));
}

#[test]
fn encodings() {
    let text = format!("{ATTENDANCE}s\u{e9},A,2022-01-03,AU,\n");
    let enrollments = crate::folder::ENROLLMENTS.replace("s1", "s\u{e9}");
    let folder = || Folder::small().file("enrollments.csv", &enrollments);
    let latin: Vec<u8> = text.chars().map(|c| c as u8).collect();
    let utf_16: Vec<u8> =
        "\u{feff}".encode_utf16().chain(text.encode_utf16()).flat_map(u16::to_le_bytes).collect();
    let utf_8 = folder().file("attendance.csv", &text).read();
    assert_eq!(counts(&utf_8, "attendance.csv"), [1, 1, 0, 0, 0]);
    for (bytes, encoding) in [(&latin, "windows-1252"), (&utf_16, "utf-16le"), (&utf_16, "utf-16")] {
        let mapping = with_encoding(&Mapping::standard(), encoding);
        let dataset = folder().file("attendance.csv", bytes).try_read(&mapping).unwrap();
        assert_eq!(dataset, utf_8, "{encoding}");
    }
    // In the wrong encoding nothing is guessed.
    let dataset = folder().file("attendance.csv", &latin).read();
    assert_eq!(findings(&dataset), ["wrong_encoding attendance.csv:2 student"]);
    let dataset = folder().file("attendance.csv", &utf_16).read();
    assert_eq!(findings(&dataset), ["wrong_encoding attendance.csv -"]);
    assert_eq!(counts(&dataset, "attendance.csv")[1], 0);
    let mut cut = utf_16.clone();
    cut.extend([0x00, 0xd8]);
    let mapping = with_encoding(&Mapping::standard(), "utf-16le");
    let dataset = folder().file("attendance.csv", &cut).try_read(&mapping).unwrap();
    assert_eq!(counts(&dataset, "attendance.csv"), [2, 1, 0, 0, 1]);
}

#[test]
fn a_long_file_in_another_encoding() {
    let records = "s1,A,2022-01-03,AU,\"\u{e9}\u{20ac}\"\n".repeat(30_000);
    let text = format!("{ATTENDANCE}{records}").replace(",part\n", ",comment\n");
    let mut mapping = with_encoding(&Mapping::standard(), "utf-16be");
    mapped(&mut mapping, FileKind::Attendance).ignore.push("comment".to_owned());
    let utf_16: Vec<u8> = text.encode_utf16().flat_map(u16::to_be_bytes).collect();
    let dataset = Folder::small().file("attendance.csv", utf_16).try_read(&mapping).unwrap();
    assert_eq!(counts(&dataset, "attendance.csv"), [30_000, 1, 29_999, 0, 0]);
}

#[test]
fn what_makes_reading_impossible() {
    let standard = Mapping::standard();
    let missing = Folder::small().without("attendance.csv").try_read(&standard).unwrap_err();
    assert!(missing.to_string().starts_with("`attendance.csv` is not in the folder"), "{missing}");
    let missing = Folder::small().without("enrollments.csv").try_read(&standard).unwrap_err();
    assert!(matches!(missing, ReadError::MissingFile { .. }));
    for calendar in ["", "school_id,date,event\n", "school_id,date,event\nA,2022-01-03,holiday\n"] {
        let folder = Folder::small().file("calendars.csv", calendar);
        assert!(matches!(folder.try_read(&standard), Err(ReadError::NoInstructionalDays)), "{calendar}");
    }
    let folder = Folder::small().without("attendance.csv");
    std::fs::create_dir(folder.path().join("attendance.csv")).unwrap();
    let error = folder.try_read(&standard).unwrap_err().to_string();
    assert!(error.starts_with("`attendance.csv` cannot be read"), "{error}");
    assert!(!error.contains("homeroom-delimited"), "{error}");
}

fn with_comment(mapping: &Mapping) -> Mapping {
    with_ignored(mapping, "comment")
}

fn with_ignored(mapping: &Mapping, column: &str) -> Mapping {
    let mut mapping = mapping.clone();
    mapped(&mut mapping, FileKind::Attendance).ignore.push(column.to_owned());
    mapping
}

fn with_encoding(mapping: &Mapping, encoding: &str) -> Mapping {
    let mut mapping = mapping.clone();
    encoding.clone_into(&mut mapped(&mut mapping, FileKind::Attendance).encoding);
    mapping
}
