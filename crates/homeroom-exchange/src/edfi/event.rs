//! Attendance events: a record as the roll takes it.

use super::{
    EdfiOptions, descriptor,
    kind::{Field, Kind},
    record::{Fault, Record},
    value::{date_of, decimal_of, number_of, school_of, student_of},
};
use chrono::NaiveDate;
use homeroom::{
    AttendanceCode, AttendanceStatus, Calendar, Extent, FindingCode, Fraction, MAX_DAY_MINUTES, RollBasis,
    SchoolId, StudentId,
};

/// An event as read.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Event {
    pub(super) student: StudentId,
    pub(super) school: SchoolId,
    pub(super) date: NaiveDate,
    pub(super) code: AttendanceCode,
    pub(super) extent: Extent,
}

impl Event {
    /// A record's event.
    pub(super) fn read(record: &Record, options: &EdfiOptions) -> Result<Self, Fault> {
        let (student, school) = (student_of(record)?, school_of(record)?);
        let date = date_of(record, Field::Date)?;
        let text = record.need(Field::Category)?;
        let category = descriptor::category(text).ok_or_else(|| {
            Fault::of(FindingCode::UnmappedCode, Field::Category).detail(descriptor::shown(text))
        })?;
        let code = descriptor::code(category, record.get(Field::Environment));
        let (part, minutes) = (part_of(record)?, minutes_of(record)?);
        let extent = match record.kind {
            Kind::SectionEvent => section(record, category.status, options)?,
            _ => whole_or_part(category, part, minutes)?,
        };
        Ok(Self { student, school, date, code, extent })
    }
}

fn part_of(record: &Record) -> Result<Option<Fraction>, Fault> {
    let part = decimal_of(record, Field::Duration, FindingCode::PartOutOfRange)?;
    match part {
        Some(part) if part > Fraction::ONE => {
            Err(Fault::of(FindingCode::PartOutOfRange, Field::Duration).detail(part))
        }
        part => Ok(part),
    }
}

fn minutes_of(record: &Record) -> Result<Option<u16>, Fault> {
    let Some(minutes) = number_of(record, Field::Minutes)? else { return Ok(None) };
    let within = u16::try_from(minutes).ok().filter(|minutes| *minutes <= MAX_DAY_MINUTES);
    let wrong = || Fault::of(FindingCode::MinutesOutOfRange, Field::Minutes).detail(minutes);
    within.map(Some).ok_or_else(wrong)
}

// The part of the day that the school recognises counts before minutes by the clock.
fn whole_or_part(
    category: descriptor::Category,
    part: Option<Fraction>,
    minutes: Option<u16>,
) -> Result<Extent, Fault> {
    let late = matches!(category.status, AttendanceStatus::Tardy | AttendanceStatus::EarlyDeparture);
    match (part, minutes) {
        (Some(part), _) => Ok(Extent::Part(part)),
        // Ed-Fi's calendars do not say how long a day is; what fills the usual day fills this one.
        (None, Some(minutes)) if minutes >= Calendar::DEFAULT_DAY_MINUTES && !late => Ok(Extent::WholeDay),
        (None, Some(minutes)) => Ok(Extent::Minutes(minutes)),
        (None, None) if category.needs_part => Err(Fault::of(FindingCode::PartMissing, Field::Duration)),
        (None, None) => Ok(Extent::WholeDay),
    }
}

fn section(record: &Record, status: AttendanceStatus, options: &EdfiOptions) -> Result<Extent, Fault> {
    let identifier = record.need(Field::Section)?;
    let section = match record.get(Field::Course) {
        Some(course) => format!("{course} {identifier}").into(),
        None => identifier.into(),
    };
    let late = matches!(status, AttendanceStatus::Tardy | AttendanceStatus::EarlyDeparture);
    // Being late for a section takes no share of the day, so the number of sections does not matter; all
    // other section events of such a roll are rejected, so that the 1 meets no share either.
    let any = late && options.rules.basis == RollBasis::ExceptionsOnly;
    Ok(Extent::Section { section, of: options.sections_per_day.or(any.then_some(1)) })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn read(category: &str, more: &[(Field, &str)]) -> Result<(AttendanceStatus, Extent), FindingCode> {
        let mut record = Record::new(Kind::SchoolEvent, 1);
        for (field, text) in [(Field::Student, "s"), (Field::School, "A"), (Field::Date, "2022-01-03")] {
            record.put(field, text);
        }
        record.put(Field::Category, category);
        for (field, text) in more {
            record.put(*field, text);
        }
        let event = Event::read(&record, &EdfiOptions::default()).map_err(|fault| fault.code)?;
        Ok((event.code.status(), event.extent))
    }

    #[test]
    fn an_absence_is_of_the_whole_day_unless_it_says_less() {
        let absent = AttendanceStatus::UnexcusedAbsence;
        let with = |more: &[(Field, &str)]| read("x#Unexcused Absence", more);
        assert_eq!(with(&[]), Ok((absent, Extent::WholeDay)));
        assert_eq!(with(&[(Field::Duration, "0.5")]), Ok((absent, Extent::Part(Fraction::HALF))));
        assert_eq!(with(&[(Field::Minutes, "45")]), Ok((absent, Extent::Minutes(45))));
        assert_eq!(with(&[(Field::Minutes, "390")]), Ok((absent, Extent::WholeDay)));
        let both = [(Field::Duration, "0.33"), (Field::Minutes, "45")];
        assert_eq!(with(&both), Ok((absent, Extent::Part(Fraction::new(33, 100).unwrap()))));
    }

    #[test]
    fn what_is_out_of_range_is_refused() {
        assert_eq!(read("Tardy", &[(Field::Duration, "1.01")]), Err(FindingCode::PartOutOfRange));
        assert_eq!(read("Tardy", &[(Field::Duration, "-0.1")]), Err(FindingCode::PartOutOfRange));
        assert_eq!(read("Tardy", &[(Field::Minutes, "1441")]), Err(FindingCode::MinutesOutOfRange));
        assert_eq!(read("Tardy", &[(Field::Minutes, "5.5")]), Err(FindingCode::InvalidNumber));
        assert_eq!(read("Purple", &[]), Err(FindingCode::UnmappedCode));
    }

    #[test]
    fn a_partial_day_must_say_its_part() {
        assert_eq!(read("x#Partial", &[]), Err(FindingCode::PartMissing));
        let part = read("x#Partial", &[(Field::Minutes, "10")]);
        assert_eq!(part, Ok((AttendanceStatus::Absence, Extent::Minutes(10))));
    }
}
