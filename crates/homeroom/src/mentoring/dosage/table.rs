//! Fidelity tables: dosage by student, mentor, school, district and network from one pass.

use super::{Dosage, Scope, Starts, Transfers};
use crate::{
    DistrictId, NetworkId, Roster,
    mentoring::{
        AssignmentRole, Circle, Segment,
        reading::{Days, MentoringReading, StudentYear},
    },
};
use chrono::NaiveDate;
use std::{
    collections::{BTreeMap, BTreeSet},
    ops::RangeInclusive,
};

/// One student's dosage.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct StudentDosage {
    /// The student's index in the casebook.
    pub student: usize,
    /// The dosage.
    pub dosage: Dosage,
    /// School days since the last contact made, up to the window's end.
    pub days_since_contact: u32,
}

/// A group's dosage.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct GroupDosage<K> {
    /// Which group.
    pub key: K,
    /// The dosage; a student of two groups is counted in each, with what belongs to it.
    pub dosage: Dosage,
    /// Circles held: an event counts once in every group that had a child (or, of mentors, the mentor) in it.
    pub circles: u64,
}

/// Dosage over a stretch of dates within one school year.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct DosageTable {
    /// Each student once, over all schools and mentors.
    pub overall: Dosage,
    /// Circles held.
    pub circles: u64,
    /// The students with an assigned school day, a contact, an assignment that begins or a move away from a
    /// mentor, in the casebook's order.
    pub by_student: Vec<StudentDosage>,
    /// By the mentor's index: contacts by that mentor, expected on the days of the mentor's own primary assignments;
    /// the mentors of the circles are among them, whosever the contacts are. Transfers are no mentor's.
    pub by_mentor: Vec<GroupDosage<usize>>,
    /// By the school's index in the register: the days and contacts at that school. Transfers are no school's.
    pub by_school: Vec<GroupDosage<usize>>,
    /// By district.
    pub by_district: Vec<GroupDosage<Option<DistrictId>>>,
    /// By network.
    pub by_network: Vec<GroupDosage<Option<NetworkId>>>,
}

/// Sums on the way to a table.
#[derive(Default)]
struct Sums {
    overall: Dosage,
    students: Vec<StudentDosage>,
    mentors: BTreeMap<usize, Dosage>,
    schools: BTreeMap<usize, Dosage>,
    districts: BTreeMap<Option<DistrictId>, Dosage>,
    networks: BTreeMap<Option<NetworkId>, Dosage>,
}

/// Of each school of the register its district and network.
struct Groups {
    districts: Vec<Option<DistrictId>>,
    networks: Vec<Option<NetworkId>>,
}

// A pair that has neither days nor contacts can still begin, and a student be left without a mentor by a move.
fn says_nothing(dosage: &Dosage) -> bool {
    let Dosage { students, contacts, starts, transfers, .. } = dosage;
    *students == 0
        && contacts.total() == 0
        && *starts == Starts::default()
        && *transfers == Transfers::default()
}

impl MentoringReading<'_> {
    /// Dosage and fidelity of everybody over the dates of `window`, as far as they lie in the school year.
    pub fn dosage(&self, roster: &Roster, window: RangeInclusive<NaiveDate>) -> DosageTable {
        let window = self.within_year(&window);
        let groups = self.groups(roster);
        let mut sums = Sums::default();
        let mut mentors = Vec::new();
        for student in 0..self.casebook.students().len() {
            let Some(year) = self.student_year(student) else { continue };
            let found = self.of_student(student, &year, &window);
            let StudentDosage { dosage, .. } = found;
            if says_nothing(&dosage) {
                continue;
            }
            sums.overall.merge(&dosage);
            sums.students.push(found);
            let of = (student, &year, dosage);
            self.add_groups(of, &window, |school| school, &mut sums.schools);
            self.add_groups(of, &window, |school| groups.districts[school].clone(), &mut sums.districts);
            self.add_groups(of, &window, |school| groups.networks[school].clone(), &mut sums.networks);

            mentors.clear();
            mentors.extend(self.segments(student).iter().map(|segment| segment.mentor));
            mentors.extend(self.contacts_in(student, &window).iter().map(|contact| contact.mentor));
            mentors.sort_unstable();
            mentors.dedup();
            for mentor in mentors.iter().copied().filter(|mentor| self.has_mentor(*mentor)) {
                // Where one mentor did everything, the pair is the student.
                let dosage = if self.is_only_mentor(student, mentor, &mentors) {
                    Dosage { transfers: Transfers::default(), ..dosage }
                } else {
                    let scope = Scope { window: &window, days: Days::ALL, mentor: Some(mentor), rows: None };
                    let (mut dosage, _) = self.dosage_in(student, &year, &scope);
                    dosage.starts = self.starts(student, &year, &scope);
                    dosage
                };
                if !says_nothing(&dosage) {
                    sums.mentors.entry(mentor as usize).or_default().merge(&dosage);
                }
            }
        }
        self.table(sums, &groups, &window)
    }

    /// A student's dosage over the dates of `window`; `None` where the register does not name the student.
    pub fn dosage_of_student(
        &self,
        student: usize,
        window: &RangeInclusive<NaiveDate>,
    ) -> Option<StudentDosage> {
        let year = self.student_year(student)?;
        Some(self.of_student(student, &year, &self.within_year(window)))
    }

    fn of_student(
        &self,
        student: usize,
        year: &StudentYear,
        window: &RangeInclusive<NaiveDate>,
    ) -> StudentDosage {
        let whole = Scope { window, days: Days::ALL, mentor: None, rows: None };
        let (mut dosage, days_since_contact) = self.dosage_in(student, year, &whole);
        dosage.starts = self.starts(student, year, &whole);
        dosage.transfers = self.transfers(student, year, &whole);
        StudentDosage { student, dosage, days_since_contact }
    }

    fn within_year(&self, window: &RangeInclusive<NaiveDate>) -> RangeInclusive<NaiveDate> {
        let year = self.register().year();
        year.first_date().max(*window.start())..=year.last_date().min(*window.end())
    }

    fn has_mentor(&self, mentor: u32) -> bool {
        (mentor as usize) < self.casebook.mentors().len()
    }

    fn is_only_mentor(&self, student: usize, mentor: u32, mentors: &[u32]) -> bool {
        let primary = |segment: &Segment| segment.role == AssignmentRole::Primary;
        mentors == [mentor] && self.segments(student).iter().all(primary)
    }

    // Adds a student to the groups of the schools attended: wholly where there is one group, else by the days at the
    // schools of each. Moves are no group's.
    fn add_groups<K: Ord>(
        &self,
        (student, year, whole): (usize, &StudentYear, Dosage),
        window: &RangeInclusive<NaiveDate>,
        key_of: impl Fn(usize) -> K,
        sums: &mut BTreeMap<K, Dosage>,
    ) {
        let key_of = |row: usize| key_of(self.register().key(row).school as usize);
        let mut groups: BTreeMap<K, (Vec<usize>, Days)> = BTreeMap::new();
        for (row, days) in &year.rows {
            let (rows, of_rows) = groups.entry(key_of(*row)).or_default();
            rows.push(*row);
            *of_rows = of_rows.or(*days);
        }
        let alone = groups.len() == 1;
        for (key, (rows, days)) in groups {
            let dosage = if alone {
                Dosage { transfers: Transfers::default(), ..whole }
            } else {
                let scope = Scope { window, days, mentor: None, rows: Some(&rows) };
                let (mut dosage, _) = self.dosage_in(student, year, &scope);
                dosage.starts = self.starts(student, year, &scope);
                dosage
            };
            if !says_nothing(&dosage) {
                sums.entry(key).or_default().merge(&dosage);
            }
        }
    }

    fn groups(&self, roster: &Roster) -> Groups {
        let schools = (0..self.register().schools()).map(|school| self.register().school_id(school).as_str());
        let districts: Vec<_> = schools.map(|school| roster.district_of(school).cloned()).collect();
        let network_of = |district: &Option<DistrictId>| {
            let known = roster.districts().find(|known| Some(&known.id) == district.as_ref());
            known.and_then(|district| district.network.clone())
        };
        let networks = districts.iter().map(network_of).collect();
        Groups { districts, networks }
    }

    fn table(&self, mut sums: Sums, groups: &Groups, window: &RangeInclusive<NaiveDate>) -> DosageTable {
        let year = self.register().year();
        let circles: Vec<&Circle> = self
            .casebook
            .circles()
            .iter()
            .filter(|circle| window.contains(&circle.date) && year.contains(circle.date))
            .collect();
        let held_by = circles.iter().flat_map(|circle| &circle.mentors);
        for mentor in held_by.filter_map(|id| self.casebook.find_mentor(id.as_str())) {
            sums.mentors.entry(mentor).or_insert(Dosage { per: self.per, ..Dosage::default() });
        }
        let schools_of: Vec<BTreeSet<usize>> = circles.iter().map(|circle| self.schools_of(circle)).collect();
        let held =
            |has: &dyn Fn(usize) -> bool| (0..circles.len()).filter(|circle| has(*circle)).count() as u64;
        let by_school = sums.schools.into_iter().map(|(key, dosage)| {
            let circles = held(&|circle| schools_of[circle].contains(&key));
            GroupDosage { key, dosage, circles }
        });
        let by_mentor = sums.mentors.into_iter().map(|(key, dosage)| {
            let id = self.casebook.mentor_id(key);
            let circles = held(&|circle| circles[circle].mentors.contains(id));
            GroupDosage { key, dosage, circles }
        });
        let by_district = sums.districts.into_iter().map(|(key, dosage)| {
            let here = |school: &usize| groups.districts[*school] == key;
            let circles = held(&|circle| schools_of[circle].iter().any(here));
            GroupDosage { key, dosage, circles }
        });
        let by_network = sums.networks.into_iter().map(|(key, dosage)| {
            let here = |school: &usize| groups.networks[*school] == key;
            let circles = held(&|circle| schools_of[circle].iter().any(here));
            GroupDosage { key, dosage, circles }
        });
        DosageTable {
            overall: sums.overall,
            circles: circles.len() as u64,
            by_student: sums.students,
            by_mentor: by_mentor.collect(),
            by_school: by_school.collect(),
            by_district: by_district.collect(),
            by_network: by_network.collect(),
        }
    }

    // The schools of the children in a circle.
    fn schools_of(&self, circle: &Circle) -> BTreeSet<usize> {
        let students = circle.students.iter().filter_map(|id| self.casebook.find_student(id.as_str()));
        let rows = students.filter_map(|student| self.student_year(student)?.row_on(self, circle.date));
        rows.map(|row| self.register().key(row).school as usize).collect()
    }
}
