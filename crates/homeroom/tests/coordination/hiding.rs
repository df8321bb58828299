//! No door but a view lets a text out: `Debug` of everything that holds or comes from records, findings and errors.

use super::{
    classroom::{absences, nth, policy, register, school, stay},
    notebook::{Notebook, assigned, check_in, circle, intervention, mentor, note, roster, student},
};
use homeroom::{
    InterventionId, Reading,
    mentoring::{
        AgendaRules, BarrierTerm, CapacityRules, CasebookBuilder, Confidential, ContactOutcome, Convening,
        EmpathyInterview, Feeling, FollowUp, InterventionStatus, InterventionStatusRecord, InterviewParty,
        MatchRules, Mentor, MentorKind, MentoringReading, NeedRules, StudentIntervention, Viewer, Visibility,
        WorklistRules,
    },
};
use std::fmt::Debug;

fn full() -> Notebook {
    let mut book = Notebook::default();
    for n in 0..2 {
        let mut record = Mentor::new(mentor(n), MentorKind::Teacher);
        record.name = Some(Confidential::new("ZZNAME"));
        book.mentors.push(record.clone());
        // Contradicts the first: a finding.
        record.name = Some(Confidential::new("ZZNAME-other"));
        book.mentors.push(record);
    }
    book.assignments.push(assigned(0, 0, 0, None));
    for visibility in Visibility::ALL {
        for (s, m, day) in [(0, 0, 1), (0, 1, 2), (9, 0, 3), (0, 9, 3), (0, 0, 400)] {
            let mut record = check_in(s, m, day, ContactOutcome::Met);
            record.feeling = Feeling::new(2).ok();
            record.goals.push(Confidential::new("ZZGOAL"));
            record.strengths.push(Confidential::new("ZZSTRENGTH"));
            record.barriers.push(BarrierTerm::Boredom.into());
            record.note = note("ZZNOTE", *visibility);
            book.check_ins.push(record);
        }
        let mut record = circle("c", 4, &[0, 1], &[0]);
        record.note = note("ZZNOTE", *visibility);
        book.circles.push(record);
        let (date, party) = (nth(2), InterviewParty::Guardian);
        book.program.interviews.push(EmpathyInterview {
            date,
            party,
            school: None,
            student: Some(student(0)),
            mentor: None,
            barriers: vec![BarrierTerm::Illness.into()],
            note: note("ZZNOTE", *visibility),
        });
    }
    for due in [1, 5] {
        book.follow_ups.push(FollowUp {
            student: student(0),
            mentor: mentor(0),
            raised_on: nth(3),
            due: nth(due),
            done_on: None,
            what: Some(Confidential::new("ZZWHAT")),
        });
    }
    book.catalogue.push(intervention("rides", &[BarrierTerm::Transportation]));
    for id in ["rides", "unknown"] {
        let id = InterventionId::new(id).unwrap();
        let mut record =
            StudentIntervention::new(student(0), id.clone(), InterventionStatus::Active, nth(1)).unwrap();
        record.diagnostic_statement = Some(Confidential::new("ZZDIAG"));
        book.interventions.push(record);
        let status = InterventionStatus::Declined;
        book.statuses.push(InterventionStatusRecord {
            student: student(0),
            intervention: id,
            date: nth(2),
            status,
        });
    }
    let shared = Some(Confidential::new("ZZSHARED"));
    book.program.convenings.push(Convening { date: nth(1), districts: Vec::new(), shared, feedback: [0; 5] });
    book
}

fn hides(name: &str, value: &dyn Debug) {
    for text in [format!("{value:?}"), format!("{value:#?}")] {
        assert!(!text.contains("ZZ"), "{name} shows a text: {text}");
    }
}

#[test]
fn no_debug_finding_or_error_shows_a_text() {
    let book = full();
    hides("Notebook", &book);
    let stays = vec![stay("stu0", "A", 0, None), stay("stu1", "A", 0, None)];
    let register = register(vec![school("A", 20)], stays, absences("stu0", "A", 3..8));
    let policy = policy("");
    let year = Reading::new(&register, &policy).unwrap();
    hides("CasebookBuilder", &book.builder());
    let (casebook, report) = book.close(&register);
    assert!(
        report.intake().balances() && report.findings.total() > 10,
        "the records are to be found fault with"
    );
    hides("CasebookReport", &report);
    for finding in report.findings.iter() {
        hides("Finding", finding);
        assert!(!serde_json::to_string(finding).unwrap().contains("ZZ"));
    }
    hides("Casebook", &casebook);
    hides("Program", casebook.program());
    let reading = MentoringReading::new(&casebook, &year).unwrap();
    hides("MentoringReading", &reading);
    let (as_of, roster) = (nth(9), roster());
    for viewer in [Viewer::Mentor(mentor(0)), Viewer::Coordinator(None), Viewer::Network, Viewer::Analyst] {
        let view = reading.view(&viewer, &roster, as_of);
        hides("View", &view);
        hides("students", &view.students);
        hides("circles", &view.circles);
        hides("interviews", &view.interviews);
        hides("convenings", &view.convenings);
        for student in &view.students {
            hides("contacts", &(&student.contacts, &student.assignments, &student.follow_ups));
            let debug = format!("{student:?}{:?}{:?}{:?}", student.calls, student.barriers, view.circles);
            assert!(!debug.contains("stu") && !debug.contains("boredom"), "{debug}");
        }
    }
    let (capacity, work) = (CapacityRules::default(), WorklistRules::default());
    let needs = reading.needs(&NeedRules::default(), as_of, None);
    let coordinator = reading.coordinator(&roster, (&NeedRules::default(), &capacity, &work), as_of, None);
    hides("Worklist", &reading.worklist(&work, 0, as_of));
    hides(
        "MatchProposal",
        &reading.propose_matches(&needs, (&capacity, &MatchRules::default()), &roster, as_of),
    );
    hides("Agenda", &reading.agenda(&AgendaRules::default(), 0, as_of, &[], None));
    hides("Scorecard", &reading.scorecard(&coordinator, &[]));
    hides("CoordinatorView", &coordinator);
    hides("barriers", &(reading.barrier_gaps(as_of, 0), reading.barrier_responses(as_of)));
    hides("barrier groups", &(reading.barriers_by(&roster, as_of, None), reading.barriers_by_tier(as_of)));
    hides("contacts made", &casebook.contacts_made());
    hides("learning", &casebook.learning_shares(as_of));
    hides("feeling", &Feeling::new(2));
    for record in [&casebook.circles()[0] as &dyn Debug, &casebook.interventions_of(0), &casebook.mentors()] {
        hides("record", record);
    }
    assert_eq!(
        format!("{:?}", CasebookBuilder::default()),
        "CasebookBuilder { mentors: 0, contacts: 0, .. }"
    );
}
