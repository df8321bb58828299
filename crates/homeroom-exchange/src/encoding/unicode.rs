//! UTF-8 and UTF-16.

use std::char::{REPLACEMENT_CHARACTER, decode_utf16};

const MARK: char = '\u{feff}';

/// UTF-8. A character that is cut off by the end of a piece waits for the next.
#[derive(Default)]
pub(crate) struct Utf8 {
    began: bool,
    open: Vec<u8>,
}

impl Utf8 {
    pub(super) fn decode(&mut self, piece: &[u8], last: bool, text: &mut String) {
        let from = text.len();
        self.open.extend_from_slice(piece);
        let mut left = self.open.as_slice();
        while let Some(chunk) = left.utf8_chunks().next() {
            text.push_str(chunk.valid());
            let read = chunk.valid().len() + chunk.invalid().len();
            // A character that is whole as far as it goes, at the end.
            let cut = std::str::from_utf8(&left[chunk.valid().len()..])
                .is_err_and(|error| error.valid_up_to() == 0 && error.error_len().is_none());
            if cut && !last {
                left = &left[chunk.valid().len()..];
                break;
            }
            if !chunk.invalid().is_empty() {
                text.push(REPLACEMENT_CHARACTER);
            }
            left = &left[read..];
        }
        let done = self.open.len() - left.len();
        self.open.drain(..done);
        without_mark(&mut self.began, text, from);
    }
}

/// UTF-16. Half a unit and half a pair wait for the next piece.
pub(crate) struct Utf16 {
    big: bool,
    began: bool,
    open: Vec<u8>,
}

impl Utf16 {
    pub(super) fn new(big: bool) -> Self {
        Self { big, began: false, open: Vec::new() }
    }

    pub(super) fn decode(&mut self, piece: &[u8], last: bool, text: &mut String) {
        let from = text.len();
        self.open.extend_from_slice(piece);
        let unit =
            |bytes: &[u8; 2]| if self.big { u16::from_be_bytes(*bytes) } else { u16::from_le_bytes(*bytes) };
        let (units, half) = self.open.as_chunks::<2>();
        let waits = |bytes: &[u8; 2]| (0xd800..0xdc00).contains(&unit(bytes));
        let waiting = units.last().is_some_and(waits);
        let whole = units.len() - usize::from(waiting);
        let units = units[..whole].iter().map(unit);
        text.extend(decode_utf16(units).map(|read| read.unwrap_or(REPLACEMENT_CHARACTER)));
        // Half a pair and half a unit after it are one fault.
        if last && (waiting || !half.is_empty()) {
            text.push(REPLACEMENT_CHARACTER);
        }
        self.open.drain(..2 * whole);
        without_mark(&mut self.began, text, from);
    }
}

/// Takes the mark off the beginning of the text, once that is there.
fn without_mark(began: &mut bool, text: &mut String, from: usize) {
    if !*began && text.len() > from {
        *began = true;
        if text[from..].starts_with(MARK) {
            text.replace_range(from..from + MARK.len_utf8(), "");
        }
    }
}
