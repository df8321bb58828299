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
