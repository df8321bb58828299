//! Barriers: what gets in the way of coming to school, by the four root causes.

use crate::mentoring::confidential::hidden_debug;
use crate::{InvalidId, StudentId, check_id, terms::terms};
use chrono::NaiveDate;
use serde::{Deserialize, Serialize};
use std::{fmt, str::FromStr};

terms! {
    /// The root causes of absence (Attendance Works).
    pub enum RootCause {
        Barriers = "barriers" #[doc = "Something stands between the child and school."],
        Aversion = "aversion" #[doc = "Something at school keeps the child away."],
        Disengagement = "disengagement" #[doc = "School holds nothing for the child."],
        Misconceptions = "misconceptions" #[doc = "The family thinks that absence does not matter."],
    }
}

terms! {
    /// The published barriers (root causes of Attendance Works, as in New York City's orientation of mentors).
    pub enum BarrierTerm {
        Illness = "illness" #[doc = "Chronic or acute illness."],
        FamilyResponsibilities = "family_responsibilities" #[doc = "Family responsibilities or the situation at home."],
        Trauma = "trauma" #[doc = "Trauma."],
        Transportation = "transportation" #[doc = "Poor transportation."],
        HousingAndFood = "housing_and_food" #[doc = "Housing and food insecurity."],
        AccessToServices = "access_to_services" #[doc = "Inequitable access to services."],
        SystemInvolvement = "system_involvement" #[doc = "Involvement with the justice or welfare system."],
        UnpredictableSchedule = "unpredictable_schedule" #[doc = "No predictable schedule for learning."],
        TechnologyAccess = "technology_access" #[doc = "No access to technology."],
        Struggling = "struggling" #[doc = "Struggling with lessons or behaviour."],
        UnwelcomingClimate = "unwelcoming_climate" #[doc = "An unwelcoming school climate."],
        SocialChallenges = "social_challenges" #[doc = "Trouble with other students."],
        Anxiety = "anxiety" #[doc = "Anxiety."],
        BiasedDiscipline = "biased_discipline" #[doc = "Biased discipline or suspension."],
        UndiagnosedDisability = "undiagnosed_disability" #[doc = "A disability not diagnosed, or no accommodation for it."],
        NegativeParentExperience = "negative_parent_experience" #[doc = "Parents' own bad experience of school."],
        UnchallengingInstruction = "unchallenging_instruction" #[doc = "Instruction that is not challenging or not culturally responsive."],
        Boredom = "boredom" #[doc = "Boredom."],
        NoMeaningfulRelationship = "no_meaningful_relationship" #[doc = "No meaningful relationship with an adult at school."],
        NoEnrichment = "no_enrichment" #[doc = "No enrichment."],
        NoSupport = "no_support" #[doc = "No academic or behavioural support."],
        CreditsNotEarned = "credits_not_earned" #[doc = "Credits not earned."],
        DrawnToWork = "drawn_to_work" #[doc = "Drawn to a low-wage job."],
        OnlyUnexcusedMatters = "only_unexcused_matters" #[doc = "Absences are thought to matter only if unexcused."],
        TwoDaysAMonthDoNotMatter = "two_days_a_month_do_not_matter" #[doc = "Two days a month are thought not to matter."],
        LosesTrack = "loses_track" #[doc = "The family loses track of absences or underestimates them."],
        SporadicIsNoProblem = "sporadic_is_no_problem" #[doc = "Sporadic absences are thought to be no problem."],
        OnlyOlderGradesMatter = "only_older_grades_matter" #[doc = "Attendance is thought to matter only in older grades."],
        SuspensionDoesNotCount = "suspension_does_not_count" #[doc = "Suspensions are thought not to count as absence."],
    }
}

impl BarrierTerm {
    /// The root cause under which it is published.
    pub const fn root_cause(self) -> RootCause {
        match self {
            Self::Illness
            | Self::FamilyResponsibilities
            | Self::Trauma
            | Self::Transportation
            | Self::HousingAndFood
            | Self::AccessToServices
            | Self::SystemInvolvement
            | Self::UnpredictableSchedule
            | Self::TechnologyAccess => RootCause::Barriers,
            Self::Struggling
            | Self::UnwelcomingClimate
            | Self::SocialChallenges
            | Self::Anxiety
            | Self::BiasedDiscipline
            | Self::UndiagnosedDisability
            | Self::NegativeParentExperience => RootCause::Aversion,
            Self::UnchallengingInstruction
            | Self::Boredom
            | Self::NoMeaningfulRelationship
            | Self::NoEnrichment
            | Self::NoSupport
            | Self::CreditsNotEarned
            | Self::DrawnToWork => RootCause::Disengagement,
            Self::OnlyUnexcusedMatters
            | Self::TwoDaysAMonthDoNotMatter
            | Self::LosesTrack
            | Self::SporadicIsNoProblem
            | Self::OnlyOlderGradesMatter
            | Self::SuspensionDoesNotCount => RootCause::Misconceptions,
        }
    }
}

/// A barrier: a published one, or an addition of one's own under a root cause, written `aversion:uniform`.
///
/// ```
/// use homeroom::mentoring::{Barrier, BarrierTerm, RootCause};
/// assert_eq!("transportation".parse::<Barrier>()?, Barrier::from(BarrierTerm::Transportation));
/// let own: Barrier = "aversion:uniform".parse()?;
/// assert_eq!((own.root_cause(), own.to_string()), (RootCause::Aversion, "aversion:uniform".to_owned()));
/// assert!("uniform".parse::<Barrier>().is_err());
/// # Ok::<(), homeroom::mentoring::InvalidBarrier>(())
/// ```
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(try_from = "String", into = "String")]
pub struct Barrier(Kind);

#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash)]
enum Kind {
    Published(BarrierTerm),
    Own(RootCause, Box<str>),
}

/// A text is not a barrier. The text is not repeated: it may be personal data.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
#[error(
    "not a barrier: write one of the published terms, or one of your own as `root_cause:name`, in lower case"
)]
pub struct InvalidBarrier;

impl From<InvalidId> for InvalidBarrier {
    fn from(_: InvalidId) -> Self {
        Self
    }
}

impl Barrier {
    /// A barrier that the published lists lack. Its name is a term, in lower case: no text about a person.
    ///
    /// # Errors
    /// [`InvalidBarrier`] where the name is not of lower-case letters, digits and `_`.
    pub fn own(cause: RootCause, name: &str) -> Result<Self, InvalidBarrier> {
        let name = check_id(name)?;
        let fits = |c: char| c.is_lowercase() || c.is_ascii_digit() || c == '_';
        if !name.chars().all(fits) {
            return Err(InvalidBarrier);
        }
        Ok(Self(Kind::Own(cause, name.into())))
    }

    /// The root cause.
    pub fn root_cause(&self) -> RootCause {
        match &self.0 {
            Kind::Published(term) => term.root_cause(),
            Kind::Own(cause, _) => *cause,
        }
    }

    /// The published term, where it is one.
    pub fn published(&self) -> Option<BarrierTerm> {
        match &self.0 {
            Kind::Published(term) => Some(*term),
            Kind::Own(..) => None,
        }
    }
}

impl From<BarrierTerm> for Barrier {
    fn from(term: BarrierTerm) -> Self {
        Self(Kind::Published(term))
    }
}

impl fmt::Display for Barrier {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match &self.0 {
            Kind::Published(term) => term.fmt(f),
            Kind::Own(cause, name) => f.pad(&format!("{cause}:{name}")),
        }
    }
}

impl FromStr for Barrier {
    type Err = InvalidBarrier;
    fn from_str(text: &str) -> Result<Self, InvalidBarrier> {
        if let Ok(term) = text.trim().parse::<BarrierTerm>() {
            return Ok(term.into());
        }
        let (cause, name) = text.split_once(':').ok_or(InvalidBarrier)?;
        Self::own(cause.trim().parse().map_err(|_| InvalidBarrier)?, name)
    }
}

impl TryFrom<String> for Barrier {
    type Error = InvalidBarrier;
    fn try_from(text: String) -> Result<Self, InvalidBarrier> {
        text.parse()
    }
}

impl From<Barrier> for String {
    fn from(barrier: Barrier) -> String {
        barrier.to_string()
    }
}

terms! {
    /// Where a barrier was learnt of.
    pub enum BarrierSource {
        CheckIn = "check_in" #[doc = "A check-in."],
        HomeCall = "home_call" #[doc = "A call home."],
        Interview = "interview" #[doc = "An empathy interview."],
        Circle = "circle" #[doc = "A student or family circle."],
        Survey = "survey" #[doc = "A survey."],
    }
}

/// A barrier of a student, from the day it was learnt of to the day it was resolved.
#[derive(Clone, PartialEq, Eq, PartialOrd, Ord, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct BarrierRecord {
    /// The student.
    pub student: StudentId,
    /// The barrier.
    pub barrier: Barrier,
    /// When it was learnt of.
    pub learnt_on: NaiveDate,
    /// Where.
    pub learnt_from: BarrierSource,
    /// When it was resolved.
    #[serde(default)]
    pub resolved_on: Option<NaiveDate>,
}

hidden_debug!(BarrierRecord);
