//! Small programs with figures worked out by hand. Day 0 is Monday 30 August 2021, day 5 the Monday after.

use super::{
    classroom::{absences, nth, policy, school, stay},
    dosage::Figures,
    rational::Q,
    records::{Filed, Record, Window, casebook, roster},
    same::figures,
    world::{Event, School, Stay, World, year},
};
use chrono::NaiveDate;
use homeroom::{
    CircleId, Fraction, MentorId, PlanId, Reading, StudentId,
    mentoring::{
        Assignment, AssignmentRole, CallOutcome, CheckIn, Circle, CircleKind, ContactMode, ContactOutcome,
        ContactPlan, DosageTable, HomeCall, Mentor, MentorKind, MentoringReading,
    },
};

/// A school year of `s1` at A, four weeks long, and a program of mentors `m1` and `m2`.
struct Case {
    world: World,
    records: Vec<Filed>,
}

fn case() -> Case {
    case_of(vec![school("A", 20)], vec![stay("s1", "A", 0, None)], Vec::new())
}

fn case_of(schools: Vec<School>, stays: Vec<Stay>, events: Vec<Event>) -> Case {
    let world = super::classroom::world(schools, stays, events);
    let mentor = |id: &str| Mentor::new(MentorId::new(id).unwrap(), MentorKind::Teacher);
    let records = ["m1", "m2"].map(|id| (Record::Mentor(mentor(id)), 0)).into();
    Case { world, records }
}

fn plan(id: &str, contacts_per_week: u32) -> ContactPlan {
    let contacts_per_week = Fraction::new(contacts_per_week, 1).unwrap();
    ContactPlan { contacts_per_week, ..ContactPlan::new(PlanId::new(id).unwrap()) }
}

impl Case {
    fn with(mut self, record: Record) -> Self {
        self.records.push((record, 0));
        self
    }

    fn assigned_under(
        self,
        plan: Option<&str>,
        mentor: &str,
        from: NaiveDate,
        to: Option<NaiveDate>,
    ) -> Self {
        let (mentor, student) = (MentorId::new(mentor).unwrap(), StudentId::new("s1").unwrap());
        let plan = plan.map(|id| PlanId::new(id).unwrap());
        self.with(Record::Assignment(Assignment { end: to, plan, ..Assignment::new(mentor, student, from) }))
    }

    /// `m1` from day 0 on.
    fn assigned(self) -> Self {
        self.assigned_under(None, "m1", nth(0), None)
    }

    fn met(self, mentor: &str, dates: impl IntoIterator<Item = NaiveDate>) -> Self {
        self.met_by(ContactMode::InPerson, mentor, dates)
    }

    fn met_by(self, mode: ContactMode, mentor: &str, dates: impl IntoIterator<Item = NaiveDate>) -> Self {
        dates.into_iter().fold(self, |case, date| {
            let (student, mentor) = (StudentId::new("s1").unwrap(), MentorId::new(mentor).unwrap());
            case.with(Record::CheckIn(CheckIn {
                mode,
                ..CheckIn::new(student, mentor, date, ContactOutcome::Met)
            }))
        })
    }

    fn called(self, date: NaiveDate, outcome: CallOutcome) -> Self {
        let student = StudentId::new("s1").unwrap();
        self.with(Record::Call(HomeCall { student, mentor: None, date, outcome, barriers: Vec::new() }))
    }

    fn table(&self, window: Window) -> DosageTable {
        let policy = policy("");
        let (register, _) = self.world.register().unwrap();
        let reading = Reading::new(&register, &policy).unwrap();
        let (casebook, report) = casebook(&self.records, &register);
        assert_eq!(report.intake().rejected, 0);
        MentoringReading::new(&casebook, &reading).unwrap().dosage(&roster(true), window)
    }

    /// All figures of everybody.
    fn figures(&self, window: Window) -> Figures {
        figures(&self.table(window).overall)
    }
}

fn days(from: usize, to: usize) -> Window {
    nth(from)..=nth(to)
}

fn the_year() -> Window {
    year().first_date()..=year().last_date()
}

fn check(figures: &Figures, expected: &[(&str, i128)]) {
    for (name, number) in expected {
        assert_eq!(figures[name], Q::int(*number), "{name} of {figures:?}");
    }
}

// Tuesday to Friday, 4 days of 3/5: 12/5 = 2.4, rounded half up 2. Two contacts are a week on plan.
#[test]
fn a_holiday_on_a_monday() {
    let mut case = case().assigned().met("m1", [nth(6), nth(8)]);
    case.world.schools[0].days.remove(&nth(5));
    let figures = case.figures(days(5, 9));
    assert_eq!(figures["expected"], Q::new(12, 5));
    assert_eq!(figures["weeks"], Q::new(4, 5));
    check(&figures, &[("assigned days", 4), ("weeks asking", 1), ("weeks on plan", 1), ("made", 2)]);
    let mut once = case;
    once.records.pop();
    check(&once.figures(days(5, 9)), &[("weeks asking", 1), ("weeks on plan", 0), ("made", 1)]);
}

// One day of school asks for 3/5, rounded half up 1; of a plan of 1 a week for 1/5, rounded 0: no week asks.
#[test]
fn a_week_of_one_day() {
    let mut case = case().with(Record::Plan(plan("three", 3))).with(Record::Plan(plan("one", 1)));
    (6..10).for_each(|day| drop(case.world.schools[0].days.remove(&nth(day))));
    let three = Case { world: case.world.clone(), records: case.records.clone() };
    let three = three.assigned_under(Some("three"), "m1", nth(0), None);
    check(&three.figures(days(5, 9)), &[("weeks asking", 1), ("weeks on plan", 0)]);
    check(&three.met("m1", [nth(5)]).figures(days(5, 9)), &[("weeks asking", 1), ("weeks on plan", 1)]);
    let one = case.assigned_under(Some("one"), "m1", nth(0), None).met("m1", [nth(5)]);
    check(&one.figures(days(5, 9)), &[("weeks asking", 0), ("weeks on plan", 0), ("made", 1)]);
}

// Absent Tuesday to Thursday: 5 days ask for 3, the 2 days present for 6/5, rounded 1. One contact on Friday is the
// week on plan by the days present and not by all; Monday to Thursday are a gap of 4.
#[test]
fn absent_from_tuesday_to_thursday() {
    let case = case_of(vec![school("A", 20)], vec![stay("s1", "A", 0, None)], absences("s1", "A", 1..4));
    let figures = case.assigned().met("m1", [nth(4)]).figures(days(0, 4));
    assert_eq!(figures["expected present"], Q::new(6, 5));
    check(&figures, &[("expected", 3), ("assigned days", 5), ("present days", 2), ("absences", 3)]);
    check(&figures, &[("weeks asking", 1), ("weeks on plan", 0), ("longest gap", 4)]);
    check(&figures, &[("weeks asking present", 1), ("weeks on plan present", 1)]);
}

// m1 to Tuesday, m2 from Wednesday: 2 and 3 days, 6/5 and 9/5 expected. m1's contact on Thursday counts for the
// student; of m1 it is one with a student for whom another answers.
#[test]
fn a_hand_over_in_the_middle_of_a_week() {
    let case = case().assigned_under(None, "m1", nth(0), Some(nth(1)));
    let case = case.assigned_under(None, "m2", nth(2), None).met("m1", [nth(0), nth(3)]).met("m2", [nth(4)]);
    let table = case.table(days(0, 4));
    check(&figures(&table.overall), &[("expected", 3), ("made", 3), ("weeks on plan", 1), ("students", 1)]);
    let [first, second] = [0, 1].map(|mentor| figures(&table.by_mentor[mentor].dosage));
    assert_eq!((first["expected"], second["expected"]), (Q::new(6, 5), Q::new(9, 5)));
    // m1 asks for 1 of the week and made 1; m2 for 2 (9/5 rounded) and made 1.
    check(
        &first,
        &[("made", 1), ("outside", 1), ("weeks asking", 1), ("weeks on plan", 1), ("met", 1), ("days", 0)],
    );
    check(
        &second,
        &[("made", 1), ("outside", 0), ("weeks asking", 1), ("weeks on plan", 0), ("met", 1), ("days", 2)],
    );
}

// Both answer all week: 5 are expected once, not 8; each mentor has the days of the own assignment.
#[test]
fn two_primary_mentors_at_once() {
    let case = case().with(Record::Plan(plan("a", 3))).with(Record::Plan(plan("b", 5)));
    let case =
        case.assigned_under(Some("a"), "m1", nth(0), None).assigned_under(Some("b"), "m2", nth(0), None);
    let table = case.met("m1", (0..4).map(nth)).table(days(0, 4));
    check(
        &figures(&table.overall),
        &[("expected", 5), ("assigned days", 5), ("made", 4), ("weeks on plan", 0)],
    );
    check(&figures(&table.by_mentor[0].dosage), &[("expected", 3), ("made", 4), ("weeks on plan", 1)]);
    check(&figures(&table.by_mentor[1].dosage), &[("expected", 5), ("made", 0), ("weeks on plan", 0)]);
}

// A secondary mentor alone: nothing is expected, and contacts are outside.
#[test]
fn a_secondary_mentor_answers_for_nothing() {
    let helps = |from: usize| {
        let (mentor, student) = (MentorId::new("m2").unwrap(), StudentId::new("s1").unwrap());
        let role = AssignmentRole::Secondary;
        Record::Assignment(Assignment { role, ..Assignment::new(mentor, student, nth(from)) })
    };
    let alone = case().with(helps(0)).met("m2", [nth(1)]).figures(days(0, 4));
    check(&alone, &[("expected", 0), ("students", 0), ("made", 0), ("outside", 1), ("waiting", 0)]);
    let beside = case().assigned().with(helps(0)).met("m2", [nth(1)]).table(days(0, 4));
    check(&figures(&beside.overall), &[("expected", 3), ("made", 1), ("outside", 0), ("waiting", 1)]);
    check(&figures(&beside.by_mentor[1].dosage), &[("expected", 0), ("made", 0), ("outside", 1)]);
}

// s1 moves from A to B between day 4 and day 5.
#[test]
fn a_transfer_with_the_same_mentor_another_or_none() {
    let moved = || {
        let stays = vec![stay("s1", "A", 0, Some(4)), stay("s1", "B", 5, None)];
        case_of(vec![school("A", 20), school("B", 20)], stays, Vec::new())
    };
    let same = moved().assigned().met("m1", [nth(2), nth(7)]).table(the_year());
    let of_moves = |numbers: [i128; 4]| {
        ["transfers", "mentored", "same mentor", "contacted"].into_iter().zip(numbers).collect::<Vec<_>>()
    };
    check(&figures(&same.overall), &of_moves([1, 1, 1, 1]));
    // 5 days and 1 contact at A, 15 and 1 at B; the student is one in all and one at each.
    let [a, b] = [0, 1].map(|school| figures(&same.by_school[school].dosage));
    check(&a, &[("students", 1), ("assigned days", 5), ("made", 1), ("met", 1), ("days", 2)]);
    check(&b, &[("students", 1), ("assigned days", 15), ("made", 1), ("met", 0), ("transfers", 0)]);
    check(&figures(&same.overall), &[("students", 1), ("assigned days", 20), ("made", 2)]);

    let handed = moved().assigned_under(None, "m1", nth(0), Some(nth(4)));
    let another = handed.assigned_under(None, "m2", nth(5), None).figures(the_year());
    check(&another, &of_moves([1, 1, 0, 0]));
    let none = moved().assigned_under(None, "m1", nth(0), Some(nth(4)));
    check(&none.figures(the_year()), &of_moves([1, 0, 0, 0]));
    // The move counts in the window of the new school too, in which nobody is assigned.
    check(&none.figures(days(5, 9)), &of_moves([1, 0, 0, 0]));
    check(&none.figures(days(6, 9)), &of_moves([0, 0, 0, 0]));
}

// Absent on days 1, 2 and 3; called on day 1 (reached), about day 2 a day late, on day 3 without an answer.
#[test]
fn calls_home_on_the_same_day_and_the_next() {
    let absent =
        || case_of(vec![school("A", 20)], vec![stay("s1", "A", 0, None)], absences("s1", "A", [1, 2]));
    let same = absent().assigned().called(nth(1), CallOutcome::Reached).figures(days(0, 4));
    check(&same, &[("absences", 2), ("called", 1), ("reached", 1)]);
    let next = absent().assigned().called(nth(3), CallOutcome::Reached).figures(days(0, 4));
    check(&next, &[("absences", 2), ("called", 0), ("reached", 0)]);
    let tried = absent().assigned().called(nth(2), CallOutcome::NoAnswer).figures(days(0, 4));
    check(&tried, &[("absences", 2), ("called", 1), ("reached", 0)]);
    // Twice on one day is one day called, and a call is no contact.
    let twice =
        absent().assigned().called(nth(2), CallOutcome::NoAnswer).called(nth(2), CallOutcome::Reached);
    check(&twice.figures(days(0, 4)), &[("called", 1), ("reached", 1), ("made", 0), ("attempted", 0)]);
}

// Monday, Wednesday and Saturday of one week are the 3 asked for; the days until the Saturday are a gap of 2.
#[test]
fn a_home_visit_on_a_saturday() {
    let saturday = nth(4).succ_opt().unwrap();
    let case = case().assigned().met("m1", [nth(0), nth(2)]).met_by(ContactMode::HomeVisit, "m1", [saturday]);
    let figures = case.figures(nth(0)..=saturday);
    check(
        &figures,
        &[("made", 3), ("contact days", 3), ("weeks on plan", 1), ("longest gap", 2), ("assigned days", 5)],
    );
    // A window to Friday does not hold it, and the week is not on plan.
    check(&case.figures(days(0, 4)), &[("made", 2), ("weeks asking", 1), ("weeks on plan", 0)]);
}

// 7 in one week and none in the next: 7 of 6 expected, and 1 of 2 weeks on plan.
#[test]
fn seven_in_one_week_and_none_in_the_next() {
    let dates = nth(0).iter_days().take(7);
    let table = case().assigned().met("m1", dates).table(days(0, 9));
    check(
        &figures(&table.overall),
        &[("expected", 6), ("made", 7), ("weeks asking", 2), ("weeks on plan", 1)],
    );
    check(&figures(&table.overall), &[("longest gap", 5), ("weeks", 2)]);
    assert_eq!(table.by_student[0].days_since_contact, 5);
    assert_eq!(table.overall.fidelity().unwrap().percent(1), "116.7");
    assert_eq!(table.overall.contacts_per_week().unwrap().text(1), "3.5");
    assert_eq!(table.overall.weeks_on_plan.rate().unwrap().percent(0), "50");
}

// Met on the first day: 0 days waited. Met on the fourth: 3. Assigned on a Saturday and met on Monday: 0.
#[test]
fn from_assignment_to_the_first_contact() {
    let met_on = |day: usize| case().assigned().met("m1", [nth(day)]).figures(the_year());
    check(&met_on(0), &[("met", 1), ("days", 0), ("waiting", 0)]);
    check(&met_on(3), &[("met", 1), ("days", 3), ("waiting", 0)]);
    let saturday = nth(4).succ_opt().unwrap();
    let weekend = case().assigned_under(None, "m1", saturday, None);
    // Up to that Sunday one is waiting, without a school day waited; up to Tuesday for two.
    check(&weekend.figures(nth(0)..=saturday.succ_opt().unwrap()), &[("waiting", 1), ("waiting days", 0)]);
    check(&weekend.figures(days(0, 6)), &[("waiting", 1), ("waiting days", 2), ("met", 0)]);
    check(&weekend.met("m1", [nth(5)]).figures(the_year()), &[("met", 1), ("days", 0)]);
    // Begun before the year, it does not begin in it, however long the window.
    let before = case().assigned_under(None, "m1", NaiveDate::from_ymd_opt(2021, 6, 1).unwrap(), None);
    let long = NaiveDate::from_ymd_opt(2021, 1, 1).unwrap()..=year().last_date();
    check(&before.figures(long), &[("met", 0), ("waiting", 0), ("assigned days", 20)]);
}

// Days 7 to 12, Wednesday to the Wednesday after: 6 days, 18/5 expected. Of the first week 3 days ask for 2 (9/5),
// and the contact on day 6 is not in the window. The second week still expects days 13 and 14: not judged.
#[test]
fn a_window_in_the_middle_and_a_week_in_progress() {
    let case = case().assigned().met("m1", [6, 7, 9, 10, 13].map(nth));
    let figures = case.figures(days(7, 12));
    assert_eq!(figures["expected"], Q::new(18, 5));
    check(&figures, &[("assigned days", 6), ("made", 3), ("weeks asking", 1), ("weeks on plan", 1)]);
    check(&figures, &[("longest gap", 2)]);
    check(&case.figures(days(7, 14)), &[("weeks asking", 2), ("weeks on plan", 1), ("made", 4)]);
    // Where the assignment ends on day 12 the week expects nothing more: 9/5 ask for 2, and 1 was made.
    let ends = super::cases::case().assigned_under(None, "m1", nth(0), Some(nth(12))).met("m1", [nth(10)]);
    check(&ends.figures(days(7, 12)), &[("weeks asking", 2), ("weeks on plan", 0), ("made", 1)]);
}

// One circle with s1 of A and s2 of B: one event, two contacts; s1's is m1's, s2's that of m2 who helps.
#[test]
fn a_circle_of_children_of_two_schools() {
    let stays = vec![stay("s1", "A", 0, None), stay("s2", "B", 0, None)];
    let case = case_of(vec![school("A", 20), school("B", 20)], stays, Vec::new()).assigned();
    let (m2, s2) = (MentorId::new("m2").unwrap(), StudentId::new("s2").unwrap());
    let circle = Circle {
        id: CircleId::new("c1").unwrap(),
        kind: CircleKind::Student,
        date: nth(2),
        mode: ContactMode::Message,
        minutes: None,
        students: ["s1", "s2"].map(|id| StudentId::new(id).unwrap()).into(),
        mentors: vec![m2.clone(), MentorId::new("m1").unwrap()],
        guardians: 0,
        staff: 0,
        note: None,
    };
    let case = case.with(Record::Assignment(Assignment::new(m2, s2, nth(0)))).with(Record::Circle(circle));
    let table = case.table(days(0, 4));
    check(
        &figures(&table.overall),
        &[("made", 2), ("in circles", 2), ("minutes unknown", 2), ("expected", 6)],
    );
    assert_eq!(table.circles, 1);
    for group in &table.by_mentor {
        assert_eq!((group.circles, group.dosage.contacts.made), (1, 1));
    }
    for group in &table.by_school {
        assert_eq!((group.circles, group.dosage.contacts.made), (1, 1));
    }
    // A and B are in one district.
    assert_eq!(table.by_district.len(), 1);
    assert_eq!((table.by_district[0].circles, table.by_district[0].dosage.contacts.made), (1, 2));
}

// A plan of 5 a week for day 2 alone, beside 3 a week for ever: 4 days of 3/5 and one of 1.
#[test]
fn a_plan_of_a_single_day() {
    let (begin, end) = (Some(nth(2)), Some(nth(2)));
    let case = case().with(Record::Plan(ContactPlan { begin, end, ..plan("a", 5) }));
    let figures = case.with(Record::Plan(plan("b", 3))).assigned().figures(days(0, 4));
    assert_eq!(figures["expected"], Q::new(17, 5));
}

// To B on day 5 and back to A on day 10, with a contact on day 12: of the two moves the second has one.
#[test]
fn there_and_back() {
    let stays = [(0, "A", Some(4)), (5, "B", Some(9)), (10, "A", None)];
    let stays = stays.map(|(from, school, to)| stay("s1", school, from, to)).into();
    let case = case_of(vec![school("A", 20), school("B", 20)], stays, Vec::new());
    let figures = case.assigned().met("m1", [nth(12)]).figures(the_year());
    check(&figures, &[("transfers", 2), ("mentored", 2), ("same mentor", 2), ("contacted", 1)]);
}
