//! The second time through the files: attendance events go into the open rolls.

use super::{
    EdfiOptions,
    event::Event,
    gather::unresolved,
    kind::Kind,
    record::{Fault, Ids, Record},
    sink::Sink,
};
use crate::{ReadError, rolls::Rolls};
use homeroom::{EventRef, Place};
use std::sync::Arc;

/// Records the events of one file.
pub(super) struct Recorder<'r> {
    pub(super) rolls: &'r mut Rolls,
    pub(super) options: &'r EdfiOptions,
    pub(super) ids: &'r Ids,
    pub(super) file: &'r Arc<str>,
    /// The kind that the rolls were last told.
    pub(super) kind: Option<Kind>,
}

impl Sink for Recorder<'_> {
    fn record(&mut self, record: &mut Record) -> Result<(), ReadError> {
        if !record.kind.is_event() {
            return Ok(());
        }
        if self.kind != Some(record.kind) {
            self.kind = Some(record.kind);
            self.rolls.begin_file(self.file, record.kind.word());
        }
        if !record.resolve(self.ids) {
            record.spoil(unresolved());
        }
        match record.sound().and_then(|()| Event::read(record, self.options)) {
            Ok(Event { student, school, date, code, extent }) => {
                let (student, school) = (student.as_str(), school.as_str());
                self.rolls.record(&EventRef { student, school, date, code, extent: &extent }, record.number)
            }
            Err(fault) => {
                self.rolls.reject(record.finding(fault, Place::new(self.file, record.number)));
                Ok(())
            }
        }
    }

    // The first time through said what else the file holds.
    fn unused(&mut self, _: &str) {}

    fn problem(&mut self, _: Fault, _: Option<u64>) {}
}
