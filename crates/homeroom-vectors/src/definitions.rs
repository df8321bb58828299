//! The definitions that the cases show.

/// The identifiers of all definitions, in order; each has at least one case and a heading in `DEFINITIONS.md`.
///
/// ```
/// assert!(homeroom_vectors::definitions().contains(&"chronic_absence"));
/// assert!(!homeroom_vectors::definitions().contains(&"perfect_attendance"));
/// ```
pub const fn definitions() -> &'static [&'static str] {
    DEFINITIONS
}

const DEFINITIONS: &[&str] = &[
    "absence_bounds",
    "absence_budget",
    "absence_rate",
    "absent_days",
    "append_day",
    "attendance_rate",
    "average_daily_attendance",
    "average_daily_membership",
    "band",
    "chronic_absence",
    "conflict_rule",
    "current_streak",
    "day_rule",
    "disciplinary_days",
    "early_departure_days",
    "early_warning",
    "eligibility",
    "excused_days",
    "longest_streak",
    "membership_days",
    "outcome",
    "percent_attendance",
    "policy_difference",
    "projection",
    "recorded_days",
    "register_bytes",
    "register_merge",
    "remote_days",
    "roll_basis",
    "rounding",
    "school_answerable",
    "section_roll_up",
    "series",
    "student_following",
    "tardy_days",
    "threshold",
    "transfer_day",
    "transition",
    "treatment",
    "truancy",
    "unexcused_days",
    "window",
];
