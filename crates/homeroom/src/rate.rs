//! Rates: a part over a whole, kept exact until the last digit is written.

use serde::{Deserialize, Serialize};
use std::{cmp::Ordering, fmt};

/// An exact rate: `part` of `whole`, both counted in the same unit. The whole is never 0.
///
/// ```
/// use homeroom::Rate;
/// let rate = Rate::new(10_715, 12_000).unwrap();
/// assert_eq!(rate.percent(1), "89.3");
/// assert_eq!(rate.percent(4), "89.2917");
/// assert_eq!(Rate::new(1, 16).unwrap().percent(1), "6.3"); // 6.25 rounds half up
/// assert!(Rate::new(0, 0).is_none());
/// ```
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(try_from = "RawRate", into = "RawRate")]
pub struct Rate {
    part: u64,
    whole: u64,
}

#[derive(Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
struct RawRate {
    part: u64,
    whole: u64,
}

impl TryFrom<RawRate> for Rate {
    type Error = &'static str;
    fn try_from(raw: RawRate) -> Result<Self, Self::Error> {
        Self::new(raw.part, raw.whole).ok_or("a rate's whole is not 0")
    }
}

impl From<Rate> for RawRate {
    fn from(rate: Rate) -> Self {
        Self { part: rate.part, whole: rate.whole }
    }
}

impl Rate {
    /// `part` of `whole`, or `None` where the whole is 0: an empty denominator has no rate.
    pub const fn new(part: u64, whole: u64) -> Option<Self> {
        if whole == 0 { None } else { Some(Self { part, whole }) }
    }

    /// The part.
    pub const fn part(self) -> u64 {
        self.part
    }

    /// The whole, never 0.
    pub const fn whole(self) -> u64 {
        self.whole
    }

    /// The rate of the rest, `whole - part` of `whole`; `None` where the part exceeds the whole.
    pub const fn complement(self) -> Option<Self> {
        match self.whole.checked_sub(self.part) {
            Some(part) => Some(Self { part, whole: self.whole }),
            None => None,
        }
    }

    /// The same ratio in lowest terms, so that equal ratios are equal rates.
    #[must_use]
    pub const fn reduced(self) -> Self {
        let divisor = crate::fraction::gcd(self.part, self.whole);
        Self { part: self.part / divisor, whole: self.whole / divisor }
    }

    /// In percent with so many decimals, rounded half up on the exact ratio, as states publish it.
    pub fn percent(self, decimals: u32) -> String {
        decimal(u128::from(self.part) * 100, u128::from(self.whole), decimals)
    }

    /// The ratio itself as decimal text, rounded half up, for rates that are averages (students a day).
    pub fn text(self, decimals: u32) -> String {
        decimal(u128::from(self.part), u128::from(self.whole), decimals)
    }

    /// The nearest `f64` of part over whole, for plots and statistics; no threshold is decided on it.
    pub fn to_f64(self) -> f64 {
        self.part as f64 / self.whole as f64
    }
}

/// `numerator / denominator` as decimal text, rounded half up on the exact ratio.
pub(crate) fn decimal(numerator: u128, denominator: u128, decimals: u32) -> String {
    let scale = 10u128.pow(decimals.min(9));
    let rounded = (numerator * scale * 2 + denominator) / (denominator * 2);
    let (whole, rest) = (rounded / scale, rounded % scale);
    match decimals.min(9) {
        0 => whole.to_string(),
        width => format!("{whole}.{rest:0width$}", width = width as usize),
    }
}

impl PartialOrd for Rate {
    fn partial_cmp(&self, other: &Self) -> Option<Ordering> {
        Some(self.cmp(other))
    }
}

impl Ord for Rate {
    /// By the ratio, then by the size of the whole.
    fn cmp(&self, other: &Self) -> Ordering {
        let left = u128::from(self.part) * u128::from(other.whole);
        let right = u128::from(other.part) * u128::from(self.whole);
        left.cmp(&right).then(self.whole.cmp(&other.whole))
    }
}

impl fmt::Display for Rate {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{} %", self.percent(1))
    }
}

/// What is known of a rate when some days are not recorded: the observed rate, and the two it lies between.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub struct RateBounds {
    /// As if the student had been present on every unrecorded day.
    pub lower: Rate,
    /// Of the days that the policy counts; `None` where nothing was recorded.
    pub observed: Option<Rate>,
    /// As if the student had been absent on every unrecorded day.
    pub upper: Rate,
}
