//! Whether a mapping contradicts itself.

use super::{
    dates::DateReader,
    field::Field,
    kind::FileKind,
    mapping::{CalendarSource, EnrollmentSource, FileMapping, Mapping, MappingError},
    mentoring::is_term,
};
use crate::encoding::Encoding;
use homeroom::{Fraction, MAX_DAY_MINUTES};
use std::collections::BTreeSet;

pub(super) fn check(mapping: &Mapping) -> Result<(), MappingError> {
    if !(1..=MAX_DAY_MINUTES).contains(&mapping.day_minutes) {
        return Err(MappingError::new("day_minutes", format!("a day has 1 to {MAX_DAY_MINUTES} minutes")));
    }
    for (code, meaning) in &mapping.codes {
        let error = |message| MappingError::new(format!("codes.{code}.extent"), message);
        if meaning.extent.is_some_and(|extent| extent > Fraction::ONE) {
            return Err(error("a code covers at most the whole day"));
        }
        if meaning.extent.is_some() && meaning.extent_required {
            return Err(error("a code that has an extent does not require one"));
        }
    }
    let has = |kind| mapping.files.iter().any(|file| file.kind == kind);
    if !has(FileKind::Attendance) {
        return Err(MappingError::new("files", "no file is of the kind `attendance`"));
    }
    if mapping.calendar == CalendarSource::File && !has(FileKind::Calendar) {
        let message = "no file is of the kind `calendar`: map one, or say `calendar = \"event_dates\"`";
        return Err(MappingError::new("calendar", message));
    }
    let contradiction = |path: &str, kind| {
        MappingError::new(path, format!("a file of the kind `{kind}` is mapped: nothing is left to assume"))
    };
    if mapping.calendar == CalendarSource::EventDates && has(FileKind::Calendar) {
        return Err(contradiction("calendar", FileKind::Calendar));
    }
    if mapping.enrollment == EnrollmentSource::FullYear && has(FileKind::Enrollments) {
        return Err(contradiction("enrollment", FileKind::Enrollments));
    }
    if mapping.codes.is_empty() {
        return Err(MappingError::new("codes", "no attendance code is given a meaning"));
    }
    let mut names = BTreeSet::new();
    for (index, file) in mapping.files.iter().enumerate() {
        if let Some(name) = file.name.iter().find(|name| !names.insert((file.kind, *name))) {
            let message = format!("`{name}` is mapped twice as `{}`", file.kind);
            return Err(MappingError::new(format!("files[{index}].name"), message));
        }
        check_file(file).map_err(|error| {
            MappingError::new(format!("files[{index}].{}", error.path()), error.message())
        })?;
    }
    Ok(())
}

fn check_file(file: &FileMapping) -> Result<(), MappingError> {
    let plain = |name: &String| !name.is_empty() && name != ".." && !name.contains(['/', '\\', '\0']);
    if file.name.is_empty() || !file.name.iter().all(plain) {
        return Err(MappingError::new("name", "a file is named by its plain name, without a folder"));
    }
    check_signs(file)?;
    if Encoding::for_label(&file.encoding).is_none() {
        return Err(MappingError::new("encoding", "not the label of an encoding"));
    }
    DateReader::new(&file.date_formats)?;
    check_fields(file)
}

fn check_signs(file: &FileMapping) -> Result<(), MappingError> {
    let mut taken = vec!['\n', '\r'];
    let signs = [
        ("delimiter", Some(file.delimiter)),
        ("quote", Some(file.quote)),
        ("escape", file.escape),
        ("header_quote", file.header_quote.filter(|sign| *sign != file.quote)),
    ];
    for (name, sign) in signs {
        let Some(sign) = sign else { continue };
        if !sign.is_ascii() || taken.contains(&sign) {
            return Err(MappingError::new(name, "not one ASCII character of its own"));
        }
        taken.push(sign);
    }
    Ok(())
}

fn check_fields(file: &FileMapping) -> Result<(), MappingError> {
    let known = |field: &Field| file.kind.required().contains(field) || file.kind.further().contains(field);
    for (table, fields) in [("columns", &file.columns), ("constants", &file.constants)] {
        if let Some(field) = fields.keys().find(|field| !known(field)) {
            let message = format!("a file of the kind `{}` has no such field", file.kind);
            return Err(MappingError::new(format!("{table}.{field}"), message));
        }
    }
    if let Some(field) = file.constants.keys().find(|field| file.columns.contains_key(field)) {
        return Err(MappingError::new(format!("constants.{field}"), "the field has a column already"));
    }
    let given = |field: &&Field| file.columns.contains_key(field) || file.constants.contains_key(field);
    if let Some(field) = file.kind.required().iter().find(|field| !given(field)) {
        return Err(MappingError::new(format!("columns.{field}"), "the field is required: name its column"));
    }
    check_terms(file)?;
    if !file.attributes.is_empty() && file.kind != FileKind::Students {
        return Err(MappingError::new("attributes", "only students have attributes"));
    }
    let has_column = |name: &String| {
        file.columns.keys().any(|field| field.as_str() == name) || file.attributes.contains(name)
    };
    match file.optional_columns.iter().position(|name| !has_column(name)) {
        Some(index) => {
            let path = format!("optional_columns[{index}]");
            Err(MappingError::new(path, "neither a mapped field nor an attribute"))
        }
        None => Ok(()),
    }
}

fn check_terms(file: &FileMapping) -> Result<(), MappingError> {
    for (field, words) in &file.terms {
        for (word, term) in words {
            let path = format!("terms.{field}");
            match is_term(file.kind, *field, term) {
                None => {
                    return Err(MappingError::new(path, "the field holds no terms that can be translated"));
                }
                Some(Err(error)) => return Err(MappingError::new(format!("{path}.{word}"), error)),
                Some(Ok(())) => {}
            }
        }
    }
    Ok(())
}
