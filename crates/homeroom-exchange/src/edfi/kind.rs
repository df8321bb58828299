//! The kinds of record and the fields that the reader uses; everything else in a record is passed over.

/// A kind of Ed-Fi record that is used.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Kind {
    District,
    School,
    Student,
    Session,
    Calendar,
    CalendarDate,
    Association,
    SchoolEvent,
    SectionEvent,
    // A reference that stands beside the records, for others to name by its `id`.
    Reference,
}

/// A field of a record that is used.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Field {
    Student,
    School,
    District,
    Name,
    Year,
    SessionName,
    Begin,
    End,
    Term,
    TotalDays,
    CalendarCode,
    CalendarType,
    Grade,
    Date,
    CalendarEvent,
    Entry,
    Exit,
    ExitType,
    Share,
    Primary,
    Category,
    Environment,
    Duration,
    Minutes,
    Section,
    Course,
}

impl Field {
    /// The field's name in the Ed-Fi standard, for findings.
    pub(super) const fn name(self) -> &'static str {
        match self {
            Self::Student => "StudentUniqueId",
            Self::School => "SchoolId",
            Self::District => "LocalEducationAgencyId",
            Self::Name => "NameOfInstitution",
            Self::Year => "SchoolYear",
            Self::SessionName => "SessionName",
            Self::Begin => "BeginDate",
            Self::End => "EndDate",
            Self::Term => "Term",
            Self::TotalDays => "TotalInstructionalDays",
            Self::CalendarCode => "CalendarCode",
            Self::CalendarType => "CalendarType",
            Self::Grade => "GradeLevel",
            Self::Date => "Date",
            Self::CalendarEvent => "CalendarEvent",
            Self::Entry => "EntryDate",
            Self::Exit => "ExitWithdrawDate",
            Self::ExitType => "ExitWithdrawType",
            Self::Share => "FullTimeEquivalency",
            Self::Primary => "PrimarySchool",
            Self::Category => "AttendanceEventCategory",
            Self::Environment => "EducationalEnvironment",
            Self::Duration => "EventDuration",
            Self::Minutes => "AttendanceDuration",
            Self::Section => "SectionIdentifier",
            Self::Course => "LocalCourseCode",
        }
    }

    /// Whether a record may hold several values of the field.
    pub(super) const fn repeats(self) -> bool {
        matches!(self, Self::CalendarEvent | Self::Grade)
    }
}

/// Where a field stands: under which of the record's own elements ("" for the record itself), and its name;
/// both in lower case, as XML and JSON agree on them.
pub(super) type Wanted = (&'static str, &'static str, Field);

const DISTRICT: &[Wanted] =
    &[("", "localeducationagencyid", Field::District), ("", "nameofinstitution", Field::Name)];
const SCHOOL: &[Wanted] = &[
    ("", "schoolid", Field::School),
    ("", "nameofinstitution", Field::Name),
    ("localeducationagencyreference", "localeducationagencyid", Field::District),
];
const STUDENT: &[Wanted] = &[("", "studentuniqueid", Field::Student)];
const SESSION: &[Wanted] = &[
    ("schoolreference", "schoolid", Field::School),
    ("", "schoolyear", Field::Year),
    ("schoolyeartypereference", "schoolyear", Field::Year),
    ("", "sessionname", Field::SessionName),
    ("", "begindate", Field::Begin),
    ("", "enddate", Field::End),
    ("", "term", Field::Term),
    ("", "totalinstructionaldays", Field::TotalDays),
];
const CALENDAR: &[Wanted] = &[
    ("schoolreference", "schoolid", Field::School),
    ("", "schoolyear", Field::Year),
    ("schoolyeartypereference", "schoolyear", Field::Year),
    ("", "calendarcode", Field::CalendarCode),
    ("", "calendartype", Field::CalendarType),
    ("", "gradelevel", Field::Grade),
    ("gradelevels", "gradelevel", Field::Grade),
];
const CALENDAR_DATE: &[Wanted] = &[
    ("calendarreference", "schoolid", Field::School),
    ("calendarreference", "schoolyear", Field::Year),
    ("calendarreference", "calendarcode", Field::CalendarCode),
    ("", "date", Field::Date),
    ("", "calendarevent", Field::CalendarEvent),
    ("calendarevents", "calendarevent", Field::CalendarEvent),
];
const ASSOCIATION: &[Wanted] = &[
    ("studentreference", "studentuniqueid", Field::Student),
    ("schoolreference", "schoolid", Field::School),
    ("", "schoolyear", Field::Year),
    ("schoolyeartypereference", "schoolyear", Field::Year),
    ("", "entrydate", Field::Entry),
    ("", "entrygradelevel", Field::Grade),
    ("", "exitwithdrawdate", Field::Exit),
    ("", "exitwithdrawtype", Field::ExitType),
    ("", "fulltimeequivalency", Field::Share),
    ("", "primaryschool", Field::Primary),
];
const SCHOOL_EVENT: &[Wanted] = &[
    ("studentreference", "studentuniqueid", Field::Student),
    ("schoolreference", "schoolid", Field::School),
    ("", "eventdate", Field::Date),
    ("", "attendanceeventcategory", Field::Category),
    ("", "educationalenvironment", Field::Environment),
    ("", "eventduration", Field::Duration),
    ("", "schoolattendanceduration", Field::Minutes),
];
const SECTION_EVENT: &[Wanted] = &[
    ("studentreference", "studentuniqueid", Field::Student),
    ("sectionreference", "schoolid", Field::School),
    ("sectionreference", "sectionidentifier", Field::Section),
    ("sectionreference", "localcoursecode", Field::Course),
    ("", "eventdate", Field::Date),
    ("", "attendanceeventcategory", Field::Category),
    ("", "educationalenvironment", Field::Environment),
    ("", "eventduration", Field::Duration),
    ("", "sectionattendanceduration", Field::Minutes),
];
const REFERENCE: &[Wanted] = &[
    ("*", "studentuniqueid", Field::Student),
    ("*", "schoolid", Field::School),
    ("*", "localeducationagencyid", Field::District),
    ("*", "schoolyear", Field::Year),
    ("*", "calendarcode", Field::CalendarCode),
    ("*", "sectionidentifier", Field::Section),
    ("*", "localcoursecode", Field::Course),
];

impl Kind {
    /// The kind that a name means: of an XML element, an API resource or a file without its extension.
    pub(super) fn named(name: &str) -> Option<Self> {
        const MARKS: [&str; 7] = ["ed", "fi", "edfi", "page", "part", "export", "data"];
        let lower = name.to_ascii_lowercase();
        let words = lower
            .split(|c: char| !c.is_ascii_alphanumeric())
            .filter(|word| !word.bytes().all(|b| b.is_ascii_digit()) && !MARKS.contains(word));
        match words.collect::<String>().as_str() {
            "localeducationagency" | "localeducationagencies" => Some(Self::District),
            "school" | "schools" => Some(Self::School),
            "student" | "students" => Some(Self::Student),
            "session" | "sessions" => Some(Self::Session),
            "calendar" | "calendars" => Some(Self::Calendar),
            "calendardate" | "calendardates" => Some(Self::CalendarDate),
            "studentschoolassociation" | "studentschoolassociations" => Some(Self::Association),
            "studentschoolattendanceevent" | "studentschoolattendanceevents" => Some(Self::SchoolEvent),
            "studentsectionattendanceevent" | "studentsectionattendanceevents" => Some(Self::SectionEvent),
            _ => None,
        }
    }

    /// The word for the kind in a file's report.
    pub(super) const fn word(self) -> &'static str {
        match self {
            Self::District => "districts",
            Self::School => "schools",
            Self::Student => "students",
            Self::Session => "sessions",
            Self::Calendar => "calendars",
            Self::CalendarDate => "calendar_dates",
            Self::Association => "enrollments",
            Self::SchoolEvent => "attendance",
            Self::SectionEvent => "section_attendance",
            Self::Reference => "references",
        }
    }

    /// Whether records of the kind are attendance events.
    pub(super) const fn is_event(self) -> bool {
        matches!(self, Self::SchoolEvent | Self::SectionEvent)
    }

    /// The fields of the kind that are used.
    pub(super) const fn fields(self) -> &'static [Wanted] {
        match self {
            Self::District => DISTRICT,
            Self::School => SCHOOL,
            Self::Student => STUDENT,
            Self::Session => SESSION,
            Self::Calendar => CALENDAR,
            Self::CalendarDate => CALENDAR_DATE,
            Self::Association => ASSOCIATION,
            Self::SchoolEvent => SCHOOL_EVENT,
            Self::SectionEvent => SECTION_EVENT,
            Self::Reference => REFERENCE,
        }
    }

    /// The used field at a place in a record.
    pub(super) fn field(self, top: &str, leaf: &str) -> Option<Field> {
        let at = |wanted: &&Wanted| wanted.1 == leaf && (wanted.0 == top || wanted.0 == "*");
        self.fields().iter().find(at).map(|wanted| wanted.2)
    }
}

#[cfg(test)]
mod tests {
    use super::{Field, Kind};

    #[test]
    fn a_name_means_a_kind_only_as_a_whole() {
        assert_eq!(Kind::named("StudentSchoolAttendanceEvent"), Some(Kind::SchoolEvent));
        assert_eq!(Kind::named("student_school_attendance_events-2"), Some(Kind::SchoolEvent));
        assert_eq!(Kind::named("ed-fi.localEducationAgencies"), Some(Kind::District));
        assert_eq!(Kind::named("studentSectionAssociations"), None);
        assert_eq!(Kind::named("StudentProgramAttendanceEvent"), None);
        assert_eq!(Kind::named("2022"), None);
    }

    #[test]
    fn an_events_school_is_its_own_and_not_its_sessions() {
        assert_eq!(Kind::SchoolEvent.field("schoolreference", "schoolid"), Some(Field::School));
        assert_eq!(Kind::SchoolEvent.field("sessionreference", "schoolid"), None);
        assert_eq!(Kind::Student.field("name", "firstname"), None);
    }
}
