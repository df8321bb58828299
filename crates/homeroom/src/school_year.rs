//! School years and the months and weeks in them.

use chrono::{Datelike, NaiveDate};
use std::{fmt, str::FromStr};

/// A school year, named by the calendar year in which it ends (CEDS School Year): `2022` is 2021-22.
///
/// It runs from 1 July to 30 June, the fiscal year of most US states, and a register holds only dates of its
/// school year: a year that runs over 30 June, as Australia's does, is not held in one register yet.
///
/// ```
/// use homeroom::SchoolYear;
/// let year: SchoolYear = "2021-2022".parse()?;
/// assert_eq!(year, SchoolYear::ending(2022)?);
/// assert_eq!(year.to_string(), "2021-22");
/// assert!("2021-2023".parse::<SchoolYear>().is_err());
/// # Ok::<(), homeroom::InvalidSchoolYear>(())
/// ```
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, serde::Serialize, serde::Deserialize)]
#[serde(try_from = "u16", into = "u16")]
pub struct SchoolYear(u16);

/// A text or number is not a school year between 1901 and 2199.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
#[error("not a school year: write `2022`, `2021-22` or `2021-2022`, between 1901 and 2199")]
pub struct InvalidSchoolYear;

impl SchoolYear {
    /// The school year that ends in the given calendar year.
    ///
    /// # Errors
    /// [`InvalidSchoolYear`] outside 1901 to 2199.
    pub fn ending(year: u16) -> Result<Self, InvalidSchoolYear> {
        (1901..=2199).contains(&year).then_some(Self(year)).ok_or(InvalidSchoolYear)
    }

    /// The school year that holds a date.
    ///
    /// # Errors
    /// [`InvalidSchoolYear`] outside 1901 to 2199.
    pub fn of(date: NaiveDate) -> Result<Self, InvalidSchoolYear> {
        let ends = date.year() + i32::from(date.month() >= 7);
        u16::try_from(ends).map_err(|_| InvalidSchoolYear).and_then(Self::ending)
    }

    /// The calendar year in which it ends.
    pub const fn end_year(self) -> u16 {
        self.0
    }

    /// Its first date, 1 July.
    pub fn first_date(self) -> NaiveDate {
        NaiveDate::from_ymd_opt(i32::from(self.0) - 1, 7, 1).unwrap_or(NaiveDate::MIN)
    }

    /// Its last date, 30 June.
    pub fn last_date(self) -> NaiveDate {
        NaiveDate::from_ymd_opt(i32::from(self.0), 6, 30).unwrap_or(NaiveDate::MAX)
    }

    /// Whether it holds a date.
    pub fn contains(self, date: NaiveDate) -> bool {
        self.first_date() <= date && date <= self.last_date()
    }

    /// The school year before.
    ///
    /// # Errors
    /// [`InvalidSchoolYear`] before 1901.
    pub fn previous(self) -> Result<Self, InvalidSchoolYear> {
        Self::ending(self.0 - 1)
    }
}

impl fmt::Display for SchoolYear {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}-{:02}", self.0 - 1, self.0 % 100)
    }
}

impl FromStr for SchoolYear {
    type Err = InvalidSchoolYear;
    fn from_str(text: &str) -> Result<Self, InvalidSchoolYear> {
        let number = |text: &str| text.parse::<u16>().map_err(|_| InvalidSchoolYear);
        let Some((begins, ends)) = text.trim().split_once(['-', '/']) else {
            return Self::ending(number(text.trim())?);
        };
        let (begins, short) = (number(begins)?, number(ends)?);
        let year = Self::ending(begins.checked_add(1).ok_or(InvalidSchoolYear)?)?;
        let spelled = if ends.len() == 2 { year.0 % 100 } else { year.0 };
        (spelled == short).then_some(year).ok_or(InvalidSchoolYear)
    }
}

impl TryFrom<u16> for SchoolYear {
    type Error = InvalidSchoolYear;
    fn try_from(year: u16) -> Result<Self, InvalidSchoolYear> {
        Self::ending(year)
    }
}

impl From<SchoolYear> for u16 {
    fn from(year: SchoolYear) -> u16 {
        year.0
    }
}
