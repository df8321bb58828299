//! Folders of delimited text, good and bad, read into registers.

// Helpers of tests unwrap as the tests do.
#![allow(clippy::unwrap_used)]

mod assumptions;
mod bad_files;
mod bad_records;
mod enrollments;
mod events;
mod fixtures;
mod folder;
mod hostile;
mod in_memory;
mod mappings;
mod mentoring;
mod own_form;
