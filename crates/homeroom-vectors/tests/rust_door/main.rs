//! The Rust doors: every case of the suite, asked with types and asked as text.

mod compare;

use homeroom_vectors::{Case, Door, cases, families};
use homeroom_wire::{ask, ask_json};
use serde_json::{Value, json};
use std::{
    collections::BTreeMap,
    panic::{AssertUnwindSafe, catch_unwind},
};

/// Asks every case and says which answers differ from what was worked out by hand.
fn through(door: &str, answer: impl Fn(&Case) -> Value) {
    let (mut ran, mut skipped) = (BTreeMap::<String, usize>::new(), Vec::new());
    let mut wrong = Vec::new();
    for case in cases() {
        if let Some(reason) = case.skipped(Door::Rust) {
            skipped.push(format!("{}: {reason}", case.id));
            continue;
        }
        *ran.entry(case.family().to_owned()).or_default() += 1;
        let answer = catch_unwind(AssertUnwindSafe(|| answer(&case)));
        if let Err(problem) =
            answer.map_or_else(|_| Err("the library panics".into()), |got| judge(&case, &got))
        {
            wrong.push(format!("{}: {problem}\n    {}", case.id, case.why));
        }
    }
    println!("{} cases in {} families through the {door}", ran.values().sum::<usize>(), ran.len());
    for case in &skipped {
        println!("skipped {case}");
    }
    assert_eq!(ran.len(), families().len(), "a family has no case");
    assert!(wrong.is_empty(), "{} cases disagree:\n{}", wrong.len(), wrong.join("\n"));
}

#[test]
fn every_case_gets_the_answer_worked_out_by_hand() {
    through("Rust door", |case| match ask(&case.input) {
        Ok(value) => json!({ "ok": true, "value": value }),
        Err(problem) => json!({ "ok": false, "problems": [problem] }),
    });
}

#[test]
fn every_case_gets_the_same_answer_as_text() {
    // The text as it stands in the file, so that nothing that the types leave out is lost.
    let texts: BTreeMap<String, String> = families()
        .flat_map(|(_, file)| serde_json::from_str::<Vec<Value>>(file).unwrap())
        .map(|case| (case["id"].as_str().unwrap().to_owned(), case["input"].to_string()))
        .collect();
    through("JSON door", |case| serde_json::from_str(&ask_json(&texts[&case.id])).unwrap());
}

fn judge(case: &Case, answer: &Value) -> Result<(), String> {
    let problem = &answer["problems"][0];
    match (&case.expect, &case.error) {
        (Some(expected), _) if answer["ok"] == true => {
            compare::covers(&Value::Object(expected.clone()), &answer["value"])
        }
        (_, Some(expected)) if answer["ok"] == false => {
            let same_code = problem["code"] == expected.code.as_str();
            let same_field = expected.field.as_ref().is_none_or(|field| problem["field"] == field.as_str());
            (same_code && same_field)
                .then_some(())
                .ok_or(format!("expected {expected:?}, was refused as {problem}"))
        }
        _ => Err(format!("expected {:?} or {:?}, got {answer}", case.expect, case.error)),
    }
}
