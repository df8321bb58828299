//! The records of a program as a plain list, in the order in which they were filed, and the library's casebook of it.

use chrono::NaiveDate;
use homeroom::{
    District, DistrictId, Network, NetworkId, Place, Register, Roster, School, SchoolId,
    mentoring::{
        Assignment, BarrierRecord, Casebook, CasebookBuilder, CasebookReport, CheckIn, Circle, ContactPlan,
        FollowUp, HomeCall, Mentor,
    },
};
use std::{ops::RangeInclusive, sync::Arc};

pub type Window = RangeInclusive<NaiveDate>;

#[derive(Clone, Debug, PartialEq)]
pub enum Record {
    Mentor(Mentor),
    Plan(ContactPlan),
    Assignment(Assignment),
    CheckIn(CheckIn),
    Circle(Circle),
    Call(HomeCall),
    FollowUp(FollowUp),
    Barrier(BarrierRecord),
}

/// A record and the number of its file.
pub type Filed = (Record, u8);

pub fn file_name(file: u8) -> Arc<str> {
    Arc::from(format!("file{file}"))
}

pub fn casebook(records: &[Filed], register: &Register) -> (Casebook, CasebookReport) {
    let mut builder = CasebookBuilder::default();
    for (row, (record, file)) in records.iter().cloned().enumerate() {
        let place = Place::new(&file_name(file), row as u64 + 1);
        match record {
            Record::Mentor(mentor) => builder.add_mentor(mentor, place),
            Record::Plan(plan) => builder.add_plan(plan, place),
            Record::Assignment(assignment) => builder.add_assignment(assignment, place),
            Record::CheckIn(check_in) => builder.add_check_in(check_in, place),
            Record::Circle(circle) => builder.add_circle(circle, place),
            Record::Call(call) => builder.add_home_call(call, place),
            Record::FollowUp(follow_up) => builder.add_follow_up(follow_up, place),
            Record::Barrier(barrier) => builder.add_barrier(barrier, place),
        }
    }
    builder.close([register])
}

/// A and B in one district, which works in a network; C in a district of its own where `lonely`, else in none.
pub fn roster(lonely: bool) -> Roster {
    let mut roster = Roster::default();
    let (north, south) = (DistrictId::new("North").unwrap(), DistrictId::new("South").unwrap());
    let network = NetworkId::new("Collaborative").unwrap();
    for (id, district) in [("A", Some(&north)), ("B", Some(&north)), ("C", lonely.then_some(&south))] {
        let id = SchoolId::new(id).unwrap();
        roster.add_school(School { id, name: None, district: district.cloned() });
    }
    roster.add_district(District { id: north, name: None, network: Some(network.clone()) });
    roster.add_district(District { id: south, name: None, network: None });
    roster.add_network(Network { id: network, name: None });
    roster
}
