//! Circles: the mentored students of a school with their mentors, and with their families.

use super::{
    cast::{MENTORS, mentor_id},
    child::Child,
    days::Presence,
    entry::{Entry, list, note, text},
    obstacles::Named,
    texts,
};
use crate::{
    Collaborative, certain,
    network::SCHOOLS,
    random::{Part, Purpose, Stream, at, spread},
};
use homeroom::{
    CircleId,
    mentoring::{BarrierSource, Circle, CircleKind, ContactMinutes, ContactMode, Visibility},
};
use std::collections::BTreeSet;

/// No circle is larger.
const MOST: usize = 12;

/// The circles of all schools, and what was named in them by whom (an index of the children).
pub(super) fn circles(
    network: &Collaborative,
    children: &[Child],
) -> (Vec<Entry<Circle>>, Vec<(usize, Named)>) {
    let (mut circles, mut named) = (Vec::new(), Vec::new());
    for school in 0..SCHOOLS.len() {
        let purpose = Purpose::Program { school, part: Part::Circles };
        let mut stream = Stream::new(network.settings().seed_number(), purpose);
        let mut number = 0;
        // A circle some six weeks into the year, then every three or four weeks; every third with families.
        let (taught, mut next) = (taught(network, school), 28 + stream.below(8));
        for round in 0.. {
            let [said, length, place, staff] = stream.draws();
            let Some(day) = taught.get(next) else { break };
            let kind = if round % 3 == 2 { CircleKind::Family } else { CircleKind::Student };
            let present = present(children, school, *day, kind);
            for group in present.chunks(MOST) {
                if group.len() < 2 && kind == CircleKind::Student {
                    continue;
                }
                number += 1;
                let id = certain(CircleId::new(format!("C-{}-{number:02}", SCHOOLS[school].id)));
                let draws = [said, length, place, staff];
                circles.push(circle(id, kind, network.years()[1].dates[*day], children, group, *day, draws));
                named.extend(raised(children, group, *day, network.years()[1].dates[*day]));
            }
            next += 14 + stream.below(7);
        }
    }
    (circles, named)
}

fn taught(network: &Collaborative, school: usize) -> Vec<usize> {
    let plan = &network.years()[1];
    let (low, high) = SCHOOLS[school].grades;
    let open = |day: &usize| (low..=high).all(|grade| plan.sessions[school].is_open(*day, grade));
    (0..plan.dates.len()).filter(open).collect()
}

// The mentored of a school who are there that day and come.
fn present(children: &[Child], school: usize, day: usize, kind: CircleKind) -> Vec<usize> {
    let share = if kind == CircleKind::Student { 0.75 } else { 0.5 };
    let comes = |child: &usize| {
        let child = &children[*child];
        let mentored_here = child.on(day).is_some_and(|(index, school_day)| {
            school_day.school == school
                && school_day.presence == Presence::Here
                && child.mentor_on(index).is_some()
        });
        mentored_here && child.circles[day][0] < share
    };
    (0..children.len()).filter(comes).collect()
}

fn circle(
    id: CircleId,
    kind: CircleKind,
    date: chrono::NaiveDate,
    children: &[Child],
    group: &[usize],
    day: usize,
    [said, length, place, staff]: [f64; 4],
) -> Entry<Circle> {
    let family = kind == CircleKind::Family;
    let mentor = |child: &usize| {
        let child = &children[*child];
        child.on(day).and_then(|(index, _)| child.mentor_on(index)).map(|spell| spell.mentor)
    };
    let there: BTreeSet<usize> =
        group.iter().filter_map(mentor).filter(|mentor| MENTORS[*mentor].is_there(date)).collect();
    let guardians = |child: &usize| 1 + u16::from(children[*child].circles[day][3] < 0.3);
    let lengths: &[u16] = if family { &[45, 60, 60, 75] } else { &[25, 30, 30, 40] };
    let minutes = at(length, lengths).copied().unwrap_or(30);
    let text_said = if said < 0.5 { at(said / 0.5, &texts::CIRCLE_NOTES).copied() } else { None };
    let visibility = if said < 0.1 { Visibility::Mentors } else { Visibility::Team };
    let (kept, [note, visibility]) = note(text_said.map(|text| (text, visibility)));
    let record = Circle {
        id,
        kind,
        date,
        mode: if family && place < 0.2 { ContactMode::Video } else { ContactMode::InPerson },
        minutes: Some(certain(ContactMinutes::new(minutes))),
        students: group.iter().map(|child| children[*child].id.clone()).collect(),
        mentors: there.into_iter().map(mentor_id).collect(),
        guardians: if family { group.iter().map(guardians).sum() } else { 0 },
        staff: spread(staff, 3) as u16,
        note: kept,
    };
    let row = vec![
        record.id.to_string(),
        kind.to_string(),
        date.to_string(),
        record.mode.to_string(),
        text(record.minutes.map(ContactMinutes::get)),
        list(&record.students),
        list(&record.mentors),
        record.guardians.to_string(),
        record.staff.to_string(),
        note,
        visibility,
    ];
    Entry { record, row }
}

fn raised(children: &[Child], group: &[usize], day: usize, date: chrono::NaiveDate) -> Vec<(usize, Named)> {
    let named = |child: &usize| {
        let [_, named, which, _] = children[*child].circles[day];
        let barrier = at(which, &children[*child].obstacles).filter(|_| named < 0.08)?;
        Some((*child, (date, BarrierSource::Circle, barrier.clone())))
    };
    group.iter().filter_map(named).collect()
}
