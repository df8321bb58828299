//! One small test for each error found in the core, so that it stays mended.
#![allow(clippy::unwrap_used)]

mod classroom;

use chrono::NaiveDate;
use classroom::{absences, code, event, nth, part, policy, register, school, stay, world};
use homeroom::{
    AttendanceEvent, AttendanceStatus as Status, Calendar, ConflictRule, DayMark, Dimension, Enrollment,
    Extent, Fraction, GradeLevel, Ineligible, InvalidFraction, Reading, Register, RollBasis, RollRules,
    Roster, Status as Standing, StreakRule, TransferDay, WireError,
};

const YEAR_END: NaiveDate = NaiveDate::MAX;

fn part_of(n: u32, d: u32) -> Extent {
    Extent::Part(Fraction::new(n, d).unwrap())
}

// The format left out empty fields, which a format without field names cannot read back.
#[test]
fn a_register_comes_back_from_its_bytes() {
    let mut a = school("A", 80);
    a.days.get_mut(&nth(3)).unwrap().closed = vec![GradeLevel::Grade9];
    a.days.get_mut(&nth(4)).unwrap().minutes = Some(180);
    let register = register(vec![a], vec![stay("s1", "A", 0, None)], absences("s1", "A", [3, 70]));
    assert_eq!(Register::from_bytes(&register.to_bytes().unwrap()), Ok(register));
}

#[test]
fn bytes_past_the_register_are_damage() {
    let register = register(vec![school("A", 3)], vec![stay("s1", "A", 0, None)], vec![]);
    let mut bytes = register.to_bytes().unwrap();
    bytes.push(0);
    assert!(matches!(Register::from_bytes(&bytes), Err(WireError::Damaged(_))));
}

// A record that loses at once was not entered into the table of marks, one that lost later was.
#[test]
fn the_order_of_contradicting_events_is_not_told() {
    let of = |first, second| {
        let events = vec![event("s1", "A", 1, first), event("s1", "A", 1, second)];
        register(vec![school("A", 3)], vec![stay("s1", "A", 0, None)], events)
    };
    assert_eq!(of(Status::Tardy, Status::ExcusedAbsence), of(Status::ExcusedAbsence, Status::Tardy));
}

// "Least absent" took "attendance not taken" for the least of absences.
#[test]
fn not_taken_never_outweighs_an_absence() {
    for conflict in ConflictRule::ALL {
        let mut world = world(
            vec![school("A", 3)],
            vec![stay("s1", "A", 0, None)],
            vec![
                part("s1", "A", 0, Status::UnexcusedAbsence, Extent::Morning),
                part("s1", "A", 0, Status::NotRecorded, Extent::Morning),
                event("s1", "A", 1, Status::UnexcusedAbsence),
                part("s1", "A", 1, Status::NotRecorded, part_of(1, 2)),
            ],
        );
        world.rules = RollRules { conflict: *conflict, ..RollRules::default() };
        let (register, _) = world.register().unwrap();
        let policy = policy("");
        let reading = Reading::new(&register, &policy).unwrap();
        let tally = reading.tally_row(0, &register.school_days().through(YEAR_END));
        assert_eq!((tally.absent, tally.per), (3, 2), "{conflict}");
    }
}

// A day trimmed at one school was then compared with a third school's day, and that one trimmed too.
#[test]
fn one_transfer_day_does_not_lead_to_the_next() {
    for (rule, a, b, c) in [
        (TransferDay::ArrivingSchool, (0, Some(4)), (4, None), (3, None)),
        (TransferDay::DepartingSchool, (0, Some(5)), (5, None), (0, Some(6))),
    ] {
        let stays = vec![stay("s1", "A", a.0, a.1), stay("s1", "B", b.0, b.1), stay("s1", "C", c.0, c.1)];
        let mut world = world(["A", "B", "C"].map(|id| school(id, 10)).into(), stays, vec![]);
        world.rules = RollRules { transfer_day: rule, ..RollRules::default() };
        let (register, _) = world.register().unwrap();
        let days = |id: &str| {
            let row = register
                .rows_of(0)
                .find(|row| register.school_id(register.key(*row).school as usize).as_str() == id);
            register.row(row.unwrap()).membership_days()
        };
        let expected = if rule == TransferDay::ArrivingSchool { (4, 6, 7) } else { (6, 4, 7) };
        assert_eq!((days("A"), days("B"), days("C")), expected, "{rule}");
    }
}

// A day was trimmed at the school left although the school come to does not teach on it: it counted nowhere.
#[test]
fn a_transfer_day_counts_at_a_school_that_teaches() {
    for (rule, closed) in [(TransferDay::ArrivingSchool, "B"), (TransferDay::DepartingSchool, "A")] {
        let mut schools = vec![school("A", 10), school("B", 10)];
        schools.iter_mut().filter(|school| school.id == closed).for_each(|school| {
            school.days.remove(&nth(4));
        });
        let mut world = world(schools, vec![stay("s1", "A", 0, Some(4)), stay("s1", "B", 4, None)], vec![]);
        world.rules = RollRules { transfer_day: rule, ..RollRules::default() };
        let (register, report) = world.register().unwrap();
        let policy = policy("");
        let reading = Reading::new(&register, &policy).unwrap();
        let tally = reading.tally_student(0, &register.school_days().through(YEAR_END));
        assert_eq!((tally.membership, report.findings.total()), (10, 0), "{rule}");
    }
}

// A record that says nothing of the day ended a streak, and stood for a day attended.
#[test]
fn a_day_of_which_nothing_is_known_ends_no_streak_and_is_not_attended() {
    let mut events = absences("s1", "A", [0, 2]);
    events.push(part("s1", "A", 1, Status::NotRecorded, Extent::Morning));
    events.push(part("s1", "A", 1, Status::NotRecorded, Extent::Afternoon));
    let mut world = world(vec![school("A", 3)], vec![stay("s1", "A", 0, None)], events);
    world.rules = RollRules { basis: RollBasis::FullRoll, ..RollRules::default() };
    let (register, _) = world.register().unwrap();
    let policy = policy("[eligibility]\nmin_attended_days = 1");
    let reading = Reading::new(&register, &policy).unwrap();
    let streaks = |rule| reading.streaks(0, YEAR_END, rule).longest;
    assert_eq!((streaks(StreakRule::SkipUnrecorded), streaks(StreakRule::UnrecordedEnds)), (2, 1));
    let status = reading.standing_of_student(0, YEAR_END).status;
    assert_eq!(status, Standing::NotEligible(Ineligible::TooFewAttended));
}

// A day on which the student was not expected broke a succession of absences.
#[test]
fn truancy_in_succession_passes_over_days_out_of_membership() {
    let mut events = absences("s1", "A", [0, 2]);
    events.push(event("s1", "A", 1, Status::NotExpected));
    let register = register(vec![school("A", 5)], vec![stay("s1", "A", 0, None)], events);
    let rule = "[[truancy]]\nid = \"two\"\ncounts = \"unexcused\"\nat_least = 2\nwithin = \"consecutive\"";
    let policy = policy(rule);
    let reading = Reading::new(&register, &policy).unwrap();
    assert_eq!(reading.truancy(0, YEAR_END).first().map(|met| met.met_on), Some(nth(2)));
}

// A student's standing was measured against the school of a later enrolment.
#[test]
fn a_later_school_does_not_change_an_earlier_standing() {
    let mut b = school("B", 40);
    b.days.retain(|date, _| *date >= nth(20) || *date == nth(0));
    let stays = vec![stay("s1", "A", 4, Some(9)), stay("s1", "B", 20, None)];
    let register = register(vec![school("A", 40), b], stays, vec![]);
    let policy = policy("[eligibility]\nmin_share_of_year = \"1\"\nleavers_excluded = true");
    let reading = Reading::new(&register, &policy).unwrap();
    // Six of the ten days that A has taught; B, which has taught one, is not the student's school yet.
    let status = |day| reading.standing_of_student(0, nth(day)).status;
    assert_eq!(status(9), Standing::NotEligible(Ineligible::SmallShareOfYear));
    assert_eq!(status(12), Standing::NotEligible(Ineligible::Left));
}

// A grade that has its last day before the others had left, to a student.
#[test]
fn a_grade_whose_year_ends_early_has_not_left() {
    let mut a = school("A", 10);
    for day in 8..10 {
        a.days.get_mut(&nth(day)).unwrap().closed = vec![GradeLevel::Grade12];
    }
    let mut senior = stay("s1", "A", 0, None);
    senior.grade = Some(GradeLevel::Grade12);
    let register = register(vec![a], vec![senior], vec![]);
    let policy = policy("[eligibility]\nleavers_excluded = true");
    let reading = Reading::new(&register, &policy).unwrap();
    assert_eq!(reading.standing_of_student(0, YEAR_END).status, Standing::NotChronic);
}

// All of a student's hours were counted by the days of the school that counts first.
#[test]
fn hours_are_those_of_the_school_of_the_day() {
    let (mut a, b) = (school("A", 20), school("B", 20));
    a.day_minutes = 240;
    let stays = vec![stay("s1", "A", 0, Some(9)), stay("s1", "B", 10, None)];
    let register = register(vec![a, b], stays, absences("s1", "A", [0, 1, 2]));
    let policy = homeroom::Policy::preset("ohio").unwrap();
    let reading = Reading::new(&register, &policy).unwrap();
    let tally = reading.tally_student(0, &register.school_days().through(YEAR_END));
    let hours = |units| tally.amount(units).text(1);
    assert_eq!((hours(tally.absent), hours(tally.membership)), ("12".into(), "100".into()));
}

// Average daily membership before the first day was a rate of nought.
#[test]
fn no_day_taught_has_no_average() {
    let register = register(vec![school("A", 5)], vec![stay("s1", "A", 0, None)], vec![]);
    let policy = policy("");
    let reading = Reading::new(&register, &policy).unwrap();
    let measure = reading.measure(nth(0).pred_opt().unwrap()).unwrap();
    assert_eq!((measure.average_daily_membership(), measure.average_daily_attendance()), (None, None));
}

#[test]
fn fractions_read_what_32_bits_hold_and_name_what_is_wrong() {
    assert_eq!("1.9990234375".parse(), Ok(Fraction::new(2047, 1024).unwrap()));
    assert_eq!("5000000000/10000000000".parse(), Ok(Fraction::HALF));
    assert_eq!("0.5x".parse::<Fraction>(), Err(InvalidFraction::Malformed));
    assert_eq!("1/0".parse::<Fraction>(), Err(InvalidFraction::ZeroDenominator));
    assert_eq!("0.12345678901".parse::<Fraction>(), Err(InvalidFraction::TooPrecise));
}

// Values that constructors refuse came in through JSON.
#[test]
fn json_is_no_back_door() {
    let bad = |day: &str| format!("{{\"day_minutes\":360,\"days\":{{\"2022-01-03\":{day}}}}}");
    let day = |minutes| bad(&format!("{{\"event\":\"instructional_day\",\"minutes\":{minutes}}}"));
    assert!(serde_json::from_str::<Calendar>(&day(180)).is_ok());
    assert!(serde_json::from_str::<Calendar>(&day(0)).is_err());
    assert!(serde_json::from_str::<Calendar>("{\"day_minutes\":0,\"days\":{}}").is_err());

    let spell = |last: &str, share: &str| {
        let json = format!(
            "{{\"student\":\"s\",\"school\":\"A\",\"grade\":null,\"entry\":\"2022-01-05\",\
             \"last_day\":\"{last}\",\"share\":\"{share}\",\"primary\":true}}"
        );
        serde_json::from_str::<Enrollment>(&json).is_ok()
    };
    assert!(spell("2022-01-05", "1/2") && !spell("2022-01-04", "1/2") && !spell("2022-01-06", "3/2"));

    let event = |extent: &str| {
        let json = format!(
            "{{\"student\":\"s\",\"school\":\"A\",\"date\":\"2022-01-05\",\
             \"code\":{{\"status\":\"tardy\"}},\"extent\":{{\"part\":\"{extent}\"}}}}"
        );
        serde_json::from_str::<AttendanceEvent>(&json).is_ok()
    };
    assert!(event("1/2") && !event("3/2"));

    let absent = code(Status::Absence);
    let mark = |part: u32| serde_json::to_string(&[(absent, Fraction::new(part, 2).unwrap())]).unwrap();
    assert!(serde_json::from_str::<DayMark>(&mark(2)).is_ok());
    assert!(serde_json::from_str::<DayMark>(&mark(3)).is_err());
}

// A group into which nobody was counted had no bands at all.
#[test]
fn every_group_has_all_bands() {
    let stays = vec![stay("s1", "A", 0, Some(2)), stay("s1", "B", 3, None)];
    let register = register(vec![school("A", 9), school("B", 9)], stays, vec![]);
    let policy = homeroom::Policy::preset("attendance_works").unwrap();
    let reading = Reading::new(&register, &policy).unwrap();
    let table = reading.measure_by(&Roster::default(), YEAR_END, &[Dimension::School]).unwrap();
    let bands = table.groups.iter().map(|group| (group.by_school.bands.len(), group.by_student.bands.len()));
    assert_eq!(bands.collect::<Vec<_>>(), [(4, 4), (4, 4)]);
}
