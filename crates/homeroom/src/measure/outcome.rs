//! Outcomes between two periods: "absences down 25 % on average", "down 54 % in a grade", with what it takes to
//! check them.

use super::{Dimension, GroupMeasure, Summary, group::grade_rank};
use crate::{Rate, Reading, Register, Roster, TooFine, rate::decimal, terms::terms};
use chrono::NaiveDate;
use std::collections::{BTreeMap, BTreeSet};

/// What every outcome says of itself.
pub const OUTCOME_NOTE: &str = "A change between two periods is not the effect of a program: without a \
comparison nobody knows what would have happened anyway.";

/// One period's counts.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct PeriodTotals {
    /// Students in membership.
    pub students: u64,
    /// The rate of absence, exposure and all; `None` where no day counts.
    pub absence_rate: Option<Rate>,
    /// Eligible students.
    pub eligible: u64,
    /// Of them, the chronically absent.
    pub chronically_absent: u64,
}

/// A relative change: how much more or less a rate or a number is than before.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct RelativeChange {
    before: Rate,
    after: Rate,
}

impl RelativeChange {
    /// A change from one rate to another; `None` where there was nothing before, or where the two are past
    /// what 80 bits can compare exactly.
    pub fn new(before: Rate, after: Rate) -> Option<Self> {
        let product = |a: u64, b: u64| u128::from(a) * u128::from(b) < 1 << 80;
        let exact = product(before.part(), after.whole()) && product(after.part(), before.whole());
        (before.part() > 0 && exact).then_some(Self { before, after })
    }

    /// A change from one number to another; `None` where there was nothing before.
    pub fn of_counts(before: u64, after: u64) -> Option<Self> {
        Self::new(Rate::new(before, 1)?, Rate::new(after, 1)?)
    }

    /// In percent, signed, with so many decimals, the exact ratio rounded half away from zero.
    ///
    /// ```
    /// use homeroom::RelativeChange;
    /// assert_eq!(RelativeChange::of_counts(50, 23).unwrap().percent(1), "-54.0");
    /// assert!(RelativeChange::of_counts(0, 3).is_none());
    /// ```
    pub fn percent(&self, decimals: u32) -> String {
        let after = u128::from(self.after.part()) * u128::from(self.before.whole());
        let before = u128::from(self.before.part()) * u128::from(self.after.whole());
        let text = decimal(after.abs_diff(before) * 100, before, decimals);
        let nought = text.bytes().all(|byte| matches!(byte, b'0' | b'.'));
        if after < before && !nought { format!("-{text}") } else { text }
    }

    /// The nearest `f64` of the change as a ratio, -0.25 for a quarter less.
    pub fn to_f64(&self) -> f64 {
        self.after.to_f64() / self.before.to_f64() - 1.0
    }
}

/// One group in two periods.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct GroupOutcome {
    /// The group's label, a district's identifier or a grade.
    pub label: String,
    /// Before.
    pub before: PeriodTotals,
    /// After.
    pub after: PeriodTotals,
    /// The relative change in the rate of absence.
    pub absence_change: Option<RelativeChange>,
    /// The relative change in the number of chronically absent students.
    pub chronic_change: Option<RelativeChange>,
}

terms! {
    /// Why two periods may not be comparable.
    pub enum ComparabilityWarning {
        DifferentPolicies = "different_policies" #[doc = "The two periods are read under two policies."],
        ShorterPeriod = "shorter_period" #[doc = "One period has at least a tenth fewer school days."],
        DifferentRollRules = "different_roll_rules" #[doc = "The rolls were read by different rules."],
        Movers = "movers" #[doc = "At least a tenth of the students are in one period only."],
        UnrecordedDays = "unrecorded_days" #[doc = "At least a hundredth of the days of a period is not recorded."],
    }
}

/// The change between two periods.
#[derive(Debug, Clone, PartialEq)]
pub struct Outcome {
    /// All students together.
    pub pooled: GroupOutcome,
    /// Each district.
    pub by_district: Vec<GroupOutcome>,
    /// The plain mean of the districts' changes in the rate of absence, as published averages are made; `None`
    /// unless every district has one.
    pub mean_of_districts: Option<f64>,
    /// Each grade level.
    pub by_grade: Vec<GroupOutcome>,
    /// Why the two periods may not be comparable.
    pub warnings: Vec<ComparabilityWarning>,
}

impl Outcome {
    /// The date of an earlier register at which as many of its school days had passed as of `now` in a later
    /// one: like with like. Its last day where the later year is over, or was longer.
    pub fn same_point(before: &Register, after: &Register, now: NaiveDate) -> Option<NaiveDate> {
        let (earlier, later) = (before.school_days().dates(), after.school_days().dates());
        let passed = after.school_days().through(now).count() as usize;
        let last = earlier.last().copied();
        if passed == later.len() { last } else { earlier.get(passed.checked_sub(1)?).copied().or(last) }
    }

    /// The change from one reading as of a date to another, each student over all schools.
    ///
    /// # Errors
    /// [`TooFine`] where parts of days have no common part.
    pub fn between(
        roster: &Roster,
        (before, then): (&Reading<'_>, NaiveDate),
        (after, now): (&Reading<'_>, NaiveDate),
    ) -> Result<Self, TooFine> {
        let both = |by: &[Dimension]| -> Result<Vec<GroupOutcome>, TooFine> {
            let first = before.measure_by(roster, then, by)?.groups;
            let second = after.measure_by(roster, now, by)?.groups;
            Ok(pair(first, second, before, after))
        };
        let pooled = both(&[])?
            .into_iter()
            .next()
            .unwrap_or_else(|| outcome(String::new(), None, None, before, after));
        let by_district = both(&[Dimension::District])?;
        let changes: Option<Vec<f64>> = by_district
            .iter()
            .map(|district| district.absence_change.map(|change| change.to_f64()))
            .collect();
        let mean_of_districts = changes
            .filter(|changes| !changes.is_empty())
            .map(|changes| changes.iter().sum::<f64>() / changes.len() as f64);
        let by_grade = both(&[Dimension::Grade])?;
        let warnings = comparability((before, then), (after, now))?;
        Ok(Self { pooled, by_district, mean_of_districts, by_grade, warnings })
    }
}

fn pair(
    first: Vec<GroupMeasure>,
    second: Vec<GroupMeasure>,
    before: &Reading<'_>,
    after: &Reading<'_>,
) -> Vec<GroupOutcome> {
    let mut groups: BTreeMap<String, [Option<Summary>; 2]> = BTreeMap::new();
    for (period, measures) in [first, second].into_iter().enumerate() {
        for group in measures {
            let label = group.labels.into_iter().next().unwrap_or_default();
            groups.entry(label).or_default()[period] = Some(group.by_student);
        }
    }
    let made =
        groups.into_iter().map(|(label, [first, second])| outcome(label, first, second, before, after));
    let mut made: Vec<_> = made.collect();
    // Grades from the youngest up, as in every other table.
    made.sort_by_key(|group| grade_rank(group.label.parse().ok()));
    made
}

fn outcome(
    label: String,
    first: Option<Summary>,
    second: Option<Summary>,
    before: &Reading<'_>,
    after: &Reading<'_>,
) -> GroupOutcome {
    let totals = |summary: Option<Summary>, reading: &Reading<'_>| {
        let summary = summary.unwrap_or_default();
        PeriodTotals {
            students: summary.students,
            absence_rate: summary.tally.absence_rate(reading.policy().unrecorded),
            eligible: summary.eligible,
            chronically_absent: summary.chronically_absent,
        }
    };
    let (before, after) = (totals(first, before), totals(second, after));
    let rates = before.absence_rate.zip(after.absence_rate);
    GroupOutcome {
        label,
        before,
        after,
        absence_change: rates.and_then(|(before, after)| RelativeChange::new(before, after)),
        chronic_change: RelativeChange::of_counts(before.chronically_absent, after.chronically_absent),
    }
}

fn comparability(
    (before, then): (&Reading<'_>, NaiveDate),
    (after, now): (&Reading<'_>, NaiveDate),
) -> Result<Vec<ComparabilityWarning>, TooFine> {
    let mut warnings = Vec::new();
    if before.policy() != after.policy() {
        warnings.push(ComparabilityWarning::DifferentPolicies);
    }
    let days = |reading: &Reading<'_>, date| reading.register().school_days().through(date).count();
    let (short, long) = {
        let (a, b) = (days(before, then), days(after, now));
        (a.min(b), a.max(b))
    };
    if short * 10 <= long * 9 {
        warnings.push(ComparabilityWarning::ShorterPeriod);
    }
    if before.register().rules() != after.register().rules() {
        warnings.push(ComparabilityWarning::DifferentRollRules);
    }
    let first: BTreeSet<_> = before.register().student_ids().collect();
    let second: BTreeSet<_> = after.register().student_ids().collect();
    let (movers, all) = (first.symmetric_difference(&second).count(), first.union(&second).count());
    if movers * 10 >= all.max(1) {
        warnings.push(ComparabilityWarning::Movers);
    }
    let unrecorded = |reading: &Reading<'_>, date| -> Result<bool, TooFine> {
        let tally = reading.measure(date)?.by_student.tally;
        Ok(tally.unrecorded() * 100 >= tally.membership.max(1))
    };
    if unrecorded(before, then)? || unrecorded(after, now)? {
        warnings.push(ComparabilityWarning::UnrecordedDays);
    }
    Ok(warnings)
}
