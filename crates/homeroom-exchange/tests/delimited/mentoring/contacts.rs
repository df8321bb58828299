//! Records of mentors, assignments and contacts that are odd or wrong, one at a time.

use super::sample::{check, found, program, text, with};
use crate::folder::{counts, only};
use homeroom::FindingCode::*;
use homeroom::mentoring::{Casebook, Contact, ContactMinutes};
use homeroom_exchange::Dataset;

fn contacts(casebook: &Casebook, student: &str) -> Vec<Contact> {
    casebook.contacts_of(casebook.find_student(student).unwrap()).to_vec()
}

#[test]
fn check_ins_that_count() {
    check(
        "check_ins.csv",
        &[
            ("s1,m1,2022-01-04,12:00,,,met,,,,,,", &[]),
            ("s1,m1,2022-01-03,,,,met,,,,,,", &[(ContactOutsideAssignment, "-")]),
            ("s3,m2,2022-01-06,,,,met,,,,,,", &[(ContactOutsideAssignment, "-")]),
            ("s1,m1,2022-01-07,,,,met,,,,,,", &[(ContactOnNonSchoolDay, "-")]),
            ("s1,m1,2022-01-08,,,,met,,,,,,", &[(ContactOnNonSchoolDay, "-")]),
            ("s2,m2,2022-01-03,,,,met,,,,,,", &[(ContactOnAbsentDay, "-")]),
            ("s2,m2,2022-01-03,,call,,met,,,,,,", &[]),
            ("s1,m2,2022-01-05,,,,met,,,,,,", &[(ContactByOtherMentor, "-")]),
            (
                "s1,m2,2022-01-04,08:15,,,met,,,,,,",
                &[(ContactByOtherMentor, "-"), (SimultaneousContacts, "-")],
            ),
            ("s1,m1,2022-01-05,,,600,met,,,,,,", &[(ContactMinutesOutOfRange, "minutes")]),
            ("s1,m1,2022-01-05,,,0,met,,,,,,", &[(ContactMinutesOutOfRange, "minutes")]),
            ("s1,m1,2022-01-05,,,-5,met,,,,,,", &[(ContactMinutesOutOfRange, "minutes")]),
            ("s1,m1,2022-01-05,,,ten,met,,,,,,", &[(ValueLeftOut, "minutes")]),
            ("s1,m1,2022-01-05,25:00,,,met,,,,,,", &[(ValueLeftOut, "time")]),
            ("s1,m1,2022-01-05,,,,met,6,,,,,", &[(ValueLeftOut, "feeling")]),
            ("s1,m1,2022-01-05,,,,met,,,,lazy;boredom,,", &[(ValueLeftOut, "barriers")]),
            ("s1,m1,2022-01-05,,,,met,,,,aversion:uniform,,", &[]),
            ("s1,m1,2022-01-05,,,,met,,,,,well,everyone", &[(ValueLeftOut, "visibility")]),
            // The same again, whatever else is known of it.
            ("s1,m1,2022-01-04,08:15,home_visit,5,met,2,,,,,", &[(DuplicateContact, "-")]),
        ],
    );
}

#[test]
fn check_ins_that_do_not_count() {
    let long = format!("s1,m1,2022-01-05,,,,met,,,,,{},team", "x".repeat(100_000));
    check(
        "check_ins.csv",
        &[
            ("s1,m9,2022-01-05,,,,met,,,,,,", &[(UnknownMentor, "-")]),
            ("s9,m1,2022-01-05,,,,met,,,,,,", &[(UnknownStudent, "-")]),
            (",m1,2022-01-05,,,,met,,,,,,", &[(MissingValue, "student")]),
            ("s1,,2022-01-05,,,,met,,,,,,", &[(MissingValue, "mentor")]),
            ("s1,m1,,,,,met,,,,,,", &[(MissingValue, "date")]),
            ("s1,m1,2022-01-05,,,,,,,,,,", &[(MissingValue, "outcome")]),
            ("s1,m1,2022-02-30,,,,met,,,,,,", &[(InvalidDate, "date")]),
            ("s1,m1,0222-01-05,,,,met,,,,,,", &[(DateOutsideYear, "date")]),
            ("s1,m1,2019-01-07,,,,met,,,,,,", &[(DateOutsideYear, "-")]),
            ("s1,m1,2022-01-05,,F2F,,met,,,,,,", &[(UnknownTerm, "mode")]),
            ("s1,m1,2022-01-05,,,,perhaps,,,,,,", &[(UnknownTerm, "outcome")]),
            ("s1,m1,2022-01-05", &[(MalformedRow, "-")]),
            (&long, &[(FieldTooLong, "-")]),
        ],
    );
    let no_id = format!("s1,{},2022-01-05,,,,met,,,,,,", "m".repeat(129));
    check("check_ins.csv", &[(&no_id, &[(InvalidId, "mentor")])]);
}

#[test]
fn what_is_left_out_leaves_the_contact() {
    let plain = with("check_ins.csv", "s1,m1,2022-01-05,,call,,met,,,,boredom,,").casebook;
    for record in
        ["s1,m1,2022-01-05,,call,600,met,,,,boredom,,", "s1,m1,2022-01-05,25:00,call,,met,0,,,boredom;lazy,,"]
    {
        assert_eq!(with("check_ins.csv", record).casebook, plain, "{record}");
    }
    let [_, contact, circle] = contacts(&plain, "s1")[..] else { panic!("three contacts") };
    assert_eq!((contact.minutes(), contact.mode().as_str()), (None, "call"));
    assert_eq!(circle.minutes().map(ContactMinutes::get), Some(30));
    // A note that nobody is said to be able to read is its author's.
    let note = |visibility: &str| {
        with("check_ins.csv", &format!("s1,m1,2022-01-05,,,,met,,,,,well,{visibility}")).casebook
    };
    assert_eq!(note("everyone"), note("private"));
    assert_eq!(note(""), note("private"));
    assert_ne!(note("team"), note("private"));
}

#[test]
fn mentors() {
    check(
        "mentors.csv",
        &[
            ("m3,peer,,,,,,,", &[]),
            ("m3,wizard,,,,,,,", &[(UnknownTerm, "kind")]),
            (",peer,,,,,,,", &[(MissingValue, "mentor")]),
            ("m3,peer,,school,C,,,,", &[(UnknownReference, "organization")]),
            ("m3,peer,,partner,A,,,,", &[(UnknownReference, "organization")]),
            ("m3,peer,,district,D,,,,", &[]),
            ("m3,peer,,guild,A,,,,", &[(UnknownTerm, "organization_type")]),
            ("m3,peer,,,A,,,,", &[(ValueLeftOut, "organization")]),
            ("m3,peer,,,,A;C,,,", &[(UnknownReference, "schools")]),
            ("m3,peer,,,,,Spanish;es,,", &[(ValueLeftOut, "languages")]),
            ("m3,peer,,,,,,60;60,", &[(ValueLeftOut, "availability")]),
            ("m3,peer,,,,,,60;0;30;60;2000,", &[(ValueLeftOut, "availability")]),
            ("m3,peer,,,,,,,-1", &[(ValueLeftOut, "capacity")]),
            ("m1,teacher,Robin Sample,school,A,A,es;pt,60;0;30;60;0,5", &[(DuplicateRecord, "-")]),
            ("m1,coach,,,,,,,", &[(ConflictingRecords, "-")]),
        ],
    );
    let casebook = found("mentors.csv", "m3,peer,,,,A;C;A,Spanish;es,,").1.casebook;
    let mentor = &casebook.mentors()[2];
    assert_eq!((mentor.schools.len(), mentor.languages.as_slice()), (1, ["es".to_owned()].as_slice()));
}

#[test]
fn plans_and_assignments() {
    check(
        "contact_plans.csv",
        &[
            ("p4,,4,,,,,,", &[]),
            ("p4,,40,,,,,,", &[(InvalidPlan, "-")]),
            ("p4,,many,,,,,,", &[(InvalidNumber, "contacts_per_week")]),
            ("p4,,-1,,,,,,", &[(InvalidNumber, "contacts_per_week")]),
            ("p4,,3,9,,,,,", &[(InvalidPlan, "-")]),
            ("p4,,3,900,,,,,", &[(InvalidPlan, "days_per_week")]),
            ("p4,,3,5,500,,,,", &[(InvalidPlan, "min_minutes")]),
            ("p4,,3,,,in_person;fax,,,", &[(UnknownTerm, "modes")]),
            ("p4,,3,,,;,,,", &[(InvalidPlan, "-")]),
            ("p4,,3,,,,maybe,,", &[(UnknownTerm, "circles_count")]),
            ("p4,tier_9,3,,,,,,", &[(UnknownTerm, "tier")]),
            ("p4,,3,,,,,2022-02-01,2022-01-01", &[(InvalidPlan, "-")]),
        ],
    );
    check(
        "assignments.csv",
        &[
            ("m2,s1,2022-01-05,,secondary,,,", &[]),
            ("m2,s1,2022-01-05,,primary,,,", &[(OverlappingAssignment, "-")]),
            ("m2,s1,2022-01-05,,,,,", &[(OverlappingAssignment, "-")]),
            ("m2,s1,2022-01-05,,leader,,,", &[(UnknownTerm, "role")]),
            ("m2,s1,2022-01-05,2022-01-04,,,,", &[(DatesOutOfOrder, "-")]),
            ("m2,s3,2022-01-10,,,,p9,", &[(UnknownPlan, "-")]),
            ("m9,s1,2022-01-05,,,,,", &[(UnknownMentor, "-")]),
            ("m1,s9,2022-01-05,,,,,", &[(UnknownStudent, "-")]),
            ("m1,s1,2022-01-04,,primary,tier_2,p3,", &[(DuplicateRecord, "-")]),
            ("m2,s3,2022-01-10,,,,,bored", &[(UnknownTerm, "end_reason")]),
        ],
    );
}

#[test]
fn follow_ups_circles_calls_and_barriers() {
    check(
        "follow_ups.csv",
        &[
            ("s1,m1,2022-01-05,2022-01-05,,", &[]),
            ("s1,m1,2022-01-05,2022-01-04,,", &[(DatesOutOfOrder, "-")]),
            ("s1,m1,2022-01-05,2022-01-06,2022-01-04,", &[(DatesOutOfOrder, "-")]),
            ("s1,m1,2022-01-05,,,", &[(MissingValue, "due")]),
            ("s1,m9,2022-01-05,2022-01-06,,", &[(UnknownMentor, "-")]),
            ("s9,m1,2022-01-05,2022-01-06,,", &[(UnknownStudent, "-")]),
        ],
    );
    check(
        "circles.csv",
        &[
            ("c2,student,2022-01-05,,,s8;s9,m1,,,,", &[(UnknownStudent, "-")]),
            ("c2,student,2022-01-05,,,s1;s9,m1;m9,,,,", &[(CircleMemberUnknown, "-")]),
            ("c2,student,2022-01-05,,,,m1,,,,", &[(MissingValue, "students")]),
            ("c2,square,2022-01-05,,,s1,,,,,", &[(UnknownTerm, "kind")]),
            ("c2,student,2022-01-05,,,s1,,some,,,", &[(ValueLeftOut, "guardians")]),
            ("c2,student,2022-01-05,,900,s1,,,,,", &[(ContactMinutesOutOfRange, "minutes")]),
            ("c2,student,2019-01-05,,,s1,,,,,", &[(DateOutsideYear, "-")]),
            ("c1,student,2022-01-05,,,s1,,,,,", &[(ConflictingRecords, "-")]),
        ],
    );
    check(
        "home_calls.csv",
        &[
            ("s1,m9,2022-01-05,reached,", &[(UnknownMentor, "-")]),
            ("s9,,2022-01-05,reached,", &[(UnknownStudent, "-")]),
            ("s1,,2022-01-05,met,", &[(UnknownTerm, "outcome")]),
            ("s1,,2022-01-05,reached,rain", &[(ValueLeftOut, "barriers")]),
            ("s1,m1,2022-01-05,reached,transportation", &[(DuplicateContact, "-")]),
        ],
    );
    check(
        "barriers.csv",
        &[
            ("s1,rain,2022-01-05,survey,", &[(UnknownTerm, "barrier")]),
            ("s1,trauma,2022-01-05,hearsay,", &[(UnknownTerm, "learnt_from")]),
            ("s1,trauma,2022-01-05,,", &[(MissingValue, "learnt_from")]),
            ("s1,trauma,2022-01-05,survey,2022-01-04", &[(DatesOutOfOrder, "-")]),
            ("s1,illness,2022-01-05,survey,", &[(DuplicateRecord, "-")]),
            ("s9,trauma,2022-01-05,survey,", &[(UnknownStudent, "-")]),
        ],
    );
}

#[test]
fn a_file_of_the_program_that_is_wrong_as_a_whole() {
    let renamed = text("check_ins.csv").replace("outcome", "result");
    let dataset: Dataset = program().file("check_ins.csv", renamed).read();
    assert_eq!(counts(&dataset, "check_ins.csv"), [2, 0, 0, 0, 2]);
    assert_eq!(only(&dataset, MissingColumn).place.to_string(), "check_ins.csv");
    let dataset = program().file("check_ins.csv", "").read();
    assert_eq!(counts(&dataset, "check_ins.csv"), [0; 5]);
    assert_eq!(only(&dataset, EmptyFile).place.to_string(), "check_ins.csv");
    let hobby = text("mentors.csv").replace("capacity\n", "capacity,hobby\n").replace(",5\n", ",5,\n");
    let dataset = program().file("mentors.csv", hobby.replace("0;0;0,\n", "0;0;0,,\n")).read();
    assert_eq!(only(&dataset, UnknownColumn).field.as_deref(), Some("hobby"));
    assert_eq!(dataset.casebook, program().read().casebook);
}
