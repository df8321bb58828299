//! Findings: what was wrong with a record, where, and what was done with it. Nothing is dropped silently.

use crate::{SchoolId, StudentId, terms::terms};
use chrono::NaiveDate;
use serde::{Deserialize, Serialize};
use std::{collections::BTreeMap, fmt, sync::Arc};

terms! {
    /// What was wrong: one closed list for every reader and the roll.
    pub enum FindingCode {
        EmptyFile = "empty_file" #[doc = "A file holds no record."],
        WrongEncoding = "wrong_encoding" #[doc = "A file or field is not text in the stated encoding."],
        MalformedRow = "malformed_row" #[doc = "A row does not have the form of its file."],
        TruncatedFile = "truncated_file" #[doc = "A file ends in the middle of a record."],
        FieldTooLong = "field_too_long" #[doc = "A field is longer than any value can be."],
        ForbiddenMarkup = "forbidden_markup" #[doc = "XML declares entities or a document type, which data has no use for."],
        UnknownColumn = "unknown_column" #[doc = "A column that the mapping does not name; it was not read."],
        MissingColumn = "missing_column" #[doc = "A column that the mapping names and the file lacks."],
        MissingValue = "missing_value" #[doc = "A required value is missing."],
        InvalidId = "invalid_id" #[doc = "A value is not an identifier."],
        InvalidDate = "invalid_date" #[doc = "A value is not a date of the calendar."],
        AmbiguousDate = "ambiguous_date" #[doc = "A date reads as two dates and the mapping does not settle which."],
        InvalidGrade = "invalid_grade" #[doc = "A value is not a grade level."],
        InvalidNumber = "invalid_number" #[doc = "A value is not the number it should be."],
        InvalidDescriptor = "invalid_descriptor" #[doc = "A value is not an Ed-Fi descriptor: a namespace, `#` and a code value."],
        RangeReversed = "range_reversed" #[doc = "A least value is above the most, or an end is before the beginning."],
        UnknownElement = "unknown_element" #[doc = "An element or attribute that the model does not hold; it was not read."],
        NotWritten = "not_written" #[doc = "A value for which the form written has no place; it was not written."],
        PartOutOfRange = "part_out_of_range" #[doc = "A part of a day is below 0 or above 1."],
        MinutesOutOfRange = "minutes_out_of_range" #[doc = "More minutes than a day has."],
        PartMissing = "part_missing" #[doc = "An event speaks of a part of the day and does not say how much."],
        UnmappedCode = "unmapped_code" #[doc = "An attendance code that the code table does not hold; never taken for present."],
        UnmappedCalendarEvent = "unmapped_calendar_event" #[doc = "A calendar event the model does not know; taken as not instructional."],
        DateOutsideYear = "date_outside_year" #[doc = "A date outside the school year."],
        ExitBeforeEntry = "exit_before_entry" #[doc = "An enrolment ends before it begins."],
        EnrollmentWithoutDays = "enrollment_without_days" #[doc = "An enrolment that holds no school day (a no-show)."],
        DuplicateEnrollment = "duplicate_enrollment" #[doc = "The same enrolment twice."],
        OverlappingEnrollment = "overlapping_enrollment" #[doc = "Two enrolments hold the same day; it counts once for the student."],
        TransferDay = "transfer_day" #[doc = "One school's last day is the next one's first; it counts at one of them."],
        GradeChanged = "grade_changed" #[doc = "Two enrolments at one school give two grades; the later one counts."],
        MembershipChanged = "membership_changed" #[doc = "Two enrolments at one school differ in share or in being primary; the later one counts."],
        UnknownStudent = "unknown_student" #[doc = "A record of a student whom no enrolment names."],
        UnknownSchool = "unknown_school" #[doc = "A record of a school that has no calendar."],
        EventWithoutEnrollment = "event_without_enrollment" #[doc = "An event of a student not enrolled at that school on that day."],
        EventOnNonSchoolDay = "event_on_non_school_day" #[doc = "An event on a day that is not instructional at that school."],
        DuplicateEvent = "duplicate_event" #[doc = "The same event twice; it counts once."],
        DuplicateRecord = "duplicate_record" #[doc = "The same student, school, calendar day or other entry twice; it counts once."],
        ConflictingRecords = "conflicting_records" #[doc = "Two entries about one thing other than attendance contradict each other."],
        ConflictingEvents = "conflicting_events" #[doc = "Two events of one day contradict each other; the rule says which counts."],
        PartsExceedDay = "parts_exceed_day" #[doc = "The parts of one day add up to more than the day."],
        SectionsUnknown = "sections_unknown" #[doc = "A section event, and nothing says how many sections the day has."],
        TwoSchoolsOneDay = "two_schools_one_day" #[doc = "Two schools recorded the same student's day; it counts once for the student."],
        CalendarContradiction = "calendar_contradiction" #[doc = "The declared number of instructional days is not the number listed."],
        CalendarWithoutDays = "calendar_without_days" #[doc = "A calendar without an instructional day."],
        CalendarInferred = "calendar_inferred" #[doc = "A calendar was inferred, by the rule stated."],
        EnrollmentAssumed = "enrollment_assumed" #[doc = "Enrolment was assumed, by the rule stated."],
        SchoolAssumed = "school_assumed" #[doc = "A student's school is not known; a stand-in holds the enrolment."],
        UnknownTerm = "unknown_term" #[doc = "A value that is not a term of its closed list."],
        DatesOutOfOrder = "dates_out_of_order" #[doc = "A record ends, is due, done or resolved before it begins."],
        UnknownMentor = "unknown_mentor" #[doc = "A record of a mentor whom no record of mentors names."],
        UnknownPlan = "unknown_plan" #[doc = "An assignment names a contact plan that there is not."],
        UnknownIntervention = "unknown_intervention" #[doc = "A record of an intervention that the catalogue lacks."],
        InvalidPlan = "invalid_plan" #[doc = "A contact plan asks for what no week can hold."],
        IllegalStatus = "illegal_status" #[doc = "An intervention's status does not follow from the one before."],
        OverlappingAssignment = "overlapping_assignment" #[doc = "Two mentors answer for one student on the same days; contacts are expected once."],
        ContactOutsideAssignment = "contact_outside_assignment" #[doc = "A contact before, after or without any assignment of the student; it is kept and does not count for a plan."],
        ContactByOtherMentor = "contact_by_other_mentor" #[doc = "A contact by a mentor who is not assigned to the student, while another is; it counts for the student."],
        ContactOnNonSchoolDay = "contact_on_non_school_day" #[doc = "A contact on a day on which the student has no school; it counts."],
        ContactOnAbsentDay = "contact_on_absent_day" #[doc = "A contact in person at school on a day on which the student was absent all day; it counts."],
        ContactMinutesOutOfRange = "contact_minutes_out_of_range" #[doc = "No contact is so long or so short: the contact counts, its minutes do not."],
        SimultaneousContacts = "simultaneous_contacts" #[doc = "Two mentors met the student at the same time; both count."],
        DuplicateContact = "duplicate_contact" #[doc = "The same check-in or call twice; it counts once."],
        CircleMemberUnknown = "circle_member_unknown" #[doc = "A circle names a student or mentor whom nothing else names; the others count."],
        ValueLeftOut = "value_left_out" #[doc = "A value that says more about a record cannot be read; the record counts without it."],
        UnknownReference = "unknown_reference" #[doc = "A record names someone or something besides what it is about that nothing else names; it counts without."],
        UnknownOrganization = "unknown_organization" #[doc = "A record of a district or network that nothing else names."],
        UnusedRecord = "unused_record" #[doc = "A record of a kind that this reader does not use."],
    }
}

terms! {
    /// What was done about a finding.
    pub enum Action {
        Rejected = "rejected" #[doc = "The record was not used."],
        Superseded = "superseded" #[doc = "Another record of the same day counts instead."],
        Merged = "merged" #[doc = "The record counts once together with another."],
        Assumed = "assumed" #[doc = "Something was assumed in the place of what is missing."],
        Noted = "noted" #[doc = "The record was used as it stands."],
    }
}

impl FindingCode {
    /// What was done about a finding of this kind; always the same thing.
    pub const fn action(self) -> Action {
        match self {
            Self::ConflictingEvents | Self::ConflictingRecords | Self::PartsExceedDay => Action::Superseded,
            Self::DuplicateEnrollment
            | Self::DuplicateEvent
            | Self::DuplicateContact
            | Self::DuplicateRecord => Action::Merged,
            Self::CalendarInferred | Self::EnrollmentAssumed | Self::SchoolAssumed => Action::Assumed,
            Self::UnmappedCalendarEvent
            | Self::OverlappingEnrollment
            | Self::TransferDay
            | Self::GradeChanged
            | Self::MembershipChanged
            | Self::UnknownColumn
            | Self::UnknownElement
            | Self::NotWritten
            | Self::TwoSchoolsOneDay
            | Self::OverlappingAssignment
            | Self::ContactOutsideAssignment
            | Self::ContactByOtherMentor
            | Self::ContactOnNonSchoolDay
            | Self::ContactOnAbsentDay
            | Self::ContactMinutesOutOfRange
            | Self::SimultaneousContacts
            | Self::CircleMemberUnknown
            | Self::ValueLeftOut
            | Self::UnknownReference
            | Self::EmptyFile
            | Self::CalendarContradiction => Action::Noted,
            _ => Action::Rejected,
        }
    }
}

/// Where a record stands: a file and a 1-based row (for XML and JSON, the 1-based record).
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
pub struct Place {
    /// The file, without its folder.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub file: Option<Arc<str>>,
    /// The row or record.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub row: Option<u64>,
}

impl Place {
    /// A row of a file.
    pub fn new(file: &Arc<str>, row: u64) -> Self {
        Self { file: Some(Arc::clone(file)), row: Some(row) }
    }
}

impl fmt::Display for Place {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match (&self.file, self.row) {
            (Some(file), Some(row)) => write!(f, "{file}:{row}"),
            (Some(file), None) => f.write_str(file),
            (None, Some(row)) => write!(f, "row {row}"),
            (None, None) => f.write_str("-"),
        }
    }
}

/// One finding. It holds identifiers, codes and dates, never names, notes or other free text.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Finding {
    /// What was wrong.
    pub code: FindingCode,
    /// Where.
    #[serde(default)]
    pub place: Place,
    /// The field, where one is to blame.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub field: Option<Box<str>>,
    /// The student, where the record names one.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub student: Option<StudentId>,
    /// The school, where the record names one.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub school: Option<SchoolId>,
    /// The date, where the record has one.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub date: Option<NaiveDate>,
    /// What was decided and by which rule, in the model's terms.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub detail: Option<Box<str>>,
}

impl Finding {
    /// A finding at a place.
    pub fn new(code: FindingCode, place: Place) -> Self {
        Self { code, place, field: None, student: None, school: None, date: None, detail: None }
    }

    /// The same finding about a field.
    #[must_use]
    pub fn field(mut self, field: &str) -> Self {
        self.field = Some(field.into());
        self
    }

    /// The same finding about a student; a text that is no identifier is left out.
    #[must_use]
    pub fn student(mut self, student: &str) -> Self {
        self.student = StudentId::new(student).ok();
        self
    }

    /// The same finding about a school; a text that is no identifier is left out.
    #[must_use]
    pub fn school(mut self, school: &str) -> Self {
        self.school = SchoolId::new(school).ok();
        self
    }

    /// The same finding about a date.
    #[must_use]
    pub fn date(mut self, date: NaiveDate) -> Self {
        self.date = Some(date);
        self
    }

    /// The same finding with what was decided, in the model's own words.
    #[must_use]
    pub fn detail(mut self, detail: impl Into<Box<str>>) -> Self {
        self.detail = Some(detail.into());
        self
    }
}

/// The shape of a value that must not be repeated because it may be personal: digits become `9`, letters
/// `a`, and only the first 24 characters are shown.
///
/// ```
/// assert_eq!(homeroom::shape("13/45/2022 Jo"), "99/99/9999 aa");
/// ```
pub fn shape(value: &str) -> String {
    let mut shape: String = value
        .chars()
        .take(24)
        .map(|c| match c {
            c if c.is_numeric() => '9',
            c if c.is_alphabetic() => 'a',
            c if c.is_control() => ' ',
            c => c,
        })
        .collect();
    if value.chars().nth(24).is_some() {
        shape.push('…');
    }
    shape
}

/// How many findings of each code are kept whole; the counts are always complete.
pub const FINDINGS_KEPT_PER_CODE: usize = 1000;

/// Findings, counted by code; of each code the first [`FINDINGS_KEPT_PER_CODE`] are kept whole, so that a
/// file in which every row is bad does not fill the memory.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(transparent)]
pub struct Findings {
    by_code: BTreeMap<FindingCode, (u64, Vec<Finding>)>,
}

impl Findings {
    /// No findings.
    pub fn new() -> Self {
        Self::default()
    }

    /// Adds a finding.
    pub fn push(&mut self, finding: Finding) {
        let (count, kept) = self.by_code.entry(finding.code).or_default();
        *count += 1;
        if kept.len() < FINDINGS_KEPT_PER_CODE {
            kept.push(finding);
        }
    }

    /// Adds all of another's.
    pub fn merge(&mut self, other: Self) {
        for (code, (count, kept)) in other.by_code {
            let entry = self.by_code.entry(code).or_default();
            entry.0 += count;
            let room = FINDINGS_KEPT_PER_CODE.saturating_sub(entry.1.len());
            entry.1.extend(kept.into_iter().take(room));
        }
    }

    /// How many there are in all.
    pub fn total(&self) -> u64 {
        self.by_code.values().map(|(count, _)| count).sum()
    }

    /// How many there are of one code.
    pub fn count(&self, code: FindingCode) -> u64 {
        self.by_code.get(&code).map_or(0, |(count, _)| *count)
    }

    /// The codes found and how often, in the list's order.
    pub fn by_code(&self) -> impl Iterator<Item = (FindingCode, u64)> {
        self.by_code.iter().map(|(code, (count, _))| (*code, *count))
    }

    /// The findings kept whole, by code.
    pub fn iter(&self) -> impl Iterator<Item = &Finding> {
        self.by_code.values().flat_map(|(_, kept)| kept)
    }
}

/// What became of the records read: every record is counted in exactly one of the four ends.
///
/// ```
/// use homeroom::Intake;
/// let intake = Intake { read: 10, applied: 7, merged: 1, superseded: 1, rejected: 1 };
/// assert!(intake.balances());
/// ```
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Serialize, Deserialize)]
pub struct Intake {
    /// Records read.
    pub read: u64,
    /// Records that count as they stand.
    pub applied: u64,
    /// Records that say again what another said.
    pub merged: u64,
    /// Records that another of the same day supersedes.
    pub superseded: u64,
    /// Records not used, each with a finding.
    pub rejected: u64,
}

impl Intake {
    /// Whether every record read is accounted for.
    pub const fn balances(&self) -> bool {
        self.read == self.applied + self.merged + self.superseded + self.rejected
    }

    /// Adds another's counts.
    pub fn merge(&mut self, other: Self) {
        self.read += other.read;
        self.applied += other.applied;
        self.merged += other.merged;
        self.superseded += other.superseded;
        self.rejected += other.rejected;
    }
}
