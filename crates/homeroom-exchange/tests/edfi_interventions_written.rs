//! Any document of interventions, written and read again, is the same document.
#![allow(clippy::unwrap_used, reason = "tests")]

use chrono::{Days, NaiveDate};
use homeroom::{
    CohortId, ContentId, EducationOrganizationId, GradeLevel, InterventionId, PrescriptionId, StaffId,
    StudentId, StudyId,
    mentoring::{
        Aim, Approach, BarrierTerm, ContentClass, ContentLocation, DeliveryMethod, Descriptor,
        DescriptorTerm, DescriptorUri, Diagnosis, EducationContent, EducationContentReference,
        EducationContentSource, Intervention, InterventionClass, InterventionDosage,
        InterventionEffectiveness, InterventionEffectivenessRating, InterventionPrescription,
        InterventionReference, InterventionStudy, LearningResource, PlannedDosage, PopulationServed,
        PrescriptionAvailability, PrescriptionReference, Publication, PublishedText, Tier,
    },
};
use homeroom_exchange::{
    CohortReference, DiagnosticStatement, InterventionDocument, InterventionRecord,
    StudentInterventionAssociation, read_interventions, write_interventions,
};
use proptest::{
    collection::vec,
    option::{of, weighted},
    prelude::*,
    sample::select,
};

fn id() -> impl Strategy<Value = String> {
    "[A-Za-z0-9&<>'\"é-]([ A-Za-z0-9&<>'\"\\]é-]{0,8}[A-Za-z0-9&<>'\"é-])?"
}

// Every character that XML has, the awkward ones often.
fn text() -> impl Strategy<Value = String> {
    let awkward = select(vec!['<', '>', '&', '"', '\'', '\r', '\n', '\t', ' ', ']', '-', 'é', '\u{feff}']);
    let any = any::<char>().prop_filter("XML lacks it", |c| {
        (*c >= ' ' || "\t\n\r".contains(*c)) && !['\u{fffe}', '\u{ffff}'].contains(c)
    });
    vec(prop_oneof![awkward, any], 0..12).prop_map(String::from_iter)
}

fn published() -> impl Strategy<Value = PublishedText> {
    text().prop_map(PublishedText::new)
}

fn uri() -> impl Strategy<Value = DescriptorUri> {
    "uri://[a-z.&]{1,9}/(b/)?[A-Z][a-z]{0,5}Descriptor#[A-Z&<][a-z #/]{0,9}[a-z]"
        .prop_map(|text| DescriptorUri::new(text).unwrap())
}

fn descriptor<T: DescriptorTerm>() -> impl Strategy<Value = Descriptor<T>> {
    prop_oneof![uri().prop_map(Descriptor::from), select(T::TERMS.to_vec()).prop_map(Descriptor::from)]
}

fn organization() -> impl Strategy<Value = EducationOrganizationId> {
    id().prop_map(|id| EducationOrganizationId::new(id).unwrap())
}

fn date() -> impl Strategy<Value = NaiveDate> {
    (0..9000_u64).prop_map(|days| NaiveDate::from_ymd_opt(2010, 1, 1).unwrap() + Days::new(days))
}

fn dosage() -> impl Strategy<Value = InterventionDosage> {
    prop_oneof![0..300_u32, Just(i32::MAX as u32)]
        .prop_map(|minutes| InterventionDosage::minutes(minutes).unwrap())
}

fn sources() -> impl Strategy<Value = EducationContentSource> {
    let content = (id(), of(published()))
        .prop_map(|(id, namespace)| EducationContentReference { id: ContentId::new(id).unwrap(), namespace });
    (vec(content, 0..3), vec(published(), 0..3), vec(published(), 0..3))
        .prop_map(|(contents, metadata_uris, uris)| EducationContentSource { contents, metadata_uris, uris })
}

fn prescription_reference() -> impl Strategy<Value = PrescriptionReference> {
    (id(), organization()).prop_map(|(id, organization)| PrescriptionReference {
        id: PrescriptionId::new(id).unwrap(),
        organization,
    })
}

fn approach() -> impl Strategy<Value = Approach> {
    let planned = (of(dosage()), of(dosage()))
        .prop_map(|(a, b)| PlannedDosage::new(a, b).or_else(|_| PlannedDosage::new(b, a)).unwrap());
    let whom = (
        vec(descriptor::<PopulationServed>(), 0..3),
        vec(uri(), 0..3),
        vec(descriptor::<GradeLevel>(), 0..3),
    );
    let what = (descriptor(), descriptor(), vec(descriptor::<Diagnosis>(), 0..3));
    (what, whom, planned, sources(), of(published())).prop_map(
        |((class, delivery, diagnoses), (populations, sexes, grades), dosage, content, namespace)| Approach {
            class,
            delivery,
            diagnoses,
            populations,
            sexes,
            grades,
            dosage,
            content,
            namespace,
            ..Approach::new(InterventionClass::Other, DeliveryMethod::Individual)
        },
    )
}

fn resource() -> impl Strategy<Value = LearningResource> {
    let publication =
        prop_oneof![date().prop_map(Publication::Date), (0..10_000_u16).prop_map(Publication::Year)];
    let texts = (published(), of(published()), vec(published(), 0..3), of(published()), of(published()));
    let lists = (vec(uri(), 0..3), vec(descriptor::<GradeLevel>(), 0..3), vec(uri(), 0..3));
    let class = descriptor::<ContentClass>();
    (texts, lists, class, of(any::<bool>()), of(uri()), of(sources()), of(publication), of(published()))
        .prop_map(|(texts, lists, class, flag, style, derived_from, publication, version)| LearningResource {
            description: texts.1,
            authors: texts.2,
            additional_authors: flag,
            publisher: texts.3,
            interactivity_style: style,
            use_rights_url: texts.4,
            derived_from,
            publication,
            sexes: lists.0,
            grades: lists.1,
            languages: lists.2,
            version,
            ..LearningResource::new(texts.0, class)
        })
}

fn content() -> impl Strategy<Value = EducationContent> {
    let location = prop_oneof![
        published().prop_map(ContentLocation::MetadataUri),
        resource().prop_map(|resource| ContentLocation::Resource(Box::new(resource)))
    ];
    (id(), location, published()).prop_map(|(id, location, namespace)| EducationContent {
        id: ContentId::new(id).unwrap(),
        location,
        namespace,
    })
}

fn prescription() -> impl Strategy<Value = InterventionPrescription> {
    (prescription_reference(), approach()).prop_map(|(own, approach)| InterventionPrescription {
        id: own.id,
        organization: own.organization,
        approach,
    })
}

fn intervention() -> impl Strategy<Value = Intervention> {
    let staff = id().prop_map(|id| StaffId::new(id).unwrap());
    let rest = (vec(prescription_reference(), 0..3), vec(staff, 0..3));
    (id(), organization(), date(), of(0..400_u64), approach(), rest).prop_map(
        |(id, organization, begin, length, approach, (prescriptions, staff))| Intervention {
            end: length.map(|days| begin + Days::new(days)),
            prescriptions,
            staff,
            ..Intervention::new(InterventionId::new(id).unwrap(), organization, begin, approach)
        },
    )
}

fn effectiveness() -> impl Strategy<Value = InterventionEffectiveness> {
    let rating = descriptor::<InterventionEffectivenessRating>();
    (descriptor(), descriptor(), descriptor(), of(any::<i32>()), rating).prop_map(
        |(diagnosis, population, grade, improvement_index, rating)| InterventionEffectiveness {
            diagnosis,
            population,
            grade,
            improvement_index,
            rating,
        },
    )
}

fn study() -> impl Strategy<Value = InterventionStudy> {
    let own = (id(), organization(), prescription_reference(), any::<u32>());
    let how = (descriptor(), descriptor(), of(sources()), vec(effectiveness(), 0..3));
    let who = (vec(descriptor(), 0..3), vec(descriptor(), 0..3), vec(uri(), 0..3), vec(uri(), 0..3));
    (own, how, who).prop_map(|(own, how, who)| InterventionStudy {
        id: StudyId::new(own.0).unwrap(),
        organization: own.1,
        prescription: own.2,
        participants: own.3,
        delivery: how.0,
        class: how.1,
        content: how.2,
        effectiveness: how.3,
        grades: who.0,
        populations: who.1,
        sexes: who.2,
        states: who.3,
    })
}

fn association() -> impl Strategy<Value = StudentInterventionAssociation> {
    let cohort = (id(), organization())
        .prop_map(|(id, organization)| CohortReference { id: CohortId::new(id).unwrap(), organization });
    let statement = text().prop_map(DiagnosticStatement::new);
    (id(), id(), organization(), of(cohort), vec(effectiveness(), 0..2), of(statement), of(dosage()))
        .prop_map(|(student, id, organization, cohort, effectiveness, diagnostic_statement, dosage)| {
            let intervention = InterventionReference { id: InterventionId::new(id).unwrap(), organization };
            let student = StudentId::new(student).unwrap();
            StudentInterventionAssociation {
                student,
                intervention,
                cohort,
                effectiveness,
                diagnostic_statement,
                dosage,
            }
        })
}

fn availability() -> impl Strategy<Value = PrescriptionAvailability> {
    (organization(), prescription_reference(), weighted(0.7, date()), of(0..400_u64)).prop_map(
        |(organization, prescription, begin, length)| {
            let first = begin.unwrap_or(NaiveDate::from_ymd_opt(2010, 1, 1).unwrap());
            let end = length.map(|days| first + Days::new(days));
            PrescriptionAvailability { organization, prescription, begin, end }
        },
    )
}

fn record() -> impl Strategy<Value = InterventionRecord> {
    prop_oneof![
        content().prop_map(InterventionRecord::EducationContent),
        prescription().prop_map(InterventionRecord::InterventionPrescription),
        intervention().prop_map(InterventionRecord::Intervention),
        study().prop_map(InterventionRecord::InterventionStudy),
        association().prop_map(InterventionRecord::StudentInterventionAssociation),
        availability().prop_map(InterventionRecord::PrescriptionAvailability),
    ]
}

proptest! {
    #![proptest_config(ProptestConfig { failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn what_is_written_is_read_again(records in vec(record(), 0..6)) {
        let document = InterventionDocument::new(records);
        let mut out = Vec::new();
        let left_out = write_interventions(&document, &mut out).unwrap();
        prop_assert_eq!(left_out.total(), 0);
        let reading = read_interventions(out.as_slice()).unwrap();
        let empty = u64::from(document.records.is_empty());
        prop_assert_eq!(reading.findings.total(), empty, "{:?}", reading.findings);
        prop_assert_eq!(reading.intake.applied, document.records.len() as u64);
        prop_assert_eq!(&reading.document, &document);
        let mut again = Vec::new();
        write_interventions(&reading.document, &mut again).unwrap();
        prop_assert_eq!(again, out);
    }

    #[test]
    fn no_bytes_make_the_reader_fail(
        records in vec(record(), 1..4),
        edits in vec((any::<prop::sample::Index>(), any::<u8>()), 1..6),
    ) {
        let mut bytes = Vec::new();
        write_interventions(&InterventionDocument::new(records), &mut bytes).unwrap();
        for (at, byte) in edits {
            let at = at.index(bytes.len());
            bytes[at] = byte;
        }
        let reading = read_interventions(bytes.as_slice()).unwrap();
        prop_assert!(reading.intake.balances());
        prop_assert_eq!(reading.document.records.len() as u64, reading.intake.applied);
        prop_assert!(reading.findings.total() >= reading.intake.rejected);
    }

    #[test]
    fn what_ed_fi_has_no_place_for_is_told(mut record in intervention()) {
        let bare = record.clone();
        record.approach.tier = Some(Tier::Tier2);
        record.approach.aim = Some(Aim::JoyfulAndPositive);
        record.approach.addresses = vec![BarrierTerm::Boredom.into(), BarrierTerm::Anxiety.into()];
        let mut out = Vec::new();
        let document = InterventionDocument::new(vec![InterventionRecord::Intervention(record)]);
        let findings = write_interventions(&document, &mut out).unwrap();
        let fields: Vec<_> = findings.iter().map(|finding| finding.field.as_deref().unwrap()).collect();
        prop_assert_eq!(fields, ["tier", "aim", "addresses"]);
        let reading = read_interventions(out.as_slice()).unwrap();
        prop_assert_eq!(reading.document.records, [InterventionRecord::Intervention(bare)]);
    }
}
