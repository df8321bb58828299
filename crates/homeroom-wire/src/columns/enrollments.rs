//! Enrolments of columns.

use super::{
    EnrollmentColumns,
    calendar::school,
    input::{Fault, check_length, date, need, optional},
};
use crate::Problem;
use chrono::NaiveDate;
use homeroom::{
    Enrollment, EnrollmentError, ExitDay, FindingCode, Findings, Fraction, GradeLevel, Intake, Place,
    RegisterBuilder, StudentId,
};
use std::sync::Arc;

/// Adds enrolments; gives what became of those that the builder never sees.
pub(super) fn add(
    columns: &EnrollmentColumns<'_>,
    builder: &mut RegisterBuilder,
    first_day: impl Fn(&str) -> Option<NaiveDate>,
    findings: &mut Findings,
) -> Result<Intake, Problem> {
    let rows = columns.student.codes.len();
    check(columns, rows)?;
    let file: Arc<str> = "enrollments".into();
    let mut refused = Intake::default();
    for row in 0..rows {
        match enrollment(columns, row, &first_day) {
            Ok(enrollment) => {
                builder.add_enrollment(enrollment, Place::new(&file, row as u64 + 1));
            }
            Err(fault) => {
                refused.read += 1;
                refused.rejected += 1;
                let (student, school) = (columns.student.get(row), columns.school.get(row));
                let finding = fault.at(Some(&file), row).school(school.unwrap_or_default());
                findings.push(finding.student(student.unwrap_or_default()));
            }
        }
    }
    Ok(refused)
}

fn check(columns: &EnrollmentColumns<'_>, rows: usize) -> Result<(), Problem> {
    columns.student.check("enrollments.student", rows)?;
    columns.school.check("enrollments.school", rows)?;
    for (field, column) in [("enrollments.entry", columns.entry), ("enrollments.exit", columns.exit)] {
        if let Some(column) = column {
            check_length(field, column.len(), rows)?;
        }
    }
    let texts = [
        ("enrollments.exit_day", &columns.exit_day),
        ("enrollments.grade", &columns.grade),
        ("enrollments.share", &columns.share),
    ];
    for (field, column) in texts {
        if let Some(column) = column {
            column.check(field, rows)?;
        }
    }
    columns.primary.map_or(Ok(()), |primary| check_length("enrollments.primary", primary.len(), rows))
}

fn enrollment(
    columns: &EnrollmentColumns<'_>,
    row: usize,
    first_day: impl Fn(&str) -> Option<NaiveDate>,
) -> Result<Enrollment, Fault> {
    let student = StudentId::new(need(&columns.student, row, "student")?);
    let student =
        student.map_err(|error| Fault::new(FindingCode::InvalidId, "student").detail(error.to_string()))?;
    let school = school(need(&columns.school, row, "school")?)?;
    let entry = date(columns.entry.unwrap_or_default(), row, "entry")?;
    let entry = entry
        .or_else(|| first_day(school.as_str()))
        .ok_or_else(|| Fault::new(FindingCode::UnknownSchool, "school"))?;
    let mut enrollment = Enrollment::new(student, school, entry);
    if let Some(grade) = optional(columns.grade.as_ref(), row) {
        let grade = GradeLevel::read(grade).ok_or_else(|| Fault::new(FindingCode::InvalidGrade, "grade"))?;
        enrollment = enrollment.in_grade(grade);
    }
    if let Some(exit) = date(columns.exit.unwrap_or_default(), row, "exit")? {
        let meant = match optional(columns.exit_day.as_ref(), row).map(str::trim) {
            None | Some("inclusive") => ExitDay::Inclusive,
            Some("exclusive") => ExitDay::Exclusive,
            Some(_) => return Err(Fault::new(FindingCode::UnknownTerm, "exit_day")),
        };
        enrollment = enrollment.exit(exit, meant).map_err(|error| refused(error, "exit"))?;
    }
    if let Some(share) = optional(columns.share.as_ref(), row) {
        let share: Fraction =
            share.trim().parse().map_err(|_| Fault::new(FindingCode::InvalidNumber, "share"))?;
        enrollment = enrollment.share_of(share).map_err(|error| refused(error, "share"))?;
    }
    let primary = columns.primary.and_then(|primary| primary[row]);
    Ok(if primary == Some(false) { enrollment.secondary() } else { enrollment })
}

fn refused(error: EnrollmentError, field: &'static str) -> Fault {
    let code = match error {
        EnrollmentError::ExitBeforeEntry => FindingCode::ExitBeforeEntry,
        EnrollmentError::NoDays => FindingCode::EnrollmentWithoutDays,
        _ => FindingCode::InvalidNumber,
    };
    Fault::new(code, field).detail(error.to_string())
}
