//! The coordinator's view: coverage, fidelity and what is overdue, by school and by mentor.

use crate::{
    Rate, Reading, Roster,
    mentoring::{
        CapacityRules, DosageTable, MentorLoad, MentoringReading, Need, NeedRules, WorkReasonKind,
        WorklistItem, WorklistRules,
    },
};
use chrono::NaiveDate;
use std::collections::{BTreeMap, BTreeSet};

/// Of the students who qualify for a mentor, those who have one.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Coverage {
    /// Students who qualify.
    pub qualifying: u64,
    /// Of these, students with a primary mentor.
    pub mentored: u64,
}

impl Coverage {
    /// The share of qualifying students who have a mentor; `None` where nobody qualifies.
    pub const fn rate(&self) -> Option<Rate> {
        Rate::new(self.mentored, self.qualifying)
    }
}

/// One mentor in the coordinator's view.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct CoordinatorRow {
    /// The load on the date.
    pub load: MentorLoad,
    /// Students whose next contact is overdue on the date.
    pub overdue: u64,
    /// Students not met since the assignment began.
    pub not_met_yet: u64,
    /// Students with a follow-up of this mentor that is due.
    pub follow_ups_due: u64,
}

/// Coverage, fidelity and what is overdue.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct CoordinatorView {
    /// The date.
    pub as_of: NaiveDate,
    /// The students who qualify.
    pub needs: Vec<Need>,
    /// Coverage of everybody.
    pub coverage: Coverage,
    /// Coverage by the school's index in the register.
    pub coverage_by_school: BTreeMap<usize, Coverage>,
    /// Dosage and fidelity of the school year up to the date.
    pub dosage: DosageTable,
    /// Students whose next contact is overdue, each once.
    pub overdue: u64,
    /// The mentors, in the casebook's order.
    pub mentors: Vec<CoordinatorRow>,
}

impl MentoringReading<'_> {
    /// The coordinator's view on a date; `prior` is the reading of the year before.
    pub fn coordinator(
        &self,
        roster: &Roster,
        (needs, capacity, worklist): (&NeedRules, &CapacityRules, &WorklistRules),
        as_of: NaiveDate,
        prior: Option<&Reading<'_>>,
    ) -> CoordinatorView {
        let needs = self.needs(needs, as_of, prior);
        let mut coverage = Coverage::default();
        let mut coverage_by_school: BTreeMap<usize, Coverage> = BTreeMap::new();
        for need in &needs {
            let school = self.register().key(need.row).school as usize;
            for sums in [&mut coverage, coverage_by_school.entry(school).or_default()] {
                sums.qualifying += 1;
                sums.mentored += u64::from(need.mentored);
            }
        }
        let mut overdue = BTreeSet::new();
        let mentors = self.loads(capacity, as_of).into_iter().map(|load| {
            let items = self.worklist(worklist, load.mentor, as_of).items;
            let late = |item: &&WorklistItem| {
                item.reasons.iter().any(|reason| reason.kind() == WorkReasonKind::Overdue)
            };
            overdue.extend(items.iter().filter(late).map(|item| item.student));
            let with = |kind: WorkReasonKind| {
                let has = items.iter().filter(|item| item.reasons.iter().any(|reason| reason.kind() == kind));
                has.count() as u64
            };
            CoordinatorRow {
                overdue: with(WorkReasonKind::Overdue),
                not_met_yet: with(WorkReasonKind::NotMetYet),
                follow_ups_due: with(WorkReasonKind::FollowUpDue),
                load,
            }
        });
        let mentors = mentors.collect();
        let overdue = overdue.len() as u64;
        let dosage = self.dosage(roster, self.register().year().first_date()..=as_of);
        CoordinatorView { as_of, needs, coverage, coverage_by_school, dosage, overdue, mentors }
    }
}
