//! Questions to a mentoring program whose answers are tables.

use super::{Table, answer::findings};
use crate::{Ask, MentoringAsk, OpenProgram, Problem, Request, problem::from_json};
use homeroom::{
    Amount, DistrictId, NetworkId, Reading,
    mentoring::{Dosage, MentoringReading},
};
use serde::{Deserialize, Serialize};

/// By what a program's fidelity is told.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
#[non_exhaustive]
pub enum FidelityBy {
    /// One row a student; without `circles`, with `days_since_contact`.
    Student,
    /// One row a mentor.
    Mentor,
    /// One row a school.
    School,
    /// One row a district; without a key for schools of none.
    District,
    /// One row a network; without a key for districts of none.
    Network,
}

impl OpenProgram {
    /// Answers a [`Request`] given as JSON as a [`Table`]: see [`table`](Self::table).
    ///
    /// # Errors
    /// As [`table`](Self::table), and where the text is not of the contract.
    pub fn table_json(&self, request: &str) -> Result<Table, Problem> {
        self.table(&from_json(request)?)
    }

    /// Answers a request as a [`Table`]: the question `fidelity`, with the columns of the JSON answer `dosage`, one row for each
    /// of whom it is told.
    ///
    /// # Errors
    /// [`Problem`] where there is no answer, or it is no table.
    pub fn table(&self, request: &Request) -> Result<Table, Problem> {
        Self::asked_alone(request)?;
        let Ask::Mentoring(MentoringAsk::Fidelity { by, since }) = request.ask else {
            let message = "the answer to this question is no table: ask for it as JSON";
            return Err(Problem::request("no_table", message));
        };
        let (policy, as_of) = (request.policy()?, request.as_of()?);
        let register = self.register().register();
        let year = Reading::new(register, &policy)?;
        let reading = MentoringReading::new(self.casebook(), &year)?;
        let since = since.unwrap_or(register.year().first_date());
        let made = reading.dosage(self.register().roster(), since..=as_of);
        let mut table = Table::default();
        match by {
            FidelityBy::Student => {
                let students = self.casebook().students();
                table.keys("student", made.by_student.iter().map(|row| students[row.student].to_string()));
                dosages(&mut table, &made.by_student.iter().map(|row| &row.dosage).collect::<Vec<_>>());
                table.u32("days_since_contact", made.by_student.iter().map(|row| row.days_since_contact));
            }
            FidelityBy::Mentor => {
                let mentor = |index: usize| self.casebook().mentor_id(index).to_string();
                table.keys("mentor", made.by_mentor.iter().map(|row| mentor(row.key)));
                dosages(&mut table, &made.by_mentor.iter().map(|row| &row.dosage).collect::<Vec<_>>());
                table.u64("circles", made.by_mentor.iter().map(|row| row.circles));
            }
            FidelityBy::School => {
                let school = |index: usize| register.school_id(index).to_string();
                table.keys("school", made.by_school.iter().map(|row| school(row.key)));
                dosages(&mut table, &made.by_school.iter().map(|row| &row.dosage).collect::<Vec<_>>());
                table.u64("circles", made.by_school.iter().map(|row| row.circles));
            }
            FidelityBy::District => {
                let district = made.by_district.iter().map(|row| row.key.as_ref().map(DistrictId::as_str));
                table.text("district", district);
                dosages(&mut table, &made.by_district.iter().map(|row| &row.dosage).collect::<Vec<_>>());
                table.u64("circles", made.by_district.iter().map(|row| row.circles));
            }
            FidelityBy::Network => {
                let network = made.by_network.iter().map(|row| row.key.as_ref().map(NetworkId::as_str));
                table.text("network", network);
                dosages(&mut table, &made.by_network.iter().map(|row| &row.dosage).collect::<Vec<_>>());
                table.u64("circles", made.by_network.iter().map(|row| row.circles));
            }
        }
        Ok(table)
    }

    /// The findings of the program's records one by one, the first thousand of each code; `None` where the program has no
    /// report of its own.
    pub fn findings(&self) -> Option<Table> {
        self.report().map(|report| findings(&report.findings))
    }
}

fn dosages(table: &mut Table, rows: &[&Dosage]) {
    macro_rules! counts {
        ($($name:literal = $($field:ident).+),* $(,)?) => {
            let counts: &[(&str, fn(&Dosage) -> u64)] = &[$(($name, |of| of.$($field).+)),*];
            for (name, count) in counts {
                table.u64(name, rows.iter().map(|of| count(of)));
            }
        };
    }
    let of = rows.iter().copied();
    let parts = |units, of: &Dosage| Amount { units, per: of.per.max(1) };
    counts!("students" = students, "assigned_days" = assigned_days, "present_days" = present_days);
    table.amount("expected", of.clone().map(|of| parts(of.expected, of)));
    table.amount("expected_present", of.clone().map(|of| parts(of.expected_present, of)));
    table.amount("weeks", of.clone().map(|of| parts(of.weeks, of)));
    counts!(
        "contacts_made" = contacts.made,
        "contacts_attempted" = contacts.attempted,
        "contacts_other_mode" = contacts.other_mode,
        "contacts_too_short" = contacts.too_short,
        "contacts_outside" = contacts.outside,
        "in_circles" = in_circles,
        "contact_days" = contact_days,
        "minutes" = minutes,
        "minutes_unknown" = minutes_unknown,
    );
    let double = |rate: Option<homeroom::Rate>| rate.map(homeroom::Rate::to_f64);
    table.f64("minutes_per_contact", of.clone().map(|of| double(of.minutes_per_contact())));
    table.rate("fidelity", of.clone().map(|of| (of.fidelity(), of.per.max(1))));
    table.rate("fidelity_present", of.clone().map(|of| (of.fidelity_present(), of.per.max(1))));
    table.f64("contacts_per_week", of.clone().map(|of| double(of.contacts_per_week())));
    counts!("weeks_on_plan_asking" = weeks_on_plan.asking, "weeks_on_plan_on_plan" = weeks_on_plan.on_plan);
    table.count_rate("weeks_on_plan_rate", of.clone().map(|of| of.weeks_on_plan.rate()));
    counts!(
        "weeks_on_plan_present_asking" = weeks_on_plan_present.asking,
        "weeks_on_plan_present_on_plan" = weeks_on_plan_present.on_plan,
    );
    table.count_rate("weeks_on_plan_present_rate", of.clone().map(|of| of.weeks_on_plan_present.rate()));
    table.u32("longest_gap", of.clone().map(|of| of.longest_gap));
    counts!(
        "starts_met" = starts.met,
        "starts_days" = starts.days,
        "starts_waiting" = starts.waiting,
        "starts_waiting_days" = starts.waiting_days,
        "starts_in_time" = starts.in_time,
    );
    table.f64("mean_days_to_first_contact", of.clone().map(|of| double(of.starts.mean_days())));
    counts!(
        "calls_absences" = calls.absences,
        "calls_called" = calls.called,
        "calls_reached" = calls.reached,
    );
    table.count_rate("call_rate", of.clone().map(|of| of.calls.call_rate()));
    table.count_rate("reach_rate", of.clone().map(|of| of.calls.reach_rate()));
    counts!(
        "transfers_transfers" = transfers.transfers,
        "transfers_mentored" = transfers.mentored,
        "transfers_same_mentor" = transfers.same_mentor,
        "transfers_contacted" = transfers.contacted,
    );
}
