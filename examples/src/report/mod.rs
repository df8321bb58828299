//! The report of the main job: read, measure, print.

mod figures;
mod input;
mod json;
mod layout;
mod mentoring;
mod text;

pub use figures::Figures;
pub use input::{Arguments, Input, ReportError};
pub use mentoring::MentoringFigures;

use std::time::Instant;

/// Does the main job and gives what is to be printed.
///
/// # Errors
/// [`ReportError`] saying what is wrong and what to do next.
pub fn run(arguments: &Arguments) -> Result<String, ReportError> {
    let began = Instant::now();
    let input = Input::read(arguments)?;
    let figures = Figures::measure(&input)?;
    if arguments.json {
        return Ok(json::render(&input, &figures));
    }
    Ok(text::render(&input, &figures, began.elapsed()))
}
