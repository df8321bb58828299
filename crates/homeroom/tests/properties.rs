//! Properties of registers and rolls: merging, order, repetition, change, time.
#![allow(clippy::unwrap_used)]

#[path = "oracle/policies.rs"]
mod policies;
#[path = "oracle/strategies.rs"]
mod strategies;
#[path = "oracle/world.rs"]
mod world;

use chrono::NaiveDate;
use homeroom::{
    AttendanceCode, AttendanceStatus, CalendarDay, CountsAs, DayMark, Extent, Policy, PolicyDifference,
    Reading, Register, RollBasis, Standing, Status, TransferDay,
};
use policies::policies;
use proptest::{option, prelude::*, sample::Index};
use std::collections::BTreeSet;
use strategies::worlds;
use world::{World, date_at};

// More with `PROPTEST_CASES`.
fn cases(cases: u32) -> ProptestConfig {
    let cases = std::env::var("PROPTEST_CASES").ok().and_then(|cases| cases.parse().ok()).unwrap_or(cases);
    ProptestConfig { cases, failure_persistence: None, ..ProptestConfig::default() }
}

fn whole(world: &World) -> Option<Register> {
    world.register().ok().map(|(register, _)| register)
}

/// The part of a world that some of its rows make.
fn shard(world: &World, of: impl Fn(&str, &str) -> bool) -> World {
    let mut part = world.clone();
    part.stays.retain(|stay| of(&stay.student, &stay.school));
    part.events.retain(|event| of(&event.student, &event.school));
    part
}

/// Merges parts two at a time, in an order and grouping that chance picks.
fn merge_all(mut parts: Vec<Register>, picks: &[Index]) -> Register {
    let mut picks = picks.iter().cycle();
    while parts.len() > 1 {
        let a = parts.swap_remove(picks.next().unwrap().index(parts.len()));
        let b = parts.swap_remove(picks.next().unwrap().index(parts.len()));
        parts.push(a.merge(b).unwrap());
    }
    parts.pop().unwrap()
}

fn absent() -> DayMark {
    DayMark::whole_day(AttendanceCode::new(AttendanceStatus::UnexcusedAbsence))
}

fn unexcused_is_absent(policy: &Policy) -> bool {
    let code = AttendanceCode::new(AttendanceStatus::UnexcusedAbsence);
    policy.treatment().of(code) == Some(CountsAs::Absent)
}

/// A day in membership of some row: the student, the school and the date.
fn some_day(register: &Register, pick: Index) -> Option<(String, String, NaiveDate)> {
    let dates = register.school_days().dates();
    let row_days = (0..register.row_count()).flat_map(|row| (0..dates.len()).map(move |day| (row, day)));
    let days: Vec<_> = row_days.filter(|(row, day)| register.row(*row).is_member(*day)).collect();
    let (row, day) = *days.get(pick.index(days.len().max(1)))?;
    let key = register.key(row);
    let student = register.student_id(key.student as usize).to_owned();
    Some((student, register.school_id(key.school as usize).to_string(), dates[day]))
}

fn standings(register: &Register, policy: &Policy, as_of: NaiveDate) -> Option<Vec<Standing>> {
    let reading = Reading::new(register, policy).ok()?;
    Some((0..register.students()).map(|student| reading.standing_of_student(student, as_of)).collect())
}

fn rank(status: Status) -> Option<u8> {
    status.is_eligible().then_some(u8::from(status == Status::Chronic))
}

proptest! {
    #![proptest_config(cases(1024))]

    // Transfer days are settled between the schools of one register, so parts by school are merged of rolls
    // that let such a day count at both.
    #[test]
    fn parts_by_school_make_the_whole(mut world in worlds(), picks in proptest::collection::vec(any::<Index>(), 8)) {
        world.rules.transfer_day = TransferDay::BothSchools;
        let schools = |school: &world::School| {
            let mut part = shard(&world, |_, id| id == school.id);
            part.schools.retain(|each| each.id == school.id);
            part.taken.retain(|(id, _)| *id == school.id);
            whole(&part)
        };
        let Some(parts) = world.schools.iter().map(schools).collect::<Option<Vec<_>>>() else { return Ok(()) };
        let merged = merge_all(parts, &picks);
        prop_assert_eq!(&merged, &whole(&world).unwrap());
        prop_assert_eq!(Register::from_bytes(&merged.to_bytes().unwrap()), Ok(merged));
    }

    #[test]
    fn parts_by_student_make_the_whole(
        world in worlds(),
        groups in proptest::collection::vec(0u8..4, 5),
        picks in proptest::collection::vec(any::<Index>(), 8),
    ) {
        let Some(register) = whole(&world) else { return Ok(()) };
        let group = |student: &str| groups[student[1..].parse::<usize>().unwrap() % groups.len()];
        let parts = (0..4u8).map(|g| whole(&shard(&world, |student, _| group(student) == g)).unwrap());
        prop_assert_eq!(merge_all(parts.collect(), &picks), register);
    }

    #[test]
    fn the_order_of_records_is_not_told((world, other) in worlds().prop_flat_map(|world| {
        let (events, stays) = (Just(world.events.clone()), Just(world.stays.clone()));
        (Just(world), events.prop_shuffle(), stays.prop_shuffle())
            .prop_map(|(world, events, stays)| (world.clone(), World { stays, events, ..world }))
    })) {
        let Ok((register, report)) = world.register() else { return Ok(()) };
        let (again, other_report) = other.register().unwrap();
        prop_assert_eq!(register.to_bytes(), again.to_bytes());
        prop_assert_eq!(register, again);
        prop_assert!(other_report.intake.balances());
        prop_assert_eq!(report.intake.rejected, other_report.intake.rejected);
    }

    #[test]
    fn reading_a_file_twice_changes_nothing(world in worlds()) {
        let Ok((register, report)) = world.register() else { return Ok(()) };
        let mut twice = world.clone();
        twice.events.extend(world.events.clone());
        twice.stays.extend(world.stays.clone());
        let (again, report_again) = twice.register().unwrap();
        prop_assert_eq!(register, again);
        prop_assert!(report_again.intake.balances() && report_again.enrollments.balances());
        prop_assert_eq!(report_again.intake.read, 2 * report.intake.read);
        prop_assert_eq!(report_again.intake.rejected, 2 * report.intake.rejected);
        // Nothing counts a second time, save what contradicts itself and loses again.
        prop_assert!(report_again.intake.applied <= report.intake.applied);
    }

    // Where unexcused absences count as absent, and the student is eligible before and after: a day present
    // in the place of whatever it was never makes a status worse, a day absent never better.
    #[test]
    fn a_day_more_present_or_absent_moves_the_right_way(
        world in worlds(), policy in policies(), pick in any::<Index>(), as_of in (0i64..240).prop_map(date_at),
    ) {
        let Some(register) = whole(&world) else { return Ok(()) };
        if !unexcused_is_absent(&policy) {
            return Ok(());
        }
        let Some((student, school, date)) = some_day(&register, pick) else { return Ok(()) };
        let status = |mark: Option<DayMark>| {
            let mut changed = register.clone();
            if let Some(mark) = mark {
                changed.correct(&student, &school, date, mark).unwrap();
            }
            let standings = standings(&changed, &policy, as_of)?;
            rank(standings[changed.find_student(&student).unwrap()].status)
        };
        let (as_it_was, present, away) = (status(None), status(Some(DayMark::default())), status(Some(absent())));
        if let (Some(as_it_was), Some(present)) = (as_it_was, present) {
            prop_assert!(present <= as_it_was, "a day present made it worse");
        }
        if let (Some(as_it_was), Some(away)) = (as_it_was, away) {
            prop_assert!(away >= as_it_was, "a day absent made it better");
        }
    }

    // Where only whole days are not recorded: however they turn out, a status that is said to be certain stands.
    #[test]
    fn what_is_certain_stands(
        mut world in worlds(), policy in policies(), as_of in (0i64..240).prop_map(date_at),
        turns in proptest::collection::vec(any::<bool>(), 16),
    ) {
        world.rules.basis = RollBasis::FullRoll;
        world.events.retain(|event| event.extent == Extent::WholeDay);
        let Some(register) = whole(&world) else { return Ok(()) };
        if !unexcused_is_absent(&policy) {
            return Ok(());
        }
        let mut known = register.clone();
        let mut turns = turns.iter().cycle();
        for row in 0..register.row_count() {
            let key = register.key(row);
            let student = register.student_id(key.student as usize);
            let school = register.school_id(key.school as usize).as_str();
            for (day, date) in register.school_days().dates().iter().enumerate() {
                if register.row(row).is_member(day) && !register.row(row).is_recorded(day) {
                    let mark = if *turns.next().unwrap() { absent() } else { DayMark::default() };
                    known.correct(student, school, *date, mark).unwrap();
                }
            }
        }
        let readings = Reading::new(&register, &policy).ok().zip(Reading::new(&known, &policy).ok());
        let Some((before, after)) = readings else { return Ok(()) };
        for row in 0..register.row_count() {
            let (before, after) = (before.standing_of_row(row, as_of), after.standing_of_row(row, as_of));
            prop_assert!(after.certain);
            prop_assert!(!before.certain || before.status == after.status, "{:?} {:?}", before, after);
        }
    }

    // Whatever school a transfer day counts at, it counts for the student.
    #[test]
    fn no_transfer_day_is_lost(mut world in worlds()) {
        let mut days = Vec::new();
        for rule in TransferDay::ALL {
            world.rules.transfer_day = *rule;
            let Some(register) = whole(&world) else { return Ok(()) };
            let axis = 0..register.school_days().len();
            let of_student = |student: usize| {
                let member = |day: &usize| register.rows_of(student).any(|row| register.row(row).is_member(*day));
                axis.clone().filter(member).collect::<Vec<_>>()
            };
            days.push((0..register.students()).map(of_student).collect::<Vec<_>>());
        }
        prop_assert!(days.windows(2).all(|rules| rules[0] == rules[1]));
    }

    #[test]
    fn the_last_day_is_the_whole_year(world in worlds(), policy in policies()) {
        let Some(register) = whole(&world) else { return Ok(()) };
        let last = *register.school_days().dates().last().unwrap();
        prop_assert_eq!(standings(&register, &policy, last), standings(&register, &policy, NaiveDate::MAX));
        let Ok(reading) = Reading::new(&register, &policy) else { return Ok(()) };
        prop_assert_eq!(reading.measure(last).unwrap(), reading.measure(NaiveDate::MAX).unwrap());
    }

    #[test]
    fn a_policy_does_not_differ_from_itself(world in worlds(), policy in policies()) {
        let Some(register) = whole(&world) else { return Ok(()) };
        let Ok(difference) = PolicyDifference::between(&register, &policy, &policy, date_at(90)) else {
            return Ok(());
        };
        prop_assert!(difference.clauses.is_empty() && difference.changes.is_empty());
    }

    #[test]
    fn a_correction_taken_back_and_made_again(world in worlds(), pick in any::<Index>()) {
        let Some(register) = whole(&world) else { return Ok(()) };
        let Some((student, school, date)) = some_day(&register, pick) else { return Ok(()) };
        let mut changed = register.clone();
        let before = changed.correct(&student, &school, date, absent()).unwrap();
        let corrected = changed.clone();
        changed.delete(&student, &school, date).unwrap();
        let day = register.school_days().index_of(date).unwrap();
        let deleted = |register: &Register| {
            let recorded = register.rules().basis == RollBasis::ExceptionsOnly;
            let mut rows = register.rows_of(register.find_student(&student).unwrap());
            rows.any(|row| register.row(row).is_recorded(day) == recorded && register.row(row).mark(day) == 0)
        };
        prop_assert!(deleted(&changed));
        prop_assert_eq!(changed.correct(&student, &school, date, absent()).unwrap(), DayMark::default());
        prop_assert_eq!(&changed, &corrected);
        // What was recorded before can be recorded again, "not taken" too.
        let find = |register: &Register| {
            let mut rows = register.rows_of(register.find_student(&student).unwrap());
            rows.find(|row| register.school_id(register.key(*row).school as usize).as_str() == school).unwrap()
        };
        let recorded = register.row(find(&register)).is_recorded(day);
        let not_taken = DayMark::whole_day(AttendanceCode::new(AttendanceStatus::NotRecorded));
        changed.correct(&student, &school, date, if recorded { before } else { not_taken }).unwrap();
        prop_assert_eq!(changed, register);
    }

    // An enrolment without a day is not used, so here each has one before the day that is appended.
    #[test]
    fn a_day_appended_is_a_day_of_a_longer_calendar(mut world in worlds()) {
        let Some(register) = whole(&world) else { return Ok(()) };
        let last = *register.school_days().dates().last().unwrap();
        world.events.retain(|event| event.date != last);
        world.taken.retain(|(_, date)| *date != last);
        let schools = world.schools.clone();
        world.stays.retain(|stay| {
            let school = schools.iter().find(|school| school.id == stay.school).unwrap();
            let mut before = school.days.iter().filter(|(date, day)| **date < last && day.closed.is_empty());
            before.any(|(date, _)| {
                stay.entry <= *date && stay.last.is_none_or(|end| *date <= end) && school.teaches(*date, None)
            })
        });
        let register = whole(&world).unwrap();
        let taught: Vec<_> = world
            .schools
            .iter()
            .filter(|school| school.teaches(last, None))
            .map(|school| {
                let world::Day { event, minutes, closed } = school.days[&last].clone();
                (school.id.clone(), CalendarDay { event, minutes, closed_grades: closed })
            })
            .collect();
        for school in &mut world.schools {
            if school.teaches(last, None) {
                school.days.remove(&last);
            }
        }
        let Some(mut shorter) = whole(&world) else { return Ok(()) };
        let days: Vec<_> = taught.iter().map(|(school, day)| (school.as_str(), day.clone())).collect();
        shorter.append_day(last, &days).unwrap();
        prop_assert_eq!(&shorter, &register);
        prop_assert!(shorter.append_day(last, &days).is_err());
    }

    // What is known on a day does not depend on what comes later. A student's grade, share and place in the
    // order of schools are those of the latest enrolment, so here each student goes to a school once, never to
    // two on one day.
    #[test]
    fn a_standing_does_not_look_ahead(
        mut world in worlds(), policy in policies(), offset in 0i64..200, day_of in option::of(any::<Index>()),
    ) {
        let mut seen = BTreeSet::new();
        world.stays.retain(|stay| seen.insert((stay.student.clone(), stay.school.clone())));
        // Often the day on which somebody comes: what happens then is the hardest to tell.
        let as_of = day_of.map_or(date_at(offset), |day| day.get(&world.stays).entry);
        let Some(register) = whole(&world) else { return Ok(()) };
        let alone = |student: usize| {
            let rows: Vec<_> = register.rows_of(student).collect();
            (0..register.school_days().len())
                .all(|day| rows.iter().filter(|row| register.row(**row).is_member(day)).count() <= 1)
        };
        let mut past = world.clone();
        past.events.retain(|event| event.date <= as_of);
        past.taken.retain(|(_, date)| *date <= as_of);
        past.stays.retain(|stay| stay.entry <= as_of);
        past.schools.iter_mut().for_each(|school| school.days.retain(|date, _| *date <= as_of));
        let Some(past) = whole(&past) else { return Ok(()) };
        let (Some(now), Some(then)) = (standings(&register, &policy, as_of), standings(&past, &policy, as_of))
        else {
            return Ok(());
        };
        for student in 0..past.students() {
            let id = past.student_id(student);
            let later = register.find_student(id).unwrap();
            if alone(later) {
                let (now, then) = (now[later], then[student]);
                prop_assert_eq!((now.status, now.band, now.certain), (then.status, then.band, then.certain), "{}", id);
                prop_assert_eq!(now.membership_days, then.membership_days);
            }
        }
    }
}
