//! Reading dates as a mapping says they are written.

use super::mapping::MappingError;
use chrono::{
    NaiveDate,
    format::{Item, StrftimeItems},
};
use homeroom::{FindingCode, SchoolYear};
use rustc_hash::FxHashMap;
use std::fmt::Write;

// Different dates are few; a file of nothing but wrong ones must not fill the memory.
const REMEMBERED: usize = 4096;
const LONGEST: usize = 64;
const ISO: &str = "%Y-%m-%d";

/// Reads dates in listed formats, or in ISO form alone, and remembers what it read.
#[derive(Debug)]
pub(super) struct DateReader {
    formats: Vec<String>,
    plain_iso: bool,
    known: FxHashMap<Box<[u8]>, Result<NaiveDate, FindingCode>>,
}

impl DateReader {
    /// A reader of these formats.
    ///
    /// # Errors
    /// [`MappingError`] for a format that does not say a whole date.
    pub(super) fn new(formats: &[String]) -> Result<Self, MappingError> {
        for (index, format) in formats.iter().enumerate() {
            if !is_whole(format) {
                let message = "not a `strftime` format of a whole date, such as `%d/%m/%Y`";
                return Err(MappingError::new(format!("date_formats[{index}]"), message));
            }
        }
        let plain_iso = formats.is_empty() || formats == [ISO];
        Ok(Self { formats: formats.to_vec(), plain_iso, known: FxHashMap::default() })
    }

    /// The date that a cell holds.
    ///
    /// # Errors
    /// [`FindingCode::InvalidDate`], or [`FindingCode::AmbiguousDate`] where two formats read two dates.
    pub(super) fn read(&mut self, cell: &[u8]) -> Result<NaiveDate, FindingCode> {
        if self.plain_iso
            && let Some(date) = crate::iso::date(cell)
        {
            return Ok(date);
        }
        if cell.len() > LONGEST {
            return Err(FindingCode::InvalidDate);
        }
        if let Some(known) = self.known.get(cell) {
            return *known;
        }
        let read = std::str::from_utf8(cell).map_or(Err(FindingCode::WrongEncoding), |text| self.parse(text));
        if self.known.len() == REMEMBERED {
            self.known.clear();
        }
        self.known.insert(cell.into(), read);
        read
    }

    fn parse(&self, text: &str) -> Result<NaiveDate, FindingCode> {
        let mut found: Option<NaiveDate> = None;
        for format in &self.formats {
            let Ok(date) = NaiveDate::parse_from_str(text, format) else { continue };
            match found {
                Some(before) if before == date => {}
                // `04-03-22` in the form `%Y-%m-%d` is the year 4, which is no reading of a school's date.
                Some(before) if SchoolYear::of(before).is_err() => found = Some(date),
                Some(_) if SchoolYear::of(date).is_err() => {}
                Some(_) => return Err(FindingCode::AmbiguousDate),
                None => found = Some(date),
            }
        }
        found.ok_or(FindingCode::InvalidDate)
    }
}

// Whether a date written in this format can be read back.
fn is_whole(format: &str) -> bool {
    let Some(date) = NaiveDate::from_ymd_opt(2003, 11, 25) else { return false };
    if StrftimeItems::new(format).any(|item| item == Item::Error) {
        return false;
    }
    let mut text = String::new();
    let midnight = date.and_time(chrono::NaiveTime::MIN);
    write!(text, "{}", midnight.format(format)).is_ok()
        && NaiveDate::parse_from_str(&text, format) == Ok(date)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn reader(formats: &[&str]) -> DateReader {
        DateReader::new(&formats.iter().map(|format| (*format).to_owned()).collect::<Vec<_>>()).unwrap()
    }

    fn day(y: i32, m: u32, d: u32) -> NaiveDate {
        NaiveDate::from_ymd_opt(y, m, d).unwrap()
    }

    #[test]
    fn only_iso_without_a_format() {
        let mut dates = reader(&[]);
        assert_eq!(dates.read(b"2022-01-31"), Ok(day(2022, 1, 31)));
        for wrong in ["2022-02-30", "2022-1-3", "31/01/2022", "2022-01-31T00:00:00", "", "２０２２-01-01"]
        {
            assert_eq!(dates.read(wrong.as_bytes()), Err(FindingCode::InvalidDate), "{wrong}");
        }
        assert_eq!(dates.read(b"2022-01-\xff1"), Err(FindingCode::WrongEncoding));
    }

    #[test]
    fn two_formats_are_ambiguous_only_where_they_differ() {
        let mut dates = reader(&["%d/%m/%Y", "%m/%d/%Y"]);
        for _ in 0..2 {
            assert_eq!(dates.read(b"03/04/2022"), Err(FindingCode::AmbiguousDate));
            assert_eq!(dates.read(b"13/04/2022"), Ok(day(2022, 4, 13)));
            assert_eq!(dates.read(b"4/4/2022"), Ok(day(2022, 4, 4)));
            assert_eq!(dates.read(b"31/31/2022"), Err(FindingCode::InvalidDate));
        }
    }

    #[test]
    fn an_absurd_year_is_no_second_reading() {
        let mut dates = reader(&[ISO, "%d-%m-%y"]);
        assert_eq!(dates.read(b"03-04-22"), Ok(day(2022, 4, 3)));
        assert_eq!(dates.read(b"2022-04-03"), Ok(day(2022, 4, 3)));
        assert_eq!(reader(&["%Y-%m-%d"]).read(b"1850-01-01"), Ok(day(1850, 1, 1)));
    }

    #[test]
    fn a_format_says_a_whole_date() {
        for wrong in ["%d/%m", "%Q", "", "plain", "%H:%M"] {
            let error = DateReader::new(&[ISO.to_owned(), wrong.to_owned()]).unwrap_err();
            assert_eq!(error.path(), "date_formats[1]", "{wrong}");
        }
        assert_eq!(reader(&["%Y-%m-%d %H:%M:%S"]).read(b"2022-01-31 00:00:00"), Ok(day(2022, 1, 31)));
    }

    #[test]
    fn the_memory_of_dates_is_bounded() {
        let mut dates = reader(&[]);
        for n in 0..3 * REMEMBERED {
            assert!(dates.read(format!("wrong {n}").as_bytes()).is_err());
        }
        assert!(dates.known.len() <= REMEMBERED);
    }
}
