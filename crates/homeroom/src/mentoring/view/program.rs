//! Interviews and convenings in a view.

use super::{Access, ViewTotals, Viewer, student::in_order};
use crate::mentoring::{Barrier, InterviewParty, MentoringReading};
use chrono::NaiveDate;
use serde::Serialize;

/// An empathy interview in a view.
#[derive(Clone, PartialEq, Eq, PartialOrd, Ord, Serialize)]
pub struct InterviewView {
    /// The date.
    pub date: NaiveDate,
    /// With whom.
    pub party: InterviewParty,
    /// Barriers that were named.
    pub barriers: Vec<Barrier>,
    /// The student, where the role knows persons.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub student: Option<String>,
    /// The note.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub note: Option<String>,
}

impl std::fmt::Debug for InterviewView {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str("InterviewView [confidential]")
    }
}

/// A convening in a view.
#[derive(Clone, PartialEq, Eq, PartialOrd, Ord, Serialize)]
pub struct ConveningView {
    /// The date.
    pub date: NaiveDate,
    /// The districts that came.
    pub districts: Vec<String>,
    /// How many rated it 1 to 5.
    pub feedback: [u32; 5],
    /// What was shared, for the coordinator and the network.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub shared: Option<String>,
}

impl std::fmt::Debug for ConveningView {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str("ConveningView [confidential]")
    }
}

impl MentoringReading<'_> {
    pub(super) fn interview_views(&self, access: &Access<'_>, totals: &mut ViewTotals) -> Vec<InterviewView> {
        let mut views = Vec::new();
        for interview in &self.casebook.program().interviews {
            let student = interview.student.as_ref();
            let in_view = match student {
                Some(id) => {
                    let student = self.casebook.find_student(id.as_str());
                    student.is_some_and(|student| access.sees_student(student))
                }
                None => access.sees_school(interview.school.as_ref()),
            };
            if !in_view || interview.date > access.as_of {
                continue;
            }
            let author = interview.mentor.as_ref().and_then(|id| self.casebook.find_mentor(id.as_str()));
            let note = interview.note.as_ref().and_then(|note| access.note(note, author));
            totals.notes_withheld += u64::from(interview.note.is_some() && note.is_none());
            views.push(InterviewView {
                date: interview.date,
                party: interview.party,
                barriers: interview.barriers.clone(),
                student: student.filter(|_| access.viewer.knows_persons()).map(ToString::to_string),
                note: note.map(str::to_owned),
            });
        }
        views.sort_unstable();
        views
    }

    pub(super) fn convening_views(&self, access: &Access<'_>) -> Vec<ConveningView> {
        let convenings = self.casebook.program().convenings.iter();
        let hears = matches!(access.viewer, Viewer::Coordinator(_) | Viewer::Network);
        let view = |convening: &crate::mentoring::Convening| ConveningView {
            date: convening.date,
            districts: convening.districts.iter().map(ToString::to_string).collect(),
            feedback: convening.feedback,
            shared: convening.shared.as_ref().filter(|_| hears).map(|shared| shared.reveal().to_owned()),
        };
        in_order(convenings.filter(|convening| convening.date <= access.as_of).map(view))
    }
}
