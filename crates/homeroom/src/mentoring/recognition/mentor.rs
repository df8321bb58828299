//! What to celebrate with a mentor.

use super::RecognitionRules;
use crate::{Roster, mentoring::MentoringReading};
use chrono::{Days, NaiveDate, Weekday};
use std::collections::BTreeMap;

/// A mentor who kept the plan: in each of so many weeks all that was asked for every student was made.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct MentorRecognition {
    /// The mentor's index in the casebook.
    pub mentor: usize,
    /// The weeks that asked for contacts.
    pub weeks: u32,
    /// Weeks of students in them.
    pub student_weeks: u64,
}

#[derive(Default)]
struct Record {
    weeks: u32,
    student_weeks: u64,
    missed: bool,
}

impl MentoringReading<'_> {
    /// The mentors who kept the plan of each of their students in the last whole weeks before a date that asked anything
    /// of them, in the casebook's order. Weeks that ask nothing are passed over; it is looked back twice as many weeks. The
    /// plan is measured by the days on which the student was present.
    pub fn mentor_recognition(&self, rules: &RecognitionRules, as_of: NaiveDate) -> Vec<MentorRecognition> {
        // No year has more weeks.
        let asked = rules.plan_weeks.clamp(1, 53);
        let year = self.register().year();
        let as_of = as_of.clamp(year.first_date(), year.last_date());
        // The Sunday that has been: the date itself where it is one.
        let mut sunday = (as_of + Days::new(1)).week(Weekday::Mon).first_day() - Days::new(1);
        let mut records: BTreeMap<usize, Record> = BTreeMap::new();
        for _ in 0..asked * 2 {
            let week = sunday - Days::new(6)..=sunday;
            for group in self.dosage(&Roster::default(), week).by_mentor {
                let judged = group.dosage.weeks_on_plan_present;
                let record = records.entry(group.key).or_default();
                if judged.asking > 0 && record.weeks < asked {
                    record.weeks += 1;
                    record.student_weeks += judged.asking;
                    record.missed |= judged.on_plan < judged.asking;
                }
            }
            sunday = sunday - Days::new(7);
        }
        let kept = records.into_iter().filter(|(_, record)| record.weeks == asked && !record.missed);
        kept.map(|(mentor, Record { weeks, student_weeks, .. })| MentorRecognition {
            mentor,
            weeks,
            student_weeks,
        })
        .collect()
    }
}
