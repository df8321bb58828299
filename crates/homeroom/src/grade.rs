//! Grade levels (CEDS Grade Level, element 000100; Ed-Fi `GradeLevelDescriptor`).

use crate::terms::terms;

terms! {
    /// A student's grade level, ordered from youngest to oldest; the terms are the CEDS codes.
    ///
    /// ```
    /// use homeroom::GradeLevel;
    /// assert_eq!(GradeLevel::read("Ninth grade"), Some(GradeLevel::Grade9));
    /// assert_eq!(GradeLevel::read("K"), Some(GradeLevel::Kindergarten));
    /// assert_eq!(GradeLevel::read("9"), "09".parse().ok());
    /// assert_eq!(GradeLevel::read("purple"), None);
    /// ```
    pub enum GradeLevel {
        InfantToddler = "IT" #[doc = "Infant or toddler."],
        Preschool = "PR" #[doc = "Preschool."],
        Prekindergarten = "PK" #[doc = "Prekindergarten."],
        TransitionalKindergarten = "TK" #[doc = "Transitional kindergarten."],
        Kindergarten = "KG" #[doc = "Kindergarten."],
        Grade1 = "01" #[doc = "First grade."],
        Grade2 = "02" #[doc = "Second grade."],
        Grade3 = "03" #[doc = "Third grade."],
        Grade4 = "04" #[doc = "Fourth grade."],
        Grade5 = "05" #[doc = "Fifth grade."],
        Grade6 = "06" #[doc = "Sixth grade."],
        Grade7 = "07" #[doc = "Seventh grade."],
        Grade8 = "08" #[doc = "Eighth grade."],
        Grade9 = "09" #[doc = "Ninth grade."],
        Grade10 = "10" #[doc = "Tenth grade."],
        Grade11 = "11" #[doc = "Eleventh grade."],
        Grade12 = "12" #[doc = "Twelfth grade."],
        Grade13 = "13" #[doc = "Grade 13."],
        AdultEducation = "AE" #[doc = "Adult education."],
        Ungraded = "UG" #[doc = "Ungraded."],
        Other = "OTHER" #[doc = "Another level of the school's own."],
    }
}

const NAMES: &[(&str, GradeLevel)] = &[
    ("infant/toddler", GradeLevel::InfantToddler),
    ("preschool", GradeLevel::Preschool),
    ("prekindergarten", GradeLevel::Prekindergarten),
    ("pre-k", GradeLevel::Prekindergarten),
    ("-1", GradeLevel::Prekindergarten),
    ("transitional kindergarten", GradeLevel::TransitionalKindergarten),
    ("kindergarten", GradeLevel::Kindergarten),
    ("k", GradeLevel::Kindergarten),
    ("0", GradeLevel::Kindergarten),
    ("first grade", GradeLevel::Grade1),
    ("second grade", GradeLevel::Grade2),
    ("third grade", GradeLevel::Grade3),
    ("fourth grade", GradeLevel::Grade4),
    ("fifth grade", GradeLevel::Grade5),
    ("sixth grade", GradeLevel::Grade6),
    ("seventh grade", GradeLevel::Grade7),
    ("eighth grade", GradeLevel::Grade8),
    ("ninth grade", GradeLevel::Grade9),
    ("tenth grade", GradeLevel::Grade10),
    ("eleventh grade", GradeLevel::Grade11),
    ("twelfth grade", GradeLevel::Grade12),
    ("grade 13", GradeLevel::Grade13),
    ("adult education", GradeLevel::AdultEducation),
    ("ungraded", GradeLevel::Ungraded),
];

impl GradeLevel {
    /// Reads a grade as systems write it: a CEDS code, an Ed-Fi code value, `K`, or a bare number.
    pub fn read(text: &str) -> Option<Self> {
        let text = text.trim();
        if let Ok(grade) = text.to_ascii_uppercase().parse() {
            return Some(grade);
        }
        if let Ok(grade) = format!("0{text}").parse() {
            return Some(grade);
        }
        let lower = text.to_ascii_lowercase();
        NAMES.iter().find(|(name, _)| *name == lower).map(|(_, grade)| *grade)
    }
}
