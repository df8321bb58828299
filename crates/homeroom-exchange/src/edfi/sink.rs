//! What takes the records of a file as they are scanned.

use super::record::{Fault, Record};
use crate::ReadError;

/// Takes what a scanner meets in one file.
pub(super) trait Sink {
    /// A record of a kind that is used; it may be spoilt.
    ///
    /// # Errors
    /// [`ReadError`] where reading cannot go on.
    fn record(&mut self, record: &mut Record) -> Result<(), ReadError>;

    /// A record of a kind that is not used.
    fn unused(&mut self, kind: &str);

    /// Something wrong with the file itself, at a record where one is being read.
    fn problem(&mut self, fault: Fault, record: Option<u64>);
}
