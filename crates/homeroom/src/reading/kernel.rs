//! The row kernel: what every measure comes down to. One row of bits, one set of days, counts.

use super::{Reading, Weights};
use crate::{Row, Tally, terms::terms};
use serde::{Deserialize, Serialize};

/// Marks that weigh alike.
#[derive(Debug, Clone)]
pub(super) struct Class {
    pub(super) weights: Weights,
    pub(super) marks: Vec<u16>,
}

terms! {
    /// What a day without a record does to a streak. Days without school or membership never touch one.
    pub enum StreakRule {
        SkipUnrecorded = "skip_unrecorded" #[doc = "Nothing: the streak goes on over it and does not grow."],
        UnrecordedEnds = "unrecorded_ends" #[doc = "It ends the streak: only recorded absences in unbroken succession count."],
    }
}

/// Streaks of absence: school days in a row, in the student's own membership, on each of which any part was
/// counted absent.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Serialize, Deserialize)]
pub struct Streaks {
    /// The streak that reaches to the last day looked at, 0 where that day was attended.
    pub current: u32,
    /// The longest streak.
    pub longest: u32,
}

impl Reading<'_> {
    /// Adds a row's days within `days` (and `also`, where given) to a tally, each day of this many minutes (1
    /// where the policy counts days).
    pub(super) fn add_days(
        &self,
        row: &Row<'_>,
        days: &[u64],
        also: Option<&[u64]>,
        minutes: u64,
        tally: &mut Tally,
    ) {
        let within = |w: usize| days[w] & also.map_or(u64::MAX, |also| also[w]);
        let scale = u64::from(self.scale) * minutes;
        tally.membership += count(row.words(), |w| row.membership()[w] & within(w)) * scale;
        tally.recorded += count(row.words(), |w| row.recorded()[w] & within(w)) * scale;
        for class in &self.classes {
            let days = count(row.words(), |w| row.recorded()[w] & class.days(row, w) & within(w));
            let units = |weight: u32| days * u64::from(weight) * minutes;
            let weights = &class.weights;
            tally.membership -= units(self.present.membership - weights.membership);
            tally.recorded -= units(self.present.recorded - weights.recorded);
            tally.absent += units(weights.absent);
            tally.excused += units(weights.excused);
            tally.unexcused += units(weights.unexcused);
            tally.disciplinary += units(weights.disciplinary);
            tally.remote += units(weights.remote);
            tally.tardy_days += days * u64::from(weights.tardy);
            tally.early_departure_days += days * u64::from(weights.early_departure);
        }
    }

    /// The days of word `w` with a mark of some weights.
    fn days_of(&self, row: &Row<'_>, w: usize, weigh_so: impl Fn(&Weights) -> bool) -> u64 {
        let classes = self.classes.iter().filter(|class| weigh_so(&class.weights));
        row.recorded()[w] & classes.fold(0, |days, class| days | class.days(row, w))
    }

    /// The days of word `w` that are counted absent in any part.
    pub(crate) fn absent_days(&self, row: &Row<'_>, w: usize) -> u64 {
        self.days_of(row, w, |weights| weights.absent > 0)
    }

    /// The days of word `w` that leave membership wholly.
    pub(crate) fn excluded_days(&self, row: &Row<'_>, w: usize) -> u64 {
        self.days_of(row, w, |weights| weights.membership == 0)
    }

    /// The days of word `w` of which no part in membership is known, although there is a record.
    pub(crate) fn unknown_days(&self, row: &Row<'_>, w: usize) -> u64 {
        self.days_of(row, w, |weights| weights.recorded == 0)
    }

    /// The recorded days of word `w` of which everything known was missed.
    pub(crate) fn missed_days(&self, row: &Row<'_>, w: usize) -> u64 {
        self.days_of(row, w, |weights| weights.absent > 0 && weights.absent >= weights.recorded)
    }

    /// Days in membership within `days`; those of them attended in any part; those that may have been.
    pub(crate) fn whole_days(&self, row: &Row<'_>, days: &[u64]) -> (u32, u32, u32) {
        let (mut membership, mut attended, mut unknown) = (0, 0, 0);
        for w in 0..row.words() {
            let recorded = row.recorded()[w] & days[w];
            let excluded = self.excluded_days(row, w);
            let missed = self.days_of(row, w, |weights| weights.absent >= weights.recorded);
            let member = row.membership()[w] & days[w] & !excluded;
            membership += member.count_ones();
            attended += (recorded & !missed).count_ones();
            let unsaid = |weights: &Weights| (weights.recorded..weights.membership).contains(&weights.absent);
            unknown += (member & (!recorded | self.days_of(row, w, unsaid))).count_ones();
        }
        (membership, attended, unknown)
    }

    /// The units a day of a mark counts as absent and as unexcused, and those that are known, at the reading's
    /// scale.
    pub(crate) fn absent_units(&self, mark: u16) -> (u32, u32, u32) {
        let class = self.classes.iter().find(|class| class.marks.binary_search(&mark).is_ok());
        let Weights { absent, unexcused, recorded, .. } = class.map_or(self.present, |class| class.weights);
        (absent, unexcused, recorded)
    }

    /// Streaks of absence in a row's days.
    pub(crate) fn streaks_of(&self, row: &Row<'_>, days: &[u64], rule: StreakRule) -> Streaks {
        let mut streaks = Streaks::default();
        for w in 0..row.words() {
            let member = row.membership()[w] & days[w];
            let absent = self.absent_days(row, w) & days[w];
            let passed_over = match rule {
                StreakRule::SkipUnrecorded => !row.recorded()[w] | self.unknown_days(row, w),
                StreakRule::UnrecordedEnds => self.excluded_days(row, w),
            };
            streaks.pass_word(absent, member & !absent & !passed_over);
        }
        streaks
    }
}

fn count(words: usize, days: impl Fn(usize) -> u64) -> u64 {
    (0..words).map(|w| u64::from(days(w).count_ones())).sum()
}

impl Streaks {
    /// Goes on over one word: days that lengthen a streak, and days that end it.
    fn pass_word(&mut self, mut absent: u64, ends: u64) {
        if ends == 0 {
            self.current += absent.count_ones();
            self.longest = self.longest.max(self.current);
            return;
        }
        let mut ended = 0;
        while absent != 0 {
            let first = absent.trailing_zeros();
            if ends & !ended & ((1u64 << first) - 1) != 0 {
                self.current = 0;
            }
            let above = ends >> first;
            // Bit `first` of `ends` is clear, so a non-zero `above` has its lowest bit past 0.
            let run =
                if above == 0 { u64::MAX << first } else { ((1u64 << above.trailing_zeros()) - 1) << first };
            self.current += (absent & run).count_ones();
            self.longest = self.longest.max(self.current);
            absent &= !run;
            ended = run | ((1u64 << first) - 1);
        }
        if ends & !ended != 0 {
            self.current = 0;
        }
    }
}

impl Class {
    /// The days of word `w` that have one of the class's marks.
    fn days(&self, row: &Row<'_>, w: usize) -> u64 {
        self.marks.iter().fold(0, |days, mark| {
            let has = |plane: usize| {
                let bits = row.plane(plane)[w];
                if mark >> plane & 1 == 1 { bits } else { !bits }
            };
            days | (0..row.planes()).fold(u64::MAX, |all, plane| all & has(plane))
        })
    }
}
