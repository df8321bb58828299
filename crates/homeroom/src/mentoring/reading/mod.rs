//! A casebook and a year's register, read together.

mod days;
mod student_year;

pub(super) use days::{Days, RankedDays};
pub(super) use student_year::StudentYear;

use super::{Casebook, Segment};
use crate::{Reading, Register, TooFine, fraction::lcm};
use chrono::{Datelike, NaiveDate};

/// A casebook asked about one school year: who was at school is the register's word, read under its policy.
///
/// It is made once and asked many times. See [`Dosage`](super::Dosage) for what it says of contacts.
#[derive(Debug, Clone)]
pub struct MentoringReading<'a> {
    pub(super) casebook: &'a Casebook,
    pub(super) reading: &'a Reading<'a>,
    // How many units make one contact in sums of expected contacts.
    pub(super) per: u32,
    // For each plan: contacts asked for on a day, and the share of a week that a day is, in units.
    pub(super) asks: Vec<(u64, u64)>,
    // Of each casebook student the index in the register.
    pub(super) in_register: Vec<Option<u32>>,
    // For each date of the year, and the one after: how many school days are before it.
    before: Vec<u16>,
    // For each week of the year: how many school days are not after its Sunday.
    week_ends: Vec<u16>,
    first_date: NaiveDate,
    // Days of the calendar year in which the school year begins.
    days_of_first_year: usize,
    // Days from the Monday on or before the first date to that date.
    first_weekday: u32,
}

/// Where a date stands in a year.
#[derive(Debug, Clone, Copy)]
pub(super) struct Position {
    pub(super) before: usize,
    pub(super) through: usize,
    pub(super) week: usize,
}

impl<'a> MentoringReading<'a> {
    /// Reads a casebook with the register of one school year.
    ///
    /// # Errors
    /// [`TooFine`] where the plans' contacts a day have no common part that 32 bits hold.
    pub fn new(casebook: &'a Casebook, reading: &'a Reading<'a>) -> Result<Self, TooFine> {
        let register = reading.register();
        let day_share = |plan: &super::ContactPlan| u32::from(plan.days_per_week);
        let mut per = 1;
        for plan in casebook.plans() {
            per = lcm(per, plan.per_day().denominator()).ok_or(TooFine)?;
            per = lcm(per, day_share(plan)).ok_or(TooFine)?;
        }
        let asks = casebook.plans().iter().map(|plan| {
            let (ask, share) = (plan.per_day(), day_share(plan));
            (u64::from(per / ask.denominator()) * u64::from(ask.numerator()), u64::from(per / share))
        });
        let in_register = casebook.students().iter().map(|id| {
            let student = register.find_student(id.as_str());
            student.map(|student| student as u32)
        });
        let dates = register.school_days().dates();
        let (first_date, last_date) = (register.year().first_date(), register.year().last_date());
        let all = first_date.iter_days().take_while(|date| *date <= last_date).chain(last_date.succ_opt());
        let mut passed = 0;
        let before = all.map(|date| {
            while dates.get(passed).is_some_and(|day| *day < date) {
                passed += 1;
            }
            passed as u16
        });
        let before: Vec<u16> = before.collect();
        let first_weekday = first_date.weekday().num_days_from_monday();
        // The day after each Sunday, from the year's first date on.
        let mondays = (7 - first_weekday as usize..before.len() + 6).step_by(7);
        let week_ends = mondays.map(|monday| before[monday.min(before.len() - 1)]);
        Ok(Self {
            casebook,
            reading,
            per,
            asks: asks.collect(),
            in_register: in_register.collect(),
            week_ends: week_ends.collect(),
            before,
            first_date,
            days_of_first_year: if first_date.leap_year() { 366 } else { 365 },
            first_weekday,
        })
    }

    /// The casebook.
    pub fn casebook(&self) -> &'a Casebook {
        self.casebook
    }

    /// The reading of the register.
    pub fn reading(&self) -> &'a Reading<'a> {
        self.reading
    }

    /// The register.
    pub fn register(&self) -> &'a Register {
        self.reading.register()
    }

    /// How many units make one contact in this reading's sums of expected contacts.
    pub fn per(&self) -> u32 {
        self.per
    }

    // Days from the first date of the year, at most to the day after the last. It is asked of every contact, and the year
    // and ordinal of a date cost less than a difference of dates.
    fn offset(&self, date: NaiveDate) -> usize {
        let (year, first_year) = (date.year(), self.first_date.year());
        let ordinal = date.ordinal0() as usize;
        let first = self.first_date.ordinal0() as usize;
        let offset = match year - first_year {
            0 => ordinal.saturating_sub(first),
            1 => self.days_of_first_year - first + ordinal,
            later if later > 1 => self.before.len(),
            _ => 0,
        };
        offset.min(self.before.len() - 1)
    }

    /// Where a date stands: the school days before it, those not after it, and its week.
    pub(super) fn position(&self, date: NaiveDate) -> Position {
        let offset = self.offset(date);
        let through = self.before[(offset + 1).min(self.before.len() - 1)];
        let week = (offset + self.first_weekday as usize) / 7;
        Position { before: self.before[offset].into(), through: through.into(), week }
    }

    /// The casebook's students whom this year's register names.
    pub(super) fn students_of_year(&self) -> impl Iterator<Item = usize> + '_ {
        (0..self.in_register.len()).filter(|student| self.in_register[*student].is_some())
    }

    /// How many school days of the register are before a date.
    pub(super) fn days_before(&self, date: NaiveDate) -> usize {
        usize::from(self.before[self.offset(date)])
    }

    /// How many school days of the register are not after a date.
    pub(super) fn days_through(&self, date: NaiveDate) -> usize {
        date.succ_opt().map_or(usize::from(self.before[self.before.len() - 1]), |next| self.days_before(next))
    }

    /// The week of a date of the year, Monday to Sunday; the first is 0.
    pub(super) fn week_of(&self, date: NaiveDate) -> usize {
        self.position(date).week
    }

    /// How many school days are not after the end of each week, from the first week on.
    pub(super) fn week_ends(&self) -> &[u16] {
        &self.week_ends
    }

    /// The school days from one date to another, both included.
    pub(super) fn between(&self, first: NaiveDate, last: NaiveDate) -> Days {
        Days::range(self.days_before(first), self.days_through(last))
    }

    /// A student's assignments and their plans.
    pub(super) fn segments(&self, student: usize) -> &'a [Segment] {
        self.casebook.segments.of(student)
    }
}
