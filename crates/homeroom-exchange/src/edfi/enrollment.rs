//! Enrolments: from `StudentSchoolAssociation`, or assumed where there is none.

use super::{
    EdfiOptions, descriptor,
    gather::{Attended, Spell},
    kind::Field,
    record::{Fault, Record},
    value::{date_of, decimal_of, optional_date, says_no, school_of, student_of, year_of},
};
use crate::{ReadReport, assemble::Assembly};
use chrono::NaiveDate;
use homeroom::{
    Calendar, CalendarEvent, Enrollment, EnrollmentError, ExitDay, Finding, FindingCode, Place, Roster,
    SchoolId, SchoolYear, StudentId, shape,
};
use std::collections::{BTreeMap, BTreeSet};

/// The school that holds the enrolments of students whose school is not known.
pub(super) const UNASSIGNED: &str = "unassigned";

/// A record's enrolment, and the school year it states.
pub(super) fn read(
    record: &Record,
    options: &EdfiOptions,
) -> Result<(Enrollment, Option<SchoolYear>), Fault> {
    let (student, school) = (student_of(record)?, school_of(record)?);
    let entry = date_of(record, Field::Entry)?;
    let year = year_of(record)?;
    if record.get(Field::ExitType).is_some_and(descriptor::never_came) {
        let fault = Fault::of(FindingCode::EnrollmentWithoutDays, Field::ExitType);
        return Err(fault.detail("the student never came"));
    }
    let mut enrollment = Enrollment::new(student, school, entry);
    if let Some(text) = record.get(Field::Grade) {
        let wrong = || Fault::of(FindingCode::InvalidGrade, Field::Grade);
        if let Some(grade) = descriptor::grade(text).map_err(|()| wrong().detail(shape(text)))? {
            enrollment = enrollment.in_grade(grade);
        }
    }
    if record.get(Field::Primary).is_some_and(says_no) {
        enrollment = enrollment.secondary();
    }
    if let Some(share) = decimal_of(record, Field::Share, FindingCode::InvalidNumber)? {
        let wrong = |why| Fault::of(FindingCode::InvalidNumber, Field::Share).detail(why);
        enrollment = enrollment.share_of(share).map_err(wrong)?;
    }
    if let Some(exit) = optional_date(record, Field::Exit)? {
        let wrong = |why| match why {
            EnrollmentError::ExitBeforeEntry => Fault::of(FindingCode::ExitBeforeEntry, Field::Exit),
            _ => Fault::of(FindingCode::EnrollmentWithoutDays, Field::Exit),
        };
        enrollment = enrollment.exit(exit, options.exit_day).map_err(wrong)?;
    }
    Ok((enrollment, year))
}

/// Gives the enrolments to the assembly. One that states its school year and has no exit ends with that year,
/// where the folder holds more than one.
pub(super) fn add(spells: Vec<Spell>, assembly: &mut Assembly) {
    let several = years(assembly).len() > 1;
    for Spell { enrollment, place, year } in spells {
        let open = enrollment.last_day().is_none();
        let enrollment = match year {
            Some(year) if several && open => until(enrollment, year.last_date()),
            _ => enrollment,
        };
        assembly.add_enrollment(enrollment, place);
    }
}

fn until(enrollment: Enrollment, last: NaiveDate) -> Enrollment {
    let open = enrollment.clone();
    enrollment.exit(last, ExitDay::Inclusive).unwrap_or(open)
}

fn years(assembly: &Assembly) -> BTreeSet<SchoolYear> {
    assembly.calendars().map(|(year, ..)| year).collect()
}

/// Enrols for the whole year whoever has no enrolment: at the schools that his events name, else at a
/// stand-in school, where all schools have the same calendar. Every assumption is reported.
pub(super) fn assume(
    attended: &Attended,
    enrolled: &BTreeSet<StudentId>,
    roster: &Roster,
    assembly: &mut Assembly,
    report: &mut ReadReport,
) {
    let years = years(assembly);
    for year in &years {
        let calendars: BTreeMap<SchoolId, Calendar> = assembly
            .calendars()
            .filter(|(of, ..)| of == year)
            .map(|(_, school, calendar)| (school.clone(), calendar.clone()))
            .collect();
        let mut add = |student: &StudentId, school: &SchoolId, calendar: &Calendar| {
            let first = instructional(calendar).next().unwrap_or(year.first_date());
            let stay = Enrollment::new(student.clone(), school.clone(), first);
            let stay = if years.len() > 1 { until(stay, year.last_date()) } else { stay };
            assembly.add_enrollment(stay, Place::default());
        };
        let nobody = BTreeMap::new();
        let with_events = attended.get(year).unwrap_or(&nobody);
        let (mut students, mut stays) = (0, 0);
        for (student, schools) in with_events.iter().filter(|(student, _)| !enrolled.contains(*student)) {
            let known = schools.iter().filter_map(|school| calendars.get_key_value(school));
            let before = stays;
            for (school, calendar) in known {
                add(student, school, calendar);
                stays += 1;
            }
            students += u32::from(stays > before);
        }
        if students > 0 {
            let detail = format!("{students} students, {stays} enrolments for the whole school year {year}");
            report
                .findings
                .push(Finding::new(FindingCode::EnrollmentAssumed, Place::default()).detail(detail));
            report.assumptions.push(format!(
                "{students} students have no enrolment record; they were taken to be enrolled for the whole \
                 school year {year} at each school that their attendance events name."
            ));
        }
        let unknown: Vec<_> = roster
            .students()
            .map(homeroom::Student::id)
            .filter(|student| !enrolled.contains(*student) && !with_events.contains_key(*student))
            .collect();
        if unknown.is_empty() {
            continue;
        }
        let count = unknown.len();
        let Some(calendar) = shared(calendars.values()) else {
            let detail =
                format!("{count} students without a school in {year}: the schools' calendars differ");
            report.findings.push(Finding::new(FindingCode::UnknownSchool, Place::default()).detail(detail));
            continue;
        };
        let Ok(school) = SchoolId::new(UNASSIGNED) else { continue };
        for student in unknown {
            add(student, &school, calendar);
        }
        assembly.calendar_mut(*year, &school, || calendar.clone());
        let detail = format!("{count} students without a school in {year}, with the calendar of all schools");
        let finding = Finding::new(FindingCode::SchoolAssumed, Place::default()).school(UNASSIGNED);
        report.findings.push(finding.detail(detail));
        report.assumptions.push(format!(
            "{count} students have neither an enrolment record nor an attendance event; they were taken to be \
             enrolled for the whole school year {year} at a stand-in school, `{UNASSIGNED}`, whose calendar is \
             that of all schools."
        ));
    }
}

fn instructional(calendar: &Calendar) -> impl Iterator<Item = NaiveDate> {
    let taught = |(_, day): &(NaiveDate, &homeroom::CalendarDay)| CalendarEvent::is_instructional(day.event);
    calendar.days().filter(taught).map(|(date, _)| date)
}

// The calendar that all schools have, as far as school days go.
fn shared<'c>(mut calendars: impl Iterator<Item = &'c Calendar>) -> Option<&'c Calendar> {
    let first = calendars.next()?;
    calendars.all(|calendar| instructional(calendar).eq(instructional(first))).then_some(first)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::edfi::kind::Kind;

    fn with(more: &[(Field, &str)]) -> Result<Enrollment, FindingCode> {
        let mut record = Record::new(Kind::Association, 1);
        let first = [(Field::Student, "s"), (Field::School, "A"), (Field::Entry, "2021-08-23")];
        first.iter().chain(more).for_each(|(field, text)| record.put(*field, text));
        read(&record, &EdfiOptions::default()).map(|(enrollment, _)| enrollment).map_err(|fault| fault.code)
    }

    #[test]
    fn an_exit_date_is_the_last_day_and_a_no_show_has_none() {
        let left = with(&[(Field::Exit, "2021-10-01")]).unwrap();
        assert_eq!(left.last_day(), NaiveDate::from_ymd_opt(2021, 10, 1));
        assert_eq!(with(&[(Field::Exit, "2021-08-22")]), Err(FindingCode::ExitBeforeEntry));
        assert_eq!(with(&[(Field::ExitType, "x#No show")]), Err(FindingCode::EnrollmentWithoutDays));
    }

    #[test]
    fn share_grade_and_second_school_are_kept_or_refused() {
        let half = with(&[(Field::Share, "0.5"), (Field::Primary, "false"), (Field::Grade, "x#Ninth grade")]);
        let half = half.unwrap();
        assert_eq!((half.share(), half.is_primary()), (homeroom::Fraction::HALF, false));
        assert_eq!(half.grade(), Some(homeroom::GradeLevel::Grade9));
        assert_eq!(with(&[(Field::Share, "0")]), Err(FindingCode::InvalidNumber));
        assert_eq!(with(&[(Field::Share, "1.5")]), Err(FindingCode::InvalidNumber));
        assert_eq!(with(&[(Field::Grade, "x#Purple")]), Err(FindingCode::InvalidGrade));
    }
}
