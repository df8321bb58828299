//! The main job: from a school's records to who is missing school.
//!
//! ```text
//! cargo run --release --example report
//! cargo run --release --example report -- FOLDER --policy massachusetts --compare iowa
//! ```

use clap::Parser;
use homeroom_examples::report::{Arguments, run};
use std::process::ExitCode;

fn main() -> ExitCode {
    match run(&Arguments::parse()) {
        Ok(text) => {
            print!("{text}");
            ExitCode::SUCCESS
        }
        Err(error) => {
            eprintln!("report: {error}");
            ExitCode::FAILURE
        }
    }
}
