//! Studies of interventions, and what they found.

use super::{
    DeliveryMethod, Descriptor, DescriptorUri, Diagnosis, EducationContentSource, InterventionClass,
    InterventionEffectivenessRating, PopulationServed, PrescriptionReference,
};
use crate::{EducationOrganizationId, GradeLevel, StudyId};
use serde::{Deserialize, Serialize};

/// What came of an intervention, for whom (Ed-Fi `InterventionEffectiveness`).
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct InterventionEffectiveness {
    /// Against what.
    pub diagnosis: Descriptor<Diagnosis>,
    /// For whom.
    pub population: Descriptor<PopulationServed>,
    /// In which grade level.
    pub grade: Descriptor<GradeLevel>,
    /// By how many percentiles the average student rose or fell, where it was measured.
    #[serde(default)]
    pub improvement_index: Option<i32>,
    /// What was found.
    pub rating: Descriptor<InterventionEffectivenessRating>,
}

/// A study of an intervention (Ed-Fi `InterventionStudy`).
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct InterventionStudy {
    /// The identifier.
    pub id: StudyId,
    /// The organisation that answers for it.
    pub organization: EducationOrganizationId,
    /// What was studied.
    pub prescription: PrescriptionReference,
    /// How many took part.
    pub participants: u32,
    /// To how many at once it was given.
    pub delivery: Descriptor<DeliveryMethod>,
    /// The way in which it was used.
    pub class: Descriptor<InterventionClass>,
    /// What was published about it.
    #[serde(default)]
    pub content: Option<EducationContentSource>,
    /// What was found.
    #[serde(default)]
    pub effectiveness: Vec<InterventionEffectiveness>,
    /// The grade levels of those who took part.
    #[serde(default)]
    pub grades: Vec<Descriptor<GradeLevel>>,
    /// Who took part.
    #[serde(default)]
    pub populations: Vec<Descriptor<PopulationServed>>,
    /// Their sexes (`SexDescriptor`).
    #[serde(default)]
    pub sexes: Vec<DescriptorUri>,
    /// Their states (`StateAbbreviationDescriptor`).
    #[serde(default)]
    pub states: Vec<DescriptorUri>,
}
