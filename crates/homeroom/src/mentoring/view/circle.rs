//! Circles in a view.

use super::{Access, ViewTotals};
use crate::mentoring::{CircleKind, ContactMinutes, ContactMode, MentoringReading};
use chrono::NaiveDate;
use serde::Serialize;

/// A circle in a view.
#[derive(Clone, PartialEq, Eq, PartialOrd, Ord, Serialize)]
pub struct CircleView {
    /// The date.
    pub date: NaiveDate,
    /// What it gathered.
    pub kind: CircleKind,
    /// How it took place.
    pub mode: ContactMode,
    /// Its length in minutes.
    pub minutes: Option<u16>,
    /// How many students were present.
    pub students_present: u64,
    /// How many guardians were present.
    pub guardians: u16,
    /// How many of the staff were present besides the mentors.
    pub staff: u16,
    /// Those of the students who are in view, where the role knows persons.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub students: Vec<String>,
    /// The mentors present, where the role knows persons.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub mentors: Vec<String>,
    /// The note, where the viewer was present or all of its students are in view, also those of whom nothing else
    /// is known.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub note: Option<String>,
}

impl std::fmt::Debug for CircleView {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str("CircleView [confidential]")
    }
}

impl MentoringReading<'_> {
    pub(super) fn circle_views(&self, access: &Access<'_>, totals: &mut ViewTotals) -> Vec<CircleView> {
        let persons = access.viewer.knows_persons();
        let mut views = Vec::new();
        for circle in self.casebook.circles().iter().filter(|circle| circle.date <= access.as_of) {
            let in_view: Vec<&crate::StudentId> = circle
                .students
                .iter()
                .filter(|id| {
                    let student = self.casebook.find_student(id.as_str());
                    student.is_some_and(|student| access.sees_student(student))
                })
                .collect();
            if in_view.is_empty() {
                continue;
            }
            let present = access.is_among(self, &circle.mentors);
            // A note may speak of every child of the circle. It has no one author: a private one is for the mentors present.
            let all =
                in_view.len() == circle.students.len() && !self.casebook.partial_circles.contains(&circle.id);
            let concerned = present || all;
            let author = self.casebook.mentors().iter().position(|mentor| {
                matches!(access.viewer, super::Viewer::Mentor(own) if *own == mentor.id) && present
            });
            let note = circle.note.as_ref().and_then(|note| access.note(note, author)).filter(|_| concerned);
            totals.notes_withheld += u64::from(circle.note.is_some() && note.is_none());
            let ids = |texts: Vec<String>| if persons { texts } else { Vec::new() };
            views.push(CircleView {
                date: circle.date,
                kind: circle.kind,
                mode: circle.mode,
                minutes: circle.minutes.map(ContactMinutes::get),
                students_present: circle.students.len() as u64,
                guardians: circle.guardians,
                staff: circle.staff,
                students: ids(in_view.iter().map(ToString::to_string).collect()),
                mentors: ids(circle.mentors.iter().map(ToString::to_string).collect()),
                note: note.map(str::to_owned),
            });
        }
        views.sort_unstable();
        views
    }
}
