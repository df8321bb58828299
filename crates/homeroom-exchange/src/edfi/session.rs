//! Sessions: the terms of a school, and which of them make up its year of instruction.

use super::{
    descriptor,
    kind::Field,
    record::{Fault, Record},
    value::{date_of, number_of},
};
use chrono::{Datelike, Days, NaiveDate, Weekday};
use homeroom::{FindingCode, Term};
use std::collections::BTreeSet;

/// The most instructional days that a session can declare.
const MOST_DAYS: u32 = 366;

/// A session of a school (Ed-Fi `Session`).
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub(super) struct Session {
    pub(super) begin: NaiveDate,
    pub(super) end: NaiveDate,
    pub(super) name: String,
    /// `TotalInstructionalDays`.
    pub(super) declared: Option<u32>,
    summer: bool,
}

/// A session that makes up the year, with the weekdays that are its own.
#[derive(Debug)]
pub(super) struct Span<'s> {
    pub(super) session: &'s Session,
    pub(super) weekdays: BTreeSet<NaiveDate>,
}

impl Session {
    /// A record's session.
    pub(super) fn read(record: &Record) -> Result<Self, Fault> {
        let (begin, end) = (date_of(record, Field::Begin)?, date_of(record, Field::End)?);
        if end < begin {
            let fault = Fault::of(FindingCode::InvalidDate, Field::End);
            return Err(fault.detail("a session ends before it begins"));
        }
        let declared = number_of(record, Field::TotalDays)?;
        if declared.is_some_and(|days| days > MOST_DAYS) {
            let fault = Fault::of(FindingCode::InvalidNumber, Field::TotalDays);
            return Err(fault.detail("more instructional days than a year has"));
        }
        Ok(Self {
            begin,
            end,
            name: record.need(Field::SessionName)?.to_owned(),
            declared,
            summer: record.get(Field::Term).is_some_and(descriptor::is_summer),
        })
    }

    /// The session as a term of a calendar.
    pub(super) fn term(&self) -> Term {
        Term { name: self.name.clone(), begin: self.begin, end: self.end }
    }

    fn weekdays(&self) -> BTreeSet<NaiveDate> {
        // A session of more than two years is a slip of the pen; no register holds its days.
        let days = self.begin.iter_days().take_while(|date| *date <= self.end);
        let last = self.begin.checked_add_days(Days::new(731)).unwrap_or(self.end);
        days.take_while(|date| *date <= last)
            .filter(|date| !matches!(date.weekday(), Weekday::Sat | Weekday::Sun))
            .collect()
    }
}

/// The sessions that make up a year, longest first. A session more than half of whose weekdays lie within
/// longer ones is a part of them (the quarters of a semester), and summer school is not of the year.
pub(super) fn spans<'s>(sessions: impl Iterator<Item = &'s Session>) -> Vec<Span<'s>> {
    let mut regular: Vec<_> = sessions.filter(|session| !session.summer).collect();
    regular.sort_by_key(|session| (session.begin - session.end, *session));
    let mut taken = BTreeSet::new();
    let mut spans = Vec::new();
    for session in regular {
        let all = session.weekdays();
        let own: BTreeSet<_> = all.difference(&taken).copied().collect();
        if own.len() * 2 >= all.len() && !own.is_empty() {
            taken.extend(&own);
            spans.push(Span { session, weekdays: own });
        }
    }
    spans
}

#[cfg(test)]
mod tests {
    use super::*;

    fn session(name: &str, begin: &str, end: &str) -> Session {
        let (begin, end) = (begin.parse().unwrap(), end.parse().unwrap());
        Session { begin, end, name: name.to_owned(), declared: None, summer: false }
    }

    #[test]
    fn quarters_are_parts_of_their_semester() {
        let sessions = [
            session("Q1", "2021-08-23", "2021-10-15"),
            session("Fall", "2021-08-23", "2021-12-17"),
            session("Q2", "2021-10-18", "2021-12-17"),
            session("Spring", "2022-01-04", "2022-05-27"),
        ];
        let spans = spans(sessions.iter());
        let names: Vec<_> = spans.iter().map(|span| span.session.name.as_str()).collect();
        assert_eq!(names, ["Spring", "Fall"]);
        assert_eq!(spans[0].weekdays.len(), 104);
        assert_eq!(spans[1].weekdays.len(), 85);
    }

    #[test]
    fn a_day_of_two_sessions_counts_once_and_summer_not_at_all() {
        let mut summer = session("Summer", "2022-06-01", "2022-06-30");
        summer.summer = true;
        let sessions =
            [session("A", "2022-01-03", "2022-01-14"), session("B", "2022-01-14", "2022-01-21"), summer];
        let spans = spans(sessions.iter());
        assert_eq!(spans.iter().map(|span| span.weekdays.len()).collect::<Vec<_>>(), [10, 5]);
    }
}
