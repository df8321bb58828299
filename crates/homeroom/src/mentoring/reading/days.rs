//! Sets of a year's school days that fit registers of one school year without being allocated.

use crate::register::{count, fill};

/// Words that hold any school year's days.
const WORDS: usize = 6;

/// School days of one year, as bits over the axis of its register.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub(in super::super) struct Days(pub(in super::super) [u64; WORDS]);

impl Days {
    pub(in super::super) const ALL: Self = Self([u64::MAX; WORDS]);

    /// The days from index `from` to before `to`.
    pub(in super::super) fn range(from: usize, to: usize) -> Self {
        let mut days = Self::default();
        fill(&mut days.0, from..to);
        days
    }

    pub(in super::super) fn insert(&mut self, day: usize) {
        self.0[day / 64] |= 1 << (day % 64);
    }

    pub(in super::super) fn contains(&self, day: usize) -> bool {
        self.0[day / 64] >> (day % 64) & 1 == 1
    }

    pub(in super::super) fn and(self, other: Self) -> Self {
        Self(std::array::from_fn(|w| self.0[w] & other.0[w]))
    }

    pub(in super::super) fn or(self, other: Self) -> Self {
        Self(std::array::from_fn(|w| self.0[w] | other.0[w]))
    }

    pub(in super::super) fn without(self, other: Self) -> Self {
        Self(std::array::from_fn(|w| self.0[w] & !other.0[w]))
    }

    pub(in super::super) fn count(&self) -> u32 {
        count(&self.0)
    }

    pub(in super::super) fn is_empty(&self) -> bool {
        self.0.iter().all(|word| *word == 0)
    }

    /// How many days stand before the index.
    pub(in super::super) fn rank(&self, before: usize) -> u32 {
        let whole: u32 = self.0.iter().take(before / 64).map(|word| word.count_ones()).sum();
        whole + self.rank_in_word(before)
    }

    fn rank_in_word(&self, before: usize) -> u32 {
        self.0.get(before / 64).map_or(0, |word| (word & !(u64::MAX << (before % 64))).count_ones())
    }

    /// The days with their ranks at hand, for those who ask for many.
    pub(in super::super) fn ranked(self) -> RankedDays {
        let mut whole = [0; WORDS + 1];
        for (w, word) in self.0.iter().enumerate() {
            whole[w + 1] = whole[w] + word.count_ones();
        }
        RankedDays { days: self, whole }
    }

    /// How many days stand from index `from` to before `to`.
    pub(in super::super) fn count_in(&self, from: usize, to: usize) -> u32 {
        self.rank(to) - self.rank(from.min(to))
    }

    /// The indices in order.
    pub(in super::super) fn iter(&self) -> impl DoubleEndedIterator<Item = usize> + '_ {
        (0..WORDS * 64).filter(|day| self.contains(*day))
    }

    /// The last day before the index.
    pub(in super::super) fn last_before(&self, before: usize) -> Option<usize> {
        let below = self.and(Self::range(0, before));
        let w = below.0.iter().rposition(|word| *word != 0)?;
        Some(w * 64 + 63 - below.0[w].leading_zeros() as usize)
    }

    /// The first day from the index on.
    pub(in super::super) fn first_from(&self, from: usize) -> Option<usize> {
        let above = self.and(Self::range(from, WORDS * 64));
        let w = above.0.iter().position(|word| *word != 0)?;
        Some(w * 64 + above.0[w].trailing_zeros() as usize)
    }
}

/// A set of days, with how many stand before each word.
#[derive(Debug, Clone, Copy)]
pub(in super::super) struct RankedDays {
    days: Days,
    whole: [u32; WORDS + 1],
}

impl RankedDays {
    /// How many days stand before the index.
    pub(in super::super) fn rank(&self, before: usize) -> u32 {
        self.whole[(before / 64).min(WORDS)] + self.days.rank_in_word(before)
    }
}
