//! Delimited text: files of any system, read by a [`Mapping`].

mod attendance;
mod calendars;
mod check;
mod dates;
mod enrollments;
mod extent;
mod field;
mod kind;
mod mapping;
mod mentoring;
mod read;
mod records;
mod roster;
mod row;
mod source;
mod survey;
mod table;
mod words;

pub use field::Field;
pub use kind::FileKind;
pub use mapping::{
    CalendarSource, CodeMeaning, EnrollmentSource, FileMapping, Mapping, MappingError, Translations,
};
pub use read::read_delimited;
