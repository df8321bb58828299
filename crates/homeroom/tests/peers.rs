//! The cases that other systems got wrong or argued about, each with the answer this library gives.
#![allow(clippy::unwrap_used)]

mod classroom;

use chrono::NaiveDate;
use classroom::{absences, code, event, nth, part, policy, register, school, stay, world, world::World};
use homeroom::{
    AttendanceStatus as Status, CodeTable, DayMark, Extent, Fraction, Ineligible, Policy, PolicyDifference,
    Reading, Register, RollBasis, RollRules, Status as Standing, StreakRule, Tally, TransferDay, Unrecorded,
};

const YEAR_END: NaiveDate = NaiveDate::MAX;

fn tally_of(register: &Register, policy: &Policy) -> Tally {
    Reading::new(register, policy).unwrap().tally_student(0, &register.school_days().through(YEAR_END))
}

fn status_of(register: &Register, policy: &Policy) -> Standing {
    Reading::new(register, policy).unwrap().standing_of_student(0, YEAR_END).status
}

fn percent(tally: &Tally) -> String {
    tally.attendance_rate(Unrecorded::Excluded).unwrap().percent(1)
}

fn full_roll(mut world: World) -> Register {
    world.rules = RollRules { basis: RollBasis::FullRoll, ..RollRules::default() };
    world.register().unwrap().0
}

// teamster 767be2c31 and #4844, edu_wh #3: exactly 90 % attendance, on both sides of the line.
#[test]
fn exactly_ten_percent() {
    let of = |absent: usize| {
        register(vec![school("A", 180)], vec![stay("s1", "A", 0, None)], absences("s1", "A", 0..absent))
    };
    let inclusive = policy("");
    let exclusive = policy(r#"chronic = { comparator = "more_than", share = "10%" }"#);
    assert_eq!(percent(&tally_of(&of(18), &inclusive)), "90.0");
    let statuses = [17, 18, 19].map(|absent| {
        let register = of(absent);
        (
            status_of(&register, &inclusive) == Standing::Chronic,
            status_of(&register, &exclusive) == Standing::Chronic,
        )
    });
    assert_eq!(statuses, [(false, false), (true, false), (true, true)]);
    let difference = PolicyDifference::between(&of(18), &exclusive, &inclusive, YEAR_END).unwrap();
    assert_eq!(
        difference.gained().map(|c| c.clauses.clone()).collect::<Vec<_>>(),
        [[homeroom::Clause::Comparator]]
    );
}

// 17.5 of 180 days is short of 10 %, and no rounding makes it so.
#[test]
fn half_days_are_exact() {
    let mut events = absences("s1", "A", 0..17);
    events.push(part("s1", "A", 20, Status::ExcusedAbsence, Extent::Morning));
    let register = register(vec![school("A", 180)], vec![stay("s1", "A", 0, None)], events);
    let tally = tally_of(&register, &policy(""));
    assert_eq!((tally.absent, tally.membership, tally.per), (35, 360, 2));
    assert_eq!(status_of(&register, &policy("")), Standing::NotChronic);
}

// teamster #5122: two schools, 37 of 82 and 89 of 96 days attended: 126 of 178 together; 69/79 and 89/97: 158/176.
#[test]
fn a_move_between_schools_does_not_start_over() {
    for (first, second, together) in [((45, 82), (7, 96), "70.8"), ((10, 79), (8, 97), "89.8")] {
        let stays = vec![stay("s1", "A", 0, Some(first.1 - 1)), stay("s1", "B", first.1, None)];
        let all = first.1 + second.1;
        let mut b = school("B", all);
        b.days.retain(|date, _| *date >= nth(first.1));
        let mut events = absences("s1", "A", 0..first.0);
        events.extend(absences("s1", "B", first.1..first.1 + second.0));
        let register = register(vec![school("A", all), b], stays, events);
        let following = policy("");
        let tally = tally_of(&register, &following);
        assert_eq!((tally.absent, tally.membership), ((first.0 + second.0) as u64, all as u64));
        assert_eq!(percent(&tally), together);
        assert_eq!(status_of(&register, &following), Standing::Chronic);
        // The second school stays answerable for its own days.
        let reading = Reading::new(&register, &following).unwrap();
        let rows = register.rows_of(0).map(|row| reading.standing_of_row(row, YEAR_END).status);
        assert_eq!(rows.collect::<Vec<_>>(), [Standing::NotChronic, Standing::Chronic]);
    }
}

// teamster int_focus: the day that ends one stint and begins the next counts once, at the arriving school; a
// stint of one day is kept, and so is an exit on a day in session.
#[test]
fn transfer_days_and_single_days() {
    let days = |rule, a: (usize, usize), b: usize| {
        let stays = vec![stay("s1", "A", a.0, Some(a.1)), stay("s1", "B", b, None)];
        let mut world = world(vec![school("A", 10), school("B", 10)], stays, vec![]);
        world.rules = RollRules { transfer_day: rule, ..RollRules::default() };
        let (register, _) = world.register().unwrap();
        let mut rows: Vec<_> = register.rows_of(0).collect();
        rows.sort_by_key(|row| register.key(*row).school);
        let of_rows = rows.iter().map(|row| register.row(*row).membership_days()).collect::<Vec<_>>();
        (of_rows[0], of_rows[1], tally_of(&register, &policy("")).membership)
    };
    assert_eq!(days(TransferDay::ArrivingSchool, (0, 4), 4), (4, 6, 10));
    assert_eq!(days(TransferDay::DepartingSchool, (0, 4), 4), (5, 5, 10));
    assert_eq!(days(TransferDay::BothSchools, (0, 4), 4), (5, 6, 10));
    assert_eq!(days(TransferDay::ArrivingSchool, (4, 4), 4), (1, 6, 6));
    assert_eq!(days(TransferDay::ArrivingSchool, (0, 4), 5), (5, 5, 10));
}

// teamster's unit test: unexcused, excused, present and no record on one day of a full roll.
#[test]
fn four_students_one_day() {
    let stays = ["s1", "s2", "s3", "s4"].map(|student| stay(student, "A", 0, None));
    let events = vec![
        event("s1", "A", 0, Status::UnexcusedAbsence),
        event("s2", "A", 0, Status::ExcusedAbsence),
        event("s3", "A", 0, Status::Present),
    ];
    let register = full_roll(world(vec![school("A", 1)], stays.into(), events));
    let policy = policy("");
    let reading = Reading::new(&register, &policy).unwrap();
    let of = |student: usize| {
        let tally = reading.tally_student(student, &register.school_days().through(YEAR_END));
        (register.row(student).is_recorded(0), tally.absent, tally.unexcused, tally.excused)
    };
    assert_eq!([0, 1, 2, 3].map(of), [(true, 1, 1, 0), (true, 1, 0, 1), (true, 0, 0, 0), (false, 0, 0, 0)]);
    assert_eq!(
        reading.standing_of_student(3, YEAR_END).status,
        Standing::NotEligible(Ineligible::NothingRecorded)
    );
}

// edu_wh #91: absent and tardy is tardy, absent and present is absent, absent twice is absent once.
#[test]
fn two_records_of_one_day() {
    for (other, absent) in [(Status::Tardy, 0), (Status::Present, 1), (Status::Absence, 1)] {
        for turned in [false, true] {
            let mut events = vec![event("s1", "A", 0, Status::Absence), event("s1", "A", 0, other)];
            if turned {
                events.reverse();
            }
            let (register, report) =
                world(vec![school("A", 3)], vec![stay("s1", "A", 0, None)], events).register().unwrap();
            assert_eq!(tally_of(&register, &policy("")).absent, absent, "{other}");
            assert!(report.intake.balances());
            assert_eq!(report.findings.total(), 1);
        }
    }
}

// edu_wh: a student with 0 % attendance had no band.
#[test]
fn nobody_falls_out_of_the_bands() {
    let register =
        register(vec![school("A", 40)], vec![stay("s1", "A", 0, None)], absences("s1", "A", 0..40));
    let policy = Policy::preset("attendance_works").unwrap();
    let reading = Reading::new(&register, &policy).unwrap();
    let standing = reading.standing_of_student(0, YEAR_END);
    assert_eq!(percent(&standing.tally), "0.0");
    let band = policy.bands().iter().nth(standing.band.unwrap()).unwrap();
    assert_eq!((standing.status, band.id.as_str()), (Standing::Chronic, "severe_chronic"));
}

// edu_wh: an unmapped code dropped out of a join and the day became present.
#[test]
fn an_unmapped_code_has_no_meaning() {
    let mut table = CodeTable::new();
    table.insert("AU", code(Status::UnexcusedAbsence), None).unwrap();
    assert_eq!(table.get("AU").map(|(code, _)| code.status()), Some(Status::UnexcusedAbsence));
    assert!(table.get("au").is_none() && table.get("").is_none() && table.get("P").is_none());
    assert!(table.insert("AU", code(Status::ExcusedAbsence), None).is_err());
}

// edu_wh: a school that has sent nothing is not one of perfect attendance.
#[test]
fn a_school_without_records_has_no_rate() {
    let register = full_roll(world(vec![school("A", 30)], vec![stay("s1", "A", 0, None)], vec![]));
    let tally = tally_of(&register, &policy(""));
    assert_eq!((tally.absence_rate(Unrecorded::Excluded), tally.unrecorded()), (None, 30));
    let bounds = tally.absence_bounds(Unrecorded::Excluded).unwrap();
    assert_eq!(
        (bounds.lower.percent(0), bounds.observed, bounds.upper.percent(0)),
        ("0".into(), None, "100".into())
    );
    assert_eq!(status_of(&register, &policy("")), Standing::NotEligible(Ineligible::NothingRecorded));
}

// RosarioSIS, Infinite Campus and a plugin: one of six periods missed is a sixth, half a day, or the whole day.
#[test]
fn one_period_of_six() {
    let extent = Extent::Section { section: "P3".into(), of: Some(6) };
    let events = vec![part("s1", "A", 0, Status::UnexcusedAbsence, extent)];
    let register = register(vec![school("A", 1)], vec![stay("s1", "A", 0, None)], events);
    let absent = |clauses: &str| {
        let tally = tally_of(&register, &policy(clauses));
        Fraction::new(tally.absent as u32, tally.per).unwrap().to_string()
    };
    let step = |part, counts| {
        format!("[[day_rule.steps]]\ncomparator = \"at_least\"\npart = \"{part}\"\ncounts = \"{counts}\"\n")
    };
    assert_eq!(absent(""), "1/6");
    assert_eq!(absent(&step("1/6", "1/2")), "1/2");
    assert_eq!(absent(&step("1/6", "1")), "1");
    assert_eq!(absent(&step("1/2", "1")), "0");
}

// Kentucky's whole days: an absence of two kinds is shared out as the parts missed are.
#[test]
fn an_absence_of_two_kinds_is_shared_out() {
    let part_of = |status, n, d| part("s1", "A", 0, status, Extent::Part(Fraction::new(n, d).unwrap()));
    let events = vec![part_of(Status::UnexcusedAbsence, 1, 3), part_of(Status::Absence, 1, 6)];
    let register = register(vec![school("A", 1)], vec![stay("s1", "A", 0, None)], events);
    let tally = tally_of(
        &register,
        &policy("[[day_rule.steps]]\ncomparator = \"at_least\"\npart = \"1/2\"\ncounts = \"1\""),
    );
    assert_eq!((tally.absent, tally.unexcused, tally.excusal_unknown(), tally.per), (3, 2, 1, 3));
}

// Student Insights #1890: absences corrected upstream, 5 to 3 to 5. What has been sent once is the caller's to
// remember; the register says the same again when the same is true again.
#[test]
fn a_correction_and_its_correction() {
    let mut register =
        register(vec![school("A", 20)], vec![stay("s1", "A", 0, None)], absences("s1", "A", 0..5));
    let five = register.clone();
    for day in [1, 3] {
        register.delete("s1", "A", nth(day)).unwrap();
    }
    assert_eq!(tally_of(&register, &policy("")).absent, 3);
    for day in [1, 3] {
        register.correct("s1", "A", nth(day), DayMark::whole_day(code(Status::UnexcusedAbsence))).unwrap();
    }
    assert_eq!(register, five);
}

// pieforproviders #857, Child First: no day enrolled, no rate, and no division by nought.
#[test]
fn no_day_enrolled_has_no_rate() {
    let register = register(vec![school("A", 10)], vec![stay("s1", "A", 8, None)], vec![]);
    let policy = policy("");
    let reading = Reading::new(&register, &policy).unwrap();
    let standing = reading.standing_of_student(0, nth(5));
    assert_eq!(standing.status, Standing::NotEligible(Ineligible::NoMembership));
    assert_eq!((standing.tally.absence_rate(Unrecorded::Present), standing.band), (None, None));
}

// edu_wh #196, #161: an excused day inside a run of absences broke it, and so did a weekend.
#[test]
fn a_streak_is_of_all_absences_over_weekends() {
    let mut events = absences("s1", "A", (60..75).filter(|day| *day != 63));
    events.push(event("s1", "A", 63, Status::ExcusedAbsence));
    let register = register(vec![school("A", 140)], vec![stay("s1", "A", 0, None)], events);
    let policy = policy("");
    let reading = Reading::new(&register, &policy).unwrap();
    let streaks = |day: usize| reading.streaks(0, nth(day), StreakRule::SkipUnrecorded);
    assert_eq!((streaks(74).current, streaks(75).current, streaks(75).longest), (15, 0, 15));
}

// teamster n_absent_running_90: ninety rows of school days are not ninety calendar days.
#[test]
fn a_window_of_calendar_days_is_not_one_of_rows() {
    let rule = |at_least: u32| {
        format!(
            "[[truancy]]\nid = \"t\"\ncounts = \"unexcused\"\nat_least = {at_least}\nwithin = {{ calendar_days = 90 }}"
        )
    };
    // Days 0 and 64: a Monday, and the Friday 88 dates later; day 65 is the Monday after, 91 dates later.
    for (last, met) in [(64, true), (65, false)] {
        let register =
            register(vec![school("A", 80)], vec![stay("s1", "A", 0, None)], absences("s1", "A", [0, last]));
        let policy = policy(&rule(2));
        let reading = Reading::new(&register, &policy).unwrap();
        assert_eq!(!reading.truancy(0, YEAR_END).is_empty(), met, "{last}");
    }
}

// California: suspended out of school is absent, with instruction it is not; New York counts neither.
#[test]
fn suspensions_by_policy() {
    use homeroom::{AttendanceCategory, AttendanceCode};
    let mut suspended = event("s1", "A", 0, Status::ExcusedAbsence);
    suspended.code = AttendanceCode::new(Status::ExcusedAbsence)
        .in_category(AttendanceCategory::DisciplinaryWithoutInstruction);
    let mut inside = event("s1", "A", 1, Status::Present);
    inside.code =
        AttendanceCode::new(Status::Present).in_category(AttendanceCategory::DisciplinaryWithInstruction);
    let register = register(vec![school("A", 40)], vec![stay("s1", "A", 0, None)], vec![suspended, inside]);
    let absent = |id: &str| {
        let tally = tally_of(&register, &Policy::preset(id).unwrap());
        (tally.absent / u64::from(tally.per), tally.disciplinary / u64::from(tally.per))
    };
    assert_eq!(["california", "new_york", "massachusetts"].map(absent), [(1, 1), (0, 0), (1, 1)]);
}
