//! Which barriers meet which interventions, and those that nothing meets.

use crate::{
    InterventionId,
    mentoring::{Barrier, MentoringReading},
};
use chrono::NaiveDate;
use std::{cmp::Reverse, collections::BTreeMap};

/// A barrier that was raised and that no intervention meets.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct BarrierGap {
    /// The student's index in the casebook.
    pub student: usize,
    /// The barrier.
    pub barrier: Barrier,
    /// When it was learnt of.
    pub learnt_on: NaiveDate,
    /// School days of the student since then, that day included, before the date asked for.
    pub school_days: u32,
}

/// How one barrier is met.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct BarrierResponse {
    /// The barrier.
    pub barrier: Barrier,
    /// Students who have it on the date.
    pub students: u64,
    /// Of these, students of whom nothing meets it.
    pub unmet: u64,
    /// Students of whom an intervention meets it, by intervention; a student may have several.
    pub met_by: BTreeMap<InterventionId, u64>,
}

impl MentoringReading<'_> {
    /// The barriers that stand on a date and that nothing meets, for at least so many school days; the longest first, then
    /// by student and barrier.
    pub fn barrier_gaps(&self, as_of: NaiveDate, at_least: u32) -> Vec<BarrierGap> {
        let mut gaps = Vec::new();
        for student in 0..self.casebook.students().len() {
            let Some(year) = self.student_year(student) else { continue };
            for record in self.casebook.barriers_of(student).iter().filter(|record| record.stands_on(as_of)) {
                let from = self.days_before(record.learnt_on);
                let school_days = year.member.count_in(from, self.days_before(as_of));
                if school_days >= at_least && self.met_by(student, record, as_of).is_empty() {
                    let (barrier, learnt_on) = (record.barrier.clone(), record.learnt_on);
                    gaps.push(BarrierGap { student, barrier, learnt_on, school_days });
                }
            }
        }
        gaps.sort_by_key(|gap| (Reverse(gap.school_days), gap.student, gap.barrier.clone()));
        gaps
    }

    /// For each barrier that stands on a date: by which interventions it is met, and how often by none; in the order of
    /// barriers.
    pub fn barrier_responses(&self, as_of: NaiveDate) -> Vec<BarrierResponse> {
        let mut responses: BTreeMap<Barrier, BarrierResponse> = BTreeMap::new();
        for student in self.students_of_year() {
            let records = self.casebook.barriers_of(student).iter().filter(|record| record.stands_on(as_of));
            for record in records {
                let new = || BarrierResponse {
                    barrier: record.barrier.clone(),
                    students: 0,
                    unmet: 0,
                    met_by: BTreeMap::new(),
                };
                let response = responses.entry(record.barrier.clone()).or_insert_with(new);
                let met_by = self.met_by(student, record, as_of);
                response.students += 1;
                response.unmet += u64::from(met_by.is_empty());
                for intervention in met_by {
                    *response.met_by.entry(intervention.clone()).or_default() += 1;
                }
            }
        }
        responses.into_values().collect()
    }
}
