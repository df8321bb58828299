//! The rule sets that come with the crate, each a TOML file with its source.

use super::Policy;

macro_rules! presets {
    ($($id:literal),* $(,)?) => {
        const PRESETS: &[(&str, &str)] = &[$(($id, include_str!(concat!("presets/", $id, ".toml")))),*];
    };
}

presets![
    "attendance_works",
    "australia",
    "california",
    "connecticut",
    "edfacts",
    "england",
    "florida",
    "hawaii",
    "iowa",
    "kentucky",
    "maine",
    "massachusetts",
    "new_mexico",
    "new_york",
    "nyc_2010",
    "ohio",
    "oregon",
    "rhode_island_k3",
    "tennessee",
    "virginia",
];

impl Policy {
    /// The identifiers of the presets, in order.
    pub fn preset_ids() -> impl ExactSizeIterator<Item = &'static str> {
        PRESETS.iter().map(|(id, _)| *id)
    }

    /// A preset by its identifier.
    ///
    /// ```
    /// use homeroom::Policy;
    /// assert!(Policy::preset("edfacts").is_some());
    /// assert!(Policy::preset("atlantis").is_none());
    /// ```
    pub fn preset(id: &str) -> Option<Self> {
        Self::from_toml(Self::preset_toml(id)?).ok()
    }

    /// The TOML of a preset, to start one's own from.
    pub fn preset_toml(id: &str) -> Option<&'static str> {
        PRESETS.iter().find(|(preset, _)| *preset == id).map(|(_, text)| *text)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_preset_reads_and_says_where_it_comes_from() {
        for (id, text) in PRESETS {
            let policy = Policy::from_toml(text).unwrap_or_else(|error| panic!("{id}: {error}"));
            assert_eq!(policy.id(), *id);
            assert!(policy.source().url.is_some() || !policy.source().verified, "{id} has no source to read");
            assert_eq!(Policy::from_json(&policy.to_json()).as_ref(), Ok(&policy), "{id}");
        }
    }
}
