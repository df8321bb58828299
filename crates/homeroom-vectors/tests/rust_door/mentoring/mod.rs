//! Answers about mentoring.

mod barriers;
mod book;
mod caseload;
mod dosage;
mod ladder;
mod program;
mod team;
mod view;

use crate::{
    build::{Built, build},
    policies::policy,
    refusal::Refused,
};
use chrono::NaiveDate;
use homeroom::{
    Place, Reading, Roster,
    mentoring::{CasebookReport, MentoringReading, StatusHistory},
};
use homeroom_vectors::{Input, MentoringAsk};
use serde_json::{Value, json};

/// What every answer is made of.
pub struct Asked<'a> {
    pub reading: &'a MentoringReading<'a>,
    pub prior: Option<&'a Reading<'a>>,
    pub roster: &'a Roster,
    pub as_of: NaiveDate,
}

impl Asked<'_> {
    fn student(&self, id: &str) -> usize {
        self.reading.casebook().find_student(id).expect("a student of the casebook")
    }

    fn mentor(&self, id: &str) -> usize {
        self.reading.casebook().find_mentor(id).expect("a mentor of the casebook")
    }

    fn school(&self, id: &str) -> usize {
        self.reading.register().find_school(id).expect("a school of the register")
    }

    fn student_id(&self, index: usize) -> &str {
        self.reading.casebook().students()[index].as_str()
    }

    fn mentor_id(&self, index: usize) -> &str {
        self.reading.casebook().mentor_id(index).as_str()
    }

    fn register_student_id(&self, index: usize) -> &str {
        self.reading.register().student_id(index)
    }

    fn school_id(&self, index: usize) -> &str {
        self.reading.register().school_id(index).as_str()
    }
}

pub fn mentoring(input: &Input, ask: &MentoringAsk) -> Result<Value, Refused> {
    if let MentoringAsk::StatusHistory { history, on } = ask {
        return status_history(history, on);
    }
    let mut built = build(input.world.as_ref().expect("the case has a world"))?;
    crate::build::amend(&mut built.register, &input.amend)?;
    let before = input.before.as_ref().and_then(|before| before.world.as_ref()).map(build).transpose()?;
    let spec = input.world.as_ref().and_then(|world| world.mentoring.clone()).unwrap_or_default();
    let registers = [Some(&built), before.as_ref()].into_iter().flatten().map(|built| &built.register);
    let (casebook, report) = book::gather(&spec)?.close(registers);
    let own = policy(input.policy.as_ref())?;
    let as_of = input.as_of.expect("the case has a date");
    if let MentoringAsk::LadderLog { ladder, updates, contacts } = ask {
        let mut made = casebook.contacts_made();
        made.extend(book::records(contacts)?);
        return ladder::log(ladder, &mut built.register, &own, (updates, &made), as_of);
    }
    let prior = before.as_ref().map(|built| Reading::new(&built.register, &own)).transpose()?;
    let reading = Reading::new(&built.register, &own)?;
    let reading = MentoringReading::new(&casebook, &reading)?;
    let asked = Asked { reading: &reading, prior: prior.as_ref(), roster: &built.roster, as_of };
    answer(&asked, ask, &report, &built)
}

fn answer(
    asked: &Asked<'_>,
    ask: &MentoringAsk,
    report: &CasebookReport,
    built: &Built,
) -> Result<Value, Refused> {
    Ok(match ask {
        MentoringAsk::Casebook {} => book::answer(asked, report),
        MentoringAsk::Dosage { of, from } => {
            dosage::answer(asked, of, from.unwrap_or(built.register.year().first_date()))
        }
        MentoringAsk::Loads { rules } => caseload::loads(asked, rules),
        MentoringAsk::Needs { rules } => caseload::needs(asked, rules),
        MentoringAsk::Matches { needs, capacity, rules } => caseload::matches(asked, needs, capacity, rules),
        MentoringAsk::Worklist { mentor, rules } => team::worklist(asked, mentor, rules),
        MentoringAsk::Agenda { school, rules, ladder } => {
            team::agenda(asked, school, rules, ladder.as_ref())?
        }
        MentoringAsk::Coordinator {} => team::coordinator(asked),
        MentoringAsk::Barriers { by } => barriers::groups(asked, by.as_deref()),
        MentoringAsk::BarrierGaps { at_least } => barriers::gaps(asked, *at_least),
        MentoringAsk::BarrierResponses {} => barriers::responses(asked),
        MentoringAsk::BarrierChanges { since } => barriers::changes(asked, *since),
        MentoringAsk::Recognition { student, rules } => {
            program::recognition(asked, student.as_deref(), rules)?
        }
        MentoringAsk::LearningShares {} => program::learning(asked),
        MentoringAsk::Scorecard { targets } => program::scorecard(asked, targets),
        MentoringAsk::View { viewer } => view::answer(asked, viewer),
        MentoringAsk::Firings { ladder } => {
            let firings =
                ladder::ladder(ladder)?.firings(asked.reading.reading(), asked.prior, asked.as_of)?;
            json!({ "firings": firings.iter().map(ladder::firing).collect::<Vec<_>>() })
        }
        other => panic!("this door knows no question {other:?}"),
    })
}

fn status_history(
    history: &[(homeroom::mentoring::InterventionStatus, NaiveDate)],
    on: &[NaiveDate],
) -> Result<Value, Refused> {
    let ((status, date), later) = history.split_first().expect("a history has a status");
    let mut statuses = StatusHistory::new(*status, *date)?;
    for (status, date) in later {
        statuses.advance(*status, *date)?;
    }
    let last = statuses.last().status;
    let on: Vec<_> = on.iter().map(|date| statuses.on(*date)).collect();
    Ok(json!({ "last": last, "on": on, "followers": last.followers(), "final": last.is_final() }))
}

/// No place: cases are not files.
fn nowhere() -> Place {
    Place::default()
}
