//! Assignments: which mentor a student gets, and what becomes of it.

use super::{
    cast::{MENTORS, mentor_id},
    days::SchoolDay,
    entry::{Entry, text},
    plans::own_plan,
};
use crate::{
    network::SCHOOLS,
    random::{Stream, at, spread},
};
use chrono::NaiveDate;
use homeroom::{
    SchoolYear, StudentId,
    mentoring::{Assignment, AssignmentRole, EndReason, Tier},
};

/// A mentor's time with a student: indices of the student's school days, both held.
#[derive(Debug, Clone)]
pub(super) struct Spell {
    pub(super) mentor: usize,
    pub(super) from: usize,
    pub(super) to: usize,
    pub(super) assignment: Assignment,
}

/// What is planned to happen to the first match.
#[derive(Clone, Copy)]
enum Story {
    Lasts,
    Ends { after: usize, reason: EndReason },
}

fn story(stream: &mut Stream) -> Story {
    let (lot, some) = (stream.uniform(), stream.uniform());
    let between = |least: usize, range: usize| least + spread(some, range);
    let ends = |after, reason| Story::Ends { after, reason };
    match lot {
        0.0..0.06 => ends(between(40, 60), EndReason::HandedOver),
        0.06..0.10 => ends(between(10, 20), EndReason::NotAMatch),
        0.10..0.14 => ends(between(15, 25), EndReason::Declined),
        0.14..0.19 => ends(between(100, 30), EndReason::Completed),
        _ => Story::Lasts,
    }
}

/// What matching needs to know of a student.
pub(super) struct Mentee<'a> {
    pub(super) id: &'a StudentId,
    pub(super) language: &'a str,
    pub(super) tier: Tier,
    pub(super) days: &'a [SchoolDay],
    /// Whether the last of the days is before the school's own last day.
    pub(super) leaves: bool,
}

/// A student's assignments: the primary ones in order, then a secondary one where there is one.
pub(super) fn spells(mentee: &Mentee, stream: &mut Stream) -> Vec<Spell> {
    use EndReason::{Completed, Declined, HandedOver};
    let days = mentee.days;
    let (mut story, secondary) = (story(stream), stream.uniform() < 0.18);
    let (first, help) = (3 + stream.below(18), 20 + stream.below(40));
    let mut spells: Vec<Spell> = Vec::new();
    let mut from = first.min(days.len() - 1);
    while from < days.len() {
        let Some(mentor) = mentee.match_with(&days[from], &spells, stream) else { break };
        let spell = mentee.spell(mentor, from, story, AssignmentRole::Primary);
        let (to, reason) = (spell.to, spell.assignment.end_reason);
        spells.push(spell);
        if matches!(reason, Some(Completed | Declined)) {
            break;
        }
        from = to + if reason == Some(HandedOver) { 1 } else { 3 + stream.below(6) };
        story = Story::Lasts;
    }
    let from = spells[0].from + help;
    if let Some(day) = days.get(from).filter(|_| secondary && from <= spells[0].to)
        && let Some(mentor) = mentee.match_with(day, &spells, stream)
    {
        let story = Story::Ends { after: 30 + stream.below(70), reason: Completed };
        spells.push(mentee.spell(mentor, from, story, AssignmentRole::Secondary));
    }
    spells
}

impl Mentee<'_> {
    // Someone who works at the school and did not mentor the student before, of the family's language where
    // there is one and the lot wants it.
    fn match_with(&self, on: &SchoolDay, before: &[Spell], stream: &mut Stream) -> Option<usize> {
        let (choice, by_language) = (stream.uniform(), stream.uniform() < 0.7);
        let works = |mentor: &usize| {
            MENTORS[*mentor].schools.contains(&on.school)
                && leaving(*mentor, on.date).is_none_or(|date| on.date < date)
                && before.iter().all(|spell| spell.mentor != *mentor)
        };
        let all: Vec<usize> = (0..MENTORS.len()).filter(works).collect();
        let speaks = |mentor: &usize| MENTORS[*mentor].languages.contains(&self.language);
        let speaking: Vec<usize> = all.iter().copied().filter(speaks).collect();
        let of = if by_language && !speaking.is_empty() { speaking } else { all };
        at(choice, &of).copied()
    }

    fn spell(&self, mentor: usize, from: usize, story: Story, role: AssignmentRole) -> Spell {
        let days = self.days;
        let gone = leaving(mentor, days[from].date);
        let fails = |at: &usize| {
            gone.is_some_and(|gone| days[*at].date > gone)
                || !MENTORS[mentor].schools.contains(&days[*at].school)
        };
        let failed = (from + 1..days.len()).find(fails);
        let mut to = failed.unwrap_or(days.len()) - 1;
        let planned = match story {
            Story::Ends { after, reason } if from + after < to => {
                to = from + after;
                Some(reason)
            }
            _ => None,
        };
        let (last, left) = (days[to].date, days.len() - 1 == to);
        let closes = SCHOOLS[days[to].school].district != 2;
        let (end, reason) = match (planned, gone) {
            (Some(reason), _) => (Some(last), Some(reason)),
            (None, Some(gone)) if failed.is_some_and(|at| days[at].date > gone) => {
                (Some(gone), Some(EndReason::MentorLeft))
            }
            _ if !left || self.leaves => (Some(last), Some(EndReason::StudentMoved)),
            // One district leaves its assignments open over the summer.
            _ if closes => (Some(last), Some(EndReason::YearEnded)),
            _ => (None, None),
        };
        let mut assignment = Assignment::new(mentor_id(mentor), self.id.clone(), days[from].date);
        (assignment.end, assignment.end_reason, assignment.role) = (end, reason, role);
        (assignment.tier, assignment.plan) = (Some(self.tier), own_plan(mentor));
        Spell { mentor, from, to, assignment }
    }
}

// When the mentor leaves in the school year of a date.
fn leaving(mentor: usize, date: NaiveDate) -> Option<NaiveDate> {
    SchoolYear::of(date).ok().and_then(|year| MENTORS[mentor].last_date(year))
}

impl Spell {
    pub(super) fn entry(&self) -> Entry<Assignment> {
        let record = self.assignment.clone();
        let row = vec![
            record.mentor.to_string(),
            record.student.to_string(),
            record.begin.to_string(),
            text(record.end),
            record.role.to_string(),
            text(record.tier),
            text(record.plan.as_ref()),
            text(record.end_reason),
        ];
        Entry { record, row }
    }

    pub(super) fn is_primary(&self) -> bool {
        self.assignment.role == AssignmentRole::Primary
    }
}
