//! The ladders that come with the crate, each a TOML file with its source.

use super::Ladder;

macro_rules! presets {
    ($($id:literal),* $(,)?) => {
        const PRESETS: &[(&str, &str)] = &[$(($id, include_str!(concat!("presets/", $id, ".toml")))),*];
    };
}

presets!["attendance_works", "baltimore_child_first", "kipp_nj"];

impl Ladder {
    /// The identifiers of the presets, in order.
    pub fn preset_ids() -> impl ExactSizeIterator<Item = &'static str> {
        PRESETS.iter().map(|(id, _)| *id)
    }

    /// A preset by its identifier.
    ///
    /// ```
    /// use homeroom::mentoring::Ladder;
    /// assert_eq!(Ladder::preset("baltimore_child_first").map(|ladder| ladder.rules().len()), Some(11));
    /// assert!(Ladder::preset("atlantis").is_none());
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
            let ladder = Ladder::from_toml(text).unwrap_or_else(|error| panic!("{id}: {error}"));
            assert_eq!(ladder.id(), *id);
            assert!(ladder.source().url.is_some() || !ladder.source().verified, "{id} has no source to read");
            assert_eq!(Ladder::from_json(&ladder.to_json()).as_ref(), Ok(&ladder), "{id}");
        }
    }
}
