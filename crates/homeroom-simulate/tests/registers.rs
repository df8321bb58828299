//! Registers are the same by every way of making them, and hold what was promised.

#![allow(clippy::unwrap_used)]

use homeroom::{Enrollment, EventRef, FindingCode, Place, Register, RegisterBuilder, SchoolYear};
use homeroom_simulate::{Collaborative, Settings, SimulatedStudent, simulate};
use std::collections::BTreeMap;

fn small() -> Settings {
    Settings::default().students_per_grade(6).unwrap()
}

// Students simulated by themselves, the last first, on several threads.
fn in_another_order(network: &Collaborative) -> Vec<SimulatedStudent> {
    let numbers: Vec<u32> = (0..network.students()).rev().collect();
    std::thread::scope(|scope| {
        let part = |part: &[u32]| {
            let part = part.to_vec();
            scope.spawn(move || part.into_iter().map(|number| network.student(number)).collect::<Vec<_>>())
        };
        let threads: Vec<_> = numbers.chunks(40).map(part).collect();
        threads.into_iter().rev().flat_map(|thread| thread.join().unwrap()).collect()
    })
}

fn register(network: &Collaborative, students: &[SimulatedStudent], number: usize) -> Register {
    let year = network.settings().years()[number];
    let mut builder = RegisterBuilder::new(year);
    let schools = network.schools();
    for (index, school) in schools.iter().enumerate().rev() {
        builder.add_calendar(school.id.clone(), network.calendar(index, year).unwrap().clone());
    }
    for enrollment in students.iter().flat_map(|student| student.enrollments(network, year)) {
        builder.add_enrollment(enrollment, Place::default());
    }
    let mut roll = builder.open().unwrap();
    for student in students {
        for event in student.events[number].iter().rev() {
            let (code, extent) = event.code.meaning();
            let (student, school) = (student.id.as_str(), schools[event.school].id.as_str());
            let event = EventRef { student, school, date: event.date, code, extent: &extent };
            roll.record(&event, Place::default()).unwrap();
        }
    }
    roll.close().unwrap().0
}

#[test]
fn neither_threads_nor_order_change_a_register() {
    let simulation = simulate(&small());
    let students = in_another_order(simulation.network());
    let registers = simulation.registers().unwrap();
    for (number, year) in small().years().into_iter().enumerate() {
        assert_eq!(register(simulation.network(), &students, number), registers[&year]);
    }
    let mut students = students;
    students.sort_by(|a, b| a.id.cmp(&b.id));
    assert_eq!(students, simulation.students());
}

#[test]
fn every_record_counts_and_the_expected_findings_occur() {
    let mobile = |seed| small().seed(seed).mobility("1".parse().unwrap()).unwrap();
    for settings in [small(), Settings::default()].into_iter().chain((0..8).map(mobile)) {
        let mut found: BTreeMap<FindingCode, u64> = BTreeMap::new();
        for (_, (_, report)) in simulate(&settings).rolls().unwrap() {
            assert!(report.intake.balances() && report.enrollments.balances());
            assert_eq!(report.intake.applied, report.intake.read);
            assert_eq!(report.enrollments.applied, report.enrollments.read);
            for (code, count) in report.findings.by_code() {
                *found.entry(code).or_default() += count;
            }
        }
        let expected =
            [FindingCode::OverlappingEnrollment, FindingCode::TransferDay, FindingCode::TwoSchoolsOneDay];
        assert_eq!(found.keys().copied().collect::<Vec<_>>(), expected, "{found:?}");
    }
}

#[test]
fn every_enrollment_lies_in_its_year_and_grades_do_not_fall() {
    let simulation = simulate(&Settings::default());
    let network = simulation.network();
    let mut kinds = BTreeMap::new();
    for student in simulation.students() {
        let mut grades = Vec::new();
        for year in network.settings().years() {
            let spells = student.enrollments(network, year);
            for spell in &spells {
                assert_eq!(SchoolYear::of(spell.entry()).unwrap(), year);
                let last = spell.last_day().unwrap();
                assert!(spell.entry() <= last && year.contains(last), "{}", student.id);
                *kinds.entry("one day").or_insert(0) += u32::from(spell.entry() == last);
                *kinds.entry("half").or_insert(0) += u32::from(spell.share().denominator() == 2);
            }
            *kinds.entry("several spells").or_insert(0) += u32::from(spells.len() > 1);
            for pair in spells.windows(2) {
                let same_school = pair[0].school() == pair[1].school();
                *kinds.entry("re-entry").or_insert(0) += u32::from(same_school);
                *kinds.entry("transfer day").or_insert(0) +=
                    u32::from(pair[0].last_day() == Some(pair[1].entry()));
            }
            grades.extend(spells.first().and_then(Enrollment::grade));
        }
        assert!(grades.is_sorted() && !grades.is_empty(), "{}", student.id);
    }
    assert_eq!(kinds["half"], 2, "one dual enrolment");
    assert!(kinds["one day"] >= 1 && kinds["re-entry"] >= 5 && kinds["transfer day"] >= 5, "{kinds:?}");
}

#[test]
fn the_register_counts_the_days_that_the_simulation_counted() {
    let simulation = simulate(&small());
    let registers = simulation.registers().unwrap();
    for (number, year) in small().years().into_iter().enumerate() {
        let register = &registers[&year];
        for student in simulation.students() {
            let Some(index) = register.find_student(student.id.as_str()) else { continue };
            let [row] = register.rows_of(index).collect::<Vec<_>>()[..] else { continue };
            let row = register.row(row);
            let mark = |day: usize| register.marks()[usize::from(row.mark(day))].absent_part();
            let half = homeroom::Fraction::HALF;
            let absent = (0..register.school_days().len()).filter(|day| mark(*day) >= half).count();
            assert_eq!(row.membership_days(), student.years[number].membership, "{}", student.id);
            assert_eq!(absent, student.years[number].absent as usize, "{}", student.id);
        }
    }
}

#[test]
fn the_roster_names_everybody() {
    let simulation = simulate(&small());
    let roster = simulation.roster();
    assert_eq!(roster.students().len(), simulation.students().len());
    assert_eq!((roster.schools().len(), roster.districts().len(), roster.partners().len()), (10, 3, 3));
    assert_eq!(roster.networks().len(), 1);
    let student = roster.student("S00001").unwrap();
    assert!(matches!(student.attribute("economically_disadvantaged"), Some("yes" | "no")));
}
