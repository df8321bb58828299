//! The report on mentoring, on the sample.

#![allow(clippy::unwrap_used, reason = "a test fails by panicking")]

use chrono::NaiveDate;
use homeroom_examples::report::{Arguments, run};
use homeroom_simulate::{Settings, simulate};
use serde_json::Value;
use std::collections::{BTreeMap, BTreeSet};

fn on_a_tuesday() -> Arguments {
    let as_of = NaiveDate::from_ymd_opt(2026, 2, 10);
    Arguments { policy: "edfacts".to_owned(), as_of, ..Arguments::default() }
}

fn json(arguments: Arguments) -> Value {
    serde_json::from_str(&run(&Arguments { json: true, ..arguments }).unwrap()).unwrap()
}

fn list<'v>(value: &'v Value, path: &str) -> &'v Vec<Value> {
    value.pointer(path).unwrap().as_array().unwrap()
}

#[test]
fn the_object_holds_what_mentoring_is_asked_for() {
    let report = json(on_a_tuesday());
    let mentoring = &report["mentoring"];
    assert_eq!(mentoring["dosage"]["students"], 80);
    for (part, groups) in [("by_network", 1), ("by_district", 3), ("by_school", 10)] {
        assert_eq!(list(mentoring, &format!("/fidelity/{part}")).len(), groups, "{part}");
    }
    // What adds over days and contacts adds over every way of grouping.
    for field in ["expected_parts", "minutes", "assigned_days"] {
        for part in ["by_network", "by_district", "by_school", "by_student"] {
            let groups = list(mentoring, &format!("/fidelity/{part}"));
            let sum: u64 = groups.iter().map(|group| group[field].as_u64().unwrap()).sum();
            assert_eq!(sum, mentoring["dosage"][field].as_u64().unwrap(), "{field} {part}");
        }
    }
    assert_eq!(mentoring["fidelity"]["by_network"][0]["students"], 80, "each student once");
    let coverage = &mentoring["coverage"]["overall"];
    let matched = list(mentoring, "/proposal/matches").len() + list(mentoring, "/proposal/unmatched").len();
    let without = coverage["qualifying"].as_u64().unwrap() - coverage["mentored"].as_u64().unwrap();
    assert_eq!(matched as u64, without, "everybody who qualifies has a mentor, a proposal or a reason");
    assert_eq!(list(mentoring, "/overdue/by_mentor").len(), 29);
    assert!(!list(mentoring, "/barriers/groups/by_tier").is_empty());
}

#[test]
fn a_worklist_stands_alone_and_lists_the_caseload() {
    let whole = json(on_a_tuesday());
    let loads = list(&whole["mentoring"], "/overdue/by_mentor");
    let load = loads.iter().find(|row| row["mentor"] == "M20").unwrap();
    let asked = Arguments { mentor: Some("M20".to_owned()), ..on_a_tuesday() };
    let alone = json(asked.clone());
    assert_eq!(list(&alone, "/worklist/items").len() as u64, load["primary"].as_u64().unwrap());
    let keys: BTreeSet<_> = alone.as_object().unwrap().keys().map(String::as_str).collect();
    assert_eq!(keys, BTreeSet::from(["policy", "school_year", "as_of", "worklist", "agenda", "cautions"]));
    let text = run(&asked).unwrap();
    for item in list(&alone, "/worklist/items") {
        assert!(text.contains(item["student"].as_str().unwrap()), "{text}");
    }
    let nobody = run(&Arguments { mentor: Some("M99".to_owned()), ..on_a_tuesday() }).unwrap_err();
    assert!(nobody.to_string().contains("mentors.csv"), "{nobody}");
}

#[test]
fn an_agenda_is_of_one_school() {
    let agenda = json(Arguments { team: Some("BHM".to_owned()), ..on_a_tuesday() });
    assert_eq!(agenda["agenda"]["school"], "BHM");
    assert!(!list(&agenda, "/agenda/steps").is_empty());
    let text = run(&Arguments { team: Some("BHM".to_owned()), ..on_a_tuesday() }).unwrap();
    assert!(text.contains("Steps open by the ladder attendance_works"), "{text}");
    assert!(text.lines().all(|line| line.chars().count() <= 112), "{text}");
}

#[test]
fn the_defects_of_the_sample_are_found() {
    let report = json(on_a_tuesday());
    let mut expected: BTreeMap<&str, u64> = BTreeMap::new();
    for defect in simulate(&Settings::default()).mentoring().defects {
        *expected.entry(defect.kind.found_as()).or_default() += 1;
    }
    for (code, number) in expected {
        let found = report["findings"]["by_code"][code].as_u64();
        assert!(found >= Some(number), "{code}: {found:?} of {number}");
    }
    let cautions = report["cautions"].to_string();
    assert!(cautions.contains("check_ins.csv were not used"), "{cautions}");
}

#[test]
fn no_text_about_a_person_is_printed() {
    let data = std::path::Path::new(env!("CARGO_MANIFEST_DIR")).join("data");
    let mut texts = Vec::new();
    for (file, columns) in
        [("mentors.csv", &["name"][..]), ("check_ins.csv", &["note", "strengths", "goals"])]
    {
        let mut reader = csv::Reader::from_path(data.join(file)).unwrap();
        let header = reader.headers().unwrap().clone();
        let wanted: Vec<_> =
            columns.iter().map(|name| header.iter().position(|column| column == *name).unwrap()).collect();
        for row in reader.records().map(Result::unwrap) {
            texts.extend(wanted.iter().map(|at| row[*at].to_owned()).filter(|text| text.len() > 3));
        }
    }
    assert!(texts.len() > 100);
    let all = Arguments { mentor: Some("M20".to_owned()), mentoring: true, ..on_a_tuesday() };
    let printed = [run(&all).unwrap(), run(&Arguments { json: true, ..all }).unwrap()].join("\n");
    let leaked: Vec<_> = texts.iter().filter(|text| printed.contains(text.as_str())).collect();
    assert!(leaked.is_empty(), "{leaked:?}");
}
