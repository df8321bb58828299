//! The absence budget: how many absences are left before the line, or how much attendance leads back.

use super::standing::AsOf;
use crate::{Reading, Unit, register::count};
use chrono::NaiveDate;

/// What it takes to be short of the line again.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Recovery {
    /// Nothing: the student is short of the line.
    NotNeeded,
    /// So many days of full attendance from the next school day on.
    FullAttendance(u32),
    /// Not within the days of membership that this year still has.
    NotThisYear,
}

/// A student's budget of absences as of a date, under the policy's line, eligibility aside.
///
/// Days to come are the days of the calendar on which the student is still enrolled; they count as recorded.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct AbsenceBudget {
    /// Days in membership still to come.
    pub days_to_come: u32,
    /// How many whole days can still be missed without being at the line when the year ends; 0 where the line
    /// will be reached even with full attendance.
    pub absences_left: u32,
    /// What leads back under the line.
    pub recovery: Recovery,
}

impl Reading<'_> {
    /// A student's absence budget over all schools; `None` under a policy that counts hours, where days to
    /// come have different lengths.
    pub fn absence_budget(&self, student: usize, as_of: NaiveDate) -> Option<AbsenceBudget> {
        let policy = self.policy();
        if policy.unit == Unit::Hour {
            return None;
        }
        let day = AsOf::new(self, as_of);
        let units = self.units_in_day();
        self.with_student(student, &mut Vec::new(), |row, lengths| {
            let tally = self.tally(row, lengths, day.days.words());
            let to_come: Vec<_> =
                row.membership().iter().zip(day.days.words()).map(|(member, past)| member & !past).collect();
            let days_to_come = count(&to_come);
            let whole = tally.whole(policy.unrecorded);
            let at_line = |missed: u32, attended: u32| {
                let absent = tally.absent + u64::from(missed) * units;
                let whole = whole + u64::from(missed + attended) * units;
                policy.chronic.is_met(absent, whole, u64::from(tally.per))
            };
            let short = |missed: &u32| !at_line(*missed, days_to_come - missed);
            let absences_left = (0..=days_to_come).take_while(short).last().unwrap_or(0);
            let recovery = if at_line(0, 0) {
                (1..=days_to_come)
                    .find(|attended| !at_line(0, *attended))
                    .map_or(Recovery::NotThisYear, Recovery::FullAttendance)
            } else {
                Recovery::NotNeeded
            };
            Some(AbsenceBudget { days_to_come, absences_left, recovery })
        })
    }
}
