//! Answers about days, students and groups.

use super::{find_student, row_of};
use crate::{
    Ask, Before, OpenRegister, Problem, Request, WindowChoice,
    exact::{amount, count_rate, exact, rate, ratio},
};
use chrono::NaiveDate;
use homeroom::{
    Dimension, EarlyWarning, GroupOutcome, Outcome, PeriodTotals, Policy, PolicyDifference, Reading,
    Recovery, Roster, Standing, Student, Summary, Tally, Transitions, Warning, Window,
};
use serde_json::{Value, json};
use std::collections::BTreeSet;

pub(super) fn measure(
    request: &Request,
    open: &OpenRegister,
    before: Option<&OpenRegister>,
) -> Result<Value, Problem> {
    let (own, as_of) = (request.policy()?, request.as_of()?);
    let register = open.register();
    let reading = Reading::new(register, &own)?;
    let find = |student: &str| find_student(register, student);
    Ok(match &request.ask {
        Ask::Tally { student, school, window } => {
            let student = find(student)?;
            let of = match (school, window) {
                (Some(school), None) => {
                    let through = register.school_days().through(as_of);
                    reading.tally_row(row_of(register, student, school)?, &through)
                }
                (None, window) => reading.tally_window(student, as_of, window_of(*window)),
                (Some(_), Some(_)) => {
                    let message = "a `window` is asked over all schools: leave `school` out";
                    return Err(Problem::request("window_at_school", message));
                }
            };
            tally(&of, &own)
        }
        Ask::Standing { student, school } => {
            let student = find(student)?;
            let of = match school {
                Some(school) => reading.standing_of_row(row_of(register, student, school)?, as_of),
                None => reading.standing_of_student(student, as_of),
            };
            standing(&of, &own)
        }
        Ask::Streaks { student, rule } => json!(reading.streaks(find(student)?, as_of, *rule)),
        Ask::Truancy { student } => {
            let met = reading.truancy(find(student)?, as_of);
            json!({ "met": met.iter().map(|met| json!({ "rule": met.rule.id, "met_on": met.met_on })).collect::<Vec<_>>() })
        }
        Ask::AbsenceBudget { student } => budget(&reading, find(student)?, as_of),
        Ask::Projection { student } => {
            let projection = reading.projection(find(student)?, as_of).map(|projection| {
                json!({
                    "days_to_come": projection.days_to_come,
                    "absent_days": projection.absent_days,
                    "projected": projection.projected,
                    "low": projection.low,
                    "high": projection.high,
                })
            });
            json!({ "projection": projection })
        }
        Ask::Series { period } => {
            let series = reading.series(0..register.students(), as_of, *period)?;
            let points = series.points.iter().map(|point| {
                let mut said = tally(&point.tally, &own);
                said["label"] = json!(point.label);
                said["first"] = json!(point.first);
                said["last"] = json!(point.last);
                said
            });
            json!({ "points": points.collect::<Vec<_>>() })
        }
        Ask::StudentTable {} => student_table(&reading, as_of),
        Ask::Measure { by } => groups(&reading, open, as_of, by)?,
        Ask::PolicyDifference {} => {
            let against = request.against()?;
            let difference = PolicyDifference::between(register, &own, &against, as_of)?;
            let changes = difference.changes.iter().map(|change| {
                json!({
                    "student": register.student_id(change.student),
                    "before": change.before,
                    "after": change.after,
                    "clauses": change.clauses,
                    "together": change.together,
                })
            });
            json!({ "clauses": difference.clauses, "changes": changes.collect::<Vec<_>>() })
        }
        _ => two_periods(request, open, before, &reading, as_of)?,
    })
}

fn window_of(choice: Option<WindowChoice>) -> Window {
    match choice {
        None | Some(WindowChoice::YearToDate) => Window::YearToDate,
        Some(WindowChoice::SchoolDays(days)) => Window::SchoolDays(days),
        Some(WindowChoice::CalendarDays(days)) => Window::CalendarDays(days),
        Some(WindowChoice::FirstSchoolDays(days)) => Window::FirstSchoolDays(days),
        Some(WindowChoice::Since(date)) => Window::Since(date),
    }
}

pub(super) fn tally(tally: &Tally, policy: &Policy) -> Value {
    let days = |units| exact(units, tally.per.into());
    let bounds = tally.absence_bounds(policy.unrecorded()).map(|bounds| {
        json!({
            "lower": rate(Some(bounds.lower), tally.per),
            "observed": rate(bounds.observed, tally.per),
            "upper": rate(Some(bounds.upper), tally.per),
        })
    });
    json!({
        "membership": days(tally.membership),
        "recorded": days(tally.recorded),
        "unrecorded": days(tally.unrecorded()),
        "absent": days(tally.absent),
        "excused": days(tally.excused),
        "unexcused": days(tally.unexcused),
        "excusal_unknown": days(tally.excusal_unknown()),
        "disciplinary": days(tally.disciplinary),
        "remote": days(tally.remote),
        "tardy_days": tally.tardy_days,
        "early_departure_days": tally.early_departure_days,
        "absence_rate": rate(tally.absence_rate(policy.unrecorded()), tally.per),
        "attendance_rate": rate(tally.attendance_rate(policy.unrecorded()), tally.per),
        "bounds": bounds,
    })
}

fn band(policy: &Policy, index: Option<usize>) -> Value {
    json!(band_name(policy, index))
}

/// The band of an index.
pub(crate) fn band_name(policy: &Policy, index: Option<usize>) -> Option<&str> {
    policy.bands().iter().nth(index?).map(|band| &*band.id)
}

fn standing(standing: &Standing, policy: &Policy) -> Value {
    let mut said = tally(&standing.tally, policy);
    said["membership_days"] = json!(standing.membership_days);
    said["status"] = json!(standing.status);
    said["band"] = band(policy, standing.band);
    said["certain"] = json!(standing.certain);
    said
}

fn budget(reading: &Reading<'_>, student: usize, as_of: NaiveDate) -> Value {
    let Some(budget) = reading.absence_budget(student, as_of) else { return json!({ "budget": null }) };
    let (recovery, full_attendance) = match budget.recovery {
        Recovery::NotNeeded => ("not_needed", None),
        Recovery::FullAttendance(days) => ("full_attendance", Some(days)),
        Recovery::NotThisYear => ("not_this_year", None),
    };
    json!({ "budget": {
        "days_to_come": budget.days_to_come,
        "absences_left": budget.absences_left,
        "recovery": recovery,
        "full_attendance": full_attendance,
    }})
}

fn summary(summary: &Summary, policy: &Policy) -> Value {
    let mut said = tally(&summary.tally, policy);
    let bands: Vec<_> = policy
        .bands()
        .iter()
        .zip(&summary.bands)
        .map(|(band, n)| json!({ "band": band.id, "students": n }))
        .collect();
    said["students"] = json!(summary.students);
    said["eligible"] = json!(summary.eligible);
    said["chronically_absent"] = json!(summary.chronically_absent);
    said["chronic_rate"] = count_rate(summary.chronic_rate());
    let not_eligible = summary.not_eligible.iter();
    let not_eligible = not_eligible.map(|(status, n)| json!({ "status": status, "students": n }));
    said["not_eligible"] = json!(not_eligible.collect::<Vec<_>>());
    said["bands"] = json!(bands);
    said["uncertain"] = json!(summary.uncertain);
    said
}

fn groups(
    reading: &Reading<'_>,
    open: &OpenRegister,
    as_of: NaiveDate,
    by: &[String],
) -> Result<Value, Problem> {
    let by = dimensions(open.roster(), by)?;
    let table = reading.measure_by(open.roster(), as_of, &by)?;
    let groups = table.groups.iter().map(|group| {
        json!({
            "labels": group.labels,
            "by_school": summary(&group.by_school, reading.policy()),
            "by_student": summary(&group.by_student, reading.policy()),
            "headline": summary(group.headline(reading.policy().scope()), reading.policy()),
            "average_daily_membership": ratio(group.average_daily_membership()),
            "average_daily_attendance": ratio(group.average_daily_attendance()),
            "percent_attendance": group.percent_attendance().map(|rate| rate.percent(1)),
        })
    });
    Ok(json!({ "groups": groups.collect::<Vec<_>>() }))
}

/// The dimensions of names.
///
/// # Errors
/// [`Problem`] where one is neither the library's nor the name of an attribute that any student has.
pub(crate) fn dimensions(roster: &Roster, by: &[String]) -> Result<Vec<Dimension>, Problem> {
    by.iter().map(|name| dimension(roster, name, &[])).collect()
}

/// The dimension of a name; `others` are names that the question knows besides.
pub(crate) fn dimension(roster: &Roster, name: &str, others: &[&str]) -> Result<Dimension, Problem> {
    match name {
        "school" => return Ok(Dimension::School),
        "district" => return Ok(Dimension::District),
        "grade" => return Ok(Dimension::Grade),
        _ => {}
    }
    let attributes: BTreeSet<&str> = roster.students().flat_map(Student::attribute_names).collect();
    if attributes.contains(name) {
        return Ok(Dimension::Attribute(name.to_owned()));
    }
    let known: Vec<_> =
        ["school", "district", "grade"].iter().chain(others).copied().chain(attributes).collect();
    Err(Problem::unknown_of("unknown_group", "by", "`by` names no group that there is", &known))
}

fn student_table(reading: &Reading<'_>, as_of: NaiveDate) -> Value {
    let (register, policy) = (reading.register(), reading.policy());
    let table = reading.student_table(as_of, 0);
    let students = table.rows.iter().map(|row| {
        let mut said = tally(&row.tally, policy);
        said["student"] = json!(register.student_id(row.student as usize));
        said["membership_days"] = json!(row.membership_days);
        said["status"] = json!(row.status);
        said["band"] = band(policy, row.band);
        said["certain"] = json!(row.certain);
        said["streaks"] = json!(row.streaks);
        said
    });
    json!({ "students": students.collect::<Vec<_>>() })
}

fn two_periods(
    request: &Request,
    open: &OpenRegister,
    before: Option<&OpenRegister>,
    reading: &Reading<'_>,
    as_of: NaiveDate,
) -> Result<Value, Problem> {
    let period: Option<&Before> = request.before.as_deref();
    let own = reading.policy();
    let then_policy = period.map_or_else(|| Ok(own.clone()), |period| period.policy(own))?;
    let then_register = before.unwrap_or(open).register();
    if let Ask::EarlyWarnings {} = request.ask {
        // The year before is another register; an earlier date of this one is none.
        let prior = before.map(|before| Reading::new(before.register(), &then_policy)).transpose()?;
        return Ok(early_warnings(reading, prior.as_ref(), as_of));
    }
    let period = period.ok_or_else(|| Problem::missing("before"))?;
    let prior = &Reading::new(then_register, &then_policy)?;
    let (then, now) = ((prior, period.as_of), (reading, as_of));
    if let Ask::Transitions {} = request.ask {
        let moves = Transitions::between(then.0, then.1, now.0, now.1);
        let moves = moves.students.iter().map(|one| {
            json!({
                "student": one.student,
                "movement": one.movement,
                "before": band(&then_policy, one.before),
                "after": band(reading.policy(), one.after),
            })
        });
        return Ok(json!({ "moves": moves.collect::<Vec<_>>() }));
    }
    let outcome = Outcome::between(open.roster(), then, now)?;
    let groups = |groups: &[GroupOutcome]| -> Vec<Value> {
        groups.iter().map(|group| group_outcome(group, prior, reading)).collect()
    };
    Ok(json!({
        "pooled": group_outcome(&outcome.pooled, prior, reading),
        "by_district": groups(&outcome.by_district),
        "by_grade": groups(&outcome.by_grade),
        "mean_of_districts": outcome.mean_of_districts,
        "warnings": outcome.warnings,
    }))
}

fn group_outcome(group: &GroupOutcome, before: &Reading<'_>, after: &Reading<'_>) -> Value {
    let totals = |totals: &PeriodTotals, reading: &Reading<'_>| {
        json!({
            "students": totals.students,
            "absence_rate": rate(totals.absence_rate, reading.per()),
            "eligible": totals.eligible,
            "chronically_absent": totals.chronically_absent,
        })
    };
    json!({
        "label": group.label,
        "before": totals(&group.before, before),
        "after": totals(&group.after, after),
        "absence_change": group.absence_change.map(|change| change.percent(1)),
        "chronic_change": group.chronic_change.map(|change| change.percent(1)),
    })
}

fn early_warnings(reading: &Reading<'_>, prior: Option<&Reading<'_>>, as_of: NaiveDate) -> Value {
    let students = reading.early_warnings(as_of, prior).into_iter().map(|warning: EarlyWarning| {
        let signs = warning.warnings.iter().map(|warning| sign(warning, reading, prior));
        json!({
            "student": reading.register().student_id(warning.student),
            "tier": warning.tier,
            "absence_rate": rate(warning.absence_rate, reading.per()),
            "signs": signs.collect::<Vec<_>>(),
        })
    });
    json!({ "students": students.collect::<Vec<_>>() })
}

fn sign(warning: &Warning, reading: &Reading<'_>, prior: Option<&Reading<'_>>) -> Value {
    let (per, prior_per) = (reading.per(), prior.map_or(1, Reading::per));
    let mut said = match warning {
        Warning::FirstMonth(level, days) => json!({ "level": level, "days": amount(days) }),
        Warning::TwoAMonth(days, months) => json!({ "days": amount(days), "months": months }),
        Warning::PriorYear(level, of) => json!({ "level": level, "rate": rate(Some(*of), prior_per) }),
        Warning::SevereNow(of) => json!({ "rate": rate(Some(*of), per) }),
        _ => json!({}),
    };
    said["sign"] = json!(sign_name(warning));
    said
}

/// The name of a sign of early warning.
pub(super) fn sign_name(warning: &Warning) -> &'static str {
    match warning {
        Warning::FirstMonth(..) => "first_month",
        Warning::TwoAMonth(..) => "two_a_month",
        Warning::PriorYear(..) => "prior_year",
        Warning::SevereNow(_) => "severe_now",
        _ => "other",
    }
}
