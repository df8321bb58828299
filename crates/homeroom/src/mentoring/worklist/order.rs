//! The order of a worklist.

use super::{WorkReason, WorklistItem};
use std::cmp::{Ordering, Reverse};

/// The most pressing first. Items come in the order of identifiers, so the index settles what is left.
pub(super) fn by_need(a: &WorklistItem, b: &WorklistItem) -> Ordering {
    key(a).cmp(&key(b))
}

fn key(item: &WorklistItem) -> impl Ord + use<> {
    let first = item.reasons.first();
    let kind = first.map(WorkReason::kind);
    (kind.is_none(), kind, Reverse(first.map(weight)), Reverse(item.reasons.len()), item.student)
}

// Among students with the same reason, the greater comes first.
pub(super) fn weight(reason: &WorkReason) -> i64 {
    match reason {
        WorkReason::Returned { days } => i64::from(*days),
        WorkReason::AbsentToday { days_in_a_row, .. }
        | WorkReason::AbsentLastSchoolDay { days_in_a_row, .. } => i64::from(*days_in_a_row),
        WorkReason::NotMetYet { school_days } => i64::from(*school_days),
        WorkReason::FollowUpDue { follow_ups, .. } => i64::from(*follow_ups),
        WorkReason::Overdue { by, .. } => i64::from(*by),
        WorkReason::BudgetNearlySpent { absences_left } => -i64::from(*absences_left),
        WorkReason::Due { since } => i64::from(*since),
        WorkReason::Celebrate(_) | WorkReason::NotEnrolled => 0,
    }
}
