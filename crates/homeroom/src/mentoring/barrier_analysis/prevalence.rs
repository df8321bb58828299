//! Prevalence: how many students have a barrier, of how many who were asked.

use crate::{
    Dimension, GradeLevel, Rate, Roster, UNKNOWN,
    mentoring::{AssignmentRole, Barrier, MentoringReading, RootCause, Tier, casebook::Assigned},
};
use chrono::NaiveDate;
use std::collections::{BTreeMap, BTreeSet};

/// One barrier in a group.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct BarrierPrevalence {
    /// The barrier.
    pub barrier: Barrier,
    /// Students who have it on the date.
    pub students: u64,
    /// Students of whom any barrier was ever learnt up to the date.
    pub of: u64,
    /// Of the students who have it, those of whom an intervention meets it.
    pub met: u64,
}

impl BarrierPrevalence {
    /// The share of the base that has the barrier.
    pub const fn rate(&self) -> Option<Rate> {
        Rate::new(self.students, self.of)
    }
}

/// The barriers of a group of students.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct BarrierGroup {
    /// The group's label; `unknown` where it is not known.
    pub label: String,
    /// Mentored students of the group on the date.
    pub mentored: u64,
    /// Students of whom any barrier was ever learnt up to the date: the base of the prevalences. Of the others
    /// nothing is known, which is not the same as none.
    pub asked: u64,
    /// The barriers that occur, in order of root causes and names.
    pub barriers: Vec<BarrierPrevalence>,
    /// Students with a barrier of each root cause.
    pub by_root_cause: BTreeMap<RootCause, u64>,
}

#[derive(Default)]
struct Sums {
    mentored: u64,
    asked: u64,
    barriers: BTreeMap<(RootCause, Barrier), (u64, u64)>,
    causes: BTreeMap<RootCause, u64>,
}

/// Groups in order: grades by age, other labels by text, the unknown last.
type Label = (bool, Option<GradeLevel>, String);

impl MentoringReading<'_> {
    /// The barriers of the students on a date: of all, or by school, district, grade or attribute. A student belongs to
    /// the school of the date, or of the last day before it.
    pub fn barriers_by(
        &self,
        roster: &Roster,
        as_of: NaiveDate,
        dimension: Option<&Dimension>,
    ) -> Vec<BarrierGroup> {
        self.group_barriers(as_of, |student| match dimension {
            None => (false, None, "all".to_owned()),
            Some(dimension) => self.label(roster, student, as_of, dimension),
        })
    }

    /// The barriers of the mentored students by the tier of their assignment on the date.
    pub fn barriers_by_tier(&self, as_of: NaiveDate) -> Vec<BarrierGroup> {
        self.group_barriers(as_of, |student| {
            let tier = self.tier_on(student, as_of);
            (tier.is_none(), None, tier.map_or(UNKNOWN.to_owned(), |tier| tier.to_string()))
        })
    }

    /// The tier of a student's primary assignment on a date; of several the highest.
    pub(in super::super) fn tier_on(&self, student: usize, date: NaiveDate) -> Option<Tier> {
        let assigned = self.casebook.assignments.of(student).iter();
        let primary =
            |a: &&Assigned| a.assignment.role == AssignmentRole::Primary && a.assignment.holds(date);
        assigned.filter(primary).filter_map(|a| a.assignment.tier).max()
    }

    fn group_barriers(&self, as_of: NaiveDate, label: impl Fn(usize) -> Label) -> Vec<BarrierGroup> {
        let mut groups: BTreeMap<Label, Sums> = BTreeMap::new();
        for student in self.students_of_year() {
            let known = self.casebook.barriers_of(student).iter().filter(|record| record.learnt_on <= as_of);
            let known: Vec<_> = known.collect();
            let mentored = !self.primary_mentors(student, as_of).is_empty();
            if known.is_empty() && !mentored {
                continue;
            }
            let sums = groups.entry(label(student)).or_default();
            sums.mentored += u64::from(mentored);
            sums.asked += u64::from(!known.is_empty());
            let mut has: BTreeMap<&Barrier, bool> = BTreeMap::new();
            for record in known.into_iter().filter(|record| record.stands_on(as_of)) {
                let met = !self.met_by(student, record, as_of).is_empty();
                let all_met = has.entry(&record.barrier).or_insert(true);
                *all_met &= met;
            }
            let causes: BTreeSet<RootCause> = has.keys().map(|barrier| barrier.root_cause()).collect();
            for cause in causes {
                *sums.causes.entry(cause).or_default() += 1;
            }
            for (barrier, met) in has {
                let counts = sums.barriers.entry((barrier.root_cause(), barrier.clone())).or_default();
                counts.0 += 1;
                counts.1 += u64::from(met);
            }
        }
        let group = |((_, _, label), sums): (Label, Sums)| {
            let of = sums.asked;
            let barriers = sums
                .barriers
                .into_iter()
                .map(|((_, barrier), (students, met))| BarrierPrevalence { barrier, students, of, met });
            BarrierGroup {
                label,
                mentored: sums.mentored,
                asked: sums.asked,
                barriers: barriers.collect(),
                by_root_cause: sums.causes,
            }
        };
        groups.into_iter().map(group).collect()
    }

    // The label of a casebook student on a dimension.
    fn label(&self, roster: &Roster, student: usize, as_of: NaiveDate, dimension: &Dimension) -> Label {
        let id = self.casebook.students()[student].as_str();
        let index = self.in_register[student].map(|index| index as usize);
        let row = index.map(|index| {
            let enrolled = self.enrolled_row(index, as_of);
            enrolled.unwrap_or_else(|| {
                self.reading.home_row(index, &self.register().school_days().through(as_of))
            })
        });
        let key = row.map(|row| self.register().key(row));
        let school = key.map(|key| self.register().school_id(key.school as usize));
        let text = match dimension {
            Dimension::School => school.map(ToString::to_string),
            Dimension::District => {
                school.and_then(|school| roster.district_of(school.as_str())).map(ToString::to_string)
            }
            Dimension::Grade => {
                let grade = key.and_then(|key| key.grade);
                return (grade.is_none(), grade, grade.map_or(UNKNOWN.to_owned(), |grade| grade.to_string()));
            }
            Dimension::Attribute(name) => {
                roster.student(id).and_then(|student| student.attribute(name)).map(ToOwned::to_owned)
            }
        };
        (text.is_none(), None, text.unwrap_or_else(|| UNKNOWN.to_owned()))
    }
}
