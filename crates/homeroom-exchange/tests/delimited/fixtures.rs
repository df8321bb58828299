//! Data that this project did not write.

use crate::folder::{counts, days, findings, only, read, register};
use homeroom::{FindingCode::*, RollBasis};
use homeroom_exchange::{Dataset, Mapping, ReadOptions};
use std::path::{Path, PathBuf};

fn oea() -> String {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../examples/mappings/oea.toml");
    std::fs::read_to_string(path).unwrap()
}

// `None`, with the reason printed, where the fixtures are not at hand.
fn fixture(folder: &str) -> Option<PathBuf> {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../../shared/fixtures").join(folder);
    if !path.is_dir() {
        println!("skipped: there is no fixture at {}", path.display());
        return None;
    }
    Some(path)
}

fn read_by(folder: &Path, mapping: &str) -> Dataset {
    read(folder, &Mapping::from_toml(mapping).unwrap(), &mut ReadOptions::default()).unwrap()
}

#[test]
fn a_month_of_five_schools() {
    let Some(folder) = fixture("oea-contoso/batch1") else { return };
    let dataset = read_by(&folder, &oea());
    assert_eq!(counts(&dataset, "batch1_studentattendance.csv"), [12_000, 12_000, 0, 0, 0]);
    let register = register(&dataset);
    assert_eq!(register.year().to_string(), "2021-22");
    assert_eq!((register.students(), register.schools(), register.school_days().len()), (600, 5, 20));
    assert_eq!(register.rules().basis, RollBasis::FullRoll);
    let absences: Vec<u32> = (0..register.row_count())
        .map(|row| {
            let row = register.row(row);
            assert_eq!(
                (row.membership_days(), (0..20).filter(|day| row.is_recorded(*day)).count()),
                (20, 20)
            );
            (0..20).filter(|day| !register.marks()[usize::from(row.mark(*day))].is_present()).count() as u32
        })
        .collect();
    assert_eq!(12_000 - absences.iter().sum::<u32>(), 10_715);
    assert_eq!(absences.iter().filter(|days| **days >= 2).count(), 382);
    assert_eq!(absences.iter().filter(|days| **days > 2).count(), 208);
    let found: Vec<_> = dataset.report.findings.by_code().collect();
    assert_eq!(found, [(CalendarInferred, 5), (EnrollmentAssumed, 1)]);
    assert_eq!(dataset.report.assumptions.len(), 2);
}

#[test]
fn days_before_months_and_one_record_twice() {
    let Some(folder) = fixture("oea-contoso/dirty") else { return };
    let one = oea().replace("\"batch1_studentattendance.csv\", ", "").replace(", \"small_day2.csv\"", "");
    let dataset = read_by(&folder, &one);
    assert_eq!(counts(&dataset, "fw_day1_studentattendance.csv"), [1_462, 1_461, 1, 0, 0]);
    assert_eq!(only(&dataset, DuplicateEvent).student.as_ref().unwrap().as_str(), "st1");
    assert_eq!(register(&dataset).school_days().len(), 244);

    // Where the mapping does not settle whether the day or the month stands first, nothing is guessed.
    let both = one.replace("\"%d/%m/%Y\"", "\"%d/%m/%Y\", \"%m/%d/%Y\"");
    let dataset = read_by(&folder, &both);
    let [read, applied, merged, superseded, rejected] = counts(&dataset, "fw_day1_studentattendance.csv");
    assert_eq!((read, merged, superseded), (1_462, 0, 0));
    assert_eq!(dataset.report.findings.count(AmbiguousDate), rejected);
    assert_eq!((applied, rejected), AMBIGUOUS);
}

// Counted apart from this library: the dates of which both numbers are at most 12, and differ.
const AMBIGUOUS: (u64, u64) = (933, 529);

#[test]
fn a_day_in_sections() {
    let Some(folder) = fixture("oea-contoso/dirty") else { return };
    let one = oea().replace("\"batch1_studentattendance.csv\", \"fw_day1_studentattendance.csv\", ", "");
    let dataset = read_by(&folder, &one);
    assert_eq!(counts(&dataset, "small_day2.csv"), [2_928, 2_928, 0, 0, 0]);
    let register = register(&dataset);
    assert_eq!((register.students(), register.school_days().len()), (2, 244));
    let absent: f64 = (0..2)
        .flat_map(|row| (0..244).map(move |day| (row, day)))
        .map(|(row, day)| {
            register.marks()[usize::from(register.row(row).mark(day))].absent_part().to_f64() * 6.0
        })
        .sum();
    assert!((absent - 600.0).abs() < 1e-6, "{absent}");
}

#[test]
fn an_export_with_hostile_quoting() {
    let Some(folder) = fixture("studentinsights") else { return };
    let mapping = r#"
        enrollment = "full_year"
        calendar = "event_dates"
        [codes]
        T-E = { status = "tardy" }
        [[files]]
        name = "attendance_dump.csv"
        kind = "attendance"
        header_quote = "'"
        escape = "\\"
        missing = ["", "NULL"]
        columns = { student = "ATT_STD_OID", school = "ATT_SKL_OID", date = "ATT_DATE", code = "ATT_CODE_VIEW", part = "ATT_PORTION_ABSENT" }
    "#;
    let dataset = read_by(&folder, mapping);
    assert_eq!(counts(&dataset, "attendance_dump.csv"), [2, 1, 1, 0, 0], "{:?}", findings(&dataset));
    assert_eq!(days(register(&dataset), "std"), "tardy 0");
    assert_eq!(dataset.report.findings.count(UnknownColumn), 26);
    assert!(!format!("{:?}", dataset.report).contains("FEW MINUTES"));
}
