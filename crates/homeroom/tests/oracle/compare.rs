//! The library beside the reference: every number the same, exactly.

use super::{
    book::{Book, Content},
    measures::{Group, Labels, Sums, budget, first_met, groups, projection, signs},
    rational::{Q, lcm},
    reference::{Amounts, Stand, View, day, steps},
    world::World,
};
use chrono::NaiveDate;
use homeroom::{
    Dimension, FirstMonth, GroupMeasure, Policy, PriorYear, Rate, Reading, Register, Roster, Row, Standing,
    StreakRule, Summary, Tally, TooFine, Unit, Warning, Window,
};

pub const STREAK_RULES: [StreakRule; 2] = [StreakRule::SkipUnrecorded, StreakRule::UnrecordedEnds];

pub const WINDOWS: [Window; 12] = [
    Window::YearToDate,
    Window::SchoolDays(0),
    Window::SchoolDays(1),
    Window::SchoolDays(20),
    Window::SchoolDays(64),
    Window::CalendarDays(0),
    Window::CalendarDays(1),
    Window::CalendarDays(14),
    Window::CalendarDays(90),
    Window::FirstSchoolDays(5),
    Window::FirstSchoolDays(20),
    Window::FirstSchoolDays(70),
];

pub fn ratio(rate: Rate) -> Q {
    Q::new(rate.part(), rate.whole())
}

pub fn same_tally(tally: &Tally, amounts: &Amounts, what: &str) {
    let Tally { per, membership, recorded, absent, excused, unexcused, disciplinary, remote, .. } = *tally;
    let library = [membership, recorded, absent, excused, unexcused, disciplinary, remote];
    assert_eq!(library.map(|units| Q::new(units, per)), amounts.parts(), "{what}: {tally:?}");
    let days = (tally.tardy_days, tally.early_departure_days);
    assert_eq!(days, (amounts.tardy_days, amounts.early_departure_days), "{what}");
}

fn same_standing(standing: &Standing, stand: &Stand, what: &str) {
    same_tally(&standing.tally, &stand.total, what);
    let library = (standing.membership_days, standing.status, standing.band, standing.certain);
    assert_eq!(library, (stand.membership_days, stand.status, stand.band, stand.certain), "{what}");
}

/// Every cell of the register against the reference roll, and the rows' order and keys.
pub fn same_register(register: &Register, book: &Book) {
    let students: Vec<_> = register.student_ids().map(str::to_owned).collect();
    assert_eq!(students, book.rows.keys().cloned().collect::<Vec<_>>());
    for (student, rows) in book.rows.values().enumerate() {
        assert_eq!(register.rows_of(student).len(), rows.len());
        for (row, expected) in register.rows_of(student).zip(rows) {
            let key = register.key(row);
            let school = register.school_id(key.school as usize).as_str();
            assert_eq!(school, expected.school, "the order of the rows of {}", expected.student);
            assert_eq!(
                (key.grade, key.share, key.primary),
                (expected.grade, expected.share, expected.primary)
            );
            for (i, date) in register.school_days().dates().iter().enumerate() {
                let cell = cell(register, &register.row(row), i);
                let what = format!("{} at {school} on {date}", expected.student);
                let day = expected.days.get(date);
                assert_eq!(cell, (day.is_some(), day.cloned().flatten()), "{what}");
            }
        }
    }
}

// What a row holds on a day: in membership, and recorded as what.
fn cell(register: &Register, row: &Row<'_>, day: usize) -> (bool, Option<Content>) {
    let mark = &register.marks()[usize::from(row.mark(day))];
    let content = || mark.parts().iter().map(|(code, part)| (*code, Q::from(*part))).collect();
    (row.is_member(day), row.is_recorded(day).then(content))
}

/// A reading, or `None` where days have no common part; then it is checked that they have none.
pub fn reading<'a>(register: &'a Register, policy: &'a Policy) -> Option<Reading<'a>> {
    if let Ok(reading) = Reading::new(register, policy) {
        return Some(reading);
    }
    let finest = register.marks().iter().fold(2, |common, mark| {
        let content: Content = mark.parts().iter().map(|(code, part)| (*code, Q::from(*part))).collect();
        let parts = day(Some(&content), policy, &steps(policy)).parts();
        parts.into_iter().fold(common, |common, part| lcm(common, part.denominator()))
    });
    assert!(finest * 60 > i128::from(u32::MAX), "refused although {finest} parts a day would do");
    None
}

/// Every measure of rows and students as of a date.
pub fn same_measures(world: &World, book: &Book, reading: &Reading<'_>, as_of: NaiveDate) {
    let (register, policy) = (reading.register(), reading.policy());
    let past = register.school_days().through(as_of);
    let table = reading.student_table(as_of, 10);
    for (student, (id, rows)) in book.rows.iter().enumerate() {
        for (row, book_row) in register.rows_of(student).zip(rows) {
            let view = View::of_row(world, policy, book_row);
            let what = format!("{id} at {} as of {as_of}", book_row.school);
            same_standing(&reading.standing_of_row(row, as_of), &view.standing(as_of), &what);
            same_tally(&reading.tally_row(row, &past), &view.total(|date| date <= as_of), &what);
        }
        let view = View::of_student(world, policy, rows, as_of);
        let stand = view.standing(as_of);
        let what = format!("{id} as of {as_of}");
        let standing = reading.standing_of_student(student, as_of);
        same_standing(&standing, &stand, &what);
        same_tally(&reading.tally_student(student, &past), &stand.total, &what);
        for rule in STREAK_RULES {
            let streaks = reading.streaks(student, as_of, rule);
            assert_eq!((streaks.current, streaks.longest), view.streaks(as_of, rule), "{what}: {rule}");
        }
        for window in WINDOWS.into_iter().chain([Window::Since(as_of - chrono::Days::new(30))]) {
            let dates = view.dates(window, as_of);
            let tally = reading.tally_window(student, as_of, window);
            same_tally(&tally, &view.total(|date| dates.contains(&date)), &format!("{what}: {window:?}"));
        }
        let line = &table.rows[student];
        let first = view.dates(Window::FirstSchoolDays(10), as_of);
        let missed = view.total(|date| first.contains(&date)).absent;
        assert_eq!(Q::new(line.first_days_absent, line.tally.per), missed, "{what}: the first days");
        let of_line = (line.tally, line.membership_days, line.status, line.band, line.certain);
        let of_standing =
            (standing.tally, standing.membership_days, standing.status, standing.band, standing.certain);
        assert_eq!(of_line, of_standing, "{what}: the table");
        assert_eq!(
            (line.student as usize, line.streaks),
            (student, reading.streaks(student, as_of, STREAK_RULES[0]))
        );
        let met: Vec<_> =
            reading.truancy(student, as_of).iter().map(|met| (met.rule.id.clone(), met.met_on)).collect();
        let rules = policy.truancy().iter();
        let expected: Vec<_> =
            rules.filter_map(|rule| Some((rule.id.clone(), first_met(&view, rule, as_of)?))).collect();
        assert_eq!(met, expected, "{what}: truancy");
        let library = reading.absence_budget(student, as_of);
        let library = library.map(|b| (b.days_to_come, b.absences_left, b.recovery));
        assert_eq!(library, budget(&view, as_of), "{what}: budget");
        let library = reading.projection(student, as_of).map(|p| [p.low, p.projected, p.high]);
        let expected = projection(&view, as_of);
        assert_eq!(library.is_some(), expected.is_some(), "{what}: projection");
        for (a, b) in library.iter().flatten().zip(expected.iter().flatten()) {
            assert!((a - b).abs() < 1e-9, "{what}: projection {library:?} {expected:?}");
        }
    }
}

/// The early-warning signs of every student, `prior` being last year's stands.
pub fn same_signs(
    world: &World,
    book: &Book,
    reading: &Reading<'_>,
    as_of: NaiveDate,
    prior: Option<(&World, &Book, &Reading<'_>)>,
) {
    let warnings = reading.early_warnings(as_of, prior.map(|(_, _, reading)| reading));
    let mut warnings = warnings.iter().peekable();
    for (student, (id, rows)) in book.rows.iter().enumerate() {
        let before = prior.and_then(|(world, book, reading)| {
            let view = View::of_student(world, reading.policy(), book.rows.get(id)?, NaiveDate::MAX);
            Some((view.standing(NaiveDate::MAX), reading.policy()))
        });
        let view = View::of_student(world, reading.policy(), rows, as_of);
        let expected = signs(&view, as_of, before);
        let found = warnings.next_if(|warning| warning.student == student);
        let mut library =
            super::measures::Signs { first_month: None, two_a_month: None, prior: None, severe_now: None };
        for warning in found.iter().flat_map(|found| &found.warnings) {
            match *warning {
                Warning::FirstMonth(sign, a) => {
                    let sign = if sign == FirstMonth::High { "high" } else { "elevated" };
                    library.first_month = Some((sign, Q::new(a.units, a.per)));
                }
                Warning::TwoAMonth(a, months) => library.two_a_month = Some((Q::new(a.units, a.per), months)),
                Warning::PriorYear(sign, rate) => {
                    let sign = if sign == PriorYear::Severe { "severe" } else { "chronic" };
                    library.prior = Some((sign, ratio(rate)));
                }
                Warning::SevereNow(rate) => library.severe_now = Some(ratio(rate)),
                _ => unreachable!("a sign that is not tested"),
            }
        }
        assert_eq!(library, expected, "{id} as of {as_of}");
        let severe =
            expected.severe_now.is_some() || expected.prior.is_some_and(|(sign, _)| sign == "severe");
        if let Some(found) = found {
            assert_eq!(found.tier, if severe { 3 } else { 2 });
        }
    }
    assert!(warnings.next().is_none());
}

/// The whole, and the groups by school, by grade and by both.
pub fn same_groups(
    world: &World,
    book: &Book,
    reading: &Reading<'_>,
    as_of: NaiveDate,
) -> Result<(), TooFine> {
    let dimensions =
        [vec![], vec![Dimension::School], vec![Dimension::Grade], vec![Dimension::Grade, Dimension::School]];
    for by in dimensions {
        let label = |row: &super::book::BookRow| {
            let each = by.iter().map(|dimension| match dimension {
                Dimension::School => (0, row.school.clone()),
                // Grades from the youngest up, the unknown last.
                _ => row.grade.map_or((99, "unknown".into()), |grade| (grade as usize, grade.to_string())),
            });
            each.collect::<Vec<_>>()
        };
        let expected = groups(world, book, reading.policy(), as_of, &label);
        let table = reading.measure_by(&Roster::default(), as_of, &by)?;
        let labels: Vec<_> = table.groups.iter().map(|group| group.labels.clone()).collect();
        let text = |labels: &Labels| labels.iter().map(|label| label.1.clone()).collect::<Vec<_>>();
        assert_eq!(labels, expected.keys().map(text).collect::<Vec<_>>());
        for (library, group) in table.groups.iter().zip(expected.values()) {
            same_group(library, group, reading.policy());
        }
    }
    Ok(())
}

fn same_group(library: &GroupMeasure, group: &Group, policy: &Policy) {
    let what = format!("group {:?}", library.labels);
    same_summary(&library.by_school, &group.by_school, &format!("{what} by school"));
    same_summary(&library.by_student, &group.by_student, &format!("{what} by student"));
    let average = library.average_daily_membership().zip(library.average_daily_attendance());
    let average = average.map(|(membership, attendance)| (ratio(membership), ratio(attendance)));
    assert_eq!(average, group.average_daily, "{what}: average daily membership and attendance");
    assert!(policy.unit() != Unit::Hour || average.is_none());
    let percent = group.average_daily.filter(|(m, _)| !m.is_zero()).map(|(m, a)| a / m);
    assert_eq!(library.percent_attendance().map(ratio), percent, "{what}: percent attendance");
}

fn same_summary(library: &Summary, sums: &Sums, what: &str) {
    same_tally(&library.tally, &sums.total, what);
    let counts = (library.students, library.eligible, library.chronically_absent, library.uncertain);
    assert_eq!(counts, (sums.students, sums.eligible, sums.chronic, sums.uncertain), "{what}");
    assert_eq!(library.not_eligible, sums.not_eligible, "{what}");
    assert_eq!(library.bands, sums.bands, "{what}");
}
