//! The library beside the slow reference, over random worlds, policies and ladders.

use super::{
    book::{self, Book},
    cases,
    compare::{self, ratio},
    ladders::ladders,
    policies::policies,
    rational::Q,
    reference::View,
    slow::{Slow, counted, stretches},
    strategies::{rules, worlds, worlds_under},
    world::{World, date_at},
};
use chrono::NaiveDate;
use homeroom::{
    Policy, Reading, Register, Unit,
    mentoring::{CountFacts, Facts, Firing, Ladder, LadderRefusal, Trigger},
};
use proptest::prelude::*;

fn dates() -> impl Strategy<Value = NaiveDate> {
    prop_oneof![6 => 0i64..240, 1 => Just(-20), 3 => Just(300)].prop_map(date_at)
}

fn open(world: &World) -> Option<(Register, Book)> {
    let (register, _) = world.register().ok()?;
    Some((register, book::keep(world)))
}

fn needs_days(trigger: Trigger) -> bool {
    match trigger {
        Trigger::Absences(_) | Trigger::Unexcused(_) => true,
        Trigger::EarlyWarning(trigger) => trigger.tier == 2,
        Trigger::NoImprovement(trigger) => trigger.tier == 2,
        _ => false,
    }
}

/// The rules of a ladder that a policy in hours can be asked; all of them under any other.
fn answerable(ladder: &Ladder, policy: &Policy) -> Option<Ladder> {
    let mut json: serde_json::Value = serde_json::from_str(&ladder.to_json()).unwrap();
    let hours = policy.unit() == Unit::Hour;
    let kept = ladder.rules().iter().zip(json["rules"].as_array().unwrap());
    let kept: Vec<_> = kept.filter(|(rule, _)| !(hours && needs_days(rule.when()))).collect();
    let kept: Vec<_> = kept.into_iter().map(|(_, json)| json.clone()).collect();
    json["rules"] = kept.into();
    Ladder::from_json(&json.to_string()).ok()
}

// The numbers of a firing, against the plain days.
fn same_facts(slow: &Slow<'_>, view: &View<'_>, trigger: Trigger, firing: &Firing) {
    let met = firing.met_on;
    let past: Vec<_> = view.days.keys().copied().filter(|day| *day <= met).collect();
    let same_count = |facts: &CountFacts, unexcused: bool| {
        let (sum, days) = counted(view, unexcused, facts.within, met);
        assert_eq!((Q::new(facts.counted.units, facts.counted.per), &facts.dates), (sum, &days));
    };
    match (&firing.facts, trigger) {
        (Facts::Absences(facts), Trigger::Absences(_)) => same_count(facts, false),
        (Facts::Unexcused(facts), Trigger::Unexcused(_)) => same_count(facts, true),
        (Facts::AbsenceRate { rate, .. }, Trigger::AbsenceRate(_)) => {
            assert_eq!(Some(ratio(*rate)), slow.rate(view, &past));
        }
        (Facts::Streak { dates, .. }, Trigger::Streak(trigger)) => {
            let absent: Vec<_> = past.into_iter().filter(|day| !view.on(*day).absent.is_zero()).collect();
            assert_eq!(*dates, absent[absent.len() - trigger.at_least as usize..]);
        }
        (Facts::EarlyWarning { tier, warnings, .. }, Trigger::EarlyWarning(_)) => {
            assert_eq!(*tier, slow.tier(view, met));
            assert!(!warnings.is_empty());
        }
        (Facts::Chronic { absent, of, school, .. }, Trigger::Chronic) => {
            if school.is_none() {
                let total = view.total(|day| day <= met);
                let found = (Q::new(absent.units, absent.per), Q::new(of.units, of.per));
                assert_eq!(found, (total.absent, total.whole(slow.policy)));
            }
        }
        (Facts::NoImprovement { before, last, .. }, Trigger::NoImprovement(trigger)) => {
            let (earlier, latest) = stretches(view, trigger.school_days.into(), met).unwrap();
            let rates = (slow.rate(view, &earlier), slow.rate(view, &latest));
            assert_eq!((Some(ratio(*before)), Some(ratio(*last))), rates);
        }
        (facts, trigger) => panic!("{facts:?} for {trigger:?}"),
    }
}

fn same_firings(
    (world, book, reading): (&World, &Book, &Reading<'_>),
    prior: Option<(&World, &Book, &Reading<'_>)>,
    ladder: &Ladder,
    as_of: NaiveDate,
) {
    let policy = reading.policy();
    let firings = ladder.firings(reading, prior.map(|(_, _, reading)| reading), as_of).unwrap();
    let mut firings = firings.iter().peekable();
    for (student, rows) in &book.rows {
        let stand = prior.and_then(|(world, book, reading)| {
            let view = View::of_student(world, reading.policy(), book.rows.get(student)?, NaiveDate::MAX);
            Some((view.standing(NaiveDate::MAX), reading.policy()))
        });
        let slow = Slow { world, book, policy, student, prior: stand };
        for rule in ladder.rules() {
            let expected = slow.first_met(rule.when(), as_of);
            let of_rule = |firing: &&Firing| firing.student.as_str() == student && firing.rule == rule.id();
            let found = firings.next_if(of_rule);
            assert_eq!(found.map(|firing| firing.met_on), expected, "{student}, {:?}", rule.when());
            if let Some(found) = found {
                let view = View::of_student(world, policy, rows, found.met_on);
                same_facts(&slow, &view, rule.when(), found);
                assert_eq!((found.step, found.cleared_by), (rule.step(), rule.cleared_by()));
            }
        }
    }
    assert_eq!(firings.next(), None, "a firing that the reference has not, or out of order");
}

proptest! {
    #![proptest_config(cases(192))]

    #[test]
    fn firings_are_those_of_the_reference(
        (last, world) in rules().prop_flat_map(|rules| {
            (worlds_under(Just(rules).boxed()), worlds_under(Just(rules).boxed()))
        }),
        (policy, before) in (policies(), policies()),
        ladder in ladders(),
        as_of in dates(),
        with_prior in any::<bool>(),
    ) {
        let Some((register, book)) = open(&world) else { return Ok(()) };
        let Some((prior_register, prior_book)) = open(&last) else { return Ok(()) };
        let readings = compare::reading(&register, &policy).zip(compare::reading(&prior_register, &before));
        let (Some((reading, prior)), Some(ladder)) = (readings, answerable(&ladder, &policy)) else { return Ok(()) };
        let prior = with_prior.then_some((&last, &prior_book, &prior));
        same_firings((&world, &book, &reading), prior, &ladder, as_of);
    }

    #[test]
    fn what_fired_by_a_date_does_not_depend_on_what_came_after(
        world in worlds(), policy in policies(), ladder in ladders(), as_of in dates(),
    ) {
        let Some((register, _)) = open(&world) else { return Ok(()) };
        let Some(reading) = compare::reading(&register, &policy) else { return Ok(()) };
        let Some(ladder) = answerable(&ladder, &policy) else { return Ok(()) };
        let mut all = ladder.firings(&reading, None, NaiveDate::MAX).unwrap();
        all.retain(|firing| firing.met_on <= as_of);
        prop_assert_eq!(&ladder.firings(&reading, None, as_of).unwrap(), &all);
        for firing in all {
            let text = firing.explain();
            prop_assert!(text.contains(firing.student.as_str()) && text.contains(&firing.met_on.to_string()));
            let json = serde_json::to_string(&firing).unwrap();
            prop_assert_eq!(serde_json::from_str::<Firing>(&json).unwrap(), firing);
        }
    }

    #[test]
    fn a_rule_that_cannot_be_exact_is_refused_by_name(
        world in worlds(), policy in policies(), ladder in ladders(),
    ) {
        let Some((register, _)) = open(&world) else { return Ok(()) };
        let Some(reading) = compare::reading(&register, &policy) else { return Ok(()) };
        let hours = policy.unit() == Unit::Hour;
        let refused = ladder.rules().iter().find(|rule| hours && needs_days(rule.when()));
        match (ladder.firings(&reading, None, NaiveDate::MAX), refused) {
            (Ok(_), None) => {}
            (
                Err(LadderRefusal::DaysUnderHours { rule, .. } | LadderRefusal::SignsUnderHours { rule, .. }),
                Some(refused),
            ) => prop_assert_eq!(rule.as_str(), refused.id()),
            (found, refused) => prop_assert!(false, "{:?} for {:?}", found, refused),
        }
    }
}
