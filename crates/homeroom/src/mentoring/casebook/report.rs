//! What became of the records of a casebook.

use crate::{Findings, Intake};
use std::{collections::BTreeMap, sync::Arc};

/// What was found in the records, and what became of them, file by file.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct CasebookReport {
    /// What was wrong with which record, and what was done.
    pub findings: Findings,
    /// What became of the records of each file; [`Intake::balances`] holds for each.
    pub intakes: BTreeMap<Option<Arc<str>>, Intake>,
}

impl CasebookReport {
    /// What became of all records together.
    pub fn intake(&self) -> Intake {
        self.intakes.values().fold(Intake::default(), |mut sum, intake| {
            sum.merge(*intake);
            sum
        })
    }
}
