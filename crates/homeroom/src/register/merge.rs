//! Merging registers, as of the schools of a district. Any order and grouping gives the same register.

use super::{IdColumn, Register, RegisterSchool, RowKey, SchoolDays, Spell, TooManyMarks};
use crate::{RollRules, SchoolId, SchoolYear, StudentId};
use chrono::NaiveDate;
use std::{cmp::Reverse, collections::BTreeSet};

/// Why two registers are not merged.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[non_exhaustive]
pub enum MergeError {
    /// They are of two school years.
    #[error("registers of {0} and {1} are not merged: compare them instead")]
    DifferentYears(SchoolYear, SchoolYear),
    /// Their rolls were read by different rules.
    #[error("the registers' rolls were read by different rules")]
    DifferentRules(Box<(RollRules, RollRules)>),
    /// A school has two calendars.
    #[error("school `{0}` has two different calendars")]
    TwoCalendars(SchoolId),
    /// Both hold the same student at the same school.
    #[error("student `{student}` is in both registers at school `{school}`")]
    SameRow {
        /// The student.
        student: StudentId,
        /// The school.
        school: SchoolId,
    },
    /// Together they have more day marks than a register can number.
    #[error(transparent)]
    TooManyMarks(#[from] TooManyMarks),
}

impl Register {
    /// The register that holds the rows of both.
    ///
    /// # Errors
    /// [`MergeError`] naming why the two do not make one.
    pub fn merge(mut self, mut other: Self) -> Result<Self, MergeError> {
        if self.year != other.year {
            return Err(MergeError::DifferentYears(self.year, other.year));
        }
        if self.rules != other.rules {
            return Err(MergeError::DifferentRules(Box::new((self.rules, other.rules))));
        }
        let dates: BTreeSet<NaiveDate> =
            self.days.dates().iter().chain(other.days.dates()).copied().collect();
        if let Ok(days) = SchoolDays::try_from(dates.into_iter().collect::<Vec<_>>()) {
            self.set_axis(days.clone());
            other.set_axis(days);
        }
        let schools = merge_schools(&self.schools, &other.schools)?;
        let mut marks = self.marks.clone();
        for mark in other.marks.marks() {
            marks.intern(mark.clone())?;
        }
        let all = vec![true; marks.marks().len()];
        marks.keep_in_order(&all);
        let students: BTreeSet<&str> = self.students.iter().chain(other.students.iter()).collect();
        let mut merged = Self {
            year: self.year,
            rules: self.rules,
            days: self.days.clone(),
            students: IdColumn::default(),
            student_rows: vec![0],
            rows: Vec::with_capacity(self.rows.len() + other.rows.len()),
            spells: Vec::with_capacity(self.spells.len() + other.spells.len()),
            row_spells: vec![0],
            planes: marks.planes(),
            bits: Vec::with_capacity(self.bits.len() + other.bits.len()),
            schools,
            marks,
        };
        for id in students {
            merged.take_student(id, [&self, &other])?;
        }
        Ok(merged)
    }

    fn take_student(&mut self, id: &str, from: [&Self; 2]) -> Result<(), MergeError> {
        let student = self.students.len() as u32;
        let mut rows: Vec<(RowKey, &[Spell], &Self, usize)> = Vec::new();
        for register in from {
            for row in register.find_student(id).map_or(0..0, |student| register.rows_of(student)) {
                let school = &register.schools[register.rows[row].school as usize].id;
                let school = self.find_school(school.as_str()).unwrap_or_default() as u32;
                let key = RowKey { student, school, ..register.rows[row] };
                rows.push((key, register.spells_of(row), register, row));
            }
        }
        rows.sort_by_key(|(key, spells, ..)| precedence(key, spells));
        let mut schools = BTreeSet::new();
        if let Some((key, ..)) = rows.iter().find(|(key, ..)| !schools.insert(key.school)) {
            let school = self.schools[key.school as usize].id.clone();
            // The identifier was checked when the register was built.
            let Ok(student) = StudentId::new(id) else { return Ok(()) };
            return Err(MergeError::SameRow { student, school });
        }
        self.students.push(id);
        for (key, spells, register, row) in rows {
            self.rows.push(key);
            self.spells.extend_from_slice(spells);
            self.row_spells.push(self.spells.len() as u32);
            self.copy_cells(register, row);
        }
        self.student_rows.push(self.rows.len() as u32);
        Ok(())
    }

    fn copy_cells(&mut self, register: &Self, row: usize) {
        let (words, start) = (self.words(), self.bits.len());
        let source = register.row(row);
        self.bits.resize(start + self.stride(), 0);
        self.bits[start..start + words].copy_from_slice(source.membership());
        self.bits[start + words..start + 2 * words].copy_from_slice(source.recorded());
        for w in 0..words {
            let marked = (0..source.planes()).fold(0, |any, plane| any | source.plane(plane)[w]);
            for bit in super::bits::iter(&[marked]) {
                let mark = &register.marks()[usize::from(source.mark(w * 64 + bit))];
                let number = self.marks.number(mark);
                for plane in (0..self.planes).filter(|plane| number >> plane & 1 == 1) {
                    self.bits[start + (2 + plane) * words + w] |= 1 << bit;
                }
            }
        }
    }
}

/// The order in which a student's rows count on a day of two schools.
pub(super) fn precedence(key: &RowKey, spells: &[Spell]) -> impl Ord + use<> {
    let latest = spells.iter().map(|spell| spell.entry).max();
    (!key.primary, Reverse(key.share), Reverse(latest), key.school)
}

fn merge_schools(a: &[RegisterSchool], b: &[RegisterSchool]) -> Result<Vec<RegisterSchool>, MergeError> {
    let mut schools: Vec<_> = a.iter().chain(b).cloned().collect();
    schools.sort_by(|a, b| a.id.cmp(&b.id));
    schools.dedup();
    match schools.windows(2).find(|pair| pair[0].id == pair[1].id) {
        Some(pair) => Err(MergeError::TwoCalendars(pair[0].id.clone())),
        None => Ok(schools),
    }
}
