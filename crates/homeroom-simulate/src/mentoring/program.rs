//! The program around the mentoring: phases, learning, convenings and norms.

use super::{
    cast::{MENTORS, district_id, mentor_id, school_id},
    entry::{Entry, later, list, text},
    team, texts,
};
use crate::{
    Collaborative, certain,
    network::SCHOOLS,
    random::{Part, Purpose, Stream, at},
};
use chrono::{Datelike, NaiveDate};
use homeroom::{
    DistrictId, SchoolYear, StaffId,
    mentoring::{
        Attendee, Confidential, ContactMinutes, Convening, LearningSession, LearningTopic, Norm, Phase,
        PhaseKind,
    },
};

/// A date of one of the two school years: 0 for the fall and 1 for the spring of the first, 2 and 3 of the second.
fn date(network: &Collaborative, half: i32, month: u32, day: u32) -> NaiveDate {
    let fall = i32::from(network.settings().years()[0].end_year()) - 1;
    let date = NaiveDate::from_ymd_opt(fall + (half + 1) / 2, month, day).unwrap_or(NaiveDate::MIN);
    later(date, 0)
}

/// The first year is for the design, the second is the pilot.
pub(super) fn phases(network: &Collaborative) -> Vec<Entry<Phase>> {
    let kinds = [PhaseKind::Design, PhaseKind::PilotYear];
    let phase = |(kind, year): (PhaseKind, SchoolYear)| {
        let (network, begin, end) = (network.network().id, year.first_date(), year.last_date());
        let row = vec![network.to_string(), kind.to_string(), begin.to_string(), end.to_string()];
        Entry { record: Phase { network, kind, begin, end }, row }
    };
    kinds.into_iter().zip(network.settings().years()).map(phase).collect()
}

/// What the districts agreed on about the records.
pub(super) fn norms(network: &Collaborative) -> Vec<Entry<Norm>> {
    let said: [(Option<usize>, i32, u32, &str); 6] = [
        (None, 1, 3, "Check-ins are written down on the day they happen."),
        (None, 1, 3, "An attempt that failed is written down too."),
        (None, 2, 9, "Texts about students hold no names."),
        (Some(0), 2, 10, "Attendance of the day is complete by noon."),
        (Some(1), 2, 10, "Calls home are made before ten in the morning."),
        (Some(2), 3, 1, "Each team looks at the list of the week on its meeting day."),
    ];
    let norm = |(district, half, month, said): (Option<usize>, i32, u32, &str)| {
        let agreed_on = date(network, half, month, 14);
        let district = district.map(district_id);
        let row = vec![text(district.as_ref()), agreed_on.to_string(), said.to_owned()];
        Entry { record: Norm { district, agreed_on, text: said.to_owned() }, row }
    };
    said.into_iter().map(norm).collect()
}

/// Three convenings a year of the design and of the pilot; one district misses one.
pub(super) fn convenings(network: &Collaborative) -> Vec<Entry<Convening>> {
    let mut stream = stream(network, SCHOOLS.len());
    let of = [(1, 1, 22), (1, 3, 26), (1, 5, 21), (2, 10, 22), (3, 1, 28), (3, 5, 20)];
    let mut convenings = Vec::new();
    for ((half, month, day), shared) in of.into_iter().zip(texts::SHARED) {
        let came = if month == 10 { &[0, 2][..] } else { &[0, 1, 2] };
        let districts: Vec<DistrictId> = came.iter().map(|district| district_id(*district)).collect();
        let mut feedback = [0; 5];
        for _ in 0..8 * came.len() {
            feedback[4 - [0, 0, 0, 1, 1, 1, 2, 2, 3, 4][stream.below(10)]] += 1;
        }
        let date = date(network, half, month, day);
        let row = vec![date.to_string(), list(&districts), shared.to_owned(), list(&feedback)];
        let shared = Some(Confidential::new(shared));
        convenings.push(Entry { record: Convening { date, districts, shared, feedback }, row });
    }
    convenings
}

/// Each topic once for all, then mentoring once more at every school.
pub(super) fn learning(network: &Collaborative) -> Vec<Entry<LearningSession>> {
    use LearningTopic::{ChronicAbsenteeism, DataLiteracy, EmpathyWork, Mentoring, Other};
    let [_, pilot] = network.settings().years();
    let mut sessions = Vec::new();
    let of = [
        (EmpathyWork, 1, 2, 12, 90),
        (ChronicAbsenteeism, 1, 4, 9, 120),
        (DataLiteracy, 2, 8, 20, 90),
        (Mentoring, 2, 8, 21, 180),
        (DataLiteracy, 3, 1, 14, 60),
        (Other, 3, 4, 8, 60),
    ];
    let mut stream_of_all = stream(network, SCHOOLS.len() + 1);
    for (topic, half, month, day, minutes) in of {
        let date = date(network, half, month, day);
        sessions.push(session(pilot, topic, date, None, minutes, &mut stream_of_all));
    }
    for school in 0..SCHOOLS.len() {
        let mut stream = stream(network, school);
        let calendar = network.calendar(school, pilot).into_iter().flat_map(homeroom::Calendar::days);
        let taught = calendar.filter(|(date, day)| date.month() == 10 && day.event.is_instructional());
        let dates: Vec<NaiveDate> = taught.map(|(date, _)| date).collect();
        let Some(held) = stream.pick(&dates).copied() else { continue };
        let topic = *at(stream.uniform(), &[Mentoring, Mentoring, EmpathyWork]).unwrap_or(&Mentoring);
        sessions.push(session(pilot, topic, held, Some(school), 45, &mut stream));
    }
    sessions
}

fn session(
    pilot: SchoolYear,
    topic: LearningTopic,
    date: NaiveDate,
    school: Option<usize>,
    minutes: u16,
    stream: &mut Stream,
) -> Entry<LearningSession> {
    let (mut attended, mut mentors, mut staff) = (Vec::new(), Vec::new(), Vec::<StaffId>::new());
    for (index, mentor) in MENTORS.iter().enumerate() {
        let comes = stream.uniform() < 0.78;
        let gone = mentor.last_date(pilot).is_some_and(|last| last < date);
        if comes && !gone && school.is_none_or(|school| mentor.schools.contains(&school)) {
            mentors.push(mentor_id(index));
        }
    }
    let schools = school.map_or(0..SCHOOLS.len(), |school| school..school + 1);
    for person in schools.flat_map(team::of_school).filter(|person| person.mentor.is_none()) {
        if stream.uniform() < 0.4 {
            staff.push(person.id);
        }
    }
    attended.extend(mentors.iter().cloned().map(Attendee::Mentor));
    attended.extend(staff.iter().cloned().map(Attendee::Staff));
    let school = school.map(school_id);
    let row = vec![
        topic.to_string(),
        date.to_string(),
        text(school.as_ref()),
        minutes.to_string(),
        list(&mentors),
        list(&staff),
    ];
    let minutes = Some(certain(ContactMinutes::new(minutes)));
    Entry { record: LearningSession { topic, date, school, minutes, attended }, row }
}

fn stream(network: &Collaborative, school: usize) -> Stream {
    let purpose = Purpose::Program { school, part: Part::Learning };
    Stream::new(network.settings().seed_number(), purpose)
}
