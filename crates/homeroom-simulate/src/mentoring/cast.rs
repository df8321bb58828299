//! The mentors: who they are, where and when. Every name is invented.

use super::entry::{Entry, list, text};
use crate::{
    certain,
    network::{DISTRICTS, PARTNERS, SCHOOLS},
};
use chrono::{Datelike, NaiveDate};
use homeroom::{
    DistrictId, MentorId, PartnerId, SchoolId, SchoolYear,
    mentoring::{Availability, Confidential, Mentor, MentorKind, Organization},
};

/// Where a mentor belongs to, by indices of the network's lists.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(crate) enum Home {
    School(usize),
    District(usize),
    Partner(usize),
    Nowhere,
}

/// A mentor of the network.
pub(crate) struct MentorPlan {
    pub(crate) kind: MentorKind,
    pub(crate) name: &'static str,
    pub(crate) home: Home,
    pub(crate) schools: &'static [usize],
    pub(crate) languages: &'static [&'static str],
    /// Minutes a day from Monday to Friday, where they are known.
    pub(crate) minutes: Option<[u16; 5]>,
    pub(crate) capacity: Option<u16>,
    /// The share of the plan's contacts that the mentor sets out to make.
    pub(crate) diligence: f64,
    /// Month and day of the spring of the second year on which the mentor leaves.
    pub(crate) leaves: Option<(u32, u32)>,
}

const fn mentor(
    kind: MentorKind,
    name: &'static str,
    home: Home,
    schools: &'static [usize],
    diligence: f64,
) -> MentorPlan {
    let (languages, minutes, capacity, leaves): (&[&str], _, _, _) = (&[], None, None, None);
    MentorPlan { kind, name, home, schools, languages, minutes, capacity, diligence, leaves }
}

impl MentorPlan {
    const fn speaks(self, languages: &'static [&'static str]) -> Self {
        Self { languages, ..self }
    }

    const fn there(self, minutes: [u16; 5]) -> Self {
        Self { minutes: Some(minutes), ..self }
    }

    const fn takes(self, capacity: u16) -> Self {
        Self { capacity: Some(capacity), ..self }
    }

    const fn leaves(self, month: u32, day: u32) -> Self {
        Self { leaves: Some((month, day)), ..self }
    }

    /// Whether the mentor is there on a weekday.
    pub(crate) fn is_there(&self, date: NaiveDate) -> bool {
        let weekday = date.weekday().num_days_from_monday() as usize;
        self.minutes.is_none_or(|minutes| minutes.get(weekday).is_some_and(|minutes| *minutes > 0))
    }

    /// The mentor's last date in the pilot year, where it is before the year's end.
    pub(crate) fn last_date(&self, pilot: SchoolYear) -> Option<NaiveDate> {
        let (month, day) = self.leaves?;
        NaiveDate::from_ymd_opt(i32::from(pilot.end_year()), month, day)
    }

    /// Days a week on which the mentor is there.
    pub(crate) fn days_a_week(&self) -> f64 {
        self.minutes.map_or(5, |minutes| minutes.iter().filter(|minutes| **minutes > 0).count()) as f64
    }
}

use Home::{District, Nowhere, Partner, School};
use MentorKind as Kind;

/// The mentors in the order of their identifiers; schools are indices of the network's list.
pub(crate) const MENTORS: [MentorPlan; 29] = [
    mentor(Kind::Teacher, "Odalys Fennimore", School(0), &[0], 0.95).takes(4).there([40, 40, 40, 40, 40]),
    mentor(Kind::Paraprofessional, "Bram Tolliver", School(0), &[0], 0.8).takes(5).speaks(&["es"]),
    mentor(Kind::CommunityPartner, "Wilhelmina Oake", Partner(0), &[0, 1], 1.05)
        .takes(10)
        .there([120, 0, 180, 180, 0]),
    mentor(Kind::Counselor, "Tamsin Drury-Vale", School(1), &[1], 0.9).takes(6).speaks(&["pt"]),
    mentor(Kind::Teacher, "Casimir Holloway", School(1), &[1], 0.7).takes(4).leaves(1, 16),
    mentor(Kind::Teacher, "Perpetua Lindqvist", School(2), &[2], 0.85).takes(4).there([30, 30, 30, 30, 30]),
    mentor(Kind::Coach, "Dashiell Marrow", School(2), &[2], 1.0).takes(5).speaks(&["es"]),
    mentor(Kind::SafetyOfficer, "Ignatius Boll", School(2), &[2], 0.75),
    mentor(Kind::Peer, "Juniper Askwith", School(2), &[2], 0.6).takes(1).there([20, 0, 20, 0, 20]),
    mentor(Kind::SocialWorker, "Leocadia Prewitt", School(3), &[2, 3], 1.0)
        .takes(8)
        .speaks(&["es", "pt"])
        .there([90, 90, 90, 90, 60]),
    mentor(Kind::Teacher, "Ansel Quarterman", School(3), &[3], 0.55).takes(4),
    mentor(Kind::CommunityPartner, "Rosalba Finch-Amara", Partner(1), &[0, 3], 0.9)
        .takes(8)
        .speaks(&["es"])
        .there([0, 120, 120, 120, 0]),
    mentor(Kind::CommunityPartner, "Thaddeus Wren", Partner(1), &[2, 3], 0.65).there([120, 120, 0, 120, 0]),
    mentor(Kind::Counselor, "Philippa Starling", School(4), &[4], 1.0).takes(6).speaks(&["es"]),
    mentor(Kind::Teacher, "Oswin Tackett", School(4), &[4], 0.75).takes(4),
    mentor(Kind::CommunityPartner, "Hester Magnolia Pike", Partner(0), &[4], 0.95)
        .takes(10)
        .there([0, 180, 180, 180, 0]),
    mentor(Kind::Administrator, "Cordelia Ashgrove", School(5), &[5], 0.5).takes(3),
    mentor(Kind::Coach, "Rufus Entwhistle", School(5), &[5], 0.85).takes(5).speaks(&["pt"]),
    mentor(Kind::Peer, "Marigold Sedge", School(5), &[5], 0.7).takes(1).there([0, 20, 0, 20, 20]),
    mentor(Kind::CommunityPartner, "Benedek Lowry", Partner(2), &[5, 6], 1.0)
        .takes(12)
        .there([120, 120, 0, 120, 120]),
    mentor(Kind::Teacher, "Sunniva Cartwright", School(6), &[6], 0.9).takes(4),
    mentor(Kind::OtherStaff, "Ezekiel Brantley", District(1), &[4, 6], 0.8).speaks(&["es"]),
    mentor(Kind::Teacher, "Araminta Goss", School(7), &[7], 0.9).takes(5),
    mentor(Kind::SocialWorker, "Florian Tidewater", District(2), &[7, 8, 9], 0.85).takes(12).speaks(&["es"]),
    mentor(Kind::CommunityPartner, "Clementine Rusk", Partner(2), &[8, 9], 0.95)
        .takes(12)
        .speaks(&["pt"])
        .there([120, 0, 120, 120, 120]),
    mentor(Kind::Teacher, "Lazarus Beckwith", School(8), &[8], 0.7).takes(4),
    mentor(Kind::Coach, "Imelda Northcott", School(8), &[8], 1.05).takes(5).leaves(2, 6),
    mentor(Kind::Teacher, "Valentin Ousby", School(9), &[9], 0.85).takes(4),
    mentor(Kind::Volunteer, "Dorothea Yarrow", Nowhere, &[7, 9], 0.9).there([0, 150, 0, 150, 150]),
];

pub(crate) fn mentor_id(mentor: usize) -> MentorId {
    certain(MentorId::new(format!("M{:02}", mentor + 1)))
}

pub(crate) fn school_id(school: usize) -> SchoolId {
    certain(SchoolId::new(SCHOOLS[school].id))
}

pub(crate) fn district_id(district: usize) -> DistrictId {
    certain(DistrictId::new(DISTRICTS[district].id))
}

pub(super) fn mentors() -> Vec<Entry<Mentor>> {
    MENTORS.iter().enumerate().map(|(index, plan)| entry(index, plan)).collect()
}

fn entry(index: usize, plan: &MentorPlan) -> Entry<Mentor> {
    let mut record = Mentor::new(mentor_id(index), plan.kind);
    let (kind, id) = match plan.home {
        School(school) => ("school", SCHOOLS[school].id),
        District(district) => ("district", DISTRICTS[district].id),
        Partner(partner) => ("partner", PARTNERS[partner].0),
        Nowhere => ("", ""),
    };
    record.organization = match plan.home {
        School(school) => Some(Organization::School(school_id(school))),
        District(district) => Some(Organization::District(district_id(district))),
        Partner(partner) => Some(Organization::Partner(certain(PartnerId::new(PARTNERS[partner].0)))),
        Nowhere => None,
    };
    record.name = Some(Confidential::new(plan.name));
    record.schools = plan.schools.iter().map(|school| school_id(*school)).collect();
    record.languages = plan.languages.iter().map(|language| (*language).to_owned()).collect();
    record.availability = plan.minutes.map(|minutes| {
        let [monday, tuesday, wednesday, thursday, friday] = minutes;
        Availability { minutes: [monday, tuesday, wednesday, thursday, friday, 0, 0] }
    });
    record.capacity = plan.capacity;
    let row = vec![
        record.id.to_string(),
        plan.kind.to_string(),
        plan.name.to_owned(),
        kind.to_owned(),
        id.to_owned(),
        list(&record.schools),
        list(plan.languages),
        plan.minutes.map(|minutes| list(&minutes)).unwrap_or_default(),
        text(plan.capacity),
    ];
    Entry { record, row }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_school_has_mentors_of_its_own_all_year_and_every_kind_is_there() {
        for school in 0..SCHOOLS.len() {
            let staying = |plan: &&MentorPlan| plan.schools.contains(&school) && plan.leaves.is_none();
            assert!(MENTORS.iter().filter(staying).count() >= 2, "{school}");
        }
        for kind in MentorKind::ALL {
            assert!(MENTORS.iter().any(|plan| plan.kind == *kind), "{kind}");
        }
        for plan in &MENTORS {
            match plan.home {
                School(school) => assert!(plan.schools.contains(&school)),
                District(district) => assert!(plan.schools.iter().all(|s| SCHOOLS[*s].district == district)),
                Partner(partner) => {
                    let works = |school: &usize| PARTNERS[partner].2.contains(&SCHOOLS[*school].district);
                    assert!(plan.schools.iter().all(works));
                }
                Nowhere => assert_eq!(plan.kind, Kind::Volunteer),
            }
        }
    }
}
