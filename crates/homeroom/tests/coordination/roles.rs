//! Who sees which text and which identifier: every view against rules written over plain lists.

use super::{
    cases,
    classroom::{absences, nth, policy, register, school, stay, world::Stay},
    notebook::{Notebook, assigned, check_in, circle, mentor, note, roster, student},
};
use chrono::{NaiveDate, NaiveTime};
use homeroom::{
    DistrictId, MentorId, Reading, Register, SchoolId,
    mentoring::{
        AssignmentRole, Barrier, BarrierRecord, BarrierSource, BarrierTerm, CallOutcome, Confidential,
        ContactOutcome, Convening, EmpathyInterview, EndReason, FollowUp, HomeCall, InterviewParty, Mentor,
        MentorKind, MentoringReading, Tier, Viewer, Visibility,
    },
};
use proptest::{collection::vec, option, prelude::*, sample::select};
use std::collections::BTreeSet;

const DAYS: usize = 12;

/// A program, the stays of its students, and a date.
#[derive(Clone, Debug)]
struct Scene {
    stays: Vec<Stay>,
    book: Notebook,
    as_of: NaiveDate,
}

fn register_of(stays: &[Stay]) -> Register {
    let schools = ["A", "B", "C"].map(|id| school(id, DAYS)).to_vec();
    register(schools, stays.to_vec(), absences("stu0", &stays[0].school, [1]))
}

fn view(book: &Notebook, stays: &[Stay], viewer: &Viewer, as_of: NaiveDate) -> serde_json::Value {
    let (register, policy) = (register_of(stays), policy(""));
    let reading = Reading::new(&register, &policy).unwrap();
    let (casebook, _) = book.close(&register);
    let reading = MentoringReading::new(&casebook, &reading).unwrap();
    serde_json::to_value(reading.view(viewer, &roster(), as_of)).unwrap()
}

// Every word of a view that begins so.
fn words(view: &serde_json::Value, begin: &str) -> BTreeSet<String> {
    let text = view.to_string();
    let words = text.split(|c: char| !c.is_alphanumeric() && c != '-');
    words.filter(|word| word.starts_with(begin)).map(ToOwned::to_owned).collect()
}

// Identifiers of persons: of four letters, unlike the names of fields.
fn ids(view: &serde_json::Value, kind: &str) -> BTreeSet<String> {
    words(view, kind).into_iter().filter(|word| word.len() == 4).collect()
}

fn viewers() -> Vec<Viewer> {
    let mut viewers: Vec<Viewer> = (0..4).map(|n| Viewer::Mentor(mentor(n))).collect();
    viewers.push(Viewer::Mentor(MentorId::new("unknown").unwrap()));
    viewers.extend(["A", "B", "C", "X"].map(|id| Viewer::Team(SchoolId::new(id).unwrap())));
    let districts = ["North", "South", "Elsewhere"].map(|id| Some(DistrictId::new(id).unwrap()));
    viewers.extend(districts.map(Viewer::Coordinator));
    viewers.extend([Viewer::Coordinator(None), Viewer::Network, Viewer::Analyst]);
    viewers
}

fn knows_persons(viewer: &Viewer) -> bool {
    !matches!(viewer, Viewer::Network | Viewer::Analyst)
}

impl Scene {
    // Students whom any record up to the date names.
    fn known(&self) -> BTreeSet<String> {
        let book = self.book.known_on(self.as_of);
        let mut known: BTreeSet<String> = BTreeSet::new();
        known.extend(book.assignments.iter().map(|record| record.student.to_string()));
        known.extend(book.check_ins.iter().map(|record| record.student.to_string()));
        known.extend(book.circles.iter().flat_map(|record| record.students.iter().map(ToString::to_string)));
        known.extend(book.calls.iter().map(|record| record.student.to_string()));
        known.extend(book.follow_ups.iter().map(|record| record.student.to_string()));
        known.extend(book.barriers.iter().map(|record| record.student.to_string()));
        let of_interviews = book.program.interviews.iter().filter_map(|record| record.student.as_ref());
        known.extend(of_interviews.map(ToString::to_string));
        known.retain(|id| self.stays.iter().any(|stay| stay.student == *id));
        known
    }

    fn school_of(&self, student: &str) -> Option<&str> {
        let here = |stay: &&Stay| {
            stay.student == student
                && stay.entry <= self.as_of
                && stay.last.is_none_or(|last| self.as_of <= last)
        };
        self.stays.iter().find(here).map(|stay| stay.school.as_str())
    }

    fn scope(&self, viewer: &Viewer) -> BTreeSet<String> {
        let sees = |id: &String| match viewer {
            Viewer::Mentor(own) => self.book.assignments.iter().any(|assignment| {
                assignment.mentor == *own
                    && assignment.student.as_str() == id
                    && assignment.begin <= self.as_of
                    && assignment.end.is_none_or(|end| self.as_of <= end)
            }),
            Viewer::Team(school) => self.school_of(id) == Some(school.as_str()),
            Viewer::Coordinator(Some(district)) => {
                let school = self.school_of(id);
                school == Some("A") && district.as_str() == "North"
                    || school == Some("B") && district.as_str() == "South"
            }
            Viewer::Coordinator(None) | Viewer::Analyst => true,
            _ => false,
        };
        self.known().into_iter().filter(sees).collect()
    }

    // The texts that a role is to see, how many notes are in its scope, and the mentors whose identifiers it sees.
    fn expected(&self, viewer: &Viewer) -> (BTreeSet<String>, usize, BTreeSet<String>) {
        let (book, scope) = (self.book.known_on(self.as_of), self.scope(viewer));
        let persons = knows_persons(viewer);
        let (mut texts, mut notes) = (BTreeSet::new(), 0);
        let mut mentors: BTreeSet<String> = BTreeSet::new();
        let reads = |visibility: &str, author: bool| match viewer {
            Viewer::Mentor(_) => visibility != "private" || author,
            Viewer::Team(_) | Viewer::Coordinator(_) => visibility == "team",
            _ => false,
        };
        for record in book.assignments.iter().filter(|record| scope.contains(record.student.as_str())) {
            mentors.insert(record.mentor.to_string());
            if persons {
                texts.insert(format!("ZZNAME-{}", record.mentor));
            }
        }
        for (n, record) in self.book.check_ins.iter().enumerate() {
            if record.date > self.as_of || !scope.contains(record.student.as_str()) {
                continue;
            }
            mentors.insert(record.mentor.to_string());
            if persons {
                texts.extend([format!("ZZGOAL-{n}"), format!("ZZSTRENGTH-{n}")]);
            }
            if let Some(note) = &record.note {
                notes += 1;
                let author = matches!(viewer, Viewer::Mentor(own) if *own == record.mentor);
                if reads(note.visibility.as_str(), author) {
                    texts.insert(format!("ZZNOTE-check-{n}"));
                }
            }
        }
        for (n, record) in self.book.circles.iter().enumerate() {
            let in_view = record.students.iter().filter(|id| scope.contains(id.as_str())).count();
            if record.date > self.as_of || in_view == 0 {
                continue;
            }
            mentors.extend(record.mentors.iter().map(ToString::to_string));
            let present = matches!(viewer, Viewer::Mentor(own) if record.mentors.contains(own));
            if let Some(note) = &record.note {
                notes += 1;
                if reads(note.visibility.as_str(), present) && (present || in_view == record.students.len()) {
                    texts.insert(format!("ZZNOTE-circle-{n}"));
                }
            }
        }
        for record in book.calls.iter().filter(|record| scope.contains(record.student.as_str())) {
            mentors.extend(record.mentor.iter().map(ToString::to_string));
        }
        for (n, record) in self.book.follow_ups.iter().enumerate() {
            if record.raised_on <= self.as_of && scope.contains(record.student.as_str()) {
                mentors.insert(record.mentor.to_string());
                if persons {
                    texts.insert(format!("ZZWHAT-{n}"));
                }
            }
        }
        for (n, record) in self.book.program.interviews.iter().enumerate() {
            let schools: &[&str] = match viewer {
                Viewer::Team(school) => &[school.as_str()],
                Viewer::Coordinator(None) => &["A", "B", "C"],
                Viewer::Coordinator(Some(district)) if district.as_str() == "North" => &["A"],
                Viewer::Coordinator(Some(district)) if district.as_str() == "South" => &["B"],
                _ => &[],
            };
            let of_school = record.school.as_ref().is_some_and(|school| schools.contains(&school.as_str()));
            let in_view = record.date <= self.as_of
                && record
                    .student
                    .as_ref()
                    .map_or(of_school || *viewer == Viewer::Coordinator(None), |student| {
                        scope.contains(student.as_str())
                    });
            if let (true, Some(note)) = (in_view, &record.note) {
                notes += 1;
                let author = matches!(viewer, Viewer::Mentor(own) if Some(own) == record.mentor.as_ref());
                if reads(note.visibility.as_str(), author) {
                    texts.insert(format!("ZZNOTE-interview-{n}"));
                }
            }
        }
        if matches!(viewer, Viewer::Coordinator(_) | Viewer::Network) {
            let heard = self.book.program.convenings.iter().enumerate();
            texts.extend(heard.filter(|(_, c)| c.date <= self.as_of).map(|(n, _)| format!("ZZSHARED-{n}")));
        }
        (texts, notes, if persons { mentors } else { BTreeSet::new() })
    }
}

fn days() -> impl Strategy<Value = usize> {
    0..DAYS + 3
}

fn notes() -> impl Strategy<Value = Option<Visibility>> {
    option::weighted(0.8, select(Visibility::ALL))
}

fn stays() -> impl Strategy<Value = Vec<Stay>> {
    let schools = || select(vec!["A", "A", "B", "C"]);
    vec((schools(), schools(), option::of(0..DAYS - 1)), 4).prop_map(|students| {
        let mut stays = Vec::new();
        for (n, (first, then, moved)) in students.into_iter().enumerate() {
            let id = format!("stu{n}");
            match moved.filter(|_| first != then) {
                Some(day) => {
                    stays.push(stay(&id, first, 0, Some(day)));
                    stays.push(stay(&id, then, day + 1, None));
                }
                None => stays.push(stay(&id, first, 0, None)),
            }
        }
        stays
    })
}

fn scenes() -> impl Strategy<Value = Scene> {
    let pair = || (0u8..4, 0u8..4);
    let assignments = vec((pair(), days(), option::of(days()), any::<bool>(), any::<bool>()), 1..8);
    let check_ins = vec((pair(), 0..DAYS, notes()), 0..8);
    let circles = vec((vec(0u8..4, 1..4), vec(0u8..4, 0..3), 0..DAYS, notes()), 0..4);
    let calls = vec((0u8..4, option::of(0u8..4), 0..DAYS, select(CallOutcome::ALL)), 0..4);
    let follow_ups = vec((pair(), days(), option::of(0usize..5)), 0..5);
    let barriers = vec((0u8..4, days(), option::of(0usize..6)), 0..4);
    let who = (option::of(0u8..4), option::of(0u8..4), option::of(select(vec!["A", "B"])));
    let interviews = vec((who, days(), notes()), 0..5);
    let contacts = (check_ins, circles, calls, follow_ups, barriers, interviews);
    (stays(), assignments, contacts, vec(days(), 0..3), days()).prop_map(
        |(stays, assignments, contacts, convenings, as_of)| {
            let (check_ins, circles, calls, follow_ups, barriers, interviews) = contacts;
            let mut book = Notebook::default();
            for n in 0..4 {
                let mut record = Mentor::new(mentor(n), MentorKind::Teacher);
                record.name = Some(Confidential::new(format!("ZZNAME-men{n}")));
                book.mentors.push(record);
            }
            for ((s, m), from, to, secondary, tier) in assignments {
                let mut record = assigned(s, m, from, to.filter(|to| from <= *to));
                record.role = if secondary { AssignmentRole::Secondary } else { AssignmentRole::Primary };
                record.tier = tier.then_some(Tier::Tier3);
                record.end_reason = record.end.map(|_| EndReason::HandedOver);
                book.assignments.push(record);
            }
            for (n, ((s, m), day, seen_by)) in check_ins.into_iter().enumerate() {
                let mut record = check_in(s, m, day, ContactOutcome::Met);
                // Each at a time of its own, else two could be one.
                record.time = NaiveTime::from_hms_opt(8, n as u32, 0);
                record.goals.push(Confidential::new(format!("ZZGOAL-{n}")));
                record.strengths.push(Confidential::new(format!("ZZSTRENGTH-{n}")));
                record.note = seen_by.and_then(|seen_by| note(format!("ZZNOTE-check-{n}"), seen_by));
                book.check_ins.push(record);
            }
            for (n, (students, mentors, day, seen_by)) in circles.into_iter().enumerate() {
                let (mut students, mut mentors) = (students, mentors);
                for list in [&mut students, &mut mentors] {
                    list.sort_unstable();
                    list.dedup();
                }
                let mut record = circle(&format!("circle{n}"), day, &students, &mentors);
                record.note = seen_by.and_then(|seen_by| note(format!("ZZNOTE-circle-{n}"), seen_by));
                book.circles.push(record);
            }
            book.calls.extend(calls.into_iter().map(|(s, m, day, outcome)| HomeCall {
                student: student(s),
                mentor: m.map(mentor),
                date: nth(day),
                outcome,
                barriers: vec![BarrierTerm::Illness.into()],
            }));
            for (n, ((s, m), day, done)) in follow_ups.into_iter().enumerate() {
                book.follow_ups.push(FollowUp {
                    student: student(s),
                    mentor: mentor(m),
                    raised_on: nth(day),
                    due: nth(day + 2),
                    done_on: done.map(|days| nth(day + days)),
                    what: Some(Confidential::new(format!("ZZWHAT-{n}"))),
                });
            }
            book.barriers.extend(barriers.into_iter().map(|(s, day, resolved)| BarrierRecord {
                student: student(s),
                barrier: BarrierTerm::Boredom.into(),
                learnt_on: nth(day),
                learnt_from: BarrierSource::Survey,
                resolved_on: resolved.map(|days| nth(day + days)),
            }));
            for (n, ((s, m, of), day, seen_by)) in interviews.into_iter().enumerate() {
                book.program.interviews.push(EmpathyInterview {
                    date: nth(day),
                    party: InterviewParty::Student,
                    school: of.map(|id| SchoolId::new(id).unwrap()),
                    student: s.map(student),
                    mentor: m.map(mentor),
                    barriers: if n % 2 == 0 { vec![Barrier::from(BarrierTerm::Anxiety)] } else { Vec::new() },
                    note: seen_by.and_then(|seen_by| note(format!("ZZNOTE-interview-{n}"), seen_by)),
                });
            }
            for (n, day) in convenings.into_iter().enumerate() {
                book.program.convenings.push(Convening {
                    date: nth(day),
                    districts: vec![DistrictId::new("North").unwrap()],
                    shared: Some(Confidential::new(format!("ZZSHARED-{n}"))),
                    feedback: [0, 1, 0, 0, 0],
                });
            }
            Scene { stays, book, as_of: nth(as_of) }
        },
    )
}

// The same scene under other identifiers.
fn renamed(scene: &Scene, by: u8) -> Scene {
    let mut scene = scene.clone();
    let turn = |id: &str| {
        let (kind, n) = id.split_at(3);
        format!("{kind}{}", (n.parse::<u8>().unwrap() * 3 + by) % 4)
    };
    let of_student = |id: &homeroom::StudentId| homeroom::StudentId::new(turn(id.as_str())).unwrap();
    let of_mentor = |id: &MentorId| MentorId::new(turn(id.as_str())).unwrap();
    scene.stays.iter_mut().for_each(|stay| stay.student = turn(&stay.student));
    let book = &mut scene.book;
    book.mentors.iter_mut().for_each(|record| record.id = of_mentor(&record.id));
    for record in &mut book.assignments {
        (record.student, record.mentor) = (of_student(&record.student), of_mentor(&record.mentor));
    }
    for record in &mut book.check_ins {
        (record.student, record.mentor) = (of_student(&record.student), of_mentor(&record.mentor));
    }
    for record in &mut book.follow_ups {
        (record.student, record.mentor) = (of_student(&record.student), of_mentor(&record.mentor));
    }
    for record in &mut book.circles {
        record.students.iter_mut().for_each(|id| *id = of_student(id));
        record.mentors.iter_mut().for_each(|id| *id = of_mentor(id));
    }
    for record in &mut book.calls {
        record.student = of_student(&record.student);
        record.mentor = record.mentor.as_ref().map(of_mentor);
    }
    book.barriers.iter_mut().for_each(|record| record.student = of_student(&record.student));
    for record in &mut book.program.interviews {
        record.student = record.student.as_ref().map(of_student);
        record.mentor = record.mentor.as_ref().map(of_mentor);
    }
    scene
}

proptest! {
    #![proptest_config(cases(256))]

    #[test]
    fn a_role_sees_what_its_rules_say_and_nothing_else(scene in scenes()) {
        for viewer in viewers() {
            let seen = view(&scene.book, &scene.stays, &viewer, scene.as_of);
            let (texts, notes, mentors) = scene.expected(&viewer);
            prop_assert_eq!(words(&seen, "ZZ"), texts.clone(), "texts of {:?}", viewer);
            let students = if knows_persons(&viewer) { scene.scope(&viewer) } else { BTreeSet::new() };
            prop_assert!(ids(&seen, "stu").is_subset(&students), "students of {viewer:?}");
            let shown: BTreeSet<String> =
                seen["students"].as_array().unwrap().iter().map(|s| s["student"].as_str().unwrap().to_owned()).collect();
            if knows_persons(&viewer) {
                prop_assert_eq!(&shown, &students);
            } else {
                prop_assert_eq!(shown.len(), scene.scope(&viewer).len());
            }
            prop_assert_eq!(ids(&seen, "men"), mentors, "mentors of {:?}", viewer);
            let of_notes = texts.iter().filter(|text| text.starts_with("ZZNOTE")).count();
            prop_assert_eq!(&seen["totals"]["notes_withheld"], &serde_json::json!(notes - of_notes));
            prop_assert_eq!(&seen["totals"]["students"], &serde_json::json!(scene.known().len()));
        }
    }

    #[test]
    fn nothing_after_the_date_and_no_order_of_filing_is_in_a_view(scene in scenes(), by in 0usize..5) {
        let (known, shuffled) = (scene.book.known_on(scene.as_of), scene.book.shuffled(by));
        for viewer in viewers() {
            let seen = view(&scene.book, &scene.stays, &viewer, scene.as_of);
            prop_assert_eq!(&seen, &view(&known, &scene.stays, &viewer, scene.as_of), "of {:?}", viewer);
            prop_assert_eq!(&seen, &view(&shuffled, &scene.stays, &viewer, scene.as_of), "of {:?}", viewer);
        }
    }

    #[test]
    fn what_an_analyst_sees_does_not_depend_on_identifiers(scene in scenes(), by in 0u8..4) {
        let other = renamed(&scene, by);
        for viewer in [Viewer::Analyst, Viewer::Network] {
            let seen = view(&scene.book, &scene.stays, &viewer, scene.as_of);
            prop_assert_eq!(&seen, &view(&other.book, &other.stays, &viewer, scene.as_of));
        }
    }
}
