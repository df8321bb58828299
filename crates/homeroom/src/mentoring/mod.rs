//! Mentoring: whom to see today, whether check-ins happen, and what gets in the way.

mod assignment;
mod barrier;
mod check_in;
mod circle;
mod confidential;
mod contact_plan;
mod home_call;
mod ladder;
mod mentor;

pub use assignment::{Assignment, AssignmentRole, EndReason};
pub use barrier::{Barrier, BarrierRecord, BarrierSource, BarrierTerm, InvalidBarrier, RootCause};
pub use check_in::{
    CheckIn, ContactMinutes, ContactMode, ContactOutcome, Feeling, FollowUp, InvalidContactMinutes,
    InvalidFeeling, MAX_CONTACT_MINUTES, Note, Visibility,
};
pub use circle::{Circle, CircleKind};
pub use confidential::Confidential;
pub use contact_plan::{ContactPlan, InvalidContactPlan, Tier};
pub use home_call::{CallOutcome, HomeCall};
pub use ladder::*;
pub use mentor::{Availability, Mentor, MentorKind, Organization, Placement};
