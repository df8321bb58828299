//! The project's own commands. `cargo xtask test` is all that CI runs.

mod wasm;

use std::{
    env,
    process::{Command, ExitCode},
    time::Instant,
};

/// One step of a command: what it is for, and what it runs.
struct Step {
    title: &'static str,
    program: &'static str,
    arguments: &'static [&'static str],
    environment: &'static [(&'static str, &'static str)],
}

const fn cargo(title: &'static str, arguments: &'static [&'static str]) -> Step {
    Step { title, program: "cargo", arguments, environment: &[] }
}

/// The properties meet the same inputs at every run of the tests, so that a red run is due to the change it is about;
/// `explore` looks for what they have not met yet.
const SEED: &str = "20261123";

const TEST: &[Step] = &[
    cargo("lints", &["clippy", "--workspace", "--all-targets", "--locked", "--", "-D", "warnings"]),
    Step {
        title: "tests",
        program: "cargo",
        arguments: &["test", "--workspace", "--locked"],
        environment: &[("PROPTEST_RNG_SEED", SEED)],
    },
    Step {
        title: "documentation",
        program: "cargo",
        arguments: &["doc", "--workspace", "--no-deps", "--locked"],
        environment: &[("RUSTDOCFLAGS", "-D warnings")],
    },
    cargo("format (cargo fmt --all mends it)", &["fmt", "--all", "--check"]),
    cargo("the main job on the sample", &["run", "--release", "--locked", "--example", "report"]),
];

const EXPLORE: &[Step] = &[Step {
    title: "properties on inputs that nobody has seen",
    program: "cargo",
    arguments: &["test", "--release", "--workspace", "--tests", "--locked"],
    environment: &[("PROPTEST_CASES", "5000")],
}];

const BENCH: &[Step] = &[cargo("benches", &["bench", "--package", "homeroom-benches", "--locked"])];

const USAGE: &str = "\
cargo xtask test     format, lints, all tests, documentation, the main job on the sample
cargo xtask explore  the property tests on many inputs of their own choice
cargo xtask bench    the criterion benches
cargo xtask wasm     the WebAssembly of the npm package";

fn main() -> ExitCode {
    let steps = match env::args().nth(1).as_deref() {
        Some("test") => TEST,
        Some("explore") => EXPLORE,
        Some("bench") => BENCH,
        Some("wasm") => return wasm::build(),
        _ => {
            eprintln!("{USAGE}");
            return ExitCode::FAILURE;
        }
    };
    for (number, step) in steps.iter().enumerate() {
        println!("==> {}/{} {}", number + 1, steps.len(), step.title);
        let began = Instant::now();
        let program = if step.program == "cargo" { env!("CARGO") } else { step.program };
        let status =
            Command::new(program).args(step.arguments).envs(step.environment.iter().copied()).status();
        match status {
            Ok(status) if status.success() => {
                println!("==> {} passed in {} s", step.title, began.elapsed().as_secs());
            }
            Ok(_) => {
                eprintln!("==> {} failed: run `cargo {}`", step.title, step.arguments.join(" "));
                return ExitCode::FAILURE;
            }
            Err(error) => {
                eprintln!("==> {} could not be run: {error}", step.program);
                return ExitCode::FAILURE;
            }
        }
    }
    ExitCode::SUCCESS
}
