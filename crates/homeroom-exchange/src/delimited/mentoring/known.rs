//! Who and what the records of a program may name.

use homeroom::{
    DistrictId, MentorId, NetworkId, PartnerId, Register, Roster, SchoolId, SchoolYear, StaffId, StudentId,
};
use std::collections::{BTreeMap, BTreeSet};

/// Everybody and everything that other records name.
pub(super) struct Known<'k> {
    roster: &'k Roster,
    registers: &'k BTreeMap<SchoolYear, Register>,
    districts: BTreeSet<&'k DistrictId>,
    networks: BTreeSet<&'k NetworkId>,
    partners: BTreeSet<&'k PartnerId>,
    /// The mentors met so far.
    pub(super) mentors: BTreeSet<MentorId>,
    /// The staff met so far.
    pub(super) staff: BTreeSet<StaffId>,
}

impl<'k> Known<'k> {
    pub(super) fn new(roster: &'k Roster, registers: &'k BTreeMap<SchoolYear, Register>) -> Self {
        let districts = roster.districts().map(|district| &district.id);
        let networks = roster.networks().map(|network| &network.id);
        Self {
            roster,
            registers,
            districts: districts
                .chain(roster.schools().filter_map(|school| school.district.as_ref()))
                .collect(),
            networks: networks
                .chain(roster.districts().filter_map(|district| district.network.as_ref()))
                .collect(),
            partners: roster.partners().map(|partner| &partner.id).collect(),
            mentors: BTreeSet::new(),
            staff: BTreeSet::new(),
        }
    }

    pub(super) fn registers(&self) -> impl Iterator<Item = &'k Register> + use<'k> {
        self.registers.values()
    }

    /// Whether any register names a student.
    pub(super) fn student(&self, student: &StudentId) -> bool {
        self.registers().any(|register| register.find_student(student.as_str()).is_some())
    }

    pub(super) fn school(&self, school: &SchoolId) -> bool {
        self.roster.school(school.as_str()).is_some()
    }

    pub(super) fn district(&self, district: &DistrictId) -> bool {
        self.districts.contains(district)
    }

    pub(super) fn network(&self, network: &NetworkId) -> bool {
        self.networks.contains(network)
    }

    pub(super) fn partner(&self, partner: &PartnerId) -> bool {
        self.partners.contains(partner)
    }

    pub(super) fn mentor(&self, mentor: &MentorId) -> bool {
        self.mentors.contains(mentor)
    }

    pub(super) fn staff_member(&self, member: &StaffId) -> bool {
        self.staff.contains(member)
    }
}
