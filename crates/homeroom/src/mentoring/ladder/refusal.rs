//! What a ladder refuses, by name, where an answer could not be exact.

/// Why a ladder is not evaluated, or a log not updated.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[non_exhaustive]
pub enum LadderRefusal {
    /// A rule counts days of absence, and the policy counts hours.
    #[error("rule `{rule}` counts days of absence, and policy `{policy}` counts hours")]
    DaysUnderHours {
        /// The rule.
        rule: String,
        /// The policy.
        policy: String,
    },
    /// A rule asks for tier 2, whose signs count days of absence, and the policy counts hours.
    #[error("rule `{rule}` asks for signs that count days of absence, and policy `{policy}` counts hours")]
    SignsUnderHours {
        /// The rule.
        rule: String,
        /// The policy.
        policy: String,
    },
    /// A log of one ladder meets another.
    #[error("a log is of one ladder: expected `{expected}`, found `{found}`")]
    OtherLadder {
        /// The log's ladder.
        expected: String,
        /// The other one.
        found: String,
    },
    /// A log of one school year meets another.
    #[error("a log is of one school year: expected {expected}, found {found}")]
    OtherYear {
        /// The log's year.
        expected: crate::SchoolYear,
        /// The other one.
        found: crate::SchoolYear,
    },
}
