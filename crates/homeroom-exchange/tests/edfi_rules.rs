//! Small Ed-Fi folders in which records contradict each other, ask for too much, or hold a name.

mod edfi_folder;

use edfi_folder::{Folder, association, attendance, day, event, found, register, session, year_in_xml};
use homeroom::{CalendarEvent, FindingCode};

#[test]
fn of_two_entries_of_one_date_the_closure_counts() {
    let days: String = (3..=6).map(|d| day(d, "Instructional day")).collect();
    let more = days + &association("s1", "2022-01-03", "");
    let (open, closed) = (day(7, "Instructional day"), day(7, "Weather day"));
    let both = open.replace(
        "</CalendarEvent>",
        "</CalendarEvent><CalendarEvent>uri://ed-fi.org/CalendarEventDescriptor#Weather day</CalendarEvent>",
    );
    for (entries, read) in [(open.clone() + &closed, 6), (closed + &open, 6), (both, 5)] {
        let dataset = Folder::new("closure").xml("year.xml", &(more.clone() + &entries)).read();
        found(&dataset, &[(FindingCode::ConflictingRecords, 1)]);
        let calendar = register(&dataset).calendar(0);
        assert_eq!(calendar.instructional_days(None), 4);
        let seventh = calendar.day("2022-01-07".parse().unwrap()).unwrap();
        assert_eq!(seventh.event, CalendarEvent::WeatherDay);
        let report = dataset.report.files.iter().find(|report| report.kind == "calendar_dates").unwrap();
        assert_eq!((report.intake.read, report.intake.superseded), (read, 1));
    }
}

#[test]
fn two_sessions_of_one_name_are_a_conflict_of_records() {
    let again = session("2022-01-03", "2022-01-08", "5");
    let dataset = Folder::new("sessions").xml("year.xml", &(year_in_xml() + &again)).read();
    found(&dataset, &[(FindingCode::ConflictingRecords, 1)]);
}

#[test]
fn no_number_of_declared_days_overflows() {
    let huge = |begin: &str, end: &str, name: &str| {
        session(begin, end, "4294967295").replace("<SessionName>T<", &format!("<SessionName>{name}<"))
    };
    let sessions = huge("2022-02-01", "2022-02-07", "U") + &huge("2022-03-01", "2022-03-07", "V");
    let dataset = Folder::new("huge").xml("year.xml", &(year_in_xml() + &sessions)).read();
    found(&dataset, &[(FindingCode::InvalidNumber, 2)]);
    assert_eq!(register(&dataset).calendar(0).declared_days(), Some(5));
}

#[test]
fn no_finding_repeats_a_name() {
    let category = "uri://ed-fi.org/AttendanceEventCategoryDescriptor#Tardy";
    let events = event("Jane Doe", "2022-01-03", "Tardy", "", "")
        + &event("Jane Doe", "2031-01-03", "Tardy", "", "")
        + &event("Jane Doe", "2022-01-03", "Purple", "", "")
        + &event("s1", "2022-01-03", "Tardy", "", "").replace(category, "Apt #4 Jane Doe")
        + &event("s1", "2022-01-03", "Tardy", "", "").replace(category, "uri://x#Jane");
    let dataset = Folder::new("names").xml("year.xml", &year_in_xml()).xml("events.xml", &events).read();
    found(
        &dataset,
        &[
            (FindingCode::UnmappedCode, 3),
            (FindingCode::DateOutsideYear, 1),
            (FindingCode::UnknownStudent, 1),
        ],
    );
    assert_eq!(attendance(&dataset).rejected, 5);
    let report = format!("{:?}", dataset.report);
    assert!(!report.contains("Jane") && !report.contains("Doe"), "{report}");
    assert!(report.contains("aaaa aaa") && report.contains("Purple"));
}
