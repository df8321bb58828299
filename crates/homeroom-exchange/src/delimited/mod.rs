//! Delimited text: files of any system, read by a [`Mapping`].

mod attendance;
mod calendars;
mod check;
mod dates;
mod enrollments;
mod extent;
mod kind;
mod mapping;
mod read;
mod records;
mod roster;
mod row;
mod source;
mod survey;
mod table;

pub use kind::{Field, FileKind};
pub use mapping::{CalendarSource, CodeMeaning, EnrollmentSource, FileMapping, Mapping, MappingError};
pub use read::read_delimited;
