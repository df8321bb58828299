//! Comparing an answer with what a case expects.

use serde_json::Value;

/// Checks that an answer says everything that is expected: objects may say more, lists may not, and only
/// numbers with a fraction may differ, by 1e-9.
pub fn covers(expected: &Value, got: &Value) -> Result<(), String> {
    match (expected, got) {
        (Value::Object(expected), Value::Object(got)) => expected.iter().try_for_each(|(key, value)| {
            let said = got.get(key).ok_or(format!("the answer has no `{key}`"))?;
            covers(value, said).map_err(|problem| format!("{key}: {problem}"))
        }),
        (Value::Array(expected), Value::Array(got)) if expected.len() == got.len() => {
            expected.iter().zip(got).enumerate().try_for_each(|(i, (value, said))| {
                covers(value, said).map_err(|problem| format!("{i}: {problem}"))
            })
        }
        (Value::Number(expected), Value::Number(got)) if got.is_f64() => {
            let near = expected.as_f64().zip(got.as_f64()).is_some_and(|(a, b)| (a - b).abs() <= 1e-9);
            near.then_some(()).ok_or(format!("expected {expected}, got {got}"))
        }
        _ => (expected == got).then_some(()).ok_or(format!("expected {expected}, got {got}")),
    }
}

#[test]
fn an_answer_may_say_more_but_nothing_else() {
    use serde_json::json;
    let got = json!({"days": "17.5", "list": [1, 2], "near": 0.1});
    assert!(covers(&json!({"days": "17.5", "list": [1, 2], "near": 0.100_000_000_01}), &got).is_ok());
    for wrong in [json!({"days": "17"}), json!({"list": [1]}), json!({"near": 0.11}), json!({"weeks": 1})] {
        assert!(covers(&wrong, &got).is_err(), "{wrong}");
    }
}
