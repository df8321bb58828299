//! Building a register, first half: calendars and enrolments become rows of membership.

use super::{
    IdColumn, Register, RegisterSchool, RollBasis, RollRules, RowKey, SchoolDays, Spell, TransferDay,
    bits::DaySet, day_mark::MarkTable, merge::precedence, roll::Roll,
};
use crate::{
    AttendanceCode, Calendar, CalendarEvent, DayMark, Enrollment, Finding, FindingCode, Findings, Fraction,
    GradeLevel, Intake, Place, SchoolId, SchoolYear,
};
use chrono::NaiveDate;
use std::collections::{BTreeMap, BTreeSet};

/// Why a register cannot be built.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
#[non_exhaustive]
pub enum RegisterError {
    /// No calendar has an instructional day.
    #[error("no calendar has an instructional day in the school year: add calendars before opening the roll")]
    NoInstructionalDays,
    /// The roll uses more different day marks than a register can number.
    #[error(transparent)]
    TooManyMarks(#[from] super::TooManyMarks),
}

/// Gathers calendars and enrolments, then [opens](Self::open) the roll for attendance events.
pub struct RegisterBuilder {
    year: SchoolYear,
    rules: RollRules,
    codes: Vec<AttendanceCode>,
    calendars: BTreeMap<SchoolId, Calendar>,
    enrollments: Vec<(Enrollment, Place)>,
    findings: Findings,
}

impl RegisterBuilder {
    /// A builder for a school year, with the default [`RollRules`].
    pub fn new(year: SchoolYear) -> Self {
        let calendars = BTreeMap::new();
        let (codes, enrollments, findings) = (Vec::new(), Vec::new(), Findings::new());
        Self { year, rules: RollRules::default(), codes, calendars, enrollments, findings }
    }

    /// Sets the rules by which the roll is read.
    pub fn rules(&mut self, rules: RollRules) -> &mut Self {
        self.rules = rules;
        self
    }

    /// Says which codes will come, so that room for them is made once. Others may come all the same.
    pub fn expect_codes(&mut self, codes: impl IntoIterator<Item = AttendanceCode>) -> &mut Self {
        self.codes.extend(codes);
        self
    }

    /// Sets a school's calendar; dates outside the school year become findings and are not used.
    pub fn add_calendar(&mut self, school: SchoolId, mut calendar: Calendar) -> &mut Self {
        for date in calendar.retain_dates(|date| self.year.contains(date)) {
            let finding = Finding::new(FindingCode::DateOutsideYear, Place::default());
            self.findings.push(finding.school(school.as_str()).date(date));
        }
        let finding = |code| Finding::new(code, Place::default()).school(school.as_str());
        if let Some((declared, listed)) = calendar.contradiction() {
            let detail = format!("{declared} instructional days declared, {listed} listed");
            self.findings.push(finding(FindingCode::CalendarContradiction).detail(detail));
        }
        if calendar.instructional_days(None) == 0 {
            self.findings.push(finding(FindingCode::CalendarWithoutDays));
        }
        self.calendars.insert(school, calendar);
        self
    }

    /// Adds an enrolment.
    pub fn add_enrollment(&mut self, enrollment: Enrollment, place: Place) -> &mut Self {
        self.enrollments.push((enrollment, place));
        self
    }

    /// Closes the list of calendars and enrolments and opens the roll.
    ///
    /// # Errors
    /// [`RegisterError::NoInstructionalDays`] where no calendar has one.
    pub fn open(mut self) -> Result<Roll, RegisterError> {
        let dates: BTreeSet<NaiveDate> = self
            .calendars
            .values()
            .flat_map(|calendar| calendar.days().filter(|(_, day)| day.event.is_instructional()))
            .map(|(date, _)| date)
            .collect();
        let days = SchoolDays::try_from(dates.into_iter().collect::<Vec<_>>())
            .ok()
            .filter(|days| !days.is_empty())
            .ok_or(RegisterError::NoInstructionalDays)?;

        let mut marks = MarkTable::default();
        for code in &self.codes {
            marks.intern(DayMark::whole_day(*code))?;
        }
        let schools: Vec<_> = std::mem::take(&mut self.calendars)
            .into_iter()
            .map(|(id, calendar)| RegisterSchool { id, calendar })
            .collect();
        let mut register = Register {
            year: self.year,
            rules: self.rules,
            planes: marks.planes(),
            days,
            schools,
            students: IdColumn::default(),
            student_rows: vec![0],
            rows: Vec::new(),
            spells: Vec::new(),
            row_spells: vec![0],
            marks,
            bits: Vec::new(),
        };
        let intake = self.fill_rows(&mut register);
        Ok(Roll::new(register, self.findings, intake))
    }

    fn fill_rows(&mut self, register: &mut Register) -> Intake {
        let mut enrollments = std::mem::take(&mut self.enrollments);
        let mut intake = Intake { read: enrollments.len() as u64, ..Intake::default() };
        enrollments.sort_by(|(a, _), (b, _)| order(a).cmp(&order(b)));
        let mut sessions = Sessions::default();
        for student in enrollments.chunk_by(|(a, _), (b, _)| a.student() == b.student()) {
            let schools = self.known_schools(register, student, &mut intake);
            if schools.is_empty() {
                continue;
            }
            let index = register.students.len() as u32;
            register.students.push(student[0].0.student().as_str());
            let mut rows: Vec<_> = schools
                .into_iter()
                .map(|(school, spells)| self.gather(register, index, school, &spells, &mut intake))
                .collect();
            self.settle_transfer_days(register, &mut rows);
            rows.sort_by_key(|row| precedence(&row.key(), &row.spells));
            self.append(register, &mut sessions, rows, student);
            register.student_rows.push(register.rows.len() as u32);
        }
        intake
    }

    // A student's spells by school; those at schools without a calendar become findings.
    fn known_schools<'e>(
        &mut self,
        register: &Register,
        student: &'e [(Enrollment, Place)],
        intake: &mut Intake,
    ) -> BTreeMap<u32, Vec<&'e (Enrollment, Place)>> {
        let mut schools: BTreeMap<u32, Vec<_>> = BTreeMap::new();
        for spell in student {
            let (enrollment, place) = spell;
            if let Some(school) = register.find_school(enrollment.school().as_str()) {
                schools.entry(school as u32).or_default().push(spell);
            } else {
                intake.rejected += 1;
                let finding = Finding::new(FindingCode::UnknownSchool, place.clone());
                let finding = finding.student(enrollment.student().as_str());
                self.findings.push(finding.school(enrollment.school().as_str()).detail("no calendar"));
            }
        }
        schools
    }

    // One row from a student's spells at one school, in order of entry.
    fn gather(
        &mut self,
        register: &Register,
        student: u32,
        school: u32,
        spells: &[&(Enrollment, Place)],
        intake: &mut Intake,
    ) -> Gathered {
        let mut row = Gathered::new(student, school);
        for (enrollment, place) in spells {
            let finding = |code| {
                let finding = Finding::new(code, place.clone()).student(enrollment.student().as_str());
                finding.school(enrollment.school().as_str()).date(enrollment.entry())
            };
            let spell = Spell { entry: enrollment.entry(), last_day: enrollment.last_day() };
            let same_terms = (row.share, row.primary) == (enrollment.share(), enrollment.is_primary());
            if row.spells.contains(&spell) && same_terms && row.grade == enrollment.grade().or(row.grade) {
                intake.merged += 1;
                self.findings.push(finding(FindingCode::DuplicateEnrollment));
                continue;
            }
            if row.spells.last().is_some_and(|last| last.last_day.is_none_or(|day| day >= spell.entry)) {
                self.findings.push(finding(FindingCode::OverlappingEnrollment).detail("at one school"));
            }
            if let (Some(before), Some(now)) = (row.grade, enrollment.grade())
                && before != now
            {
                let detail = format!("{before} then {now}: {now} counts");
                self.findings.push(finding(FindingCode::GradeChanged).detail(detail));
            }
            let grade = enrollment.grade().or(row.grade);
            let calendar = &register.schools[school as usize].calendar;
            let span = register.days.between(spell.entry, spell.last_day.unwrap_or(NaiveDate::MAX));
            let taught = |day: usize| calendar.is_instructional(register.days.dates()[day], grade);
            if !span.iter().any(taught) {
                intake.rejected += 1;
                self.findings.push(finding(FindingCode::EnrollmentWithoutDays));
                continue;
            }
            intake.applied += 1;
            if !row.spells.is_empty() && !same_terms {
                let detail = "the later share and school kind count";
                self.findings.push(finding(FindingCode::MembershipChanged).detail(detail));
            }
            row.grade = grade;
            row.share = enrollment.share();
            row.primary = enrollment.is_primary();
            row.spells.push(spell);
        }
        row
    }

    // Trims the day that is the last at one school and the first at another from the school the rule names. All
    // spells are compared as they were recorded, so that one trimmed day does not lead to the next. A day on
    // which the other school does not teach stays where it is.
    fn settle_transfer_days(&mut self, register: &Register, rows: &mut [Gathered]) {
        if self.rules.transfer_day == TransferDay::BothSchools || rows.len() < 2 {
            return;
        }
        let spells: Vec<_> = rows
            .iter()
            .enumerate()
            .flat_map(|(r, row)| row.spells.iter().enumerate().map(move |(s, spell)| (r, s, *spell)))
            .collect();
        for &(leaving, l, left) in &spells {
            for &(coming, c, came) in &spells {
                let same_day = left.last_day == Some(came.entry);
                if leaving == coming || !same_day || !rows[leaving].primary || !rows[coming].primary {
                    continue;
                }
                let (row, spell, trimmed, other) = if self.rules.transfer_day == TransferDay::ArrivingSchool {
                    (leaving, l, Spell { last_day: came.entry.pred_opt(), ..left }, coming)
                } else {
                    let entry = came.entry.succ_opt().unwrap_or(came.entry);
                    (coming, c, Spell { entry, ..came }, leaving)
                };
                let calendar = &register.schools[rows[other].school as usize].calendar;
                let counts_there = calendar.is_instructional(came.entry, rows[other].grade);
                if !counts_there || trimmed.last_day.is_some_and(|day| day < trimmed.entry) {
                    continue;
                }
                rows[row].spells[spell] = trimmed;
                let detail = format!("counts by the rule {}", self.rules.transfer_day);
                let student = register.students.get(rows[row].student as usize);
                let finding = Finding::new(FindingCode::TransferDay, Place::default()).student(student);
                let school = register.schools[rows[row].school as usize].id.as_str();
                self.findings.push(finding.school(school).date(came.entry).detail(detail));
            }
        }
    }

    fn append(
        &mut self,
        register: &mut Register,
        sessions: &mut Sessions,
        rows: Vec<Gathered>,
        student: &[(Enrollment, Place)],
    ) {
        let (stride, words) = (register.stride(), register.words());
        let mut seen = vec![0u64; words];
        for row in rows {
            let start = register.bits.len();
            register.bits.resize(start + stride, 0);
            let session = sessions.of(register, row.school, row.grade);
            let mut overlap = 0;
            for spell in &row.spells {
                let span = register.days.between(spell.entry, spell.last_day.unwrap_or(NaiveDate::MAX));
                for w in 0..words {
                    register.bits[start + w] |= span.words()[w] & session.words()[w];
                }
            }
            for w in 0..words {
                overlap += (register.bits[start + w] & seen[w]).count_ones();
                seen[w] |= register.bits[start + w];
                if register.rules.basis == RollBasis::ExceptionsOnly {
                    register.bits[start + words + w] = register.bits[start + w];
                }
            }
            if overlap > 0 {
                let school = register.schools[row.school as usize].id.as_str();
                let finding = Finding::new(FindingCode::OverlappingEnrollment, student[0].1.clone());
                let detail = format!("{overlap} days also at another school");
                let finding = finding.student(student[0].0.student().as_str()).school(school);
                self.findings.push(finding.detail(detail));
            }
            register.rows.push(row.key());
            register.spells.extend(row.spells);
            register.row_spells.push(register.spells.len() as u32);
        }
    }
}

impl std::fmt::Debug for RegisterBuilder {
    /// Counts only: who is enrolled is personal data.
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("RegisterBuilder")
            .field("year", &self.year)
            .field("calendars", &self.calendars.len())
            .field("enrollments", &self.enrollments.len())
            .finish_non_exhaustive()
    }
}

// Spells of a student stand together in order of entry, later-ending last.
fn order(enrollment: &Enrollment) -> (&str, NaiveDate, NaiveDate, &str, Option<GradeLevel>, Fraction, bool) {
    let last = enrollment.last_day().unwrap_or(NaiveDate::MAX);
    let (student, school) = (enrollment.student().as_str(), enrollment.school().as_str());
    (
        student,
        enrollment.entry(),
        last,
        school,
        enrollment.grade(),
        enrollment.share(),
        enrollment.is_primary(),
    )
}

struct Gathered {
    student: u32,
    school: u32,
    grade: Option<GradeLevel>,
    share: Fraction,
    primary: bool,
    spells: Vec<Spell>,
}

impl Gathered {
    fn new(student: u32, school: u32) -> Self {
        Self { student, school, grade: None, share: Fraction::ONE, primary: true, spells: Vec::new() }
    }

    fn key(&self) -> RowKey {
        let Self { student, school, grade, share, primary, .. } = *self;
        RowKey { student, school, grade, share, primary }
    }
}

/// The days on which a school teaches a grade, found once each.
#[derive(Default)]
pub(super) struct Sessions(BTreeMap<(u32, Option<GradeLevel>), DaySet>);

impl Sessions {
    pub(super) fn of(&mut self, register: &Register, school: u32, grade: Option<GradeLevel>) -> &DaySet {
        self.0.entry((school, grade)).or_insert_with(|| {
            let calendar = &register.schools[school as usize].calendar;
            register.days.filter(|date| calendar.is_instructional(date, grade))
        })
    }
}

/// Whether a date is one on which a calendar teaches nobody, for the findings of the roll.
pub(super) fn is_closed(calendar: &Calendar, date: NaiveDate) -> bool {
    calendar.day(date).is_none_or(|day| !CalendarEvent::is_instructional(day.event))
}
