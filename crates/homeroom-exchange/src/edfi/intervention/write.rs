//! Records of the model as elements of an interchange, in the order of the schema.

use super::{
    document::{DiagnosticStatement, InterventionRecord, StudentInterventionAssociation},
    schema::{ORGANIZATION_REFERENCE, Shape},
    xml_writer::{WriteError, XmlWriter},
};
use homeroom::{
    EducationOrganizationId, StudentId,
    mentoring::{
        Approach, ContentLocation, Descriptor, DescriptorTerm, DescriptorUri, EducationContent,
        EducationContentSource, Intervention, InterventionDosage, InterventionEffectiveness,
        InterventionPrescription, InterventionReference, InterventionStudy, LearningResource,
        PrescriptionAvailability, PrescriptionReference, Publication, PublishedText,
    },
};
use std::io::Write;

type Written = Result<(), WriteError>;

/// Writes a record.
pub(super) fn record<W: Write>(writer: &mut XmlWriter<'_, W>, record: &InterventionRecord) -> Written {
    match record {
        InterventionRecord::EducationContent(record) => {
            writer.element(Shape::Content.name(), |writer| content(writer, record))
        }
        InterventionRecord::InterventionPrescription(record) => {
            writer.element(Shape::Prescription.name(), |writer| prescription(writer, record))
        }
        InterventionRecord::Intervention(record) => {
            writer.element(Shape::Intervention.name(), |writer| intervention(writer, record))
        }
        InterventionRecord::InterventionStudy(record) => {
            writer.element(Shape::Study.name(), |writer| study(writer, record))
        }
        InterventionRecord::StudentInterventionAssociation(record) => {
            writer.element(Shape::Association.name(), |writer| association(writer, record))
        }
        InterventionRecord::PrescriptionAvailability(record) => {
            writer.element(Shape::Availability.name(), |writer| availability(writer, record))
        }
    }
}

fn texts(texts: &[PublishedText]) -> impl Iterator<Item = &str> {
    texts.iter().map(PublishedText::as_str)
}

fn uris(uris: &[DescriptorUri]) -> impl Iterator<Item = &str> {
    uris.iter().map(DescriptorUri::as_str)
}

fn descriptors<T: DescriptorTerm>(descriptors: &[Descriptor<T>]) -> impl Iterator<Item = &str> {
    descriptors.iter().map(Descriptor::as_str)
}

fn optional(text: Option<&PublishedText>) -> Option<&str> {
    text.map(PublishedText::as_str)
}

fn content<W: Write>(writer: &mut XmlWriter<'_, W>, record: &EducationContent) -> Written {
    writer.leaf("ContentIdentifier", record.id.as_str())?;
    match &record.location {
        ContentLocation::MetadataUri(uri) => writer.leaf("LearningResourceMetadataURI", uri.as_str())?,
        ContentLocation::Resource(resource) => {
            writer.element("LearningResource", |writer| self::resource(writer, resource))?;
        }
    }
    writer.leaf("Namespace", record.namespace.as_str())
}

fn resource<W: Write>(writer: &mut XmlWriter<'_, W>, resource: &LearningResource) -> Written {
    writer.leaf("ShortDescription", resource.short_description.as_str())?;
    writer.leaves("Description", optional(resource.description.as_ref()))?;
    writer.leaves("Author", texts(&resource.authors))?;
    writer.value("AdditionalAuthorsIndicator", resource.additional_authors)?;
    writer.leaves("Publisher", optional(resource.publisher.as_ref()))?;
    writer.value("InteractivityStyle", resource.interactivity_style.as_ref())?;
    writer.leaf("ContentClass", resource.class.as_str())?;
    writer.leaves("UseRightsURL", optional(resource.use_rights_url.as_ref()))?;
    if let Some(source) = &resource.derived_from {
        sources(writer, "DerivativeSourceEducationContentSource", source)?;
    }
    match resource.publication {
        Some(Publication::Date(date)) => writer.leaf("PublicationDate", &date.to_string())?,
        Some(Publication::Year(year)) if year <= 9999 => {
            writer.leaf("PublicationYear", &format!("{year:04}"))?;
        }
        Some(Publication::Year(_)) => return Err(WriteError::Year { record: writer.record }),
        None => {}
    }
    writer.leaves("AppropriateSex", uris(&resource.sexes))?;
    writer.leaves("AppropriateGradeLevel", descriptors(&resource.grades))?;
    writer.leaves("Language", uris(&resource.languages))?;
    writer.leaves("Version", optional(resource.version.as_ref()))
}

fn sources<W: Write>(
    writer: &mut XmlWriter<'_, W>,
    name: &'static str,
    source: &EducationContentSource,
) -> Written {
    writer.element(name, |writer| {
        for content in &source.contents {
            writer.element("EducationContentReference", |writer| {
                writer.element("EducationContentIdentity", |writer| {
                    writer.leaf("ContentIdentifier", content.id.as_str())?;
                    writer.leaves("Namespace", optional(content.namespace.as_ref()))
                })
            })?;
        }
        writer.leaves("LearningResourceMetadataURI", texts(&source.metadata_uris))?;
        writer.leaves("URI", texts(&source.uris))
    })
}

fn organization<W: Write>(writer: &mut XmlWriter<'_, W>, id: &EducationOrganizationId) -> Written {
    writer.element(ORGANIZATION_REFERENCE, |writer| {
        writer.element("EducationOrganizationIdentity", |writer| {
            writer.leaf("EducationOrganizationId", id.as_str())
        })
    })
}

fn prescription_of<W: Write>(writer: &mut XmlWriter<'_, W>, prescription: &PrescriptionReference) -> Written {
    writer.element("InterventionPrescriptionReference", |writer| {
        writer.element("InterventionPrescriptionIdentity", |writer| {
            organization(writer, &prescription.organization)?;
            writer.leaf("InterventionPrescriptionIdentificationCode", prescription.id.as_str())
        })
    })
}

pub(super) fn intervention_of<W: Write>(
    writer: &mut XmlWriter<'_, W>,
    intervention: &InterventionReference,
) -> Written {
    writer.element("InterventionReference", |writer| {
        writer.element("InterventionIdentity", |writer| {
            organization(writer, &intervention.organization)?;
            writer.leaf("InterventionIdentificationCode", intervention.id.as_str())
        })
    })
}

pub(super) fn student<W: Write>(writer: &mut XmlWriter<'_, W>, student: &StudentId) -> Written {
    writer.element("StudentReference", |writer| {
        writer.element("StudentIdentity", |writer| writer.leaf("StudentUniqueId", student.as_str()))
    })
}

// What stands before an approach's references.
fn approach<W: Write>(writer: &mut XmlWriter<'_, W>, approach: &Approach) -> Written {
    sources(writer, "EducationContentSource", &approach.content)?;
    writer.leaf("InterventionClass", approach.class.as_str())?;
    writer.leaves("Diagnosis", descriptors(&approach.diagnoses))?;
    writer.leaves("PopulationServed", descriptors(&approach.populations))?;
    writer.leaves("AppropriateSex", uris(&approach.sexes))?;
    writer.leaves("AppropriateGradeLevel", descriptors(&approach.grades))?;
    writer.leaf("DeliveryMethod", approach.delivery.as_str())
}

// What stands after its identifier.
fn amounts<W: Write>(writer: &mut XmlWriter<'_, W>, approach: &Approach) -> Written {
    writer.value("MinDosage", approach.dosage.min().map(InterventionDosage::get))?;
    writer.value("MaxDosage", approach.dosage.max().map(InterventionDosage::get))?;
    writer.leaves("Namespace", optional(approach.namespace.as_ref()))
}

fn prescription<W: Write>(writer: &mut XmlWriter<'_, W>, record: &InterventionPrescription) -> Written {
    approach(writer, &record.approach)?;
    organization(writer, &record.organization)?;
    writer.leaf("InterventionPrescriptionIdentificationCode", record.id.as_str())?;
    amounts(writer, &record.approach)
}

fn intervention<W: Write>(writer: &mut XmlWriter<'_, W>, record: &Intervention) -> Written {
    record.check().map_err(|_| WriteError::EndsBeforeBegin { record: writer.record })?;
    approach(writer, &record.approach)?;
    record.prescriptions.iter().try_for_each(|prescription| prescription_of(writer, prescription))?;
    writer.value("BeginDate", Some(record.begin))?;
    writer.value("EndDate", record.end)?;
    for staff in &record.staff {
        writer.element("StaffReference", |writer| {
            writer.element("StaffIdentity", |writer| writer.leaf("StaffUniqueId", staff.as_str()))
        })?;
    }
    organization(writer, &record.organization)?;
    writer.leaf("InterventionIdentificationCode", record.id.as_str())?;
    amounts(writer, &record.approach)
}

fn effectiveness<W: Write>(writer: &mut XmlWriter<'_, W>, all: &[InterventionEffectiveness]) -> Written {
    all.iter().try_for_each(|one| {
        writer.element("InterventionEffectiveness", |writer| {
            writer.leaf("Diagnosis", one.diagnosis.as_str())?;
            writer.leaf("PopulationServed", one.population.as_str())?;
            writer.leaf("GradeLevel", one.grade.as_str())?;
            writer.value("ImprovementIndex", one.improvement_index)?;
            writer.leaf("InterventionEffectivenessRating", one.rating.as_str())
        })
    })
}

fn study<W: Write>(writer: &mut XmlWriter<'_, W>, record: &InterventionStudy) -> Written {
    if let Some(source) = &record.content {
        sources(writer, "EducationContentSource", source)?;
    }
    prescription_of(writer, &record.prescription)?;
    effectiveness(writer, &record.effectiveness)?;
    writer.value("Participants", Some(record.participants))?;
    writer.leaf("DeliveryMethod", record.delivery.as_str())?;
    writer.leaf("InterventionClass", record.class.as_str())?;
    writer.leaves("AppropriateGradeLevel", descriptors(&record.grades))?;
    writer.leaves("PopulationServed", descriptors(&record.populations))?;
    writer.leaves("AppropriateSex", uris(&record.sexes))?;
    writer.leaves("StateAbbreviation", uris(&record.states))?;
    organization(writer, &record.organization)?;
    writer.leaf("InterventionStudyIdentificationCode", record.id.as_str())
}

fn association<W: Write>(writer: &mut XmlWriter<'_, W>, record: &StudentInterventionAssociation) -> Written {
    student(writer, &record.student)?;
    intervention_of(writer, &record.intervention)?;
    if let Some(cohort) = &record.cohort {
        writer.element("CohortReference", |writer| {
            writer.element("CohortIdentity", |writer| {
                writer.leaf("CohortIdentifier", cohort.id.as_str())?;
                organization(writer, &cohort.organization)
            })
        })?;
    }
    effectiveness(writer, &record.effectiveness)?;
    writer
        .leaves("DiagnosticStatement", record.diagnostic_statement.as_ref().map(DiagnosticStatement::text))?;
    writer.value("Dosage", record.dosage.map(InterventionDosage::get))
}

fn availability<W: Write>(writer: &mut XmlWriter<'_, W>, record: &PrescriptionAvailability) -> Written {
    record.check().map_err(|_| WriteError::EndsBeforeBegin { record: writer.record })?;
    organization(writer, &record.organization)?;
    prescription_of(writer, &record.prescription)?;
    writer.value("BeginDate", record.begin)?;
    writer.value("EndDate", record.end)
}
