//! A mentoring program that is open for questions.

use crate::{
    MentoringRecords, OpenRegister, Problem, ProgramRecords, Record, Request,
    answer::mentoring::{self, Asked},
    ask::Ask,
    envelope::envelope,
    one_by_one,
    problem::{from_json, records_from_json},
};
use homeroom::{
    Place, Reading, document,
    mentoring::{Casebook, CasebookBuilder, CasebookReport, MentoringReading, Program},
};
use serde::de::DeserializeOwned;
use serde_json::Value;
use std::sync::Arc;

/// The records of a mentoring program over the register of a school year, and that of the year before where there is one.
#[derive(Debug, Clone)]
pub struct OpenProgram {
    current: Arc<OpenRegister>,
    before: Option<Arc<OpenRegister>>,
    casebook: Casebook,
    report: Option<CasebookReport>,
}

impl OpenProgram {
    /// Opens what is built already; `report` is what became of the records, where that is known of them alone.
    pub fn new(
        current: Arc<OpenRegister>,
        before: Option<Arc<OpenRegister>>,
        casebook: Casebook,
        report: Option<CasebookReport>,
    ) -> Self {
        Self { current, before, casebook, report }
    }

    /// Opens [`MentoringRecords`] given as JSON.
    ///
    /// # Errors
    /// [`Problem`] where the text is not of the contract, or a record cannot be read.
    pub fn from_json(
        current: Arc<OpenRegister>,
        before: Option<Arc<OpenRegister>>,
        records: &str,
    ) -> Result<Self, Problem> {
        let records: MentoringRecords = records_from_json(records)?;
        Self::from_records(current, before, &records)
    }

    /// Opens records. What is wrong with single records is a finding of the report.
    ///
    /// # Errors
    /// [`Problem`] where a record cannot be read.
    pub fn from_records(
        current: Arc<OpenRegister>,
        before: Option<Arc<OpenRegister>>,
        records: &MentoringRecords,
    ) -> Result<Self, Problem> {
        let registers = [Some(&current), before.as_ref()].into_iter().flatten();
        let (casebook, report) = gather(records)?.close(registers.map(|open| open.register()));
        Ok(Self { current, before, casebook, report: Some(report) })
    }

    /// The register.
    pub fn register(&self) -> &Arc<OpenRegister> {
        &self.current
    }

    /// The register of the year before.
    pub fn register_before(&self) -> Option<&Arc<OpenRegister>> {
        self.before.as_ref()
    }

    /// The records of the program.
    pub fn casebook(&self) -> &Casebook {
        &self.casebook
    }

    /// What became of the records; `None` of a program that a reader made, whose report is the dataset's.
    pub fn report(&self) -> Option<&CasebookReport> {
        self.report.as_ref()
    }

    /// Answers a [`Request`] about mentoring given as JSON, as [`crate::ask_json`] does.
    pub fn ask_json(&self, request: &str) -> String {
        envelope(from_json(request), |request| self.ask(&request))
    }

    /// Answers a request about mentoring.
    ///
    /// # Errors
    /// [`Problem`] where there is no answer, and where the request is about attendance alone.
    pub fn ask(&self, request: &Request) -> Result<Value, Problem> {
        let Ask::Mentoring(ask) = &request.ask else {
            return self.current.ask(request, self.before.as_deref());
        };
        Self::asked_alone(request)?;
        let policy = request.policy()?;
        let prior = self.before.as_ref().map(|open| Reading::new(open.register(), &policy)).transpose()?;
        if let Some(answer) = mentoring::without_reading(self, ask, (&policy, prior.as_ref()), request.as_of)
        {
            return answer;
        }
        let as_of = request.as_of()?;
        let year = Reading::new(self.current.register(), &policy)?;
        let reading = MentoringReading::new(&self.casebook, &year)?;
        let roster = self.current.roster();
        let asked =
            Asked { reading: &reading, prior: prior.as_ref(), roster, report: self.report.as_ref(), as_of };
        mentoring::answer(&asked, ask)
    }

    /// Refuses a request that brings what the program has.
    pub(crate) fn asked_alone(request: &Request) -> Result<(), Problem> {
        if request.records.is_some() || !request.parts.is_empty() || !request.amend.is_empty() {
            let message = "an open program has its records: leave `records` and `amend` out";
            return Err(Problem::request("records_given", message));
        }
        if request.before.is_some() {
            let message = "an open program has the register of the year before: leave `before` out";
            return Err(Problem::field("before_given", "before", message));
        }
        Ok(())
    }
}

/// Records as the library reads them.
pub(crate) fn records<T: DeserializeOwned>(field: &str, records: &[Record]) -> Result<Vec<T>, Problem> {
    let read =
        |record| document::from_value(&Value::Object(record)).map_err(|fault| Problem::record(field, &fault));
    one_by_one(field, records)?.into_iter().map(read).collect()
}

fn gather(given: &MentoringRecords) -> Result<CasebookBuilder, Problem> {
    let mut book = CasebookBuilder::default();
    macro_rules! add {
        ($($field:ident => $add:ident),* $(,)?) => {$(
            for record in records(stringify!($field), &given.$field)? {
                book.$add(record, Place::default());
            }
        )*};
    }
    add! {
        mentors => add_mentor,
        plans => add_plan,
        assignments => add_assignment,
        check_ins => add_check_in,
        circles => add_circle,
        home_calls => add_home_call,
        follow_ups => add_follow_up,
        barriers => add_barrier,
        interventions => add_intervention,
        student_interventions => add_student_intervention,
        intervention_statuses => add_intervention_status,
    }
    if let Some(given) = &given.program {
        book.set_program(program(given)?);
    }
    Ok(book)
}

fn program(given: &ProgramRecords) -> Result<Program, Problem> {
    let mut program = Program::default();
    program.staff = records("staff", &given.staff)?;
    program.learning_sessions = records("learning_sessions", &given.learning_sessions)?;
    program.convenings = records("convenings", &given.convenings)?;
    program.interviews = records("interviews", &given.interviews)?;
    program.celebrations = records("celebrations", &given.celebrations)?;
    Ok(program)
}
