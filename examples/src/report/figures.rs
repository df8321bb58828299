//! The figures of the report, all from the core: nothing is calculated here.

use super::{Input, ReportError};
use homeroom::{
    Dimension, EarlyWarning, GroupMeasure, MeasureTable, Outcome, Policy, PolicyDifference, Reading,
    Transitions,
};

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
}

/// The change from last year to this.
#[derive(Debug)]
pub struct Change {
    /// Rates and numbers.
    pub outcome: Outcome,
    /// Students who entered, left or stayed.
    pub transitions: Transitions,
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
                // Like with like: as many school days of last year as of this.
                let passed = register.school_days().through(as_of).count() as usize;
                let dates = before.register().school_days().dates();
                let whole = as_of >= register.school_days().dates().last().copied().unwrap_or(as_of);
                let then =
                    if whole { dates.last() } else { dates.get(passed.saturating_sub(1)).or(dates.last()) };
                let then = then.copied().unwrap_or(as_of);
                Ok(Change {
                    outcome: Outcome::between(roster, (before, then), (&reading, as_of))?,
                    transitions: Transitions::between(before, then, &reading, as_of),
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
        })
    }
}
