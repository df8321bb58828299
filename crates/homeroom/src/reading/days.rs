//! Windows: which days a measure looks at, of a register as of a date.

use crate::{
    Register, Row,
    register::{DaySet, keep_first, keep_last},
};
use chrono::{Days, NaiveDate};

/// The days a measure looks at, counted back from a date. School days are those of the student's own
/// membership; calendar days are dates, weekends and holidays included.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
#[non_exhaustive]
pub enum Window {
    /// From the beginning of the school year.
    YearToDate,
    /// The last so many days of the student's membership.
    SchoolDays(u32),
    /// The last so many dates, the date asked for included.
    CalendarDays(u32),
    /// The first so many days of the student's membership.
    FirstSchoolDays(u32),
    /// From a date on.
    Since(NaiveDate),
}

impl Window {
    /// The days of the axis that the window can hold as of a date.
    pub fn days(self, register: &Register, as_of: NaiveDate) -> DaySet {
        let axis = register.school_days();
        match self {
            Self::CalendarDays(days) => {
                let first = as_of.checked_sub_days(Days::new(u64::from(days.saturating_sub(1))));
                if days == 0 {
                    DaySet::empty(axis.len())
                } else {
                    axis.between(first.unwrap_or(NaiveDate::MIN), as_of)
                }
            }
            Self::Since(first) => axis.between(first, as_of),
            Self::YearToDate | Self::SchoolDays(_) | Self::FirstSchoolDays(_) => axis.through(as_of),
        }
    }

    /// Narrows `days` to those of a student's row that the window holds.
    pub(crate) fn narrow(self, row: &Row<'_>, days: &DaySet, narrowed: &mut Vec<u64>) {
        narrowed.clear();
        narrowed.extend(row.membership().iter().zip(days.words()).map(|(member, day)| member & day));
        match self {
            Self::SchoolDays(n) => keep_last(narrowed, n),
            Self::FirstSchoolDays(n) => keep_first(narrowed, n),
            _ => {}
        }
    }
}
