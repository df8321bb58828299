//! The order of records changes nothing, and neither does reading them twice.

use super::sample::{PROGRAM, program, text};
use crate::folder::{Folder, counts};
use homeroom_exchange::{Dataset, Mapping};

/// Odd and wrong records of every kind that contradict none of the others.
const MORE: &[(&str, &str)] = &[
    ("mentors.csv", "m3,peer,,,,B;A;C,pt;es,,\nm4,coach,,school,C,,,,3\n"),
    ("contact_plans.csv", "p1,,1,,,,,,\np40,,40,,,,,,\n"),
    (
        "assignments.csv",
        "m3,s1,2022-01-05,,primary,,p1,\nm2,s1,2022-01-05,2022-01-10,primary,,,\nm9,s2,2022-01-03,,,,,\n",
    ),
    (
        "check_ins.csv",
        "s1,m1,2022-01-04,08:15,home_visit,5,met,2,,,,other,private\ns1,m3,2022-01-04,08:15,,600,met,9,,,rain;boredom,,\n\
         s3,m2,2022-01-07,,,20,met,,,,,,\ns2,m9,2022-01-04,,,,met,,,,,,\ns1,m1,2022-01-06,,,,met,1,brave,,illness,one,team\n\
         s1,m1,2022-01-06,,,,met,1,brave,,illness,two,team\n",
    ),
    ("follow_ups.csv", "s1,m1,2022-01-04,2022-01-03,,\ns2,m2,2022-01-04,2022-01-05,,a bus pass\n"),
    ("circles.csv", "c0,student,2022-01-06,,,s1;s2;s9,,,,,\nc9,student,2022-01-05,,,s2,m2;m1,,,,\n"),
    ("home_calls.csv", "s3,m2,2022-01-04,message_left,illness;rain\ns3,m9,2022-01-04,reached,\n"),
    ("barriers.csv", "s1,illness,2022-01-05,circle,2022-01-06\ns3,trauma,2022-01-05,survey,\n"),
    (
        "interventions.csv",
        "ODD,N,,practice,,individual,rain;boredom,9,3,2021-09-01,\nEND,N,,other,,individual,,,,2021-09-02,2021-09-01\n",
    ),
    (
        "student_interventions.csv",
        "s1,BUS,2022-01-07,completed\ns1,BUS,2022-01-10,paused\ns9,BUS,2022-01-05,active\ns1,ODD,2022-01-05,active\n\
         s2,PLAN,2022-01-06,declined\ns2,PLAN,2022-01-07,active\n",
    ),
    ("staff.csv", "t2,A,m2,nurse\nt0,B,m9,teacher\n"),
    ("team_meetings.csv", "B,2022-01-04,t0;t9\nC,2022-01-04,\n"),
    ("learning_sessions.csv", "mentoring,2021-10-01,,,m9;m3,t0\n"),
    ("convenings.csv", "2021-10-01,D;E,,\n"),
    (
        "interviews.csv",
        "2021-10-15,student,,s3,m9,trauma,,\n2021-10-15,student,,s3,m2,trauma,so it is,team\n",
    ),
    ("norms.csv", ",2021-09-15,another\n"),
    ("celebrations.csv", "2022-01-06,goal,,,B\n2022-01-06,other,s9,,\n"),
    ("phases.csv", "N,design,2021-01-01,2021-08-31\n"),
];

fn whole(file: &str) -> String {
    let more = MORE.iter().find(|(name, _)| *name == file).unwrap().1;
    format!("{}{more}", text(file))
}

fn rewritten(change: impl Fn(&mut Vec<&str>)) -> Folder {
    PROGRAM.iter().fold(program(), |folder, (name, _)| {
        let text = whole(name);
        let (header, records) = text.split_once('\n').unwrap();
        let mut records: Vec<_> = records.lines().collect();
        change(&mut records);
        folder.file(name, format!("{header}\n{}\n", records.join("\n")))
    })
}

fn found(dataset: &Dataset) -> Vec<(homeroom::FindingCode, u64)> {
    dataset.report.findings.by_code().collect()
}

#[test]
fn shuffled_records_make_the_same_casebook() {
    let straight = rewritten(|_| ()).read();
    assert!(found(&straight).len() > 12, "{:?}", found(&straight));
    let state = std::cell::Cell::new(0x2545_f491_4f6c_dd1d_u64);
    let random = |below: usize| {
        let mut next = state.get();
        next ^= next << 13;
        next ^= next >> 7;
        next ^= next << 17;
        state.set(next);
        (next % below as u64) as usize
    };
    for _ in 0..60 {
        let shuffled = rewritten(|records| {
            for last in (1..records.len()).rev() {
                records.swap(last, random(last + 1));
            }
        });
        let dataset = shuffled.read();
        assert_eq!(dataset.casebook, straight.casebook);
        assert_eq!(dataset.report.files, straight.report.files);
        assert_eq!(found(&dataset), found(&straight));
    }
}

#[test]
fn records_said_twice_make_the_same_casebook() {
    let once = rewritten(|_| ()).read();
    let twice = rewritten(|records| records.extend(records.clone())).read();
    assert_eq!(twice.casebook, once.casebook);

    let mut mapping = Mapping::standard();
    let mut folder = rewritten(|_| ());
    for (name, _) in PROGRAM {
        let file = mapping.files.iter_mut().find(|file| file.name == [*name]).unwrap();
        file.name.insert(0, format!("again_{name}"));
        folder = folder.file(&format!("again_{name}"), whole(name));
    }
    let doubled = folder.try_read(&mapping).unwrap();
    assert_eq!(doubled.casebook, once.casebook);
    for (name, _) in PROGRAM {
        let [read, applied, merged, superseded, rejected] = counts(&once, name);
        let again = counts(&doubled, &format!("again_{name}"));
        let sum: Vec<_> = counts(&doubled, name).iter().zip(again).map(|(a, b)| a + b).collect();
        // What counts counts once, and what was superseded is so twice or merged.
        assert_eq!((sum[0], sum[1], sum[4]), (2 * read, applied, 2 * rejected), "{name}");
        assert_eq!(sum[2] + sum[3], applied + 2 * (merged + superseded), "{name}");
    }
}
