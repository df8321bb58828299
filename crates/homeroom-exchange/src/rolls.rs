//! The open rolls of all school years: events go to the year that holds their date, and every record is
//! accounted for by its file.

use crate::{
    FileReport, ReadError, ReadReport,
    privacy::{about_student, looks_like_an_id},
};
use chrono::NaiveDate;
use homeroom::{
    Disposition, EventRef, Extent, Finding, FindingCode, Findings, Intake, Place, Register, RegisterError,
    Roll, SchoolYear, shape,
};
use std::{
    collections::{BTreeMap, BTreeSet},
    sync::Arc,
};

/// The open roll of one school year.
#[derive(Debug)]
pub(crate) struct YearRoll {
    year: SchoolYear,
    first: NaiveDate,
    last: NaiveDate,
    roll: Roll,
    // The enrolled students whose identifiers do not look like identifiers.
    names: Names,
}

// Never shown.
#[derive(Default)]
struct Names(BTreeSet<Box<str>>);

impl std::fmt::Debug for Names {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "{} names", self.0.len())
    }
}

impl YearRoll {
    /// A year's roll, and those of its students whose identifiers do not
    /// [look like one](looks_like_an_id).
    pub(crate) fn new(year: SchoolYear, roll: Roll, names: BTreeSet<Box<str>>) -> Self {
        Self { year, first: year.first_date(), last: year.last_date(), roll, names: Names(names) }
    }

    // Whether a text is nobody's identifier and may be a name.
    fn is_strange(&self, student: &str) -> bool {
        !looks_like_an_id(student) && !self.names.0.contains(student)
    }
}

/// What became of the records of one file of events, as far as is known before the rolls are closed.
#[derive(Debug)]
struct EventFile {
    file: Arc<str>,
    kind: &'static str,
    intake: Intake,
    // How many of those applied spoke of a part of a day: closing the roll may find them to be otherwise.
    parts: u64,
}

/// The rolls of all school years, open for events.
#[derive(Debug)]
pub(crate) struct Rolls {
    years: Vec<YearRoll>,
    current: usize,
    enrollments: BTreeMap<Arc<str>, Intake>,
    files: Vec<EventFile>,
    file: usize,
    findings: Findings,
}

impl Rolls {
    /// Rolls without an event yet, and what became of the enrolments of each file.
    pub(crate) fn new(years: Vec<YearRoll>, enrollments: BTreeMap<Arc<str>, Intake>) -> Self {
        Self { years, current: 0, enrollments, files: Vec::new(), file: 0, findings: Findings::new() }
    }

    /// What became of the enrolments of a file.
    pub(crate) fn enrollment_intake(&self, file: &str) -> Intake {
        self.enrollments.get(file).copied().unwrap_or_default()
    }

    /// Says of which file the next records are; a file may be taken up again.
    pub(crate) fn begin_file(&mut self, file: &Arc<str>, kind: &'static str) {
        let known = self.files.iter().position(|known| known.file == *file && known.kind == kind);
        self.file = known.unwrap_or_else(|| {
            let file = Arc::clone(file);
            self.files.push(EventFile { file, kind, intake: Intake::default(), parts: 0 });
            self.files.len() - 1
        });
    }

    /// Records an event that stands in a row of the file [begun](Self::begin_file).
    ///
    /// # Errors
    /// [`ReadError::Register`] where the roll holds more different days than a register can number.
    pub(crate) fn record(&mut self, event: &EventRef<'_>, row: u64) -> Result<(), ReadError> {
        let place = Place::new(&self.files[self.file].file, row);
        let Some(year) = self.roll_of(event.date) else {
            let finding = about_student(Finding::new(FindingCode::DateOutsideYear, place), event.student);
            self.reject(finding.school(event.school).date(event.date));
            return Ok(());
        };
        let student = event.student.trim();
        if year.is_strange(student) {
            // The roll's own finding would name the student.
            let finding = Finding::new(FindingCode::UnknownStudent, place).school(event.school);
            let detail = format!("the value has the form `{}`", shape(student));
            self.reject(finding.date(event.date).detail(detail));
            return Ok(());
        }
        let disposition = year.roll.record(event, place).map_err(RegisterError::from)?;
        let file = &mut self.files[self.file];
        file.intake.read += 1;
        match disposition {
            Disposition::Applied => {
                file.intake.applied += 1;
                file.parts += u64::from(*event.extent != Extent::WholeDay);
            }
            Disposition::Merged => file.intake.merged += 1,
            Disposition::Superseded => file.intake.superseded += 1,
            Disposition::Rejected(_) => file.intake.rejected += 1,
        }
        Ok(())
    }

    /// Counts a record of the file [begun](Self::begin_file) that is not an event, and says why.
    pub(crate) fn reject(&mut self, finding: Finding) {
        self.pass_over();
        self.findings.push(finding);
    }

    /// Counts a record of the file [begun](Self::begin_file) that is rejected by a finding about the whole file.
    pub(crate) fn pass_over(&mut self) {
        let intake = &mut self.files[self.file].intake;
        intake.read += 1;
        intake.rejected += 1;
    }

    /// States that a school took attendance on a date; `false` where no roll has that school day.
    pub(crate) fn attendance_taken(&mut self, school: &str, date: NaiveDate) -> bool {
        self.roll_of(date).is_some_and(|year| year.roll.attendance_taken(school, date))
    }

    fn roll_of(&mut self, date: NaiveDate) -> Option<&mut YearRoll> {
        let holds = |roll: &YearRoll| roll.first <= date && date <= roll.last;
        if !holds(&self.years[self.current]) {
            self.current = self.years.iter().position(holds)?;
        }
        Some(&mut self.years[self.current])
    }

    /// Closes the rolls: gives the registers and reports the findings and each file of events.
    ///
    /// # Errors
    /// [`ReadError::Register`] where a roll holds more different days than a register can number.
    pub(crate) fn close(
        mut self,
        report: &mut ReadReport,
    ) -> Result<BTreeMap<SchoolYear, Register>, ReadError> {
        let mut registers = BTreeMap::new();
        let mut settled_late: BTreeMap<Option<Arc<str>>, Intake> = BTreeMap::new();
        report.findings.merge(self.findings);
        for YearRoll { year, roll, .. } in self.years {
            let (register, roll) = roll.close()?;
            report.findings.merge(roll.findings);
            for (file, late) in roll.settled_late {
                settled_late.entry(file).or_default().merge(late);
            }
            registers.insert(year, register);
        }
        for file in &mut self.files {
            let Some(late) = settled_late.get_mut(&Some(Arc::clone(&file.file))) else { continue };
            // The roll knows the file of a late one and not its kind: where one file holds events of two kinds
            // (school and section events in one Ed-Fi XML file), late ones are counted with the kind begun first,
            // as far as it has records about parts of days, and the rest with the next. The sum is exact.
            let merged = late.merged.min(file.parts);
            let superseded = late.superseded.min(file.parts - merged);
            file.intake.applied -= merged + superseded;
            file.intake.merged += merged;
            file.intake.superseded += superseded;
            late.merged -= merged;
            late.superseded -= superseded;
        }
        let file_report = |EventFile { file, kind, intake, .. }| FileReport {
            file: file.to_string(),
            kind: kind.to_owned(),
            intake,
        };
        report.files.extend(self.files.into_iter().map(file_report));
        Ok(registers)
    }
}
