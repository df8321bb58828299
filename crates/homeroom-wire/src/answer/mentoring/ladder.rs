//! Ladders: firings, logs and steps.

use crate::{
    LadderChoice, LogUpdate, OpenRegister, Problem,
    answer::measures::sign_name,
    exact::{amount, rate},
};
use chrono::NaiveDate;
use homeroom::{
    Policy, Rate, Reading,
    mentoring::{ContactMade, CountFacts, Facts, Firing, FiringKey, LadderLog, LadderStep},
};
use serde_json::{Value, json};

/// A firing; `per` units make a day.
pub(super) fn firing(firing: &Firing, per: u32) -> Value {
    json!({
        "student": firing.student,
        "rule": firing.rule,
        "step": firing.step,
        "cleared_by": firing.cleared_by,
        "met_on": firing.met_on,
        "facts": facts(&firing.facts, per),
    })
}

fn facts(facts: &Facts, per: u32) -> Value {
    let of_days = |of: &Rate| rate(Some(*of), per);
    let count = |kind, count: &CountFacts| json!({ "kind": kind, "counted": amount(&count.counted), "dates": count.dates });
    match facts {
        Facts::Absences(facts) => count("absences", facts),
        Facts::Unexcused(facts) => count("unexcused", facts),
        Facts::AbsenceRate { rate, membership_days, .. } => {
            json!({ "kind": "absence_rate", "rate": of_days(rate), "membership_days": membership_days })
        }
        Facts::Streak { dates, .. } => json!({ "kind": "streak", "dates": dates }),
        Facts::EarlyWarning { tier, warnings, .. } => {
            json!({ "kind": "early_warning", "tier": tier, "signs": warnings.iter().map(sign_name).collect::<Vec<_>>() })
        }
        Facts::Chronic { absent, of, school, .. } => {
            json!({ "kind": "chronic", "absent": amount(absent), "of": amount(of), "school": school })
        }
        Facts::NoImprovement { before, last, .. } => {
            json!({ "kind": "no_improvement", "before": of_days(before), "last": of_days(last) })
        }
        _ => json!({ "kind": "other" }),
    }
}

pub(super) fn step(step: &LadderStep) -> Value {
    json!({
        "student": step.firing.student,
        "rule": step.firing.rule,
        "step": step.firing.step,
        "cleared_by": step.firing.cleared_by,
        "met_on": step.firing.met_on,
        "unsupported_since": step.unsupported_since,
        "cleared": step.cleared.map(|cleared| json!({ "on": cleared.on, "with": cleared.with })),
        "days_open": step.days_open,
    })
}

/// A log over updates, each after its own changes of the register.
pub(super) fn log(
    choice: &LadderChoice,
    open: &OpenRegister,
    (policy, prior): (&Policy, Option<&Reading<'_>>),
    (updates, contacts): (&[LogUpdate], &[ContactMade]),
    as_of: NaiveDate,
) -> Result<Value, Problem> {
    let ladder = choice.ladder()?;
    let mut open = open.clone();
    let mut log = LadderLog::new(&ladder, open.register().year());
    let mut said = Vec::new();
    for update in updates {
        open = open.amended(&update.amend)?;
        let reading = Reading::new(open.register(), policy)?;
        let changed = log.update(&ladder, &reading, prior, update.as_of)?;
        let fired = changed.fired.iter();
        let fired = fired.map(|f| json!({ "student": f.student, "rule": f.rule, "met_on": f.met_on }));
        said.push(json!({
            "fired": fired.collect::<Vec<_>>(),
            "unsupported": keys(&changed.unsupported),
            "supported_again": keys(&changed.supported_again),
        }));
    }
    let entries = log.entries().map(|entry| {
        json!({
            "student": entry.firing.student,
            "rule": entry.firing.rule,
            "met_on": entry.firing.met_on,
            "supported": entry.supported(),
        })
    });
    let entries: Vec<_> = entries.collect();
    let reading = Reading::new(open.register(), policy)?;
    let steps = ladder.steps(&log, contacts, &reading, as_of)?;
    let still_open = ladder.open_steps(&log, contacts, &reading, as_of)?;
    let still_open: Vec<_> = still_open
        .iter()
        .map(|step| json!({ "student": step.firing.student, "rule": step.firing.rule }))
        .collect();
    let steps: Vec<_> = steps.iter().map(step).collect();
    Ok(json!({ "updates": said, "entries": entries, "steps": steps, "open": still_open }))
}

fn keys(keys: &[FiringKey]) -> Vec<Value> {
    keys.iter().map(|key| json!({ "student": key.student, "rule": key.rule })).collect()
}
