//! Calls home on days of absence, by the mentor or by the school.

use super::{
    cast::MENTORS,
    days::{Presence, SchoolDay},
    entry::{Entry, list, text},
    matching::Spell,
};
use crate::random::{Stream, at};
use homeroom::{
    StudentId,
    mentoring::{Barrier, CallOutcome, HomeCall},
};

/// The calls to one student's family.
pub(super) fn home_calls(
    student: &StudentId,
    days: &[SchoolDay],
    spells: &[Spell],
    obstacles: &[Barrier],
    mut stream: Stream,
) -> Vec<Entry<HomeCall>> {
    let mut calls = Vec::new();
    for (index, day) in days.iter().enumerate() {
        let [wanted, caller, late, outcome, barrier] = stream.draws();
        let holds = |spell: &&Spell| spell.is_primary() && (spell.from..=spell.to).contains(&index);
        let spell = spells.iter().find(holds);
        let habit = spell.map_or(0.3, |spell| 0.65 * MENTORS[spell.mentor].diligence);
        if day.presence != Presence::Absent || wanted >= habit {
            continue;
        }
        // The same day, or the next day of school.
        let next = days.get(index + 1).filter(|_| late >= 0.8);
        let date = next.map_or(day.date, |next| next.date);
        let by_mentor =
            spell.filter(|spell| caller < 0.75 && spell.assignment.end.is_none_or(|end| date <= end));
        let outcome = match outcome {
            0.0..0.55 => CallOutcome::Reached,
            0.55..0.78 => CallOutcome::MessageLeft,
            0.78..0.97 => CallOutcome::NoAnswer,
            _ => CallOutcome::WrongNumber,
        };
        let named = outcome == CallOutcome::Reached && barrier < 0.1;
        let barriers = at(barrier / 0.1, obstacles).filter(|_| named).cloned().into_iter().collect();
        let mentor = by_mentor.map(|spell| spell.assignment.mentor.clone());
        calls.push(entry(HomeCall { student: student.clone(), mentor, date, outcome, barriers }));
    }
    calls
}

fn entry(record: HomeCall) -> Entry<HomeCall> {
    let row = vec![
        record.student.to_string(),
        text(record.mentor.as_ref()),
        record.date.to_string(),
        record.outcome.to_string(),
        list(&record.barriers),
    ];
    Entry { record, row }
}
