#![doc = include_str!("../README.md")]

mod ask;
mod case;
mod definitions;
mod load;
mod policy;
mod world;

pub use ask::{Amendment, Ask, ByteChange, WindowChoice};
pub use case::{Before, Case, Door, Input, Refusal, Skip};
pub use definitions::definitions;
pub use load::{LoadError, SCHEMA, cases, families, parse};
pub use policy::PolicyChoice;
pub use world::{CalendarSpec, DaySpec, EnrollmentSpec, EventSpec, Taken, Weekdays, World};
