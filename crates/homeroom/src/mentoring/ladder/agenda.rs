//! Steps taken and open: what a team has on its agenda.

use super::{ContactMade, ContactParty, Firing, Ladder, LadderLog, LadderRefusal};
use crate::{Reading, StudentId};
use chrono::NaiveDate;
use std::collections::BTreeMap;

/// A contact that cleared a step.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub struct Cleared {
    /// The date of the contact.
    pub on: NaiveDate,
    /// With whom it was made.
    pub with: ContactParty,
}

/// A step as of a date.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct LadderStep {
    /// The firing that leads to it.
    pub firing: Firing,
    /// As of when the facts no longer support the firing, as the log stands; `None` where they do.
    pub unsupported_since: Option<NaiveDate>,
    /// The contact that cleared it, if one has by the date.
    pub cleared: Option<Cleared>,
    /// The student's days in membership after the one on which the rule was met, up to the contact that cleared the
    /// step or the date asked for; `None` where the register does not know the student.
    pub days_open: Option<u32>,
}

impl LadderStep {
    /// Whether it is still to be taken: the facts support it, and no contact has cleared it.
    pub const fn is_open(&self) -> bool {
        self.cleared.is_none() && self.unsupported_since.is_none()
    }
}

impl Ladder {
    /// The steps of a log as of a date, in the ladder's order, of each rule the ones met first before the others, and
    /// then by student. Steps of rules that the ladder no longer has come last, by the rule's identifier.
    ///
    /// A step is cleared by the first contact with whom its rule names, made on the date on which the rule was met or
    /// later. One contact clears every step that it fits: whoever was reached was reached.
    ///
    /// # Errors
    /// [`LadderRefusal`] where the log is of another ladder or year.
    pub fn steps(
        &self,
        log: &LadderLog,
        contacts: &[ContactMade],
        reading: &Reading<'_>,
        as_of: NaiveDate,
    ) -> Result<Vec<LadderStep>, LadderRefusal> {
        log.check_of(self.id(), reading.register().year())?;
        let mut of_student: BTreeMap<&StudentId, Vec<Cleared>> = BTreeMap::new();
        for contact in contacts.iter().filter(|contact| contact.date <= as_of) {
            let cleared = Cleared { on: contact.date, with: contact.with };
            of_student.entry(&contact.student).or_default().push(cleared);
        }
        let step = |firing: &Firing, unsupported_since: Option<NaiveDate>| {
            let made = of_student.get(&firing.student).map_or(&[][..], Vec::as_slice).iter().copied();
            let cleared =
                made.filter(|made| made.on >= firing.met_on && firing.cleared_by.fits(made.with)).min();
            let until = cleared.map_or(as_of, |cleared| cleared.on);
            let days_open = days_open(reading, firing, until);
            LadderStep { firing: firing.clone(), unsupported_since, cleared, days_open }
        };
        let made = log.entries().filter(|entry| entry.firing.met_on <= as_of);
        let mut steps: Vec<_> = made.map(|entry| step(&entry.firing, entry.unsupported_since)).collect();
        // Entries come by student, and the sort keeps that order among equals.
        steps.sort_by_cached_key(|step| {
            let place = self.place(&step.firing.rule);
            let unknown = place.is_none().then(|| step.firing.rule.clone());
            (place.unwrap_or(self.rules().len()), unknown, step.firing.met_on)
        });
        Ok(steps)
    }

    /// The [steps](Self::steps) that are open as of a date: a team's agenda.
    ///
    /// # Errors
    /// [`LadderRefusal`] where the log is of another ladder or year.
    pub fn open_steps(
        &self,
        log: &LadderLog,
        contacts: &[ContactMade],
        reading: &Reading<'_>,
        as_of: NaiveDate,
    ) -> Result<Vec<LadderStep>, LadderRefusal> {
        let steps = self.steps(log, contacts, reading, as_of)?;
        Ok(steps.into_iter().filter(LadderStep::is_open).collect())
    }
}

fn days_open(reading: &Reading<'_>, firing: &Firing, until: NaiveDate) -> Option<u32> {
    let register = reading.register();
    let student = register.find_student(firing.student.as_str())?;
    let after = firing.met_on.succ_opt().unwrap_or(firing.met_on);
    let days = register.school_days().between(after, until);
    let membership =
        reading.with_student(student, &mut Vec::new(), |row, _| reading.whole_days(row, days.words()).0);
    Some(membership)
}
