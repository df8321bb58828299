//! The program around the mentoring: phases, teams, convenings, adult learning, interviews, norms, celebrations.

mod celebration;
mod convening;
mod interview;
mod learning;
mod norm;
mod phase;
mod staff;

pub use celebration::{Celebrated, Celebration, Occasion};
pub use convening::Convening;
pub use interview::{EmpathyInterview, InterviewParty};
pub use learning::{Attendee, LearningSession, LearningTopic};
pub use norm::Norm;
pub use phase::{Phase, PhaseKind};
pub use staff::{StaffMember, TeamMeeting, TeamRole};

/// The program around the mentoring, each kind of record in order of dates or identifiers.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
#[non_exhaustive]
pub struct Program {
    /// Phases.
    pub phases: Vec<Phase>,
    /// The staff of the schools.
    pub staff: Vec<StaffMember>,
    /// Meetings of the schools' attendance teams.
    pub team_meetings: Vec<TeamMeeting>,
    /// Learning sessions for adults.
    pub learning_sessions: Vec<LearningSession>,
    /// Convenings of the districts.
    pub convenings: Vec<Convening>,
    /// Empathy interviews.
    pub interviews: Vec<EmpathyInterview>,
    /// Norms agreed on.
    pub norms: Vec<Norm>,
    /// Celebrations.
    pub celebrations: Vec<Celebration>,
}
