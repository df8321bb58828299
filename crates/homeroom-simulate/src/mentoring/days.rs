//! A student's school days, as a mentor sees them: where the student is, and whether at school.

use crate::{Code, Collaborative, SimulatedStudent, stays::Stay};
use chrono::NaiveDate;

/// Whether a student was at school.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Presence {
    Here,
    AtADistance,
    Absent,
    Suspended,
    /// Nobody wrote it down.
    Unknown,
}

/// A day in membership.
#[derive(Debug, Clone, Copy)]
pub(super) struct SchoolDay {
    /// A day of the network's year.
    pub(super) day: usize,
    pub(super) date: NaiveDate,
    pub(super) school: usize,
    pub(super) presence: Presence,
}

/// A student's school days of a year at the primary school, in order.
pub(super) fn school_days(
    network: &Collaborative,
    student: &SimulatedStudent,
    year: usize,
) -> Vec<SchoolDay> {
    let plan = &network.years()[year];
    let stays: Vec<&Stay> = student.stays.iter().filter(|stay| stay.year == year && stay.primary).collect();
    let of_day = |day: usize| {
        let open = |stay: &&&Stay| {
            stay.first <= day && day <= stay.last && plan.sessions[stay.school].is_open(day, stay.grade)
        };
        let stay = stays.iter().filter(open).max_by_key(|stay| stay.first)?;
        let (date, school) = (plan.dates[day], stay.school);
        Some(SchoolDay { day, date, school, presence: presence(student, year, date) })
    };
    (0..plan.dates.len()).filter_map(of_day).collect()
}

// Whatever any school wrote down of the day: a student at two schools is not met on a day absent from either.
fn presence(student: &SimulatedStudent, year: usize, date: NaiveDate) -> Presence {
    let events = &student.events[year];
    let from = events.partition_point(|event| event.date < date);
    let of_date = events[from..].iter().take_while(|event| event.date == date);
    let mut presence = Presence::Here;
    for event in of_date {
        let seen = match event.code {
            Code::OutOfSchool | Code::InSchool => Presence::Suspended,
            code if code.is_absence() => Presence::Absent,
            Code::NotRecorded => Presence::Unknown,
            Code::Remote => Presence::AtADistance,
            _ => continue,
        };
        if presence == Presence::Here || seen == Presence::Absent {
            presence = seen;
        }
    }
    presence
}
