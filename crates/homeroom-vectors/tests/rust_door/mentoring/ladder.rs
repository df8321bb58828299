//! Ladders: firings, logs and steps.

use crate::{build::amend, exact::exact, refusal::Refused};
use chrono::NaiveDate;
use homeroom::{
    Policy, Rate, Reading, Register, Warning,
    mentoring::{ContactMade, Facts, Firing, FiringKey, Ladder, LadderLog, LadderStep},
};
use homeroom_vectors::{LadderChoice, LogUpdate};
use serde_json::{Value, json};

pub fn ladder(choice: &LadderChoice) -> Result<Ladder, Refused> {
    match choice {
        LadderChoice::Preset(id) => Ok(Ladder::preset(id).expect("the preset exists")),
        own => Ok(Ladder::from_json(&own.own().expect("rules of the case").to_string())?),
    }
}

pub fn firing(firing: &Firing) -> Value {
    let mut said = facts(&firing.facts);
    said["student"] = json!(firing.student);
    said["rule"] = json!(firing.rule);
    said["step"] = json!(firing.step);
    said["cleared_by"] = json!(firing.cleared_by);
    said["met_on"] = json!(firing.met_on);
    said
}

fn facts(facts: &Facts) -> Value {
    let counts = |rate: &Rate| json!({ "part": rate.part(), "whole": rate.whole() });
    let days = |amount: &homeroom::Amount| exact(amount.units, amount.per.into());
    match facts {
        Facts::Absences(count) | Facts::Unexcused(count) => {
            json!({ "counted": days(&count.counted), "dates": count.dates })
        }
        Facts::AbsenceRate { rate, membership_days, .. } => {
            json!({ "rate": counts(rate), "membership_days": membership_days })
        }
        Facts::Streak { dates, .. } => json!({ "dates": dates }),
        Facts::EarlyWarning { tier, warnings, .. } => {
            json!({ "tier": tier, "signs": warnings.iter().map(sign).collect::<Vec<_>>() })
        }
        Facts::Chronic { absent, of, school, .. } => {
            json!({ "absent": days(absent), "of": days(of), "school": school })
        }
        Facts::NoImprovement { before, last, .. } => {
            json!({ "before": counts(before), "last": counts(last) })
        }
        other => panic!("this door knows no facts {other:?}"),
    }
}

fn sign(warning: &Warning) -> &'static str {
    match warning {
        Warning::FirstMonth(..) => "first_month",
        Warning::TwoAMonth(..) => "two_a_month",
        Warning::PriorYear(..) => "prior_year",
        Warning::SevereNow(_) => "severe_now",
        other => panic!("this door knows no sign {other:?}"),
    }
}

pub fn step(step: &LadderStep) -> Value {
    json!({
        "student": step.firing.student,
        "rule": step.firing.rule,
        "met_on": step.firing.met_on,
        "unsupported_since": step.unsupported_since,
        "cleared": step.cleared.map(|cleared| json!([cleared.on, cleared.with])),
        "days_open": step.days_open,
    })
}

pub fn log(
    choice: &LadderChoice,
    register: &mut Register,
    policy: &Policy,
    (updates, contacts): (&[LogUpdate], &[ContactMade]),
    as_of: NaiveDate,
) -> Result<Value, Refused> {
    let ladder = ladder(choice)?;
    let mut log = LadderLog::new(&ladder, register.year());
    let mut said = Vec::new();
    for update in updates {
        amend(register, &update.amend)?;
        let reading = Reading::new(register, policy)?;
        let changed = log.update(&ladder, &reading, None, update.as_of)?;
        let again = log.update(&ladder, &reading, None, update.as_of)?;
        assert!(again.is_empty(), "the same facts change the log");
        let fired = changed.fired.iter().map(|firing| json!([firing.student, firing.rule, firing.met_on]));
        let keys =
            |keys: &[FiringKey]| keys.iter().map(|key| json!([key.student, key.rule])).collect::<Vec<_>>();
        said.push(json!({
            "fired": fired.collect::<Vec<_>>(),
            "unsupported": keys(&changed.unsupported),
            "supported_again": keys(&changed.supported_again),
        }));
    }
    let entries: Vec<_> = log
        .entries()
        .map(|entry| json!([entry.firing.student, entry.firing.rule, entry.firing.met_on, entry.supported()]))
        .collect();
    let reading = Reading::new(register, policy)?;
    let steps = ladder.steps(&log, contacts, &reading, as_of)?;
    let open = ladder.open_steps(&log, contacts, &reading, as_of)?;
    let open: Vec<_> = open.iter().map(|step| json!([step.firing.student, step.firing.rule])).collect();
    let steps: Vec<_> = steps.iter().map(step).collect();
    Ok(json!({ "updates": said, "entries": entries, "steps": steps, "open": open }))
}
