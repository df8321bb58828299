//! A register as bytes: compact, checked when read back.

use super::{IdColumn, MarkTable, Register, RegisterSchool, RollRules, RowKey, SchoolDays, Spell};
use crate::SchoolYear;
use serde::{Deserialize, Serialize};

/// The number of the byte format that this version writes and reads.
pub const REGISTER_FORMAT: u16 = 1;

const MAGIC: &[u8; 8] = b"homeroom";

/// Why bytes are not a register.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[non_exhaustive]
pub enum WireError {
    /// The bytes are not a register's.
    #[error("the bytes are not a register")]
    NotARegister,
    /// A format that this version does not read.
    #[error("the register has byte format {0}; this version reads {REGISTER_FORMAT}")]
    Format(u16),
    /// The bytes are damaged or incomplete.
    #[error("the register's bytes are damaged: {0}")]
    Damaged(String),
}

/// A register as it is written: its fields, their invariants checked on reading.
#[derive(Serialize, Deserialize)]
struct Parts {
    year: SchoolYear,
    rules: RollRules,
    days: SchoolDays,
    schools: Vec<RegisterSchool>,
    students: IdColumn,
    student_rows: Vec<u32>,
    rows: Vec<RowKey>,
    spells: Vec<Spell>,
    row_spells: Vec<u32>,
    marks: MarkTable,
    bits: Vec<u64>,
}

impl Register {
    /// The register as bytes; [`from_bytes`](Self::from_bytes) gives an equal register back.
    ///
    /// # Errors
    /// [`WireError::Damaged`] where the encoder fails, as when the machine has no memory left.
    pub fn to_bytes(&self) -> Result<Vec<u8>, WireError> {
        let mut bytes = MAGIC.to_vec();
        bytes.extend_from_slice(&REGISTER_FORMAT.to_le_bytes());
        let parts = Parts {
            year: self.year,
            rules: self.rules,
            days: self.days.clone(),
            schools: self.schools.clone(),
            students: self.students.clone(),
            student_rows: self.student_rows.clone(),
            rows: self.rows.clone(),
            spells: self.spells.clone(),
            row_spells: self.row_spells.clone(),
            marks: self.marks.clone(),
            bits: self.bits.clone(),
        };
        postcard::to_extend(&parts, bytes).map_err(|error| WireError::Damaged(error.to_string()))
    }

    /// Reads a register from the bytes of [`to_bytes`](Self::to_bytes).
    ///
    /// # Errors
    /// [`WireError`] where the bytes are something else, of another format, or damaged.
    pub fn from_bytes(bytes: &[u8]) -> Result<Self, WireError> {
        let body = bytes.strip_prefix(MAGIC).ok_or(WireError::NotARegister)?;
        let (format, body) = body.split_first_chunk::<2>().ok_or(WireError::NotARegister)?;
        match u16::from_le_bytes(*format) {
            REGISTER_FORMAT => {}
            other => return Err(WireError::Format(other)),
        }
        let parts: Parts =
            postcard::from_bytes(body).map_err(|error| WireError::Damaged(error.to_string()))?;
        parts.check().map_err(|what| WireError::Damaged(what.into()))
    }
}

impl Parts {
    fn check(self) -> Result<Register, &'static str> {
        let Self {
            year,
            rules,
            days,
            schools,
            students,
            student_rows,
            rows,
            spells,
            row_spells,
            marks,
            bits,
        } = self;
        let register = Register {
            planes: marks.planes(),
            year,
            rules,
            days,
            schools,
            students,
            student_rows,
            rows,
            spells,
            row_spells,
            marks,
            bits,
        };
        let cuts = |cuts: &[u32], pieces: usize, whole: usize| {
            cuts.len() == pieces + 1
                && cuts.first() == Some(&0)
                && cuts.last() == Some(&(whole as u32))
                && cuts.is_sorted()
        };
        if register.days.is_empty() || !register.schools.is_sorted_by(|a, b| a.id < b.id) {
            return Err("the calendars are not in order");
        }
        if !cuts(&register.student_rows, register.students(), register.rows.len())
            || !cuts(&register.row_spells, register.rows.len(), register.spells.len())
        {
            return Err("the rows are cut wrongly");
        }
        if register.bits.len() != register.rows.len() * register.stride() {
            return Err("the rows have the wrong length");
        }
        for student in 0..register.students() {
            for row in register.rows_of(student) {
                let key = &register.rows[row];
                if key.student as usize != student || key.school as usize >= register.schools.len() {
                    return Err("a row names a student or school that is not there");
                }
            }
        }
        if (0..register.rows.len()).all(|row| register.row_is_whole(row)) {
            Ok(register)
        } else {
            Err("a row has marks outside membership or beyond the table")
        }
    }
}

impl Register {
    fn row_is_whole(&self, row: usize) -> bool {
        let row = self.row(row);
        let inside = DaysInside { days: self.days.len() };
        (0..row.words()).all(|w| {
            let member = row.membership()[w];
            let marked = (0..row.planes()).fold(0, |any, plane| any | row.plane(plane)[w]);
            let known = super::bits::iter(&[marked])
                .all(|bit| usize::from(row.mark(w * 64 + bit)) < self.marks().len());
            member & !inside.word(w) == 0 && (row.recorded()[w] | marked) & !member == 0 && known
        })
    }
}

/// The bits of an axis that stand for a day.
struct DaysInside {
    days: usize,
}

impl DaysInside {
    fn word(&self, w: usize) -> u64 {
        match self.days.saturating_sub(w * 64) {
            0 => 0,
            days @ 1..64 => u64::MAX >> (64 - days),
            _ => u64::MAX,
        }
    }
}
