//! Exact amounts and rates as the contract writes them.

use homeroom::{Amount, Fraction, Rate};
use serde_json::{Value, json};

/// `numerator / denominator` exactly: a decimal number where it ends within four places, else a fraction in
/// lowest terms.
pub(crate) fn exact(numerator: u64, denominator: u64) -> String {
    let (mut a, mut b) = (numerator, denominator);
    while b != 0 {
        (a, b) = (b, a % b);
    }
    let (numerator, denominator) = (numerator / a, denominator / a);
    if 10_000 % denominator != 0 {
        return format!("{numerator}/{denominator}");
    }
    let (whole, rest) = (numerator / denominator, numerator % denominator);
    let decimals = format!("{:04}", rest * (10_000 / denominator));
    match decimals.trim_end_matches('0') {
        "" => whole.to_string(),
        decimals => format!("{whole}.{decimals}"),
    }
}

/// A fraction exactly.
pub(crate) fn fraction(fraction: Fraction) -> String {
    exact(fraction.numerator().into(), fraction.denominator().into())
}

/// An amount of days exactly.
pub(crate) fn amount(amount: &Amount) -> String {
    exact(amount.units, amount.per.into())
}

/// A rate that is an average, exactly.
pub(crate) fn ratio(rate: Option<Rate>) -> Option<String> {
    rate.map(|rate| exact(rate.part(), rate.whole()))
}

/// A rate of units of which `per` make a day: part and whole in days, the percentage, and the nearest double.
pub(crate) fn rate(rate: Option<Rate>, per: u32) -> Value {
    rate.map_or(Value::Null, |rate| {
        json!({
            "part": exact(rate.part(), per.into()),
            "whole": exact(rate.whole(), per.into()),
            "percent": rate.percent(1),
            "value": rate.to_f64(),
        })
    })
}

/// A rate of students.
pub(crate) fn count_rate(rate: Option<Rate>) -> Value {
    rate.map_or(
        Value::Null,
        |rate| json!({ "part": rate.part(), "whole": rate.whole(), "percent": rate.percent(1), "value": rate.to_f64() }),
    )
}

#[test]
fn amounts_are_written_exactly() {
    assert_eq!(exact(35, 2), "17.5");
    assert_eq!(exact(360, 2), "180");
    assert_eq!(exact(1, 6), "1/6");
    assert_eq!(exact(1, 16), "0.0625");
    assert_eq!(exact(0, 3), "0");
}
