//! The rules of who sees what, in one place.

use super::Viewer;
use crate::{
    Roster, SchoolId,
    mentoring::{MentoringReading, Note, Visibility},
};
use chrono::NaiveDate;
use std::collections::BTreeSet;

/// What one viewer may see on a date.
pub(super) struct Access<'v> {
    pub(super) viewer: &'v Viewer,
    pub(super) as_of: NaiveDate,
    /// The casebook's students in view, in order.
    pub(super) students: Vec<usize>,
    /// The schools in view.
    schools: BTreeSet<SchoolId>,
    /// The viewer's index, where a mentor.
    mentor: Option<usize>,
}

impl<'v> Access<'v> {
    pub(super) fn new(
        reading: &MentoringReading<'_>,
        viewer: &'v Viewer,
        roster: &Roster,
        as_of: NaiveDate,
    ) -> Self {
        let register = reading.register();
        let in_view = |school: &SchoolId| match viewer {
            Viewer::Team(own) => own == school,
            Viewer::Coordinator(district) => {
                district.is_none() || roster.district_of(school.as_str()) == district.as_ref()
            }
            _ => false,
        };
        let schools = (0..register.schools()).map(|school| register.school_id(school).clone());
        let schools: BTreeSet<SchoolId> = schools.filter(in_view).collect();
        let mentor = match viewer {
            Viewer::Mentor(id) => reading.casebook.find_mentor(id.as_str()),
            _ => None,
        };
        let at_school = |student: usize| {
            let index = reading.in_register[student].map(|index| index as usize);
            let row = index.and_then(|index| reading.enrolled_row(index, as_of));
            row.is_some_and(|row| schools.contains(register.school_id(register.key(row).school as usize)))
        };
        let assigned = |student: usize| {
            let mut segments = reading.segments(student).iter().filter(|segment| segment.holds(as_of));
            segments.any(|segment| Some(segment.mentor as usize) == mentor)
        };
        let students = reading.known_students(as_of).filter(|student| match viewer {
            Viewer::Mentor(_) => assigned(*student),
            Viewer::Team(_) => at_school(*student),
            Viewer::Coordinator(district) => district.is_none() || at_school(*student),
            Viewer::Network => false,
            Viewer::Analyst => true,
        });
        Self { viewer, as_of, students: students.collect(), schools, mentor }
    }

    /// Whether a student is in view.
    pub(super) fn sees_student(&self, student: usize) -> bool {
        self.students.binary_search(&student).is_ok()
    }

    /// Whether records of a school without a student are in view.
    pub(super) fn sees_school(&self, school: Option<&SchoolId>) -> bool {
        match (self.viewer, school) {
            (Viewer::Coordinator(None), _) => true,
            (_, Some(school)) => self.schools.contains(school),
            (_, None) => false,
        }
    }

    /// The text of a note about persons in view, where the role may read it.
    pub(super) fn note<'n>(&self, note: &'n Note, author: Option<usize>) -> Option<&'n str> {
        let reads = match (self.viewer, note.visibility) {
            (Viewer::Mentor(_), Visibility::Private) => author.is_some() && author == self.mentor,
            (Viewer::Mentor(_), _) => true,
            (Viewer::Team(_) | Viewer::Coordinator(_), visibility) => visibility == Visibility::Team,
            _ => false,
        };
        reads.then(|| note.text.reveal())
    }

    /// Whether the viewer is one of these mentors.
    pub(super) fn is_among(&self, reading: &MentoringReading<'_>, mentors: &[crate::MentorId]) -> bool {
        self.mentor.is_some_and(|mentor| mentors.contains(reading.casebook.mentor_id(mentor)))
    }
}

impl MentoringReading<'_> {
    /// The students whom a record up to the date names: that there will be one is not known yet.
    pub(super) fn known_students(&self, as_of: NaiveDate) -> impl Iterator<Item = usize> + '_ {
        let casebook = self.casebook;
        (0..casebook.students().len()).filter(move |student| {
            let id = &casebook.students()[*student];
            let of_student = casebook.program().interviews.iter();
            casebook.assignments.of(*student).iter().any(|assigned| assigned.assignment.begin <= as_of)
                || casebook.contacts.of(*student).iter().any(|contact| contact.date <= as_of)
                || casebook.calls.of(*student).iter().any(|call| call.date <= as_of)
                || casebook.follow_ups.of(*student).iter().any(|follow_up| follow_up.raised_on <= as_of)
                || casebook.barriers.of(*student).iter().any(|barrier| barrier.learnt_on <= as_of)
                || casebook.interventions_of(*student).iter().any(|record| record.begin() <= as_of)
                || of_student
                    .filter(|interview| interview.date <= as_of)
                    .any(|interview| interview.student.as_ref() == Some(id))
        })
    }
}
