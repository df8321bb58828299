//! Records of students, each student's together and in order.

/// Records in one column, student by student.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(in super::super) struct ByStudent<T> {
    items: Vec<T>,
    // Student `i` has the items `starts[i]..starts[i + 1]`.
    starts: Vec<u32>,
}

impl<T> ByStudent<T> {
    /// From records that are already in the order of students.
    pub(in super::super) fn from_sorted(
        students: usize,
        records: impl IntoIterator<Item = (u32, T)>,
    ) -> Self {
        let mut items = Vec::new();
        let mut starts = Vec::with_capacity(students + 1);
        starts.push(0);
        for (student, item) in records {
            while starts.len() <= student as usize {
                starts.push(items.len() as u32);
            }
            items.push(item);
        }
        starts.resize(students + 1, items.len() as u32);
        Self { items, starts }
    }

    /// A student's.
    pub(in super::super) fn of(&self, student: usize) -> &[T] {
        &self.items[self.range_of(student)]
    }

    /// Where a student's stand among all.
    pub(in super::super) fn range_of(&self, student: usize) -> std::ops::Range<usize> {
        self.starts[student] as usize..self.starts[student + 1] as usize
    }

    /// Everybody's.
    pub(in super::super) fn all(&self) -> &[T] {
        &self.items
    }
}
