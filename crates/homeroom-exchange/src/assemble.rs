//! From calendars, enrolments and a stream of events, which may span several school years, to one register a
//! school year, with every record accounted for by its file.
//!
//! A reader fills an [`Assembly`], [opens](Assembly::open) it into [`Rolls`], streams the events of its files
//! through [`Rolls::record`] and [closes](Rolls::close) them. It reports its enrolment files itself, from its
//! own rejections and [`Rolls::enrollment_intake`]; files of events are reported by [`Rolls::close`].

use crate::{ReadError, rolls::Rolls};
use chrono::NaiveDate;
use homeroom::{
    AttendanceCode, Calendar, Enrollment, Finding, FindingCode, Findings, Intake, Place, RegisterBuilder,
    RegisterError, RollRules, Roster, School, SchoolId, SchoolYear,
};
use std::{
    collections::{BTreeMap, BTreeSet},
    path::Path,
    sync::Arc,
};

/// The name of a file without its folder.
pub(crate) fn file_name(path: &Path) -> Arc<str> {
    path.file_name().map_or_else(|| "?".into(), |name| name.to_string_lossy().into())
}

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
    /// with an enrolment enter the roster, with the grade of each year.
    ///
    /// # Errors
    /// [`ReadError::NoInstructionalDays`].
    pub(crate) fn open(mut self, roster: &mut Roster, findings: &mut Findings) -> Result<Rolls, ReadError> {
        for school in self.calendars.values().flat_map(BTreeMap::keys) {
            if roster.school(school.as_str()).is_none() {
                roster.add_school(School { id: school.clone(), name: None, district: None });
            }
        }
        let mut years: Vec<_> = std::mem::take(&mut self.calendars)
            .into_iter()
            .filter_map(|(year, calendars)| OpenYear::new(year, calendars, &self, findings))
            .collect();
        if years.is_empty() {
            return Err(ReadError::NoInstructionalDays);
        }
        let mut intakes: BTreeMap<Arc<str>, Intake> = BTreeMap::new();
        let mut enrollments = self.enrollments;
        enrollments.sort_unstable_by(|a, b| {
            let rest = |(e, place): &(Enrollment, Place)| (e.grade(), e.share(), e.is_primary(), place.row);
            spell(&a.0).cmp(&spell(&b.0)).then_with(|| rest(a).cmp(&rest(b)))
        });
        for same in enrollments.chunk_by(|(a, _), (b, _)| spell(a) == spell(b)) {
            let mut kept = Vec::with_capacity(1);
            let graded = same.iter().any(|(enrollment, _)| enrollment.grade().is_some());
            for (enrollment, place) in same {
                let mut unnamed = Intake::default();
                let intake = match &place.file {
                    Some(file) => intakes.entry(Arc::clone(file)).or_default(),
                    None => &mut unnamed,
                };
                intake.read += 1;
                let grade = enrollment.grade();
                if kept.contains(&grade) || (graded && grade.is_none()) {
                    intake.merged += 1;
                    findings.push(about(FindingCode::DuplicateEnrollment, enrollment, place));
                    continue;
                }
                kept.push(grade);
                match route(&mut years, enrollment, place, roster) {
                    Ok(true) => intake.applied += 1,
                    Ok(false) => intake.rejected += 1,
                    Err(code) => {
                        intake.rejected += 1;
                        findings.push(about(code, enrollment, place));
                    }
                }
            }
        }
        let rolls = years.into_iter().map(|year| Ok((year.year, year.builder.open()?)));
        Ok(Rolls::new(rolls.collect::<Result<_, RegisterError>>()?, intakes))
    }
}

// What makes two enrolments the same spell; a spell without an exit stands last.
fn spell(enrollment: &Enrollment) -> (&str, &str, NaiveDate, NaiveDate) {
    let last = enrollment.last_day().unwrap_or(NaiveDate::MAX);
    (enrollment.student().as_str(), enrollment.school().as_str(), enrollment.entry(), last)
}

fn about(code: FindingCode, enrollment: &Enrollment, place: &Place) -> Finding {
    let finding = Finding::new(code, place.clone()).student(enrollment.student().as_str());
    finding.school(enrollment.school().as_str()).date(enrollment.entry())
}

// Gives an enrolment to the builders of its school years. `false` where it holds no school day: then one
// builder has it all the same, keeps the student with no day, and makes the finding.
fn route(
    years: &mut [OpenYear],
    enrollment: &Enrollment,
    place: &Place,
    roster: &mut Roster,
) -> Result<bool, FindingCode> {
    let last = enrollment.last_day().unwrap_or(NaiveDate::MAX);
    let mut known = years.iter_mut().filter(|year| year.schools.contains(enrollment.school())).peekable();
    if known.peek().is_none() {
        return Err(FindingCode::UnknownSchool);
    }
    let mut overlapping: Vec<_> = known
        .filter(|year| enrollment.entry() <= year.year.last_date() && last >= year.year.first_date())
        .collect();
    let held = overlapping.iter().filter(|year| year.has_days(enrollment.entry(), last)).count();
    if held > 0 {
        overlapping.retain(|year| year.has_days(enrollment.entry(), last));
    } else {
        overlapping.truncate(1);
    }
    if overlapping.is_empty() {
        return Err(FindingCode::DateOutsideYear);
    }
    for year in overlapping {
        let student = roster.student_mut(enrollment.student());
        if let Some(grade) = enrollment.grade() {
            student.set_grade(year.year, grade);
        }
        year.builder.add_enrollment(enrollment.clone(), place.clone());
    }
    Ok(held > 0)
}

/// A school year whose enrolments are being added.
struct OpenYear {
    year: SchoolYear,
    builder: RegisterBuilder,
    schools: BTreeSet<SchoolId>,
    days: BTreeSet<NaiveDate>,
}

impl OpenYear {
    // `None`, with a finding for each calendar, where the year has no instructional day.
    fn new(
        year: SchoolYear,
        calendars: BTreeMap<SchoolId, Calendar>,
        assembly: &Assembly,
        findings: &mut Findings,
    ) -> Option<Self> {
        let days: BTreeSet<_> = calendars
            .values()
            .flat_map(|calendar| calendar.days().filter(|(_, day)| day.event.is_instructional()))
            .map(|(date, _)| date)
            .filter(|date| year.contains(*date))
            .collect();
        let schools = calendars.keys().cloned().collect();
        if days.is_empty() {
            for school in &schools {
                let school = SchoolId::as_str(school);
                findings
                    .push(Finding::new(FindingCode::CalendarWithoutDays, Place::default()).school(school));
            }
            return None;
        }
        let mut builder = RegisterBuilder::new(year);
        builder.rules(assembly.rules).expect_codes(assembly.codes.iter().copied());
        for (school, calendar) in calendars {
            builder.add_calendar(school, calendar);
        }
        Some(Self { year, builder, schools, days })
    }

    fn has_days(&self, first: NaiveDate, last: NaiveDate) -> bool {
        first <= last && self.days.range(first..=last).next().is_some()
    }
}
