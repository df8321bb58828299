//! Which mentor fits which student, and why.

use super::super::{Assignment, EndReason, Mentor, MentorKind, Organization};
use crate::{Roster, SchoolId, Student, StudentId, mentoring::MentoringReading, terms::terms};
use chrono::NaiveDate;
use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;

/// What a match must have.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields, default)]
pub struct MatchRules {
    /// The kinds of mentors for students of a tier (2 or 3); a tier not named takes any kind.
    pub kinds: BTreeMap<u8, Vec<MentorKind>>,
    /// The student's attribute that holds the language of the home.
    pub language_attribute: String,
    /// The language that every mentor speaks.
    pub common_language: String,
    /// Whether a mentor must speak the language of the home; otherwise one who does comes first.
    pub language_required: bool,
}

impl Default for MatchRules {
    fn default() -> Self {
        Self {
            kinds: BTreeMap::new(),
            language_attribute: "home_language".into(),
            common_language: "en".into(),
            language_required: false,
        }
    }
}

/// What speaks for a match.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Serialize)]
#[serde(rename_all = "snake_case")]
#[non_exhaustive]
pub enum MatchSign {
    /// The mentor works at the student's school.
    School(SchoolId),
    /// The mentor speaks the language of the student's home.
    Language,
    /// The student had this mentor before.
    EarlierMentor,
    /// With this match the mentor has so many students of so many.
    Load {
        /// Students with this match and the others proposed.
        students: usize,
        /// The most students.
        capacity: usize,
    },
}

terms! {
    /// Why nobody can be proposed, the first of these that leaves no mentor.
    pub enum NoMatch {
        NoMentorAtSchool = "no_mentor_at_school" #[doc = "No mentor works at the student's school."],
        NoneOfKind = "none_of_kind" #[doc = "None there is of a kind that the tier asks for."],
        NoneSpeaksLanguage = "none_speaks_language" #[doc = "None of these speaks the language of the home, and one must."],
        OnlyUnfit = "only_unfit" #[doc = "With each of these a match was ended as unfit, or declined."],
        NoRoom = "no_room" #[doc = "None of these has room, even if others are matched otherwise."],
    }
}

// What a rule asks, and why nobody is left where none answers it.
type Filter<'f> = (NoMatch, &'f dyn Fn(&usize) -> bool);

/// One student's candidates.
pub(super) struct Candidates {
    pub(super) mentors: Vec<usize>,
    pub(super) none: Option<NoMatch>,
}

impl MentoringReading<'_> {
    /// The mentors who fit a student, room aside, or which rule left none.
    pub(super) fn candidates(
        &self,
        rules: &MatchRules,
        roster: &Roster,
        (student, school, tier): (&str, &str, u8),
        as_of: NaiveDate,
    ) -> Candidates {
        let mentors = self.casebook.mentors();
        let language = home_language(rules, roster.student(student));
        let known = self.casebook.find_student(student);
        let unfit = |mentor: &usize| {
            let ended = |assignment: &Assignment| {
                let reason = assignment.end_reason;
                let refused = matches!(reason, Some(EndReason::NotAMatch | EndReason::Declined));
                refused && assignment.end.unwrap_or(assignment.begin) <= as_of
            };
            known.is_some_and(|student| {
                let assigned = self.casebook.assignments.of(student).iter();
                assigned.filter(|a| a.mentor as usize == *mentor).any(|a| ended(&a.assignment))
            })
        };
        let kinds = rules.kinds.get(&tier);
        let filters: [Filter<'_>; 4] = [
            (NoMatch::NoMentorAtSchool, &|mentor| works_at(&mentors[*mentor], school, roster)),
            (NoMatch::NoneOfKind, &|mentor| kinds.is_none_or(|kinds| kinds.contains(&mentors[*mentor].kind))),
            (NoMatch::NoneSpeaksLanguage, &|mentor| {
                !rules.language_required
                    || language.is_none_or(|language| speaks(&mentors[*mentor], language))
            }),
            (NoMatch::OnlyUnfit, &|mentor| !unfit(mentor)),
        ];
        let mut left: Vec<usize> = (0..mentors.len()).collect();
        for (reason, fits) in filters {
            left.retain(fits);
            if left.is_empty() {
                return Candidates { mentors: left, none: Some(reason) };
            }
        }
        Candidates { mentors: left, none: None }
    }

    /// Whether the mentor speaks the language of the student's home, where that is not the common one.
    pub(super) fn shares_language(
        &self,
        rules: &MatchRules,
        roster: &Roster,
        student: &str,
        mentor: usize,
    ) -> bool {
        let language = home_language(rules, roster.student(student));
        language.is_some_and(|language| speaks(&self.casebook.mentors()[mentor], language))
    }

    /// Whether the student had the mentor before the date, or has the mentor's help on it.
    pub(super) fn had_mentor(&self, student: &StudentId, mentor: usize, as_of: NaiveDate) -> bool {
        let known = self.casebook.find_student(student.as_str());
        known.is_some_and(|student| {
            let mut assigned = self.casebook.assignments.of(student).iter();
            assigned.any(|a| a.mentor as usize == mentor && a.assignment.begin <= as_of)
        })
    }
}

fn home_language<'r>(rules: &MatchRules, student: Option<&'r Student>) -> Option<&'r str> {
    let language = student?.attribute(&rules.language_attribute)?;
    (language != rules.common_language).then_some(language)
}

fn speaks(mentor: &Mentor, language: &str) -> bool {
    mentor.languages.iter().any(|spoken| spoken == language)
}

// At the schools named; of a mentor without any, at the school or at all schools of the district that is the organisation.
fn works_at(mentor: &Mentor, school: &str, roster: &Roster) -> bool {
    if !mentor.schools.is_empty() {
        return mentor.schools.iter().any(|known| known.as_str() == school);
    }
    match &mentor.organization {
        Some(Organization::School(known)) => known.as_str() == school,
        Some(Organization::District(district)) => roster.district_of(school) == Some(district),
        _ => false,
    }
}
