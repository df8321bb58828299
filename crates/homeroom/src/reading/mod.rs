//! A reading: a register under a policy. It is made once and asked many times.

mod days;
mod kernel;
mod weights;

pub use days::Window;
pub use kernel::{StreakRule, Streaks};

use crate::{Policy, Register, Row, Tally, TooFine, Unit, register::follow_student};
use kernel::Class;
use std::collections::BTreeMap;
use weights::Weights;

/// A register under a policy: every day mark of the register weighed once, every measure a mask and a count.
///
/// ```
/// # use homeroom::*;
/// # use chrono::NaiveDate;
/// # let day = |d| NaiveDate::from_ymd_opt(2022, 1, d).unwrap();
/// # let mut calendar = Calendar::with_default_length();
/// # for d in 3..=7 { calendar.set(day(d), CalendarEvent::InstructionalDay); }
/// # let mut builder = RegisterBuilder::new(SchoolYear::ending(2022)?);
/// # builder.add_calendar(SchoolId::new("A")?, calendar);
/// # builder.add_enrollment(Enrollment::new(StudentId::new("s1")?, SchoolId::new("A")?, day(3)), Place::default());
/// # let mut roll = builder.open()?;
/// # let absent = AttendanceCode::new(AttendanceStatus::UnexcusedAbsence);
/// # roll.record(&EventRef { student: "s1", school: "A", date: day(4), code: absent, extent: &Extent::WholeDay },
/// #             Place::default());
/// # let (register, _) = roll.close()?;
/// let policy = Policy::preset("massachusetts").unwrap();
/// let reading = Reading::new(&register, &policy)?;
/// let through_thursday = register.school_days().through(day(6));
/// let tally = reading.tally_student(0, &through_thursday);
/// assert_eq!((tally.absent, tally.membership), (1, 4));
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
#[derive(Debug, Clone)]
pub struct Reading<'a> {
    register: &'a Register,
    policy: &'a Policy,
    // Units in a day (or, where the policy counts hours, in a minute).
    scale: u32,
    // Units in a day, session or hour: what a tally of this reading is counted in.
    per: u32,
    present: Weights,
    // The marks that do not weigh as plain presence, those that weigh alike together.
    classes: Vec<Class>,
    // For policies that count hours: of each school, the days of each length.
    lengths: Vec<Vec<(u64, Vec<u64>)>>,
}

/// Days by their length in minutes; none where the policy counts no hours.
pub(crate) type Lengths = [(u64, Vec<u64>)];

impl<'a> Reading<'a> {
    /// Weighs every mark of a register by a policy.
    ///
    /// # Errors
    /// [`TooFine`] where the marks' parts of days have no common part that 32 bits hold.
    pub fn new(register: &'a Register, policy: &'a Policy) -> Result<Self, TooFine> {
        let scale = weights::common_scale(register.marks(), policy)?;
        let per = match policy.unit {
            Unit::Day => scale,
            Unit::Session => scale / 2,
            Unit::Hour => scale.checked_mul(60).ok_or(TooFine)?,
        };
        let present = Weights::present(scale);
        let mut classes: BTreeMap<Weights, Vec<u16>> = BTreeMap::new();
        for (number, mark) in register.marks().iter().enumerate() {
            let weights = Weights::of(mark, policy, scale);
            if weights != present {
                classes.entry(weights).or_default().push(number as u16);
            }
        }
        let classes = classes.into_iter().map(|(weights, marks)| Class { weights, marks }).collect();
        let in_hours = policy.unit == Unit::Hour || policy.truancy.iter().any(|rule| rule.unit == Unit::Hour);
        let schools = if in_hours { register.schools() } else { 0 };
        let lengths = (0..schools).map(|school| day_lengths(register, school)).collect();
        Ok(Self { register, policy, scale, per, present, classes, lengths })
    }

    /// The register.
    pub fn register(&self) -> &'a Register {
        self.register
    }

    /// The policy.
    pub fn policy(&self) -> &'a Policy {
        self.policy
    }

    /// How many units make one day, session or hour in this reading's tallies.
    pub fn per(&self) -> u32 {
        self.per
    }

    /// Units in a whole day as marks are weighed.
    pub(crate) fn units_in_day(&self) -> u64 {
        u64::from(self.scale)
    }

    /// What a row's days in a set amount to.
    pub fn tally_row(&self, row: usize, days: &crate::DaySet) -> Tally {
        self.tally(&self.register.row(row), self.lengths_at(self.register.key(row).school), days.words())
    }

    /// What a student's days in a set amount to over all schools, a day of two schools counted once.
    pub fn tally_student(&self, student: usize, days: &crate::DaySet) -> Tally {
        let mut scratch = Vec::new();
        self.with_student(student, &mut scratch, |row, lengths| self.tally(row, lengths, days.words()))
    }

    /// The lengths of a school's days.
    pub(crate) fn lengths_at(&self, school: u32) -> &Lengths {
        self.lengths.get(school as usize).map_or(&[], Vec::as_slice)
    }

    /// Calls `ask` with the student's row over all schools and the lengths of its days, each at the school at
    /// which it counts.
    pub(crate) fn with_student<T>(
        &self,
        student: usize,
        scratch: &mut Vec<u64>,
        ask: impl FnOnce(&Row<'_>, &Lengths) -> T,
    ) -> T {
        let range = self.register.rows_of(student);
        if range.len() == 1 {
            let school = self.register.key(range.start).school;
            return ask(&self.register.row(range.start), self.lengths_at(school));
        }
        let rows: Vec<_> = range.clone().map(|row| self.register.row(row)).collect();
        let mut lengths: BTreeMap<u64, Vec<u64>> = BTreeMap::new();
        let excluded = |row: usize, w: usize| self.excluded_days(&rows[row], w);
        let row = follow_student(&rows, scratch, excluded, |row, w, days| {
            for (minutes, of_length) in self.lengths_at(self.register.key(range.start + row).school) {
                let words = lengths.entry(*minutes).or_insert_with(|| vec![0; of_length.len()]);
                words[w] |= of_length[w] & days;
            }
        });
        ask(&row, &lengths.into_iter().collect::<Vec<_>>())
    }

    /// What a row's days in a set of words amount to.
    pub(crate) fn tally(&self, row: &Row<'_>, lengths: &Lengths, days: &[u64]) -> Tally {
        let mut tally = Tally { per: self.per, ..Tally::default() };
        match self.policy.unit {
            Unit::Day | Unit::Session => self.add_days(row, days, None, 1, &mut tally),
            Unit::Hour => {
                for (minutes, of_length) in lengths {
                    self.add_days(row, days, Some(of_length), *minutes, &mut tally);
                }
            }
        }
        tally
    }
}

// The days of each length of a school, in minutes.
fn day_lengths(register: &Register, school: usize) -> Vec<(u64, Vec<u64>)> {
    let calendar = register.calendar(school);
    let mut lengths: BTreeMap<u64, crate::DaySet> = BTreeMap::new();
    for (i, date) in register.school_days().dates().iter().enumerate() {
        let empty = || crate::DaySet::empty(register.school_days().len());
        lengths.entry(u64::from(calendar.minutes(*date))).or_insert_with(empty).insert(i);
    }
    lengths.into_iter().map(|(minutes, days)| (minutes, days.words().to_vec())).collect()
}
