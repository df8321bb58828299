//! The reference dosage: what is expected and what is made, one date and one record after the other.

use super::{
    book::{Book, BookRow},
    ledger::{Ledger, Met, asks_more, holds, plan_on},
    rational::Q,
    records::Window,
    reference::View,
    world::{self, World},
};
use chrono::{Datelike, NaiveDate, TimeDelta};
use homeroom::{
    Policy,
    mentoring::{AssignmentRole, CallOutcome, ContactOutcome, ContactPlan},
};
use std::collections::{BTreeMap, BTreeSet};

/// The numbers of a dosage by name; one that is not there is 0.
pub type Figures = BTreeMap<&'static str, Q>;

/// What of a student is looked at: everything, or what is of one mentor or at some schools.
#[derive(Clone, Copy, Default)]
pub struct Scope<'s> {
    pub mentor: Option<&'s str>,
    pub here: Option<&'s dyn Fn(&str) -> bool>,
}

/// A student's school days: where each counts, and whether all that is known of it was missed.
pub struct Year {
    pub days: BTreeMap<NaiveDate, (String, bool)>,
    rows: Vec<String>,
    // Each spell at a school, first and last date.
    spells: Vec<(String, NaiveDate, NaiveDate)>,
}

/// What a contact counts as.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Kind {
    Made,
    Attempted,
    OtherMode,
    TooShort,
    Outside,
}

pub struct Oracle<'a> {
    pub ledger: &'a Ledger,
    pub years: BTreeMap<String, Year>,
    pub window: Window,
}

fn add(figures: &mut Figures, name: &'static str, number: impl Into<Q>) {
    let sum = figures.entry(name).or_insert(Q::ZERO);
    *sum = *sum + number.into();
}

fn one(is: bool) -> Q {
    if is { Q::ONE } else { Q::ZERO }
}

fn count(number: usize) -> Q {
    Q::int(number as i128)
}

/// Sums of two; of the gaps the greater.
pub fn merge(sum: &mut Figures, other: &Figures) {
    for (name, number) in other {
        let before = sum.get(name).copied().unwrap_or(Q::ZERO);
        let after = if *name == "longest gap" { before.max(*number) } else { before + *number };
        sum.insert(name, after);
    }
}

pub fn is_nothing(figures: &Figures) -> bool {
    figures.values().all(|number| number.is_zero())
}

fn monday(date: NaiveDate) -> NaiveDate {
    date - TimeDelta::days(date.weekday().num_days_from_monday().into())
}

/// Contacts on a plan's day of school.
pub fn per_day(plan: &ContactPlan) -> Q {
    Q::from(plan.contacts_per_week) / Q::int(plan.days_per_week)
}

impl<'a> Oracle<'a> {
    /// The window is looked at as far as it lies in the year.
    pub fn new(world: &World, book: &Book, policy: &Policy, ledger: &'a Ledger, window: &Window) -> Self {
        let (first, last) = (world::year().first_date(), world::year().last_date());
        let window = first.max(*window.start())..=last.min(*window.end());
        let mut years = BTreeMap::new();
        for (student, rows) in &book.rows {
            let view = View::of_student(world, policy, rows, last);
            let mut days = BTreeMap::new();
            for date in view.days.keys() {
                let day = view.on(*date);
                let missed = !day.absent.is_zero() && day.absent >= day.recorded;
                if !day.membership.is_zero() {
                    days.insert(*date, (view.schools[date].clone(), missed));
                }
            }
            let of_row = |row: &BookRow| {
                let spells = row.spells.clone().into_iter();
                spells.map(|(first, last)| (row.school.clone(), first, last)).collect::<Vec<_>>()
            };
            let spells = rows.iter().flat_map(of_row).collect();
            let rows = rows.iter().map(|row| row.school.clone()).collect();
            years.insert(student.clone(), Year { days, rows, spells });
        }
        Self { ledger, years, window }
    }

    /// The school at which a date counts: that of the last school day up to it, or of the first after it.
    pub fn school_on(&self, student: &str, date: NaiveDate) -> &str {
        let year = &self.years[student];
        let before = year.days.iter().rfind(|(day, _)| **day <= date);
        let day = before.or_else(|| year.days.iter().find(|(day, _)| **day > date));
        day.map_or(&year.rows[0], |(_, (school, _))| school)
    }

    /// The plan by which a contact is expected on a date, be it a school day or not: of those of the primary
    /// assignments in force the one that asks most.
    pub fn plan(&self, student: &str, date: NaiveDate, mentor: Option<&str>) -> Option<&'a ContactPlan> {
        let mut most: Option<&ContactPlan> = None;
        for assignment in &self.ledger.assignments {
            let of_mentor = mentor.is_none_or(|mentor| assignment.mentor.as_str() == mentor);
            let primary = assignment.role == AssignmentRole::Primary;
            if assignment.student.as_str() == student && of_mentor && primary && holds(assignment, date) {
                let plan = plan_on(&self.ledger.plans, assignment, date);
                if asks_more(plan, most).is_gt() {
                    most = plan;
                }
            }
        }
        most
    }

    fn kind(&self, met: &Met, mentor: Option<&str>) -> Kind {
        let Some(plan) = self.plan(&met.student, met.date, mentor) else { return Kind::Outside };
        let mode_counts = if met.circle { plan.circles_count } else { plan.modes.contains(&met.mode) };
        if met.outcome != ContactOutcome::Met {
            Kind::Attempted
        } else if !mode_counts {
            Kind::OtherMode
        } else if met.minutes.is_some_and(|minutes| minutes < plan.min_minutes) {
            Kind::TooShort
        } else {
            Kind::Made
        }
    }

    /// The contacts of a student in the window that are of the scope.
    fn contacts(&self, student: &str, scope: Scope<'_>) -> Vec<&'a Met> {
        let here = |met: &&Met| {
            met.student == student
                && self.window.contains(&met.date)
                && scope.mentor.is_none_or(|mentor| met.mentor.as_deref() == Some(mentor))
                && scope.here.is_none_or(|here| here(self.school_on(student, met.date)))
        };
        let mut contacts: Vec<_> = self.ledger.contacts.iter().filter(here).collect();
        contacts.sort();
        contacts
    }

    /// The days of the year on which a contact is expected within a scope, each with its plan.
    fn expecting(&self, student: &str, scope: Scope<'_>) -> BTreeMap<NaiveDate, &'a ContactPlan> {
        let mut expecting = BTreeMap::new();
        for (date, (school, _)) in &self.years[student].days {
            let here = scope.here.is_none_or(|here| here(school));
            if let Some(plan) = self.plan(student, *date, scope.mentor).filter(|_| here) {
                expecting.insert(*date, plan);
            }
        }
        expecting
    }

    /// A student's figures within a scope.
    pub fn figures(&self, student: &str, scope: Scope<'_>) -> Figures {
        let mut figures = Figures::new();
        let year = &self.years[student];
        let expecting = self.expecting(student, scope);
        let mut assigned: BTreeSet<NaiveDate> = BTreeSet::new();
        for (date, plan) in &expecting {
            if !self.window.contains(date) {
                continue;
            }
            let missed = year.days[date].1;
            assigned.insert(*date);
            add(&mut figures, "assigned days", Q::ONE);
            add(&mut figures, "present days", one(!missed));
            add(&mut figures, "expected", per_day(plan));
            add(&mut figures, "expected present", if missed { Q::ZERO } else { per_day(plan) });
            add(&mut figures, "weeks", Q::new(1, plan.days_per_week));
            let outcomes = self
                .ledger
                .calls
                .iter()
                .filter(|call| call.student.as_str() == student && call.date == *date && missed);
            let outcomes: Vec<_> = outcomes.map(|call| call.outcome).collect();
            add(&mut figures, "absences", one(missed));
            add(&mut figures, "called", one(!outcomes.is_empty()));
            add(&mut figures, "reached", one(outcomes.contains(&CallOutcome::Reached)));
        }
        add(&mut figures, "students", one(!assigned.is_empty()));

        let mut made: BTreeMap<NaiveDate, usize> = BTreeMap::new();
        for met in self.contacts(student, scope) {
            let kind = self.kind(met, scope.mentor);
            let name = match kind {
                Kind::Made => "made",
                Kind::Attempted => "attempted",
                Kind::OtherMode => "other mode",
                Kind::TooShort => "too short",
                Kind::Outside => "outside",
            };
            add(&mut figures, name, Q::ONE);
            if kind == Kind::Made {
                *made.entry(met.date).or_default() += 1;
                add(&mut figures, "in circles", one(met.circle));
                add(&mut figures, "minutes", count(met.minutes.unwrap_or(0).into()));
                add(&mut figures, "minutes unknown", one(met.minutes.is_none()));
            }
        }
        add(&mut figures, "contact days", count(made.len()));
        add(&mut figures, "longest gap", count(self.gaps(&assigned, &made).0));
        self.judge_weeks(student, &expecting, &made, &mut figures);
        self.starts(student, scope, &mut figures);
        if scope.mentor.is_none() && scope.here.is_none() {
            self.moves(student, &mut figures);
        }
        figures
    }

    // The most assigned days in a row without a contact made, and how many are such at the window's end.
    fn gaps(&self, assigned: &BTreeSet<NaiveDate>, made: &BTreeMap<NaiveDate, usize>) -> (usize, usize) {
        let (mut longest, mut current) = (0, 0);
        for date in self.window.start().iter_days().take_while(|date| date <= self.window.end()) {
            if made.contains_key(&date) {
                current = 0;
            } else if assigned.contains(&date) {
                current += 1;
            }
            longest = longest.max(current);
        }
        (longest, current)
    }

    pub fn days_since_contact(&self, student: &str) -> usize {
        let scope = Scope::default();
        let expecting = self.expecting(student, scope).into_keys();
        let assigned = expecting.filter(|date| self.window.contains(date)).collect();
        let contacts = self.contacts(student, scope).into_iter();
        let made =
            contacts.filter(|met| self.kind(met, None) == Kind::Made).map(|met| (met.date, 1)).collect();
        self.gaps(&assigned, &made).1
    }

    // A week that still expects something after the window is in progress and not judged.
    fn judge_weeks(
        &self,
        student: &str,
        expecting: &BTreeMap<NaiveDate, &ContactPlan>,
        made: &BTreeMap<NaiveDate, usize>,
        figures: &mut Figures,
    ) {
        for week in expecting.keys().map(|date| monday(*date)).collect::<BTreeSet<_>>() {
            let sunday = week + TimeDelta::days(6);
            if expecting.range(week..=sunday).any(|(date, _)| date > self.window.end()) {
                continue;
            }
            let of_week = |date: NaiveDate| week <= date && date <= sunday && self.window.contains(&date);
            let contacts: usize = made.iter().filter(|(date, _)| of_week(**date)).map(|(_, n)| n).sum();
            let names =
                [("weeks asking", "weeks on plan"), ("weeks asking present", "weeks on plan present")];
            for (only_present, (asking, on_plan)) in [false, true].into_iter().zip(names) {
                let asked: Q = expecting
                    .iter()
                    .filter(|(date, _)| of_week(**date))
                    .filter(|(date, _)| !(only_present && self.years[student].days[date].1))
                    .map(|(_, plan)| per_day(plan))
                    .sum();
                let mut contacts_asked = 0;
                while Q::int(contacts_asked) + Q::new(1, 2) <= asked {
                    contacts_asked += 1;
                }
                add(figures, asking, one(contacts_asked > 0));
                add(figures, on_plan, one(contacts_asked > 0 && contacts as i128 >= contacts_asked));
            }
        }
    }

    // Primary assignments that begin in the window, each until its mentor makes the first contact.
    fn starts(&self, student: &str, scope: Scope<'_>, figures: &mut Figures) {
        for assignment in &self.ledger.assignments {
            let mentor = assignment.mentor.as_str();
            let of_scope = scope.mentor.is_none_or(|wanted| wanted == mentor)
                && scope.here.is_none_or(|here| here(self.school_on(student, assignment.begin)));
            if assignment.student.as_str() != student
                || assignment.role != AssignmentRole::Primary
                || !self.window.contains(&assignment.begin)
                || !of_scope
            {
                continue;
            }
            let by_mentor = Scope { mentor: Some(mentor), here: None };
            let first = self
                .contacts(student, by_mentor)
                .into_iter()
                .find(|met| holds(assignment, met.date) && self.kind(met, Some(mentor)) == Kind::Made);
            let days = self.years[student].days.keys().filter(|date| **date >= assignment.begin);
            if let Some(first) = first {
                add(figures, "met", Q::ONE);
                let waited = days.filter(|date| **date < first.date).count();
                add(figures, "days", count(waited));
                add(figures, "in time", one(waited < 5));
            } else {
                let so_far = |date: &&NaiveDate| holds(assignment, **date) && *date <= self.window.end();
                let waited = days.filter(so_far).count();
                add(figures, "waiting", Q::ONE);
                add(figures, "waiting days", count(waited));
                let goes_on = assignment.end.is_none_or(|end| *self.window.end() < end);
                add(figures, "in time", one(goes_on && waited < 5));
            }
        }
    }

    fn who_answers(&self, student: &str, date: NaiveDate) -> BTreeSet<String> {
        let assignments = self.ledger.assignments.iter().filter(|assignment| {
            assignment.student.as_str() == student
                && assignment.role == AssignmentRole::Primary
                && holds(assignment, date)
        });
        assignments.map(|assignment| assignment.mentor.to_string()).collect()
    }

    // A school day at one school after one at another is a move, unless the student stays at the other too.
    fn moves(&self, student: &str, figures: &mut Figures) {
        let year = &self.years[student];
        let days: Vec<_> = year.days.iter().map(|(date, (school, _))| (*date, school)).collect();
        let stays = |at: &String, after: NaiveDate| {
            let next = after.succ_opt().unwrap();
            year.spells.iter().any(|(school, first, last)| school == at && *first <= next && next <= *last)
        };
        let is_move = |n: &usize| days[n - 1].1 != days[*n].1 && !stays(days[n - 1].1, days[*n].0);
        for n in (1..days.len()).filter(is_move) {
            let ((left, _), (came, _)) = (days[n - 1], days[n]);
            let before = self.who_answers(student, left);
            if !self.window.contains(&came) || before.is_empty() {
                continue;
            }
            let after = self.who_answers(student, came);
            let leaves = (n + 1..days.len()).find(is_move).map(|next| days[next].0);
            let contacted = self.contacts(student, Scope::default()).into_iter().any(|met| {
                let there = met.date >= came && leaves.is_none_or(|date| met.date < date);
                there && self.kind(met, None) == Kind::Made
            });
            add(figures, "transfers", Q::ONE);
            add(figures, "mentored", one(!after.is_empty()));
            add(figures, "same mentor", one(!before.is_disjoint(&after)));
            add(figures, "contacted", one(contacted));
        }
    }

    /// How many circles were held in the window by those that `here` picks: student, mentor and date.
    pub fn circles(&self, here: impl Fn(&homeroom::mentoring::Circle) -> bool) -> u64 {
        let circles = self.ledger.circles.values().filter(|circle| self.window.contains(&circle.date));
        circles.filter(|circle| here(circle)).count() as u64
    }
}
