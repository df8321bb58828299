//! Properties of the numbers alone: fractions, rates, tallies, summaries, thresholds, bands, day rules.
#![allow(clippy::unwrap_used)]

#[path = "oracle/policies.rs"]
mod policies;
#[path = "oracle/strategies.rs"]
mod strategies;
#[path = "oracle/world.rs"]
mod world;

use homeroom::{
    Amount, Fraction, InvalidFraction, Policy, Rate, Reading, RelativeChange, StreakRule, Summary, Tally,
    Unrecorded,
};
use policies::policies;
use proptest::{collection::vec, prelude::*, sample::select};
use std::cmp::Ordering;
use strategies::worlds;

// More with `PROPTEST_CASES`.
fn cases(cases: u32) -> ProptestConfig {
    let cases = std::env::var("PROPTEST_CASES").ok().and_then(|cases| cases.parse().ok()).unwrap_or(cases);
    ProptestConfig { cases, failure_persistence: None, ..ProptestConfig::default() }
}

fn gcd(a: i128, b: i128) -> i128 {
    if b == 0 { a.abs() } else { gcd(b, a % b) }
}

/// Numbers as people write them, and numbers at the edge of 32 bits.
fn number() -> impl Strategy<Value = u32> {
    prop_oneof![0u32..50, any::<u32>(), (u32::MAX - 20)..=u32::MAX, select(vec![100, 180, 360, 1000, 65536])]
}

fn fraction() -> impl Strategy<Value = Fraction> {
    (number(), number()).prop_filter_map("a denominator of 0", |(n, d)| Fraction::new(n, d))
}

fn tally() -> impl Strategy<Value = Tally> {
    let amounts = (0u64..1000, 0u64..1000, 0u64..1000, 0u64..1000, 0u64..1000, 0u64..1000, 0u64..1000);
    (select(vec![1u32, 2, 3, 4, 7, 60, 360]), amounts, 0u64..100, 0u64..100).prop_map(|(per, a, t, e)| {
        Tally {
            per,
            membership: a.0 + a.1 + a.2,
            recorded: a.0 + a.1,
            absent: a.0,
            excused: a.3.min(a.0),
            unexcused: a.4.min(a.0 - a.3.min(a.0)),
            disciplinary: a.5.min(a.0),
            remote: a.6.min(a.1),
            tardy_days: t,
            early_departure_days: e,
        }
    })
}

// `n / d` in 32 bits, from 128.
fn narrow(n: i128, d: i128) -> Option<Fraction> {
    let g = gcd(n, d).max(1);
    Fraction::new(u32::try_from(n / g).ok()?, u32::try_from(d / g).ok()?)
}

/// A rate in percent by long division, half up.
fn percent(part: u64, whole: u64, decimals: u32) -> String {
    let (part, whole) = (u128::from(part) * 100, u128::from(whole));
    let (mut digits, mut rest) = (vec![part / whole], part % whole);
    for _ in 0..decimals {
        digits.push(rest * 10 / whole);
        rest = rest * 10 % whole;
    }
    let mut place = digits.len();
    let mut carry = rest * 2 >= whole;
    while carry && place > 0 {
        place -= 1;
        digits[place] += 1;
        carry = place > 0 && digits[place] == 10;
        if carry {
            digits[place] = 0;
        }
    }
    let decimals: String = digits[1..].iter().map(ToString::to_string).collect();
    if decimals.is_empty() { digits[0].to_string() } else { format!("{}.{decimals}", digits[0]) }
}

proptest! {
    #![proptest_config(cases(2048))]

    #[test]
    fn fractions_are_rationals(a in fraction(), b in fraction(), part in any::<u64>(), whole in 1u64..) {
        let [(n, d), (m, e)] = [a, b].map(|f| (i128::from(f.numerator()), i128::from(f.denominator())));
        prop_assert_eq!(gcd(n, d), 1);
        prop_assert_eq!(a.cmp(&b), (n * e).cmp(&(m * d)));
        prop_assert_eq!(a == b, n * e == m * d);
        prop_assert_eq!(a.checked_add(b), narrow(n * e + m * d, d * e));
        let difference = n * e - m * d;
        prop_assert_eq!(a.checked_sub(b), if difference < 0 { None } else { narrow(difference, d * e) });
        let [over, under] = [(part, a.denominator()), (whole, a.numerator())];
        let ratio = (u128::from(over.0) * u128::from(over.1)).cmp(&(u128::from(under.0) * u128::from(under.1)));
        prop_assert_eq!(a.cmp_ratio(part, whole), ratio);
        prop_assert_eq!(a.to_string().parse(), Ok(a));
    }

    #[test]
    fn decimals_read_exactly(whole in 0u64..5_000_000_000, digits in "[0-9]{0,10}", percent in any::<bool>()) {
        let text = format!("{whole}.{digits}{}", if percent { "%" } else { "" });
        let scale = 10i128.pow(digits.len() as u32);
        let numerator = i128::from(whole) * scale + digits.parse::<i128>().unwrap_or(0);
        let expected = narrow(numerator, scale * if percent { 100 } else { 1 });
        prop_assert_eq!(text.parse::<Fraction>(), expected.ok_or(InvalidFraction::TooPrecise), "{}", text);
    }

    #[test]
    fn anything_else_is_no_fraction(text in "[0-9./% x-]{0,8}") {
        if let Ok(fraction) = text.parse::<Fraction>() {
            prop_assert!(!text.contains(['x', '-']), "{} read as {}", text, fraction);
        }
    }

    #[test]
    fn rates_round_half_up(part in any::<u64>(), whole in 1u64.., small in (0u64..4000, 1u64..4000), decimals in 0u32..10) {
        for (part, whole) in [(part, whole), small] {
            let rate = Rate::new(part, whole).unwrap();
            prop_assert_eq!(rate.percent(decimals), percent(part, whole, decimals));
            let rest = rate.complement();
            prop_assert_eq!(rest.map(|rest| rest.part() + part), (part <= whole).then_some(whole));
        }
    }

    #[test]
    fn amounts_and_changes_round_half_up((units, per) in (0u64..1_000_000, 1u32..5000), (a, b) in (1u64..5000, 0u64..5000)) {
        let text = Amount { units, per }.text(3);
        let exact = percent(units, u64::from(per) * 100, 3);
        let short = exact.trim_end_matches('0').trim_end_matches('.');
        prop_assert_eq!(text, if short.is_empty() { "0" } else { short });
        let change = RelativeChange::of_counts(a, b).unwrap().percent(1);
        let size = percent(a.abs_diff(b), a, 1);
        let sign = if b < a && size != "0.0" { "-" } else { "" };
        prop_assert_eq!(change, format!("{sign}{size}"));
    }

    #[test]
    fn rates_are_in_order_of_their_ratio(a in (0u64..500, 1u64..500), b in (0u64..500, 1u64..500)) {
        let [x, y] = [a, b].map(|(part, whole)| Rate::new(part, whole).unwrap());
        let order = (a.0 * b.1).cmp(&(b.0 * a.1)).then(a.1.cmp(&b.1));
        prop_assert_eq!(x.cmp(&y), order);
        prop_assert_eq!(x == y, order == Ordering::Equal);
    }

    #[test]
    fn tallies_merge_in_any_order_and_grouping(tallies in vec(tally(), 1..6), turn in 0usize..6) {
        let merged = |tallies: &[Tally]| {
            tallies.iter().fold(Tally::default(), |mut sum, tally| {
                sum.merge(tally).unwrap();
                sum
            })
        };
        let all = merged(&tallies);
        let mut turned = tallies.clone();
        turned.rotate_left(turn % tallies.len());
        prop_assert_eq!(merged(&turned), all);
        let (front, back) = tallies.split_at(turn % tallies.len());
        prop_assert_eq!(merged(&[merged(front), merged(back)]), all);
        let days = |units: u64, per: u32| u128::from(units) * 2520 / u128::from(per);
        let sum = |of: fn(&Tally) -> u64| tallies.iter().map(|tally| days(of(tally), tally.per)).sum::<u128>();
        prop_assert_eq!(days(all.absent, all.per), sum(|tally| tally.absent));
        prop_assert_eq!(days(all.membership, all.per), sum(|tally| tally.membership));
        prop_assert_eq!(days(all.recorded, all.per), sum(|tally| tally.recorded));
        prop_assert_eq!(days(all.excused, all.per), sum(|tally| tally.excused));
        prop_assert_eq!(days(all.unexcused, all.per), sum(|tally| tally.unexcused));
        prop_assert_eq!(days(all.disciplinary, all.per), sum(|tally| tally.disciplinary));
        prop_assert_eq!(days(all.remote, all.per), sum(|tally| tally.remote));
        prop_assert_eq!(all.tardy_days, tallies.iter().map(|tally| tally.tardy_days).sum::<u64>());
    }

    #[test]
    fn bounds_hold_the_observed_rate(tally in tally(), basis in select(Unrecorded::ALL)) {
        let Some(bounds) = tally.absence_bounds(basis) else {
            prop_assert_eq!(tally.membership, 0);
            return Ok(());
        };
        let at_most = |a: Rate, b: Rate| {
            u128::from(a.part()) * u128::from(b.whole()) <= u128::from(b.part()) * u128::from(a.whole())
        };
        prop_assert!(at_most(bounds.lower, bounds.upper));
        prop_assert_eq!(bounds.observed, tally.absence_rate(basis));
        if let Some(observed) = bounds.observed {
            prop_assert!(at_most(bounds.lower, observed) && at_most(observed, bounds.upper));
        }
    }

    #[test]
    fn bands_have_no_gap(policy in policies(), whole in 1u64..400, part in 0u64..400, per in select(vec![1u64, 2, 60])) {
        let (bands, part) = (policy.bands(), part.min(whole));
        if bands.is_empty() {
            return Ok(());
        }
        for (part, whole) in [(part, whole), (0, whole), (whole, whole), (part * per, whole * per)] {
            let index = bands.index(part, whole, per);
            let reached: Vec<_> =
                bands.iter().map(|band| band.from.is_none_or(|from| from.is_met(part, whole, per))).collect();
            prop_assert_eq!(index, reached.iter().rposition(|reached| *reached));
            // What is reached is everything up to the band, so no other band could be meant.
            prop_assert!(reached.is_sorted_by(|a, b| a >= b) && index.is_some());
            prop_assert!(bands.index(part + 1, whole + 1, per) >= index, "an absence more lowers the band");
        }
        prop_assert_eq!(bands.index(0, 0, per), None);
    }

    #[test]
    fn a_day_rule_never_falls(policy in policies(), a in fraction(), b in fraction()) {
        let rule = policy.day_rule();
        let (low, high) = (a.min(b).min(Fraction::ONE), a.max(b).min(Fraction::ONE));
        prop_assert!(rule.absence(low) <= rule.absence(high));
        prop_assert_eq!(rule.absence(Fraction::ZERO), Fraction::ZERO);
        prop_assert!(rule.absence(high) <= Fraction::ONE);
    }
}

proptest! {
    #![proptest_config(cases(256))]

    #[test]
    fn summaries_of_parts_are_the_summary(world in worlds(), policy in policies(), at in 0i64..240, cut in 0usize..5) {
        let Ok((register, _)) = world.register() else { return Ok(()) };
        let as_of = world::date_at(at);
        let measure = |of: &dyn Fn(&str) -> bool| {
            let mut part = world.clone();
            part.stays.retain(|stay| of(&stay.student));
            part.events.retain(|event| of(&event.student));
            let (register, _) = part.register().unwrap();
            let measure = Reading::new(&register, &policy).ok()?.measure(as_of).ok()?;
            Some((measure.by_school, measure.by_student))
        };
        let name = format!("s{cut}");
        let whole = Reading::new(&register, &policy).ok().and_then(|reading| reading.measure(as_of).ok());
        let (Some(whole), Some(a), Some(b)) = (whole, measure(&|id| id < &*name), measure(&|id| id >= &*name))
        else {
            return Ok(());
        };
        let merged = |a: &Summary, b: &Summary| {
            let mut sum = Summary::default();
            sum.merge(a).and_then(|()| sum.merge(b)).map(|()| sum)
        };
        for (a, b, whole) in [(&a.0, &b.0, whole.by_school), (&a.1, &b.1, whole.by_student)] {
            prop_assert_eq!(&merged(a, b), &Ok(whole.clone()));
            prop_assert_eq!(merged(b, a), Ok(whole));
        }
    }

    // A projection stays within what can happen, and knows no day to come at the year's end.
    #[test]
    fn projections_stay_within_the_year(world in worlds(), policy in policies(), at in 0i64..240) {
        let Ok((register, _)) = world.register() else { return Ok(()) };
        let Ok(reading) = Reading::new(&register, &policy) else { return Ok(()) };
        for student in 0..register.students() {
            for as_of in [world::date_at(at), chrono::NaiveDate::MAX] {
                let Some(p) = reading.projection(student, as_of) else { continue };
                let future = f64::from(p.days_to_come);
                prop_assert!(p.absent_days <= p.low && p.low <= p.projected + 1e-9, "{:?}", p);
                prop_assert!(p.projected <= p.high + 1e-9 && p.high <= p.absent_days + future + 1e-9, "{:?}", p);
                if as_of == chrono::NaiveDate::MAX {
                    prop_assert_eq!((p.days_to_come, p.low, p.high), (0, p.absent_days, p.absent_days));
                }
            }
        }
    }

    #[test]
    fn streaks_only_shorten_when_unrecorded_days_end_them(world in worlds(), policy in policies(), at in 0i64..240) {
        let Ok((register, _)) = world.register() else { return Ok(()) };
        let Ok(reading) = Reading::new(&register, &policy) else { return Ok(()) };
        for student in 0..register.students() {
            let of = |rule| reading.streaks(student, world::date_at(at), rule);
            let (skip, ends) = (of(StreakRule::SkipUnrecorded), of(StreakRule::UnrecordedEnds));
            prop_assert!(ends.current <= skip.current && ends.longest <= skip.longest);
            prop_assert!(skip.current <= skip.longest);
        }
    }
}

#[test]
fn no_part_of_no_day_is_a_rate() {
    assert_eq!(Rate::new(0, 0), None);
    assert_eq!(Tally::default().absence_rate(Unrecorded::Excluded), None);
    let bands = Policy::preset("attendance_works").unwrap().bands().clone();
    let at = |absent| bands.band(absent, 2000, 10).unwrap();
    // 4.95 %, 5 %, 9.95 %, 10 %, 19.95 %, 20 %, 100 %
    let absent = [0, 99, 100, 199, 200, 399, 400, 2000];
    let names = absent.map(at);
    assert_eq!(names[..2], [names[0]; 2]);
    assert_eq!(names[2..4], ["at_risk"; 2]);
    assert_eq!(names[4..6], ["moderate_chronic"; 2]);
    assert_eq!(names[6..], ["severe_chronic"; 2]);
}
