//! Settling assignments: whose they are, and where two mentors answer for one student.

use super::Settling;
use crate::{
    Finding, FindingCode, Place, PlanId, StudentId,
    mentoring::{
        Assignment, AssignmentRole,
        casebook::{
            ByStudent, Segment,
            index::{self, Assigned},
        },
    },
};
use chrono::NaiveDate;

impl Settling<'_, '_> {
    /// The assignments that count, in the order of students and beginnings.
    pub(super) fn assignments(&mut self, assignments: Vec<(Assignment, Place)>) -> Vec<Assigned> {
        let mut kept: Vec<(Assignment, Place)> = Vec::new();
        for (assignment, place) in assignments {
            let finding = |code| {
                let finding = Finding::new(code, place.clone()).student(assignment.student.as_str());
                finding.date(assignment.begin)
            };
            let plan = |id: &PlanId| self.plans.iter().any(|plan| plan.id == *id);
            if !self.years.knows(assignment.student.as_str()) {
                let finding = Finding::new(FindingCode::UnknownStudent, place.clone());
                self.settle_by(finding.date(assignment.begin));
            } else if self.find_mentor(&assignment.mentor).is_none() {
                self.settle_by(finding(FindingCode::UnknownMentor));
            } else if assignment.plan.as_ref().is_some_and(|id| !plan(id)) {
                self.settle_by(finding(FindingCode::UnknownPlan));
            } else if assignment.end.is_some_and(|end| end < assignment.begin) {
                self.settle_by(finding(FindingCode::DatesOutOfOrder));
            } else {
                kept.push((assignment, place));
            }
        }
        self.note_overlaps(&mut kept);
        let kept = self.settled(kept, key_of, FindingCode::DuplicateRecord);
        let indexed = kept.into_iter().filter_map(|assignment| {
            Some(Assigned { mentor: self.find_mentor(&assignment.mentor)?, assignment })
        });
        indexed.collect()
    }

    // Two primary assignments of one student that hold the same date; the same record twice is none.
    fn note_overlaps(&mut self, assignments: &mut [(Assignment, Place)]) {
        assignments.sort_by_cached_key(|(assignment, place)| (key_of(assignment), place.row));
        let mut reaches: Option<(&StudentId, NaiveDate)> = None;
        for same in assignments.chunk_by(|(a, _), (b, _)| a == b) {
            let (assignment, place) = &same[0];
            if assignment.role != AssignmentRole::Primary {
                continue;
            }
            let end = assignment.end.unwrap_or(NaiveDate::MAX);
            let before = reaches.filter(|(student, _)| **student == assignment.student);
            if before.is_some_and(|(_, last)| assignment.begin <= last) {
                let finding = Finding::new(FindingCode::OverlappingAssignment, place.clone());
                self.note(finding.student(assignment.student.as_str()).date(assignment.begin));
            }
            reaches = Some((&assignment.student, before.map_or(end, |(_, last)| last.max(end))));
        }
    }

    /// The segments of the assignments: the primary before the secondary, those of the plan that asks most first,
    /// of equals that of the least identifier.
    pub(super) fn segments(&self, students: usize, assigned: &ByStudent<Assigned>) -> ByStudent<Segment> {
        let of_student = |student: usize| {
            let assigned = assigned.of(student).iter();
            let mut segments: Vec<_> =
                assigned.flat_map(|assigned| index::segments(assigned, &self.plans)).collect();
            segments.sort_by(|a, b| {
                let asks = |segment: &Segment| segment.plan.map(|plan| self.plans[plan as usize].per_day());
                let key = |s: &Segment| (s.plan, s.mentor, s.first, s.last);
                a.role.cmp(&b.role).then(asks(b).cmp(&asks(a))).then(key(a).cmp(&key(b)))
            });
            segments.into_iter().map(move |segment| (student as u32, segment))
        };
        ByStudent::from_sorted(students, (0..students).flat_map(of_student))
    }
}

/// All that an assignment says, in the order of students and beginnings.
fn key_of(a: &Assignment) -> impl Ord + use<> {
    let rest = (a.tier, a.plan.clone(), a.end_reason);
    (a.student.clone(), a.begin, a.end.unwrap_or(NaiveDate::MAX), a.role, a.mentor.clone(), rest)
}
