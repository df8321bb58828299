//! Interventions: what is offered, to whom, how it stands with each student, and whether it takes place.

mod aim;
mod attendance;
mod catalogue;
mod content;
mod descriptor;
mod descriptor_terms;
mod dosage;
mod status;
mod student_intervention;
mod study;

pub use aim::Aim;
pub use attendance::{
    EventDuration, InterventionDuration, InvalidEventDuration, InvalidInterventionDuration,
    StudentInterventionAttendanceEvent,
};
pub use catalogue::{
    Approach, Intervention, InterventionPrescription, InterventionReference, InvalidIntervention,
    PrescriptionAvailability, PrescriptionReference,
};
pub use content::{
    ContentLocation, EducationContent, EducationContentReference, EducationContentSource, LearningResource,
    Publication, PublishedText,
};
pub use descriptor::{Descriptor, DescriptorTerm, DescriptorUri, InvalidDescriptor};
pub use descriptor_terms::{
    AttendanceEventCategory, ContentClass, DeliveryMethod, Diagnosis, InterventionClass,
    InterventionEffectivenessRating, PopulationServed,
};
pub use dosage::{InterventionDosage, InvalidDosage, PlannedDosage};
pub use status::{InterventionStatus, StatusChange, StatusError, StatusHistory};
pub use student_intervention::{InterventionStatusRecord, StudentIntervention};
pub use study::{InterventionEffectiveness, InterventionStudy};
