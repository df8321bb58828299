//! Random worlds through both doors.

use crate::{
    flat::same,
    own::{Texts, days},
};
use chrono::NaiveDate;
use homeroom::{AttendanceCategory, AttendanceStatus, Policy};
use homeroom_wire::{
    OpenRegister, Records, Request, Table,
    columns::{CalendarColumns, EnrollmentColumns, EventColumns, EventMeaning, NO_DATE, RegisterColumns},
};
use proptest::prelude::*;
use serde_json::{Value, json};

const PARTS: [Option<&str>; 5] = [None, Some("1/2"), Some("1/3"), Some("0"), Some("0.25")];
const GRADES: [Option<&str>; 3] = [None, Some("KG"), Some("09")];
const SHARES: [Option<&str>; 3] = [None, Some("1/2"), Some("1")];

#[derive(Debug, Clone)]
struct Enrolled {
    student: String,
    school: &'static str,
    entry: Option<String>,
    exit: Option<String>,
    exclusive: bool,
    grade: Option<&'static str>,
    share: Option<&'static str>,
    primary: Option<bool>,
}

#[derive(Debug, Clone)]
struct Event {
    student: String,
    school: &'static str,
    date: String,
    status: &'static str,
    category: Option<&'static str>,
    part: Option<&'static str>,
}

fn date() -> impl Strategy<Value = String> {
    (0..80u64).prop_map(|day| {
        let first = NaiveDate::from_ymd_opt(2021, 8, 30).unwrap();
        (first + chrono::Days::new(day)).to_string()
    })
}

fn student() -> impl Strategy<Value = String> {
    (0..7u8).prop_map(|number| format!("s{number}"))
}

fn school() -> impl Strategy<Value = &'static str> {
    prop::sample::select(vec!["A", "B"])
}

fn first_day(school: &str) -> &'static str {
    if school == "A" { "2021-08-30" } else { "2021-09-06" }
}

fn enrolled() -> impl Strategy<Value = Enrolled> {
    let when = (prop::option::of(date()), prop::option::of(date()), any::<bool>());
    let more =
        (prop::sample::select(GRADES.to_vec()), prop::sample::select(SHARES.to_vec()), any::<Option<bool>>());
    (student(), school(), when, more).prop_map(
        |(student, school, (entry, exit, exclusive), (grade, share, primary))| {
            // The JSON door refuses an enrolment that ends before it begins; the columns door finds fault with it.
            let begins = entry.clone().unwrap_or_else(|| first_day(school).to_owned());
            let exit = exit.filter(|exit| *exit > begins);
            Enrolled { student, school, entry, exit, exclusive, grade, share, primary }
        },
    )
}

fn event() -> impl Strategy<Value = Event> {
    let statuses: Vec<_> = AttendanceStatus::ALL.iter().map(|status| status.as_str()).collect();
    let categories: Vec<_> = AttendanceCategory::ALL.iter().map(|category| category.as_str()).collect();
    let said = (
        prop::sample::select(statuses),
        prop::option::of(prop::sample::select(categories)),
        prop::sample::select(PARTS.to_vec()),
    );
    (student(), school(), date(), said).prop_map(|(student, school, date, (status, category, part))| Event {
        student,
        school,
        date,
        status,
        category,
        part,
    })
}

fn base(enrollments: &[Enrolled], events: &[Event]) -> Value {
    let optional = |value: Value| {
        let Value::Object(fields) = value else { unreachable!() };
        Value::Object(fields.into_iter().filter(|(_, value)| !value.is_null()).collect())
    };
    let enrollments = enrollments.iter().map(|one| {
        optional(json!({
            "student": one.student, "school": one.school, "entry": one.entry, "exit": one.exit,
            "exit_day": if one.exclusive { "exclusive" } else { "inclusive" },
            "grade": one.grade, "share": one.share, "primary": one.primary,
        }))
    });
    let events = events.iter().map(|one| {
        optional(json!({
            "student": one.student, "school": one.school, "dates": [one.date], "status": one.status,
            "category": one.category, "extent": one.part.map(|part| json!({ "part": part })),
        }))
    });
    json!({
        "school_year": 2022,
        "calendars": [
            { "school": "A", "weekdays": [{ "first": "2021-08-30", "count": 50 }] },
            { "school": "B", "weekdays": [{ "first": "2021-09-06", "count": 40 }] },
        ],
        "enrollments": enrollments.collect::<Vec<_>>(),
        "events": events.collect::<Vec<_>>(),
        "districts": { "A": "D" },
        "attributes": { "s1": { "disability": "yes" }, "s2": { "disability": "no" } },
    })
}

fn through_columns(
    base: &Value,
    enrollments: &[Enrolled],
    events: &[Event],
    by_records: bool,
) -> OpenRegister {
    let mut records: Records = serde_json::from_value(base.clone()).unwrap();
    records.events.clear();
    records.enrollments.clear();
    let (mut school, mut date, mut event) = (Vec::new(), Vec::new(), Vec::new());
    if !by_records {
        let whole = OpenRegister::from_json(&base.to_string()).unwrap();
        records.calendars.clear();
        for at in ["A", "B"] {
            let first = days(first_day(at));
            let count = if at == "A" { 50 } else { 40 };
            let axis = whole.register().school_days().dates().iter();
            for day in axis.map(NaiveDate::to_epoch_days).filter(|day| *day >= first).take(count) {
                school.push(Some(at));
                date.push(day);
                event.push((day % 2 == 0).then_some("instructional_day"));
            }
        }
    }
    let (school, event) = (Texts::of(school), Texts::of(event));
    let (schools, happenings) = (school.values(), event.values());
    let calendar = CalendarColumns {
        school: school.column(&schools),
        date: &date,
        event: Some(event.column(&happenings)),
        ..CalendarColumns::default()
    };

    let texts = |of: &dyn Fn(&Enrolled) -> Option<String>| {
        let texts: Vec<_> = enrollments.iter().map(of).collect();
        Texts::of(texts.iter().map(Option::as_deref))
    };
    let columns = [
        texts(&|one| Some(one.student.clone())),
        texts(&|one| Some(one.school.to_owned())),
        texts(&|one| one.exclusive.then(|| "exclusive".to_owned())),
        texts(&|one| one.grade.map(str::to_owned)),
        texts(&|one| one.share.map(str::to_owned)),
    ];
    let values: Vec<_> = columns.iter().map(Texts::values).collect();
    let column = |index: usize| columns[index].column(&values[index]);
    let dates = |date: &Option<String>| date.as_deref().map_or(NO_DATE, days);
    let entry: Vec<_> = enrollments.iter().map(|one| dates(&one.entry)).collect();
    let exit: Vec<_> = enrollments.iter().map(|one| dates(&one.exit)).collect();
    let primary: Vec<_> = enrollments.iter().map(|one| one.primary).collect();
    let enrollments = EnrollmentColumns {
        student: column(0),
        school: column(1),
        entry: Some(&entry),
        exit: Some(&exit),
        exit_day: Some(column(2)),
        grade: Some(column(3)),
        share: Some(column(4)),
        primary: Some(&primary),
    };

    let texts = |of: &dyn Fn(&Event) -> Option<&str>| Texts::of(events.iter().map(of));
    let said = [
        texts(&|one| Some(&one.student)),
        texts(&|one| Some(one.school)),
        texts(&|one| Some(one.status)),
        texts(&|one| one.category),
        texts(&|one| one.part),
    ];
    let values: Vec<_> = said.iter().map(Texts::values).collect();
    let column = |index: usize| said[index].column(&values[index]);
    let date: Vec<_> = events.iter().map(|one| days(&one.date)).collect();
    let meaning = EventMeaning::Terms { status: column(2), category: Some(column(3)) };
    let events =
        EventColumns { student: column(0), school: column(1), date: &date, meaning, part: Some(column(4)) };
    let columns = RegisterColumns {
        events: Some(events),
        enrollments: Some(enrollments),
        calendar: (!by_records).then_some(calendar),
        attendance_taken: None,
    };
    OpenRegister::from_columns(&records, &columns).unwrap()
}

fn items(open: &OpenRegister, request: &Value, list: &str) -> (Vec<Value>, Table) {
    let asked: Request = serde_json::from_value(request.clone()).unwrap();
    let answer = open.ask(&asked, None).unwrap();
    let table = open.table_json(&request.to_string(), None).unwrap();
    (answer[list].as_array().unwrap().clone(), table)
}

/// Asks every question whose answer is a table through both doors.
pub fn ask_both(open: &OpenRegister, policy: &str, against: &str, as_of: &str, then: &str) {
    let asks = [
        (json!({ "student_table": {} }), "students", vec![]),
        (json!({ "series": { "period": "week" } }), "points", vec![]),
        (json!({ "series": { "period": "weekday" } }), "points", vec![]),
        (json!({ "measure": { "by": [] } }), "groups", vec![]),
        (
            json!({ "measure": { "by": ["school", "grade", "disability"] } }),
            "groups",
            vec!["school", "grade", "disability"],
        ),
        (json!({ "measure": { "by": ["district"] } }), "groups", vec!["district"]),
        (json!({ "transitions": {} }), "moves", vec![]),
        (json!({ "policy_difference": {} }), "changes", vec![]),
    ];
    let findings = open.report().map(|_| (json!({ "findings": {} }), "findings", vec![]));
    for (ask, list, by) in asks.into_iter().chain(findings) {
        let request = json!({
            "policy": { "preset": policy }, "against": { "preset": against }, "as_of": as_of,
            "before": { "as_of": then }, "ask": ask,
        });
        let (items, table) = items(open, &request, list);
        same(&table, &items, &by);
    }
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(48))]

    #[test]
    fn both_doors_say_the_same(
        enrollments in prop::collection::vec(enrolled(), 1..10),
        events in prop::collection::vec(event(), 0..120),
        as_of in date(),
        then in date(),
        policies in (0..20usize, 0..20usize),
        by_records in any::<bool>(),
    ) {
        let base = base(&enrollments, &events);
        let json = OpenRegister::from_json(&base.to_string()).unwrap();
        let columns = through_columns(&base, &enrollments, &events, by_records);
        prop_assert_eq!(columns.register(), json.register());
        prop_assert_eq!(columns.roster(), json.roster());
        prop_assert_eq!(columns.report().unwrap().intake, json.report().unwrap().intake);
        prop_assert_eq!(columns.report().unwrap().enrollments, json.report().unwrap().enrollments);
        let found = |open: &OpenRegister| open.report().unwrap().findings.by_code().collect::<Vec<_>>();
        prop_assert_eq!(found(&columns), found(&json));
        let ids: Vec<_> = Policy::preset_ids().collect();
        let of = |index: usize| ids[index % ids.len()];
        ask_both(&columns, of(policies.0), of(policies.1), &as_of, &then);
    }
}
