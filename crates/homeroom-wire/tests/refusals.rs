//! Requests that are refused by name, where something would otherwise be lost or taken for something else.

#![allow(clippy::unwrap_used, reason = "a test that cannot go on fails")]

use homeroom_wire::{Ask, OpenProgram, OpenRegister, Request, ask_json, schema};
use serde_json::{Value, json};
use std::sync::Arc;

fn records() -> Value {
    json!({
        "school_year": 2022,
        "calendars": [{"school": "A", "weekdays": [{"first": "2021-08-30", "count": 20}]}],
        "enrollments": [{"student": "s1", "school": "A"}],
        "mentoring": {
            "mentors": [{"id": "m1", "kind": "teacher"}],
            "assignments": [{"mentor": "m1", "student": "s1", "begin": "2021-08-30"}]
        }
    })
}

fn with(at: &str, value: Value) -> Value {
    let mut records = records();
    let (parent, key) = at.rsplit_once('/').unwrap();
    records.pointer_mut(parent).unwrap()[key] = value;
    records
}

fn code(records: &Value, ask: &Value) -> Value {
    let request = json!({
        "records": records, "policy": {"preset": "edfacts"}, "as_of": "2021-09-24", "ask": ask
    });
    let answer: Value = serde_json::from_str(&ask_json(&request.to_string())).unwrap();
    answer["problems"][0]["code"].clone()
}

#[test]
fn what_would_vanish_is_refused() {
    let event = json!({"student": "s1", "school": "A", "status": "unexcused_absence"});
    let on = |key: &str, value: Value| {
        let mut event = event.clone();
        event[key] = value;
        json!([event])
    };
    let school = json!({"school": "A", "weekdays": [{"first": "2021-08-30", "count": 5}]});
    let long = json!({"school": "A", "weekdays": [{"first": "2021-08-30", "count": 367}]});
    let hello = json!({"student": "s1", "mentor": "m1", "outcome": "met"});
    let hello_on = |key: &str, value: Value| {
        let mut hello = hello.clone();
        hello["date"] = json!("2021-09-01");
        hello[key] = value;
        json!([hello])
    };
    let roll = json!({"report": {}});
    let casebook = json!({"mentoring": {"casebook": {}}});
    for (records, ask, expected) in [
        (records(), &roll, Value::Null),
        (with("/events", json!([event])), &roll, json!("no_day")),
        (with("/events", on("dates", json!(["2021-09-01"]))), &roll, Value::Null),
        (with("/events", on("school_days", json!([[5, 3]]))), &roll, json!("range_backwards")),
        (with("/attendance_taken", json!([{"school": "A"}])), &roll, json!("no_day")),
        (with("/calendars", json!([school, school])), &roll, json!("calendar_twice")),
        (with("/calendars", json!([long])), &roll, json!("too_many_days")),
        (with("/mentoring/check_ins", hello_on("time", json!("09:00"))), &casebook, Value::Null),
        (with("/mentoring/check_ins", hello_on("dates", json!([]))), &casebook, json!("no_day")),
        (with("/mentoring/check_ins", hello_on("dates", json!(["2021-09-02"]))), &casebook, json!("no_day")),
    ] {
        assert_eq!(code(&records, ask), expected, "{records}");
    }
    let dosage = |of: Value| json!({"mentoring": {"dosage": {"of": of}}});
    assert_eq!(code(&records(), &dosage(json!({"district": "nowhere"}))), json!("unknown_district"));
    assert_eq!(code(&records(), &dosage(json!({"network": "nowhere"}))), json!("unknown_network"));
    let problem = OpenRegister::from_json(&records().to_string()).unwrap_err();
    assert_eq!(problem.code, "mentoring_given");
}

#[test]
fn an_earlier_date_of_this_register_is_no_year_before() {
    let absences = json!([{
        "student": "s1", "school": "A", "school_days": [[11, 20]], "status": "unexcused_absence"
    }]);
    let request = json!({
        "records": with("/events", absences), "policy": {"preset": "edfacts"}, "as_of": "2021-09-03",
        "before": {"as_of": "2021-09-03"}, "ask": {"early_warnings": {}}
    });
    let answer: Value = serde_json::from_str(&ask_json(&request.to_string())).unwrap();
    assert_eq!(answer["value"]["students"], json!([]), "{answer}");
}

#[test]
fn no_number_of_days_stops_a_recognition() {
    let rules = json!({"improvement_days": u32::MAX, "plan_weeks": u32::MAX});
    let ask = json!({"mentoring": {"recognition": {"rules": rules}}});
    assert_eq!(code(&records(), &ask), Value::Null);
}

fn problem(records: &Value, ask: &Value) -> Value {
    let request = json!({
        "records": records, "policy": {"preset": "edfacts"}, "as_of": "2021-09-24", "ask": ask
    });
    serde_json::from_str::<Value>(&ask_json(&request.to_string())).unwrap()["problems"][0].take()
}

#[test]
fn a_group_that_there_is_not_is_refused_with_those_there_are() {
    let with = with("/attributes", json!({"s1": {"housing": "shelter"}}));
    for ask in [json!({"measure": {"by": ["hous"]}}), json!({"mentoring": {"barriers": {"by": "hous"}}})] {
        let problem = problem(&with, &ask);
        assert_eq!((&problem["code"], &problem["field"]), (&json!("unknown_group"), &json!("by")), "{ask}");
        let message = problem["message"].as_str().unwrap();
        assert!(message.contains("school, district, grade") && message.ends_with("housing"), "{message}");
    }
    assert_eq!(code(&with, &json!({"measure": {"by": ["school", "housing"]}})), Value::Null);
    for by in ["housing", "tier"] {
        assert_eq!(code(&with, &json!({"mentoring": {"barriers": {"by": by}}})), Value::Null, "{by}");
    }
    let problem = problem(&with, &json!({"mentoring": {"fidelity": {"by": "pupil"}}}));
    assert!(problem["message"].as_str().unwrap().contains("`student`, `mentor`, `school`"), "{problem}");
}

fn open() -> (Arc<OpenRegister>, OpenProgram) {
    let mut records = records();
    let mentoring = records.as_object_mut().unwrap().remove("mentoring").unwrap();
    let register = Arc::new(OpenRegister::from_json(&records.to_string()).unwrap());
    let program = OpenProgram::from_json(register.clone(), None, &mentoring.to_string()).unwrap();
    (register, program)
}

#[test]
fn a_program_is_not_asked_with_another_year_before() {
    let before = json!({"as_of": "2021-06-30"});
    let with_before = |before: &Value| -> Request {
        let ask = json!({"mentoring": {"needs": {}}});
        let request =
            json!({"policy": {"preset": "edfacts"}, "as_of": "2021-09-24", "before": before, "ask": ask});
        serde_json::from_value(request).unwrap()
    };
    assert_eq!(open().1.ask(&with_before(&before)).unwrap_err().code, "before_given");
    // A request that brings its records brings those of the year before, and nothing that would not be looked at.
    let mut last = records();
    last.as_object_mut().unwrap().remove("mentoring");
    last["school_year"] = json!(2021);
    last["calendars"][0]["weekdays"][0]["first"] = json!("2020-08-31");
    for (before, refused) in [
        (before.clone(), true),
        (json!({"as_of": "2021-06-30", "records": last, "policy": {"preset": "oregon"}}), true),
        (json!({"as_of": "2021-06-30", "records": last}), false),
    ] {
        let request = Request { records: serde_json::from_value(records()).unwrap(), ..with_before(&before) };
        let answer = homeroom_wire::ask(&request);
        assert_eq!(answer.is_err_and(|problem| problem.code == "before_given"), refused, "{before}");
    }
}

#[test]
fn a_report_that_is_not_known_is_null_and_not_empty() {
    let (register, _) = open();
    let again = OpenRegister::from_bytes(&register.to_bytes().unwrap()).unwrap();
    let asked = |open: &OpenRegister, ask: Value| {
        let request = json!({ "ask": ask }).to_string();
        serde_json::from_str::<Value>(&open.ask_json(&request, None)).unwrap()["value"].take()
    };
    assert_eq!(asked(&register, json!({"report": {}}))["enrollments"]["read"], 1);
    assert_eq!(asked(&again, json!({"report": {}})), Value::Null);
    assert_eq!(asked(&again, json!({"findings": {}})), Value::Null);
    let table = again.table_json(r#"{"ask": {"findings": {}}}"#, None);
    assert_eq!(table.unwrap_err().code, "no_report");
    let change = r#"[{"delete": {"student": "s1", "school": "A", "date": "2021-09-01"}}]"#;
    let changed = register.amended_json(change).unwrap();
    assert_eq!(changed.report(), register.report(), "a change leaves the report of the records");
}

#[test]
fn the_defaults_of_questions_are_those_of_the_schema() {
    let (_, questions) = schema().find(|(name, _)| *name == "questions.json").unwrap();
    let questions: Value = serde_json::from_str(questions).unwrap();
    for (definition, ask) in [
        ("AskRate", json!({"rate": {"part": 1, "whole": 16}})),
        ("AskAmount", json!({"amount": {"units": 35, "per": 2}})),
        ("AskRelativeChange", json!({"relative_change": {"before": 40, "after": 30}})),
        ("AskThreshold", json!({"threshold": {"comparator": "at_least", "count": 1, "of": []}})),
        ("AskBands", json!({"bands": {"of": []}})),
        ("AskStreaks", json!({"streaks": {"student": "s1"}})),
        ("AskMeasure", json!({"measure": {}})),
        ("AskDosage", json!({"mentoring": {"dosage": {}}})),
    ] {
        let read: Ask = serde_json::from_value(ask.clone()).unwrap();
        let written = serde_json::to_value(&read).unwrap();
        let own = |of: &Value| {
            let (_, inner) = of.as_object().unwrap().iter().next().unwrap();
            if of.get("mentoring").is_some() {
                inner.as_object().unwrap().values().next().unwrap()
            } else {
                inner
            }
            .clone()
        };
        let (given, written) = (own(&ask), own(&written));
        let mut defaults = 0;
        for (name, field) in questions["$defs"][definition]["properties"].as_object().unwrap() {
            if given.get(name).is_none() && field["default"] != Value::Null {
                assert_eq!(written[name], field["default"], "{definition}.{name}");
                defaults += 1;
            }
        }
        assert!(defaults > 0, "{definition}");
    }
}

#[test]
fn no_record_shows_in_debug() {
    let mut records = with("/attributes", json!({"s1": {"housing": "shelter"}}));
    records["mentoring"]["mentors"][0]["name"] = json!("Anna Smith");
    let request: Request = serde_json::from_value(json!({
        "records": records, "parts": [records], "ask": {"report": {}},
        "before": {"as_of": "2021-06-30", "records": records}
    }))
    .unwrap();
    let given = request.records.clone().unwrap();
    for shown in [
        format!("{request:?}"),
        format!("{given:#?}"),
        format!("{:?}", given.mentoring),
        format!("{:?}", OpenRegister::from_records(&given).unwrap()),
    ] {
        assert!(!shown.contains("Anna") && !shown.contains("shelter") && !shown.contains("s1"), "{shown}");
    }
    assert!(!format!("{:?}", open().1).contains("m1"));
}
