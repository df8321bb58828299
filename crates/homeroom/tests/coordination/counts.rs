//! Barriers, interventions, learning and the contacts that clear steps: against counts over plain lists.

use super::{
    cases,
    classroom::{nth, policy, register, school, stay},
    notebook::{Notebook, assigned, check_in, circle, intervention, mentor, note, roster, student},
};
use chrono::NaiveDate;
use homeroom::{
    FindingCode, InterventionId, Reading, Register, SchoolId, StaffId,
    mentoring::{
        AssignmentRole, Attendee, Barrier, BarrierRecord, BarrierSource, BarrierTerm, CallOutcome,
        CircleKind, ContactOutcome, ContactParty, HomeCall, InterventionDosage, InterventionStatus,
        InterventionStatusRecord, LearningSession, LearningTopic, Mentor, MentorKind, MentoringReading,
        StaffMember, StatusHistory, StudentIntervention, Tier, Viewer, Visibility,
    },
};
use proptest::{collection::vec, option, prelude::*, sample::select};
use std::collections::{BTreeMap, BTreeSet};

fn small_register() -> Register {
    let stays = (0..4).map(|n| stay(&format!("stu{n}"), "A", 0, None)).collect();
    register(vec![school("A", 30)], stays, Vec::new())
}

fn statuses() -> impl Strategy<Value = Vec<InterventionStatusRecord>> {
    let ids = select(vec!["boredom", "illness", "unknown"]);
    vec((0u8..3, ids, 0usize..20, select(InterventionStatus::ALL)), 0..25).prop_map(|rows| {
        let row = |(s, id, day, status): (u8, &str, usize, InterventionStatus)| InterventionStatusRecord {
            student: student(s),
            intervention: InterventionId::new(id).unwrap(),
            date: nth(day),
            status,
        };
        rows.into_iter().map(row).collect()
    })
}

type Pair = (String, String);

/// Each history advanced one by one, rows by date and then in the order of the statuses; and how many rows are
/// applied, merged and rejected.
fn histories(rows: &[InterventionStatusRecord]) -> (Vec<(Pair, StatusHistory)>, [u64; 3]) {
    let mut rows: Vec<_> = rows.iter().collect();
    let rank = |status| InterventionStatus::ALL.iter().position(|one| *one == status).unwrap();
    rows.sort_by_key(|row| (row.date, rank(row.status)));
    let (mut done, mut ends) = (Vec::new(), [0; 3]);
    let mut open: BTreeMap<Pair, StatusHistory> = BTreeMap::new();
    let mut seen = BTreeSet::new();
    for row in rows {
        if row.intervention.as_str() == "unknown" {
            ends[2] += 1;
            continue;
        }
        if seen.contains(row) {
            ends[1] += 1;
            continue;
        }
        let pair = (row.student.to_string(), row.intervention.to_string());
        let legal = match open.get_mut(&pair).filter(|history| !history.last().status.is_final()) {
            Some(history) => history.advance(row.status, row.date).is_ok(),
            None => StatusHistory::new(row.status, row.date).is_ok_and(|history| {
                done.extend(open.insert(pair.clone(), history).map(|ended| (pair, ended)));
                true
            }),
        };
        ends[if legal { 0 } else { 2 }] += 1;
        if legal {
            seen.insert(row.clone());
        }
    }
    done.extend(open);
    (done, ends)
}

fn barriers() -> impl Strategy<Value = Vec<BarrierRecord>> {
    let terms = select(vec![BarrierTerm::Illness, BarrierTerm::Boredom, BarrierTerm::Anxiety]);
    vec((0u8..4, terms, 0usize..20, option::of(0usize..12)), 0..12).prop_map(|records| {
        let record = |(s, barrier, day, days): (u8, BarrierTerm, usize, Option<usize>)| BarrierRecord {
            student: student(s),
            barrier: barrier.into(),
            learnt_on: nth(day),
            learnt_from: BarrierSource::Survey,
            resolved_on: days.map(|days| nth(day + days)),
        };
        records.into_iter().map(record).collect()
    })
}

/// Records of one student and barrier are one until it is resolved; the earliest end counts.
fn merged(records: &[BarrierRecord]) -> Vec<BarrierRecord> {
    let mut records = records.to_vec();
    records.sort_by_key(|record| record.learnt_on);
    let mut kept: Vec<BarrierRecord> = Vec::new();
    for record in records {
        let same = kept.iter_mut().find(|known| {
            known.student == record.student
                && known.barrier == record.barrier
                && known.resolved_on.is_none_or(|end| record.learnt_on <= end)
        });
        match same {
            Some(known) => {
                known.resolved_on = [known.resolved_on, record.resolved_on].into_iter().flatten().min();
            }
            None => kept.push(record),
        }
    }
    kept
}

fn stands(record: &BarrierRecord, date: NaiveDate) -> bool {
    record.learnt_on <= date && record.resolved_on.is_none_or(|end| end >= date)
}

fn catalogue(book: &mut Notebook) {
    book.catalogue.push(intervention("boredom", &[BarrierTerm::Boredom]));
    book.catalogue.push(intervention("illness", &[BarrierTerm::Illness, BarrierTerm::Boredom]));
}

proptest! {
    #![proptest_config(cases(256))]

    #[test]
    fn status_rows_are_histories_advanced_one_by_one(rows in statuses(), by in 0usize..5) {
        let register = small_register();
        let mut book = Notebook { statuses: rows.clone(), ..Notebook::default() };
        catalogue(&mut book);
        let (casebook, report) = book.close(&register);
        let (expected, [applied, merged, rejected]) = histories(&rows);
        let mut found = Vec::new();
        for n in 0..casebook.students().len() {
            let begins: Vec<_> = casebook.interventions_of(n).iter().map(StudentIntervention::begin).collect();
            prop_assert!(begins.is_sorted());
            for record in casebook.interventions_of(n) {
                found.push(((record.student.to_string(), record.intervention.to_string()), record.history().clone()));
            }
        }
        let key = |(pair, history): &(Pair, StatusHistory)| (pair.clone(), history.first().date, history.last().date);
        let mut expected = expected;
        expected.sort_by_key(key);
        found.sort_by_key(key);
        prop_assert_eq!(found, expected);
        let intake = report.intake();
        prop_assert!(intake.balances());
        // Two of the catalogue.
        prop_assert_eq!((intake.applied, intake.merged, intake.rejected), (applied + 2, merged, rejected));
        let illegal = report.findings.count(FindingCode::IllegalStatus);
        prop_assert_eq!(illegal + report.findings.count(FindingCode::UnknownIntervention), rejected);
        prop_assert_eq!(book.shuffled(by).close(&register).0, casebook);
    }

    #[test]
    fn barriers_are_counted_as_they_stand(
        records in barriers(),
        rows in statuses(),
        (first, last) in (0usize..25, 0usize..25),
    ) {
        let register = small_register();
        let mut book = Notebook { barriers: records.clone(), statuses: rows.clone(), ..Notebook::default() };
        catalogue(&mut book);
        let (casebook, _) = book.close(&register);
        let policy = policy("");
        let year = Reading::new(&register, &policy).unwrap();
        let reading = MentoringReading::new(&casebook, &year).unwrap();
        let records = merged(&records);
        let (before, after) = (nth(first.min(last)), nth(first.max(last)));

        let of_term = |barrier: &Barrier, date| {
            records.iter().filter(|r| r.barrier == *barrier && stands(r, date)).count() as u64
        };
        let changes = reading.barrier_changes(before, after);
        for change in &changes {
            prop_assert_eq!((change.before, change.after), (of_term(&change.barrier, before), of_term(&change.barrier, after)));
            let raised = records.iter().filter(|r| {
                r.barrier == change.barrier && before < r.learnt_on && r.learnt_on <= after
            }).count() as u64;
            prop_assert_eq!(change.raised, raised);
            prop_assert_eq!(change.before + change.raised - change.resolved, change.after);
        }
        prop_assert!(changes.is_sorted_by_key(|change| change.barrier.clone()));

        let (histories, _) = histories(&rows);
        let addresses = |id: &str, barrier: &Barrier| match barrier.published() {
            Some(BarrierTerm::Boredom) => true,
            Some(BarrierTerm::Illness) => id == "illness",
            _ => false,
        };
        let meets = |record: &BarrierRecord| -> BTreeSet<String> {
            let of_student = histories.iter().filter(|((s, id), history)| {
                let now = history.on(after);
                let ended = history.iter().find(|change| change.status == InterventionStatus::Completed);
                *s == record.student.as_str() && addresses(id, &record.barrier)
                    && (now == Some(InterventionStatus::Active)
                        || now == Some(InterventionStatus::Completed) && ended.unwrap().date >= record.learnt_on)
            });
            of_student.map(|((_, id), _)| id.clone()).collect()
        };
        let standing: Vec<_> = records.iter().filter(|record| stands(record, after)).collect();
        let responses = reading.barrier_responses(after);
        for response in &responses {
            let of: Vec<_> = standing.iter().filter(|record| record.barrier == response.barrier).collect();
            prop_assert_eq!(response.students, of.len() as u64);
            prop_assert_eq!(response.unmet, of.iter().filter(|record| meets(record).is_empty()).count() as u64);
            for id in ["boredom", "illness"] {
                let met = of.iter().filter(|record| meets(record).contains(id)).count() as u64;
                let found = response.met_by.get(&InterventionId::new(id).unwrap()).copied().unwrap_or(0);
                prop_assert_eq!(found, met);
            }
        }
        prop_assert_eq!(responses.iter().map(|r| r.students).sum::<u64>(), standing.len() as u64);

        let mut gaps: Vec<_> = standing.iter().filter(|record| meets(record).is_empty()).map(|record| {
            let days = (0..30).filter(|day| record.learnt_on <= nth(*day) && nth(*day) < after).count() as u32;
            (std::cmp::Reverse(days), record.student.to_string(), record.barrier.clone())
        }).filter(|(days, ..)| days.0 >= 3).collect();
        gaps.sort();
        let found: Vec<_> = reading.barrier_gaps(after, 3).into_iter().map(|gap| {
            (std::cmp::Reverse(gap.school_days), casebook.students()[gap.student].to_string(), gap.barrier)
        }).collect();
        prop_assert_eq!(found, gaps);

        for group in reading.barriers_by(&roster(), after, None) {
            let asked: BTreeSet<_> = records.iter().filter(|r| r.learnt_on <= after).map(|r| &r.student).collect();
            prop_assert_eq!(group.asked, asked.len() as u64);
            for row in &group.barriers {
                prop_assert_eq!(row.students, of_term(&row.barrier, after));
                prop_assert!(row.met <= row.students && row.students <= row.of && row.of == group.asked);
                let met = standing.iter().filter(|r| r.barrier == row.barrier && !meets(r).is_empty());
                prop_assert_eq!(row.met, met.count() as u64);
            }
        }
    }
}

#[test]
fn interventions_that_differ_only_in_dosage_are_two() {
    let register = small_register();
    let mut book = Notebook::default();
    catalogue(&mut book);
    for minutes in [10, 20] {
        let id = InterventionId::new("boredom").unwrap();
        let mut record =
            StudentIntervention::new(student(0), id, InterventionStatus::Active, nth(1)).unwrap();
        record.dosage = InterventionDosage::minutes(minutes).ok();
        book.interventions.push(record);
    }
    let (casebook, _) = book.close(&register);
    assert_eq!(casebook.interventions_of(0).len(), 2);
    assert_eq!(book.shuffled(0).close(&register).0, casebook);
}

#[test]
fn the_tier_of_a_barrier_group_is_that_of_the_mentor_who_answers() {
    let register = small_register();
    let mut book = Notebook::default();
    book.mentors.extend((0..2).map(|n| Mentor::new(mentor(n), MentorKind::Teacher)));
    let mut answers = assigned(0, 0, 0, None);
    answers.tier = Some(Tier::Tier2);
    let mut helps = assigned(0, 1, 0, None);
    (helps.tier, helps.role) = (Some(Tier::Tier3), AssignmentRole::Secondary);
    book.assignments = vec![answers, helps];
    let (casebook, _) = book.close(&register);
    let policy = policy("");
    let year = Reading::new(&register, &policy).unwrap();
    let groups = MentoringReading::new(&casebook, &year).unwrap().barriers_by_tier(nth(3));
    assert_eq!(groups.iter().map(|group| group.label.as_str()).collect::<Vec<_>>(), ["tier_2"]);
}

#[test]
fn of_a_contact_with_two_notes_the_one_that_fewer_may_read_counts() {
    let register = small_register();
    let mut book = Notebook::default();
    book.mentors.push(Mentor::new(mentor(0), MentorKind::Teacher));
    for (text, visibility) in [("ZZa", Visibility::Team), ("ZZb", Visibility::Private)] {
        let mut record = check_in(0, 0, 1, ContactOutcome::Met);
        record.note = note(text, visibility);
        book.check_ins.push(record);
    }
    let policy = policy("");
    let year = Reading::new(&register, &policy).unwrap();
    for book in [book.clone(), book.shuffled(0)] {
        let (casebook, _) = book.close(&register);
        let reading = MentoringReading::new(&casebook, &year).unwrap();
        let view = reading.view(&Viewer::Coordinator(None), &roster(), nth(2));
        assert_eq!((view.totals.notes_withheld, view.students[0].contacts[0].note.as_ref()), (1, None));
    }
}

#[test]
fn a_note_of_a_circle_is_withheld_where_a_child_was_left_out() {
    let register = small_register();
    let mut book = Notebook::default();
    book.mentors.extend((0..2).map(|n| Mentor::new(mentor(n), MentorKind::Teacher)));
    book.assignments = vec![assigned(0, 0, 0, None), assigned(0, 1, 0, None)];
    let mut record = circle("c", 1, &[0, 9], &[1]);
    record.note = note("ZZ", Visibility::Team);
    book.circles.push(record);
    let (casebook, _) = book.close(&register);
    let policy = policy("");
    let year = Reading::new(&register, &policy).unwrap();
    let reading = MentoringReading::new(&casebook, &year).unwrap();
    let seen = |viewer| reading.view(&viewer, &roster(), nth(2)).circles[0].note.clone();
    assert_eq!(seen(Viewer::Mentor(mentor(0))), None);
    assert_eq!(seen(Viewer::Coordinator(None)), None);
    assert_eq!(seen(Viewer::Mentor(mentor(1))).as_deref(), Some("ZZ"), "who was there knows");
}

#[test]
fn whoever_is_staff_and_mentor_is_one_person_at_every_school() {
    let register = small_register();
    let mut book = Notebook::default();
    let mut one = Mentor::new(mentor(0), MentorKind::Teacher);
    one.schools.push(SchoolId::new("A").unwrap());
    book.mentors = vec![one, Mentor::new(mentor(1), MentorKind::Teacher)];
    let staff = |id: &str, school: &str, as_mentor: Option<u8>| StaffMember {
        id: StaffId::new(id).unwrap(),
        school: SchoolId::new(school).unwrap(),
        mentor: as_mentor.map(mentor),
        team_role: None,
    };
    // t1 is men1 by one of two lines; t2 is said to be a mentor whom nothing names; t3 is no mentor.
    book.program.staff = vec![
        staff("t1", "A", Some(1)),
        staff("t1", "B", None),
        staff("t2", "B", Some(9)),
        staff("t3", "A", None),
        staff("t3", "A", None),
    ];
    let session = |day, attended: &[Attendee]| LearningSession {
        topic: LearningTopic::DataLiteracy,
        date: nth(day),
        school: None,
        minutes: None,
        attended: attended.to_vec(),
    };
    let of_staff = |id: &str| Attendee::Staff(StaffId::new(id).unwrap());
    book.program.learning_sessions = vec![
        session(1, &[of_staff("t1"), Attendee::Mentor(mentor(1)), of_staff("t2")]),
        session(9, &[of_staff("t3"), Attendee::Mentor(mentor(0))]),
    ];
    let (casebook, _) = book.close(&register);
    let shares = |day| {
        let shares = casebook.learning_shares(nth(day)).into_iter();
        let of_topic = shares.filter(|share| share.topic == LearningTopic::DataLiteracy);
        let row = |share: homeroom::mentoring::LearningShare| {
            (share.school.map(|id| id.to_string()).unwrap_or_default(), share.mentors, share.staff)
        };
        of_topic.map(row).collect::<Vec<_>>()
    };
    let expected = [("", (1, 2), (1, 2)), ("A", (1, 2), (0, 1)), ("B", (1, 1), (1, 1))];
    assert_eq!(shares(8), expected.map(|(id, mentors, staff)| (id.to_owned(), mentors, staff)));
    let expected = [("", (2, 2), (2, 2)), ("A", (2, 2), (1, 1)), ("B", (1, 1), (1, 1))];
    assert_eq!(shares(9), expected.map(|(id, mentors, staff)| (id.to_owned(), mentors, staff)));
}

#[test]
fn contacts_made_are_those_that_reached_someone() {
    let register = small_register();
    let mut book = Notebook::default();
    book.mentors.push(Mentor::new(mentor(0), MentorKind::Teacher));
    book.check_ins = vec![
        check_in(0, 0, 1, ContactOutcome::Met),
        check_in(0, 0, 2, ContactOutcome::NoAnswer),
        check_in(1, 0, 3, ContactOutcome::Met),
    ];
    for (day, outcome) in (4..).zip(CallOutcome::ALL) {
        let (student, date, outcome) = (student(0), nth(day), *outcome);
        book.calls.push(HomeCall { student, mentor: None, date, outcome, barriers: Vec::new() });
    }
    let mut with_guardian = circle("c1", 10, &[0, 1], &[]);
    (with_guardian.kind, with_guardian.guardians) = (CircleKind::Family, 1);
    let mut without = circle("c2", 11, &[0], &[]);
    without.kind = CircleKind::Family;
    let mut of_students = circle("c3", 12, &[1], &[]);
    of_students.guardians = 1;
    book.circles = vec![with_guardian, without, of_students];
    let (casebook, _) = book.close(&register);
    let made: Vec<_> =
        casebook.contacts_made().into_iter().map(|m| (m.student.to_string(), m.date, m.with)).collect();
    let (child, family) = (ContactParty::Student, ContactParty::Family);
    let expected = [
        ("stu0", 1, child),
        ("stu0", 4, family),
        ("stu0", 10, child),
        ("stu0", 10, family),
        ("stu0", 11, child),
        ("stu1", 3, child),
        ("stu1", 10, child),
        ("stu1", 10, family),
        ("stu1", 12, child),
    ];
    assert_eq!(made, expected.map(|(id, day, with)| (id.to_owned(), nth(day), with)));
}
