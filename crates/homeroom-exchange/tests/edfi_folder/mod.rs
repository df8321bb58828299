//! Folders of small Ed-Fi files for the tests, the records in them, and questions to what was read.

// Not every test file uses all of it.
#![allow(dead_code, clippy::unwrap_used)]

use homeroom::{FindingCode, Intake, Register, SchoolYear};
use homeroom_exchange::{Dataset, EdfiOptions, Files, ReadError, ReadOptions, read_edfi_with};
use std::{
    fs,
    path::{Path, PathBuf},
    sync::atomic::{AtomicU32, Ordering},
};

static NEXT: AtomicU32 = AtomicU32::new(0);

/// A folder that goes when it is dropped.
pub struct Folder(PathBuf);

impl Folder {
    pub fn new(name: &str) -> Self {
        let number = NEXT.fetch_add(1, Ordering::Relaxed);
        let folder = format!("homeroom-edfi-{}-{number}-{name}", std::process::id());
        let path = std::env::temp_dir().join(folder);
        fs::create_dir_all(&path).unwrap();
        Self(path)
    }

    pub fn path(&self) -> &Path {
        &self.0
    }

    pub fn file(self, name: &str, bytes: &[u8]) -> Self {
        fs::write(self.0.join(name), bytes).unwrap();
        self
    }

    pub fn xml(self, name: &str, records: &str) -> Self {
        let text = format!(
            "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n\
             <InterchangeTest xmlns=\"http://ed-fi.org/5.2.0\">{records}</InterchangeTest>"
        );
        self.file(name, text.as_bytes())
    }

    pub fn read_with(&self, edfi: &EdfiOptions, assume_full_year: bool) -> Result<Dataset, ReadError> {
        both_ways(&self.0, edfi, assume_full_year)
    }

    pub fn read(&self) -> Dataset {
        self.read_with(&EdfiOptions::default(), false).unwrap()
    }
}

/// Reads a folder, and checks that its files in memory give the same.
pub fn both_ways(folder: &Path, edfi: &EdfiOptions, assume_full_year: bool) -> Result<Dataset, ReadError> {
    let options = || ReadOptions { assume_full_year, ..ReadOptions::default() };
    let streamed = read_edfi_with(folder, edfi, &mut options());
    let held = read_edfi_with(Files::in_memory(in_memory(folder)), edfi, &mut options());
    match (&streamed, &held) {
        (Ok(streamed), Ok(held)) => assert!(streamed == held, "{:?}", (&streamed.report, &held.report)),
        (streamed, held) => {
            let problem = |error: &ReadError| error.to_string();
            assert_eq!(streamed.as_ref().err().map(problem), held.as_ref().err().map(problem));
        }
    }
    streamed
}

/// Takes the files of a folder into memory.
pub fn in_memory(folder: &Path) -> Vec<(String, Vec<u8>)> {
    let paths = fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().path());
    paths
        .map(|path| (path.file_name().unwrap().to_str().unwrap().to_owned(), fs::read(path).unwrap()))
        .collect()
}

impl Drop for Folder {
    fn drop(&mut self) {
        let _ = fs::remove_dir_all(&self.0);
    }
}

const SCHOOL: &str =
    "<SchoolReference><SchoolIdentity><SchoolId>1</SchoolId></SchoolIdentity></SchoolReference>";

pub fn event(student: &str, date: &str, category: &str, inside: &str, after: &str) -> String {
    format!(
        "<StudentSchoolAttendanceEvent><AttendanceEvent><EventDate>{date}</EventDate>\
         <AttendanceEventCategory>uri://ed-fi.org/AttendanceEventCategoryDescriptor#{category}</AttendanceEventCategory>\
         <AttendanceEventReason>A reason</AttendanceEventReason>{inside}</AttendanceEvent>\
         <StudentReference><StudentIdentity><StudentUniqueId>{student}</StudentUniqueId></StudentIdentity></StudentReference>\
         {SCHOOL}{after}</StudentSchoolAttendanceEvent>"
    )
}

pub fn section(student: &str, category: &str, section: &str) -> String {
    format!(
        "<StudentSectionAttendanceEvent><AttendanceEvent><EventDate>2022-01-03</EventDate>\
         <AttendanceEventCategory>uri://x#{category}</AttendanceEventCategory></AttendanceEvent>\
         <StudentReference><StudentIdentity><StudentUniqueId>{student}</StudentUniqueId></StudentIdentity></StudentReference>\
         <SectionReference><SectionIdentity><SectionIdentifier>{section}</SectionIdentifier>\
         <CourseOfferingReference><CourseOfferingIdentity><LocalCourseCode>M</LocalCourseCode><SchoolReference>\
         <SchoolIdentity><SchoolId>1</SchoolId></SchoolIdentity></SchoolReference></CourseOfferingIdentity>\
         </CourseOfferingReference></SectionIdentity></SectionReference>\
         <SectionAttendanceDuration>40</SectionAttendanceDuration></StudentSectionAttendanceEvent>"
    )
}

pub fn association(student: &str, entry: &str, more: &str) -> String {
    format!(
        "<StudentSchoolAssociation><StudentReference><StudentIdentity><StudentUniqueId>{student}</StudentUniqueId>\
         </StudentIdentity></StudentReference>{SCHOOL}<EntryDate>{entry}</EntryDate>{more}</StudentSchoolAssociation>"
    )
}

pub fn session(begin: &str, end: &str, days: &str) -> String {
    format!(
        "<Session><SessionName>T</SessionName><SchoolYear>2021-2022</SchoolYear><BeginDate>{begin}</BeginDate>\
         <EndDate>{end}</EndDate><TotalInstructionalDays>{days}</TotalInstructionalDays>{SCHOOL}</Session>"
    )
}

/// A date of January 2022 in the calendar of school 1.
pub fn day(day: u32, event: &str) -> String {
    format!(
        "<CalendarDate><Date>2022-01-{day:02}</Date><CalendarEvent>uri://ed-fi.org/CalendarEventDescriptor#{event}\
         </CalendarEvent><CalendarReference><CalendarIdentity><CalendarCode>C</CalendarCode>{SCHOOL}\
         <SchoolYear>2021-2022</SchoolYear></CalendarIdentity></CalendarReference></CalendarDate>"
    )
}

/// Two students enrolled at one school, and the week of 3 January 2022.
pub fn year_in_xml() -> String {
    let days: String = (3..=7).map(|d| day(d, "Instructional day")).collect();
    let school = "<LocalEducationAgency id=\"L\"><LocalEducationAgencyId>9</LocalEducationAgencyId>\
        </LocalEducationAgency><School><SchoolId>1</SchoolId><NameOfInstitution>A &amp; B</NameOfInstitution>\
        <LocalEducationAgencyReference ref=\"L\"/></School>";
    let grade = "<EntryGradeLevel>uri://ed-fi.org/GradeLevelDescriptor#Ninth grade</EntryGradeLevel>";
    let students = association("s1", "2022-01-03", grade) + &association("s2", "2022-01-03", "");
    format!("{school}{days}{}{students}", session("2022-01-03", "2022-01-07", "5"))
}

/// The same as API resources.
pub fn year_in_json(folder: Folder) -> Folder {
    let day = |d: u32| {
        format!(
            r#"{{"date": "2022-01-{d:02}", "calendarReference": {{"calendarCode": "C", "schoolId": 1,
            "schoolYear": 2022}}, "calendarEvents": [{{"calendarEventDescriptor": "uri://x#Instructional day"}}]}}"#
        )
    };
    let days: Vec<_> = (3..=7).map(day).collect();
    folder
        .file("calendarDates.json", format!("[{}]", days.join(",")).as_bytes())
        .file(
            "organizations.json",
            br#"{"localEducationAgencies": [{"localEducationAgencyId": 9}],
            "schools": [{"schoolId": 1, "nameOfInstitution": "A & B",
                "localEducationAgencyReference": {"localEducationAgencyId": 9}}],
            "sessions": [{"sessionName": "T", "schoolReference": {"schoolId": 1},
                "schoolYearTypeReference": {"schoolYear": 2022}, "beginDate": "2022-01-03",
                "endDate": "2022-01-07", "totalInstructionalDays": 5}]}"#,
        )
        .file(
            "studentSchoolAssociations.json",
            br#"[{"studentReference": {"studentUniqueId": "s1"}, "schoolReference": {"schoolId": 1},
                "entryDate": "2022-01-03", "entryGradeLevelDescriptor": "uri://x#Ninth grade"},
              {"studentReference": {"studentUniqueId": "s2"}, "schoolReference": {"schoolId": 1},
                "entryDate": "2022-01-03"}]"#,
        )
}

pub fn year() -> SchoolYear {
    SchoolYear::ending(2022).unwrap()
}

pub fn register(dataset: &Dataset) -> &Register {
    &dataset.registers[&year()]
}

/// What the register says of a student's day: status and part, "" where plainly present.
pub fn mark(dataset: &Dataset, student: &str, date: &str) -> String {
    let register = register(dataset);
    let row = register.rows_of(register.find_student(student).unwrap()).start;
    let index = register.school_days().index_of(date.parse().unwrap()).unwrap();
    let parts = register.marks()[usize::from(register.row(row).mark(index))].parts().iter();
    parts.map(|(code, part)| format!("{} {part}", code.status())).collect::<Vec<_>>().join(", ")
}

pub fn attendance(dataset: &Dataset) -> Intake {
    let mut reports = dataset.report.files.iter().filter(|report| report.kind == "attendance");
    reports.next().map(|report| report.intake).unwrap()
}

/// A dataset whose only findings are these.
pub fn found(dataset: &Dataset, codes: &[(FindingCode, u64)]) {
    let found: Vec<_> = dataset.report.findings.by_code().collect();
    assert_eq!(found, codes, "{:#?}", dataset.report.findings.iter().collect::<Vec<_>>());
    assert!(dataset.report.files.iter().all(|file| file.intake.balances()));
}
