//! The columns door: registers built of columns, and answers that are tables of named columns.
//!
//! **In.** Texts come as a dictionary ([`TextColumn`]), dates as days since 1 January 1970. A text that is missing is
//! [`NO_TEXT`], a date [`NO_DATE`]. What is wrong with a row is a finding of the register's report with its row, counted
//! from 1 (the first row of the columns is row 1), and its table as `file` (`enrollments`, `calendar`, `attendance_taken`;
//! findings about events have none), and the row is counted as rejected.
//!
//! **Out.** A [`Table`] has the columns that the JSON answer has fields, nested ones joined by `_`
//! (`streaks_longest`, `bounds_lower`). Amounts of days are the nearest doubles; a rate has three columns: its nearest
//! double (`absence_rate`), and its part and whole (`absence_rate_part`, `absence_rate_whole`), in days as the nearest doubles
//! where it is one of days, as integers where it is one of students. The exact texts are in the JSON answer. What JSON
//! has as a list of labels, reasons or bands has one column each (`labels_school`, `headline_bands_chronic`); a list of
//! terms is text, separated by spaces.

mod answer;
mod calendar;
mod enrollments;
mod events;
mod input;
mod open;
mod program;
mod table;
mod tally;

pub(crate) use answer::findings as findings_table;
pub use input::{
    CalendarColumns, EnrollmentColumns, EventColumns, EventMeaning, NO_DATE, NO_TEXT, RegisterColumns,
    TakenColumns, TextColumn,
};
pub(crate) use open::open;
pub use program::FidelityBy;
pub use table::{Column, Table, Values};
