//! Records that may stand once: the same again is merged.

use super::Settling;
use crate::{Finding, FindingCode, Place};

impl Settling<'_, '_> {
    /// Records in the order of their identifiers; the same again is merged, another of the same identifier
    /// superseded by the first.
    pub(super) fn once<T: PartialEq, K: Ord>(
        &mut self,
        mut records: Vec<(T, Place)>,
        key: impl Fn(&T) -> K,
    ) -> Vec<T> {
        records.sort_by_cached_key(|(record, _)| key(record));
        let mut kept: Vec<T> = Vec::with_capacity(records.len());
        for (record, place) in records {
            match kept.last().filter(|before| key(before) == key(&record)) {
                Some(before) if *before == record => {
                    self.settle_by(Finding::new(FindingCode::DuplicateRecord, place));
                }
                Some(_) => {
                    let finding = Finding::new(FindingCode::ConflictingRecords, place);
                    self.settle_by(
                        finding.detail("the identifier stands twice: the first record of it counts"),
                    );
                }
                None => {
                    self.apply(place.file);
                    kept.push(record);
                }
            }
        }
        kept
    }

    /// Records in the order of a key that holds all they say; the same again is merged.
    pub(super) fn settled<T, K: Ord>(
        &mut self,
        mut records: Vec<(T, Place)>,
        key: impl Fn(&T) -> K,
        twice: FindingCode,
    ) -> Vec<T> {
        records.sort_by_cached_key(|(record, _)| key(record));
        let mut kept: Vec<T> = Vec::with_capacity(records.len());
        for (record, place) in records {
            if kept.last().is_some_and(|before| key(before) == key(&record)) {
                self.settle_by(Finding::new(twice, place));
            } else {
                self.apply(place.file);
                kept.push(record);
            }
        }
        kept
    }
}
