//! What the report is asked for, and reading it.

use chrono::NaiveDate;
use clap::Parser;
use homeroom::{
    Policy, PolicyError, Register, SchoolYear, TooFine,
    mentoring::{Ladder, LadderError, LadderRefusal},
};
use homeroom_exchange::{
    Dataset, Mapping, MappingError, Progress, ReadError, ReadOptions, read_delimited, read_edfi,
};
use indicatif::{ProgressBar, ProgressDrawTarget, ProgressStyle};
use std::{
    fs,
    io::{self, IsTerminal},
    ops::ControlFlow,
    path::{Path, PathBuf},
};

/// From a school's records to who is missing school.
#[derive(Debug, Clone, Default, Parser)]
#[command(name = "report")]
pub struct Arguments {
    /// The folder of records: delimited text with a mapping, or Ed-Fi XML or JSON. The sample when none is given.
    pub folder: Option<PathBuf>,
    /// The mapping of delimited text; FOLDER/mapping.toml, or the library's own form, when none is given.
    #[arg(long, value_name = "FILE")]
    pub mapping: Option<PathBuf>,
    /// The policy: the name of a rule set, or a TOML or JSON file.
    #[arg(long, value_name = "NAME-or-FILE", default_value = "edfacts")]
    pub policy: String,
    /// A policy to compare with; may be given several times.
    #[arg(long, value_name = "NAME-or-FILE")]
    pub compare: Vec<String>,
    /// The date asked for; the last day with a record when none is given.
    #[arg(long, value_name = "YYYY-MM-DD")]
    pub as_of: Option<NaiveDate>,
    /// Take every student to be enrolled all year where enrolments are missing.
    #[arg(long)]
    pub assume_full_year: bool,
    /// Print this mentor's worklist for the date instead: whom to see, and why.
    #[arg(long, value_name = "ID")]
    pub mentor: Option<String>,
    /// Print the agenda of this school's attendance team for the date instead.
    #[arg(long, value_name = "SCHOOL")]
    pub team: Option<String>,
    /// The trigger ladder of the agenda: the name of one, or a TOML or JSON file; `attendance_works` when none is given.
    #[arg(long, value_name = "NAME-or-FILE")]
    pub ladder: Option<String>,
    /// Print the coordinator's tables of the mentoring instead.
    #[arg(long)]
    pub mentoring: bool,
    /// Print a JSON object instead of text.
    #[arg(long)]
    pub json: bool,
}

/// Why there is no report, and what to do next.
#[derive(Debug)]
pub enum ReportError {
    /// A file that the report names cannot be read.
    File(PathBuf, io::Error),
    /// The records cannot be read.
    Read(ReadError),
    /// The mapping is not one.
    Mapping(PathBuf, MappingError),
    /// The policy is not one.
    Policy(String, PolicyError),
    /// No rule set has the name.
    UnknownPolicy(String),
    /// No register holds the date.
    NoRegister(Option<NaiveDate>),
    /// The folder holds no records of mentoring.
    NoMentoring,
    /// The ladder is not one.
    Ladder(String, LadderError),
    /// No ladder has the name.
    UnknownLadder(String),
    /// The ladder cannot be evaluated under the policy.
    Refused(LadderRefusal),
    /// No mentor has the identifier.
    UnknownMentor(String),
    /// No school has the identifier.
    UnknownSchool(String),
    /// The policy cannot count the parts of days exactly.
    TooFine(TooFine),
}

impl std::fmt::Display for ReportError {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        match self {
            Self::File(path, error) => write!(f, "{}: {error}", path.display()),
            Self::Read(error) => write!(f, "{error}"),
            Self::Mapping(path, error) => write!(f, "{}: {error}", path.display()),
            Self::Policy(name, error) => write!(f, "{name}: {error}"),
            Self::UnknownPolicy(name) => {
                let known = Policy::preset_ids().collect::<Vec<_>>().join(", ");
                write!(f, "no policy `{name}`: give a TOML or JSON file, or one of {known}")
            }
            Self::NoRegister(Some(date)) => write!(f, "no records of a school year that holds {date}"),
            Self::NoRegister(None) => write!(f, "the folder holds no records of a school year"),
            Self::NoMentoring => {
                write!(
                    f,
                    "the folder holds no records of mentoring: it needs mentors.csv and assignments.csv"
                )
            }
            Self::Ladder(name, error) => write!(f, "{name}: {error}"),
            Self::UnknownLadder(name) => {
                let known = Ladder::preset_ids().collect::<Vec<_>>().join(", ");
                write!(f, "no ladder `{name}`: give a TOML or JSON file, or one of {known}")
            }
            Self::Refused(refusal) => write!(f, "{refusal}"),
            Self::UnknownMentor(id) => write!(f, "no mentor `{id}` in the records: see mentors.csv"),
            Self::UnknownSchool(id) => write!(f, "no school `{id}` in the records: see schools.csv"),
            Self::TooFine(error) => write!(f, "{error}"),
        }
    }
}

impl From<ReadError> for ReportError {
    fn from(error: ReadError) -> Self {
        Self::Read(error)
    }
}

impl From<LadderRefusal> for ReportError {
    fn from(refusal: LadderRefusal) -> Self {
        Self::Refused(refusal)
    }
}

impl From<TooFine> for ReportError {
    fn from(error: TooFine) -> Self {
        Self::TooFine(error)
    }
}

/// What was read, and what it is asked under.
#[derive(Debug)]
pub struct Input {
    /// The records.
    pub dataset: Dataset,
    /// The policy.
    pub policy: Policy,
    /// The policies to compare with.
    pub compare: Vec<Policy>,
    /// The school year asked for.
    pub year: SchoolYear,
    /// The date asked for.
    pub as_of: NaiveDate,
    /// The mentor whose worklist is asked for.
    pub mentor: Option<String>,
    /// The school whose team's agenda is asked for.
    pub team: Option<String>,
    /// The trigger ladder of the agenda.
    pub ladder: Ladder,
    /// Whether the coordinator's tables are asked for.
    pub mentoring: bool,
}

impl Input {
    /// Reads what the arguments name.
    ///
    /// # Errors
    /// [`ReportError`].
    pub fn read(arguments: &Arguments) -> Result<Self, ReportError> {
        let policy = find_policy(&arguments.policy)?;
        let compare = arguments.compare.iter().map(|name| find_policy(name)).collect::<Result<_, _>>()?;
        let dataset = read_folder(arguments)?;
        let (year, as_of) = if let Some(date) = arguments.as_of {
            let year = SchoolYear::of(date).ok().filter(|year| dataset.registers.contains_key(year));
            (year.ok_or(ReportError::NoRegister(Some(date)))?, date)
        } else {
            let last = dataset.registers.last_key_value();
            let (year, register) = last.ok_or(ReportError::NoRegister(None))?;
            (*year, register.last_recorded_date().unwrap_or_else(|| year.last_date()))
        };
        let (mentor, team, mentoring) =
            (arguments.mentor.clone(), arguments.team.clone(), arguments.mentoring);
        let ladder = find_ladder(arguments.ladder.as_deref().unwrap_or("attendance_works"))?;
        Ok(Self { dataset, policy, compare, year, as_of, mentor, team, ladder, mentoring })
    }

    /// Whether something about mentoring is asked for instead of the report.
    pub fn asks_for_mentoring(&self) -> bool {
        self.mentor.is_some() || self.team.is_some() || self.mentoring
    }

    /// Whether only a worklist or an agenda is asked for.
    pub fn asks_for_a_list(&self) -> bool {
        (self.mentor.is_some() || self.team.is_some()) && !self.mentoring
    }

    /// The register of the school year asked for.
    pub fn register(&self) -> &Register {
        &self.dataset.registers[&self.year]
    }
}

fn find_policy(name: &str) -> Result<Policy, ReportError> {
    if let Some(policy) = Policy::preset(name) {
        return Ok(policy);
    }
    let (text, json) = read_document(name)?.ok_or_else(|| ReportError::UnknownPolicy(name.to_owned()))?;
    let policy = if json { Policy::from_json(&text) } else { Policy::from_toml(&text) };
    policy.map_err(|error| ReportError::Policy(name.to_owned(), error))
}

fn find_ladder(name: &str) -> Result<Ladder, ReportError> {
    if let Some(ladder) = Ladder::preset(name) {
        return Ok(ladder);
    }
    let (text, json) = read_document(name)?.ok_or_else(|| ReportError::UnknownLadder(name.to_owned()))?;
    let ladder = if json { Ladder::from_json(&text) } else { Ladder::from_toml(&text) };
    ladder.map_err(|error| ReportError::Ladder(name.to_owned(), error))
}

// The text of a TOML or JSON file, and whether it is JSON; nothing where the name is that of no file.
fn read_document(name: &str) -> Result<Option<(String, bool)>, ReportError> {
    let path = Path::new(name);
    let Some(extension) = path.extension() else { return Ok(None) };
    Ok(Some((read_text(path)?, extension.eq_ignore_ascii_case("json"))))
}

fn read_folder(arguments: &Arguments) -> Result<Dataset, ReportError> {
    let sample = || Path::new(env!("CARGO_MANIFEST_DIR")).join("data");
    let folder = arguments.folder.clone().unwrap_or_else(sample);
    let entries = fs::read_dir(&folder).map_err(|error| ReportError::File(folder.clone(), error))?;
    let files: Vec<_> = entries.flatten().map(|entry| entry.path()).collect();
    let own_mapping = folder.join("mapping.toml");
    let mapping_file = arguments.mapping.clone().or_else(|| own_mapping.exists().then_some(own_mapping));

    let bar = progress_bar();
    let mut show = |progress: Progress<'_>| {
        bar.set_length(progress.total);
        bar.set_position(progress.bytes);
        bar.set_message(progress.file.to_owned());
        ControlFlow::Continue(())
    };
    let mut options = ReadOptions { assume_full_year: arguments.assume_full_year, progress: Some(&mut show) };
    let is_edfi = |path: &PathBuf| {
        path.extension().is_some_and(|extension| {
            extension.eq_ignore_ascii_case("xml") || extension.eq_ignore_ascii_case("json")
        })
    };
    let dataset = match mapping_file {
        Some(path) => {
            let mapping =
                Mapping::from_toml(&read_text(&path)?).map_err(|error| ReportError::Mapping(path, error))?;
            read_delimited(&folder, &mapping, &mut options)?
        }
        None if files.iter().any(is_edfi) => read_edfi(&folder, &mut options)?,
        None => read_delimited(&folder, &Mapping::standard(), &mut options)?,
    };
    bar.finish_and_clear();
    Ok(dataset)
}

fn read_text(path: &Path) -> Result<String, ReportError> {
    fs::read_to_string(path).map_err(|error| ReportError::File(path.to_owned(), error))
}

// Drawn only where a person looks at a terminal.
fn progress_bar() -> ProgressBar {
    if !io::stderr().is_terminal() {
        return ProgressBar::hidden();
    }
    let bar = ProgressBar::with_draw_target(Some(0), ProgressDrawTarget::stderr());
    let style = ProgressStyle::with_template("{wide_bar} {bytes}/{total_bytes} {eta} {msg}");
    bar.with_style(style.unwrap_or_else(|_| ProgressStyle::default_bar()))
}
