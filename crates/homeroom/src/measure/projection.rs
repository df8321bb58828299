//! Projection: where a student's absence may stand when the year ends, and how sure that is.

use super::standing::AsOf;
use crate::{
    Reading, Unit,
    register::{bit_iter, count},
};
use chrono::NaiveDate;

/// A projection of days absent to the end of the year.
///
/// Method `constant_rate_clustered_normal_95`: the days to come are missed at the rate so far (after Agresti
/// and Coull, two absences and two attendances added), and vary as a normal with the variance of a binomial
/// prediction, widened by how much the absences so far came in runs. It knows nothing of illness waves,
/// weekdays or of what the school will do: the interval is what the student's own record alone can say.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Projection {
    /// Days in membership still to come.
    pub days_to_come: u32,
    /// Days absent so far.
    pub absent_days: f64,
    /// Days absent at the end of the year, as projected.
    pub projected: f64,
    /// The lower end of the 95 % interval.
    pub low: f64,
    /// The upper end of the 95 % interval.
    pub high: f64,
}

impl Projection {
    /// The method's name.
    pub const METHOD: &'static str = "constant_rate_clustered_normal_95";
}

impl Reading<'_> {
    /// Projects a student's days absent to the end of the year; `None` before the first recorded day, and
    /// under a policy that counts hours.
    pub fn projection(&self, student: usize, as_of: NaiveDate) -> Option<Projection> {
        if self.policy().unit == Unit::Hour {
            return None;
        }
        let day = AsOf::new(self, as_of);
        self.with_student(student, &mut Vec::new(), |row, lengths| {
            let tally = self.tally(row, lengths, day.days.words());
            let units = self.units_in_day() as f64;
            let past = tally.recorded as f64 / units;
            if tally.recorded == 0 {
                return None;
            }
            let absent = tally.absent as f64 / units;
            let to_come: Vec<_> =
                row.membership().iter().zip(day.days.words()).map(|(member, past)| member & !past).collect();
            let days_to_come = count(&to_come);
            let future = f64::from(days_to_come);
            let rate = (absent + 2.0) / (past + 4.0);
            // Days in a row: if absences came in runs, days are less than independent.
            let (days, spells) = self.spells(row, day.days.words());
            let run_length = if spells == 0 { 1.0 } else { f64::from(days) / f64::from(spells) };
            let widened = (2.0 * run_length * (1.0 - rate) - 1.0).max(1.0);
            let variance = future * rate * (1.0 - rate) * (1.0 + future / (past + 4.0)) * widened;
            let (middle, spread) = (future * rate, 1.96 * variance.sqrt());
            Some(Projection {
                days_to_come,
                absent_days: absent,
                projected: absent + middle,
                low: absent + (middle - spread).max(0.0),
                high: absent + (middle + spread).min(future),
            })
        })
    }

    // Days with an absence, and the runs they make in the row's own school days.
    fn spells(&self, row: &crate::Row<'_>, days: &[u64]) -> (u32, u32) {
        let (mut absences, mut runs, mut before) = (0, 0, false);
        for w in 0..row.words() {
            let known = row.recorded()[w] & days[w] & !self.unknown_days(row, w);
            let absent = self.absent_days(row, w) & known;
            for bit in bit_iter(&[known]) {
                let away = absent >> bit & 1 == 1;
                absences += u32::from(away);
                runs += u32::from(away && !before);
                before = away;
            }
        }
        (absences, runs)
    }
}
