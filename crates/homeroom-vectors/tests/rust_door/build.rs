//! Worlds become registers.

use crate::refusal::Refused;
use chrono::{Datelike, Days, NaiveDate, Weekday};
use homeroom::{
    AttendanceCode, Calendar, CalendarDay, District, DistrictId, Enrollment, EventRef, ExitDay, Extent,
    NetworkId, Place, Register, RegisterBuilder, RollReport, Roster, School, SchoolId, SchoolYear, Student,
    StudentId,
};
use homeroom_vectors::{Amendment, CalendarSpec, EnrollmentSpec, World};
use std::collections::BTreeMap;

/// The instructional days of each school in order: school day 1 is the first.
type SchoolDays = BTreeMap<String, Vec<NaiveDate>>;

pub struct Built {
    pub register: Register,
    pub report: RollReport,
    pub roster: Roster,
}

pub fn build(world: &World) -> Result<Built, Refused> {
    let year = SchoolYear::ending(world.school_year).expect("a school year");
    let mut builder = RegisterBuilder::new(year);
    builder.rules(world.rules.unwrap_or_default());
    let mut days = SchoolDays::new();
    for spec in &world.calendars {
        let calendar = calendar(spec);
        let taught = calendar.days().filter(|(_, day)| day.event.is_instructional());
        days.insert(spec.school.clone(), taught.map(|(date, _)| date).collect());
        builder.add_calendar(SchoolId::new(&spec.school).expect("a school"), calendar);
    }
    for spec in &world.enrollments {
        builder.add_enrollment(enrollment(spec, &days)?, Place::default());
    }
    let mut roll = builder.open()?;
    for event in &world.events {
        let extent = event.extent.clone().unwrap_or(Extent::WholeDay);
        let mut code = AttendanceCode::new(event.status);
        if let Some(category) = event.category {
            code = code.in_category(category);
        }
        for date in event.dates.iter().copied().chain(dates(&days, &event.school, &event.school_days)) {
            let (student, school) = (event.student.as_str(), event.school.as_str());
            roll.record(&EventRef { student, school, date, code, extent: &extent }, Place::default())
                .expect("room for marks");
        }
    }
    for taken in &world.attendance_taken {
        for date in dates(&days, &taken.school, &taken.school_days) {
            assert!(roll.attendance_taken(&taken.school, date), "no such day of {}", taken.school);
        }
    }
    let (register, report) = roll.close()?;
    Ok(Built { register, report, roster: roster(world) })
}

fn calendar(spec: &CalendarSpec) -> Calendar {
    let mut calendar =
        Calendar::new(spec.day_minutes.unwrap_or(Calendar::DEFAULT_DAY_MINUTES)).expect("a day's length");
    for run in &spec.weekdays {
        let (mut date, mut count) = (run.first, 0);
        while count < run.count {
            if !matches!(date.weekday(), Weekday::Sat | Weekday::Sun) {
                calendar.set(date, homeroom::CalendarEvent::InstructionalDay);
                count += 1;
            }
            date = date + Days::new(1);
        }
    }
    for day in &spec.days {
        let to_set =
            CalendarDay { event: day.event, minutes: day.minutes, closed_grades: day.closed_grades.clone() };
        calendar.set_day(day.date, to_set).expect("a day's length");
    }
    if let Some(days) = spec.declared_days {
        calendar.declare_days(days);
    }
    calendar
}

// The dates of ranges of school days.
fn dates(days: &SchoolDays, school: &str, ranges: &[[u32; 2]]) -> Vec<NaiveDate> {
    let of_school = days.get(school).map_or(&[][..], Vec::as_slice);
    ranges.iter().flat_map(|[first, last]| of_school[*first as usize - 1..*last as usize].to_vec()).collect()
}

fn enrollment(spec: &EnrollmentSpec, days: &SchoolDays) -> Result<Enrollment, Refused> {
    let (entry, exit) = match spec.school_days {
        Some([first, last]) => {
            let of_school = &days[&spec.school];
            (of_school[first as usize - 1], Some(of_school[last as usize - 1]))
        }
        None => (spec.entry.unwrap_or_else(|| days[&spec.school][0]), spec.exit),
    };
    let student = StudentId::new(&spec.student).expect("a student");
    let mut enrollment = Enrollment::new(student, SchoolId::new(&spec.school).expect("a school"), entry);
    if let Some(grade) = spec.grade {
        enrollment = enrollment.in_grade(grade);
    }
    if let Some(exit) = exit {
        enrollment = enrollment.exit(exit, spec.exit_day.unwrap_or(ExitDay::Inclusive))?;
    }
    if let Some(share) = spec.share {
        enrollment = enrollment.share_of(share)?;
    }
    Ok(if spec.primary == Some(false) { enrollment.secondary() } else { enrollment })
}

fn roster(world: &World) -> Roster {
    let mut roster = Roster::default();
    for (school, district) in &world.districts {
        let id = DistrictId::new(district).expect("a district");
        let network = world.networks.get(district).map(|id| NetworkId::new(id).expect("a network"));
        roster.add_district(District { id: id.clone(), name: None, network });
        let school = SchoolId::new(school).expect("a school");
        roster.add_school(School { id: school, name: None, district: Some(id) });
    }
    for (student, attributes) in &world.attributes {
        let mut of_student = Student::new(StudentId::new(student).expect("a student"));
        for (name, value) in attributes {
            of_student.set_attribute(name, value);
        }
        roster.add_student(of_student);
    }
    roster
}

pub fn amend(register: &mut Register, amendments: &[Amendment]) -> Result<(), Refused> {
    for amendment in amendments {
        match amendment {
            Amendment::AppendDay { date, schools } => {
                let event = homeroom::CalendarEvent::InstructionalDay;
                let day = CalendarDay { event, minutes: None, closed_grades: Vec::new() };
                let schools: Vec<_> = schools.iter().map(|school| (school.as_str(), day.clone())).collect();
                register.append_day(*date, &schools)?;
            }
            Amendment::Correct { student, school, date, status, category } => {
                let mut code = AttendanceCode::new(*status);
                if let Some(category) = category {
                    code = code.in_category(*category);
                }
                register.correct(student, school, *date, homeroom::DayMark::whole_day(code))?;
            }
            Amendment::Delete { student, school, date } => register.delete(student, school, *date)?,
            Amendment::AttendanceTaken { school, date } => {
                register.attendance_taken(school, *date).expect("a school day of the register");
            }
            other => panic!("this door knows no amendment {other:?}"),
        }
    }
    Ok(())
}
