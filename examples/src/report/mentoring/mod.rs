//! The part of the report about mentoring.

mod agenda;
mod figures;
mod json;
mod sentence;
mod tables;
mod worklist;

pub use figures::MentoringFigures;

pub(super) use agenda::agenda;
pub(super) use json::mentoring;
pub(super) use tables::tables;
pub(super) use worklist::worklist;
