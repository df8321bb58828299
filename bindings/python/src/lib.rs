//! `homeroom._homeroom`: what the Python package `homeroom` says to the core.
//!
//! Conversions in, a call, conversions out. Nothing is calculated here; the lints below see to it.
#![deny(
    clippy::arithmetic_side_effects,
    clippy::expect_used,
    clippy::float_arithmetic,
    clippy::indexing_slicing,
    clippy::integer_division,
    clippy::unwrap_used
)]
#![allow(
    clippy::needless_pass_by_value,
    reason = "what comes from Python is owned, and handed on by value or by reference as the core has it"
)]

mod arrow;
mod column_door;
mod errors;
mod policies;
mod program;
mod readers;
mod register;
mod report;
mod roster;

use pyo3::prelude::*;

/// The part of Homeroom that is written in Rust. Use `homeroom`.
#[pymodule]
mod _homeroom {
    #[pymodule_export]
    use super::{
        arrow::Columns,
        column_door::from_arrow,
        policies::{
            ask_json, definitions_version, ladder_from_json, ladder_from_toml, ladder_preset, ladder_presets,
            policy_document, policy_from_json, policy_from_toml, policy_presets,
        },
        program::Program,
        readers::{Dataset, read_edfi, read_folder},
        register::Register,
    };
}
