//! The files of a folder, in the order of their names, and how each is scanned.

use super::{
    json,
    kind::Kind,
    record::Fault,
    sink::Sink,
    source::{Meter, Source},
    xml,
};
use crate::{Files, ReadError, files::File};
use homeroom::FindingCode;
use std::{io::BufRead, sync::Arc};

/// One file of the folder.
pub(super) struct Entry {
    pub(super) bytes: u64,
    file: File,
    is_json: bool,
}

/// The XML and JSON files of a folder, and the names of those that lie in a folder of their own and are not read.
///
/// # Errors
/// [`ReadError::Io`] where the folder cannot be read, [`ReadError::MissingFile`] where it has no such file.
pub(super) fn list(folder: &Files) -> Result<(Vec<Entry>, Vec<String>), ReadError> {
    let (mut entries, mut unread) = (Vec::new(), Vec::new());
    for file in folder.list()? {
        let ends =
            |with: &str| file.extension().is_some_and(|extension| extension.eq_ignore_ascii_case(with));
        let is_json = ends("json");
        if !(is_json || ends("xml")) {
            continue;
        }
        if file.is_beside()? {
            entries.push(Entry { bytes: file.bytes()?, file, is_json });
        } else {
            unread.push(file.name.to_string());
        }
    }
    if entries.is_empty() {
        return Err(ReadError::MissingFile { file: "*.xml or *.json".to_owned() });
    }
    Ok((entries, unread))
}

impl Entry {
    /// The file's name.
    pub(super) fn name(&self) -> &Arc<str> {
        &self.file.name
    }

    /// Gives the file's records to a sink.
    ///
    /// # Errors
    /// [`ReadError::Io`] where the file cannot be read, [`ReadError::Stopped`], or the sink's own.
    pub(super) fn scan(&self, meter: &mut Meter<'_, '_>, sink: &mut impl Sink) -> Result<(), ReadError> {
        let outcome = self.parse(meter, sink);
        meter.look(self.name(), outcome)
    }

    fn parse(&self, meter: &mut Meter<'_, '_>, sink: &mut impl Sink) -> Result<(), ReadError> {
        let file = &self.file;
        let mut source = Source::open(file, meter)?;
        let start = source.fill_buf().map_err(|error| file.io(error))?;
        // UTF-16 without a byte order mark has a NUL beside every ASCII character.
        if start.iter().take(4).any(|byte| *byte == 0) {
            let fault = Fault::new(FindingCode::WrongEncoding).detail("not UTF-8: the file is not read");
            sink.problem(fault, None);
            return Ok(());
        }
        if start.is_empty() {
            return Ok(());
        }
        if self.is_json {
            json::scan(source, file, Kind::named(file.stem()), sink)
        } else {
            xml::scan(source, file, sink)
        }
    }
}
