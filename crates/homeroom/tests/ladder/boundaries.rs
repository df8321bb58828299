//! Each kind of rule at its edge, by hand: one less, exactly, one more.

use super::{
    classroom::{absences, code, event, nth, part, policy, register, school, stay},
    ladders::ladder,
    world::Event,
};
use chrono::NaiveDate;
use homeroom::{
    Amount, AttendanceCategory, AttendanceStatus as Status, Extent, Fraction, Policy, Reading,
    mentoring::{Facts, Firing, LadderRefusal},
};
use serde_json::{Value, json};

/// The date on which one student of a school of sixty days first meets a trigger.
fn met(when: Value, policy: &Policy, events: Vec<Event>) -> Option<NaiveDate> {
    fired(when, policy, events).map(|firing| firing.met_on)
}

fn fired(when: Value, policy: &Policy, events: Vec<Event>) -> Option<Firing> {
    let register = register(vec![school("A", 60)], vec![stay("s", "A", 0, None)], events);
    let reading = Reading::new(&register, policy).unwrap();
    let ladder = ladder(&[("call", when)]);
    ladder.firings(&reading, None, nth(59)).unwrap().pop()
}

#[test]
fn a_count_is_met_by_exactly_as_many() {
    let five = || json!({ "unexcused": { "at_least": 5 } });
    for n in 3..8 {
        let found = met(five(), &policy(""), absences("s", "A", 10..10 + n));
        assert_eq!(found, (n >= 5).then(|| nth(14)), "{n} absences");
    }
    let firing = fired(five(), &policy(""), absences("s", "A", [1, 3, 5, 7, 9, 11])).unwrap();
    let Facts::Unexcused(count) = &firing.facts else { panic!("{:?}", firing.facts) };
    assert_eq!((count.counted, count.at_least), (Amount { units: 5, per: 1 }, 5));
    assert_eq!(count.dates, [1, 3, 5, 7, 9].map(nth));
    assert_eq!((firing.policy.id.as_str(), firing.ladder.version.as_str()), ("p", "1"));
    assert!(firing.explain().contains("5 days of unexcused absence in the school year; 5 were asked for"));
}

#[test]
fn half_days_add_up_as_the_policy_counts_them() {
    let half = |day| part("s", "A", day, Status::UnexcusedAbsence, Extent::Part(Fraction::HALF));
    let three = || json!({ "absences": { "at_least": 3 } });
    let halves = |n| (0..n).map(half).collect::<Vec<_>>();
    assert_eq!(met(three(), &policy(""), halves(5)), None);
    assert_eq!(met(three(), &policy(""), halves(6)), Some(nth(5)));
    let whole = policy(r#"day_rule = { steps = [{ comparator = "at_least", part = "1/2", counts = "1" }] }"#);
    assert_eq!(met(three(), &whole, halves(5)), Some(nth(2)));
    let none = policy(r#"day_rule = { steps = [{ comparator = "more_than", part = "1/2", counts = "1" }] }"#);
    assert_eq!(met(three(), &none, halves(9)), None);
    let sessions = policy(r#"unit = "session""#);
    assert_eq!(
        met(three(), &sessions, halves(6)),
        Some(nth(5)),
        "days, also where the policy counts sessions"
    );
}

#[test]
fn excused_days_count_as_absences_and_not_as_unexcused() {
    let excused: Vec<_> = (0..4).map(|day| event("s", "A", day, Status::ExcusedAbsence)).collect();
    let of_kind = |kind: &str| json!({ kind: { "at_least": 4 } });
    assert_eq!(met(of_kind("absences"), &policy(""), excused.clone()), Some(nth(3)));
    assert_eq!(met(of_kind("unexcused"), &policy(""), excused), None);
}

#[test]
fn a_suspension_counts_where_the_policy_says_so() {
    let suspended = |day| {
        let code = code(Status::Absence).in_category(AttendanceCategory::DisciplinaryWithoutInstruction);
        Event { code, ..event("s", "A", day, Status::Absence) }
    };
    let events: Vec<_> = (0..3).map(suspended).collect();
    let three = || json!({ "absences": { "at_least": 3 } });
    let lenient = policy("[treatment.categories]\ndisciplinary_without_instruction = \"present\"");
    assert_eq!(met(three(), &policy(""), events.clone()), Some(nth(2)));
    assert_eq!(met(three(), &lenient, events), None);
}

#[test]
fn a_window_of_calendar_days_holds_its_first_day_and_not_the_one_before() {
    // Days 0 and 10 are Mondays two weeks apart: 15 calendar days with both ends.
    let within = |days: u16| json!({ "absences": { "at_least": 2, "within": { "calendar_days": days } } });
    for (days, expected) in [(14, None), (15, Some(nth(10))), (16, Some(nth(10)))] {
        assert_eq!(met(within(days), &policy(""), absences("s", "A", [0, 10])), expected, "{days} days");
    }
}

#[test]
fn a_month_ends_with_its_last_day() {
    // Day 0 is Monday, 30 August 2021; days 0 and 1 are in August, 2 and 3 in September.
    let month = || json!({ "absences": { "at_least": 2, "within": "month" } });
    assert_eq!(met(month(), &policy(""), absences("s", "A", [1, 2])), None);
    assert_eq!(met(month(), &policy(""), absences("s", "A", [0, 1])), Some(nth(1)));
    assert_eq!(met(month(), &policy(""), absences("s", "A", [1, 2, 3])), Some(nth(3)));
}

#[test]
fn a_rate_waits_for_the_days_of_membership_and_holds_at_the_limit() {
    let rate = |min: u32| json!({ "absence_rate": { "at_least": "10%", "min_membership_days": min } });
    assert_eq!(met(rate(1), &policy(""), absences("s", "A", [0])), Some(nth(0)));
    assert_eq!(met(rate(10), &policy(""), absences("s", "A", [0])), Some(nth(9)), "exactly a tenth");
    assert_eq!(met(rate(11), &policy(""), absences("s", "A", [0])), None, "one of eleven");
    assert_eq!(met(rate(11), &policy(""), absences("s", "A", [0, 19])), Some(nth(19)), "two of twenty");
    assert_eq!(met(rate(11), &policy(""), absences("s", "A", [0, 20])), None, "two of twenty-one");
}

#[test]
fn days_without_a_record_are_not_in_a_rate_and_a_streak_goes_over_them_or_ends() {
    let unrecorded = |day| event("s", "A", day, Status::NotRecorded);
    let rate = || json!({ "absence_rate": { "at_least": "1/5", "min_membership_days": 10 } });
    let mut events = absences("s", "A", [0]);
    events.extend((5..10).map(unrecorded));
    assert_eq!(met(rate(), &policy(""), events.clone()), Some(nth(9)), "one of five recorded");
    assert_eq!(met(rate(), &policy("unrecorded = \"present\""), events), None, "one of ten");

    let streak = |n: u32, rule: &str| json!({ "streak": { "at_least": n, "rule": rule } });
    let mut events = absences("s", "A", [3, 4, 6, 7]);
    events.push(unrecorded(5));
    assert_eq!(met(streak(4, "skip_unrecorded"), &policy(""), events.clone()), Some(nth(7)));
    assert_eq!(met(streak(3, "skip_unrecorded"), &policy(""), events.clone()), Some(nth(6)));
    assert_eq!(met(streak(3, "unrecorded_ends"), &policy(""), events.clone()), None);
    assert_eq!(met(streak(2, "unrecorded_ends"), &policy(""), events.clone()), Some(nth(4)));
    assert_eq!(met(streak(5, "skip_unrecorded"), &policy(""), events), None);
}

#[test]
fn a_streak_goes_over_the_weekend_and_shows_its_days() {
    let firing =
        fired(json!({ "streak": { "at_least": 3 } }), &policy(""), absences("s", "A", [1, 3, 4, 5, 6]));
    let firing = firing.unwrap();
    assert_eq!(firing.met_on, nth(5));
    assert!(matches!(&firing.facts, Facts::Streak { dates, .. } if *dates == [3, 4, 5].map(nth)));
}

#[test]
fn tier_two_is_two_days_a_month_and_tier_three_a_fifth() {
    let tier = |tier: u8| json!({ "early_warning": { "tier": tier } });
    let eligible_late = policy("eligibility = { min_membership_days = 20 }");
    assert_eq!(met(tier(2), &eligible_late, absences("s", "A", [4])), None);
    assert_eq!(met(tier(2), &eligible_late, absences("s", "A", [4, 8])), Some(nth(8)));
    assert_eq!(met(tier(3), &eligible_late, absences("s", "A", 0..3)), None, "three of twenty");
    assert_eq!(met(tier(3), &eligible_late, absences("s", "A", 0..4)), Some(nth(19)), "four of twenty");
}

#[test]
fn chronic_is_the_policy_s_word() {
    let late = policy("eligibility = { min_membership_days = 10 }");
    assert_eq!(met(json!("chronic"), &late, absences("s", "A", [0])), Some(nth(9)));
    let more = r#"chronic = { comparator = "more_than", share = "10%" }"#;
    let strict = policy(&format!("{more}\neligibility = {{ min_membership_days = 10 }}"));
    assert_eq!(met(json!("chronic"), &strict, absences("s", "A", [0])), None);
    let count = policy(r#"chronic = { comparator = "at_least", count = 4 }"#);
    assert_eq!(met(json!("chronic"), &count, absences("s", "A", [0, 30, 40, 50])), Some(nth(50)));
}

#[test]
fn no_improvement_needs_the_tier_on_all_the_last_days_and_a_rate_that_does_not_fall() {
    let stalled = |days: u16| json!({ "no_improvement": { "tier": 2, "school_days": days } });
    let late = policy("eligibility = { min_membership_days = 59 }");
    // Tier 2 from day 1 on. Of days 0-4 two are missed, of days 5-9 two: no improvement.
    assert_eq!(met(stalled(5), &late, absences("s", "A", [0, 1, 8, 9])), Some(nth(9)));
    // One of the later five only: it has improved, and nothing is missed after that.
    assert_eq!(met(stalled(5), &late, absences("s", "A", [0, 1, 5])), None);
    // Nothing missed in either stretch is no want of improvement.
    assert_eq!(met(stalled(5), &late, absences("s", "A", [0, 1])), None);
    // Worse, and tier 2 only from day 9 on: the five days with the tier end on day 13.
    assert_eq!(met(stalled(5), &late, absences("s", "A", [8, 9])), Some(nth(13)));
}

#[test]
fn days_under_a_policy_in_hours_are_refused_by_name() {
    let hours = policy(r#"unit = "hour""#);
    let register = register(vec![school("A", 60)], vec![stay("s", "A", 0, None)], absences("s", "A", 0..20));
    let reading = Reading::new(&register, &hours).unwrap();
    let ask = |rules: &[(&str, Value)]| ladder(rules).firings(&reading, None, nth(59));
    let refused = ask(&[("call", json!("chronic")), ("call", json!({ "absences": { "at_least": 3 } }))]);
    let error = LadderRefusal::DaysUnderHours { rule: "r1".into(), policy: "p".into() };
    assert_eq!(refused.unwrap_err(), error);
    assert!(error.to_string().contains("`r1`") && error.to_string().contains("`p`"));
    let refused = ask(&[("mentor", json!({ "early_warning": { "tier": 2 } }))]);
    assert!(matches!(refused, Err(LadderRefusal::SignsUnderHours { rule, .. }) if rule == "r0"));
    let rates = ask(&[
        ("call", json!("chronic")),
        ("plan", json!({ "early_warning": { "tier": 3 } })),
        ("letter", json!({ "streak": { "at_least": 20 } })),
    ]);
    assert_eq!(rates.unwrap().len(), 3);
}
