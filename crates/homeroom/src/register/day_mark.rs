//! Day marks: everything a register knows of one student's day, as exact parts of the day.

use crate::{AttendanceCode, AttendanceStatus, Fraction};
use rustc_hash::FxHashMap;
use serde::{Deserialize, Serialize};

/// The content of a recorded day: codes with the exact part of the day each covers, in order. What the parts
/// leave over was attended in the regular way, so the empty mark is a day of plain presence.
///
/// For a tardy or an early departure the part is what was missed, 0 where nobody wrote down how much.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash, Default, Serialize, Deserialize)]
#[serde(try_from = "Vec<(AttendanceCode, Fraction)>")]
pub struct DayMark(Vec<(AttendanceCode, Fraction)>);

/// The parts of one day add up to more than the day, or to a sum no 32-bit fraction holds.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
#[error("the parts of a day add up to more than the day, or not exactly")]
pub struct PartsExceedDay;

impl TryFrom<Vec<(AttendanceCode, Fraction)>> for DayMark {
    type Error = PartsExceedDay;

    fn try_from(parts: Vec<(AttendanceCode, Fraction)>) -> Result<Self, PartsExceedDay> {
        Self::from_parts(parts)
    }
}

impl DayMark {
    /// A day that one code covers wholly.
    pub fn whole_day(code: AttendanceCode) -> Self {
        let part = match code.status() {
            AttendanceStatus::Tardy | AttendanceStatus::EarlyDeparture => Fraction::ZERO,
            AttendanceStatus::Present if code.category().is_none() => return Self::default(),
            _ => Fraction::ONE,
        };
        Self(vec![(code, part)])
    }

    /// A day made of parts: parts of one code are added, plain presence is left out.
    ///
    /// # Errors
    /// [`PartsExceedDay`] where the parts add up to more than the day.
    pub fn from_parts(
        parts: impl IntoIterator<Item = (AttendanceCode, Fraction)>,
    ) -> Result<Self, PartsExceedDay> {
        let mut mark: Vec<(AttendanceCode, Fraction)> = Vec::new();
        let mut total = Fraction::ZERO;
        for (code, part) in parts {
            total = total.checked_add(part).ok_or(PartsExceedDay)?;
            if code == AttendanceCode::PRESENT {
                continue;
            }
            match mark.iter_mut().find(|(known, _)| *known == code) {
                Some((_, sum)) => *sum = sum.checked_add(part).ok_or(PartsExceedDay)?,
                None => mark.push((code, part)),
            }
        }
        if total > Fraction::ONE {
            return Err(PartsExceedDay);
        }
        mark.sort_unstable();
        Ok(Self(mark))
    }

    /// The codes and the part of the day each covers.
    pub fn parts(&self) -> &[(AttendanceCode, Fraction)] {
        &self.0
    }

    /// The part of the day with an absence of any kind.
    pub fn absent_part(&self) -> Fraction {
        self.0
            .iter()
            .filter(|(code, _)| code.status().is_absence())
            .fold(Fraction::ZERO, |sum, (_, part)| sum.checked_add(*part).unwrap_or(Fraction::ONE))
    }

    /// Both marks as one, where each is a tardy or an early departure and nothing else: the two do not
    /// contradict each other.
    pub(crate) fn with_late(&self, other: &Self) -> Option<Self> {
        let late = |mark: &Self| !mark.is_present() && mark.0.iter().all(|(_, part)| *part == Fraction::ZERO);
        let both = self.0.iter().chain(&other.0).copied();
        if late(self) && late(other) { Self::from_parts(both).ok() } else { None }
    }

    /// Whether the whole day is one on which attendance was not taken.
    pub fn is_not_recorded(&self) -> bool {
        let not_taken =
            |(code, _): &(AttendanceCode, Fraction)| code.status() == AttendanceStatus::NotRecorded;
        let parts = self.0.iter().filter(|part| not_taken(part)).map(|(_, part)| *part);
        parts.into_iter().try_fold(Fraction::ZERO, Fraction::checked_add) == Some(Fraction::ONE)
    }

    /// Whether the day is one of plain presence.
    pub fn is_present(&self) -> bool {
        self.0.is_empty()
    }
}

/// The most marks one register can tell apart.
pub const MAX_MARKS: usize = 1 << 16;

/// The marks of a register, each under a number; number 0 is plain presence.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct MarkTable {
    marks: Vec<DayMark>,
    numbers: FxHashMap<DayMark, u16>,
}

impl Default for MarkTable {
    fn default() -> Self {
        let present = DayMark::default();
        Self { marks: vec![present.clone()], numbers: std::iter::once((present, 0)).collect() }
    }
}

impl TryFrom<Vec<DayMark>> for MarkTable {
    type Error = &'static str;

    fn try_from(marks: Vec<DayMark>) -> Result<Self, Self::Error> {
        let numbers: FxHashMap<_, _> =
            marks.iter().cloned().enumerate().map(|(i, mark)| (mark, i as u16)).collect();
        let present_first = marks.first().is_some_and(DayMark::is_present);
        (present_first && numbers.len() == marks.len() && marks.len() <= MAX_MARKS)
            .then_some(Self { marks, numbers })
            .ok_or("the table of day marks is not one")
    }
}

/// A register would need more different day marks than it can number.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
#[error("more than {MAX_MARKS} different day marks in one register: split it by school")]
pub struct TooManyMarks;

impl MarkTable {
    /// The number of a mark, a new one where it is not yet known.
    pub(crate) fn intern(&mut self, mark: DayMark) -> Result<u16, TooManyMarks> {
        if let Some(number) = self.numbers.get(&mark) {
            return Ok(*number);
        }
        let number = u16::try_from(self.marks.len()).map_err(|_| TooManyMarks)?;
        self.marks.push(mark.clone());
        self.numbers.insert(mark, number);
        Ok(number)
    }

    /// Keeps only the marks in use, in their order; gives the new number of each old one (0 for those gone), or
    /// `None` where nothing changes.
    pub(crate) fn keep_in_order(&mut self, used: &[bool]) -> Option<Vec<u16>> {
        if self.marks.is_sorted() && used.iter().all(|used| *used) {
            return None;
        }
        let before = std::mem::take(&mut self.marks);
        self.marks =
            before.iter().zip(used).filter(|(_, used)| **used).map(|(mark, _)| mark.clone()).collect();
        self.marks.sort_unstable();
        self.numbers = self.marks.iter().cloned().enumerate().map(|(i, mark)| (mark, i as u16)).collect();
        Some(before.iter().map(|mark| self.number(mark)).collect())
    }

    /// The number of a mark that the table holds; 0 for others.
    pub(crate) fn number(&self, mark: &DayMark) -> u16 {
        self.numbers.get(mark).copied().unwrap_or(0)
    }

    pub(crate) fn marks(&self) -> &[DayMark] {
        &self.marks
    }

    /// The code planes that number all marks: bits enough for the highest number.
    pub(crate) fn planes(&self) -> usize {
        (usize::BITS - (self.marks.len() - 1).leading_zeros()) as usize
    }
}
