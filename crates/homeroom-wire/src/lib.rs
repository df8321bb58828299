#![doc = include_str!("../README.md")]

mod answer;
mod ask;
pub mod columns;
mod envelope;
mod exact;
mod ladder;
mod mentoring_ask;
mod mentoring_records;
mod open_dataset;
mod open_program;
mod open_register;
mod policy;
mod problem;
mod records;
mod request;
mod schema;

pub use answer::{ask, ask_json};
pub use ask::{Amendment, Ask, ByteChange, WindowChoice};
pub use columns::{FidelityBy, Table};
pub use homeroom_exchange::{DecodeText, Files, Progress, ReadOptions, decode_others_by};
pub use ladder::LadderChoice;
pub use mentoring_ask::{DosageOf, LogUpdate, MentoringAsk, ViewerChoice};
pub use mentoring_records::{MentoringRecords, ProgramRecords, Record, one_by_one};
pub use open_dataset::OpenDataset;
pub use open_program::OpenProgram;
pub use open_register::OpenRegister;
pub use policy::PolicyChoice;
pub use problem::{Problem, ProblemKind};
pub use records::{
    AttendanceTaken, CalendarRecord, DayRecord, EnrollmentRecord, EventRecord, Records, Weekdays,
};
pub use request::{Before, Request};
pub use schema::schema;
