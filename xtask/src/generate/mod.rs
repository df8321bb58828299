//! The types of the Python and npm packages, written from the schema of the contract.

mod model;
mod names;
mod python;
mod typescript;

use crate::command::{Outcome, root};
use model::Contract;
use std::fs;

/// What every generated file says of itself.
const HEADER: &str = "Written by `cargo xtask generate` from crates/homeroom-wire/schema. Do not edit.";

/// Writes the generated files; or, to check, says which of them are not as they would be written.
pub fn run(check: bool) -> Outcome {
    let root = &root();
    let contract = Contract::read(root)?;
    let python = root.join("bindings/python/python/homeroom");
    let npm = root.join("bindings/wasm/package");
    let files = [
        (python.join("terms.py"), python::terms(&contract)?),
        (python.join("records.py"), python::records(&contract)?),
        (python.join("answers.py"), python::answers(&contract)?),
        (npm.join("types.d.ts"), typescript::types(&contract)?),
        (npm.join("maps.js"), typescript::maps(&contract)?),
    ];
    let mut stale = Vec::new();
    for (path, text) in files {
        if fs::read_to_string(&path).is_ok_and(|written| written == text) {
            continue;
        }
        if check {
            stale.push(path.strip_prefix(root).unwrap_or(&path).display().to_string());
            continue;
        }
        let folder = path.parent().unwrap_or(root);
        fs::create_dir_all(folder).map_err(|error| format!("{}: {error}", folder.display()))?;
        fs::write(&path, text).map_err(|error| format!("{}: {error}", path.display()))?;
        println!("written: {}", path.strip_prefix(root).unwrap_or(&path).display());
    }
    if stale.is_empty() {
        Ok(())
    } else {
        Err(format!("stale: {}; run `cargo xtask generate`", stale.join(", ")))
    }
}
