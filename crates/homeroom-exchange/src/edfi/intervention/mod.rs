//! Interventions in Ed-Fi's bulk interchange: `InterchangeStudentIntervention`, read and written, and attendance at
//! them, written.

mod attendance;
mod document;
mod element;
mod read;
mod scan;
mod schema;
mod values;
mod write;
mod xml_text;
mod xml_writer;

pub use attendance::write_intervention_attendance;
pub use document::{
    CohortReference, DiagnosticStatement, InterventionDocument, InterventionRecord,
    StudentInterventionAssociation,
};
pub use xml_writer::WriteError;

use super::record::Fault;
use crate::ReadError;
use element::Unknown;
use homeroom::{Finding, FindingCode, Findings, Intake, Place, mentoring::Approach};
use scan::{ROOT, Scanned};
use schema::Shape;
use std::io::{BufRead, Write};
use xml_writer::XmlWriter;

/// An interchange of interventions as it was read.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct InterventionReading {
    /// The records, in their order.
    pub document: InterventionDocument,
    /// What was wrong, and with which record.
    pub findings: Findings,
    /// What became of the records; [`Intake::balances`] holds.
    pub intake: Intake,
}

/// Reads an Ed-Fi `InterchangeStudentIntervention` (data standard 5.2), in UTF-8, whatever its namespace.
///
/// What is read is written back equal by [`write_interventions`], element by element, as long as there is no
/// finding; only comments, processing instructions, the white space between elements and around values, and a
/// number's leading zeros are not kept.
///
/// **What is not held.** `Cost`, `CostRate`, `TimeRequired`, `LearningStandardReference`, `MeetingTime`, elements
/// of extensions, and attributes other than the root's: a finding `unknown_element` for each, and the record is
/// used without. References are read by their identities; a record whose reference has only a `ref` is not used.
///
/// **What is not used.** Records of other kinds (`unused_record`), and records that break the schema: a required
/// value that is missing (`missing_value`), elements in another order, twice, or one in the place of a value
/// (`malformed_row`), and values that are none. A value is never repeated in a finding, only its shape.
///
/// **Bad files.** A document type or entity of its own is refused and nothing expanded (`forbidden_markup`); of a
/// file cut short or malformed the records before are used; a text over 64 KiB or more than 4096 elements spoil
/// their record (`field_too_long`).
///
/// ```
/// use homeroom_exchange::{InterventionRecord, read_interventions, write_interventions};
/// let xml = r#"<?xml version="1.0" encoding="UTF-8"?>
/// <InterchangeStudentIntervention xmlns="http://ed-fi.org/5.2.0">
///   <StudentInterventionAssociation>
///     <StudentReference>
///       <StudentIdentity>
///         <StudentUniqueId>604822</StudentUniqueId>
///       </StudentIdentity>
///     </StudentReference>
///     <InterventionReference>
///       <InterventionIdentity>
///         <EducationOrganizationReference>
///           <EducationOrganizationIdentity>
///             <EducationOrganizationId>255901001</EducationOrganizationId>
///           </EducationOrganizationIdentity>
///         </EducationOrganizationReference>
///         <InterventionIdentificationCode>CheckAndConnect</InterventionIdentificationCode>
///       </InterventionIdentity>
///     </InterventionReference>
///     <Dosage>10</Dosage>
///   </StudentInterventionAssociation>
/// </InterchangeStudentIntervention>"#;
/// let mut reading = read_interventions(xml.as_bytes())?;
/// assert_eq!((reading.intake.applied, reading.findings.total()), (1, 0));
/// let mut written = Vec::new();
/// write_interventions(&reading.document, &mut written)?;
/// assert_eq!(String::from_utf8(written)?.replace('\t', "  "), xml);
///
/// let Some(InterventionRecord::StudentInterventionAssociation(record)) = reading.document.records.pop() else { panic!() };
/// assert_eq!(record.dosage.map(|dosage| dosage.get()), Some(10));
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
///
/// # Errors
/// [`ReadError::Io`] where the input cannot be read.
pub fn read_interventions(xml: impl BufRead) -> Result<InterventionReading, ReadError> {
    let mut reading = InterventionReading {
        document: InterventionDocument::new(Vec::new()),
        findings: Findings::new(),
        intake: Intake::default(),
    };
    let (root, problem) = scan::scan(xml, |scanned| reading.take(scanned))?;
    if let Some(fault) = problem {
        reading.findings.push(finding(fault, Place::default()));
    } else if reading.intake.read == 0 {
        reading.findings.push(Finding::new(FindingCode::EmptyFile, Place::default()));
    }
    reading.document.root = root.unwrap_or_default();
    Ok(reading)
}

impl InterventionReading {
    fn take(&mut self, scanned: Scanned) {
        let Scanned { number, element, attributes } = scanned;
        let place = Place { file: None, row: Some(number) };
        let mut unknown: Unknown = Vec::new();
        self.intake.read += 1;
        let record = element.and_then(|element| match Shape::named(&element.name) {
            Some(shape) => read::record(shape, &element, &mut unknown),
            None => Err(Fault::new(FindingCode::UnusedRecord).detail(shown(&element.name))),
        });
        match record {
            Ok(record) => {
                self.intake.applied += 1;
                self.document.records.push(record);
                for name in unknown.iter().chain(&attributes) {
                    let finding = Finding::new(FindingCode::UnknownElement, place.clone());
                    self.findings.push(finding.field(shown(name)));
                }
            }
            Err(fault) => {
                self.intake.rejected += 1;
                self.findings.push(finding(fault, place));
            }
        }
    }
}

fn finding(fault: Fault, place: Place) -> Finding {
    let finding = Finding::new(fault.code, place);
    let finding = fault.field.iter().fold(finding, |finding, field| finding.field(field));
    fault.detail.into_iter().fold(finding, Finding::detail)
}

/// A name of the markup; what does not look like one may be anything.
fn shown(name: &str) -> &str {
    let plain = name.len() <= 64 && name.bytes().all(|byte| byte.is_ascii_alphabetic() || byte == b':');
    if plain { name } else { "another" }
}

/// Writes an Ed-Fi `InterchangeStudentIntervention`, in the order of the records and of the schema.
///
/// This is the one way out for a [`DiagnosticStatement`]: the file holds what was said of children, and is for
/// whoever answers for their records, as the file was that it came from.
///
/// Ed-Fi has no place for an approach's tier, aim and barriers; each that is left out is a finding `not_written`.
///
/// # Errors
/// [`WriteError`] where the output cannot be written, or where [`read_interventions`] would not read it again.
pub fn write_interventions(document: &InterventionDocument, out: impl Write) -> Result<Findings, WriteError> {
    let mut findings = Findings::new();
    let mut writer = XmlWriter::begin(out, &document.root, ROOT)?;
    for record in &document.records {
        write::record(&mut writer, record)?;
        let approach = match record {
            InterventionRecord::InterventionPrescription(record) => &record.approach,
            InterventionRecord::Intervention(record) => &record.approach,
            _ => continue,
        };
        for field in left_out(approach) {
            let place = Place { file: None, row: Some(writer.record) };
            findings.push(Finding::new(FindingCode::NotWritten, place).field(field));
        }
    }
    writer.finish(ROOT)?;
    Ok(findings)
}

fn left_out(approach: &Approach) -> impl Iterator<Item = &'static str> {
    let held = [
        ("tier", approach.tier.is_some()),
        ("aim", approach.aim.is_some()),
        ("addresses", !approach.addresses.is_empty()),
    ];
    held.into_iter().filter(|(_, held)| *held).map(|(field, _)| field)
}
