//! The files of a folder, in the order of their names, and how each is scanned.

use super::{
    json,
    kind::Kind,
    record::Fault,
    sink::Sink,
    source::{Meter, Source},
    xml,
};
use crate::{ReadError, assemble::file_name};
use homeroom::FindingCode;
use std::{
    fs,
    io::BufRead,
    path::{Path, PathBuf},
    sync::Arc,
};

/// One file of the folder.
#[derive(Debug)]
pub(super) struct Entry {
    pub(super) name: Arc<str>,
    pub(super) bytes: u64,
    path: PathBuf,
    is_json: bool,
}

/// The XML and JSON files of a folder.
///
/// # Errors
/// [`ReadError::Io`] where the folder cannot be read, [`ReadError::MissingFile`] where it has no such file.
pub(super) fn list(folder: &Path) -> Result<Vec<Entry>, ReadError> {
    let failed = |source| ReadError::io(folder, source);
    let mut entries = Vec::new();
    for entry in fs::read_dir(folder).map_err(failed)? {
        let path = entry.map_err(failed)?.path();
        let ends =
            |with: &str| path.extension().is_some_and(|extension| extension.eq_ignore_ascii_case(with));
        let is_json = ends("json");
        let information = fs::metadata(&path).map_err(failed)?;
        if (is_json || ends("xml")) && information.is_file() {
            entries.push(Entry { name: file_name(&path), bytes: information.len(), path, is_json });
        }
    }
    entries.sort_unstable_by(|a, b| a.name.cmp(&b.name));
    if entries.is_empty() {
        return Err(ReadError::MissingFile { file: "*.xml or *.json".to_owned() });
    }
    Ok(entries)
}

impl Entry {
    /// Gives the file's records to a sink.
    ///
    /// # Errors
    /// [`ReadError::Io`] where the file cannot be read, or the sink's own.
    pub(super) fn scan(&self, meter: &mut Meter<'_, '_>, sink: &mut impl Sink) -> Result<(), ReadError> {
        let mut source = Source::open(&self.path, &self.name, meter)?;
        let start = source.fill_buf().map_err(|error| ReadError::io(&self.path, error))?;
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
            let kind = self.path.file_stem().and_then(|stem| Kind::named(&stem.to_string_lossy()));
            json::scan(source, &self.path, kind, sink)
        } else {
            xml::scan(source, &self.path, sink)
        }
    }
}
