//! The columns door against the JSON door: the same registers, and every answer the same, doubles by bits.

// Helpers of tests unwrap as the tests do.
#![allow(clippy::unwrap_used)]

mod bad_rows;
mod flat;
mod own;
mod sample;
mod worlds;
