//! A column of identifiers in ascending order: one text and its cuts, so that millions stay small.

use serde::{Deserialize, Serialize};

/// Identifiers in strictly ascending order.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
#[serde(try_from = "(String, Vec<u32>)", into = "(String, Vec<u32>)")]
pub(crate) struct IdColumn {
    text: String,
    // The end of each identifier in `text`.
    ends: Vec<u32>,
}

impl TryFrom<(String, Vec<u32>)> for IdColumn {
    type Error = &'static str;

    fn try_from((text, ends): (String, Vec<u32>)) -> Result<Self, Self::Error> {
        let cuts = ends.iter().all(|end| text.is_char_boundary(*end as usize));
        let ascend = ends.windows(2).all(|pair| pair[0] <= pair[1]);
        if !cuts || !ascend || ends.last().map_or(0, |end| *end as usize) != text.len() {
            return Err("a column of identifiers is cut wrongly");
        }
        let column = Self { text, ends };
        let ordered = (1..column.len()).all(|i| column.get(i - 1) < column.get(i));
        let valid = (0..column.len()).all(|i| crate::id::check_id(column.get(i)) == Ok(column.get(i)));
        (ordered && valid).then_some(column).ok_or("a column of identifiers is not in order")
    }
}

impl From<IdColumn> for (String, Vec<u32>) {
    fn from(column: IdColumn) -> Self {
        (column.text, column.ends)
    }
}

impl IdColumn {
    /// Adds an identifier that is greater than all before. The caller keeps the order.
    pub(crate) fn push(&mut self, id: &str) {
        debug_assert!(self.ends.is_empty() || self.get(self.len() - 1) < id);
        self.text.push_str(id);
        self.ends.push(self.text.len() as u32);
    }

    pub(crate) fn len(&self) -> usize {
        self.ends.len()
    }

    pub(crate) fn get(&self, i: usize) -> &str {
        let start = if i == 0 { 0 } else { self.ends[i - 1] as usize };
        &self.text[start..self.ends[i] as usize]
    }

    pub(crate) fn iter(&self) -> impl ExactSizeIterator<Item = &str> {
        (0..self.len()).map(|i| self.get(i))
    }

    pub(crate) fn find(&self, id: &str) -> Option<usize> {
        let (mut low, mut high) = (0, self.len());
        while low < high {
            let middle = usize::midpoint(low, high);
            match self.get(middle).cmp(id) {
                std::cmp::Ordering::Less => low = middle + 1,
                std::cmp::Ordering::Greater => high = middle,
                std::cmp::Ordering::Equal => return Some(middle),
            }
        }
        None
    }
}
