#![doc = include_str!("../README.md")]

mod case;
mod definitions;
mod load;

pub use case::{Case, Door, Refusal, Skip};
pub use definitions::definitions;
pub use load::{LoadError, SCHEMA, cases, families, parse};
