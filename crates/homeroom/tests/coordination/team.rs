//! The team's agenda, coverage and the scorecard: every list and share against counts over the plain records.

use super::{
    classroom::{absences, nth, policy, register, school, stay},
    notebook::{Notebook, assigned, check_in, circle, intervention, mentor, roster, student},
};
use homeroom::{
    InterventionId, Rate, Reading, Status,
    mentoring::{
        AgendaRules, AimMeasure, AimTarget, Attendee, BarrierRecord, BarrierSource, BarrierTerm, CallOutcome,
        CapacityRules, Celebrated, Celebration, ContactOutcome, Coverage, HomeCall, InterventionStatus,
        LearningSession, LearningTopic, Mentor, MentorKind, MentoringReading, NeedRules, Occasion,
        RecognitionRules, StudentIntervention, WorkReason, WorklistRules,
    },
};

/// The first four weeks of six children at two schools: stu0, stu1 and stu2 have mentors; stu4 is at B.
fn book() -> Notebook {
    let mut book = Notebook::default();
    book.mentors.extend((0..2).map(|n| Mentor::new(mentor(n), MentorKind::Teacher)));
    book.assignments = vec![assigned(0, 0, 0, None), assigned(1, 0, 0, None), assigned(2, 1, 10, None)];
    // stu0 is met three times a week, stu1 once in all, stu2 never.
    for week in 0..4 {
        for day in [0, 2, 4] {
            book.check_ins.push(check_in(0, 0, week * 5 + day, ContactOutcome::Met));
        }
    }
    book.check_ins.push(check_in(1, 0, 3, ContactOutcome::Met));
    book.circles.push(circle("c", 3, &[1], &[0]));
    book.calls = [(1, 15), (1, 18), (5, 15)]
        .map(|(n, day)| HomeCall {
            student: student(n),
            mentor: None,
            date: nth(day),
            outcome: CallOutcome::Reached,
            barriers: Vec::new(),
        })
        .to_vec();
    let raised = [(0, BarrierTerm::Boredom, 2), (1, BarrierTerm::Illness, 2), (4, BarrierTerm::Illness, 1)];
    book.barriers = raised
        .map(|(n, barrier, day)| BarrierRecord {
            student: student(n),
            barrier: barrier.into(),
            learnt_on: nth(day),
            learnt_from: BarrierSource::Survey,
            resolved_on: None,
        })
        .to_vec();
    book.catalogue.push(intervention("fun", &[BarrierTerm::Boredom]));
    let fun = InterventionId::new("fun").unwrap();
    book.interventions
        .push(StudentIntervention::new(student(0), fun, InterventionStatus::Active, nth(4)).unwrap());
    let celebrated =
        [Celebrated::Student(student(0)), Celebrated::Mentor(mentor(1)), Celebrated::Student(student(4))];
    for of in celebrated {
        book.program.celebrations.push(Celebration { date: nth(6), of, occasion: Occasion::Goal });
    }
    book.program.learning_sessions.push(LearningSession {
        topic: LearningTopic::DataLiteracy,
        date: nth(3),
        school: None,
        minutes: None,
        attended: vec![Attendee::Mentor(mentor(1))],
    });
    book
}

#[test]
fn a_team_s_agenda_and_a_scorecard_say_what_the_records_say() {
    let at = |n: u8| if n == 4 { "B" } else { "A" };
    let stays = (0..6).map(|n| stay(&format!("stu{n}"), at(n), 0, None)).collect();
    // stu1 misses days 15 to 18, stu2 day 1, stu3 days 12 to 19, stu4 days 0 to 4, stu5 day 15.
    let missed = [(1, 15..19), (2, 1..2), (3, 12..20), (4, 0..5), (5, 15..16)];
    let missed = missed.into_iter().flat_map(|(n, days)| absences(&format!("stu{n}"), at(n), days)).collect();
    let register = register(vec![school("A", 60), school("B", 60)], stays, missed);
    let book = book();
    let (casebook, _) = book.close(&register);
    let policy = policy("");
    let year = Reading::new(&register, &policy).unwrap();
    let reading = MentoringReading::new(&casebook, &year).unwrap();
    let (as_of, of) = (nth(19), |n: u8| casebook.find_student(&format!("stu{n}")).unwrap());

    let agenda = reading.agenda(&AgendaRules::default(), 0, as_of, &[], None);
    let became: Vec<_> = agenda.became_chronic.iter().map(|row| row.student).collect();
    // By the Friday before stu3 had missed 3 of 15, by this one 8 of 20; stu1 none, then 4 of 20.
    assert_eq!(became, [1]);
    assert!(agenda.became_chronic.iter().all(|row| row.before != Status::Chronic));
    assert_eq!(agenda.streaks, [(3, 8)], "stu1 came back on the last day");
    assert_eq!(agenda.without_mentor.iter().map(|row| (row.student, row.tier)).collect::<Vec<_>>(), [(3, 3)]);
    let late: Vec<_> = agenda.overdue.iter().map(|row| (row.student, row.mentor, row.reason)).collect();
    // After day 3, two of the sixteen days to the date make a contact due; stu2's mentor began on day 10.
    let overdue = WorkReason::Overdue { by: 14, since: 15 };
    assert_eq!(late, [(of(1), 0, overdue), (of(2), 1, WorkReason::NotMetYet { school_days: 9 })]);
    let gaps: Vec<_> = agenda.unmet_barriers.iter().map(|gap| (gap.student, gap.school_days)).collect();
    assert_eq!(gaps, [(of(1), 17)], "stu4 is at B, and what stu0 has is met");
    let celebrated: Vec<_> = agenda.celebrate.iter().map(|(student, _)| *student).collect();
    assert_eq!(celebrated, [of(0), of(2)]);

    let rules = (&NeedRules::default(), &CapacityRules::default(), &WorklistRules::default());
    let view = reading.coordinator(&roster(), rules, as_of, None);
    let needing: Vec<_> = view.needs.iter().map(|need| (need.student, need.mentored)).collect();
    // All of tier 3: 8, 5 and 4 of 20 days.
    assert_eq!(needing, [(3, false), (4, false), (1, true)]);
    assert_eq!(view.coverage, Coverage { qualifying: 3, mentored: 1 });
    assert_eq!(view.coverage_by_school[&0], Coverage { qualifying: 2, mentored: 1 });
    assert_eq!(view.coverage_by_school[&1], Coverage { qualifying: 1, mentored: 0 });
    assert_eq!(
        view.mentors.iter().map(|row| (row.overdue, row.not_met_yet)).collect::<Vec<_>>(),
        [(1, 0), (0, 1)]
    );

    let target =
        AimTarget { measure: AimMeasure::Coverage, at_least: homeroom::Fraction::new(1, 3).unwrap() };
    let card = reading.scorecard(&view, &[target]);
    let share = |part, whole| Rate::new(part, whole);
    let expected = [
        (AimMeasure::Coverage, share(1, 3)),
        // stu2 waits ten days.
        (AimMeasure::FirstContactInAWeek, share(2, 3)),
        // Four weeks of stu0 and stu1 each, two of stu2; stu0's are on plan.
        (AimMeasure::WeeksOnPlan, share(4, 10)),
        (AimMeasure::StudentsInCircles, share(1, 3)),
        (AimMeasure::BarriersMet, share(1, 3)),
        // Of stu1's four days two have a call; the others miss nothing while they have a mentor.
        (AimMeasure::SameDayCalls, share(2, 4)),
        (AimMeasure::AttendanceRecorded, share(60, 60)),
        (AimMeasure::StudentsCelebrated, share(1, 3)),
        (AimMeasure::MentorsInDataLearning, share(1, 2)),
    ];
    for (line, (measure, value)) in card.lines.iter().zip(expected) {
        let ratio = |rate: Option<Rate>| rate.map(|rate| (rate.part(), rate.whole()));
        let (found, value) = (ratio(line.value).unwrap(), ratio(value).unwrap());
        assert_eq!(
            (line.measure, found.0 * value.1),
            (measure, value.0 * found.1),
            "{found:?} for {value:?}"
        );
    }
    assert_eq!(card.lines.len(), AimMeasure::ALL.len());
    assert_eq!(card.lines[0].is_reached(), Some(true));

    let kept = reading.mentor_recognition(&RecognitionRules::default(), nth(19));
    assert!(kept.is_empty(), "the fourth week has not ended, and none is before the first");
    let rules = RecognitionRules { plan_weeks: 3, ..RecognitionRules::default() };
    assert!(reading.mentor_recognition(&rules, nth(19)).is_empty(), "stu1 was not met as the plan asks");
}
