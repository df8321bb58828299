//! What leaves the library about persons, and for whom.
//!
//! | | student's mentor | team, coordinator | analyst | network |
//! |---|---|---|---|---|
//! | whose records | students assigned on the date | students of the school, the district | all | none: totals only |
//! | identifiers of students and mentors | yes | yes | numbers of this view | – |
//! | names of mentors | yes | yes | – | – |
//! | dates, modes, minutes, outcomes | yes | yes | yes | – |
//! | feelings and barriers | yes | yes | yes | – |
//! | strengths, goals, what is to follow up | yes | yes | – | – |
//! | notes | own ones; of others those for mentors and for the team | those for the team | – | – |
//! | what was shared at convenings | – | coordinator | – | yes |
//!
//! Lists are in the order of dates, and of one date in the order of what is shown: what is hidden, or later than
//! the date, cannot be read from a place in a list.
//!
//! A former mentor sees nothing of the student, and a private note of an earlier mentor is seen by nobody.

mod access;
mod circle;
mod program;
mod student;
mod viewer;

pub use circle::CircleView;
pub use program::{ConveningView, InterviewView};
pub use student::{AssignmentView, BarrierView, CallView, ContactView, FollowUpView, StudentView};
pub use viewer::Viewer;

use super::MentoringReading;
use access::Access;
use chrono::NaiveDate;
use serde::Serialize;

/// The records of a casebook as one role may see them on a date. This is the only way in which they are serialised:
/// what the role may not see is not in it.
///
/// Records themselves cannot be serialised, so there is no call that leaks because something was forgotten:
///
/// ```compile_fail
/// fn serialize<T: serde::Serialize>(_: &T) {}
/// let note = homeroom::mentoring::Confidential::new("moved in with an aunt");
/// serialize(&note); // the trait `Serialize` is not implemented for `Confidential`
/// ```
#[derive(Clone, PartialEq, Eq, Serialize)]
pub struct View {
    /// For whom.
    pub role: &'static str,
    /// As of when.
    pub as_of: NaiveDate,
    /// The students, in the order of identifiers; for an analyst in the order of their numbers.
    pub students: Vec<StudentView>,
    /// The circles with one of these students, in order of dates.
    pub circles: Vec<CircleView>,
    /// The interviews with or about one of these students, or about one of the schools, in order of dates.
    pub interviews: Vec<InterviewView>,
    /// The convenings, in order of dates.
    pub convenings: Vec<ConveningView>,
    /// What the view is taken from.
    pub totals: ViewTotals,
}

/// How many records there are up to the date, seen or not, and how many notes the role does not see.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Serialize)]
pub struct ViewTotals {
    /// Students whom a record up to the date names.
    pub students: u64,
    /// Contacts, made and attempted.
    pub contacts: u64,
    /// Calls home.
    pub calls: u64,
    /// Circles.
    pub circles: u64,
    /// Notes on check-ins, circles and interviews of the view that are withheld from the role.
    pub notes_withheld: u64,
}

impl MentoringReading<'_> {
    /// The records up to a date as a role may see them.
    ///
    /// # Security
    /// Who is assigned, enrolled or in charge is asked of the same date: give today's. As of a date in the past it answers
    /// what the role could see then, which someone who has left must not be shown now.
    pub fn view(&self, viewer: &Viewer, roster: &crate::Roster, as_of: NaiveDate) -> View {
        let access = Access::new(self, viewer, roster, as_of);
        let mut totals = self.totals(as_of);
        let mut students = self.student_views(&access, &mut totals);
        if matches!(viewer, Viewer::Analyst) {
            student::number(&mut students);
        }
        let circles = self.circle_views(&access, &mut totals);
        let interviews = self.interview_views(&access, &mut totals);
        let convenings = self.convening_views(&access);
        View { role: viewer.role(), as_of, students, circles, interviews, convenings, totals }
    }

    fn totals(&self, as_of: NaiveDate) -> ViewTotals {
        let casebook = self.casebook;
        ViewTotals {
            students: self.known_students(as_of).count() as u64,
            contacts: casebook.contacts.all().iter().filter(|contact| contact.date <= as_of).count() as u64,
            calls: casebook.calls.all().iter().filter(|call| call.date <= as_of).count() as u64,
            circles: casebook.circles().iter().filter(|circle| circle.date <= as_of).count() as u64,
            notes_withheld: 0,
        }
    }
}

impl std::fmt::Debug for View {
    /// Counts only: what is in a view is personal data.
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        let mut debug = f.debug_struct("View");
        debug.field("role", &self.role).field("students", &self.students.len());
        debug.field("totals", &self.totals).finish_non_exhaustive()
    }
}
