//! Ed-Fi descriptors in the model's terms. A descriptor is known by its code value, whatever its namespace:
//! `uri://ed-fi.org/AttendanceEventCategoryDescriptor#Tardy` and `uri://gbisd.edu/…#Tardy` are the same.

use homeroom::{AttendanceCategory, AttendanceCode, AttendanceStatus, CalendarEvent, GradeLevel, shape};

/// What an attendance event category says.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Category {
    pub(super) status: AttendanceStatus,
    /// Whether it speaks of a part of the day, which must then be said.
    pub(super) needs_part: bool,
}

/// The code value of a descriptor: what stands after `#`, or the whole text.
pub(super) fn code_value(text: &str) -> &str {
    text.rsplit_once('#').map_or(text, |(_, value)| value).trim()
}

/// A descriptor for a finding: the code value (of which Ed-Fi allows 50 characters) of what is written as one, or
/// the shape of what may be anything.
pub(super) fn shown(text: &str) -> String {
    match text.strip_prefix("uri://").and_then(|rest| rest.split_once("Descriptor#")) {
        Some((_, value)) if value.chars().count() <= 50 && !value.contains(char::is_control) => {
            value.to_owned()
        }
        _ => shape(text),
    }
}

fn among<T: Copy>(text: &str, names: &[(&str, T)]) -> Option<T> {
    let value = code_value(text);
    names.iter().find(|(name, _)| name.eq_ignore_ascii_case(value)).map(|(_, meaning)| *meaning)
}

/// An `AttendanceEventCategoryDescriptor`, or `None` where the standard has no such value.
pub(super) fn category(text: &str) -> Option<Category> {
    let status = among(
        text,
        &[
            ("Excused Absence", AttendanceStatus::ExcusedAbsence),
            ("Unexcused Absence", AttendanceStatus::UnexcusedAbsence),
            ("Tardy", AttendanceStatus::Tardy),
            ("Early departure", AttendanceStatus::EarlyDeparture),
            ("In Attendance", AttendanceStatus::Present),
            ("Present", AttendanceStatus::Present),
            ("Partial", AttendanceStatus::Absence),
        ],
    )?;
    Some(Category { status, needs_part: status == AttendanceStatus::Absence })
}

/// An `EducationalEnvironmentDescriptor`; only those that change how a day counts say anything.
pub(super) fn environment(text: &str) -> Option<AttendanceCategory> {
    among(
        text,
        &[
            ("In-school suspension", AttendanceCategory::DisciplinaryWithInstruction),
            ("Homebound", AttendanceCategory::NontraditionalSetting),
            ("Hospital class", AttendanceCategory::NontraditionalSetting),
        ],
    )
}

/// A category and an environment as one code of the model.
pub(super) fn code(category: Category, environment_text: Option<&str>) -> AttendanceCode {
    let code = AttendanceCode::new(category.status);
    environment_text.and_then(environment).map_or(code, |category| code.in_category(category))
}

/// A `CalendarEventDescriptor`, or `None` where the standard has no such value.
pub(super) fn calendar_event(text: &str) -> Option<CalendarEvent> {
    among(
        text,
        &[
            ("Instructional day", CalendarEvent::InstructionalDay),
            ("Make-up day", CalendarEvent::MakeUpDay),
            ("Student late arrival/early dismissal", CalendarEvent::EarlyRelease),
            ("Non-instructional day", CalendarEvent::NonInstructionalDay),
            ("Holiday", CalendarEvent::Holiday),
            ("Weather day", CalendarEvent::WeatherDay),
            ("Emergency day", CalendarEvent::EmergencyDay),
            ("Teacher only day", CalendarEvent::TeacherOnlyDay),
            ("Strike", CalendarEvent::Strike),
            ("Other", CalendarEvent::Other),
        ],
    )
}

/// Whether a `CalendarTypeDescriptor` names a calendar that is not the school's: of single students or staff.
pub(super) fn is_personal_calendar(text: &str) -> bool {
    among(text, &[("Student Specific", ()), ("IEP", ()), ("Staff", ())]).is_some()
}

/// Whether an `ExitWithdrawTypeDescriptor` says that the student never came.
pub(super) fn never_came(text: &str) -> bool {
    among(text, &[("No show", ()), ("Invalid enrollment", ())]).is_some()
}

/// Whether a `TermDescriptor` names summer school, which is outside the year of instruction.
pub(super) fn is_summer(text: &str) -> bool {
    among(text, &[("Summer Semester", ())]).is_some()
}

/// A `GradeLevelDescriptor`: `Err` where it is none, `Ok(None)` where it says that there is no grade.
pub(super) fn grade(text: &str) -> Result<Option<GradeLevel>, ()> {
    let own = among(
        text,
        &[
            ("No grade level", None),
            ("Out of School", None),
            ("Preschool/Prekindergarten", Some(GradeLevel::Prekindergarten)),
            ("Early Education", Some(GradeLevel::Preschool)),
            ("Postsecondary", Some(GradeLevel::Other)),
            ("Other", Some(GradeLevel::Other)),
        ],
    );
    own.map_or_else(|| GradeLevel::read(code_value(text)).map(Some).ok_or(()), Ok)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_descriptor_is_known_by_its_value_in_any_namespace() {
        let status = |text| category(text).map(|category| category.status);
        assert_eq!(
            status("uri://gbisd.edu/AttendanceEventCategoryDescriptor#tardy"),
            Some(AttendanceStatus::Tardy)
        );
        assert_eq!(status("Unexcused Absence"), Some(AttendanceStatus::UnexcusedAbsence));
        assert_eq!(status("uri://x#Purple"), None);
        assert_eq!(status(""), None);
        assert_eq!(calendar_event("uri://x#Instructional day"), Some(CalendarEvent::InstructionalDay));
        assert_eq!(calendar_event("uri://x#Party"), None);
    }

    #[test]
    fn every_grade_of_the_standard_is_read() {
        assert_eq!(grade("uri://ed-fi.org/GradeLevelDescriptor#Ninth grade"), Ok(Some(GradeLevel::Grade9)));
        assert_eq!(grade("uri://ed-fi.org/GradeLevelDescriptor#No grade level"), Ok(None));
        assert_eq!(grade("purple"), Err(()));
    }

    #[test]
    fn a_finding_shows_no_free_text() {
        assert_eq!(shown("uri://x/CalendarEventDescriptor#Purple"), "Purple");
        assert_eq!(shown("uri://x#Purple"), "aaa://a#aaaaaa");
        assert_eq!(shown("Apt #4 Jane Doe"), "aaa #9 aaaa aaa");
        assert_eq!(shown("Jo Doe"), "aa aaa");
        assert_eq!(shown(&format!("#{}", "Jo".repeat(40))), format!("#{}…", "a".repeat(23)));
    }
}
