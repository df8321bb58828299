//! The schema's lists of terms against the core's.
#![allow(clippy::unwrap_used, reason = "a test")]

use super::check::Check;
use homeroom::{
    Action, AttendanceCategory, AttendanceStatus, CalendarEvent, Clause, ComparabilityWarning, Comparator,
    ConflictRule, CountsAs, ExitDay, FindingCode, FirstMonth, GradeLevel, Ineligible, Movement, Period,
    PriorYear, RollBasis, Scope, Status, StreakRule, TransferDay, TruancyCounts, Unit, Unrecorded,
    mentoring::{
        Aim, AimMeasure, AssignmentRole, AttendanceEventCategory, BarrierSource, BarrierTerm, CallOutcome,
        CircleKind, ClearedBy, ContactMode, ContactOrigin, ContactOutcome, ContactParty, ContentClass,
        DeliveryMethod, Diagnosis, EndReason, InterventionClass, InterventionEffectivenessRating,
        InterventionStatus, InterviewParty, LearningTopic, MentorKind, NoMatch, Occasion, OutreachStep,
        PhaseKind, Placement, PopulationServed, RootCause, TeamRole, Tier, Visibility, WorkReasonKind,
    },
};
use serde_json::Value;
use std::{collections::BTreeMap, str::FromStr};

macro_rules! lists {
    ($($list:ident),* $(,)?) => {
        BTreeMap::from([$((stringify!($list), $list::ALL.iter().map(|term| term.as_str()).collect::<Vec<_>>())),*])
    };
}

#[test]
fn the_lists_are_the_cores() {
    let core = lists![
        Action,
        Aim,
        AimMeasure,
        AssignmentRole,
        AttendanceCategory,
        AttendanceEventCategory,
        AttendanceStatus,
        BarrierSource,
        BarrierTerm,
        CalendarEvent,
        CallOutcome,
        CircleKind,
        Clause,
        ClearedBy,
        ComparabilityWarning,
        Comparator,
        ConflictRule,
        ContactMode,
        ContactOrigin,
        ContactOutcome,
        ContactParty,
        ContentClass,
        CountsAs,
        DeliveryMethod,
        Diagnosis,
        EndReason,
        ExitDay,
        FindingCode,
        FirstMonth,
        GradeLevel,
        Ineligible,
        InterventionClass,
        InterventionEffectivenessRating,
        InterventionStatus,
        InterviewParty,
        LearningTopic,
        MentorKind,
        Movement,
        NoMatch,
        Occasion,
        OutreachStep,
        Period,
        PhaseKind,
        Placement,
        PopulationServed,
        PriorYear,
        RollBasis,
        RootCause,
        Scope,
        StreakRule,
        TeamRole,
        Tier,
        TransferDay,
        TruancyCounts,
        Unit,
        Unrecorded,
        Visibility,
        WorkReasonKind,
    ];
    let check = Check::new();
    let definitions = check.documents["terms.json"]["$defs"].as_object().unwrap();
    let lists: BTreeMap<&str, Vec<&str>> = definitions
        .iter()
        .filter(|(_, list)| list.get("x-of").is_none())
        .map(|(name, list)| {
            let terms = list["oneOf"].as_array().unwrap().iter().map(|term| term["const"].as_str().unwrap());
            (name.as_str(), terms.collect())
        })
        .collect();
    assert_eq!(lists, core);
}

#[test]
fn statuses_are_the_cores() {
    let check = Check::new();
    let listed = check.documents["terms.json"]["$defs"]["Status"]["oneOf"].as_array().unwrap();
    let listed: Vec<&str> = listed.iter().map(|term| term["const"].as_str().unwrap()).collect();
    let core =
        ["not_chronic", "chronic"].into_iter().chain(Ineligible::ALL.iter().map(|reason| reason.as_str()));
    assert_eq!(listed, core.collect::<Vec<_>>());
    assert!(listed.iter().all(|term| serde_json::from_value::<Status>(Value::from(*term)).is_ok()));
    assert!(Ineligible::from_str("chronic").is_err());
}
