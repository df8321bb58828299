//! Attendance: what is known of a student's day, and how a system's own codes say it.

mod code;
mod code_table;
mod event;

pub use code::{AttendanceCategory, AttendanceCode, AttendanceStatus};
pub use code_table::{CodeTable, CodeTableError, Coded};
pub use event::{AttendanceEvent, EventError, Extent};
