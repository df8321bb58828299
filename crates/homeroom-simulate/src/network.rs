//! The fictional network: its districts, schools and partners. Every name is invented.

use homeroom::GradeLevel::{
    self, Grade1, Grade2, Grade3, Grade4, Grade5, Grade6, Grade7, Grade8, Grade9, Grade10, Grade11, Grade12,
    Kindergarten,
};

/// The grades that the schools teach, from youngest to oldest.
pub const GRADES: [GradeLevel; 13] = [
    Kindergarten,
    Grade1,
    Grade2,
    Grade3,
    Grade4,
    Grade5,
    Grade6,
    Grade7,
    Grade8,
    Grade9,
    Grade10,
    Grade11,
    Grade12,
];

/// The grades of middle and of high school begin here in [`GRADES`].
pub(crate) const MIDDLE: usize = 6;
pub(crate) const HIGH: usize = 9;

pub(crate) const NETWORK: (&str, &str) = ("LANTERN", "Lantern Success Mentors Network");

/// A district of the network.
pub(crate) struct DistrictPlan {
    pub(crate) id: &'static str,
    pub(crate) name: &'static str,
    /// How the hazard of absence compares with the network's.
    pub(crate) level: f64,
}

pub(crate) const DISTRICTS: [DistrictPlan; 3] = [
    DistrictPlan { id: "AF", name: "Alder Falls Public Schools", level: 1.1 },
    DistrictPlan { id: "BH", name: "Brindlehaven School District", level: 1.0 },
    DistrictPlan { id: "CM", name: "Cedarmoor Regional Schools", level: 0.9 },
];

/// A school of the network.
pub(crate) struct SchoolPlan {
    pub(crate) id: &'static str,
    pub(crate) name: &'static str,
    pub(crate) district: usize,
    /// First and last grade, as indices of [`GRADES`].
    pub(crate) grades: (usize, usize),
}

const fn school(
    id: &'static str,
    name: &'static str,
    district: usize,
    first: usize,
    last: usize,
) -> SchoolPlan {
    SchoolPlan { id, name, district, grades: (first, last) }
}

/// The schools in the order of their identifiers.
pub(crate) const SCHOOLS: [SchoolPlan; 10] = [
    school("AFE1", "Millrace Elementary School", 0, 0, 5),
    school("AFE2", "Old Quarry Elementary School", 0, 0, 5),
    school("AFH", "Alder Falls High School", 0, 9, 12),
    school("AFM", "Alder Falls Middle School", 0, 6, 8),
    school("BHE", "Brindlehaven Elementary School", 1, 0, 5),
    school("BHH", "Brindlehaven High School", 1, 9, 12),
    school("BHM", "Brindlehaven Middle School", 1, 6, 8),
    school("CME", "Cedarmoor Elementary School", 2, 0, 5),
    school("CMH", "Cedarmoor High School", 2, 9, 12),
    school("CMM", "Cedarmoor Middle School", 2, 6, 8),
];

/// Identifier, name and the districts worked with.
pub(crate) const PARTNERS: [(&str, &str, &[usize]); 3] = [
    ("LAMP", "Lamplighter Retired Volunteers", &[0, 1, 2]),
    ("MILL", "Millrace Youth Club", &[0]),
    ("TIDE", "Tidewheel Community College Tutors", &[1, 2]),
];

impl SchoolPlan {
    pub(crate) fn teaches(&self, grade: usize) -> bool {
        (self.grades.0..=self.grades.1).contains(&grade)
    }
}

/// The school of a district that a child of a grade goes to; `seat` decides between two.
pub(crate) fn school_for(district: usize, grade: usize, seat: usize) -> usize {
    let fits = |school: &usize| SCHOOLS[*school].district == district && SCHOOLS[*school].teaches(grade);
    let schools: Vec<usize> = (0..SCHOOLS.len()).filter(fits).collect();
    schools[seat % schools.len()]
}

/// The other schools that teach a grade.
pub(crate) fn others_for(school: usize, grade: usize) -> Vec<usize> {
    (0..SCHOOLS.len()).filter(|other| *other != school && SCHOOLS[*other].teaches(grade)).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_district_teaches_every_grade_and_schools_stand_in_order() {
        for district in 0..DISTRICTS.len() {
            for grade in 0..GRADES.len() {
                assert!(SCHOOLS[school_for(district, grade, 1)].teaches(grade));
            }
        }
        assert!(SCHOOLS.is_sorted_by_key(|school| school.id));
    }
}
