//! Changing a register that is built: corrections, deletions, attendance taken, a day more.

use super::{DayMark, DaySet, Register, RollBasis, SchoolDays, TooManyMarks, bits, row::RowMut};
use crate::{CalendarDay, InvalidDayLength};
use chrono::NaiveDate;

/// Why a register was not changed.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
#[non_exhaustive]
pub enum AmendError {
    /// The register has no student of that identifier.
    #[error("no student of that identifier is in the register")]
    UnknownStudent,
    /// The register has no school of that identifier.
    #[error("no school of that identifier is in the register")]
    UnknownSchool,
    /// The student is not in membership at that school on that date.
    #[error("the student is not in membership at that school on that date")]
    NotInMembership,
    /// A day is appended that does not come after all days of the register.
    #[error("an appended day comes after all days of the register and lies in its school year")]
    EarlierDay,
    /// No school teaches on an appended day.
    #[error("an appended day is instructional at one school at least")]
    NotInstructional,
    /// The length of an appended day.
    #[error(transparent)]
    InvalidDayLength(#[from] InvalidDayLength),
    /// The register would need more day marks than it can number.
    #[error(transparent)]
    TooManyMarks(#[from] TooManyMarks),
}

impl Register {
    /// Corrects a student's day at a school and gives the mark it had.
    ///
    /// # Errors
    /// [`AmendError`] where there is no such day in membership.
    pub fn correct(
        &mut self,
        student: &str,
        school: &str,
        date: NaiveDate,
        mark: DayMark,
    ) -> Result<DayMark, AmendError> {
        let (row, day) = self.cell(student, school, date)?;
        let before = self.marks()[usize::from(self.row(row).mark(day))].clone();
        self.write(row, day, mark, true)?;
        Ok(before)
    }

    /// Deletes the record of a student's day, as when a school takes back what it sent: on a roll of
    /// exceptions the day is present again, on a full roll it is not recorded.
    ///
    /// # Errors
    /// [`AmendError`] where there is no such day in membership.
    pub fn delete(&mut self, student: &str, school: &str, date: NaiveDate) -> Result<(), AmendError> {
        let (row, day) = self.cell(student, school, date)?;
        let recorded = self.rules.basis == RollBasis::ExceptionsOnly;
        Ok(self.write(row, day, DayMark::default(), recorded)?)
    }

    /// Appends a day after all days of the register: it becomes a school day of the schools named, and of
    /// membership for whoever is enrolled there. On a roll of exceptions everyone is present until
    /// [corrected](Self::correct); on a full roll nobody is recorded yet. No other day is touched.
    ///
    /// # Errors
    /// [`AmendError`] where the day is not the last, or a school is not known; then nothing is changed.
    pub fn append_day(&mut self, date: NaiveDate, schools: &[(&str, CalendarDay)]) -> Result<(), AmendError> {
        if self.days.dates().last().is_some_and(|last| *last >= date) || !self.year.contains(date) {
            return Err(AmendError::EarlierDay);
        }
        if !schools.iter().any(|(_, day)| day.event.is_instructional()) {
            return Err(AmendError::NotInstructional);
        }
        let mut indices = Vec::with_capacity(schools.len());
        for (school, _) in schools {
            indices.push(self.find_school(school).ok_or(AmendError::UnknownSchool)?);
        }
        let mut calendars: Vec<_> = indices.iter().map(|i| self.schools[*i].calendar.clone()).collect();
        for (calendar, (_, day)) in calendars.iter_mut().zip(schools) {
            calendar.set_day(date, day.clone())?;
        }
        for (i, calendar) in indices.into_iter().zip(calendars) {
            self.schools[i].calendar = calendar;
        }
        let mut dates = self.days.dates().to_vec();
        dates.push(date);
        let days = SchoolDays::try_from(dates).map_err(|_| AmendError::EarlierDay)?;
        self.set_axis(days);
        let (day, stride, words) = (self.days.len() - 1, self.stride(), self.words());
        let recorded = self.rules.basis == RollBasis::ExceptionsOnly;
        for row in 0..self.rows.len() {
            let key = self.rows[row];
            let taught = self.schools[key.school as usize].calendar.is_instructional(date, key.grade);
            let holds =
                |spell: &super::Spell| spell.entry <= date && spell.last_day.is_none_or(|last| date <= last);
            if taught && self.spells_of(row).iter().any(holds) {
                let cells = &mut self.bits[row * stride..(row + 1) * stride];
                cells[day / 64] |= 1 << (day % 64);
                RowMut { bits: cells, words }.write(day, 0, recorded);
            }
        }
        Ok(())
    }

    /// States that a school took attendance on a date: whoever has no record that day was present.
    ///
    /// # Errors
    /// [`AmendError`] where the school or the date is not one of the register.
    pub fn attendance_taken(&mut self, school: &str, date: NaiveDate) -> Result<(), AmendError> {
        let school = self.find_school(school).ok_or(AmendError::UnknownSchool)?;
        let day = self.days.index_of(date).ok_or(AmendError::NotInMembership)?;
        let (stride, words) = (self.stride(), self.words());
        for (row, key) in self.rows.iter().enumerate() {
            if key.school as usize == school {
                let cells = &mut self.bits[row * stride..(row + 1) * stride];
                let member = cells[day / 64] & 1 << (day % 64);
                cells[words + day / 64] |= member;
            }
        }
        Ok(())
    }

    fn cell(&self, student: &str, school: &str, date: NaiveDate) -> Result<(usize, usize), AmendError> {
        let student = self.find_student(student).ok_or(AmendError::UnknownStudent)?;
        let school = self.find_school(school).ok_or(AmendError::UnknownSchool)?;
        let day = self.days.index_of(date).ok_or(AmendError::NotInMembership)?;
        self.rows_of(student)
            .find(|row| self.rows[*row].school as usize == school && self.row(*row).is_member(day))
            .map(|row| (row, day))
            .ok_or(AmendError::NotInMembership)
    }

    /// Writes a day's mark; the day is in membership.
    pub(super) fn write(
        &mut self,
        row: usize,
        day: usize,
        mark: DayMark,
        recorded: bool,
    ) -> Result<(), TooManyMarks> {
        // A day wholly "not recorded" is one without a record.
        let silent = mark.is_not_recorded();
        let (mark, recorded) = if silent { (DayMark::default(), false) } else { (mark, recorded) };
        let number = self.marks.intern(mark)?;
        if self.marks.planes() > self.planes {
            self.add_planes(self.marks.planes() - self.planes);
        }
        let (stride, words) = (self.stride(), self.words());
        let bits = &mut self.bits[row * stride..(row + 1) * stride];
        RowMut { bits, words }.write(day, number, recorded);
        Ok(())
    }

    fn add_planes(&mut self, more: usize) {
        let (old, words) = (self.stride(), self.words());
        self.planes += more;
        let mut bits = Vec::with_capacity(self.rows.len() * self.stride());
        for row in self.bits.chunks_exact(old) {
            bits.extend_from_slice(row);
            bits.resize(bits.len() + more * words, 0);
        }
        self.bits = bits;
    }

    /// Keeps only the marks that occur and puts them in their order, so that equal rolls make equal registers
    /// in whatever order they came.
    pub(super) fn settle_marks(&mut self) {
        let used = self.used_marks();
        let Some(numbers) = self.marks.keep_in_order(&used) else { return };
        self.renumber(&numbers);
        self.drop_planes(self.planes - self.marks.planes());
    }

    // Which marks occur; looks no further once all have been seen.
    fn used_marks(&self) -> Vec<bool> {
        let mut used = vec![false; self.marks().len()];
        used[0] = true;
        let mut unseen = used.len() - 1;
        for row in 0..self.rows.len() {
            if unseen == 0 {
                break;
            }
            let row = self.row(row);
            for w in 0..row.words() {
                let marked = (0..row.planes()).fold(0, |any, plane| any | row.plane(plane)[w]);
                for bit in bits::iter(&[marked]) {
                    let seen = &mut used[usize::from(row.mark(w * 64 + bit))];
                    unseen -= usize::from(!*seen);
                    *seen = true;
                }
            }
        }
        used
    }

    // Drops the highest code planes, which hold no mark any more.
    fn drop_planes(&mut self, fewer: usize) {
        let (old, words) = (self.stride(), self.words());
        if fewer == 0 {
            return;
        }
        self.planes -= fewer;
        let kept = old - fewer * words;
        self.bits = self.bits.chunks_exact(old).flat_map(|row| &row[..kept]).copied().collect();
    }

    fn renumber(&mut self, numbers: &[u16]) {
        let (stride, words, planes) = (self.stride(), self.words(), self.planes);
        for cells in self.bits.chunks_exact_mut(stride) {
            let row = super::Row::new(cells, words, planes);
            let marked: Vec<_> =
                (0..words).map(|w| (0..planes).fold(0, |any, plane| any | row.plane(plane)[w])).collect();
            let moved: Vec<_> =
                bits::iter(&marked).map(|day| (day, numbers[usize::from(row.mark(day))])).collect();
            for (day, number) in moved {
                RowMut { bits: cells, words }.write(day, number, true);
            }
        }
    }

    /// Moves every row to a new axis that holds all days of the old one.
    pub(super) fn set_axis(&mut self, days: SchoolDays) {
        let moves: Vec<_> = self.days.dates().iter().filter_map(|date| days.index_of(*date)).collect();
        let (old_words, new_words) = (self.words(), bits::words_for(days.len()));
        let in_place = moves.iter().enumerate().all(|(from, to)| from == *to);
        self.days = days;
        if in_place && old_words == new_words {
            return;
        }
        let mut moved = Vec::with_capacity(self.bits.len() / old_words * new_words);
        for run in self.bits.chunks_exact(old_words) {
            let mut set = DaySet::empty(self.days.len());
            bits::iter(run).for_each(|day| set.insert(moves[day]));
            moved.extend_from_slice(set.words());
        }
        self.bits = moved;
    }
}
