//! The roster: the students, schools, districts, networks and partners that records name.

use crate::{
    CommunityPartner, District, DistrictId, Network, NetworkId, PartnerId, School, SchoolId, Student,
    StudentId,
};
use std::collections::BTreeMap;

/// Who is who: everything that a register's identifiers stand for, in order of identifiers.
///
/// ```
/// use homeroom::{DistrictId, Roster, School, SchoolId};
/// let mut roster = Roster::default();
/// let district = Some(DistrictId::new("Holyoke")?);
/// roster.add_school(School { id: SchoolId::new("A")?, name: None, district });
/// assert_eq!(roster.district_of("A").map(DistrictId::as_str), Some("Holyoke"));
/// # Ok::<(), homeroom::InvalidId>(())
/// ```
#[derive(Clone, PartialEq, Eq, Default)]
pub struct Roster {
    students: BTreeMap<StudentId, Student>,
    schools: BTreeMap<SchoolId, School>,
    districts: BTreeMap<DistrictId, District>,
    networks: BTreeMap<NetworkId, Network>,
    partners: BTreeMap<PartnerId, CommunityPartner>,
}

impl Roster {
    /// Adds a student, or replaces the one of the same identifier.
    pub fn add_student(&mut self, student: Student) {
        self.students.insert(student.id().clone(), student);
    }

    /// The student of an identifier, made where the roster has none yet.
    pub fn student_mut(&mut self, id: &StudentId) -> &mut Student {
        self.students.entry(id.clone()).or_insert_with(|| Student::new(id.clone()))
    }

    /// Adds a school, or replaces the one of the same identifier.
    pub fn add_school(&mut self, school: School) {
        self.schools.insert(school.id.clone(), school);
    }

    /// Adds a district, or replaces the one of the same identifier.
    pub fn add_district(&mut self, district: District) {
        self.districts.insert(district.id.clone(), district);
    }

    /// Adds a network, or replaces the one of the same identifier.
    pub fn add_network(&mut self, network: Network) {
        self.networks.insert(network.id.clone(), network);
    }

    /// Adds a partner, or replaces the one of the same identifier.
    pub fn add_partner(&mut self, partner: CommunityPartner) {
        self.partners.insert(partner.id.clone(), partner);
    }

    /// Takes over all entries of another; of one identifier the other's entry counts.
    pub fn merge(&mut self, other: Self) {
        self.students.extend(other.students);
        self.schools.extend(other.schools);
        self.districts.extend(other.districts);
        self.networks.extend(other.networks);
        self.partners.extend(other.partners);
    }

    /// A student, where the roster has one of that identifier.
    pub fn student(&self, id: &str) -> Option<&Student> {
        StudentId::new(id).ok().and_then(|id| self.students.get(&id))
    }

    /// A school, where the roster has one of that identifier.
    pub fn school(&self, id: &str) -> Option<&School> {
        SchoolId::new(id).ok().and_then(|id| self.schools.get(&id))
    }

    /// The district of a school, where both are known.
    pub fn district_of(&self, school: &str) -> Option<&DistrictId> {
        self.school(school).and_then(|school| school.district.as_ref())
    }

    /// The students in order.
    pub fn students(&self) -> impl ExactSizeIterator<Item = &Student> {
        self.students.values()
    }

    /// The schools in order.
    pub fn schools(&self) -> impl ExactSizeIterator<Item = &School> {
        self.schools.values()
    }

    /// The districts in order.
    pub fn districts(&self) -> impl ExactSizeIterator<Item = &District> {
        self.districts.values()
    }

    /// The networks in order.
    pub fn networks(&self) -> impl ExactSizeIterator<Item = &Network> {
        self.networks.values()
    }

    /// The partners in order.
    pub fn partners(&self) -> impl ExactSizeIterator<Item = &CommunityPartner> {
        self.partners.values()
    }
}

impl std::fmt::Debug for Roster {
    /// Counts only: who is on a roster is personal data.
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("Roster")
            .field("students", &self.students.len())
            .field("schools", &self.schools.len())
            .field("districts", &self.districts.len())
            .finish_non_exhaustive()
    }
}
