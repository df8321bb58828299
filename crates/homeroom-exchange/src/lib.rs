#![doc = include_str!("../README.md")]

mod assemble;
mod closure;
mod dataset;
mod delimited;
mod edfi;
mod encoding;
mod error;
mod files;
mod iso;
mod privacy;
mod rolls;
mod year;

pub use closure::calendar_day_rank;
pub use dataset::{Dataset, FileReport, Progress, ReadOptions, ReadReport};
pub use delimited::{
    CalendarSource, CodeMeaning, EnrollmentSource, Field, FileKind, FileMapping, Mapping, MappingError,
    Translations, read_delimited,
};
pub use edfi::{
    CohortReference, DiagnosticStatement, EdfiOptions, InterventionDocument, InterventionReading,
    InterventionRecord, StudentInterventionAssociation, WriteError, read_edfi, read_edfi_with,
    read_interventions, write_intervention_attendance, write_interventions,
};
pub use encoding::{DecodeText, decode_others_by};
pub use error::ReadError;
pub use files::Files;
