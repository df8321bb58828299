//! The staff of each school, its attendance team and the team's meetings.

use super::{
    cast::{Home, MENTORS, mentor_id, school_id},
    entry::{Entry, list, text},
};
use crate::{
    Collaborative, certain,
    network::SCHOOLS,
    random::{Part, Purpose, Stream},
};
use chrono::{Datelike, NaiveDate};
use homeroom::{
    StaffId,
    mentoring::{MentorKind, StaffMember, TeamMeeting, TeamRole},
};

/// The staff in the order of schools: a team, then the school's own mentors who have no seat on it.
pub(super) fn staff() -> Vec<Entry<StaffMember>> {
    (0..SCHOOLS.len()).flat_map(of_school).map(|record| entry(&record)).collect()
}

/// The staff of one school.
pub(super) fn of_school(school: usize) -> Vec<StaffMember> {
    use TeamRole::{Coordinator, Counselor, DataLead, FamilyLiaison, Nurse, Principal, Teacher};
    let own: Vec<usize> =
        (0..MENTORS.len()).filter(|mentor| MENTORS[*mentor].home == Home::School(school)).collect();
    let seat = |mentor: usize| match MENTORS[mentor].kind {
        MentorKind::Administrator => Some(Principal),
        MentorKind::Counselor | MentorKind::SocialWorker => Some(Counselor),
        // Peers are students, and are on nobody's staff.
        MentorKind::Teacher => Some(Teacher),
        _ => None,
    };
    let own: Vec<usize> =
        own.into_iter().filter(|mentor| MENTORS[*mentor].kind != MentorKind::Peer).collect();
    let taken = |role: TeamRole| own.iter().any(|mentor| seat(*mentor) == Some(role));
    let high = SCHOOLS[school].grades.0 > 0;
    let roles = [Principal, Coordinator, Counselor, Nurse, FamilyLiaison, DataLead];
    let others = roles.into_iter().filter(|role| !taken(*role) && (high || *role != DataLead));
    let seats = others.map(|role| (None, Some(role)));
    let mentors = own.iter().map(|mentor| (Some(*mentor), seat(*mentor)));
    seats
        .chain(mentors)
        .enumerate()
        .map(|(number, (mentor, team_role))| StaffMember {
            id: certain(StaffId::new(format!("{}-{}", SCHOOLS[school].id, number + 1))),
            school: school_id(school),
            mentor: mentor.map(mentor_id),
            team_role,
        })
        .collect()
}

fn entry(record: &StaffMember) -> Entry<StaffMember> {
    let row = vec![
        record.id.to_string(),
        record.school.to_string(),
        text(record.mentor.as_ref()),
        text(record.team_role),
    ];
    Entry { record: record.clone(), row }
}

/// A team meets on one weekday of each week in which the school is open on it; some weeks are missed, by some
/// schools more than by others.
pub(super) fn meetings(network: &Collaborative) -> Vec<Entry<TeamMeeting>> {
    let year = network.settings().years()[1];
    let mut meetings = Vec::new();
    for (school, plan) in network.schools().iter().enumerate() {
        let purpose = Purpose::Program { school, part: Part::Team };
        let mut stream = Stream::new(network.settings().seed_number(), purpose);
        let (weekday, missed) = (stream.below(5) as u32, 0.05 + 0.3 * stream.uniform());
        let team: Vec<StaffMember> =
            of_school(school).into_iter().filter(|person| person.team_role.is_some()).collect();
        let Some(calendar) = network.calendar(school, year) else { continue };
        let dates: Vec<NaiveDate> = calendar
            .days()
            .filter(|(date, day)| {
                day.event.is_instructional() && date.weekday().num_days_from_monday() == weekday
            })
            .map(|(date, _)| date)
            .collect();
        for date in dates {
            let is_missed = stream.uniform() < missed;
            let comes: Vec<bool> = team.iter().map(|_| stream.uniform() < 0.85).collect();
            if is_missed {
                continue;
            }
            let there = team.iter().zip(comes).filter(|(_, comes)| *comes);
            let staff: Vec<StaffId> = there.map(|(person, _)| person.id.clone()).collect();
            let row = vec![plan.id.to_string(), date.to_string(), list(&staff)];
            meetings.push(Entry { record: TeamMeeting { school: plan.id.clone(), date, staff }, row });
        }
    }
    meetings
}
