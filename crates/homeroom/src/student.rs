//! Students: an identifier, grades by year and subgroup attributes. No names are held.

use crate::{GradeLevel, SchoolYear, StudentId};
use std::{collections::BTreeMap, fmt};

/// A student (CEDS K12 Student).
///
/// Attributes are the subgroups a school reports by (`english_learner` → `yes`). They are personal data, so
/// `Debug` shows only how many there are.
///
/// ```
/// use homeroom::{GradeLevel, SchoolYear, Student, StudentId};
/// let mut student = Student::new(StudentId::new("s1")?);
/// student.set_grade(SchoolYear::ending(2022)?, GradeLevel::Grade6);
/// student.set_attribute("housing", "shelter");
/// assert_eq!(student.attribute("housing"), Some("shelter"));
/// assert!(!format!("{student:?}").contains("shelter"));
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
#[derive(Clone, PartialEq, Eq, serde::Serialize, serde::Deserialize)]
pub struct Student {
    id: StudentId,
    #[serde(default)]
    grades: BTreeMap<SchoolYear, GradeLevel>,
    #[serde(default)]
    attributes: BTreeMap<String, String>,
}

impl Student {
    /// A student of whom nothing but the identifier is known yet.
    pub fn new(id: StudentId) -> Self {
        Self { id, grades: BTreeMap::new(), attributes: BTreeMap::new() }
    }

    /// The student's identifier.
    pub fn id(&self) -> &StudentId {
        &self.id
    }

    /// The grade level in a school year, where it is known.
    pub fn grade(&self, year: SchoolYear) -> Option<GradeLevel> {
        self.grades.get(&year).copied()
    }

    /// Sets the grade level in a school year.
    pub fn set_grade(&mut self, year: SchoolYear, grade: GradeLevel) {
        self.grades.insert(year, grade);
    }

    /// A subgroup attribute's value, where it is known.
    pub fn attribute(&self, name: &str) -> Option<&str> {
        self.attributes.get(name).map(String::as_str)
    }

    /// Sets a subgroup attribute.
    pub fn set_attribute(&mut self, name: impl Into<String>, value: impl Into<String>) {
        self.attributes.insert(name.into(), value.into());
    }

    /// The names of the attributes known, in order.
    pub fn attribute_names(&self) -> impl Iterator<Item = &str> {
        self.attributes.keys().map(String::as_str)
    }
}

impl fmt::Debug for Student {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Student")
            .field("id", &self.id)
            .field("grades", &self.grades.len())
            .field("attributes", &self.attributes.len())
            .finish()
    }
}
