//! The first time through the files: everything but the attendance events, and which days and schools the
//! events name.

use super::{
    EdfiOptions,
    books::Books,
    enrollment,
    kind::{Field, Kind},
    record::{Fault, Ids, Record},
    session::Session,
    sink::Sink,
    store::End,
    value::{date_of, school_of, student_of},
};
use crate::ReadError;
use chrono::NaiveDate;
use homeroom::{
    CalendarEvent, District, DistrictId, Enrollment, Finding, FindingCode, GradeLevel, Intake, Place, Roster,
    SchoolId, SchoolYear, StudentId,
};
use std::collections::{BTreeMap, BTreeSet};

/// A school in a school year.
pub(super) type SchoolKey = (SchoolYear, SchoolId);
/// Which schools the events of each student name.
pub(super) type Attended = BTreeMap<SchoolYear, BTreeMap<StudentId, BTreeSet<SchoolId>>>;

/// An enrolment with the school year it states.
#[derive(Debug)]
pub(super) struct Spell {
    pub(super) enrollment: Enrollment,
    pub(super) place: Place,
    pub(super) year: Option<SchoolYear>,
}

/// One of a school's calendars, by its code.
#[derive(Debug, Default, PartialEq)]
pub(super) struct Listed {
    /// Whether it is of single students or of staff.
    pub(super) personal: bool,
    /// The grades it is for; empty where it is for all.
    pub(super) grades: BTreeSet<GradeLevel>,
    pub(super) dates: BTreeMap<NaiveDate, CalendarEvent>,
    /// What became of the dates read, by file, unless the calendar proves to be a personal one.
    pub(super) tally: BTreeMap<usize, Intake>,
}

/// Everything that the first time through gives.
pub(super) struct Gather<'o> {
    options: &'o EdfiOptions,
    // Whether the students and schools of events are to be remembered.
    assume: bool,
    pub(super) books: Books,
    pub(super) roster: Roster,
    pub(super) districts: BTreeMap<DistrictId, District>,
    pub(super) sessions: BTreeMap<SchoolKey, BTreeMap<String, Session>>,
    pub(super) calendars: BTreeMap<SchoolKey, BTreeMap<String, Listed>>,
    pub(super) spells: Vec<Spell>,
    /// The days on which a school recorded an event.
    pub(super) evidence: BTreeMap<SchoolKey, BTreeSet<NaiveDate>>,
    pub(super) attended: Attended,
    /// For each file, what its records refer to.
    pub(super) ids: Vec<Ids>,
    pending: Vec<Record>,
    again: bool,
    only_events: bool,
}

impl<'o> Gather<'o> {
    pub(super) fn new(options: &'o EdfiOptions, assume: bool, books: Books) -> Self {
        Self {
            options,
            assume,
            books,
            roster: Roster::default(),
            districts: BTreeMap::new(),
            sessions: BTreeMap::new(),
            calendars: BTreeMap::new(),
            spells: Vec::new(),
            evidence: BTreeMap::new(),
            attended: BTreeMap::new(),
            ids: Vec::new(),
            pending: Vec::new(),
            again: false,
            only_events: false,
        }
    }

    pub(super) fn begin_file(&mut self) {
        self.books.begin_file();
        self.ids.push(Ids::new());
        self.again = false;
    }

    /// Settles the records that refer to later ones. `true` where events do: the file must be
    /// [looked at again](Self::look_again).
    pub(super) fn end_file(&mut self) -> bool {
        for mut record in std::mem::take(&mut self.pending) {
            if !self.resolve(&mut record) {
                record.spoil(unresolved());
            }
            self.settle(&record);
        }
        self.books.end_file();
        self.again
    }

    /// Whether the file that follows is scanned once more, for its events only.
    pub(super) fn look_again(&mut self, again: bool) {
        self.only_events = again;
    }

    fn resolve(&self, record: &mut Record) -> bool {
        self.ids.last().is_none_or(|ids| record.resolve(ids))
    }

    fn settle(&mut self, record: &Record) {
        let outcome = record.sound().and_then(|()| self.store(record));
        let place = self.books.place(record.number);
        match outcome {
            Ok(End::Applied) => self.count(record, |intake| intake.applied += 1),
            Ok(End::Merged) => self.count(record, |intake| intake.merged += 1),
            Ok(End::Superseded) => {
                self.count(record, |intake| intake.superseded += 1);
                let fault = Fault::new(FindingCode::ConflictingRecords);
                self.books.findings.push(record.finding(fault, place));
            }
            Err(fault) => {
                self.books.count(record.kind, |intake| intake.rejected += 1);
                self.books.findings.push(record.finding(fault, place));
            }
        }
    }

    // Counts a record that was read as it should be; a calendar's dates with their calendar.
    fn count(&mut self, record: &Record, end: impl FnOnce(&mut Intake)) {
        let file = self.books.file();
        if record.kind != Kind::CalendarDate {
            return self.books.count(record.kind, end);
        }
        self.books.note(record.kind);
        if let Ok(listed) = self.listed(record) {
            let intake = listed.tally.entry(file).or_default();
            intake.read += 1;
            end(intake);
        }
    }

    /// Settles the calendars when all files have been read: the dates of personal ones are not used.
    pub(super) fn end(&mut self) {
        for district in std::mem::take(&mut self.districts).into_values() {
            self.roster.add_district(district);
        }
        for ((_, school), listed) in
            self.calendars.iter().flat_map(|(key, codes)| codes.values().map(move |l| (key, l)))
        {
            let mut read = 0;
            for (file, intake) in &listed.tally {
                read += intake.read;
                let personal = Intake { read: intake.read, rejected: intake.read, ..Intake::default() };
                self.books.add(*file, Kind::CalendarDate, if listed.personal { personal } else { *intake });
            }
            if listed.personal && read > 0 {
                let detail = format!("{read} dates of a calendar that is not the school's");
                let finding =
                    Finding::new(FindingCode::UnusedRecord, Place::default()).school(school.as_str());
                self.books.findings.push(finding.detail(detail));
            }
        }
    }

    fn association(&mut self, record: &Record) {
        let place = self.books.place(record.number);
        let read = record.sound().and_then(|()| enrollment::read(record, self.options));
        match read {
            // What becomes of it, the assembly says.
            Ok((enrollment, year)) => {
                self.books.note(Kind::Association);
                self.spells.push(Spell { enrollment, place, year });
            }
            Err(fault) => {
                self.books.count(record.kind, |intake| intake.rejected += 1);
                self.books.findings.push(record.finding(fault, place));
            }
        }
    }

    fn event(&mut self, record: &Record) {
        let (Ok(school), Ok(date)) = (school_of(record), date_of(record, Field::Date)) else { return };
        let Ok(year) = SchoolYear::of(date) else { return };
        if self.assume
            && let Ok(student) = student_of(record)
        {
            let schools = self.attended.entry(year).or_default().entry(student).or_default();
            if !schools.contains(&school) {
                schools.insert(school.clone());
            }
        }
        self.evidence.entry((year, school)).or_default().insert(date);
    }
}

/// Why a record is not used that names another by an `id` its file does not have.
pub(super) fn unresolved() -> Fault {
    Fault::new(FindingCode::MissingValue).detail("it refers to a record that its file does not hold")
}

impl Sink for Gather<'_> {
    fn record(&mut self, record: &mut Record) -> Result<(), ReadError> {
        let known = self.resolve(record);
        if record.kind.is_event() {
            self.books.note(record.kind);
            self.again |= !known;
            self.event(record);
            return Ok(());
        }
        if self.only_events {
            return Ok(());
        }
        if let (Some(id), Some(ids)) = (record.id.take(), self.ids.last_mut()) {
            ids.insert(id, record.values().to_vec());
        }
        match record.kind {
            Kind::Reference => self.books.met(),
            _ if !known => self.pending.push(record.clone()),
            Kind::Association => self.association(record),
            _ => self.settle(record),
        }
        Ok(())
    }

    fn unused(&mut self, kind: &str) {
        if !self.only_events {
            self.books.unused(kind);
        }
    }

    fn problem(&mut self, fault: Fault, record: Option<u64>) {
        if !self.only_events {
            self.books.problem(fault, record);
        }
    }
}
