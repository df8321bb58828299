//! The catalogue of interventions, and how they stand with students.

use super::{
    super::{field::Field, row::Fault},
    Gathering,
    entry::Entry,
};
use homeroom::{
    FindingCode,
    mentoring::{Approach, Intervention, InterventionDosage, InterventionStatusRecord, PlannedDosage},
};

impl Gathering<'_> {
    pub(super) fn add_intervention(&mut self, entry: &mut Entry<'_, '_>) -> Result<(), Fault> {
        let (id, organization) = (entry.row.id(Field::Intervention)?, entry.row.id(Field::Organization)?);
        let mut approach = Approach::new(entry.term(Field::Class)?, entry.term(Field::Delivery)?);
        approach.tier = entry.term_if(Field::Tier)?;
        approach.aim = entry.term_if(Field::Aim)?;
        approach.addresses = entry.barriers()?;
        let (least, most) = (dosage(entry, Field::MinMinutes)?, dosage(entry, Field::MaxMinutes)?);
        approach.dosage = PlannedDosage::new(least, most)
            .map_err(|_| Fault::new(FindingCode::RangeReversed, Field::MaxMinutes))?;
        let mut intervention = Intervention::new(id, organization, entry.date(Field::Begin)?, approach);
        intervention.end = entry.date_if(Field::End)?;
        self.builder.add_intervention(intervention, entry.place());
        Ok(())
    }

    pub(super) fn add_intervention_status(&mut self, entry: &mut Entry<'_, '_>) -> Result<(), Fault> {
        let status = InterventionStatusRecord {
            student: entry.row.id(Field::Student)?,
            intervention: entry.row.id(Field::Intervention)?,
            date: entry.date(Field::Date)?,
            status: entry.term(Field::Status)?,
        };
        self.builder.add_intervention_status(status, entry.place());
        Ok(())
    }
}

// Minutes planned; what is no number of minutes is left out.
fn dosage(entry: &mut Entry<'_, '_>, field: Field) -> Result<Option<InterventionDosage>, Fault> {
    let read = |text: &str| text.parse().ok().and_then(|minutes| InterventionDosage::minutes(minutes).ok());
    entry.further(field, "a whole number of minutes", read)
}
