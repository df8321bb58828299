//! A register as bytes: compact, checked when read back.

use super::{DayMark, IdColumn, MarkTable, Register, RegisterSchool, RollRules, RowKey, SchoolDays, Spell};
use crate::{
    AttendanceCategory, AttendanceCode, AttendanceStatus, Calendar, CalendarDay, CalendarEvent, Fraction,
    GradeLevel, SchoolId, SchoolYear, Term,
};
use chrono::NaiveDate;
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

// The format knows no names of fields, so nothing may be left out of it: where a type of the model leaves out
// what is empty, it is written here in a form of its own.
type MarkParts = Vec<(AttendanceStatus, Option<AttendanceCategory>, Fraction)>;
type DayParts = (NaiveDate, CalendarEvent, Option<u16>, Vec<GradeLevel>);

#[derive(Serialize, Deserialize)]
struct SchoolParts {
    id: SchoolId,
    day_minutes: u16,
    days: Vec<DayParts>,
    terms: Vec<Term>,
    declared_days: Option<u32>,
}

impl From<&RegisterSchool> for SchoolParts {
    fn from(RegisterSchool { id, calendar }: &RegisterSchool) -> Self {
        let day = |(date, day): (NaiveDate, &CalendarDay)| {
            (date, day.event, day.minutes, day.closed_grades.clone())
        };
        Self {
            id: id.clone(),
            day_minutes: calendar.day_minutes(),
            days: calendar.days().map(day).collect(),
            terms: calendar.terms().to_vec(),
            declared_days: calendar.declared_days(),
        }
    }
}

impl TryFrom<SchoolParts> for RegisterSchool {
    type Error = &'static str;

    fn try_from(parts: SchoolParts) -> Result<Self, Self::Error> {
        const WRONG: &str = "a calendar has days of a length no day has, or out of order";
        let mut calendar = Calendar::new(parts.day_minutes).map_err(|_| WRONG)?;
        if !parts.days.is_sorted_by(|a, b| a.0 < b.0) {
            return Err(WRONG);
        }
        for (date, event, minutes, closed_grades) in parts.days {
            let day = CalendarDay { event, minutes, closed_grades };
            calendar.set_day(date, day).map_err(|_| WRONG)?;
        }
        parts.terms.into_iter().for_each(|term| calendar.add_term(term));
        parts.declared_days.into_iter().for_each(|days| calendar.declare_days(days));
        Ok(Self { id: parts.id, calendar })
    }
}

fn mark_parts(mark: &DayMark) -> MarkParts {
    mark.parts().iter().map(|(code, part)| (code.status(), code.category(), *part)).collect()
}

fn mark_of(parts: &MarkParts) -> Result<DayMark, &'static str> {
    let codes = parts.iter().map(|(status, category, part)| {
        let code = AttendanceCode::new(*status);
        (category.map_or(code, |category| code.in_category(category)), *part)
    });
    let mark = DayMark::from_parts(codes).ok().filter(|mark| mark_parts(mark) == *parts);
    mark.ok_or("a day mark is not one")
}

/// A register as it is written: its fields, their invariants checked on reading.
#[derive(Serialize, Deserialize)]
struct Parts {
    year: SchoolYear,
    rules: RollRules,
    days: SchoolDays,
    schools: Vec<SchoolParts>,
    students: IdColumn,
    student_rows: Vec<u32>,
    rows: Vec<RowKey>,
    spells: Vec<Spell>,
    row_spells: Vec<u32>,
    marks: Vec<MarkParts>,
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
            schools: self.schools.iter().map(SchoolParts::from).collect(),
            students: self.students.clone(),
            student_rows: self.student_rows.clone(),
            rows: self.rows.clone(),
            spells: self.spells.clone(),
            row_spells: self.row_spells.clone(),
            marks: self.marks().iter().map(mark_parts).collect(),
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
        let (parts, rest) = postcard::take_from_bytes::<Parts>(body)
            .map_err(|error| WireError::Damaged(error.to_string()))?;
        if !rest.is_empty() {
            return Err(WireError::Damaged("there are more bytes than the register's".into()));
        }
        parts.register().map_err(|what| WireError::Damaged(what.into()))
    }
}

impl Parts {
    fn register(self) -> Result<Register, &'static str> {
        let marks = self.marks.iter().map(mark_of).collect::<Result<Vec<_>, _>>()?;
        let marks = MarkTable::try_from(marks)?;
        let schools = self.schools.into_iter().map(RegisterSchool::try_from);
        let register = Register {
            year: self.year,
            rules: self.rules,
            days: self.days,
            schools: schools.collect::<Result<_, _>>()?,
            students: self.students,
            student_rows: self.student_rows,
            rows: self.rows,
            spells: self.spells,
            row_spells: self.row_spells,
            planes: marks.planes(),
            marks,
            bits: self.bits,
        };
        register.check()?;
        Ok(register)
    }
}
