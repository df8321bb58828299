//! What a file's records are, and which fields each kind of record has.

use super::{field::Field, words::words};

words! {
    /// What a file's records are.
    pub enum FileKind {
        Attendance = "attendance" "Attendance events: one record a student and day, part of a day or section.",
        AttendanceTaken = "attendance_taken" "School days on which attendance was taken: whoever has no record was present.",
        Enrollments = "enrollments" "Enrolments: one record a student and spell at a school.",
        Calendar = "calendar" "School calendars: one record a school and date.",
        Terms = "terms" "Terms: semesters, trimesters or quarters of a school.",
        Students = "students" "Students and the attributes they are reported by.",
        Schools = "schools" "Schools.",
        Districts = "districts" "Districts.",
        Networks = "networks" "Networks of districts.",
        Partners = "partners" "Community partners.",
        Mentors = "mentors" "Mentors.",
        ContactPlans = "contact_plans" "Contact plans: how often a student is to be met.",
        Assignments = "assignments" "Assignments: one record a student, mentor and spell.",
        CheckIns = "check_ins" "Check-ins of a mentor with a student, made or attempted.",
        FollowUps = "follow_ups" "What mentors promised to do.",
        Circles = "circles" "Student and family circles.",
        HomeCalls = "home_calls" "Calls home.",
        Barriers = "barriers" "Barriers of students, from the day they were learnt of.",
        Interventions = "interventions" "The catalogue of interventions.",
        StudentInterventions = "student_interventions" "Interventions for students: one record a change of status.",
        Staff = "staff" "The staff of schools and their roles on attendance teams.",
        TeamMeetings = "team_meetings" "Meetings of schools' attendance teams.",
        LearningSessions = "learning_sessions" "Learning sessions for adults.",
        Convenings = "convenings" "Convenings of a network's districts.",
        Interviews = "interviews" "Empathy interviews.",
        Norms = "norms" "Norms for keeping the records.",
        Celebrations = "celebrations" "Celebrations of a student, mentor or school.",
        Phases = "phases" "Phases of a network's program.",
    }
}

impl FileKind {
    /// The fields that every record of this kind has.
    pub const fn required(self) -> &'static [Field] {
        match self {
            Self::Attendance => &[Field::Student, Field::School, Field::Date, Field::Code],
            Self::AttendanceTaken | Self::TeamMeetings => &[Field::School, Field::Date],
            Self::Enrollments => &[Field::Student, Field::School, Field::EntryDate],
            Self::Calendar => &[Field::School, Field::Date, Field::Event],
            Self::Terms => &[Field::School, Field::Name, Field::Begin, Field::End],
            Self::Students => &[Field::Student],
            Self::Schools => &[Field::School],
            Self::Districts => &[Field::District],
            Self::Networks => &[Field::Network],
            Self::Partners => &[Field::Partner],
            Self::Mentors => &[Field::Mentor, Field::Kind],
            Self::ContactPlans => &[Field::Plan],
            Self::Assignments => &[Field::Mentor, Field::Student, Field::Begin],
            Self::CheckIns => &[Field::Student, Field::Mentor, Field::Date, Field::Outcome],
            Self::FollowUps => &[Field::Student, Field::Mentor, Field::RaisedOn, Field::Due],
            Self::Circles => &[Field::Circle, Field::Kind, Field::Date, Field::Students],
            Self::HomeCalls => &[Field::Student, Field::Date, Field::Outcome],
            Self::Barriers => &[Field::Student, Field::Barrier, Field::LearntOn, Field::LearntFrom],
            Self::Interventions => {
                &[Field::Intervention, Field::Organization, Field::Class, Field::Delivery, Field::Begin]
            }
            Self::StudentInterventions => &[Field::Student, Field::Intervention, Field::Date, Field::Status],
            Self::Staff => &[Field::StaffMember, Field::School],
            Self::LearningSessions => &[Field::Topic, Field::Date],
            Self::Convenings => &[Field::Date, Field::Districts],
            Self::Interviews => &[Field::Date, Field::Party],
            Self::Norms => &[Field::AgreedOn, Field::Text],
            Self::Celebrations => &[Field::Date, Field::Occasion],
            Self::Phases => &[Field::Network, Field::Phase, Field::Begin, Field::End],
        }
    }

    /// The fields that a record of this kind may have besides.
    pub const fn further(self) -> &'static [Field] {
        match self {
            Self::Attendance => {
                &[Field::Part, Field::Minutes, Field::Section, Field::SectionsPerDay, Field::Session]
            }
            Self::Enrollments => &[Field::Grade, Field::ExitDate, Field::Share, Field::Primary],
            Self::Calendar => &[Field::Minutes, Field::ClosedGrades],
            Self::Schools => &[Field::Name, Field::District],
            Self::Districts => &[Field::Name, Field::Network],
            Self::Networks => &[Field::Name],
            Self::Partners => &[Field::Name, Field::Districts],
            Self::Mentors => &[
                Field::Name,
                Field::OrganizationType,
                Field::Organization,
                Field::Schools,
                Field::Languages,
                Field::Availability,
                Field::Capacity,
            ],
            Self::ContactPlans => &[
                Field::Tier,
                Field::ContactsPerWeek,
                Field::DaysPerWeek,
                Field::MinMinutes,
                Field::Modes,
                Field::CirclesCount,
                Field::Begin,
                Field::End,
            ],
            Self::Assignments => &[Field::End, Field::Role, Field::Tier, Field::Plan, Field::EndReason],
            Self::CheckIns => &[
                Field::Time,
                Field::Mode,
                Field::Minutes,
                Field::Feeling,
                Field::Strengths,
                Field::Goals,
                Field::Barriers,
                Field::Note,
                Field::Visibility,
            ],
            Self::FollowUps => &[Field::DoneOn, Field::What],
            Self::Circles => &[
                Field::Mode,
                Field::Minutes,
                Field::Mentors,
                Field::Guardians,
                Field::Staff,
                Field::Note,
                Field::Visibility,
            ],
            Self::HomeCalls => &[Field::Mentor, Field::Barriers],
            Self::Barriers => &[Field::ResolvedOn],
            Self::Interventions => {
                &[Field::Tier, Field::Aim, Field::Barriers, Field::MinMinutes, Field::MaxMinutes, Field::End]
            }
            Self::Staff => &[Field::Mentor, Field::TeamRole],
            Self::TeamMeetings => &[Field::StaffMembers],
            Self::LearningSessions => &[Field::School, Field::Minutes, Field::Mentors, Field::StaffMembers],
            Self::Convenings => &[Field::Shared, Field::Feedback],
            Self::Interviews => &[
                Field::School,
                Field::Student,
                Field::Mentor,
                Field::Barriers,
                Field::Note,
                Field::Visibility,
            ],
            Self::Norms => &[Field::District],
            Self::Celebrations => &[Field::Student, Field::Mentor, Field::School],
            Self::AttendanceTaken
            | Self::Terms
            | Self::Students
            | Self::Phases
            | Self::StudentInterventions => &[],
        }
    }
}
