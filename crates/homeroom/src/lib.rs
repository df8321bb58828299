#![doc = include_str!("../README.md")]

mod attendance;
mod calendar;
#[doc(hidden)]
pub mod document;
mod enrollment;
mod finding;
mod fraction;
mod grade;
mod id;
mod measure;
pub mod mentoring;
mod organization;
mod policy;
mod rate;
mod reading;
mod register;
mod roster;
mod school_year;
mod student;
mod tally;
mod terms;

pub use attendance::*;
pub use calendar::*;
pub use enrollment::*;
pub use finding::*;
pub use fraction::{Fraction, InvalidFraction};
pub use grade::GradeLevel;
pub use id::*;
pub use measure::*;
pub use organization::*;
pub use policy::*;
pub use rate::{Rate, RateBounds};
pub use reading::{Reading, StreakRule, Streaks, Window};
pub use register::*;
pub use roster::Roster;
pub use school_year::{InvalidSchoolYear, SchoolYear};
pub use student::Student;
pub use tally::{Amount, Tally, TooFine};
pub use terms::UnknownTerm;

/// The exact version of the definitions: it changes when any number can change.
pub const DEFINITIONS_VERSION: &str = "2026.1";

/// The dictionary: every term and measure with its unit, formula, edge cases and source.
pub mod definitions {
    #![doc = include_str!("../DEFINITIONS.md")]
}

/// The decisions and their reasons.
pub mod design {
    #![doc = include_str!("../DESIGN.md")]
}
