//! The catalogue: what is prescribed, and what a school or district makes of it.

use super::{
    Aim, DeliveryMethod, Descriptor, DescriptorUri, Diagnosis, EducationContentSource, InterventionClass,
    PlannedDosage, PopulationServed, PublishedText,
};
use crate::{
    EducationOrganizationId, GradeLevel, InterventionId, PrescriptionId, StaffId,
    mentoring::{Barrier, Tier},
};
use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

/// What a prescription and an intervention alike say: what is done, for whom, against what, and how much.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Approach {
    /// The way in which it is used.
    pub class: Descriptor<InterventionClass>,
    /// To how many at once it is given.
    pub delivery: Descriptor<DeliveryMethod>,
    /// The tier of support. Ed-Fi has no place for it.
    #[serde(default)]
    pub tier: Option<Tier>,
    /// What it is for. Ed-Fi has no place for it.
    #[serde(default)]
    pub aim: Option<Aim>,
    /// The barriers that it meets. Ed-Fi has no place for them.
    #[serde(default)]
    pub addresses: Vec<Barrier>,
    /// What it is meant against.
    #[serde(default)]
    pub diagnoses: Vec<Descriptor<Diagnosis>>,
    /// For whom it is; for all where nobody is named.
    #[serde(default)]
    pub populations: Vec<Descriptor<PopulationServed>>,
    /// The sexes that it is for (`SexDescriptor`); all where none is named.
    #[serde(default)]
    pub sexes: Vec<DescriptorUri>,
    /// The grade levels that it is for; all where none is named.
    #[serde(default)]
    pub grades: Vec<Descriptor<GradeLevel>>,
    /// How many minutes are planned.
    #[serde(default)]
    pub dosage: PlannedDosage,
    /// What describes it.
    #[serde(default)]
    pub content: EducationContentSource,
    /// Whose identifier it bears, where that is said.
    #[serde(default)]
    pub namespace: Option<PublishedText>,
}

impl Approach {
    /// An approach of which nothing more is known.
    pub fn new(class: InterventionClass, delivery: DeliveryMethod) -> Self {
        Self {
            class: class.into(),
            delivery: delivery.into(),
            tier: None,
            aim: None,
            addresses: Vec::new(),
            diagnoses: Vec::new(),
            populations: Vec::new(),
            sexes: Vec::new(),
            grades: Vec::new(),
            dosage: PlannedDosage::default(),
            content: EducationContentSource::default(),
            namespace: None,
        }
    }

    /// Whether it meets a barrier.
    pub fn meets(&self, barrier: &Barrier) -> bool {
        self.addresses.contains(barrier)
    }
}

/// An intervention as it is published (Ed-Fi `InterventionPrescription`): what Check & Connect is, not who does it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct InterventionPrescription {
    /// The identifier.
    pub id: PrescriptionId,
    /// The organisation that answers for it.
    pub organization: EducationOrganizationId,
    /// What is done.
    pub approach: Approach,
}

impl InterventionPrescription {
    /// What others call it by.
    pub fn reference(&self) -> PrescriptionReference {
        PrescriptionReference { id: self.id.clone(), organization: self.organization.clone() }
    }
}

/// A prescription by its identifier and organisation, which only together name it.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct PrescriptionReference {
    /// The prescription.
    pub id: PrescriptionId,
    /// The organisation that answers for it.
    pub organization: EducationOrganizationId,
}

/// Why an intervention is none.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
#[non_exhaustive]
pub enum InvalidIntervention {
    /// It ends before it begins.
    #[error("an intervention ends before it begins")]
    EndsBeforeBegin,
}

/// An intervention as a school or district carries it out (Ed-Fi `Intervention`).
///
/// ```
/// use homeroom::{EducationOrganizationId, InterventionId, mentoring::*};
/// use chrono::NaiveDate;
/// let mut approach = Approach::new(InterventionClass::Practice, DeliveryMethod::Individual);
/// approach.aim = Some(Aim::NavigatingBarriers);
/// approach.addresses.push(BarrierTerm::Transportation.into());
/// let begin = NaiveDate::from_ymd_opt(2025, 9, 2).unwrap();
/// let (id, school) = (InterventionId::new("rides")?, EducationOrganizationId::new("255901001")?);
/// let mut rides = Intervention::new(id, school, begin, approach);
/// assert!(rides.holds(begin) && rides.approach.meets(&BarrierTerm::Transportation.into()));
/// rides.end = begin.pred_opt();
/// assert!(rides.check().is_err());
/// # Ok::<(), homeroom::InvalidId>(())
/// ```
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Intervention {
    /// The identifier.
    pub id: InterventionId,
    /// The organisation that answers for it.
    pub organization: EducationOrganizationId,
    /// Its first date.
    pub begin: NaiveDate,
    /// Its last date; open where there is none.
    #[serde(default)]
    pub end: Option<NaiveDate>,
    /// What is done.
    pub approach: Approach,
    /// The prescriptions that it follows.
    #[serde(default)]
    pub prescriptions: Vec<PrescriptionReference>,
    /// Who of the staff does it.
    #[serde(default)]
    pub staff: Vec<StaffId>,
}

impl Intervention {
    /// An intervention from a date on.
    pub fn new(
        id: InterventionId,
        organization: EducationOrganizationId,
        begin: NaiveDate,
        approach: Approach,
    ) -> Self {
        Self { id, organization, begin, end: None, approach, prescriptions: Vec::new(), staff: Vec::new() }
    }

    /// Checks what the types do not.
    ///
    /// # Errors
    /// [`InvalidIntervention`].
    pub fn check(&self) -> Result<(), InvalidIntervention> {
        let reversed = self.end.is_some_and(|end| end < self.begin);
        if reversed { Err(InvalidIntervention::EndsBeforeBegin) } else { Ok(()) }
    }

    /// Whether it is carried out on a date.
    pub fn holds(&self, date: NaiveDate) -> bool {
        self.begin <= date && self.end.is_none_or(|end| date <= end)
    }

    /// What others call it by.
    pub fn reference(&self) -> InterventionReference {
        InterventionReference { id: self.id.clone(), organization: self.organization.clone() }
    }
}

/// An intervention by its identifier and organisation, which only together name it.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct InterventionReference {
    /// The intervention.
    pub id: InterventionId,
    /// The organisation that answers for it.
    pub organization: EducationOrganizationId,
}

/// When a prescription is open to an organisation (Ed-Fi
/// `EducationOrganizationInterventionPrescriptionAssociation`).
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct PrescriptionAvailability {
    /// The organisation.
    pub organization: EducationOrganizationId,
    /// The prescription.
    pub prescription: PrescriptionReference,
    /// The first date, where one is said.
    #[serde(default)]
    pub begin: Option<NaiveDate>,
    /// The last date, where one is said.
    #[serde(default)]
    pub end: Option<NaiveDate>,
}

impl PrescriptionAvailability {
    /// Checks what the types do not.
    ///
    /// # Errors
    /// [`InvalidIntervention`].
    pub fn check(&self) -> Result<(), InvalidIntervention> {
        let reversed = self.begin.zip(self.end).is_some_and(|(begin, end)| end < begin);
        if reversed { Err(InvalidIntervention::EndsBeforeBegin) } else { Ok(()) }
    }
}
