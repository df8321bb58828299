//! Records of enrolments.

use super::{
    field::Field,
    read::Reading,
    row::{Fault, Row},
    table::Table,
};
use crate::{ReadError, assemble::Assembly};
use homeroom::{Enrollment, EnrollmentError, FindingCode, GradeLevel, Intake, Place, SchoolId, StudentId};

impl Reading<'_, '_, '_> {
    /// Reads a file of enrolments into the assembly, which then says what became of them; the intake given
    /// holds only the records that are no enrolments.
    pub(super) fn read_enrollments(
        &mut self,
        table: &mut Table<'_>,
        assembly: &mut Assembly,
    ) -> Result<Intake, ReadError> {
        let meaning = self.mapping.exit_day;
        let file = std::sync::Arc::clone(&table.file);
        let intake = self.records(table, |row, dates| {
            let student = row.id::<StudentId>(Field::Student)?;
            let school = row.id::<SchoolId>(Field::School)?;
            let mut enrollment = Enrollment::new(student, school, row.need_date(Field::EntryDate, dates)?);
            if let Some(grade) = grade(row)? {
                enrollment = enrollment.in_grade(grade);
            }
            if let Some(share) = row.part(Field::Share)? {
                let fault = |error: EnrollmentError| {
                    Fault::new(FindingCode::InvalidNumber, Field::Share).detail(error.to_string())
                };
                enrollment = enrollment.share_of(share).map_err(fault)?;
            }
            if row.yes_no(Field::Primary, FindingCode::MalformedRow)? == Some(false) {
                enrollment = enrollment.secondary();
            }
            if let Some(exit) = row.date(Field::ExitDate, dates)? {
                enrollment = enrollment.exit(exit, meaning).map_err(|error| {
                    let code = match error {
                        EnrollmentError::ExitBeforeEntry => FindingCode::ExitBeforeEntry,
                        _ => FindingCode::EnrollmentWithoutDays,
                    };
                    Fault::new(code, Field::ExitDate)
                })?;
            }
            assembly.add_enrollment(enrollment, Place::new(&file, row.number));
            Ok(())
        })?;
        Ok(Intake { read: intake.read - intake.applied, applied: 0, ..intake })
    }
}

fn grade(row: &Row<'_>) -> Result<Option<GradeLevel>, Fault> {
    let Some(text) = row.text(Field::Grade)? else { return Ok(None) };
    let grade = GradeLevel::read(text);
    grade.map(Some).ok_or_else(|| Fault::like(FindingCode::InvalidGrade, Field::Grade, text))
}
