//! A good program, read whole.

use super::sample::{PROGRAM, program, text};
use crate::folder::{Folder, counts, findings, mapped, read};
use homeroom::mentoring::{
    Attendee, Casebook, Celebrated, Confidential, ContactOrigin, Organization, Visibility,
};
use homeroom_exchange::{FileKind, Mapping, ReadOptions};
use std::ops::ControlFlow;

#[test]
fn every_record_of_every_file_counts() {
    let dataset = program().read();
    assert_eq!(findings(&dataset), [""; 0]);
    for (name, text) in PROGRAM {
        let records = text.lines().count() as u64 - 1;
        assert_eq!(counts(&dataset, name), [records, records, 0, 0, 0], "{name}");
    }
    let casebook = &dataset.casebook;
    let [m1, m2] = casebook.mentors() else { panic!("two mentors") };
    assert_eq!(m1.name, Some(Confidential::new("Robin Sample")));
    assert_eq!(
        (m1.kind.as_str(), m1.capacity, m1.languages.join("+")),
        ("teacher", Some(5), "es+pt".to_owned())
    );
    assert!(matches!(&m1.organization, Some(Organization::School(school)) if school.as_str() == "A"));
    assert!(matches!(&m2.organization, Some(Organization::Partner(partner)) if partner.as_str() == "P"));
    assert_eq!(m1.availability.unwrap().minutes, [60, 0, 30, 60, 0, 0, 0]);
    assert_eq!(m2.schools.iter().map(homeroom::SchoolId::as_str).collect::<Vec<_>>(), ["A", "B"]);
    let [plan] = casebook.plans() else { panic!("one plan") };
    assert_eq!(
        (plan.contacts_per_week.to_string(), plan.days_per_week, plan.min_minutes),
        ("5/2".to_owned(), 4, 5)
    );
    assert_eq!((plan.modes.len(), plan.circles_count, plan.tier.unwrap().as_str()), (2, false, "tier_2"));
    assert!(plan.begin.is_some() && plan.end.is_some());
    assert_eq!(dataset.roster.student("s1").unwrap().attribute("home_language"), Some("es"));
}

#[test]
fn what_a_student_has() {
    let casebook = program().read().casebook;
    let s1 = casebook.find_student("s1").unwrap();
    let [check_in, circle] = casebook.contacts_of(s1) else { panic!("two contacts") };
    assert_eq!(check_in.time().unwrap().to_string(), "08:15:00");
    assert_eq!((check_in.mode().as_str(), check_in.minutes().unwrap().get()), ("home_visit", 5));
    assert_eq!((circle.origin(), circle.mode().as_str()), (ContactOrigin::Circle, "video"));
    let barriers: Vec<_> = casebook.barriers_of(s1).iter().map(|record| record.barrier.to_string()).collect();
    assert_eq!(barriers, ["loses_track", "illness", "anxiety", "transportation"]);
    assert_eq!(casebook.circles()[0].note.as_ref().unwrap().visibility, Visibility::Mentors);
    assert_eq!((casebook.circles()[0].guardians, casebook.circles()[0].staff), (2, 1));
}

#[test]
fn the_program_around_it() {
    let casebook = program().read().casebook;
    let around = casebook.program();
    assert_eq!(around.staff[0].team_role.unwrap().as_str(), "coordinator");
    assert_eq!(around.team_meetings[0].staff[0].as_str(), "t1");
    assert_eq!(around.learning_sessions[0].attended.len(), 3);
    assert!(matches!(&around.learning_sessions[0].attended[2], Attendee::Staff(id) if id.as_str() == "t2"));
    assert_eq!(around.convenings[0].feedback, [0, 1, 4, 12, 9]);
    assert_eq!(around.convenings[0].shared, Some(Confidential::new("they compared")));
    assert_eq!(around.interviews[0].barriers.len(), 1);
    assert_eq!(around.norms[0].text, "attendance is taken by ten");
    assert!(matches!(&around.celebrations[0].of, Celebrated::Mentor(id) if id.as_str() == "m1"));
    assert_eq!(around.phases[0].kind.as_str(), "pilot_year");
}

#[test]
fn every_column_is_read() {
    // Without the value of any one cell the casebook is another, or the record is rejected.
    let whole = program().read();
    for (name, text) in PROGRAM {
        let lines: Vec<&str> = text.lines().collect();
        let first: Vec<&str> = lines[1].split(',').collect();
        for column in (0..first.len()).filter(|column| !first[*column].is_empty()) {
            let mut cells = first.clone();
            cells[column] = "";
            let mut changed = lines.clone();
            let line = cells.join(",");
            changed[1] = &line;
            let dataset = program().file(name, changed.join("\n")).read();
            // An unread note has no visibility, and `primary` is what an assignment is where nothing is said.
            if dataset.casebook == whole.casebook {
                assert!(first[column] == "primary", "{name}, column {column}");
            }
        }
    }
}

#[test]
fn a_folder_without_a_program() {
    let dataset = Folder::small().read();
    assert_eq!(dataset.casebook, Casebook::default());
    assert_eq!((dataset.casebook.contact_count(), dataset.report.files.len()), (0, 3));
}

#[test]
fn the_bytes_of_the_program_count() {
    let folder = program();
    let entries = std::fs::read_dir(folder.path()).unwrap();
    let bytes: u64 = entries.map(|entry| entry.unwrap().metadata().unwrap().len()).sum();
    let mut told = Vec::new();
    let mut tell = |progress: homeroom_exchange::Progress<'_>| {
        told.push((progress.bytes, progress.total));
        ControlFlow::Continue(())
    };
    let mut options = ReadOptions { progress: Some(&mut tell), ..ReadOptions::default() };
    read(folder.path(), &Mapping::standard(), &mut options).unwrap();
    assert!(told.iter().all(|(_, total)| *total == bytes));
    assert!(told.is_sorted() && told.last() == Some(&(bytes, bytes)));
}

#[test]
fn one_file_may_hold_two_kinds_of_records() {
    let mut mapping = Mapping::standard();
    let together = "student_id,mentor_id,date,outcome,raised_on,due\ns1,m1,2022-01-04,met,2022-01-04,2022-01-06\n\
                    s1,m9,2022-01-05,met,2022-01-05,2022-01-04\n";
    for kind in [FileKind::CheckIns, FileKind::FollowUps] {
        let file = mapped(&mut mapping, kind);
        file.name = vec!["log.csv".to_owned()];
        file.optional_columns = Vec::new();
        let has = |column: &String| {
            text("follow_ups.csv").contains(column.as_str()) || *column == "date" || *column == "outcome"
        };
        file.columns.retain(|_, column| has(column) && *column != "done_on" && *column != "what");
    }
    let dataset = program().file("log.csv", together).try_read(&mapping).unwrap();
    let of_file = dataset.report.files.iter().filter(|report| report.file == "log.csv");
    let (read, rejected) = of_file.fold((0, 0), |(read, rejected), report| {
        (read + report.intake.read, rejected + report.intake.rejected)
    });
    assert_eq!((read, rejected), (4, 2));
}
