//! A record of attendance as an event.

use super::{
    dates::DateReader,
    extent::ExtentReader,
    field::Field,
    mapping::CodeMeaning,
    row::{Fault, Row},
};
use crate::privacy::shown_code;
use homeroom::{EventRef, FindingCode, InvalidId, MAX_ID_BYTES};
use rustc_hash::FxHashMap;
use std::collections::BTreeMap;

/// Reads events; it is kept for a whole file so that nothing is allocated for an ordinary record.
pub(super) struct EventReader {
    codes: FxHashMap<Box<[u8]>, CodeMeaning>,
    student: IdReader,
    school: IdReader,
    extents: ExtentReader,
}

impl EventReader {
    /// A reader of these codes.
    pub(super) fn new(codes: &BTreeMap<String, CodeMeaning>) -> Self {
        Self {
            codes: codes.iter().map(|(code, meaning)| (code.as_bytes().into(), *meaning)).collect(),
            student: IdReader::default(),
            school: IdReader::default(),
            extents: ExtentReader::new(),
        }
    }

    /// The event that a record tells.
    pub(super) fn read<'e>(
        &'e mut self,
        row: &Row<'_>,
        dates: &mut DateReader,
    ) -> Result<EventRef<'e>, Fault> {
        let student = self.student.read(row, Field::Student)?;
        let school = self.school.read(row, Field::School)?;
        let date = row.need_date(Field::Date, dates)?;
        // A mapping may give the empty code a meaning, as systems do that write nothing for presence.
        let code = row.bytes(Field::Code).unwrap_or_default();
        let meaning = self.codes.get(code).ok_or_else(|| unmapped(row, code))?;
        let extent = self.extents.read(row, meaning)?;
        Ok(EventRef { student, school, date, code: meaning.code(), extent })
    }
}

fn unmapped(row: &Row<'_>, code: &[u8]) -> Fault {
    if code.is_empty() {
        return Fault::new(FindingCode::MissingValue, Field::Code);
    }
    let Ok(code) = std::str::from_utf8(code) else {
        return Fault::new(FindingCode::WrongEncoding, Field::Code);
    };
    if row.is_broken(code) {
        return Fault::new(FindingCode::WrongEncoding, Field::Code);
    }
    let shown = shown_code(code);
    Fault::new(FindingCode::UnmappedCode, Field::Code).detail(format!("`{shown}` is not in the code table"))
}

/// Reads identifiers and keeps the last one, so that one that stands in record after record is checked once.
#[derive(Default)]
struct IdReader {
    last: String,
}

impl IdReader {
    fn read(&mut self, row: &Row<'_>, field: Field) -> Result<&str, Fault> {
        if self.last.is_empty() || row.bytes(field) != Some(self.last.as_bytes()) {
            let text = row.need(field)?;
            // The roll holds only valid identifiers: one that is wrong in another way is unknown there.
            if text.len() > MAX_ID_BYTES || text.bytes().filter(|byte| *byte < b' ').count() > 0 {
                let invalid =
                    |error: InvalidId| Fault::new(FindingCode::InvalidId, field).detail(error.to_string());
                homeroom::check_id(text).map_err(invalid)?;
            }
            self.last.clear();
            self.last.push_str(text);
        }
        Ok(&self.last)
    }
}
