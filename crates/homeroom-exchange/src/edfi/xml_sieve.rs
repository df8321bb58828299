//! The sieve for XML: see [`super::limit`].

use super::{
    limit::{Refused, Sieve},
    record::LONGEST_TEXT,
};

/// One byte more than the longest text is let through, so that the reader sees that it was too long.
const ROOM: usize = LONGEST_TEXT + 1;
const LONGEST_REFERENCE: usize = 64;

/// What the sieve is in.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Within {
    Text,
    // After `<`, before it is clear what it opens.
    Opening,
    Tag { quote: u8 },
    Instruction { asked: bool },
    Comment { dashes: u8 },
    Data { brackets: u8 },
}

/// Cuts XML texts and `CDATA`, leaves out what comments say, refuses document types and endless tags.
#[derive(Debug)]
pub(super) struct XmlSieve {
    within: Within,
    length: usize,
    // How far into an entity reference, 0 outside one.
    reference: usize,
    cut: bool,
    opening: Vec<u8>,
}

impl Default for XmlSieve {
    fn default() -> Self {
        Self { within: Within::Text, length: 0, reference: 0, cut: false, opening: Vec::with_capacity(9) }
    }
}

impl XmlSieve {
    fn enter(&mut self, within: Within) {
        (self.within, self.length, self.reference, self.cut) = (within, 0, 0, false);
    }

    // Lets an ordinary stretch of a text or tag through at once; gives what follows it.
    fn run<'p>(&mut self, piece: &'p [u8], out: &mut Vec<u8>) -> &'p [u8] {
        let ordinary = match self.within {
            Within::Text if self.reference == 0 => |byte: &u8| !matches!(byte, b'<' | b'&'),
            Within::Tag { quote: 0 } => |byte: &u8| !matches!(byte, b'>' | b'"' | b'\''),
            _ => return piece,
        };
        // Near the limit it is looked at byte by byte.
        let most = LONGEST_TEXT.saturating_sub(self.length).min(piece.len());
        let length = piece[..most].iter().position(|byte| !ordinary(byte)).unwrap_or(most);
        self.length += length;
        out.extend_from_slice(&piece[..length]);
        &piece[length..]
    }

    // Whether a byte of a text still has room; a text is cut between characters and outside references.
    fn has_room(&mut self, byte: u8) -> bool {
        let between = self.reference == 0 && byte & 0xC0 != 0x80;
        self.cut |= self.length >= ROOM && between;
        // A whole reference counts as one byte, as it stands for at least one.
        self.length += usize::from(self.reference == 0);
        !self.cut
    }

    fn text(&mut self, byte: u8, out: &mut Vec<u8>) {
        if byte == b'<' {
            self.enter(Within::Opening);
            self.opening.clear();
            return;
        }
        if self.has_room(byte) {
            out.push(byte);
            self.reference = match byte {
                b'&' => 1,
                b';' => 0,
                _ if self.reference > 0 => self.reference + 1,
                _ => 0,
            };
        }
        // A lone `&` opens no reference: text goes on after it.
        if self.reference > LONGEST_REFERENCE {
            self.reference = 0;
        }
    }

    // Collects what stands after `<` until it is clear what it opens.
    fn opening(&mut self, byte: u8, out: &mut Vec<u8>) -> Result<(), Refused> {
        self.opening.push(byte);
        let opens = |mark: &[u8]| mark.starts_with(&self.opening);
        if self.opening == b"!--" {
            out.extend_from_slice(b"<!--");
            self.enter(Within::Comment { dashes: 0 });
        } else if self.opening == b"![CDATA[" {
            out.extend_from_slice(b"<![CDATA[");
            self.enter(Within::Data { brackets: 0 });
        } else if opens(b"!--") || opens(b"![CDATA[") {
        } else if self.opening.first() == Some(&b'!') {
            return Err(Refused::DocumentType);
        } else if byte == b'?' {
            out.extend_from_slice(b"<?");
            self.enter(Within::Instruction { asked: false });
        } else {
            out.push(b'<');
            self.enter(Within::Tag { quote: 0 });
            return self.tag(byte, 0, out);
        }
        Ok(())
    }

    fn tag(&mut self, byte: u8, quote: u8, out: &mut Vec<u8>) -> Result<(), Refused> {
        self.length += 1;
        if self.length > LONGEST_TEXT {
            return Err(Refused::MarkupTooLong);
        }
        out.push(byte);
        match (quote, byte) {
            (0, b'>') => self.enter(Within::Text),
            (0, b'"' | b'\'') => self.within = Within::Tag { quote: byte },
            (open, _) if open == byte => self.within = Within::Tag { quote: 0 },
            _ => {}
        }
        Ok(())
    }
}

impl Sieve for XmlSieve {
    fn sift(&mut self, mut piece: &[u8], out: &mut Vec<u8>) -> Result<(), Refused> {
        loop {
            piece = self.run(piece, out);
            let Some((&byte, rest)) = piece.split_first() else { return Ok(()) };
            piece = rest;
            match self.within {
                Within::Text => self.text(byte, out),
                Within::Opening => self.opening(byte, out)?,
                Within::Tag { quote } => self.tag(byte, quote, out)?,
                Within::Instruction { asked } => {
                    if asked && byte == b'>' {
                        out.extend_from_slice(b"?>");
                        self.enter(Within::Text);
                    } else {
                        if asked && self.has_room(b'?') {
                            out.push(b'?');
                        }
                        if byte != b'?' && self.has_room(byte) {
                            out.push(byte);
                        }
                        self.within = Within::Instruction { asked: byte == b'?' };
                    }
                }
                Within::Comment { dashes: 2 } if byte == b'>' => {
                    out.extend_from_slice(b"-->");
                    self.enter(Within::Text);
                }
                Within::Comment { dashes } => {
                    let dashes = if byte == b'-' { (dashes + 1).min(2) } else { 0 };
                    self.within = Within::Comment { dashes };
                }
                Within::Data { brackets: 2 } if byte == b'>' => {
                    out.extend_from_slice(b"]]>");
                    self.enter(Within::Text);
                }
                Within::Data { brackets: 2 } if byte == b']' => {
                    if self.has_room(byte) {
                        out.push(byte);
                    }
                }
                Within::Data { brackets } if byte == b']' => {
                    self.within = Within::Data { brackets: brackets + 1 };
                }
                Within::Data { brackets } => {
                    for byte in std::iter::repeat_n(b']', brackets.into()).chain([byte]) {
                        if self.has_room(byte) {
                            out.push(byte);
                        }
                    }
                    self.within = Within::Data { brackets: 0 };
                }
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::edfi::limit::Sifted;
    use std::io::{self, Read};

    fn sift(text: &str) -> Result<String, Option<Refused>> {
        let mut read = String::new();
        // Pieces of seven bytes: no state may depend on where a piece ends.
        let input = io::BufReader::with_capacity(7, text.as_bytes());
        match Sifted::new(input, XmlSieve::default()).read_to_string(&mut read) {
            Ok(_) => Ok(read),
            Err(error) => Err(Refused::behind(&error)),
        }
    }

    #[test]
    fn ordinary_xml_passes_as_it_is() {
        let text = "\u{feff}<?xml version='1.0'?><a b='>' c=\"<!--\"><![CDATA[x]] > ]y]]]></a>é &amp; &#233;<d/></a>";
        assert_eq!(sift(text).as_deref(), Ok(text));
    }

    #[test]
    fn comments_say_nothing() {
        let text = format!("<a><!-- {} -- <b> -->c</a>", "<!".repeat(LONGEST_TEXT));
        assert_eq!(sift(&text).as_deref(), Ok("<a><!---->c</a>"));
    }

    #[test]
    fn long_texts_are_cut_and_what_follows_is_not() {
        for (open, close) in [("<a>", "</a>"), ("<a><![CDATA[", "]]></a>"), ("<?a ", "?>")] {
            let sifted = sift(&format!("{open}{}{close}<b/>", "é".repeat(LONGEST_TEXT))).unwrap();
            assert!(sifted.ends_with(&format!("{close}<b/>")), "{open}");
            assert!((LONGEST_TEXT..LONGEST_TEXT + 64).contains(&sifted.len()), "{open}: {}", sifted.len());
        }
    }

    #[test]
    fn document_types_and_endless_markup_are_refused() {
        assert_eq!(sift("<!DOCTYPE a [<!ENTITY b 'c'>]><a/>"), Err(Some(Refused::DocumentType)));
        let tag = format!("<a b='{}'/>", "c".repeat(LONGEST_TEXT));
        assert_eq!(sift(&tag), Err(Some(Refused::MarkupTooLong)));
    }
}
