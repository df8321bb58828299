//! The questions.

use crate::MentoringAsk;
use chrono::NaiveDate;
use homeroom::{AttendanceCategory, AttendanceStatus, CodeTable, Comparator, Fraction, Period, StreakRule};
use serde::{Deserialize, Serialize};

/// A question, and what it is about. In JSON an object with one key: `{ "standing": { "student": "s1" } }`.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case", deny_unknown_fields)]
#[non_exhaustive]
pub enum Ask {
    /// A rate in percent: `percent`, `null` where the whole is 0.
    Rate {
        /// The part.
        part: u64,
        /// The whole.
        whole: u64,
        /// The decimals.
        #[serde(default = "one_decimal")]
        decimals: u32,
    },
    /// An amount as text: `text`.
    Amount {
        /// How many units.
        units: u64,
        /// How many units make one.
        per: u32,
        /// The most decimals.
        #[serde(default = "one_decimal")]
        decimals: u32,
    },
    /// A text read as an exact fraction: `fraction`.
    Fraction {
        /// The text.
        text: String,
    },
    /// A threshold: `met`, one answer for each part and whole.
    Threshold {
        /// The comparator.
        comparator: Comparator,
        /// The share, or
        #[serde(default, skip_serializing_if = "Option::is_none")]
        share: Option<Fraction>,
        /// the number.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        count: Option<u32>,
        /// How many units make one day.
        #[serde(default = "whole_days")]
        units: u64,
        /// Parts and wholes, in units.
        of: Vec<[u64; 2]>,
    },
    /// The policy's band: `bands`, one for each part and whole.
    Bands {
        /// How many units make one day.
        #[serde(default = "whole_days")]
        units: u64,
        /// Parts and wholes, in units.
        of: Vec<[u64; 2]>,
    },
    /// The policy's day rule: `counts`, one for each part of the day that was missed.
    DayRule {
        /// The parts missed.
        missed: Vec<Fraction>,
    },
    /// The policy as it is read: `id`, or the error with the field to blame.
    Policy {},
    /// A system's code in a code table: `meaning` (`null` where the table does not hold it) and `extent`.
    Code {
        /// The table.
        table: CodeTable,
        /// The code.
        code: String,
    },
    /// A relative change of two numbers: `percent`, `null` where there was nothing before.
    RelativeChange {
        /// Before.
        before: u64,
        /// After.
        after: u64,
        /// The decimals.
        #[serde(default = "one_decimal")]
        decimals: u32,
    },
    /// What became of the records: `events`, `enrollments`, `findings`; `null` where the register has no report of its own.
    Report {},
    /// The findings one by one, the first thousand of each code: `total`, `findings`; `null` where the register has no report
    /// of its own.
    Findings {},
    /// One student's day at one school: `member`, `recorded`, `mark`.
    Day {
        /// The student.
        student: String,
        /// The school.
        school: String,
        /// The date.
        date: NaiveDate,
    },
    /// A student's days, at one school or over all.
    Tally {
        /// The student.
        student: String,
        /// The school; over all schools where there is none.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        school: Option<String>,
        /// The window, the year to date where there is none; only over all schools.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        window: Option<WindowChoice>,
    },
    /// A student's standing, at one school or over all: a tally, with `membership_days`, `status`, `band` and
    /// `certain`.
    Standing {
        /// The student.
        student: String,
        /// The school; over all schools where there is none.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        school: Option<String>,
    },
    /// A student's streaks of absence: `current`, `longest`.
    Streaks {
        /// The student.
        student: String,
        /// What an unrecorded day does.
        #[serde(default = "unbroken")]
        rule: StreakRule,
    },
    /// The truancy rules that a student met: `met`.
    Truancy {
        /// The student.
        student: String,
    },
    /// A student's absence budget: `days_to_come`, `absences_left`, `recovery`, `full_attendance`.
    AbsenceBudget {
        /// The student.
        student: String,
    },
    /// A student's projection: `projection`, numbers that may differ by 1e-9.
    Projection {
        /// The student.
        student: String,
    },
    /// The students with a sign: `students`.
    EarlyWarnings {},
    /// A series over all students: `points`.
    Series {
        /// The period.
        period: Period,
    },
    /// Groups: `groups`.
    Measure {
        /// The dimensions: `school`, `district`, `grade`, or the name of an attribute; all together where there is none.
        #[serde(default)]
        by: Vec<String>,
    },
    /// Every student's standing over all schools, with streaks: `students`.
    StudentTable {},
    /// The moves between two dates: `moves`, `bands`.
    Transitions {},
    /// Two policies over one register: `clauses`, `changes`.
    PolicyDifference {},
    /// The change between two periods.
    Outcome {},
    /// The register: `students`, `rows`.
    Register {},
    /// The registers of the parts merged: `equals_records`, `any_order`, `students`, `rows`.
    Merge {},
    /// A question about mentoring.
    Mentoring(MentoringAsk),
    /// The register written as bytes, changed, and read back: `head`, `equal`.
    Bytes {
        /// What is changed.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        change: Option<ByteChange>,
    },
}

// The defaults of questions, which the schema says too.
fn one_decimal() -> u32 {
    1
}

fn whole_days() -> u64 {
    1
}

fn unbroken() -> StreakRule {
    StreakRule::UnrecordedEnds
}

/// The days that a measure looks at.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
#[non_exhaustive]
pub enum WindowChoice {
    /// From the beginning of the school year.
    YearToDate,
    /// The last so many days of membership.
    SchoolDays(u32),
    /// The last so many dates.
    CalendarDays(u32),
    /// The first so many days of membership.
    FirstSchoolDays(u32),
    /// From a date on.
    Since(NaiveDate),
}

/// What is done to a register's bytes.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
#[non_exhaustive]
pub enum ByteChange {
    /// The byte at a place is replaced.
    Replace {
        /// The place, from 0.
        at: usize,
        /// The new byte.
        byte: u8,
    },
    /// Only the first so many bytes are kept.
    Keep(usize),
    /// So many bytes are cut off at the end.
    CutOff(usize),
}

/// A change of a register that is built.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case", deny_unknown_fields)]
#[non_exhaustive]
pub enum Amendment {
    /// A day is appended at some schools.
    AppendDay {
        /// The date.
        date: NaiveDate,
        /// The schools, at each an instructional day of ordinary length.
        schools: Vec<String>,
    },
    /// A student's day is corrected.
    Correct {
        /// The student.
        student: String,
        /// The school.
        school: String,
        /// The date.
        date: NaiveDate,
        /// The status for the whole day.
        status: AttendanceStatus,
        /// The category.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        category: Option<AttendanceCategory>,
    },
    /// A student's record is deleted.
    Delete {
        /// The student.
        student: String,
        /// The school.
        school: String,
        /// The date.
        date: NaiveDate,
    },
    /// A school states that it took attendance.
    AttendanceTaken {
        /// The school.
        school: String,
        /// The date.
        date: NaiveDate,
    },
}
