//! Measures: what a reading says of students and groups as of a date.

mod absence_budget;
mod early_warning;
mod group;
mod outcome;
mod policy_difference;
mod projection;
mod series;
mod standing;
mod student_table;
mod summary;
mod transition;
mod truancy;

pub use absence_budget::{AbsenceBudget, Recovery};
pub use early_warning::{EarlyWarning, FirstMonth, PriorYear, SCHOOL_MONTH, Warning};
pub use group::{Dimension, GroupMeasure, MeasureTable, UNKNOWN};
pub use outcome::{ComparabilityWarning, GroupOutcome, OUTCOME_NOTE, Outcome, PeriodTotals, RelativeChange};
pub use policy_difference::{Clause, PolicyDifference, StatusChange};
pub use projection::Projection;
pub use series::{Period, Series, SeriesPoint};
pub(crate) use standing::AsOf;
pub use standing::{Ineligible, Standing, Status};
pub use student_table::{StudentRow, StudentTable};
pub use summary::Summary;
pub use transition::{Movement, Transition, Transitions};
pub use truancy::Truancy;
