//! Records of who is who: students, schools, districts, networks and partners.

use super::{
    field::Field,
    kind::FileKind,
    read::Reading,
    row::{Fault, Row},
    table::Table,
};
use crate::ReadError;
use homeroom::{
    CommunityPartner, District, DistrictId, FindingCode, MAX_ID_BYTES, Network, NetworkId, PartnerId, Roster,
    School, SchoolId, Student, StudentId,
};
use std::collections::BTreeMap;

impl Reading<'_, '_, '_> {
    /// Reads a file of the roster.
    pub(super) fn read_roster(&mut self, table: &mut Table<'_>) -> Result<(), ReadError> {
        let kind = table.spec.kind;
        let attributes = std::mem::take(&mut table.attributes);
        let mut roster = std::mem::take(&mut self.roster);
        let mut known = std::mem::take(&mut self.organizations);
        let intake = self.records(table, |row, _| match kind {
            FileKind::Networks => known.add_network(row, &mut roster),
            FileKind::Districts => known.add_district(row, &mut roster),
            FileKind::Schools => add_school(row, &mut roster),
            FileKind::Partners => known.add_partner(row, &mut roster),
            _ => add_student(row, &attributes, &mut roster),
        });
        (self.roster, self.organizations) = (roster, known);
        let intake = intake?;
        self.report_file(table, intake);
        Ok(())
    }
}

/// The organisations met, by identifier.
#[derive(Default)]
pub(super) struct Organizations {
    networks: BTreeMap<NetworkId, Network>,
    districts: BTreeMap<DistrictId, District>,
    partners: BTreeMap<PartnerId, CommunityPartner>,
}

impl Organizations {
    fn add_network(&mut self, row: &Row<'_>, roster: &mut Roster) -> Result<(), Fault> {
        let network = Network { id: row.id::<NetworkId>(Field::Network)?, name: name(row)? };
        once(Field::Network, self.networks.get(&network.id), &network)?;
        self.networks.insert(network.id.clone(), network.clone());
        roster.add_network(network);
        Ok(())
    }

    fn add_district(&mut self, row: &Row<'_>, roster: &mut Roster) -> Result<(), Fault> {
        let id = row.id::<DistrictId>(Field::District)?;
        let network = given(row, Field::Network)?.then(|| row.id::<NetworkId>(Field::Network)).transpose()?;
        let district = District { id, name: name(row)?, network };
        once(Field::District, self.districts.get(&district.id), &district)?;
        self.districts.insert(district.id.clone(), district.clone());
        roster.add_district(district);
        Ok(())
    }

    fn add_partner(&mut self, row: &Row<'_>, roster: &mut Roster) -> Result<(), Fault> {
        let mut partner = CommunityPartner {
            id: row.id::<PartnerId>(Field::Partner)?,
            name: name(row)?,
            districts: Vec::new(),
        };
        for district in row.list(Field::Districts)? {
            let id = DistrictId::new(district)
                .map_err(|_| Fault::new(FindingCode::InvalidId, Field::Districts))?;
            partner.districts.push(id);
        }
        once(Field::Partner, self.partners.get(&partner.id), &partner)?;
        self.partners.insert(partner.id.clone(), partner.clone());
        roster.add_partner(partner);
        Ok(())
    }
}

fn add_school(row: &Row<'_>, roster: &mut Roster) -> Result<(), Fault> {
    let id = row.id::<SchoolId>(Field::School)?;
    let district = given(row, Field::District)?.then(|| row.id::<DistrictId>(Field::District)).transpose()?;
    let school = School { id, name: name(row)?, district };
    once(Field::School, roster.school(school.id.as_str()), &school)?;
    roster.add_school(school);
    Ok(())
}

fn add_student(row: &Row<'_>, attributes: &[(&str, usize)], roster: &mut Roster) -> Result<(), Fault> {
    let mut student = Student::new(row.id::<StudentId>(Field::Student)?);
    for (attribute, column) in attributes {
        let Some(value) = row.cell(*column) else { continue };
        let fault = |code| Fault::new(code, Field::Student).detail(format!("attribute `{attribute}`"));
        let value = row.decode(value).ok_or_else(|| fault(FindingCode::WrongEncoding))?;
        if value.len() > MAX_ID_BYTES {
            return Err(fault(FindingCode::FieldTooLong));
        }
        student.set_attribute(*attribute, value);
    }
    once(Field::Student, roster.student(student.id().as_str()), &student)?;
    roster.add_student(student);
    Ok(())
}

// A second record of one identifier says the same again, or is superseded by the first.
fn once<T: PartialEq>(field: Field, known: Option<&T>, new: &T) -> Result<(), Fault> {
    match known {
        None => Ok(()),
        Some(known) if known == new => {
            Err(Fault::new(FindingCode::DuplicateRecord, field).detail("the same record stands twice"))
        }
        Some(_) => {
            let fault = Fault::new(FindingCode::ConflictingRecords, field);
            Err(fault.detail("the identifier stands twice: its first record counts"))
        }
    }
}

fn given(row: &Row<'_>, field: Field) -> Result<bool, Fault> {
    Ok(row.text(field)?.is_some())
}

fn name(row: &Row<'_>) -> Result<Option<String>, Fault> {
    Ok(row.text(Field::Name)?.map(str::to_owned))
}
