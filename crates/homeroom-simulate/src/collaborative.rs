//! The network before its students: settings, calendars and seasons. Any student is simulated from it alone.

use crate::{
    Settings, SimulatedStudent, certain,
    network::{DISTRICTS, NETWORK, PARTNERS, SCHOOLS},
    people::origins,
    year::YearPlan,
};
use homeroom::{
    Calendar, CommunityPartner, District, DistrictId, Network, NetworkId, PartnerId, School, SchoolId,
    SchoolYear, StudentId,
};

/// A simulated network of districts without its students.
///
/// Every student is a function of the settings and the student's number, so that millions can be simulated
/// one after the other, in any order and on any number of threads, and none need be kept.
///
/// ```
/// use homeroom_simulate::{Collaborative, Settings};
/// let network = Collaborative::new(&Settings::default());
/// let student = network.student(16);
/// assert_eq!(student.id.as_str(), "S00017");
/// assert_eq!(student, network.student(16));
/// assert!(network.calendar(0, Settings::default().years()[0]).is_some());
/// ```
#[derive(Debug, Clone)]
pub struct Collaborative {
    settings: Settings,
    years: [YearPlan; 2],
    students: u32,
    digits: usize,
}

impl Collaborative {
    /// Draws up the calendars and seasons.
    pub fn new(settings: &Settings) -> Self {
        let [first, second] = settings.years();
        let plan = |year, number| YearPlan::new(settings.seed_number(), year, number);
        let students: u32 = origins(settings).iter().sum();
        let digits = students.to_string().len().max(5);
        Self { settings: settings.clone(), years: [plan(first, 0), plan(second, 1)], students, digits }
    }

    /// The settings.
    pub fn settings(&self) -> &Settings {
        &self.settings
    }

    /// The number of students over both years.
    pub fn students(&self) -> u32 {
        self.students
    }

    /// Simulates one student. Students are numbered from 0, in the order of their identifiers.
    ///
    /// # Panics
    /// Where the number is not below [`students`](Self::students).
    pub fn student(&self, number: u32) -> SimulatedStudent {
        assert!(number < self.students, "the network has {} students", self.students);
        let id = format!("S{:0digits$}", number + 1, digits = self.digits);
        SimulatedStudent::new(self, number, certain(StudentId::new(id)))
    }

    /// A school's calendar, where there are such a school and year.
    pub fn calendar(&self, school: usize, year: SchoolYear) -> Option<&Calendar> {
        let plan = self.years.iter().find(|plan| plan.year == year)?;
        plan.sessions.get(school).map(|session| &session.calendar)
    }

    /// The network.
    pub fn network(&self) -> Network {
        Network { id: certain(NetworkId::new(NETWORK.0)), name: Some(NETWORK.1.into()) }
    }

    /// The districts, in the order of their identifiers.
    pub fn districts(&self) -> Vec<District> {
        let network = self.network().id;
        let district = |d: usize| District {
            id: district_id(d),
            name: Some(DISTRICTS[d].name.into()),
            network: Some(network.clone()),
        };
        (0..DISTRICTS.len()).map(district).collect()
    }

    /// The schools, in the order of their identifiers.
    pub fn schools(&self) -> Vec<School> {
        let school = |plan: &crate::network::SchoolPlan| School {
            id: certain(SchoolId::new(plan.id)),
            name: Some(plan.name.into()),
            district: Some(district_id(plan.district)),
        };
        SCHOOLS.iter().map(school).collect()
    }

    /// The community partners, in the order of their identifiers.
    pub fn partners(&self) -> Vec<CommunityPartner> {
        let partner = |(id, name, districts): &(&str, &str, &[usize])| CommunityPartner {
            id: certain(PartnerId::new(id)),
            name: Some((*name).into()),
            districts: districts.iter().map(|d| district_id(*d)).collect(),
        };
        PARTNERS.iter().map(partner).collect()
    }

    pub(crate) fn years(&self) -> &[YearPlan; 2] {
        &self.years
    }
}

fn district_id(district: usize) -> DistrictId {
    certain(DistrictId::new(DISTRICTS[district].id))
}
