//! The books of the first time through: findings, and what became of the records of each file.

use super::{folder::Entry, kind::Kind, record::Fault};
use crate::FileReport;
use homeroom::{Finding, FindingCode, Findings, Intake, Place};
use std::{collections::BTreeMap, sync::Arc};

/// So many kinds of unused record of one file are named; the others are counted together.
const KINDS_NAMED: usize = 64;

/// Findings and counts by file.
#[derive(Debug)]
pub(super) struct Books {
    names: Vec<Arc<str>>,
    // The number of the file being read, from 1.
    file: usize,
    pub(super) findings: Findings,
    intakes: BTreeMap<(usize, Kind), Intake>,
    unused: BTreeMap<String, u64>,
    anything: bool,
}

impl Books {
    pub(super) fn new(entries: &[Entry]) -> Self {
        let names = entries.iter().map(|entry| Arc::clone(entry.name())).collect();
        let (intakes, unused) = (BTreeMap::new(), BTreeMap::new());
        Self { names, file: 0, findings: Findings::new(), intakes, unused, anything: false }
    }

    pub(super) fn begin_file(&mut self) {
        self.file += 1;
        self.anything = false;
    }

    fn name(&self) -> &Arc<str> {
        &self.names[self.file - 1]
    }

    /// A place in the file being read.
    pub(super) fn place(&self, record: u64) -> Place {
        Place::new(self.name(), record)
    }

    /// Says that the file holds something.
    pub(super) fn met(&mut self) {
        self.anything = true;
    }

    /// Says that the file holds records of a kind whose ends are counted elsewhere.
    pub(super) fn note(&mut self, kind: Kind) {
        self.anything = true;
        self.intakes.entry((self.file, kind)).or_default();
    }

    /// Counts a record read, and its end.
    pub(super) fn count(&mut self, kind: Kind, end: impl FnOnce(&mut Intake)) {
        self.anything = true;
        let intake = self.intakes.entry((self.file, kind)).or_default();
        intake.read += 1;
        end(intake);
    }

    /// The number of the file being read.
    pub(super) fn file(&self) -> usize {
        self.file
    }

    /// Adds counts of a file, by its number.
    pub(super) fn add(&mut self, file: usize, kind: Kind, intake: Intake) {
        self.intakes.entry((file, kind)).or_default().merge(intake);
    }

    /// Counts a record of a kind that is not used; descriptors are only noticed.
    pub(super) fn unused(&mut self, kind: &str) {
        self.anything = true;
        if kind.trim_end_matches('s').ends_with("Descriptor") {
            return;
        }
        let plain = kind.len() <= 64 && kind.bytes().all(|b| b.is_ascii_alphabetic());
        let room = self.unused.len() < KINDS_NAMED || self.unused.contains_key(kind);
        let kind = if plain && room { kind } else { "other records" };
        *self.unused.entry(kind.to_owned()).or_default() += 1;
    }

    /// Notes something wrong with the file itself.
    pub(super) fn problem(&mut self, fault: Fault, record: Option<u64>) {
        self.anything = true;
        let finding = Finding::new(fault.code, Place { file: Some(Arc::clone(self.name())), row: record });
        self.findings.push(match fault.detail {
            Some(detail) => finding.detail(detail),
            None => finding,
        });
    }

    pub(super) fn end_file(&mut self) {
        let place = Place { file: Some(Arc::clone(self.name())), row: None };
        if !self.anything {
            self.findings.push(Finding::new(FindingCode::EmptyFile, place.clone()));
        }
        for (kind, count) in std::mem::take(&mut self.unused) {
            let finding = Finding::new(FindingCode::UnusedRecord, place.clone());
            self.findings.push(finding.detail(format!("{count} {kind}")));
        }
    }

    /// Whether a file, by its index, holds attendance events.
    pub(super) fn has_events(&self, file: usize) -> bool {
        let of = |kind| self.intakes.contains_key(&(file + 1, kind));
        of(Kind::SchoolEvent) || of(Kind::SectionEvent)
    }

    /// The reports of all files on their records that are no events; `enrolled` says what became of the
    /// enrolments of a file.
    pub(super) fn reports(&self, enrolled: impl Fn(&str) -> Intake) -> Vec<FileReport> {
        let mut reports = Vec::new();
        for (index, name) in self.names.iter().enumerate() {
            let of_file = self.intakes.range((index + 1, Kind::District)..=(index + 1, Kind::Reference));
            let mut any = false;
            for ((_, kind), intake) in of_file {
                any = true;
                let mut intake = *intake;
                if *kind == Kind::Association {
                    intake.merge(enrolled(name));
                }
                if !kind.is_event() {
                    let (file, kind) = (name.to_string(), kind.word().to_owned());
                    reports.push(FileReport { file, kind, intake });
                }
            }
            if !any {
                let (file, kind) = (name.to_string(), "unused".to_owned());
                reports.push(FileReport { file, kind, intake: Intake::default() });
            }
        }
        reports
    }
}
