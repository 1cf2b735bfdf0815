//! The tables behind character references, emoji and punctuation: all of them with the feature `full`,
//! otherwise the common part; of emoji, the company has those to choose from that it may want.
//!
//! The files in `tables/` are made from public data by `tests/markdown_tables.rs`, which also
//! compares every entry: named character references from the WHATWG's HTML standard (their list of 2,125
//! names that end in a semicolon), emoji shortcodes from gemoji 4.1 (MIT, GitHub Inc.), general
//! categories from the Unicode Character Database 16.0 (Unicode License v3).

#[cfg(any(test, not(feature = "full")))]
mod common;
#[cfg(feature = "full")]
mod emoji;
#[cfg(feature = "full")]
mod entities;
#[cfg(feature = "full")]
mod punctuation;
#[cfg(any(test, all(feature = "company", not(feature = "full"))))]
mod usual;

#[cfg(not(any(feature = "company", feature = "full")))]
pub(super) use common::EMOJI;
#[cfg(not(feature = "full"))]
pub(super) use common::{NAMED, PUNCTUATION};
#[cfg(feature = "full")]
pub(super) use emoji::EMOJI;
#[cfg(feature = "full")]
pub(super) use entities::NAMED;
#[cfg(feature = "full")]
pub(super) use punctuation::{PUNCTUATION, PUNCTUATION_OF_PLANE_1};
#[cfg(all(feature = "company", not(feature = "full")))]
pub(super) use usual::EMOJI;

#[cfg(test)]
mod tests {
    use super::super::scan::lookup;
    use super::{common, usual};

    /// The entries of a table.
    fn entries(table: &'static str) -> Vec<(&'static str, &'static str)> {
        table.split_terminator(' ').filter_map(|entry| entry.split_once('=')).collect()
    }

    #[test]
    fn every_entry_is_found_and_nothing_else() {
        for table in [super::NAMED, super::EMOJI, common::NAMED, common::EMOJI, usual::EMOJI] {
            let entries = entries(table);
            assert!(entries.len() > 30 && entries.is_sorted_by(|one, two| one.0 < two.0));
            for (key, value) in entries {
                assert_eq!(lookup(table, key), Some(value), "{key}");
                assert_eq!(lookup(table, &[key, "\u{1}"].concat()), None, "{key}");
            }
            for key in ["", "\u{1}", "~", "=", " ", "amp=", "zzzzzzzz"] {
                assert_eq!(lookup(table, key), None, "{key:?}");
            }
        }
        assert_eq!(lookup("", "a"), None);
    }

    #[cfg(feature = "full")]
    #[test]
    fn what_is_common_means_the_same_in_full() {
        for (common, full) in [
            (common::NAMED, super::NAMED),
            (usual::EMOJI, super::EMOJI),
            (common::EMOJI, usual::EMOJI),
        ] {
            for (key, value) in entries(common) {
                assert_eq!(lookup(full, key), Some(value), "{key}");
            }
        }
        // P and S of the scripts that most people write: Latin, Greek, Cyrillic, Hebrew, Arabic, symbols, CJK.
        let is_within = |ranges: &[(u16, u16)], code: u16| {
            ranges.iter().any(|(first, last)| (*first..=*last).contains(&code))
        };
        for code in (0x80..0x6fd).chain(0x2010..0x2ce5).chain(0x2e00..0x2ffb).chain(0x3000..0x31e4)
        {
            let full = is_within(super::PUNCTUATION, code);
            assert!(!full || is_within(common::PUNCTUATION, code), "U+{code:04X}");
        }
    }
}
