//! The memory: once per student, rule and year, whatever the order, the repetition and the corrections.

use super::{
    cases,
    classroom::{absences, nth, policy, register, school, stay, world},
    compare,
    ladders::{ladder, ladders},
    policies::policies,
    strategies::worlds,
    world::{World, year},
};
use homeroom::{
    AttendanceCode, AttendanceStatus, DayMark, Reading, Register, SchoolYear, Unit,
    mentoring::{FiringKey, Ladder, LadderLog, LadderRefusal, LogEntry},
};
use proptest::{collection::vec, prelude::*, sample::select};
use serde_json::json;
use std::collections::BTreeSet;

fn key(entry: &LogEntry) -> FiringKey {
    FiringKey { student: entry.firing.student.clone(), rule: entry.firing.rule.clone() }
}

fn absent() -> DayMark {
    DayMark::whole_day(AttendanceCode::new(AttendanceStatus::UnexcusedAbsence))
}

fn absences_ladder() -> Ladder {
    let at = |n: u32| json!({ "absences": { "at_least": n } });
    ladder(&[("call", at(3)), ("letter", at(4)), ("home_visit", at(5))])
}

#[test]
fn five_three_five_fires_each_step_once() {
    let ladder = absences_ladder();
    let policy = policy("");
    let mut roll = register(vec![school("A", 40)], vec![stay("s", "A", 0, None)], absences("s", "A", 0..5));
    let mut log = LadderLog::new(&ladder, year());
    let mut update = |roll: &Register, day: usize| {
        let reading = Reading::new(roll, &policy).unwrap();
        let update = log.update(&ladder, &reading, None, nth(day)).unwrap();
        let again = log.update(&ladder, &reading, None, nth(day)).unwrap();
        assert!(again.is_empty(), "an update with the same facts changes nothing");
        (update, log.clone())
    };
    let rules = |keys: &[FiringKey]| keys.iter().map(|key| key.rule.clone()).collect::<Vec<_>>();

    let (first, before) = update(&roll, 10);
    let fired: Vec<_> = first.fired.iter().map(|firing| (firing.rule.as_str(), firing.met_on)).collect();
    assert_eq!(fired, [("r0", nth(2)), ("r1", nth(3)), ("r2", nth(4))]);

    for day in [3, 4] {
        roll.correct("s", "A", nth(day), DayMark::default()).unwrap();
    }
    let (second, marked) = update(&roll, 12);
    assert!(second.fired.is_empty());
    assert_eq!(rules(&second.unsupported), ["r1", "r2"]);
    let since: Vec<_> = marked.entries().map(|entry| entry.unsupported_since).collect();
    assert_eq!(since, [None, Some(nth(12)), Some(nth(12))]);
    let json = serde_json::to_value(&marked).unwrap();
    assert_eq!(json["entries"][1]["supported"], false);
    assert_eq!(json["entries"][1]["unsupported_since"], nth(12).to_string());
    let (later, still) = update(&roll, 20);
    assert!(later.is_empty() && still == marked, "it is unsupported since it was first found so");

    for day in [21, 22] {
        roll.correct("s", "A", nth(day), absent()).unwrap();
    }
    let (third, after) = update(&roll, 22);
    assert!(third.fired.is_empty(), "nothing fires anew");
    assert_eq!(rules(&third.supported_again), ["r1", "r2"]);
    assert!(after == before, "the firings stay as they were made");
}

#[test]
fn an_update_as_of_an_earlier_date_takes_nothing_back() {
    let ladder = absences_ladder();
    let policy = policy("");
    let roll = register(vec![school("A", 40)], vec![stay("s", "A", 0, None)], absences("s", "A", 0..5));
    let reading = Reading::new(&roll, &policy).unwrap();
    let mut log = LadderLog::new(&ladder, year());
    log.update(&ladder, &reading, None, nth(10)).unwrap();
    assert!(log.update(&ladder, &reading, None, nth(2)).unwrap().is_empty());
}

#[test]
fn another_year_or_ladder_is_refused_and_a_rule_that_is_gone_is_left_alone() {
    let full = absences_ladder();
    let policy = policy("");
    let mut roll = register(vec![school("A", 40)], vec![stay("s", "A", 0, None)], absences("s", "A", 0..5));
    let next = SchoolYear::ending(2023).unwrap();
    let mut log = LadderLog::new(&full, year());
    {
        let reading = Reading::new(&roll, &policy).unwrap();
        let found = LadderLog::new(&full, next).update(&full, &reading, None, nth(10)).unwrap_err();
        assert_eq!(found, LadderRefusal::OtherYear { expected: next, found: year() });
        let other = Ladder::preset("kipp_nj").unwrap();
        let found = log.update(&other, &reading, None, nth(10)).unwrap_err();
        assert_eq!(found, LadderRefusal::OtherLadder { expected: "l".into(), found: "kipp_nj".into() });
        assert!(log.merge(LadderLog::new(&other, year())).is_err());
        log.update(&full, &reading, None, nth(10)).unwrap();
    }
    for day in 0..5 {
        roll.correct("s", "A", nth(day), DayMark::default()).unwrap();
    }
    let reading = Reading::new(&roll, &policy).unwrap();
    let short = ladder(&[("call", json!({ "absences": { "at_least": 3 } }))]);
    let update = log.update(&short, &reading, None, nth(10)).unwrap();
    assert_eq!(update.unsupported.len(), 1, "the ladder says nothing of the rules it has no longer");
}

#[test]
fn a_log_of_bytes_holds_one_firing_of_a_student_and_rule() {
    let ladder = absences_ladder();
    let policy = policy("");
    let roll = register(vec![school("A", 40)], vec![stay("s", "A", 0, None)], absences("s", "A", 0..5));
    let reading = Reading::new(&roll, &policy).unwrap();
    let mut log = LadderLog::new(&ladder, year());
    log.update(&ladder, &reading, None, nth(10)).unwrap();
    let json = serde_json::to_value(&log).unwrap();
    assert!(serde_json::from_value::<LadderLog>(json.clone()).unwrap() == log);
    let mut twice = json.clone();
    let first = twice["entries"][0].clone();
    twice["entries"].as_array_mut().unwrap().push(first);
    assert!(serde_json::from_value::<LadderLog>(twice).is_err());
    let mut foreign = json.clone();
    foreign["entries"][0]["firing"]["ladder"]["id"] = json!("other");
    assert!(serde_json::from_value::<LadderLog>(foreign).is_err());
    let mut torn = json;
    torn["entries"][0]["supported"] = json!(false);
    assert!(serde_json::from_value::<LadderLog>(torn).is_err());
    assert!(!format!("{log:?}").contains("\"s\""));
}

/// One half of a world's students.
fn half(world: &World, odd: bool) -> World {
    let mine = |student: &str| student.ends_with(['1', '3']) == odd;
    let mut half = world.clone();
    half.stays.retain(|stay| mine(&stay.student));
    half.events.retain(|event| mine(&event.student));
    half
}

proptest! {
    #![proptest_config(cases(192))]

    #[test]
    fn order_and_repetition_of_the_facts_change_nothing(
        (world, shuffled) in worlds().prop_flat_map(|world| {
            let events = world.events.iter().chain(&world.events).cloned().collect::<Vec<_>>();
            (Just(world), Just(events).prop_shuffle())
        }),
        policy in policies(),
        ladder in ladders(),
    ) {
        prop_assume!(policy.unit() != Unit::Hour);
        let Ok((register, _)) = world.register() else { return Ok(()) };
        let (again, _) = World { events: shuffled, ..world }.register().unwrap();
        let Some(reading) = compare::reading(&register, &policy) else { return Ok(()) };
        let reordered = Reading::new(&again, &policy).unwrap();
        let as_of = chrono::NaiveDate::MAX;
        let mut log = LadderLog::new(&ladder, year());
        log.update(&ladder, &reading, None, as_of).unwrap();
        let before = log.clone();
        prop_assert!(log.update(&ladder, &reordered, None, as_of).unwrap().is_empty());
        prop_assert!(log == before);
    }

    #[test]
    fn logs_of_two_halves_merge_to_the_log_of_the_whole(
        world in worlds(), policy in policies(), ladder in ladders(),
    ) {
        prop_assume!(policy.unit() != Unit::Hour);
        let log_of = |world: &World| {
            let mut log = LadderLog::new(&ladder, year());
            let Ok((register, _)) = world.register() else { return Some(log) };
            let reading = compare::reading(&register, &policy)?;
            log.update(&ladder, &reading, None, chrono::NaiveDate::MAX).unwrap();
            Some(log)
        };
        let (left, right) = (log_of(&half(&world, false)), log_of(&half(&world, true)));
        let Some(((left, right), whole)) = left.zip(right).zip(log_of(&world)) else { return Ok(()) };
        let (mut one, mut other) = (left.clone(), right.clone());
        one.merge(right).unwrap();
        other.merge(left).unwrap();
        prop_assert!(one == whole && other == whole);
    }

    // Whatever is corrected in whatever order: a student and rule fire once, and what is supported is what the pure
    // function says.
    #[test]
    fn a_log_follows_any_history_of_corrections(
        steps in vec((0usize..3, 0usize..30, any::<bool>(), 0usize..32), 1..40),
        n in select(vec![1u32, 2, 3]),
    ) {
        let ladder = ladder(&[
            ("call", json!({ "absences": { "at_least": n } })),
            ("plan", json!({ "streak": { "at_least": n } })),
            ("home_visit", json!({ "unexcused": { "at_least": n, "within": { "calendar_days": 10 } } })),
        ]);
        let policy = policy("");
        let stays = ["a", "b", "c"].map(|student| stay(student, "A", 0, None));
        let mut roll = register(vec![school("A", 30)], stays.to_vec(), Vec::new());
        let mut log = LadderLog::new(&ladder, year());
        let mut fired = BTreeSet::new();
        for (student, day, away, as_of) in steps {
            let mark = if away { absent() } else { DayMark::default() };
            roll.correct(["a", "b", "c"][student], "A", nth(day), mark).unwrap();
            let reading = Reading::new(&roll, &policy).unwrap();
            let update = log.update(&ladder, &reading, None, nth(as_of)).unwrap();
            for firing in update.fired {
                prop_assert!(fired.insert((firing.student.clone(), firing.rule.clone())), "fired twice");
            }
            let met = ladder.firings(&reading, None, nth(as_of)).unwrap();
            let met: BTreeSet<_> = met.into_iter().map(|firing| (firing.student, firing.rule)).collect();
            for entry in log.entries().filter(|entry| entry.firing.met_on <= nth(as_of)) {
                let FiringKey { student, rule } = key(entry);
                prop_assert_eq!(entry.supported(), met.contains(&(student, rule)));
            }
            prop_assert!(met.is_subset(&fired));
        }
    }

    // Merging logs of overlapping students, too, does not depend on the order or the repetition.
    #[test]
    fn merging_commutes_associates_and_repeats(
        worlds in vec((vec((0usize..12, 0usize..2), 0..12), any::<bool>()), 3),
    ) {
        let ladder = absences_ladder();
        let policy = policy("");
        let logs: Vec<_> = worlds.iter().map(|(days, corrected)| {
            let events = days.iter().flat_map(|(day, student)| absences(["a", "b"][*student], "A", [*day]));
            let stays = ["a", "b"].map(|student| stay(student, "A", 0, None));
            let (mut roll, _) = world(vec![school("A", 20)], stays.to_vec(), events.collect()).register().unwrap();
            let mut log = LadderLog::new(&ladder, year());
            log.update(&ladder, &Reading::new(&roll, &policy).unwrap(), None, nth(15)).unwrap();
            if *corrected {
                for day in 0..4 {
                    roll.correct("a", "A", nth(day), DayMark::default()).unwrap();
                }
                let as_of = nth(16 + days.len() % 3);
                log.update(&ladder, &Reading::new(&roll, &policy).unwrap(), None, as_of).unwrap();
            }
            log
        }).collect();
        let merged = |order: &[usize]| {
            let mut all = logs[order[0]].clone();
            for log in &order[1..] {
                all.merge(logs[*log].clone()).unwrap();
            }
            all
        };
        let one = merged(&[0, 1, 2]);
        for order in [&[0, 2, 1][..], &[1, 0, 2], &[2, 1, 0], &[0, 1, 1, 2, 0]] {
            prop_assert!(merged(order) == one);
        }
        let mut right = merged(&[1, 2]);
        right.merge(logs[0].clone()).unwrap();
        prop_assert!(right == one);
    }
}
