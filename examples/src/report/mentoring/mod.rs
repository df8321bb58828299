//! The part of the report about mentoring.

mod agenda_text;
mod figures;
mod json;
mod sentence;
mod tables;
mod worklist_text;

pub use figures::MentoringFigures;

pub(super) use json::{agenda, mentoring, worklist};

use super::Input;

/// What is asked for about mentoring, as text: a worklist, an agenda, the coordinator's tables.
pub(super) fn render(text: &mut String, input: &Input, figures: &MentoringFigures) {
    if let Some(list) = &figures.worklist {
        worklist_text::worklist(text, input, list);
    }
    if let Some(of_team) = &figures.agenda {
        agenda_text::agenda(text, input, of_team);
    }
    if input.mentoring {
        tables::tables(text, input, figures);
    }
}
