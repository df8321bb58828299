//! A mentoring program in the WebAssembly's memory.

use crate::{
    refusal::{Refusal, refusal},
    register::Register,
    table::Table,
};
use homeroom_wire::OpenProgram;
use std::sync::Arc;
use wasm_bindgen::prelude::wasm_bindgen;

/// A program's records beside the registers of this period and the one before.
#[wasm_bindgen]
pub struct Program(pub(crate) OpenProgram);

#[wasm_bindgen]
impl Program {
    /// Of records.
    #[wasm_bindgen(js_name = fromJson)]
    pub fn from_json(current: &Register, records: &str) -> Result<Self, Refusal> {
        OpenProgram::from_json(Arc::clone(&current.0), None, records).map(Self).map_err(refusal)
    }

    /// Of records, with the register of the period before.
    #[wasm_bindgen(js_name = fromJsonWith)]
    pub fn from_json_with(current: &Register, before: &Register, records: &str) -> Result<Self, Refusal> {
        let before = Some(Arc::clone(&before.0));
        OpenProgram::from_json(Arc::clone(&current.0), before, records).map(Self).map_err(refusal)
    }

    /// Answers a request.
    #[wasm_bindgen(js_name = askJson)]
    pub fn ask_json(&self, request: &str) -> String {
        self.0.ask_json(request)
    }

    /// Answers a request with a table.
    pub fn table(&self, request: &str) -> Result<Table, Refusal> {
        self.0.table_json(request).map(Table::from).map_err(refusal)
    }

    /// The findings of the program's records, where they are known of it alone.
    pub fn findings(&self) -> Option<Table> {
        self.0.findings().map(Table::from)
    }
}
