//! Settling circles: a circle is one event, and a contact of each child present.

use super::Settling;
use crate::{
    Finding, FindingCode, Place,
    mentoring::{
        Circle, ContactOutcome,
        casebook::{ByStudent, Contact, ContactOrigin, NO_MENTOR, Segment},
    },
};

impl Settling<'_, '_> {
    /// The circles that count, in the order of dates and identifiers. Children and mentors whom nothing else names
    /// are left out of them.
    pub(super) fn circles(&mut self, circles: Vec<(Circle, Place)>) -> Vec<Circle> {
        let mut kept: Vec<(Circle, Place)> = Vec::new();
        for (mut circle, place) in circles {
            let finding = |code| Finding::new(code, place.clone()).date(circle.date);
            if self.years.index_of(circle.date).is_none() {
                self.settle_by(finding(FindingCode::DateOutsideYear));
                continue;
            }
            let unknown = finding(FindingCode::CircleMemberUnknown);
            circle.students.sort_unstable();
            circle.students.dedup();
            circle.mentors.sort_unstable();
            circle.mentors.dedup();
            let students = circle.students.len();
            let named = students + circle.mentors.len();
            circle.students.retain(|student| self.years.knows(student.as_str()));
            circle.mentors.retain(|mentor| self.find_mentor(mentor).is_some());
            if circle.students.len() < students {
                self.partial_circles.insert(circle.id.clone());
            }
            let left_out = named - circle.students.len() - circle.mentors.len();
            if circle.students.is_empty() {
                let finding = Finding::new(FindingCode::UnknownStudent, place.clone()).date(circle.date);
                self.settle_by(finding.detail("no student of the circle is known"));
                continue;
            }
            if left_out > 0 {
                self.note(unknown.detail(format!("{left_out} of {named} are left out")));
            }
            kept.push((circle, place));
        }
        let mut circles = self.once(kept, |circle| circle.id.clone());
        circles.sort_by(|a, b| (a.date, &a.id).cmp(&(b.date, &b.id)));
        circles
    }

    /// A student's presence in a circle. The mentor is the student's own: a primary one where present, then any
    /// assigned, then the circle's first.
    pub(super) fn presence(&self, circle: &Circle, segments: &ByStudent<Segment>, student: u32) -> Contact {
        let present: Vec<u32> = circle.mentors.iter().filter_map(|mentor| self.find_mentor(mentor)).collect();
        let of_student = segments.of(student as usize).iter().filter(|segment| segment.holds(circle.date));
        let own = of_student.map(|segment| segment.mentor).find(|mentor| present.contains(mentor));
        let mentor = own.or(present.first().copied()).unwrap_or(NO_MENTOR);
        let how = (ContactOutcome::Met, ContactOrigin::Circle);
        Contact::new(circle.date, None, mentor, (circle.mode, circle.minutes), how)
    }
}
