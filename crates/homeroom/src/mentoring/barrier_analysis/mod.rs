//! What gets in the way, how often, and whether anything is done about it.

mod change;
mod gap;
mod prevalence;

pub use change::BarrierChange;
pub use gap::{BarrierGap, BarrierResponse};
pub use prevalence::{BarrierGroup, BarrierPrevalence};

use super::{BarrierRecord, InterventionStatus, MentoringReading, StudentIntervention};
use crate::InterventionId;
use chrono::NaiveDate;

impl BarrierRecord {
    /// Whether the barrier is known and not resolved on a date; on the day of its resolution it still is.
    pub fn stands_on(&self, date: NaiveDate) -> bool {
        self.learnt_on <= date && self.resolved_on.is_none_or(|resolved| date <= resolved)
    }
}

impl MentoringReading<'_> {
    /// The interventions that meet a barrier of a student: those whose catalogue entry addresses it, that are active on the
    /// date and within the entry's dates, or were completed on or after the day the barrier was learnt of.
    pub(super) fn met_by(
        &self,
        student: usize,
        barrier: &BarrierRecord,
        as_of: NaiveDate,
    ) -> Vec<&InterventionId> {
        let interventions = self.casebook.interventions_of(student).iter();
        let meets = |intervention: &&StudentIntervention| {
            let entry = self.casebook.intervention(intervention.intervention.as_str());
            entry.is_some_and(|entry| {
                let active = intervention.status_on(as_of) == Some(InterventionStatus::Active);
                let in_force = !active || entry.holds(as_of);
                in_force && entry.approach.meets(&barrier.barrier) && serves(intervention, barrier, as_of)
            })
        };
        let mut ids: Vec<&InterventionId> =
            interventions.filter(meets).map(|intervention| &intervention.intervention).collect();
        ids.sort_unstable();
        ids.dedup();
        ids
    }
}

// Active on some date from the barrier's day on, up to the date asked for, and not dropped since.
fn serves(intervention: &StudentIntervention, barrier: &BarrierRecord, as_of: NaiveDate) -> bool {
    use super::InterventionStatus::{Active, Completed};
    let now = intervention.status_on(as_of);
    let ended_before = || {
        let completed = intervention.history().iter().find(|change| change.status == Completed);
        completed.is_some_and(|completed| completed.date < barrier.learnt_on)
    };
    match now {
        Some(Active) => true,
        Some(Completed) => !ended_before(),
        _ => false,
    }
}
