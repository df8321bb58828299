//! Policies and ladders: documents, checked and given back whole.

use crate::refusal::{Refusal, refusal, unreadable};
use homeroom::{Policy, document, mentoring::Ladder};
use homeroom_wire::{LadderChoice, PolicyChoice};
use serde::de::DeserializeOwned;
use wasm_bindgen::prelude::wasm_bindgen;

fn choice<T: DeserializeOwned>(text: &str, what: &str) -> Result<T, Refusal> {
    document::from_json(text).map_err(|_| unreadable(what))
}

/// The policies that come with the library.
#[wasm_bindgen(js_name = policyPresets)]
pub fn policy_presets() -> Vec<String> {
    Policy::preset_ids().map(str::to_owned).collect()
}

/// The policy of a choice.
#[wasm_bindgen]
pub fn policy(text: &str) -> Result<String, Refusal> {
    Ok(choice::<PolicyChoice>(text, "policy")?.policy().map_err(refusal)?.to_json())
}

/// A policy's own JSON.
#[wasm_bindgen(js_name = policyFromJson)]
pub fn policy_from_json(text: &str) -> Result<String, Refusal> {
    Ok(Policy::from_json(text).map_err(refusal)?.to_json())
}

/// A policy's own TOML.
#[wasm_bindgen(js_name = policyFromToml)]
pub fn policy_from_toml(text: &str) -> Result<String, Refusal> {
    Ok(Policy::from_toml(text).map_err(refusal)?.to_json())
}

/// The ladders that come with the library.
#[wasm_bindgen(js_name = ladderPresets)]
pub fn ladder_presets() -> Vec<String> {
    Ladder::preset_ids().map(str::to_owned).collect()
}

/// The ladder of a choice.
#[wasm_bindgen]
pub fn ladder(text: &str) -> Result<String, Refusal> {
    Ok(choice::<LadderChoice>(text, "ladder")?.ladder().map_err(refusal)?.to_json())
}

/// A ladder's own JSON.
#[wasm_bindgen(js_name = ladderFromJson)]
pub fn ladder_from_json(text: &str) -> Result<String, Refusal> {
    Ok(Ladder::from_json(text).map_err(refusal)?.to_json())
}

/// A ladder's own TOML.
#[wasm_bindgen(js_name = ladderFromToml)]
pub fn ladder_from_toml(text: &str) -> Result<String, Refusal> {
    Ok(Ladder::from_toml(text).map_err(refusal)?.to_json())
}
