//! Scaffold.
use wasm_bindgen::prelude::wasm_bindgen;
/// x
#[wasm_bindgen(js_name = definitionsVersion)]
pub fn definitions_version() -> String {
    homeroom::DEFINITIONS_VERSION.to_owned()
}
/// x
#[wasm_bindgen]
pub fn students(bytes: &[u8]) -> Result<String, String> {
    let register = homeroom::Register::from_bytes(bytes).map_err(|error| error.to_string())?;
    Ok(register.students().to_string())
}
/// x
#[wasm_bindgen(js_name = policyFromToml)]
pub fn policy_from_toml(text: &str) -> Result<String, String> {
    Ok(homeroom::Policy::from_toml(text).map_err(|error| error.to_string())?.to_json())
}
