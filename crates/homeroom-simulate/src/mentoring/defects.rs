//! Records that are wrong on purpose, as real ones are: what they are, and what a reader should find.
//!
//! They stand in the files only, beside sound records; the typed records hold none of them.

use super::{cast::MENTORS, cast::mentor_id, child::Child, days::Presence, entry::Row, matching::Spell};
use chrono::{Datelike, Days, NaiveDate};
use homeroom::mentoring::ContactOutcome;

/// A way in which a record is wrong on purpose. Each occurs once, where the network has a record to make it of.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
#[non_exhaustive]
pub enum DefectKind {
    /// A check-in on the last school day before the assignment began.
    BeforeAssignment,
    /// A check-in on a Saturday.
    NonSchoolDay,
    /// A check-in of 600 minutes.
    TooLong,
    /// A check-in by a mentor whom `mentors.csv` does not name.
    UnknownMentor,
    /// A check-in written down twice.
    SaidTwice,
    /// Check-ins of two mentors with one student at the same date and time.
    Simultaneous,
    /// A check-in that names a barrier that is no term.
    UnknownBarrier,
    /// A primary assignment while another is in force.
    OverlappingAssignment,
}

impl DefectKind {
    /// Every kind, in order.
    pub const ALL: &'static [Self] = &[
        Self::BeforeAssignment,
        Self::NonSchoolDay,
        Self::TooLong,
        Self::UnknownMentor,
        Self::SaidTwice,
        Self::Simultaneous,
        Self::UnknownBarrier,
        Self::OverlappingAssignment,
    ];

    /// The code of the finding that a reader should make of it.
    pub const fn found_as(self) -> &'static str {
        match self {
            Self::BeforeAssignment => "contact_outside_assignment",
            Self::NonSchoolDay => "contact_on_non_school_day",
            Self::TooLong => "contact_minutes_out_of_range",
            Self::UnknownMentor => "unknown_mentor",
            Self::SaidTwice => "duplicate_contact",
            Self::Simultaneous => "simultaneous_contacts",
            Self::UnknownBarrier => "value_left_out",
            Self::OverlappingAssignment => "overlapping_assignment",
        }
    }

    /// The file that holds it.
    pub const fn file(self) -> &'static str {
        match self {
            Self::OverlappingAssignment => "assignments.csv",
            _ => "check_ins.csv",
        }
    }
}

/// Where a defect stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Defect {
    /// What is wrong.
    pub kind: DefectKind,
    /// The row of [`DefectKind::file`], as a spreadsheet counts: the header is row 1.
    pub row: u64,
}

// Columns of check_ins.csv.
const MENTOR: usize = 1;
const DATE: usize = 2;
const TIME: usize = 3;
const MINUTES: usize = 5;
const OUTCOME: usize = 6;
const BARRIERS: usize = 10;

/// Adds the defects to the rows of two files, which stay in order of the columns given, and says where they are.
pub(super) fn spoil(
    children: &[Child],
    check_ins: &mut Vec<Row>,
    assignments: &mut Vec<Row>,
    order: [&[usize]; 2],
) -> Vec<Defect> {
    let mut made: Vec<(DefectKind, Row)> = Vec::new();
    for kind in DefectKind::ALL {
        let from = children.len() * made.len() / DefectKind::ALL.len();
        // The children from one on, so that not all defects are one child's.
        let mut turn = children[from..].iter().chain(&children[..from]);
        made.extend(turn.find_map(|child| row(*kind, child)).map(|row| (*kind, row)));
    }
    let (of_assignments, of_check_ins) =
        made.into_iter().partition(|(kind, _)| *kind == DefectKind::OverlappingAssignment);
    let mut defects = insert(check_ins, of_check_ins, order[0]);
    defects.extend(insert(assignments, of_assignments, order[1]));
    defects.sort_by_key(|defect| defect.kind);
    defects
}

fn insert(rows: &mut Vec<Row>, defects: Vec<(DefectKind, Row)>, columns: &[usize]) -> Vec<Defect> {
    let sound = std::mem::take(rows).into_iter().map(|row| (row, None));
    let mut all: Vec<(Row, Option<DefectKind>)> = sound.collect();
    all.extend(defects.into_iter().map(|(kind, row)| (row, Some(kind))));
    let key = |row: &Row| columns.iter().map(|column| row[*column].clone()).collect::<Vec<_>>();
    // What is sound stands before its defective copy.
    all.sort_by_cached_key(|(row, kind)| (key(row), *kind));
    let found = all.iter().zip(2..).filter_map(|((_, kind), row)| kind.map(|kind| Defect { kind, row }));
    let found = found.collect();
    rows.extend(all.into_iter().map(|(row, _)| row));
    found
}

/// A defective row made of a child's records, where they allow it.
fn row(kind: DefectKind, child: &Child) -> Option<Row> {
    let spell = child.spells.first()?;
    if kind == DefectKind::OverlappingAssignment {
        return overlapping(child, spell);
    }
    let mut met = child.contacts.check_ins.iter().filter(|entry| {
        entry.record.outcome == ContactOutcome::Met && entry.record.mentor == spell.assignment.mentor
    });
    let date = |row: &Row| row[DATE].parse::<NaiveDate>().ok();
    let a_check_in = met.clone().nth(3)?.row.clone();
    let with = |of: &Row, changes: &[(usize, &str)]| {
        let mut row: Row = of.iter().take(OUTCOME + 1).cloned().collect();
        row.resize(of.len(), String::new());
        for (column, value) in changes {
            (*value).clone_into(&mut row[*column]);
        }
        row
    };
    match kind {
        DefectKind::BeforeAssignment => {
            let before = child.days.get(spell.from.checked_sub(1)?)?;
            let there = before.presence == Presence::Here;
            there.then(|| with(&a_check_in, &[(DATE, &before.date.to_string())]))
        }
        DefectKind::NonSchoolDay => {
            let date = date(&a_check_in)?;
            let saturday = date + Days::new(5 - u64::from(date.weekday().num_days_from_monday()).min(5));
            let holds = spell.assignment.holds(saturday);
            holds.then(|| with(&a_check_in, &[(DATE, &saturday.to_string())]))
        }
        DefectKind::TooLong => Some(with(&a_check_in, &[(TIME, "07:50"), (MINUTES, "600")])),
        DefectKind::UnknownMentor => Some(with(&a_check_in, &[(TIME, "07:40"), (MENTOR, "M99")])),
        DefectKind::SaidTwice => Some(a_check_in),
        DefectKind::Simultaneous => {
            let second = child.spells.iter().find(|spell| !spell.is_primary())?;
            let both = met.find(|entry| second.assignment.holds(entry.record.date))?;
            Some(with(&both.row, &[(MENTOR, second.assignment.mentor.as_str())]))
        }
        DefectKind::UnknownBarrier => Some(with(&a_check_in, &[(TIME, "07:55"), (BARRIERS, "grumpiness")])),
        DefectKind::OverlappingAssignment => None,
    }
}

// A second mentor of the same school, for two weeks from the twentieth day on.
fn overlapping(child: &Child, spell: &Spell) -> Option<Row> {
    let (begin, end) = (child.days.get(spell.from + 20)?, child.days.get(spell.from + 30)?);
    let school = begin.school;
    let other = (0..MENTORS.len()).find(|mentor| {
        let plan = &MENTORS[*mentor];
        plan.schools.contains(&school) && child.spells.iter().all(|spell| spell.mentor != *mentor)
    })?;
    if spell.from + 30 > spell.to {
        return None;
    }
    let mut spell = spell.clone();
    spell.assignment.mentor = mentor_id(other);
    spell.assignment.begin = begin.date;
    spell.assignment.end = Some(end.date);
    spell.assignment.end_reason = Some(homeroom::mentoring::EndReason::Other);
    Some(spell.entry().row)
}
