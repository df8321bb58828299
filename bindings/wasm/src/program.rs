//! A mentoring program in the WebAssembly's memory.

use crate::{
    refusal::{Refusal, refusal, unreadable},
    register::Register,
    table::Table,
};
use chrono::NaiveDate;
use homeroom::document;
use homeroom_wire::{FidelityBy, OpenProgram, Request};
use serde::Deserialize;
use std::sync::Arc;
use wasm_bindgen::prelude::wasm_bindgen;

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Fidelity {
    by: FidelityBy,
    #[serde(default)]
    from: Option<NaiveDate>,
}

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

    /// Fidelity as a table: `by` and `from`, under the request's policy and date.
    pub fn fidelity(&self, request: &str, question: &str) -> Result<Table, Refusal> {
        let request: Request = document::from_json(request).map_err(|_| unreadable("request"))?;
        let Fidelity { by, from } = document::from_json(question).map_err(|_| unreadable("question"))?;
        self.0.fidelity(&request, by, from).map(Table::from).map_err(refusal)
    }

    /// The findings of the program's records.
    pub fn findings(&self) -> Table {
        self.0.findings().into()
    }
}
