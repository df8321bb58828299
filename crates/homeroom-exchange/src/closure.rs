//! Which of two entries about one date of one calendar counts: the same rule for every reader.

use homeroom::{CalendarDay, CalendarEvent};
use std::cmp::Reverse;

/// Of two entries the one that ranks higher counts, in whatever order they stand: one without instruction
/// before one with it, as a closure is later news than a plan, and then the more particular one.
pub fn calendar_day_rank(day: &CalendarDay) -> impl Ord + use<'_> {
    (rank_event(day.event), day.closed_grades.len(), Reverse(day.minutes), &day.closed_grades)
}

/// [`calendar_day_rank`], where an entry says no more than what happens.
pub(crate) fn rank_event(event: CalendarEvent) -> impl Ord {
    (!event.is_instructional(), event)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_closure_counts_before_any_plan() {
        let all = [
            CalendarEvent::InstructionalDay,
            CalendarEvent::MakeUpDay,
            CalendarEvent::EarlyRelease,
            CalendarEvent::NonInstructionalDay,
            CalendarEvent::WeatherDay,
            CalendarEvent::Other,
        ];
        for closed in all.into_iter().filter(|event| !event.is_instructional()) {
            for open in all.into_iter().filter(|event| event.is_instructional()) {
                assert!(rank_event(closed) > rank_event(open), "{closed} {open}");
            }
        }
    }
}
