//! One school year being assembled: its builder rules on its enrolments, and what it ruled is read from its findings.

use crate::{privacy::looks_like_an_id, rolls::YearRoll};
use chrono::NaiveDate;
use homeroom::{
    Action, AttendanceCode, Calendar, Enrollment, FINDINGS_KEPT_PER_CODE, Finding, FindingCode, Findings,
    Place, RegisterBuilder, RegisterError, Roll, RollRules, Roster, SchoolId, SchoolYear,
};
use std::collections::{BTreeMap, BTreeSet};

/// The findings by which a builder says that it does not apply an enrolment, at most one an enrolment.
const REFUSALS: [FindingCode; 3] =
    [FindingCode::UnknownSchool, FindingCode::EnrollmentWithoutDays, FindingCode::DuplicateEnrollment];

/// What became of an enrolment; of what several school years say of one, the greatest holds.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) enum Ruling {
    Rejected,
    Merged,
    Applied,
}

impl From<Option<FindingCode>> for Ruling {
    fn from(refusal: Option<FindingCode>) -> Self {
        match refusal.map(FindingCode::action) {
            None => Self::Applied,
            Some(Action::Merged) => Self::Merged,
            Some(_) => Self::Rejected,
        }
    }
}

/// A school year whose enrolments are being added, as indices into the enrolments of all years.
pub(crate) struct OpenYear {
    pub(crate) year: SchoolYear,
    rules: RollRules,
    codes: Vec<AttendanceCode>,
    calendars: BTreeMap<SchoolId, Calendar>,
    enrollments: Vec<usize>,
}

impl OpenYear {
    /// `None`, with a finding for each calendar, where the year has no instructional day.
    pub(crate) fn new(
        year: SchoolYear,
        calendars: BTreeMap<SchoolId, Calendar>,
        rules: RollRules,
        codes: &[AttendanceCode],
        findings: &mut Findings,
    ) -> Option<Self> {
        let mut days = calendars.values().flat_map(Calendar::days);
        if !days.any(|(date, day)| year.contains(date) && day.event.is_instructional()) {
            for school in calendars.keys() {
                let finding = Finding::new(FindingCode::CalendarWithoutDays, Place::default());
                findings.push(finding.school(school.as_str()));
            }
            return None;
        }
        drop(days);
        Some(Self { year, rules, codes: codes.to_vec(), calendars, enrollments: Vec::new() })
    }

    /// Whether a school has a calendar in the year.
    pub(crate) fn has_school(&self, school: &SchoolId) -> bool {
        self.calendars.contains_key(school)
    }

    /// Whether an enrolment and the year have a date in common.
    pub(crate) fn overlaps(&self, enrollment: &Enrollment) -> bool {
        let last = enrollment.last_day().unwrap_or(NaiveDate::MAX);
        enrollment.entry() <= self.year.last_date() && last >= self.year.first_date()
    }

    /// Whether the school's calendar teaches on a day of an enrolment.
    pub(crate) fn is_taught(&self, enrollment: &Enrollment) -> bool {
        let last = enrollment.last_day().unwrap_or(NaiveDate::MAX);
        self.calendars.get(enrollment.school()).is_some_and(|calendar| {
            let dates = calendar.days().map(|(date, _)| date).filter(|date| self.year.contains(*date));
            let mut dates = dates.filter(|date| enrollment.entry() <= *date && *date <= last);
            dates.any(|date| calendar.is_instructional(date, enrollment.grade()))
        })
    }

    /// Adds an enrolment by its index.
    pub(crate) fn add(&mut self, index: usize) {
        self.enrollments.push(index);
    }

    /// Opens the roll, notes what its builder ruled, and enters its students into the roster. The enrolments of
    /// all years stand in order of students.
    ///
    /// # Errors
    /// [`RegisterError`], as [`RegisterBuilder::open`].
    pub(crate) fn open(
        self,
        all: &[(Enrollment, Place)],
        rulings: &mut [Ruling],
        roster: &mut Roster,
    ) -> Result<YearRoll, RegisterError> {
        let mut roll = self.build(all, &self.enrollments)?;
        let mut refusals = Vec::with_capacity(self.enrollments.len());
        let findings = roll.findings_mut();
        if REFUSALS.iter().all(|code| findings.count(*code) <= FINDINGS_KEPT_PER_CODE as u64) {
            refusals = refused(findings, all, &self.enrollments);
        } else {
            // Not every finding was kept. What a builder rules on one student does not depend on the others.
            for batch in self.batches(all) {
                refusals.extend(refused(self.build(all, batch)?.findings_mut(), all, batch));
            }
        }
        let mut names = BTreeSet::new();
        for (index, refusal) in self.enrollments.iter().zip(refusals) {
            rulings[*index] = rulings[*index].max(refusal.into());
            let enrollment = &all[*index].0;
            if refusal == Some(FindingCode::UnknownSchool) {
                continue;
            }
            let student = roster.student_mut(enrollment.student());
            if let (Some(grade), None) = (enrollment.grade(), refusal) {
                student.set_grade(self.year, grade);
            }
            if !looks_like_an_id(enrollment.student().as_str()) {
                names.insert(enrollment.student().as_str().into());
            }
        }
        Ok(YearRoll::new(self.year, roll, names))
    }

    fn build(&self, all: &[(Enrollment, Place)], indices: &[usize]) -> Result<Roll, RegisterError> {
        let mut builder = RegisterBuilder::new(self.year);
        builder.rules(self.rules).expect_codes(self.codes.iter().copied());
        for (school, calendar) in &self.calendars {
            builder.add_calendar(school.clone(), calendar.clone());
        }
        for (enrollment, place) in indices.iter().map(|index| &all[*index]) {
            builder.add_enrollment(enrollment.clone(), place.clone());
        }
        builder.open()
    }

    // Whole students, as many together as findings of one code are kept.
    fn batches(&self, all: &[(Enrollment, Place)]) -> Vec<&[usize]> {
        let mut batches = Vec::new();
        let mut rest = self.enrollments.as_slice();
        while !rest.is_empty() {
            let mut end = 0;
            for student in rest.chunk_by(|a, b| all[*a].0.student() == all[*b].0.student()) {
                if end > 0 && end + student.len() > FINDINGS_KEPT_PER_CODE {
                    break;
                }
                end += student.len();
            }
            let (batch, others) = rest.split_at(end);
            batches.push(batch);
            rest = others;
        }
        batches
    }
}

// Why each of the enrolments of a builder was refused, where it was.
fn refused(findings: &Findings, all: &[(Enrollment, Place)], indices: &[usize]) -> Vec<Option<FindingCode>> {
    let refusals = || findings.iter().filter(|finding| REFUSALS.contains(&finding.code));
    let key = |place: &Place| (place.file.clone(), place.row);
    let known: BTreeMap<_, _> = refusals().map(|finding| (key(&finding.place), finding.code)).collect();
    let of = |index: &usize| known.get(&key(&all[*index].1)).copied();
    let mut refused: Vec<_> = indices.iter().map(of).collect();
    // Only of a student with more refusals than findings are kept are there others; their places are not known.
    for code in REFUSALS {
        let kept = refusals().filter(|finding| finding.code == code).count() as u64;
        let others = (findings.count(code) - kept) as usize;
        refused.iter_mut().rev().filter(|refusal| refusal.is_none()).take(others).for_each(|refusal| {
            *refusal = Some(code);
        });
    }
    refused
}
