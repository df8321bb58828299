//! Reading Ed-Fi: bulk interchange XML and API JSON.

mod books;
mod calendars;
mod descriptor;
mod enrollment;
mod event;
mod folder;
mod gather;
mod infer;
mod intervention;
mod json;
mod kind;
mod limit;
mod record;
mod recorder;
mod session;
mod sink;
mod source;
mod store;
mod value;
mod xml;
mod xml_sieve;

pub use intervention::*;

use crate::{Dataset, Files, ReadError, ReadOptions, ReadReport, assemble::Assembly};
use books::Books;
use gather::Gather;
use homeroom::{ExitDay, RollBasis, RollRules, mentoring::Casebook};
use recorder::Recorder;
use source::Meter;

/// What Ed-Fi leaves to states and districts.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct EdfiOptions {
    /// How `ExitWithdrawDate` is meant; inclusive, as Ed-Fi recommends, where nothing else is said.
    pub exit_day: ExitDay,
    /// The rules by which the roll is read; by default only exceptions are recorded.
    pub rules: RollRules,
    /// How many sections a student's day has. Where nothing is said, an absence from a section cannot be a
    /// part of a day and becomes a finding; being late for one needs no number.
    pub sections_per_day: Option<u8>,
}

impl Default for EdfiOptions {
    fn default() -> Self {
        Self { exit_day: ExitDay::Inclusive, rules: RollRules::default(), sections_per_day: None }
    }
}

/// Reads Ed-Fi files with the usual [`EdfiOptions`]: see [`read_edfi_with`].
///
/// # Errors
/// As [`read_edfi_with`].
pub fn read_edfi(files: impl Into<Files>, options: &mut ReadOptions<'_>) -> Result<Dataset, ReadError> {
    read_edfi_with(files, &EdfiOptions::default(), options)
}

/// Reads every `*.xml` (bulk interchange, data standard v5, whatever the namespace) and `*.json` (API
/// resources: an array of one kind, told by the file's name, or an object with an array under each resource's
/// name) of a folder, or [in memory](Files::in_memory).
///
/// **What is used.** `StudentSchoolAttendanceEvent`, `StudentSectionAttendanceEvent`, `Session`, `Calendar`,
/// `CalendarDate`, `StudentSchoolAssociation`, `School`, `LocalEducationAgency`, and of `Student` the
/// `StudentUniqueId` alone: names and birth dates of people are never kept. Records of other kinds are counted,
/// one finding `unused_record` a kind and file, and stand outside the [`FileReport`](crate::FileReport)s;
/// descriptors are passed over. A file has one report a kind of record.
///
/// **Events.** A descriptor is known by its code value in any namespace; one that the standard does not have
/// is a finding and never presence. `EventDuration` is the exact part of the day that the event covers, an
/// absence's absent part and a tardy's missed part; where it is missing, `SchoolAttendanceDuration` is the
/// minutes that it covers, and an absence or presence of at least a usual day's minutes
/// ([`Calendar::DEFAULT_DAY_MINUTES`](homeroom::Calendar::DEFAULT_DAY_MINUTES); Ed-Fi's calendars do not say
/// how long a day is) is one of the whole day. `Partial` is an absence, of which it is not known whether it is
/// excused, of a part that must be said. `In-school suspension`, `Homebound` and `Hospital class` give the
/// code its category; `AttendanceEventReason` is free text and not read. Being late for a section marks the
/// day as tardy without taking a part of it: `SectionAttendanceDuration` is minutes of the section, not of
/// the day. Other section events need [`EdfiOptions::sections_per_day`] or a full roll.
///
/// **Calendars.** The dates of a school's calendars (not those of single students or staff), where they hold
/// at least nine tenths of the days that its sessions declare; else the days are inferred from the sessions,
/// by the rule that the report states. Of several events of one date in one calendar the one without instruction
/// counts (`conflicting_records`); a date is a school day where one of the school's calendars teaches.
///
/// **Enrolments.** `ExitWithdrawType` `No show` and `Invalid enrollment` mean no day of membership. With
/// [`ReadOptions::assume_full_year`] a student without an association is taken to be enrolled all year at
/// the schools that his events name, else at a stand-in school `unassigned`, if all calendars are equal.
///
/// **Bad files.** A document type or entity of its own is refused (`forbidden_markup`) and nothing expanded;
/// of a file cut short or malformed the records before are used; texts over 64 KiB are cut while reading and
/// spoil their record (`field_too_long`). UTF-16 is read where it has a byte order mark; a used field that is
/// not text in its encoding spoils its record (`wrong_encoding`). The files are gone through twice, and what
/// is held follows the register, not the files.
///
/// # Errors
/// [`ReadError::Io`] and [`ReadError::MissingFile`] where the files cannot be read,
/// [`ReadError::NoInstructionalDays`] where nothing gives a school day, and [`ReadError::Register`].
pub fn read_edfi_with(
    files: impl Into<Files>,
    edfi: &EdfiOptions,
    options: &mut ReadOptions<'_>,
) -> Result<Dataset, ReadError> {
    read(&files.into(), edfi, options)
}

fn read(folder: &Files, edfi: &EdfiOptions, options: &mut ReadOptions<'_>) -> Result<Dataset, ReadError> {
    let assume = options.assume_full_year;
    let (entries, unread_files) = folder::list(folder)?;
    let mut meter = Meter::new(options, entries.iter().map(|entry| entry.bytes).sum());

    let mut gather = Gather::new(edfi, assume, Books::new(&entries));
    for entry in &entries {
        gather.begin_file();
        entry.scan(&mut meter, &mut gather)?;
        if gather.end_file() {
            gather.look_again(true);
            entry.scan(&mut meter, &mut gather)?;
            gather.look_again(false);
        }
    }
    gather.end();
    meter.half();

    let mut report = ReadReport { unread_files, ..ReadReport::default() };
    let mut assembly = Assembly::new(edfi.rules);
    calendars::build(&gather, &mut assembly, &mut report);
    let spells = std::mem::take(&mut gather.spells);
    let enrolled = spells.iter().map(|spell| spell.enrollment.student().clone()).collect();
    enrollment::add(spells, &mut assembly);
    if assume {
        enrollment::assume(&gather.attended, &enrolled, &gather.roster, &mut assembly, &mut report);
    }
    if edfi.rules.basis == RollBasis::ExceptionsOnly {
        let sentence = "Only exceptions are recorded: a school day without a record was taken as presence.";
        report.assumptions.push(sentence.to_owned());
    }
    let Gather { mut roster, mut books, ids, .. } = gather;
    report.findings.merge(std::mem::take(&mut books.findings));
    let mut rolls = assembly.open(&mut roster, &mut report.findings)?;
    report.files = books.reports(|file| rolls.enrollment_intake(file));

    for (index, entry) in entries.iter().enumerate().filter(|(index, _)| books.has_events(*index)) {
        let (ids, file) = (&ids[index], entry.name());
        let mut recorder = Recorder { rolls: &mut rolls, options: edfi, ids, file, kind: None };
        entry.scan(&mut meter, &mut recorder)?;
    }
    meter.finish(entries.last().map_or("", |entry| entry.name()))?;
    let registers = rolls.close(&mut report)?;
    report.files.sort_by(|a, b| a.file.cmp(&b.file));
    Ok(Dataset { roster, registers, casebook: Casebook::default(), report })
}
