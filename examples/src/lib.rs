//! The parts of the example programs, so that tests can call what the programs print.

pub mod report;
