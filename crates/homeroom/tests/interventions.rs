//! Interventions: statuses and their history against a table written by hand, and check-ins as events.
#![allow(clippy::unwrap_used, reason = "tests")]

use chrono::{Days, NaiveDate};
use homeroom::{
    EducationOrganizationId, InterventionId, MentorId, StudentId,
    mentoring::{
        CheckIn, ContactMinutes, ContactOutcome, InterventionDuration, InterventionReference,
        InterventionStatus, StatusChange, StatusError, StatusHistory, StudentIntervention,
        StudentInterventionAttendanceEvent,
    },
};
use proptest::prelude::*;

/// The legal changes as a person wrote them, each row the statuses after it in the order of the list:
/// proposed, planned, active, paused, completed, discontinued, declined.
const REFERENCE: [(&str, &str); 7] = [
    ("proposed", ".xx...x"),
    ("planned", "..x..xx"),
    ("active", "...xxx."),
    ("paused", "..x.xx."),
    ("completed", "......."),
    ("discontinued", "......."),
    ("declined", "......."),
];

fn legal(from: InterventionStatus, to: InterventionStatus) -> bool {
    let row = REFERENCE.iter().find(|(name, _)| *name == from.as_str()).unwrap().1;
    let column = REFERENCE.iter().position(|(name, _)| *name == to.as_str()).unwrap();
    row.as_bytes()[column] == b'x'
}

fn opens(status: InterventionStatus) -> bool {
    ["proposed", "planned", "active"].contains(&status.as_str())
}

fn day(number: u64) -> NaiveDate {
    NaiveDate::from_ymd_opt(2025, 9, 1).unwrap() + Days::new(number)
}

fn record(status: InterventionStatus) -> Result<StudentIntervention, StatusError> {
    let (student, intervention) = (StudentId::new("s1").unwrap(), InterventionId::new("rides").unwrap());
    StudentIntervention::new(student, intervention, status, day(0))
}

/// A way from the opening to each status.
fn reach(status: InterventionStatus) -> StudentIntervention {
    use InterventionStatus::{Active, Proposed};
    let via = if status.as_str() == "declined" { Proposed } else { Active };
    let mut record = record(if opens(status) { status } else { via }).unwrap();
    if record.status() != status {
        record.advance(status, day(0)).unwrap();
    }
    record
}

#[test]
fn every_pair_is_legal_or_not_as_the_table_says() {
    let mut legal_pairs = 0;
    for from in InterventionStatus::ALL {
        for to in InterventionStatus::ALL {
            let (before, mut after) = (reach(*from), reach(*from));
            let outcome = after.advance(*to, day(1));
            assert_eq!(from.may_become(*to), legal(*from, *to), "{from} to {to}");
            if legal(*from, *to) {
                legal_pairs += 1;
                assert_eq!((outcome, after.status()), (Ok(()), *to));
                assert_eq!((after.status_on(day(0)), after.status_on(day(9))), (Some(*from), Some(*to)));
            } else {
                assert_eq!(outcome, Err(StatusError::Transition { from: *from, to: *to }));
                assert_eq!(after, before);
            }
        }
        assert_eq!(from.is_final(), InterventionStatus::ALL.iter().all(|to| !legal(*from, *to)));
        assert_eq!(record(*from).is_ok(), opens(*from));
    }
    assert_eq!(legal_pairs, 12);
}

/// A history is legal by the reference: opening, each step, and dates that do not go back.
fn is_legal(changes: &[StatusChange]) -> bool {
    let steps = changes.windows(2).all(|pair| {
        let [before, after] = pair else { return false };
        legal(before.status, after.status) && before.date <= after.date
    });
    changes.first().is_some_and(|first| opens(first.status)) && steps
}

fn changes() -> impl Strategy<Value = Vec<StatusChange>> {
    let status = prop::sample::select(InterventionStatus::ALL.to_vec());
    // Forwards more often than not, so that some walks get far.
    let date = (0..40_u64).prop_map(day);
    let change = (status, date).prop_map(|(status, date)| StatusChange { status, date });
    prop::collection::vec(change, 0..12)
}

/// As `changes`, mostly legal: each step goes to one of the followers, on a date not before.
fn walks() -> impl Strategy<Value = Vec<StatusChange>> {
    let step = (any::<prop::sample::Index>(), 0..3_u64, 0..12_u8);
    (0..3_usize, prop::collection::vec(step, 0..8)).prop_map(|(first, steps)| {
        let mut status = InterventionStatus::OPENING[first];
        let mut number = 5;
        let mut walk = vec![StatusChange { status, date: day(number) }];
        for (pick, later, slip) in steps {
            let followers: Vec<_> =
                InterventionStatus::ALL.iter().copied().filter(|to| legal(status, *to)).collect();
            let Some(next) = followers.get(pick.index(followers.len().max(1))) else { break };
            status = if slip == 0 { InterventionStatus::Declined } else { *next };
            number = if slip == 1 { number - 1 } else { number + later };
            walk.push(StatusChange { status, date: day(number) });
        }
        walk
    })
}

proptest! {
    #![proptest_config(ProptestConfig { failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn any_walk_reaches_only_legal_histories(walk in prop_oneof![changes(), walks()]) {
        let Some((first, later)) = walk.split_first() else { return Ok(()) };
        let mut kept = vec![*first];
        let mut history = match StatusHistory::new(first.status, first.date) {
            Ok(history) => history,
            Err(error) => {
                prop_assert_eq!(error, StatusError::Opening { status: first.status });
                prop_assert!(!opens(first.status));
                return Ok(());
            }
        };
        for change in later {
            let tried = [kept.clone(), vec![*change]].concat();
            let outcome = history.advance(change.status, change.date);
            prop_assert_eq!(outcome.is_ok(), is_legal(&tried));
            if outcome.is_ok() {
                kept = tried;
            }
            let held: Vec<_> = history.iter().collect();
            prop_assert_eq!(&held, &kept);
        }
        for number in 0..45 {
            let expected = kept.iter().rfind(|change| change.date <= day(number)).map(|change| change.status);
            prop_assert_eq!(history.on(day(number)), expected);
        }
    }

    #[test]
    fn a_history_is_read_exactly_if_it_is_legal(walk in prop_oneof![changes(), walks()]) {
        let json = serde_json::to_string(&walk).unwrap();
        let text = format!(r#"{{"student": "s1", "intervention": "rides", "history": {json}}}"#);
        let read = serde_json::from_str::<StudentIntervention>(&text);
        prop_assert_eq!(read.is_ok(), is_legal(&walk));
        match read {
            Ok(read) => {
                prop_assert_eq!(&read.history().iter().collect::<Vec<_>>(), &walk);
                prop_assert_eq!(&serde_json::to_string(read.history()).unwrap(), &json);
            }
            Err(error) => prop_assert!(!error.to_string().contains("s1")),
        }
    }
}

#[test]
fn a_check_in_is_attendance_at_an_intervention() {
    let table = [
        ("met", "In Attendance", Some(20)),
        ("student_absent", "Excused Absence", None),
        ("student_unavailable", "Excused Absence", None),
        ("declined", "Unexcused Absence", None),
        ("no_answer", "Excused Absence", None),
        ("not_met", "Excused Absence", None),
    ];
    assert_eq!(table.len(), ContactOutcome::ALL.len());
    let organization = EducationOrganizationId::new("1").unwrap();
    let intervention = InterventionReference { id: InterventionId::new("mentors").unwrap(), organization };
    for (outcome, category, minutes) in table {
        let (student, mentor) = (StudentId::new("s1").unwrap(), MentorId::new("m1").unwrap());
        let mut check_in = CheckIn::new(student, mentor, day(3), outcome.parse().unwrap());
        check_in.minutes = Some(ContactMinutes::new(20).unwrap());
        let event = StudentInterventionAttendanceEvent::of(&check_in, intervention.clone());
        assert_eq!(event.category.uri().code_value(), category);
        assert_eq!(event.intervention_duration.map(InterventionDuration::get), minutes);
        assert_eq!((event.student.as_str(), event.date, event.event_duration), ("s1", day(3), None));
    }
}

#[test]
fn a_statement_never_shows() {
    let text = r#"{"student": "s1", "intervention": "rides", "diagnostic_statement": "lives with an aunt",
        "history": [{"status": "active", "date": "2025-09-01"}]}"#;
    let read: StudentIntervention = serde_json::from_str(text).unwrap();
    assert!(!format!("{read:?}").contains("aunt"));
}
