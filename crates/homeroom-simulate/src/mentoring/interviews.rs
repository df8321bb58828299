//! Empathy interviews: with students and guardians, and with those who work with them.

use super::{
    cast::{mentor_id, school_id},
    days::SchoolDay,
    entry::{Entry, list, note, text},
    texts,
};
use crate::{
    network::SCHOOLS,
    random::{Stream, at, spread},
};
use homeroom::{
    StudentId,
    mentoring::{Barrier, EmpathyInterview, InterviewParty, Visibility},
};

/// An interview with a student or a guardian on one of some school days.
pub(super) fn with_family(
    student: &StudentId,
    days: &[SchoolDay],
    mentor: Option<usize>,
    obstacles: &[Barrier],
    stream: &mut Stream,
) -> Option<Entry<EmpathyInterview>> {
    let [day, party, barriers, said] = stream.draws();
    let day = at(day, days)?;
    let named = spread(barriers, 2 * obstacles.len());
    let record = EmpathyInterview {
        date: day.date,
        party: if party < 0.6 { InterviewParty::Student } else { InterviewParty::Guardian },
        school: Some(school_id(day.school)),
        student: Some(student.clone()),
        mentor: mentor.map(mentor_id),
        barriers: obstacles.iter().take(named).cloned().collect(),
        note: None,
    };
    Some(entry(record, said))
}

/// Interviews of the design phase with the staff of a school and with partners.
pub(super) fn with_adults(
    school: usize,
    dates: &[chrono::NaiveDate],
    stream: &mut Stream,
) -> Vec<Entry<EmpathyInterview>> {
    let partner = SCHOOLS[school].district == 0 && school.is_multiple_of(2);
    let parties = [Some(InterviewParty::Staff), partner.then_some(InterviewParty::CommunityPartner)];
    let mut interviews = Vec::new();
    for party in parties.into_iter().flatten() {
        let [day, said] = stream.draws();
        let Some(date) = at(day, dates) else { continue };
        let (date, school) = (*date, Some(school_id(school)));
        let record = EmpathyInterview {
            date,
            party,
            school,
            student: None,
            mentor: None,
            barriers: vec![],
            note: None,
        };
        interviews.push(entry(record, said));
    }
    interviews
}

fn entry(mut record: EmpathyInterview, said: f64) -> Entry<EmpathyInterview> {
    let texts_of_party =
        if record.student.is_some() { &texts::FAMILY_NOTES[..] } else { &texts::ADULT_NOTES };
    let text_said = if said < 0.7 { at(said / 0.7, texts_of_party).copied() } else { None };
    let visibility = if said < 0.1 { Visibility::Private } else { Visibility::Team };
    let (kept, [note, visibility]) = note(text_said.map(|text| (text, visibility)));
    record.note = kept;
    let row = vec![
        record.date.to_string(),
        record.party.to_string(),
        text(record.school.as_ref()),
        text(record.student.as_ref()),
        text(record.mentor.as_ref()),
        list(&record.barriers),
        note,
        visibility,
    ];
    Entry { record, row }
}
