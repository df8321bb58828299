//! Files that a reader reads.

use crate::{
    decoder::decode,
    program::Program,
    refusal::{Refusal, refusal},
    register::Register,
    table::Table,
};
use homeroom_wire::{Files as InMemory, OpenDataset, ReadOptions, decode_others_by};
use std::sync::Arc;
use wasm_bindgen::prelude::wasm_bindgen;

/// Files in memory.
#[wasm_bindgen]
#[derive(Default)]
pub struct Files(Vec<(String, Vec<u8>)>);

#[wasm_bindgen]
impl Files {
    /// No files yet.
    #[wasm_bindgen(constructor)]
    pub fn new() -> Self {
        Self::default()
    }

    /// Adds a file.
    pub fn add(&mut self, name: String, bytes: Vec<u8>) {
        self.0.push((name, bytes));
    }

    /// Reads them as delimited text, by a mapping in TOML where one is given.
    #[allow(clippy::needless_pass_by_value, reason = "an optional text crosses the boundary only as its own")]
    #[wasm_bindgen(js_name = readDelimited)]
    pub fn read_delimited(self, mapping: Option<String>, assume_full_year: bool) -> Result<Dataset, Refusal> {
        decode_others_by(decode);
        let mut options = ReadOptions { assume_full_year, progress: None };
        let read = OpenDataset::read_delimited(InMemory::in_memory(self.0), mapping.as_deref(), &mut options);
        read.map(Dataset).map_err(refusal)
    }
}

/// What was read.
#[wasm_bindgen]
pub struct Dataset(OpenDataset);

#[wasm_bindgen]
impl Dataset {
    /// What was met on the way, as JSON.
    pub fn report(&self) -> String {
        self.0.report_json()
    }

    /// The findings one by one.
    pub fn findings(&self) -> Table {
        self.0.findings().into()
    }

    /// The register of a school year.
    pub fn register(&self, ending: u16) -> Result<Register, Refusal> {
        self.0.register(ending).map(|register| Register(Arc::clone(register))).map_err(refusal)
    }

    /// The program, where one was read.
    pub fn program(&self) -> Option<Program> {
        self.0.program().cloned().map(Program)
    }
}
