//! The open rolls of all school years: events go to the year that holds their date, and every record is
//! accounted for by its file.

use crate::{FileReport, ReadError, ReadReport};
use chrono::NaiveDate;
use homeroom::{
    Disposition, EventRef, Extent, Finding, FindingCode, Findings, Intake, Place, Register, RegisterError,
    Roll, SchoolYear,
};
use std::{collections::BTreeMap, sync::Arc};

#[derive(Debug)]
struct YearRoll {
    year: SchoolYear,
    first: NaiveDate,
    last: NaiveDate,
    roll: Roll,
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
    pub(crate) fn new(rolls: Vec<(SchoolYear, Roll)>, enrollments: BTreeMap<Arc<str>, Intake>) -> Self {
        let year_roll = |(year, roll): (SchoolYear, _)| YearRoll {
            year,
            first: year.first_date(),
            last: year.last_date(),
            roll,
        };
        let years = rolls.into_iter().map(year_roll).collect();
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
        let Some(roll) = self.roll_of(event.date) else {
            let finding = Finding::new(FindingCode::DateOutsideYear, place).student(event.student);
            self.reject(finding.school(event.school).date(event.date));
            return Ok(());
        };
        let disposition = roll.record(event, place).map_err(RegisterError::from)?;
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
        self.roll_of(date).is_some_and(|roll| roll.attendance_taken(school, date))
    }

    fn roll_of(&mut self, date: NaiveDate) -> Option<&mut Roll> {
        let holds = |roll: &YearRoll| roll.first <= date && date <= roll.last;
        if !holds(&self.years[self.current]) {
            self.current = self.years.iter().position(holds)?;
        }
        Some(&mut self.years[self.current].roll)
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
            // A file of two kinds of events shares its late ones out among them.
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
