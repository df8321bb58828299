//! Early warning: the published signs that a student will be chronically absent, with their numbers.

use super::{Status, standing::AsOf};
use crate::{
    Amount, Comparator, Fraction, Limit, Rate, Reading, Tally, Threshold, Unit, Window, terms::terms,
};
use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

/// Days in membership that stand for a month of school: the sources speak of September and of months, and four
/// weeks of five days is what a school month has.
pub const SCHOOL_MONTH: u32 = 20;

terms! {
    /// What the first month of school says (Olson 2014, Baltimore).
    pub enum FirstMonth {
        Elevated = "elevated" #[doc = "2 to 4 days missed: about half became chronically absent."],
        High = "high" #[doc = "More than 4 days missed: nearly 9 of 10 did."],
    }
}

terms! {
    /// What the year before says (Attendance Works).
    pub enum PriorYear {
        Chronic = "chronic" #[doc = "At least 10 % of the days: tier 2."],
        Severe = "severe" #[doc = "At least 20 % of the days: tier 3."],
    }
}

/// One sign, with its numbers.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
#[non_exhaustive]
pub enum Warning {
    /// Days missed in the first month of school.
    FirstMonth(FirstMonth, Amount),
    /// Two days a month missed: the days, and the month of school the student is in.
    TwoAMonth(Amount, u32),
    /// The rate of the year before.
    PriorYear(PriorYear, Rate),
    /// At least 20 % of this year's days missed, by a student who is eligible.
    SevereNow(Rate),
}

/// A student's signs as of a date.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct EarlyWarning {
    /// The student's index in this year's register.
    pub student: usize,
    /// The tier of support that Attendance Works names for the signs: 2 or 3.
    pub tier: u8,
    /// The rate of absence this year; `None` where no day counts.
    pub absence_rate: Option<Rate>,
    /// The signs.
    pub warnings: Vec<Warning>,
}

impl Reading<'_> {
    /// The students with a sign, in the register's order; `prior` is the reading of the year before, looked at
    /// whole. Days are counted as the policy does; a policy that counts hours gives no signs by days.
    pub fn early_warnings(&self, as_of: NaiveDate, prior: Option<&Reading<'_>>) -> Vec<EarlyWarning> {
        let day = AsOf::new(self, as_of);
        let prior = prior.map(|reading| (reading, AsOf::new(reading, NaiveDate::MAX)));
        let prior = prior.as_ref().map(|(reading, whole_year)| (*reading, whole_year));
        let students = 0..self.register().students();
        students.filter_map(|student| self.early_warning_of(student, &day, prior)).collect()
    }

    /// One student's signs; of the year before its reading and the whole of it.
    pub(crate) fn early_warning_of(
        &self,
        student: usize,
        day: &AsOf,
        prior: Option<(&Reading<'_>, &AsOf)>,
    ) -> Option<EarlyWarning> {
        let (absence_rate, mut warnings) = self.signs_of_this_year(student, day);
        if let Some((prior, whole_year)) = prior {
            warnings.extend(self.sign_of_prior_year(student, prior, whole_year));
        }
        let severe = |warning: &Warning| {
            matches!(warning, Warning::SevereNow(_) | Warning::PriorYear(PriorYear::Severe, _))
        };
        let tier = if warnings.iter().any(severe) { 3 } else { 2 };
        (!warnings.is_empty()).then_some(EarlyWarning { student, tier, absence_rate, warnings })
    }

    fn signs_of_this_year(&self, student: usize, day: &AsOf) -> (Option<Rate>, Vec<Warning>) {
        let (mut scratch, mut narrowed) = (Vec::new(), Vec::new());
        let standing = self.student_standing(student, day, &mut scratch);
        let mut warnings = Vec::new();
        if self.policy().unit != Unit::Hour {
            let month = Window::FirstSchoolDays(SCHOOL_MONTH);
            let first = self.tally_in(student, month, &day.days, &mut scratch, &mut narrowed);
            let missed = |tally: &Tally| Amount { units: tally.absent, per: self.units_in_day() as u32 };
            let at_least = |tally: &Tally, days: u64| tally.absent >= days * self.units_in_day();
            if first.absent > 4 * self.units_in_day() {
                warnings.push(Warning::FirstMonth(FirstMonth::High, missed(&first)));
            } else if at_least(&first, 2) {
                warnings.push(Warning::FirstMonth(FirstMonth::Elevated, missed(&first)));
            }
            let months = standing.membership_days.div_ceil(SCHOOL_MONTH);
            if months > 0 && at_least(&standing.tally, 2 * u64::from(months)) {
                warnings.push(Warning::TwoAMonth(missed(&standing.tally), months));
            }
        }
        let rate = standing.tally.absence_rate(self.policy().unrecorded);
        let counts = standing.status.is_eligible();
        warnings.extend(rate.filter(|rate| counts && reaches(*rate, 1, 5)).map(Warning::SevereNow));
        (rate, warnings)
    }

    fn sign_of_prior_year(&self, student: usize, prior: &Reading<'_>, whole_year: &AsOf) -> Option<Warning> {
        let before = prior.register().find_student(self.register().student_id(student))?;
        let standing = prior.student_standing(before, whole_year, &mut Vec::new());
        let rate = standing.tally.absence_rate(prior.policy().unrecorded)?;
        if matches!(standing.status, Status::NotEligible(_)) || !reaches(rate, 1, 10) {
            return None;
        }
        let sign = if reaches(rate, 1, 5) { PriorYear::Severe } else { PriorYear::Chronic };
        Some(Warning::PriorYear(sign, rate))
    }
}

fn reaches(rate: Rate, numerator: u32, denominator: u32) -> bool {
    let limit = Fraction::new(numerator, denominator).unwrap_or(Fraction::ONE);
    Threshold::new(Comparator::AtLeast, Limit::Share(limit)).is_met(rate.part(), rate.whole(), 1)
}
