//! Tallies: exact counts that add up in any order.

use crate::{Rate, RateBounds, Unit, Unrecorded, fraction::lcm, rate::decimal};
use serde::{Deserialize, Serialize};

/// An exact amount of days, sessions or hours: `units / per` of them.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Amount {
    /// How many units.
    pub units: u64,
    /// How many units make one day, session or hour.
    pub per: u32,
}

impl Amount {
    /// As decimal text with at most so many decimals, rounded half up, trailing zeros left out.
    ///
    /// ```
    /// use homeroom::Amount;
    /// assert_eq!(Amount { units: 35, per: 2 }.text(2), "17.5");
    /// assert_eq!(Amount { units: 1, per: 3 }.text(2), "0.33");
    /// assert_eq!(Amount { units: 4, per: 2 }.text(2), "2");
    /// ```
    pub fn text(self, decimals: u32) -> String {
        let text = decimal(u128::from(self.units), u128::from(self.per.max(1)), decimals);
        if text.contains('.') { text.trim_end_matches('0').trim_end_matches('.').to_owned() } else { text }
    }

    /// The nearest `f64`, for plots and statistics.
    pub fn to_f64(self) -> f64 {
        self.units as f64 / f64::from(self.per.max(1))
    }
}

/// What one or many students' days amount to under a policy.
///
/// A tally is a commutative monoid: [`merge`](Self::merge) of parts equals the tally of the whole in any order
/// and grouping, and [`Tally::default`] changes nothing. All amounts are in units of which [`per`](Self::per)
/// make a day, a session or an hour, as the policy counts.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
pub struct Tally {
    /// How many units make one day, session or hour.
    pub per: u32,
    /// In membership.
    pub membership: u64,
    /// In membership and recorded.
    pub recorded: u64,
    /// Absent, of any kind.
    pub absent: u64,
    /// Absent and excused.
    pub excused: u64,
    /// Absent and unexcused; what is neither has an excusal that is not known.
    pub unexcused: u64,
    /// Absent for discipline.
    pub disciplinary: u64,
    /// Attended remotely.
    pub remote: u64,
    /// Days with a tardy.
    pub tardy_days: u64,
    /// Days with an early departure.
    pub early_departure_days: u64,
}

impl Default for Tally {
    fn default() -> Self {
        Self {
            per: 1,
            membership: 0,
            recorded: 0,
            absent: 0,
            excused: 0,
            unexcused: 0,
            disciplinary: 0,
            remote: 0,
            tardy_days: 0,
            early_departure_days: 0,
        }
    }
}

/// Parts of days have no common part in which they can all be counted exactly, or not so many of them.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
#[error(
    "the parts of days have no common part in which they can be counted exactly: count them by a day rule with steps"
)]
pub struct TooFine;

impl Tally {
    /// The same tally in smaller units.
    fn in_units_of(mut self, per: u32) -> Result<Self, TooFine> {
        let factor = u64::from(per / self.per);
        for amount in self.amounts() {
            *amount = amount.checked_mul(factor).ok_or(TooFine)?;
        }
        self.per = per;
        Ok(self)
    }

    fn amounts(&mut self) -> [&mut u64; 7] {
        let Self { membership, recorded, absent, excused, unexcused, disciplinary, remote, .. } = self;
        [membership, recorded, absent, excused, unexcused, disciplinary, remote]
    }

    /// Adds another tally.
    ///
    /// # Errors
    /// [`TooFine`] where the two count in units without a common one.
    pub fn merge(&mut self, other: &Self) -> Result<(), TooFine> {
        let mut other = *other;
        if self.per != other.per {
            let per = lcm(self.per, other.per).ok_or(TooFine)?;
            (*self, other) = (self.in_units_of(per)?, other.in_units_of(per)?);
        }
        for (sum, amount) in self.amounts().into_iter().zip(other.amounts()) {
            *sum = sum.checked_add(*amount).ok_or(TooFine)?;
        }
        self.tardy_days += other.tardy_days;
        self.early_departure_days += other.early_departure_days;
        Ok(())
    }

    /// An amount of this tally in days, sessions or hours.
    pub const fn amount(&self, units: u64) -> Amount {
        Amount { units, per: self.per }
    }

    /// Days that are in membership and not recorded, in units.
    pub const fn unrecorded(&self) -> u64 {
        self.membership - self.recorded
    }

    /// Absent with an excusal that is not known, in units.
    pub const fn excusal_unknown(&self) -> u64 {
        self.absent - self.excused - self.unexcused
    }

    /// The units over which a rate is taken.
    pub const fn whole(&self, unrecorded: Unrecorded) -> u64 {
        match unrecorded {
            Unrecorded::Excluded => self.recorded,
            Unrecorded::Present => self.membership,
        }
    }

    /// The rate of absence; `None` where no day counts.
    pub const fn absence_rate(&self, unrecorded: Unrecorded) -> Option<Rate> {
        Rate::new(self.absent, self.whole(unrecorded))
    }

    /// The rate of attendance, the rest of the [rate of absence](Self::absence_rate).
    pub fn attendance_rate(&self, unrecorded: Unrecorded) -> Option<Rate> {
        self.absence_rate(unrecorded).and_then(Rate::complement)
    }

    /// The rate of absence and the rates it lies between; `None` where nothing is in membership.
    pub fn absence_bounds(&self, unrecorded: Unrecorded) -> Option<RateBounds> {
        Some(RateBounds {
            lower: Rate::new(self.absent, self.membership)?,
            observed: self.absence_rate(unrecorded),
            upper: Rate::new(self.absent + self.unrecorded(), self.membership)?,
        })
    }
}

impl Unit {
    /// The unit's name in the plural.
    pub const fn plural(self) -> &'static str {
        match self {
            Self::Day => "days",
            Self::Session => "sessions",
            Self::Hour => "hours",
        }
    }
}
