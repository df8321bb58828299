//! Summaries: what a group's students come to.

use super::{Standing, Status, standing::Ineligible};
use crate::{Rate, Tally, TooFine};
use std::collections::BTreeMap;

/// What a group of students comes to. Like a [`Tally`] it is a commutative monoid.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Summary {
    /// Students with at least one day in membership.
    pub students: u64,
    /// Their days.
    pub tally: Tally,
    /// Students who count.
    pub eligible: u64,
    /// Of them, the chronically absent.
    pub chronically_absent: u64,
    /// Students who do not count, by reason; those without a day in membership too.
    pub not_eligible: BTreeMap<Ineligible, u64>,
    /// Eligible students in each band of the policy.
    pub bands: Vec<u64>,
    /// Eligible students whose status the unrecorded days could change.
    pub uncertain: u64,
}

impl Summary {
    /// Counts one student in.
    pub(crate) fn add(&mut self, standing: &Standing, bands: usize) -> Result<(), TooFine> {
        self.bands.resize(self.bands.len().max(bands), 0);
        self.students += u64::from(standing.membership_days > 0);
        self.tally.merge(&standing.tally)?;
        match standing.status {
            Status::NotEligible(reason) => *self.not_eligible.entry(reason).or_default() += 1,
            status => {
                self.eligible += 1;
                self.chronically_absent += u64::from(status == Status::Chronic);
                self.uncertain += u64::from(!standing.certain);
            }
        }
        if let Some(band) = standing.band {
            self.bands[band] += 1;
        }
        Ok(())
    }

    /// Adds another group of other students.
    ///
    /// # Errors
    /// [`TooFine`] where the two count in units without a common one.
    pub fn merge(&mut self, other: &Self) -> Result<(), TooFine> {
        self.tally.merge(&other.tally)?;
        self.students += other.students;
        self.eligible += other.eligible;
        self.chronically_absent += other.chronically_absent;
        self.uncertain += other.uncertain;
        self.bands.resize(self.bands.len().max(other.bands.len()), 0);
        for (sum, count) in self.bands.iter_mut().zip(&other.bands) {
            *sum += count;
        }
        for (reason, count) in &other.not_eligible {
            *self.not_eligible.entry(*reason).or_default() += count;
        }
        Ok(())
    }

    /// The share of eligible students who are chronically absent; `None` where nobody is eligible.
    pub const fn chronic_rate(&self) -> Option<Rate> {
        Rate::new(self.chronically_absent, self.eligible)
    }
}
