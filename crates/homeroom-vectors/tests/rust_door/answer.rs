//! Answers: a case's question, asked of the crate, as JSON.

use crate::{
    build::{Built, amend, build},
    exact::exact,
    measures, mentoring,
    policies::policy,
    refusal::Refused,
};
use homeroom::{Amount, DayRule, Extent, Fraction, Limit, Rate, Register, RelativeChange, Threshold};
use homeroom_vectors::{Ask, ByteChange, Input};
use serde_json::{Value, json};

pub fn answer(input: &Input) -> Result<Value, Refused> {
    let own = || policy(input.policy.as_ref());
    Ok(match &input.ask {
        Ask::Rate { part, whole, decimals } => {
            json!({ "percent": Rate::new(*part, *whole).map(|rate| rate.percent(*decimals)) })
        }
        Ask::Amount { units, per, decimals } => {
            json!({ "text": Amount { units: *units, per: *per }.text(*decimals) })
        }
        Ask::Fraction { text } => json!({ "fraction": text.parse::<Fraction>()?.to_string() }),
        Ask::Threshold { comparator, share, count, units, of } => {
            let limit = match (share, count) {
                (Some(share), None) => Limit::Share(*share),
                (None, Some(count)) => Limit::Count(*count),
                _ => panic!("a threshold has either a share or a count"),
            };
            let threshold = Threshold::new(*comparator, limit);
            let met = of.iter().map(|[part, whole]| threshold.is_met(*part, *whole, *units));
            json!({ "met": met.collect::<Vec<_>>() })
        }
        Ask::Bands { units, of } => {
            let own = own()?;
            let bands = of.iter().map(|[part, whole]| own.bands().band(*part, *whole, *units));
            json!({ "bands": bands.collect::<Vec<_>>() })
        }
        Ask::DayRule { missed } => {
            let own = own()?;
            let rule: &DayRule = own.day_rule();
            let counts = missed.iter().map(|missed| {
                let counts = rule.absence(*missed);
                exact(counts.numerator().into(), counts.denominator().into())
            });
            json!({ "counts": counts.collect::<Vec<_>>() })
        }
        Ask::Policy {} => json!({ "id": own()?.id() }),
        Ask::Code { table, code } => match table.get(code) {
            None => json!({ "meaning": null }),
            Some((meaning, extent)) => {
                let part = match &extent {
                    Extent::WholeDay => "1".to_owned(),
                    Extent::Part(part) => exact(part.numerator().into(), part.denominator().into()),
                    other => panic!("a code of {other:?}"),
                };
                json!({ "meaning": meaning, "extent": part })
            }
        },
        Ask::RelativeChange { before, after, decimals } => {
            let change = RelativeChange::of_counts(*before, *after);
            json!({ "percent": change.map(|change| change.percent(*decimals)) })
        }
        Ask::Merge {} => merge(input)?,
        Ask::Mentoring(ask) => mentoring::mentoring(input, ask)?,
        _ => {
            let mut built = build(input.world.as_ref().expect("the case has a world"))?;
            amend(&mut built.register, &input.amend)?;
            match &input.ask {
                Ask::Roll {} => roll(&built),
                Ask::Register {} => register(&built.register),
                Ask::Day { student, school, date } => day(&built.register, student, school, *date),
                Ask::Bytes { change } => bytes(&built.register, *change)?,
                _ => measures::measure(input, &built)?,
            }
        }
    })
}

fn roll(built: &Built) -> Value {
    let findings: Vec<_> = built.report.findings.by_code().collect();
    json!({ "events": built.report.intake, "enrollments": built.report.enrollments, "findings": findings })
}

fn register(register: &Register) -> Value {
    let rows: Vec<_> = (0..register.row_count())
        .map(|row| {
            let key = register.key(row);
            let school = register.school_id(key.school as usize);
            let days = register.row(row).membership_days();
            json!([register.student_id(key.student as usize), school, days])
        })
        .collect();
    json!({
        "students": register.students(),
        "rows": rows,
        "school_days": register.school_days().len(),
    })
}

fn day(register: &Register, student: &str, school: &str, date: chrono::NaiveDate) -> Value {
    let student = register.find_student(student).expect("the student");
    let school = register.find_school(school).expect("the school");
    let row = register.rows_of(student).find(|row| register.key(*row).school as usize == school);
    let row = register.row(row.expect("the student's row at the school"));
    let Some(day) = register.school_days().index_of(date) else {
        return json!({ "member": false, "recorded": false, "mark": [] });
    };
    let mark: Vec<_> = register.marks()[usize::from(row.mark(day))]
        .parts()
        .iter()
        .map(|(code, part)| {
            json!({
                "status": code.status(),
                "category": code.category(),
                "part": exact(part.numerator().into(), part.denominator().into()),
            })
        })
        .collect();
    json!({ "member": row.is_member(day), "recorded": row.is_recorded(day), "mark": mark })
}

fn bytes(register: &Register, change: Option<ByteChange>) -> Result<Value, Refused> {
    let mut bytes = register.to_bytes()?;
    let head: Vec<String> = bytes.iter().take(10).map(|byte| format!("{byte:02x}")).collect();
    match change {
        None => {}
        Some(ByteChange::Replace([place, byte])) => bytes[place] = u8::try_from(byte).expect("a byte"),
        Some(ByteChange::Keep(length)) => bytes.truncate(length),
        Some(ByteChange::CutOff(length)) => bytes.truncate(bytes.len() - length),
        Some(other) => panic!("this door knows no change {other:?}"),
    }
    let read = Register::from_bytes(&bytes)?;
    Ok(json!({ "head": head.concat(), "equal": read == *register }))
}

fn merge(input: &Input) -> Result<Value, Refused> {
    let parts = || -> Result<Vec<Register>, Refused> {
        input.parts.iter().map(|part| Ok(build(part)?.register)).collect()
    };
    let together = |parts: Vec<Register>| -> Result<Register, Refused> {
        let mut parts = parts.into_iter();
        let first = parts.next().expect("a part");
        parts.try_fold(first, |merged, part| Ok(merged.merge(part)?))
    };
    let merged = together(parts()?)?;
    let backwards = together(parts()?.into_iter().rev().collect())?;
    assert!(merged == backwards, "the parts merged backwards are another register");
    let mut answer = register(&merged);
    if let Some(world) = &input.world {
        answer["equals_world"] = json!(build(world)?.register == merged);
    }
    Ok(answer)
}
