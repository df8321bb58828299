//! The reference reading: what each day amounts to under a policy, added up day by day.

use super::{
    book::{Book, BookRow, Content},
    rational::Q,
    world::World,
};
use chrono::NaiveDate;
use homeroom::{
    AttendanceCategory as Category, AttendanceCode, AttendanceStatus as Status, CountsAs, Fraction,
    GradeLevel, Ineligible, Limit, Policy, Scope, Status as Standing, StreakRule, Threshold, Unit,
    Unrecorded, Window,
};
use std::collections::BTreeMap;

/// What a day or many days amount to, in days, sessions or hours.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Amounts {
    pub membership: Q,
    pub recorded: Q,
    pub absent: Q,
    pub excused: Q,
    pub unexcused: Q,
    pub disciplinary: Q,
    pub remote: Q,
    pub tardy_days: u64,
    pub early_departure_days: u64,
}

pub const NOTHING: Amounts = Amounts {
    membership: Q::ZERO,
    recorded: Q::ZERO,
    absent: Q::ZERO,
    excused: Q::ZERO,
    unexcused: Q::ZERO,
    disciplinary: Q::ZERO,
    remote: Q::ZERO,
    tardy_days: 0,
    early_departure_days: 0,
};

impl Amounts {
    pub fn parts(&self) -> [Q; 7] {
        let Self { membership, recorded, absent, excused, unexcused, disciplinary, remote, .. } = *self;
        [membership, recorded, absent, excused, unexcused, disciplinary, remote]
    }

    pub fn plus(&self, other: &Self, times: Q) -> Self {
        Self {
            membership: self.membership + other.membership * times,
            recorded: self.recorded + other.recorded * times,
            absent: self.absent + other.absent * times,
            excused: self.excused + other.excused * times,
            unexcused: self.unexcused + other.unexcused * times,
            disciplinary: self.disciplinary + other.disciplinary * times,
            remote: self.remote + other.remote * times,
            tardy_days: self.tardy_days + other.tardy_days,
            early_departure_days: self.early_departure_days + other.early_departure_days,
        }
    }

    pub fn whole(&self, policy: &Policy) -> Q {
        if policy.unrecorded() == Unrecorded::Excluded { self.recorded } else { self.membership }
    }
}

/// One day in membership under a policy, as parts of that day.
pub fn day(content: Option<&Content>, policy: &Policy, steps: &Steps) -> Amounts {
    let Some(content) = content else { return Amounts { membership: Q::ONE, ..NOTHING } };
    let counting =
        |counts: CountsAs| content.iter().filter(move |(code, _)| counts_as(*code, policy) == Some(counts));
    let sum = |counts| counting(counts).map(|(_, part)| *part).sum::<Q>();
    let unknown: Q = content.iter().filter(|(c, _)| c.status() == Status::NotRecorded).map(|(_, p)| *p).sum();
    let membership = Q::ONE - sum(CountsAs::Excluded);
    let recorded = membership - unknown;
    let missed = sum(CountsAs::Absent);
    let absent = if missed.is_zero() { Q::ZERO } else { step(missed / recorded, steps) * recorded };
    let of_kind = |is: &dyn Fn(AttendanceCode) -> bool| {
        let kind: Q = counting(CountsAs::Absent).filter(|(code, _)| is(*code)).map(|(_, part)| *part).sum();
        if kind.is_zero() { Q::ZERO } else { kind / missed * absent }
    };
    let discipline =
        [Some(Category::DisciplinaryWithoutInstruction), Some(Category::DisciplinaryWithInstruction)];
    let remote = counting(CountsAs::Present).filter(|(c, _)| c.category() == Some(Category::RemoteLearning));
    let any = |status| u64::from(content.iter().any(|(code, _)| code.status() == status));
    Amounts {
        membership,
        recorded,
        absent,
        excused: of_kind(&|code| code.status() == Status::ExcusedAbsence),
        unexcused: of_kind(&|code| code.status() == Status::UnexcusedAbsence),
        disciplinary: of_kind(&|code| discipline.contains(&code.category())),
        remote: remote.map(|(_, part)| *part).sum(),
        tardy_days: any(Status::Tardy),
        early_departure_days: any(Status::EarlyDeparture),
    }
}

// `None` where the code says that attendance was not taken.
fn counts_as(code: AttendanceCode, policy: &Policy) -> Option<CountsAs> {
    let treatment = policy.treatment();
    let of_category = code.category().and_then(|category| treatment.categories.get(&category));
    let absences = [Status::Absence, Status::ExcusedAbsence, Status::UnexcusedAbsence];
    let usual = if absences.contains(&code.status()) { CountsAs::Absent } else { CountsAs::Present };
    let elsewhere = [Some(Category::OutOfSchoolActivity), Some(Category::ExtracurricularActivity)];
    match code.status() {
        Status::NotRecorded => None,
        Status::NotExpected => Some(CountsAs::Excluded),
        // An activity of the school elsewhere is attended, whatever the status, unless the policy names it.
        _ if elsewhere.contains(&code.category()) => Some(*of_category.unwrap_or(&CountsAs::Present)),
        status => Some(*of_category.or_else(|| treatment.statuses.get(&status)).unwrap_or(&usual)),
    }
}

/// The steps of a day rule: whether the part itself is on the step, the part, and what it counts.
pub type Steps = Vec<(bool, Q, Q)>;

/// The steps as the policy is written, not as the library's own rule reads them.
pub fn steps(policy: &Policy) -> Steps {
    let json: serde_json::Value = serde_json::from_str(&policy.to_json()).unwrap();
    let read = |value: &serde_json::Value| Q::from(value.as_str().unwrap().parse::<Fraction>().unwrap());
    let steps = json["day_rule"]["steps"].as_array().unwrap().iter();
    steps.map(|step| (step["comparator"] == "at_least", read(&step["part"]), read(&step["counts"]))).collect()
}

fn step(missed: Q, steps: &Steps) -> Q {
    if steps.is_empty() {
        return missed;
    }
    let reached = |(with, part, _): &&(bool, Q, Q)| missed > *part || *with && missed == *part;
    steps.iter().rev().find(reached).map_or(Q::ZERO, |(_, _, counts)| *counts)
}

/// Days of a student, at one school or over all.
#[derive(Clone, Debug)]
pub struct View<'a> {
    pub world: &'a World,
    pub policy: &'a Policy,
    steps: Steps,
    pub days: BTreeMap<NaiveDate, Option<Content>>,
    /// Of each day, the school at which it counts.
    pub schools: BTreeMap<NaiveDate, String>,
    /// The school answerable on the date asked for, and the grade there.
    pub home: String,
    pub grade: Option<GradeLevel>,
}

impl<'a> View<'a> {
    pub fn of_row(world: &'a World, policy: &'a Policy, row: &BookRow) -> Self {
        let schools = row.days.keys().map(|date| (*date, row.school.clone())).collect();
        Self {
            world,
            policy,
            steps: steps(policy),
            days: row.days.clone(),
            schools,
            home: row.school.clone(),
            grade: row.grade,
        }
    }

    /// All schools together. A day of two schools counts where it is recorded, else where it is not; last where it
    /// leaves membership; of equals where it counts first.
    pub fn of_student(world: &'a World, policy: &'a Policy, rows: &[BookRow], as_of: NaiveDate) -> Self {
        let (mut days, mut schools, steps) = (BTreeMap::new(), BTreeMap::new(), steps(policy));
        let place = |content: &Option<Content>| match content {
            Some(known) if day(Some(known), policy, &steps).membership.is_zero() => 2,
            Some(_) => 0,
            None => 1,
        };
        for pass in 0..3 {
            for row in rows {
                for (date, content) in row.days.iter().filter(|(_, content)| place(content) == pass) {
                    days.entry(*date).or_insert_with(|| content.clone());
                    schools.entry(*date).or_insert_with(|| row.school.clone());
                }
            }
        }
        let home = home(rows, as_of);
        Self { world, policy, steps, days, schools, home: home.school.clone(), grade: home.grade }
    }

    fn times(&self, date: NaiveDate, unit: Unit) -> Q {
        match unit {
            Unit::Session => Q::int(2),
            Unit::Hour => Q::new(self.world.school(&self.schools[&date]).minutes(date), 60),
            _ => Q::ONE,
        }
    }

    pub fn on(&self, date: NaiveDate) -> Amounts {
        day(self.days[&date].as_ref(), self.policy, &self.steps)
    }

    pub fn in_unit(&self, date: NaiveDate, unit: Unit) -> Amounts {
        NOTHING.plus(&self.on(date), self.times(date, unit))
    }

    pub fn total(&self, keep: impl Fn(NaiveDate) -> bool) -> Amounts {
        let unit = self.policy.unit();
        let dates = self.days.keys().copied().filter(|date| keep(*date));
        dates.fold(NOTHING, |sum, date| sum.plus(&self.on(date), self.times(date, unit)))
    }

    pub fn dates(&self, window: Window, as_of: NaiveDate) -> Vec<NaiveDate> {
        let dates: Vec<_> = self.days.keys().copied().filter(|date| *date <= as_of).collect();
        let back = |n: u32| dates.len().saturating_sub(n as usize);
        match window {
            Window::YearToDate => dates,
            Window::SchoolDays(n) => dates[back(n)..].to_vec(),
            Window::FirstSchoolDays(n) => dates.into_iter().take(n as usize).collect(),
            Window::CalendarDays(n) => {
                dates.into_iter().filter(|date| (as_of - *date).num_days() < i64::from(n)).collect()
            }
            Window::Since(first) => dates.into_iter().filter(|date| *date >= first).collect(),
            _ => unreachable!("a window that is not tested"),
        }
    }

    pub fn streaks(&self, as_of: NaiveDate, rule: StreakRule) -> (u32, u32) {
        let (mut current, mut longest) = (0, 0);
        for date in self.days.keys().copied().filter(|date| *date <= as_of) {
            let day = self.on(date);
            if !day.absent.is_zero() {
                current += 1;
            } else if day.membership.is_zero() {
                // Not in membership after all: the day does not touch a streak.
            } else if !day.recorded.is_zero() || rule == StreakRule::UnrecordedEnds {
                current = 0;
            }
            longest = longest.max(current);
        }
        (current, longest)
    }

    pub fn standing(&self, as_of: NaiveDate) -> Stand {
        let policy = self.policy;
        let rules = policy.eligibility();
        let past: Vec<_> = self.days.keys().copied().filter(|date| *date <= as_of).collect();
        let total = self.total(|date| date <= as_of);
        let membership_days = past.iter().filter(|date| !self.on(**date).membership.is_zero()).count() as u32;
        let attended = |date: &&NaiveDate| {
            let day = self.on(**date);
            day.recorded > day.absent
        };
        let attended_days = past.iter().filter(attended).count() as u32;
        let school = self.world.school(&self.home);
        let taught = |grade| {
            let dates = school.days.keys().copied().filter(|date| *date <= as_of);
            dates.filter(|date| school.teaches(*date, grade)).collect::<Vec<_>>()
        };
        let last = taught(self.grade).last().copied();
        let share = Q::new(membership_days, taught(None).len().max(1) as i128);
        let reasons = [
            (membership_days == 0, Ineligible::NoMembership),
            (
                rules
                    .grades
                    .as_ref()
                    .is_some_and(|counted| !self.grade.is_some_and(|g| counted.contains(&g))),
                Ineligible::GradeNotCounted,
            ),
            (
                rules.leavers_excluded && !last.is_some_and(|date| self.days.contains_key(&date)),
                Ineligible::Left,
            ),
            (rules.min_membership_days.is_some_and(|least| membership_days < least), Ineligible::TooFewDays),
            (
                rules.min_share_of_year.is_some_and(|least| share < Q::from(least)),
                Ineligible::SmallShareOfYear,
            ),
        ];
        let reason = reasons.into_iter().find(|(holds, _)| *holds).map(|(_, reason)| reason);
        let decide = |absent: Q, whole: Q, attended: u32| match reason {
            Some(reason) => Standing::NotEligible(reason),
            None if whole.is_zero() => Standing::NotEligible(Ineligible::NothingRecorded),
            None if rules.min_attended_days.is_some_and(|least| attended < least) => {
                Standing::NotEligible(Ineligible::TooFewAttended)
            }
            None if is_met(policy.chronic(), absent, whole) => Standing::Chronic,
            None => Standing::NotChronic,
        };
        let status = decide(total.absent, total.whole(policy), attended_days);
        let mut band = None;
        for (i, each) in policy.bands().iter().enumerate().filter(|_| status.is_eligible()) {
            if each.from.is_none_or(|from| is_met(from, total.absent, total.whole(policy))) {
                band = Some(i);
            }
        }
        // What is not known could all have been attended, or all have been missed.
        let unrecorded = total.membership - total.recorded;
        let could_attend = |date: &&NaiveDate| {
            let day = self.on(**date);
            day.membership > day.absent
        };
        let most_attended = past.iter().filter(could_attend).count() as u32;
        let best = decide(total.absent, total.membership, most_attended);
        let worst = decide(total.absent + unrecorded, total.membership, attended_days);
        let certain = unrecorded.is_zero() || best == status && worst == status;
        Stand { total, membership_days, status, band, certain }
    }
}

/// A standing.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Stand {
    pub total: Amounts,
    pub membership_days: u32,
    pub status: Standing,
    pub band: Option<usize>,
    pub certain: bool,
}

/// Whether an absence meets a threshold, by rationals.
pub fn is_met(threshold: Threshold, absent: Q, whole: Q) -> bool {
    let (value, limit) = match threshold.limit() {
        Limit::Share(_) if whole.is_zero() => return false,
        Limit::Share(share) => (absent / whole, Q::from(share)),
        Limit::Count(count) => (absent, Q::int(count)),
    };
    value > limit || value == limit && threshold.comparator() == homeroom::Comparator::AtLeast
}

/// The row of the last day in membership by a date; of two schools that day the one that counts first.
pub fn home(rows: &[BookRow], as_of: NaiveDate) -> &BookRow {
    let last = |row: &BookRow| row.days.keys().copied().rfind(|date| *date <= as_of);
    let mut home = &rows[0];
    for row in &rows[1..] {
        if last(row) > last(home) {
            home = row;
        }
    }
    home
}

/// A student's status by the policy's scope.
pub fn scoped_status(
    world: &World,
    book: &Book,
    student: &str,
    policy: &Policy,
    as_of: NaiveDate,
) -> Standing {
    let rows = &book.rows[student];
    if policy.scope() == Scope::Student {
        return View::of_student(world, policy, rows, as_of).standing(as_of).status;
    }
    let statuses: Vec<_> =
        rows.iter().map(|row| View::of_row(world, policy, row).standing(as_of).status).collect();
    let wanted = [Standing::Chronic, Standing::NotChronic];
    wanted.into_iter().find(|status| statuses.contains(status)).unwrap_or(statuses[0])
}
