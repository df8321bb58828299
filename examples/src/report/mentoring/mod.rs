//! The part of the report about mentoring.

mod agenda;
mod figures;
mod json;
mod sentence;
mod tables;
mod worklist;

pub use figures::MentoringFigures;

pub(super) use json::mentoring;

use super::Input;

/// What is asked for about mentoring, as text: a worklist, an agenda, the coordinator's tables.
pub(super) fn render(text: &mut String, input: &Input, figures: &MentoringFigures) {
    if let Some(list) = &figures.worklist {
        worklist::worklist(text, input, list);
    }
    if let Some(of_team) = &figures.agenda {
        agenda::agenda(text, input, of_team);
    }
    if input.mentoring {
        tables::tables(text, input, figures);
    }
}
