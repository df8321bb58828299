//! Exact fractions: parts of a day and thresholds, in integers.

use std::{cmp::Ordering, fmt, str::FromStr};

/// An exact non-negative fraction in lowest terms.
///
/// ```
/// use homeroom::Fraction;
/// let tenth: Fraction = "10%".parse()?;
/// assert_eq!(tenth, Fraction::new(18, 180).unwrap());
/// assert_eq!("0.33".parse::<Fraction>()?.to_string(), "33/100");
/// assert!("-1/2".parse::<Fraction>().is_err());
/// assert!(Fraction::new(1, 0).is_none());
/// # Ok::<(), homeroom::InvalidFraction>(())
/// ```
#[derive(Clone, Copy, PartialEq, Eq, Hash, serde::Serialize, serde::Deserialize)]
#[serde(try_from = "String", into = "String")]
pub struct Fraction {
    numerator: u32,
    denominator: u32,
}

/// Why a text is not an exact non-negative fraction.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
#[non_exhaustive]
pub enum InvalidFraction {
    /// Not of the form `1/2`, `0.5`, `50%` or `1`, or negative.
    #[error("not a fraction: write it as `1/2`, `0.5`, `50%` or `1`, and not below zero")]
    Malformed,
    /// The denominator is zero.
    #[error("a fraction's denominator is zero")]
    ZeroDenominator,
    /// More digits than 32 bits hold exactly; nothing is rounded.
    #[error("a fraction has more digits than can be held exactly")]
    TooPrecise,
}

pub(crate) const fn gcd(mut a: u64, mut b: u64) -> u64 {
    while b != 0 {
        (a, b) = (b, a % b);
    }
    a
}

/// The least common multiple, or `None` past 32 bits.
pub(crate) fn lcm(a: u32, b: u32) -> Option<u32> {
    u32::try_from(u64::from(a) / gcd(u64::from(a), u64::from(b)) * u64::from(b)).ok()
}

impl Fraction {
    /// Nought.
    pub const ZERO: Self = Self { numerator: 0, denominator: 1 };
    /// One.
    pub const ONE: Self = Self { numerator: 1, denominator: 1 };
    /// One half.
    pub const HALF: Self = Self { numerator: 1, denominator: 2 };

    /// `numerator / denominator` in lowest terms, or `None` where the denominator is zero.
    pub const fn new(numerator: u32, denominator: u32) -> Option<Self> {
        if denominator == 0 {
            return None;
        }
        let g = gcd(numerator as u64, denominator as u64) as u32;
        Some(Self { numerator: numerator / g, denominator: denominator / g })
    }

    /// The numerator in lowest terms.
    pub const fn numerator(self) -> u32 {
        self.numerator
    }

    /// The denominator in lowest terms, at least 1.
    pub const fn denominator(self) -> u32 {
        self.denominator
    }

    /// The exact sum, or `None` where 32 bits do not hold it.
    pub fn checked_add(self, other: Self) -> Option<Self> {
        let [a, b] = self.parts_in_common(other);
        Self::reduced(a.checked_add(b)?, self.common_denominator(other)).ok()
    }

    /// The exact difference, or `None` where it is below zero or 32 bits do not hold it.
    pub fn checked_sub(self, other: Self) -> Option<Self> {
        let [a, b] = self.parts_in_common(other);
        Self::reduced(a.checked_sub(b)?, self.common_denominator(other)).ok()
    }

    /// Compares the exact ratio `part / whole` with this fraction without dividing; `whole` is not 0.
    pub fn cmp_ratio(self, part: u64, whole: u64) -> Ordering {
        let left = u128::from(part) * u128::from(self.denominator);
        let right = u128::from(whole) * u128::from(self.numerator);
        left.cmp(&right)
    }

    /// The nearest `f64`, for display and plots only: no threshold is decided on it.
    pub fn to_f64(self) -> f64 {
        f64::from(self.numerator) / f64::from(self.denominator)
    }
}

impl Ord for Fraction {
    fn cmp(&self, other: &Self) -> Ordering {
        let left = u64::from(self.numerator) * u64::from(other.denominator);
        left.cmp(&(u64::from(other.numerator) * u64::from(self.denominator)))
    }
}

impl PartialOrd for Fraction {
    fn partial_cmp(&self, other: &Self) -> Option<Ordering> {
        Some(self.cmp(other))
    }
}

impl fmt::Display for Fraction {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self.denominator {
            1 => write!(f, "{}", self.numerator),
            denominator => write!(f, "{}/{denominator}", self.numerator),
        }
    }
}

impl fmt::Debug for Fraction {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        fmt::Display::fmt(self, f)
    }
}

impl FromStr for Fraction {
    type Err = InvalidFraction;

    fn from_str(text: &str) -> Result<Self, InvalidFraction> {
        let text = text.trim();
        if let Some((numerator, denominator)) = text.split_once('/') {
            return Self::reduced(integer(numerator.trim())?, integer(denominator.trim())?);
        }
        let (number, hundred) = match text.strip_suffix('%') {
            Some(number) => (number.trim_end(), 100),
            None => (text, 1),
        };
        let (whole, decimals) = number.split_once('.').unwrap_or((number, ""));
        if whole.is_empty() && decimals.is_empty() {
            return Err(InvalidFraction::Malformed);
        }
        let decimals = decimals.trim_end_matches('0');
        let places = u32::try_from(decimals.len()).map_err(|_| InvalidFraction::TooPrecise)?;
        let scale = 10u64.checked_pow(places).ok_or(InvalidFraction::TooPrecise)?;
        let digit_run = |digits: &str| if digits.is_empty() { Ok(0) } else { integer(digits) };
        let (whole, decimals) = (digit_run(whole)?, digit_run(decimals)?);
        let numerator = whole
            .checked_mul(scale)
            .and_then(|numerator| numerator.checked_add(decimals))
            .ok_or(InvalidFraction::TooPrecise)?;
        let denominator = scale.checked_mul(hundred).ok_or(InvalidFraction::TooPrecise)?;
        Self::reduced(numerator, denominator)
    }
}

impl Fraction {
    fn common_denominator(self, other: Self) -> u64 {
        let (a, b) = (u64::from(self.denominator), u64::from(other.denominator));
        a / gcd(a, b) * b
    }

    // The numerators of both over their common denominator.
    fn parts_in_common(self, other: Self) -> [u64; 2] {
        let common = self.common_denominator(other);
        [self, other].map(|f| u64::from(f.numerator) * (common / u64::from(f.denominator)))
    }

    fn reduced(numerator: u64, denominator: u64) -> Result<Self, InvalidFraction> {
        if denominator == 0 {
            return Err(InvalidFraction::ZeroDenominator);
        }
        let g = gcd(numerator, denominator);
        match (u32::try_from(numerator / g), u32::try_from(denominator / g)) {
            (Ok(numerator), Ok(denominator)) => Ok(Self { numerator, denominator }),
            _ => Err(InvalidFraction::TooPrecise),
        }
    }
}

fn integer(digits: &str) -> Result<u64, InvalidFraction> {
    if digits.is_empty() || !digits.bytes().all(|b| b.is_ascii_digit()) {
        return Err(InvalidFraction::Malformed);
    }
    digits.parse().map_err(|_| InvalidFraction::TooPrecise)
}

impl TryFrom<String> for Fraction {
    type Error = InvalidFraction;
    fn try_from(text: String) -> Result<Self, InvalidFraction> {
        text.parse()
    }
}

impl From<Fraction> for String {
    fn from(fraction: Fraction) -> String {
        fraction.to_string()
    }
}
