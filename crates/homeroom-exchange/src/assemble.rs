//! From calendars, enrolments and a stream of events, which may span several school years, to one register a
//! school year, with every record accounted for by its file.
//!
//! A reader fills an [`Assembly`], [opens](Assembly::open) it into [`Rolls`], streams the events of its files
//! through [`Rolls::record`] and [closes](Rolls::close) them. It reports its enrolment files itself, from its
//! own rejections and [`Rolls::enrollment_intake`]; files of events are reported by [`Rolls::close`].

use crate::{
    ReadError,
    privacy::about_student,
    rolls::Rolls,
    year::{OpenYear, Ruling},
};
use chrono::NaiveDate;
use homeroom::{
    AttendanceCode, Calendar, Enrollment, Finding, FindingCode, Findings, Intake, Place, RegisterError,
    RollRules, Roster, School, SchoolId, SchoolYear,
};
use std::{collections::BTreeMap, sync::Arc};

/// Calendars and enrolments, gathered until the rolls are opened.
#[derive(Debug, Default)]
pub(crate) struct Assembly {
    rules: RollRules,
    codes: Vec<AttendanceCode>,
    calendars: BTreeMap<SchoolYear, BTreeMap<SchoolId, Calendar>>,
    enrollments: Vec<(Enrollment, Place)>,
}

impl Assembly {
    /// An empty assembly whose rolls are read by these rules.
    pub(crate) fn new(rules: RollRules) -> Self {
        Self { rules, ..Self::default() }
    }

    /// Says which codes will come, so that room for them is made once.
    pub(crate) fn expect_codes(&mut self, codes: impl IntoIterator<Item = AttendanceCode>) {
        self.codes.extend(codes);
    }

    /// A school's calendar of a school year, made by `new` where there is none yet.
    pub(crate) fn calendar_mut(
        &mut self,
        year: SchoolYear,
        school: &SchoolId,
        new: impl FnOnce() -> Calendar,
    ) -> &mut Calendar {
        let schools = self.calendars.entry(year).or_default();
        schools.entry(school.clone()).or_insert_with(new)
    }

    /// A school's calendar of a school year, where there is one.
    pub(crate) fn calendar(&mut self, year: SchoolYear, school: &SchoolId) -> Option<&mut Calendar> {
        self.calendars.get_mut(&year)?.get_mut(school)
    }

    /// The school years that have a calendar, with the schools that have one.
    pub(crate) fn calendars(&self) -> impl Iterator<Item = (SchoolYear, &SchoolId, &Calendar)> {
        self.calendars.iter().flat_map(|(year, schools)| schools.iter().map(|(id, c)| (*year, id, c)))
    }

    /// Adds an enrolment of any span; it goes to every school year in which it holds school days.
    pub(crate) fn add_enrollment(&mut self, enrollment: Enrollment, place: Place) {
        self.enrollments.push((enrollment, place));
    }

    /// Opens a roll for each school year that has an instructional day. Schools with a calendar and students
    /// with an enrolment enter the roster, with the grade of each year. What becomes of the enrolments, the
    /// builders say.
    ///
    /// # Errors
    /// [`ReadError::NoInstructionalDays`].
    pub(crate) fn open(mut self, roster: &mut Roster, findings: &mut Findings) -> Result<Rolls, ReadError> {
        for school in self.calendars.values().flat_map(BTreeMap::keys) {
            if roster.school(school.as_str()).is_none() {
                roster.add_school(School { id: school.clone(), name: None, district: None });
            }
        }
        let (rules, codes) = (self.rules, std::mem::take(&mut self.codes));
        let mut years: Vec<_> = std::mem::take(&mut self.calendars)
            .into_iter()
            .filter_map(|(year, calendars)| OpenYear::new(year, calendars, rules, &codes, findings))
            .collect();
        if years.is_empty() {
            return Err(ReadError::NoInstructionalDays);
        }
        let mut enrollments = self.enrollments;
        enrollments.sort_unstable_by(|a, b| order(a).cmp(&order(b)));
        for (index, (enrollment, place)) in enrollments.iter().enumerate() {
            if let Err(code) = route(&mut years, index, enrollment) {
                let finding = Finding::new(code, place.clone()).school(enrollment.school().as_str());
                findings.push(about_student(finding, enrollment.student().as_str()).date(enrollment.entry()));
            }
        }
        let mut rulings = vec![Ruling::Rejected; enrollments.len()];
        let rolls = years.into_iter().map(|year| year.open(&enrollments, &mut rulings, roster));
        let rolls = rolls.collect::<Result<_, RegisterError>>()?;
        let mut intakes: BTreeMap<Arc<str>, Intake> = BTreeMap::new();
        for ((_, place), ruling) in enrollments.iter().zip(rulings) {
            let Some(file) = &place.file else { continue };
            let intake = intakes.entry(Arc::clone(file)).or_default();
            intake.read += 1;
            match ruling {
                Ruling::Applied => intake.applied += 1,
                Ruling::Merged => intake.merged += 1,
                Ruling::Rejected => intake.rejected += 1,
            }
        }
        Ok(Rolls::new(rolls, intakes))
    }
}

// In order of students; which of several equal ones stands first does not depend on the order of the files.
fn order((enrollment, place): &(Enrollment, Place)) -> impl Ord + use<'_> {
    let last = enrollment.last_day().unwrap_or(NaiveDate::MAX);
    let (student, school) = (enrollment.student().as_str(), enrollment.school().as_str());
    let terms = (enrollment.grade(), enrollment.share(), enrollment.is_primary());
    (student, enrollment.entry(), last, school, terms, place.file.as_deref(), place.row)
}

// Gives an enrolment to the builders of its school years, which rule on it. Of several years, one in which it
// holds no day is left out, unless it holds none in any: then one builder makes the finding.
fn route(years: &mut [OpenYear], index: usize, enrollment: &Enrollment) -> Result<(), FindingCode> {
    if !years.iter().any(|year| year.has_school(enrollment.school())) {
        // Any year's builder finds that the school is not known.
        years[0].add(index);
        return Ok(());
    }
    let mut overlapping: Vec<_> = years
        .iter_mut()
        .filter(|year| year.has_school(enrollment.school()) && year.overlaps(enrollment))
        .collect();
    if overlapping.len() > 1 {
        if overlapping.iter().any(|year| year.is_taught(enrollment)) {
            overlapping.retain(|year| year.is_taught(enrollment));
        } else {
            overlapping.truncate(1);
        }
    }
    if overlapping.is_empty() {
        return Err(FindingCode::DateOutsideYear);
    }
    for year in overlapping {
        year.add(index);
    }
    Ok(())
}
