//! The axis of a register: every date on which any of its schools teaches, in order.

use super::bits::DaySet;
use chrono::NaiveDate;

/// The dates of a register in order; a day's index is its bit in every row.
#[derive(Debug, Clone, PartialEq, Eq, serde::Serialize, serde::Deserialize)]
#[serde(try_from = "Vec<NaiveDate>", into = "Vec<NaiveDate>")]
pub struct SchoolDays {
    dates: Vec<NaiveDate>,
    // `index[d]` is one more than the index of the date `d` days after the first, 0 where it is no school day.
    index: Vec<u16>,
}

/// The dates of an axis are not in strictly ascending order, or span more than two years.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
#[error("school days must ascend and span at most 731 dates")]
pub struct InvalidSchoolDays;

impl TryFrom<Vec<NaiveDate>> for SchoolDays {
    type Error = InvalidSchoolDays;

    fn try_from(dates: Vec<NaiveDate>) -> Result<Self, InvalidSchoolDays> {
        if dates.windows(2).any(|pair| pair[0] >= pair[1]) {
            return Err(InvalidSchoolDays);
        }
        let mut index = Vec::new();
        if let (Some(first), Some(last)) = (dates.first(), dates.last()) {
            let span = usize::try_from((*last - *first).num_days()).map_err(|_| InvalidSchoolDays)?;
            if span > 730 {
                return Err(InvalidSchoolDays);
            }
            index.resize(span + 1, 0);
            for (i, date) in (1..).zip(&dates) {
                let offset = usize::try_from((*date - *first).num_days()).map_err(|_| InvalidSchoolDays)?;
                index[offset] = i;
            }
        }
        Ok(Self { dates, index })
    }
}

impl From<SchoolDays> for Vec<NaiveDate> {
    fn from(days: SchoolDays) -> Self {
        days.dates
    }
}

impl SchoolDays {
    /// The number of dates.
    pub fn len(&self) -> usize {
        self.dates.len()
    }

    /// Whether there are no dates.
    pub fn is_empty(&self) -> bool {
        self.dates.is_empty()
    }

    /// The dates in order.
    pub fn dates(&self) -> &[NaiveDate] {
        &self.dates
    }

    /// The index of a date, where it is a school day somewhere.
    pub fn index_of(&self, date: NaiveDate) -> Option<usize> {
        let offset = (date - *self.dates.first()?).num_days();
        let entry = *self.index.get(usize::try_from(offset).ok()?)?;
        (entry != 0).then(|| usize::from(entry) - 1)
    }

    /// The school days from `first` to `last`, both included.
    pub fn between(&self, first: NaiveDate, last: NaiveDate) -> DaySet {
        let from = self.dates.partition_point(|date| *date < first);
        let to = self.dates.partition_point(|date| *date <= last);
        DaySet::range(self.len(), from..to.max(from))
    }

    /// The school days up to a date, included.
    pub fn through(&self, last: NaiveDate) -> DaySet {
        self.between(NaiveDate::MIN, last)
    }

    /// The school days whose date has some property.
    pub fn filter(&self, mut keep: impl FnMut(NaiveDate) -> bool) -> DaySet {
        let mut set = DaySet::empty(self.len());
        for (i, date) in self.dates.iter().enumerate() {
            if keep(*date) {
                set.insert(i);
            }
        }
        set
    }
}
