//! Nothing that is said about a person stands in a finding, a report or what a debugger shows.

use super::sample::{PROGRAM, first_record, program, text};
use crate::folder::{Folder, findings};
use homeroom_exchange::Dataset;

const SECRET: &str = "ZZSECRET";
const PERSONAL: &[&str] = &["name", "feeling", "strengths", "goals", "note", "what", "shared"];

/// Everything of a dataset that could be printed, but for the identifiers and public texts of its records.
fn shown(dataset: &Dataset) -> String {
    let findings: Vec<_> = dataset.report.findings.iter().collect();
    let json = serde_json::to_string(&findings).unwrap();
    format!("{dataset:?} {:?} {json} {:?}", dataset.report, crate::folder::findings(dataset))
}

fn records(dataset: &Dataset) -> String {
    let casebook = &dataset.casebook;
    let students = 0..casebook.students().len();
    let of: Vec<_> = students.map(|s| (casebook.contacts_of(s), casebook.barriers_of(s))).collect();
    format!(
        "{:?} {:?} {:?} {:?} {of:?}",
        casebook.mentors(),
        casebook.plans(),
        casebook.circles(),
        casebook.program()
    )
}

fn planted(folder: &Folder, file: &str, plant: impl Fn(&str, &str) -> String) -> Dataset {
    let (columns, cells) = first_record(file);
    let record: Vec<_> = columns.iter().zip(&cells).map(|(column, cell)| plant(column, cell)).collect();
    let changed = format!("{}{}\n", text(file), record.join(","));
    std::fs::write(folder.path().join(file), changed).unwrap();
    folder.read()
}

#[test]
fn a_secret_in_any_one_column() {
    let mut tried = 0;
    for (file, _) in PROGRAM {
        let folder = program();
        for planted_in in first_record(file).0 {
            for secret in [SECRET, "Zzsecret Zz", "zzsecret;zzsecret"] {
                let dataset = planted(&folder, file, |column, cell| {
                    if column == planted_in { secret.to_owned() } else { cell.to_owned() }
                });
                let all = shown(&dataset).to_lowercase();
                assert!(!all.contains("zzsecret"), "{file}, {planted_in}: {all}");
                tried += 1;
            }
        }
    }
    assert_eq!(tried, 3 * 118);
}

#[test]
fn a_secret_in_any_one_column_beside_anything_wrong() {
    for (file, _) in PROGRAM {
        let folder = program();
        let columns = first_record(file).0;
        for (secret, wrong) in columns.iter().flat_map(|a| columns.iter().map(move |b| (*a, *b))) {
            let dataset = planted(&folder, file, |column, cell| match column {
                column if column == secret => SECRET.to_owned(),
                column if column == wrong => "?".to_owned(),
                _ => cell.to_owned(),
            });
            assert!(!shown(&dataset).contains(SECRET), "{file}, {secret}, {wrong}: {:?}", findings(&dataset));
        }
    }
}

#[test]
fn secrets_in_personal_columns_beside_anything_wrong() {
    for (file, _) in PROGRAM {
        let folder = program();
        for wrong in first_record(file).0 {
            let dataset = planted(&folder, file, |column, cell| match column {
                column if PERSONAL.contains(&column) => SECRET.to_owned(),
                column if column == wrong => "?".to_owned(),
                _ => cell.to_owned(),
            });
            let all = shown(&dataset) + &records(&dataset);
            assert!(!all.contains(SECRET), "{file}, {wrong}: {all}");
            // Not even how long it is, or that it is of letters.
            assert!(!all.contains("aaaaaaa"), "{file}, {wrong}: {:?}", findings(&dataset));
        }
    }
}

#[test]
fn a_record_cut_short_within_a_note() {
    let start = "s1,m1,2022-01-05,,,,met,,,,,";
    for record in [
        format!("{start}\"{SECRET}"),
        format!("{start}{SECRET}\n{SECRET},team"),
        format!("{start}{SECRET},{SECRET},{SECRET}"),
        format!("{start}{}", SECRET.repeat(20_000)),
    ] {
        let dataset = program().file("check_ins.csv", format!("{}{record}\n", text("check_ins.csv"))).read();
        assert!(dataset.report.findings.total() > 0);
        assert!(!shown(&dataset).contains(SECRET), "{:?}", findings(&dataset));
    }
}
