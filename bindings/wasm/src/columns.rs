//! Columns of records on their way in.

use crate::{
    refusal::{Refusal, unreadable},
    register::Register,
};
use homeroom::document;
use homeroom_wire::{
    OpenRegister, Records,
    columns::{
        CalendarColumns, EnrollmentColumns, EventColumns, EventMeaning, RegisterColumns, TakenColumns,
        TextColumn,
    },
};
use std::collections::{BTreeMap, BTreeSet};
use wasm_bindgen::prelude::wasm_bindgen;

/// What stands for a truth that is missing.
const NO_FLAG: u8 = 2;

/// Columns by the name of their table and their own: `events.student`.
#[wasm_bindgen]
#[derive(Default)]
pub struct Columns {
    texts: BTreeMap<String, (Vec<u32>, Vec<String>)>,
    dates: BTreeMap<String, Vec<i32>>,
    numbers: BTreeMap<String, Vec<Option<u32>>>,
    flags: BTreeMap<String, Vec<Option<bool>>>,
}

#[wasm_bindgen]
impl Columns {
    /// No columns yet.
    #[wasm_bindgen(constructor)]
    pub fn new() -> Self {
        Self::default()
    }

    /// Adds a column of texts: indices into the different values.
    pub fn text(&mut self, name: String, codes: Vec<u32>, values: Vec<String>) {
        self.texts.insert(name, (codes, values));
    }

    /// Adds a column of dates: days since 1 January 1970.
    pub fn date(&mut self, name: String, days: Vec<i32>) {
        self.dates.insert(name, days);
    }

    /// Adds a column of numbers; the greatest that 32 bits hold stands for none.
    pub fn number(&mut self, name: String, numbers: &[u32]) {
        let some = |number: &u32| Some(*number).filter(|number| *number != u32::MAX);
        self.numbers.insert(name, numbers.iter().map(some).collect());
    }

    /// Adds a column of truths: 0, 1, or 2 for none.
    pub fn flag(&mut self, name: String, flags: &[u8]) {
        let some = |flag: &u8| Some(*flag).filter(|flag| *flag != NO_FLAG).map(|flag| flag != 0);
        self.flags.insert(name, flags.iter().map(some).collect());
    }

    /// The register of the columns, of what is given as records, and of the codes' meanings.
    pub fn open(&self, records: &str, codes: Option<String>) -> Result<Register, Refusal> {
        let records: Records = document::from_json(records).map_err(|_| unreadable("records"))?;
        let table = codes.map(|codes| document::from_json(&codes)).transpose();
        let table = table.map_err(|_| unreadable("table of codes"))?;
        let texts: BTreeMap<&str, (&[u32], Vec<&str>)> = self
            .texts
            .iter()
            .map(|(name, (codes, values))| {
                (name.as_str(), (codes.as_slice(), values.iter().map(String::as_str).collect()))
            })
            .collect();
        let optional = |name: &str| texts.get(name).map(|(codes, values)| TextColumn { codes, values });
        let text = |name: &str| optional(name).unwrap_or_default();
        let date = |name: &str| self.dates.get(name).map(Vec::as_slice);
        let days = |name: &str| date(name).unwrap_or_default();
        let names = (texts.keys().copied())
            .chain(self.dates.keys().map(String::as_str))
            .chain(self.numbers.keys().map(String::as_str))
            .chain(self.flags.keys().map(String::as_str));
        let tables: BTreeSet<&str> = names.filter_map(|name| name.split('.').next()).collect();
        let given = |table: &str| tables.contains(table);
        let meaning = match &table {
            Some(table) => EventMeaning::Codes { code: text("events.code"), table },
            None => {
                EventMeaning::Terms { status: text("events.status"), category: optional("events.category") }
            }
        };
        let columns = RegisterColumns {
            events: given("events").then(|| EventColumns {
                student: text("events.student"),
                school: text("events.school"),
                date: days("events.date"),
                meaning,
                part: optional("events.part"),
            }),
            enrollments: given("enrollments").then(|| EnrollmentColumns {
                student: text("enrollments.student"),
                school: text("enrollments.school"),
                entry: date("enrollments.entry"),
                exit: date("enrollments.exit"),
                exit_day: optional("enrollments.exit_day"),
                grade: optional("enrollments.grade"),
                share: optional("enrollments.share"),
                primary: self.flags.get("enrollments.primary").map(Vec::as_slice),
            }),
            calendar: given("calendar").then(|| CalendarColumns {
                school: text("calendar.school"),
                date: days("calendar.date"),
                event: optional("calendar.event"),
                minutes: self.numbers.get("calendar.minutes").map(Vec::as_slice),
                closed_grades: optional("calendar.closed_grades"),
            }),
            attendance_taken: given("attendance_taken").then(|| TakenColumns {
                school: text("attendance_taken.school"),
                date: days("attendance_taken.date"),
            }),
        };
        Register::opened(OpenRegister::from_columns(&records, &columns))
    }
}
