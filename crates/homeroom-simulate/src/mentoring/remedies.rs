//! Interventions: the catalogue, and what was tried for whom. Their terms are written as the CSV form has them.

use super::{
    entry::{Row, later, list, text},
    matching::Spell,
};
use crate::network::NETWORK;
use crate::random::{Stream, at, spread};
use chrono::NaiveDate;
use homeroom::{
    SchoolYear, StudentId,
    mentoring::{BarrierRecord, BarrierTerm as Term, EndReason},
};

/// A kind of intervention.
struct Kind {
    id: &'static str,
    tier: &'static str,
    class: &'static str,
    aim: &'static str,
    delivery: &'static str,
    addresses: &'static [Term],
    minutes: Option<(u16, u16)>,
}

const fn kind(
    id: &'static str,
    terms: [&'static str; 4],
    addresses: &'static [Term],
    minutes: Option<(u16, u16)>,
) -> Kind {
    let [tier, class, aim, delivery] = terms;
    Kind { id, tier, class, aim, delivery, addresses, minutes }
}

const MENTOR: &str = "SUCCESS-MENTOR";

const CATALOGUE: [Kind; 10] = [
    kind(
        MENTOR,
        ["tier_2", "practice", "proactive", "individual"],
        &[Term::NoMeaningfulRelationship, Term::NoSupport, Term::Boredom],
        Some((5, 30)),
    ),
    kind(
        "ATTENDANCE-PLAN",
        ["tier_2", "practice", "tracking_and_recognizing_results", "individual"],
        &[Term::LosesTrack, Term::TwoDaysAMonthDoNotMatter, Term::SporadicIsNoProblem],
        Some((20, 40)),
    ),
    kind(
        "BUS-PASS",
        ["tier_2", "supplement", "navigating_barriers", "individual"],
        &[Term::Transportation],
        None,
    ),
    kind(
        "NURSE-PLAN",
        ["tier_2", "practice", "navigating_barriers", "individual"],
        &[Term::Illness, Term::AccessToServices],
        Some((10, 20)),
    ),
    kind(
        "FOOD-PANTRY",
        ["foundational", "supplement", "navigating_barriers", "whole_school"],
        &[Term::HousingAndFood],
        None,
    ),
    kind(
        "TUTORING",
        ["tier_2", "supplement", "proactive", "small_group"],
        &[Term::Struggling, Term::CreditsNotEarned, Term::UndiagnosedDisability],
        Some((30, 45)),
    ),
    kind(
        "PEER-GROUP",
        ["tier_2", "practice", "joyful_and_positive", "small_group"],
        &[Term::SocialChallenges, Term::Anxiety, Term::UnwelcomingClimate],
        Some((30, 45)),
    ),
    kind(
        "FAMILY-CIRCLE",
        ["tier_1", "practice", "joyful_and_positive", "small_group"],
        &[Term::FamilyResponsibilities, Term::NegativeParentExperience],
        Some((45, 60)),
    ),
    kind(
        "HOME-VISIT",
        ["tier_3", "practice", "navigating_barriers", "individual"],
        &[Term::FamilyResponsibilities, Term::Trauma, Term::SystemInvolvement],
        Some((20, 60)),
    ),
    kind("RECOGNITION", ["tier_1", "practice", "tracking_and_recognizing_results", "whole_class"], &[], None),
];

/// Rows of the catalogue.
pub(super) fn catalogue(year: SchoolYear) -> Vec<Row> {
    let row = |kind: &Kind| {
        let (least, most) = kind.minutes.unzip();
        vec![
            kind.id.to_owned(),
            NETWORK.0.to_owned(),
            kind.tier.to_owned(),
            kind.class.to_owned(),
            kind.aim.to_owned(),
            kind.delivery.to_owned(),
            list(kind.addresses),
            text(least),
            text(most),
            year.first_date().to_string(),
            year.last_date().to_string(),
        ]
    };
    CATALOGUE.iter().map(row).collect()
}

/// The rows of one student: a mentor first, then what was tried for the barriers. Some barriers stay unmet.
pub(super) fn tried(
    student: &StudentId,
    spells: &[Spell],
    barriers: &[BarrierRecord],
    last: NaiveDate,
    mut stream: Stream,
) -> Vec<Row> {
    let mut histories = vec![(MENTOR, mentored(spells))];
    for record in barriers {
        let [met, which, pace, way] = stream.draws();
        let Some(term) = record.barrier.published() else { continue };
        let fits =
            |kind: &&Kind| kind.addresses.contains(&term) && histories.iter().all(|(id, _)| *id != kind.id);
        let fitting: Vec<&Kind> = CATALOGUE.iter().filter(fits).collect();
        let Some(kind) = at(which, &fitting).filter(|_| met < 0.65) else { continue };
        // What was learnt in the design phase waits for the mentor.
        let known = spells.first().map_or(record.learnt_on, |s| s.assignment.begin.max(record.learnt_on));
        histories.push((kind.id, history(known, record.resolved_on, pace, way)));
    }
    let mut rows = Vec::new();
    for (id, history) in histories {
        // What would come after the student's last day did not happen.
        for (date, status) in history.into_iter().filter(|(date, _)| *date <= last) {
            rows.push(vec![student.to_string(), id.to_owned(), date.to_string(), status.to_owned()]);
        }
    }
    rows
}

type History = Vec<(NaiveDate, &'static str)>;

fn mentored(spells: &[Spell]) -> History {
    let (Some(first), Some(last)) = (spells.first(), spells.iter().rfind(|spell| spell.is_primary())) else {
        return History::new();
    };
    let before = |days| first.assignment.begin - chrono::Days::new(days);
    let mut history =
        vec![(before(14), "proposed"), (before(7), "planned"), (first.assignment.begin, "active")];
    let close = match last.assignment.end_reason {
        Some(EndReason::Completed | EndReason::YearEnded) => Some("completed"),
        Some(_) => Some("discontinued"),
        None => None,
    };
    history.extend(last.assignment.end.zip(close));
    history
}

fn history(known: NaiveDate, resolved: Option<NaiveDate>, pace: f64, way: f64) -> History {
    let proposed = later(known, 1 + spread(pace, 6));
    let mut history = vec![(proposed, "proposed")];
    let mut then = |days: usize, status| {
        let date = later(history[history.len() - 1].0, days);
        history.push((date, status));
    };
    if way < 0.08 {
        then(3, "declined");
        return history;
    }
    then(4, "planned");
    if way < 0.16 {
        return history;
    }
    then(5, "active");
    match way {
        0.16..0.28 => {
            then(25, "paused");
            then(14, "active");
        }
        0.28..0.38 => then(40, "discontinued"),
        _ => {}
    }
    let done = history[history.len() - 1];
    if let Some(resolved) = resolved.filter(|date| *date > done.0 && done.1 == "active") {
        history.push((resolved, "completed"));
    }
    history
}
