//! All that mentoring is for one student: a function of the settings and the student alone.

use super::{
    calls::home_calls,
    celebrations,
    contacts::Contacts,
    days::{SchoolDay, school_days},
    entry::Entry,
    interviews,
    matching::{Mentee, Spell, spells},
    obstacles::{Named, obstacles},
};
use crate::{
    Collaborative, SimulatedStudent,
    random::{Part, Purpose, Stream},
};
use chrono::{Datelike, NaiveDate};
use homeroom::{
    StudentId,
    mentoring::{Barrier, BarrierSource, Celebration, EmpathyInterview, HomeCall, Tier},
};

/// Something is drawn for each day on whether the student comes to a circle, whether a barrier is named there,
/// which, and how many guardians come.
pub(super) type CircleDraw = [f64; 4];

/// A mentored student's second year.
pub(super) struct Child {
    pub(super) number: u32,
    pub(super) id: StudentId,
    pub(super) days: Vec<SchoolDay>,
    pub(super) spells: Vec<Spell>,
    pub(super) obstacles: Vec<Barrier>,
    pub(super) contacts: Contacts,
    pub(super) calls: Vec<Entry<HomeCall>>,
    pub(super) celebrations: Vec<Entry<Celebration>>,
    pub(super) interviews: Vec<Entry<EmpathyInterview>>,
    /// For each school day of the network.
    pub(super) circles: Vec<CircleDraw>,
}

impl Child {
    /// What mentoring is for a student; nothing for those without a mentor.
    pub(super) fn new(network: &Collaborative, number: u32, student: &SimulatedStudent) -> Option<Self> {
        student.without_mentor?;
        let stream = |part| stream(network, number, part);
        let days = school_days(network, student, 1);
        let last = days.last()?;
        let leaves = last.day < network.years()[1].sessions[last.school].span().1;
        let tier = tier(student);
        let language = student.person.home_language;
        let mentee = Mentee { id: &student.id, language, tier, days: &days, leaves };
        let spells = spells(&mentee, &mut stream(Part::Matching));
        let obstacles = obstacles(&mut stream(Part::Barriers));
        let mut contacts = Contacts::default();
        for spell in &spells {
            let part = if spell.is_primary() { Part::Primary } else { Part::Secondary };
            contacts.keep(spell, tier, &days, &obstacles, stream(part));
        }
        let calls = home_calls(&student.id, &days, &spells, &obstacles, stream(Part::Calls));
        let from = spells.first()?.from;
        let celebrations = celebrations::of_student(&student.id, &days[from..], stream(Part::Celebrations));
        let mut circle = stream(Part::Circles);
        let circles = network.years()[1].dates.iter().map(|_| circle.draws()).collect();
        let (id, interviews) = (student.id.clone(), Vec::new());
        let mut child =
            Self { number, id, days, spells, obstacles, contacts, calls, celebrations, interviews, circles };
        child.interview(network);
        Some(child)
    }

    // Once in a while in the first weeks with the mentor.
    fn interview(&mut self, network: &Collaborative) {
        let mut stream = stream(network, self.number, Part::Interviews);
        // The first draws are those of the design phase.
        let [_, wanted] = stream.draws();
        let Some(first) = self.spells.first().filter(|_| wanted < 0.2) else { return };
        let days = &self.days[first.from..=first.to.min(first.from + 25)];
        let mentor = Some(first.mentor);
        let held = interviews::with_family(&self.id, days, mentor, &self.obstacles, &mut stream);
        self.interviews.extend(held);
    }

    /// The barriers that were named in check-ins and calls.
    pub(super) fn named(&self) -> Vec<Named> {
        let check_ins = self.contacts.check_ins.iter().flat_map(|Entry { record, .. }| {
            record.barriers.iter().map(|b| (record.date, BarrierSource::CheckIn, b.clone()))
        });
        let calls = self.calls.iter().flat_map(|Entry { record, .. }| {
            record.barriers.iter().map(|b| (record.date, BarrierSource::HomeCall, b.clone()))
        });
        check_ins.chain(calls).collect()
    }

    /// The school day of the network's that the student is in membership on.
    pub(super) fn on(&self, day: usize) -> Option<(usize, &SchoolDay)> {
        let index = self.days.binary_search_by_key(&day, |school_day| school_day.day).ok()?;
        Some((index, &self.days[index]))
    }

    /// The primary assignment that a student's school day lies in.
    pub(super) fn mentor_on(&self, index: usize) -> Option<&Spell> {
        self.spells.iter().find(|spell| spell.is_primary() && (spell.from..=spell.to).contains(&index))
    }

    pub(super) fn last_date(&self) -> NaiveDate {
        self.days.last().map_or(NaiveDate::MAX, |day| day.date)
    }
}

pub(super) fn stream(network: &Collaborative, student: u32, part: Part) -> Stream {
    Stream::new(network.settings().seed_number(), Purpose::Mentoring { student, part })
}

// By the days missed in the year before.
fn tier(student: &SimulatedStudent) -> Tier {
    let before = student.years[0];
    if before.absent * 5 >= before.membership { Tier::Tier3 } else { Tier::Tier2 }
}

/// An interview of the design phase, in the spring of the first year, with some of those who missed much.
pub(super) fn design_interview(
    network: &Collaborative,
    number: u32,
    student: &SimulatedStudent,
) -> Option<Entry<EmpathyInterview>> {
    let mut stream = stream(network, number, Part::Interviews);
    let [wanted, _] = stream.draws();
    if !student.eligible || wanted >= 0.1 {
        return None;
    }
    let mut days = school_days(network, student, 0);
    days.retain(|day| matches!(day.date.month(), 3..=5));
    let obstacles = obstacles(&mut self::stream(network, number, Part::Barriers));
    interviews::with_family(&student.id, &days, None, &obstacles, &mut stream)
}
