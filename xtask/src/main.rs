//! The project's own commands. `cargo xtask test` is all that CI runs.

mod command;
mod coverage;
mod generate;
mod node;
mod package;
mod python;
mod question;
mod test;
mod wasm;

use command::{Outcome, cargo, succeed};
use std::{env, process::ExitCode};

const USAGE: &str = "\
cargo xtask test [WORD]  every check and test in three languages; with WORD only the steps whose title holds it
cargo xtask package      crates, wheel, source distribution and npm tarball, each installed afresh and asked
cargo xtask generate     the types of the Python and npm packages from the contract's schema; --check that they are current
cargo xtask coverage     that every public item of the core is in both packages, or left out with a reason
cargo xtask wasm         the WebAssembly of the npm package
cargo xtask explore      the property tests on many inputs of their own choice
cargo xtask bench        the criterion benches";

fn main() -> ExitCode {
    let arguments: Vec<String> = env::args().skip(1).collect();
    match arguments.first().map(String::as_str) {
        Some("test") => test::run(arguments.get(1).map(String::as_str)),
        Some("package") => package::run(),
        Some("generate") => finish(generate::run(arguments.iter().any(|argument| argument == "--check"))),
        Some("coverage") => finish(coverage::run().map(drop)),
        Some("wasm") => finish(wasm::build()),
        Some("explore") => {
            let properties = ["test", "--release", "--workspace", "--tests", "--locked"];
            finish(succeed(cargo(&properties).env("PROPTEST_CASES", "5000")))
        }
        Some("bench") => finish(succeed(&mut cargo(&["bench", "--package", "homeroom-benches", "--locked"]))),
        _ => {
            eprintln!("{USAGE}");
            ExitCode::FAILURE
        }
    }
}

fn finish(outcome: Outcome) -> ExitCode {
    outcome.map_or_else(
        |problem| {
            eprintln!("==> {problem}");
            ExitCode::FAILURE
        },
        |()| ExitCode::SUCCESS,
    )
}
