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
mod errors;

use pyo3::prelude::*;

/// The part of Homeroom that is written in Rust. Use `homeroom`.
#[pymodule]
mod _homeroom {
    #[pymodule_export]
    use super::arrow::Columns;
}
