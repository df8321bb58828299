//! Triggers: the measure a rule looks at, and how much of it is asked for.

use crate::{Fraction, StreakRule, TruancyCounts, TruancyRule, Unit, Within};
use serde::{Deserialize, Serialize};

/// What a rule asks for. It is met on the first date on which it holds.
///
/// In a file: `when = { absences = { at_least = 3 } }`, `when = { unexcused = { at_least = 4, within = "month" } }`,
/// `when = { absence_rate = { at_least = "10%", min_membership_days = 20 } }`, `when = { streak = { at_least = 3 } }`,
/// `when = { early_warning = { tier = 2 } }`, `when = { no_improvement = { tier = 2, school_days = 20 } }` or
/// `when = "chronic"`.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
#[non_exhaustive]
pub enum Trigger {
    /// So many days of absence, with or without excuse, as the policy counts them.
    Absences(AbsenceCount),
    /// So many days of unexcused absence, as the policy counts them.
    Unexcused(AbsenceCount),
    /// Such a rate of absence in the year to date, over all schools.
    AbsenceRate(RateTrigger),
    /// So many school days in a row with an absence.
    Streak(StreakTrigger),
    /// Signs of early warning that name such a tier of support.
    EarlyWarning(TierTrigger),
    /// Chronically absent under the policy, by its scope.
    Chronic,
    /// A rate of absence that does not fall while the signs name a tier of support.
    NoImprovement(NoImprovement),
}

/// A number of days of absence within a stretch of time.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(try_from = "RawAbsenceCount")]
pub struct AbsenceCount {
    /// How many days.
    pub at_least: u32,
    /// Within which time: the school year, a calendar month, or so many calendar days.
    pub within: Within,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct RawAbsenceCount {
    at_least: u32,
    #[serde(default = "in_the_year")]
    within: Within,
}

const fn in_the_year() -> Within {
    Within::Year
}

impl TryFrom<RawAbsenceCount> for AbsenceCount {
    type Error = &'static str;

    fn try_from(raw: RawAbsenceCount) -> Result<Self, Self::Error> {
        let RawAbsenceCount { at_least, within } = raw;
        if within == Within::Consecutive {
            return Err("absences in a row are a `streak`");
        }
        if at_least == 0 || within == Within::CalendarDays(0) {
            return Err("a rule needs at least one absence within at least one day");
        }
        Ok(Self { at_least, within })
    }
}

impl AbsenceCount {
    /// The same count as a rule of truancy, which is where days of absence are counted.
    pub(super) fn as_truancy(self, counts: TruancyCounts) -> TruancyRule {
        let Self { at_least, within } = self;
        TruancyRule { id: String::new(), counts, unit: Unit::Day, at_least, within }
    }
}

/// A rate of absence, looked at from some days of membership on.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(try_from = "RawRateTrigger")]
pub struct RateTrigger {
    /// The rate.
    pub at_least: Fraction,
    /// The fewest days in membership: one absence on the first day is a rate of 100 %.
    pub min_membership_days: u32,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct RawRateTrigger {
    at_least: Fraction,
    min_membership_days: u32,
}

impl TryFrom<RawRateTrigger> for RateTrigger {
    type Error = &'static str;

    fn try_from(raw: RawRateTrigger) -> Result<Self, Self::Error> {
        let RawRateTrigger { at_least, min_membership_days } = raw;
        if at_least == Fraction::ZERO || at_least > Fraction::ONE {
            return Err("a rate of absence is above 0 and at most 1: write 10 % as `10%` or `0.1`");
        }
        if min_membership_days == 0 {
            return Err("a rate needs at least one day in membership");
        }
        Ok(Self { at_least, min_membership_days })
    }
}

/// School days in a row with an absence.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(try_from = "RawStreakTrigger")]
pub struct StreakTrigger {
    /// How many.
    pub at_least: u32,
    /// What a day without a record does to a streak.
    pub rule: StreakRule,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct RawStreakTrigger {
    at_least: u32,
    #[serde(default = "skip_unrecorded")]
    rule: StreakRule,
}

const fn skip_unrecorded() -> StreakRule {
    StreakRule::SkipUnrecorded
}

impl TryFrom<RawStreakTrigger> for StreakTrigger {
    type Error = &'static str;

    fn try_from(raw: RawStreakTrigger) -> Result<Self, Self::Error> {
        let RawStreakTrigger { at_least, rule } = raw;
        (at_least > 0).then_some(Self { at_least, rule }).ok_or("a streak has at least one day")
    }
}

/// A tier of support, or a higher one, as the signs of early warning name it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(try_from = "RawTierTrigger")]
pub struct TierTrigger {
    /// 2 or 3.
    pub tier: u8,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct RawTierTrigger {
    tier: u8,
}

const NO_SUCH_TIER: &str = "the signs of early warning name tier 2 or 3";

impl TryFrom<RawTierTrigger> for TierTrigger {
    type Error = &'static str;

    fn try_from(raw: RawTierTrigger) -> Result<Self, Self::Error> {
        matches!(raw.tier, 2 | 3).then_some(Self { tier: raw.tier }).ok_or(NO_SUCH_TIER)
    }
}

/// No improvement: the rate of the last so many school days is not below that of as many before, and on each of
/// the last the signs named the tier.
///
/// Days are those of the student's membership. Who missed nothing in the last days cannot improve, and does not
/// meet it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(try_from = "RawNoImprovement")]
pub struct NoImprovement {
    /// 2 or 3; a higher tier holds the lower one.
    pub tier: u8,
    /// How many days each of the two stretches has.
    pub school_days: u16,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct RawNoImprovement {
    tier: u8,
    school_days: u16,
}

impl TryFrom<RawNoImprovement> for NoImprovement {
    type Error = &'static str;

    fn try_from(raw: RawNoImprovement) -> Result<Self, Self::Error> {
        let RawNoImprovement { tier, school_days } = raw;
        if !matches!(tier, 2 | 3) {
            return Err(NO_SUCH_TIER);
        }
        (school_days > 0).then_some(Self { tier, school_days }).ok_or("a stretch has at least one school day")
    }
}
