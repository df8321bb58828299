//! Transitions: who entered, left or stayed in chronic absence between two dates or years.

use super::{Status, standing::AsOf};
use crate::{Reading, terms::terms};
use chrono::NaiveDate;
use std::collections::BTreeMap;

terms! {
    /// How a student moved between two dates.
    pub enum Movement {
        Entered = "entered" #[doc = "Not chronically absent before, chronically absent after."],
        Left = "left" #[doc = "Chronically absent before, not after."],
        Stayed = "stayed" #[doc = "Chronically absent before and after."],
        StayedOut = "stayed_out" #[doc = "Not chronically absent before or after."],
        New = "new" #[doc = "Counted only after: a new student, or one not eligible before."],
        Gone = "gone" #[doc = "Counted only before: a student who left, or is not eligible after."],
    }
}

/// One student's move.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Transition {
    /// The student's identifier.
    pub student: String,
    /// How the student moved.
    pub movement: Movement,
    /// The band before, by its index in the first policy.
    pub before: Option<usize>,
    /// The band after, by its index in the second policy.
    pub after: Option<usize>,
}

/// Every student counted at one of two dates at least, and how they moved.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Transitions {
    /// The moves in order of identifiers.
    pub students: Vec<Transition>,
}

impl Transitions {
    /// Moves between two readings: two dates of one register, or two years.
    pub fn between(before: &Reading<'_>, then: NaiveDate, after: &Reading<'_>, now: NaiveDate) -> Self {
        let counted = |reading: &Reading<'_>, date| {
            let (day, mut scratch) = (AsOf::new(reading, date), Vec::new());
            let standing = |student| {
                let standing = reading.student_standing(student, &day, &mut scratch);
                let id = reading.register().student_id(student).to_owned();
                standing.status.is_eligible().then_some((id, (standing.status, standing.band)))
            };
            (0..reading.register().students()).filter_map(standing).collect::<BTreeMap<_, _>>()
        };
        let (before, mut after) = (counted(before, then), counted(after, now));
        let mut students: Vec<_> = before
            .into_iter()
            .map(|(student, (status, band))| {
                let next = after.remove(&student);
                let movement = match (status, next.map(|(status, _)| status)) {
                    (_, None) => Movement::Gone,
                    (Status::Chronic, Some(Status::Chronic)) => Movement::Stayed,
                    (Status::Chronic, Some(_)) => Movement::Left,
                    (_, Some(Status::Chronic)) => Movement::Entered,
                    (_, Some(_)) => Movement::StayedOut,
                };
                Transition { student, movement, before: band, after: next.and_then(|(_, band)| band) }
            })
            .collect();
        students.extend(after.into_iter().map(|(student, (_, band))| Transition {
            student,
            movement: Movement::New,
            before: None,
            after: band,
        }));
        students.sort_by(|a, b| a.student.cmp(&b.student));
        Self { students }
    }

    /// How many students moved so.
    pub fn count(&self, movement: Movement) -> usize {
        self.students.iter().filter(|student| student.movement == movement).count()
    }

    /// How many students went from one band to another; `None` is not counted at that date.
    pub fn band_matrix(&self) -> BTreeMap<(Option<usize>, Option<usize>), u64> {
        let mut matrix = BTreeMap::new();
        for student in &self.students {
            *matrix.entry((student.before, student.after)).or_default() += 1;
        }
        matrix
    }
}
