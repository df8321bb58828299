//! How an intervention stands with a student, and which change may follow which.

use crate::terms::terms;
use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

terms! {
    /// How an intervention stands with a student.
    pub enum InterventionStatus {
        Proposed = "proposed" #[doc = "Somebody proposed it; nothing is agreed."],
        Planned = "planned" #[doc = "It is agreed and has not begun."],
        Active = "active" #[doc = "It takes place."],
        Paused = "paused" #[doc = "It rests and is to go on."],
        Completed = "completed" #[doc = "It ended as it was meant to."],
        Discontinued = "discontinued" #[doc = "It ended before it was done, or was dropped before it began."],
        Declined = "declined" #[doc = "The student or family did not want it."],
    }
}

impl InterventionStatus {
    /// The statuses with which a history may open; `active` is for what began before records were kept.
    pub const OPENING: &'static [Self] = &[Self::Proposed, Self::Planned, Self::Active];

    /// Every legal change, from each status to those that may follow it. What ended stays ended: when it is
    /// taken up again, that is a new record.
    #[doc = ""]
    #[doc = include_str!("transitions.md")]
    pub const TRANSITIONS: &'static [(Self, &'static [Self])] = &[
        (Self::Proposed, &[Self::Planned, Self::Active, Self::Declined]),
        (Self::Planned, &[Self::Active, Self::Discontinued, Self::Declined]),
        (Self::Active, &[Self::Paused, Self::Completed, Self::Discontinued]),
        (Self::Paused, &[Self::Active, Self::Completed, Self::Discontinued]),
        (Self::Completed, &[]),
        (Self::Discontinued, &[]),
        (Self::Declined, &[]),
    ];

    /// The statuses that may follow this one.
    pub fn followers(self) -> &'static [Self] {
        let row = Self::TRANSITIONS.iter().find(|(from, _)| *from == self);
        row.map_or(&[], |(_, followers)| followers)
    }

    /// Whether this status may be followed by another.
    pub fn may_become(self, next: Self) -> bool {
        self.followers().contains(&next)
    }

    /// Whether nothing may follow.
    pub fn is_final(self) -> bool {
        self.followers().is_empty()
    }
}

/// Why a change of status, or a history of them, is not legal. It names no student.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
#[non_exhaustive]
pub enum StatusError {
    /// The history holds nothing.
    #[error("a history of statuses is empty")]
    Empty,
    /// It opens with a status that only follows others.
    #[error("a history does not open with `{status}`")]
    Opening {
        /// The status.
        status: InterventionStatus,
    },
    /// One status may not follow the other.
    #[error("`{from}` may not become `{to}`")]
    Transition {
        /// The status before.
        from: InterventionStatus,
        /// The status after.
        to: InterventionStatus,
    },
    /// A change is dated before the one before it.
    #[error("a change on {date} is before the last one on {last}")]
    BeforeLast {
        /// The date given.
        date: NaiveDate,
        /// The date of the last change.
        last: NaiveDate,
    },
}

/// A status, from a date on.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct StatusChange {
    /// The status.
    pub status: InterventionStatus,
    /// The first date on which it stands.
    pub date: NaiveDate,
}

/// A legal history of statuses, from the first to the last; never empty.
///
/// ```
/// use homeroom::mentoring::{InterventionStatus::*, StatusError, StatusHistory};
/// use chrono::NaiveDate;
/// let day = |d| NaiveDate::from_ymd_opt(2025, 9, d).unwrap();
/// let mut history = StatusHistory::new(Proposed, day(1))?;
/// history.advance(Active, day(8))?;
/// assert_eq!((history.on(day(7)), history.on(day(8))), (Some(Proposed), Some(Active)));
/// assert_eq!(history.advance(Declined, day(9)), Err(StatusError::Transition { from: Active, to: Declined }));
/// assert_eq!(history.advance(Paused, day(7)), Err(StatusError::BeforeLast { date: day(7), last: day(8) }));
/// assert_eq!(history.last().status, Active);
/// # Ok::<(), StatusError>(())
/// ```
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(try_from = "Vec<StatusChange>", into = "Vec<StatusChange>")]
pub struct StatusHistory {
    first: StatusChange,
    later: Vec<StatusChange>,
}

impl StatusHistory {
    /// A history that opens with a status.
    ///
    /// # Errors
    /// [`StatusError::Opening`] where the status is not one of [`InterventionStatus::OPENING`].
    pub fn new(status: InterventionStatus, date: NaiveDate) -> Result<Self, StatusError> {
        if !InterventionStatus::OPENING.contains(&status) {
            return Err(StatusError::Opening { status });
        }
        Ok(Self { first: StatusChange { status, date }, later: Vec::new() })
    }

    /// Adds a change; two of one day are legal, and the later one stands at its end.
    ///
    /// # Errors
    /// [`StatusError::Transition`] and [`StatusError::BeforeLast`]; the history stays as it was.
    pub fn advance(&mut self, status: InterventionStatus, date: NaiveDate) -> Result<(), StatusError> {
        let last = self.last();
        if !last.status.may_become(status) {
            return Err(StatusError::Transition { from: last.status, to: status });
        }
        if date < last.date {
            return Err(StatusError::BeforeLast { date, last: last.date });
        }
        self.later.push(StatusChange { status, date });
        Ok(())
    }

    /// The first status.
    pub const fn first(&self) -> StatusChange {
        self.first
    }

    /// The last status.
    pub fn last(&self) -> StatusChange {
        self.later.last().copied().unwrap_or(self.first)
    }

    /// The status at the end of a date; none before the history opens.
    pub fn on(&self, date: NaiveDate) -> Option<InterventionStatus> {
        self.iter().take_while(|change| change.date <= date).last().map(|change| change.status)
    }

    /// Every status, from the first to the last.
    pub fn iter(&self) -> impl Iterator<Item = StatusChange> {
        std::iter::once(self.first).chain(self.later.iter().copied())
    }
}

impl TryFrom<Vec<StatusChange>> for StatusHistory {
    type Error = StatusError;
    fn try_from(changes: Vec<StatusChange>) -> Result<Self, StatusError> {
        let mut changes = changes.into_iter();
        let first = changes.next().ok_or(StatusError::Empty)?;
        let mut history = Self::new(first.status, first.date)?;
        changes.try_for_each(|change| history.advance(change.status, change.date))?;
        Ok(history)
    }
}

impl From<StatusHistory> for Vec<StatusChange> {
    fn from(history: StatusHistory) -> Self {
        history.iter().collect()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_table_in_the_docs_is_the_table() {
        let mut lines = vec!["| from | to |".to_owned(), "|---|---|".to_owned()];
        for (from, followers) in InterventionStatus::TRANSITIONS {
            let names: Vec<_> = followers.iter().map(|to| format!("`{to}`")).collect();
            let names = if names.is_empty() { "–".to_owned() } else { names.join(", ") };
            lines.push(format!("| `{from}` | {names} |"));
        }
        assert_eq!(include_str!("transitions.md").lines().collect::<Vec<_>>(), lines);
    }

    #[test]
    fn the_table_has_a_row_for_each_status() {
        let rows: Vec<_> = InterventionStatus::TRANSITIONS.iter().map(|(from, _)| *from).collect();
        assert_eq!(rows, InterventionStatus::ALL);
    }
}
