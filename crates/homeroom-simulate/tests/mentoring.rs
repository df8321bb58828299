//! The mentoring program holds together: what it names exists, what it says happened could happen.

#![allow(clippy::unwrap_used, reason = "tests may unwrap")]

use chrono::{Datelike, NaiveDate};
use homeroom::{
    StudentId,
    mentoring::{
        Attendee, Barrier, CheckIn, ContactMinutes, ContactMode, ContactOutcome, Organization, Visibility,
    },
};
use homeroom_simulate::{DefectKind, Settings, SimulatedMentoring, SimulatedStudent, Simulation, simulate};
use std::{
    collections::{BTreeMap, BTreeSet},
    path::{Path, PathBuf},
};

fn small() -> Settings {
    Settings::default().students_per_grade(6).unwrap()
}

// The sample, a network in which everybody moves, and one in which every eligible student has a mentor.
fn worlds() -> Vec<Simulation> {
    let mobile = small().seed(5).mobility("1".parse().unwrap()).unwrap();
    let all = small().seed(6).mentored_share("1".parse().unwrap()).unwrap();
    [Settings::default(), mobile, all].iter().map(simulate).collect()
}

fn written(simulation: &Simulation, name: &str) -> PathBuf {
    let folder = PathBuf::from(env!("CARGO_TARGET_TMPDIR")).join(name);
    simulation.write(&folder).unwrap();
    folder
}

fn rows(folder: &Path, file: &str) -> Vec<csv::StringRecord> {
    let mut reader = csv::Reader::from_path(folder.join(file)).unwrap();
    reader.records().map(Result::unwrap).collect()
}

fn students(simulation: &Simulation) -> BTreeMap<&StudentId, &SimulatedStudent> {
    simulation.students().iter().map(|student| (&student.id, student)).collect()
}

// The schools at which a student is in membership and taught on a date of the second year.
fn schools_on(simulation: &Simulation, student: &SimulatedStudent, date: NaiveDate) -> BTreeSet<String> {
    let network = simulation.network();
    let [_, year] = network.settings().years();
    let schools = network.schools();
    let teaches = |spell: &homeroom::Enrollment| {
        let school = schools.iter().position(|school| school.id == *spell.school()).unwrap();
        network.calendar(school, year).unwrap().is_instructional(date, spell.grade())
    };
    let spells = student.enrollments(network, year).into_iter();
    let holding = spells.filter(|spell| spell.entry() <= date && date <= spell.last_day().unwrap());
    holding.filter(teaches).map(|spell| spell.school().to_string()).collect()
}

fn is_absent(student: &SimulatedStudent, date: NaiveDate) -> bool {
    student.events[1].iter().any(|event| event.date == date && event.code.is_absence())
}

#[test]
fn every_check_in_is_with_an_assigned_mentor_at_a_school_of_both_on_a_school_day() {
    for simulation in worlds() {
        let mentoring = simulation.mentoring();
        let students = students(&simulation);
        assert!(mentoring.check_ins.len() > 1_000, "{}", mentoring.check_ins.len());
        for check_in in &mentoring.check_ins {
            let CheckIn { student, mentor, date, outcome, .. } = check_in;
            let assigned = mentoring.assignments.iter().any(|assignment| {
                assignment.student == *student && assignment.mentor == *mentor && assignment.holds(*date)
            });
            assert!(assigned, "{student} {mentor} {date}");
            let at = schools_on(&simulation, students[student], *date);
            let mentor = mentoring.mentors.iter().find(|known| known.id == *mentor).unwrap();
            assert!(mentor.schools.iter().any(|school| at.contains(school.as_str())), "{student} {date}");
            let day = date.weekday().num_days_from_monday() as usize;
            assert!(mentor.availability.is_none_or(|there| there.minutes[day] > 0), "{student} {date}");
            let absent = is_absent(students[student], *date);
            assert_eq!(absent, *outcome == ContactOutcome::StudentAbsent, "{student} {date}");
            let minutes = check_in.minutes.map(ContactMinutes::get);
            assert!(minutes.is_none_or(|minutes| outcome.is_met() && (5..=30).contains(&minutes)));
            assert!(check_in.time.is_some());
        }
        let at_once =
            mentoring.check_ins.iter().map(|c| (&c.student, c.date, c.time)).collect::<BTreeSet<_>>();
        assert_eq!(at_once.len(), mentoring.check_ins.len());
    }
}

#[test]
fn exactly_the_mentored_are_assigned_and_nobody_has_two_primary_mentors_at_once() {
    for simulation in worlds() {
        let mentoring = simulation.mentoring();
        let mut spells: BTreeMap<&StudentId, Vec<(NaiveDate, NaiveDate)>> = BTreeMap::new();
        for assignment in &mentoring.assignments {
            let primary = assignment.role.as_str() == "primary";
            let of = spells.entry(&assignment.student).or_default();
            of.extend(primary.then(|| (assignment.begin, assignment.end.unwrap_or(NaiveDate::MAX))));
            assert!(assignment.end.is_none_or(|end| assignment.begin <= end));
            assert_eq!(assignment.end.is_some(), assignment.end_reason.is_some());
        }
        for (student, spells) in &mut spells {
            spells.sort_unstable();
            assert!(spells.windows(2).all(|pair| pair[0].1 < pair[1].0), "{student}");
        }
        assert_eq!(spells.into_keys().cloned().collect::<Vec<_>>(), simulation.truth().mentored);
    }
}

#[test]
fn everything_that_is_named_exists() {
    for simulation in worlds() {
        let mentoring = simulation.mentoring();
        let SimulatedMentoring { mentors, assignments, circles, contact_plans, .. } = &mentoring;
        let roster = simulation.roster();
        let mentor_ids: BTreeSet<_> = mentors.iter().map(|mentor| &mentor.id).collect();
        let staff_ids: BTreeSet<_> = mentoring.staff.iter().map(|person| &person.id).collect();
        let school = |id: &homeroom::SchoolId| roster.school(id.as_str()).is_some();
        assert_eq!((mentor_ids.len(), staff_ids.len()), (mentors.len(), mentoring.staff.len()));
        for mentor in mentors {
            assert!(mentor.schools.iter().all(school));
            assert!(match &mentor.organization {
                Some(Organization::School(id)) => school(id),
                Some(Organization::District(id)) => roster.districts().any(|district| district.id == *id),
                Some(Organization::Partner(id)) => roster.partners().any(|partner| partner.id == *id),
                _ => true,
            });
        }
        for plan in assignments.iter().filter_map(|assignment| assignment.plan.as_ref()) {
            assert!(contact_plans.iter().any(|known| known.id == *plan));
        }
        assert!(contact_plans.iter().all(|plan| plan.check().is_ok()));
        for circle in circles {
            assert!(circle.mentors.iter().all(|mentor| mentor_ids.contains(mentor)));
            for student in &circle.students {
                let held = assignments.iter().any(|a| a.student == *student && a.holds(circle.date));
                assert!(held, "{student} {}", circle.date);
                assert!(!is_absent(students(&simulation)[student], circle.date));
            }
        }
        for person in &mentoring.staff {
            assert!(school(&person.school) && person.mentor.iter().all(|mentor| mentor_ids.contains(mentor)));
        }
        assert!(mentoring.team_meetings.iter().flat_map(|m| &m.staff).all(|id| staff_ids.contains(id)));
        for attendee in mentoring.learning_sessions.iter().flat_map(|session| &session.attended) {
            assert!(match attendee {
                Attendee::Mentor(id) => mentor_ids.contains(id),
                Attendee::Staff(id) => staff_ids.contains(id),
                _ => false,
            });
        }
        for barrier in &mentoring.barriers {
            assert!(roster.student(barrier.student.as_str()).is_some());
            assert!(barrier.resolved_on.is_none_or(|date| barrier.learnt_on < date));
        }
    }
}

#[test]
fn calls_home_are_on_a_day_of_absence_or_the_next_school_day() {
    let simulation = simulate(&Settings::default());
    let students = students(&simulation);
    let mentoring = simulation.mentoring();
    let mut same_day = 0;
    for call in &mentoring.home_calls {
        let student = students[&call.student];
        let mut before = (1..30).map(|days| call.date - chrono::Days::new(days));
        let last = before.find(|date| !schools_on(&simulation, student, *date).is_empty()).unwrap();
        same_day += usize::from(is_absent(student, call.date));
        assert!(is_absent(student, call.date) || is_absent(student, last), "{} {}", call.student, call.date);
    }
    assert!(same_day * 10 > mentoring.home_calls.len() * 7, "{same_day}");
}

#[test]
fn statuses_follow_from_each_other_and_barriers_are_terms() {
    for (number, simulation) in worlds().iter().enumerate() {
        let folder = written(simulation, &format!("statuses-{number}"));
        let catalogue = rows(&folder, "interventions.csv");
        for barrier in
            catalogue.iter().flat_map(|row| row[6].split(';')).filter(|barrier| !barrier.is_empty())
        {
            assert!(barrier.parse::<Barrier>().is_ok(), "{barrier}");
        }
        let known: BTreeSet<String> = catalogue.iter().map(|row| row[0].to_owned()).collect();
        let mut histories: BTreeMap<(String, String), Vec<(NaiveDate, String)>> = BTreeMap::new();
        for row in rows(&folder, "student_interventions.csv") {
            assert!(known.contains(&row[1]));
            let history = histories.entry((row[0].to_owned(), row[1].to_owned())).or_default();
            history.push((row[2].parse().unwrap(), row[3].to_owned()));
        }
        for (of, history) in &histories {
            assert_eq!(history[0].1, "proposed");
            for pair in history.windows(2) {
                let legal = matches!(
                    (pair[0].1.as_str(), pair[1].1.as_str()),
                    ("proposed", "planned" | "declined")
                        | ("planned" | "paused", "active")
                        | ("active", "completed" | "paused" | "discontinued")
                );
                assert!(legal && pair[0].0 < pair[1].0, "{of:?} {history:?}");
            }
        }
    }
}

#[test]
fn the_files_hold_the_records_and_each_defect_once() {
    for (number, simulation) in worlds().iter().enumerate() {
        let folder = written(simulation, &format!("defects-{number}"));
        let mentoring = simulation.mentoring();
        let kinds: Vec<DefectKind> = mentoring.defects.iter().map(|defect| defect.kind).collect();
        assert_eq!(kinds, DefectKind::ALL);
        let row = |kind: DefectKind| {
            let defect = mentoring.defects.iter().find(|defect| defect.kind == kind).unwrap();
            rows(&folder, kind.file())[defect.row as usize - 2].clone()
        };
        assert_eq!(rows(&folder, "check_ins.csv").len(), mentoring.check_ins.len() + kinds.len() - 1);
        assert_eq!(rows(&folder, "assignments.csv").len(), mentoring.assignments.len() + 1);

        let students = students(simulation);
        let check_in = |kind| {
            let row = row(kind);
            let id = StudentId::new(&row[0]).unwrap();
            (students[&id], row[1].to_owned(), row[2].parse::<NaiveDate>().unwrap(), row)
        };
        let (student, _, date, _) = check_in(DefectKind::BeforeAssignment);
        let first = mentoring.assignments.iter().filter(|a| a.student == student.id).map(|a| a.begin).min();
        assert!(date < first.unwrap() && !schools_on(simulation, student, date).is_empty());
        let (student, mentor, date, _) = check_in(DefectKind::NonSchoolDay);
        assert!(schools_on(simulation, student, date).is_empty());
        let assigned = |id: &StudentId, mentor: &str, date| {
            mentoring
                .assignments
                .iter()
                .any(|a| a.student == *id && a.mentor.as_str() == mentor && a.holds(date))
        };
        assert!(assigned(&student.id, &mentor, date));
        assert_eq!(&check_in(DefectKind::TooLong).3[5], "600");
        assert_eq!(check_in(DefectKind::UnknownMentor).1, "M99");
        assert!(check_in(DefectKind::UnknownBarrier).3[10].parse::<Barrier>().is_err());
        let all = rows(&folder, "check_ins.csv");
        let said = check_in(DefectKind::SaidTwice).3;
        assert_eq!(all.iter().filter(|row| **row == said).count(), 2);
        let (student, mentor, date, both) = check_in(DefectKind::Simultaneous);
        assert!(assigned(&student.id, &mentor, date));
        let at_once = all.iter().filter(|row| row[0] == both[0] && row[2] == both[2] && row[3] == both[3]);
        assert_eq!(at_once.map(|row| row[1].to_owned()).collect::<BTreeSet<_>>().len(), 2);
        let row = row(DefectKind::OverlappingAssignment);
        let begin: NaiveDate = row[2].parse().unwrap();
        let holds = |a: &homeroom::mentoring::Assignment| a.holds(begin) && a.role.as_str() == "primary";
        assert!(mentoring.assignments.iter().any(|a| a.student.as_str() == &row[1] && holds(a)));
    }
}

#[test]
fn what_a_student_does_with_a_mentor_does_not_hang_on_the_other_students() {
    let few = simulate(&small()).mentoring();
    let all = simulate(&small().mentored_share("1".parse().unwrap()).unwrap()).mentoring();
    let mentored: BTreeSet<&StudentId> = few.assignments.iter().map(|a| &a.student).collect();
    assert!(all.assignments.len() > few.assignments.len() && !mentored.is_empty());
    macro_rules! same {
        ($($records:ident),*) => {
            $(let of: Vec<_> = all.$records.iter().filter(|r| mentored.contains(&r.student)).collect();
            assert_eq!(of, few.$records.iter().collect::<Vec<_>>(), stringify!($records));)*
        };
    }
    same!(assignments, check_ins, follow_ups, home_calls);
}

#[test]
fn a_network_without_mentored_students_has_a_program_all_the_same() {
    let none = simulate(&small().mentored_share("0".parse().unwrap()).unwrap()).mentoring();
    assert!(none.assignments.is_empty() && none.check_ins.is_empty() && none.defects.is_empty());
    assert!(!none.mentors.is_empty() && !none.team_meetings.is_empty() && none.phases.len() == 2);
    for seed in 0..12 {
        let tiny = Settings::default().students_per_grade(1).unwrap().seed(seed);
        let mentoring = simulate(&tiny.mobility("1".parse().unwrap()).unwrap()).mentoring();
        assert!(mentoring.defects.len() <= DefectKind::ALL.len());
    }
}

// The share of a mentor's weeks with three contacts of a student made, over the weeks with any.
fn weeks_of_three(mentoring: &SimulatedMentoring) -> Vec<f64> {
    let mut weeks: BTreeMap<_, BTreeMap<_, u32>> = BTreeMap::new();
    for check_in in mentoring.check_ins.iter().filter(|check_in| check_in.outcome.is_met()) {
        let week = (check_in.student.clone(), check_in.date.iso_week());
        *weeks.entry(check_in.mentor.clone()).or_default().entry(week).or_default() += 1;
    }
    let share = |weeks: &BTreeMap<_, u32>| {
        weeks.values().filter(|contacts| **contacts >= 3).count() as f64 / weeks.len() as f64
    };
    weeks.values().filter(|weeks| weeks.len() >= 20).map(share).collect()
}

#[test]
fn the_sample_is_a_program_as_they_are() {
    let simulation = simulate(&Settings::default());
    let mentoring = simulation.mentoring();
    assert!((5_000..9_000).contains(&mentoring.check_ins.len()), "{}", mentoring.check_ins.len());
    let shares = weeks_of_three(&mentoring);
    let (least, most) =
        shares.iter().fold((1.0_f64, 0.0_f64), |(a, b), share| (a.min(*share), b.max(*share)));
    assert!(most - least > 0.3, "mentors differ: {least} {most}");
    for outcome in ContactOutcome::ALL {
        assert!(mentoring.check_ins.iter().any(|check_in| check_in.outcome == *outcome), "{outcome}");
    }
    for mode in ContactMode::ALL {
        assert!(mentoring.check_ins.iter().any(|check_in| check_in.mode == *mode), "{mode}");
    }
    for visibility in Visibility::ALL {
        let notes = mentoring.check_ins.iter().filter_map(|check_in| check_in.note.as_ref());
        assert!(notes.clone().any(|note| note.visibility == *visibility), "{visibility}");
    }
    let overdue = mentoring.follow_ups.iter().filter(|promise| promise.done_on.is_none()).count();
    assert!(overdue > 10 && overdue * 2 < mentoring.follow_ups.len(), "{overdue}");
    let resolved = mentoring.barriers.iter().filter(|barrier| barrier.resolved_on.is_some()).count();
    assert!(resolved > 20 && resolved < mentoring.barriers.len(), "{resolved}");
    let families = mentoring.circles.iter().filter(|circle| circle.guardians > 0).count();
    assert!(families > 10 && families < mentoring.circles.len(), "{families}");
    let kinds: BTreeSet<_> = mentoring.mentors.iter().map(|mentor| mentor.kind).collect();
    assert_eq!(kinds.len(), homeroom::mentoring::MentorKind::ALL.len());
    let languages: BTreeSet<_> =
        simulation.students().iter().map(|student| student.person.home_language).collect();
    assert_eq!(languages, BTreeSet::from(["en", "es", "pt"]));
}

#[test]
fn debug_shows_counts_only() {
    let mentoring = simulate(&small()).mentoring();
    let shown = format!("{mentoring:?}");
    assert!(shown.contains("mentors: 29") && !shown.contains("Fennimore") && !shown.contains("proud"));
    assert!(shown.len() < 2_000, "{}", shown.len());
}

#[test]
fn mentoring_draws_nothing_from_the_streams_of_attendance() {
    // Lengths and sums of the files as they were before the simulation knew of mentoring.
    let folder = written(&simulate(&Settings::default()), "unchanged");
    for (file, bytes, sum) in ATTENDANCE {
        let text = std::fs::read(folder.join(file)).unwrap();
        assert_eq!((text.len(), fnv(&text)), (*bytes, *sum), "{file}");
    }
}

fn fnv(bytes: &[u8]) -> u64 {
    let step = |sum: u64, byte: &u8| (sum ^ u64::from(*byte)).wrapping_mul(0x0100_0000_01b3);
    bytes.iter().fold(0xcbf2_9ce4_8422_2325, step)
}

const ATTENDANCE: &[(&str, usize, u64)] = &[
    ("attendance.csv", 1_011_277, 0x363d_10bc_096f_5752),
    ("calendars.csv", 143_786, 0x1bdf_d3f5_fe43_496c),
    ("enrollments.csv", 85_813, 0x69e8_fa8d_4f02_5341),
    ("terms.csv", 2_677, 0xbaf7_1d9c_f6c0_1dd4),
];
