//! The agenda of a school's attendance team for a week.

use crate::{
    EarlyWarning, Rate, Reading, Status, StreakRule,
    mentoring::{BarrierGap, LadderStep, MentoringReading, StudentRecognition, WorkReason, WorklistRules},
};
use chrono::NaiveDate;
use serde::{Deserialize, Serialize};
use std::cmp::Reverse;

/// What a team looks at.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields, default)]
pub struct AgendaRules {
    /// School days after which a barrier that nothing meets is looked at.
    pub unmet_school_days: u32,
    /// School days in a row with an absence from which on a student is looked at.
    pub streak: u32,
    /// What the worklists are made by.
    pub worklist: WorklistRules,
}

impl Default for AgendaRules {
    /// Two school weeks, and three days: numbers of ours, to be agreed on locally.
    fn default() -> Self {
        Self { unmet_school_days: 10, streak: 3, worklist: WorklistRules::default() }
    }
}

/// A student who became chronically absent, by the policy, since the week before.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct BecameChronic {
    /// The student's index in the register.
    pub student: usize,
    /// The status a week before.
    pub before: Status,
}

/// A student with a mentor whose next contact is overdue, or who was not met yet.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct OverdueStudent {
    /// The student's index in the casebook.
    pub student: usize,
    /// The mentor's index in the casebook.
    pub mentor: usize,
    /// Overdue or not met yet, with its numbers.
    pub reason: WorkReason,
}

/// A school team's agenda on a date, over the school's students of that date. Lists are in the order in which a team
/// takes them up; within a list by number and then by identifier.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Agenda {
    /// The school's index in the register.
    pub school: usize,
    /// The date.
    pub as_of: NaiveDate,
    /// Students who became chronically absent since the same weekday of the week before.
    pub became_chronic: Vec<BecameChronic>,
    /// Students absent for several school days in a row now, by the register's index, with the days.
    pub streaks: Vec<(usize, u32)>,
    /// Students with early-warning signs and no mentor, the higher tier first.
    pub without_mentor: Vec<EarlyWarning>,
    /// Students whose next contact is overdue.
    pub overdue: Vec<OverdueStudent>,
    /// Barriers that nothing meets.
    pub unmet_barriers: Vec<BarrierGap>,
    /// Steps of the trigger ladder that are open.
    pub steps: Vec<LadderStep>,
    /// Students with something to celebrate, by the casebook's index.
    pub celebrate: Vec<(usize, Vec<StudentRecognition>)>,
}

impl MentoringReading<'_> {
    /// The agenda of a school's team, by the school's index in the register; `steps` are the open steps of a ladder as of the
    /// date, of any school, and `prior` is the reading of the year before.
    pub fn agenda(
        &self,
        rules: &AgendaRules,
        school: usize,
        as_of: NaiveDate,
        steps: &[LadderStep],
        prior: Option<&Reading<'_>>,
    ) -> Agenda {
        let register = self.register();
        let here = |student: usize| {
            let row = self.enrolled_row(student, as_of);
            row.is_some_and(|row| register.key(row).school as usize == school)
        };
        let of_school: Vec<usize> = (0..register.students()).filter(|student| here(*student)).collect();
        let in_casebook = |student: usize| self.casebook.find_student(register.student_id(student));

        let week_before = as_of.checked_sub_days(chrono::Days::new(7)).unwrap_or(as_of);
        let became_chronic = of_school.iter().filter_map(|student| {
            let before = self.reading.standing_of_student(*student, week_before).status;
            let now = self.reading.standing_of_student(*student, as_of).status;
            let became = now == Status::Chronic && before != Status::Chronic;
            became.then_some(BecameChronic { student: *student, before })
        });
        let mut streaks: Vec<(usize, u32)> = of_school
            .iter()
            .map(|student| {
                (*student, self.reading.streaks(*student, as_of, StreakRule::SkipUnrecorded).current)
            })
            .filter(|(_, days)| *days >= rules.streak.max(1))
            .collect();
        streaks.sort_by_key(|(student, days)| (Reverse(*days), *student));
        let mut without_mentor: Vec<EarlyWarning> = self
            .reading
            .early_warnings(as_of, prior)
            .into_iter()
            .filter(|warning| of_school.binary_search(&warning.student).is_ok())
            .filter(|warning| {
                in_casebook(warning.student)
                    .is_none_or(|student| self.primary_mentors(student, as_of).is_empty())
            })
            .collect();
        without_mentor.sort_by_key(|warning| {
            (Reverse((warning.tier, warning.absence_rate.map(Rate::reduced))), warning.student)
        });
        let mentored: Vec<usize> = of_school.iter().filter_map(|student| in_casebook(*student)).collect();
        let mut overdue = Vec::new();
        let mut celebrate = Vec::new();
        for student in mentored.iter().copied() {
            for mentor in self.primary_mentors(student, as_of) {
                let item = self.work(&rules.worklist, mentor, student, as_of);
                let late = |reason: &&WorkReason| {
                    matches!(reason, WorkReason::Overdue { .. } | WorkReason::NotMetYet { .. })
                };
                let found = item.reasons.iter().filter(late).map(|reason| OverdueStudent {
                    student,
                    mentor: mentor as usize,
                    reason: *reason,
                });
                overdue.extend(found);
            }
            let found = self.student_recognition(&rules.worklist.recognition, student, as_of);
            if !found.is_empty() {
                celebrate.push((student, found));
            }
        }
        overdue.sort_by_key(|late| {
            let days = match late.reason {
                WorkReason::Overdue { by, .. } => by,
                WorkReason::NotMetYet { school_days } => school_days,
                _ => 0,
            };
            (Reverse(days), late.student, late.mentor)
        });
        let mut unmet_barriers = self.barrier_gaps(as_of, rules.unmet_school_days);
        unmet_barriers.retain(|gap| mentored.contains(&gap.student));
        let of_students_here = |step: &&LadderStep| {
            let student = register.find_student(step.firing.student.as_str());
            student.is_some_and(|student| of_school.binary_search(&student).is_ok())
        };
        Agenda {
            school,
            as_of,
            became_chronic: became_chronic.collect(),
            streaks,
            without_mentor,
            overdue,
            unmet_barriers,
            steps: steps.iter().filter(of_students_here).cloned().collect(),
            celebrate,
        }
    }
}
