//! A school year of the whole network: its school days, who is in session, and how ill everybody is.

use crate::{
    calendar::{district_dates, school_calendar},
    network::{DISTRICTS, GRADES, SCHOOLS},
    random::{Purpose, Stream},
};
use chrono::{Datelike, NaiveDate};
use homeroom::{Calendar, SchoolYear};
use std::collections::BTreeSet;

const WEEKDAY: [f64; 5] = [1.15, 0.95, 0.9, 0.92, 1.3];
const DECEMBER: f64 = 1.25;

/// One school's year over the school days of the network.
#[derive(Debug, Clone)]
pub(crate) struct Session {
    pub(crate) calendar: Calendar,
    // For each school day of the network, a bit for each grade in session.
    open: Vec<u16>,
    /// The days for which the school sent no attendance.
    pub(crate) silent: Vec<bool>,
}

impl Session {
    pub(crate) fn is_open(&self, day: usize, grade: usize) -> bool {
        self.open[day] >> grade & 1 == 1
    }

    /// The days on which a grade is taught.
    pub(crate) fn days(&self, grade: usize) -> Vec<usize> {
        (0..self.open.len()).filter(|day| self.is_open(*day, grade)).collect()
    }

    /// The first and the last day of the school's year.
    pub(crate) fn span(&self) -> (usize, usize) {
        let taught = |day: &usize| self.open[*day] != 0;
        let last = (0..self.open.len()).rev().find(taught);
        ((0..self.open.len()).find(taught).unwrap_or_default(), last.unwrap_or_default())
    }
}

/// The network's year.
#[derive(Debug, Clone)]
pub(crate) struct YearPlan {
    pub(crate) year: SchoolYear,
    /// Every date on which any school teaches.
    pub(crate) dates: Vec<NaiveDate>,
    /// For each school.
    pub(crate) sessions: Vec<Session>,
    /// For each district and day, how the hazard of absence compares with an ordinary day's.
    pub(crate) season: Vec<Vec<f64>>,
}

impl YearPlan {
    pub(crate) fn new(seed: u64, year: SchoolYear, number: usize) -> Self {
        let purpose = |district| Purpose::District { district, year: number };
        let mut streams: Vec<_> = (0..DISTRICTS.len()).map(|d| Stream::new(seed, purpose(d))).collect();
        let districts: Vec<_> =
            streams.iter_mut().enumerate().map(|(d, stream)| district_dates(year, d, stream)).collect();
        let calendars: Vec<_> = SCHOOLS
            .iter()
            .enumerate()
            .map(|(s, school)| school_calendar(year, s, &districts[school.district]))
            .collect();
        let dates: BTreeSet<NaiveDate> = calendars
            .iter()
            .flat_map(|calendar| calendar.days().filter(|(_, day)| day.event.is_instructional()))
            .map(|(date, _)| date)
            .collect();
        let dates: Vec<_> = dates.into_iter().collect();
        let season: Vec<_> = streams
            .iter_mut()
            .zip(&DISTRICTS)
            .map(|(stream, plan)| season(&dates, plan.level, stream))
            .collect();
        let sessions = calendars
            .into_iter()
            .zip(&SCHOOLS)
            .map(|(calendar, school)| session(&dates, calendar, &mut streams[school.district]))
            .collect();
        Self { year, dates, sessions, season }
    }
}

fn session(dates: &[NaiveDate], calendar: Calendar, stream: &mut Stream) -> Session {
    let grades_on = |date: &NaiveDate| {
        let open = |grade: &usize| calendar.is_instructional(*date, Some(GRADES[*grade]));
        (0..GRADES.len()).filter(open).fold(0u16, |bits, grade| bits | 1 << grade)
    };
    let open: Vec<u16> = dates.iter().map(grades_on).collect();
    let taught: Vec<usize> = (0..open.len()).filter(|day| open[*day] != 0).collect();
    let mut silent = vec![false; dates.len()];
    for _ in 0..stream.below(2) {
        silent[taught[stream.below(taught.len())]] = true;
    }
    Session { calendar, open, silent }
}

// Three waves of illness between October and March, of 6 to 15 school days each.
fn season(dates: &[NaiveDate], level: f64, stream: &mut Stream) -> Vec<f64> {
    let mut season: Vec<f64> = dates
        .iter()
        .map(|date| {
            let weekday = WEEKDAY[date.weekday().num_days_from_monday() as usize % WEEKDAY.len()];
            level * weekday * if date.month() == 12 { DECEMBER } else { 1.0 }
        })
        .collect();
    let cold: Vec<usize> =
        (0..dates.len()).filter(|day| matches!(dates[*day].month(), 10..=12 | 1..=3)).collect();
    for _ in 0..3 {
        let (from, days) = (cold[stream.below(cold.len())], 6 + stream.below(10));
        let height = 1.4 + 0.8 * stream.uniform();
        for factor in season.iter_mut().skip(from).take(days) {
            *factor *= height;
        }
    }
    season
}
