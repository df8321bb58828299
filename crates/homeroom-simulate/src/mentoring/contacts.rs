//! Check-ins, and what mentors promise in them.

use super::{
    cast::MENTORS,
    days::{Presence, SchoolDay},
    entry::{Entry, confidential, later, list, note, text},
    matching::Spell,
    plans::asked,
    texts,
};
use crate::{
    certain,
    random::{Stream, at, spread},
};
use chrono::NaiveTime;
use homeroom::mentoring::{
    Barrier, CheckIn, Confidential, ContactMinutes, ContactMode, ContactOutcome, Feeling, FollowUp, Tier,
    Visibility,
};

const MINUTES: [u16; 12] = [5, 5, 5, 5, 8, 10, 10, 10, 15, 15, 20, 30];
/// How many of the days on which a contact was meant and the student is absent leave a trace.
const ATTEMPTS_NOTED: f64 = 0.35;

/// One student's contacts.
#[derive(Default)]
pub(super) struct Contacts {
    pub(super) check_ins: Vec<Entry<CheckIn>>,
    pub(super) follow_ups: Vec<Entry<FollowUp>>,
}

/// What was drawn for a mentor and a student on a date, whatever happens on it.
struct Draw {
    wanted: f64,
    outcome: f64,
    mode: f64,
    minutes: f64,
    time: f64,
    again: f64,
    feeling: f64,
    strength: f64,
    goal: f64,
    barrier: f64,
    note: f64,
    visibility: f64,
    promise: f64,
    done: f64,
}

impl Draw {
    fn new(stream: &mut Stream) -> Self {
        let [wanted, outcome, mode, minutes, time, again, feeling] = stream.draws();
        let [strength, goal, barrier, note, visibility, promise, done] = stream.draws();
        Self {
            wanted,
            outcome,
            mode,
            minutes,
            time,
            again,
            feeling,
            strength,
            goal,
            barrier,
            note,
            visibility,
            promise,
            done,
        }
    }
}

/// One meeting of a mentor and a student, before it is written down.
struct Meeting<'a> {
    spell: &'a Spell,
    day: &'a SchoolDay,
    obstacles: &'a [Barrier],
    least: u16,
}

impl Contacts {
    /// What a mentor makes of an assignment; one stream serves all of a student's assignments of a role.
    pub(super) fn keep(
        &mut self,
        spell: &Spell,
        tier: Tier,
        days: &[SchoolDay],
        obstacles: &[Barrier],
        mut stream: Stream,
    ) {
        let (mentor, asked) = (&MENTORS[spell.mentor], asked(spell.mentor, tier));
        let contacts = if spell.is_primary() { asked.contacts } else { 1.0 };
        let wanted = contacts / mentor.days_a_week() * mentor.diligence;
        let wanted = if wanted < 0.95 { wanted } else { 0.95 };
        for (index, day) in days.iter().enumerate() {
            let draw = Draw::new(&mut stream);
            let meant = (spell.from..=spell.to).contains(&index) && mentor.is_there(day.date);
            if !meant || draw.wanted >= wanted {
                continue;
            }
            let meeting = Meeting { spell, day, obstacles, least: asked.min_minutes };
            self.meet(&meeting, &draw);
        }
    }

    fn meet(&mut self, meeting: &Meeting, draw: &Draw) {
        let early = 8 * 60 + 5 * spread(draw.time, 40) as u32;
        let early =
            if meeting.spell.is_primary() { early } else { 12 * 60 + 5 * spread(draw.time, 12) as u32 };
        let outcome = match meeting.day.presence {
            Presence::Absent if draw.outcome < ATTEMPTS_NOTED => ContactOutcome::StudentAbsent,
            Presence::Absent | Presence::Suspended | Presence::Unknown => return,
            Presence::Here | Presence::AtADistance => outcome(draw.outcome),
        };
        self.check_ins.push(meeting.check_in(draw, early, outcome));
        if !outcome.is_met() {
            return;
        }
        if draw.again < 0.03 && meeting.spell.is_primary() {
            self.check_ins.push(meeting.hello(early + 6 * 60));
        }
        if draw.promise < 0.04 {
            self.follow_ups.push(meeting.promise(draw.promise / 0.04, draw.done));
        }
    }
}

fn outcome(draw: f64) -> ContactOutcome {
    match draw {
        0.0..0.93 => ContactOutcome::Met,
        0.93..0.96 => ContactOutcome::StudentUnavailable,
        0.96..0.98 => ContactOutcome::Declined,
        0.98..0.99 => ContactOutcome::NoAnswer,
        _ => ContactOutcome::NotMet,
    }
}

fn mode(presence: Presence, outcome: ContactOutcome, draw: f64) -> ContactMode {
    match (presence, outcome, draw) {
        (Presence::AtADistance, _, 0.0..0.6) => ContactMode::Video,
        (Presence::AtADistance, ..)
        | (_, ContactOutcome::NoAnswer, _)
        | (_, ContactOutcome::Met, 0.0..0.04) => ContactMode::Call,
        (_, ContactOutcome::Met, 0.04..0.06) => ContactMode::Video,
        (_, ContactOutcome::Met, 0.06..0.10) => ContactMode::Message,
        (_, ContactOutcome::Met, 0.10..0.11) => ContactMode::HomeVisit,
        _ => ContactMode::InPerson,
    }
}

// A part of what a draw below a share says: the draw is spread again over the list.
fn some<T: Copy>(draw: f64, share: f64, of: &[T]) -> Option<T> {
    if draw < share { at(draw / share, of).copied() } else { None }
}

/// What is confidential in a check-in, as plain texts for its row.
#[derive(Default)]
struct Said {
    feeling: Option<u8>,
    strengths: Vec<&'static str>,
    goals: Vec<&'static str>,
    note: Option<(&'static str, Visibility)>,
}

impl Meeting<'_> {
    fn plain(&self, minutes: u32, outcome: ContactOutcome) -> CheckIn {
        let assignment = &self.spell.assignment;
        let (student, mentor) = (assignment.student.clone(), assignment.mentor.clone());
        let mut check_in = CheckIn::new(student, mentor, self.day.date, outcome);
        check_in.time = NaiveTime::from_num_seconds_from_midnight_opt(minutes * 60, 0);
        check_in
    }

    fn check_in(&self, draw: &Draw, at_minute: u32, outcome: ContactOutcome) -> Entry<CheckIn> {
        let mut record = self.plain(at_minute, outcome);
        record.mode = mode(self.day.presence, outcome, draw.mode);
        if !outcome.is_met() {
            return entry(record, &Said::default());
        }
        let minutes = at(draw.minutes, &MINUTES).copied().unwrap_or(5).max(self.least);
        // A message has no length; some mentors forget to write it down.
        let known = record.mode != ContactMode::Message && draw.again < 0.97;
        record.minutes = known.then(|| certain(ContactMinutes::new(minutes)));
        let raised = if draw.barrier < 0.05 { at(draw.barrier / 0.05, self.obstacles) } else { None };
        record.barriers = raised.cloned().into_iter().collect();
        let visibility = at(draw.visibility, Visibility::ALL).copied().unwrap_or(Visibility::Private);
        let said = Said {
            feeling: some(draw.feeling, 0.55, &[1, 2, 2, 3, 3, 3, 3, 4, 4, 4, 4, 5, 5]),
            strengths: some(draw.strength, 0.1, &texts::STRENGTHS).into_iter().collect(),
            goals: some(draw.goal, 0.08, &texts::GOALS).into_iter().collect(),
            note: some(draw.note, 0.07, &texts::NOTES).map(|text| (text, visibility)),
        };
        entry(record, &said)
    }

    // A second hello of the day.
    fn hello(&self, at_minute: u32) -> Entry<CheckIn> {
        let mut record = self.plain(at_minute, ContactOutcome::Met);
        record.minutes = Some(certain(ContactMinutes::new(5)));
        entry(record, &Said::default())
    }

    fn promise(&self, draw: f64, done: f64) -> Entry<FollowUp> {
        let raised_on = self.day.date;
        let due = later(raised_on, 3 + spread(draw, 12));
        let within = raised_on.iter_days().take_while(|date| *date < due).count();
        let done_on = match done {
            0.0..0.7 => Some(later(raised_on, spread(done / 0.7, within + 1))),
            0.7..0.82 => Some(later(due, 1 + spread((done - 0.7) / 0.12, 9))),
            _ => None,
        };
        let what = at(draw, &texts::PROMISES).copied();
        let assignment = &self.spell.assignment;
        let row = vec![
            assignment.student.to_string(),
            assignment.mentor.to_string(),
            raised_on.to_string(),
            due.to_string(),
            text(done_on),
            text(what),
        ];
        let (student, mentor) = (assignment.student.clone(), assignment.mentor.clone());
        let what = what.map(Confidential::new);
        Entry { record: FollowUp { student, mentor, raised_on, due, done_on, what }, row }
    }
}

fn entry(mut record: CheckIn, said: &Said) -> Entry<CheckIn> {
    record.feeling = said.feeling.map(|point| certain(Feeling::new(point)));
    record.strengths = confidential(&said.strengths);
    record.goals = confidential(&said.goals);
    let (kept, [note, visibility]) = note(said.note);
    record.note = kept;
    let row = vec![
        record.student.to_string(),
        record.mentor.to_string(),
        record.date.to_string(),
        text(record.time.map(|time| time.format("%H:%M"))),
        record.mode.to_string(),
        text(record.minutes.map(ContactMinutes::get)),
        record.outcome.to_string(),
        text(said.feeling),
        list(&said.strengths),
        list(&said.goals),
        list(&record.barriers),
        note,
        visibility,
    ];
    Entry { record, row }
}
