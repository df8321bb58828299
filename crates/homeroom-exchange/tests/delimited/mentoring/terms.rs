//! A mapping translates a system's own words into terms.

use super::sample::{program, text};
use crate::folder::{findings, mapped};
use homeroom_exchange::{Field, FileKind, Mapping};
use std::{collections::BTreeMap, fmt::Write};

/// Every field that holds terms, with its file's name and column.
const TERMS: &[(FileKind, Field, &str, &str)] = &[
    (FileKind::Mentors, Field::Kind, "mentors.csv", "kind"),
    (FileKind::Mentors, Field::OrganizationType, "mentors.csv", "organization_type"),
    (FileKind::ContactPlans, Field::Tier, "contact_plans.csv", "tier"),
    (FileKind::ContactPlans, Field::Modes, "contact_plans.csv", "modes"),
    (FileKind::ContactPlans, Field::CirclesCount, "contact_plans.csv", "circles_count"),
    (FileKind::Assignments, Field::Role, "assignments.csv", "role"),
    (FileKind::Assignments, Field::Tier, "assignments.csv", "tier"),
    (FileKind::Assignments, Field::EndReason, "assignments.csv", "end_reason"),
    (FileKind::CheckIns, Field::Mode, "check_ins.csv", "mode"),
    (FileKind::CheckIns, Field::Outcome, "check_ins.csv", "outcome"),
    (FileKind::CheckIns, Field::Barriers, "check_ins.csv", "barriers"),
    (FileKind::CheckIns, Field::Visibility, "check_ins.csv", "visibility"),
    (FileKind::Circles, Field::Kind, "circles.csv", "kind"),
    (FileKind::Circles, Field::Mode, "circles.csv", "mode"),
    (FileKind::Circles, Field::Visibility, "circles.csv", "visibility"),
    (FileKind::HomeCalls, Field::Outcome, "home_calls.csv", "outcome"),
    (FileKind::HomeCalls, Field::Barriers, "home_calls.csv", "barriers"),
    (FileKind::Barriers, Field::Barrier, "barriers.csv", "barrier"),
    (FileKind::Barriers, Field::LearntFrom, "barriers.csv", "learnt_from"),
    (FileKind::Interventions, Field::Tier, "interventions.csv", "tier"),
    (FileKind::Interventions, Field::Class, "interventions.csv", "class"),
    (FileKind::Interventions, Field::Aim, "interventions.csv", "aim"),
    (FileKind::Interventions, Field::Delivery, "interventions.csv", "delivery"),
    (FileKind::Interventions, Field::Barriers, "interventions.csv", "barriers"),
    (FileKind::StudentInterventions, Field::Status, "student_interventions.csv", "status"),
    (FileKind::Staff, Field::TeamRole, "staff.csv", "team_role"),
    (FileKind::LearningSessions, Field::Topic, "learning_sessions.csv", "topic"),
    (FileKind::Interviews, Field::Party, "interviews.csv", "party"),
    (FileKind::Interviews, Field::Barriers, "interviews.csv", "barriers"),
    (FileKind::Interviews, Field::Visibility, "interviews.csv", "visibility"),
    (FileKind::Celebrations, Field::Occasion, "celebrations.csv", "occasion"),
    (FileKind::Phases, Field::Phase, "phases.csv", "phase"),
];

/// The file with `~word` for each word of a column, and what the words mean.
fn foreign(file: &str, column: &str) -> (String, BTreeMap<String, String>) {
    let (header, records) = text(file).split_once('\n').unwrap();
    let column = header.split(',').position(|name| name == column).unwrap();
    let mut terms = BTreeMap::new();
    let mut changed = format!("{header}\n");
    for record in records.lines() {
        let mut cells: Vec<_> = record.split(',').map(str::to_owned).collect();
        let words = cells[column].split(';').filter(|word| !word.is_empty());
        let foreign: Vec<_> = words
            .map(|word| {
                terms.insert(format!("~{word}"), word.to_owned());
                format!("~{word}")
            })
            .collect();
        cells[column] = foreign.join(";");
        writeln!(changed, "{}", cells.join(",")).unwrap();
    }
    (changed, terms)
}

#[test]
fn every_field_of_terms_can_be_translated() {
    let whole = program().read();
    for (kind, field, file, column) in TERMS {
        let (changed, terms) = foreign(file, column);
        assert!(!terms.is_empty(), "{file}, {column}");
        let folder = program().file(file, changed);
        let mut mapping = Mapping::standard();
        mapped(&mut mapping, *kind).terms.insert(*field, terms);
        let dataset = folder.try_read(&mapping).unwrap();
        assert_eq!(findings(&dataset), [""; 0], "{file}, {column}");
        assert_eq!(dataset.casebook, whole.casebook, "{file}, {column}");
        // Without the translation nothing is guessed.
        let dataset = folder.read();
        assert_ne!(dataset.casebook, whole.casebook, "{file}, {column}");
        assert!(dataset.report.findings.total() > 0, "{file}, {column}");
    }
}

#[test]
fn a_mapping_translates_into_terms_only() {
    let check = |kind, field, term: &str| {
        let mut mapping = Mapping::standard();
        let terms = BTreeMap::from([("X".to_owned(), term.to_owned())]);
        mapped(&mut mapping, kind).terms.insert(field, terms);
        mapping.check().map_err(|error| error.path().split_once('.').unwrap().1.to_owned())
    };
    for (kind, field, ..) in TERMS {
        assert_eq!(check(*kind, *field, "nonsense"), Err(format!("terms.{field}.X")), "{kind} {field}");
    }
    assert_eq!(check(FileKind::CheckIns, Field::Minutes, "5"), Err("terms.minutes".to_owned()));
    assert_eq!(check(FileKind::CheckIns, Field::Note, "met"), Err("terms.note".to_owned()));
    assert_eq!(check(FileKind::Enrollments, Field::Primary, "yes"), Ok(()));
    assert_eq!(check(FileKind::CheckIns, Field::Outcome, "reached"), Err("terms.outcome.X".to_owned()));
    assert_eq!(check(FileKind::HomeCalls, Field::Outcome, "reached"), Ok(()));
}

#[test]
fn a_mapping_renames_columns_and_words() {
    let mapping = include_str!("../../../src/delimited/standard.toml");
    let (before, rest) = mapping.split_once("[[files]]\nname = \"check_ins.csv\"").unwrap();
    let after = rest.split_once("[[files]]").unwrap().1;
    let own = "[[files]]\nname = 'visits.txt'\nkind = 'check_ins'\ndelimiter = '|'\ndate_formats = ['%d/%m/%Y']\n\
               columns = { student = 'Pupil', mentor = 'Who', date = 'Day', mode = 'How' }\nconstants = { outcome = 'Y' }\n\
               terms = { mode = { F2F = 'in_person' }, outcome = { Y = 'met' } }\n";
    let mapping = Mapping::from_toml(&format!("{before}{own}\n[[files]]{after}")).unwrap();
    let visits = "Pupil|Who|Day|How\ns1|m1|05/01/2022|F2F\ns1|m1|06/01/2022|call\ns1|m1|06/01/2022|Fax\n";
    let dataset = program().file("visits.txt", visits).try_read(&mapping).unwrap();
    assert_eq!(findings(&dataset), ["unknown_term visits.txt:4 mode"]);
    let modes: Vec<_> =
        dataset.casebook.contacts_of(0).iter().map(|contact| contact.mode().as_str()).collect();
    assert_eq!(modes, ["in_person", "call", "video"]);
}
