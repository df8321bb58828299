//! The program around the mentoring: teams, learning, convenings, interviews, norms, celebrations and phases.

use super::{
    super::{field::Field, row::Fault},
    Gathering,
    entry::Entry,
};
use homeroom::{
    FindingCode,
    mentoring::{
        Attendee, Celebrated, Celebration, Convening, EmpathyInterview, LearningSession, Norm, Phase,
        TeamMeeting,
    },
};

impl Gathering<'_> {
    pub(super) fn add_team_meeting(&mut self, entry: &mut Entry<'_, '_>) -> Result<(), Fault> {
        let known = &self.known;
        let meeting = TeamMeeting {
            school: entry.about(Field::School, |id| known.school(id), FindingCode::UnknownSchool)?,
            date: entry.date(Field::Date)?,
            staff: entry.references(Field::StaffMembers, |member| known.staff_member(member))?,
        };
        self.program.team_meetings.push((meeting, entry.place()));
        Ok(())
    }

    pub(super) fn add_learning_session(&mut self, entry: &mut Entry<'_, '_>) -> Result<(), Fault> {
        let known = &self.known;
        let mut session = LearningSession {
            school: entry.about_if(Field::School, |id| known.school(id), FindingCode::UnknownSchool)?,
            topic: entry.term(Field::Topic)?,
            date: entry.date(Field::Date)?,
            minutes: entry.minutes()?,
            attended: Vec::new(),
        };
        let mentors = entry.references(Field::Mentors, |mentor| known.mentor(mentor))?;
        let staff = entry.references(Field::StaffMembers, |member| known.staff_member(member))?;
        let staff = staff.into_iter().map(Attendee::Staff);
        session.attended = mentors.into_iter().map(Attendee::Mentor).chain(staff).collect();
        self.program.learning_sessions.push((session, entry.place()));
        Ok(())
    }

    pub(super) fn add_convening(&mut self, entry: &mut Entry<'_, '_>) -> Result<(), Fault> {
        let known = &self.known;
        entry.row.need(Field::Districts)?;
        let convening = Convening {
            date: entry.date(Field::Date)?,
            districts: entry.references(Field::Districts, |district| known.district(district))?,
            shared: entry.confidential(Field::Shared)?,
            feedback: entry
                .further(Field::Feedback, "five counts, such as `0;1;4;12;9`", feedback)?
                .unwrap_or_default(),
        };
        if convening.districts.is_empty() {
            let fault = Fault::new(FindingCode::UnknownOrganization, Field::Districts);
            return Err(fault.detail("no district of the convening is known"));
        }
        self.program.convenings.push((convening, entry.place()));
        Ok(())
    }

    pub(super) fn add_interview(&mut self, entry: &mut Entry<'_, '_>) -> Result<(), Fault> {
        let known = &self.known;
        let student = |student: &_| known.student(student);
        let interview = EmpathyInterview {
            school: entry.about_if(Field::School, |id| known.school(id), FindingCode::UnknownSchool)?,
            student: entry.about_if(Field::Student, student, FindingCode::UnknownStudent)?,
            date: entry.date(Field::Date)?,
            party: entry.term(Field::Party)?,
            mentor: entry.reference(Field::Mentor, |mentor| known.mentor(mentor))?,
            barriers: entry.barriers()?,
            note: entry.note()?,
        };
        self.program.interviews.push((interview, entry.place()));
        Ok(())
    }

    pub(super) fn add_norm(&mut self, entry: &mut Entry<'_, '_>) -> Result<(), Fault> {
        let known = |district: &_| self.known.district(district);
        let norm = Norm {
            district: entry.about_if(Field::District, known, FindingCode::UnknownOrganization)?,
            agreed_on: entry.date(Field::AgreedOn)?,
            text: entry.row.need(Field::Text)?.to_owned(),
        };
        self.program.norms.push((norm, entry.place()));
        Ok(())
    }

    pub(super) fn add_celebration(&mut self, entry: &mut Entry<'_, '_>) -> Result<(), Fault> {
        let known = &self.known;
        let school = entry.about_if(Field::School, |id| known.school(id), FindingCode::UnknownSchool)?;
        let mentor = entry.about_if(Field::Mentor, |id| known.mentor(id), FindingCode::UnknownMentor)?;
        let student = entry.about_if(Field::Student, |id| known.student(id), FindingCode::UnknownStudent)?;
        let of = match (student, mentor, school) {
            (Some(student), None, None) => Celebrated::Student(student),
            (None, Some(mentor), None) => Celebrated::Mentor(mentor),
            (None, None, Some(school)) => Celebrated::School(school),
            _ => {
                let fault = Fault::new(FindingCode::MalformedRow, Field::Student);
                return Err(fault.detail("one of student, mentor and school is celebrated"));
            }
        };
        let celebration =
            Celebration { date: entry.date(Field::Date)?, of, occasion: entry.term(Field::Occasion)? };
        self.program.celebrations.push((celebration, entry.place()));
        Ok(())
    }

    pub(super) fn add_phase(&mut self, entry: &mut Entry<'_, '_>) -> Result<(), Fault> {
        let known = |network: &_| self.known.network(network);
        let phase = Phase {
            network: entry.about(Field::Network, known, FindingCode::UnknownOrganization)?,
            kind: entry.term(Field::Phase)?,
            begin: entry.date(Field::Begin)?,
            end: entry.date(Field::End)?,
        };
        if phase.end < phase.begin {
            return Err(Fault::new(FindingCode::DatesOutOfOrder, Field::End));
        }
        self.program.phases.push((phase, entry.place()));
        Ok(())
    }
}

fn feedback(text: &str) -> Option<[u32; 5]> {
    let counts: Option<Vec<u32>> = text.split(';').map(|count| count.trim().parse().ok()).collect();
    counts?.try_into().ok()
}
