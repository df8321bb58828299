//! Steps that are open, and contacts that clear them.

use super::{
    cases,
    classroom::{absences, nth, policy, register, school, stay},
    ladders::ladder,
    world::year,
};
use chrono::NaiveDate;
use homeroom::{
    DayMark, Policy, Reading, Register, StudentId,
    mentoring::{Cleared, ContactMade, ContactParty, Ladder, LadderLog, LadderStep},
};
use proptest::{collection::vec, option, prelude::*};
use serde_json::json;

fn made(student: &str, date: NaiveDate, with: ContactParty) -> ContactMade {
    ContactMade { student: StudentId::new(student).unwrap(), date, with }
}

/// A call at two, a mentor at three, a plan at four days of absence.
fn steps_at_two_three_four() -> Ladder {
    let at = |n: u32| json!({ "absences": { "at_least": n } });
    ladder(&[("call", at(2)), ("mentor", at(3)), ("plan", at(4))])
}

struct Case {
    ladder: Ladder,
    policy: Policy,
    register: Register,
    log: LadderLog,
}

impl Case {
    fn new(register: Register) -> Self {
        let (ladder, policy) = (steps_at_two_three_four(), policy(""));
        let mut log = LadderLog::new(&ladder, year());
        log.update(&ladder, &Reading::new(&register, &policy).unwrap(), None, nth(30)).unwrap();
        Self { ladder, policy, register, log }
    }

    fn of(days: &[usize]) -> Self {
        let events = absences("s", "A", days.iter().copied());
        Self::new(register(vec![school("A", 40)], vec![stay("s", "A", 0, None)], events))
    }

    fn steps(&self, contacts: &[ContactMade], as_of: usize) -> Vec<LadderStep> {
        let reading = Reading::new(&self.register, &self.policy).unwrap();
        self.ladder.steps(&self.log, contacts, &reading, nth(as_of)).unwrap()
    }

    fn open(&self, contacts: &[ContactMade], as_of: usize) -> Vec<(String, Option<u32>)> {
        let reading = Reading::new(&self.register, &self.policy).unwrap();
        let open = self.ladder.open_steps(&self.log, contacts, &reading, nth(as_of)).unwrap();
        open.into_iter().map(|step| (step.firing.step.to_string(), step.days_open)).collect()
    }
}

#[test]
fn a_contact_with_the_right_party_on_the_day_or_later_clears_a_step() {
    // The call is met on day 2, the mentor on day 4, the plan on day 6.
    let case = Case::of(&[0, 2, 4, 6]);
    let named = |names: &[(&str, u32)]| {
        names.iter().map(|(name, days)| ((*name).to_owned(), Some(*days))).collect::<Vec<_>>()
    };
    assert_eq!(case.open(&[], 1), []);
    assert_eq!(case.open(&[], 2), named(&[("call", 0)]));
    assert_eq!(case.open(&[], 7), named(&[("call", 5), ("mentor", 3), ("plan", 1)]));
    let open_after = |day: usize, with| case.open(&[made("s", nth(day), with)], 7);
    let (family, student) = (ContactParty::Family, ContactParty::Student);
    assert_eq!(open_after(1, family).len(), 3, "before it was met");
    assert_eq!(open_after(2, family), named(&[("mentor", 3), ("plan", 1)]));
    assert_eq!(open_after(2, student).len(), 3, "the student is not the family");
    assert_eq!(open_after(4, student), named(&[("call", 5), ("plan", 1)]));
    assert_eq!(open_after(6, family), named(&[("mentor", 3)]), "one contact clears every step it fits");
    assert_eq!(open_after(8, family).len(), 3, "not yet");
    assert_eq!(case.open(&[made("t", nth(6), family)], 7).len(), 3, "another student's");
    let cleared = case.steps(&[made("s", nth(6), family), made("s", nth(5), family)], 30);
    assert_eq!(cleared[0].cleared, Some(Cleared { on: nth(5), with: family }));
    assert_eq!((cleared[0].days_open, cleared[2].days_open), (Some(3), Some(0)));
}

#[test]
fn what_the_facts_no_longer_support_is_not_open_and_not_forgotten() {
    let mut case = Case::of(&[0, 2, 4]);
    case.register.correct("s", "A", nth(4), DayMark::default()).unwrap();
    let reading = Reading::new(&case.register, &case.policy).unwrap();
    case.log.update(&case.ladder, &reading, None, nth(20)).unwrap();
    assert_eq!(case.open(&[], 20).len(), 1);
    let steps = case.steps(&[], 20);
    assert_eq!(steps.iter().map(|step| step.unsupported_since).collect::<Vec<_>>(), [None, Some(nth(20))]);
}

#[test]
fn steps_come_in_the_ladder_s_order_then_by_date_then_by_student() {
    let mut events = absences("b", "A", [0, 1, 2]);
    events.extend(absences("a", "A", [3, 4, 5]));
    events.extend(absences("c", "A", [0, 1]));
    let stays = ["a", "b", "c"].map(|student| stay(student, "A", 0, None));
    let case = Case::new(register(vec![school("A", 40)], stays.to_vec(), events));
    let order = |steps: &[LadderStep]| {
        let key = |step: &LadderStep| format!("{} {}", step.firing.step, step.firing.student);
        steps.iter().map(key).collect::<Vec<_>>()
    };
    assert_eq!(order(&case.steps(&[], 30)), ["call b", "call c", "call a", "mentor b", "mentor a"]);
    let last = ladder(&[("mentor", json!({ "absences": { "at_least": 3 } }))]);
    let renamed = Ladder::from_json(&last.to_json().replace("\"r0\"", "\"r1\"")).unwrap();
    let reading = Reading::new(&case.register, &case.policy).unwrap();
    let steps = renamed.steps(&case.log, &[], &reading, nth(30)).unwrap();
    assert_eq!(
        order(&steps),
        ["mentor b", "mentor a", "call b", "call c", "call a"],
        "rules no longer there"
    );
}

#[test]
fn days_open_are_the_student_s_own_school_days() {
    // The student leaves after day 10; school goes on.
    let events = absences("s", "A", [0, 2]);
    let case = Case::new(register(vec![school("A", 40)], vec![stay("s", "A", 0, Some(10))], events));
    assert_eq!(case.open(&[], 30), [("call".to_owned(), Some(8))]);
}

proptest! {
    #![proptest_config(cases(256))]

    // Slow and plain: a step is open exactly if no fitting contact lies between the day it was met and the date.
    #[test]
    fn a_step_is_open_until_its_first_fitting_contact(
        contacts in vec((0usize..12, any::<bool>(), option::weighted(0.9, Just("s"))), 0..6),
        as_of in 0usize..12,
    ) {
        let case = Case::of(&[0, 2, 4, 6]);
        let contact = |(day, family, student): &(usize, bool, Option<&str>)| {
            let with = if *family { ContactParty::Family } else { ContactParty::Student };
            made(student.unwrap_or("t"), nth(*day), with)
        };
        let records: Vec<_> = contacts.iter().map(contact).collect();
        let mut expected = Vec::new();
        for (name, met) in [("call", 2), ("mentor", 4), ("plan", 6)] {
            let fits = |(day, family, student): &(usize, bool, Option<&str>)| {
                let party = match name { "call" => *family, "mentor" => !*family, _ => true };
                party && student.is_some() && (met..=as_of).contains(day)
            };
            if met <= as_of && !contacts.iter().any(fits) {
                expected.push((name.to_owned(), Some((as_of - met) as u32)));
            }
        }
        prop_assert_eq!(case.open(&records, as_of), expected.clone());
        let mut reversed = records;
        reversed.reverse();
        prop_assert_eq!(case.open(&reversed, as_of), expected);
    }
}
