//! Ed-Fi interventions: the sample, which this project did not write, and files that are broken or hostile.
#![allow(clippy::unwrap_used, reason = "tests")]

use homeroom::{
    Action, EducationOrganizationId, FindingCode, Intake, InterventionId, MentorId, StudentId,
    mentoring::{
        CheckIn, ContactMinutes, ContactOutcome, ContentLocation, Diagnosis, EventDuration,
        InterventionClass, InterventionReference, InterventionStatus, Publication,
        StudentInterventionAttendanceEvent,
    },
};
use homeroom_exchange::{
    InterventionDocument, InterventionReading, InterventionRecord, WriteError, read_interventions,
    write_intervention_attendance, write_interventions,
};
use std::{fs, path::Path};

fn sample() -> Option<String> {
    let file = "../../../shared/fixtures/edfi-sample/StudentIntervention.xml";
    let text = fs::read_to_string(Path::new(env!("CARGO_MANIFEST_DIR")).join(file)).ok();
    if text.is_none() {
        println!("skipped: the Ed-Fi sample is not beside the project");
    }
    text
}

fn read(xml: &str) -> InterventionReading {
    let reading = read_interventions(xml.as_bytes()).unwrap();
    assert!(reading.intake.balances());
    assert_eq!(reading.document.records.len() as u64, reading.intake.applied);
    let kept = |code: FindingCode| code.action() == Action::Rejected;
    let rejected: u64 = reading.findings.by_code().filter(|(code, _)| kept(*code)).map(|(_, n)| n).sum();
    assert!(rejected >= reading.intake.rejected);
    reading
}

fn written(document: &InterventionDocument) -> String {
    let mut out = Vec::new();
    write_interventions(document, &mut out).unwrap();
    String::from_utf8(out).unwrap()
}

fn found(reading: &InterventionReading) -> Vec<(FindingCode, Option<&str>)> {
    reading.findings.iter().map(|finding| (finding.code, finding.field.as_deref())).collect()
}

fn file(records: &str) -> String {
    format!(
        "<?xml version=\"1.0\"?><InterchangeStudentIntervention xmlns=\"a\">{records}</InterchangeStudentIntervention>"
    )
}

const ORGANIZATION: &str = "<EducationOrganizationReference><EducationOrganizationIdentity>\
    <EducationOrganizationId>1</EducationOrganizationId></EducationOrganizationIdentity>\
    </EducationOrganizationReference>";

fn association(rest: &str) -> String {
    format!(
        "<StudentInterventionAssociation><StudentReference><StudentIdentity><StudentUniqueId>s1</StudentUniqueId>\
         </StudentIdentity></StudentReference><InterventionReference><InterventionIdentity>{ORGANIZATION}\
         <InterventionIdentificationCode>i1</InterventionIdentificationCode></InterventionIdentity>\
         </InterventionReference>{rest}</StudentInterventionAssociation>"
    )
}

fn intervention() -> String {
    format!(
        "<Intervention><EducationContentSource/>\
         <InterventionClass>uri://ed-fi.org/InterventionClassDescriptor#Practice</InterventionClass>\
         <DeliveryMethod>uri://ed-fi.org/DeliveryMethodDescriptor#Individual</DeliveryMethod>\
         <BeginDate>2025-09-01</BeginDate><EndDate>2025-09-30</EndDate>{ORGANIZATION}\
         <InterventionIdentificationCode>i1</InterventionIdentificationCode>\
         <MinDosage>10</MinDosage><MaxDosage>30</MaxDosage></Intervention>"
    )
}

/// The one finding about a file of one bad record and a good one after it.
fn rejected(bad: &str) -> (FindingCode, Option<String>) {
    let reading = read(&file(&(bad.to_owned() + &association(""))));
    assert_eq!(reading.intake, Intake { read: 2, applied: 1, rejected: 1, ..Intake::default() }, "{bad}");
    assert_eq!(reading.findings.total(), 1, "{bad}");
    let finding = reading.findings.iter().next().unwrap();
    assert_eq!(finding.place.row, Some(1));
    (finding.code, finding.field.as_deref().map(str::to_owned))
}

#[test]
fn the_sample_is_written_back_byte_for_byte() {
    let Some(text) = sample() else { return };
    let reading = read(&text);
    assert_eq!(reading.findings.total(), 0);
    assert_eq!((reading.intake.read, reading.intake.applied), (30, 30));
    assert_eq!(written(&reading.document), text);
}

#[test]
fn the_sample_holds_what_it_holds() {
    let Some(text) = sample() else { return };
    let document = read(&text).document;
    let mut minutes = 0;
    let mut students = 0;
    for record in document.records {
        match record {
            InterventionRecord::EducationContent(content) => {
                let ContentLocation::Resource(resource) = content.location else { panic!() };
                assert_eq!(resource.authors[1].as_str(), "Carroll, E. Brooke");
                assert_eq!(resource.publication, Some(Publication::Year(1999)));
            }
            InterventionRecord::InterventionPrescription(record) => {
                assert_eq!(record.id.as_str(), "255901-CheckAndConnect");
                assert_eq!(record.approach.grades.len(), 4);
                assert_eq!(record.approach.dosage.max().unwrap().get(), 60);
            }
            InterventionRecord::Intervention(record) => {
                assert_eq!(record.approach.class.term(), Some(InterventionClass::Practice));
                assert_eq!(record.approach.diagnoses[0].term(), Some(Diagnosis::DropoutRisk));
                assert_eq!(
                    record.approach.diagnoses[0].uri().namespace(),
                    "uri://gbisd.edu/DiagnosisDescriptor"
                );
                assert_eq!(record.prescriptions[0].organization.as_str(), "255901");
                assert_eq!((record.begin.to_string().as_str(), record.end), ("2021-08-23", None));
            }
            InterventionRecord::InterventionStudy(record) => {
                assert_eq!((record.participants, record.effectiveness.len()), (25, 1));
            }
            InterventionRecord::StudentInterventionAssociation(record) => {
                students += 1;
                minutes += record.dosage.unwrap().get();
            }
            InterventionRecord::PrescriptionAvailability(record) => {
                assert_eq!(record.begin.unwrap().to_string(), "2018-08-01");
            }
            _ => panic!("another kind of record"),
        }
    }
    assert_eq!((students, minutes), (25, 315));
}

#[test]
fn every_cut_of_the_sample_is_told_and_balances() {
    let Some(text) = sample() else { return };
    let whole = read(&text).intake.read;
    for cut in (0..text.len()).step_by(101) {
        let reading = read(&text[..cut]);
        assert!(reading.findings.total() > 0 && reading.intake.read <= whole, "{cut}");
    }
}

#[test]
fn what_the_model_does_not_hold_is_told_and_the_rest_is_read() {
    let record = association("<Dosage>10</Dosage><Zeal>7</Zeal>");
    let record = record.replace("<StudentReference>", "<StudentReference ref=\"x\"><StudentLookup/>");
    let reading = read(&file(&record.replace("<StudentIdentity>", "<StudentIdentity><Odd1 a=\"b\"/>")));
    assert_eq!(reading.intake.applied, 1);
    let unknown = |name| (FindingCode::UnknownElement, Some(name));
    assert_eq!(
        found(&reading),
        [unknown("Zeal"), unknown("StudentLookup"), unknown("another"), unknown("ref"), unknown("a")]
    );
    let meetings = intervention().replace("<EndDate>", "<MeetingTime/><EndDate>");
    assert_eq!(found(&read(&file(&meetings))), [unknown("MeetingTime")]);
}

#[test]
fn records_of_other_kinds_are_counted_and_named() {
    assert_eq!(
        rejected("<Session><SessionName>x</SessionName></Session>"),
        (FindingCode::UnusedRecord, None)
    );
    let reading = read(&file("<Jo2 a=\"b\"/><Student/>"));
    let details: Vec<_> = reading.findings.iter().map(|finding| finding.detail.as_deref().unwrap()).collect();
    assert_eq!(details, ["another", "Student"]);
}

#[test]
fn a_bad_value_is_a_finding_that_names_the_field_and_not_the_value() {
    use FindingCode::{
        InvalidDate, InvalidDescriptor, InvalidId, InvalidNumber, MalformedRow, MissingValue, RangeReversed,
    };
    let of = |from: &str, to: &str| {
        assert!(intervention().contains(from), "{from}");
        rejected(&intervention().replace(from, to))
    };
    let is = |code, field: &str| (code, Some(field.to_owned()));
    assert_eq!(of("<MinDosage>10", "<MinDosage>ten"), is(InvalidNumber, "MinDosage"));
    assert_eq!(of("<MinDosage>10", "<MinDosage>-1"), is(InvalidNumber, "MinDosage"));
    assert_eq!(of("<MinDosage>10", "<MinDosage>1.5"), is(InvalidNumber, "MinDosage"));
    assert_eq!(of("<MaxDosage>30", "<MaxDosage>2147483648"), is(InvalidNumber, "MaxDosage"));
    assert_eq!(of("<MinDosage>10", "<MinDosage>31"), is(RangeReversed, "MinDosage"));
    assert_eq!(of("<MinDosage>10", "<MinDosage> "), is(MissingValue, "MinDosage"));
    assert_eq!(of("2025-09-01", "2025-09-31"), is(InvalidDate, "BeginDate"));
    assert_eq!(of("2025-09-01", "01/09/2025"), is(InvalidDate, "BeginDate"));
    assert_eq!(of("2025-09-01", "2025-10-01"), is(RangeReversed, "EndDate"));
    assert_eq!(of("<BeginDate>2025-09-01</BeginDate>", ""), is(MissingValue, "BeginDate"));
    assert_eq!(of("<EducationContentSource/>", ""), is(MissingValue, "EducationContentSource"));
    assert_eq!(of("uri://ed-fi.org/DeliveryMethodDescriptor#", ""), is(InvalidDescriptor, "DeliveryMethod"));
    assert_eq!(of(ORGANIZATION, ""), is(MissingValue, "EducationOrganizationReference"));
    assert_eq!(of("Id>1</", "Id></"), is(MissingValue, "EducationOrganizationId"));
    let long = "x".repeat(129);
    assert_eq!(of(">i1<", &format!(">{long}<")), is(InvalidId, "InterventionIdentificationCode"));
    assert_eq!(of(">i1<", "><b>i1</b><"), is(MalformedRow, "InterventionIdentificationCode"));
    assert_eq!(of("<MinDosage>", "<MinDosage>9</MinDosage><MinDosage>"), is(MalformedRow, "MinDosage"));
    assert_eq!(of("<EducationContentSource/>", "Jane Doe<EducationContentSource/>"), (MalformedRow, None));
    assert_eq!(
        of("<EducationContentSource/>", "<EducationContentSource>Jo</EducationContentSource>"),
        (MalformedRow, None)
    );
    let swapped = "<EndDate>2025-09-30</EndDate><BeginDate>2025-09-01</BeginDate>";
    assert_eq!(
        of("<BeginDate>2025-09-01</BeginDate><EndDate>2025-09-30</EndDate>", swapped),
        is(MalformedRow, "BeginDate")
    );

    let shapes = read(&file(&intervention().replace("2025-09-01", "Jane Doe")));
    let finding = shapes.findings.iter().next().unwrap();
    assert_eq!(finding.detail.as_deref(), Some("aaaa aaa"));
    assert!(!format!("{:?}", shapes.findings).contains("Jane"));
}

#[test]
fn markup_that_could_expand_is_refused() {
    let bomb = format!("<!DOCTYPE a [<!ENTITY b \"bbbb\">]>{}", file(&association("")));
    let reading = read(&bomb);
    assert_eq!((found(&reading), reading.intake.read), (vec![(FindingCode::ForbiddenMarkup, None)], 0));
    let entity = association("<DiagnosticStatement>&b;</DiagnosticStatement>");
    assert_eq!(rejected(&entity), (FindingCode::ForbiddenMarkup, None));
    let inside = file("<!DOCTYPE a>");
    assert_eq!(found(&read(&inside)), [(FindingCode::ForbiddenMarkup, None)]);
}

#[test]
fn huge_files_are_cut_where_they_are_huge() {
    let huge = "x".repeat(3 << 20);
    let statement = association(&format!("<DiagnosticStatement>{huge}</DiagnosticStatement>"));
    assert_eq!(rejected(&statement), (FindingCode::FieldTooLong, None));
    assert_eq!(rejected(&association(&"<Zeal/>".repeat(5000))), (FindingCode::FieldTooLong, None));
    let deep = read(&file(&association(&"<a>".repeat(100))));
    assert_eq!((found(&deep), deep.intake.rejected), (vec![(FindingCode::MalformedRow, None)], 1));
    let tag = read(&file(&format!("{}<a b='{huge}'/>", association(""))));
    assert_eq!((found(&tag), tag.intake.applied), (vec![(FindingCode::FieldTooLong, None)], 1));
}

#[test]
fn a_broken_file_keeps_what_stands_before() {
    let (whole, good) = (file(&(association("") + &association(""))), association(""));
    let middle = read(&whole[..whole.len() - 60]);
    assert_eq!(middle.intake, Intake { read: 2, applied: 1, rejected: 1, ..Intake::default() });
    assert_eq!(found(&middle), [(FindingCode::TruncatedFile, None)]);
    let between = read(&whole[..whole.len() - 33]);
    assert_eq!((between.intake.applied, found(&between)), (2, vec![(FindingCode::TruncatedFile, None)]));

    let crossed = read(&file(&(good.clone() + "<Intervention><a></b></a></Intervention>")));
    assert_eq!((crossed.intake.applied, found(&crossed)), (1, vec![(FindingCode::MalformedRow, None)]));
    let stray = read(&file(&(good.clone() + "Jane Doe" + &good)));
    assert_eq!((stray.intake.applied, found(&stray)), (1, vec![(FindingCode::MalformedRow, None)]));
    let twice = read(&(whole.clone() + &file(&good)[21..]));
    assert_eq!((twice.intake.applied, found(&twice)), (2, vec![(FindingCode::MalformedRow, None)]));
    let other = read(&whole.replace("InterchangeStudentIntervention", "InterchangeStudent"));
    assert_eq!((other.intake.read, found(&other)), (0, vec![(FindingCode::MalformedRow, None)]));

    assert_eq!(found(&read("")), [(FindingCode::EmptyFile, None)]);
    assert_eq!(found(&read(&file(""))), [(FindingCode::EmptyFile, None)]);
    let bytes = file(&association("<DiagnosticStatement>é</DiagnosticStatement>"));
    let latin: Vec<u8> = bytes.chars().map(|c| u8::try_from(u32::from(c)).unwrap()).collect();
    let reading = read_interventions(latin.as_slice()).unwrap();
    assert_eq!((found(&reading), reading.intake.rejected), (vec![(FindingCode::WrongEncoding, None)], 1));
}

#[test]
fn a_statement_comes_out_in_the_file_alone() {
    let text = "lives with \"an aunt\" &amp; &lt;two&gt; cats&#13;\n\tsince May ";
    let xml = file(&association(&format!("<DiagnosticStatement>{text}</DiagnosticStatement>")));
    let reading = read(&xml);
    assert!(!format!("{reading:?}").contains("aunt"));
    assert!(written(&reading.document).contains(&format!(">{text}<")));
    let again = read(&written(&reading.document));
    assert_eq!(again.document, reading.document);

    let Some(InterventionRecord::StudentInterventionAssociation(record)) =
        again.document.records.into_iter().next()
    else {
        panic!()
    };
    let begin = "2025-09-01".parse().unwrap();
    assert!(record.clone().into_student_intervention(InterventionStatus::Completed, begin).is_err());
    let record = record.into_student_intervention(InterventionStatus::Active, begin).unwrap();
    assert!(record.diagnostic_statement.is_some() && !format!("{record:?}").contains("aunt"));
}

#[test]
fn prefixes_and_attributes_of_the_root_are_kept() {
    let xml = file(&association("")).replace('\n', "");
    let prefixed = xml.replace("</", "</e:").replace('<', "<e:").replace("<e:/", "</").replace("<e:?", "<?");
    let prefixed = prefixed.replace("xmlns=\"a\"", "xmlns:e=\"a\" b='&lt;&quot;&#10;'");
    let reading = read(&prefixed);
    assert_eq!((reading.intake.applied, reading.findings.total()), (1, 0), "{prefixed}");
    let out = written(&reading.document);
    assert!(out.contains("<e:InterchangeStudentIntervention xmlns:e=\"a\" b=\"&lt;&quot;&#10;\">"), "{out}");
    assert_eq!(read(&out).document, reading.document);
    let mixed = read(&prefixed.replace("e:StudentReference>", "StudentReference>"));
    assert_eq!(found(&mixed), [(FindingCode::MissingValue, Some("StudentReference"))]);
}

#[test]
fn a_check_in_is_written_as_attendance_that_other_readers_count() {
    let (student, mentor) = (StudentId::new("s1").unwrap(), MentorId::new("m1").unwrap());
    let mut check_in = CheckIn::new(student, mentor, "2025-09-08".parse().unwrap(), ContactOutcome::Met);
    check_in.minutes = Some(ContactMinutes::new(5).unwrap());
    let organization = EducationOrganizationId::new("1").unwrap();
    let intervention = InterventionReference { id: InterventionId::new("i1").unwrap(), organization };
    let mut event = StudentInterventionAttendanceEvent::of(&check_in, intervention);
    let text = |event: &StudentInterventionAttendanceEvent| {
        let mut out = Vec::new();
        write_intervention_attendance([event], &mut out).unwrap();
        String::from_utf8(out).unwrap().replace(['\n', '\t'], "")
    };
    let expected = format!(
        "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\
         <InterchangeStudentAttendance xmlns=\"http://ed-fi.org/5.2.0\"><StudentInterventionAttendanceEvent>\
         <AttendanceEvent><EventDate>2025-09-08</EventDate><AttendanceEventCategory>\
         uri://ed-fi.org/AttendanceEventCategoryDescriptor#In Attendance</AttendanceEventCategory></AttendanceEvent>\
         <StudentReference><StudentIdentity><StudentUniqueId>s1</StudentUniqueId></StudentIdentity></StudentReference>\
         <InterventionReference><InterventionIdentity>{ORGANIZATION}<InterventionIdentificationCode>i1\
         </InterventionIdentificationCode></InterventionIdentity></InterventionReference>\
         <InterventionDuration>5</InterventionDuration></StudentInterventionAttendanceEvent>\
         </InterchangeStudentAttendance>"
    );
    assert_eq!(text(&event), expected);
    for (hundredths, decimal) in [(0, "0.00"), (7, "0.07"), (33, "0.33"), (100, "1.00")] {
        event.event_duration = Some(EventDuration::hundredths(hundredths).unwrap());
        let duration = format!("<EventDuration>{decimal}</EventDuration></AttendanceEvent>");
        assert!(text(&event).contains(&duration), "{decimal}");
    }
    assert!(EventDuration::hundredths(101).is_err());
}

#[test]
fn what_would_not_be_read_again_is_not_written() {
    let mut document = read(&file(&(association("") + &intervention()))).document;
    let fails = |document: &InterventionDocument| write_interventions(document, Vec::new()).unwrap_err();
    let InterventionRecord::Intervention(record) = &mut document.records[1] else { panic!() };
    record.end = Some("2025-08-31".parse().unwrap());
    assert!(matches!(fails(&document), WriteError::EndsBeforeBegin { record: 2 }));
    for (text, character) in [("a\u{1}".to_owned(), true), ("x".repeat(70_000), false)] {
        let InterventionRecord::StudentInterventionAssociation(record) = &mut document.records[0] else {
            panic!()
        };
        record.diagnostic_statement = Some(homeroom_exchange::DiagnosticStatement::new(&text));
        let error = fails(&document);
        match error {
            WriteError::Character { record: 1, field: "DiagnosticStatement" } => assert!(character),
            WriteError::TooLong { record: 1, field: "DiagnosticStatement" } => assert!(!character),
            _ => panic!("{error}"),
        }
    }
}
