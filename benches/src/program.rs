//! A generated mentoring program over a generated year: every student has a mentor and some 120 contacts.

use crate::Year;
use chrono::NaiveDate;
use homeroom::{
    MentorId, Place, Register, StudentId,
    mentoring::{
        Assignment, CallOutcome, Casebook, CasebookBuilder, CheckIn, ContactMinutes, ContactMode,
        ContactOutcome, HomeCall, Mentor, MentorKind,
    },
};
use rand::{RngExt, SeedableRng};
use rand_chacha::ChaCha8Rng;

/// Students of one mentor.
const CASELOAD: u32 = 12;

/// The casebook of a year in which each student is met, or looked for, on two of three school days.
///
/// # Errors
/// Where a generated identifier is not one, which the generator rules out.
pub fn casebook(year: &Year, register: &Register) -> Result<Casebook, Box<dyn std::error::Error>> {
    let mut rng = ChaCha8Rng::seed_from_u64(12);
    let mut builder = CasebookBuilder::default();
    let mentor_of = |student: u32| MentorId::new(format!("m{:06}", student / CASELOAD));
    for mentor in (0..year.student_ids.len() as u32).step_by(CASELOAD as usize) {
        builder.add_mentor(Mentor::new(mentor_of(mentor)?, MentorKind::Teacher), Place::default());
    }
    for (student, school, entry, exit) in &year.spells {
        let (id, mentor) = (StudentId::new(&year.student_ids[*student as usize])?, mentor_of(*student)?);
        builder.add_assignment(
            Assignment { end: Some(*exit), ..Assignment::new(mentor.clone(), id.clone(), *entry) },
            Place::default(),
        );
        for date in year.calendars[*school as usize].iter().filter(|date| *entry <= **date && *date <= exit) {
            if rng.random_bool(2.0 / 3.0) {
                builder.add_check_in(check_in(&id, &mentor, *date, &mut rng)?, Place::default());
            }
            if rng.random_bool(0.03) {
                let outcome = CallOutcome::Reached;
                let call =
                    HomeCall { student: id.clone(), mentor: None, date: *date, outcome, barriers: vec![] };
                builder.add_home_call(call, Place::default());
            }
        }
    }
    Ok(builder.close([register]).0)
}

fn check_in(
    student: &StudentId,
    mentor: &MentorId,
    date: NaiveDate,
    rng: &mut ChaCha8Rng,
) -> Result<CheckIn, Box<dyn std::error::Error>> {
    let outcome = if rng.random_bool(0.9) { ContactOutcome::Met } else { ContactOutcome::StudentAbsent };
    let mut check_in = CheckIn::new(student.clone(), mentor.clone(), date, outcome);
    check_in.mode = if rng.random_bool(0.95) { ContactMode::InPerson } else { ContactMode::Message };
    check_in.minutes = Some(ContactMinutes::new(rng.random_range(5..31))?);
    Ok(check_in)
}
