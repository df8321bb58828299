//! What makes reading impossible. Everything about single records is a finding instead.

use homeroom::RegisterError;

/// Why a folder was not read at all. Messages name files and mapping fields, never what records hold.
#[derive(Debug, thiserror::Error)]
#[non_exhaustive]
pub enum ReadError {
    /// A file cannot be opened or read.
    #[error("`{file}` cannot be read: {source}")]
    Io {
        /// The file's name without its folder, which may name a person.
        file: String,
        /// What the system says.
        source: std::io::Error,
    },
    /// A file that the records need is not in the folder.
    #[error(
        "`{file}` is not in the folder; without a mapping of its own a folder is read in the library's form"
    )]
    MissingFile {
        /// The file's name.
        file: String,
    },
    /// Two files in memory have one name.
    #[error("`{file}` was given twice")]
    RepeatedFile {
        /// The file's name.
        file: String,
    },
    /// [`ReadOptions::progress`](crate::ReadOptions::progress) said to stop.
    #[error("the reading was stopped")]
    Stopped,
    /// No calendar gives an instructional day, so that no register can be made.
    #[error(
        "no instructional day was found: if a calendar was read, all its rows were rejected (look at the mapping's columns, delimiter and date_formats); else give one, or let it be taken from the dates of the events"
    )]
    NoInstructionalDays,
    /// Nothing says who is enrolled, and nothing allows to assume it.
    #[error(
        "nothing says who is enrolled: give enrolments, or let every student be taken as enrolled all year (assume_full_year)"
    )]
    NoEnrollments,
    /// The mapping contradicts itself.
    #[error(transparent)]
    Mapping(#[from] crate::MappingError),
    /// A register cannot hold what was read.
    #[error(transparent)]
    Register(#[from] RegisterError),
}
