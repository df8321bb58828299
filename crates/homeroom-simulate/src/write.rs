//! The library's CSV form: a file for each kind of record.

use crate::{Event, Simulation};
use chrono::NaiveDate;
use homeroom::GradeLevel;
use std::{fs, io, path::Path};

impl Simulation {
    /// Writes the collaborative into a folder, which is made where there is none. Files of the same names
    /// are replaced.
    ///
    /// # Errors
    /// Where a file cannot be written.
    pub fn write(&self, folder: &Path) -> io::Result<()> {
        fs::create_dir_all(folder)?;
        let file = |name: &str, header: &str| Table::new(folder, name, header);
        self.write_places(&file)?;
        self.write_calendars(&file)?;
        self.write_students(&file)?;
        self.write_attendance(file("attendance", "student_id,school_id,date,code,part")?)?;
        for (name, header, rows) in self.mentoring().tables() {
            let mut table = file(name, header)?;
            for row in rows {
                table.row(row.iter().map(String::as_str))?;
            }
            table.close()?;
        }
        Ok(())
    }

    fn write_places(&self, file: &impl Fn(&str, &str) -> io::Result<Table>) -> io::Result<()> {
        let mut table = file("networks", "network_id,name")?;
        let network = self.network().network();
        table.row([network.id.as_str(), &name(network.name)])?;
        table.close()?;

        let mut table = file("districts", "district_id,name,network_id")?;
        for district in self.network().districts() {
            let network = district.network.map(String::from).unwrap_or_default();
            table.row([district.id.as_str(), &name(district.name), &network])?;
        }
        table.close()?;

        let mut table = file("schools", "school_id,name,district_id")?;
        for school in self.network().schools() {
            let district = school.district.map(String::from).unwrap_or_default();
            table.row([school.id.as_str(), &name(school.name), &district])?;
        }
        table.close()?;

        let mut table = file("partners", "partner_id,name,district_ids")?;
        for partner in self.network().partners() {
            let districts: Vec<String> = partner.districts.into_iter().map(String::from).collect();
            table.row([partner.id.as_str(), &name(partner.name), &districts.join(";")])?;
        }
        table.close()
    }

    fn write_calendars(&self, file: &impl Fn(&str, &str) -> io::Result<Table>) -> io::Result<()> {
        let mut days = file("calendars", "school_id,date,event,minutes,closed_grades")?;
        let mut terms = file("terms", "school_id,name,begin,end")?;
        for (index, school) in self.network().schools().iter().enumerate() {
            for year in self.network().settings().years() {
                let Some(calendar) = self.network().calendar(index, year) else { continue };
                for (date, day) in calendar.days() {
                    let minutes = day.minutes.map(|minutes| minutes.to_string()).unwrap_or_default();
                    let closed: Vec<&str> = day.closed_grades.iter().map(|grade| grade.as_str()).collect();
                    let (date, event) = (date.to_string(), day.event.as_str());
                    days.row([school.id.as_str(), &date, event, &minutes, &closed.join(";")])?;
                }
                for term in calendar.terms() {
                    let (begin, end) = (term.begin.to_string(), term.end.to_string());
                    terms.row([school.id.as_str(), &term.name, &begin, &end])?;
                }
            }
        }
        days.close()?;
        terms.close()
    }

    fn write_students(&self, file: &impl Fn(&str, &str) -> io::Result<Table>) -> io::Result<()> {
        let header = "student_id,english_learner,disability,economically_disadvantaged,home_language";
        let mut students = file("students", header)?;
        let header = "student_id,school_id,grade,entry_date,exit_date,share,primary";
        let mut enrollments = file("enrollments", header)?;
        for student in self.students() {
            let attributes = student.attributes().map(|(_, value)| value);
            students.row([student.id.as_str()].into_iter().chain(attributes))?;
            for year in self.network().settings().years() {
                for stay in student.enrollments(self.network(), year) {
                    enrollments.row([
                        stay.student().as_str(),
                        stay.school().as_str(),
                        stay.grade().map_or("", GradeLevel::as_str),
                        &stay.entry().to_string(),
                        &stay.last_day().map(|date| date.to_string()).unwrap_or_default(),
                        &stay.share().to_f64().to_string(),
                        if stay.is_primary() { "yes" } else { "no" },
                    ])?;
                }
            }
        }
        students.close()?;
        enrollments.close()
    }

    fn write_attendance(&self, mut table: Table) -> io::Result<()> {
        let schools = self.network().schools();
        let mut events: Vec<(NaiveDate, usize, usize, Event)> = Vec::new();
        for (number, student) in self.students().iter().enumerate() {
            let records = student.events.iter().flatten();
            events.extend(records.map(|event| (event.date, event.school, number, *event)));
        }
        events.sort_unstable();
        for (date, school, student, Event { code, .. }) in events {
            let (student, school) = (&self.students()[student].id, &schools[school].id);
            table.row([student.as_str(), school.as_str(), &date.to_string(), code.letters(), code.part()])?;
        }
        table.close()
    }
}

fn name(name: Option<String>) -> String {
    name.unwrap_or_default()
}

struct Table(csv::Writer<fs::File>);

impl Table {
    fn new(folder: &Path, name: &str, header: &str) -> io::Result<Self> {
        let mut table = Self(csv::Writer::from_path(folder.join(name).with_extension("csv"))?);
        table.row(header.split(','))?;
        Ok(table)
    }

    fn row<'a>(&mut self, fields: impl IntoIterator<Item = &'a str>) -> io::Result<()> {
        Ok(self.0.write_record(fields)?)
    }

    fn close(mut self) -> io::Result<()> {
        self.0.flush()
    }
}
