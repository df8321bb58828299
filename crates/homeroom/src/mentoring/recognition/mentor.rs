//! What to celebrate with a mentor.

use super::RecognitionRules;
use crate::mentoring::{DosageTable, MentoringReading};
use chrono::{Days, NaiveDate};

/// A mentor who kept the plan: in the weeks looked at, every week of every student that asked for contacts had them.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct MentorRecognition {
    /// The mentor's index in the casebook.
    pub mentor: usize,
    /// The weeks looked at.
    pub weeks: u32,
    /// Weeks of students in them.
    pub student_weeks: u64,
}

impl MentoringReading<'_> {
    /// The mentors who kept the plan of each of their students in the last whole weeks before a date, in the casebook's
    /// order. The plan is measured by the days on which the student was present.
    pub fn mentor_recognition(&self, rules: &RecognitionRules, as_of: NaiveDate) -> Vec<MentorRecognition> {
        let weeks = rules.plan_weeks.max(1);
        // The Sunday that has been: the date itself where it is one.
        let monday = (as_of + Days::new(1)).week(chrono::Weekday::Mon).first_day();
        let last = monday - Days::new(1);
        let first = last - Days::new(u64::from(weeks) * 7 - 1);
        let DosageTable { by_mentor, .. } = self.dosage(&crate::Roster::default(), first..=last);
        let kept = by_mentor.into_iter().filter_map(|group| {
            let judged = group.dosage.weeks_on_plan_present;
            let all = judged.asking == judged.on_plan && judged.asking >= u64::from(weeks);
            all.then_some(MentorRecognition { mentor: group.key, weeks, student_weeks: judged.asking })
        });
        kept.collect()
    }
}
