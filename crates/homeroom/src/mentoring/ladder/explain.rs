//! Firings in plain English.

use super::{CountFacts, Facts, Firing};
use crate::{Amount, FirstMonth, PriorYear, StreakRule, Warning, Within};
use chrono::NaiveDate;

impl Firing {
    /// Why the rule was met, in plain English: the student's identifier, the numbers, the dates of the absences that
    /// were counted, and by which definitions. A part of a day is rounded to two decimals here and nowhere else.
    ///
    /// ```
    /// # use homeroom::{*, mentoring::*};
    /// # let json = r#"{"student":"604822","rule":"call_3","step":"call","cleared_by":"family","met_on":"2021-09-09",
    /// #   "facts":{"absences":{"counted":{"units":6,"per":2},"at_least":3,"within":"year",
    /// #   "dates":["2021-09-01","2021-09-02","2021-09-09"]}},
    /// #   "policy":{"id":"massachusetts","version":"2026.1"},"ladder":{"id":"ours","version":"2"}}"#;
    /// # let firing: Firing = serde_json::from_str(json).unwrap();
    /// assert_eq!(
    ///     firing.explain(),
    ///     "Student 604822: call, by rule call_3, met on 2021-09-09. 3 days of absence in the school year; 3 were \
    ///      asked for. They were 2021-09-01, 2021-09-02, 2021-09-09. Counted by policy massachusetts (2026.1), \
    ///      ladder ours (2)."
    /// );
    /// ```
    pub fn explain(&self) -> String {
        let Self { student, rule, step, met_on, facts, policy, ladder, .. } = self;
        format!(
            "Student {student}: {step}, by rule {rule}, met on {met_on}. {} Counted by policy {} ({}), ladder {} ({}).",
            facts.explain(),
            policy.id,
            policy.version,
            ladder.id,
            ladder.version,
        )
    }
}

impl Facts {
    fn explain(&self) -> String {
        match self {
            Self::Absences(count) => count.explain("absence"),
            Self::Unexcused(count) => count.explain("unexcused absence"),
            Self::AbsenceRate { rate, at_least, membership_days, min_membership_days } => format!(
                "Absent for {rate} of the days that count ({}/{}), in membership for {membership_days} days; {at_least} \
                 was asked for, from {min_membership_days} days on.",
                rate.part(),
                rate.whole(),
            ),
            Self::Streak { dates: days, rule } => {
                let over = match rule {
                    StreakRule::SkipUnrecorded => "passed over",
                    StreakRule::UnrecordedEnds => "the end of a streak",
                };
                let number = days.len();
                format!(
                    "Absent on {number} school days in a row: {}. Days without a record are {over}.",
                    dates(days)
                )
            }
            Self::EarlyWarning { tier, at_least, warnings } => {
                let signs: Vec<_> = warnings.iter().map(sign).collect();
                format!("Signs of tier {tier}; tier {at_least} was asked for: {}.", signs.join("; "))
            }
            Self::Chronic { absent, of, unit, threshold, school } => {
                let at = school.as_ref().map(|school| format!(" at school {school}")).unwrap_or_default();
                let unit = unit.plural();
                format!(
                    "Chronically absent{at}: {} of {} {unit} absent; the limit is {threshold}.",
                    text(*absent),
                    text(*of),
                )
            }
            Self::NoImprovement { tier, school_days, before, last } => format!(
                "No improvement in tier {tier}: absent for {last} of the last {school_days} school days, for {before} \
                 of the {school_days} before.",
            ),
        }
    }
}

impl CountFacts {
    fn explain(&self, kind: &str) -> String {
        let within = match self.within {
            Within::Year => "in the school year".to_owned(),
            Within::Month => "in one calendar month".to_owned(),
            Within::CalendarDays(days) => format!("within {days} calendar days"),
            Within::Consecutive => "in a row".to_owned(),
        };
        let Self { counted, at_least, dates: days, .. } = self;
        format!(
            "{} days of {kind} {within}; {at_least} were asked for. They were {}.",
            text(*counted),
            dates(days)
        )
    }
}

fn sign(warning: &Warning) -> String {
    match warning {
        Warning::FirstMonth(FirstMonth::Elevated, days) => {
            format!("{} days missed in the first month of school, 2 or more", text(*days))
        }
        Warning::FirstMonth(FirstMonth::High, days) => {
            format!("{} days missed in the first month of school, more than 4", text(*days))
        }
        Warning::TwoAMonth(days, month) => {
            format!("{} days missed by month {month} of school, two a month", text(*days))
        }
        Warning::PriorYear(PriorYear::Chronic, rate) => {
            format!("absent for {rate} of the year before, 10 % or more")
        }
        Warning::PriorYear(PriorYear::Severe, rate) => {
            format!("absent for {rate} of the year before, 20 % or more")
        }
        Warning::SevereNow(rate) => format!("absent for {rate} of this year, 20 % or more"),
    }
}

fn text(amount: Amount) -> String {
    amount.text(2)
}

fn dates(dates: &[NaiveDate]) -> String {
    dates.iter().map(ToString::to_string).collect::<Vec<_>>().join(", ")
}
