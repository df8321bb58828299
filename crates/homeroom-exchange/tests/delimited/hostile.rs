//! Whatever stands in a file: no panic, no lost record, and nothing of it in the report.

use crate::folder::{Folder, counts, only};
use homeroom::FindingCode;
use homeroom_exchange::Mapping;
use std::fs;

const FILES: &[(&str, &str)] = &[
    ("networks.csv", "network_id,name\nN,North\n"),
    ("districts.csv", "district_id,name,network_id\nD,Dell,N\n"),
    ("schools.csv", "school_id,name,district_id\nA,Alder,D\nB,Birch,D\n"),
    ("partners.csv", "partner_id,name,district_ids\nP,Pals,D\n"),
    ("students.csv", "student_id,sex,english_learner\ns1,f,yes\ns2,m,no\n"),
    ("terms.csv", "school_id,name,begin,end\nA,Fall,2022-01-03,2022-01-10\n"),
    ("attendance_taken.csv", "school_id,date\nA,2022-01-03\n"),
    ("attendance.csv", "student_id,school_id,date,code,part\ns1,A,2022-01-03,AU,1/2\ns2,A,2022-01-04,T,\n"),
];

fn whole() -> Folder {
    FILES.iter().fold(Folder::small(), |folder, (name, text)| folder.file(name, text))
}

fn names(folder: &Folder) -> Vec<String> {
    let entries = fs::read_dir(folder.path()).unwrap();
    let mut names: Vec<_> = entries.map(|entry| entry.unwrap().file_name().into_string().unwrap()).collect();
    names.sort();
    names
}

#[test]
fn the_whole_folder_is_good() {
    let dataset = whole().read();
    assert_eq!(dataset.report.files.len(), FILES.len() + 2);
    assert_eq!(dataset.report.findings.total(), 0);
}

#[test]
fn findings_never_repeat_what_a_record_holds() {
    // Long enough to be no identifier, so that wherever it stands it is wrong or unread.
    let secret = format!("Maria Gonzalez{}", " of Elm Street 12".repeat(8));
    let mut tried = 0;
    for name in names(&whole()) {
        let text = fs::read_to_string(whole().path().join(&name)).unwrap();
        let mut lines: Vec<Vec<String>> =
            text.lines().map(|line| line.split(',').map(str::to_owned).collect()).collect();
        for column in 0..lines[0].len() {
            let kept = std::mem::replace(&mut lines[1][column], secret.clone());
            let planted: Vec<_> = lines.iter().map(|line| line.join(",")).collect();
            lines[1][column] = kept;
            let dataset = whole().file(&name, planted.join("\n")).read();
            let report = format!("{:?}", dataset.report);
            assert!(
                !report.contains("Gonzalez") && !report.contains("Elm"),
                "{name}, column {column}: {report}"
            );
            tried += 1;
        }
    }
    assert_eq!(tried, 37);
}

#[test]
fn a_name_in_the_column_of_a_student_or_a_code_is_not_repeated() {
    let header = crate::folder::ATTENDANCE;
    for (record, code) in [
        ("Jane Doe,A,2022-01-03,AU,", FindingCode::UnknownStudent),
        ("Jane,A,2022-01-03,AU,", FindingCode::UnknownStudent),
        ("Jane Doe,C,2022-01-03,AU,", FindingCode::UnknownStudent),
        ("Jane Doe,A,2031-01-03,AU,", FindingCode::DateOutsideYear),
        ("Jane Doe,A,2022-01-03,XX,", FindingCode::UnmappedCode),
        ("Jane Doe,A,someday,AU,", FindingCode::InvalidDate),
        ("s1,A,2022-01-03,Jane,", FindingCode::UnmappedCode),
    ] {
        let dataset = whole().file("attendance.csv", format!("{header}{record}\n")).read();
        assert_eq!(counts(&dataset, "attendance.csv"), [1, 0, 0, 0, 1], "{record}");
        assert_eq!(only(&dataset, code).place.to_string(), "attendance.csv:2", "{record}");
        let report = format!("{:?}", dataset.report);
        assert!(!report.contains("Jane") && !report.contains("Doe"), "{record}: {report}");
    }
    let dataset = whole().file("attendance.csv", format!("{header}Jane Doe,A,2022-01-03,AU,\n")).read();
    let detail = only(&dataset, FindingCode::UnknownStudent).detail.as_deref();
    assert_eq!(detail, Some("the value has the form `aaaa aaa`"));
    // An identifier is what says which student to look for, and one without a digit is one where it is enrolled.
    let dataset = whole().file("attendance.csv", format!("{header}s9,A,2022-01-03,AU,\n")).read();
    assert!(only(&dataset, FindingCode::UnknownStudent).student.is_some());
    let enrolled = format!("{}jdoe,A,06,2022-01-03,,,\n", crate::folder::ENROLLMENTS);
    let folder = whole().file("enrollments.csv", enrolled);
    let dataset = folder.file("attendance.csv", format!("{header}jdoe,A,2022-01-03,AU,\n")).read();
    assert_eq!(counts(&dataset, "attendance.csv"), [1, 1, 0, 0, 0]);
}

#[test]
fn any_bytes_are_read_to_the_end() {
    let mut state = 0x2545_f491_4f6c_dd1d_u64;
    let mut random = move |below: usize| {
        state ^= state << 13;
        state ^= state >> 7;
        state ^= state << 17;
        (state % below as u64) as usize
    };
    let bytes = b"\",\n\r;\\/-0123456789.AUs\x00\xff\xfe\xef\xbb\xbf%";
    let (mut read, mut refused) = (0, 0);
    for _ in 0..150 {
        let folder = whole();
        for name in names(&folder) {
            let path = folder.path().join(&name);
            let mut text = fs::read(&path).unwrap();
            for _ in 0..random(4) {
                let at = random(text.len());
                match random(3) {
                    0 => text[at] = bytes[random(bytes.len())],
                    1 => text.insert(at, bytes[random(bytes.len())]),
                    _ => text.truncate(at.max(1)),
                }
            }
            fs::write(path, text).unwrap();
        }
        match folder.try_read(&Mapping::standard()) {
            Ok(_) => read += 1,
            Err(_) => refused += 1,
        }
    }
    assert!(read > 30, "{read} read, {refused} refused");
}
