//! Answers about mentoring.

mod barriers;
mod casebook;
mod caseload;
mod dosage;
mod ladder;
mod program;
mod team;
mod view;

use super::find_school;
use crate::{MentoringAsk, OpenProgram, Problem, open_program::records};
use chrono::NaiveDate;
use homeroom::{
    DistrictId, NetworkId, Policy, Reading, Roster,
    mentoring::{CasebookReport, MentoringReading, StatusChange, StatusHistory},
};
use serde_json::{Value, json};

/// What every answer is made of.
pub(crate) struct Asked<'a> {
    pub(crate) reading: &'a MentoringReading<'a>,
    pub(crate) prior: Option<&'a Reading<'a>>,
    pub(crate) roster: &'a Roster,
    pub(crate) report: Option<&'a CasebookReport>,
    pub(crate) as_of: NaiveDate,
}

impl Asked<'_> {
    /// The date given, or the first of the school year.
    fn since(&self, given: Option<NaiveDate>) -> NaiveDate {
        given.unwrap_or(self.reading.register().year().first_date())
    }

    fn student(&self, id: &str) -> Result<usize, Problem> {
        let unknown = || {
            Problem::unknown("unknown_student", "no student of that identifier is in the program's records")
        };
        self.reading.casebook().find_student(id).ok_or_else(unknown)
    }

    fn mentor(&self, id: &str) -> Result<usize, Problem> {
        let unknown = || Problem::unknown("unknown_mentor", "no mentor of that identifier is in the program");
        self.reading.casebook().find_mentor(id).ok_or_else(unknown)
    }

    fn school(&self, id: &str) -> Result<usize, Problem> {
        find_school(self.reading.register(), id)
    }

    fn district(&self, id: &str) -> Result<DistrictId, Problem> {
        let found = self.roster.districts().find(|district| district.id.as_str() == id);
        let unknown =
            || Problem::unknown("unknown_district", "no school is of a district of that identifier");
        found.map(|district| district.id.clone()).ok_or_else(unknown)
    }

    fn network(&self, id: &str) -> Result<NetworkId, Problem> {
        let networks = self.roster.districts().filter_map(|district| district.network.as_ref());
        let unknown =
            || Problem::unknown("unknown_network", "no district is of a network of that identifier");
        networks.into_iter().find(|network| network.as_str() == id).cloned().ok_or_else(unknown)
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

/// Answers that need no reading of the year: a history of statuses, and a log over a register that changes.
pub(crate) fn without_reading(
    program: &OpenProgram,
    ask: &MentoringAsk,
    (policy, prior): (&Policy, Option<&Reading<'_>>),
    as_of: Option<NaiveDate>,
) -> Option<Result<Value, Problem>> {
    let MentoringAsk::LadderLog { ladder, updates, contacts } = ask else { return None };
    let contacts = records("contacts", contacts).map(|others| {
        let mut made = program.casebook().contacts_made();
        made.extend::<Vec<_>>(others);
        made
    });
    Some(contacts.and_then(|made| {
        let as_of = as_of.or(updates.last().map(|update| update.as_of));
        let as_of = as_of.ok_or_else(|| Problem::missing("as_of"))?;
        ladder::log(ladder, program.register(), (policy, prior), (updates, &made), as_of)
    }))
}

pub(crate) fn answer(asked: &Asked<'_>, ask: &MentoringAsk) -> Result<Value, Problem> {
    Ok(match ask {
        MentoringAsk::Casebook {} => casebook::answer(asked),
        MentoringAsk::Dosage { of, since } => dosage::answer(asked, of, asked.since(*since))?,
        MentoringAsk::Fidelity { by, since } => dosage::fidelity(asked, *by, asked.since(*since)),
        MentoringAsk::Loads { rules } => caseload::loads(asked, rules),
        MentoringAsk::Needs { rules } => caseload::needs(asked, rules),
        MentoringAsk::ProposeMatches { needs, capacity, rules } => {
            caseload::matches(asked, needs, capacity, rules)
        }
        MentoringAsk::Worklist { mentor, rules } => team::worklist(asked, mentor, rules)?,
        MentoringAsk::Agenda { school, rules, ladder } => {
            team::agenda(asked, school, rules, ladder.as_ref())?
        }
        MentoringAsk::Coordinator {} => team::coordinator(asked),
        MentoringAsk::Barriers { by } => barriers::groups(asked, by.as_deref())?,
        MentoringAsk::BarrierGaps { at_least } => barriers::gaps(asked, *at_least),
        MentoringAsk::BarrierResponses {} => barriers::responses(asked),
        MentoringAsk::BarrierChanges { since } => barriers::changes(asked, *since),
        MentoringAsk::Recognition { student, rules } => {
            program::recognition(asked, student.as_deref(), rules)?
        }
        MentoringAsk::LearningShares {} => program::learning(asked),
        MentoringAsk::Scorecard { targets } => program::scorecard(asked, targets),
        MentoringAsk::View { viewer } => view::answer(asked, viewer)?,
        MentoringAsk::Firings { ladder } => {
            let firings = ladder.ladder()?.firings(asked.reading.reading(), asked.prior, asked.as_of)?;
            let per = asked.reading.reading().per();
            json!({ "firings": firings.iter().map(|firing| ladder::firing(firing, per)).collect::<Vec<_>>() })
        }
        MentoringAsk::StatusHistory { history, on } => status_history(history, on)?,
        MentoringAsk::LadderLog { .. } => {
            return Err(Problem::request("ladder_log", "a log is asked of a program"));
        }
    })
}

/// A history of statuses, or the first change that is not legal.
pub(crate) fn status_history(history: &[StatusChange], on: &[NaiveDate]) -> Result<Value, Problem> {
    let (first, later) = history.split_first().ok_or_else(|| Problem::missing("history"))?;
    let mut statuses = StatusHistory::new(first.status, first.date)?;
    for change in later {
        statuses.advance(change.status, change.date)?;
    }
    let last = statuses.last().status;
    let on: Vec<_> = on.iter().map(|date| statuses.on(*date)).collect();
    Ok(json!({ "last": last, "on": on, "followers": last.followers(), "final": last.is_final() }))
}
