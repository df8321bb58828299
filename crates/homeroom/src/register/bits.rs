//! Sets of days as bits: day `i` of the axis is bit `i % 64` of word `i / 64`.

/// A set of days of one register.
///
/// ```
/// use homeroom::DaySet;
/// let mut days = DaySet::empty(180);
/// days.insert(3);
/// days.insert(70);
/// assert_eq!(days.iter().collect::<Vec<_>>(), [3, 70]);
/// assert_eq!(days.count(), 2);
/// ```
#[derive(Debug, Clone, PartialEq, Eq, Hash, serde::Serialize, serde::Deserialize)]
pub struct DaySet {
    words: Vec<u64>,
}

/// The number of 64-bit words that hold `days` days.
pub(crate) const fn words_for(days: usize) -> usize {
    days.div_ceil(64)
}

impl DaySet {
    /// The empty set on an axis of `days` days.
    pub fn empty(days: usize) -> Self {
        Self { words: vec![0; words_for(days)] }
    }

    /// The days `range` of an axis of `days` days.
    pub fn range(days: usize, range: std::ops::Range<usize>) -> Self {
        let mut set = Self::empty(days);
        fill(&mut set.words, range);
        set
    }

    /// Adds a day of the axis.
    ///
    /// # Panics
    /// Where the day lies past the axis.
    pub fn insert(&mut self, day: usize) {
        self.words[day / 64] |= 1 << (day % 64);
    }

    /// Whether a day is in the set.
    pub fn contains(&self, day: usize) -> bool {
        self.words.get(day / 64).is_some_and(|word| word >> (day % 64) & 1 == 1)
    }

    /// The number of days in the set.
    pub fn count(&self) -> u32 {
        count(&self.words)
    }

    /// The days in order.
    pub fn iter(&self) -> impl Iterator<Item = usize> + '_ {
        iter(&self.words)
    }

    /// The days in both sets.
    #[must_use]
    pub fn and(&self, other: &Self) -> Self {
        Self { words: self.words.iter().zip(&other.words).map(|(a, b)| a & b).collect() }
    }

    /// The words, lowest days first.
    pub fn words(&self) -> &[u64] {
        &self.words
    }
}

/// Makes empty `words` the days `range`, as far as they hold them.
pub(crate) fn fill(words: &mut [u64], range: std::ops::Range<usize>) {
    for (w, word) in words.iter_mut().enumerate() {
        let (low, high) = (w * 64, w * 64 + 64);
        let (from, to) = (range.start.clamp(low, high) - low, range.end.clamp(low, high) - low);
        if from < to {
            *word = (u64::MAX >> (64 - (to - from))) << from;
        }
    }
}

/// The number of days in `words`.
pub(crate) fn count(words: &[u64]) -> u32 {
    words.iter().map(|word| word.count_ones()).sum()
}

/// The days in `words`, in order.
pub(crate) fn iter(words: &[u64]) -> impl Iterator<Item = usize> + '_ {
    words.iter().enumerate().flat_map(|(w, &word)| {
        std::iter::successors((word != 0).then_some(word), |word| {
            let rest = word & (word - 1);
            (rest != 0).then_some(rest)
        })
        .map(move |word| w * 64 + word.trailing_zeros() as usize)
    })
}

/// Keeps only the first `n` days of `words`.
pub(crate) fn keep_first(words: &mut [u64], mut n: u32) {
    for word in words {
        let have = word.count_ones();
        if have > n {
            let mut kept = 0;
            for _ in 0..n {
                let lowest = *word & word.wrapping_neg();
                kept |= lowest;
                *word ^= lowest;
            }
            *word = kept;
            n = 0;
        } else {
            n -= have;
        }
    }
}

/// Keeps only the last `n` days of `words`.
pub(crate) fn keep_last(words: &mut [u64], n: u32) {
    let mut drop = count(words).saturating_sub(n);
    for word in words {
        let have = word.count_ones().min(drop);
        for _ in 0..have {
            *word &= *word - 1;
        }
        drop -= have;
    }
}
