//! One row of a register, and one student's row over all schools: the same type for both.

use super::bits;

/// A row of bits: membership, recorded, and the planes of the day mark's number.
///
/// Invariant: a bit of `recorded` is set only where `membership` is, a bit of a plane only where `recorded` is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Row<'a> {
    bits: &'a [u64],
    words: usize,
    planes: usize,
}

impl<'a> Row<'a> {
    pub(crate) fn new(bits: &'a [u64], words: usize, planes: usize) -> Self {
        debug_assert_eq!(bits.len(), (2 + planes) * words);
        Self { bits, words, planes }
    }

    /// The days in membership.
    pub fn membership(&self) -> &'a [u64] {
        &self.bits[..self.words]
    }

    /// The days of membership on which attendance is known.
    pub fn recorded(&self) -> &'a [u64] {
        &self.bits[self.words..2 * self.words]
    }

    pub(crate) fn plane(&self, plane: usize) -> &'a [u64] {
        &self.bits[(2 + plane) * self.words..(3 + plane) * self.words]
    }

    pub(crate) fn planes(&self) -> usize {
        self.planes
    }

    pub(crate) fn words(&self) -> usize {
        self.words
    }

    /// The number of days in membership, over the whole year.
    pub fn membership_days(&self) -> u32 {
        bits::count(self.membership())
    }

    /// The number of the mark on a day; 0, plain presence, where none was recorded.
    pub fn mark(&self, day: usize) -> u16 {
        (0..self.planes)
            .fold(0, |mark, plane| mark | ((self.plane(plane)[day / 64] >> (day % 64) & 1) as u16) << plane)
    }

    /// Whether a student is in membership on a day.
    pub fn is_member(&self, day: usize) -> bool {
        self.membership()[day / 64] >> (day % 64) & 1 == 1
    }

    /// Whether attendance is known on a day.
    pub fn is_recorded(&self, day: usize) -> bool {
        self.recorded()[day / 64] >> (day % 64) & 1 == 1
    }
}

/// One student's row over all schools, a day of two schools counted once: rows come in the order in which
/// they count; a day on which attendance is known counts before one on which it is not, and either before one
/// that leaves membership at that school (`excluded`, by row and word). `taken` is told which days of a word
/// were taken from which row.
pub(crate) fn follow_student<'a>(
    rows: &[Row<'a>],
    scratch: &'a mut Vec<u64>,
    excluded: impl Fn(usize, usize) -> u64,
    mut taken: impl FnMut(usize, usize, u64),
) -> Row<'a> {
    let (words, planes) = rows.first().map_or((0, 0), |row| (row.words, row.planes));
    scratch.clear();
    scratch.resize((2 + planes) * words, 0);
    for pass in 0..3 {
        for (r, row) in rows.iter().enumerate() {
            for w in 0..words {
                let counts = match pass {
                    0 => row.recorded()[w] & !excluded(r, w),
                    1 => !row.recorded()[w],
                    _ => u64::MAX,
                };
                let take = row.membership()[w] & counts & !scratch[w];
                scratch[w] |= take;
                taken(r, w, take);
                for plane in 1..2 + planes {
                    scratch[plane * words + w] |= row.bits[plane * words + w] & take;
                }
            }
        }
    }
    Row::new(scratch, words, planes)
}

/// A row's cells, for those who build and amend registers.
pub(crate) struct RowMut<'a> {
    pub(crate) bits: &'a mut [u64],
    pub(crate) words: usize,
}

impl RowMut<'_> {
    /// Writes a day's mark and whether it is recorded.
    pub(crate) fn write(&mut self, day: usize, mark: u16, recorded: bool) {
        let (word, bit) = (day / 64, 1u64 << (day % 64));
        for (run, cells) in self.bits.chunks_exact_mut(self.words).enumerate().skip(1) {
            let on = if run == 1 { recorded } else { mark >> (run - 2) & 1 == 1 };
            if on {
                cells[word] |= bit;
            } else {
                cells[word] &= !bit;
            }
        }
    }
}
