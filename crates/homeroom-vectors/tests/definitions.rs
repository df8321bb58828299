//! Every case shows a definition of the dictionary, every definition and every preset has a case.

use homeroom::{Policy, mentoring::Ladder};
use homeroom_vectors::{cases, definitions};
use homeroom_wire::{Ask, LadderChoice, MentoringAsk};
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
        .filter_map(|case| case.input.policy?.preset)
        .collect();
    let missing: Vec<_> = Policy::preset_ids().filter(|id| !decided.contains(*id)).collect();
    assert!(missing.is_empty(), "no case of standing: {missing:?}");
}

#[test]
fn every_rule_of_every_ladder_fires_in_a_case() {
    let mut fired = BTreeSet::new();
    for case in cases() {
        let Ask::Mentoring(MentoringAsk::Firings { ladder: LadderChoice::Preset(id) }) = &case.input.ask
        else {
            continue;
        };
        let firings =
            case.expect.as_ref().and_then(|expect| expect["firings"].as_array()).into_iter().flatten();
        fired.extend(
            firings.map(|firing| (id.clone(), firing["rule"].as_str().unwrap_or_default().to_owned())),
        );
    }
    for id in Ladder::preset_ids() {
        let ladder = Ladder::preset(id).unwrap();
        let silent: Vec<_> = ladder
            .rules()
            .iter()
            .map(homeroom::mentoring::LadderRule::id)
            .filter(|rule| !fired.contains(&(id.to_owned(), (*rule).to_owned())))
            .collect();
        assert!(silent.is_empty(), "no case fires {silent:?} of {id}");
    }
}
