//! Dosages: how many minutes of an intervention are planned.

use serde::{Deserialize, Serialize};

/// A number of minutes, 0 to 2 147 483 647 as in Ed-Fi.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(try_from = "u32", into = "u32")]
pub struct InterventionDosage(u32);

/// Why a dosage is none.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
#[non_exhaustive]
pub enum InvalidDosage {
    /// More minutes than the standard holds.
    #[error("a dosage has at most {} minutes", InterventionDosage::MOST)]
    TooMuch,
    /// The least is more than the most.
    #[error("the least dosage is more than the most")]
    Reversed,
}

impl InterventionDosage {
    const MOST: u32 = i32::MAX as u32;

    /// So many minutes.
    ///
    /// # Errors
    /// [`InvalidDosage::TooMuch`] above 2 147 483 647.
    pub fn minutes(minutes: u32) -> Result<Self, InvalidDosage> {
        (minutes <= Self::MOST).then_some(Self(minutes)).ok_or(InvalidDosage::TooMuch)
    }

    /// The number of minutes.
    pub const fn get(self) -> u32 {
        self.0
    }
}

impl TryFrom<u32> for InterventionDosage {
    type Error = InvalidDosage;
    fn try_from(minutes: u32) -> Result<Self, InvalidDosage> {
        Self::minutes(minutes)
    }
}

impl From<InterventionDosage> for u32 {
    fn from(dosage: InterventionDosage) -> u32 {
        dosage.0
    }
}

/// The least and the most minutes planned (Ed-Fi `MinDosage`, `MaxDosage`), as far as they are said.
///
/// ```
/// use homeroom::mentoring::{InterventionDosage, InvalidDosage, PlannedDosage};
/// let (ten, thirty) = (InterventionDosage::minutes(10)?, InterventionDosage::minutes(30)?);
/// assert_eq!(PlannedDosage::new(Some(ten), Some(thirty))?.max(), Some(thirty));
/// assert_eq!(PlannedDosage::new(Some(thirty), Some(ten)), Err(InvalidDosage::Reversed));
/// # Ok::<(), InvalidDosage>(())
/// ```
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Serialize, Deserialize)]
#[serde(try_from = "Bounds", into = "Bounds")]
pub struct PlannedDosage(Bounds);

#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
struct Bounds {
    #[serde(default, skip_serializing_if = "Option::is_none")]
    min: Option<InterventionDosage>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    max: Option<InterventionDosage>,
}

impl PlannedDosage {
    /// From the least to the most.
    ///
    /// # Errors
    /// [`InvalidDosage::Reversed`] where the least is more than the most.
    pub fn new(
        min: Option<InterventionDosage>,
        max: Option<InterventionDosage>,
    ) -> Result<Self, InvalidDosage> {
        Self::try_from(Bounds { min, max })
    }

    /// The least.
    pub const fn min(self) -> Option<InterventionDosage> {
        self.0.min
    }

    /// The most.
    pub const fn max(self) -> Option<InterventionDosage> {
        self.0.max
    }
}

impl TryFrom<Bounds> for PlannedDosage {
    type Error = InvalidDosage;
    fn try_from(bounds: Bounds) -> Result<Self, InvalidDosage> {
        let reversed = bounds.min.zip(bounds.max).is_some_and(|(min, max)| min > max);
        if reversed { Err(InvalidDosage::Reversed) } else { Ok(Self(bounds)) }
    }
}

impl From<PlannedDosage> for Bounds {
    fn from(dosage: PlannedDosage) -> Bounds {
        dosage.0
    }
}
