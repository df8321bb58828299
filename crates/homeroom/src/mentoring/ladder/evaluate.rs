//! Evaluation: the first date on which each student met each rule, as a pure function of the register.

use super::{Edition, Firing, Ladder, LadderRefusal, Trigger, case::Case};
use crate::{AsOf, Policy, Reading, StudentId, Unit};
use chrono::NaiveDate;

impl Ladder {
    /// The rules that students met by a date in the register as it stands: by student in the register's order, of
    /// each student in the ladder's. `prior` is the reading of the year before, which signs of early warning look at.
    ///
    /// # Errors
    /// [`LadderRefusal`] where a rule cannot be evaluated exactly under the policy.
    pub fn firings(
        &self,
        reading: &Reading<'_>,
        prior: Option<&Reading<'_>>,
        as_of: NaiveDate,
    ) -> Result<Vec<Firing>, LadderRefusal> {
        let evaluation = Evaluation::new(self, reading, prior, as_of)?;
        let students = 0..reading.register().students();
        Ok(students.flat_map(|student| evaluation.firings_of(student)).collect())
    }

    /// The rules that one student, by its index, met by a date, in the ladder's order.
    ///
    /// # Errors
    /// [`LadderRefusal`] where a rule cannot be evaluated exactly under the policy.
    pub fn firings_of_student(
        &self,
        student: usize,
        reading: &Reading<'_>,
        prior: Option<&Reading<'_>>,
        as_of: NaiveDate,
    ) -> Result<Vec<Firing>, LadderRefusal> {
        Ok(Evaluation::new(self, reading, prior, as_of)?.firings_of(student))
    }

    /// Checks that every rule can be evaluated exactly under a policy.
    ///
    /// # Errors
    /// [`LadderRefusal`] naming the first rule that cannot.
    pub fn check_under(&self, policy: &Policy) -> Result<(), LadderRefusal> {
        if policy.unit() != Unit::Hour {
            return Ok(());
        }
        for rule in self.rules() {
            let named = || (rule.id().to_owned(), policy.id().to_owned());
            let (counts_days, tier) = match rule.when() {
                Trigger::Absences(_) | Trigger::Unexcused(_) => (true, None),
                Trigger::EarlyWarning(trigger) => (false, Some(trigger.tier)),
                Trigger::NoImprovement(trigger) => (false, Some(trigger.tier)),
                Trigger::AbsenceRate(_) | Trigger::Streak(_) | Trigger::Chronic => (false, None),
            };
            if counts_days {
                let (rule, policy) = named();
                return Err(LadderRefusal::DaysUnderHours { rule, policy });
            }
            // The signs of tier 3 are rates; those of tier 2 count days.
            if tier.is_some_and(|tier| tier < 3) {
                let (rule, policy) = named();
                return Err(LadderRefusal::SignsUnderHours { rule, policy });
            }
        }
        Ok(())
    }
}

/// A ladder over a reading up to a date, with what all students share.
pub(super) struct Evaluation<'a> {
    ladder: &'a Ladder,
    pub(super) reading: &'a Reading<'a>,
    pub(super) prior: Option<(&'a Reading<'a>, AsOf)>,
    pub(super) as_of: NaiveDate,
    // Of each day of the axis, what a standing on it asks for; none where no rule asks for a standing.
    pub(super) days: Vec<AsOf>,
}

impl<'a> Evaluation<'a> {
    fn new(
        ladder: &'a Ladder,
        reading: &'a Reading<'_>,
        prior: Option<&'a Reading<'_>>,
        as_of: NaiveDate,
    ) -> Result<Self, LadderRefusal> {
        ladder.check_under(reading.policy())?;
        let of_standing = |trigger: Trigger| {
            matches!(trigger, Trigger::Chronic | Trigger::EarlyWarning(_) | Trigger::NoImprovement(_))
        };
        let dates = reading.register().school_days().dates();
        let days = if ladder.rules().iter().any(|rule| of_standing(rule.when())) {
            dates.iter().filter(|date| **date <= as_of).map(|date| AsOf::new(reading, *date)).collect()
        } else {
            Vec::new()
        };
        let prior = prior.map(|prior| (prior, AsOf::new(prior, NaiveDate::MAX)));
        Ok(Self { ladder, reading, prior, as_of, days })
    }

    fn firings_of(&self, student: usize) -> Vec<Firing> {
        let (reading, ladder) = (self.reading, self.ladder);
        // A register holds no identifier that is none.
        let Ok(id) = StudentId::new(reading.register().student_id(student)) else { return Vec::new() };
        let edition = |id: &str, version: &str| Edition { id: id.into(), version: version.into() };
        reading.with_student(student, &mut Vec::new(), |row, lengths| {
            let case = Case::new(self, student, *row, lengths);
            let met = ladder.rules().iter().filter_map(|rule| {
                let (met_on, facts) = case.first_met(rule.when())?;
                Some(Firing {
                    student: id.clone(),
                    rule: rule.id().into(),
                    step: rule.step(),
                    cleared_by: rule.cleared_by(),
                    met_on,
                    facts,
                    policy: edition(reading.policy().id(), reading.policy().version()),
                    ladder: edition(ladder.id(), ladder.version()),
                })
            });
            met.collect()
        })
    }
}
