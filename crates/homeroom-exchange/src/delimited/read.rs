//! Reading a folder: its files in the order in which they need each other.

use super::{
    attendance::EventReader,
    dates::DateReader,
    kind::FileKind,
    mapping::{CalendarSource, EnrollmentSource, FileMapping, Mapping},
    mentoring::{self, Gathering},
    roster::Organizations,
    row::{Fault, Row},
    survey::Survey,
    table::{Given, Meter, Table},
};
use crate::{
    Dataset, FileReport, Files, ReadError, ReadOptions, ReadReport, assemble::Assembly, files::File,
    rolls::Rolls,
};
use homeroom::{Action, FindingCode, Intake, Roster};
use std::{collections::BTreeSet, path::Path};

/// Reads delimited files by a mapping: those of a folder, or [in memory](Files::in_memory).
///
/// The files are streamed: memory follows the register and not the file. Everything about single records is a
/// finding of the report, with the row as a spreadsheet shows it (the header is row 1), and the counts of every
/// file balance.
///
/// # Errors
/// [`ReadError`] where a file cannot be read or is not there, where nothing says which days are instructional
/// or who is enrolled, and where the mapping contradicts itself.
pub fn read_delimited(
    files: impl Into<Files>,
    mapping: &Mapping,
    options: &mut ReadOptions<'_>,
) -> Result<Dataset, ReadError> {
    read(&files.into(), mapping, options)
}

fn read(folder: &Files, mapping: &Mapping, options: &mut ReadOptions<'_>) -> Result<Dataset, ReadError> {
    mapping.check()?;
    let files = find_files(folder, mapping, options)?;
    let has_enrollments = files.iter().any(|file| file.spec.kind == FileKind::Enrollments);
    let assumes = mapping.enrollment == EnrollmentSource::FullYear || options.assume_full_year;
    if !has_enrollments && !assumes {
        return Err(ReadError::NoEnrollments);
    }
    let surveys = !has_enrollments || mapping.calendar == CalendarSource::EventDates;
    let passes = |file: &MappedFile<'_>| 1 + u64::from(surveys && file.spec.kind == FileKind::Attendance);
    let total = files.iter().map(|file| file.bytes * passes(file)).sum();
    let mut reading = Reading {
        mapping,
        report: ReadReport::default(),
        roster: Roster::default(),
        organizations: Organizations::default(),
        meter: Meter { options, done: 0, total },
    };
    reading.report.unread_files = unread_files(folder, mapping)?;
    let of = |kind: FileKind| files.iter().filter(move |file| file.spec.kind == kind);

    for kind in
        [FileKind::Networks, FileKind::Districts, FileKind::Schools, FileKind::Partners, FileKind::Students]
    {
        for file in of(kind) {
            reading.read_roster(&mut file.open()?)?;
        }
    }
    let mut assembly = Assembly::new(mapping.rules);
    assembly.expect_codes(mapping.codes.values().map(super::CodeMeaning::code));
    for file in of(FileKind::Calendar) {
        reading.read_calendar(&mut file.open()?, &mut assembly)?;
    }
    if surveys {
        let mut survey = Survey::default();
        let mut names = Vec::new();
        for (index, file) in of(FileKind::Attendance).enumerate() {
            let mut table = file.open()?;
            survey.read(&mut reading, &mut table, index)?;
            names.push(table.file);
        }
        if mapping.calendar == CalendarSource::EventDates {
            survey.infer_calendars(&mut reading, &mut assembly);
        }
        if !has_enrollments {
            survey.assume_enrollments(&mut reading, &mut assembly, &names);
        }
    }
    for file in of(FileKind::Terms) {
        reading.read_terms(&mut file.open()?, &mut assembly)?;
    }
    let mut enrollments = Vec::new();
    for file in of(FileKind::Enrollments) {
        let mut table = file.open()?;
        let intake = reading.read_enrollments(&mut table, &mut assembly)?;
        enrollments.push((table, intake));
    }
    let schools = assembly.calendars().map(|(_, school, _)| school.clone()).collect();
    let mut rolls = assembly.open(&mut reading.roster, &mut reading.report.findings)?;
    for (mut table, mut intake) in enrollments {
        intake.merge(rolls.enrollment_intake(&table.file));
        reading.report_file(&mut table, intake);
    }
    for file in of(FileKind::AttendanceTaken) {
        reading.read_attendance_taken(&mut file.open()?, &mut rolls, &schools)?;
    }
    for file in of(FileKind::Attendance) {
        reading.read_attendance(&mut file.open()?, &mut rolls)?;
    }
    let registers = rolls.close(&mut reading.report)?;
    let roster = std::mem::take(&mut reading.roster);
    let mut gathering = Gathering::new(&roster, &registers);
    for (kind, add) in mentoring::KINDS {
        for file in of(kind) {
            reading.gather(&mut file.open()?, &mut gathering, add)?;
        }
    }
    let casebook = gathering.close(&mut reading.report);
    Ok(Dataset { roster, registers, casebook, report: reading.report })
}

/// A file of the folder and what the mapping says of it.
struct MappedFile<'m> {
    file: File,
    spec: &'m FileMapping,
    bytes: u64,
}

impl<'m> MappedFile<'m> {
    fn open(&self) -> Result<Table<'m>, ReadError> {
        Table::open(&self.file, self.spec)
    }
}

fn find_files<'m>(
    folder: &Files,
    mapping: &'m Mapping,
    options: &ReadOptions<'_>,
) -> Result<Vec<MappedFile<'m>>, ReadError> {
    let mut files = Vec::new();
    for spec in &mapping.files {
        let before = files.len();
        for name in &spec.name {
            if let Some(file) = folder.find(name)? {
                let bytes = file.bytes()?;
                files.push(MappedFile { file, spec, bytes });
            }
        }
        let dispensable = spec.optional || (spec.kind == FileKind::Enrollments && options.assume_full_year);
        if files.len() == before && !dispensable {
            return Err(ReadError::MissingFile { file: spec.name.first().cloned().unwrap_or_default() });
        }
    }
    Ok(files)
}

// Files of the folder with the extension of a mapped one that the mapping does not name: a misspelt name is the likeliest
// reason.
fn unread_files(folder: &Files, mapping: &Mapping) -> Result<Vec<String>, ReadError> {
    let mapped: BTreeSet<&str> =
        mapping.files.iter().flat_map(|file| &file.name).map(String::as_str).collect();
    let extension = |name| Path::new(name).extension()?.to_str();
    let extensions: BTreeSet<_> = mapped.iter().filter_map(|name| extension(*name)).collect();
    let looks_mapped = |file: &File| file.extension().is_some_and(|extension| extensions.contains(extension));
    let unread = folder.list()?.into_iter().filter(looks_mapped).map(|file| file.name);
    Ok(unread.filter(|name| !mapped.contains(&**name)).map(|name| name.to_string()).collect())
}

/// A folder being read.
pub(super) struct Reading<'m, 'o, 'f> {
    pub(super) mapping: &'m Mapping,
    pub(super) report: ReadReport,
    pub(super) roster: Roster,
    pub(super) organizations: Organizations,
    pub(super) meter: Meter<'o, 'f>,
}

impl Reading<'_, '_, '_> {
    /// Reads every record of a file. A record is counted by what its fault, if any, says became of it.
    pub(super) fn records(
        &mut self,
        table: &mut Table<'_>,
        mut take: impl FnMut(&Row<'_>, &mut DateReader) -> Result<(), Fault>,
    ) -> Result<Intake, ReadError> {
        let mut intake = Intake::default();
        let findings = &mut self.report.findings;
        table.each(&mut self.meter, |file, given| {
            intake.read += 1;
            let finding = match given {
                Given::Unreadable => {
                    intake.rejected += 1;
                    return Ok(());
                }
                Given::Rejected(finding) => finding,
                Given::Row(row, dates) => match take(&row, dates) {
                    Ok(()) => {
                        intake.applied += 1;
                        return Ok(());
                    }
                    Err(fault) => row.finding(file, fault),
                },
            };
            *counter(&mut intake, finding.code) += 1;
            findings.push(finding);
            Ok(())
        })?;
        Ok(intake)
    }

    /// Reports a file that was read to its end.
    pub(super) fn report_file(&mut self, table: &mut Table<'_>, intake: Intake) {
        table.findings.drain(..).for_each(|finding| self.report.findings.push(finding));
        let (file, kind) = (table.file.to_string(), table.spec.kind.to_string());
        self.report.files.push(FileReport { file, kind, intake });
    }

    fn read_attendance(&mut self, table: &mut Table<'_>, rolls: &mut Rolls) -> Result<(), ReadError> {
        let mut events = EventReader::new(&self.mapping.codes);
        rolls.begin_file(&table.file, FileKind::Attendance.as_str());
        table.each(&mut self.meter, |file, given| {
            match given {
                Given::Row(row, dates) => match events.read(&row, dates) {
                    Ok(event) => return rolls.record(&event, row.number),
                    Err(fault) => rolls.reject(row.finding(file, fault)),
                },
                Given::Rejected(finding) => rolls.reject(finding),
                Given::Unreadable => rolls.pass_over(),
            }
            Ok(())
        })?;
        table.findings.drain(..).for_each(|finding| self.report.findings.push(finding));
        Ok(())
    }
}

fn counter(intake: &mut Intake, code: FindingCode) -> &mut u64 {
    match code.action() {
        Action::Merged => &mut intake.merged,
        Action::Superseded => &mut intake.superseded,
        Action::Noted | Action::Assumed => &mut intake.applied,
        _ => &mut intake.rejected,
    }
}
