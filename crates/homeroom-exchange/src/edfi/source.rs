//! A file as a stream of valid UTF-8: counted for the progress bar, decoded, and read in small pieces.

use crate::{
    Progress, ReadError, ReadOptions,
    encoding::{Decoder, Encoding},
    files::{File, Opened, tell},
};
use std::io::{self, BufRead, Read};

const PIECE: usize = 64 * 1024;
const REPORT_EVERY: u64 = 1024 * 1024;

/// How far all files have come together. Files are gone through twice, so each time counts for half.
pub(super) struct Meter<'o, 'p> {
    options: &'o mut ReadOptions<'p>,
    gone: u64,
    untold: u64,
    total: u64,
    // A file may be looked at twice in one go; what that adds is not told.
    most: u64,
    stopped: bool,
}

impl<'o, 'p> Meter<'o, 'p> {
    pub(super) fn new(options: &'o mut ReadOptions<'p>, total: u64) -> Self {
        Self { options, gone: 0, untold: 0, total, most: total, stopped: false }
    }

    // Of a file looked at again the sum stays, and it is told all the same: a reader can always be stopped.
    fn went(&mut self, file: &str, bytes: u64) -> Result<(), ReadError> {
        self.gone = (self.gone + bytes).min(self.most);
        self.untold += bytes;
        if self.untold >= REPORT_EVERY { self.report(file) } else { Ok(()) }
    }

    fn report(&mut self, file: &str) -> Result<(), ReadError> {
        self.untold = 0;
        let progress = Progress { file, bytes: self.gone / 2, total: self.total };
        let told = tell(self.options, progress);
        self.stopped |= told.is_err();
        told
    }

    /// Ends the look at a file, of which the parser says this: where reading was stopped, that is the reason.
    pub(super) fn look(&mut self, file: &str, outcome: Result<(), ReadError>) -> Result<(), ReadError> {
        if self.stopped { Err(ReadError::Stopped) } else { outcome.and_then(|()| self.report(file)) }
    }

    /// Says that the first time through is done.
    pub(super) fn half(&mut self) {
        (self.gone, self.most) = (self.total, 2 * self.total);
    }

    /// Says that everything has been read.
    ///
    /// # Errors
    /// [`ReadError::Stopped`].
    pub(super) fn finish(&mut self, file: &str) -> Result<(), ReadError> {
        self.gone = 2 * self.total;
        self.report(file)
    }
}

/// A file decoded to UTF-8: as UTF-16 where a byte order mark says so, else as UTF-8. What does not decode
/// becomes U+FFFD, which no identifier, date or code holds, so that the record that needs it is found.
pub(super) struct Source<'m, 'o, 'p> {
    file: Opened,
    name: &'m str,
    meter: &'m mut Meter<'o, 'p>,
    decoder: Option<Decoder>,
    raw: Vec<u8>,
    // Decoded text that is not yet read stands in `text[from..]`.
    text: String,
    from: usize,
    ended: bool,
}

impl<'m, 'o, 'p> Source<'m, 'o, 'p> {
    pub(super) fn open(file: &'m File, meter: &'m mut Meter<'o, 'p>) -> Result<Self, ReadError> {
        let (name, file) = (&*file.name, file.open()?);
        let (raw, text) = (Vec::with_capacity(PIECE), String::new());
        Ok(Self { file, name, meter, decoder: None, raw, text, from: 0, ended: false })
    }

    fn refill(&mut self) -> io::Result<()> {
        self.from = 0;
        self.text.clear();
        while self.text.is_empty() && !self.ended {
            self.raw.clear();
            let read = (&mut self.file).take(PIECE as u64).read_to_end(&mut self.raw)?;
            self.meter.went(self.name, read as u64).map_err(io::Error::other)?;
            self.ended = read == 0;
            let marked = || match self.raw.as_slice() {
                [0xff, 0xfe, ..] => Encoding::Utf16 { big: false },
                [0xfe, 0xff, ..] => Encoding::Utf16 { big: true },
                _ => Encoding::Utf8,
            };
            let decoder = self.decoder.get_or_insert_with(|| marked().decoder());
            decoder.decode(&self.raw, self.ended, &mut self.text);
        }
        Ok(())
    }
}

impl Read for Source<'_, '_, '_> {
    fn read(&mut self, into: &mut [u8]) -> io::Result<usize> {
        let read = self.fill_buf()?.read(into)?;
        self.consume(read);
        Ok(read)
    }
}

impl BufRead for Source<'_, '_, '_> {
    fn fill_buf(&mut self) -> io::Result<&[u8]> {
        if self.from >= self.text.len() {
            self.refill()?;
        }
        Ok(&self.text.as_bytes()[self.from..])
    }

    fn consume(&mut self, bytes: usize) {
        self.from = (self.from + bytes).min(self.text.len());
    }
}
