//! Adult learning: how many of the mentors and staff were trained, by topic and school.

use super::{Attendee, Casebook, LearningTopic, Mentor};
use crate::{MentorId, Rate, SchoolId, StaffId};
use chrono::NaiveDate;
use std::collections::{BTreeMap, BTreeSet};

/// How many adults attended a session on one topic.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct LearningShare {
    /// The school; none for everybody together.
    pub school: Option<SchoolId>,
    /// The topic.
    pub topic: LearningTopic,
    /// Mentors who attended, and all mentors.
    pub mentors: (u64, u64),
    /// Staff who are not mentors who attended, and all of these.
    pub staff: (u64, u64),
}

impl LearningShare {
    /// The share of mentors who attended; `None` where there are none.
    pub const fn mentor_rate(&self) -> Option<Rate> {
        Rate::new(self.mentors.0, self.mentors.1)
    }

    /// The share of other staff who attended; `None` where there are none.
    pub const fn staff_rate(&self) -> Option<Rate> {
        Rate::new(self.staff.0, self.staff.1)
    }
}

impl Casebook {
    /// The share of mentors and staff who attended at least one session on each topic up to a date: of everybody first,
    /// then by school. A member of the staff who is a mentor is one person, counted among the mentors; a mentor counts
    /// at every school worked in.
    pub fn learning_shares(&self, as_of: NaiveDate) -> Vec<LearningShare> {
        let program = self.program();
        // Of a mentor whom no record of mentors names, only the place on the staff is known.
        let named = program.staff.iter().filter_map(|staff| Some((&staff.id, staff.mentor.as_ref()?)));
        let as_mentor: BTreeMap<&StaffId, &MentorId> =
            named.filter(|(_, mentor)| self.find_mentor(mentor.as_str()).is_some()).collect();
        let mut trained: BTreeSet<(LearningTopic, Attendee)> = BTreeSet::new();
        for session in program.learning_sessions.iter().filter(|session| session.date <= as_of) {
            for attendee in &session.attended {
                let person = match attendee {
                    Attendee::Staff(id) => {
                        as_mentor.get(id).map_or(attendee.clone(), |id| Attendee::Mentor((*id).clone()))
                    }
                    Attendee::Mentor(_) => attendee.clone(),
                };
                trained.insert((session.topic, person));
            }
        }
        let mut schools: BTreeSet<Option<&SchoolId>> = BTreeSet::from([None]);
        schools.extend(program.staff.iter().map(|staff| Some(&staff.school)));
        schools.extend(self.mentors.iter().flat_map(|mentor| mentor.schools.iter().map(Some)));
        let mut shares = Vec::new();
        for school in schools {
            let works = |mentor: &&Mentor| {
                school.is_none_or(|school| {
                    let by_staff =
                        program.staff.iter().filter(|staff| as_mentor.get(&staff.id) == Some(&&mentor.id));
                    mentor.schools.contains(school)
                        || by_staff.into_iter().any(|staff| staff.school == *school)
                })
            };
            let mentors: Vec<&Mentor> = self.mentors.iter().filter(works).collect();
            let mut others: Vec<_> = program
                .staff
                .iter()
                .filter(|staff| {
                    !as_mentor.contains_key(&staff.id) && school.is_none_or(|school| staff.school == *school)
                })
                .map(|staff| &staff.id)
                .collect();
            others.sort_unstable();
            others.dedup();
            for topic in LearningTopic::ALL.iter().copied() {
                let count = |people: &mut dyn Iterator<Item = Attendee>| {
                    people.filter(|person| trained.contains(&(topic, person.clone()))).count() as u64
                };
                let taught = count(&mut mentors.iter().map(|mentor| Attendee::Mentor(mentor.id.clone())));
                let staff = count(&mut others.iter().map(|id| Attendee::Staff((*id).clone())));
                shares.push(LearningShare {
                    school: school.cloned(),
                    topic,
                    mentors: (taught, mentors.len() as u64),
                    staff: (staff, others.len() as u64),
                });
            }
        }
        shares
    }
}
