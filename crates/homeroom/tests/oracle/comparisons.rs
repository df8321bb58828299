//! The library beside the reference where two policies or two dates are compared, and over time.

use super::{
    book::{Book, BookRow},
    compare::{ratio, same_tally},
    measures::{Labels, groups},
    rational::Q,
    reference::{NOTHING, View, scoped_status},
    world::World,
};
use chrono::{Datelike, Days, NaiveDate};
use homeroom::{
    Clause, GroupOutcome, Movement, Outcome, Period, Policy, PolicyDifference, Reading, Register, Roster,
    Status, TooFine, Transitions,
};
use serde_json::{Value, json};
use std::collections::{BTreeMap, BTreeSet};

const SUSPENSION: [&str; 2] = ["disciplinary_with_instruction", "disciplinary_without_instruction"];

const PERIODS: [Period; 4] = [Period::Day, Period::Week, Period::Month, Period::Weekday];

/// The series of all students, by every period.
pub fn same_series(
    world: &World,
    book: &Book,
    reading: &Reading<'_>,
    as_of: NaiveDate,
) -> Result<(), TooFine> {
    let register = reading.register();
    let views: Vec<_> =
        book.rows.values().map(|rows| View::of_student(world, reading.policy(), rows, as_of)).collect();
    for period in PERIODS {
        let label = |date: NaiveDate| match period {
            Period::Day => date.to_string(),
            Period::Week => {
                let back = Days::new(u64::from(date.weekday().num_days_from_monday()));
                (date - back).to_string()
            }
            Period::Month => format!("{}-{:02}-01", date.year(), date.month()),
            _ => (date.weekday().num_days_from_monday() + 1).to_string(),
        };
        let mut points: BTreeMap<String, Vec<NaiveDate>> = BTreeMap::new();
        for date in register.school_days().dates().iter().filter(|date| **date <= as_of) {
            points.entry(label(*date)).or_default().push(*date);
        }
        let series = reading.series(0..register.students(), as_of, period)?;
        assert_eq!(series.points.len(), points.len(), "{period}");
        for (point, (label, dates)) in series.points.iter().zip(&points) {
            let ends = (dates[0], dates[dates.len() - 1]);
            assert_eq!((&point.label, (point.first, point.last)), (label, ends), "{period}");
            let sum = views
                .iter()
                .fold(NOTHING, |sum, view| sum.plus(&view.total(|date| dates.contains(&date)), Q::ONE));
            same_tally(&point.tally, &sum, &format!("{period} {label}"));
        }
    }
    Ok(())
}

/// The moves of all students between two dates.
pub fn same_transitions(
    world: &World,
    book: &Book,
    (before, then): (&Reading<'_>, NaiveDate),
    (after, now): (&Reading<'_>, NaiveDate),
) {
    let moves = Transitions::between(before, then, after, now);
    let counted = |policy: &Policy, rows: &[BookRow], date| {
        let stand = View::of_student(world, policy, rows, date).standing(date);
        stand.status.is_eligible().then_some((stand.status == Status::Chronic, stand.band))
    };
    let mut expected = Vec::new();
    for (student, rows) in &book.rows {
        let (was, is) = (counted(before.policy(), rows, then), counted(after.policy(), rows, now));
        let movement = match (was.map(|was| was.0), is.map(|is| is.0)) {
            (None, None) => continue,
            (None, Some(_)) => Movement::New,
            (Some(_), None) => Movement::Gone,
            (Some(false), Some(true)) => Movement::Entered,
            (Some(true), Some(false)) => Movement::Left,
            (Some(true), Some(true)) => Movement::Stayed,
            (Some(false), Some(false)) => Movement::StayedOut,
        };
        expected.push((student.clone(), movement, was.and_then(|was| was.1), is.and_then(|is| is.1)));
    }
    let library: Vec<_> =
        moves.students.iter().map(|m| (m.student.clone(), m.movement, m.before, m.after)).collect();
    assert_eq!(library, expected);
    for movement in Movement::ALL {
        let count = expected.iter().filter(|each| each.1 == *movement).count();
        assert_eq!(moves.count(*movement), count, "{movement}");
    }
    for ((was, is), count) in moves.band_matrix() {
        let same = expected.iter().filter(|each| (each.2, each.3) == (was, is)).count();
        assert_eq!(count, same as u64, "{was:?} to {is:?}");
    }
}

/// The change between two dates, for all and by grade.
pub fn same_outcome(
    world: &World,
    book: &Book,
    (before, then): (&Reading<'_>, NaiveDate),
    (after, now): (&Reading<'_>, NaiveDate),
) {
    let Ok(outcome) = Outcome::between(&Roster::default(), (before, then), (after, now)) else { return };
    let by_grade = |row: &BookRow| {
        vec![row.grade.map_or((99, "unknown".into()), |grade| (grade as usize, grade.to_string()))]
    };
    let same = |library: &GroupOutcome, label: &dyn Fn(&BookRow) -> Labels, labels: &Labels| {
        let mut rates = Vec::new();
        for (totals, reading, date) in [(library.before, before, then), (library.after, after, now)] {
            let group = groups(world, book, reading.policy(), date, label).remove(labels);
            let sums = group.map(|group| group.by_student);
            let whole = sums.as_ref().map_or(Q::ZERO, |sums| sums.total.whole(reading.policy()));
            let rate = (!whole.is_zero()).then(|| sums.as_ref().unwrap().total.absent / whole);
            let counts = sums.map_or((0, 0, 0), |sums| (sums.students, sums.eligible, sums.chronic));
            assert_eq!((totals.students, totals.eligible, totals.chronically_absent), counts, "{labels:?}");
            assert_eq!(totals.absence_rate.map(ratio), rate, "{labels:?}");
            rates.push(rate);
        }
        let change = rates[0].zip(rates[1]).filter(|(before, _)| !before.is_zero());
        let change = change.map(|(before, after)| after.to_f64() / before.to_f64() - 1.0);
        assert_eq!(library.absence_change.is_some(), change.is_some());
        for (change, expected) in library.absence_change.iter().zip(change) {
            assert!((change.to_f64() - expected).abs() < 1e-9);
            assert!((change.percent(6).parse::<f64>().unwrap() - expected * 100.0).abs() < 1e-6);
        }
    };
    same(&outcome.pooled, &|_| Vec::new(), &Vec::new());
    let grades: BTreeSet<_> = book.rows.values().flatten().map(by_grade).collect();
    for library in &outcome.by_grade {
        let labels = grades.iter().find(|labels| labels[0].1 == library.label).unwrap();
        same(library, &by_grade, labels);
    }
}

/// The difference of two policies: who changes status, and by which clauses alone.
pub fn same_difference(
    world: &World,
    book: &Book,
    register: &Register,
    (a, b): (&Policy, &Policy),
    as_of: NaiveDate,
) {
    let Ok(difference) = PolicyDifference::between(register, a, b, as_of) else { return };
    let (clauses, mixed): (Vec<_>, Vec<_>) = Clause::ALL
        .iter()
        .map(|clause| (*clause, with_clause(a, b, *clause)))
        .filter(|(_, mixed)| mixed != a)
        .unzip();
    assert_eq!(difference.clauses, clauses);
    // Why a student does not count makes no difference.
    let counted = |status: Status| status.is_eligible().then_some(status);
    let mut changes = difference.changes.iter();
    for (student, id) in book.rows.keys().enumerate() {
        let status = |policy: &Policy| scoped_status(world, book, id, policy, as_of);
        let (before, after) = (status(a), status(b));
        if counted(before) == counted(after) {
            continue;
        }
        let alone: Vec<_> = clauses
            .iter()
            .copied()
            .zip(&mixed)
            .filter(|(_, mixed)| counted(status(mixed)) == counted(after))
            .collect();
        let alone: Vec<_> = alone.into_iter().map(|(clause, _)| clause).collect();
        let change = changes.next().expect("a change is missing");
        assert_eq!((change.student, change.before, change.after), (student, before, after), "{id}");
        assert_eq!(change.together, alone.is_empty(), "{id}");
        assert_eq!(change.clauses, if alone.is_empty() { clauses.clone() } else { alone }, "{id}");
    }
    assert!(changes.next().is_none());
    let is = |status: Status| difference.changes.iter().filter(move |c| c.after == status).count();
    assert_eq!(difference.gained().count(), is(Status::Chronic));
    let was = difference.changes.iter().filter(|change| change.before == Status::Chronic).count();
    assert_eq!(difference.lost().count(), was);
}

// The first policy with one clause of the second, put together in the text a user would write.
fn with_clause(a: &Policy, b: &Policy, clause: Clause) -> Policy {
    let read = |policy: &Policy| serde_json::from_str::<Value>(&policy.to_json()).unwrap();
    let (mut mixed, from) = (read(a), read(b));
    let mut copy = |path: &[&str]| {
        let (last, way) = path.split_last().unwrap();
        let value = path.iter().fold(&from, |value, key| &value[key]).clone();
        let place = way.iter().fold(&mut mixed, |value, key| {
            if value[key].is_null() {
                value[key] = json!({});
            }
            &mut value[key]
        });
        match value {
            Value::Null => drop(place.as_object_mut().unwrap().remove(*last)),
            value => place[*last] = value,
        }
    };
    match clause {
        Clause::Unit => copy(&["unit"]),
        Clause::Scope => copy(&["scope"]),
        Clause::Unrecorded => copy(&["unrecorded"]),
        Clause::Limit => {
            copy(&["chronic", "share"]);
            copy(&["chronic", "count"]);
        }
        Clause::Comparator => copy(&["chronic", "comparator"]),
        Clause::DayRule => copy(&["day_rule"]),
        Clause::Suspension => SUSPENSION.iter().for_each(|key| copy(&["treatment", "categories", key])),
        Clause::Treatment => {
            copy(&["treatment", "statuses"]);
            let others = homeroom::AttendanceCategory::ALL.iter().map(|category| category.as_str());
            for key in others.filter(|key| !SUSPENSION.contains(key)) {
                copy(&["treatment", "categories", key]);
            }
        }
        Clause::MinimumDays => {
            copy(&["eligibility", "min_membership_days"]);
            copy(&["eligibility", "min_share_of_year"]);
            copy(&["eligibility", "min_attended_days"]);
        }
        Clause::Grades => copy(&["eligibility", "grades"]),
        Clause::Leavers => copy(&["eligibility", "leavers_excluded"]),
        other => unreachable!("a clause that is not tested: {other}"),
    }
    Policy::from_json(&mixed.to_string()).unwrap()
}
