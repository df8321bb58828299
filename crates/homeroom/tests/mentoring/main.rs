//! What mentoring counts, against a slow oracle, by properties and by cases worked out by hand.
//!
//! The oracle keeps the records that count in plain lists and loops over dates and records; it shares no code with
//! the casebook's columns nor with the kernel of dosage. Of the library it uses the vocabulary only. Which days
//! are school days, and which were missed, it has from the reference roll of the core's own oracle.
#![allow(clippy::unwrap_used, clippy::expect_used)]

#[allow(dead_code, reason = "the core's oracle asks more of it")]
#[path = "../oracle/book.rs"]
mod book;
mod cases;
#[path = "../classroom/mod.rs"]
mod classroom;
mod dosage;
mod ledger;
#[path = "../oracle/policies.rs"]
mod policies;
mod programs;
mod properties;
#[allow(dead_code, reason = "the core's oracle asks more of it")]
#[path = "../oracle/rational.rs"]
mod rational;
mod records;
#[allow(dead_code, reason = "the core's oracle asks more of it")]
#[path = "../oracle/reference.rs"]
mod reference;
mod same;
#[allow(dead_code, reason = "the core's oracle asks more of it")]
#[path = "../oracle/strategies.rs"]
mod strategies;
use classroom::world;
use dosage::Oracle;
use homeroom::{Reading, mentoring::MentoringReading};
use policies::policies;
use programs::{practices, windows};
use proptest::prelude::*;
use records::{casebook, roster};

// More with `PROPTEST_CASES`.
fn cases(cases: u32) -> ProptestConfig {
    let cases = std::env::var("PROPTEST_CASES").ok().and_then(|cases| cases.parse().ok()).unwrap_or(cases);
    ProptestConfig { cases, failure_persistence: None, ..ProptestConfig::default() }
}

proptest! {
    #![proptest_config(cases(2048))]

    #[test]
    fn the_casebook_is_the_reference_ledger(practice in practices()) {
        let Ok((register, _)) = practice.world.register() else { return Ok(()) };
        let ledger = ledger::keep(&practice.records, &book::keep(&practice.world));
        let (casebook, report) = casebook(&practice.records, &register);
        same::same_records(&ledger, &casebook, &report);
    }

    #[test]
    fn dosage_is_the_reference(
        practice in practices(),
        policy in policies(),
        window in windows(),
        lonely in any::<bool>(),
    ) {
        let Ok((register, _)) = practice.world.register() else { return Ok(()) };
        let Ok(reading) = Reading::new(&register, &policy) else { return Ok(()) };
        let book = book::keep(&practice.world);
        let ledger = ledger::keep(&practice.records, &book);
        let (casebook, _) = casebook(&practice.records, &register);
        let reading = MentoringReading::new(&casebook, &reading).unwrap();
        let oracle = Oracle::new(&practice.world, &book, &policy, &ledger, &window);
        let table = reading.dosage(&roster(lonely), window.clone());
        same::same_table(&oracle, &reading, &roster(lonely), &table);
        for row in &table.by_student {
            prop_assert_eq!(reading.dosage_of_student(row.student, &window), Some(*row));
        }
    }
}
