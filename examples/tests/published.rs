//! Every unsuppressed percentage that Maryland and England publish comes out of the library's rate exactly.

#![allow(clippy::unwrap_used, reason = "a test fails by panicking")]

use homeroom::{Fraction, Rate};
use std::{collections::HashMap, path::PathBuf};

fn fixture(file: &str) -> Option<PathBuf> {
    let path = PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("../../shared/fixtures").join(file);
    if !path.exists() {
        println!("skipped: {file} is not among ../shared/fixtures");
        return None;
    }
    Some(path)
}

type Row = HashMap<String, String>;

fn rows(path: PathBuf) -> Vec<Row> {
    let mut reader = csv::Reader::from_path(path).unwrap();
    reader.deserialize().map(Result::unwrap).collect()
}

/// The rate of two published counts, which may be half days; `None` where one is suppressed.
fn rate(row: &Row, part: &str, whole: &str) -> Option<Rate> {
    let (part, whole): (Fraction, Fraction) = (row.get(part)?.parse().ok()?, row.get(whole)?.parse().ok()?);
    let common = u64::from(part.denominator()) * u64::from(whole.denominator());
    let units = |count: Fraction| u64::from(count.numerator()) * common / u64::from(count.denominator());
    Rate::new(units(part), units(whole))
}

/// Compares every published percentage with the rate of its counts and gives how many there were.
fn check(rows: &[Row], columns: &[[&str; 3]]) -> usize {
    let mut checked = 0;
    for (number, row) in rows.iter().enumerate() {
        for [published, part, whole] in columns {
            let Some(published) = row.get(*published).filter(|text| text.parse::<f64>().is_ok()) else {
                continue;
            };
            let Some(rate) = rate(row, part, whole) else { continue };
            let percent = rate.percent(1);
            // England leaves out a final `.0`.
            let short = percent.strip_suffix(".0").unwrap_or(&percent);
            assert!(
                *published == percent || *published == short,
                "row {}: {part} of {whole} is {percent}, published {published}",
                number + 2
            );
            checked += 1;
        }
    }
    checked
}

#[test]
fn maryland() {
    let columns = [
        ["Attend Rate Pct", "Days Attended Cnt", "Days Member Cnt"],
        ["Fewer 5 Pct", "Fewer 5 Cnt", "More 90 Member Cnt"],
        ["More 20 Pct", "More 20 Cnt", "More 90 Member Cnt"],
        ["Chronic Absentee Pct", "Chronic Absentee Cnt", "Chronic Absentee Denom"],
    ];
    for (file, published) in
        [("maryland/Attendance_2017.csv", 3_774), ("maryland/Attendance_2018.csv", 6_138)]
    {
        let Some(path) = fixture(file) else { return };
        let checked = check(&rows(path), &columns);
        println!("{file}: {checked} percentages");
        assert_eq!(checked, published, "{file}: the unsuppressed percentages with unsuppressed counts");
    }
}

#[test]
fn england() {
    let Some(path) = fixture("england/absence_one_term_national_1718.csv") else { return };
    let rows = rows(path);
    let columns = [
        ["sess_overall_percent", "sess_overall", "sess_possible"],
        ["sess_authorised_percent", "sess_authorised", "sess_possible"],
        ["sess_unauthorised_percent", "sess_unauthorised", "sess_possible"],
        ["enrolments_pa_10_exact_percent", "enrolments_pa_10_exact", "enrolments"],
    ];
    let checked = check(&rows, &columns);
    println!("england: {checked} percentages");
    let known = rate(&rows[0], "sess_overall", "sess_possible").unwrap();
    assert_eq!((known.part(), known.whole()), (40_242_546, 925_122_896));
    assert!(checked >= 100, "only {checked} percentages were there to check");
}
