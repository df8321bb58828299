//! A slow reference of every kind of rule: each date of each school is tried in turn, on plain lists of days.

use super::{
    book::Book,
    measures::signs,
    rational::Q,
    reference::{Stand, View, home, scoped_status},
    world::World,
};
use chrono::{Datelike, NaiveDate};
use homeroom::{Policy, Status, Within, mentoring::Trigger};
use std::collections::BTreeSet;

pub struct Slow<'a> {
    pub world: &'a World,
    pub book: &'a Book,
    pub policy: &'a Policy,
    pub student: &'a str,
    pub prior: Option<(Stand, &'a Policy)>,
}

impl Slow<'_> {
    /// The first date on which a trigger holds.
    pub fn first_met(&self, trigger: Trigger, as_of: NaiveDate) -> Option<NaiveDate> {
        let dates: BTreeSet<_> = self.world.schools.iter().flat_map(|school| school.days.keys()).collect();
        let rows = &self.book.rows[self.student];
        let mut view = View::of_student(self.world, self.policy, rows, as_of);
        let first = *view.days.keys().next()?;
        dates.into_iter().copied().filter(|date| first <= *date && *date <= as_of).find(|date| {
            let answers = home(rows, *date);
            (view.home, view.grade) = (answers.school.clone(), answers.grade);
            self.holds(&view, trigger, *date)
        })
    }

    fn holds(&self, view: &View<'_>, trigger: Trigger, date: NaiveDate) -> bool {
        match trigger {
            Trigger::Absences(count) => counted(view, false, count.within, date).0 >= Q::int(count.at_least),
            Trigger::Unexcused(count) => counted(view, true, count.within, date).0 >= Q::int(count.at_least),
            Trigger::AbsenceRate(rate) => {
                let past: Vec<_> = view.days.keys().copied().filter(|day| *day <= date).collect();
                let member = past.iter().filter(|day| !view.on(**day).membership.is_zero()).count();
                let reached = self.rate(view, &past).is_some_and(|found| found >= Q::from(rate.at_least));
                reached && member >= rate.min_membership_days as usize
            }
            Trigger::Streak(streak) => view.streaks(date, streak.rule).0 >= streak.at_least,
            Trigger::EarlyWarning(trigger) => self.tier(view, date) >= trigger.tier,
            Trigger::Chronic => {
                scoped_status(self.world, self.book, self.student, self.policy, date) == Status::Chronic
            }
            Trigger::NoImprovement(trigger) => {
                let length = usize::from(trigger.school_days);
                let Some((before, last)) = stretches(view, length, date) else { return false };
                let in_tier = |day: &NaiveDate| {
                    let rows = &self.book.rows[self.student];
                    let view = View::of_student(self.world, self.policy, rows, *day);
                    self.tier(&view, *day) >= trigger.tier
                };
                let rates = self.rate(view, &before).zip(self.rate(view, &last));
                rates.is_some_and(|(before, last)| !last.is_zero() && last >= before)
                    && last.iter().all(in_tier)
            }
            _ => unreachable!("a trigger that is not tested"),
        }
    }

    /// The tier that the signs name, 0 where there is none.
    pub fn tier(&self, view: &View<'_>, date: NaiveDate) -> u8 {
        let found = signs(view, date, self.prior.clone());
        let severe = found.severe_now.is_some() || found.prior.is_some_and(|(sign, _)| sign == "severe");
        let any = found.first_month.is_some() || found.two_a_month.is_some() || found.prior.is_some();
        if severe { 3 } else { u8::from(any) * 2 }
    }

    pub fn rate(&self, view: &View<'_>, days: &[NaiveDate]) -> Option<Q> {
        let total = view.total(|day| days.contains(&day));
        let whole = total.whole(self.policy);
        (!whole.is_zero()).then(|| total.absent / whole)
    }
}

/// The days that count in the window that ends on a date: how many they are, and which.
pub fn counted(view: &View<'_>, unexcused: bool, within: Within, date: NaiveDate) -> (Q, Vec<NaiveDate>) {
    let in_window = |day: NaiveDate| match within {
        Within::Year => true,
        Within::Month => (day.year(), day.month()) == (date.year(), date.month()),
        Within::CalendarDays(days) => (date - day).num_days() < i64::from(days),
        _ => unreachable!("a window that is not tested"),
    };
    let days = view.days.keys().copied().filter(|day| *day <= date && in_window(*day));
    let amounts = days.map(|day| {
        let amounts = view.on(day);
        (day, if unexcused { amounts.unexcused } else { amounts.absent })
    });
    let counting: Vec<_> = amounts.filter(|(_, amount)| !amount.is_zero()).collect();
    let sum = counting.iter().map(|(_, amount)| *amount).sum();
    (sum, counting.into_iter().map(|(day, _)| day).collect())
}

/// The last so many days in membership and as many before; `None` where there are not so many.
pub fn stretches(
    view: &View<'_>,
    length: usize,
    date: NaiveDate,
) -> Option<(Vec<NaiveDate>, Vec<NaiveDate>)> {
    let past: Vec<_> = view.days.keys().copied().filter(|day| *day <= date).collect();
    let begin = past.len().checked_sub(2 * length)?;
    let (before, last) = past[begin..].split_at(length);
    Some((before.to_vec(), last.to_vec()))
}
