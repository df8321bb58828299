//! The records of a mentoring program.

mod contacts;
mod leaks;
mod order;
mod program;
pub mod sample;
mod terms;
mod whole;
