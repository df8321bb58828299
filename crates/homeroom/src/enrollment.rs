//! Enrolments: the spells in which a student is in membership at a school.

use crate::{Fraction, GradeLevel, SchoolId, StudentId, terms::terms};
use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

terms! {
    /// How an exit date is meant. Ed-Fi recommends inclusive dates and leaves the choice to states.
    pub enum ExitDay {
        Inclusive = "inclusive" #[doc = "The exit date is the last day in membership."],
        Exclusive = "exclusive" #[doc = "The exit date is the first day out of membership."],
    }
}

/// A spell of membership at one school (Ed-Fi `StudentSchoolAssociation`, CEDS Enrollment).
///
/// ```
/// use homeroom::{Enrollment, EnrollmentError, ExitDay, SchoolId, StudentId};
/// use chrono::NaiveDate;
/// let day = |d| NaiveDate::from_ymd_opt(2022, 1, d).unwrap();
/// let stay = Enrollment::new(StudentId::new("s1")?, SchoolId::new("A")?, day(3));
/// let left = stay.clone().exit(day(7), ExitDay::Exclusive)?;
/// assert_eq!(left.last_day(), Some(day(6)));
/// assert_eq!(stay.exit(day(2), ExitDay::Inclusive), Err(EnrollmentError::ExitBeforeEntry));
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(try_from = "RawEnrollment")]
pub struct Enrollment {
    student: StudentId,
    school: SchoolId,
    grade: Option<GradeLevel>,
    entry: NaiveDate,
    last_day: Option<NaiveDate>,
    share: Fraction,
    primary: bool,
}

#[derive(Deserialize)]
struct RawEnrollment {
    student: StudentId,
    school: SchoolId,
    grade: Option<GradeLevel>,
    entry: NaiveDate,
    last_day: Option<NaiveDate>,
    share: Fraction,
    primary: bool,
}

impl TryFrom<RawEnrollment> for Enrollment {
    type Error = EnrollmentError;

    fn try_from(raw: RawEnrollment) -> Result<Self, EnrollmentError> {
        let RawEnrollment { student, school, grade, entry, last_day, share, primary } = raw;
        let spell = Self { grade, primary, ..Self::new(student, school, entry) }.share_of(share)?;
        last_day.map_or(Ok(spell.clone()), |day| spell.exit(day, ExitDay::Inclusive))
    }
}

/// Why a spell is not one of membership.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
#[non_exhaustive]
pub enum EnrollmentError {
    /// The exit date lies before the entry date.
    #[error("the exit date lies before the entry date")]
    ExitBeforeEntry,
    /// The exit date is exclusive and equals the entry date: no day of membership (a no-show).
    #[error("the spell holds no day of membership")]
    NoDays,
    /// The share is not above 0 and at most 1.
    #[error("a share of membership must be above 0 and at most 1")]
    ShareOutOfRange,
}

impl Enrollment {
    /// A full-time primary spell that begins on a date and has no exit yet.
    pub fn new(student: StudentId, school: SchoolId, entry: NaiveDate) -> Self {
        Self { student, school, grade: None, entry, last_day: None, share: Fraction::ONE, primary: true }
    }

    /// The same spell in a grade level.
    #[must_use]
    pub fn in_grade(mut self, grade: GradeLevel) -> Self {
        self.grade = Some(grade);
        self
    }

    /// The same spell ended on a date.
    ///
    /// # Errors
    /// [`EnrollmentError::ExitBeforeEntry`], or [`EnrollmentError::NoDays`] where nothing of it remains.
    pub fn exit(mut self, date: NaiveDate, meaning: ExitDay) -> Result<Self, EnrollmentError> {
        if date < self.entry {
            return Err(EnrollmentError::ExitBeforeEntry);
        }
        let last = match meaning {
            ExitDay::Inclusive => Some(date),
            ExitDay::Exclusive => date.pred_opt(),
        };
        self.last_day = Some(last.filter(|last| *last >= self.entry).ok_or(EnrollmentError::NoDays)?);
        Ok(self)
    }

    /// The same spell as a share of full-time membership (Ed-Fi `FullTimeEquivalency`).
    ///
    /// # Errors
    /// [`EnrollmentError::ShareOutOfRange`] unless above 0 and at most 1.
    pub fn share_of(mut self, share: Fraction) -> Result<Self, EnrollmentError> {
        if share == Fraction::ZERO || share > Fraction::ONE {
            return Err(EnrollmentError::ShareOutOfRange);
        }
        self.share = share;
        Ok(self)
    }

    /// The same spell at a school that is not the student's primary one (dual enrolment).
    #[must_use]
    pub fn secondary(mut self) -> Self {
        self.primary = false;
        self
    }

    /// The student.
    pub fn student(&self) -> &StudentId {
        &self.student
    }
    /// The school.
    pub fn school(&self) -> &SchoolId {
        &self.school
    }
    /// The grade level, where it is known.
    pub fn grade(&self) -> Option<GradeLevel> {
        self.grade
    }
    /// The first day in membership.
    pub fn entry(&self) -> NaiveDate {
        self.entry
    }
    /// The last day in membership, or `None` while the spell is open.
    pub fn last_day(&self) -> Option<NaiveDate> {
        self.last_day
    }
    /// The share of full-time membership, 1 where nothing else was said.
    pub fn share(&self) -> Fraction {
        self.share
    }
    /// Whether this is the student's primary school.
    pub fn is_primary(&self) -> bool {
        self.primary
    }
}
