//! Contact plans: how often a student is to be met, and what counts.

use super::{ContactMode, ContactOrigin};
use crate::{Fraction, PlanId, terms::terms};
use chrono::NaiveDate;
use serde::Deserialize;

terms! {
    /// A tier of support (Attendance Works).
    pub enum Tier {
        Foundational = "foundational" #[doc = "What the whole school does for everybody."],
        Tier1 = "tier_1" #[doc = "For all students."],
        Tier2 = "tier_2" #[doc = "Early intervention: some 10 to 19 % of days missed."],
        Tier3 = "tier_3" #[doc = "Intensive: 20 % and more."],
    }
}

/// Why a contact plan is none.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
#[non_exhaustive]
pub enum InvalidContactPlan {
    /// No contact is asked for, more than 35 a week, or a part finer than a thousandth.
    #[error(
        "a plan asks for more than 0 and at most 35 contacts in an average week, in parts of a thousandth at most"
    )]
    Contacts,
    /// A week has 1 to 7 days of school.
    #[error("an average week has 1 to 7 school days")]
    Days,
    /// No mode counts.
    #[error("a plan names at least one mode that counts")]
    Modes,
    /// It ends before it begins.
    #[error("a plan ends before it begins")]
    EndsBeforeBegin,
}

/// How often a student is to be met in an average week, and what counts as a contact.
///
/// A week of five school days asks for the plan's contacts, a day of school for a fifth of them: a holiday
/// takes away its share and no more.
///
/// ```
/// use homeroom::{PlanId, mentoring::ContactPlan};
/// let plan = ContactPlan::new(PlanId::new("three-a-week")?);
/// assert_eq!(plan.contacts_per_week, homeroom::Fraction::new(3, 1).unwrap());
/// assert!(plan.check().is_ok());
/// # Ok::<(), homeroom::InvalidId>(())
/// ```
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct ContactPlan {
    /// The identifier.
    pub id: PlanId,
    /// Contacts in an average week.
    #[serde(default = "three")]
    pub contacts_per_week: Fraction,
    /// School days of an average week.
    #[serde(default = "five")]
    pub days_per_week: u8,
    /// The fewest minutes that make a contact; a contact of unknown length counts.
    #[serde(default)]
    pub min_minutes: u16,
    /// The modes that count.
    #[serde(default = "spoken")]
    pub modes: Vec<ContactMode>,
    /// Whether presence in a circle counts as a contact, whatever its mode.
    #[serde(default = "yes")]
    pub circles_count: bool,
    /// The tier whose assignments follow it; every tier where none is named.
    #[serde(default)]
    pub tier: Option<Tier>,
    /// Its first date.
    #[serde(default)]
    pub begin: Option<NaiveDate>,
    /// Its last date.
    #[serde(default)]
    pub end: Option<NaiveDate>,
}

fn three() -> Fraction {
    Fraction::new(3, 1).unwrap_or(Fraction::ONE)
}

const fn five() -> u8 {
    5
}

const fn yes() -> bool {
    true
}

fn spoken() -> Vec<ContactMode> {
    vec![ContactMode::InPerson, ContactMode::Call, ContactMode::Video, ContactMode::HomeVisit]
}

impl ContactPlan {
    /// The collaborative's plan: three contacts in an average week of five days, spoken ones, of any length.
    pub fn new(id: PlanId) -> Self {
        Self {
            id,
            contacts_per_week: three(),
            days_per_week: five(),
            min_minutes: 0,
            modes: spoken(),
            circles_count: true,
            tier: None,
            begin: None,
            end: None,
        }
    }

    /// Checks what the types do not.
    ///
    /// # Errors
    /// [`InvalidContactPlan`].
    pub fn check(&self) -> Result<(), InvalidContactPlan> {
        let most = Fraction::new(35, 1).unwrap_or(Fraction::ONE);
        let fine = self.contacts_per_week.denominator() > 1000;
        if fine || self.contacts_per_week == Fraction::ZERO || self.contacts_per_week > most {
            return Err(InvalidContactPlan::Contacts);
        }
        if !(1..=7).contains(&self.days_per_week) {
            return Err(InvalidContactPlan::Days);
        }
        if self.modes.is_empty() {
            return Err(InvalidContactPlan::Modes);
        }
        if self.begin.zip(self.end).is_some_and(|(begin, end)| end < begin) {
            return Err(InvalidContactPlan::EndsBeforeBegin);
        }
        Ok(())
    }

    /// Contacts asked for on a day of school: those of the week over its days.
    pub(super) fn per_day(&self) -> Fraction {
        let days = u32::from(self.days_per_week);
        let denominator = self.contacts_per_week.denominator().saturating_mul(days);
        Fraction::new(self.contacts_per_week.numerator(), denominator).unwrap_or(Fraction::ZERO)
    }

    /// Whether it is in force on a date.
    pub fn holds(&self, date: NaiveDate) -> bool {
        self.begin.is_none_or(|begin| begin <= date) && self.end.is_none_or(|end| date <= end)
    }

    /// Whether a contact of this mode and origin is one that the plan asks for, its length aside.
    pub(super) fn counts_mode(&self, mode: ContactMode, origin: ContactOrigin) -> bool {
        match origin {
            ContactOrigin::Circle => self.circles_count,
            ContactOrigin::CheckIn => self.modes.contains(&mode),
        }
    }
}
