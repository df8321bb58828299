//! Which fields hold terms, and of which list: what a mapping may translate.

use super::{
    super::{field::Field, kind::FileKind, row::yes_or_no},
    people::OrganizationType,
};
use homeroom::mentoring::{
    Aim, AssignmentRole, Barrier, BarrierSource, CallOutcome, CircleKind, ContactMode, ContactOutcome,
    DeliveryMethod, EndReason, InterventionClass, InterventionStatus, InterviewParty, LearningTopic,
    MentorKind, Occasion, PhaseKind, TeamRole, Tier, Visibility,
};
use std::{fmt::Display, str::FromStr};

/// Whether a text is a term of a field, or why not; `None` where the field holds no terms.
pub(in super::super) fn is_term(kind: FileKind, field: Field, text: &str) -> Option<Result<(), String>> {
    let check = match (kind, field) {
        (FileKind::Mentors, Field::Kind) => of::<MentorKind>,
        (FileKind::Mentors, Field::OrganizationType) => of::<OrganizationType>,
        (FileKind::ContactPlans | FileKind::Assignments | FileKind::Interventions, Field::Tier) => of::<Tier>,
        (FileKind::Interventions, Field::Class) => of::<InterventionClass>,
        (FileKind::Interventions, Field::Delivery) => of::<DeliveryMethod>,
        (FileKind::Interventions, Field::Aim) => of::<Aim>,
        (FileKind::StudentInterventions, Field::Status) => of::<InterventionStatus>,
        (FileKind::ContactPlans, Field::CirclesCount) | (FileKind::Enrollments, Field::Primary) => answer,
        (FileKind::Assignments, Field::Role) => of::<AssignmentRole>,
        (FileKind::Assignments, Field::EndReason) => of::<EndReason>,
        (FileKind::ContactPlans, Field::Modes) | (FileKind::CheckIns | FileKind::Circles, Field::Mode) => {
            of::<ContactMode>
        }
        (FileKind::CheckIns, Field::Outcome) => of::<ContactOutcome>,
        (
            FileKind::CheckIns | FileKind::HomeCalls | FileKind::Interviews | FileKind::Interventions,
            Field::Barriers,
        )
        | (FileKind::Barriers, Field::Barrier) => of::<Barrier>,
        (FileKind::CheckIns | FileKind::Circles | FileKind::Interviews, Field::Visibility) => {
            of::<Visibility>
        }
        (FileKind::Circles, Field::Kind) => of::<CircleKind>,
        (FileKind::HomeCalls, Field::Outcome) => of::<CallOutcome>,
        (FileKind::Barriers, Field::LearntFrom) => of::<BarrierSource>,
        (FileKind::Staff, Field::TeamRole) => of::<TeamRole>,
        (FileKind::LearningSessions, Field::Topic) => of::<LearningTopic>,
        (FileKind::Interviews, Field::Party) => of::<InterviewParty>,
        (FileKind::Celebrations, Field::Occasion) => of::<Occasion>,
        (FileKind::Phases, Field::Phase) => of::<PhaseKind>,
        _ => return None,
    };
    Some(check(text))
}

fn of<T: FromStr<Err: Display>>(text: &str) -> Result<(), String> {
    text.parse::<T>().map(|_| ()).map_err(|error| error.to_string())
}

fn answer(text: &str) -> Result<(), String> {
    yes_or_no(text).map(|_| ()).ok_or_else(|| "neither `yes` nor `no`".to_owned())
}
