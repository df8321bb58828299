//! Thresholds: a limit and on which side of it a value falls, decided in integers.

use crate::{Fraction, terms::terms};
use serde::{Deserialize, Serialize};
use std::{cmp::Ordering, fmt};

terms! {
    /// Whether a value that equals the limit meets it.
    pub enum Comparator {
        AtLeast = "at_least" #[doc = "The limit itself meets it (federal, Massachusetts: 10 % is chronic)."],
        MoreThan = "more_than" #[doc = "Only values past the limit meet it (Iowa)."],
    }
}

impl Comparator {
    /// Whether a value that compares so with the limit meets it.
    pub fn holds(self, with_limit: Ordering) -> bool {
        match self {
            Self::AtLeast => with_limit.is_ge(),
            Self::MoreThan => with_limit.is_gt(),
        }
    }
}

/// What a threshold limits: a share of the days, or a number of them.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Limit {
    /// A share, such as 10 % of the days that count.
    Share(Fraction),
    /// A number of the policy's units (days, sessions or hours).
    Count(u32),
}

/// A limit and a comparator: `{ comparator = "at_least", share = "10%" }` or `{ comparator = "at_least", count = 15 }`.
///
/// ```
/// use homeroom::{Comparator, Limit, Threshold};
/// let federal = Threshold::new(Comparator::AtLeast, Limit::Share("10%".parse()?));
/// let iowa = Threshold::new(Comparator::MoreThan, Limit::Share("10%".parse()?));
/// assert!(federal.is_met(18, 180, 1) && !iowa.is_met(18, 180, 1));
/// assert!(!federal.is_met(35, 360, 2)); // 17.5 of 180 days, in half days
/// # Ok::<(), homeroom::InvalidFraction>(())
/// ```
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(try_from = "RawThreshold", into = "RawThreshold")]
pub struct Threshold {
    comparator: Comparator,
    limit: Limit,
}

#[derive(Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
struct RawThreshold {
    comparator: Comparator,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    share: Option<Fraction>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    count: Option<u32>,
}

impl TryFrom<RawThreshold> for Threshold {
    type Error = &'static str;

    fn try_from(raw: RawThreshold) -> Result<Self, Self::Error> {
        let limit = match (raw.share, raw.count) {
            (Some(share), None) if share > Fraction::ONE => {
                return Err("a share is at most 1: write 8 % as `8%` or `0.08`");
            }
            (Some(share), None) => Limit::Share(share),
            (None, Some(count)) => Limit::Count(count),
            _ => return Err("a threshold has either `share` or `count`"),
        };
        Ok(Self { comparator: raw.comparator, limit })
    }
}

impl From<Threshold> for RawThreshold {
    fn from(threshold: Threshold) -> Self {
        let Threshold { comparator, limit } = threshold;
        match limit {
            Limit::Share(share) => Self { comparator, share: Some(share), count: None },
            Limit::Count(count) => Self { comparator, share: None, count: Some(count) },
        }
    }
}

impl Threshold {
    /// A threshold.
    pub const fn new(comparator: Comparator, limit: Limit) -> Self {
        Self { comparator, limit }
    }

    /// The comparator.
    pub const fn comparator(self) -> Comparator {
        self.comparator
    }

    /// The limit.
    pub const fn limit(self) -> Limit {
        self.limit
    }

    /// The same limit under another comparator.
    #[must_use]
    pub const fn with_comparator(self, comparator: Comparator) -> Self {
        Self { comparator, limit: self.limit }
    }

    /// Whether `part` of `whole` meets the threshold, both in units of which `units` make one day, session or
    /// hour. A share of nothing is not met.
    pub fn is_met(self, part: u64, whole: u64, units: u64) -> bool {
        self.comparator.holds(match self.limit {
            Limit::Share(_) if whole == 0 => return false,
            // `cmp_ratio` compares the ratio with the share: the ratio is on the left.
            Limit::Share(share) => share.cmp_ratio(part, whole),
            Limit::Count(count) => u128::from(part).cmp(&(u128::from(count) * u128::from(units))),
        })
    }

    /// Whether this threshold lies strictly below another of the same kind, so that meeting the other implies
    /// meeting this one.
    pub(crate) fn is_below(self, other: Self) -> bool {
        let limits = match (self.limit, other.limit) {
            (Limit::Share(a), Limit::Share(b)) => a.cmp(&b),
            (Limit::Count(a), Limit::Count(b)) => a.cmp(&b),
            _ => return false,
        };
        limits.then(self.comparator.cmp(&other.comparator)).is_lt()
    }
}

impl fmt::Display for Threshold {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let sign = if self.comparator == Comparator::AtLeast { ">=" } else { ">" };
        match self.limit {
            Limit::Share(share) => write!(f, "{sign} {share} of the days"),
            Limit::Count(count) => write!(f, "{sign} {count}"),
        }
    }
}
