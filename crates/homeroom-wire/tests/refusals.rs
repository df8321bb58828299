//! Requests that are refused by name, where something would otherwise be lost or taken for something else.

#![allow(clippy::unwrap_used, reason = "a test that cannot go on fails")]

use homeroom_wire::{OpenRegister, ask_json};
use serde_json::{Value, json};

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
    let roll = json!({"roll": {}});
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
