//! Answers: a question, asked of the core, as JSON.

pub(crate) mod measures;
pub(crate) mod mentoring;

use crate::{
    Ask, ByteChange, MentoringAsk, OpenProgram, OpenRegister, Problem, Request, envelope::envelope,
    exact::fraction, open_register::opened_before, problem::from_json,
};
use homeroom::{
    Amount, Extent, Findings, Fraction, Limit, Rate, Register, RelativeChange, RollReport, Threshold,
};
use serde_json::{Value, json};
use std::sync::Arc;

/// Answers a request given as JSON.
///
/// `{"ok": true, "value": …, "definitions_version": …}`, or `{"ok": false, "problems": [{"kind", "code", "message",
/// "field"}]}`, `field` where there is one to blame.
///
/// ```
/// let answer = homeroom_wire::ask_json(r#"{"ask": {"rate": {"part": 1, "whole": 16, "decimals": 1}}}"#);
/// assert!(answer.contains(r#""value":{"percent":"6.3"}"#), "{answer}");
/// ```
pub fn ask_json(request: &str) -> String {
    envelope(from_json(request), |request| ask(&request))
}

/// Answers a request that brings its records.
///
/// # Errors
/// [`Problem`] where there is no answer.
pub fn ask(request: &Request) -> Result<Value, Problem> {
    if let Ask::Merge {} = request.ask {
        return merge(request);
    }
    let Some(records) = &request.records else { return alone(request) };
    let opened = OpenRegister::from_records(records)?.amended(&request.amend)?;
    let before = opened_before(request)?;
    let Ask::Mentoring(_) = request.ask else { return answer(request, &opened, before.as_ref()) };
    if request.before.as_ref().is_some_and(|before| before.records.is_none() || before.policy.is_some()) {
        let message = "the year before of a program is another register, read by the same policy: give its `records` alone";
        return Err(Problem::field("before_given", "before", message));
    }
    let mentoring = records.mentoring.clone().unwrap_or_default();
    let program = OpenProgram::from_records(Arc::new(opened), before.map(Arc::new), &mentoring)?;
    program.ask(&Request { records: None, amend: Vec::new(), before: None, ..request.clone() })
}

/// Answers of a register.
pub(crate) fn answer(
    request: &Request,
    open: &OpenRegister,
    before: Option<&OpenRegister>,
) -> Result<Value, Problem> {
    let register = open.register();
    match &request.ask {
        Ask::Report {} => Ok(open.report().map_or(Value::Null, report)),
        Ask::Findings {} => Ok(open.report().map_or(Value::Null, |report| findings(&report.findings))),
        Ask::Register {} => Ok(rows(register)),
        Ask::Day { student, school, date } => day(register, student, school, *date),
        Ask::Bytes { change } => bytes(register, *change),
        Ask::Merge {} => {
            Err(Problem::request("parts_given", "registers that are open are merged by their own method"))
        }
        Ask::Tally { .. }
        | Ask::Standing { .. }
        | Ask::Streaks { .. }
        | Ask::Truancy { .. }
        | Ask::AbsenceBudget { .. }
        | Ask::Projection { .. }
        | Ask::EarlyWarnings {}
        | Ask::Series { .. }
        | Ask::Measure { .. }
        | Ask::StudentTable { .. }
        | Ask::Transitions {}
        | Ask::PolicyDifference {}
        | Ask::Outcome {} => measures::measure(request, open, before),
        _ => alone(request),
    }
}

/// Answers that need no records.
fn alone(request: &Request) -> Result<Value, Problem> {
    let own = || request.policy();
    Ok(match &request.ask {
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
                _ => {
                    let message = "a threshold has either a `share` or a `count`";
                    return Err(Problem::request("threshold_limit", message));
                }
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
            let counts = missed.iter().map(|missed| fraction(own.day_rule().absence(*missed)));
            json!({ "counts": counts.collect::<Vec<_>>() })
        }
        Ask::Policy {} => {
            let own = own()?;
            let document: Value = from_json(&own.to_json())?;
            json!({ "id": own.id(), "document": document })
        }
        Ask::Code { table, code } => match table.get(code) {
            None => json!({ "meaning": null, "extent": null }),
            Some((meaning, extent)) => {
                let part = match &extent {
                    Extent::WholeDay => "1".to_owned(),
                    Extent::Part(part) => fraction(*part),
                    // Tables say parts of days, never minutes.
                    _ => return Err(Problem::request("code_extent", "the code counts minutes")),
                };
                let meaning = json!({ "status": meaning.status(), "category": meaning.category() });
                json!({ "meaning": meaning, "extent": part })
            }
        },
        Ask::RelativeChange { before, after, decimals } => {
            let change = RelativeChange::of_counts(*before, *after);
            json!({ "percent": change.map(|change| change.percent(*decimals)) })
        }
        Ask::Mentoring(MentoringAsk::StatusHistory { history, on }) => {
            mentoring::status_history(history, on)?
        }
        Ask::Mentoring(_) => {
            let message = "a question about mentoring is asked of a program";
            return Err(Problem::request("no_program", message));
        }
        _ => return Err(Problem::missing("records")),
    })
}

fn report(report: &RollReport) -> Value {
    json!({
        "events": report.intake,
        "enrollments": report.enrollments,
        "findings": findings_by_code(&report.findings),
    })
}

/// Findings by code, with how many there are of each.
pub(crate) fn findings_by_code(findings: &Findings) -> Vec<Value> {
    findings.by_code().map(|(code, count)| json!({ "code": code, "count": count })).collect()
}

/// Findings one by one: the first thousand of each code.
pub(crate) fn findings(findings: &Findings) -> Value {
    let one_by_one = findings.iter().map(|finding| {
        json!({
            "code": finding.code,
            "action": finding.code.action(),
            "file": finding.place.file,
            "row": finding.place.row,
            "field": finding.field,
            "student": finding.student,
            "school": finding.school,
            "date": finding.date,
            "detail": finding.detail,
        })
    });
    json!({ "total": findings.total(), "findings": one_by_one.collect::<Vec<_>>() })
}

fn rows(register: &Register) -> Value {
    let rows: Vec<_> = (0..register.row_count())
        .map(|row| {
            let key = register.key(row);
            let school = register.school_id(key.school as usize);
            let days = register.row(row).membership_days();
            json!({ "student": register.student_id(key.student as usize), "school": school, "membership_days": days })
        })
        .collect();
    json!({
        "students": register.students(),
        "rows": rows,
        "school_days": register.school_days().len(),
    })
}

fn day(register: &Register, student: &str, school: &str, date: chrono::NaiveDate) -> Result<Value, Problem> {
    let row = register.row(row_of(register, find_student(register, student)?, school)?);
    let Some(day) = register.school_days().index_of(date) else {
        return Ok(json!({ "member": false, "recorded": false, "mark": [] }));
    };
    let mark: Vec<_> = register.marks()[usize::from(row.mark(day))]
        .parts()
        .iter()
        .map(|(code, part)| {
            json!({
                "status": code.status(),
                "category": code.category(),
                "part": fraction(*part),
            })
        })
        .collect();
    Ok(json!({ "member": row.is_member(day), "recorded": row.is_recorded(day), "mark": mark }))
}

fn bytes(register: &Register, change: Option<ByteChange>) -> Result<Value, Problem> {
    let mut bytes = register.to_bytes()?;
    let head: Vec<String> = bytes.iter().take(10).map(|byte| format!("{byte:02x}")).collect();
    match change {
        None => {}
        Some(ByteChange::Replace { at, byte }) => {
            let message = "`at` lies beyond the register's bytes";
            *bytes.get_mut(at).ok_or_else(|| Problem::request("byte_place", message))? = byte;
        }
        Some(ByteChange::Keep(length)) => bytes.truncate(length),
        Some(ByteChange::CutOff(length)) => bytes.truncate(bytes.len().saturating_sub(length)),
    }
    let read = Register::from_bytes(&bytes)?;
    Ok(json!({ "head": head.concat(), "equal": read == *register }))
}

fn merge(request: &Request) -> Result<Value, Problem> {
    let parts: Vec<OpenRegister> =
        request.parts.iter().map(OpenRegister::from_records).collect::<Result<_, _>>()?;
    let (first, others) = parts.split_first().ok_or_else(|| Problem::missing("parts"))?;
    let mut merged = first.clone();
    for part in others {
        merged = merged.merged(part)?;
    }
    let mut backwards = parts.last().ok_or_else(|| Problem::missing("parts"))?.clone();
    for part in parts.iter().rev().skip(1) {
        backwards = backwards.merged(part)?;
    }
    let mut answer = rows(merged.register());
    answer["any_order"] = json!(merged.register() == backwards.register());
    let whole = request.records.as_ref().map(OpenRegister::from_records).transpose()?;
    answer["equals_records"] = json!(whole.map(|whole| whole.register() == merged.register()));
    Ok(answer)
}

/// A student by identifier.
pub(crate) fn find_student(register: &Register, student: &str) -> Result<usize, Problem> {
    let unknown = || Problem::unknown("unknown_student", "no student of that identifier is in the register");
    register.find_student(student).ok_or_else(unknown)
}

/// A school by identifier.
pub(crate) fn find_school(register: &Register, school: &str) -> Result<usize, Problem> {
    let unknown = || Problem::unknown("unknown_school", "no school of that identifier is in the register");
    register.find_school(school).ok_or_else(unknown)
}

/// A student's row at a school.
pub(crate) fn row_of(register: &Register, student: usize, school: &str) -> Result<usize, Problem> {
    let school = find_school(register, school)?;
    let unknown = || Problem::unknown("not_enrolled", "the student has no row at that school");
    register.rows_of(student).find(|row| register.key(*row).school as usize == school).ok_or_else(unknown)
}
