//! Every answer that the suite gives against the schema of the contract, and every definition against the suite.
#![allow(clippy::unwrap_used, reason = "a test")]

use super::check::{Check, MISFITS};
use homeroom::{Policy, mentoring::Ladder};
use homeroom_vectors::cases;
use homeroom_wire::{Ask, ask};
use serde_json::{Value, json};

/// Definitions that no case meets, and why.
const UNMET: &[(&str, &str)] = &[
    ("Availability", "no question looks at it yet"),
    ("CallView", "no view of the suite holds a call; a test of the core does"),
    ("EducationContentReference", "Ed-Fi's own, kept and not asked about"),
    ("EducationContentSource", "Ed-Fi's own, kept and not asked about"),
    ("PlannedDosage", "Ed-Fi's own, kept and not asked about"),
    ("PrescriptionReference", "Ed-Fi's own, kept and not asked about"),
];

/// A question's name and the definition of its answer.
fn answer_of(ask: &Value) -> (String, String) {
    let (name, inner) = ask.as_object().unwrap().iter().next().unwrap();
    if name == "mentoring" {
        let name = inner.as_object().unwrap().keys().next().unwrap();
        return (name.clone(), format!("answers.json#/$defs/MentoringAnswers/properties/{name}"));
    }
    (name.clone(), format!("answers.json#/$defs/Answers/properties/{name}"))
}

/// The answers to the suite's questions, and to some more of the same records.
fn answers() -> Vec<(String, Value, Result<Value, Value>)> {
    let mut all = Vec::new();
    for case in cases().into_iter().filter(|case| !MISFITS.contains(&case.id.as_str())) {
        let more = match &case.input.ask {
            Ask::Report {} => Some(Ask::Findings {}),
            Ask::Standing { school: None, .. } => Some(Ask::StudentTable {}),
            _ => None,
        };
        let mut input = case.input;
        for asked in [Some(input.ask.clone()), more].into_iter().flatten() {
            input.ask = asked;
            let question = serde_json::to_value(&input.ask).unwrap();
            all.push((case.id.clone(), question, ask(&input).map_err(|problem| json!(problem))));
        }
    }
    all
}

#[test]
fn every_answer_fits_the_schema_and_every_definition_is_met() {
    let check = Check::new();
    let mut wrong = Vec::new();
    for (case, question, answer) in answers() {
        let (_, path) = answer_of(&question);
        let fits = check.fits("questions.json#/$defs/Ask", &question).and_then(|()| match &answer {
            Ok(value) => check.fits(&path, value),
            Err(problem) => check.fits("answers.json#/$defs/Problem", problem),
        });
        if let Err(problem) = fits {
            wrong.push(format!("{case}: {problem:.600}"));
        }
    }
    assert!(wrong.is_empty(), "{} answers do not fit:\n{}", wrong.len(), wrong.join("\n"));
    for case in cases().iter().filter(|case| !MISFITS.contains(&case.id.as_str())) {
        check.fits("questions.json#/$defs/Request", &serde_json::to_value(&case.input).unwrap()).unwrap();
    }
    for id in Policy::preset_ids() {
        let policy = json!({"ask": {"policy": {}}, "policy": {"preset": id}});
        let answer = ask(&serde_json::from_value(policy).unwrap()).unwrap();
        check.fits("answers.json#/$defs/Answers/properties/policy", &answer).unwrap();
    }
    for id in Ladder::preset_ids() {
        let ladder = serde_json::to_value(Ladder::preset(id).unwrap()).unwrap();
        check.fits("rules.json#/$defs/LadderDocument", &ladder).unwrap();
    }
    let met = check.met.borrow();
    let mut unmet = Vec::new();
    for (file, document) in &check.documents {
        // Lists of terms are compared with the core's.
        let definitions = document["$defs"].as_object().unwrap().keys().filter(|_| *file != "terms.json");
        unmet.extend(
            definitions.filter(|name| !met.contains(&format!("{file}#/$defs/{name}"))).map(String::as_str),
        );
    }
    unmet.retain(|name| !matches!(*name, "Answers" | "MentoringAnswers" | "case" | "error" | "skip"));
    unmet.sort_unstable();
    let listed: Vec<&str> = UNMET.iter().map(|(name, _)| *name).collect();
    assert_eq!(unmet, listed, "definitions that no case meets");
}

#[test]
fn an_answer_with_a_field_removed_renamed_or_added_does_not_fit() {
    let check = Check::new();
    let mut tried = 0;
    for (case, question, answer) in answers() {
        let (_, path) = answer_of(&question);
        let Ok(Value::Object(answer)) = answer else { continue };
        for field in answer.keys() {
            let mut removed = answer.clone();
            let value = removed.remove(field).unwrap();
            assert!(check.fits(&path, &Value::Object(removed.clone())).is_err(), "{case} without {field}");
            removed.insert(format!("{field}_too"), value);
            assert!(check.fits(&path, &Value::Object(removed)).is_err(), "{case} with {field} renamed");
            tried += 1;
        }
    }
    assert!(tried > 1000, "{tried}");
}
