//! What the records of the first time through say, each kept where it belongs.

use super::{
    descriptor,
    gather::{Gather, Listed},
    kind::{Field, Kind},
    record::{Fault, Record},
    session::Session,
    value::{date_of, need_year, school_of, student_of},
};
use crate::closure::rank_event;
use homeroom::{CalendarEvent, District, DistrictId, FindingCode, School, shape};

/// What became of a record that was read as it should be.
pub(super) enum End {
    Applied,
    Merged,
    /// It, or what it contradicts, does not count.
    Superseded,
}

impl Gather<'_> {
    /// Keeps what a record says.
    pub(super) fn store(&mut self, record: &Record) -> Result<End, Fault> {
        match record.kind {
            Kind::District => self.district(record),
            Kind::School => self.school(record),
            Kind::Student => {
                let student = student_of(record)?;
                let known = self.roster.student(student.as_str()).is_some();
                self.roster.student_mut(&student);
                Ok(if known { End::Merged } else { End::Applied })
            }
            Kind::Session => self.session(record),
            Kind::Calendar => self.calendar(record),
            Kind::CalendarDate => self.calendar_date(record),
            _ => Ok(End::Applied),
        }
    }

    fn district(&mut self, record: &Record) -> Result<End, Fault> {
        let id = district_of(record)?.ok_or(Fault::of(FindingCode::MissingValue, Field::District))?;
        let end = if self.districts.contains_key(&id) { End::Merged } else { End::Applied };
        let new = || District { id: id.clone(), name: None, network: None };
        let district = self.districts.entry(id.clone()).or_insert_with(new);
        if district.name.is_none() {
            district.name = record.get(Field::Name).map(str::to_owned);
        }
        Ok(end)
    }

    fn school(&mut self, record: &Record) -> Result<End, Fault> {
        let id = school_of(record)?;
        let district = district_of(record)?;
        let known = self.roster.school(id.as_str()).cloned();
        let end = if known.is_some() { End::Merged } else { End::Applied };
        let mut school = known.unwrap_or(School { id, name: None, district: None });
        school.name = school.name.or_else(|| record.get(Field::Name).map(str::to_owned));
        school.district = school.district.or(district);
        self.roster.add_school(school);
        Ok(end)
    }

    fn session(&mut self, record: &Record) -> Result<End, Fault> {
        let (key, session) = ((need_year(record)?, school_of(record)?), Session::read(record)?);
        let (first, last) = (key.0.first_date(), key.0.last_date());
        if session.end < first || session.begin > last {
            return Err(Fault::of(FindingCode::DateOutsideYear, Field::Begin));
        }
        let sessions = self.sessions.entry(key).or_default();
        match sessions.get_mut(&session.name) {
            Some(known) if *known == session => Ok(End::Merged),
            Some(known) => {
                // Which of two counts does not depend on which came first.
                *known = session.max(known.clone());
                Ok(End::Superseded)
            }
            None => {
                sessions.insert(session.name.clone(), session);
                Ok(End::Applied)
            }
        }
    }

    /// The calendar that a record is of.
    pub(super) fn listed(&mut self, record: &Record) -> Result<&mut Listed, Fault> {
        let key = (need_year(record)?, school_of(record)?);
        let code = record.need(Field::CalendarCode)?;
        Ok(self.calendars.entry(key).or_default().entry(code.to_owned()).or_default())
    }

    fn calendar(&mut self, record: &Record) -> Result<End, Fault> {
        let wrong = |text| Fault::of(FindingCode::InvalidGrade, Field::Grade).detail(shape(text));
        let grades = record.all(Field::Grade).map(|text| descriptor::grade(text).map_err(|()| wrong(text)));
        let grades = grades.collect::<Result<Vec<_>, _>>()?;
        let personal = record.get(Field::CalendarType).is_some_and(descriptor::is_personal_calendar);
        let listed = self.listed(record)?;
        listed.grades.extend(grades.into_iter().flatten());
        listed.personal |= personal;
        if personal {
            let fault = Fault::of(FindingCode::UnusedRecord, Field::CalendarType);
            return Err(fault.detail("a calendar of single students or of staff"));
        }
        Ok(End::Applied)
    }

    fn calendar_date(&mut self, record: &Record) -> Result<End, Fault> {
        let (year, date) = (need_year(record)?, date_of(record, Field::Date)?);
        if !year.contains(date) {
            return Err(Fault::of(FindingCode::DateOutsideYear, Field::Date));
        }
        record.need(Field::CalendarEvent)?;
        let mut event = None;
        let mut contradicted = false;
        for text in record.all(Field::CalendarEvent) {
            let known = descriptor::calendar_event(text);
            if known.is_none() {
                let fault = Fault::of(FindingCode::UnmappedCalendarEvent, Field::CalendarEvent);
                let place = self.books.place(record.number);
                let finding = record.finding(fault.detail(shape(text)), place);
                self.books.findings.push(finding);
            }
            let this = known.unwrap_or(CalendarEvent::NonInstructionalDay);
            let before = *event.get_or_insert(this);
            contradicted |= before.is_instructional() != this.is_instructional();
            event = Some(settle(before, this));
        }
        let Some(event) = event else { return Ok(End::Applied) };
        let dates = &mut self.listed(record)?.dates;
        let end = match dates.get(&date).copied() {
            None => End::Applied,
            Some(known) if known == event => End::Merged,
            Some(known) => {
                dates.insert(date, settle(known, event));
                return Ok(End::Superseded);
            }
        };
        dates.insert(date, event);
        Ok(if contradicted { End::Superseded } else { end })
    }
}

fn settle(a: CalendarEvent, b: CalendarEvent) -> CalendarEvent {
    if rank_event(a) >= rank_event(b) { a } else { b }
}

fn district_of(record: &Record) -> Result<Option<DistrictId>, Fault> {
    let wrong = |why| Fault::of(FindingCode::InvalidId, Field::District).detail(why);
    record.get(Field::District).map(|text| DistrictId::new(text).map_err(wrong)).transpose()
}
