//! A mapped file as a table: its header found among the mapping's columns, its records one by one.

use super::{
    dates::DateReader,
    field::FIELDS,
    mapping::FileMapping,
    records::{Dialect, Records, Step},
    row::{Column, Columns, Row},
    source,
};
use crate::{
    Progress, ReadError, ReadOptions,
    files::{File, tell},
};
use homeroom::{Finding, FindingCode, Place};
use std::{cell::Cell, io::Read, rc::Rc, sync::Arc};

const PROGRESS_EVERY: u64 = 1 << 20;

/// Tells how far a folder is read.
pub(super) struct Meter<'o, 'f> {
    pub(super) options: &'o mut ReadOptions<'f>,
    /// The bytes of the files read to their end.
    pub(super) done: u64,
    /// The bytes of all files.
    pub(super) total: u64,
}

impl Meter<'_, '_> {
    fn tell(&mut self, file: &str, bytes: u64) -> Result<(), ReadError> {
        let (bytes, total) = ((self.done + bytes).min(self.total), self.total);
        tell(self.options, Progress { file, bytes, total })
    }
}

/// What a table gives.
pub(super) enum Given<'r> {
    /// A record.
    Row(Row<'r>, &'r mut DateReader),
    /// Text that is not a record.
    Rejected(Finding),
    /// A record of a file that cannot be read for a reason given once.
    Unreadable,
}

/// A file being read.
pub(super) struct Table<'m> {
    pub(super) file: Arc<str>,
    pub(super) spec: &'m FileMapping,
    /// Findings about the file as a whole.
    pub(super) findings: Vec<Finding>,
    /// Of students: the attributes and their columns.
    pub(super) attributes: Vec<(&'m str, usize)>,
    columns: Columns<'m>,
    width: usize,
    readable: bool,
    dates: DateReader,
    records: Records<Box<dyn Read>>,
    decoded: bool,
    bytes: Rc<Cell<u64>>,
}

impl<'m> Table<'m> {
    /// Opens a file and reads its header.
    pub(super) fn open(file: &File, spec: &'m FileMapping) -> Result<Self, ReadError> {
        let io = |error| file.io(error);
        let source = source::open(file, &spec.encoding)?;
        // The mapping is checked: these are ASCII.
        let (delimiter, quote) = (spec.delimiter as u8, spec.quote as u8);
        let dialect = Dialect { delimiter, quote, escape: spec.escape.map(|sign| sign as u8) };
        let records = Records::new(source.text, dialect).map_err(io)?;
        let mut table = Self {
            file: Arc::clone(&file.name),
            spec,
            findings: Vec::new(),
            attributes: Vec::new(),
            columns: [Column::Absent; FIELDS],
            width: 0,
            readable: true,
            dates: DateReader::new(&spec.date_formats)?,
            records,
            decoded: source.decoded,
            bytes: source.bytes,
        };
        table.read_header().map_err(io)?;
        Ok(table)
    }

    /// Reads every record of the file.
    pub(super) fn each(
        &mut self,
        meter: &mut Meter<'_, '_>,
        mut take: impl FnMut(&Arc<str>, Given<'_>) -> Result<(), ReadError>,
    ) -> Result<(), ReadError> {
        let mut told = 0;
        let mut any = false;
        loop {
            let io = |source| ReadError::Io { file: self.file.to_string(), source };
            let step = self.records.advance().map_err(io)?;
            let number = self.records.row();
            if self.bytes.get() - told >= PROGRESS_EVERY {
                told = self.bytes.get();
                meter.tell(&self.file, told)?;
            }
            any |= step != Step::End;
            let malformed = |code, detail: &str| {
                Given::Rejected(Finding::new(code, Place::new(&self.file, number)).detail(detail))
            };
            let given = match step {
                Step::End => break,
                _ if !self.readable => Given::Unreadable,
                Step::Fault(code, detail) => malformed(code, detail),
                Step::Record if self.records.cells().len() != self.width => {
                    let (has, width) = (self.records.cells().len(), self.width);
                    let detail = format!("{has} fields; the header has {width}");
                    malformed(FindingCode::MalformedRow, &detail)
                }
                Step::Record => {
                    let row = Row {
                        cells: self.records.cells(),
                        columns: &self.columns,
                        missing: &self.spec.missing,
                        terms: &self.spec.terms,
                        decoded: self.decoded,
                        number,
                    };
                    Given::Row(row, &mut self.dates)
                }
            };
            take(&self.file, given)?;
        }
        if !any {
            self.findings.push(self.finding(FindingCode::EmptyFile));
        }
        meter.done += self.bytes.get();
        meter.tell(&self.file, 0)
    }

    fn finding(&self, code: FindingCode) -> Finding {
        Finding::new(code, Place { file: Some(Arc::clone(&self.file)), row: None })
    }

    fn unreadable(&mut self, finding: Finding) {
        self.readable = false;
        self.findings.push(finding);
    }

    fn read_header(&mut self) -> std::io::Result<()> {
        if !self.decoded && self.records.begins_like_utf_16() {
            let finding = self.finding(FindingCode::WrongEncoding);
            self.unreadable(finding.detail("the file is UTF-16: name it as the file's encoding"));
        }
        let header: Vec<String> = match self.records.advance()? {
            Step::End => return Ok(()),
            Step::Fault(code, detail) => {
                self.unreadable(Finding::new(code, Place::new(&self.file, 1)).detail(detail));
                return Ok(());
            }
            Step::Record => {
                let cells = self.records.cells();
                (0..cells.len()).map(|index| self.column_name(cells.get(index))).collect()
            }
        };
        self.width = header.len();
        if self.readable {
            self.find_columns(&header);
        }
        Ok(())
    }

    fn column_name(&self, cell: &[u8]) -> String {
        let name = String::from_utf8_lossy(cell);
        let name = name.trim();
        let quoted = self.spec.header_quote.and_then(|quote| name.strip_prefix(quote)?.strip_suffix(quote));
        quoted.unwrap_or(name).trim().to_owned()
    }

    fn find_columns(&mut self, header: &[String]) {
        let spec = self.spec;
        for (field, value) in &spec.constants {
            self.columns[*field as usize] = Column::Constant(value);
        }
        for (field, name) in &spec.columns {
            if let Some(index) = self.find_column(header, name, field.as_str()) {
                self.columns[*field as usize] = Column::At(index);
            }
        }
        for name in &spec.attributes {
            if let Some(index) = self.find_column(header, name, name) {
                self.attributes.push((name, index));
            }
        }
        // Where a column is missing the first line may be a record, and its cells no names to repeat.
        if !self.readable {
            return;
        }
        let named = |name: &String| {
            spec.columns.values().chain(&spec.attributes).chain(&spec.ignore).any(|known| known == name)
        };
        for (index, name) in header.iter().enumerate().filter(|(_, name)| !named(name)) {
            let finding = self.finding(FindingCode::UnknownColumn).field(name);
            self.findings.push(finding.detail(format!("column {}", index + 1)));
        }
    }

    // A column's index. A column that is missing, or stands twice, makes the file unreadable.
    fn find_column(&mut self, header: &[String], name: &str, field: &str) -> Option<usize> {
        let mut found =
            header.iter().enumerate().filter(|(_, column)| *column == name).map(|(index, _)| index);
        let (first, second) = (found.next(), found.next());
        let problem = match first {
            None if self.spec.optional_columns.iter().any(|optional| optional == field) => return None,
            None => format!("the mapping names it for `{field}`"),
            Some(_) if second.is_some() => "the column stands twice".to_owned(),
            Some(index) => return Some(index),
        };
        let finding = self.finding(FindingCode::MissingColumn).field(name).detail(problem);
        self.unreadable(finding);
        None
    }
}
