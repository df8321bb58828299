//! Mentors, contact plans, assignments and staff.

use super::{
    super::{field::Field, row::Fault},
    Gathering,
    entry::Entry,
    known::Known,
};
use homeroom::{
    FindingCode, Fraction, UnknownTerm,
    mentoring::{
        Assignment, AssignmentRole, Availability, ContactPlan, MAX_CONTACT_MINUTES, Mentor, Organization,
        StaffMember,
    },
};
use std::str::FromStr;

const DAY_MINUTES: u16 = 24 * 60;

impl Gathering<'_> {
    pub(super) fn add_mentor(&mut self, entry: &mut Entry<'_, '_>) -> Result<(), Fault> {
        let mut mentor = Mentor::new(entry.row.id(Field::Mentor)?, entry.term(Field::Kind)?);
        mentor.organization = organization(entry, &self.known)?;
        mentor.name = entry.confidential(Field::Name)?;
        mentor.schools = entry.references(Field::Schools, |school| self.known.school(school))?;
        mentor.languages = languages(entry)?;
        let what = "minutes of five or seven days, such as `60;0;30;60;0`";
        mentor.availability = entry.further(Field::Availability, what, availability)?;
        mentor.capacity = entry.number(Field::Capacity)?;
        self.known.mentors.insert(mentor.id.clone());
        self.builder.add_mentor(mentor, entry.place());
        Ok(())
    }

    pub(super) fn add_plan(&mut self, entry: &mut Entry<'_, '_>) -> Result<(), Fault> {
        let row = entry.row;
        let mut plan = ContactPlan::new(row.id(Field::Plan)?);
        plan.tier = entry.term_if(Field::Tier)?;
        if let Some(text) = row.text(Field::ContactsPerWeek)? {
            let fault = |_| Fault::like(FindingCode::InvalidNumber, Field::ContactsPerWeek, text);
            plan.contacts_per_week = text.parse::<Fraction>().map_err(fault)?;
        }
        if let Some(days) = row.count(Field::DaysPerWeek, u16::from(u8::MAX), FindingCode::InvalidPlan)? {
            plan.days_per_week = days as u8;
        }
        if let Some(minutes) = row.count(Field::MinMinutes, MAX_CONTACT_MINUTES, FindingCode::InvalidPlan)? {
            plan.min_minutes = minutes;
        }
        if row.text(Field::Modes)?.is_some() {
            plan.modes = entry.terms(Field::Modes)?;
        }
        if let Some(count) = row.yes_no(Field::CirclesCount, FindingCode::UnknownTerm)? {
            plan.circles_count = count;
        }
        (plan.begin, plan.end) = (entry.date_if(Field::Begin)?, entry.date_if(Field::End)?);
        self.builder.add_plan(plan, entry.place());
        Ok(())
    }

    pub(super) fn add_assignment(&mut self, entry: &mut Entry<'_, '_>) -> Result<(), Fault> {
        let (mentor, student) = (entry.row.id(Field::Mentor)?, entry.row.id(Field::Student)?);
        let mut assignment = Assignment::new(mentor, student, entry.date(Field::Begin)?);
        assignment.end = entry.date_if(Field::End)?;
        assignment.role = entry.term_if(Field::Role)?.unwrap_or(AssignmentRole::Primary);
        assignment.tier = entry.term_if(Field::Tier)?;
        assignment.plan = entry.id_if(Field::Plan)?;
        assignment.end_reason = entry.term_if(Field::EndReason)?;
        self.builder.add_assignment(assignment, entry.place());
        Ok(())
    }

    pub(super) fn add_staff_member(&mut self, entry: &mut Entry<'_, '_>) -> Result<(), Fault> {
        let known = &self.known;
        let school = |school: &_| known.school(school);
        let member = StaffMember {
            school: entry.about(Field::School, school, FindingCode::UnknownSchool)?,
            id: entry.row.id(Field::StaffMember)?,
            mentor: entry.reference(Field::Mentor, |mentor| known.mentor(mentor))?,
            team_role: entry.term_if(Field::TeamRole)?,
        };
        self.known.staff.insert(member.id.clone());
        self.program.staff.push((member, entry.place()));
        Ok(())
    }
}

/// What a mentor's organisation is.
#[derive(Clone, Copy)]
pub(super) enum OrganizationType {
    School,
    District,
    Partner,
}

impl FromStr for OrganizationType {
    type Err = UnknownTerm;

    fn from_str(text: &str) -> Result<Self, UnknownTerm> {
        match text {
            "school" => Ok(Self::School),
            "district" => Ok(Self::District),
            "partner" => Ok(Self::Partner),
            _ => Err(UnknownTerm { list: "OrganizationType", terms: "school, district, partner" }),
        }
    }
}

fn organization(entry: &mut Entry<'_, '_>, known: &Known<'_>) -> Result<Option<Organization>, Fault> {
    let kind = entry.term_if(Field::OrganizationType)?;
    let given = entry.row.text(Field::Organization)?.is_some();
    let field = Field::Organization;
    Ok(match kind {
        Some(OrganizationType::School) if given => {
            entry.reference(field, |id| known.school(id))?.map(Organization::School)
        }
        Some(OrganizationType::District) if given => {
            entry.reference(field, |id| known.district(id))?.map(Organization::District)
        }
        Some(OrganizationType::Partner) if given => {
            entry.reference(field, |id| known.partner(id))?.map(Organization::Partner)
        }
        None if !given => None,
        _ => {
            entry.leave_out(field, "an organisation has both a type and an identifier");
            None
        }
    })
}

fn languages(entry: &mut Entry<'_, '_>) -> Result<Vec<String>, Fault> {
    let is_code =
        |code: &&str| matches!(code.len(), 2..=3) && code.bytes().all(|byte| byte.is_ascii_lowercase());
    let (codes, others): (Vec<_>, Vec<_>) = entry.row.list(Field::Languages)?.partition(is_code);
    if !others.is_empty() {
        entry.leave_out(Field::Languages, "not a lower-case code of ISO 639, such as `es`");
    }
    let mut codes: Vec<_> = codes.into_iter().map(str::to_owned).collect();
    codes.sort_unstable();
    codes.dedup();
    Ok(codes)
}

fn availability(text: &str) -> Option<Availability> {
    let mut availability = Availability::default();
    let days: Vec<&str> = text.split(';').map(str::trim).collect();
    if !matches!(days.len(), 5 | 7) {
        return None;
    }
    for (minutes, day) in availability.minutes.iter_mut().zip(days) {
        *minutes = day.parse().ok().filter(|minutes| *minutes <= DAY_MINUTES)?;
    }
    Some(availability)
}
