//! Where students are enrolled: most stay, some come late, leave, move or come back.

use crate::{
    Collaborative, Person,
    network::{GRADES, HIGH, SCHOOLS, others_for, school_for},
    random::Stream,
    year::Session,
};
use homeroom::Fraction;

/// A spell of enrolment at one school within one school year.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Stay {
    pub(crate) year: usize,
    pub(crate) school: usize,
    pub(crate) grade: usize,
    /// First and last day, both in membership, as days of the network's year.
    pub(crate) first: usize,
    pub(crate) last: usize,
    pub(crate) share: Fraction,
    pub(crate) primary: bool,
}

/// How the two schools of a move date it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Handover {
    SameDay,
    NextDay,
    DaysBetween,
    // The school left behind keeps the student on its roll for three days.
    Overlap,
}

/// What happens to a student's enrolment in a year.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Story {
    Stays,
    Enters,
    Leaves,
    Moves(Handover),
    Returns,
    SingleDay,
    Dual,
    MovesAway,
}

// Students in whose lives something happens whatever the lot, so that the smallest network has every case.
// The indices name first-year students by district and grade (see `people::seat`).
const CAST: [(u32, usize, Story); 9] = [
    (6, 0, Story::SingleDay),
    (10, 0, Story::Moves(Handover::SameDay)),
    (14, 1, Story::Moves(Handover::Overlap)),
    (18, 1, Story::Returns),
    (22, 0, Story::Moves(Handover::DaysBetween)),
    (26, 0, Story::Moves(Handover::NextDay)),
    (28, 1, Story::Dual),
    (30, 0, Story::Leaves),
    (33, 1, Story::Enters),
];
/// The cast appears again in every so many students.
const CAST_OF: u32 = 39 * 27;

// What happens to the mobile, and to how many of them in a hundred.
const LOTS: [(Story, f64); 10] = [
    (Story::Moves(Handover::SameDay), 16.0),
    (Story::Moves(Handover::NextDay), 13.0),
    (Story::Moves(Handover::DaysBetween), 9.0),
    (Story::Moves(Handover::Overlap), 5.0),
    (Story::Leaves, 20.0),
    (Story::Enters, 14.0),
    (Story::Returns, 10.0),
    (Story::SingleDay, 2.0),
    (Story::MovesAway, 11.0),
    (Story::Stays, 0.0),
];

fn story(person: &Person, index: u32, mobility: f64, stream: &mut Stream) -> (usize, Story) {
    let (lot, year) = (stream.uniform(), stream.below(2));
    // Whoever is in the last grade has only the first year in which something can happen.
    let leaving = person.seat.grade + 1 == GRADES.len();
    let year = if leaving { person.seat.year } else { year.max(person.seat.year) };
    if let Some((_, year, story)) = CAST.iter().find(|(i, ..)| person.seat.year == 0 && *i == index % CAST_OF)
    {
        return (*year, *story);
    }
    let mut below = 0.0;
    for (story, of_hundred) in LOTS {
        below += mobility * of_hundred / 100.0;
        if lot < below {
            return (year, story);
        }
    }
    (year, Story::Stays)
}

/// A student's enrolments over both years, in order.
pub(crate) fn stays(network: &Collaborative, person: &Person, index: u32, stream: &mut Stream) -> Vec<Stay> {
    let mobility = network.settings().share_mobile().to_f64();
    let (story_year, story) = story(person, index, mobility, stream);
    let mut stays: Vec<Stay> = Vec::new();
    let mut school = school_for(person.seat.district, person.seat.grade, person.seat.number);
    let from = if story == Story::Enters { story_year } else { person.seat.year };
    let mut grade = person.seat.grade;
    for year in from..2 {
        if year > person.seat.year && !person.seat.repeats {
            grade += 1;
        }
        if grade >= GRADES.len() {
            break;
        }
        if !SCHOOLS[school].teaches(grade) {
            school = school_for(SCHOOLS[school].district, grade, person.seat.number);
        }
        let moves = Moves { sessions: &network.years()[year].sessions, year, grade, stream };
        let spells = moves.spells(school, if year == story_year { story } else { Story::Stays });
        school = spells.last().filter(|stay| stay.primary).map_or(school, |stay| stay.school);
        stays.extend(spells);
        if year == story_year && matches!(story, Story::Leaves | Story::MovesAway) {
            break;
        }
    }
    stays
}

struct Moves<'a> {
    sessions: &'a [Session],
    year: usize,
    grade: usize,
    stream: &'a mut Stream,
}

impl Moves<'_> {
    fn stay(&self, school: usize, first: usize, last: usize) -> Stay {
        let Self { year, grade, .. } = *self;
        Stay { year, school, grade, first, last, share: Fraction::ONE, primary: true }
    }

    fn spells(mut self, school: usize, story: Story) -> Vec<Stay> {
        let (first, last) = self.sessions[school].span();
        let days = self.sessions[school].days(self.grade);
        let some = 20 + self.stream.below(days.len() - 70);
        let whole = self.stay(school, first, last);
        match story {
            Story::Enters => vec![Stay { first: days[some], ..whole }],
            Story::Leaves => vec![Stay { last: days[some], ..whole }],
            Story::Returns => {
                let back = some + 15 + self.stream.below(25);
                vec![Stay { last: days[some], ..whole }, Stay { first: days[back], ..whole }]
            }
            Story::Moves(handover) => self.moves(whole, &days, some, handover),
            Story::SingleDay => {
                let other = self.other(school);
                let day = self.sessions[other].days(self.grade)[self.stream.below(3)];
                let then = days.iter().copied().find(|d| *d > day).unwrap_or(first);
                vec![self.stay(other, day, day), Stay { first: then, ..whole }]
            }
            Story::Dual if self.grade >= HIGH => {
                let other = self.other(school);
                let (first, last) = self.sessions[other].span();
                let second = self.stay(other, first, last);
                let half = |stay: Stay, primary| Stay { share: Fraction::HALF, primary, ..stay };
                vec![half(whole, true), half(second, false)]
            }
            Story::Stays | Story::MovesAway | Story::Dual => vec![whole],
        }
    }

    fn other(&mut self, school: usize) -> usize {
        let others = others_for(school, self.grade);
        others[self.stream.below(others.len())]
    }

    fn moves(&mut self, whole: Stay, days: &[usize], some: usize, handover: Handover) -> Vec<Stay> {
        let other = self.other(whole.school);
        let (_, end) = self.sessions[other].span();
        let in_both = (some..days.len()).find(|i| self.sessions[other].is_open(days[*i], self.grade));
        let Some(at) = in_both else { return vec![whole] };
        let last = match handover {
            Handover::SameDay => at,
            Handover::NextDay => at - 1,
            Handover::DaysBetween => at - 3 - self.stream.below(6),
            Handover::Overlap => at + 3,
        };
        vec![Stay { last: days[last], ..whole }, self.stay(other, days[at], end)]
    }
}
