//! What Ed-Fi's schema (`Ed-Fi-Core.xsd` 5.2.0) allows in the records of this interchange, in its order, as far
//! as the model holds it.

use super::element::{
    Part,
    Times::{Any, Once},
};

/// A kind of record.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Shape {
    Content,
    Prescription,
    Intervention,
    Study,
    Association,
    Availability,
}

impl Shape {
    const ALL: [Self; 6] = [
        Self::Content,
        Self::Prescription,
        Self::Intervention,
        Self::Study,
        Self::Association,
        Self::Availability,
    ];

    /// The record's element.
    pub(super) const fn name(self) -> &'static str {
        match self {
            Self::Content => "EducationContent",
            Self::Prescription => "InterventionPrescription",
            Self::Intervention => "Intervention",
            Self::Study => "InterventionStudy",
            Self::Association => "StudentInterventionAssociation",
            Self::Availability => "EducationOrganizationInterventionPrescriptionAssociation",
        }
    }

    pub(super) fn named(name: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|shape| shape.name() == name)
    }

    pub(super) const fn schema(self) -> &'static [Part] {
        match self {
            Self::Content => CONTENT,
            Self::Prescription => PRESCRIPTION_RECORD,
            Self::Intervention => INTERVENTION,
            Self::Study => STUDY,
            Self::Association => ASSOCIATION,
            Self::Availability => AVAILABILITY,
        }
    }
}

const CONTENT: &[Part] = &[
    ("ContentIdentifier", Once),
    ("LearningResourceMetadataURI", Once),
    ("LearningResource", Once),
    ("Namespace", Once),
];

pub(super) const RESOURCE: &[Part] = &[
    ("ShortDescription", Once),
    ("Description", Once),
    ("Author", Any),
    ("AdditionalAuthorsIndicator", Once),
    ("Publisher", Once),
    ("InteractivityStyle", Once),
    ("ContentClass", Once),
    ("UseRightsURL", Once),
    ("DerivativeSourceEducationContentSource", Once),
    ("PublicationDate", Once),
    ("PublicationYear", Once),
    ("AppropriateSex", Any),
    ("AppropriateGradeLevel", Any),
    ("Language", Any),
    ("Version", Once),
];

pub(super) const SOURCES: &[Part] =
    &[("EducationContentReference", Any), ("LearningResourceMetadataURI", Any), ("URI", Any)];

const PRESCRIPTION_RECORD: &[Part] = &[
    ("EducationContentSource", Once),
    ("InterventionClass", Once),
    ("Diagnosis", Any),
    ("PopulationServed", Any),
    ("AppropriateSex", Any),
    ("AppropriateGradeLevel", Any),
    ("DeliveryMethod", Once),
    (ORGANIZATION_REFERENCE, Once),
    ("InterventionPrescriptionIdentificationCode", Once),
    ("MinDosage", Once),
    ("MaxDosage", Once),
    ("Namespace", Once),
];

const INTERVENTION: &[Part] = &[
    ("EducationContentSource", Once),
    ("InterventionClass", Once),
    ("Diagnosis", Any),
    ("PopulationServed", Any),
    ("AppropriateSex", Any),
    ("AppropriateGradeLevel", Any),
    ("DeliveryMethod", Once),
    ("InterventionPrescriptionReference", Any),
    ("BeginDate", Once),
    ("EndDate", Once),
    ("StaffReference", Any),
    (ORGANIZATION_REFERENCE, Once),
    ("InterventionIdentificationCode", Once),
    ("MinDosage", Once),
    ("MaxDosage", Once),
    ("Namespace", Once),
];

const STUDY: &[Part] = &[
    ("EducationContentSource", Once),
    ("InterventionPrescriptionReference", Once),
    ("InterventionEffectiveness", Any),
    ("Participants", Once),
    ("DeliveryMethod", Once),
    ("InterventionClass", Once),
    ("AppropriateGradeLevel", Any),
    ("PopulationServed", Any),
    ("AppropriateSex", Any),
    ("StateAbbreviation", Any),
    (ORGANIZATION_REFERENCE, Once),
    ("InterventionStudyIdentificationCode", Once),
];

pub(super) const EFFECTIVENESS: &[Part] = &[
    ("Diagnosis", Once),
    ("PopulationServed", Once),
    ("GradeLevel", Once),
    ("ImprovementIndex", Once),
    ("InterventionEffectivenessRating", Once),
];

const ASSOCIATION: &[Part] = &[
    ("StudentReference", Once),
    ("InterventionReference", Once),
    ("CohortReference", Once),
    ("InterventionEffectiveness", Any),
    ("DiagnosticStatement", Once),
    ("Dosage", Once),
];

const AVAILABILITY: &[Part] = &[
    (ORGANIZATION_REFERENCE, Once),
    ("InterventionPrescriptionReference", Once),
    ("BeginDate", Once),
    ("EndDate", Once),
];

pub(super) const ORGANIZATION_REFERENCE: &str = "EducationOrganizationReference";

pub(super) const ORGANIZATION: &[Part; 1] = &[("EducationOrganizationIdentity", Once)];
pub(super) const ORGANIZATION_IDENTITY: &[Part] = &[("EducationOrganizationId", Once)];

pub(super) const PRESCRIPTION: &[Part; 1] = &[("InterventionPrescriptionIdentity", Once)];
pub(super) const PRESCRIPTION_IDENTITY: &[Part] =
    &[(ORGANIZATION_REFERENCE, Once), ("InterventionPrescriptionIdentificationCode", Once)];

pub(super) const INTERVENTION_OF: &[Part; 1] = &[("InterventionIdentity", Once)];
pub(super) const INTERVENTION_IDENTITY: &[Part] =
    &[(ORGANIZATION_REFERENCE, Once), ("InterventionIdentificationCode", Once)];

pub(super) const CONTENT_OF: &[Part; 1] = &[("EducationContentIdentity", Once)];
pub(super) const CONTENT_IDENTITY: &[Part] = &[("ContentIdentifier", Once), ("Namespace", Once)];

pub(super) const STAFF: &[Part; 1] = &[("StaffIdentity", Once)];
pub(super) const STAFF_IDENTITY: &[Part] = &[("StaffUniqueId", Once)];

pub(super) const STUDENT: &[Part; 1] = &[("StudentIdentity", Once)];
pub(super) const STUDENT_IDENTITY: &[Part] = &[("StudentUniqueId", Once)];

pub(super) const COHORT: &[Part; 1] = &[("CohortIdentity", Once)];
pub(super) const COHORT_IDENTITY: &[Part] = &[("CohortIdentifier", Once), (ORGANIZATION_REFERENCE, Once)];
