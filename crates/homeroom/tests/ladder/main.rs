//! The trigger ladder: against a slow reference, over histories of corrections, and by hand.
#![allow(clippy::unwrap_used, clippy::expect_used)]

#[path = "../oracle/book.rs"]
mod book;
#[path = "../classroom/mod.rs"]
mod classroom;
#[allow(dead_code, reason = "shared with the oracle's own tests")]
#[path = "../oracle/compare.rs"]
mod compare;
#[allow(dead_code, reason = "shared with the oracle's own tests")]
#[path = "../oracle/measures.rs"]
mod measures;
#[path = "../oracle/policies.rs"]
mod policies;
#[allow(dead_code, reason = "shared with the oracle's own tests")]
#[path = "../oracle/rational.rs"]
mod rational;
#[allow(dead_code, reason = "shared with the oracle's own tests")]
#[path = "../oracle/reference.rs"]
mod reference;
#[allow(dead_code, reason = "shared with the oracle's own tests")]
#[path = "../oracle/strategies.rs"]
mod strategies;

mod agenda;
mod boundaries;
mod definitions;
mod ladders;
mod log;
mod oracle;
mod slow;

use classroom::world;
use proptest::prelude::ProptestConfig;

// More with `PROPTEST_CASES`.
fn cases(cases: u32) -> ProptestConfig {
    let cases = std::env::var("PROPTEST_CASES").ok().and_then(|cases| cases.parse().ok()).unwrap_or(cases);
    ProptestConfig { cases, failure_persistence: None, ..ProptestConfig::default() }
}
