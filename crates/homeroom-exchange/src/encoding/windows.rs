//! Windows-1252.

/// What the bytes 0x80 to 0x9F say; all others say the character of their number.
const MIDDLE: [char; 32] = [
    '\u{20ac}', '\u{81}', '\u{201a}', '\u{192}', '\u{201e}', '\u{2026}', '\u{2020}', '\u{2021}', '\u{2c6}',
    '\u{2030}', '\u{160}', '\u{2039}', '\u{152}', '\u{8d}', '\u{17d}', '\u{8f}', '\u{90}', '\u{2018}',
    '\u{2019}', '\u{201c}', '\u{201d}', '\u{2022}', '\u{2013}', '\u{2014}', '\u{2dc}', '\u{2122}', '\u{161}',
    '\u{203a}', '\u{153}', '\u{9d}', '\u{17e}', '\u{178}',
];

/// The character of a byte.
pub(super) fn windows_1252(byte: u8) -> char {
    match byte {
        0x80..=0x9f => MIDDLE[usize::from(byte - 0x80)],
        _ => byte.into(),
    }
}
