//! Random programs over a world: mentors, plans, assignments, check-ins, circles, calls; some of them nonsense.

use super::{
    records::{Filed, Record, Window},
    strategies::worlds,
    world::{World, date_at, year},
};
use chrono::{NaiveDate, NaiveTime};
use homeroom::{
    CircleId, Fraction, MentorId, PlanId, StudentId,
    mentoring::{
        Assignment, AssignmentRole, Barrier, BarrierRecord, BarrierSource, BarrierTerm, CallOutcome, CheckIn,
        Circle, CircleKind, Confidential, ContactMinutes, ContactMode, ContactOutcome, ContactPlan,
        EndReason, Feeling, FollowUp, HomeCall, Mentor, MentorKind, Tier,
    },
};
use proptest::{
    collection::vec,
    option,
    prelude::*,
    sample::{Index, select},
};

/// A world and the records of its program.
#[derive(Clone, Debug)]
pub struct Practice {
    pub world: World,
    pub records: Vec<Filed>,
}

fn students() -> impl Strategy<Value = StudentId> {
    prop_oneof![30 => 0u8..5, 1 => Just(9)].prop_map(|n| StudentId::new(format!("s{n}")).unwrap())
}

fn mentors() -> impl Strategy<Value = MentorId> {
    prop_oneof![40 => 0u8..4, 1 => Just(9)].prop_map(|n| MentorId::new(format!("m{n}")).unwrap())
}

fn dates() -> impl Strategy<Value = NaiveDate> {
    let offsets = prop_oneof![12 => 0i64..70, 12 => -5i64..240, 1 => -400i64..800];
    offsets.prop_map(date_at)
}

fn mentor() -> impl Strategy<Value = Mentor> {
    let kind = prop_oneof![15 => Just(MentorKind::Teacher), 1 => Just(MentorKind::Peer)];
    (mentors(), kind).prop_map(|(id, kind)| Mentor::new(id, kind))
}

fn tiers() -> impl Strategy<Value = Option<Tier>> {
    select(vec![None, None, Some(Tier::Tier2), Some(Tier::Tier3)])
}

fn plan() -> impl Strategy<Value = ContactPlan> {
    let id = (0u8..5).prop_map(|n| PlanId::new(format!("p{n}")).unwrap());
    let often = select(vec![(3, 1), (3, 1), (5, 1), (3, 2), (1, 1), (12, 5), (1, 3), (3, 1), (7, 1)]);
    let often = prop_oneof![40 => often, 1 => select(vec![(0, 1), (36, 1), (1, 1001)])];
    let often = often.prop_map(|(n, d)| Fraction::new(n, d).unwrap());
    let days =
        prop_oneof![8 => Just(5u8), 3 => Just(4), 1 => select(vec![1u8, 6, 7]), 1 => select(vec![0u8, 8])];
    let all = vec![ContactMode::InPerson, ContactMode::Call, ContactMode::HomeVisit, ContactMode::Message];
    let modes = prop_oneof![
        6 => Just(ContactPlan::new(PlanId::new("any").unwrap()).modes),
        3 => proptest::sample::subsequence(all, 0..=4),
    ];
    let dates = (option::weighted(0.3, dates()), option::weighted(0.3, dates()));
    let minutes = select(vec![0u16, 0, 5, 10, 30]);
    (id, often, days, minutes, modes, prop::bool::weighted(0.8), tiers(), dates).prop_map(
        |(id, contacts_per_week, days_per_week, min_minutes, modes, circles_count, tier, (begin, end))| {
            ContactPlan {
                id,
                contacts_per_week,
                days_per_week,
                min_minutes,
                modes,
                circles_count,
                tier,
                begin,
                end,
            }
        },
    )
}

fn assignment() -> impl Strategy<Value = Assignment> {
    let begin = prop_oneof![2 => Just(date_at(-200)), 6 => (0i64..40).prop_map(date_at), 6 => dates()];
    let stay = option::weighted(0.6, prop_oneof![1 => Just(-1i64), 1 => Just(0), 12 => 1i64..120]);
    let role = prop_oneof![4 => Just(AssignmentRole::Primary), 1 => Just(AssignmentRole::Secondary)];
    let plan = prop_oneof![20 => Just(None), 6 => (0u8..5).prop_map(Some), 1 => Just(Some(9))];
    let reason = select(vec![None, Some(EndReason::HandedOver)]);
    (mentors(), students(), begin, stay, role, tiers(), plan, reason).prop_map(
        |(mentor, student, begin, stay, role, tier, plan, end_reason)| {
            let end = stay.map(|days| begin + chrono::TimeDelta::days(days));
            let plan = plan.map(|n| PlanId::new(format!("p{n}")).unwrap());
            Assignment { mentor, student, begin, end, role, tier, plan, end_reason }
        },
    )
}

fn barriers() -> impl Strategy<Value = Vec<Barrier>> {
    let some = || select(vec![BarrierTerm::Illness, BarrierTerm::Transportation]).prop_map(Barrier::from);
    prop_oneof![6 => Just(Vec::new()), 1 => vec(some(), 1..3)]
}

/// What a check-in was like, whoever met whom.
fn check_in() -> impl Strategy<Value = CheckIn> {
    let someone = (StudentId::new("s").unwrap(), MentorId::new("m").unwrap());
    let outcome = prop_oneof![3 => Just(ContactOutcome::Met), 1 => select(ContactOutcome::ALL)];
    let mode = prop_oneof![3 => Just(ContactMode::InPerson), 1 => select(ContactMode::ALL)];
    let time = option::weighted(0.5, select(vec![8u32, 12]));
    let minutes = option::weighted(0.6, select(vec![1u16, 4, 5, 9, 10, 30, 480]));
    let feeling = option::weighted(0.2, 1u8..6);
    (outcome, mode, time, minutes, feeling, barriers()).prop_map(
        move |(outcome, mode, time, minutes, feeling, barriers)| {
            let (student, mentor) = someone.clone();
            let mut check_in = CheckIn::new(student, mentor, date_at(0), outcome);
            check_in.mode = mode;
            check_in.time = time.map(|hour| NaiveTime::from_hms_opt(hour, 30, 0).unwrap());
            check_in.minutes = minutes.map(|minutes| ContactMinutes::new(minutes).unwrap());
            check_in.feeling = feeling.map(|point| Feeling::new(point).unwrap());
            check_in.barriers = barriers;
            check_in
        },
    )
}

/// Check-ins of one pair, one every few days; the pair is one assigned, where there is an index.
fn run() -> impl Strategy<Value = (Option<Index>, StudentId, MentorId, NaiveDate, i64, Vec<CheckIn>)> {
    let assigned = option::weighted(0.85, any::<Index>());
    (
        assigned,
        students(),
        mentors(),
        dates(),
        select(vec![0i64, 1, 1, 1, 2, 2, 3, 7]),
        vec(check_in(), 1..14),
    )
}

fn circle() -> impl Strategy<Value = Circle> {
    let mode = select(vec![ContactMode::InPerson, ContactMode::Message]);
    let minutes = option::weighted(0.6, select(vec![4u16, 20, 45]));
    (0u8..12, dates(), mode, minutes, vec(students(), 0..4), vec(mentors(), 0..3)).prop_map(
        |(id, date, mode, minutes, students, mentors)| Circle {
            id: CircleId::new(format!("c{id}")).unwrap(),
            kind: CircleKind::Student,
            date,
            mode,
            minutes: minutes.map(|minutes| ContactMinutes::new(minutes).unwrap()),
            students,
            mentors,
            guardians: 0,
            staff: 0,
            note: None,
        },
    )
}

/// A call home; about an event of the roll and so many days after, where there is an index.
fn call() -> impl Strategy<Value = (Option<Index>, i64, HomeCall)> {
    let mentor = option::weighted(0.7, mentors());
    let call = (students(), mentor, dates(), select(CallOutcome::ALL), barriers()).prop_map(
        |(student, mentor, date, outcome, barriers)| HomeCall { student, mentor, date, outcome, barriers },
    );
    (option::weighted(0.9, any::<Index>()), select(vec![0i64, 0, 1]), call)
}

fn follow_up() -> impl Strategy<Value = FollowUp> {
    (students(), mentors(), dates(), -1i64..9, option::weighted(0.4, -1i64..9)).prop_map(
        |(student, mentor, raised_on, due, done)| {
            let after = |days| raised_on + chrono::TimeDelta::days(days);
            let what = Some(Confidential::new("something"));
            FollowUp { student, mentor, raised_on, due: after(due), done_on: done.map(after), what }
        },
    )
}

fn barrier() -> impl Strategy<Value = BarrierRecord> {
    let barrier = select(vec![BarrierTerm::Illness, BarrierTerm::Transportation]).prop_map(Barrier::from);
    let learnt_from = select(vec![BarrierSource::CheckIn, BarrierSource::Survey]);
    (students(), barrier, dates(), learnt_from, option::weighted(0.5, -1i64..60)).prop_map(
        |(student, barrier, learnt_on, learnt_from, days)| {
            let resolved_on = days.map(|days| learnt_on + chrono::TimeDelta::days(days));
            BarrierRecord { student, barrier, learnt_on, learnt_from, resolved_on }
        },
    )
}

/// Any practice.
pub fn practices() -> impl Strategy<Value = Practice> {
    let people = (vec(mentor(), 0..3), vec(plan(), 0..5), vec(assignment(), 0..9));
    let met = (vec(run(), 0..14), vec(circle(), 0..7), vec(call(), 0..14));
    let rest = (vec(follow_up(), 0..3), vec(barrier(), 0..4));
    let filing = (vec(0u8..3, 40), vec(any::<Index>(), 0..8), any::<bool>());
    (worlds(), people, met, rest, filing).prop_map(|(world, people, met, rest, filing)| {
        let ((mentors, plans, assignments), (runs, circles, calls)) = (people, met);
        let mut records: Vec<Record> = Vec::new();
        for n in 0..4 {
            let id = MentorId::new(format!("m{n}")).unwrap();
            records.push(Record::Mentor(Mentor::new(id, MentorKind::Teacher)));
        }
        records.extend(mentors.into_iter().map(Record::Mentor));
        records.extend(plans.into_iter().map(Record::Plan));
        for (assigned, student, mentor, start, step, check_ins) in runs {
            let pair = assigned.filter(|_| !assignments.is_empty()).map(|index| index.get(&assignments));
            let (student, mentor) =
                pair.map_or((student, mentor), |pair| (pair.student.clone(), pair.mentor.clone()));
            for (n, mut check_in) in (0i64..).zip(check_ins) {
                (check_in.student, check_in.mentor) = (student.clone(), mentor.clone());
                check_in.date = start + chrono::TimeDelta::days(step * n);
                records.push(Record::CheckIn(check_in));
            }
        }
        for (event, days, mut call) in calls {
            if let Some(event) = event.filter(|_| !world.events.is_empty()) {
                let event = event.get(&world.events);
                call.student = StudentId::new(&event.student).unwrap();
                call.date = event.date + chrono::TimeDelta::days(days);
            }
            records.push(Record::Call(call));
        }
        records.extend(assignments.into_iter().map(Record::Assignment));
        records.extend(circles.into_iter().map(Record::Circle));
        records.extend(rest.0.into_iter().map(Record::FollowUp));
        records.extend(rest.1.into_iter().map(Record::Barrier));
        let (files, twice, backwards) = filing;
        for index in twice {
            records.push(index.get(&records).clone());
        }
        if backwards {
            records.reverse();
        }
        let filed = records.into_iter().enumerate().map(|(n, record)| (record, files[n % files.len()]));
        Practice { world, records: filed.collect() }
    })
}

/// The year, a part of it, and now and then more than it or nothing.
pub fn windows() -> impl Strategy<Value = Window> {
    let part = |first: i64, days: i64| date_at(first)..=date_at(first + days);
    prop_oneof![
        2 => Just(year().first_date()..=year().last_date()),
        6 => (-10i64..70, 0i64..90).prop_map(move |(first, days)| part(first, days)),
        4 => (-10i64..240, -1i64..120).prop_map(move |(first, days)| part(first, days)),
        1 => (-500i64..0, 300i64..900).prop_map(move |(first, days)| part(first, days)),
        1 => (300i64..400, 0i64..100).prop_map(move |(first, days)| part(first, days)),
    ]
}
