//! The values of Ed-Fi's descriptors (data standard 5.2) that interventions speak of.

use super::DescriptorTerm;
use crate::{GradeLevel, terms::terms};

macro_rules! code_values {
    ($list:ident = $name:literal: $($variant:ident = $code:literal),+ $(,)?) => {
        impl DescriptorTerm for $list {
            const NAME: &'static str = $name;
            const TERMS: &'static [Self] = Self::ALL;

            fn code_value(self) -> &'static str {
                match self {
                    $(Self::$variant => $code),+
                }
            }
        }
    };
}

terms! {
    /// The way in which an intervention is used (`InterventionClassDescriptor`).
    pub enum InterventionClass {
        Curriculum = "curriculum" #[doc = "A course of teaching of its own."],
        Practice = "practice" #[doc = "A way of working, such as mentoring."],
        Supplement = "supplement" #[doc = "Beside the usual teaching."],
        Other = "other" #[doc = "Another."],
    }
}
code_values! { InterventionClass = "InterventionClassDescriptor":
    Curriculum = "Curriculum", Practice = "Practice", Supplement = "Supplement", Other = "Other",
}

terms! {
    /// To how many at once an intervention is given (`DeliveryMethodDescriptor`).
    pub enum DeliveryMethod {
        Individual = "individual" #[doc = "To one student."],
        SmallGroup = "small_group" #[doc = "To a few students."],
        WholeClass = "whole_class" #[doc = "To a class."],
        WholeSchool = "whole_school" #[doc = "To all."],
    }
}
code_values! { DeliveryMethod = "DeliveryMethodDescriptor":
    Individual = "Individual", SmallGroup = "Small Group", WholeClass = "Whole Class", WholeSchool = "Whole School",
}

terms! {
    /// What an intervention is meant against (`DiagnosisDescriptor`); no diagnosis of a child's health.
    pub enum Diagnosis {
        LowAttendance = "low_attendance" #[doc = "Low attendance."],
        DropoutRisk = "dropout_risk" #[doc = "A risk of leaving school without finishing."],
    }
}
code_values! { Diagnosis = "DiagnosisDescriptor":
    LowAttendance = "Low Attendance", DropoutRisk = "Dropout Risk",
}

terms! {
    /// For whom an intervention is (`PopulationServedDescriptor`).
    pub enum PopulationServed {
        AdultBasicEducation = "adult_basic_education" #[doc = "Students of adult basic education."],
        Bilingual = "bilingual" #[doc = "Bilingual students."],
        CareerAndTechnicalEducation = "career_and_technical_education" #[doc = "Students of career and technical education."],
        CompensatoryEducation = "compensatory_education" #[doc = "Students of compensatory or remedial education."],
        EconomicDisadvantaged = "economic_disadvantaged" #[doc = "Economically disadvantaged students."],
        EnglishAsSecondLanguage = "english_as_second_language" #[doc = "Students who learn English as a second language."],
        GiftedAndTalented = "gifted_and_talented" #[doc = "Gifted and talented students."],
        Honors = "honors" #[doc = "Honors students."],
        Migrant = "migrant" #[doc = "Migrant students."],
        Regular = "regular" #[doc = "Regular students."],
        SpecialEducation = "special_education" #[doc = "Students of special education."],
    }
}
code_values! { PopulationServed = "PopulationServedDescriptor":
    AdultBasicEducation = "Adult Basic Education Students",
    Bilingual = "Bilingual Students",
    CareerAndTechnicalEducation = "Career and Technical Education Students",
    CompensatoryEducation = "Compensatory/Remedial Education Students",
    EconomicDisadvantaged = "Economic Disadvantaged",
    EnglishAsSecondLanguage = "ESL Students",
    GiftedAndTalented = "Gifted and Talented Students",
    Honors = "Honors Students",
    Migrant = "Migrant Students",
    Regular = "Regular Students",
    SpecialEducation = "Special Education Students",
}

terms! {
    /// What a study found (`InterventionEffectivenessRatingDescriptor`, from the What Works Clearinghouse).
    pub enum InterventionEffectivenessRating {
        PositiveEffects = "positive_effects" #[doc = "Strong evidence of a good effect."],
        PotentiallyPositiveEffects = "potentially_positive_effects" #[doc = "Evidence of a good effect, nothing that overrides it."],
        MixedEffects = "mixed_effects" #[doc = "Evidence of effects that contradict each other."],
        NoDiscernibleEffects = "no_discernible_effects" #[doc = "No effect that could be told from chance."],
        PotentiallyNegativeEffects = "potentially_negative_effects" #[doc = "Evidence of a bad effect, nothing that overrides it."],
        NegativeEffects = "negative_effects" #[doc = "Strong evidence of a bad effect."],
        Other = "other" #[doc = "Another."],
    }
}
code_values! { InterventionEffectivenessRating = "InterventionEffectivenessRatingDescriptor":
    PositiveEffects = "Positive Effects",
    PotentiallyPositiveEffects = "Potentially Positive Effects",
    MixedEffects = "Mixed Effects",
    NoDiscernibleEffects = "No Discernible Effects",
    PotentiallyNegativeEffects = "Potentially Negative Effects",
    NegativeEffects = "Negative Effects",
    Other = "Other",
}

terms! {
    /// What a published content is (`ContentClassDescriptor`).
    pub enum ContentClass {
        EducationResearch = "education_research" #[doc = "Research."],
        Presentation = "presentation" #[doc = "A presentation."],
        VendorInterventionOffering = "vendor_intervention_offering" #[doc = "A vendor's offer of an intervention."],
        Video = "video" #[doc = "A video."],
        WrittenActivity = "written_activity" #[doc = "A written activity."],
    }
}
code_values! { ContentClass = "ContentClassDescriptor":
    EducationResearch = "Education Research",
    Presentation = "Presentation",
    VendorInterventionOffering = "Vendor Intervention Offering",
    Video = "Video",
    WrittenActivity = "Written Activity",
}

terms! {
    /// Whether a student attended (`AttendanceEventCategoryDescriptor`).
    pub enum AttendanceEventCategory {
        InAttendance = "in_attendance" #[doc = "Attended."],
        Present = "present" #[doc = "Attended; another word of the standard's."],
        Partial = "partial" #[doc = "Attended in part."],
        Tardy = "tardy" #[doc = "Came late."],
        EarlyDeparture = "early_departure" #[doc = "Left early."],
        ExcusedAbsence = "excused_absence" #[doc = "Was absent and excused."],
        UnexcusedAbsence = "unexcused_absence" #[doc = "Was absent and not excused."],
    }
}
code_values! { AttendanceEventCategory = "AttendanceEventCategoryDescriptor":
    InAttendance = "In Attendance",
    Present = "Present",
    Partial = "Partial",
    Tardy = "Tardy",
    EarlyDeparture = "Early departure",
    ExcusedAbsence = "Excused Absence",
    UnexcusedAbsence = "Unexcused Absence",
}

code_values! { GradeLevel = "GradeLevelDescriptor":
    InfantToddler = "Infant/toddler",
    Preschool = "Preschool",
    Prekindergarten = "Prekindergarten",
    TransitionalKindergarten = "Transitional Kindergarten",
    Kindergarten = "Kindergarten",
    Grade1 = "First grade",
    Grade2 = "Second grade",
    Grade3 = "Third grade",
    Grade4 = "Fourth grade",
    Grade5 = "Fifth grade",
    Grade6 = "Sixth grade",
    Grade7 = "Seventh grade",
    Grade8 = "Eighth grade",
    Grade9 = "Ninth grade",
    Grade10 = "Tenth grade",
    Grade11 = "Eleventh grade",
    Grade12 = "Twelfth grade",
    Grade13 = "Grade 13",
    AdultEducation = "Adult Education",
    Ungraded = "Ungraded",
    Other = "Other",
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::mentoring::{Descriptor, DescriptorUri};
    use std::collections::BTreeSet;

    fn each_is_itself<T: DescriptorTerm>() {
        let mut seen = BTreeSet::new();
        for term in T::TERMS {
            let descriptor = Descriptor::from(*term);
            assert_eq!(descriptor.as_str().parse::<DescriptorUri>().as_ref(), Ok(descriptor.uri()));
            assert_eq!(descriptor.as_str().parse(), Ok(descriptor.clone()));
            let own = descriptor.as_str().replace("ed-fi.org", "a.b/c");
            assert_eq!(own.parse::<Descriptor<T>>().unwrap().term(), Some(*term));
            let elsewhere = descriptor.as_str().replace("Descriptor#", "KindDescriptor#");
            assert_eq!(elsewhere.parse::<Descriptor<T>>().unwrap().term(), None);
            assert!(seen.insert(term.code_value()), "{term:?}");
        }
    }

    #[test]
    fn every_value_of_the_standard_is_a_descriptor_and_read_again() {
        each_is_itself::<InterventionClass>();
        each_is_itself::<DeliveryMethod>();
        each_is_itself::<Diagnosis>();
        each_is_itself::<PopulationServed>();
        each_is_itself::<InterventionEffectivenessRating>();
        each_is_itself::<ContentClass>();
        each_is_itself::<AttendanceEventCategory>();
        each_is_itself::<GradeLevel>();
    }

    #[test]
    fn grades_are_those_that_the_model_reads() {
        for grade in GradeLevel::ALL {
            assert_eq!(GradeLevel::read(grade.code_value()), Some(*grade));
        }
    }
}
