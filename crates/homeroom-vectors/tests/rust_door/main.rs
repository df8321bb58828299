//! The Rust door: every case of the suite, asked of the crate.

mod answer;
mod build;
mod compare;
mod exact;
mod measures;
mod mentoring;
mod policies;
mod refusal;

use homeroom_vectors::{Case, Door, cases};
use refusal::Refused;
use serde_json::Value;
use std::{
    collections::BTreeMap,
    panic::{AssertUnwindSafe, catch_unwind},
};

const FAMILIES: &[&str] = &[
    "agenda",
    "bands",
    "barriers",
    "budget",
    "casebook",
    "caseload",
    "day_rule",
    "dosage",
    "early_warning",
    "groups",
    "interventions",
    "ladder",
    "ladder_log",
    "matching",
    "outcome",
    "policy_difference",
    "program",
    "rate",
    "recognition",
    "register",
    "roll",
    "series",
    "standing",
    "streak",
    "threshold",
    "transition",
    "truancy",
    "views",
    "weeks",
    "window",
    "worklist",
];

#[test]
fn every_case_gets_the_answer_worked_out_by_hand() {
    let (mut ran, mut skipped) = (BTreeMap::<String, usize>::new(), Vec::new());
    let mut wrong = Vec::new();
    for case in cases() {
        assert!(FAMILIES.contains(&case.family()), "{}: this door knows no such family", case.id);
        if let Some(reason) = case.skipped(Door::Rust) {
            skipped.push(format!("{}: {reason}", case.id));
            continue;
        }
        *ran.entry(case.family().to_owned()).or_default() += 1;
        let answer = catch_unwind(AssertUnwindSafe(|| answer::answer(&case.input)));
        if let Err(problem) =
            answer.map_or_else(|_| Err("the library panics".into()), |got| judge(&case, got))
        {
            wrong.push(format!("{}: {problem}\n    {}", case.id, case.why));
        }
    }
    for (family, count) in &ran {
        println!("{family}: {count} cases");
    }
    println!("{} cases in {} families", ran.values().sum::<usize>(), ran.len());
    for case in &skipped {
        println!("skipped {case}");
    }
    assert_eq!(ran.len(), FAMILIES.len(), "a family has no case");
    assert!(wrong.is_empty(), "{} cases disagree:\n{}", wrong.len(), wrong.join("\n"));
}

fn judge(case: &Case, answer: Result<Value, Refused>) -> Result<(), String> {
    match (answer, &case.expect, &case.error) {
        (Ok(got), Some(expected), _) => compare::covers(&Value::Object(expected.clone()), &got),
        (Err(got), _, Some(expected)) => {
            let same_code = got.code == expected.code;
            let same_field = expected.field.is_none() || expected.field == got.field;
            (same_code && same_field)
                .then_some(())
                .ok_or(format!("expected {expected:?}, was refused as {got:?}"))
        }
        (Ok(got), None, _) => Err(format!("expected {:?}, got {got}", case.error)),
        (Err(got), _, None) => Err(format!("was refused as `{}`: {}", got.code, got.text)),
    }
}
