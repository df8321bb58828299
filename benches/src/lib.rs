//! A generated year for the benches: exceptions day by day, spells and calendars, as columns.
//!
//! The shape is that of a large district group: 500 students a school, 20 schools a district, 180 of some 220
//! weekdays taught, one student in twenty transferring, about a tenth of the days with an exception.

mod program;

pub use program::casebook;

use chrono::{Datelike, Days, NaiveDate};
use homeroom::{
    AttendanceCategory, AttendanceCode, AttendanceStatus, Calendar, CalendarEvent, Enrollment, EventColumns,
    ExitDay, Extent, Fraction, Place, RegisterBuilder, SchoolId, SchoolYear, StudentId,
};
use rand::{RngExt, SeedableRng};
use rand_chacha::ChaCha8Rng;

/// A year of a number of students as columns.
pub struct Year {
    /// Student identifiers, ascending.
    pub student_ids: Vec<String>,
    /// School identifiers.
    pub school_ids: Vec<String>,
    /// For each school, its dates of instruction.
    pub calendars: Vec<Vec<NaiveDate>>,
    /// Student, school, entry and exit (inclusive).
    pub spells: Vec<(u32, u32, NaiveDate, NaiveDate)>,
    /// For each event, the student.
    pub student: Vec<u32>,
    /// For each event, the school.
    pub school: Vec<u32>,
    /// For each event, the days since 1970.
    pub date: Vec<i32>,
    /// For each event, the code.
    pub code: Vec<u8>,
    /// What the codes mean.
    pub codes: Vec<(AttendanceCode, Extent)>,
}

fn codes() -> Vec<(AttendanceCode, Extent)> {
    use AttendanceStatus::{Absence, ExcusedAbsence, Present, Tardy, UnexcusedAbsence};
    let suspended =
        AttendanceCode::new(Absence).in_category(AttendanceCategory::DisciplinaryWithoutInstruction);
    let remote = AttendanceCode::new(Present).in_category(AttendanceCategory::RemoteLearning);
    vec![
        (AttendanceCode::new(Tardy), Extent::WholeDay),
        (AttendanceCode::new(ExcusedAbsence), Extent::WholeDay),
        (AttendanceCode::new(UnexcusedAbsence), Extent::WholeDay),
        (AttendanceCode::new(ExcusedAbsence), Extent::Part(Fraction::HALF)),
        (suspended, Extent::WholeDay),
        (remote, Extent::WholeDay),
    ]
}

fn date(year: i32, month: u32, day: u32) -> NaiveDate {
    NaiveDate::from_ymd_opt(year, month, day).unwrap_or(NaiveDate::MIN)
}

impl Year {
    /// The year of so many students; the same number gives the same year.
    pub fn generate(students: u32) -> Self {
        let mut rng = ChaCha8Rng::seed_from_u64(u64::from(students));
        let schools = (students / 500).max(1);
        let weekdays: Vec<_> = date(2025, 8, 11)
            .iter_days()
            .take_while(|date| *date <= self::date(2026, 6, 26))
            .filter(|date| date.weekday().number_from_monday() <= 5)
            .collect();
        let calendars: Vec<Vec<NaiveDate>> = (0..schools)
            .map(|school| {
                let start = date(2025, 8, 11) + Days::new(u64::from(school / 20 % 11));
                let free = |date: &NaiveDate| {
                    *date < start || (date.month() == 12 && date.day() > 21) || date.ordinal() <= 2
                };
                weekdays.iter().copied().filter(|date| !free(date)).take(180).collect()
            })
            .collect();
        let mut spells = Vec::new();
        for student in 0..students {
            let school = student % schools;
            let days = &calendars[school as usize];
            if rng.random_bool(0.05) && schools > 1 {
                let leaves = rng.random_range(5..165);
                let next = (school + 1) % schools;
                let days_there = &calendars[next as usize];
                spells.push((student, school, days[0], days[leaves]));
                let comes = days_there.partition_point(|date| *date <= days[leaves]);
                if let (Some(first), Some(last)) = (days_there.get(comes), days_there.last()) {
                    spells.push((student, next, *first, *last));
                }
            } else {
                spells.push((student, school, days[0], days[179]));
            }
        }
        let frailty: Vec<f64> =
            (0..students).map(|_| rng.random::<f64>() * rng.random::<f64>() * 0.4).collect();
        let mut year = Self {
            student_ids: (0..students).map(|student| format!("{:09}", 1_000_000 + student * 7)).collect(),
            school_ids: (0..schools).map(|school| format!("{school:05}")).collect(),
            calendars,
            spells,
            student: Vec::new(),
            school: Vec::new(),
            date: Vec::new(),
            code: Vec::new(),
            codes: codes(),
        };
        year.draw_events(&weekdays, &frailty, &mut rng);
        year
    }

    fn draw_events(&mut self, weekdays: &[NaiveDate], frailty: &[f64], rng: &mut ChaCha8Rng) {
        for date in weekdays {
            for (student, school, entry, exit) in &self.spells {
                let taught = self.calendars[*school as usize].binary_search(date).is_ok();
                if !taught || date < entry || date > exit {
                    continue;
                }
                let draw: f64 = rng.random();
                let absent = frailty[*student as usize];
                let code = match draw {
                    draw if draw < absent * 0.46 => 1,
                    draw if draw < absent * 0.83 => 2,
                    draw if draw < absent * 0.95 => 3,
                    draw if draw < absent => 4,
                    draw if draw > 0.96 => 0,
                    draw if draw > 0.947 => 5,
                    _ => continue,
                };
                self.student.push(*student);
                self.school.push(*school);
                self.date.push(date.to_epoch_days());
                self.code.push(code);
            }
        }
    }

    /// The events as columns that borrow from the year.
    pub fn with_columns<T>(&self, ask: impl FnOnce(&EventColumns<'_>) -> T) -> T {
        let student_ids: Vec<_> = self.student_ids.iter().map(String::as_str).collect();
        let school_ids: Vec<_> = self.school_ids.iter().map(String::as_str).collect();
        ask(&EventColumns {
            student: &self.student,
            school: &self.school,
            date: &self.date,
            code: &self.code,
            codes: &self.codes,
            student_ids: &student_ids,
            school_ids: &school_ids,
        })
    }

    /// A builder with the year's calendars and spells.
    ///
    /// # Errors
    /// Where a generated identifier or spell is not one, which the generator rules out.
    pub fn builder(&self) -> Result<RegisterBuilder, Box<dyn std::error::Error>> {
        let mut builder = RegisterBuilder::new(SchoolYear::ending(2026)?);
        builder.expect_codes(self.codes.iter().map(|(code, _)| *code));
        for (school, dates) in self.calendars.iter().enumerate() {
            let mut calendar = Calendar::with_default_length();
            for date in dates {
                calendar.set(*date, CalendarEvent::InstructionalDay);
            }
            builder.add_calendar(SchoolId::new(&self.school_ids[school])?, calendar);
        }
        for (student, school, entry, exit) in &self.spells {
            let student = StudentId::new(&self.student_ids[*student as usize])?;
            let school = SchoolId::new(&self.school_ids[*school as usize])?;
            let spell = Enrollment::new(student, school, *entry).exit(*exit, ExitDay::Inclusive)?;
            builder.add_enrollment(spell, Place::default());
        }
        Ok(builder)
    }
}
