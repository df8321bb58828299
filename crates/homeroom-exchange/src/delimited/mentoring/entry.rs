//! One record of a program: its fields as terms, identifiers, dates and confidential texts, each read in one way.

use super::super::{
    dates::DateReader,
    field::Field,
    row::{Fault, Row},
};
use chrono::{NaiveDate, NaiveTime};
use homeroom::{
    FindingCode, InvalidId, Place, SchoolYear,
    mentoring::{Barrier, Confidential, ContactMinutes, MAX_CONTACT_MINUTES, Note, Visibility},
};
use std::{fmt::Display, str::FromStr};

/// A record being read.
pub(in super::super) struct Entry<'e, 'r> {
    pub(super) row: &'e Row<'r>,
    dates: &'e mut DateReader,
    place: Place,
    /// What is noted about the record, should it be gathered.
    pub(super) notes: Vec<Fault>,
}

impl<'e, 'r> Entry<'e, 'r> {
    pub(super) fn new(row: &'e Row<'r>, dates: &'e mut DateReader, place: Place) -> Self {
        Self { row, dates, place, notes: Vec::new() }
    }

    /// Where the record stands.
    pub(super) fn place(&self) -> Place {
        self.place.clone()
    }

    /// Notes that the record counts without a value.
    pub(super) fn leave_out(&mut self, field: Field, why: impl Into<String>) {
        self.notes.push(Fault::new(FindingCode::ValueLeftOut, field).detail(why));
    }

    /// A value that says more, by its reader; one that it does not read is left out.
    pub(super) fn further<T>(
        &mut self,
        field: Field,
        what: &str,
        read: impl FnOnce(&str) -> Option<T>,
    ) -> Result<Option<T>, Fault> {
        let Some(text) = self.row.text(field)? else { return Ok(None) };
        let value = read(text);
        if value.is_none() {
            self.leave_out(field, format!("not {what}"));
        }
        Ok(value)
    }

    /// An identifier, or `None` where it is missing.
    pub(super) fn id_if<T: FromStr<Err = InvalidId>>(&self, field: Field) -> Result<Option<T>, Fault> {
        Ok(if self.row.text(field)?.is_some() { Some(self.row.id(field)?) } else { None })
    }

    /// The identifier of what the record is about, which must be known; `unknown` says that it is not.
    pub(super) fn about<T: FromStr<Err = InvalidId>>(
        &self,
        field: Field,
        known: impl Fn(&T) -> bool,
        unknown: FindingCode,
    ) -> Result<T, Fault> {
        Some(self.row.id(field)?).filter(known).ok_or_else(|| Fault::new(unknown, field))
    }

    /// [`about`](Self::about), or `None` where it is missing.
    pub(super) fn about_if<T: FromStr<Err = InvalidId>>(
        &self,
        field: Field,
        known: impl Fn(&T) -> bool,
        unknown: FindingCode,
    ) -> Result<Option<T>, Fault> {
        let missing = self.row.text(field)?.is_none();
        if missing { Ok(None) } else { self.about(field, known, unknown).map(Some) }
    }

    /// The identifier of someone else; one that is not known is left out.
    pub(super) fn reference<T: FromStr<Err = InvalidId>>(
        &mut self,
        field: Field,
        known: impl Fn(&T) -> bool,
    ) -> Result<Option<T>, Fault> {
        let id = self.id_if(field)?;
        let kept = id.filter(known);
        if kept.is_none() && self.row.text(field)?.is_some() {
            self.notes.push(Fault::new(FindingCode::UnknownReference, field));
        }
        Ok(kept)
    }

    /// The identifiers of a list, in order; what is none is left out.
    pub(super) fn ids<T: FromStr<Err = InvalidId> + Ord>(&mut self, field: Field) -> Result<Vec<T>, Fault> {
        let (mut ids, mut problem) = (Vec::new(), None::<InvalidId>);
        for entry in self.row.list(field)? {
            match entry.parse() {
                Ok(id) => ids.push(id),
                Err(error) => problem = Some(error),
            }
        }
        if let Some(error) = problem {
            self.leave_out(field, error.to_string());
        }
        ids.sort_unstable();
        ids.dedup();
        Ok(ids)
    }

    /// The identifiers of a list that are known, in order; the others are left out.
    pub(super) fn references<T: FromStr<Err = InvalidId> + Ord>(
        &mut self,
        field: Field,
        known: impl Fn(&T) -> bool,
    ) -> Result<Vec<T>, Fault> {
        let mut ids = self.ids(field)?;
        let named = ids.len();
        ids.retain(known);
        if ids.len() < named {
            let detail = format!("{} of {named} are left out", named - ids.len());
            self.notes.push(Fault::new(FindingCode::UnknownReference, field).detail(detail));
        }
        Ok(ids)
    }

    fn read_term<T: FromStr<Err: Display>>(&self, field: Field, word: &'r str) -> Result<T, Fault> {
        let unknown = |error: T::Err| Fault::new(FindingCode::UnknownTerm, field).detail(error.to_string());
        self.row.translated(field, word).parse().map_err(unknown)
    }

    /// A term, which is required.
    pub(super) fn term<T: FromStr<Err: Display>>(&self, field: Field) -> Result<T, Fault> {
        self.read_term(field, self.row.need(field)?)
    }

    /// A term, or `None` where it is missing.
    pub(super) fn term_if<T: FromStr<Err: Display>>(&self, field: Field) -> Result<Option<T>, Fault> {
        self.row.text(field)?.map(|word| self.read_term(field, word)).transpose()
    }

    /// The terms of a list, in order.
    pub(super) fn terms<T: FromStr<Err: Display> + Ord>(&self, field: Field) -> Result<Vec<T>, Fault> {
        let mut terms: Vec<T> =
            self.row.list(field)?.map(|word| self.read_term(field, word)).collect::<Result<_, _>>()?;
        terms.sort_unstable();
        terms.dedup();
        Ok(terms)
    }

    /// The barriers of a list, in order; what is none is left out.
    pub(super) fn barriers(&mut self) -> Result<Vec<Barrier>, Fault> {
        let (mut barriers, mut problem) = (Vec::new(), None);
        for word in self.row.list(Field::Barriers)? {
            match self.read_term(Field::Barriers, word) {
                Ok(barrier) => barriers.push(barrier),
                Err(fault) => problem = fault.detail,
            }
        }
        if let Some(detail) = problem {
            self.leave_out(Field::Barriers, detail);
        }
        barriers.sort_unstable();
        barriers.dedup();
        Ok(barriers)
    }

    /// A date of a school year, or `None` where it is missing.
    pub(super) fn date_if(&mut self, field: Field) -> Result<Option<NaiveDate>, Fault> {
        let Some(date) = self.row.date(field, self.dates)? else { return Ok(None) };
        let outside = |_| Fault::new(FindingCode::DateOutsideYear, field).detail(date.to_string());
        SchoolYear::of(date).map(|_| Some(date)).map_err(outside)
    }

    /// A date, which is required.
    pub(super) fn date(&mut self, field: Field) -> Result<NaiveDate, Fault> {
        self.date_if(field)?.ok_or_else(|| Fault::new(FindingCode::MissingValue, field))
    }

    /// A time of day; what is none is left out.
    pub(super) fn time(&mut self) -> Result<Option<NaiveTime>, Fault> {
        let read = |text: &str| {
            let forms = ["%H:%M", "%H:%M:%S"];
            forms.iter().find_map(|form| NaiveTime::parse_from_str(text, form).ok())
        };
        self.further(Field::Time, "a time of day, such as `08:15`", read)
    }

    /// A contact's length; one that no contact has is left out.
    pub(super) fn minutes(&mut self) -> Result<Option<ContactMinutes>, Fault> {
        let Some(number) =
            self.further(Field::Minutes, "a whole number of minutes", |text| text.parse::<i64>().ok())?
        else {
            return Ok(None);
        };
        let minutes = u16::try_from(number).ok().and_then(|minutes| ContactMinutes::new(minutes).ok());
        if minutes.is_none() {
            let fault = Fault::new(FindingCode::ContactMinutesOutOfRange, Field::Minutes);
            self.notes.push(fault.detail(format!("not between 1 and {MAX_CONTACT_MINUTES}")));
        }
        Ok(minutes)
    }

    /// How many there are; what is no such number is left out.
    pub(super) fn number(&mut self, field: Field) -> Result<Option<u16>, Fault> {
        self.further(field, "a whole number", |text| text.parse().ok())
    }

    /// A text about a person.
    pub(super) fn confidential(&self, field: Field) -> Result<Option<Confidential>, Fault> {
        Ok(self.row.text(field)?.map(Confidential::new))
    }

    /// The texts about a person in a list.
    pub(super) fn confidentials(&self, field: Field) -> Result<Vec<Confidential>, Fault> {
        Ok(self.row.list(field)?.map(Confidential::new).collect())
    }

    /// A note. Where nothing says who may read it, only its author may.
    pub(super) fn note(&mut self) -> Result<Option<Note>, Fault> {
        let visibility = match self.term_if(Field::Visibility) {
            Ok(visibility) => visibility.unwrap_or(Visibility::Private),
            Err(fault) if fault.code == FindingCode::UnknownTerm => {
                self.leave_out(Field::Visibility, "no such visibility: a note is private");
                Visibility::Private
            }
            Err(fault) => return Err(fault),
        };
        Ok(self.confidential(Field::Note)?.map(|text| Note { text, visibility }))
    }
}
