//! A whole collaborative with its students, and the truth behind it.

use crate::{Collaborative, Settings, SimulatedStudent};
use homeroom::{
    EventRef, Fraction, Place, Register, RegisterBuilder, RegisterError, RollReport, Roster, SchoolYear,
    StudentId,
};
use std::collections::BTreeMap;

/// A simulated collaborative: its schools, its students and everything that was recorded of them.
///
/// ```
/// use homeroom_simulate::{Settings, simulate};
/// let simulation = simulate(&Settings::default().students_per_grade(2)?);
/// let registers = simulation.registers()?;
/// assert_eq!(registers.len(), 2);
/// assert_eq!(simulation.roster().schools().len(), 10);
/// assert_eq!(simulation.truth().effect, "15%".parse()?);
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
#[derive(Debug, Clone)]
pub struct Simulation {
    network: Collaborative,
    students: Vec<SimulatedStudent>,
}

/// What no school knows: the effect, whom it touched, and how prone to absence each child is.
#[derive(Debug, Clone, PartialEq)]
pub struct Truth {
    /// By how much mentoring lowered the daily hazard of absence.
    pub effect: Fraction,
    /// The students who could have been mentored in the second year because of their first.
    pub eligible: Vec<StudentId>,
    /// Those of them who were, drawn by lot, for the whole second year.
    pub mentored: Vec<StudentId>,
    /// Every student's lasting proneness to absence; the average child's is 1.
    pub frailty: Vec<(StudentId, f64)>,
}

/// Simulates a collaborative. Equal settings give equal results on every platform.
pub fn simulate(settings: &Settings) -> Simulation {
    let network = Collaborative::new(settings);
    let students = (0..network.students()).map(|number| network.student(number)).collect();
    Simulation { network, students }
}

impl Simulation {
    /// The network with its calendars.
    pub fn network(&self) -> &Collaborative {
        &self.network
    }

    /// The students in the order of their identifiers.
    pub fn students(&self) -> &[SimulatedStudent] {
        &self.students
    }

    /// The truth behind the records.
    pub fn truth(&self) -> Truth {
        let ids = |keep: fn(&SimulatedStudent) -> bool| {
            self.students.iter().filter(|student| keep(student)).map(|student| student.id.clone()).collect()
        };
        Truth {
            effect: self.network.settings().true_effect(),
            eligible: ids(|student| student.eligible),
            mentored: ids(|student| student.without_mentor.is_some()),
            frailty: self.students.iter().map(|s| (s.id.clone(), s.person.frailty)).collect(),
        }
    }

    /// Who is who.
    pub fn roster(&self) -> Roster {
        let mut roster = Roster::default();
        roster.add_network(self.network.network());
        self.network.districts().into_iter().for_each(|district| roster.add_district(district));
        self.network.schools().into_iter().for_each(|school| roster.add_school(school));
        self.network.partners().into_iter().for_each(|partner| roster.add_partner(partner));
        self.students.iter().for_each(|student| roster.add_student(student.student(&self.network)));
        roster
    }

    /// The register of each school year, built without a file: the same that a reader makes of the CSV form.
    ///
    /// # Errors
    /// [`RegisterError`], as of every roll.
    pub fn registers(&self) -> Result<BTreeMap<SchoolYear, Register>, RegisterError> {
        self.rolls().map(|rolls| rolls.into_iter().map(|(year, (register, _))| (year, register)).collect())
    }

    /// The register of each school year with what the roll found.
    ///
    /// # Errors
    /// [`RegisterError`], as of every roll.
    pub fn rolls(&self) -> Result<BTreeMap<SchoolYear, (Register, RollReport)>, RegisterError> {
        let years = self.network.settings().years();
        years.into_iter().enumerate().map(|(n, year)| Ok((year, self.roll(n, year)?))).collect()
    }

    fn roll(&self, number: usize, year: SchoolYear) -> Result<(Register, RollReport), RegisterError> {
        let mut builder = RegisterBuilder::new(year);
        let schools = self.network.schools();
        for (index, school) in schools.iter().enumerate() {
            if let Some(calendar) = self.network.calendar(index, year) {
                builder.add_calendar(school.id.clone(), calendar.clone());
            }
        }
        for student in &self.students {
            for enrollment in student.enrollments(&self.network, year) {
                builder.add_enrollment(enrollment, Place::default());
            }
        }
        let mut roll = builder.open()?;
        for student in &self.students {
            for event in &student.events[number] {
                let (code, extent) = event.code.meaning();
                let (student, school) = (student.id.as_str(), schools[event.school].id.as_str());
                let event = EventRef { student, school, date: event.date, code, extent: &extent };
                roll.record(&event, Place::default())?;
            }
        }
        roll.close()
    }
}
