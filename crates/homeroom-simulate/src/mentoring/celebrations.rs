//! Celebrations: of students whose days add up, of mentors who keep their plans, of schools.

use super::{
    cast::{MENTORS, mentor_id, school_id},
    days::{Presence, SchoolDay},
    entry::{Entry, later, text},
};
use crate::{
    network::SCHOOLS,
    random::{Part, Purpose, Stream, at},
};
use chrono::NaiveDate;
use homeroom::{
    StudentId,
    mentoring::{Celebrated, Celebration, Occasion},
};

/// So many days attended in a row are worth a celebration.
const IN_A_ROW: usize = 20;

/// A mentored student's celebrations, from the first meeting on.
pub(super) fn of_student(
    student: &StudentId,
    days: &[SchoolDay],
    mut stream: Stream,
) -> Vec<Entry<Celebration>> {
    let mut celebrations = Vec::new();
    let mut celebrate = |date, occasion| {
        celebrations.push(entry(Celebration { date, of: Celebrated::Student(student.clone()), occasion }));
    };
    let mut row = 0;
    for day in days {
        let [wanted] = stream.draws();
        row = if matches!(day.presence, Presence::Here | Presence::AtADistance) { row + 1 } else { 0 };
        match row {
            5 if wanted < 0.02 => celebrate(day.date, Occasion::PerfectWeeks),
            IN_A_ROW if wanted < 0.4 => celebrate(day.date, Occasion::DaysInARow),
            _ => {}
        }
    }
    for (share, occasion) in [(0.15, Occasion::Improvement), (0.1, Occasion::Goal)] {
        let [wanted, when] = stream.draws();
        let second_half = &days[days.len() / 2..];
        if let Some(day) = at(when, second_half).filter(|_| wanted < share) {
            celebrate(day.date, occasion);
        }
    }
    celebrations
}

/// What is celebrated of mentors and schools at the end of winter and of the year.
pub(super) fn of_adults(seed: u64, dates: &[NaiveDate]) -> Vec<Entry<Celebration>> {
    let mut stream = Stream::new(seed, Purpose::Program { school: SCHOOLS.len(), part: Part::Celebrations });
    let mut celebrations = Vec::new();
    for part in [dates.len() / 2, dates.len() - 3] {
        for (index, mentor) in MENTORS.iter().enumerate() {
            let [wanted] = stream.draws();
            if mentor.diligence >= 0.95 && mentor.leaves.is_none() && wanted < 0.8 {
                let of = Celebrated::Mentor(mentor_id(index));
                celebrations.push(entry(Celebration { date: dates[part], of, occasion: Occasion::PlanKept }));
            }
        }
        for school in 0..SCHOOLS.len() {
            let [wanted, which] = stream.draws();
            let occasion = if which < 0.7 { Occasion::Improvement } else { Occasion::Other };
            if wanted < 0.25 {
                let (date, of) = (later(dates[part], 1), Celebrated::School(school_id(school)));
                celebrations.push(entry(Celebration { date, of, occasion }));
            }
        }
    }
    celebrations
}

fn entry(record: Celebration) -> Entry<Celebration> {
    let (student, mentor, school) = match &record.of {
        Celebrated::Student(student) => (Some(student), None, None),
        Celebrated::Mentor(mentor) => (None, Some(mentor), None),
        Celebrated::School(school) => (None, None, Some(school)),
        _ => (None, None, None),
    };
    let row =
        vec![record.date.to_string(), record.occasion.to_string(), text(student), text(mentor), text(school)];
    Entry { record, row }
}
