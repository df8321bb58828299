//! The mentoring program of the network: who mentors whom, what was done, and what was written down of it.
//!
//! Every student's mentoring is a function of the settings and the student's number; what several students
//! share, such as circles, is a function of theirs and of a school's own stream. Nothing here draws from the
//! streams of attendance.

mod calls;
mod cast;
mod celebrations;
mod child;
mod circles;
mod contacts;
mod days;
mod defects;
mod entry;
mod interviews;
mod matching;
mod obstacles;
mod plans;
mod program;
mod remedies;
mod tables;
mod team;
mod texts;

pub use defects::{Defect, DefectKind};
pub use tables::SimulatedMentoring;

use crate::{
    Simulation,
    network::SCHOOLS,
    random::{Part, Purpose, Stream},
};
use child::Child;
use chrono::{Datelike, NaiveDate};
use entry::{Entry, Row};
use homeroom::mentoring::{BarrierRecord, EmpathyInterview};
use obstacles::Named;

impl Simulation {
    /// The mentoring program: sound records in the model's terms, and where the files hold others.
    pub fn mentoring(&self) -> SimulatedMentoring {
        let network = self.network();
        let numbered = || (0..).zip(self.students());
        let children: Vec<Child> =
            numbered().filter_map(|(number, student)| Child::new(network, number, student)).collect();
        let mut interviews = self.design_interviews();
        interviews.extend(children.iter().flat_map(|child| child.interviews.clone()));
        let (circles, in_circles) = circles::circles(network, &children);
        let barriers = barriers(network, &children, &interviews, &in_circles);
        let mut tried = Vec::new();
        for (child, barriers) in children.iter().zip(&barriers) {
            let records: Vec<BarrierRecord> = barriers.iter().map(|entry| entry.record.clone()).collect();
            let stream = child::stream(network, child.number, Part::Remedies);
            tried.extend(remedies::tried(&child.id, &child.spells, &records, child.last_date(), stream));
        }
        let mut celebrations =
            celebrations::of_adults(network.settings().seed_number(), &network.years()[1].dates);
        celebrations.extend(children.iter().flat_map(|child| child.celebrations.clone()));
        tables::Records {
            circles,
            interviews,
            barriers: barriers.into_iter().flatten().collect(),
            celebrations,
        }
        .gather(network, &children, tried)
    }

    // With families in both kinds of schools, and with adults at each school, in the first spring.
    fn design_interviews(&self) -> Vec<Entry<EmpathyInterview>> {
        let network = self.network();
        let mut interviews: Vec<_> = (0..)
            .zip(self.students())
            .filter_map(|(number, student)| child::design_interview(network, number, student))
            .collect();
        let spring: Vec<NaiveDate> =
            network.years()[0].dates.iter().copied().filter(|date| matches!(date.month(), 3..=5)).collect();
        for school in 0..SCHOOLS.len() {
            let purpose = Purpose::Program { school, part: Part::Interviews };
            let mut stream = Stream::new(network.settings().seed_number(), purpose);
            interviews.extend(interviews::with_adults(school, &spring, &mut stream));
        }
        interviews
    }
}

// The barriers of each child, from wherever they were named first.
fn barriers(
    network: &crate::Collaborative,
    children: &[Child],
    interviews: &[Entry<EmpathyInterview>],
    in_circles: &[(usize, Named)],
) -> Vec<Vec<Entry<BarrierRecord>>> {
    use homeroom::mentoring::BarrierSource::Interview;
    let of_child = |(index, child): (usize, &Child)| {
        let mut named = child.named();
        named.extend(in_circles.iter().filter(|(at, _)| *at == index).map(|(_, named)| named.clone()));
        for Entry { record, .. } in
            interviews.iter().filter(|entry| entry.record.student.as_ref() == Some(&child.id))
        {
            named.extend(record.barriers.iter().map(|barrier| (record.date, Interview, barrier.clone())));
        }
        let mut stream = child::stream(network, child.number, Part::Barriers);
        // The first draws said which barriers there are.
        let _ = obstacles::obstacles(&mut stream);
        obstacles::records(&child.id, &child.obstacles, named, &child.days, &mut stream)
    };
    children.iter().enumerate().map(of_child).collect()
}

/// A file of the CSV form: its name, its header and its rows.
pub(crate) type File<'a> = (&'static str, &'static str, &'a [Row]);
