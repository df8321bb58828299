#![doc = include_str!("../README.md")]

mod ask;
mod case;
mod definitions;
mod ladder;
mod load;
mod mentoring;
mod mentoring_ask;
mod policy;
mod world;

pub use ask::{Amendment, Ask, ByteChange, WindowChoice};
pub use case::{Before, Case, Door, Input, Refusal, Skip};
pub use definitions::definitions;
pub use ladder::LadderChoice;
pub use load::{LoadError, SCHEMA, cases, families, parse};
pub use mentoring::{MentoringSpec, ProgramSpec, Record, one_by_one};
pub use mentoring_ask::{DosageOf, LogUpdate, MentoringAsk, ViewerChoice};
pub use policy::PolicyChoice;
pub use world::{CalendarSpec, DaySpec, EnrollmentSpec, EventSpec, Taken, Weekdays, World};
