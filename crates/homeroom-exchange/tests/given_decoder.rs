//! An encoding that only a decoder of the program's own knows.

#![allow(clippy::unwrap_used, reason = "a test that cannot go on fails")]

use homeroom_exchange::{Files, Mapping, ReadOptions, decode_others_by, read_delimited};

/// Every byte one more than in ASCII, and 0 where there is none.
fn decode(label: &str, bytes: &[u8]) -> Option<String> {
    let sign = |byte: &u8| byte.checked_sub(1).map_or('\u{fffd}', char::from);
    (label == "x-one-more").then(|| bytes.iter().map(sign).collect())
}

fn read(attendance: &[u8], encoding: &str) -> Result<(u64, u64), String> {
    let mut mapping = Mapping::standard();
    for file in mapping.files.iter_mut().filter(|file| file.name == ["attendance.csv"]) {
        encoding.clone_into(&mut file.encoding);
    }
    let calendar = "school_id,date,event\nA,2022-01-03,instructional_day\n";
    let files = [
        ("calendars.csv", calendar.into()),
        ("enrollments.csv", "student_id,school_id,entry_date,exit_date\ns1,A,2022-01-03,\n".into()),
        ("attendance.csv", attendance.to_vec()),
    ];
    let files = Files::in_memory(files.map(|(name, bytes)| (name.to_owned(), bytes)));
    let read = read_delimited(&files, &mapping, &mut ReadOptions::default());
    let intake = read.map_err(|error| error.to_string())?.report.intake();
    Ok((intake.applied, intake.rejected))
}

#[test]
fn a_given_decoder_reads_what_the_library_does_not() {
    let text = "student_id,school_id,date,code\ns1,A,2022-01-03,AU\ns\u{7f},A,2022-01-03,AU\n";
    let mut bytes: Vec<u8> = text.bytes().map(|byte| byte + 1).collect();
    assert!(read(&bytes, "x-one-more").unwrap_err().contains("not the label of an encoding"));
    decode_others_by(decode);
    bytes.iter_mut().filter(|byte| **byte == 0x80).for_each(|byte| *byte = 0);
    assert_eq!(read(&bytes, " X-One-More "), Ok((3, 1)));
    assert!(read(&bytes, "klingon").is_err());
}
