//! What counts as absent, and how much of a day.

use super::Comparator;
use crate::{AttendanceCategory, AttendanceCode, AttendanceStatus, Fraction, terms::terms};
use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;

terms! {
    /// How a part of a day counts.
    pub enum CountsAs {
        Present = "present" #[doc = "As attended."],
        Absent = "absent" #[doc = "As an absence."],
        Excluded = "excluded" #[doc = "Not at all: it leaves membership too."],
    }
}

/// What counts as absent: by status, and by category where a category has a rule of its own.
///
/// Where nothing is said, the three absences count as absent and presence, tardies and early departures as
/// present; an activity of the school elsewhere (NCES 1D, 1E, such as a field trip) counts as present whatever the status.
/// `not_expected` always leaves membership and `not_recorded` is always unknown.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
#[serde(try_from = "RawTreatment")]
pub struct Treatment {
    /// By status: absences, tardies and early departures.
    #[serde(skip_serializing_if = "BTreeMap::is_empty")]
    pub statuses: BTreeMap<AttendanceStatus, CountsAs>,
    /// By category; stronger than the status.
    #[serde(skip_serializing_if = "BTreeMap::is_empty")]
    pub categories: BTreeMap<AttendanceCategory, CountsAs>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct RawTreatment {
    #[serde(default)]
    statuses: BTreeMap<AttendanceStatus, CountsAs>,
    #[serde(default)]
    categories: BTreeMap<AttendanceCategory, CountsAs>,
}

impl TryFrom<RawTreatment> for Treatment {
    type Error = &'static str;

    fn try_from(raw: RawTreatment) -> Result<Self, Self::Error> {
        use AttendanceStatus::{NotExpected, NotRecorded, Present};
        if [NotExpected, NotRecorded, Present].iter().any(|fixed| raw.statuses.contains_key(fixed)) {
            return Err(
                "`present`, `not_expected` and `not_recorded` mean what they say: treat a category instead",
            );
        }
        Ok(Self { statuses: raw.statuses, categories: raw.categories })
    }
}

impl Treatment {
    /// How a code counts; `None` where the code says that attendance was not recorded.
    pub fn of(&self, code: AttendanceCode) -> Option<CountsAs> {
        match code.status() {
            AttendanceStatus::NotRecorded => return None,
            AttendanceStatus::NotExpected => return Some(CountsAs::Excluded),
            _ => {}
        }
        let by_category = code.category().and_then(|category| self.categories.get(&category));
        let by_status = || self.statuses.get(&code.status());
        let attended = code.category().is_some_and(AttendanceCategory::is_school_activity);
        let absent = code.status().is_absence() && !attended;
        let usual = if absent { CountsAs::Absent } else { CountsAs::Present };
        let by_status = || by_status().filter(|_| !attended);
        Some(by_category.or_else(by_status).copied().unwrap_or(usual))
    }
}

/// One step of a day rule: from this part of the day on, the day counts as absent for so much.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct DayStep {
    /// Whether the part itself is on the step.
    pub comparator: Comparator,
    /// The part of the expected day that was missed.
    pub part: Fraction,
    /// How much of the day counts as absent.
    pub counts: Fraction,
}

/// How the part of a day that was missed becomes an absence.
///
/// ```
/// use homeroom::{Comparator, DayRule, DayStep, Fraction};
/// let step = |comparator| DayStep { comparator, part: Fraction::HALF, counts: Fraction::ONE };
/// let federal = DayRule::steps(vec![step(Comparator::AtLeast)])?;
/// let massachusetts = DayRule::steps(vec![step(Comparator::MoreThan)])?;
/// assert_eq!(federal.absence(Fraction::HALF), Fraction::ONE);
/// assert_eq!(massachusetts.absence(Fraction::HALF), Fraction::ZERO);
/// assert_eq!(DayRule::exact().absence(Fraction::HALF), Fraction::HALF);
/// assert!(DayRule::steps(vec![step(Comparator::AtLeast), step(Comparator::AtLeast)]).is_err());
/// # Ok::<(), &'static str>(())
/// ```
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
#[serde(try_from = "RawDayRule", into = "RawDayRule")]
pub struct DayRule(Vec<DayStep>);

#[derive(Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
struct RawDayRule {
    #[serde(default)]
    steps: Vec<DayStep>,
}

impl TryFrom<RawDayRule> for DayRule {
    type Error = &'static str;
    fn try_from(raw: RawDayRule) -> Result<Self, Self::Error> {
        Self::steps(raw.steps)
    }
}

impl From<DayRule> for RawDayRule {
    fn from(rule: DayRule) -> Self {
        Self { steps: rule.0 }
    }
}

impl DayRule {
    /// The part missed is the absence, exactly.
    pub const fn exact() -> Self {
        Self(Vec::new())
    }

    /// A staircase: below the first step nothing is absent. No step at all is the [exact](Self::exact) rule.
    ///
    /// # Errors
    /// Where the steps do not ascend in part and in what they count, or leave the day.
    pub fn steps(steps: Vec<DayStep>) -> Result<Self, &'static str> {
        let ascend = |pair: &[DayStep]| {
            (pair[0].part, pair[0].comparator) < (pair[1].part, pair[1].comparator)
                && pair[0].counts < pair[1].counts
        };
        if !steps.windows(2).all(ascend) {
            return Err("the steps of a day rule must ascend in `part` and in `counts`");
        }
        let whole = |step: &DayStep| {
            step.part <= Fraction::ONE && step.counts <= Fraction::ONE && step.counts > Fraction::ZERO
        };
        // A day with nothing missed is never an absence.
        let from_nought =
            |step: &DayStep| step.part == Fraction::ZERO && step.comparator == Comparator::AtLeast;
        if !steps.iter().all(whole) || steps.iter().any(from_nought) {
            return Err("the steps of a day rule must lie within the day and begin above nothing missed");
        }
        Ok(Self(steps))
    }

    /// The absence that a missed part of the expected day makes.
    pub fn absence(&self, missed: Fraction) -> Fraction {
        if self.0.is_empty() {
            return missed;
        }
        let reached = |step: &&DayStep| step.comparator.holds(missed.cmp(&step.part));
        self.0.iter().rev().find(reached).map_or(Fraction::ZERO, |step| step.counts)
    }
}
