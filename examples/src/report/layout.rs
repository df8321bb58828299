//! How the report is laid out: lines, titles, tables and numbers.

use comfy_table::{CellAlignment, Table, presets};
use homeroom::Rate;
use std::fmt::Write as _;

const WIDTH: usize = 110;

/// A line.
pub(super) fn line(text: &mut String, line: impl AsRef<str>) {
    text.push_str(line.as_ref());
    text.push('\n');
}

/// Text in lines of a readable width, all but the first indented by as much as the first begins with.
pub(super) fn wrap(text: &mut String, begins: &str, words: &str) {
    let mut width = begins.chars().count();
    let indent = " ".repeat(width);
    text.push_str(begins);
    let mut first = true;
    for word in words.split_whitespace() {
        let letters = word.chars().count();
        if !first && width + letters > WIDTH {
            text.push('\n');
            text.push_str(&indent);
            width = indent.len();
            first = true;
        }
        if !first {
            text.push(' ');
        }
        text.push_str(word);
        width += letters + 1;
        first = false;
    }
    text.push('\n');
}

/// A title, underlined.
pub(super) fn title(text: &mut String, title: &str) {
    let _ = write!(text, "\n{title}\n{}\n", "─".repeat(title.chars().count()));
}

/// A table whose columns but the first are numbers.
pub(super) fn table(columns: &[&str]) -> Table {
    let mut table = Table::new();
    table.load_style(presets::NOTHING).set_header(columns.to_vec());
    for column in table.column_iter_mut().skip(1) {
        column.set_cell_alignment(CellAlignment::Right);
    }
    table
}

/// A table without trailing blanks.
pub(super) fn put(text: &mut String, table: &Table) {
    for row in table.to_string().lines() {
        line(text, row.trim_end());
    }
}

/// A number with its thousands apart.
pub(super) fn count(number: u64) -> String {
    let digits = number.to_string();
    let mut text = String::new();
    for (i, digit) in digits.chars().enumerate() {
        if i > 0 && (digits.len() - i).is_multiple_of(3) {
            text.push(',');
        }
        text.push(digit);
    }
    text
}

/// A rate in percent, or a dash.
pub(super) fn percent(rate: Option<Rate>) -> String {
    rate.map_or_else(|| "-".to_owned(), |rate| format!("{} %", rate.percent(1)))
}
