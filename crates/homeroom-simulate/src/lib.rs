#![doc = include_str!("../README.md")]

mod attendance;
mod calendar;
mod code;
mod collaborative;
mod mentoring;
mod network;
mod people;
mod random;
mod settings;
mod simulation;
mod stays;
mod student;
mod write;
mod year;

pub use attendance::{Days, Event};
pub use calendar::INSTRUCTIONAL_DAYS;
pub use code::Code;
pub use collaborative::Collaborative;
pub use mentoring::{Defect, DefectKind, SimulatedMentoring};
pub use network::GRADES;
pub use people::Person;
pub use settings::{MAX_STUDENTS_PER_GRADE, Settings, SettingsError};
pub use simulation::{Simulation, Truth, simulate};
pub use student::{LEAST_MEMBERSHIP, SimulatedStudent};

/// Takes what the simulation itself made sure of.
pub(crate) fn certain<T, E: std::fmt::Display>(made: Result<T, E>) -> T {
    made.unwrap_or_else(|error| unreachable!("the simulation made something that is not valid: {error}"))
}
