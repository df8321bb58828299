//! The memory of a ladder: the firings made in a school year, each once.

use super::{Firing, Ladder, LadderRefusal};
use crate::{Reading, SchoolYear, StudentId};
use chrono::NaiveDate;
use serde::{Deserialize, Serialize};
use std::{
    collections::{BTreeMap, BTreeSet, btree_map::Entry},
    fmt,
};

/// Of whom and by which rule a firing is.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct FiringKey {
    /// The student.
    pub student: StudentId,
    /// The rule.
    pub rule: String,
}

/// A firing in a log, and whether the facts still support it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(try_from = "RawEntry", into = "RawEntry")]
pub struct LogEntry {
    /// The firing as it was first made. Later corrections do not rewrite it.
    pub firing: Firing,
    /// As of when it was found that the rule is not met in the register as corrected; `None` where it is.
    pub unsupported_since: Option<NaiveDate>,
}

#[derive(Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
struct RawEntry {
    firing: Firing,
    supported: bool,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    unsupported_since: Option<NaiveDate>,
}

impl TryFrom<RawEntry> for LogEntry {
    type Error = &'static str;

    fn try_from(raw: RawEntry) -> Result<Self, Self::Error> {
        let RawEntry { firing, supported, unsupported_since } = raw;
        (supported == unsupported_since.is_none())
            .then_some(Self { firing, unsupported_since })
            .ok_or("a firing has `unsupported_since` exactly where it is not supported")
    }
}

impl From<LogEntry> for RawEntry {
    fn from(entry: LogEntry) -> Self {
        let supported = entry.supported();
        Self { firing: entry.firing, supported, unsupported_since: entry.unsupported_since }
    }
}

impl LogEntry {
    /// Whether the rule is met in the register as it stood at the last update.
    pub const fn supported(&self) -> bool {
        self.unsupported_since.is_none()
    }

    fn key(&self) -> FiringKey {
        FiringKey { student: self.firing.student.clone(), rule: self.firing.rule.clone() }
    }

    // A total order of firings that does not depend on who merges.
    fn precedence(&self) -> (NaiveDate, String) {
        (self.firing.met_on, serde_json::to_string(&self.firing).unwrap_or_default())
    }
}

/// What an update changed.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct LadderUpdate {
    /// The firings that are new, by student and in the ladder's order.
    pub fired: Vec<Firing>,
    /// The firings that the facts no longer support.
    pub unsupported: Vec<FiringKey>,
    /// The firings that they support again.
    pub supported_again: Vec<FiringKey>,
}

impl LadderUpdate {
    /// Whether nothing changed.
    pub fn is_empty(&self) -> bool {
        self.fired.is_empty() && self.unsupported.is_empty() && self.supported_again.is_empty()
    }
}

/// The firings made in a school year. A student and a rule have one, however often the rule is crossed.
#[derive(Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(try_from = "RawLog", into = "RawLog")]
pub struct LadderLog {
    ladder: String,
    year: SchoolYear,
    entries: BTreeMap<FiringKey, LogEntry>,
}

#[derive(Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
struct RawLog {
    ladder: String,
    year: SchoolYear,
    entries: Vec<LogEntry>,
}

impl TryFrom<RawLog> for LadderLog {
    type Error = &'static str;

    fn try_from(raw: RawLog) -> Result<Self, Self::Error> {
        let RawLog { ladder, year, entries } = raw;
        let own = |entry: &LogEntry| entry.firing.ladder.id == ladder && year.contains(entry.firing.met_on);
        if !entries.iter().all(own) {
            return Err("a log holds firings of its ladder and school year");
        }
        let number = entries.len();
        let entries: BTreeMap<_, _> = entries.into_iter().map(|entry| (entry.key(), entry)).collect();
        (entries.len() == number)
            .then_some(Self { ladder, year, entries })
            .ok_or("a log has one firing of a student and rule")
    }
}

impl From<LadderLog> for RawLog {
    fn from(log: LadderLog) -> Self {
        Self { ladder: log.ladder, year: log.year, entries: log.entries.into_values().collect() }
    }
}

impl LadderLog {
    /// An empty log of a ladder in a school year.
    pub fn new(ladder: &Ladder, year: SchoolYear) -> Self {
        Self { ladder: ladder.id().to_owned(), year, entries: BTreeMap::new() }
    }

    /// The identifier of its ladder.
    pub fn ladder(&self) -> &str {
        &self.ladder
    }

    /// Its school year.
    pub fn year(&self) -> SchoolYear {
        self.year
    }

    /// Its entries by student and then by the rule's identifier.
    pub fn entries(&self) -> impl ExactSizeIterator<Item = &LogEntry> {
        self.entries.values()
    }

    /// Brings the log up to a register as it stands.
    ///
    /// A rule that is met for the first time fires. A firing whose rule is no longer met is kept and marked, and
    /// unmarked when the rule is met again, without firing anew. A student whom the register does not know supports
    /// nothing: update with the register of all the log's students, or keep a log of each part and
    /// [merge](Self::merge). Firings of rules that the ladder no longer has, and those of later dates than `as_of`,
    /// are left as they are. Give `prior` at every update or at none.
    ///
    /// # Errors
    /// [`LadderRefusal`] where the ladder or the year is another, or a rule cannot be evaluated exactly.
    pub fn update(
        &mut self,
        ladder: &Ladder,
        reading: &Reading<'_>,
        prior: Option<&Reading<'_>>,
        as_of: NaiveDate,
    ) -> Result<LadderUpdate, LadderRefusal> {
        self.check_of(ladder.id(), reading.register().year())?;
        let mut update = LadderUpdate::default();
        let mut met = BTreeSet::new();
        for firing in ladder.firings(reading, prior, as_of)? {
            let entry = LogEntry { firing, unsupported_since: None };
            let key = entry.key();
            met.insert(key.clone());
            match self.entries.entry(key) {
                Entry::Vacant(vacant) => update.fired.push(vacant.insert(entry).firing.clone()),
                Entry::Occupied(mut made) => {
                    if made.get_mut().unsupported_since.take().is_some() {
                        update.supported_again.push(made.key().clone());
                    }
                }
            }
        }
        for (key, entry) in &mut self.entries {
            let judged = entry.firing.met_on <= as_of && ladder.place(&key.rule).is_some();
            if judged && entry.supported() && !met.contains(key) {
                entry.unsupported_since = Some(as_of);
                update.unsupported.push(key.clone());
            }
        }
        Ok(update)
    }

    /// Takes in another log of the same ladder and year. The order of merging does not matter: of two firings of one
    /// student and rule the earlier stays, and it is supported where either log supports it.
    ///
    /// # Errors
    /// [`LadderRefusal`] where the other log is of another ladder or year; then nothing is changed.
    pub fn merge(&mut self, other: Self) -> Result<(), LadderRefusal> {
        self.check_of(&other.ladder, other.year)?;
        for (key, theirs) in other.entries {
            match self.entries.entry(key) {
                Entry::Vacant(vacant) => drop(vacant.insert(theirs)),
                Entry::Occupied(mut ours) => {
                    let ours = ours.get_mut();
                    let since = ours.unsupported_since.zip(theirs.unsupported_since);
                    if theirs.precedence() < ours.precedence() {
                        ours.firing = theirs.firing;
                    }
                    ours.unsupported_since = since.map(|(ours, theirs)| ours.min(theirs));
                }
            }
        }
        Ok(())
    }

    /// Whether the log is of a ladder and a year.
    pub(super) fn check_of(&self, ladder: &str, year: SchoolYear) -> Result<(), LadderRefusal> {
        if self.ladder != ladder {
            return Err(LadderRefusal::OtherLadder {
                expected: self.ladder.clone(),
                found: ladder.to_owned(),
            });
        }
        if self.year != year {
            return Err(LadderRefusal::OtherYear { expected: self.year, found: year });
        }
        Ok(())
    }
}

impl fmt::Debug for LadderLog {
    /// Counts only: who is in a log is personal data.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("LadderLog")
            .field("ladder", &self.ladder)
            .field("year", &self.year)
            .field("entries", &self.entries.len())
            .finish_non_exhaustive()
    }
}
