//! Cutting delimited text into records, in memory that does not grow with the file or with any field.
//!
//! A line without a quote is cut where it lies; any other goes through `csv-core`. A quotation that is not
//! closed within [`RECORD_LIMIT`], or not before the end of the file, spoils only the line it begins in: reading
//! goes on at the next line, so that one stray quote never swallows the rest of a file.

use csv_core::ReadRecordResult as Quoted;
use homeroom::FindingCode;
use std::{
    io::{ErrorKind, Read, Result},
    ops::Range,
};

/// The longest record, in bytes.
pub(super) const RECORD_LIMIT: usize = 64 * 1024;
const BUFFER: usize = 4 * RECORD_LIMIT;
const MOST_FIELDS: usize = 4096;

/// The characters with which a file is written.
#[derive(Debug, Clone, Copy)]
pub(super) struct Dialect {
    /// What separates fields.
    pub(super) delimiter: u8,
    /// What encloses fields.
    pub(super) quote: u8,
    /// What stands before a quote that does not end its field.
    pub(super) escape: Option<u8>,
}

/// What the next record is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Step {
    /// A record: see [`Records::cells`].
    Record,
    /// Text that is not a record.
    Fault(FindingCode, &'static str),
    /// The end of the file.
    End,
}

/// The cells of a record.
#[derive(Debug, Clone, Copy)]
pub(super) struct Cells<'r> {
    text: &'r [u8],
    spans: &'r [Range<u32>],
}

impl<'r> Cells<'r> {
    /// How many there are.
    pub(super) fn len(self) -> usize {
        self.spans.len()
    }

    /// The bytes of a cell; none where there is no such cell.
    #[inline]
    pub(super) fn get(self, index: usize) -> &'r [u8] {
        self.spans.get(index).map_or(&[], |span| &self.text[span.start as usize..span.end as usize])
    }
}

/// Reads one record after the other.
pub(super) struct Records<R> {
    source: R,
    dialect: Dialect,
    buffer: Box<[u8]>,
    // What is read and not yet cut: `buffer[start..end]`.
    start: usize,
    end: usize,
    after_return: bool,
    row: u64,
    quoted: csv_core::Reader,
    unquoted: Box<[u8]>,
    ends: Box<[usize]>,
    // The present record: in `unquoted`, or in `buffer` from `line`.
    line: Option<usize>,
    spans: Vec<Range<u32>>,
}

impl<R: Read> Records<R> {
    /// A reader of what a source gives; a UTF-8 byte order mark is passed over.
    pub(super) fn new(source: R, dialect: Dialect) -> Result<Self> {
        let Dialect { delimiter, quote, escape } = dialect;
        let quoted = csv_core::ReaderBuilder::new().delimiter(delimiter).quote(quote).escape(escape).build();
        let mut records = Self {
            source,
            dialect,
            buffer: vec![0; BUFFER].into(),
            start: 0,
            end: 0,
            after_return: false,
            row: 0,
            quoted,
            unquoted: vec![0; RECORD_LIMIT].into(),
            ends: vec![0; MOST_FIELDS].into(),
            line: None,
            spans: Vec::new(),
        };
        records.fill()?;
        if records.pending().starts_with(b"\xef\xbb\xbf") {
            records.start = 3;
        }
        Ok(records)
    }

    /// Whether what comes begins like UTF-16, which no other encoding does.
    pub(super) fn begins_like_utf_16(&self) -> bool {
        self.pending().starts_with(b"\xff\xfe") || self.pending().starts_with(b"\xfe\xff")
    }

    /// The row of the present record as a spreadsheet counts: the header is row 1, an empty line is a row.
    pub(super) fn row(&self) -> u64 {
        self.row
    }

    /// The cells of the present record.
    pub(super) fn cells(&self) -> Cells<'_> {
        let text = self.line.map_or(&*self.unquoted, |start| &self.buffer[start..]);
        Cells { text, spans: &self.spans }
    }

    /// Goes on to the next record; empty lines are none.
    pub(super) fn advance(&mut self) -> Result<Step> {
        let quote = self.dialect.quote;
        loop {
            if self.start == self.end && !self.fill()? {
                return Ok(Step::End);
            }
            if std::mem::take(&mut self.after_return) && self.buffer[self.start] == b'\n' {
                self.start += 1;
                continue;
            }
            let pending = self.pending();
            let waiting = pending.len();
            let length = match memchr::memchr3(b'\n', b'\r', quote, pending) {
                Some(at) if pending[at] == quote => {
                    self.row += 1;
                    return self.quoted_record();
                }
                Some(at) => {
                    self.after_return = pending[at] == b'\r';
                    at
                }
                None if waiting <= RECORD_LIMIT && self.fill()? => continue,
                None => waiting,
            };
            self.row += 1;
            if length > RECORD_LIMIT {
                self.skip_line()?;
                return Ok(Step::Fault(FindingCode::FieldTooLong, "a record has at most 64 KiB"));
            }
            let line = self.start;
            self.start = (line + length + 1).min(self.end);
            if length > 0 {
                self.cut(line, length);
                return Ok(Step::Record);
            }
        }
    }

    fn pending(&self) -> &[u8] {
        &self.buffer[self.start..self.end]
    }

    fn cut(&mut self, line: usize, length: usize) {
        self.line = Some(line);
        self.spans.clear();
        let mut from = 0;
        for (at, byte) in self.buffer[line..line + length].iter().enumerate() {
            if *byte == self.dialect.delimiter {
                self.spans.push(from..at as u32);
                from = at as u32 + 1;
            }
        }
        self.spans.push(from..length as u32);
    }

    fn quoted_record(&mut self) -> Result<Step> {
        self.quoted.reset();
        let (mut read, mut written, mut fields) = (0, 0, 0);
        loop {
            let input = &self.buffer[self.start + read..self.end];
            let (output, ends) = (&mut self.unquoted[written..], &mut self.ends[fields..]);
            let (result, taken, wrote, ended) = self.quoted.read_record(input, output, ends);
            (read, written, fields) = (read + taken, written + wrote, fields + ended);
            match result {
                Quoted::Record => {
                    self.after_return = self.buffer[self.start + read - 1] == b'\r';
                    self.start += read;
                    break;
                }
                Quoted::InputEmpty if read <= RECORD_LIMIT && self.fill()? => {}
                Quoted::InputEmpty if read <= RECORD_LIMIT => {
                    // The file ends here. A line break ends the record too, unless a quotation is open.
                    let (output, ends) = (&mut self.unquoted[written..], &mut self.ends[fields..]);
                    let (result, _, _, ended) = self.quoted.read_record(b"\n", output, ends);
                    if result != Quoted::Record {
                        self.skip_line()?;
                        return Ok(Step::Fault(FindingCode::TruncatedFile, "a quotation is not closed"));
                    }
                    fields += ended;
                    self.start = self.end;
                    break;
                }
                Quoted::OutputEndsFull => {
                    self.skip_line()?;
                    return Ok(Step::Fault(FindingCode::MalformedRow, "a record has at most 4096 fields"));
                }
                _ => {
                    self.skip_line()?;
                    let detail = "a quotation is not closed within 64 KiB";
                    return Ok(Step::Fault(FindingCode::FieldTooLong, detail));
                }
            }
        }
        self.line = None;
        self.spans.clear();
        let mut from = 0;
        for end in &self.ends[..fields] {
            self.spans.push(from..*end as u32);
            from = *end as u32;
        }
        Ok(Step::Record)
    }

    // Passes over the line that begins at `start`, however long it is.
    fn skip_line(&mut self) -> Result<()> {
        loop {
            let pending = self.pending();
            if let Some(at) = memchr::memchr2(b'\n', b'\r', pending) {
                self.after_return = pending[at] == b'\r';
                self.start += at + 1;
                return Ok(());
            }
            self.start = self.end;
            if !self.fill()? {
                return Ok(());
            }
        }
    }

    // Fills the buffer behind what is pending; `false` where nothing came.
    fn fill(&mut self) -> Result<bool> {
        self.buffer.copy_within(self.start..self.end, 0);
        (self.start, self.end) = (0, self.end - self.start);
        let before = self.end;
        while self.end < self.buffer.len() {
            match self.source.read(&mut self.buffer[self.end..]) {
                Ok(0) => break,
                Ok(read) => self.end += read,
                Err(error) if error.kind() == ErrorKind::Interrupted => {}
                Err(error) => return Err(error),
            }
        }
        Ok(self.end > before)
    }
}

#[cfg(test)]
mod tests;
