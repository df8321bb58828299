//! Every case shows a definition of the dictionary, every definition and every preset has a case.

use homeroom::Policy;
use homeroom_vectors::{cases, definitions};
use std::collections::BTreeSet;

/// The identifiers that `DEFINITIONS.md` has a heading for.
fn headings() -> BTreeSet<String> {
    let path = concat!(env!("CARGO_MANIFEST_DIR"), "/../homeroom/DEFINITIONS.md");
    let text = std::fs::read_to_string(path).unwrap_or_else(|error| panic!("{path}: {error}"));
    let id = |line: &str| line.strip_prefix("### `")?.strip_suffix('`').map(str::to_owned);
    text.lines().filter_map(id).collect()
}

#[test]
fn every_case_shows_a_definition_and_every_definition_has_a_case() {
    let shown: BTreeSet<String> = cases().into_iter().map(|case| case.definition).collect();
    let headings = headings();
    let without_heading: Vec<_> = shown.difference(&headings).collect();
    let without_case: Vec<_> = headings.difference(&shown).collect();
    assert!(without_heading.is_empty(), "no heading in DEFINITIONS.md: {without_heading:?}");
    assert!(without_case.is_empty(), "no case: {without_case:?}");
}

#[test]
fn the_list_of_definitions_is_complete_and_in_order() {
    assert!(definitions().is_sorted());
    let listed: BTreeSet<String> = definitions().iter().map(ToString::to_string).collect();
    assert_eq!(listed, headings());
}

#[test]
fn every_preset_decides_somebody() {
    let decided: BTreeSet<String> = cases()
        .into_iter()
        .filter(|case| case.family() == "standing")
        .filter_map(|case| case.input.policy.map(|policy| policy.preset))
        .collect();
    let missing: Vec<_> = Policy::preset_ids().filter(|id| !decided.contains(*id)).collect();
    assert!(missing.is_empty(), "no case of standing: {missing:?}");
}
