//! Series: the same tally week by week, month by month, or by day of the week.

use crate::{DaySet, Reading, Row, Tally, TooFine, reading::Lengths, terms::terms};
use chrono::{Datelike, NaiveDate};
use std::collections::BTreeMap;

terms! {
    /// The stretches of time a series is made of.
    pub enum Period {
        Day = "day" #[doc = "Each school day."],
        Week = "week" #[doc = "Weeks from Monday, labelled by their Monday."],
        Month = "month" #[doc = "Calendar months, labelled by their first."],
        Weekday = "weekday" #[doc = "Days of the week over the whole window, labelled 1 (Monday) to 7."],
    }
}

/// One point of a series.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct SeriesPoint {
    /// The stretch: an ISO date, or the number of a weekday.
    pub label: String,
    /// The first of its school days.
    pub first: NaiveDate,
    /// The last of its school days.
    pub last: NaiveDate,
    /// The days in it.
    pub tally: Tally,
}

/// A series of points in order of time.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Series {
    /// What the points are.
    pub period: Period,
    /// The points; stretches without a school day are left out.
    pub points: Vec<SeriesPoint>,
}

impl Reading<'_> {
    /// A series of some students, each over all schools, up to a date. The points add up to their tallies.
    ///
    /// # Errors
    /// [`TooFine`] where parts of days have no common part.
    pub fn series(
        &self,
        students: impl IntoIterator<Item = usize>,
        as_of: NaiveDate,
        period: Period,
    ) -> Result<Series, TooFine> {
        let mut sums = Sums::new(self, as_of, period);
        let mut scratch = Vec::new();
        for student in students {
            self.with_student(student, &mut scratch, |row, lengths| sums.add(self, row, lengths))?;
        }
        Ok(sums.series())
    }

    /// A series of the days a school answers for, up to a date. The points add up to its tally.
    ///
    /// # Errors
    /// [`TooFine`] where parts of days have no common part.
    pub fn series_of_school(
        &self,
        school: usize,
        as_of: NaiveDate,
        period: Period,
    ) -> Result<Series, TooFine> {
        let mut sums = Sums::new(self, as_of, period);
        for row in 0..self.register().row_count() {
            let key = self.register().key(row);
            if key.school as usize == school {
                sums.add(self, &self.register().row(row), self.lengths_at(key.school))?;
            }
        }
        Ok(sums.series())
    }

    // Each stretch up to a date, with its days.
    fn stretches(&self, as_of: NaiveDate, period: Period) -> Vec<(String, DaySet)> {
        let axis = self.register().school_days();
        let mut stretches: BTreeMap<String, DaySet> = BTreeMap::new();
        for (i, date) in axis.dates().iter().enumerate().take_while(|(_, date)| **date <= as_of) {
            let label = match period {
                Period::Day => date.to_string(),
                Period::Week => date.week(chrono::Weekday::Mon).first_day().to_string(),
                Period::Month => date.with_day(1).unwrap_or(*date).to_string(),
                Period::Weekday => date.weekday().number_from_monday().to_string(),
            };
            stretches.entry(label).or_insert_with(|| DaySet::empty(axis.len())).insert(i);
        }
        stretches.into_iter().collect()
    }
}

/// The stretches of a series and what has been counted in them.
struct Sums<'a> {
    period: Period,
    dates: &'a [NaiveDate],
    stretches: Vec<(String, DaySet)>,
    tallies: Vec<Tally>,
}

impl<'a> Sums<'a> {
    fn new(reading: &Reading<'a>, as_of: NaiveDate, period: Period) -> Self {
        let stretches = reading.stretches(as_of, period);
        let tallies = vec![Tally::default(); stretches.len()];
        Self { period, dates: reading.register().school_days().dates(), stretches, tallies }
    }

    fn add(&mut self, reading: &Reading<'_>, row: &Row<'_>, lengths: &Lengths) -> Result<(), TooFine> {
        let mut sums = self.stretches.iter().zip(&mut self.tallies);
        sums.try_for_each(|((_, days), sum)| sum.merge(&reading.tally(row, lengths, days.words())))
    }

    fn series(self) -> Series {
        let point = |((label, days), tally): ((String, DaySet), Tally)| {
            let mut span = days.iter();
            let first = span.next()?;
            let last = span.last().unwrap_or(first);
            Some(SeriesPoint { label, first: self.dates[first], last: self.dates[last], tally })
        };
        let points = self.stretches.into_iter().zip(self.tallies).filter_map(point).collect();
        Series { period: self.period, points }
    }
}
