//! A student's standing as of a date: chronically absent or not, or not eligible and why.

use crate::{DaySet, GradeLevel, Reading, Register, Row, RowKey, Tally, reading::Lengths, terms::terms};
use chrono::NaiveDate;
use serde::{Deserialize, Serialize};
use std::fmt;

terms! {
    /// Why a student does not count among the chronically absent or those who are not, in the order in which
    /// the reasons are looked for.
    pub enum Ineligible {
        NoMembership = "no_membership" #[doc = "No day in membership up to the date."],
        GradeNotCounted = "grade_not_counted" #[doc = "The policy does not count the grade, or it is unknown."],
        Left = "left" #[doc = "Left before the date, and the policy leaves leavers out."],
        TooFewDays = "too_few_days" #[doc = "Fewer days in membership than the policy asks for."],
        SmallShareOfYear = "small_share_of_year" #[doc = "In membership for a smaller share of the school's days than the policy asks for."],
        NothingRecorded = "nothing_recorded" #[doc = "No day on which attendance is known."],
        TooFewAttended = "too_few_attended" #[doc = "Attended on fewer days than the policy asks for."],
    }
}

/// Whether a student is chronically absent.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Status {
    /// Eligible, and short of the limit.
    NotChronic,
    /// Eligible, and at or past the limit.
    Chronic,
    /// Not counted, and why.
    NotEligible(Ineligible),
}

impl Status {
    /// Whether two statuses count a student alike: chronic, not chronic, or for whatever reason not at all.
    pub fn counts_like(self, other: Self) -> bool {
        self == other || (!self.is_eligible() && !other.is_eligible())
    }

    /// Whether the student counts at all.
    pub const fn is_eligible(self) -> bool {
        !matches!(self, Self::NotEligible(_))
    }
}

impl fmt::Display for Status {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::NotChronic => f.pad("not_chronic"),
            Self::Chronic => f.pad("chronic"),
            Self::NotEligible(reason) => reason.fmt(f),
        }
    }
}

impl Serialize for Status {
    fn serialize<S: serde::Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_str(self)
    }
}

impl<'de> Deserialize<'de> for Status {
    fn deserialize<D: serde::Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        match String::deserialize(deserializer)?.as_str() {
            "not_chronic" => Ok(Self::NotChronic),
            "chronic" => Ok(Self::Chronic),
            reason => reason.parse().map(Self::NotEligible).map_err(serde::de::Error::custom),
        }
    }
}

/// A student's standing, at one school or over all.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Standing {
    /// The year's days up to the date.
    pub tally: Tally,
    /// Days in membership, whole ones, whatever the policy counts in.
    pub membership_days: u32,
    /// Chronically absent or not, or not eligible.
    pub status: Status,
    /// The band of the policy by its index; `None` where the student is not eligible.
    pub band: Option<usize>,
    /// Whether the status would be the same however the unrecorded days had been.
    pub certain: bool,
}

/// A date asked for, with the days up to it found once.
#[derive(Debug, Clone)]
pub(crate) struct AsOf {
    pub(crate) days: DaySet,
    // For each school: its days of instruction so far.
    taught: Vec<u32>,
}

impl AsOf {
    pub(crate) fn new(reading: &Reading<'_>, date: NaiveDate) -> Self {
        let register = reading.register();
        let days = register.school_days().through(date);
        let taught = (0..register.schools())
            .map(|school| {
                let calendar = register.calendar(school);
                register.school_days().filter(|date| calendar.is_instructional(date, None)).and(&days).count()
            })
            .collect();
        Self { days, taught }
    }

    pub(crate) fn days_taught(&self, school: u32) -> u32 {
        self.taught[school as usize]
    }

    // The last day so far on which a school taught a grade.
    fn last_taught(&self, register: &Register, school: u32, grade: Option<GradeLevel>) -> Option<usize> {
        let calendar = register.calendar(school as usize);
        let so_far = &register.school_days().dates()[..self.days.count() as usize];
        so_far.iter().rposition(|date| calendar.is_instructional(*date, grade))
    }
}

impl Reading<'_> {
    /// A row's standing: the student at that school alone.
    pub fn standing_of_row(&self, row: usize, as_of: NaiveDate) -> Standing {
        self.row_standing(row, &AsOf::new(self, as_of))
    }

    /// A student's standing over all schools, a day of two schools counted once.
    pub fn standing_of_student(&self, student: usize, as_of: NaiveDate) -> Standing {
        self.student_standing(student, &AsOf::new(self, as_of), &mut Vec::new())
    }

    pub(crate) fn row_standing(&self, row: usize, as_of: &AsOf) -> Standing {
        let key = self.register().key(row);
        self.standing(&self.register().row(row), self.lengths_at(key.school), key, as_of)
    }

    pub(crate) fn student_standing(&self, student: usize, as_of: &AsOf, scratch: &mut Vec<u64>) -> Standing {
        let home = self.register().key(self.home_row(student, &as_of.days));
        self.with_student(student, scratch, |row, lengths| self.standing(row, lengths, home, as_of))
    }

    /// The row at which a student was last in membership within some days; of two schools on that day the
    /// one that counts first.
    pub(crate) fn home_row(&self, student: usize, days: &DaySet) -> usize {
        let rows = self.register().rows_of(student);
        if rows.len() == 1 {
            return rows.start;
        }
        let last_day = |row: usize| {
            let words = self.register().row(row).membership().iter().zip(days.words());
            let last = words.enumerate().rfind(|(_, (member, day))| *member & *day != 0);
            last.map(|(w, (member, day))| w * 64 + 63 - (member & day).leading_zeros() as usize)
        };
        // `max_by_key` gives the last of equals: go backwards, so that the first row wins.
        rows.clone().rev().max_by_key(|row| last_day(*row)).unwrap_or(rows.start)
    }

    // A row's standing, `home` being the row whose school and grade answer for it.
    fn standing(&self, row: &Row<'_>, lengths: &Lengths, home: &RowKey, as_of: &AsOf) -> Standing {
        let days = as_of.days.words();
        let tally = self.tally(row, lengths, days);
        let (membership_days, attended_days, unknown_days) = self.whole_days(row, days);
        let left = || {
            let last = as_of.last_taught(self.register(), home.school, home.grade);
            last.is_none_or(|day| !row.is_member(day))
        };
        let taught = as_of.days_taught(home.school);
        let reason = self.ineligible(home, membership_days, taught, left);
        let policy = self.policy();
        let per = u64::from(tally.per);
        let least_attended = policy.eligibility.min_attended_days.unwrap_or(0);
        let decide = |absent: u64, whole: u64, attended: u32| match reason {
            Some(reason) => Status::NotEligible(reason),
            None if whole == 0 => Status::NotEligible(Ineligible::NothingRecorded),
            None if attended < least_attended => Status::NotEligible(Ineligible::TooFewAttended),
            None if policy.chronic.is_met(absent, whole, per) => Status::Chronic,
            None => Status::NotChronic,
        };
        let whole = tally.whole(policy.unrecorded);
        let status = decide(tally.absent, whole, attended_days);
        let all_present = decide(tally.absent, tally.membership, attended_days + unknown_days);
        let all_absent = decide(tally.absent + tally.unrecorded(), tally.membership, attended_days);
        let certain = tally.unrecorded() == 0 || (all_present == all_absent && status == all_present);
        let band = policy.bands.index(tally.absent, whole, per).filter(|_| status.is_eligible());
        Standing { tally, membership_days, status, band, certain }
    }

    // Why a student does not count, as far as membership, grade and leaving decide it.
    fn ineligible(
        &self,
        home: &RowKey,
        membership_days: u32,
        taught: u32,
        left: impl Fn() -> bool,
    ) -> Option<Ineligible> {
        let rules = &self.policy().eligibility;
        let other_grade = |grades: &Vec<GradeLevel>| home.grade.is_none_or(|grade| !grades.contains(&grade));
        let small =
            |least: crate::Fraction| least.cmp_ratio(membership_days.into(), taught.max(1).into()).is_lt();
        let reasons = [
            (Ineligible::NoMembership, membership_days == 0),
            (Ineligible::GradeNotCounted, rules.grades.as_ref().is_some_and(other_grade)),
            (Ineligible::Left, rules.leavers_excluded && left()),
            (Ineligible::TooFewDays, rules.min_membership_days.is_some_and(|least| membership_days < least)),
            (Ineligible::SmallShareOfYear, rules.min_share_of_year.is_some_and(small)),
        ];
        reasons.into_iter().find(|(_, holds)| *holds).map(|(reason, _)| reason)
    }
}
