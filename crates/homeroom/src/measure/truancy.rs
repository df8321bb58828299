//! Truancy: when a student first met each of a policy's rules.

use crate::{Policy, Reading, Row, TruancyCounts, TruancyRule, Unit, Within, reading::Lengths};
use chrono::{Datelike, Days, NaiveDate};

/// A truancy rule that a student met, and when first.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Truancy<'a> {
    /// The rule.
    pub rule: &'a TruancyRule,
    /// The first date on which it was met.
    pub met_on: NaiveDate,
}

/// When a count of absences was first reached, and by which.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct FirstMet {
    pub(crate) on: NaiveDate,
    // In the reading's units of a day (of a minute, where the rule counts hours).
    pub(crate) units: u64,
    pub(crate) days: Vec<NaiveDate>,
}

impl<'a> Reading<'a> {
    /// The truancy rules of the policy that a student has met by a date, in the policy's order.
    ///
    /// Days are weighed by the policy's day rule; hours by the minutes of the calendar's days.
    pub fn truancy(&self, student: usize, as_of: NaiveDate) -> Vec<Truancy<'a>> {
        let policy: &'a Policy = self.policy();
        let met = |row: &Row<'_>, lengths: &Lengths| {
            let rules = policy.truancy.iter();
            rules
                .filter_map(|rule| {
                    self.first_met(row, lengths, rule, as_of).map(|met| Truancy { rule, met_on: met.on })
                })
                .collect()
        };
        self.with_student(student, &mut Vec::new(), met)
    }

    /// When a row first met a rule, up to a date, and the days that counted.
    pub(crate) fn first_met(
        &self,
        row: &Row<'_>,
        lengths: &Lengths,
        rule: &TruancyRule,
        as_of: NaiveDate,
    ) -> Option<FirstMet> {
        let register = self.register();
        let has = |days: &[u64], day: usize| days[day / 64] >> (day % 64) & 1 == 1;
        let minutes = |day| match rule.unit {
            Unit::Hour => lengths.iter().find(|(_, days)| has(days, day)).map_or(0, |(minutes, _)| *minutes),
            _ => 1,
        };
        let units = match rule.unit {
            Unit::Day => 1,
            Unit::Session => return None,
            Unit::Hour => 60,
        };
        let needed = u64::from(rule.at_least) * units * self.units_in_day();
        // The days that count, each with its units, from the beginning of the stretch the rule looks at.
        let mut counted: std::collections::VecDeque<(NaiveDate, u64)> = std::collections::VecDeque::new();
        let mut sum = 0;
        for (day, date) in register.school_days().dates().iter().copied().enumerate() {
            if date > as_of || !row.is_member(day) {
                continue;
            }
            let (absent, unexcused, known) =
                if row.is_recorded(day) { self.absent_units(row.mark(day)) } else { (0, 0, 0) };
            let counts = u64::from(if rule.counts == TruancyCounts::All { absent } else { unexcused });
            let starts_over = match rule.within {
                Within::Year => false,
                Within::Month => counted
                    .back()
                    .is_some_and(|(last, _)| (last.year(), last.month()) != (date.year(), date.month())),
                Within::Consecutive => counts == 0 && known > 0,
                Within::CalendarDays(days) => {
                    let first = date.checked_sub_days(Days::new(u64::from(days.max(1)) - 1));
                    while let Some((_, gone)) = counted.front().filter(|(day, _)| Some(*day) < first) {
                        sum -= gone;
                        counted.pop_front();
                    }
                    false
                }
            };
            if starts_over {
                counted.clear();
                sum = 0;
            }
            if counts > 0 {
                let counts = counts * minutes(day);
                counted.push_back((date, counts));
                sum += counts;
                if sum >= needed {
                    let days = counted.into_iter().map(|(day, _)| day).collect();
                    return Some(FirstMet { on: date, units: sum, days });
                }
            }
        }
        None
    }
}
