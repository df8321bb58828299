//! The scorecard: the four aims of a program, each by measures of this library against the targets set.

use super::CoordinatorView;
use crate::{
    Rate, Window,
    mentoring::{Aim, Celebrated, LearningTopic, MentoringReading},
    terms::terms,
};
use serde::{Deserialize, Serialize};
use std::collections::BTreeSet;

terms! {
    /// A measure of an aim. All are shares, and more is better.
    pub enum AimMeasure {
        Coverage = "coverage" #[doc = "Proactive: qualifying students who have a mentor."],
        FirstContactInAWeek = "first_contact_in_a_week" #[doc = "Proactive: assignments begun whose student was met within five school days, or is still within them."],
        WeeksOnPlan = "weeks_on_plan" #[doc = "Joyful and positive: weeks in which the contacts of the plan were made."],
        StudentsInCircles = "students_in_circles" #[doc = "Joyful and positive: mentored students who were in a circle."],
        BarriersMet = "barriers_met" #[doc = "Navigating barriers: standing barriers that an intervention meets."],
        SameDayCalls = "same_day_calls" #[doc = "Navigating barriers: days of absence with a call home on the same day."],
        AttendanceRecorded = "attendance_recorded" #[doc = "Tracking and recognising results: days of mentored students on which attendance is known."],
        StudentsCelebrated = "students_celebrated" #[doc = "Tracking and recognising results: mentored students who were celebrated."],
        MentorsInDataLearning = "mentors_in_data_learning" #[doc = "Tracking and recognising results: mentors who learnt to read the data."],
    }
}

impl AimMeasure {
    /// The aim that it is a measure of. Which measures stand for an aim is a choice of ours.
    pub const fn aim(self) -> Aim {
        match self {
            Self::Coverage | Self::FirstContactInAWeek => Aim::Proactive,
            Self::WeeksOnPlan | Self::StudentsInCircles => Aim::JoyfulAndPositive,
            Self::BarriersMet | Self::SameDayCalls => Aim::NavigatingBarriers,
            Self::AttendanceRecorded | Self::StudentsCelebrated | Self::MentorsInDataLearning => {
                Aim::TrackingAndRecognizingResults
            }
        }
    }
}

/// A target that a network has set.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct AimTarget {
    /// The measure.
    pub measure: AimMeasure,
    /// The least share.
    pub at_least: crate::Fraction,
}

/// One measure of a scorecard.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct ScoreLine {
    /// The measure.
    pub measure: AimMeasure,
    /// The share; `None` where it has no base yet.
    pub value: Option<Rate>,
    /// The target, where one was set.
    pub target: Option<crate::Fraction>,
}

impl ScoreLine {
    /// Whether the target is reached; `None` where there is no target or no value.
    pub fn is_reached(&self) -> Option<bool> {
        let (value, target) = self.value.zip(self.target)?;
        Some(target.cmp_ratio(value.part(), value.whole()).is_ge())
    }
}

/// The measures of the four aims, aim by aim.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Scorecard {
    /// The lines, in the order of [`AimMeasure::ALL`].
    pub lines: Vec<ScoreLine>,
}

impl MentoringReading<'_> {
    /// The scorecard of the school year up to the date of a coordinator's view.
    pub fn scorecard(&self, view: &CoordinatorView, targets: &[AimTarget]) -> Scorecard {
        let line = |measure: &AimMeasure| ScoreLine {
            measure: *measure,
            value: self.aim_value(*measure, view),
            target: targets.iter().find(|target| target.measure == *measure).map(|target| target.at_least),
        };
        Scorecard { lines: AimMeasure::ALL.iter().map(line).collect() }
    }

    fn aim_value(&self, measure: AimMeasure, view: &CoordinatorView) -> Option<Rate> {
        let dosage = &view.dosage.overall;
        let mentored = || view.dosage.by_student.iter().filter(|student| student.dosage.students > 0);
        match measure {
            AimMeasure::Coverage => view.coverage.rate(),
            AimMeasure::FirstContactInAWeek => Rate::new(dosage.starts.in_time, dosage.starts.total()),
            AimMeasure::WeeksOnPlan => dosage.weeks_on_plan.rate(),
            AimMeasure::StudentsInCircles => {
                let in_circles = mentored().filter(|student| student.dosage.in_circles > 0).count();
                Rate::new(in_circles as u64, mentored().count() as u64)
            }
            AimMeasure::BarriersMet => {
                let responses = self.barrier_responses(view.as_of);
                let all = responses.iter().map(|response| response.students).sum();
                let unmet: u64 = responses.iter().map(|response| response.unmet).sum();
                Rate::new(unmet, all)?.complement()
            }
            AimMeasure::SameDayCalls => dosage.calls.call_rate(),
            AimMeasure::AttendanceRecorded => {
                let (mut recorded, mut member) = (0, 0);
                for student in mentored() {
                    let index = self.in_register[student.student]? as usize;
                    let tally = self.reading.tally_window(index, view.as_of, Window::YearToDate);
                    recorded += tally.recorded;
                    member += tally.membership;
                }
                Rate::new(recorded, member)
            }
            AimMeasure::StudentsCelebrated => {
                let year = self.register().year().first_date();
                let celebrations = self.casebook.program().celebrations.iter();
                let of_year = celebrations.filter(|c| (year..=view.as_of).contains(&c.date));
                let celebrated: BTreeSet<&crate::StudentId> = of_year
                    .filter_map(|celebration| match &celebration.of {
                        Celebrated::Student(student) => Some(student),
                        _ => None,
                    })
                    .collect();
                let has = |student: &usize| celebrated.contains(&self.casebook.students()[*student]);
                let students = mentored().map(|student| student.student).filter(|student| has(student));
                Rate::new(students.count() as u64, mentored().count() as u64)
            }
            AimMeasure::MentorsInDataLearning => {
                let shares = self.casebook.learning_shares(view.as_of);
                let of_topic = |share: &&crate::mentoring::LearningShare| {
                    share.school.is_none() && share.topic == LearningTopic::DataLiteracy
                };
                shares.iter().find(of_topic)?.mentor_rate()
            }
        }
    }
}
