//! What a reader read, open for questions.

use crate::{OpenProgram, OpenRegister, Problem, Table, columns::findings_table};
use homeroom::{Register, SchoolYear};
use homeroom_exchange::{Dataset, Files, Mapping, ReadOptions, ReadReport};
use serde_json::{Value, json};
use std::{collections::BTreeMap, sync::Arc};

/// Everything that a reader read of a folder or of files in memory: a register for each school year, the mentoring program
/// over the last one, and the report.
#[derive(Debug, Clone)]
pub struct OpenDataset {
    registers: BTreeMap<SchoolYear, Arc<OpenRegister>>,
    program: Option<OpenProgram>,
    report: ReadReport,
}

impl OpenDataset {
    /// Opens what was read. All registers have one roster; what became of the records stands in the dataset's report;
    /// the registers and the program have none of their own.
    pub fn new(dataset: Dataset) -> Self {
        let Dataset { roster, registers, casebook, report } = dataset;
        let open = |(year, register): (SchoolYear, Register)| {
            (year, Arc::new(OpenRegister::new(register, roster.clone(), None)))
        };
        let registers: BTreeMap<_, _> = registers.into_iter().map(open).collect();
        let mut years = registers.values().rev();
        let has_program = casebook != homeroom::mentoring::Casebook::default();
        let program = years.next().filter(|_| has_program).map(|current| {
            let before = years.next().cloned();
            OpenProgram::new(Arc::clone(current), before, casebook, None)
        });
        Self { registers, program, report }
    }

    /// Reads delimited text: by a mapping written in TOML, else by that among the files (`mapping.toml`), else in the
    /// library's own form.
    ///
    /// # Errors
    /// [`Problem`] where the files cannot be read, and where the callback of the options said to stop (`stopped`).
    pub fn read_delimited(
        files: impl Into<Files>,
        mapping: Option<&str>,
        options: &mut ReadOptions<'_>,
    ) -> Result<Self, Problem> {
        let files = files.into();
        let mapping = match mapping {
            Some(text) => Mapping::from_toml(text)?,
            None => Mapping::of_folder(&files)?,
        };
        Ok(Self::new(homeroom_exchange::read_delimited(&files, &mapping, options)?))
    }

    /// Reads Ed-Fi XML and JSON.
    ///
    /// # Errors
    /// As [`read_delimited`](Self::read_delimited).
    pub fn read_edfi(files: impl Into<Files>, options: &mut ReadOptions<'_>) -> Result<Self, Problem> {
        Ok(Self::new(homeroom_exchange::read_edfi(files, options)?))
    }

    /// The registers by school year, in order.
    pub fn registers(&self) -> &BTreeMap<SchoolYear, Arc<OpenRegister>> {
        &self.registers
    }

    /// The register of a school year, by the calendar year in which it ends.
    ///
    /// # Errors
    /// [`Problem`] where there is none.
    pub fn register(&self, ending: u16) -> Result<&Arc<OpenRegister>, Problem> {
        let year = SchoolYear::ending(ending)?;
        let unknown = || {
            let years: Vec<_> = self.registers.keys().map(ToString::to_string).collect();
            let message = format!("there is no register of {year}; there are {}", years.join(", "));
            Problem::unknown("unknown_school_year", message)
        };
        self.registers.get(&year).ok_or_else(unknown)
    }

    /// The mentoring program over the last school year, with the year before it where there is one; none where no record
    /// of a program was read.
    pub fn program(&self) -> Option<&OpenProgram> {
        self.program.as_ref()
    }

    /// What was met on the way.
    pub fn report(&self) -> &ReadReport {
        &self.report
    }

    /// What was met on the way as JSON: `school_years`, `intake`, `files` (`file`, `kind`, `intake`), `unread_files`,
    /// `assumptions`, `findings` (by code: `code`, `action`, `count`).
    pub fn report_json(&self) -> String {
        let report = &self.report;
        let files = report
            .files
            .iter()
            .map(|file| json!({ "file": file.file, "kind": file.kind, "intake": file.intake }));
        let findings = report
            .findings
            .by_code()
            .map(|(code, count)| json!({ "code": code, "action": code.action(), "count": count }));
        let years: Vec<_> = self.registers.keys().map(ToString::to_string).collect();
        let report: Value = json!({
            "school_years": years,
            "intake": report.intake(),
            "files": files.collect::<Vec<_>>(),
            "unread_files": report.unread_files,
            "assumptions": report.assumptions,
            "findings": findings.collect::<Vec<_>>(),
        });
        report.to_string()
    }

    /// The findings one by one, the first thousand of each code.
    pub fn findings(&self) -> Table {
        findings_table(&self.report.findings)
    }
}
