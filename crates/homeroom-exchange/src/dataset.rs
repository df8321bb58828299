//! What a reader gives: registers by school year, the roster, and a report of everything it met.

use homeroom::{Findings, Intake, Register, Roster, SchoolYear, mentoring::Casebook};
use std::{collections::BTreeMap, ops::ControlFlow};

/// Everything read from a folder or from files in memory.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Dataset {
    /// Who is who.
    pub roster: Roster,
    /// A register for each school year found.
    pub registers: BTreeMap<SchoolYear, Register>,
    /// The records of a mentoring program, where there are any.
    pub casebook: Casebook,
    /// What was met on the way.
    pub report: ReadReport,
}

/// What a reader met: findings, what became of every record, and what was assumed.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct ReadReport {
    /// What was wrong with which record, and what was done.
    pub findings: Findings,
    /// For each file read, in order.
    pub files: Vec<FileReport>,
    /// Files that look like records and were not read, in order: the mapping does not name them, or they lie in a
    /// folder of their own.
    pub unread_files: Vec<String>,
    /// Every assumption made, in words for a coordinator.
    pub assumptions: Vec<String>,
}

/// One file's records and what became of them.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct FileReport {
    /// The file's name without its folder.
    pub file: String,
    /// What its records are, such as `attendance`.
    pub kind: String,
    /// What became of them; [`Intake::balances`] holds.
    ///
    /// Of a file with two kinds of attendance events, records about parts of days that are found to be merged
    /// or superseded only when all have been read are counted with the kind that stands first, as far as it
    /// has such records: the file's sum is exact, its parts by kind need not be. So are the records of a mentoring
    /// program that one file holds several kinds of.
    pub intake: Intake,
}

impl ReadReport {
    /// All records of all files and what became of them.
    pub fn intake(&self) -> Intake {
        self.files.iter().fold(Intake::default(), |mut sum, file| {
            sum.merge(file.intake);
            sum
        })
    }
}

/// How far a reader has come, for a progress bar.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Progress<'a> {
    /// The file being read.
    pub file: &'a str,
    /// Bytes read of all files together.
    pub bytes: u64,
    /// Bytes of all files together.
    pub total: u64,
}

/// How files are read.
#[derive(Default)]
pub struct ReadOptions<'a> {
    /// Where enrolments are missing, take every student to be enrolled for the whole school year; the
    /// assumption is reported.
    pub assume_full_year: bool,
    /// Called after every file that is read and for about every MiB of one, with how far the reader has come.
    /// Where it says [`ControlFlow::Break`], reading ends with [`ReadError::Stopped`](crate::ReadError::Stopped).
    #[allow(clippy::type_complexity, reason = "a name would hide what the function is given and gives")]
    pub progress: Option<&'a mut dyn FnMut(Progress<'_>) -> ControlFlow<()>>,
}
