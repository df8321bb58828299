//! The contact plans, and which of them an assignment follows.

use super::{
    cast::{Home, MENTORS},
    entry::{Entry, list, text},
};
use crate::certain;
use homeroom::{
    Fraction, PlanId, SchoolYear,
    mentoring::{ContactMode, ContactPlan, Tier},
};

/// What a plan asks of a mentor.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(super) struct Asked {
    pub(super) contacts: f64,
    pub(super) min_minutes: u16,
}

/// The partner whose people try out a plan of their own.
const PILOT: Home = Home::Partner(2);
const PILOT_PLAN: &str = "tide-pilot";

/// The plan that an assignment names, where it names one.
pub(super) fn own_plan(mentor: usize) -> Option<PlanId> {
    (MENTORS[mentor].home == PILOT).then(|| certain(PlanId::new(PILOT_PLAN)))
}

/// What the plan asks that an assignment follows.
pub(super) fn asked(mentor: usize, tier: Tier) -> Asked {
    let of = |contacts, min_minutes| Asked { contacts, min_minutes };
    match tier {
        _ if MENTORS[mentor].home == PILOT => of(2.0, 15),
        Tier::Tier3 => of(5.0, 10),
        _ => of(3.0, 0),
    }
}

pub(super) fn plans(year: SchoolYear) -> Vec<Entry<ContactPlan>> {
    let plan = |id: &str| ContactPlan::new(certain(PlanId::new(id)));
    let mut intensive = plan("five-a-week");
    intensive.contacts_per_week = Fraction::new(5, 1).unwrap_or(Fraction::ONE);
    intensive.min_minutes = 10;
    intensive.tier = Some(Tier::Tier3);
    let mut pilot = plan(PILOT_PLAN);
    pilot.contacts_per_week = Fraction::new(2, 1).unwrap_or(Fraction::ONE);
    pilot.min_minutes = 15;
    pilot.modes = vec![ContactMode::InPerson, ContactMode::Video];
    pilot.circles_count = false;
    // A tier of which no student is mentored: only assignments that name the plan follow it.
    pilot.tier = Some(Tier::Tier1);
    (pilot.begin, pilot.end) = (Some(year.first_date()), Some(year.last_date()));
    [intensive, plan("three-a-week"), pilot].map(entry).into()
}

fn entry(record: ContactPlan) -> Entry<ContactPlan> {
    let row = vec![
        record.id.to_string(),
        text(record.tier),
        record.contacts_per_week.to_string(),
        record.days_per_week.to_string(),
        record.min_minutes.to_string(),
        list(&record.modes),
        if record.circles_count { "yes" } else { "no" }.to_owned(),
        text(record.begin),
        text(record.end),
    ];
    Entry { record, row }
}
