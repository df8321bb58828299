//! The main job: from a school's records to who is missing school.
//!
//! ```text
//! cargo run --release --example report
//! cargo run --release --example report -- FOLDER --policy massachusetts --compare iowa
//! ```

use clap::Parser;
use homeroom_examples::report::{Arguments, run};
use std::{io::Write as _, process::ExitCode};

fn main() -> ExitCode {
    match run(&Arguments::parse()) {
        Ok(text) => {
            // A reader that has seen enough closes the pipe; that is no error.
            let _ = std::io::stdout().write_all(text.as_bytes());
            ExitCode::SUCCESS
        }
        Err(error) => {
            eprintln!("report: {error}");
            ExitCode::FAILURE
        }
    }
}
