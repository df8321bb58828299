//! Hostile and ordinary text, cut into records.

use super::*;

const DIALECT: Dialect = Dialect { delimiter: b',', quote: b'"', escape: None };

fn read(text: &[u8], dialect: Dialect) -> Vec<(u64, Vec<String>)> {
    let mut records = Records::new(text, dialect).unwrap();
    let mut all = Vec::new();
    loop {
        match records.advance().unwrap() {
            Step::End => return all,
            Step::Fault(code, _) => all.push((records.row(), vec![format!("!{code}")])),
            Step::Record => {
                let cells = records.cells();
                let texts = (0..cells.len()).map(|i| String::from_utf8_lossy(cells.get(i)).into_owned());
                all.push((records.row(), texts.collect()));
            }
        }
    }
}

fn rows(text: &str) -> Vec<(u64, String)> {
    read(text.as_bytes(), DIALECT).into_iter().map(|(row, cells)| (row, cells.join("|"))).collect()
}

#[test]
fn every_line_end_and_none() {
    for end in ["\n", "\r\n", "\r"] {
        let text = ["a,b", "1,2", "", "\"3\",4", "5,"].join(end);
        let expected = [(1, "a|b"), (2, "1|2"), (4, "3|4"), (5, "5|")].map(|(n, t)| (n, t.to_owned()));
        assert_eq!(rows(&text), expected, "{end:?}");
        assert_eq!(rows(&(text + end)), expected, "{end:?}");
    }
    assert!(rows("").is_empty());
    assert!(rows("\u{feff}").is_empty());
    assert_eq!(rows("\u{feff}a"), [(1, "a".to_owned())]);
}

#[test]
fn quotations() {
    assert_eq!(
        rows("\"a,\"\"b\"\"\nc\",d\ne,5\" f"),
        [(1, "a,\"b\"\nc|d".to_owned()), (2, "e|5\" f".to_owned())]
    );
    let escaped = Dialect { escape: Some(b'\\'), ..DIALECT };
    assert_eq!(
        read(br#""a \"b\"","c\\",d"#, escaped),
        [(1, vec!["a \"b\"".into(), "c\\".into(), "d".into()])]
    );
}

#[test]
fn an_open_quotation_spoils_one_line() {
    assert_eq!(
        rows("a,b\n1,\"2\n3,4\n5,6"),
        [(1, "a|b".into()), (2, "!truncated_file".into()), (3, "3|4".into()), (4, "5|6".to_owned())]
    );
    let long = format!("a,b\n1,\"2\n{}", "3,4\n".repeat(RECORD_LIMIT));
    let read = rows(&long);
    assert_eq!(read[1], (2, "!field_too_long".to_owned()));
    assert_eq!(read.len(), RECORD_LIMIT + 2);
}

#[test]
fn a_field_of_any_length_takes_no_more_memory() {
    for quote in ["", "\""] {
        let text = format!("a,b\n{quote}{}{quote},2\n3,4\n", "x".repeat(10_000_000));
        let mut records = Records::new(text.as_bytes(), DIALECT).unwrap();
        assert_eq!(records.advance().unwrap(), Step::Record);
        assert!(matches!(records.advance().unwrap(), Step::Fault(FindingCode::FieldTooLong, _)));
        assert_eq!(records.advance().unwrap(), Step::Record);
        assert_eq!((records.row(), records.cells().get(1)), (3, b"4".as_slice()));
        assert_eq!((records.buffer.len(), records.unquoted.len()), (BUFFER, RECORD_LIMIT));
        assert_eq!(records.advance().unwrap(), Step::End);
    }
}

#[test]
fn records_across_the_edge_of_the_buffer() {
    let row = |n: usize| format!("{n},\"{}\n\",{}", "q".repeat(n % 977), "p".repeat(n % 1013));
    let text: String = (0..2000).map(|n| row(n) + "\r\n").collect();
    assert!(text.len() > 3 * BUFFER);
    let read = read(text.as_bytes(), DIALECT);
    assert_eq!(read.len(), 2000);
    for (n, (number, cells)) in read.iter().enumerate() {
        assert_eq!(*number, n as u64 + 1);
        assert_eq!(cells[0], n.to_string());
        assert_eq!((cells[1].len(), cells[2].len()), (n % 977 + 1, n % 1013));
    }
}

#[test]
fn fields_without_number() {
    let many = format!("a\n\"\"{}\nb", ",".repeat(MOST_FIELDS));
    assert_eq!(rows(&many)[1], (2, "!malformed_row".to_owned()));
    assert_eq!(rows(&many)[2], (3, "b".to_owned()));
}
