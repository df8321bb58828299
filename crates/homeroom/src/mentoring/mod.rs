//! Mentoring: whom to see today, whether check-ins happen, and what gets in the way.

mod assignment;
mod barrier;
mod barrier_analysis;
mod casebook;
mod caseload;
mod check_in;
mod circle;
mod confidential;
mod contact_plan;
mod coordination;
mod dosage;
mod home_call;
mod intervention;
mod ladder;
mod learning_share;
mod mentor;
mod program;
mod reading;
mod recognition;
mod view;
mod worklist;

pub use assignment::{Assignment, AssignmentRole, EndReason};
pub use barrier::{Barrier, BarrierRecord, BarrierSource, BarrierTerm, InvalidBarrier, RootCause};
pub use barrier_analysis::{BarrierChange, BarrierGap, BarrierGroup, BarrierPrevalence, BarrierResponse};
pub use casebook::{Casebook, CasebookBuilder, CasebookReport, Contact, ContactOrigin};
pub use caseload::*;
pub use check_in::{
    CheckIn, ContactMinutes, ContactMode, ContactOutcome, Feeling, FollowUp, InvalidContactMinutes,
    InvalidFeeling, MAX_CONTACT_MINUTES, Note, Visibility,
};
pub use circle::{Circle, CircleKind};
pub use confidential::Confidential;
pub use contact_plan::{ContactPlan, InvalidContactPlan, Tier};
pub use coordination::*;
pub use dosage::{
    AbsenceCalls, ContactCounts, Dosage, DosageTable, GroupDosage, SCHOOL_WEEK, Starts, StudentDosage,
    Transfers, WeeksOnPlan,
};
pub use home_call::{CallOutcome, HomeCall};
pub use intervention::*;
pub use ladder::*;
pub use learning_share::LearningShare;
pub use mentor::{Availability, Mentor, MentorKind, Organization, Placement};
pub use program::*;
pub use reading::MentoringReading;
pub use recognition::{MentorRecognition, RecognitionRules, SchoolRecognition, StudentRecognition};
pub use view::*;
pub use worklist::{WorkReason, WorkReasonKind, Worklist, WorklistItem, WorklistRules};

use casebook::{Details, Segment};
