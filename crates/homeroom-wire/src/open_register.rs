//! A register that is open for questions.

use crate::{
    Amendment, CalendarRecord, EnrollmentRecord, Problem, Records, Request,
    answer::answer,
    columns::{self, RegisterColumns},
    envelope::envelope,
    problem::{from_json, records_from_json},
};
use chrono::{Datelike, NaiveDate, Weekday};
use homeroom::{
    AttendanceCode, Calendar, CalendarDay, CalendarEvent, DayMark, District, DistrictId, Enrollment, ExitDay,
    NetworkId, Register, RollReport, Roster, School, SchoolId, Student, StudentId,
};
use serde_json::Value;
use std::collections::BTreeMap;

/// The instructional days of each school in order: school day 1 is the first.
pub(crate) type SchoolDays = BTreeMap<String, Vec<NaiveDate>>;

/// One school year, read once and asked many times: the register, who is who, and what became of the records.
///
/// ```
/// use homeroom_wire::OpenRegister;
/// let register = OpenRegister::from_json(r#"{
///     "school_year": 2022,
///     "calendars": [{"school": "A", "weekdays": [{"first": "2021-08-30", "count": 180}]}],
///     "enrollments": [{"student": "s1", "school": "A"}],
///     "events": [{"student": "s1", "school": "A", "school_days": [[1, 18]], "status": "unexcused_absence"}]
/// }"#)?;
/// let answer = register.ask_json(
///     r#"{"policy": {"preset": "edfacts"}, "as_of": "2022-06-30", "ask": {"standing": {"student": "s1"}}}"#,
///     None,
/// );
/// assert!(answer.contains(r#""status":"chronic""#), "{answer}");
/// # Ok::<(), homeroom_wire::Problem>(())
/// ```
#[derive(Debug, Clone, PartialEq)]
pub struct OpenRegister {
    register: Register,
    roster: Roster,
    report: Option<RollReport>,
}

impl OpenRegister {
    /// Opens what is built already; `report` is what became of its records, where that is known of this register alone.
    pub fn new(register: Register, roster: Roster, report: Option<RollReport>) -> Self {
        Self { register, roster, report }
    }

    /// Opens [`Records`] given as JSON.
    ///
    /// # Errors
    /// [`Problem`] where the text is not of the contract, or no register can be made of it.
    pub fn from_json(records: &str) -> Result<Self, Problem> {
        let records: Records = records_from_json(records)?;
        if records.mentoring.is_some() {
            let message = "a register holds no `mentoring`: open a program over it with these records";
            return Err(Problem::request("mentoring_given", message));
        }
        Self::from_records(&records)
    }

    /// Opens records. What is wrong with single records is a finding of the report.
    ///
    /// # Errors
    /// [`Problem`] where no register can be made of them.
    pub fn from_records(records: &Records) -> Result<Self, Problem> {
        columns::open(records, &RegisterColumns::default())
    }

    /// Opens [columns](crate::columns), and records of what is not given as columns. What is wrong with single
    /// rows is a finding of the report; nothing is assumed of what is missing.
    ///
    /// # Errors
    /// [`Problem`] where the columns of a table differ in length, an index has no value, or no register can be made.
    pub fn from_columns(records: &Records, given: &RegisterColumns<'_>) -> Result<Self, Problem> {
        if records.calendars.is_empty() && given.calendar.is_none() {
            let message = "nothing says which days are instructional: give a calendar";
            return Err(Problem::column("no_calendar", "calendar", message));
        }
        if records.enrollments.is_empty() && given.enrollments.is_none() {
            let message = "nothing says who is enrolled: give enrolments";
            return Err(Problem::column("no_enrollments", "enrollments", message));
        }
        columns::open(records, given)
    }

    /// The register.
    pub fn register(&self) -> &Register {
        &self.register
    }

    /// Who is who.
    pub fn roster(&self) -> &Roster {
        &self.roster
    }

    /// What became of the records; `None` of a register that a reader made, whose report is the dataset's, and of one read
    /// back from bytes.
    pub fn report(&self) -> Option<&RollReport> {
        self.report.as_ref()
    }

    /// The register after changes, given as a JSON list of [`Amendment`].
    ///
    /// # Errors
    /// [`Problem`] where the text is not of the contract, or a change cannot be made; then none is.
    pub fn amended_json(&self, amendments: &str) -> Result<Self, Problem> {
        let amendments: Vec<Amendment> = records_from_json(amendments)?;
        self.amended(&amendments)
    }

    /// The register after changes.
    ///
    /// # Errors
    /// [`Problem`] where a change cannot be made.
    pub fn amended(&self, amendments: &[Amendment]) -> Result<Self, Problem> {
        let mut changed = self.clone();
        amend(&mut changed.register, amendments)?;
        Ok(changed)
    }

    /// Both registers as one. Of a school or student that both rosters hold, the other's entry counts; there is a report
    /// where both have one.
    ///
    /// # Errors
    /// [`Problem`] where they are not of one year and one kind, or hold a student at a school twice.
    pub fn merged(&self, other: &Self) -> Result<Self, Problem> {
        let register = self.register.clone().merge(other.register.clone())?;
        let mut roster = self.roster.clone();
        roster.merge(other.roster.clone());
        let both = self.report.clone().zip(other.report.clone());
        let report = both.map(|(mut report, other)| {
            report.merge(other);
            report
        });
        Ok(Self { register, roster, report })
    }

    /// The register as bytes. They hold the register alone, not the roster and not the report.
    ///
    /// # Errors
    /// [`Problem`] where it cannot be written.
    pub fn to_bytes(&self) -> Result<Vec<u8>, Problem> {
        Ok(self.register.to_bytes()?)
    }

    /// Reads bytes back.
    ///
    /// # Errors
    /// [`Problem`] where they are not a register, of another format, or damaged.
    pub fn from_bytes(bytes: &[u8]) -> Result<Self, Problem> {
        let register = Register::from_bytes(bytes)?;
        Ok(Self::new(register, Roster::default(), None))
    }

    /// Answers a [`Request`] given as JSON, as [`crate::ask_json`] does. `before` is the register of the period before,
    /// where the question is about two.
    pub fn ask_json(&self, request: &str, before: Option<&Self>) -> String {
        envelope(from_json(request), |request| self.ask(&request, before))
    }

    /// Answers a request.
    ///
    /// # Errors
    /// [`Problem`] where there is no answer.
    pub fn ask(&self, request: &Request, before: Option<&Self>) -> Result<Value, Problem> {
        if request.records.is_some() || !request.parts.is_empty() {
            return Err(Problem::request(
                "records_given",
                "an open register has its records: leave `records` out",
            ));
        }
        let changed = if request.amend.is_empty() { None } else { Some(self.amended(&request.amend)?) };
        let given = opened_before(request)?;
        answer(request, changed.as_ref().unwrap_or(self), given.as_ref().or(before))
    }
}

/// The register of the period before, where the request brings its records.
pub(crate) fn opened_before(request: &Request) -> Result<Option<OpenRegister>, Problem> {
    let records = request.before.as_deref().and_then(|before| before.records.as_ref());
    records.map(OpenRegister::from_records).transpose()
}

pub(crate) fn calendar_of(record: &CalendarRecord) -> Result<Calendar, Problem> {
    let mut calendar = Calendar::new(record.day_minutes.unwrap_or(Calendar::DEFAULT_DAY_MINUTES))?;
    for run in &record.weekdays {
        let weekdays =
            run.first.iter_days().filter(|date| !matches!(date.weekday(), Weekday::Sat | Weekday::Sun));
        if run.count > 366 {
            let message = "`weekdays`: no school year has more than 366 days";
            return Err(Problem::request("too_many_days", message));
        }
        for date in weekdays.take(run.count as usize) {
            calendar.set(date, CalendarEvent::InstructionalDay);
        }
    }
    for day in &record.days {
        let to_set =
            CalendarDay { event: day.event, minutes: day.minutes, closed_grades: day.closed_grades.clone() };
        calendar.set_day(day.date, to_set)?;
    }
    if let Some(days) = record.declared_days {
        calendar.declare_days(days);
    }
    Ok(calendar)
}

fn no_such_day(number: u32) -> Problem {
    let message =
        format!("`school_days`: the school's calendar has no school day {number} (they count from 1)");
    Problem::unknown("unknown_school_day", message)
}

/// A school day by its number.
fn school_day(of_school: &[NaiveDate], number: u32) -> Result<NaiveDate, Problem> {
    let index = (number as usize).checked_sub(1);
    index.and_then(|index| of_school.get(index)).copied().ok_or_else(|| no_such_day(number))
}

/// The dates of ranges of school days.
pub(crate) fn dates(days: &SchoolDays, school: &str, ranges: &[[u32; 2]]) -> Result<Vec<NaiveDate>, Problem> {
    let of_school = days.get(school).map_or(&[][..], Vec::as_slice);
    let mut dates = Vec::new();
    for &[first, last] in ranges {
        school_day(of_school, first)?;
        school_day(of_school, last)?;
        if last < first {
            let message = format!("`school_days`: the range [{first}, {last}] ends before it begins");
            return Err(Problem::request("range_backwards", message));
        }
        dates.extend(of_school.iter().take(last as usize).skip(first as usize - 1));
    }
    Ok(dates)
}

pub(crate) fn enrollment(record: &EnrollmentRecord, days: &SchoolDays) -> Result<Enrollment, Problem> {
    let of_school = days.get(&record.school).map_or(&[][..], Vec::as_slice);
    let (entry, exit) = match record.school_days {
        Some([first, last]) => (school_day(of_school, first)?, Some(school_day(of_school, last)?)),
        None => (record.entry.map_or_else(|| school_day(of_school, 1), Ok)?, record.exit),
    };
    let mut enrollment =
        Enrollment::new(StudentId::new(&record.student)?, SchoolId::new(&record.school)?, entry);
    if let Some(grade) = record.grade {
        enrollment = enrollment.in_grade(grade);
    }
    if let Some(exit) = exit {
        enrollment = enrollment.exit(exit, record.exit_day.unwrap_or(ExitDay::Inclusive))?;
    }
    if let Some(share) = record.share {
        enrollment = enrollment.share_of(share)?;
    }
    Ok(if record.primary == Some(false) { enrollment.secondary() } else { enrollment })
}

pub(crate) fn roster(records: &Records) -> Result<Roster, Problem> {
    let mut roster = Roster::default();
    for (school, district) in &records.districts {
        let id = DistrictId::new(district)?;
        let network = records.networks.get(district).map(NetworkId::new).transpose()?;
        roster.add_district(District { id: id.clone(), name: None, network });
        roster.add_school(School { id: SchoolId::new(school)?, name: None, district: Some(id) });
    }
    for (district, network) in &records.networks {
        let (id, network) = (DistrictId::new(district)?, Some(NetworkId::new(network)?));
        roster.add_district(District { id, name: None, network });
    }
    for (student, attributes) in &records.attributes {
        let mut of_student = Student::new(StudentId::new(student)?);
        for (name, value) in attributes {
            of_student.set_attribute(name, value);
        }
        roster.add_student(of_student);
    }
    Ok(roster)
}

pub(crate) fn amend(register: &mut Register, amendments: &[Amendment]) -> Result<(), Problem> {
    for amendment in amendments {
        match amendment {
            Amendment::AppendDay { date, schools } => {
                let event = CalendarEvent::InstructionalDay;
                let day = CalendarDay { event, minutes: None, closed_grades: Vec::new() };
                let schools: Vec<_> = schools.iter().map(|school| (school.as_str(), day.clone())).collect();
                register.append_day(*date, &schools)?;
            }
            Amendment::Correct { student, school, date, status, category } => {
                let mut code = AttendanceCode::new(*status);
                if let Some(category) = category {
                    code = code.in_category(*category);
                }
                register.correct(student, school, *date, DayMark::whole_day(code))?;
            }
            Amendment::Delete { student, school, date } => register.delete(student, school, *date)?,
            Amendment::AttendanceTaken { school, date } => register.attendance_taken(school, *date)?,
        }
    }
    Ok(())
}
