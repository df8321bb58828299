//! How much of the day a record of attendance covers.

use super::{
    field::Field,
    mapping::CodeMeaning,
    row::{Fault, Row},
};
use homeroom::{Extent, FindingCode, InvalidId, MAX_DAY_MINUTES};
use rustc_hash::FxHashMap;

const MOST_SECTIONS: u16 = 48;
const SECTIONS_REMEMBERED: usize = 1 << 16;

/// Reads extents; sections are remembered, so that only the first record of each allocates.
pub(super) struct ExtentReader {
    sections: FxHashMap<Box<[u8]>, Extent>,
    extent: Extent,
}

impl ExtentReader {
    pub(super) fn new() -> Self {
        Self { sections: FxHashMap::default(), extent: Extent::WholeDay }
    }

    /// The extent of a record with a code: its section, else its session, minutes or part, else the code's own.
    pub(super) fn read(&mut self, row: &Row<'_>, meaning: &CodeMeaning) -> Result<&Extent, Fault> {
        if let Some(section) = row.bytes(Field::Section) {
            return self.section(row, section);
        }
        self.extent = if let Some(session) = row.text(Field::Session)? {
            read_session(session)?
        } else if let Some(minutes) =
            row.count(Field::Minutes, MAX_DAY_MINUTES, FindingCode::MinutesOutOfRange)?
        {
            Extent::Minutes(minutes)
        } else if let Some(part) = row.part(Field::Part)?.or(meaning.extent) {
            Extent::Part(part)
        } else if meaning.extent_required {
            return Err(Fault::new(FindingCode::PartMissing, Field::Part));
        } else {
            Extent::WholeDay
        };
        Ok(&self.extent)
    }

    fn section(&mut self, row: &Row<'_>, name: &[u8]) -> Result<&Extent, Fault> {
        let sections = row.count(Field::SectionsPerDay, MOST_SECTIONS, FindingCode::SectionsUnknown)?;
        if sections == Some(0) {
            return Err(Fault::new(FindingCode::SectionsUnknown, Field::SectionsPerDay));
        }
        if !self.sections.contains_key(name) {
            let section = row.need(Field::Section)?;
            let invalid = |error: InvalidId| {
                Fault::new(FindingCode::InvalidId, Field::Section).detail(error.to_string())
            };
            homeroom::check_id(section).map_err(invalid)?;
            if self.sections.len() == SECTIONS_REMEMBERED {
                self.sections.clear();
            }
            self.sections.insert(name.into(), Extent::Section { section: section.into(), of: None });
        }
        // The section was put in just now where it was not known.
        let extent = self.sections.get_mut(name).unwrap_or(&mut self.extent);
        if let Extent::Section { of, .. } = extent {
            *of = sections.map(|sections| sections as u8);
        }
        Ok(extent)
    }
}

fn read_session(session: &str) -> Result<Extent, Fault> {
    let is = |words: [&str; 2]| words.iter().any(|word| word.eq_ignore_ascii_case(session));
    if is(["am", "morning"]) {
        Ok(Extent::Morning)
    } else if is(["pm", "afternoon"]) {
        Ok(Extent::Afternoon)
    } else {
        Err(Fault::like(FindingCode::MalformedRow, Field::Session, session))
    }
}
