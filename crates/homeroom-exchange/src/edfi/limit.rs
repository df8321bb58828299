//! A sieve before the parsers, so that no file can make them hold more than a small piece of it: texts beyond
//! the limit are cut, comments are left out, and a document type is refused before anything is expanded.

use super::record::LONGEST_TEXT;
use std::{
    fmt,
    io::{self, BufRead, Read},
};

/// Why the sieve lets nothing more through.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Refused {
    /// A document type declaration.
    DocumentType,
    /// A tag or an entity reference longer than any can be.
    MarkupTooLong,
}

impl fmt::Display for Refused {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            Self::DocumentType => "a document type is declared",
            Self::MarkupTooLong => "markup is longer than any can be",
        })
    }
}

impl std::error::Error for Refused {}

impl Refused {
    /// The refusal behind a parser's error, where there is one.
    pub(super) fn behind(error: &io::Error) -> Option<Self> {
        error.get_ref().and_then(|inner| inner.downcast_ref()).copied()
    }
}

/// Goes through a format byte by byte and says what to let through.
pub(super) trait Sieve {
    /// Lets a piece through into `out`.
    fn sift(&mut self, piece: &[u8], out: &mut Vec<u8>) -> Result<(), Refused>;
}

/// A reader behind a sieve.
pub(super) struct Sifted<R, S> {
    input: R,
    sieve: S,
    out: Vec<u8>,
    from: usize,
    refused: Option<Refused>,
}

impl<R: BufRead, S: Sieve> Sifted<R, S> {
    pub(super) fn new(input: R, sieve: S) -> Self {
        Self { input, sieve, out: Vec::new(), from: 0, refused: None }
    }
}

impl<R: BufRead, S: Sieve> BufRead for Sifted<R, S> {
    fn fill_buf(&mut self) -> io::Result<&[u8]> {
        while self.from >= self.out.len() {
            if let Some(refused) = self.refused {
                return Err(io::Error::other(refused));
            }
            (self.from, self.out) = (0, std::mem::take(&mut self.out));
            self.out.clear();
            let piece = self.input.fill_buf()?;
            if piece.is_empty() {
                break;
            }
            let length = piece.len();
            self.refused = self.sieve.sift(piece, &mut self.out).err();
            self.input.consume(length);
        }
        Ok(&self.out[self.from..])
    }

    fn consume(&mut self, bytes: usize) {
        self.from = (self.from + bytes).min(self.out.len());
    }
}

impl<R: BufRead, S: Sieve> Read for Sifted<R, S> {
    fn read(&mut self, into: &mut [u8]) -> io::Result<usize> {
        let read = self.fill_buf()?.read(into)?;
        self.consume(read);
        Ok(read)
    }
}

/// One byte more than the longest text is let through, so that the reader sees that it was too long.
const ROOM: usize = LONGEST_TEXT + 1;

/// Cuts JSON strings, whole characters and escapes only.
#[derive(Debug, Default)]
pub(super) struct JsonSieve {
    inside: bool,
    escape: u8,
    length: usize,
}

impl JsonSieve {
    // Lets an ordinary stretch through at once; gives what follows it.
    fn run<'p>(&mut self, piece: &'p [u8], out: &mut Vec<u8>) -> &'p [u8] {
        let special = |byte: &u8| *byte == b'"' || (self.inside && *byte == b'\\');
        // Near the limit, and in an escape, it is looked at byte by byte.
        let most = match (self.inside, self.escape) {
            (false, _) => piece.len(),
            (true, 0) => LONGEST_TEXT.saturating_sub(self.length).min(piece.len()),
            (true, _) => 0,
        };
        let length = piece[..most].iter().position(special).unwrap_or(most);
        self.length += if self.inside { length } else { 0 };
        out.extend_from_slice(&piece[..length]);
        &piece[length..]
    }
}

impl Sieve for JsonSieve {
    fn sift(&mut self, mut piece: &[u8], out: &mut Vec<u8>) -> Result<(), Refused> {
        loop {
            piece = self.run(piece, out);
            let Some((&byte, rest)) = piece.split_first() else { return Ok(()) };
            piece = rest;
            if !self.inside {
                (self.inside, self.length, self.escape) = (byte == b'"', 0, 0);
                out.push(byte);
                continue;
            }
            let whole = self.escape == 0 && byte < 0x80;
            match (self.escape, byte) {
                (0, b'\\') => self.escape = 1,
                // Of `\u0000`, 5 to 2 stand before the four digits.
                (1, b'u') => self.escape = 5,
                (2, _) => self.escape = 0,
                (0, b'"') => {
                    self.inside = false;
                    out.push(byte);
                    continue;
                }
                (0, _) => {}
                _ => self.escape -= 1,
            }
            // Once cut, everything up to the closing quotation mark stays out.
            if self.length > ROOM {
                continue;
            }
            // A whole escape counts as one byte, as it stands for at least one.
            self.length += usize::from(self.escape == 0);
            if self.length >= ROOM && whole && byte != b'\\' {
                self.length = usize::MAX / 2;
            }
            out.push(byte);
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn sift(text: &str) -> String {
        let mut read = String::new();
        // Pieces of seven bytes: no state may depend on where a piece ends.
        let input = io::BufReader::with_capacity(7, text.as_bytes());
        Sifted::new(input, JsonSieve::default()).read_to_string(&mut read).unwrap();
        read
    }

    #[test]
    fn short_strings_pass_as_they_are() {
        let text = r#"{"a\"b": ["c\\", "\u00e9 \ud83d\ude00 é", 1.5e3]}"#;
        assert_eq!(sift(text), text);
    }

    #[test]
    fn a_long_string_is_cut_and_what_follows_is_not() {
        let text = format!(r#"["{}", "next"]"#, "é\\\"x".repeat(LONGEST_TEXT));
        let strings: Vec<String> = serde_json::from_str(&sift(&text)).unwrap();
        assert!(strings[0].len() <= LONGEST_TEXT + 8 && strings[0].len() > LONGEST_TEXT / 2);
        assert_eq!(strings[1], "next");
    }
}
