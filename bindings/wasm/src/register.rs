//! A register in the WebAssembly's memory.

use crate::{
    refusal::{Refusal, refusal},
    table::Table,
};
use homeroom_wire::{OpenRegister, Problem};
use std::sync::Arc;
use wasm_bindgen::prelude::wasm_bindgen;

/// A register, read once and asked many times.
#[wasm_bindgen]
pub struct Register(pub(crate) Arc<OpenRegister>);

impl Register {
    pub(crate) fn opened(register: Result<OpenRegister, Problem>) -> Result<Self, Refusal> {
        register.map(|register| Self(Arc::new(register))).map_err(refusal)
    }
}

#[wasm_bindgen]
impl Register {
    /// Of records.
    #[wasm_bindgen(js_name = fromJson)]
    pub fn from_json(records: &str) -> Result<Self, Refusal> {
        Self::opened(OpenRegister::from_json(records))
    }

    /// Of its bytes.
    #[wasm_bindgen(js_name = fromBytes)]
    pub fn from_bytes(bytes: &[u8]) -> Result<Self, Refusal> {
        Self::opened(OpenRegister::from_bytes(bytes))
    }

    /// Its bytes.
    #[wasm_bindgen(js_name = toBytes)]
    pub fn to_bytes(&self) -> Result<Vec<u8>, Refusal> {
        self.0.to_bytes().map_err(refusal)
    }

    /// After changes.
    pub fn amended(&self, amendments: &str) -> Result<Self, Refusal> {
        Self::opened(self.0.amended_json(amendments))
    }

    /// With another.
    pub fn merged(&self, other: &Self) -> Result<Self, Refusal> {
        Self::opened(self.0.merged(&other.0))
    }

    /// Whether both hold the same register.
    pub fn equals(&self, other: &Self) -> bool {
        self.0.register() == other.0.register()
    }

    /// Answers a request.
    #[wasm_bindgen(js_name = askJson)]
    pub fn ask_json(&self, request: &str) -> String {
        self.0.ask_json(request, None)
    }

    /// Answers a request about two periods.
    #[wasm_bindgen(js_name = askJsonWith)]
    pub fn ask_json_with(&self, request: &str, before: &Self) -> String {
        self.0.ask_json(request, Some(&before.0))
    }

    /// Answers a request with a table.
    pub fn table(&self, request: &str) -> Result<Table, Refusal> {
        self.0.table_json(request, None).map(Table::from).map_err(refusal)
    }

    /// Answers a request about two periods with a table.
    #[wasm_bindgen(js_name = tableWith)]
    pub fn table_with(&self, request: &str, before: &Self) -> Result<Table, Refusal> {
        self.0.table_json(request, Some(&before.0)).map(Table::from).map_err(refusal)
    }

    /// The calendar year in which the school year ends.
    #[wasm_bindgen(js_name = schoolYear)]
    pub fn school_year(&self) -> u16 {
        self.0.register().year().end_year()
    }

    /// The students in order.
    #[wasm_bindgen(js_name = studentIds)]
    pub fn student_ids(&self) -> Vec<String> {
        self.0.register().student_ids().map(str::to_owned).collect()
    }

    /// The schools in order.
    #[wasm_bindgen(js_name = schoolIds)]
    pub fn school_ids(&self) -> Vec<String> {
        let register = self.0.register();
        (0..register.schools()).map(|school| register.school_id(school).to_string()).collect()
    }

    /// The days on which any school taught.
    #[wasm_bindgen(js_name = schoolDays)]
    pub fn school_days(&self) -> Vec<String> {
        self.0.register().school_days().dates().iter().map(ToString::to_string).collect()
    }

    /// The last date of which anything is recorded.
    #[wasm_bindgen(js_name = lastRecordedDate)]
    pub fn last_recorded_date(&self) -> Option<String> {
        self.0.register().last_recorded_date().map(|date| date.to_string())
    }
}
