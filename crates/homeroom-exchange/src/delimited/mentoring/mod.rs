//! Records of a mentoring program, read into a casebook.
//!
//! What a record is about and what decides how it counts must be there and known, or the record is rejected. What only
//! says more, such as a feeling or a barrier, is left out where it cannot be read: the contact happened all the same.

mod contacts;
mod entry;
mod interventions;
mod known;
mod people;
mod program;
mod settle;
mod terms;

pub(super) use terms::is_term;

use super::{kind::FileKind, read::Reading, row::Fault, table::Table};
use crate::{FileReport, ReadError, ReadReport};
use entry::Entry;
use homeroom::{
    Findings, Intake, Place, Register, Roster, SchoolYear,
    mentoring::{Casebook, CasebookBuilder},
};
use known::Known;
use settle::ProgramRecords;
use std::{collections::BTreeMap, sync::Arc};

/// Gathers one record.
pub(super) type Add = fn(&mut Gathering<'_>, &mut Entry<'_, '_>) -> Result<(), Fault>;

/// The kinds of files that a program has, in the order in which they need each other, and how a record of each is
/// gathered.
pub(super) const KINDS: [(FileKind, Add); 18] = [
    (FileKind::Mentors, |all, entry| all.add_mentor(entry)),
    (FileKind::ContactPlans, |all, entry| all.add_plan(entry)),
    (FileKind::Assignments, |all, entry| all.add_assignment(entry)),
    (FileKind::Staff, |all, entry| all.add_staff_member(entry)),
    (FileKind::CheckIns, |all, entry| all.add_check_in(entry)),
    (FileKind::FollowUps, |all, entry| all.add_follow_up(entry)),
    (FileKind::Circles, |all, entry| all.add_circle(entry)),
    (FileKind::HomeCalls, |all, entry| all.add_home_call(entry)),
    (FileKind::Barriers, |all, entry| all.add_barrier(entry)),
    (FileKind::Interventions, |all, entry| all.add_intervention(entry)),
    (FileKind::StudentInterventions, |all, entry| all.add_intervention_status(entry)),
    (FileKind::TeamMeetings, |all, entry| all.add_team_meeting(entry)),
    (FileKind::LearningSessions, |all, entry| all.add_learning_session(entry)),
    (FileKind::Convenings, |all, entry| all.add_convening(entry)),
    (FileKind::Interviews, |all, entry| all.add_interview(entry)),
    (FileKind::Norms, |all, entry| all.add_norm(entry)),
    (FileKind::Celebrations, |all, entry| all.add_celebration(entry)),
    (FileKind::Phases, |all, entry| all.add_phase(entry)),
];

/// The records of a program as they are read, and who may be named in them.
pub(super) struct Gathering<'k> {
    known: Known<'k>,
    builder: CasebookBuilder,
    program: ProgramRecords,
    // The files read, with what became of the records that were not gathered.
    files: Vec<(Arc<str>, FileKind, Intake)>,
}

impl<'k> Gathering<'k> {
    /// Nothing yet, of the students and organisations that are known.
    pub(super) fn new(roster: &'k Roster, registers: &'k BTreeMap<SchoolYear, Register>) -> Self {
        Self {
            known: Known::new(roster, registers),
            builder: CasebookBuilder::default(),
            program: ProgramRecords::default(),
            files: Vec::new(),
        }
    }

    /// Settles what was gathered, and reports its findings and files.
    pub(super) fn close(mut self, report: &mut ReadReport) -> Casebook {
        let (program, of_program) = self.program.settle();
        self.builder.set_program(program);
        let (casebook, of_contacts) = self.builder.close(self.known.registers());
        let mut intakes: BTreeMap<Option<Arc<str>>, Intake> = BTreeMap::new();
        for part in [of_program, of_contacts] {
            report.findings.merge(part.findings);
            for (file, intake) in part.intakes {
                intakes.entry(file).or_default().merge(intake);
            }
        }
        for (file, kind, mut intake) in self.files {
            intake.merge(intakes.remove(&Some(Arc::clone(&file))).unwrap_or_default());
            report.files.push(FileReport { file: file.to_string(), kind: kind.to_string(), intake });
        }
        casebook
    }
}

impl Reading<'_, '_, '_> {
    /// Gathers the records of a file of the program.
    pub(super) fn gather(
        &mut self,
        table: &mut Table<'_>,
        gathering: &mut Gathering<'_>,
        add: Add,
    ) -> Result<(), ReadError> {
        let (file, kind) = (Arc::clone(&table.file), table.spec.kind);
        let mut noted = Findings::new();
        let intake = self.records(table, |row, dates| {
            let mut entry = Entry::new(row, dates, Place::new(&file, row.number));
            add(gathering, &mut entry)?;
            entry.notes.into_iter().for_each(|note| noted.push(row.finding(&file, note)));
            Ok(())
        })?;
        self.report.findings.merge(noted);
        table.findings.drain(..).for_each(|finding| self.report.findings.push(finding));
        // What is gathered is counted when it is settled.
        let intake = Intake { read: intake.read - intake.applied, applied: 0, ..intake };
        gathering.files.push((file, kind, intake));
        Ok(())
    }
}
