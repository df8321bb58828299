//! Answers about days, students and groups.

use crate::{
    build::{Built, build},
    exact::{count_rate, exact, rate},
    policies::policy,
    refusal::Refused,
};
use chrono::NaiveDate;
use homeroom::{
    Dimension, FirstMonth, GroupOutcome, Outcome, PeriodTotals, Policy, PolicyDifference, PriorYear, Rate,
    Reading, Recovery, Standing, Status, Summary, Tally, Transitions, Warning, Window,
};
use homeroom_vectors::{Ask, Input, WindowChoice};
use serde_json::{Value, json};

pub fn measure(input: &Input, built: &Built) -> Result<Value, Refused> {
    let own = policy(input.policy.as_ref())?;
    let as_of = input.as_of.expect("the case has a date");
    let reading = Reading::new(&built.register, &own)?;
    let find = |student: &str| built.register.find_student(student).expect("the student");
    Ok(match &input.ask {
        Ask::Tally { student, school, window } => {
            let student = find(student);
            let of = match (school, window) {
                (Some(school), None) => {
                    let through = built.register.school_days().through(as_of);
                    reading.tally_row(row(built, student, school), &through)
                }
                (None, window) => reading.tally_window(student, as_of, window_of(*window)),
                (Some(_), Some(_)) => panic!("a window is asked over all schools"),
            };
            tally(&of, &own)
        }
        Ask::Standing { student, school } => {
            let student = find(student);
            let of = match school {
                Some(school) => reading.standing_of_row(row(built, student, school), as_of),
                None => reading.standing_of_student(student, as_of),
            };
            standing(&of, &own)
        }
        Ask::Streaks { student, rule } => json!(reading.streaks(find(student), as_of, *rule)),
        Ask::Truancy { student } => {
            let met = reading.truancy(find(student), as_of);
            json!({ "met": met.iter().map(|met| json!([met.rule.id, met.met_on])).collect::<Vec<_>>() })
        }
        Ask::Budget { student } => budget(&reading, find(student), as_of),
        Ask::Projection { student } => {
            let projection = reading.projection(find(student), as_of).map(|projection| {
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
            let series = reading.series(0..built.register.students(), as_of, *period)?;
            let points = series.points.iter().map(|point| {
                let mut said = tally(&point.tally, &own);
                said["label"] = json!(point.label);
                said["first"] = json!(point.first);
                said["last"] = json!(point.last);
                said
            });
            json!({ "points": points.collect::<Vec<_>>() })
        }
        Ask::Groups { by } => groups(&reading, built, as_of, by)?,
        Ask::PolicyDifference {} => {
            let against = policy(input.against.as_ref())?;
            let difference = PolicyDifference::between(&built.register, &own, &against, as_of)?;
            let changes = difference.changes.iter().map(|change| {
                json!({
                    "student": built.register.student_id(change.student),
                    "before": change.before,
                    "after": change.after,
                    "clauses": change.clauses,
                    "together": change.together,
                })
            });
            json!({ "clauses": difference.clauses, "changes": changes.collect::<Vec<_>>() })
        }
        Ask::EarlyWarning {} | Ask::Transition {} | Ask::Outcome {} => {
            two_periods(input, built, &reading, as_of)?
        }
        other => panic!("this door knows no question {other:?}"),
    })
}

fn row(built: &Built, student: usize, school: &str) -> usize {
    let school = built.register.find_school(school).expect("the school");
    let mut rows = built.register.rows_of(student);
    rows.find(|row| built.register.key(*row).school as usize == school).expect("the row")
}

fn window_of(choice: Option<WindowChoice>) -> Window {
    match choice {
        None | Some(WindowChoice::YearToDate) => Window::YearToDate,
        Some(WindowChoice::SchoolDays(days)) => Window::SchoolDays(days),
        Some(WindowChoice::CalendarDays(days)) => Window::CalendarDays(days),
        Some(WindowChoice::FirstSchoolDays(days)) => Window::FirstSchoolDays(days),
        Some(WindowChoice::Since(date)) => Window::Since(date),
        Some(other) => panic!("this door knows no window {other:?}"),
    }
}

fn tally(tally: &Tally, policy: &Policy) -> Value {
    let amount = |units| exact(units, tally.per.into());
    let bounds = tally.absence_bounds(policy.unrecorded()).map(|bounds| {
        json!({
            "lower": rate(Some(bounds.lower), tally.per),
            "observed": rate(bounds.observed, tally.per),
            "upper": rate(Some(bounds.upper), tally.per),
        })
    });
    json!({
        "membership": amount(tally.membership),
        "recorded": amount(tally.recorded),
        "unrecorded": amount(tally.unrecorded()),
        "absent": amount(tally.absent),
        "excused": amount(tally.excused),
        "unexcused": amount(tally.unexcused),
        "excusal_unknown": amount(tally.excusal_unknown()),
        "disciplinary": amount(tally.disciplinary),
        "remote": amount(tally.remote),
        "tardy_days": tally.tardy_days,
        "early_departure_days": tally.early_departure_days,
        "absence_rate": rate(tally.absence_rate(policy.unrecorded()), tally.per),
        "attendance_rate": rate(tally.attendance_rate(policy.unrecorded()), tally.per),
        "bounds": bounds,
    })
}

fn band(policy: &Policy, index: Option<usize>) -> Value {
    index.map_or(Value::Null, |index| json!(policy.bands().iter().nth(index).map(|band| &band.id)))
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
    let bands: Vec<_> = policy.bands().iter().zip(&summary.bands).map(|(band, n)| (&band.id, n)).collect();
    said["students"] = json!(summary.students);
    said["eligible"] = json!(summary.eligible);
    said["chronically_absent"] = json!(summary.chronically_absent);
    said["chronic_rate"] = count_rate(summary.chronic_rate());
    said["not_eligible"] = json!(summary.not_eligible.iter().collect::<Vec<_>>());
    said["bands"] = json!(bands);
    said["uncertain"] = json!(summary.uncertain);
    said
}

fn groups(reading: &Reading<'_>, built: &Built, as_of: NaiveDate, by: &[String]) -> Result<Value, Refused> {
    let dimension = |name: &String| match name.as_str() {
        "school" => Dimension::School,
        "district" => Dimension::District,
        "grade" => Dimension::Grade,
        attribute => Dimension::Attribute(attribute.to_owned()),
    };
    let by: Vec<_> = by.iter().map(dimension).collect();
    let table = reading.measure_by(&built.roster, as_of, &by)?;
    let average = |rate: Option<Rate>| rate.map(|rate| exact(rate.part(), rate.whole()));
    let groups = table.groups.iter().map(|group| {
        json!({
            "labels": group.labels,
            "by_school": summary(&group.by_school, reading.policy()),
            "by_student": summary(&group.by_student, reading.policy()),
            "headline": summary(group.headline(reading.policy().scope()), reading.policy()),
            "average_daily_membership": average(group.average_daily_membership()),
            "average_daily_attendance": average(group.average_daily_attendance()),
            "percent_attendance": group.percent_attendance().map(|rate| rate.percent(1)),
        })
    });
    Ok(json!({ "groups": groups.collect::<Vec<_>>() }))
}

fn two_periods(
    input: &Input,
    built: &Built,
    reading: &Reading<'_>,
    as_of: NaiveDate,
) -> Result<Value, Refused> {
    let Some(before) = &input.before else {
        assert!(matches!(input.ask, Ask::EarlyWarning {}), "the case has no period before");
        return Ok(early_warning(reading, None, as_of));
    };
    let then_built = before.world.as_ref().map(build).transpose()?;
    let then_register = then_built.as_ref().map_or(&built.register, |built| &built.register);
    let then_policy =
        before.policy.as_ref().map_or_else(|| Ok(reading.policy().clone()), |p| policy(Some(p)))?;
    let prior = Reading::new(then_register, &then_policy)?;
    Ok(match &input.ask {
        Ask::EarlyWarning {} => early_warning(reading, Some(&prior), as_of),
        Ask::Transition {} => {
            let moves = Transitions::between(&prior, before.as_of, reading, as_of);
            let students = moves.students.iter().map(|one| {
                let (from, to) = (band(&then_policy, one.before), band(reading.policy(), one.after));
                json!([one.student, one.movement, from, to])
            });
            json!({ "moves": students.collect::<Vec<_>>() })
        }
        _ => {
            let outcome = Outcome::between(&built.roster, (&prior, before.as_of), (reading, as_of))?;
            let groups = |groups: &[GroupOutcome]| -> Vec<Value> {
                groups.iter().map(|group| group_outcome(group, &prior, reading)).collect()
            };
            json!({
                "pooled": group_outcome(&outcome.pooled, &prior, reading),
                "by_district": groups(&outcome.by_district),
                "by_grade": groups(&outcome.by_grade),
                "mean_of_districts": outcome.mean_of_districts,
                "warnings": outcome.warnings,
            })
        }
    })
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

fn early_warning(reading: &Reading<'_>, prior: Option<&Reading<'_>>, as_of: NaiveDate) -> Value {
    let per = reading.per();
    let prior_per = prior.map_or(1, Reading::per);
    let students = reading.early_warnings(as_of, prior).into_iter().map(|warning| {
        let signs = warning.warnings.iter().map(|sign| match sign {
            Warning::FirstMonth(level, days) => {
                let level: &FirstMonth = level;
                json!({ "first_month": level, "days": exact(days.units, days.per.into()) })
            }
            Warning::TwoAMonth(days, months) => {
                json!({ "two_a_month": exact(days.units, days.per.into()), "months": months })
            }
            Warning::PriorYear(level, of) => {
                let level: &PriorYear = level;
                json!({ "prior_year": level, "rate": rate(Some(*of), prior_per) })
            }
            Warning::SevereNow(of) => json!({ "severe_now": rate(Some(*of), per) }),
            other => panic!("this door knows no sign {other:?}"),
        });
        json!({
            "student": reading.register().student_id(warning.student),
            "tier": warning.tier,
            "signs": signs.collect::<Vec<_>>(),
        })
    });
    json!({ "students": students.collect::<Vec<_>>() })
}

// `Status` is written as one word; this keeps the suite honest should that change.
#[test]
fn a_status_is_one_word() {
    assert_eq!(json!(Status::NotChronic), json!("not_chronic"));
}
