//! Random numbers: a stream of its own for every student and district, equal on every platform.

use rand_chacha::{
    ChaCha8Rng,
    rand_core::{Rng, SeedableRng},
};

const TO_UNIT: f64 = 1.0 / 4_294_967_296.0;
const DISTRICTS: u64 = 1 << 63;
const MENTORING: u64 = 1 << 62;
const PROGRAM: u64 = 1 << 61;

/// What a stream is for: streams do not overlap, so no result depends on the order of simulating.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Purpose {
    /// Who a student is, and where.
    Person(u32),
    /// A student's days in a year.
    Days { student: u32, year: usize },
    /// A district's weather and illness in a year.
    District { district: usize, year: usize },
    /// A part of what mentoring does with a student.
    Mentoring { student: u32, part: Part },
    /// A part of the program around the mentoring, at one school or for all.
    Program { school: usize, part: Part },
}

/// Parts of the mentoring, each with a stream of its own, so that a change of one leaves the others alone.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Part {
    Language,
    Matching,
    Primary,
    Secondary,
    Calls,
    Circles,
    Barriers,
    Remedies,
    Interviews,
    Celebrations,
    Team,
    Learning,
}

const PARTS: u64 = 16;

/// One stream of random numbers.
#[derive(Debug, Clone)]
pub(crate) struct Stream(ChaCha8Rng);

impl Stream {
    pub(crate) fn new(seed: u64, purpose: Purpose) -> Self {
        let mut rng = ChaCha8Rng::seed_from_u64(seed);
        rng.set_stream(match purpose {
            Purpose::Person(student) => u64::from(student) * 4,
            Purpose::Days { student, year } => u64::from(student) * 4 + 1 + year as u64,
            Purpose::District { district, year } => DISTRICTS | (district * 2 + year) as u64,
            Purpose::Mentoring { student, part } => MENTORING | (u64::from(student) * PARTS + part as u64),
            Purpose::Program { school, part } => PROGRAM | (school as u64 * PARTS + part as u64),
        });
        Self(rng)
    }

    /// Uniform on [0, 1): a 32-bit integer over 2³², exact in an `f64`.
    pub(crate) fn uniform(&mut self) -> f64 {
        f64::from(self.0.next_u32()) * TO_UNIT
    }

    /// Uniform on 0..n; the bias of at most n / 2³² is far below any simulation's error.
    pub(crate) fn below(&mut self, n: usize) -> usize {
        ((u64::from(self.0.next_u32()) * n as u64) >> 32) as usize
    }

    /// One of several.
    pub(crate) fn pick<'a, T>(&mut self, of: &'a [T]) -> Option<&'a T> {
        let at = self.below(of.len());
        of.get(at)
    }

    /// Draws for something that may happen on a day, as many whatever happens.
    pub(crate) fn draws<const N: usize>(&mut self) -> [f64; N] {
        std::array::from_fn(|_| self.uniform())
    }

    /// The `k`th smallest of `N` uniforms: Beta(k, N + 1 − k) without a logarithm.
    pub(crate) fn beta<const N: usize>(&mut self, k: usize) -> f64 {
        let mut draws = [0u32; N];
        draws.fill_with(|| self.0.next_u32());
        draws.sort_unstable();
        f64::from(draws[k - 1]) * TO_UNIT
    }
}

/// A draw from [0, 1) as a number of 0..n.
#[allow(clippy::cast_sign_loss, reason = "draws are not below zero")]
pub(crate) fn spread(draw: f64, n: usize) -> usize {
    (draw * n as f64) as usize
}

/// The one of several that a draw points at.
pub(crate) fn at<T>(draw: f64, of: &[T]) -> Option<&T> {
    of.get(spread(draw, of.len()))
}

#[cfg(test)]
mod tests {
    use super::{Part, Purpose, Stream};

    #[test]
    fn the_order_statistics_have_the_moments_of_the_beta_distribution() {
        let mut stream = Stream::new(1, Purpose::Person(0));
        let n = 20_000;
        let draws: Vec<f64> = (0..n).map(|_| stream.beta::<28>(3)).collect();
        let mean = draws.iter().sum::<f64>() / f64::from(n);
        let variance = draws.iter().map(|draw| (draw - mean) * (draw - mean)).sum::<f64>() / f64::from(n);
        assert!((mean - 3.0 / 29.0).abs() < 0.002, "{mean}");
        assert!((variance - 78.0 / (29.0 * 29.0 * 30.0)).abs() < 0.0002, "{variance}");
    }

    #[test]
    fn streams_differ_by_purpose_and_repeat_by_seed() {
        let first = |seed, purpose| Stream::new(seed, purpose).0.clone().get_stream();
        assert_ne!(first(1, Purpose::Person(1)), first(1, Purpose::Days { student: 0, year: 1 }));
        let mentoring = |student, part| first(1, Purpose::Mentoring { student, part });
        assert_ne!(mentoring(0, Part::Learning), mentoring(1, Part::Language));
        assert_ne!(mentoring(0, Part::Team), first(1, Purpose::Program { school: 0, part: Part::Team }));
        let draw = |seed| Stream::new(seed, Purpose::Person(3)).uniform();
        assert!((draw(5) - draw(5)).abs() < f64::EPSILON && (draw(5) - draw(6)).abs() > 0.0);
    }
}
