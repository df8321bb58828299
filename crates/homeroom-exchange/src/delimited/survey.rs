//! A first pass over the files of attendance, where they are all that tells who is enrolled or when school is.

use super::{
    attendance::EventReader,
    read::Reading,
    table::{Given, Table},
};
use crate::{ReadError, assemble::Assembly};
use chrono::NaiveDate;
use homeroom::{
    Calendar, CalendarEvent, Enrollment, ExitDay, Finding, FindingCode, Place, SchoolId, SchoolYear,
    StudentId,
};
use rustc_hash::{FxHashMap, FxHashSet};
use std::{collections::BTreeSet, sync::Arc};

/// Which students and which dates the events of each school name. Only events that can be read count.
#[derive(Default)]
pub(super) struct Survey {
    schools: Vec<(SchoolId, FxHashSet<NaiveDate>)>,
    numbers: FxHashMap<Box<str>, usize>,
    students: FxHashMap<Box<str>, Seen>,
}

// Where a student was seen, and by which file first.
type Seen = Vec<(SchoolYear, usize, usize)>;

impl Survey {
    /// Takes up the events of a file.
    pub(super) fn read(
        &mut self,
        reading: &mut Reading<'_, '_, '_>,
        table: &mut Table<'_>,
        file: usize,
    ) -> Result<(), ReadError> {
        let mut events = EventReader::new(&reading.mapping.codes);
        let only = reading.mapping.school_year;
        table.each(&mut reading.meter, |_, given| {
            let Given::Row(row, dates) = given else { return Ok(()) };
            let Ok(event) = events.read(&row, dates) else { return Ok(()) };
            let Ok(year) = SchoolYear::of(event.date) else { return Ok(()) };
            if only.is_some_and(|only| only != year) || StudentId::new(event.student).is_err() {
                return Ok(());
            }
            let Some(school) = self.school(event.school) else { return Ok(()) };
            self.schools[school].1.insert(event.date);
            let student = event.student.trim();
            if !self.students.contains_key(student) {
                self.students.insert(student.into(), Seen::new());
            }
            if let Some(seen) = self.students.get_mut(student)
                && !seen.iter().any(|(y, s, _)| (*y, *s) == (year, school))
            {
                seen.push((year, school, file));
            }
            Ok(())
        })
    }

    fn school(&mut self, id: &str) -> Option<usize> {
        if let Some(number) = self.numbers.get(id) {
            return Some(*number);
        }
        let school = SchoolId::new(id).ok()?;
        let known = self.schools.iter().position(|(known, _)| *known == school);
        let number = known.unwrap_or_else(|| {
            self.schools.push((school, FxHashSet::default()));
            self.schools.len() - 1
        });
        self.numbers.insert(id.into(), number);
        Some(number)
    }

    /// Takes the dates of each school's events to be its instructional days.
    pub(super) fn infer_calendars(&self, reading: &mut Reading<'_, '_, '_>, assembly: &mut Assembly) {
        let mut schools: Vec<_> = self.schools.iter().collect();
        schools.sort_unstable_by_key(|(school, _)| school);
        for (school, dates) in schools {
            let dates: BTreeSet<_> = dates.iter().copied().collect();
            let (Some(first), Some(last)) = (dates.first(), dates.last()) else { continue };
            let detail =
                format!("{} dates of events, {first} to {last}, are the instructional days", dates.len());
            let finding =
                Finding::new(FindingCode::CalendarInferred, Place::default()).school(school.as_str());
            reading.report.findings.push(finding.detail(detail));
            for date in dates {
                let Ok(year) = SchoolYear::of(date) else { continue };
                let calendar = assembly.calendar_mut(year, school, || reading.new_calendar());
                calendar.set(date, CalendarEvent::InstructionalDay);
            }
        }
        let text = "No calendar was read: a school's instructional days are taken to be the dates on which it has \
                    an attendance event. A school day without any event is not counted.";
        reading.report.assumptions.push(text.to_owned());
    }

    /// Takes every student to be enrolled all year at each school that has an event of theirs.
    pub(super) fn assume_enrollments(
        &self,
        reading: &mut Reading<'_, '_, '_>,
        assembly: &mut Assembly,
        files: &[Arc<str>],
    ) {
        let mut assumed = vec![0u64; files.len()];
        for (student, seen) in &self.students {
            let Ok(student) = StudentId::new(student) else { continue };
            for (year, school, file) in seen {
                let school = &self.schools[*school].0;
                if assembly.calendar(*year, school).is_none() {
                    continue;
                }
                let whole = Enrollment::new(student.clone(), school.clone(), year.first_date());
                if let Ok(whole) = whole.exit(year.last_date(), ExitDay::Inclusive) {
                    assumed[*file] += 1;
                    let place = Place { file: Some(Arc::clone(&files[*file])), row: None };
                    assembly.add_enrollment(whole, place);
                }
            }
        }
        for (file, count) in files.iter().zip(&assumed) {
            let place = Place { file: Some(Arc::clone(file)), row: None };
            let finding = Finding::new(FindingCode::EnrollmentAssumed, place);
            let detail = format!("{count} enrolments for a whole school year");
            reading.report.findings.push(finding.detail(detail));
        }
        let text = format!(
            "No enrolment was read: each of the {} students met in the attendance files is taken as enrolled for \
             the whole school year at every school that recorded one of their days ({} enrolments). Students without any record are in \
             no figure.",
            self.students.len(),
            assumed.iter().sum::<u64>()
        );
        reading.report.assumptions.push(text);
    }
}

impl Reading<'_, '_, '_> {
    /// An empty calendar with the mapping's length of a day.
    pub(super) fn new_calendar(&self) -> Calendar {
        // The mapping is checked: its day has a length that a calendar accepts.
        Calendar::new(self.mapping.day_minutes).unwrap_or_else(|_| Calendar::with_default_length())
    }
}
