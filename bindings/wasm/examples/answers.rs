//! What Rust answers to each case of the conformance suite: its identifier, a tab, the answer.

use std::{fs, path::Path};

fn main() -> Result<(), Box<dyn std::error::Error>> {
    let data = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../crates/homeroom-vectors/data");
    for file in fs::read_dir(data)? {
        let path = file?.path();
        if path.file_stem().is_some_and(|stem| stem == "schema") {
            continue;
        }
        let cases: Vec<serde_json::Value> = serde_json::from_str(&fs::read_to_string(path)?)?;
        for case in cases {
            let answer = homeroom_wire::ask_json(&case["input"].to_string());
            println!("{}\t{answer}", case["id"].as_str().unwrap_or_default());
        }
    }
    Ok(())
}
