//! Who is who, as JSON: what a pickled register carries beside its bytes.

use crate::errors::error;
use homeroom::{CommunityPartner, District, Network, Roster, School, Student, document};
use pyo3::PyErr;
use serde::Deserialize;
use serde_json::json;

#[derive(Deserialize)]
struct Entries {
    students: Vec<Student>,
    schools: Vec<School>,
    districts: Vec<District>,
    networks: Vec<Network>,
    partners: Vec<CommunityPartner>,
}

/// A roster as JSON.
pub(crate) fn to_json(roster: &Roster) -> String {
    json!({
        "students": roster.students().collect::<Vec<_>>(),
        "schools": roster.schools().collect::<Vec<_>>(),
        "districts": roster.districts().collect::<Vec<_>>(),
        "networks": roster.networks().collect::<Vec<_>>(),
        "partners": roster.partners().collect::<Vec<_>>(),
    })
    .to_string()
}

/// Reads what [`to_json`] wrote.
pub(crate) fn from_json(text: &str) -> Result<Roster, PyErr> {
    // What serde says may hold a value of the text: a name.
    let damaged = |_| error("bytes", "roster", "that is no roster of a pickled register", None);
    let entries: Entries = document::from_json(text).map_err(damaged)?;
    let mut roster = Roster::default();
    entries.students.into_iter().for_each(|student| roster.add_student(student));
    entries.schools.into_iter().for_each(|school| roster.add_school(school));
    entries.districts.into_iter().for_each(|district| roster.add_district(district));
    entries.networks.into_iter().for_each(|network| roster.add_network(network));
    entries.partners.into_iter().for_each(|partner| roster.add_partner(partner));
    Ok(roster)
}
