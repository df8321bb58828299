//! Exact rationals over `i128`: slow, plain, and nothing of the library's own.

use homeroom::Fraction;
use std::{
    cmp::Ordering,
    iter::Sum,
    ops::{Add, Div, Mul, Sub},
};

/// `n / d` in lowest terms, `d` above 0.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Q {
    n: i128,
    d: i128,
}

fn gcd(a: i128, b: i128) -> i128 {
    if b == 0 { a.abs() } else { gcd(b, a % b) }
}

/// The least common multiple of two denominators.
pub fn lcm(a: i128, b: i128) -> i128 {
    a / gcd(a, b) * b
}

impl Q {
    pub const ZERO: Self = Self { n: 0, d: 1 };
    pub const ONE: Self = Self { n: 1, d: 1 };

    pub fn new(n: impl Into<i128>, d: impl Into<i128>) -> Self {
        let (n, d) = (n.into(), d.into());
        assert!(d > 0, "a denominator is above 0");
        let g = gcd(n, d).max(1);
        Self { n: n / g, d: d / g }
    }

    pub fn int(n: impl Into<i128>) -> Self {
        Self::new(n, 1)
    }

    pub fn is_zero(self) -> bool {
        self.n == 0
    }

    pub fn to_f64(self) -> f64 {
        self.n as f64 / self.d as f64
    }

    pub fn denominator(self) -> i128 {
        self.d
    }
}

impl From<Fraction> for Q {
    fn from(fraction: Fraction) -> Self {
        Self::new(fraction.numerator(), fraction.denominator())
    }
}

impl Add for Q {
    type Output = Self;
    fn add(self, o: Self) -> Self {
        Self::new(self.n * o.d + o.n * self.d, self.d * o.d)
    }
}

impl Sub for Q {
    type Output = Self;
    fn sub(self, o: Self) -> Self {
        Self::new(self.n * o.d - o.n * self.d, self.d * o.d)
    }
}

impl Mul for Q {
    type Output = Self;
    fn mul(self, o: Self) -> Self {
        Self::new(self.n * o.n, self.d * o.d)
    }
}

impl Div for Q {
    type Output = Self;
    fn div(self, o: Self) -> Self {
        assert!(o.n > 0, "divided by nought");
        Self::new(self.n * o.d, self.d * o.n)
    }
}

impl Sum for Q {
    fn sum<I: Iterator<Item = Self>>(values: I) -> Self {
        values.fold(Self::ZERO, |sum, value| sum + value)
    }
}

impl Ord for Q {
    fn cmp(&self, o: &Self) -> Ordering {
        (self.n * o.d).cmp(&(o.n * self.d))
    }
}

impl PartialOrd for Q {
    fn partial_cmp(&self, o: &Self) -> Option<Ordering> {
        Some(self.cmp(o))
    }
}
