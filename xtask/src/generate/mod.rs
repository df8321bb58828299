//! The types of the Python and npm packages, written from the schema of the contract.

mod model;
mod names;
mod python;
mod typescript;

use model::Contract;
use std::{env, fs, path::Path, process::ExitCode};

/// What every generated file says of itself.
const HEADER: &str = "Written by `cargo xtask generate` from crates/homeroom-wire/schema. Do not edit.";

/// `cargo xtask generate`, or with `--check`.
pub fn command() -> ExitCode {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).parent().unwrap_or(Path::new("."));
    match run(root, env::args().any(|argument| argument == "--check")) {
        Ok(()) => ExitCode::SUCCESS,
        Err(problem) => {
            eprintln!("{problem}");
            ExitCode::FAILURE
        }
    }
}

/// Writes the generated files; or, to check, says which of them are not as they would be written.
fn run(root: &Path, check: bool) -> Result<(), String> {
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
