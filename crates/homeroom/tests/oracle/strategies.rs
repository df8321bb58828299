//! Random worlds: schools with different calendars, students who move, rolls of every kind.

use super::world::{Day, Event, School, Stay, World, date_at};
use chrono::{Datelike, NaiveDate};
use homeroom::{
    AttendanceCategory as Category, AttendanceCode, AttendanceStatus as Status, CalendarEvent, ConflictRule,
    Extent, Fraction, GradeLevel, RollBasis, RollRules, TransferDay,
};
use proptest::{collection::vec, option, prelude::*, sample::select};
use std::collections::BTreeMap;

const GRADES: [GradeLevel; 3] = [GradeLevel::Kindergarten, GradeLevel::Grade5, GradeLevel::Grade9];

fn fraction(n: u32, d: u32) -> Fraction {
    Fraction::new(n, d).unwrap()
}

pub fn rules() -> impl Strategy<Value = RollRules> {
    (select(RollBasis::ALL), select(ConflictRule::ALL), select(TransferDay::ALL))
        .prop_map(|(basis, conflict, transfer_day)| RollRules { basis, conflict, transfer_day })
}

pub fn codes() -> impl Strategy<Value = AttendanceCode> {
    let plain = |status| Just(AttendanceCode::new(status)).boxed();
    let of = |status, category| Just(AttendanceCode::new(status).in_category(category)).boxed();
    prop_oneof![
        6 => plain(Status::UnexcusedAbsence),
        4 => plain(Status::ExcusedAbsence),
        3 => plain(Status::Absence),
        3 => plain(Status::Tardy),
        1 => plain(Status::EarlyDeparture),
        3 => plain(Status::Present),
        2 => plain(Status::NotExpected),
        2 => plain(Status::NotRecorded),
        1 => of(Status::Present, Category::RemoteLearning),
        1 => of(Status::Present, Category::DisciplinaryWithInstruction),
        2 => of(Status::ExcusedAbsence, Category::DisciplinaryWithoutInstruction),
        1 => of(Status::Absence, Category::RemoteLearning),
        1 => of(Status::ExcusedAbsence, Category::IllnessOrHealth),
        1 => of(Status::ExcusedAbsence, Category::OutOfSchoolActivity),
    ]
}

fn extents() -> impl Strategy<Value = Extent> {
    let part = select(vec![(0, 1), (1, 2), (1, 3), (2, 3), (1, 4), (3, 4), (1, 6), (33, 100), (1, 1)]);
    let minutes = select(vec![0u16, 30, 60, 90, 120, 150, 180, 240, 300, 360, 125, 400]);
    let section = (0u8..7, option::weighted(0.8, select(vec![2u8, 6, 6, 6, 7])));
    prop_oneof![
        12 => Just(Extent::WholeDay),
        3 => part.prop_map(|(n, d)| Extent::Part(fraction(n, d))),
        2 => minutes.prop_map(Extent::Minutes),
        2 => Just(Extent::Morning),
        2 => Just(Extent::Afternoon),
        2 => section.prop_map(|(name, of)| Extent::Section { section: format!("P{name}").into(), of }),
    ]
}

#[derive(Clone, Debug)]
enum Special {
    Closed(CalendarEvent),
    EarlyRelease(Option<u16>),
    HomeGrades(Vec<GradeLevel>),
    Saturday,
}

fn specials() -> impl Strategy<Value = Special> {
    prop_oneof![
        3 => select(vec![CalendarEvent::Holiday, CalendarEvent::WeatherDay, CalendarEvent::Strike])
            .prop_map(Special::Closed),
        2 => select(vec![None, Some(180), Some(240)]).prop_map(Special::EarlyRelease),
        2 => vec(select(GRADES.to_vec()), 1..3).prop_map(Special::HomeGrades),
        1 => Just(Special::Saturday),
    ]
}

fn school() -> impl Strategy<Value = School> {
    let length = prop_oneof![1u16..30, 60u16..100, 120u16..220];
    (0u8..20, length, select(vec![360u16, 300, 240, 400]), vec((0u16..220, specials()), 0..10)).prop_map(
        |(begin, length, day_minutes, specials)| {
            let mut days = BTreeMap::new();
            for offset in i64::from(begin)..i64::from(begin) + i64::from(length) {
                let date = date_at(offset);
                if date.weekday().number_from_monday() < 6 {
                    let day =
                        Day { event: CalendarEvent::InstructionalDay, minutes: None, closed: Vec::new() };
                    days.insert(date, day);
                }
            }
            for (offset, special) in specials {
                apply(&mut days, date_at(i64::from(begin) + i64::from(offset % length)), special);
            }
            School { id: String::new(), day_minutes, days }
        },
    )
}

fn apply(days: &mut BTreeMap<NaiveDate, Day>, date: NaiveDate, special: Special) {
    let plain = Day { event: CalendarEvent::MakeUpDay, minutes: None, closed: Vec::new() };
    let weekend = date.weekday().number_from_monday() > 5;
    match special {
        Special::Saturday if weekend => drop(days.insert(date, plain)),
        Special::Saturday => {}
        _ if weekend => {}
        Special::Closed(event) => drop(days.insert(date, Day { event, ..plain })),
        Special::EarlyRelease(minutes) => {
            days.insert(date, Day { event: CalendarEvent::EarlyRelease, minutes, ..plain });
        }
        Special::HomeGrades(closed) => drop(days.insert(date, Day { closed, ..plain })),
    }
}

#[derive(Clone, Debug)]
struct StaySpec {
    student: u8,
    school: u8,
    grade: Option<GradeLevel>,
    entry: i16,
    stay: Option<u16>,
    share: Fraction,
    primary: bool,
    // Entry as many days after the last stay of the same student ended; 0 is a transfer day.
    follows: Option<u8>,
}

fn stay() -> impl Strategy<Value = StaySpec> {
    let stays = prop_oneof![2 => Just(None), 1 => Just(Some(0)), 5 => (0u16..120).prop_map(Some)];
    (
        (0u8..5, any::<u8>(), option::weighted(0.85, select(GRADES.to_vec()))),
        prop_oneof![3 => Just(-3i16), 3 => 0i16..150, 1 => 150i16..330],
        stays,
        prop_oneof![4 => Just(fraction(1, 1)), 1 => Just(fraction(1, 2)), 1 => Just(fraction(1, 3))],
        prop::bool::weighted(0.85),
        option::weighted(0.5, select(vec![0u8, 0, 0, 1, 3, 12])),
    )
        .prop_map(|((student, school, grade), entry, stay, share, primary, follows)| StaySpec {
            student,
            school,
            grade,
            entry,
            stay,
            share,
            primary,
            follows,
        })
}

#[derive(Clone, Debug)]
struct RunSpec {
    stay: prop::sample::Index,
    offset: u8,
    days: u8,
    code: AttendanceCode,
    extent: Extent,
}

fn run() -> impl Strategy<Value = RunSpec> {
    let days = prop_oneof![6 => Just(1u8), 2 => 2u8..6, 1 => 6u8..100];
    (any::<prop::sample::Index>(), 0u8..200, days, codes(), extents()).prop_map(
        |(stay, offset, days, code, extent)| RunSpec { stay, offset: offset.min(199), days, code, extent },
    )
}

fn lay_out(specs: Vec<StaySpec>, schools: &[School]) -> Vec<Stay> {
    let mut stays: Vec<Stay> = Vec::new();
    for spec in specs {
        let student = format!("s{}", spec.student);
        let before = stays.iter().rev().find(|stay| stay.student == student).and_then(|stay| stay.last);
        let entry = match (spec.follows, before) {
            (Some(gap), Some(last)) => last + chrono::Days::new(gap.into()),
            _ => date_at(spec.entry.into()),
        };
        stays.push(Stay {
            student,
            school: schools[usize::from(spec.school) % schools.len()].id.clone(),
            grade: spec.grade,
            entry,
            last: spec.stay.map(|days| entry + chrono::Days::new(days.into())),
            share: spec.share,
            primary: spec.primary,
        });
    }
    stays
}

fn events(runs: Vec<RunSpec>, stays: &[Stay]) -> Vec<Event> {
    let mut events = Vec::new();
    for run in runs {
        let stay = run.stay.get(stays);
        let begin = stay.entry.max(date_at(0)) + chrono::Days::new(u64::from(run.offset) % 150);
        for date in begin.iter_days().take(run.days.into()) {
            events.push(Event {
                student: stay.student.clone(),
                school: stay.school.clone(),
                date,
                code: run.code,
                extent: run.extent.clone(),
            });
        }
    }
    events
}

/// Any world.
pub fn worlds() -> impl Strategy<Value = World> {
    worlds_under(rules().boxed())
}

/// Worlds whose rolls are read by some rules.
pub fn worlds_under(rules: BoxedStrategy<RollRules>) -> impl Strategy<Value = World> {
    let taken = vec((any::<u8>(), 0i64..200), 0..12);
    (rules, vec(school(), 1..4), vec(stay(), 1..9), vec(run(), 0..40), taken).prop_map(
        |(rules, mut schools, stays, runs, taken)| {
            for (i, school) in schools.iter_mut().enumerate() {
                school.id = ["B", "A", "C"][i].into();
            }
            let stays = lay_out(stays, &schools);
            let events = events(runs, &stays);
            let school = |i: u8| schools[usize::from(i) % schools.len()].id.clone();
            let taken = taken.into_iter().map(|(i, offset)| (school(i), date_at(offset))).collect();
            World { rules, schools, stays, events, taken }
        },
    )
}
