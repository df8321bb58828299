//! Who the students are: what of a child lasts, and which groups it belongs to.

use crate::{
    Settings,
    network::{DISTRICTS, GRADES},
    random::{Part, Purpose, Stream},
};

/// What of a student does not change from day to day.
#[derive(Debug, Clone, PartialEq)]
pub struct Person {
    /// Learns English as a further language.
    pub english_learner: bool,
    /// Has a disability.
    pub disability: bool,
    /// Lives in a family of low income.
    pub economically_disadvantaged: bool,
    /// The language of the home (ISO 639).
    pub home_language: &'static str,
    /// How prone to absence the child is, year after year; the average child's is 1.
    pub frailty: f64,
    /// What each of the two years brings on top; 1 on average. It is why a bad year tends to be followed by
    /// a better one.
    pub luck: [f64; 2],
    pub(crate) seat: Seat,
    /// The lot that decides who of the eligible is mentored.
    pub(crate) lot: f64,
}

/// Where a student's schooling in the network begins.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Seat {
    pub(crate) district: usize,
    /// An index of [`GRADES`].
    pub(crate) grade: usize,
    pub(crate) number: usize,
    /// The first year in the network: 0 or 1.
    pub(crate) year: usize,
    /// Whether the second year repeats the grade of the first.
    pub(crate) repeats: bool,
}

/// How many students of each origin there are: of the first year, kindergartners of the second, newcomers.
pub(crate) fn origins(settings: &Settings) -> [u32; 3] {
    let entering = settings.grade_size() * DISTRICTS.len() as u32;
    let first_year = entering * GRADES.len() as u32;
    [first_year, entering, first_year / 30]
}

fn seat(settings: &Settings, index: u32, stream: &mut Stream) -> Seat {
    let [first_year, entering, _] = origins(settings);
    let (districts, grades) = (DISTRICTS.len(), GRADES.len());
    if index < first_year {
        let i = index as usize;
        let (district, grade) = (i % districts, i / districts % grades);
        return Seat { district, grade, number: i / (districts * grades), year: 0, repeats: false };
    }
    let i = (index - first_year) as usize;
    let grade = if index - first_year < entering { 0 } else { 1 + stream.below(grades - 1) };
    Seat { district: i % districts, grade, number: i / districts, year: 1, repeats: false }
}

// From a stream of its own: nothing else of a student hangs on it.
fn home_language(settings: &Settings, index: u32, english_learner: bool) -> &'static str {
    let purpose = Purpose::Mentoring { student: index, part: Part::Language };
    let lot = Stream::new(settings.seed_number(), purpose).uniform();
    match (english_learner, lot) {
        (true, 0.0..0.7) | (false, 0.0..0.08) => "es",
        (true, _) | (false, 0.08..0.12) => "pt",
        (false, _) => "en",
    }
}

impl Person {
    pub(crate) fn new(settings: &Settings, index: u32, stream: &mut Stream) -> Self {
        let mut seat = seat(settings, index, stream);
        let economically_disadvantaged = stream.uniform() < 0.45;
        let english_learner = stream.uniform() < if economically_disadvantaged { 0.20 } else { 0.07 };
        let disability = stream.uniform() < 0.16;
        // Beta(3, 26) times 29/3 and Beta(2, 2) times 2 both have the mean 1.
        let frailty = stream.beta::<28>(3) * 29.0 / 3.0;
        let luck = [stream.beta::<3>(2) * 2.0, stream.beta::<3>(2) * 2.0];
        let lot = stream.uniform();
        seat.repeats = stream.uniform() < 0.015;
        let home_language = home_language(settings, index, english_learner);
        Self {
            english_learner,
            disability,
            economically_disadvantaged,
            home_language,
            frailty,
            luck,
            seat,
            lot,
        }
    }

    /// How the student's hazard compares with the average child's in a year, by itself and its groups.
    pub fn proneness(&self, year: usize) -> f64 {
        let poverty = if self.economically_disadvantaged { 1.35 } else { 0.8 };
        let disability = if self.disability { 1.2 } else { 1.0 };
        self.frailty * self.luck[year] * poverty * disability
    }
}
