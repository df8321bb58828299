//! The columns of tallies and summaries: the names of the JSON contract, nested ones joined by `_`.

use super::Table;
use homeroom::{Amount, Ineligible, Policy, RateBounds, Summary, Tally};

type Units = fn(&Tally) -> u64;

const AMOUNTS: [(&str, Units); 9] = [
    ("membership", |tally| tally.membership),
    ("recorded", |tally| tally.recorded),
    ("unrecorded", Tally::unrecorded),
    ("absent", |tally| tally.absent),
    ("excused", |tally| tally.excused),
    ("unexcused", |tally| tally.unexcused),
    ("excusal_unknown", Tally::excusal_unknown),
    ("disciplinary", |tally| tally.disciplinary),
    ("remote", |tally| tally.remote),
];

/// Adds the columns of tallies under a policy; `before` stands before each name.
pub(super) fn tallies<'t>(
    table: &mut Table,
    before: &str,
    policy: &Policy,
    of: impl Iterator<Item = &'t Tally> + Clone,
) {
    let named = |name: &str| format!("{before}{name}");
    for (name, units) in AMOUNTS {
        table.amount(&named(name), of.clone().map(|tally| Amount { units: units(tally), per: tally.per }));
    }
    table.u64(&named("tardy_days"), of.clone().map(|tally| tally.tardy_days));
    table.u64(&named("early_departure_days"), of.clone().map(|tally| tally.early_departure_days));
    let unrecorded = policy.unrecorded();
    let rates = of.clone().map(|tally| (tally.absence_rate(unrecorded), tally.per));
    table.rate(&named("absence_rate"), rates);
    let rates = of.clone().map(|tally| (tally.attendance_rate(unrecorded), tally.per));
    table.rate(&named("attendance_rate"), rates);
    let bounds = of.map(|tally| (tally.absence_bounds(unrecorded), tally.per));
    let bound = |pick: fn(RateBounds) -> Option<homeroom::Rate>| {
        bounds.clone().map(move |(bounds, per)| (bounds.and_then(pick), per))
    };
    table.rate(&named("bounds_lower"), bound(|bounds| Some(bounds.lower)));
    table.rate(&named("bounds_observed"), bound(|bounds| bounds.observed));
    table.rate(&named("bounds_upper"), bound(|bounds| Some(bounds.upper)));
}

/// Adds the columns of summaries under a policy: those of their tallies, the counts of students, one column a
/// reason why students do not count and one a band of the policy.
pub(super) fn summaries<'s>(
    table: &mut Table,
    before: &str,
    policy: &Policy,
    of: impl Iterator<Item = &'s Summary> + Clone,
) {
    tallies(table, before, policy, of.clone().map(|summary| &summary.tally));
    let named = |name: &str| format!("{before}{name}");
    table.u64(&named("students"), of.clone().map(|summary| summary.students));
    table.u64(&named("eligible"), of.clone().map(|summary| summary.eligible));
    table.u64(&named("chronically_absent"), of.clone().map(|summary| summary.chronically_absent));
    table.count_rate(&named("chronic_rate"), of.clone().map(Summary::chronic_rate));
    for reason in Ineligible::ALL {
        let students =
            of.clone().map(|summary| summary.not_eligible.get(reason).copied().unwrap_or_default());
        table.u64(&named(&format!("not_eligible_{reason}")), students);
    }
    for (index, band) in policy.bands().iter().enumerate() {
        let students = of.clone().map(|summary| summary.bands.get(index).copied().unwrap_or_default());
        table.u64(&named(&format!("bands_{}", band.id)), students);
    }
    table.u64(&named("uncertain"), of.map(|summary| summary.uncertain));
}
