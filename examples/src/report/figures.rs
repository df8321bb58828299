//! The figures of the report, all from the core: nothing is calculated here.

use super::{Input, MentoringFigures, ReportError};
use chrono::NaiveDate;
use homeroom::{
    Dimension, EarlyWarning, GroupMeasure, MeasureTable, Outcome, Policy, PolicyDifference, Reading,
    RollBasis, Transitions,
};
use homeroom_exchange::FileReport;

/// Everything the report prints.
#[derive(Debug)]
pub struct Figures {
    /// The whole.
    pub overall: GroupMeasure,
    /// By district.
    pub by_district: MeasureTable,
    /// By school.
    pub by_school: MeasureTable,
    /// By grade.
    pub by_grade: MeasureTable,
    /// Who changes status under each policy compared with.
    pub differences: Vec<PolicyDifference>,
    /// The early-warning list.
    pub warnings: Vec<EarlyWarning>,
    /// The change from last year, where there is one.
    pub change: Option<Change>,
    /// The mentoring, where any was recorded.
    pub mentoring: Option<MentoringFigures>,
    /// What a reader of the figures must know about the data first.
    pub cautions: Vec<String>,
}

/// The change from last year to this.
#[derive(Debug)]
pub struct Change {
    /// Rates and numbers.
    pub outcome: Outcome,
    /// Students who entered, left or stayed.
    pub transitions: Transitions,
    /// The date of last year compared with.
    pub then: NaiveDate,
}

impl Figures {
    /// Measures what was read.
    ///
    /// # Errors
    /// [`ReportError`].
    pub fn measure(input: &Input) -> Result<Self, ReportError> {
        let (register, roster, as_of) = (input.register(), &input.dataset.roster, input.as_of);
        let reading = Reading::new(register, &input.policy)?;
        let by = |dimension| reading.measure_by(roster, as_of, &[dimension]);
        let difference = |policy: &Policy| PolicyDifference::between(register, &input.policy, policy, as_of);
        let before = input.year.previous().ok().and_then(|year| input.dataset.registers.get(&year));
        let before = before.map(|register| Reading::new(register, &input.policy)).transpose()?;
        let change = before
            .as_ref()
            .map(|before| -> Result<_, ReportError> {
                let then = Outcome::same_point(before.register(), register, as_of).unwrap_or(as_of);
                Ok(Change {
                    outcome: Outcome::between(roster, (before, then), (&reading, as_of))?,
                    transitions: Transitions::between(before, then, &reading, as_of),
                    then,
                })
            })
            .transpose()?;
        Ok(Self {
            overall: reading.measure(as_of)?,
            by_district: by(Dimension::District)?,
            by_school: by(Dimension::School)?,
            by_grade: by(Dimension::Grade)?,
            differences: input.compare.iter().map(difference).collect::<Result<_, _>>()?,
            warnings: reading.early_warnings(as_of, before.as_ref()),
            change,
            mentoring: MentoringFigures::measure(input, &reading, before.as_ref())?,
            cautions: cautions(input),
        })
    }
}

// Records that were not used, and days after the last record, count as presence where only exceptions are
// recorded: whoever reads the figures must see that first.
fn cautions(input: &Input) -> Vec<String> {
    let register = input.register();
    let mut cautions = Vec::new();
    let events = input.dataset.report.files.iter().filter(|file| file.kind.contains("attendance"));
    let exceptions = register.rules().basis == RollBasis::ExceptionsOnly;
    let effect = if exceptions { "; the days they speak of count as present" } else { "" };
    for file in events.clone().filter(|file| file.intake.rejected * 100 >= file.intake.read.max(1)) {
        let (rejected, read) = (file.intake.rejected, file.intake.read);
        cautions.push(format!("{rejected} of {read} records of {} were not used{effect}.", file.file));
    }
    let mentoring =
        ["mentors", "contact_plans", "assignments", "check_ins", "circles", "home_calls", "follow_ups"];
    let of_mentoring = |file: &&FileReport| mentoring.contains(&file.kind.as_str());
    for file in input.dataset.report.files.iter().filter(of_mentoring).filter(|file| file.intake.rejected > 0)
    {
        let (rejected, read) = (file.intake.rejected, file.intake.read);
        cautions.push(format!(
            "{rejected} of {read} records of {} were not used; worklists and tables miss what they say.",
            file.file
        ));
    }
    for file in &input.dataset.report.unread_files {
        cautions.push(format!("{file} was not read: the mapping names no such file."));
    }
    if events.map(|file| file.intake.applied).sum::<u64>() == 0 {
        cautions
            .push("No attendance record was used: these figures say nothing about attendance.".to_owned());
    }
    if let Some(last) = register.last_recorded_date() {
        let days = register.school_days();
        let after = days.between(last, input.as_of).count().saturating_sub(1);
        if exceptions && after > 0 {
            cautions.push(format!(
                "The records end on {last}; the {after} school days after it count as present."
            ));
        }
    }
    if register.school_days().through(input.as_of).count() == 0 {
        cautions.push(format!("School has not begun on {}.", input.as_of));
    }
    cautions
}
