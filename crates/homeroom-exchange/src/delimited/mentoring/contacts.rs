//! Check-ins, follow-ups, circles, calls home and barriers. Whether their students and mentors are known, the casebook
//! finds.

use super::{
    super::{field::Field, row::Fault},
    Gathering,
    entry::Entry,
};
use homeroom::FindingCode;
use homeroom::mentoring::{
    BarrierRecord, CheckIn, Circle, ContactMode, Feeling, FollowUp, HomeCall, Visibility,
};

impl Gathering<'_> {
    pub(super) fn add_check_in(&mut self, entry: &mut Entry<'_, '_>) -> Result<(), Fault> {
        let (student, mentor) = (entry.row.id(Field::Student)?, entry.row.id(Field::Mentor)?);
        let (date, outcome) = (entry.date(Field::Date)?, entry.term(Field::Outcome)?);
        let mut check_in = CheckIn::new(student, mentor, date, outcome);
        check_in.mode = mode(entry)?;
        check_in.time = entry.time()?;
        check_in.minutes = entry.minutes()?;
        check_in.feeling = entry.further(Field::Feeling, "a number from 1 to 5", feeling)?;
        check_in.strengths = entry.confidentials(Field::Strengths)?;
        check_in.goals = entry.confidentials(Field::Goals)?;
        check_in.barriers = entry.barriers()?;
        check_in.note = entry.note()?;
        self.builder.add_check_in(check_in, entry.place());
        Ok(())
    }

    pub(super) fn add_follow_up(&mut self, entry: &mut Entry<'_, '_>) -> Result<(), Fault> {
        let follow_up = FollowUp {
            student: entry.row.id(Field::Student)?,
            mentor: entry.row.id(Field::Mentor)?,
            raised_on: entry.date(Field::RaisedOn)?,
            due: entry.date(Field::Due)?,
            done_on: entry.date_if(Field::DoneOn)?,
            what: entry.confidential(Field::What)?,
        };
        self.builder.add_follow_up(follow_up, entry.place());
        Ok(())
    }

    pub(super) fn add_circle(&mut self, entry: &mut Entry<'_, '_>) -> Result<(), Fault> {
        if entry.row.text(Field::Students)?.is_none() {
            return Err(Fault::new(FindingCode::MissingValue, Field::Students));
        }
        let circle = Circle {
            id: entry.row.id(Field::Circle)?,
            kind: entry.term(Field::Kind)?,
            date: entry.date(Field::Date)?,
            mode: mode(entry)?,
            minutes: entry.minutes()?,
            students: entry.ids(Field::Students)?,
            mentors: entry.ids(Field::Mentors)?,
            guardians: entry.number(Field::Guardians)?.unwrap_or(0),
            staff: entry.number(Field::Staff)?.unwrap_or(0),
            note: entry.note()?,
        };
        let mut circle = circle;
        // A child was left out: who was not there must not read what may be about that child.
        let left_out = entry.notes.iter().any(|fault| fault.field == Field::Students);
        if let Some(note) = circle.note.as_mut().filter(|_| left_out) {
            note.visibility = Visibility::Private;
        }
        self.builder.add_circle(circle, entry.place());
        Ok(())
    }

    pub(super) fn add_home_call(&mut self, entry: &mut Entry<'_, '_>) -> Result<(), Fault> {
        let call = HomeCall {
            student: entry.row.id(Field::Student)?,
            mentor: entry.id_if(Field::Mentor)?,
            date: entry.date(Field::Date)?,
            outcome: entry.term(Field::Outcome)?,
            barriers: entry.barriers()?,
        };
        self.builder.add_home_call(call, entry.place());
        Ok(())
    }

    pub(super) fn add_barrier(&mut self, entry: &mut Entry<'_, '_>) -> Result<(), Fault> {
        let barrier = BarrierRecord {
            student: entry.row.id(Field::Student)?,
            barrier: entry.term(Field::Barrier)?,
            learnt_on: entry.date(Field::LearntOn)?,
            learnt_from: entry.term(Field::LearntFrom)?,
            resolved_on: entry.date_if(Field::ResolvedOn)?,
        };
        self.builder.add_barrier(barrier, entry.place());
        Ok(())
    }
}

fn mode(entry: &Entry<'_, '_>) -> Result<ContactMode, Fault> {
    Ok(entry.term_if(Field::Mode)?.unwrap_or(ContactMode::InPerson))
}

fn feeling(text: &str) -> Option<Feeling> {
    text.parse().ok().and_then(|point| Feeling::new(point).ok())
}
