//! Records of the program around the mentoring that are odd or wrong, one at a time.

use super::sample::{check, found};
use homeroom::FindingCode::*;

#[test]
fn staff_and_meetings() {
    check(
        "staff.csv",
        &[
            ("t3,B,,nurse", &[]),
            ("t1,B,m1,coordinator", &[]),
            ("t3,C,,nurse", &[(UnknownSchool, "school")]),
            ("t3,B,m9,nurse", &[(UnknownReference, "mentor")]),
            ("t3,B,,king", &[(UnknownTerm, "team_role")]),
            ("t1,A,m1,coordinator", &[(DuplicateRecord, "-")]),
        ],
    );
    // Of two records of one person the one that says more counts: here the one after.
    let (_, dataset) = found("staff.csv", "t3,B,,");
    assert_eq!(dataset.casebook.program().staff.len(), 3);
    let dataset = super::sample::with("staff.csv", "t2,A,m2,nurse");
    assert_eq!(crate::folder::findings(&dataset), ["conflicting_records staff.csv:3 -"]);
    assert_eq!(dataset.casebook.program().staff[1].mentor.as_ref().unwrap().as_str(), "m2");
    check(
        "team_meetings.csv",
        &[
            ("A,2022-01-06,", &[]),
            ("C,2022-01-06,t1", &[(UnknownSchool, "school")]),
            ("A,2022-01-06,t1;t9", &[(UnknownReference, "staff_members")]),
            ("A,2022-01-05,t1;t2;t1", &[(DuplicateRecord, "-")]),
            ("A,someday,t1", &[(InvalidDate, "date")]),
        ],
    );
}

#[test]
fn learning_sessions_and_convenings() {
    check(
        "learning_sessions.csv",
        &[
            ("mentoring,2021-10-02,,,,", &[]),
            ("mentoring,2021-10-02,A,60,m1,t9", &[(UnknownReference, "staff_members")]),
            ("mentoring,2021-10-02,A,60,m9,t1", &[(UnknownReference, "mentors")]),
            ("mentoring,2021-10-02,C,60,m1,t1", &[(UnknownSchool, "school")]),
            ("mentoring,2021-10-02,A,600,m1,t1", &[(ContactMinutesOutOfRange, "minutes")]),
            ("cooking,2021-10-02,A,60,m1,t1", &[(UnknownTerm, "topic")]),
            ("data_literacy,2021-10-01,A,90,m2;m1,t2", &[(DuplicateRecord, "-")]),
        ],
    );
    let (_, dataset) = found("learning_sessions.csv", "mentoring,2021-10-02,A,60,m1,t1;t9");
    assert_eq!(dataset.casebook.program().learning_sessions[1].attended.len(), 2);
    check(
        "convenings.csv",
        &[
            ("2021-12-01,D;E,,", &[(UnknownReference, "districts")]),
            ("2021-12-01,E,,", &[(UnknownOrganization, "districts")]),
            ("2021-12-01,,,", &[(MissingValue, "districts")]),
            ("2021-12-01,D,,1;2;3", &[(ValueLeftOut, "feedback")]),
            ("2021-12-01,D,,1;2;3;4;-5", &[(ValueLeftOut, "feedback")]),
            ("2021-11-01,D,they compared,0;1;4;12;9", &[(DuplicateRecord, "-")]),
        ],
    );
}

#[test]
fn interviews_norms_celebrations_and_phases() {
    check(
        "interviews.csv",
        &[
            ("2021-10-15,staff,,,,boredom,,", &[]),
            ("2021-10-15,ghost,,,,,,", &[(UnknownTerm, "party")]),
            ("2021-10-15,staff,C,,,,,", &[(UnknownSchool, "school")]),
            ("2021-10-15,student,,s9,,,,", &[(UnknownStudent, "student")]),
            ("2021-10-15,staff,,,m9,,,", &[(UnknownReference, "mentor")]),
            ("2021-10-15,staff,,,,rain,,", &[(ValueLeftOut, "barriers")]),
            ("2021-10-15,guardian,A,s1,m1,loses_track,they said much,mentors", &[(DuplicateRecord, "-")]),
        ],
    );
    check(
        "norms.csv",
        &[
            (",2021-09-15,all agree", &[]),
            ("E,2021-09-15,all agree", &[(UnknownOrganization, "district")]),
            ("D,2021-09-15,", &[(MissingValue, "text")]),
            ("D,2021-09-15,attendance is taken by ten", &[(DuplicateRecord, "-")]),
        ],
    );
    check(
        "celebrations.csv",
        &[
            ("2022-01-10,goal,,,A", &[]),
            ("2022-01-10,goal,s1,m1,", &[(MalformedRow, "student")]),
            ("2022-01-10,goal,,,", &[(MalformedRow, "student")]),
            ("2022-01-10,goal,s9,,", &[(UnknownStudent, "student")]),
            ("2022-01-10,goal,,m9,", &[(UnknownMentor, "mentor")]),
            ("2022-01-10,goal,,,C", &[(UnknownSchool, "school")]),
            ("2022-01-10,birthday,s1,,", &[(UnknownTerm, "occasion")]),
            ("2022-01-10,goal,s1,,", &[(DuplicateRecord, "-")]),
        ],
    );
    check(
        "phases.csv",
        &[
            ("N,second_year,2022-09-01,2023-06-30", &[]),
            ("M,second_year,2022-09-01,2023-06-30", &[(UnknownOrganization, "network")]),
            ("N,second_year,2022-09-01,2022-06-30", &[(DatesOutOfOrder, "end")]),
            ("N,tenth_year,2022-09-01,2023-06-30", &[(UnknownTerm, "phase")]),
            ("N,pilot_year,2021-09-01,2022-06-30", &[(DuplicateRecord, "-")]),
        ],
    );
}
