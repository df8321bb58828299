//! The reference measures: truancy, budget, early warning, groups and average daily membership, by brute force.

use super::{
    book::{Book, BookRow},
    rational::Q,
    reference::{Amounts, NOTHING, Stand, View, home, is_met},
    world::World,
};
use chrono::{Datelike, NaiveDate};
use homeroom::{Ineligible, Policy, Recovery, Status, TruancyCounts, TruancyRule, Unit, Window, Within};
use std::collections::BTreeMap;

/// When a truancy rule was first met: every day is tried as the end of the stretch the rule looks at.
pub fn first_met(view: &View, rule: &TruancyRule, as_of: NaiveDate) -> Option<NaiveDate> {
    let amount = |date: NaiveDate| {
        let day = view.in_unit(date, rule.unit);
        if rule.counts == TruancyCounts::All { day.absent } else { day.unexcused }
    };
    let dates: Vec<_> = view.days.keys().copied().filter(|date| *date <= as_of).collect();
    let sum_to = |end: usize| -> Q {
        let day = dates[end];
        let up_to = dates[..=end].iter().copied();
        match rule.within {
            Within::Year => up_to.map(amount).sum(),
            Within::Month => {
                let same = |date: &NaiveDate| (date.year(), date.month()) == (day.year(), day.month());
                up_to.filter(same).map(amount).sum()
            }
            Within::CalendarDays(days) => {
                let within = |date: &NaiveDate| (day - *date).num_days() < i64::from(days.max(1));
                up_to.filter(within).map(amount).sum()
            }
            Within::Consecutive => {
                let mut sum = Q::ZERO;
                for date in up_to.rev() {
                    // Days that are not known, or not in membership after all, do not break a succession.
                    if amount(date).is_zero() && !view.on(date).recorded.is_zero() {
                        break;
                    }
                    sum = sum + amount(date);
                }
                sum
            }
            _ => unreachable!("a stretch that is not tested"),
        }
    };
    (0..dates.len())
        .find(|end| !amount(dates[*end]).is_zero() && sum_to(*end) >= Q::int(rule.at_least))
        .map(|end| dates[end])
}

/// Days to come, absences left and the way back, by trying every number.
pub fn budget(view: &View, as_of: NaiveDate) -> Option<(u32, u32, Recovery)> {
    let policy = view.policy;
    if policy.unit() == Unit::Hour {
        return None;
    }
    let in_day = Q::int(if policy.unit() == Unit::Session { 2 } else { 1 });
    let total = view.total(|date| date <= as_of);
    let to_come = view.days.keys().filter(|date| **date > as_of).count() as u32;
    let at_line = |missed: u32, days: u32| {
        let absent = total.absent + Q::int(missed) * in_day;
        is_met(policy.chronic(), absent, total.whole(policy) + Q::int(days) * in_day)
    };
    let left = (0..=to_come).rev().find(|missed| !at_line(*missed, to_come)).unwrap_or(0);
    let way_back = (1..=to_come).find(|attended| !at_line(0, *attended));
    let recovery = match (at_line(0, 0), way_back) {
        (false, _) => Recovery::NotNeeded,
        (true, Some(days)) => Recovery::FullAttendance(days),
        (true, None) => Recovery::NotThisYear,
    };
    Some((to_come, left, recovery))
}

/// Days absent at the end of the year: the low end, the middle and the high end, by the published formula.
pub fn projection(view: &View, as_of: NaiveDate) -> Option<[f64; 3]> {
    let total = view.total(|date| date <= as_of);
    if view.policy.unit() == Unit::Hour || total.recorded.is_zero() {
        return None;
    }
    let in_day = Q::int(if view.policy.unit() == Unit::Session { 2 } else { 1 });
    let (absent, past) = ((total.absent / in_day).to_f64(), (total.recorded / in_day).to_f64());
    let known = view.days.keys().filter(|date| **date <= as_of && !view.on(**date).recorded.is_zero());
    let away: Vec<_> = known.map(|date| !view.on(*date).absent.is_zero()).collect();
    let days = away.iter().filter(|away| **away).count() as f64;
    let runs = away.split(|away| !away).filter(|run| !run.is_empty()).count() as f64;
    let come = view.days.keys().filter(|date| **date > as_of).count() as f64;
    let rate = (absent + 2.0) / (past + 4.0);
    let run_length = if runs == 0.0 { 1.0 } else { days / runs };
    let widened = f64::max(2.0 * run_length * (1.0 - rate) - 1.0, 1.0);
    let variance = come * rate * (1.0 - rate) * (1.0 + come / (past + 4.0)) * widened;
    let [low, high] = [-1.96, 1.96].map(|z| (come * rate + z * variance.sqrt()).clamp(0.0, come));
    Some([low, come * rate, high].map(|more| absent + more))
}

/// The signs of a student: the first month's, two a month, the year before, severe now.
#[derive(Debug, PartialEq, Eq)]
pub struct Signs {
    pub first_month: Option<(&'static str, Q)>,
    pub two_a_month: Option<(Q, u32)>,
    pub prior: Option<(&'static str, Q)>,
    pub severe_now: Option<Q>,
}

pub fn signs(view: &View, as_of: NaiveDate, prior: Option<(Stand, &Policy)>) -> Signs {
    let policy = view.policy;
    let stand = view.standing(as_of);
    let in_days = |total: &Amounts| match policy.unit() {
        Unit::Session => total.absent / Q::int(2),
        _ => total.absent,
    };
    let rate = |total: &Amounts, policy: &Policy| {
        let whole = total.whole(policy);
        (!whole.is_zero()).then(|| total.absent / whole)
    };
    let mut signs = Signs { first_month: None, two_a_month: None, prior: None, severe_now: None };
    if policy.unit() != Unit::Hour {
        let month = view.dates(Window::FirstSchoolDays(20), as_of);
        let missed = in_days(&view.total(|date| month.contains(&date)));
        if missed > Q::int(4) {
            signs.first_month = Some(("high", missed));
        } else if missed >= Q::int(2) {
            signs.first_month = Some(("elevated", missed));
        }
        let months = stand.membership_days.div_ceil(20);
        if months > 0 && in_days(&stand.total) >= Q::int(2 * months) {
            signs.two_a_month = Some((in_days(&stand.total), months));
        }
    }
    let counts = stand.status.is_eligible();
    signs.severe_now = rate(&stand.total, policy).filter(|rate| counts && *rate >= Q::new(1, 5));
    if let Some((before, policy)) = prior
        && before.status.is_eligible()
        && let Some(rate) = rate(&before.total, policy).filter(|rate| *rate >= Q::new(1, 10))
    {
        signs.prior = Some((if rate >= Q::new(1, 5) { "severe" } else { "chronic" }, rate));
    }
    signs
}

/// What a group's students come to.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Sums {
    pub students: u64,
    pub total: Amounts,
    pub eligible: u64,
    pub chronic: u64,
    pub not_eligible: BTreeMap<Ineligible, u64>,
    pub bands: Vec<u64>,
    pub uncertain: u64,
}

impl Sums {
    fn of(stands: &[Stand], bands: usize) -> Self {
        let count = |is: &dyn Fn(&Stand) -> bool| stands.iter().filter(|stand| is(stand)).count() as u64;
        let mut not_eligible = BTreeMap::new();
        for stand in stands {
            if let Status::NotEligible(reason) = stand.status {
                *not_eligible.entry(reason).or_default() += 1;
            }
        }
        Self {
            students: count(&|stand| stand.membership_days > 0),
            total: stands.iter().fold(NOTHING, |sum, stand| sum.plus(&stand.total, Q::ONE)),
            eligible: count(&|stand| stand.status.is_eligible()),
            chronic: count(&|stand| stand.status == Status::Chronic),
            not_eligible,
            bands: (0..bands).map(|band| count(&|stand| stand.band == Some(band))).collect(),
            uncertain: count(&|stand| stand.status.is_eligible() && !stand.certain),
        }
    }
}

/// A group's measures.
#[derive(Clone, Debug)]
pub struct Group {
    pub by_school: Sums,
    pub by_student: Sums,
    /// Average daily membership and attendance, where a day was taught and the policy counts days.
    pub average_daily: Option<(Q, Q)>,
}

/// A group's labels, each with its place in the order.
pub type Labels = Vec<(usize, String)>;

/// The groups that a labelling of rows makes.
pub fn groups(
    world: &World,
    book: &Book,
    policy: &Policy,
    as_of: NaiveDate,
    label: &dyn Fn(&BookRow) -> Labels,
) -> BTreeMap<Labels, Group> {
    let mut at_schools: BTreeMap<Labels, Vec<(&BookRow, Stand)>> = BTreeMap::new();
    let mut of_students: BTreeMap<Labels, Vec<Stand>> = BTreeMap::new();
    for rows in book.rows.values() {
        for row in rows {
            let stand = View::of_row(world, policy, row).standing(as_of);
            at_schools.entry(label(row)).or_default().push((row, stand));
        }
        let stand = View::of_student(world, policy, rows, as_of).standing(as_of);
        of_students.entry(label(home(rows, as_of))).or_default().push(stand);
    }
    let bands = policy.bands().len();
    let made = at_schools.into_iter().map(|(labels, rows)| {
        let stands: Vec<_> = rows.iter().map(|(_, stand)| stand.clone()).collect();
        let students = of_students.get(&labels).cloned().unwrap_or_default();
        let group = Group {
            by_school: Sums::of(&stands, bands),
            by_student: Sums::of(&students, bands),
            average_daily: average_daily(world, policy, as_of, &rows),
        };
        (labels, group)
    });
    made.collect()
}

fn average_daily(
    world: &World,
    policy: &Policy,
    as_of: NaiveDate,
    rows: &[(&BookRow, Stand)],
) -> Option<(Q, Q)> {
    if policy.unit() == Unit::Hour {
        return None;
    }
    let in_day = Q::int(if policy.unit() == Unit::Session { 2 } else { 1 });
    let (mut membership, mut attendance, mut any) = (Q::ZERO, Q::ZERO, false);
    for (row, stand) in rows {
        let school = world.school(&row.school);
        let taught =
            school.days.keys().filter(|date| **date <= as_of && school.teaches(**date, None)).count();
        if taught > 0 {
            any = true;
            let share = Q::from(row.share) / (in_day * Q::int(taught as i128));
            membership = membership + stand.total.membership * share;
            attendance = attendance + (stand.total.membership - stand.total.absent) * share;
        }
    }
    any.then_some((membership, attendance))
}
