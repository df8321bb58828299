//! The library against an oracle: a slow reference written apart from it, over thousands of random worlds.
//!
//! The oracle keeps plain lists of records, loops day by day, and counts in rationals over `i128`. It shares no
//! code with the row kernel; of the library it uses the vocabulary (codes, policies) and nothing that counts.
#![allow(clippy::unwrap_used, clippy::expect_used)]

mod book;
mod compare;
mod comparisons;
mod measures;
mod policies;
mod rational;
mod reference;
mod strategies;
mod world;

use chrono::NaiveDate;
use policies::policies;
use proptest::prelude::*;
use strategies::{worlds, worlds_under};
use world::{World, date_at};

fn dates() -> impl Strategy<Value = NaiveDate> {
    prop_oneof![8 => -1i64..240, 1 => Just(-20), 2 => Just(300)].prop_map(date_at)
}

// More with `PROPTEST_CASES`.
fn cases(cases: u32) -> ProptestConfig {
    let cases = std::env::var("PROPTEST_CASES").ok().and_then(|cases| cases.parse().ok()).unwrap_or(cases);
    ProptestConfig { cases, failure_persistence: None, ..ProptestConfig::default() }
}

// A world without a school day has no register; there is nothing to compare.
fn open(world: &World) -> Option<(homeroom::Register, homeroom::RollReport, book::Book)> {
    let (register, report) = world.register().ok()?;
    Some((register, report, book::keep(world)))
}

proptest! {
    #![proptest_config(cases(768))]

    #[test]
    fn the_register_is_the_reference_roll(world in worlds()) {
        let Some((register, report, book)) = open(&world) else { return Ok(()) };
        compare::same_register(&register, &book);
        prop_assert!(report.intake.balances() && report.enrollments.balances());
        prop_assert_eq!(report.intake.read, world.events.len() as u64);
        prop_assert_eq!(report.intake.rejected, book.rejected);
    }

    #[test]
    fn students_and_rows(world in worlds(), policy in policies(), as_of in dates()) {
        let Some((register, _, book)) = open(&world) else { return Ok(()) };
        let Some(reading) = compare::reading(&register, &policy) else { return Ok(()) };
        compare::same_measures(&world, &book, &reading, as_of);
    }

    #[test]
    fn groups_and_series(world in worlds(), policy in policies(), as_of in dates()) {
        let Some((register, _, book)) = open(&world) else { return Ok(()) };
        let Some(reading) = compare::reading(&register, &policy) else { return Ok(()) };
        compare::same_groups(&world, &book, &reading, as_of).unwrap();
        comparisons::same_series(&world, &book, &reading, as_of).unwrap();
    }

    #[test]
    fn differences_and_moves(
        world in worlds(),
        (a, b) in (policies(), policies()),
        (then, now) in (dates(), dates()),
    ) {
        let Some((register, _, book)) = open(&world) else { return Ok(()) };
        comparisons::same_difference(&world, &book, &register, (&a, &b), now);
        let readings = compare::reading(&register, &a).zip(compare::reading(&register, &b));
        let Some((before, after)) = readings else { return Ok(()) };
        comparisons::same_transitions(&world, &book, (&before, then), (&after, now));
        comparisons::same_outcome(&world, &book, (&before, then), (&after, now));
    }

    #[test]
    fn early_warnings(
        (last, world) in strategies::rules().prop_flat_map(|rules| {
            (worlds_under(Just(rules).boxed()), worlds_under(Just(rules).boxed()))
        }),
        (policy, before) in (policies(), policies()),
        as_of in dates(),
    ) {
        let Some((register, _, book)) = open(&world) else { return Ok(()) };
        let Some((prior, _, prior_book)) = open(&last) else { return Ok(()) };
        let readings = compare::reading(&register, &policy).zip(compare::reading(&prior, &before));
        let Some((reading, prior)) = readings else { return Ok(()) };
        compare::same_signs(&world, &book, &reading, as_of, Some((&last, &prior_book, &prior)));
        compare::same_signs(&world, &book, &reading, as_of, None);
    }
}
