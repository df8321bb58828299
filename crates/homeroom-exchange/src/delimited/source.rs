//! Opening a file as UTF-8 text, whatever its encoding, and counting how far it is read.

use crate::{
    ReadError,
    files::{File, Opened},
};
use encoding_rs::{CoderResult, Decoder, Encoding, UTF_8};
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
    let encoding = Encoding::for_label(encoding.as_bytes()).unwrap_or(UTF_8);
    if encoding == UTF_8 {
        return Ok(Source { text: Box::new(file), decoded: false, bytes });
    }
    Ok(Source { text: Box::new(Decoded::new(file, encoding)), decoded: true, bytes })
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
    // What is read and not yet decoded: `raw[start..end]`.
    start: usize,
    end: usize,
    drained: bool,
    finished: bool,
}

impl<R: Read> Decoded<R> {
    fn new(source: R, encoding: &'static Encoding) -> Self {
        let (decoder, raw) = (encoding.new_decoder_with_bom_removal(), vec![0; CHUNK].into());
        Self { source, decoder, raw, start: 0, end: 0, drained: false, finished: false }
    }
}

impl<R: Read> Read for Decoded<R> {
    fn read(&mut self, buffer: &mut [u8]) -> Result<usize> {
        // A decoder may need room for a whole character and a replacement; the reader of records asks again.
        while !self.finished {
            if self.start == self.end && !self.drained {
                match self.source.read(&mut self.raw) {
                    Ok(read) => (self.start, self.end, self.drained) = (0, read, read == 0),
                    Err(error) if error.kind() == ErrorKind::Interrupted => continue,
                    Err(error) => return Err(error),
                }
            }
            let raw = &self.raw[self.start..self.end];
            let (result, read, written, _) = self.decoder.decode_to_utf8(raw, buffer, self.drained);
            self.start += read;
            self.finished = self.drained && result == CoderResult::InputEmpty;
            if written > 0 || result == CoderResult::OutputFull {
                return Ok(written);
            }
        }
        Ok(0)
    }
}
