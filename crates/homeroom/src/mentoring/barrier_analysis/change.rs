//! How barriers change from one date to another.

use crate::mentoring::{Barrier, MentoringReading};
use chrono::NaiveDate;
use std::collections::BTreeMap;

/// One barrier on two dates. `before + raised - resolved` is `after`.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct BarrierChange {
    /// The barrier.
    pub barrier: Barrier,
    /// Students who had it on the earlier date.
    pub before: u64,
    /// Times it was learnt of after the earlier date, up to the later.
    pub raised: u64,
    /// Times it was resolved from the earlier date on, before the later: on the day of its resolution it stands.
    pub resolved: u64,
    /// Students who have it on the later date.
    pub after: u64,
}

impl MentoringReading<'_> {
    /// The barriers that stood on either date or came and went between them, in order.
    pub fn barrier_changes(&self, before: NaiveDate, after: NaiveDate) -> Vec<BarrierChange> {
        let mut changes: BTreeMap<&Barrier, BarrierChange> = BTreeMap::new();
        let records = self.students_of_year().flat_map(|student| self.casebook.barriers.of(student));
        for record in records {
            let between = before < record.learnt_on && record.learnt_on <= after;
            let (stood, stands) = (record.stands_on(before), record.stands_on(after));
            if !between && !stood && !stands {
                continue;
            }
            let barrier = &record.barrier;
            let new =
                || BarrierChange { barrier: barrier.clone(), before: 0, raised: 0, resolved: 0, after: 0 };
            let change = changes.entry(barrier).or_insert_with(new);
            change.before += u64::from(stood);
            change.raised += u64::from(between);
            change.resolved += u64::from((stood || between) && !stands);
            change.after += u64::from(stands);
        }
        changes.into_values().collect()
    }
}
