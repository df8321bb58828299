//! Elements of an interchange as records of the model.

use super::{
    document::{CohortReference, DiagnosticStatement, InterventionRecord, StudentInterventionAssociation},
    element::{Element, Fields, Part, Unknown, fault},
    schema::{self, Shape},
    values::text,
};
use crate::edfi::record::Fault;
use homeroom::{
    CohortId, ContentId, EducationOrganizationId, FindingCode, InterventionId, PrescriptionId, StaffId,
    StudentId, StudyId,
    mentoring::{
        Approach, ContentLocation, EducationContent, EducationContentReference, EducationContentSource,
        Intervention, InterventionEffectiveness, InterventionPrescription, InterventionReference,
        InterventionStudy, LearningResource, PlannedDosage, PrescriptionAvailability, PrescriptionReference,
        Publication,
    },
};

/// A record of a shape.
pub(super) fn record(
    shape: Shape,
    element: &Element,
    unknown: &mut Unknown,
) -> Result<InterventionRecord, Fault> {
    let fields = Fields::of(element, shape.schema(), unknown)?;
    let mut reader = Reader { unknown };
    Ok(match shape {
        Shape::Content => InterventionRecord::EducationContent(reader.content(&fields)?),
        Shape::Prescription => InterventionRecord::InterventionPrescription(reader.prescription(&fields)?),
        Shape::Intervention => InterventionRecord::Intervention(reader.intervention(&fields)?),
        Shape::Study => InterventionRecord::InterventionStudy(reader.study(&fields)?),
        Shape::Association => {
            InterventionRecord::StudentInterventionAssociation(reader.association(&fields)?)
        }
        Shape::Availability => InterventionRecord::PrescriptionAvailability(reader.availability(&fields)?),
    })
}

struct Reader<'u> {
    unknown: &'u mut Unknown,
}

impl Reader<'_> {
    fn inside<'e>(&mut self, element: &'e Element, schema: &[Part]) -> Result<Fields<'e>, Fault> {
        Fields::of(element, schema, self.unknown)
    }

    // The identity inside a reference.
    fn identity<'e>(
        &mut self,
        reference: &'e Element,
        part: &'static [Part; 1],
        identity: &[Part],
    ) -> Result<Fields<'e>, Fault> {
        let outer = self.inside(reference, part)?;
        self.inside(outer.need(part[0].0)?, identity)
    }

    fn organization(&mut self, fields: &Fields<'_>) -> Result<EducationOrganizationId, Fault> {
        let reference = fields.need(schema::ORGANIZATION_REFERENCE)?;
        let identity = self.identity(reference, schema::ORGANIZATION, schema::ORGANIZATION_IDENTITY)?;
        identity.id("EducationOrganizationId", EducationOrganizationId::new)
    }

    fn prescription_reference(&mut self, reference: &Element) -> Result<PrescriptionReference, Fault> {
        let identity = self.identity(reference, schema::PRESCRIPTION, schema::PRESCRIPTION_IDENTITY)?;
        let organization = self.organization(&identity)?;
        let id = identity.id("InterventionPrescriptionIdentificationCode", PrescriptionId::new)?;
        Ok(PrescriptionReference { id, organization })
    }

    fn sources(&mut self, element: &Element) -> Result<EducationContentSource, Fault> {
        let fields = self.inside(element, schema::SOURCES)?;
        let mut contents = Vec::new();
        for reference in fields.all("EducationContentReference") {
            let identity = self.identity(reference, schema::CONTENT_OF, schema::CONTENT_IDENTITY)?;
            let id = identity.id("ContentIdentifier", ContentId::new)?;
            contents.push(EducationContentReference { id, namespace: identity.published("Namespace")? });
        }
        let metadata_uris = fields.all_published("LearningResourceMetadataURI")?;
        Ok(EducationContentSource { contents, metadata_uris, uris: fields.all_published("URI")? })
    }

    fn content(&mut self, fields: &Fields<'_>) -> Result<EducationContent, Fault> {
        let id = fields.id("ContentIdentifier", ContentId::new)?;
        let uri = fields.published("LearningResourceMetadataURI")?;
        let location = match (uri, fields.one("LearningResource")) {
            (Some(uri), None) => ContentLocation::MetadataUri(uri),
            (None, Some(element)) => ContentLocation::Resource(Box::new(self.resource(element)?)),
            (Some(_), Some(_)) => {
                return Err(fault(FindingCode::MalformedRow, "LearningResource").detail("beside an address"));
            }
            (None, None) => return Err(fault(FindingCode::MissingValue, "LearningResource")),
        };
        Ok(EducationContent { id, location, namespace: fields.need_published("Namespace")? })
    }

    fn resource(&mut self, element: &Element) -> Result<LearningResource, Fault> {
        let fields = self.inside(element, schema::RESOURCE)?;
        let derived_from = fields.one("DerivativeSourceEducationContentSource");
        let publication = match (fields.date("PublicationDate")?, fields.year("PublicationYear")?) {
            (Some(_), Some(_)) => {
                return Err(fault(FindingCode::MalformedRow, "PublicationYear").detail("beside a date"));
            }
            (date, year) => date.map(Publication::Date).or(year.map(Publication::Year)),
        };
        Ok(LearningResource {
            short_description: fields.need_published("ShortDescription")?,
            description: fields.published("Description")?,
            authors: fields.all_published("Author")?,
            additional_authors: fields.flag("AdditionalAuthorsIndicator")?,
            publisher: fields.published("Publisher")?,
            interactivity_style: fields.uri("InteractivityStyle")?,
            class: fields.descriptor("ContentClass")?,
            use_rights_url: fields.published("UseRightsURL")?,
            derived_from: derived_from.map(|element| self.sources(element)).transpose()?,
            publication,
            sexes: fields.uris("AppropriateSex")?,
            grades: fields.descriptors("AppropriateGradeLevel")?,
            languages: fields.uris("Language")?,
            version: fields.published("Version")?,
        })
    }

    fn approach(&mut self, fields: &Fields<'_>) -> Result<Approach, Fault> {
        let (min, max) = (fields.dosage("MinDosage")?, fields.dosage("MaxDosage")?);
        let dosage = PlannedDosage::new(min, max);
        Ok(Approach {
            content: self.sources(fields.need("EducationContentSource")?)?,
            class: fields.descriptor("InterventionClass")?,
            diagnoses: fields.descriptors("Diagnosis")?,
            populations: fields.descriptors("PopulationServed")?,
            sexes: fields.uris("AppropriateSex")?,
            grades: fields.descriptors("AppropriateGradeLevel")?,
            delivery: fields.descriptor("DeliveryMethod")?,
            dosage: dosage.map_err(|why| fault(FindingCode::RangeReversed, "MinDosage").detail(why))?,
            namespace: fields.published("Namespace")?,
            tier: None,
            aim: None,
            addresses: Vec::new(),
        })
    }

    fn prescription(&mut self, fields: &Fields<'_>) -> Result<InterventionPrescription, Fault> {
        let approach = self.approach(fields)?;
        let organization = self.organization(fields)?;
        let id = fields.id("InterventionPrescriptionIdentificationCode", PrescriptionId::new)?;
        Ok(InterventionPrescription { id, organization, approach })
    }

    fn intervention(&mut self, fields: &Fields<'_>) -> Result<Intervention, Fault> {
        let approach = self.approach(fields)?;
        let prescriptions = fields.all("InterventionPrescriptionReference");
        let prescriptions = prescriptions
            .map(|reference| self.prescription_reference(reference))
            .collect::<Result<_, _>>()?;
        let begin = fields.need_date("BeginDate")?;
        let mut staff = Vec::new();
        for reference in fields.all("StaffReference") {
            let identity = self.identity(reference, schema::STAFF, schema::STAFF_IDENTITY)?;
            staff.push(identity.id("StaffUniqueId", StaffId::new)?);
        }
        let organization = self.organization(fields)?;
        let id = fields.id("InterventionIdentificationCode", InterventionId::new)?;
        let end = fields.date("EndDate")?;
        let record = Intervention { id, organization, begin, end, approach, prescriptions, staff };
        record.check().map_err(|why| fault(FindingCode::RangeReversed, "EndDate").detail(why))?;
        Ok(record)
    }

    fn effectiveness(&mut self, fields: &Fields<'_>) -> Result<Vec<InterventionEffectiveness>, Fault> {
        let mut all = Vec::new();
        for element in fields.all("InterventionEffectiveness") {
            let fields = self.inside(element, schema::EFFECTIVENESS)?;
            all.push(InterventionEffectiveness {
                diagnosis: fields.descriptor("Diagnosis")?,
                population: fields.descriptor("PopulationServed")?,
                grade: fields.descriptor("GradeLevel")?,
                improvement_index: fields.number("ImprovementIndex")?,
                rating: fields.descriptor("InterventionEffectivenessRating")?,
            });
        }
        Ok(all)
    }

    fn study(&mut self, fields: &Fields<'_>) -> Result<InterventionStudy, Fault> {
        let content = fields.one("EducationContentSource");
        let prescription = fields.need("InterventionPrescriptionReference")?;
        let participants = fields.number("Participants")?;
        Ok(InterventionStudy {
            content: content.map(|element| self.sources(element)).transpose()?,
            prescription: self.prescription_reference(prescription)?,
            effectiveness: self.effectiveness(fields)?,
            participants: participants.ok_or_else(|| fault(FindingCode::MissingValue, "Participants"))?,
            delivery: fields.descriptor("DeliveryMethod")?,
            class: fields.descriptor("InterventionClass")?,
            grades: fields.descriptors("AppropriateGradeLevel")?,
            populations: fields.descriptors("PopulationServed")?,
            sexes: fields.uris("AppropriateSex")?,
            states: fields.uris("StateAbbreviation")?,
            organization: self.organization(fields)?,
            id: fields.id("InterventionStudyIdentificationCode", StudyId::new)?,
        })
    }

    fn association(&mut self, fields: &Fields<'_>) -> Result<StudentInterventionAssociation, Fault> {
        let student = fields.need("StudentReference")?;
        let student = self.identity(student, schema::STUDENT, schema::STUDENT_IDENTITY)?;
        let student = student.id("StudentUniqueId", StudentId::new)?;
        let reference = fields.need("InterventionReference")?;
        let identity = self.identity(reference, schema::INTERVENTION_OF, schema::INTERVENTION_IDENTITY)?;
        let organization = self.organization(&identity)?;
        let id = identity.id("InterventionIdentificationCode", InterventionId::new)?;
        let cohort = fields.one("CohortReference").map(|reference| {
            let identity = self.identity(reference, schema::COHORT, schema::COHORT_IDENTITY)?;
            let id = identity.id("CohortIdentifier", CohortId::new)?;
            Ok(CohortReference { id, organization: self.organization(&identity)? })
        });
        let statement = fields.one("DiagnosticStatement");
        let statement = statement.map(|element| text(element, "DiagnosticStatement"));
        Ok(StudentInterventionAssociation {
            student,
            intervention: InterventionReference { id, organization },
            cohort: cohort.transpose()?,
            effectiveness: self.effectiveness(fields)?,
            diagnostic_statement: statement.transpose()?.map(DiagnosticStatement::new),
            dosage: fields.dosage("Dosage")?,
        })
    }

    fn availability(&mut self, fields: &Fields<'_>) -> Result<PrescriptionAvailability, Fault> {
        let prescription = fields.need("InterventionPrescriptionReference")?;
        let record = PrescriptionAvailability {
            organization: self.organization(fields)?,
            prescription: self.prescription_reference(prescription)?,
            begin: fields.date("BeginDate")?,
            end: fields.date("EndDate")?,
        };
        record.check().map_err(|why| fault(FindingCode::RangeReversed, "EndDate").detail(why))?;
        Ok(record)
    }
}
