//! What leaves by role, caseloads, worklists, recognition, barriers, coordination: against naive counts over plain lists.
#![allow(clippy::unwrap_used, clippy::expect_used)]

mod caseload;
#[path = "../classroom/mod.rs"]
mod classroom;
mod counts;
mod hiding;
mod notebook;
mod roles;
mod team;
mod work;

use proptest::prelude::*;

// More with `PROPTEST_CASES`.
fn cases(cases: u32) -> ProptestConfig {
    let cases = std::env::var("PROPTEST_CASES").ok().and_then(|cases| cases.parse().ok()).unwrap_or(cases);
    ProptestConfig { cases, failure_persistence: None, ..ProptestConfig::default() }
}
