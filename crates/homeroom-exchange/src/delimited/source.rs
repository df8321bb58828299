//! Opening a file as UTF-8 text, whatever its encoding, and counting how far it is read.

use crate::{
    ReadError,
    encoding::{Decoder, Encoding},
    files::{File, Opened},
};
use std::{
    cell::Cell,
    io::{ErrorKind, Read, Result},
    rc::Rc,
};

const CHUNK: usize = 16 * 1024;

/// The text of a file.
pub(super) struct Source {
    /// The text; what is not text in the encoding stands as `U+FFFD` where the file is decoded.
    pub(super) text: Box<dyn Read>,
    /// Whether the file is decoded; a UTF-8 file is given as it is, and not checked.
    pub(super) decoded: bool,
    /// The bytes read of the file so far.
    pub(super) bytes: Rc<Cell<u64>>,
}

/// Opens a file of an encoding.
///
/// # Errors
/// [`ReadError::Io`] where it cannot be opened.
pub(super) fn open(file: &File, encoding: &str) -> std::result::Result<Source, ReadError> {
    let bytes = Rc::new(Cell::new(0));
    let file = Counted { file: file.open()?, bytes: Rc::clone(&bytes) };
    let encoding = Encoding::for_label(encoding).unwrap_or(Encoding::Utf8);
    if encoding == Encoding::Utf8 {
        return Ok(Source { text: Box::new(file), decoded: false, bytes });
    }
    let (decoder, raw) = (encoding.decoder(), vec![0; CHUNK].into());
    let text = Decoded { source: file, decoder, raw, text: String::new(), start: 0, ended: false };
    Ok(Source { text: Box::new(text), decoded: true, bytes })
}

struct Counted {
    file: Opened,
    bytes: Rc<Cell<u64>>,
}

impl Read for Counted {
    fn read(&mut self, buffer: &mut [u8]) -> Result<usize> {
        let read = self.file.read(buffer)?;
        self.bytes.set(self.bytes.get() + read as u64);
        Ok(read)
    }
}

/// Another encoding, read as UTF-8.
struct Decoded<R> {
    source: R,
    decoder: Decoder,
    raw: Box<[u8]>,
    // What is decoded and not yet read: `text[start..]`.
    text: String,
    start: usize,
    ended: bool,
}

impl<R: Read> Read for Decoded<R> {
    fn read(&mut self, buffer: &mut [u8]) -> Result<usize> {
        while self.start == self.text.len() && !self.ended {
            let read = match self.source.read(&mut self.raw) {
                Ok(read) => read,
                Err(error) if error.kind() == ErrorKind::Interrupted => continue,
                Err(error) => return Err(error),
            };
            self.text.clear();
            (self.start, self.ended) = (0, read == 0);
            self.decoder.decode(&self.raw[..read], self.ended, &mut self.text);
        }
        let mut left = &self.text.as_bytes()[self.start..];
        let read = left.read(buffer)?;
        self.start += read;
        Ok(read)
    }
}
