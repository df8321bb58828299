//! Attendance at interventions in Ed-Fi's bulk interchange: `InterchangeStudentAttendance`, written.

use super::{
    document::Root,
    write::{intervention_of, student},
    xml_writer::{WriteError, XmlWriter},
};
use homeroom::mentoring::{InterventionDuration, StudentInterventionAttendanceEvent};
use std::io::Write;

const ROOT: &str = "InterchangeStudentAttendance";

/// Writes attendance at interventions as an Ed-Fi `InterchangeStudentAttendance`, in the order given; a check-in
/// is made one by [`StudentInterventionAttendanceEvent::of`].
///
/// # Errors
/// [`WriteError`] where the output cannot be written, or an identifier holds what XML does not have.
pub fn write_intervention_attendance<'e>(
    events: impl IntoIterator<Item = &'e StudentInterventionAttendanceEvent>,
    out: impl Write,
) -> Result<(), WriteError> {
    let root = Root::default();
    let mut writer = XmlWriter::begin(out, &root, ROOT)?;
    for event in events {
        writer.element("StudentInterventionAttendanceEvent", |writer| {
            writer.element("AttendanceEvent", |writer| {
                writer.value("EventDate", Some(event.date))?;
                writer.leaf("AttendanceEventCategory", event.category.as_str())?;
                let hundredths = event.event_duration.map(u8::from);
                let decimal = hundredths.map(|part| format!("{}.{:02}", part / 100, part % 100));
                writer.value("EventDuration", decimal)
            })?;
            student(writer, &event.student)?;
            intervention_of(writer, &event.intervention)?;
            writer.value("InterventionDuration", event.intervention_duration.map(InterventionDuration::get))
        })?;
    }
    writer.finish(ROOT)
}
