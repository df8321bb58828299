//! The report as a JSON object.
//!
//! Percentages are strings, rounded half up on the exact ratio to one decimal, `null` where nothing counts.
//! Amounts of days are numbers in days (sessions, hours: see `policy.unit`), exact where a decimal can be.
//! `overall` and the statuses of every group follow the policy's scope; the days of a group are those its
//! schools answer for.

use super::{Figures, Input};
use homeroom::{
    Amount, GroupMeasure, GroupOutcome, MeasureTable, Movement, Policy, Rate, RelativeChange, StatusChange,
    Tally,
};
use serde_json::{Map, Value, json};

/// The report as text of a JSON object. A worklist or an agenda stands alone: who may see it need not see everybody.
pub fn render(input: &Input, figures: &Figures) -> String {
    let policy = &input.policy;
    if let Some(mentoring) = figures.mentoring.as_ref().filter(|_| input.asks_for_a_list()) {
        return text(&json!({
            "policy": { "id": policy.id(), "version": policy.version() },
            "school_year": input.year.to_string(),
            "as_of": input.as_of,
            "worklist": mentoring.worklist.as_ref().map(|list| super::mentoring::worklist(input, list)),
            "agenda": mentoring.agenda.as_ref().map(|agenda| super::mentoring::agenda(input, agenda)),
            "cautions": figures.cautions,
        }));
    }
    let group = |key: &str, table: &MeasureTable| -> Vec<Value> {
        let with_label = |group: &GroupMeasure| {
            let mut object = Map::new();
            object.insert(key.to_owned(), json!(group.labels.first()));
            object.extend(measures(policy, group, &group.by_school.tally));
            Value::Object(object)
        };
        table.groups.iter().map(with_label).collect()
    };
    let findings = &input.dataset.report.findings;
    let by_code: Map<_, _> =
        findings.by_code().map(|(code, count)| (code.to_string(), json!(count))).collect();
    let overall = figures.overall.headline(policy.scope());
    let report = json!({
        "policy": { "id": policy.id(), "version": policy.version(), "unit": policy.unit(), "scope": policy.scope() },
        "definitions_version": homeroom::DEFINITIONS_VERSION,
        "school_year": input.year.to_string(),
        "as_of": input.as_of,
        "students": figures.overall.by_student.students,
        "overall": measures(policy, &figures.overall, &overall.tally),
        "by_district": group("district", &figures.by_district),
        "by_school": group("school", &figures.by_school),
        "by_grade": group("grade", &figures.by_grade),
        "compare": compare(input, figures),
        "early_warning": warnings(input, figures),
        "change_from_last_year": change(input, figures),
        "mentoring": figures.mentoring.as_ref().map(|figures| super::mentoring::mentoring(input, figures)),
        "findings": { "total": findings.total(), "by_code": by_code },
        "intake": input.dataset.report.intake(),
        "assumptions": input.dataset.report.assumptions,
        "cautions": figures.cautions,
    });
    text(&report)
}

fn text(report: &Value) -> String {
    let mut text = serde_json::to_string_pretty(report).unwrap_or_default();
    text.push('\n');
    text
}

fn measures(policy: &Policy, group: &GroupMeasure, days: &Tally) -> Map<String, Value> {
    let summary = group.headline(policy.scope());
    let amount = |units| number(days.amount(units));
    let percent = |rate: Option<Rate>| rate.map(|rate| rate.percent(1));
    let bounds = days.absence_bounds(policy.unrecorded());
    let least = bounds.and_then(|bounds| bounds.upper.complement());
    let most = bounds.and_then(|bounds| bounds.lower.complement());
    let bands: Map<_, _> = policy
        .bands()
        .iter()
        .zip(&summary.bands)
        .map(|(band, count)| (band.id.clone(), json!(count)))
        .collect();
    let not_eligible: Map<_, _> =
        summary.not_eligible.iter().map(|(reason, count)| (reason.to_string(), json!(count))).collect();
    let Value::Object(object) = json!({
        "students": summary.students,
        "membership_days": amount(days.membership),
        "recorded_days": amount(days.recorded),
        "absent_days": amount(days.absent),
        "excused_days": amount(days.excused),
        "unexcused_days": amount(days.unexcused),
        "disciplinary_days": amount(days.disciplinary),
        "remote_days": amount(days.remote),
        "tardy_days": days.tardy_days,
        "early_departure_days": days.early_departure_days,
        "attendance_rate_pct": percent(days.attendance_rate(policy.unrecorded())),
        "attendance_rate_bounds_pct": [percent(least), percent(most)],
        "average_daily_membership": group.average_daily_membership().map(average),
        "average_daily_attendance": group.average_daily_attendance().map(average),
        "eligible": summary.eligible,
        "not_eligible": not_eligible,
        "chronically_absent": summary.chronically_absent,
        "chronic_rate_pct": percent(summary.chronic_rate()),
        "status_uncertain": summary.uncertain,
        "bands": bands,
    }) else {
        return Map::new();
    };
    object
}

fn average(rate: Rate) -> Value {
    let text = rate.text(2);
    serde_json::from_str(text.trim_end_matches('0').trim_end_matches('.')).unwrap_or(Value::Null)
}

// A whole number where it is one, else rounded half up to two decimals.
fn number(amount: Amount) -> Value {
    serde_json::from_str(&amount.text(2)).unwrap_or(Value::Null)
}

fn compare(input: &Input, figures: &Figures) -> Vec<Value> {
    let of_policy = |(policy, difference): (&Policy, &homeroom::PolicyDifference)| {
        let ids = |changes: Vec<&StatusChange>| -> Vec<String> {
            changes.iter().map(|change| input.register().student_id(change.student).to_owned()).collect()
        };
        let changed = |change: &StatusChange| {
            json!({
                "student": input.register().student_id(change.student),
                "from": change.before,
                "to": change.after,
                "clauses": change.clauses,
                "together": change.together,
            })
        };
        let changes: Vec<_> = difference.changes.iter().map(changed).collect();
        let (gained, lost) = (ids(difference.gained().collect()), ids(difference.lost().collect()));
        json!({
            "policy": policy.id(),
            "version": policy.version(),
            "clauses": difference.clauses,
            "gained": gained,
            "lost": lost,
            "changes": changes,
        })
    };
    input.compare.iter().zip(&figures.differences).map(of_policy).collect()
}

fn warnings(input: &Input, figures: &Figures) -> Vec<Value> {
    let of_student = |warning: &homeroom::EarlyWarning| {
        let signs: Vec<_> = warning.warnings.iter().map(super::text::sign).collect();
        json!({
            "student": input.register().student_id(warning.student),
            "tier": warning.tier,
            "absence_rate_pct": warning.absence_rate.map(|rate| rate.percent(1)),
            "signs": signs,
        })
    };
    figures.warnings.iter().map(of_student).collect()
}

fn change(input: &Input, figures: &Figures) -> Value {
    let Some(change) = &figures.change else { return Value::Null };
    let percent = |change: Option<RelativeChange>| change.map(|change| change.percent(1));
    let group = |group: &GroupOutcome| {
        json!({
            "label": group.label,
            "absence_rate_pct": [
                group.before.absence_rate.map(|rate| rate.percent(1)),
                group.after.absence_rate.map(|rate| rate.percent(1)),
            ],
            "absence_change_pct": percent(group.absence_change),
            "chronically_absent": [group.before.chronically_absent, group.after.chronically_absent],
            "eligible": [group.before.eligible, group.after.eligible],
            "chronic_change_pct": percent(group.chronic_change),
        })
    };
    let outcome = &change.outcome;
    let movements: Map<_, _> = Movement::ALL
        .iter()
        .map(|movement| (movement.to_string(), json!(change.transitions.count(*movement))))
        .collect();
    json!({
        "as_of": [change.then, input.as_of],
        "counts": "each student once over all schools",
        "pooled": group(&outcome.pooled),
        "mean_of_districts_pct": outcome.mean_of_districts.map(|mean| format!("{:.1}", mean * 100.0)),
        "by_district": outcome.by_district.iter().map(group).collect::<Vec<_>>(),
        "by_grade": outcome.by_grade.iter().map(group).collect::<Vec<_>>(),
        "movements": movements,
        "warnings": outcome.warnings,
        "note": homeroom::OUTCOME_NOTE,
    })
}
