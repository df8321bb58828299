//! The invariants of a register, checked before bytes from outside become one.

use super::{Register, SchoolDays, bits, build::Sessions, merge::precedence};
use crate::Fraction;
use chrono::NaiveDate;

impl Register {
    /// Whether everything that the other functions rely on holds; if not, what does not.
    pub(super) fn check(&self) -> Result<(), &'static str> {
        if !self.calendars_are_whole() {
            return Err("the calendars are not in order");
        }
        if !self.cuts_are_whole() {
            return Err("the rows are cut wrongly");
        }
        if !(0..self.students()).all(|student| self.keys_are_whole(student)) {
            return Err("a row names a student or school that is not there, or stands in the wrong place");
        }
        let mut sessions = Sessions::default();
        if !(0..self.rows.len()).all(|row| self.row_is_whole(row, &mut sessions)) {
            return Err("a row has days that its calendar and spells do not, or marks beyond the table");
        }
        Ok(())
    }

    fn calendars_are_whole(&self) -> bool {
        let dates = self.days.dates();
        let on_axis = |days: &SchoolDays, school: &super::RegisterSchool| {
            let mut taught = school.calendar.days().filter(|(_, day)| day.event.is_instructional());
            taught.all(|(date, _)| days.index_of(date).is_some())
        };
        !dates.is_empty()
            && dates.iter().all(|date| self.year.contains(*date))
            && self.schools.is_sorted_by(|a, b| a.id < b.id)
            && self.schools.iter().all(|school| on_axis(&self.days, school))
    }

    fn cuts_are_whole(&self) -> bool {
        let cuts = |cuts: &[u32], pieces: usize, whole: usize| {
            cuts.len() == pieces + 1
                && cuts.first() == Some(&0)
                && cuts.last().is_some_and(|last| *last as usize == whole)
                && cuts.is_sorted()
        };
        cuts(&self.student_rows, self.students(), self.rows.len())
            && self.student_rows.is_sorted_by(|a, b| a < b)
            && cuts(&self.row_spells, self.rows.len(), self.spells.len())
            && Some(self.bits.len()) == self.rows.len().checked_mul(self.stride())
    }

    fn keys_are_whole(&self, student: usize) -> bool {
        let key_is_whole = |row: usize| {
            let key = &self.rows[row];
            key.student as usize == student
                && (key.school as usize) < self.schools.len()
                && key.share > Fraction::ZERO
                && key.share <= Fraction::ONE
        };
        let order = |row: usize| precedence(&self.rows[row], self.spells_of(row));
        let rows = self.rows_of(student);
        let mut schools: Vec<_> = rows.clone().map(|row| self.rows[row].school).collect();
        schools.sort_unstable();
        rows.clone().all(key_is_whole)
            && schools.is_sorted_by(|a, b| a < b)
            && rows.clone().zip(rows.skip(1)).all(|(a, b)| order(a) < order(b))
    }

    fn row_is_whole(&self, r: usize, sessions: &mut Sessions) -> bool {
        let (row, key) = (self.row(r), &self.rows[r]);
        let session = sessions.of(self, key.school, key.grade);
        let mut expected = vec![0; row.words()];
        for spell in self.spells_of(r) {
            let span = self.days.between(spell.entry, spell.last_day.unwrap_or(NaiveDate::MAX));
            for w in 0..row.words() {
                expected[w] |= span.words()[w] & session.words()[w];
            }
        }
        let words_are_whole = (0..row.words()).all(|w| {
            let marked = (0..row.planes()).fold(0, |any, plane| any | row.plane(plane)[w]);
            row.recorded()[w] & !row.membership()[w] == 0
                && marked & !row.recorded()[w] == 0
                && bits::iter(&[marked]).all(|bit| usize::from(row.mark(w * 64 + bit)) < self.marks().len())
        });
        row.membership() == expected && words_are_whole
    }
}
