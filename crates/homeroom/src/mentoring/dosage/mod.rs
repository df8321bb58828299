//! Dosage and fidelity: the contacts a plan asks for, those that were made, and how well the two agree.

mod kernel;
mod starts;
mod table;
mod transfers;

pub(super) use kernel::Scope;
pub use table::{DosageTable, GroupDosage, StudentDosage};

use crate::Rate;
use serde::Serialize;

/// What became of the contacts of a stretch of dates: each is counted in exactly one of the five.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Serialize)]
pub struct ContactCounts {
    /// Made, and such as the plan asks for; circles are among them.
    pub made: u64,
    /// Attempted and not made.
    pub attempted: u64,
    /// Made, in a mode (or circle) that the plan does not count.
    pub other_mode: u64,
    /// Made, shorter than the plan asks for.
    pub too_short: u64,
    /// On a date on which nothing is expected: without a primary mentor, or a plan; of a mentor, with a student
    /// for whom another answers.
    pub outside: u64,
}

/// What a contact counts as.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum ContactKind {
    Made,
    Attempted,
    OtherMode,
    TooShort,
    Outside,
}

impl ContactCounts {
    fn of_kind(&mut self, kind: ContactKind) -> &mut u64 {
        match kind {
            ContactKind::Made => &mut self.made,
            ContactKind::Attempted => &mut self.attempted,
            ContactKind::OtherMode => &mut self.other_mode,
            ContactKind::TooShort => &mut self.too_short,
            ContactKind::Outside => &mut self.outside,
        }
    }

    /// All contacts, made and attempted.
    pub const fn total(&self) -> u64 {
        self.made + self.attempted + self.other_mode + self.too_short + self.outside
    }
}

/// Weeks that ask for at least one contact, and those in which all that was asked for was made.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Serialize)]
pub struct WeeksOnPlan {
    /// Weeks that ask for a contact.
    pub asking: u64,
    /// Of these, weeks on plan.
    pub on_plan: u64,
}

impl WeeksOnPlan {
    /// The share of weeks on plan; `None` where no week asks.
    pub const fn rate(&self) -> Option<Rate> {
        Rate::new(self.on_plan, self.asking)
    }
}

/// Assignments that began, and how long the student waited for the first contact, in school days.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Serialize)]
pub struct Starts {
    /// Assignments after whose beginning the mentor met the student.
    pub met: u64,
    /// School days before the day of the first contact, summed over these.
    pub days: u64,
    /// Assignments without a contact so far.
    pub waiting: u64,
    /// School days waited so far, summed over these.
    pub waiting_days: u64,
    /// Assignments whose student waited less than [`SCHOOL_WEEK`] days, or has so far in an assignment that goes on.
    pub in_time: u64,
}

/// The school days of an ordinary week.
pub const SCHOOL_WEEK: u64 = 5;

impl Starts {
    /// Assignments that began.
    pub const fn total(&self) -> u64 {
        self.met + self.waiting
    }

    /// The mean number of school days from assignment to first contact, over those who were met.
    pub const fn mean_days(&self) -> Option<Rate> {
        Rate::new(self.days, self.met)
    }
}

/// Whole days absent while assigned, and calls home on the same day.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Serialize)]
pub struct AbsenceCalls {
    /// Days absent all day.
    pub absences: u64,
    /// Of these, days on which somebody called home.
    pub called: u64,
    /// Of these, days on which the family was reached.
    pub reached: u64,
}

impl AbsenceCalls {
    /// The share of absences followed by a call on the same day.
    pub const fn call_rate(&self) -> Option<Rate> {
        Rate::new(self.called, self.absences)
    }

    /// The share of absences on which the family was reached the same day.
    pub const fn reach_rate(&self) -> Option<Rate> {
        Rate::new(self.reached, self.absences)
    }
}

/// Moves to another school while assigned, and whether mentoring went on.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Serialize)]
pub struct Transfers {
    /// Moves of a student who had a primary mentor on the last day at the school left.
    pub transfers: u64,
    /// Of these, with a primary mentor on the first day at the new school.
    pub mentored: u64,
    /// Of these, with one who was there before.
    pub same_mentor: u64,
    /// Of all moves, with a contact made at the new school.
    pub contacted: u64,
}

/// Contacts expected and made over a stretch of dates: integers only, and mergeable like a
/// [`Tally`](crate::Tally). What is expected is counted in parts of a contact, `per` of which are one.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Serialize)]
pub struct Dosage {
    /// Parts of a contact in one contact.
    pub per: u32,
    /// Students with at least one assigned school day.
    pub students: u64,
    /// School days in membership on which a plan is in force.
    pub assigned_days: u64,
    /// Of these, days on which the student was not absent all day.
    pub present_days: u64,
    /// Contacts expected over the assigned days, in parts.
    pub expected: u64,
    /// Contacts expected over the days present, in parts.
    pub expected_present: u64,
    /// Average weeks that the assigned days make, in parts.
    pub weeks: u64,
    /// What became of the contacts.
    pub contacts: ContactCounts,
    /// Of those made, presences in circles.
    pub in_circles: u64,
    /// Dates with a contact made, summed over students.
    pub contact_days: u64,
    /// Minutes of the contacts made.
    pub minutes: u64,
    /// Contacts made whose length is not known.
    pub minutes_unknown: u64,
    /// Weeks on plan, by all assigned days.
    pub weeks_on_plan: WeeksOnPlan,
    /// Weeks on plan, by the days present.
    pub weeks_on_plan_present: WeeksOnPlan,
    /// The most school days in a row without a contact made.
    pub longest_gap: u32,
    /// From assignment to first contact.
    pub starts: Starts,
    /// Calls home on days of absence.
    pub calls: AbsenceCalls,
    /// Continuity over changes of school.
    pub transfers: Transfers,
}

impl Dosage {
    /// Contacts made of those expected over the assigned days; above 1 where more were made.
    pub fn fidelity(&self) -> Option<Rate> {
        Rate::new(self.contacts.made * u64::from(self.per), self.expected)
    }

    /// Contacts made of those expected over the days on which the student was not absent all day.
    pub fn fidelity_present(&self) -> Option<Rate> {
        Rate::new(self.contacts.made * u64::from(self.per), self.expected_present)
    }

    /// Contacts made in an average week of school.
    pub fn contacts_per_week(&self) -> Option<Rate> {
        Rate::new(self.contacts.made * u64::from(self.per), self.weeks)
    }

    /// Contacts expected over the assigned days.
    pub fn expected_contacts(&self) -> Option<Rate> {
        Rate::new(self.expected, u64::from(self.per))
    }

    /// Minutes of a contact, over those whose length is known.
    pub fn minutes_per_contact(&self) -> Option<Rate> {
        Rate::new(self.minutes, self.contacts.made - self.minutes_unknown)
    }

    /// Adds another's: sums, and the greater of the two gaps. Both are of one [`MentoringReading`](super::MentoringReading).
    ///
    /// # Panics
    /// Where the two are counted in different parts.
    pub fn merge(&mut self, other: &Self) {
        assert!(self.per == 0 || other.per == 0 || self.per == other.per, "dosages of two readings");
        self.per = self.per.max(other.per);
        self.longest_gap = self.longest_gap.max(other.longest_gap);
        let (contacts, of) = (&mut self.contacts, &other.contacts);
        for (sum, number) in [
            (&mut contacts.made, of.made),
            (&mut contacts.attempted, of.attempted),
            (&mut contacts.other_mode, of.other_mode),
            (&mut contacts.too_short, of.too_short),
            (&mut contacts.outside, of.outside),
            (&mut self.students, other.students),
            (&mut self.assigned_days, other.assigned_days),
            (&mut self.present_days, other.present_days),
            (&mut self.expected, other.expected),
            (&mut self.expected_present, other.expected_present),
            (&mut self.weeks, other.weeks),
            (&mut self.in_circles, other.in_circles),
            (&mut self.contact_days, other.contact_days),
            (&mut self.minutes, other.minutes),
            (&mut self.minutes_unknown, other.minutes_unknown),
            (&mut self.weeks_on_plan.asking, other.weeks_on_plan.asking),
            (&mut self.weeks_on_plan.on_plan, other.weeks_on_plan.on_plan),
            (&mut self.weeks_on_plan_present.asking, other.weeks_on_plan_present.asking),
            (&mut self.weeks_on_plan_present.on_plan, other.weeks_on_plan_present.on_plan),
            (&mut self.starts.met, other.starts.met),
            (&mut self.starts.days, other.starts.days),
            (&mut self.starts.waiting, other.starts.waiting),
            (&mut self.starts.waiting_days, other.starts.waiting_days),
            (&mut self.starts.in_time, other.starts.in_time),
            (&mut self.calls.absences, other.calls.absences),
            (&mut self.calls.called, other.calls.called),
            (&mut self.calls.reached, other.calls.reached),
            (&mut self.transfers.transfers, other.transfers.transfers),
            (&mut self.transfers.mentored, other.transfers.mentored),
            (&mut self.transfers.same_mentor, other.transfers.same_mentor),
            (&mut self.transfers.contacted, other.transfers.contacted),
        ] {
            *sum += number;
        }
    }
}
