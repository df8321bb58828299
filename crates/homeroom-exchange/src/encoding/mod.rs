//! Text encodings by their WHATWG labels, and their decoders.
//!
//! UTF-8, UTF-16 and Windows-1252 are decoded by the library itself. The tables of all others are large: they come with the
//! feature `legacy-encodings`, or with a decoder that the program has already.

mod unicode;
mod windows;

use std::sync::OnceLock;
pub(crate) use unicode::{Utf8, Utf16};
use windows::windows_1252;

/// Decodes a whole text of the encoding of a WHATWG label, in lower case; what is no text becomes U+FFFD. Nothing where
/// there is no such encoding.
pub type DecodeText = fn(label: &str, bytes: &[u8]) -> Option<String>;

static GIVEN: OnceLock<DecodeText> = OnceLock::new();

/// Decodes the encodings that the library does not decode itself by a decoder that the program has already, such as a
/// browser's. It counts for the whole program, and is given once: a later one is not taken.
pub fn decode_others_by(decode: DecodeText) {
    let _ = GIVEN.set(decode);
}

/// An encoding.
#[derive(Clone, PartialEq, Eq, Debug)]
pub(crate) enum Encoding {
    Utf8,
    Utf16 {
        big: bool,
    },
    Windows1252,
    #[cfg(feature = "legacy-encodings")]
    Legacy(&'static encoding_rs::Encoding),
    /// One that a [given](decode_others_by) decoder knows.
    Given(String),
}

impl Encoding {
    /// The encoding of a label.
    pub(crate) fn for_label(label: &str) -> Option<Self> {
        let blank = |sign: char| matches!(sign, '\t' | '\n' | '\u{c}' | '\r' | ' ');
        let label = label.trim_matches(blank).to_ascii_lowercase();
        Self::own(&label).or_else(|| Self::other(label))
    }

    fn own(label: &str) -> Option<Self> {
        Some(match label {
            "unicode-1-1-utf-8" | "unicode11utf8" | "unicode20utf8" | "utf-8" | "utf8"
            | "x-unicode20utf8" => Self::Utf8,
            "unicodefffe" | "utf-16be" => Self::Utf16 { big: true },
            "csunicode" | "iso-10646-ucs-2" | "ucs-2" | "unicode" | "unicodefeff" | "utf-16" | "utf-16le" => {
                Self::Utf16 { big: false }
            }
            "ansi_x3.4-1968" | "ascii" | "cp1252" | "cp819" | "csisolatin1" | "ibm819" | "iso-8859-1"
            | "iso-ir-100" | "iso8859-1" | "iso88591" | "iso_8859-1" | "iso_8859-1:1987" | "l1"
            | "latin1" | "us-ascii" | "windows-1252" | "x-cp1252" => Self::Windows1252,
            _ => return None,
        })
    }

    fn other(label: String) -> Option<Self> {
        #[cfg(feature = "legacy-encodings")]
        if let Some(encoding) = encoding_rs::Encoding::for_label(label.as_bytes()) {
            return Some(Self::Legacy(encoding));
        }
        GIVEN.get()?(&label, &[]).map(|_| Self::Given(label))
    }

    /// Its decoder. A byte order mark is no part of the text.
    pub(crate) fn decoder(&self) -> Decoder {
        match self {
            Self::Utf8 => Decoder::Utf8(Utf8::default()),
            Self::Utf16 { big } => Decoder::Utf16(Utf16::new(*big)),
            Self::Windows1252 => Decoder::Windows1252,
            #[cfg(feature = "legacy-encodings")]
            Self::Legacy(encoding) => Decoder::Legacy(Box::new(encoding.new_decoder_with_bom_removal())),
            Self::Given(label) => Decoder::Given { label: label.clone(), bytes: Vec::new() },
        }
    }
}

/// Decodes a text piece by piece. What is no text becomes U+FFFD.
pub(crate) enum Decoder {
    Utf8(Utf8),
    Utf16(Utf16),
    Windows1252,
    #[cfg(feature = "legacy-encodings")]
    Legacy(Box<encoding_rs::Decoder>),
    Given {
        label: String,
        bytes: Vec<u8>,
    },
}

impl Decoder {
    /// Adds what a piece says, and at the last what was left open.
    pub(crate) fn decode(&mut self, piece: &[u8], last: bool, text: &mut String) {
        match self {
            Self::Utf8(decoder) => decoder.decode(piece, last, text),
            Self::Utf16(decoder) => decoder.decode(piece, last, text),
            Self::Windows1252 => text.extend(piece.iter().map(|byte| windows_1252(*byte))),
            #[cfg(feature = "legacy-encodings")]
            Self::Legacy(decoder) => {
                // With so much room nothing is left over.
                text.reserve(decoder.max_utf8_buffer_length(piece.len()).unwrap_or(4 * piece.len() + 16));
                let _ = decoder.decode_to_string(piece, text, last);
            }
            Self::Given { label, bytes } => {
                bytes.extend_from_slice(piece);
                if last {
                    // A text that cannot be decoded is none, and never an empty one.
                    let decoded = GIVEN.get().and_then(|decode| decode(label, bytes));
                    text.push_str(decoded.as_deref().unwrap_or("\u{fffd}"));
                    bytes.clear();
                }
            }
        }
    }
}

#[cfg(all(test, feature = "legacy-encodings"))]
#[allow(clippy::unwrap_used, reason = "a test that cannot go on fails")]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn decoded(label: &str, pieces: &[&[u8]]) -> String {
        let mut decoder = Encoding::for_label(label).unwrap().decoder();
        let mut text = String::new();
        for piece in pieces {
            decoder.decode(piece, false, &mut text);
        }
        decoder.decode(&[], true, &mut text);
        text
    }

    fn known(label: &str, bytes: &[u8]) -> String {
        let encoding = encoding_rs::Encoding::for_label(label.as_bytes()).unwrap();
        encoding.decode_with_bom_removal(bytes).0.into_owned()
    }

    #[test]
    fn every_byte_of_windows_1252() {
        let bytes: Vec<u8> = (0..=255).collect();
        assert_eq!(decoded("latin1", &[&bytes]), known("latin1", &bytes));
    }

    // Our own labels as they are and as they may be written, others of the WHATWG's list, and some that are none.
    #[test]
    fn every_own_label_means_what_it_means_to_everybody() {
        for label in [
            "unicode-1-1-utf-8",
            "unicode11utf8",
            "unicode20utf8",
            "utf-8",
            "utf8",
            "x-unicode20utf8",
            "unicodefffe",
            "utf-16be",
            "csunicode",
            "iso-10646-ucs-2",
            "ucs-2",
            "unicode",
            "unicodefeff",
            "utf-16",
            "utf-16le",
            "ansi_x3.4-1968",
            "ascii",
            "cp1252",
            "cp819",
            "csisolatin1",
            "ibm819",
            "iso-8859-1",
            "iso-ir-100",
            "iso8859-1",
            "iso88591",
            "iso_8859-1",
            "iso_8859-1:1987",
            "l1",
            "latin1",
            "us-ascii",
            "windows-1252",
            "x-cp1252",
            " UTF-8\n",
            "Latin1",
            "utf-7",
            "latin2",
            "iso-8859-15",
            "windows-1251",
            "klingon",
            "",
            "utf 8",
            "\u{a0}utf-8",
        ] {
            let encoding = encoding_rs::Encoding::for_label(label.as_bytes());
            let name = encoding.map(encoding_rs::Encoding::name);
            let own = Encoding::for_label(label).map(|own| match own {
                Encoding::Utf8 => "UTF-8",
                Encoding::Utf16 { big: true } => "UTF-16BE",
                Encoding::Utf16 { big: false } => "UTF-16LE",
                Encoding::Windows1252 => "windows-1252",
                Encoding::Legacy(encoding) => encoding.name(),
                Encoding::Given(_) => "given",
            });
            assert_eq!(own, name, "{label}");
        }
    }

    fn pieces() -> impl Strategy<Value = Vec<Vec<u8>>> {
        let byte = prop_oneof![
            any::<u8>(),
            Just(0xd8),
            Just(0xdc),
            Just(0xfe),
            Just(0xff),
            0xe0_u8..=0xf4,
            0x80_u8..=0xbf
        ];
        let text = any::<String>().prop_map(String::into_bytes);
        let mark = Just("\u{feff}".as_bytes().to_vec());
        prop::collection::vec(prop_oneof![prop::collection::vec(byte, 0..6), text, mark], 0..8)
    }

    proptest! {
        #![proptest_config(ProptestConfig::with_cases(2000))]
        #[test]
        fn whatever_the_bytes_and_wherever_they_are_cut(pieces in pieces()) {
            let bytes = pieces.concat();
            let cut: Vec<&[u8]> = pieces.iter().map(Vec::as_slice).collect();
            for label in ["utf-8", "utf-16le", "utf-16be", "latin1", "shift_jis", "gb18030"] {
                prop_assert_eq!(decoded(label, &cut), known(label, &bytes), "{}", label);
            }
        }
    }
}
