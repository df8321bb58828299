//! Bands of absence: a partition of all rates, without gaps by construction.

use super::Threshold;
use serde::{Deserialize, Serialize};

/// One band: from its threshold up to the next band's. The first band has none and begins at no absence.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Band {
    /// Its identifier, in `lower_snake`.
    pub id: String,
    /// Where it begins.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub from: Option<Threshold>,
}

/// Bands in ascending order of absence: every student with a rate is in exactly one.
///
/// ```
/// use homeroom::Policy;
/// let bands = Policy::preset("attendance_works").unwrap().bands().clone();
/// assert_eq!(bands.band(9, 180, 1), Some("at_risk")); // exactly 5 %
/// assert_eq!(bands.band(180, 180, 1), Some("severe_chronic"));
/// assert_eq!(bands.band(0, 0, 1), None); // no day, no rate, no band
/// ```
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
#[serde(try_from = "Vec<Band>", into = "Vec<Band>")]
pub struct Bands(Vec<Band>);

impl TryFrom<Vec<Band>> for Bands {
    type Error = &'static str;

    fn try_from(bands: Vec<Band>) -> Result<Self, Self::Error> {
        let Some((first, rest)) = bands.split_first() else {
            return Ok(Self(bands));
        };
        if first.from.is_some() || rest.iter().any(|band| band.from.is_none()) {
            return Err("the first band, and only it, has no `from`");
        }
        let ascends = rest.windows(2).all(|pair| match (pair[0].from, pair[1].from) {
            (Some(a), Some(b)) => a.is_below(b),
            _ => false,
        });
        let mut ids: Vec<_> = bands.iter().map(|band| band.id.as_str()).collect();
        ids.sort_unstable();
        ids.dedup();
        if !ascends || ids.len() != bands.len() {
            return Err("bands must ascend in `from` and have different `id`s");
        }
        Ok(Self(bands))
    }
}

impl From<Bands> for Vec<Band> {
    fn from(bands: Bands) -> Self {
        bands.0
    }
}

impl Bands {
    /// The bands in order.
    pub fn iter(&self) -> impl ExactSizeIterator<Item = &Band> {
        self.0.iter()
    }

    /// The number of bands.
    pub fn len(&self) -> usize {
        self.0.len()
    }

    /// Whether the policy has no bands.
    pub fn is_empty(&self) -> bool {
        self.0.is_empty()
    }

    /// The index of the band of an absence of `part` of `whole`; `None` where nothing counts.
    pub fn index(&self, part: u64, whole: u64, units: u64) -> Option<usize> {
        if whole == 0 || self.0.is_empty() {
            return None;
        }
        let reached = |band: &Band| band.from.is_none_or(|from| from.is_met(part, whole, units));
        self.0.iter().rposition(reached)
    }

    /// The identifier of the band of an absence of `part` of `whole`; `None` where nothing counts.
    pub fn band(&self, part: u64, whole: u64, units: u64) -> Option<&str> {
        self.index(part, whole, units).map(|index| self.0[index].id.as_str())
    }
}
