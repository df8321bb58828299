//! Single values as texts: dates, numbers, identifiers, school years and descriptors.

use super::{
    kind::Field,
    record::{Fault, Record},
};
use chrono::NaiveDate;
use homeroom::{FindingCode, Fraction, SchoolId, SchoolYear, StudentId, shape};

/// An ISO date and nothing else.
pub(super) fn date(text: &str) -> Result<NaiveDate, Fault> {
    crate::iso::date(text.as_bytes()).ok_or_else(|| Fault::new(FindingCode::InvalidDate).detail(shape(text)))
}

/// A record's date.
pub(super) fn date_of(record: &Record, field: Field) -> Result<NaiveDate, Fault> {
    date(record.need(field)?).map_err(|fault| Fault { field: Some(field.name()), ..fault })
}

/// A record's date, where it has one.
pub(super) fn optional_date(record: &Record, field: Field) -> Result<Option<NaiveDate>, Fault> {
    record.get(field).map(|_| date_of(record, field)).transpose()
}

/// A record's student.
pub(super) fn student_of(record: &Record) -> Result<StudentId, Fault> {
    let id = StudentId::new(record.need(Field::Student)?);
    id.map_err(|why| Fault::of(FindingCode::InvalidId, Field::Student).detail(why))
}

/// A record's school.
pub(super) fn school_of(record: &Record) -> Result<SchoolId, Fault> {
    let id = SchoolId::new(record.need(Field::School)?);
    id.map_err(|why| Fault::of(FindingCode::InvalidId, Field::School).detail(why))
}

/// A record's school year, where it has one: `2021-2022` and `2022` are the same.
pub(super) fn year_of(record: &Record) -> Result<Option<SchoolYear>, Fault> {
    let year = |text: &str| {
        let wrong = Fault::of(FindingCode::InvalidNumber, Field::Year);
        text.parse().map_err(|_| wrong.detail(shape(text)))
    };
    record.get(Field::Year).map(year).transpose()
}

/// A record's school year, which must be there.
pub(super) fn need_year(record: &Record) -> Result<SchoolYear, Fault> {
    year_of(record)?.ok_or(Fault::of(FindingCode::MissingValue, Field::Year))
}

/// A whole number from 0 up, where the record has one.
pub(super) fn number_of(record: &Record, field: Field) -> Result<Option<u32>, Fault> {
    let number = |text: &str| {
        let digits = text.bytes().all(|b| b.is_ascii_digit());
        let number = digits.then(|| text.parse().ok()).flatten();
        number.ok_or_else(|| Fault::of(FindingCode::InvalidNumber, field).detail(shape(text)))
    };
    record.get(field).map(number).transpose()
}

/// An exact decimal, where the record has one; `Err` names a code for "negative" of the caller's own.
pub(super) fn decimal_of(
    record: &Record,
    field: Field,
    negative: FindingCode,
) -> Result<Option<Fraction>, Fault> {
    let decimal = |text: &str| {
        let below = text.strip_prefix('-').is_some_and(|rest| rest.parse::<Fraction>().is_ok());
        let code = if below { negative } else { FindingCode::InvalidNumber };
        let plain = text.bytes().all(|b| b.is_ascii_digit() || b == b'.');
        let parsed = plain.then(|| text.parse().ok()).flatten();
        parsed.ok_or_else(|| Fault::of(code, field).detail(shape(text)))
    };
    record.get(field).map(decimal).transpose()
}

/// Whether a text says no, as XML (`false`, `0`) and JSON do.
pub(super) fn says_no(text: &str) -> bool {
    text == "0" || text.eq_ignore_ascii_case("false")
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::edfi::kind::Kind;

    #[test]
    fn only_iso_dates_of_the_calendar_are_dates() {
        assert!(date("2022-02-28").is_ok());
        for wrong in ["2022-02-30", "2022-2-28", "28/02/2022", "20220228", "2022-02-28T00:00:00", "२०२२-02"]
        {
            assert_eq!(date(wrong).map_err(|fault| fault.code), Err(FindingCode::InvalidDate), "{wrong}");
        }
    }

    #[test]
    fn decimals_are_exact_or_refused() {
        let share = |text: &str| {
            let mut record = Record::new(Kind::Association, 1);
            record.put(Field::Share, text);
            decimal_of(&record, Field::Share, FindingCode::PartOutOfRange).map_err(|fault| fault.code)
        };
        assert_eq!(share("0.33"), Ok(Fraction::new(33, 100)));
        assert_eq!(share("-0.5"), Err(FindingCode::PartOutOfRange));
        assert_eq!(share("1/2"), Err(FindingCode::InvalidNumber));
        assert_eq!(share("1e-1"), Err(FindingCode::InvalidNumber));
    }
}
