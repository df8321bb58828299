//! `cargo xtask test`: all that CI runs, from a clean clone.

use crate::{
    command::{Outcome, cargo, succeed, tell},
    coverage, generate, node, python, question, wasm,
};
use std::{process::ExitCode, time::Instant};

/// The properties meet the same inputs at every run of the tests, so that a red run is due to the change it is about;
/// `explore` looks for what they have not met yet.
const SEED: &str = "20261123";

/// One step: what it is for, and what it runs. It gives back the lines that it printed.
type Step = (&'static str, fn() -> Outcome<Vec<String>>);

const STEPS: &[Step] = &[
    ("format (cargo fmt --all mends it)", || quiet(&["fmt", "--all", "--check"])),
    ("generated types (cargo xtask generate mends them)", || generate::run(true).map(|()| Vec::new())),
    ("lints", || quiet(&["clippy", "--workspace", "--all-targets", "--locked", "--", "-D", "warnings"])),
    ("coverage of the core", coverage::run),
    ("tests in Rust", in_rust),
    ("conformance in Rust", || {
        tell(&mut cargo(&["test", "--workspace", "--locked", "--test", "rust_door", "--", "--nocapture"]))
    }),
    ("documentation", || {
        let mut doc = cargo(&["doc", "--workspace", "--no-deps", "--locked"]);
        succeed(doc.env("RUSTDOCFLAGS", "-D warnings")).map(|()| Vec::new())
    }),
    ("the main job on the sample", || quiet(&["run", "--release", "--locked", "--example", "report"])),
    ("the Python package", python::test),
    ("notebooks", python::notebooks),
    ("WebAssembly", || wasm::build().map(|()| Vec::new())),
    ("the npm package", node::test),
    ("the web example", node::web),
    ("one question in three languages", question::test),
];

fn quiet(arguments: &[&str]) -> Outcome<Vec<String>> {
    succeed(&mut cargo(arguments)).map(|()| Vec::new())
}

fn in_rust() -> Outcome<Vec<String>> {
    let mut tests = cargo(&["test", "--workspace", "--locked"]);
    succeed(tests.env("PROPTEST_RNG_SEED", SEED)).map(|()| Vec::new())
}

/// The steps in order, or those whose title holds the word given. A word that no title holds runs nothing, and is refused.
fn steps(only: Option<&str>) -> Outcome<Vec<&'static Step>> {
    let steps: Vec<&Step> =
        STEPS.iter().filter(|(title, _)| only.is_none_or(|word| title.contains(word))).collect();
    if steps.is_empty() {
        let titles: Vec<&str> = STEPS.iter().map(|(title, _)| *title).collect();
        return Err(format!("no step's title holds the word; there are: {}", titles.join("; ")));
    }
    Ok(steps)
}

/// Runs the steps.
pub fn run(only: Option<&str>) -> ExitCode {
    let steps = match steps(only) {
        Ok(steps) => steps,
        Err(problem) => {
            eprintln!("{problem}");
            return ExitCode::FAILURE;
        }
    };
    let mut ran = Vec::new();
    for (number, (title, step)) in steps.iter().enumerate() {
        println!("==> {}/{} {title}", number + 1, steps.len());
        let began = Instant::now();
        match step() {
            Ok(lines) => {
                ran.push(format!("{title}: {} s", began.elapsed().as_secs()));
                ran.extend(
                    lines.iter().filter(|line| is_a_figure(line)).map(|line| format!("    {}", line.trim())),
                );
                println!("==> {title} passed in {} s", began.elapsed().as_secs());
            }
            Err(problem) => {
                eprintln!("==> {title} failed: {problem}");
                return ExitCode::FAILURE;
            }
        }
    }
    println!("==> what ran");
    for line in &ran {
        println!("{line}");
    }
    println!("{} passed, 0 failed", steps.len());
    ExitCode::SUCCESS
}

/// Lines that the summary repeats: how many cases went through which door, how many tests ran, how large things are.
fn is_a_figure(line: &str) -> bool {
    let line = line.trim_start_matches(|letter: char| !letter.is_alphanumeric());
    let counts = line.starts_with(|letter: char| letter.is_ascii_digit());
    let through = counts && line.contains("cases") && line.contains("through");
    let tests = counts && line.contains(" passed");
    through
        || tests
        || line.contains(" bytes of at most ")
        || line.contains("the same in 3 languages")
        || line.starts_with("core items:")
}

#[test]
fn a_word_that_no_title_holds_is_refused() {
    let named = |only| steps(only).map(|steps| steps.iter().map(|(title, _)| *title).collect::<Vec<_>>());
    assert_eq!(named(None).map(|all| all.len()), Ok(STEPS.len()));
    assert_eq!(named(Some("Python")), Ok(vec!["the Python package"]));
    for word in ["Pyhton", "python", "everything"] {
        assert!(named(Some(word)).is_err_and(|problem| problem.contains("the Python package")), "{word}");
    }
}
