//! Building a register, second half: attendance events become marks in the rows.

use super::{
    Register, RegisterError, RollBasis,
    build::is_closed,
    day_mark::{DayMark, TooManyMarks},
    parts::{PartRecord, Slot},
};
use crate::{
    AttendanceCode, AttendanceStatus, Extent, Finding, FindingCode, Findings, Fraction, Intake, Place,
};
use chrono::NaiveDate;
use rustc_hash::FxHashMap;
use std::{collections::BTreeMap, sync::Arc};

/// An attendance event as a reader meets it: borrowed, so that streaming a file allocates nothing for it.
#[derive(Debug, Clone, Copy)]
pub struct EventRef<'a> {
    /// The student's identifier.
    pub student: &'a str,
    /// The school's identifier.
    pub school: &'a str,
    /// The date.
    pub date: NaiveDate,
    /// The code in the model's terms.
    pub code: AttendanceCode,
    /// How much of the day it speaks of.
    pub extent: &'a Extent,
}

/// Attendance events as columns of equal length; student and school as numbers of the caller's own.
#[derive(Debug, Clone, Copy)]
pub struct EventColumns<'a> {
    /// For each event, an index into the caller's `student_ids`.
    pub student: &'a [u32],
    /// For each event, an index into the caller's `school_ids`.
    pub school: &'a [u32],
    /// For each event, the date as days since 1 January 1970.
    pub date: &'a [i32],
    /// For each event, an index into `codes`.
    pub code: &'a [u8],
    /// What the codes mean, with the part of the day each covers.
    pub codes: &'a [(AttendanceCode, Extent)],
    /// The identifiers of the students.
    pub student_ids: &'a [&'a str],
    /// The identifiers of the schools.
    pub school_ids: &'a [&'a str],
}

/// What became of one record.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Disposition {
    /// It counts as it stands. (A record about a part of a day is settled when the roll is closed.)
    Applied,
    /// It says again what another said.
    Merged,
    /// It, or the record it replaced, is superseded.
    Superseded,
    /// It was not used.
    Rejected(FindingCode),
}

/// What the roll found, and what became of every enrolment and event.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct RollReport {
    /// What was wrong.
    pub findings: Findings,
    /// What became of the enrolments.
    pub enrollments: Intake,
    /// What became of the attendance events.
    pub intake: Intake,
    /// By file, the records about parts of days that were counted as applied when they came and that closing
    /// the roll found to be merged or superseded; `intake` has them where they belong.
    pub settled_late: BTreeMap<Option<Arc<str>>, Intake>,
}

impl RollReport {
    /// Adds what another roll found.
    pub fn merge(&mut self, other: Self) {
        self.findings.merge(other.findings);
        self.enrollments.merge(other.enrollments);
        self.intake.merge(other.intake);
        for (file, late) in other.settled_late {
            self.settled_late.entry(file).or_default().merge(late);
        }
    }
}

/// A roll open for attendance events. Any order of events gives the same register.
pub struct Roll {
    pub(super) register: Register,
    // One plane beside the register: the days that have a whole-day record of their own.
    pub(super) written: Vec<u64>,
    students: FxHashMap<Box<str>, u32>,
    pub(super) parts: Vec<PartRecord>,
    pub(super) places: Vec<Place>,
    pub(super) sections: FxHashMap<Box<str>, u32>,
    // Schools and days on which attendance was taken, applied when the roll is closed.
    taken: Vec<(u32, u16)>,
    pub(super) report: RollReport,
}

impl Roll {
    pub(super) fn new(register: Register, findings: Findings, enrollments: Intake) -> Self {
        let students = register.students.iter().enumerate().map(|(i, id)| (id.into(), i as u32)).collect();
        let written = vec![0; register.rows.len() * register.words()];
        let report = RollReport { findings, enrollments, ..RollReport::default() };
        let (parts, places, taken, sections) = (Vec::new(), Vec::new(), Vec::new(), FxHashMap::default());
        Self { register, written, students, parts, places, sections, taken, report }
    }

    /// Records an event that stands at a place, and says what became of it.
    ///
    /// # Errors
    /// [`TooManyMarks`] where the roll holds more different days than a register can number.
    pub fn record(&mut self, event: &EventRef<'_>, place: Place) -> Result<Disposition, TooManyMarks> {
        let student = self.students.get(event.student.trim()).copied();
        let school = self.register.find_school(event.school.trim()).map(|school| school as u32);
        let cell = match (student, school) {
            (None, _) => Err(FindingCode::UnknownStudent),
            (_, None) => Err(FindingCode::UnknownSchool),
            (Some(student), Some(school)) => self.cell(student, school, event.date),
        };
        self.settle(cell, event, place)
    }

    /// Records columns of events; row numbers in findings count from 1.
    ///
    /// # Errors
    /// [`TooManyMarks`] where the roll holds more different days than a register can number.
    ///
    /// # Panics
    /// Where the columns differ in length or an index lies outside its list.
    pub fn record_columns(&mut self, columns: &EventColumns<'_>) -> Result<Intake, TooManyMarks> {
        self.record_columns_where(columns, |_| true)
    }

    /// Records those rows of columns, counted from 0, that are to be kept; the caller accounts for the others.
    ///
    /// # Errors
    /// As [`record_columns`](Self::record_columns).
    ///
    /// # Panics
    /// As [`record_columns`](Self::record_columns); of a row that is not kept no index is looked up.
    pub fn record_columns_where(
        &mut self,
        columns: &EventColumns<'_>,
        keep: impl Fn(usize) -> bool,
    ) -> Result<Intake, TooManyMarks> {
        let before = self.report.intake;
        let EventColumns { student, school, date, code, codes, student_ids, school_ids } = *columns;
        assert!(
            student.len() == school.len() && school.len() == date.len() && date.len() == code.len(),
            "the columns of events differ in length"
        );
        let students: Vec<_> = student_ids.iter().map(|id| self.students.get(id.trim()).copied()).collect();
        let schools: Vec<_> =
            school_ids.iter().map(|id| self.register.find_school(id.trim()).map(|s| s as u32)).collect();
        for i in (0..student.len()).filter(|row| keep(*row)) {
            let (who, at) = (student[i] as usize, school[i] as usize);
            let date = NaiveDate::from_epoch_days(date[i]).unwrap_or(NaiveDate::MAX);
            let cell = match (students[who], schools[at]) {
                (None, _) => Err(FindingCode::UnknownStudent),
                (_, None) => Err(FindingCode::UnknownSchool),
                (Some(student), Some(school)) => self.cell(student, school, date),
            };
            let (code, extent) = &codes[usize::from(code[i])];
            let event =
                EventRef { student: student_ids[who], school: school_ids[at], date, code: *code, extent };
            self.settle(cell, &event, Place { file: None, row: Some(i as u64 + 1) })?;
        }
        let after = self.report.intake;
        Ok(Intake {
            read: after.read - before.read,
            applied: after.applied - before.applied,
            merged: after.merged - before.merged,
            superseded: after.superseded - before.superseded,
            rejected: after.rejected - before.rejected,
        })
    }

    /// States that a school took attendance on a date: whoever has no record that day was present. A record of
    /// the student's own stands, "not taken" too. `false` where the school or date is not one of the register.
    pub fn attendance_taken(&mut self, school: &str, date: NaiveDate) -> bool {
        let school = self.register.find_school(school.trim());
        let place = school.zip(self.register.days.index_of(date));
        self.taken.extend(place.map(|(school, day)| (school as u32, day as u16)));
        place.is_some()
    }

    /// The findings so far, for a reader to add its own.
    pub fn findings_mut(&mut self) -> &mut Findings {
        &mut self.report.findings
    }

    /// Settles the records about parts of days and closes the roll.
    ///
    /// # Errors
    /// [`RegisterError::TooManyMarks`].
    pub fn close(mut self) -> Result<(Register, RollReport), RegisterError> {
        self.settle_parts()?;
        self.apply_taken();
        self.find_days_of_two_schools();
        self.register.settle_marks();
        debug_assert!(self.report.intake.balances());
        Ok((self.register, self.report))
    }

    fn apply_taken(&mut self) {
        let (words, stride) = (self.register.words(), self.register.stride());
        let mut taken = vec![0u64; self.register.schools() * words];
        for (school, day) in std::mem::take(&mut self.taken) {
            taken[school as usize * words + usize::from(day) / 64] |= 1 << (day % 64);
        }
        for (row, key) in self.register.rows.iter().enumerate() {
            let cells = &mut self.register.bits[row * stride..(row + 1) * stride];
            for w in 0..words {
                let silent = cells[w] & !self.written[row * words + w];
                cells[words + w] |= silent & taken[key.school as usize * words + w];
            }
        }
    }

    // The row and day of a student's event, or what is wrong with it.
    fn cell(&self, student: u32, school: u32, date: NaiveDate) -> Result<(u32, u16), FindingCode> {
        let rows = self.register.rows_of(student as usize);
        let Some(row) = rows.clone().find(|row| self.register.rows[*row].school == school) else {
            return Err(FindingCode::EventWithoutEnrollment);
        };
        match self.register.days.index_of(date) {
            Some(day) if self.register.row(row).is_member(day) => Ok((row as u32, day as u16)),
            _ if !self.register.year.contains(date) => Err(FindingCode::DateOutsideYear),
            _ if is_closed(&self.register.schools[school as usize].calendar, date) => {
                Err(FindingCode::EventOnNonSchoolDay)
            }
            _ if self.is_enrolled(row, date) => Err(FindingCode::EventOnNonSchoolDay),
            _ => Err(FindingCode::EventWithoutEnrollment),
        }
    }

    fn is_enrolled(&self, row: usize, date: NaiveDate) -> bool {
        let holds =
            |spell: &super::Spell| spell.entry <= date && spell.last_day.is_none_or(|day| date <= day);
        self.register.spells_of(row).iter().any(holds)
    }

    fn settle(
        &mut self,
        cell: Result<(u32, u16), FindingCode>,
        event: &EventRef<'_>,
        place: Place,
    ) -> Result<Disposition, TooManyMarks> {
        self.report.intake.read += 1;
        let code = event.code;
        let placed = cell.and_then(|(row, day)| Ok((row, day, self.part_of(row, day, event)?)));
        let disposition = match placed {
            Err(code) => Disposition::Rejected(code),
            Ok((row, day, None)) => self.write_whole_day(row, day, code)?,
            Ok((row, day, Some((slot, part)))) => {
                let record = self.places.len() as u32;
                self.places.push(place);
                self.parts.push(PartRecord { row, day, slot, code, part, record });
                return Ok(self.count_applied());
            }
        };
        let problem = match disposition {
            Disposition::Applied => return Ok(self.count_applied()),
            Disposition::Merged => {
                self.report.intake.merged += 1;
                FindingCode::DuplicateEvent
            }
            Disposition::Superseded => {
                self.report.intake.superseded += 1;
                FindingCode::ConflictingEvents
            }
            Disposition::Rejected(code) => {
                self.report.intake.rejected += 1;
                code
            }
        };
        let finding = Finding::new(problem, place).student(event.student).school(event.school);
        let mut finding = finding.date(event.date);
        if problem == FindingCode::ConflictingEvents
            && let Ok((row, day)) = cell
        {
            let kept = &self.register.marks()[usize::from(self.register.row(row as usize).mark(day.into()))];
            finding =
                finding.detail(format!("{} counts by {}", describe(kept), self.register.rules.conflict));
        }
        self.report.findings.push(finding);
        Ok(disposition)
    }

    fn count_applied(&mut self) -> Disposition {
        self.report.intake.applied += 1;
        Disposition::Applied
    }

    // `None` where an event speaks of the whole day; else the slot and the part. A tardy or early departure that
    // says how much was missed is a part even if it says all.
    fn part_of(
        &mut self,
        row: u32,
        day: u16,
        event: &EventRef<'_>,
    ) -> Result<Option<(Slot, Fraction)>, FindingCode> {
        let (extent, late) = (event.extent, is_late(event.code));
        if extent.check().is_err() {
            return Err(match extent {
                Extent::Minutes(_) => FindingCode::MinutesOutOfRange,
                Extent::Section { .. } => FindingCode::SectionsUnknown,
                _ => FindingCode::PartOutOfRange,
            });
        }
        match extent {
            Extent::WholeDay => Ok(None),
            Extent::Part(part) if *part == Fraction::ONE && !late => Ok(None),
            Extent::Part(part) => Ok(Some((Slot::Unnamed, *part))),
            Extent::Minutes(minutes) => {
                let school = &self.register.schools[self.register.rows[row as usize].school as usize];
                let length = school.calendar.minutes(self.register.days.dates()[usize::from(day)]);
                let part = Fraction::new(u32::from(*minutes), u32::from(length));
                match part.filter(|part| *part <= Fraction::ONE) {
                    Some(part) if part == Fraction::ONE && !late => Ok(None),
                    Some(part) => Ok(Some((Slot::Unnamed, part))),
                    None => Err(FindingCode::MinutesOutOfRange),
                }
            }
            Extent::Morning => Ok(Some((Slot::Morning, Fraction::HALF))),
            Extent::Afternoon => Ok(Some((Slot::Afternoon, Fraction::HALF))),
            Extent::Section { of: None, .. }
                if self.register.rules.basis == RollBasis::ExceptionsOnly && !late =>
            {
                Err(FindingCode::SectionsUnknown)
            }
            Extent::Section { section, of } => {
                let number = self.sections.len() as u32;
                let section = *self.sections.entry(section.clone()).or_insert(number);
                let of = of.unwrap_or(0);
                let part = Fraction::new(1, u32::from(of.max(1))).unwrap_or(Fraction::ONE);
                Ok(Some((Slot::Section { section, of }, part)))
            }
        }
    }

    fn write_whole_day(
        &mut self,
        row: u32,
        day: u16,
        code: AttendanceCode,
    ) -> Result<Disposition, TooManyMarks> {
        let not_recorded = code.status() == AttendanceStatus::NotRecorded;
        let mark = DayMark::whole_day(if not_recorded { AttendanceCode::PRESENT } else { code });
        let (word, bit) = (row as usize * self.register.words() + usize::from(day) / 64, 1u64 << (day % 64));
        let written = self.written[word] & bit != 0;
        if !written {
            self.written[word] |= bit;
            self.register.write(row as usize, day.into(), mark, !not_recorded)?;
            return Ok(Disposition::Applied);
        }
        // "Not taken" knows less than any record: it never replaces one, and any record replaces it.
        let known = self.register.row(row as usize);
        let (recorded, before) = (known.is_recorded(day.into()), usize::from(known.mark(day.into())));
        let before = self.register.marks()[before].clone();
        if recorded != not_recorded && before == mark {
            return Ok(Disposition::Merged);
        }
        if let Some(both) = before.with_late(&mark).filter(|_| recorded && !not_recorded) {
            if both == before {
                return Ok(Disposition::Merged);
            }
            self.register.write(row as usize, day.into(), both, true)?;
            return Ok(Disposition::Applied);
        }
        let wins = if recorded && !not_recorded {
            self.register.rules.conflict.compare(&mark, &before).is_gt()
        } else {
            !not_recorded
        };
        if wins {
            self.register.write(row as usize, day.into(), mark, true)?;
        }
        Ok(Disposition::Superseded)
    }

    pub(super) fn finding_at(&self, row: usize, day: usize, code: FindingCode) -> Finding {
        let key = &self.register.rows[row];
        Finding::new(code, Place::default())
            .student(self.register.students.get(key.student as usize))
            .school(self.register.schools[key.school as usize].id.as_str())
            .date(self.register.days.dates()[day])
    }

    fn find_days_of_two_schools(&mut self) {
        let words = self.register.words();
        for student in 0..self.register.students() {
            let rows = self.register.rows_of(student);
            for later in rows.clone().skip(1) {
                for first in rows.start..later {
                    for w in 0..words {
                        let both = self.written[first * words + w] & self.written[later * words + w];
                        for day in super::bits::iter(&[both]) {
                            let finding = self.finding_at(later, w * 64 + day, FindingCode::TwoSchoolsOneDay);
                            let counts = &self.register.schools[self.register.rows[first].school as usize].id;
                            let detail = format!("the student's day counts as school {counts} recorded it");
                            self.report.findings.push(finding.detail(detail));
                        }
                    }
                }
            }
        }
    }
}

impl std::fmt::Debug for Roll {
    /// The register's counts and those of the events: who is on a roll is personal data.
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("Roll")
            .field("register", &self.register)
            .field("intake", &self.report.intake)
            .finish_non_exhaustive()
    }
}

// Whether the part of a code's event is what was missed of a day that was attended.
pub(super) fn is_late(code: AttendanceCode) -> bool {
    matches!(code.status(), AttendanceStatus::Tardy | AttendanceStatus::EarlyDeparture)
}

// A mark in the model's terms, for the evidence of a conflict.
pub(super) fn describe(mark: &DayMark) -> String {
    if mark.is_present() {
        return AttendanceStatus::Present.to_string();
    }
    let part = |(code, part): &(AttendanceCode, Fraction)| match *part {
        Fraction::ONE | Fraction::ZERO => code.status().to_string(),
        part => format!("{} for {part}", code.status()),
    };
    mark.parts().iter().map(part).collect::<Vec<_>>().join(" and ")
}
