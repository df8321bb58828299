//! Inferring the days of a session that lists none: which weekdays were school days.

use chrono::NaiveDate;
use std::{cmp::Reverse, collections::BTreeSet};

/// The days of a session on which there was school, from the days that may have been (`candidates`), those on
/// which something was recorded (`evidence`) and the number that the session declares.
///
/// Where there are more candidates than declared, days without any record go: the longest run of them first
/// (a break is a run of days without a record), of two equally long runs the earlier, from a run's start,
/// until the declared number remains. A day with a record never goes.
pub(super) fn infer(
    candidates: &BTreeSet<NaiveDate>,
    evidence: &BTreeSet<NaiveDate>,
    declared: Option<u32>,
) -> BTreeSet<NaiveDate> {
    let mut kept = candidates.clone();
    let Some(declared) = declared else { return kept };
    let days: Vec<_> = candidates.iter().copied().collect();
    let mut runs: Vec<_> = days
        .chunk_by(|a, b| evidence.contains(a) == evidence.contains(b))
        .filter(|run| !evidence.contains(&run[0]))
        .collect();
    runs.sort_by_key(|run| (Reverse(run.len()), run[0]));
    let excess = candidates.len().saturating_sub(declared as usize);
    for day in runs.into_iter().flatten().take(excess) {
        kept.remove(day);
    }
    kept
}

#[cfg(test)]
mod tests {
    use super::*;

    fn days(numbers: &[u32]) -> BTreeSet<NaiveDate> {
        numbers.iter().map(|day| NaiveDate::from_ymd_opt(2022, 3, *day).unwrap()).collect()
    }

    #[test]
    fn the_longest_break_goes_first_and_then_the_earlier_days() {
        // Two weeks; nothing on the 2nd, on the 4th and 7th (one run over the week-end), and on the 10th.
        let candidates = days(&[1, 2, 3, 4, 7, 8, 9, 10, 11]);
        let evidence = days(&[1, 3, 8, 9, 11]);
        assert_eq!(infer(&candidates, &evidence, Some(8)), days(&[1, 2, 3, 7, 8, 9, 10, 11]));
        assert_eq!(infer(&candidates, &evidence, Some(7)), days(&[1, 2, 3, 8, 9, 10, 11]));
        assert_eq!(infer(&candidates, &evidence, Some(6)), days(&[1, 3, 8, 9, 10, 11]));
    }

    #[test]
    fn a_day_with_a_record_never_goes_and_no_day_is_made_up() {
        let (candidates, evidence) = (days(&[1, 2, 3]), days(&[1, 2, 5]));
        assert_eq!(infer(&candidates, &evidence, Some(1)), days(&[1, 2]));
        assert_eq!(infer(&candidates, &evidence, Some(9)), candidates);
        assert_eq!(infer(&candidates, &evidence, None), candidates);
    }
}
