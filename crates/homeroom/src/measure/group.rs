//! Groups: the same measures for the whole, and by school, district, grade or any attribute, crossed.

use super::{Standing, Summary, standing::AsOf};
use crate::{DaySet, GradeLevel, Rate, Reading, Roster, TooFine, Unit, Window, fraction};
use chrono::NaiveDate;
use std::collections::BTreeMap;

/// The label of a group whose students' value is not known.
pub const UNKNOWN: &str = "unknown";

/// By what students are grouped.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Dimension {
    /// By school.
    School,
    /// By the school's district.
    District,
    /// By grade level.
    Grade,
    /// By a subgroup attribute of the student.
    Attribute(String),
}

/// One group under a policy, counted both ways.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct GroupMeasure {
    /// The group's labels, one a dimension; none for the whole.
    pub labels: Vec<String>,
    /// School-answerable: each school's own days, a student once at every school attended.
    pub by_school: Summary,
    /// Student-following: each student once, all schools together, a day of two schools once, in the group of
    /// the school of the last day in membership.
    pub by_student: Summary,
    // For each school: full-time-equivalent days in membership and absent, in units of `fte_per`.
    fte: BTreeMap<u32, (u128, u128)>,
    average_daily: Option<(Rate, Rate)>,
}

impl GroupMeasure {
    /// The summary that a policy's scope makes the headline.
    pub fn headline(&self, scope: crate::Scope) -> &Summary {
        match scope {
            crate::Scope::Student => &self.by_student,
            crate::Scope::School => &self.by_school,
        }
    }

    /// Average daily membership: for each school, membership by share of full time over the school's days
    /// taught; then the sum over schools. `None` where no day was taught, or the sum is not exact in 64 bits.
    pub fn average_daily_membership(&self) -> Option<Rate> {
        self.average_daily.map(|(membership, _)| membership)
    }

    /// Average daily attendance: as [membership](Self::average_daily_membership), less absence.
    pub fn average_daily_attendance(&self) -> Option<Rate> {
        self.average_daily.map(|(_, attendance)| attendance)
    }

    /// Average daily attendance in percent of average daily membership, as an exact rate.
    pub fn percent_attendance(&self) -> Option<Rate> {
        let (membership, attendance) = self.average_daily?;
        Rate::new(attendance.part(), membership.part())
    }
}

/// Measures of groups under one policy as of one date.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct MeasureTable {
    /// The date asked for.
    pub as_of: NaiveDate,
    /// By what the groups are made.
    pub by: Vec<Dimension>,
    /// The groups, in order of their labels; grades from the youngest up,
    /// the unknown last.
    pub groups: Vec<GroupMeasure>,
}

/// A group's label on one dimension; grades are in order of age, everything else of text, the unknown last.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
struct Label {
    rank: usize,
    text: String,
}

impl Reading<'_> {
    /// Measures of the whole as of a date.
    ///
    /// # Errors
    /// [`TooFine`] where parts of days have no common part.
    pub fn measure(&self, as_of: NaiveDate) -> Result<GroupMeasure, TooFine> {
        let table = self.measure_by(&Roster::default(), as_of, &[])?;
        Ok(table.groups.into_iter().next().unwrap_or_default())
    }

    /// Measures by groups as of a date. Every row of the register is in exactly one group.
    ///
    /// # Errors
    /// [`TooFine`] where parts of days have no common part.
    pub fn measure_by(
        &self,
        roster: &Roster,
        as_of: NaiveDate,
        by: &[Dimension],
    ) -> Result<MeasureTable, TooFine> {
        let register = self.register();
        let day = AsOf::new(self, as_of);
        let bands = self.policy().bands.len();
        let shares = self.share_scale()?;
        let mut groups: BTreeMap<Vec<Label>, GroupMeasure> = BTreeMap::new();
        if by.is_empty() {
            groups.insert(Vec::new(), GroupMeasure::default());
        }
        let mut scratch = Vec::new();
        for student in 0..register.students() {
            let rows = register.rows_of(student);
            let home = self.home_row(student, &day.days);
            let mut alone: Option<Standing> = None;
            for row in rows.clone() {
                let standing = self.row_standing(row, &day);
                alone = Some(standing);
                let group = groups.entry(self.labels(roster, row, by)).or_default();
                group.by_school.add(&standing, bands)?;
                let key = register.key(row);
                let share = u128::from(key.share.numerator() * (shares / key.share.denominator()));
                let fte = group.fte.entry(key.school).or_default();
                fte.0 += u128::from(standing.tally.membership) * share;
                fte.1 += u128::from(standing.tally.absent) * share;
            }
            let standing = match alone {
                Some(standing) if rows.len() == 1 => standing,
                _ => self.student_standing(student, &day, &mut scratch),
            };
            let group = groups.entry(self.labels(roster, home, by)).or_default();
            group.by_student.add(&standing, bands)?;
        }
        let groups = groups.into_iter().map(|(labels, mut group)| {
            group.average_daily = self.average_daily(&group.fte, &day, shares);
            for summary in [&mut group.by_school, &mut group.by_student] {
                summary.bands.resize(bands, 0);
            }
            GroupMeasure { labels: labels.into_iter().map(|label| label.text).collect(), ..group }
        });
        Ok(MeasureTable { as_of, by: by.to_vec(), groups: groups.collect() })
    }

    fn labels(&self, roster: &Roster, row: usize, by: &[Dimension]) -> Vec<Label> {
        let register = self.register();
        let key = register.key(row);
        let school = register.school_id(key.school as usize).as_str();
        let text = |dimension: &Dimension| match dimension {
            Dimension::School => Some(school.to_owned()),
            Dimension::District => roster.district_of(school).map(ToString::to_string),
            Dimension::Grade => key.grade.map(|grade| grade.to_string()),
            Dimension::Attribute(name) => {
                let student = roster.student(register.student_id(key.student as usize));
                student.and_then(|student| student.attribute(name)).map(str::to_owned)
            }
        };
        let label = |dimension: &Dimension| {
            let text = text(dimension).unwrap_or_else(|| UNKNOWN.to_owned());
            let rank = match dimension {
                Dimension::Grade => grade_rank(key.grade),
                _ => usize::from(text == UNKNOWN),
            };
            Label { rank, text }
        };
        by.iter().map(label).collect()
    }

    // Units in a whole share of membership.
    fn share_scale(&self) -> Result<u32, TooFine> {
        let shares = (0..self.register().row_count()).map(|row| self.register().key(row).share.denominator());
        shares.into_iter().try_fold(1, |scale, share| fraction::lcm(scale, share).ok_or(TooFine))
    }

    fn average_daily(
        &self,
        fte: &BTreeMap<u32, (u128, u128)>,
        day: &AsOf,
        shares: u32,
    ) -> Option<(Rate, Rate)> {
        if self.policy().unit == Unit::Hour {
            return None;
        }
        let taught = |school: &u32| day.days_taught(*school);
        let mut schools = fte.iter().filter(|(school, _)| taught(school) > 0).peekable();
        schools.peek()?;
        // The sum of membership over days taught, over a common denominator.
        let mut common = 1u128;
        for days in schools.clone().map(|(school, _)| u128::from(taught(school))) {
            common = (common / gcd(common, days)).checked_mul(days)?;
        }
        let units_a_day = u64::from(self.per()) * if self.policy().unit == Unit::Session { 2 } else { 1 };
        let whole = u128::from(units_a_day).checked_mul(u128::from(shares))?.checked_mul(common)?;
        let (mut membership, mut absent) = (0u128, 0u128);
        for (school, (member, away)) in schools {
            let times = common / u128::from(taught(school));
            membership = member.checked_mul(times)?.checked_add(membership)?;
            absent = away.checked_mul(times)?.checked_add(absent)?;
        }
        let divisor = [absent, whole].into_iter().fold(membership, gcd).max(1);
        let narrow = |units: u128| u64::try_from(units / divisor).ok();
        let whole = narrow(whole)?;
        Some((Rate::new(narrow(membership)?, whole)?, Rate::new(narrow(membership - absent)?, whole)?))
    }
}

/// A grade's place from the youngest up; what is no grade comes last.
pub(super) fn grade_rank(grade: Option<GradeLevel>) -> usize {
    let place = GradeLevel::ALL.iter().position(|level| Some(*level) == grade);
    place.unwrap_or(GradeLevel::ALL.len())
}

fn gcd(mut a: u128, mut b: u128) -> u128 {
    while b != 0 {
        (a, b) = (b, a % b);
    }
    a
}

impl Reading<'_> {
    /// A student's days within a window as of a date, over all schools.
    pub fn tally_window(&self, student: usize, as_of: NaiveDate, window: Window) -> crate::Tally {
        let days = window.days(self.register(), as_of);
        self.tally_in(student, window, &days, &mut Vec::new(), &mut Vec::new())
    }

    pub(crate) fn tally_in(
        &self,
        student: usize,
        window: Window,
        days: &DaySet,
        scratch: &mut Vec<u64>,
        narrowed: &mut Vec<u64>,
    ) -> crate::Tally {
        self.with_student(student, scratch, |row, lengths| {
            window.narrow(row, days, narrowed);
            self.tally(row, lengths, narrowed)
        })
    }
}
