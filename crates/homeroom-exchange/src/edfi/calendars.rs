//! The calendar of each school: from the dates that its calendars list, or inferred from its sessions.

use super::{
    gather::{Gather, Listed, SchoolKey},
    infer::infer,
    session::{Session, spans},
};
use crate::{ReadReport, assemble::Assembly, closure::rank_event};
use chrono::NaiveDate;
use homeroom::{Calendar, CalendarDay, CalendarEvent, Finding, FindingCode, GradeLevel, Place, SchoolYear};
use std::collections::{BTreeMap, BTreeSet};

type Dates = BTreeMap<NaiveDate, CalendarDay>;
/// The days on which something was recorded in sessions of one year, begin and end, at whatever school.
type Evidence = BTreeMap<(SchoolYear, NaiveDate, NaiveDate), BTreeSet<NaiveDate>>;

/// Gives every school's calendar to the assembly and reports those that were inferred.
pub(super) fn build(gather: &Gather<'_>, assembly: &mut Assembly, report: &mut ReadReport) {
    let evidence = evidence(gather);
    let keys: BTreeSet<_> = gather.sessions.keys().chain(gather.calendars.keys()).collect();
    let mut inferred = 0;
    for key in keys {
        let listed = gather.calendars.get(key).map(combine).unwrap_or_default();
        let none = BTreeMap::new();
        let sessions = gather.sessions.get(key).unwrap_or(&none);
        if listed.is_empty() && sessions.is_empty() {
            continue;
        }
        let declared = declared(sessions.values());
        let calendar = assembly.calendar_mut(key.0, &key.1, Calendar::with_default_length);
        let mut terms: Vec<_> = sessions.values().collect();
        terms.sort();
        for session in terms {
            calendar.add_term(session.term());
        }
        if let Some(declared) = declared {
            calendar.declare_days(declared);
        }
        let taught = listed.values().filter(|day| day.event.is_instructional()).count() as u64;
        // A list that holds less than nine tenths of the days declared is no list of the year.
        let whole = declared.is_none_or(|declared| taught * 10 >= u64::from(declared) * 9);
        if taught == 0 || !whole {
            let kept = from_sessions(key, sessions, &listed, &evidence, report);
            for date in kept {
                calendar.set(date, CalendarEvent::InstructionalDay);
            }
            inferred += 1;
        }
        for (date, day) in listed {
            // A listed day always has a sound length: the calendar's own.
            let _ = calendar.set_day(date, day);
        }
    }
    if inferred > 0 {
        report.assumptions.push(format!(
            "The school days of {inferred} school calendars were inferred, because no dates are listed for \
             them: the weekdays of their sessions, less the days on which no school with the same session \
             dates recorded anything, the longest breaks first, until the declared number of days remained."
        ));
    }
}

// What each session of the folder knows of its days.
fn evidence(gather: &Gather<'_>) -> Evidence {
    let mut evidence = Evidence::new();
    for (key, sessions) in &gather.sessions {
        for session in sessions.values() {
            let recorded = gather.evidence.get(key).into_iter().flatten();
            let within = recorded.filter(|date| session.begin <= **date && **date <= session.end);
            evidence.entry((key.0, session.begin, session.end)).or_default().extend(within);
        }
    }
    evidence
}

fn declared<'s>(sessions: impl Iterator<Item = &'s Session>) -> Option<u32> {
    let spans = spans(sessions);
    let total = spans.iter().map(|span| span.session.declared.map(u64::from)).sum::<Option<u64>>();
    total.filter(|_| !spans.is_empty()).and_then(|total| u32::try_from(total).ok())
}

fn from_sessions(
    key: &SchoolKey,
    sessions: &BTreeMap<String, Session>,
    listed: &Dates,
    evidence: &Evidence,
    report: &mut ReadReport,
) -> BTreeSet<NaiveDate> {
    let (mut days, mut weekdays, mut recorded) = (BTreeSet::new(), 0, 0);
    let spans = spans(sessions.values());
    for span in &spans {
        let (begin, end) = (span.session.begin, span.session.end);
        let closed = |date: &NaiveDate| listed.get(date).is_some_and(|day| !day.event.is_instructional());
        let taught = listed.range(begin..=end).filter(|(_, day)| day.event.is_instructional());
        let taught: BTreeSet<_> = taught.map(|(date, _)| *date).collect();
        let mut candidates: BTreeSet<_> =
            span.weekdays.iter().copied().filter(|date| !closed(date)).collect();
        candidates.extend(&taught);
        let known = evidence.get(&(key.0, begin, end)).into_iter().flatten().copied();
        let known: BTreeSet<_> = known.chain(taught).filter(|date| candidates.contains(date)).collect();
        (weekdays, recorded) = (weekdays + candidates.len(), recorded + known.len());
        days.extend(infer(&candidates, &known, span.session.declared));
    }
    let (kept, left) = (days.len(), weekdays - days.len());
    let detail = format!(
        "{kept} school days from {} sessions: of {weekdays} weekdays {recorded} have a record, and {left} \
         without one were left out",
        spans.len()
    );
    let finding = Finding::new(FindingCode::CalendarInferred, Place::default()).school(key.1.as_str());
    report.findings.push(finding.detail(detail));
    days
}

// The dates of all calendars of a school, each of which is of a group of students: a day is one of school where
// any calendar teaches, and closed for the grades whose calendar does not.
fn combine(codes: &BTreeMap<String, Listed>) -> Dates {
    let own: Vec<_> = codes.values().filter(|listed| !listed.personal).collect();
    let mut dates = Dates::new();
    for listed in &own {
        for (date, event) in &listed.dates {
            let day = dates.entry(*date).or_insert(CalendarDay {
                event: *event,
                minutes: None,
                closed_grades: vec![],
            });
            let (open, before) = (event.is_instructional(), day.event.is_instructional());
            if (open && !before) || (open == before && rank_event(*event) > rank_event(day.event)) {
                day.event = *event;
            }
        }
    }
    for (date, day) in dates.iter_mut().filter(|(_, day)| day.event.is_instructional()) {
        let teaches =
            |listed: &&&Listed| listed.dates.get(date).is_some_and(|event| event.is_instructional());
        let open: Vec<_> = own.iter().filter(teaches).collect();
        if open.iter().any(|listed| listed.grades.is_empty())
            && own.iter().all(|listed| listed.grades.is_empty())
        {
            continue;
        }
        let taught: BTreeSet<GradeLevel> = open.iter().flat_map(|listed| listed.grades.clone()).collect();
        let named = own.iter().flat_map(|listed| listed.grades.clone());
        day.closed_grades =
            named.filter(|grade| !taught.contains(grade)).collect::<BTreeSet<_>>().into_iter().collect();
    }
    dates
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_day_is_closed_for_the_grades_whose_calendar_does_not_teach() {
        let date = |day| NaiveDate::from_ymd_opt(2022, 1, day).unwrap();
        let listed = |grades: &[GradeLevel], days: &[u32]| Listed {
            personal: false,
            grades: grades.iter().copied().collect(),
            dates: days.iter().map(|day| (date(*day), CalendarEvent::InstructionalDay)).collect(),
            ..Listed::default()
        };
        let personal = Listed { personal: true, ..listed(&[], &[6]) };
        let codes = BTreeMap::from([
            ("A".to_owned(), listed(&[GradeLevel::Grade9], &[3, 4])),
            ("B".to_owned(), listed(&[GradeLevel::Grade12], &[3])),
            ("C".to_owned(), personal),
        ]);
        let dates = combine(&codes);
        assert_eq!(dates.len(), 2);
        assert_eq!(dates[&date(3)].closed_grades, []);
        assert_eq!(dates[&date(4)].closed_grades, [GradeLevel::Grade12]);
    }
}
