//! What of a record a finding may show: the column of an identifier or code may hold names by mistake.

use homeroom::{Finding, shape};

const CODE_SHOWN: usize = 4;

/// Whether a text looks like an identifier and not like a name: a digit, and no white space.
pub(crate) fn looks_like_an_id(text: &str) -> bool {
    text.bytes().any(|byte| byte.is_ascii_digit()) && !text.contains(char::is_whitespace)
}

/// A finding about a student, named only where the text looks like an identifier.
pub(crate) fn about_student(finding: Finding, student: &str) -> Finding {
    if looks_like_an_id(student.trim()) { finding.student(student) } else { finding }
}

/// A code that has no meaning: itself where it looks like a code (`AE`, `07`), else its shape.
pub(crate) fn shown_code(code: &str) -> String {
    let like_a_code =
        code.len() <= CODE_SHOWN && code.bytes().all(|b| b.is_ascii_graphic() && !b.is_ascii_lowercase());
    if like_a_code { code.to_owned() } else { shape(code) }
}
