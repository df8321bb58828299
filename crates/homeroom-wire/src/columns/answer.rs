//! Questions to a register whose answers are tables.

use super::{
    Table,
    tally::{summaries, tallies},
};
use crate::{
    Ask, OpenRegister, Problem, Request,
    answer::measures::{band_name, dimensions},
    open_register::opened_before,
    problem::from_json,
};
use homeroom::{Findings, PolicyDifference, Reading, SchoolId, StudentId, Transitions};

impl OpenRegister {
    /// Answers a [`Request`] given as JSON as a [`Table`]: see [`table`](Self::table).
    ///
    /// # Errors
    /// As [`table`](Self::table), and where the text is not of the contract.
    pub fn table_json(&self, request: &str, before: Option<&Self>) -> Result<Table, Problem> {
        self.table(&from_json(request)?, before)
    }

    /// Answers a request as a [`Table`]: the questions `student_table`, `measure`, `series`, `transitions`,
    /// `policy_difference` and `findings`, with the rows in the order of the JSON answer's list.
    ///
    /// # Errors
    /// [`Problem`] where there is no answer, or it is no table.
    pub fn table(&self, request: &Request, before: Option<&Self>) -> Result<Table, Problem> {
        if request.records.is_some() || !request.parts.is_empty() || !request.amend.is_empty() {
            let message = "an open register has its records: leave `records`, `parts` and `amend` out";
            return Err(Problem::request("records_given", message));
        }
        match &request.ask {
            Ask::Findings {} => {
                let message = "the register has no findings of its own: those of files are the dataset's";
                let report = self.report().ok_or_else(|| Problem::unknown("no_report", message))?;
                Ok(findings(&report.findings))
            }
            Ask::StudentTable {} => self.student_table(request),
            Ask::Series { period } => self.series(request, *period),
            Ask::Measure { by } => self.measure(request, by),
            Ask::Transitions {} => self.transitions(request, before),
            Ask::PolicyDifference {} => self.policy_difference(request),
            _ => {
                let message = "the answer to this question is no table: ask for it as JSON";
                Err(Problem::request("no_table", message))
            }
        }
    }

    fn student_table(&self, request: &Request) -> Result<Table, Problem> {
        let (policy, as_of) = (request.policy()?, request.as_of()?);
        let register = self.register();
        let rows = Reading::new(register, &policy)?.student_table(as_of, 0).rows;
        let mut table = Table::default();
        table.keys("student", rows.iter().map(|row| register.student_id(row.student as usize).to_owned()));
        tallies(&mut table, "", &policy, rows.iter().map(|row| &row.tally));
        table.u32("membership_days", rows.iter().map(|row| row.membership_days));
        table.text("status", rows.iter().map(|row| Some(row.status.to_string())));
        table.text("band", rows.iter().map(|row| band_name(&policy, row.band)));
        table.bool("certain", rows.iter().map(|row| Some(row.certain)));
        table.u32("streaks_current", rows.iter().map(|row| row.streaks.current));
        table.u32("streaks_longest", rows.iter().map(|row| row.streaks.longest));
        Ok(table)
    }

    fn series(&self, request: &Request, period: homeroom::Period) -> Result<Table, Problem> {
        let (policy, as_of) = (request.policy()?, request.as_of()?);
        let register = self.register();
        let points = Reading::new(register, &policy)?.series(0..register.students(), as_of, period)?.points;
        let mut table = Table::default();
        table.text("label", points.iter().map(|point| Some(&point.label)));
        table.date("first", points.iter().map(|point| Some(point.first)));
        table.date("last", points.iter().map(|point| Some(point.last)));
        tallies(&mut table, "", &policy, points.iter().map(|point| &point.tally));
        Ok(table)
    }

    fn measure(&self, request: &Request, by: &[String]) -> Result<Table, Problem> {
        let (policy, as_of) = (request.policy()?, request.as_of()?);
        let reading = Reading::new(self.register(), &policy)?;
        let dimensions = dimensions(self.roster(), by)?;
        let groups = reading.measure_by(self.roster(), as_of, &dimensions)?.groups;
        let mut table = Table::default();
        for (index, name) in by.iter().enumerate() {
            table.text(&format!("labels_{name}"), groups.iter().map(|group| group.labels.get(index)));
        }
        let ways = [
            ("by_school_", groups.iter().map(|group| &group.by_school).collect::<Vec<_>>()),
            ("by_student_", groups.iter().map(|group| &group.by_student).collect()),
            ("headline_", groups.iter().map(|group| group.headline(policy.scope())).collect()),
        ];
        for (before, of) in ways {
            summaries(&mut table, before, &policy, of.into_iter());
        }
        let double = |rate: Option<homeroom::Rate>| rate.map(homeroom::Rate::to_f64);
        let membership = groups.iter().map(|group| double(group.average_daily_membership()));
        table.f64("average_daily_membership", membership);
        let attendance = groups.iter().map(|group| double(group.average_daily_attendance()));
        table.f64("average_daily_attendance", attendance);
        let percent = groups.iter().map(|group| group.percent_attendance().map(|rate| rate.percent(1)));
        table.text("percent_attendance", percent);
        Ok(table)
    }

    fn transitions(&self, request: &Request, before: Option<&Self>) -> Result<Table, Problem> {
        let (policy, as_of) = (request.policy()?, request.as_of()?);
        let period = request.before.as_deref().ok_or_else(|| Problem::missing("before"))?;
        let given = opened_before(request)?;
        let then_register = given.as_ref().or(before).unwrap_or(self).register();
        let then_policy = period.policy(&policy)?;
        let then = Reading::new(then_register, &then_policy)?;
        let now = Reading::new(self.register(), &policy)?;
        let moves = Transitions::between(&then, period.as_of, &now, as_of).students;
        let mut table = Table::default();
        table.text("movement", moves.iter().map(|one| Some(one.movement.as_str())));
        table.text("before", moves.iter().map(|one| band_name(&then_policy, one.before)));
        table.text("after", moves.iter().map(|one| band_name(&policy, one.after)));
        table.keys("student", moves.into_iter().map(|one| one.student));
        table.columns.rotate_right(1);
        Ok(table)
    }

    fn policy_difference(&self, request: &Request) -> Result<Table, Problem> {
        let (policy, against, as_of) = (request.policy()?, request.against()?, request.as_of()?);
        let register = self.register();
        let changes = PolicyDifference::between(register, &policy, &against, as_of)?.changes;
        let mut table = Table::default();
        table.keys("student", changes.iter().map(|one| register.student_id(one.student).to_owned()));
        table.text("before", changes.iter().map(|one| Some(one.before.to_string())));
        table.text("after", changes.iter().map(|one| Some(one.after.to_string())));
        let clauses = changes
            .iter()
            .map(|one| Some(one.clauses.iter().map(|clause| clause.as_str()).collect::<Vec<_>>().join(" ")));
        table.text("clauses", clauses);
        table.bool("together", changes.iter().map(|one| Some(one.together)));
        Ok(table)
    }
}

/// Findings one by one, the first thousand of each code.
pub(crate) fn findings(findings: &Findings) -> Table {
    let mut table = Table::default();
    table.text("code", findings.iter().map(|finding| Some(finding.code.as_str())));
    table.text("action", findings.iter().map(|finding| Some(finding.code.action().as_str())));
    table.text("file", findings.iter().map(|finding| finding.place.file.as_deref()));
    table.some_u64("row", findings.iter().map(|finding| finding.place.row));
    table.text("field", findings.iter().map(|finding| finding.field.as_deref()));
    table.text("student", findings.iter().map(|finding| finding.student.as_ref().map(StudentId::as_str)));
    table.text("school", findings.iter().map(|finding| finding.school.as_ref().map(SchoolId::as_str)));
    table.date("date", findings.iter().map(|finding| finding.date));
    table.text("detail", findings.iter().map(|finding| finding.detail.as_deref()));
    table
}
