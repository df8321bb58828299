//! Small Ed-Fi folders, good and bad: what is read, what is found, and that every record is accounted for.

mod edfi_folder;

use chrono::NaiveDate;
use edfi_folder::{
    Folder, association, attendance, day, event, found, mark, register, section, session, year, year_in_xml,
};
use homeroom::{
    AttendanceCategory, AttendanceStatus, ExitDay, FindingCode, Fraction, Intake, RollBasis, RollRules,
    SchoolYear,
};
use homeroom_exchange::EdfiOptions;

#[test]
fn events_mean_what_their_descriptors_say() {
    let folder = Folder::new("events").xml("year.xml", &year_in_xml()).xml(
        "events.xml",
        &[
            event("s1", "2022-01-03", "Excused Absence", "<EventDuration>1</EventDuration>", ""),
            event("s1", "2022-01-04", "Unexcused Absence", "<EventDuration>0.5</EventDuration>", ""),
            event("s1", "2022-01-05", "Tardy", "", "<SchoolAttendanceDuration>36</SchoolAttendanceDuration>"),
            event("s1", "2022-01-06", "Early departure", "", ""),
            event("s1", "2022-01-07", "Present", "", ""),
            event("s2", "2022-01-03", "Partial", "<EventDuration>0.25</EventDuration>", ""),
            event("s2", "2022-01-04", "In Attendance", "", ""),
        ]
        .concat(),
    );
    let dataset = folder.read();
    found(&dataset, &[]);
    assert_eq!(attendance(&dataset), Intake { read: 7, applied: 7, ..Intake::default() });
    let of = |student, date| mark(&dataset, student, date);
    assert_eq!(of("s1", "2022-01-03"), "excused_absence 1");
    assert_eq!(of("s1", "2022-01-04"), "unexcused_absence 1/2");
    assert_eq!(of("s1", "2022-01-05"), "tardy 1/10");
    assert_eq!(of("s1", "2022-01-06"), "early_departure 0");
    assert_eq!(of("s1", "2022-01-07"), "");
    assert_eq!(of("s2", "2022-01-03"), "absence 1/4");
}

#[test]
fn an_environment_gives_the_category() {
    let in_school = "<EducationalEnvironment>uri://x#In-school suspension</EducationalEnvironment>";
    let at_home = "<EducationalEnvironment>uri://x#Homebound</EducationalEnvironment>";
    let events = event("s1", "2022-01-03", "Present", in_school, "")
        + &event("s1", "2022-01-04", "Present", at_home, "");
    let dataset =
        Folder::new("environment").xml("year.xml", &year_in_xml()).xml("events.xml", &events).read();
    let categories: Vec<_> = register(&dataset)
        .marks()
        .iter()
        .flat_map(homeroom::DayMark::parts)
        .map(|(code, _)| code.category())
        .collect();
    assert!(categories.contains(&Some(AttendanceCategory::DisciplinaryWithInstruction)));
    assert!(categories.contains(&Some(AttendanceCategory::NontraditionalSetting)));
}

#[test]
fn bad_events_are_findings_and_never_presence() {
    let events = [
        event("s1", "2022-01-03", "Purple", "", ""),
        event("s1", "03/01/2022", "Tardy", "", ""),
        event("", "2022-01-03", "Tardy", "", ""),
        event("s1", "2022-01-03", "Partial", "", ""),
        event("s1", "2022-01-03", "Tardy", "<EventDuration>1.5</EventDuration>", ""),
        event("s1", "2022-01-03", "Tardy", "", "<SchoolAttendanceDuration>1441</SchoolAttendanceDuration>"),
        event("s1", "2022-01-08", "Tardy", "", ""),
        event("s9", "2022-01-03", "Tardy", "", ""),
        event("s1", "2031-01-03", "Tardy", "", ""),
    ];
    let dataset =
        Folder::new("bad").xml("year.xml", &year_in_xml()).xml("events.xml", &events.concat()).read();
    found(
        &dataset,
        &[
            (FindingCode::MissingValue, 1),
            (FindingCode::InvalidDate, 1),
            (FindingCode::PartOutOfRange, 1),
            (FindingCode::MinutesOutOfRange, 1),
            (FindingCode::PartMissing, 1),
            (FindingCode::UnmappedCode, 1),
            (FindingCode::DateOutsideYear, 1),
            (FindingCode::UnknownStudent, 1),
            (FindingCode::EventOnNonSchoolDay, 1),
        ],
    );
    assert_eq!(attendance(&dataset).rejected, 9);
    let purple =
        dataset.report.findings.iter().find(|finding| finding.code == FindingCode::UnmappedCode).unwrap();
    assert_eq!(purple.detail.as_deref(), Some("Purple"));
    assert_eq!(purple.place.to_string(), "events.xml:1");
    let date =
        dataset.report.findings.iter().find(|finding| finding.code == FindingCode::InvalidDate).unwrap();
    assert_eq!(date.detail.as_deref(), Some("99/99/9999"));
}

#[test]
fn enrolments_are_read_and_bad_ones_found() {
    let records = [
        association("s3", "2022-01-04", "<ExitWithdrawDate>2022-01-06</ExitWithdrawDate>"),
        association(
            "s4",
            "2022-01-03",
            "<PrimarySchool>false</PrimarySchool><FullTimeEquivalency>0.5</FullTimeEquivalency>",
        ),
        association("s5", "2022-01-03", "<ExitWithdrawType>uri://x#No show</ExitWithdrawType>"),
        association("s6", "2022-01-05", "<ExitWithdrawDate>2022-01-03</ExitWithdrawDate>"),
        association("s3", "2022-01-04", "<ExitWithdrawDate>2022-01-06</ExitWithdrawDate>"),
    ];
    let folder = Folder::new("enrolments").xml("year.xml", &year_in_xml()).xml("more.xml", &records.concat());
    let dataset = folder.read();
    found(
        &dataset,
        &[
            (FindingCode::ExitBeforeEntry, 1),
            (FindingCode::EnrollmentWithoutDays, 1),
            (FindingCode::DuplicateEnrollment, 1),
        ],
    );
    let report = dataset.report.files.iter().find(|report| report.file == "more.xml").unwrap();
    assert_eq!(report.intake, Intake { read: 5, applied: 2, merged: 1, superseded: 0, rejected: 2 });
    let register = register(&dataset);
    let row = |student| register.rows_of(register.find_student(student).unwrap()).start;
    assert_eq!(register.row(row("s3")).membership_days(), 3);
    assert_eq!((register.key(row("s4")).share, register.key(row("s4")).primary), (Fraction::HALF, false));

    let exclusive = EdfiOptions { exit_day: ExitDay::Exclusive, ..EdfiOptions::default() };
    let dataset = folder.read_with(&exclusive, false).unwrap();
    let register = &dataset.registers[&year()];
    let row = register.rows_of(register.find_student("s3").unwrap()).start;
    assert_eq!(register.row(row).membership_days(), 2);
}

#[test]
fn references_by_id_are_resolved_or_found() {
    let by_reference = |student: &str| {
        event("s1", "2022-01-03", "Tardy", "", "").replace(
            "<StudentReference><StudentIdentity><StudentUniqueId>s1</StudentUniqueId></StudentIdentity></StudentReference>",
            &format!("<StudentReference ref=\"{student}\"/>"),
        )
    };
    // What is referred to stands after what refers to it.
    let later = "<StudentReference id=\"S\"><StudentIdentity><StudentUniqueId>s2</StudentUniqueId></StudentIdentity></StudentReference>";
    let events = by_reference("S") + &by_reference("missing") + later;
    let folder = Folder::new("references").xml("year.xml", &year_in_xml()).xml("events.xml", &events);
    let dataset = folder.read();
    found(&dataset, &[(FindingCode::MissingValue, 1)]);
    assert_eq!(mark(&dataset, "s2", "2022-01-03"), "tardy 0");
    assert_eq!(mark(&dataset, "s1", "2022-01-03"), "");
}

#[test]
fn listed_dates_make_the_calendar_and_unknown_events_close_it() {
    let dates: String = (3..=7).map(|d| day(d, "Instructional day")).collect();
    let more = day(8, "Purple") + &day(10, "Make-up day") + &day(11, "Holiday");
    let sessions = session("2022-01-03", "2022-01-14", "6");
    let folder = Folder::new("dates")
        .xml("year.xml", &(dates + &more + &sessions + &association("s1", "2022-01-03", "")));
    let dataset = folder.read();
    found(&dataset, &[(FindingCode::UnmappedCalendarEvent, 1)]);
    let calendar = register(&dataset).calendar(0);
    assert_eq!((calendar.instructional_days(None), calendar.declared_days()), (6, Some(6)));
    let on = |date: &str| calendar.is_instructional(date.parse::<NaiveDate>().unwrap(), None);
    assert!(on("2022-01-10") && !on("2022-01-08") && !on("2022-01-11"));
}

#[test]
fn a_list_that_is_no_year_gives_way_to_the_sessions_but_its_days_stand() {
    let few = day(5, "Holiday") + &day(8, "Instructional day");
    let sessions = session("2022-01-03", "2022-01-14", "9");
    let folder =
        Folder::new("few").xml("year.xml", &(few + &sessions + &association("s1", "2022-01-03", "")));
    let dataset = folder.read();
    found(&dataset, &[(FindingCode::CalendarInferred, 1)]);
    let calendar = register(&dataset).calendar(0);
    let on = |date: &str| calendar.is_instructional(date.parse::<NaiveDate>().unwrap(), None);
    // Ten weekdays less the holiday and the first of the longer run, and the Saturday that is listed.
    assert_eq!(calendar.instructional_days(None), 9);
    assert!(on("2022-01-08") && !on("2022-01-05") && !on("2022-01-10"));
}

#[test]
fn more_evidence_than_declared_days_is_a_contradiction() {
    let events: String = (3..=7).map(|d| event("s1", &format!("2022-01-{d:02}"), "Tardy", "", "")).collect();
    let year = session("2022-01-03", "2022-01-07", "3") + &association("s1", "2022-01-03", "");
    let dataset = Folder::new("evidence").xml("year.xml", &year).xml("events.xml", &events).read();
    found(&dataset, &[(FindingCode::CalendarContradiction, 1), (FindingCode::CalendarInferred, 1)]);
    assert_eq!(register(&dataset).calendar(0).instructional_days(None), 5);
}

#[test]
fn section_absences_need_to_know_how_many_sections_a_day_has() {
    let events =
        section("s1", "Unexcused Absence", "1") + &section("s1", "Tardy", "2") + &section("s2", "Tardy", "1");
    let folder = Folder::new("sections").xml("year.xml", &year_in_xml()).xml("events.xml", &events);
    let dataset = folder.read();
    found(&dataset, &[(FindingCode::SectionsUnknown, 1)]);
    assert_eq!(mark(&dataset, "s1", "2022-01-03"), "tardy 0");
    assert_eq!(mark(&dataset, "s2", "2022-01-03"), "tardy 0");

    let four = EdfiOptions { sections_per_day: Some(4), ..EdfiOptions::default() };
    let dataset = folder.read_with(&four, false).unwrap();
    found(&dataset, &[]);
    assert_eq!(mark(&dataset, "s1", "2022-01-03"), "unexcused_absence 1/4, tardy 0");

    let rules = RollRules { basis: RollBasis::FullRoll, ..RollRules::default() };
    let full = EdfiOptions { rules, ..EdfiOptions::default() };
    let dataset = folder.read_with(&full, false).unwrap();
    assert_eq!(mark(&dataset, "s1", "2022-01-03"), "unexcused_absence 1/2, tardy 0");
}

#[test]
fn a_section_tardy_leaves_a_whole_day_absence_as_it_is() {
    let absent = event("s1", "2022-01-03", "Unexcused Absence", "", "");
    let folder = Folder::new("stands").xml("year.xml", &year_in_xml());
    let dataset = folder.xml("events.xml", &(section("s1", "Tardy", "1") + &absent)).read();
    found(&dataset, &[(FindingCode::ConflictingEvents, 1)]);
    assert_eq!(mark(&dataset, "s1", "2022-01-03"), "unexcused_absence 1");
}

#[test]
fn assuming_the_full_year_takes_schools_from_events() {
    let year = session("2022-01-03", "2022-01-07", "5")
        + "<Student><StudentUniqueId>s1</StudentUniqueId></Student>\
           <Student><StudentUniqueId>s2</StudentUniqueId><Name><FirstName>Jo</FirstName></Name></Student>";
    let folder = Folder::new("assume").xml("year.xml", &year);
    let folder = folder.xml("events.xml", &event("s1", "2022-01-04", "Tardy", "", ""));
    let dataset = folder.read_with(&EdfiOptions::default(), true).unwrap();
    let register = register(&dataset);
    let school = |student| register.key(register.rows_of(student).start).school as usize;
    assert_eq!(register.school_id(school(0)).as_str(), "1");
    assert_eq!(register.school_id(school(1)).as_str(), "unassigned");
    assert_eq!(register.row(1).membership_days(), 5);
    assert_eq!(dataset.report.assumptions.len(), 4);
    found(
        &dataset,
        &[
            (FindingCode::CalendarInferred, 1),
            (FindingCode::EnrollmentAssumed, 1),
            (FindingCode::SchoolAssumed, 1),
        ],
    );

    // With two different calendars nobody can say which the stand-in has.
    let other = session("2022-01-03", "2022-01-06", "4").replace("<SchoolId>1<", "<SchoolId>2<");
    let dataset = folder.xml("other.xml", &other).read_with(&EdfiOptions::default(), true).unwrap();
    assert_eq!(dataset.registers[&SchoolYear::ending(2022).unwrap()].students(), 1);
    assert_eq!(dataset.report.findings.count(FindingCode::UnknownSchool), 1);
    assert_eq!(dataset.report.findings.count(FindingCode::SchoolAssumed), 0);
}

#[test]
fn api_json_and_bulk_xml_give_the_same_register() {
    let events = event("s1", "2022-01-03", "Unexcused Absence", "<EventDuration>0.33</EventDuration>", "")
        + &event("s2", "2022-01-04", "Tardy", "", "<SchoolAttendanceDuration>5</SchoolAttendanceDuration>")
        + &section("s2", "Tardy", "1");
    let bulk = Folder::new("same").xml("year.xml", &year_in_xml()).xml("events.xml", &events).read();
    let api = Folder::new("same-json");
    let api = edfi_folder::year_in_json(api)
        .file(
            "studentSchoolAttendanceEvents.json",
            br#"[{"id": "e1", "eventDate": "2022-01-03", "attendanceEventCategoryDescriptor":
                "uri://ed-fi.org/AttendanceEventCategoryDescriptor#Unexcused Absence", "eventDuration": 0.33,
                "studentReference": {"studentUniqueId": "s1", "link": {"rel": "Student"}},
                "schoolReference": {"schoolId": 1}, "sessionReference": {"schoolId": 1, "schoolYear": 2022}},
              {"eventDate": "2022-01-04", "attendanceEventCategoryDescriptor": "uri://x#Tardy",
                "schoolAttendanceDuration": 5, "studentReference": {"studentUniqueId": "s2"},
                "schoolReference": {"schoolId": 1}, "_ext": null}]"#,
        )
        .file(
            "sections.json",
            br#"{"studentSectionAttendanceEvents": [{"eventDate": "2022-01-03",
                "attendanceEventCategoryDescriptor": "uri://x#Tardy", "sectionAttendanceDuration": 40,
                "studentReference": {"studentUniqueId": "s2"}, "sectionReference": {"localCourseCode": "M",
                "schoolId": 1, "schoolYear": 2022, "sectionIdentifier": "1", "sessionName": "T"}}],
                "grades": [{}, {}]}"#,
        )
        .read();
    found(&bulk, &[]);
    found(&api, &[(FindingCode::UnusedRecord, 1)]);
    let unused = api.report.findings.iter().next().unwrap();
    assert_eq!(unused.detail.as_deref(), Some("2 grades"));
    assert_eq!(mark(&bulk, "s1", "2022-01-03"), "unexcused_absence 33/100");
    assert_eq!(bulk.registers, api.registers);
    assert_eq!(bulk.roster, api.roster);
}

#[test]
fn no_status_is_lost_in_the_names() {
    let names = ["Excused Absence", "Unexcused Absence", "Tardy", "Early departure"];
    let expected = ["excused_absence 1", "unexcused_absence 1", "tardy 0", "early_departure 0"];
    let events: String = names
        .iter()
        .zip(3..)
        .map(|(name, d)| event("s1", &format!("2022-01-{d:02}"), name, "", ""))
        .collect();
    let dataset = Folder::new("names").xml("year.xml", &year_in_xml()).xml("events.xml", &events).read();
    for (d, mark_expected) in (3..).zip(expected) {
        assert_eq!(mark(&dataset, "s1", &format!("2022-01-{d:02}")), mark_expected);
    }
    assert_eq!(AttendanceStatus::ExcusedAbsence.as_str(), "excused_absence");
}
