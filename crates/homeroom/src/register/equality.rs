//! Equality of registers: what they say, not under which numbers they keep the marks.

use super::{DayMark, Register, Row, bits};

impl PartialEq for Register {
    fn eq(&self, other: &Self) -> bool {
        let same_row = |row: usize| {
            let (a, b) = (self.row(row), other.row(row));
            let same_mark = |day| self.mark_of(&a, day) == other.mark_of(&b, day);
            a.membership() == b.membership()
                && a.recorded() == b.recorded()
                && bits::iter(a.recorded()).all(same_mark)
        };
        self.year == other.year
            && self.rules == other.rules
            && self.days == other.days
            && self.schools == other.schools
            && self.students == other.students
            && self.student_rows == other.student_rows
            && self.rows == other.rows
            && self.spells == other.spells
            && self.row_spells == other.row_spells
            && (0..self.rows.len()).all(same_row)
    }
}

impl Eq for Register {}

impl Register {
    fn mark_of(&self, row: &Row<'_>, day: usize) -> &DayMark {
        &self.marks()[usize::from(row.mark(day))]
    }
}
