//! Policy difference: who changes status between two policies over one register, and by which clause.

use super::{Status, standing::AsOf};
use crate::{AttendanceCategory, Policy, Reading, Register, Scope, TooFine, terms::terms};
use chrono::NaiveDate;

terms! {
    /// A clause of a policy by which two can differ.
    pub enum Clause {
        Unit = "unit" #[doc = "Days, sessions or hours."],
        Scope = "scope" #[doc = "Over all schools or at each."],
        Unrecorded = "unrecorded" #[doc = "How days without a record count."],
        Limit = "limit" #[doc = "The limit itself: another share, or a number of days."],
        Comparator = "comparator" #[doc = "Whether the limit itself is chronic."],
        Suspension = "suspension" #[doc = "How disciplinary days count."],
        Treatment = "treatment" #[doc = "How other statuses and categories count."],
        DayRule = "day_rule" #[doc = "How a part of a day counts."],
        MinimumDays = "minimum_days" #[doc = "Days in membership or attended, or share of the year, asked for."],
        Grades = "grades" #[doc = "Which grades count."],
        Leavers = "leavers" #[doc = "Whether those who left count."],
    }
}

impl Clause {
    /// Puts this clause of `from` into `policy`.
    fn copy(self, policy: &mut Policy, from: &Policy) {
        use crate::Threshold;
        match self {
            Self::Unit => policy.unit = from.unit,
            Self::Scope => policy.scope = from.scope,
            Self::Unrecorded => policy.unrecorded = from.unrecorded,
            Self::Limit => {
                policy.chronic = Threshold::new(policy.chronic.comparator(), from.chronic.limit());
            }
            Self::Comparator => policy.chronic = policy.chronic.with_comparator(from.chronic.comparator()),
            Self::Suspension => {
                for category in DISCIPLINARY {
                    policy.treatment.categories.remove(&category);
                    if let Some(counts) = from.treatment.categories.get(&category) {
                        policy.treatment.categories.insert(category, *counts);
                    }
                }
            }
            Self::Treatment => {
                let own = policy.treatment.clone();
                policy.treatment = from.treatment.clone();
                for category in DISCIPLINARY {
                    policy.treatment.categories.remove(&category);
                    if let Some(counts) = own.categories.get(&category) {
                        policy.treatment.categories.insert(category, *counts);
                    }
                }
            }
            Self::DayRule => policy.day_rule = from.day_rule.clone(),
            Self::MinimumDays => {
                let (own, other) = (&mut policy.eligibility, &from.eligibility);
                own.min_membership_days = other.min_membership_days;
                own.min_share_of_year = other.min_share_of_year;
                own.min_attended_days = other.min_attended_days;
            }
            Self::Grades => policy.eligibility.grades.clone_from(&from.eligibility.grades),
            Self::Leavers => policy.eligibility.leavers_excluded = from.eligibility.leavers_excluded,
        }
    }
}

const DISCIPLINARY: [AttendanceCategory; 2] =
    [AttendanceCategory::DisciplinaryWithInstruction, AttendanceCategory::DisciplinaryWithoutInstruction];

/// A student whose status differs between two policies.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct StatusChange {
    /// The student's index in the register.
    pub student: usize,
    /// The status under the first policy.
    pub before: Status,
    /// The status under the second.
    pub after: Status,
    /// The clauses each of which alone, taken over from the second policy, gives the student its status; where
    /// no clause does so alone, all clauses that differ.
    pub clauses: Vec<Clause>,
    /// Whether no clause alone makes the change.
    pub together: bool,
}

/// The difference between two policies over one register as of a date.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct PolicyDifference {
    /// The clauses in which the two differ.
    pub clauses: Vec<Clause>,
    /// The students whose status differs, in the register's order.
    pub changes: Vec<StatusChange>,
}

impl PolicyDifference {
    /// Compares the statuses of all students under two policies. A student of a policy that decides at each
    /// school is chronic where one school finds so.
    ///
    /// # Errors
    /// [`TooFine`] where parts of days have no common part.
    pub fn between(register: &Register, a: &Policy, b: &Policy, as_of: NaiveDate) -> Result<Self, TooFine> {
        let statuses = |policy: &Policy, students: &[usize]| {
            let reading = Reading::new(register, policy)?;
            let (day, mut scratch) = (AsOf::new(&reading, as_of), Vec::new());
            let status = |student: &usize| reading.scoped_status(*student, &day, &mut scratch);
            Ok(students.iter().map(status).collect::<Vec<_>>())
        };
        let differs = |clause: &Clause| {
            let mut mixed = a.clone();
            clause.copy(&mut mixed, b);
            mixed != *a
        };
        let clauses: Vec<_> = Clause::ALL.iter().copied().filter(differs).collect();
        let all: Vec<_> = (0..register.students()).collect();
        let (before, after) = (statuses(a, &all)?, statuses(b, &all)?);
        let differs = |student: &usize| !before[*student].counts_like(after[*student]);
        let changed: Vec<_> = all.into_iter().filter(differs).collect();
        let mut changes: Vec<_> = changed
            .iter()
            .map(|student| StatusChange {
                student: *student,
                before: before[*student],
                after: after[*student],
                clauses: Vec::new(),
                together: false,
            })
            .collect();
        for clause in &clauses {
            let mut mixed = a.clone();
            clause.copy(&mut mixed, b);
            for (change, status) in changes.iter_mut().zip(statuses(&mixed, &changed)?) {
                if status.counts_like(change.after) {
                    change.clauses.push(*clause);
                }
            }
        }
        for change in changes.iter_mut().filter(|change| change.clauses.is_empty()) {
            change.clauses.clone_from(&clauses);
            change.together = true;
        }
        Ok(Self { clauses, changes })
    }

    /// Students chronically absent under the second policy and not under the first.
    pub fn gained(&self) -> impl Iterator<Item = &StatusChange> {
        self.changes.iter().filter(|change| change.after == Status::Chronic)
    }

    /// Students chronically absent under the first policy and not under the second.
    pub fn lost(&self) -> impl Iterator<Item = &StatusChange> {
        self.changes.iter().filter(|change| change.before == Status::Chronic)
    }
}

impl Reading<'_> {
    /// A student's status by the policy's scope: over all schools, or chronic where one school finds so.
    pub(crate) fn scoped_status(&self, student: usize, day: &AsOf, scratch: &mut Vec<u64>) -> Status {
        if self.policy().scope == Scope::Student {
            return self.student_standing(student, day, scratch).status;
        }
        let rank = |status: &Status| match status {
            Status::Chronic => 2,
            Status::NotChronic => 1,
            Status::NotEligible(_) => 0,
        };
        let rows = self.register().rows_of(student);
        let statuses = rows.map(|row| self.row_standing(row, day).status);
        // Of equals the first row's reason stands.
        statuses.rev().max_by_key(rank).unwrap_or(Status::NotEligible(super::Ineligible::NoMembership))
    }
}
