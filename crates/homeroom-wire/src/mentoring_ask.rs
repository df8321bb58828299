//! The questions about mentoring.

use crate::{Amendment, FidelityBy, LadderChoice, Record};
use chrono::NaiveDate;
use homeroom::mentoring::{
    AgendaRules, AimTarget, CapacityRules, MatchRules, NeedRules, RecognitionRules, StatusChange,
    WorklistRules,
};
use serde::{Deserialize, Serialize};

/// A question about mentoring. In JSON an object with one key: `{ "dosage": { "of": { "student": "s1" } } }`.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case", deny_unknown_fields)]
#[non_exhaustive]
pub enum MentoringAsk {
    /// What became of the records: `intake`, `findings`, and what was made of them.
    Casebook {},
    /// Contacts expected and made.
    Dosage {
        /// Of whom; of everybody where nothing is said.
        #[serde(default)]
        of: DosageOf,
        /// From when on, the beginning of the school year where nothing is said; up to the date asked for.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        since: Option<NaiveDate>,
    },
    /// Contacts expected and made, of each one: `rows`.
    Fidelity {
        /// By what it is told.
        by: FidelityBy,
        /// From when on, the beginning of the school year where nothing is said; up to the date asked for.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        since: Option<NaiveDate>,
    },
    /// The mentors' loads: `loads`.
    Loads {
        /// The most students.
        #[serde(default)]
        rules: CapacityRules,
    },
    /// Who qualifies for a mentor: `needs`, `coverage`, `coverage_by_school`.
    Needs {
        /// Who does.
        #[serde(default)]
        rules: NeedRules,
    },
    /// A proposal of matches: `matches`, `unmatched`.
    ProposeMatches {
        /// Who qualifies.
        #[serde(default)]
        needs: NeedRules,
        /// The most students.
        #[serde(default)]
        capacity: CapacityRules,
        /// What a match must have.
        #[serde(default)]
        rules: MatchRules,
    },
    /// A mentor's worklist: `items`.
    Worklist {
        /// The mentor.
        mentor: String,
        /// From when on something is a reason.
        #[serde(default)]
        rules: WorklistRules,
    },
    /// A team's agenda.
    Agenda {
        /// The school.
        school: String,
        /// What a team looks at.
        #[serde(default)]
        rules: AgendaRules,
        /// The ladder whose open steps are on it.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        ladder: Option<LadderChoice>,
    },
    /// The coordinator's counts: `mentors`, `coverage`.
    Coordinator {},
    /// The barriers of groups: `groups`.
    Barriers {
        /// `school`, `district`, `grade`, `tier` or the name of an attribute; all together where there is none.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        by: Option<String>,
    },
    /// The barriers that nothing meets: `gaps`.
    BarrierGaps {
        /// For at least so many school days.
        at_least: u32,
    },
    /// What meets each barrier: `responses`.
    BarrierResponses {},
    /// How barriers changed: `changes`.
    BarrierChanges {
        /// The earlier date.
        since: NaiveDate,
    },
    /// What to celebrate: `student`, `mentors`, `schools`.
    Recognition {
        /// With this student.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        student: Option<String>,
        /// When something is celebrated.
        #[serde(default)]
        rules: RecognitionRules,
    },
    /// Adults trained: `shares`.
    LearningShares {},
    /// The measures of the aims: `lines`.
    Scorecard {
        /// The targets.
        #[serde(default, skip_serializing_if = "Vec::is_empty")]
        targets: Vec<AimTarget>,
    },
    /// A history of statuses: `last`, `on`, `followers`; or the first change that is not legal.
    StatusHistory {
        /// The statuses, each with its first date.
        history: Vec<StatusChange>,
        /// The dates on which the status is asked for.
        #[serde(default, skip_serializing_if = "Vec::is_empty")]
        on: Vec<NaiveDate>,
    },
    /// What a role may see: the view.
    View {
        /// Who looks.
        viewer: ViewerChoice,
    },
    /// The rules of a ladder that students met: `firings`.
    Firings {
        /// The ladder.
        ladder: LadderChoice,
    },
    /// A ladder's log over updates: `updates`, `entries`, `steps`, `open`. Steps are as of the request's date, the last
    /// update's where the request says none.
    LadderLog {
        /// The ladder.
        ladder: LadderChoice,
        /// The updates in order.
        updates: Vec<LogUpdate>,
        /// Contacts besides those of the casebook.
        #[serde(default, skip_serializing_if = "Vec::is_empty")]
        contacts: Vec<Record>,
    },
}

/// Of whom a dosage is.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
#[non_exhaustive]
pub enum DosageOf {
    /// Of everybody.
    #[default]
    Overall,
    /// Of a student.
    Student(String),
    /// Of a mentor.
    Mentor(String),
    /// Of a school.
    School(String),
    /// Of a district.
    District(String),
    /// Of a network.
    Network(String),
}

/// Who looks.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
#[non_exhaustive]
pub enum ViewerChoice {
    /// A mentor.
    Mentor(String),
    /// The team of a school.
    Team(String),
    /// The coordinator of a district, or of all.
    Coordinator(Option<String>),
    /// The network.
    Network,
    /// An analyst.
    Analyst,
}

/// An update of a ladder's log.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct LogUpdate {
    /// As of when.
    pub as_of: NaiveDate,
    /// What is changed in the register before.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub amend: Vec<Amendment>,
}
