//! Attendance events of columns.

use super::{
    EventColumns, EventMeaning,
    input::{Fault, NO_TEXT, TextColumn, check_length, need, need_date, optional},
};
use crate::Problem;
use homeroom::{
    AttendanceCategory, AttendanceCode, AttendanceStatus, EventRef, Extent, FindingCode, Findings, Fraction,
    Intake, Place, Roll, TooManyMarks, shape,
};
use std::collections::HashMap;

/// A code of at most so many capitals, digits and signs is shown in a finding; anything else by its shape.
const CODE_SHOWN: usize = 4;

/// Records events; gives what became of those that the roll never sees, with their findings.
pub(super) fn record(
    columns: &EventColumns<'_>,
    roll: &mut Roll,
    findings: &mut Findings,
) -> Result<Intake, Problem> {
    let rows = columns.student.codes.len();
    check(columns, rows)?;
    let mut meanings = Meanings::default();
    let mut refused = Intake::default();
    let mut said = Vec::with_capacity(rows);
    for row in 0..rows {
        let meaning = complete(columns, row).and_then(|()| meanings.of(columns, row));
        said.push(meaning.as_ref().ok().copied());
        let Err(fault) = meaning else { continue };
        refused.read += 1;
        refused.rejected += 1;
        let (student, school) = (columns.student.get(row), columns.school.get(row));
        let mut finding = fault.at(None, row).student(student.unwrap_or_default());
        finding = finding.school(school.unwrap_or_default());
        if let Ok(date) = need_date(columns.date, row, "date") {
            finding = finding.date(date);
        }
        findings.push(finding);
    }
    if meanings.list.len() > usize::from(u8::MAX) + 1 {
        one_by_one(columns, roll, &said, &meanings.list)?;
    } else if !meanings.list.is_empty() {
        let code: Vec<u8> = said.iter().map(|index| index.unwrap_or_default() as u8).collect();
        let together = homeroom::EventColumns {
            student: columns.student.codes,
            school: columns.school.codes,
            date: columns.date,
            code: &code,
            codes: &meanings.list,
            student_ids: columns.student.values,
            school_ids: columns.school.values,
        };
        roll.record_columns_where(&together, |row| said[row].is_some())?;
    }
    Ok(refused)
}

// More different meanings than a column of the roll can number.
fn one_by_one(
    columns: &EventColumns<'_>,
    roll: &mut Roll,
    said: &[Option<usize>],
    meanings: &[(AttendanceCode, Extent)],
) -> Result<(), TooManyMarks> {
    for (row, said) in said.iter().enumerate() {
        let (Some(said), Some(student), Some(school), Ok(date)) =
            (said, columns.student.get(row), columns.school.get(row), need_date(columns.date, row, "date"))
        else {
            continue;
        };
        let (code, extent) = &meanings[*said];
        let event = EventRef { student, school, date, code: *code, extent };
        roll.record(&event, Place { file: None, row: Some(row as u64 + 1) })?;
    }
    Ok(())
}

fn check(columns: &EventColumns<'_>, rows: usize) -> Result<(), Problem> {
    columns.student.check("events.student", rows)?;
    columns.school.check("events.school", rows)?;
    check_length("events.date", columns.date.len(), rows)?;
    if let Some(part) = &columns.part {
        part.check("events.part", rows)?;
    }
    match &columns.meaning {
        EventMeaning::Codes { code, .. } => code.check("events.code", rows),
        EventMeaning::Terms { status, category } => {
            status.check("events.status", rows)?;
            category.as_ref().map_or(Ok(()), |category| category.check("events.category", rows))
        }
    }
}

fn complete(columns: &EventColumns<'_>, row: usize) -> Result<(), Fault> {
    need(&columns.student, row, "student")?;
    need(&columns.school, row, "school")?;
    need_date(columns.date, row, "date").map(drop)
}

/// The different meanings of rows, each found out once.
#[derive(Default)]
struct Meanings {
    list: Vec<(AttendanceCode, Extent)>,
    known: HashMap<[u32; 3], Result<usize, Fault>>,
    last: Option<([u32; 3], usize)>,
}

impl Meanings {
    fn of(&mut self, columns: &EventColumns<'_>, row: usize) -> Result<usize, Fault> {
        let index = |column: Option<&TextColumn<'_>>| column.map_or(NO_TEXT, |column| column.codes[row]);
        let (what, category) = match &columns.meaning {
            EventMeaning::Codes { code, .. } => (index(Some(code)), NO_TEXT),
            EventMeaning::Terms { status, category } => (index(Some(status)), index(category.as_ref())),
        };
        let key = [what, category, index(columns.part.as_ref())];
        if let Some((last, meaning)) = self.last
            && last == key
        {
            return Ok(meaning);
        }
        let known = self.known.entry(key).or_insert_with(|| {
            let meaning = read(columns, row)?;
            let before = self.list.iter().position(|known| *known == meaning);
            Ok(before.unwrap_or_else(|| {
                self.list.push(meaning);
                self.list.len() - 1
            }))
        });
        if let Ok(meaning) = known {
            self.last = Some((key, *meaning));
        }
        known.clone()
    }
}

fn read(columns: &EventColumns<'_>, row: usize) -> Result<(AttendanceCode, Extent), Fault> {
    let (code, extent) = match &columns.meaning {
        EventMeaning::Codes { code, table } => {
            // A table may give the empty code a meaning, as systems do that write nothing for presence.
            let code = code.get(row).ok_or_else(|| Fault::new(FindingCode::MissingValue, "code"))?;
            table.get(code).ok_or_else(|| unmapped(code))?
        }
        EventMeaning::Terms { status, category } => {
            let unknown = |field| move |_| Fault::new(FindingCode::UnknownTerm, field);
            let status: AttendanceStatus =
                need(status, row, "status")?.trim().parse().map_err(unknown("status"))?;
            let category = optional(category.as_ref(), row);
            let category = category.map(|category| category.trim().parse::<AttendanceCategory>());
            let category = category.transpose().map_err(unknown("category"))?;
            let code = AttendanceCode::new(status);
            (category.map_or(code, |category| code.in_category(category)), Extent::WholeDay)
        }
    };
    let Some(part) = optional(columns.part.as_ref(), row) else { return Ok((code, extent)) };
    let part: Fraction = part.trim().parse().map_err(|_| Fault::new(FindingCode::InvalidNumber, "part"))?;
    if part > Fraction::ONE {
        return Err(Fault::new(FindingCode::PartOutOfRange, "part"));
    }
    Ok((code, Extent::Part(part)))
}

fn unmapped(code: &str) -> Fault {
    if code.trim().is_empty() {
        return Fault::new(FindingCode::MissingValue, "code");
    }
    let like_a_code =
        code.len() <= CODE_SHOWN && code.bytes().all(|b| b.is_ascii_graphic() && !b.is_ascii_lowercase());
    let shown = if like_a_code { code.to_owned() } else { shape(code) };
    Fault::new(FindingCode::UnmappedCode, "code").detail(format!("`{shown}` is not in the code table"))
}
