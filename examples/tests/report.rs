//! The main job on the sample and on data that this project did not write.

#![allow(clippy::unwrap_used, reason = "a test fails by panicking")]

use homeroom_examples::report::{Arguments, run};
use serde_json::Value;
use std::path::PathBuf;

fn root() -> PathBuf {
    PathBuf::from(env!("CARGO_MANIFEST_DIR"))
}

fn fixture(folder: &str) -> Option<PathBuf> {
    let path = root().join("../../shared/fixtures").join(folder);
    if !path.exists() {
        println!("skipped: {folder} is not among ../shared/fixtures");
        return None;
    }
    Some(path)
}

fn arguments(folder: Option<PathBuf>) -> Arguments {
    Arguments { folder, policy: "edfacts".to_owned(), ..Arguments::default() }
}

fn json(arguments: Arguments) -> Value {
    serde_json::from_str(&run(&Arguments { json: true, ..arguments }).unwrap()).unwrap()
}

fn sum(groups: &Value, field: &str) -> u64 {
    groups.as_array().unwrap().iter().map(|group| group[field].as_u64().unwrap()).sum()
}

#[test]
fn edfi_sample() {
    let Some(folder) = fixture("edfi-sample") else { return };
    let report = json(Arguments { assume_full_year: true, ..arguments(Some(folder)) });
    assert_eq!(report["students"], 960);
    assert_eq!(report["overall"]["absent_days"], 1850);
    assert_eq!(report["overall"]["membership_days"], 960 * 169);
    assert_eq!(report["overall"]["chronically_absent"], 44);
    let by_code = &report["findings"]["by_code"];
    assert!(by_code["event_on_non_school_day"].as_u64() >= Some(3), "the Sunday tardies");
    let excused_and_partial =
        ["conflicting_events", "part_missing"].map(|code| by_code[code].as_u64().unwrap_or(0));
    assert_eq!(excused_and_partial.iter().sum::<u64>(), 1, "the day of an excused absence and a partial one");
    let assumptions = report["assumptions"].to_string();
    assert!(assumptions.contains("enrolled for the whole school year"), "{assumptions}");
}

#[test]
fn oea_contoso() {
    let Some(folder) = fixture("oea-contoso/batch1") else { return };
    let mapping = Some(root().join("mappings/oea.toml"));
    let asked = Arguments { mapping, compare: vec!["iowa".to_owned()], ..arguments(Some(folder)) };
    let report = json(asked.clone());
    let overall = &report["overall"];
    assert_eq!(overall["membership_days"], 12_000);
    assert_eq!(overall["recorded_days"], 12_000);
    assert_eq!(overall["attendance_rate_pct"], "89.3");
    assert_eq!(overall["average_daily_attendance"], 535.75);
    assert_eq!(overall["average_daily_membership"], 600);
    assert_eq!(overall["chronically_absent"], 382);
    assert_eq!(overall["bands"]["severe_chronic"], 93);
    let lost = report["compare"][0]["lost"].as_array().unwrap();
    assert_eq!((lost.len(), report["compare"][0]["gained"].as_array().unwrap().len()), (174, 0));
    let by_comparator = |change: &&Value| change["clauses"] == serde_json::json!(["comparator"]);
    assert_eq!(report["compare"][0]["changes"].as_array().unwrap().iter().filter(by_comparator).count(), 174);
    let text = run(&asked).unwrap();
    assert!(lost.iter().all(|id| text.contains(id.as_str().unwrap())), "the text names every one of them");
    let iowa = json(Arguments { policy: "iowa".to_owned(), ..asked });
    assert_eq!(iowa["overall"]["chronically_absent"], 208);
}

#[test]
fn the_sample_adds_up() {
    for policy in ["massachusetts", "edfacts"] {
        let report = json(Arguments { policy: policy.to_owned(), ..arguments(None) });
        let overall = &report["overall"];
        for groups in ["by_school", "by_district", "by_grade"] {
            for field in ["chronically_absent", "eligible"] {
                assert_eq!(
                    Value::from(sum(&report[groups], field)),
                    overall[field],
                    "{policy} {groups} {field}"
                );
            }
        }
        let bands: u64 = overall["bands"].as_object().unwrap().values().filter_map(Value::as_u64).sum();
        assert_eq!(
            Value::from(bands),
            overall["eligible"],
            "{policy}: every eligible student is in one band"
        );
        let intake = &report["intake"];
        let ends = ["applied", "merged", "superseded", "rejected"].map(|end| intake[end].as_u64().unwrap());
        assert_eq!(Value::from(ends.iter().sum::<u64>()), intake["read"]);
        let movements = report["change_from_last_year"]["movements"].as_object().unwrap();
        let chronic_now: u64 = ["entered", "stayed"].iter().filter_map(|key| movements[*key].as_u64()).sum();
        assert!(overall["chronically_absent"].as_u64() >= Some(chronic_now));
    }
}

#[test]
fn the_text_is_for_people() {
    let asked = Arguments { compare: vec!["iowa".to_owned()], ..arguments(None) };
    let text = run(&asked).unwrap();
    for part in
        ["Findings", "chronic", "Under iowa instead of edfacts", "Early warning", "The change from last year"]
    {
        assert!(text.contains(part), "{part} is missing in:\n{text}");
    }
    assert!(text.lines().all(|line| line == line.trim_end()), "no line ends in white space");
    let (kindergarten, first) = (text.find("grade KG").unwrap(), text.find("grade 01").unwrap());
    assert!(kindergarten < first, "grades stand from the youngest up");
}

#[test]
fn what_is_wrong_is_said_by_name() {
    let refused = |asked: Arguments| run(&asked).unwrap_err().to_string();
    let unknown = refused(Arguments { policy: "atlantis".to_owned(), ..arguments(None) });
    assert!(unknown.contains("no policy `atlantis`") && unknown.contains("massachusetts"), "{unknown}");
    let nowhere = refused(arguments(Some("no/such/folder".into())));
    assert!(nowhere.contains("no/such/folder"), "{nowhere}");
    let date = "1999-01-04".parse().unwrap();
    let early = refused(Arguments { as_of: Some(date), ..arguments(None) });
    assert!(early.contains("1999-01-04"), "{early}");
}
