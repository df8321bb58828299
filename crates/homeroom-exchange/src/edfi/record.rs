//! One record as both formats give it: the used fields as text, and what was wrong with it.

use super::kind::{Field, Kind};
use crate::privacy::about_student;
use homeroom::{Finding, FindingCode, Place};
use std::{collections::BTreeMap, fmt};

/// The longest text of a field, in bytes. No identifier, date or descriptor is nearly as long.
pub(super) const LONGEST_TEXT: usize = 64 * 1024;
/// The most values one record's fields may hold together.
const MOST_VALUES: usize = 256;

/// Why a record is not used.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Fault {
    pub(super) code: FindingCode,
    pub(super) field: Option<&'static str>,
    pub(super) detail: Option<String>,
}

impl Fault {
    pub(super) const fn new(code: FindingCode) -> Self {
        Self { code, field: None, detail: None }
    }

    pub(super) const fn of(code: FindingCode, field: Field) -> Self {
        Self { code, field: Some(field.name()), detail: None }
    }

    pub(super) fn detail(mut self, detail: impl fmt::Display) -> Self {
        self.detail = Some(detail.to_string());
        self
    }
}

/// A record's used fields. Names and birth dates of people never come this far.
#[derive(Debug, Clone)]
pub(super) struct Record {
    pub(super) kind: Kind,
    /// The record's number in its file, from 1.
    pub(super) number: u64,
    /// What other records of the file call it.
    pub(super) id: Option<Box<str>>,
    values: Vec<(Field, String)>,
    references: Vec<(String, Box<str>)>,
    fault: Option<Fault>,
}

/// What the records of one file are called, and their fields, for others to refer to.
pub(super) type Ids = BTreeMap<Box<str>, Vec<(Field, String)>>;

impl Record {
    pub(super) fn new(kind: Kind, number: u64) -> Self {
        Self { kind, number, id: None, values: Vec::new(), references: Vec::new(), fault: None }
    }

    /// Notes the first thing wrong with the record.
    pub(super) fn spoil(&mut self, fault: Fault) {
        self.fault.get_or_insert(fault);
    }

    /// Keeps a field's text.
    pub(super) fn put(&mut self, field: Field, text: &str) {
        if text.len() > LONGEST_TEXT || self.values.len() >= MOST_VALUES {
            return self.spoil(Fault::of(FindingCode::FieldTooLong, field));
        }
        let text = text.trim();
        if text.is_empty() {
            return;
        }
        if text.contains(char::REPLACEMENT_CHARACTER) {
            return self.spoil(Fault::of(FindingCode::WrongEncoding, field));
        }
        match self.get(field) {
            Some(known) if !field.repeats() && known != text => {
                self.spoil(Fault::of(FindingCode::MalformedRow, field).detail("two values"));
            }
            Some(_) if !field.repeats() => {}
            _ => self.values.push((field, text.to_owned())),
        }
    }

    /// Notes that a part of the record stands elsewhere in the file, under an `id`.
    pub(super) fn refer(&mut self, part: &str, id: &str) {
        if self.references.len() < MOST_VALUES {
            self.references.push((part.to_owned(), id.into()));
        }
    }

    /// The fields that others may refer to.
    pub(super) fn values(&self) -> &[(Field, String)] {
        &self.values
    }

    /// A field's text.
    pub(super) fn get(&self, field: Field) -> Option<&str> {
        self.values.iter().find(|(known, _)| *known == field).map(|(_, text)| text.as_str())
    }

    /// All texts of a field.
    pub(super) fn all(&self, field: Field) -> impl Iterator<Item = &str> {
        self.values.iter().filter(move |(known, _)| *known == field).map(|(_, text)| text.as_str())
    }

    /// A field's text, which must be there.
    pub(super) fn need(&self, field: Field) -> Result<&str, Fault> {
        self.get(field).ok_or(Fault::of(FindingCode::MissingValue, field))
    }

    /// Whether the record can be used as far as its form goes.
    pub(super) fn sound(&self) -> Result<(), Fault> {
        self.fault.clone().map_or(Ok(()), Err)
    }

    /// Fills in what the record refers to; `false` where something it needs is not known.
    pub(super) fn resolve(&mut self, ids: &Ids) -> bool {
        let mut complete = true;
        for (part, id) in std::mem::take(&mut self.references) {
            let wanted = self.kind.fields().iter().filter(|(top, ..)| *top == part);
            let missing: Vec<_> =
                wanted.map(|(.., field)| *field).filter(|field| self.get(*field).is_none()).collect();
            if missing.is_empty() {
                continue;
            }
            if let Some(values) = ids.get(&id) {
                for (field, text) in values.iter().filter(|(field, _)| missing.contains(field)) {
                    self.put(*field, text);
                }
            } else {
                complete = false;
                self.references.push((part, id));
            }
        }
        complete
    }

    /// The finding that says why the record is not used.
    pub(super) fn finding(&self, fault: Fault, place: Place) -> Finding {
        let mut finding = Finding::new(fault.code, place);
        if let Some(student) = self.get(Field::Student) {
            finding = about_student(finding, student);
        }
        if let Some(school) = self.get(Field::School) {
            finding = finding.school(school);
        }
        if let Some(Ok(date)) = self.get(Field::Date).map(super::value::date) {
            finding = finding.date(date);
        }
        if let Some(field) = fault.field {
            finding = finding.field(field);
        }
        match fault.detail {
            Some(detail) => finding.detail(detail),
            None => finding,
        }
    }
}

/// Where a scanner stands inside a record. Elements that only wrap (`StudentIdentity`, `AttendanceEvent`)
/// are not steps, so that XML and JSON agree.
#[derive(Debug, Default)]
pub(super) struct Path {
    text: String,
    ends: Vec<usize>,
}

impl Path {
    /// Goes into an element or key.
    pub(super) fn push(&mut self, name: &str) {
        self.ends.push(self.text.len());
        let name = name.strip_suffix("Descriptor").unwrap_or(name);
        let wraps = name.ends_with("Identity") || name == "AttendanceEvent";
        if !wraps {
            let start = self.text.len();
            self.text.push('/');
            self.text.push_str(name);
            self.text[start..].make_ascii_lowercase();
        }
    }

    /// Goes back out.
    pub(super) fn pop(&mut self) {
        self.text.truncate(self.ends.pop().unwrap_or(0));
    }

    pub(super) fn clear(&mut self) {
        self.text.clear();
        self.ends.clear();
    }

    /// How deep the path goes.
    pub(super) fn depth(&self) -> usize {
        self.ends.len()
    }

    /// The record's own element that the path goes through ("" where it goes through none), and its end.
    pub(super) fn ends(&self) -> (&str, &str) {
        let inside = self.text.strip_prefix('/').unwrap_or("");
        let leaf = inside.rsplit('/').next().unwrap_or("");
        let top = inside.split('/').next().filter(|_| inside.contains('/')).unwrap_or("");
        (top, leaf)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn paths_of_both_formats_agree() {
        let (mut xml, mut json) = (Path::default(), Path::default());
        for step in ["StudentReference", "StudentIdentity", "StudentUniqueId"] {
            xml.push(step);
        }
        for step in ["studentReference", "studentUniqueId"] {
            json.push(step);
        }
        assert_eq!(xml.ends(), json.ends());
        assert_eq!(xml.ends(), ("studentreference", "studentuniqueid"));
        xml.pop();
        assert_eq!(xml.ends(), ("", "studentreference"));
    }

    #[test]
    fn a_second_value_spoils_a_record_unless_it_says_the_same() {
        let mut record = Record::new(Kind::Student, 1);
        record.put(Field::Student, "1");
        record.put(Field::Student, " 1 ");
        assert!(record.sound().is_ok());
        record.put(Field::Student, "2");
        assert_eq!(record.sound().map_err(|fault| fault.code), Err(FindingCode::MalformedRow));
    }
}
