//! What gets in the way of a student, and how it comes to be known.

use super::{
    days::SchoolDay,
    entry::{Entry, later, text},
};
use crate::{
    certain,
    random::{Stream, spread},
};
use chrono::NaiveDate;
use homeroom::{
    StudentId,
    mentoring::{Barrier, BarrierRecord, BarrierSource, BarrierTerm as Term, RootCause},
};

const USUAL: [Term; 16] = [
    Term::Illness,
    Term::Transportation,
    Term::Transportation,
    Term::FamilyResponsibilities,
    Term::HousingAndFood,
    Term::Struggling,
    Term::Struggling,
    Term::SocialChallenges,
    Term::Anxiety,
    Term::UnwelcomingClimate,
    Term::Boredom,
    Term::NoMeaningfulRelationship,
    Term::LosesTrack,
    Term::TwoDaysAMonthDoNotMatter,
    Term::AccessToServices,
    Term::UndiagnosedDisability,
];

/// What truly gets in a student's way: one to three barriers.
pub(super) fn obstacles(stream: &mut Stream) -> Vec<Barrier> {
    let mut barriers: Vec<Barrier> = Vec::new();
    let [many, own] = stream.draws();
    for _ in 0..=spread(many, 3) {
        let barrier = stream.pick(&USUAL).copied().unwrap_or(Term::Illness).into();
        if !barriers.contains(&barrier) {
            barriers.push(barrier);
        }
    }
    if own < 0.06 {
        barriers.push(certain(Barrier::own(RootCause::Aversion, "uniform")));
    }
    barriers
}

/// When and where a barrier was named.
pub(super) type Named = (NaiveDate, BarrierSource, Barrier);

/// The records of a student's barriers: each as first learnt of, resolved or not. What nobody named may come
/// up in a survey or stay unknown.
pub(super) fn records(
    student: &StudentId,
    obstacles: &[Barrier],
    mut named: Vec<Named>,
    days: &[SchoolDay],
    stream: &mut Stream,
) -> Vec<Entry<BarrierRecord>> {
    named.sort();
    let survey = days.get(30).or(days.last()).map(|day| day.date);
    let last = days.last().map(|day| day.date);
    let mut records = Vec::new();
    for barrier in obstacles {
        let [asked, resolved, after] = stream.draws();
        let surveyed = survey.filter(|_| asked < 0.3).map(|date| (date, BarrierSource::Survey));
        let first = named.iter().find(|(.., said)| said == barrier).map(|(date, source, _)| (*date, *source));
        let Some((learnt_on, learnt_from)) = surveyed.into_iter().chain(first).min() else { continue };
        // What was learnt in the design phase is worked on in the pilot year.
        let known = days.first().map_or(learnt_on, |day| day.date.max(learnt_on));
        let resolved_on = Some(later(known, 20 + spread(after, 90)));
        let resolved_on =
            resolved_on.filter(|date| resolved < 0.55 && last.is_some_and(|last| *date <= last));
        let (student, barrier) = (student.clone(), barrier.clone());
        records.push(BarrierRecord { student, barrier, learnt_on, learnt_from, resolved_on });
    }
    records.into_iter().map(entry).collect()
}

fn entry(record: BarrierRecord) -> Entry<BarrierRecord> {
    let row = vec![
        record.student.to_string(),
        record.barrier.to_string(),
        record.learnt_on.to_string(),
        record.learnt_from.to_string(),
        text(record.resolved_on),
    ];
    Entry { record, row }
}
