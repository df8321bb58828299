//! What the npm package calls. Values are converted and handed on; nothing is calculated here. What is refused is
//! thrown as the text of an answer of the contract, which the package's JavaScript returns or throws as an error.
#![deny(
    clippy::arithmetic_side_effects,
    clippy::float_arithmetic,
    clippy::integer_division,
    clippy::expect_used,
    clippy::indexing_slicing
)]

mod columns;
mod dataset;
mod decoder;
mod document;
mod program;
mod refusal;
mod register;
mod table;

use wasm_bindgen::prelude::wasm_bindgen;

/// Answers a request that brings its own records.
#[wasm_bindgen(js_name = askJson)]
pub fn ask_json(request: &str) -> String {
    homeroom_wire::ask_json(request)
}

/// The version of this package.
#[wasm_bindgen]
pub fn version() -> String {
    env!("CARGO_PKG_VERSION").to_owned()
}

/// The version of the definitions.
#[wasm_bindgen(js_name = definitionsVersion)]
pub fn definitions_version() -> String {
    homeroom::DEFINITIONS_VERSION.to_owned()
}
