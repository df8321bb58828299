//! Elements as XML, one on a line and indented with tabs.

use super::{
    document::Root,
    scan::MOST_ELEMENTS,
    xml_text::{escaped, is_allowed},
};
use crate::edfi::record::LONGEST_TEXT;
use std::io::{self, Write};

/// Why an interchange is not written. It names records by their numbers, from 1, and says nothing of what they hold.
#[derive(Debug, thiserror::Error)]
#[non_exhaustive]
pub enum WriteError {
    /// The file cannot be written.
    #[error("the interchange cannot be written: {0}")]
    Io(#[from] io::Error),
    /// XML has no way to write a character.
    #[error("record {record} holds a character that XML does not have, in `{field}`")]
    Character {
        /// The record's number.
        record: u64,
        /// The element.
        field: &'static str,
    },
    /// A text is longer, or a record has more elements, than would be read again.
    #[error("record {record} is too long to be read again, at `{field}`")]
    TooLong {
        /// The record's number.
        record: u64,
        /// The element.
        field: &'static str,
    },
    /// A record contradicts itself, so that it would not be read again.
    #[error("record {record} ends before it begins")]
    EndsBeforeBegin {
        /// The record's number.
        record: u64,
    },
    /// A year of publication has not four digits.
    #[error("record {record} names a year of publication that has not four digits")]
    Year {
        /// The record's number.
        record: u64,
    },
}

pub(super) struct XmlWriter<'r, W> {
    out: W,
    prefix: &'r str,
    depth: usize,
    /// The number of the record being written, from 1.
    pub(super) record: u64,
    elements: usize,
}

impl<'r, W: Write> XmlWriter<'r, W> {
    /// Writes what stands before the records.
    pub(super) fn begin(mut out: W, root: &'r Root, name: &str) -> Result<Self, WriteError> {
        let prefix = &*root.prefix;
        write!(out, "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<{prefix}{name}")?;
        for (key, value) in &root.attributes {
            write!(out, " {key}=\"{}\"", escaped(value, true))?;
        }
        write!(out, ">")?;
        Ok(Self { out, prefix, depth: 1, record: 0, elements: 0 })
    }

    /// Writes what stands after them.
    pub(super) fn finish(mut self, name: &str) -> Result<(), WriteError> {
        write!(self.out, "\n</{}{name}>", self.prefix)?;
        Ok(self.out.flush()?)
    }

    fn start(&mut self, name: &'static str) -> Result<(), WriteError> {
        if self.depth == 1 {
            (self.record, self.elements) = (self.record + 1, 0);
        }
        self.elements += 1;
        if self.elements > MOST_ELEMENTS {
            return Err(WriteError::TooLong { record: self.record, field: name });
        }
        write!(self.out, "\n{:\t<1$}<{2}{name}>", "", self.depth, self.prefix)?;
        Ok(())
    }

    /// Writes an element and what is in it.
    pub(super) fn element(
        &mut self,
        name: &'static str,
        inside: impl FnOnce(&mut Self) -> Result<(), WriteError>,
    ) -> Result<(), WriteError> {
        self.start(name)?;
        self.depth += 1;
        inside(self)?;
        self.depth -= 1;
        write!(self.out, "\n{:\t<1$}</{2}{name}>", "", self.depth, self.prefix)?;
        Ok(())
    }

    /// Writes an element with a text.
    pub(super) fn leaf(&mut self, name: &'static str, text: &str) -> Result<(), WriteError> {
        if !text.chars().all(is_allowed) {
            return Err(WriteError::Character { record: self.record, field: name });
        }
        if text.len() > LONGEST_TEXT {
            return Err(WriteError::TooLong { record: self.record, field: name });
        }
        self.start(name)?;
        write!(self.out, "{}</{}{name}>", escaped(text, false), self.prefix)?;
        Ok(())
    }

    /// Writes an element for each text.
    pub(super) fn leaves<'t>(
        &mut self,
        name: &'static str,
        texts: impl IntoIterator<Item = &'t str>,
    ) -> Result<(), WriteError> {
        texts.into_iter().try_for_each(|text| self.leaf(name, text))
    }

    /// Writes an element for a value, where there is one.
    pub(super) fn value(
        &mut self,
        name: &'static str,
        value: Option<impl std::fmt::Display>,
    ) -> Result<(), WriteError> {
        value.map_or(Ok(()), |value| self.leaf(name, &value.to_string()))
    }
}
