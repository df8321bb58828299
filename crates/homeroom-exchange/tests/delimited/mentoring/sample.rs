//! A small folder with every file of a program, and what one more record does to it.

use crate::folder::{Folder, counts, findings};
use homeroom::{Action, FindingCode};
use homeroom_exchange::Dataset;

/// Every file of a program, good in every record.
pub const PROGRAM: &[(&str, &str)] = &[
    (
        "mentors.csv",
        "mentor_id,kind,name,organization_type,organization_id,school_ids,languages,availability,capacity\n\
         m1,teacher,Robin Sample,school,A,A,es;pt,60;0;30;60;0,5\n\
         m2,community_partner,Kim Other,partner,P,B;A,,60;0;30;60;0;0;0,\n",
    ),
    (
        "contact_plans.csv",
        "plan_id,tier,contacts_per_week,days_per_week,min_minutes,modes,circles_count,begin,end\n\
         p3,tier_2,5/2,4,5,in_person;call,no,2021-09-01,2022-06-30\n",
    ),
    (
        "assignments.csv",
        "mentor_id,student_id,begin,end,role,tier,plan_id,end_reason\n\
         m1,s1,2022-01-04,,primary,tier_2,p3,\n\
         m2,s2,2022-01-03,2022-01-05,primary,,,completed\n\
         m2,s3,2022-01-03,2022-01-05,secondary,tier_3,,handed_over\n",
    ),
    (
        "check_ins.csv",
        "student_id,mentor_id,date,time,mode,minutes,outcome,feeling,strengths,goals,barriers,note,visibility\n\
         s1,m1,2022-01-04,08:15,home_visit,5,met,4,curious;kind,read daily,anxiety,had a good day,team\n\
         s2,m2,2022-01-05,,call,,no_answer,,,,,,\n",
    ),
    (
        "follow_ups.csv",
        "student_id,mentor_id,raised_on,due,done_on,what\ns1,m1,2022-01-04,2022-01-10,2022-01-06,find a coat\n",
    ),
    (
        "circles.csv",
        "circle_id,kind,date,mode,minutes,student_ids,mentor_ids,guardians,staff,note,visibility\n\
         c1,family,2022-01-06,video,30,s3;s1,m1,2,1,they talked,mentors\n",
    ),
    (
        "home_calls.csv",
        "student_id,mentor_id,date,outcome,barriers\ns1,m1,2022-01-05,reached,transportation\n\
         s2,,2022-01-05,no_answer,\n",
    ),
    (
        "barriers.csv",
        "student_id,barrier,learnt_on,learnt_from,resolved_on\ns1,illness,2022-01-03,survey,2022-01-10\n",
    ),
    (
        "interventions.csv",
        "intervention_id,organization_id,tier,class,aim,delivery,barriers,min_minutes,max_minutes,begin,end\n\
         BUS,N,tier_2,supplement,navigating_barriers,individual,transportation,5,20,2021-09-01,2022-06-30\n\
         PLAN,N,,practice,,small_group,,,,2021-09-01,\n",
    ),
    (
        "student_interventions.csv",
        "student_id,intervention_id,date,status\ns1,BUS,2022-01-06,active\ns1,BUS,2022-01-05,planned\n\
         s2,PLAN,2022-01-05,proposed\n",
    ),
    ("staff.csv", "staff_id,school_id,mentor_id,team_role\nt1,A,m1,coordinator\nt2,A,,\n"),
    ("team_meetings.csv", "school_id,date,staff_ids\nA,2022-01-05,t2;t1\n"),
    (
        "learning_sessions.csv",
        "topic,date,school_id,minutes,mentor_ids,staff_ids\ndata_literacy,2021-10-01,A,90,m1;m2,t2\n",
    ),
    ("convenings.csv", "date,district_ids,shared,feedback\n2021-11-01,D,they compared,0;1;4;12;9\n"),
    (
        "interviews.csv",
        "date,party,school_id,student_id,mentor_id,barriers,note,visibility\n\
         2021-10-15,guardian,A,s1,m1,loses_track,they said much,mentors\n",
    ),
    ("norms.csv", "district_id,agreed_on,text\nD,2021-09-15,attendance is taken by ten\n"),
    (
        "celebrations.csv",
        "date,occasion,student_id,mentor_id,school_id\n2022-01-10,goal,s1,,\n2022-01-06,plan_kept,,m1,\n",
    ),
    ("phases.csv", "network_id,phase,begin,end\nN,pilot_year,2021-09-01,2022-06-30\n"),
];

const ROSTER: &[(&str, &str)] = &[
    ("networks.csv", "network_id,name\nN,North\n"),
    ("districts.csv", "district_id,name,network_id\nD,Dell,N\n"),
    ("schools.csv", "school_id,name,district_id\nA,Alder,D\nB,Birch,D\n"),
    ("partners.csv", "partner_id,name,district_ids\nP,Pals,D\n"),
    ("attendance.csv", "student_id,school_id,date,code,part\ns2,A,2022-01-03,AU,\n"),
    ("students.csv", "student_id,home_language\ns1,es\n"),
];

/// The small folder with a program in it.
pub fn program() -> Folder {
    let files = ROSTER.iter().chain(PROGRAM);
    files.fold(Folder::small(), |folder, (name, text)| folder.file(name, text))
}

/// A file of the program.
pub fn text(file: &str) -> &'static str {
    PROGRAM.iter().find(|(name, _)| *name == file).unwrap().1
}

/// The program with records added to a file.
pub fn with(file: &str, records: &str) -> Dataset {
    program().file(file, format!("{}{records}\n", text(file))).read()
}

/// The header's columns of a file and the fields of its first record.
pub fn first_record(file: &str) -> (Vec<&'static str>, Vec<&'static str>) {
    let mut lines = text(file).lines().map(|line| line.split(',').collect());
    (lines.next().unwrap(), lines.next().unwrap())
}

/// One more record: the findings as `code field`, all at its row, and its end in the counts as they say.
pub fn found(file: &str, record: &str) -> (Vec<String>, Dataset) {
    let dataset = with(file, record);
    let before = text(file).lines().count() as u64 - 1;
    let mut expected = [before + 1, before, 0, 0, 0];
    let actions: Vec<_> = dataset.report.findings.iter().map(|finding| finding.code.action()).collect();
    expected[match actions.iter().find(|action| **action != Action::Noted) {
        None => 1,
        Some(Action::Merged) => 2,
        Some(Action::Superseded) => 3,
        Some(_) => 4,
    }] += 1;
    assert_eq!(counts(&dataset, file), expected, "{record}: {:?}", findings(&dataset));
    let place = format!(" {file}:{}", before + 2);
    let found = findings(&dataset);
    assert!(found.iter().all(|finding| finding.contains(&place)), "{record}: {found:?}");
    (found.iter().map(|finding| finding.replace(&place, "")).collect(), dataset)
}

/// Checks what each of many records is found to be.
pub fn check(file: &str, cases: &[(&str, &[(FindingCode, &str)])]) {
    for (record, expected) in cases {
        let expected: Vec<_> = expected.iter().map(|(code, field)| format!("{code} {field}")).collect();
        assert_eq!(found(file, record).0, expected, "{file}: {record}");
    }
}
