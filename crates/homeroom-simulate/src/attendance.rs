//! The absence process: what happens to a student on each school day, and what the schools write down.

use crate::{
    Person, Settings,
    code::Code,
    network::{HIGH, MIDDLE, SCHOOLS},
    random::Stream,
    stays::Stay,
    year::YearPlan,
};
use chrono::NaiveDate;

/// How much likelier an absence is after a day absent.
const PERSISTENCE: f64 = 2.5;
/// No child is likelier to be absent than this on any day.
const CAP: f64 = 0.85;
/// How the grades compare, from kindergarten to grade 12.
const GRADE: [f64; 13] = [1.2, 1.0, 0.9, 0.85, 0.85, 0.85, 0.95, 1.0, 1.1, 1.25, 1.2, 1.2, 1.3];
const HALF_DAYS: f64 = 0.1;
/// The daily hazard of a suspension of an average child, from grade 3 on.
const SUSPENSION: f64 = 0.000_5;
const OUT_OF_SCHOOL: f64 = 0.4;
/// The lots from which on a suspension lasts a day more.
const LONGER: [f64; 4] = [0.2, 0.4, 0.6, 0.8];

/// What one school wrote down of one student on one day that was not plain presence.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub struct Event {
    /// The date.
    pub date: NaiveDate,
    /// The school, an index of [`Collaborative::schools`](crate::Collaborative::schools).
    pub school: usize,
    /// The code.
    pub code: Code,
}

/// A student's year in the network, in whole days.
#[derive(Debug, Clone, Copy, PartialEq, Default)]
pub struct Days {
    /// In membership: in session at a school where the student is enrolled, each day once.
    pub membership: u32,
    /// Absent for half the day or more, of any cause, as the schools recorded it.
    pub absent: u32,
    /// Truly absent for half the day or more, recorded or not, suspensions left aside.
    pub truly_absent: u32,
    /// The sum of the daily hazards of absence that the student would have run on these days without a
    /// mentor: the expected number of days truly absent, given the days before.
    pub hazard: f64,
}

// A child's own state from day to day.
#[derive(Default)]
struct State {
    absent_yesterday: bool,
    suspended: Option<(Code, usize)>,
}

/// Simulates a student's year at the stays of that year; `relief` multiplies the hazard of absence.
pub(crate) fn attend(
    settings: &Settings,
    plan: &YearPlan,
    stays: &[Stay],
    person: &Person,
    relief: f64,
    mut stream: Stream,
) -> (Days, Vec<Event>) {
    let (mut days, mut events, mut state) = (Days::default(), Vec::new(), State::default());
    let not_recorded = settings.share_not_recorded().to_f64();
    for day in 0..plan.dates.len() {
        // Drawn on every day, so that a student's luck hangs on the date alone.
        let draw = Draw::new(&mut stream);
        let in_session = |stay: &&Stay| {
            stay.first <= day && day <= stay.last && plan.sessions[stay.school].is_open(day, stay.grade)
        };
        let here = stays.iter().filter(in_session);
        let Some(at) = here.clone().max_by_key(|stay| (stay.first, stay.primary)) else { continue };
        let usual = settings.typical_absence().to_f64()
            * person.proneness(at.year)
            * GRADE[at.grade]
            * plan.season[SCHOOLS[at.school].district][day];
        let happened = state.live(person, at.grade, usual, relief, &draw, &mut days);
        days.membership += 1;
        for stay in here {
            let date = plan.dates[day];
            let silent = plan.sessions[stay.school].silent[day] || draw.record < not_recorded;
            let elsewhere = stay.share == at.share && stay != at;
            let code = match happened {
                // A day of transfer is the new school's to record.
                _ if elsewhere && stay.last == at.first => None,
                _ if silent => Some(Code::NotRecorded),
                _ if elsewhere => Some(Code::Unexcused),
                happened => happened,
            };
            days.absent += u32::from(stay == at && code.is_some_and(Code::is_absence));
            events.extend(code.map(|code| Event { date, school: stay.school, code }));
        }
    }
    (days, events)
}

impl State {
    fn live(
        &mut self,
        person: &Person,
        grade: usize,
        usual: f64,
        relief: f64,
        draw: &Draw,
        days: &mut Days,
    ) -> Option<Code> {
        // Suspensions do not hang on absences, so mentoring leaves them as they are.
        if let Some((code, left)) = self.suspended {
            self.suspended = (left > 1).then_some((code, left - 1));
            return Some(code);
        }
        let suspension = if grade < 3 { 0.0 } else { SUSPENSION * person.frailty };
        if draw.suspension < suspension {
            let spread = draw.suspension / suspension;
            let code = if draw.kind < OUT_OF_SCHOOL { Code::OutOfSchool } else { Code::InSchool };
            let more = LONGER.iter().filter(|least| spread * spread >= **least).count();
            self.suspended = (more > 0).then_some((code, more));
            return Some(code);
        }
        let usual = usual * if self.absent_yesterday { PERSISTENCE } else { 1.0 };
        let hazard = if usual < CAP { usual } else { CAP };
        days.hazard += hazard;
        self.absent_yesterday = draw.absence < hazard * relief;
        if self.absent_yesterday {
            days.truly_absent += 1;
            return Some(kind_of_absence(grade, draw.kind));
        }
        kind_of_presence(person.frailty, draw.kind)
    }
}

fn kind_of_absence(grade: usize, kind: f64) -> Code {
    let excused = match grade {
        HIGH.. => 0.45,
        MIDDLE.. => 0.55,
        _ => 0.65,
    };
    if kind < HALF_DAYS {
        Code::HalfDay
    } else if kind < HALF_DAYS + (1.0 - HALF_DAYS) * excused {
        Code::Excused
    } else {
        Code::Unexcused
    }
}

fn kind_of_presence(frailty: f64, kind: f64) -> Option<Code> {
    let tardy = 0.018 * if frailty < 4.0 { frailty } else { 4.0 };
    let shares = [
        (Code::Tardy, tardy),
        (Code::EarlyDeparture, 0.004),
        (Code::Remote, 0.003),
        (Code::Appointment, 0.002),
    ];
    let mut below = 0.0;
    shares.into_iter().find_map(|(code, share)| {
        below += share;
        (kind < below).then_some(code)
    })
}

// What fate holds for a student on a date, whatever the student does.
struct Draw {
    absence: f64,
    kind: f64,
    suspension: f64,
    record: f64,
}

impl Draw {
    fn new(stream: &mut Stream) -> Self {
        let [absence, kind, suspension, record] = std::array::from_fn(|_| stream.uniform());
        Self { absence, kind, suspension, record }
    }
}
