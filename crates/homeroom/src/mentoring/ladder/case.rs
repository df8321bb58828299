//! One student's case: when the student first met a trigger, and the numbers on that date.

use super::{
    AbsenceCount, CountFacts, Facts, NoImprovement, RateTrigger, StreakTrigger, TierTrigger, Trigger,
    evaluate::Evaluation, lowest,
};
use crate::{
    Amount, Comparator, DaySet, EarlyWarning, Limit, Rate, Row, SchoolId, Scope, Status, Threshold,
    TruancyCounts, Warning,
    reading::Lengths,
    register::{bit_iter, keep_last},
};
use chrono::NaiveDate;
use std::cell::OnceCell;

/// A student's row over all schools, with the days on which a rule can be met: those in membership, up to the date.
pub(super) struct Case<'a> {
    over: &'a Evaluation<'a>,
    student: usize,
    row: Row<'a>,
    lengths: &'a Lengths,
    days: Vec<usize>,
    // The signs as of each of the days, found once for all rules that ask for them.
    signs: OnceCell<Vec<Option<EarlyWarning>>>,
}

type Met = Option<(NaiveDate, Facts)>;

impl<'a> Case<'a> {
    pub(super) fn new(over: &'a Evaluation<'a>, student: usize, row: Row<'a>, lengths: &'a Lengths) -> Self {
        let axis = over.reading.register().school_days();
        let last = axis.dates().partition_point(|date| *date <= over.as_of);
        let days = bit_iter(row.membership()).take_while(|day| *day < last).collect();
        Self { over, student, row, lengths, days, signs: OnceCell::new() }
    }

    pub(super) fn first_met(&self, trigger: Trigger) -> Met {
        match trigger {
            Trigger::Absences(count) => self.counted(count, TruancyCounts::All, Facts::Absences),
            Trigger::Unexcused(count) => self.counted(count, TruancyCounts::Unexcused, Facts::Unexcused),
            Trigger::AbsenceRate(trigger) => self.rate(trigger),
            Trigger::Streak(trigger) => self.streak(trigger),
            Trigger::EarlyWarning(trigger) => self.early_warning(trigger),
            Trigger::Chronic => self.chronic(),
            Trigger::NoImprovement(trigger) => self.no_improvement(trigger),
        }
    }

    fn counted(&self, count: AbsenceCount, counts: TruancyCounts, facts: fn(CountFacts) -> Facts) -> Met {
        let reading = self.over.reading;
        let rule = count.as_truancy(counts);
        let met = reading.first_met(&self.row, self.lengths, &rule, self.over.as_of)?;
        let counted = lowest::amount(Amount { units: met.units, per: reading.units_in_day() as u32 });
        let AbsenceCount { at_least, within } = count;
        Some((met.on, facts(CountFacts { counted, at_least, within, dates: met.days })))
    }

    fn rate(&self, trigger: RateTrigger) -> Met {
        let RateTrigger { at_least, min_membership_days } = trigger;
        let limit = Threshold::new(Comparator::AtLeast, Limit::Share(at_least));
        self.days.iter().find_map(|day| {
            let so_far = self.through(*day);
            let (membership_days, ..) = self.over.reading.whole_days(&self.row, so_far.words());
            let rate = self.rate_of(&so_far).filter(|_| membership_days >= min_membership_days)?;
            let facts = Facts::AbsenceRate { rate, at_least, membership_days, min_membership_days };
            limit.is_met(rate.part(), rate.whole(), 1).then(|| (self.date(*day), facts))
        })
    }

    fn streak(&self, trigger: StreakTrigger) -> Met {
        let StreakTrigger { at_least, rule } = trigger;
        let reading = self.over.reading;
        // The longest streak so far never shrinks.
        let shorter =
            |day: &usize| reading.streaks_of(&self.row, self.through(*day).words(), rule).longest < at_least;
        let met = *self.days.get(self.days.partition_point(shorter))?;
        let so_far = self.through(met);
        let absent = |(w, days): (usize, &u64)| reading.absent_days(&self.row, w) & days;
        let mut streak: Vec<_> = so_far.words().iter().enumerate().map(absent).collect();
        keep_last(&mut streak, at_least);
        let dates = bit_iter(&streak).map(|day| self.date(day)).collect();
        Some((self.date(met), Facts::Streak { dates, rule }))
    }

    fn early_warning(&self, trigger: TierTrigger) -> Met {
        let at_least = trigger.tier;
        self.days.iter().zip(self.signs()).find_map(|(day, signs)| {
            let EarlyWarning { tier, warnings, .. } =
                signs.as_ref().filter(|signs| signs.tier >= at_least)?;
            let (tier, warnings) = (*tier, warnings.iter().map(|sign| self.lowest(*sign)).collect());
            Some((self.date(*day), Facts::EarlyWarning { tier, at_least, warnings }))
        })
    }

    fn chronic(&self) -> Met {
        let (reading, mut scratch) = (self.over.reading, Vec::new());
        let met = *self.days.iter().find(|day| {
            reading.scoped_status(self.student, &self.over.days[**day], &mut scratch) == Status::Chronic
        })?;
        let (policy, as_of) = (reading.policy(), &self.over.days[met]);
        let (standing, school) = match policy.scope() {
            Scope::Student => (reading.student_standing(self.student, as_of, &mut scratch), None),
            Scope::School => {
                let register = reading.register();
                let mut rows = register.rows_of(self.student);
                let row = rows.find(|row| reading.row_standing(*row, as_of).status == Status::Chronic)?;
                let school: &SchoolId = register.school_id(register.key(row).school as usize);
                (reading.row_standing(row, as_of), Some(school.clone()))
            }
        };
        let facts = Facts::Chronic {
            absent: lowest::amount(standing.tally.amount(standing.tally.absent)),
            of: lowest::amount(standing.tally.amount(standing.tally.whole(policy.unrecorded()))),
            unit: policy.unit(),
            threshold: policy.chronic(),
            school,
        };
        Some((self.date(met), facts))
    }

    fn no_improvement(&self, trigger: NoImprovement) -> Met {
        let NoImprovement { tier, school_days } = trigger;
        let length = usize::from(school_days);
        let in_tier = |signs: &Option<EarlyWarning>| signs.as_ref().is_some_and(|signs| signs.tier >= tier);
        let mut stretches = self.days.windows(2 * length).zip(self.signs().windows(2 * length));
        stretches.find_map(|(days, signs)| {
            let (earlier, latest) = days.split_at(length);
            if !signs[length..].iter().all(in_tier) {
                return None;
            }
            let (before, last) = (self.rate_of(&self.set(earlier))?, self.rate_of(&self.set(latest))?);
            let product = |a: u64, b: u64| u128::from(a) * u128::from(b);
            let falls = product(last.part(), before.whole()) < product(before.part(), last.whole());
            let met = *latest.last()?;
            let facts = Facts::NoImprovement { tier, school_days, before, last };
            (last.part() > 0 && !falls).then(|| (self.date(met), facts))
        })
    }

    fn signs(&self) -> &[Option<EarlyWarning>] {
        self.signs.get_or_init(|| {
            let prior = self.over.prior.as_ref().map(|(reading, whole_year)| (*reading, whole_year));
            let signs =
                |day: &usize| self.over.reading.early_warning_of(self.student, &self.over.days[*day], prior);
            self.days.iter().map(signs).collect()
        })
    }

    fn lowest(&self, sign: Warning) -> Warning {
        let before = self.over.prior.as_ref().map_or(1, |(prior, _)| prior.per());
        lowest::warning(sign, self.over.reading.per(), before)
    }

    fn rate_of(&self, days: &DaySet) -> Option<Rate> {
        let reading = self.over.reading;
        let tally = reading.tally(&self.row, self.lengths, days.words());
        tally.absence_rate(reading.policy().unrecorded()).map(|rate| lowest::rate(rate, tally.per))
    }

    fn through(&self, day: usize) -> DaySet {
        DaySet::range(self.axis().len(), 0..day + 1)
    }

    fn set(&self, days: &[usize]) -> DaySet {
        let mut set = DaySet::empty(self.axis().len());
        for day in days {
            set.insert(*day);
        }
        set
    }

    fn date(&self, day: usize) -> NaiveDate {
        self.axis().dates()[day]
    }

    fn axis(&self) -> &crate::SchoolDays {
        self.over.reading.register().school_days()
    }
}
