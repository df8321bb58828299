//! A mentor's worklist, for a mentor with ten minutes.

use super::{
    super::{
        Input,
        layout::{line, title, wrap},
    },
    sentence,
};
use homeroom::mentoring::Worklist;

/// The worklist as text.
pub(super) fn worklist(text: &mut String, input: &Input, worklist: &Worklist) {
    let casebook = &input.dataset.casebook;
    let day = worklist.as_of.format("%A, %-d %B %Y");
    let students = sentence::many(worklist.items.len() as u64, "student", "students");
    title(text, &format!("{}: {students} for {day}", casebook.mentor_id(worklist.mentor)));
    if worklist.items.is_empty() {
        return line(text, "No student is assigned on this date.");
    }
    let (busy, quiet): (Vec<_>, Vec<_>) = worklist.items.iter().partition(|item| !item.reasons.is_empty());
    for (number, item) in (1..).zip(busy) {
        let no_school = if item.has_school == Some(false) { " (no school today)" } else { "" };
        let begins = format!("{number:>3}  {}{no_school}  ", casebook.students()[item.student]);
        wrap(text, &begins, &sentence::reasons(&item.reasons));
    }
    if !quiet.is_empty() {
        let ids: Vec<_> = quiet.iter().map(|item| casebook.students()[item.student].as_str()).collect();
        wrap(text, "     nothing is due: ", &ids.join(" "));
    }
}
