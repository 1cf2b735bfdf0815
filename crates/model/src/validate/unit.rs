//! What a channel counts when it says how long a text may be.
//!
//! "Characters" is a word with many meanings, and each of these is some vendor's:
//!
//! | unit | one of it is | who counts so |
//! |---|---|---|
//! | `characters` | a Unicode scalar value | JSON Schema `maxLength`, and with it Featurebase's and ours |
//! | `bytes` | a byte of UTF-8 | headers of e-mails (RFC 5322, 2.1.1; RFC 6532, 3.4) |
//! | `utf16` | a UTF-16 code unit | systems in Java and JavaScript, whose `length` is that |
//! | `segments` | a short message of the network | SMS (3GPP TS 23.040), see [`sms`](super::sms) |

use std::fmt;

use serde::{Deserialize, Serialize};

use super::problem::Fault;

/// What is counted.
#[cfg_attr(feature = "typescript", derive(ts_rs::TS))]
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Unit {
    /// Unicode scalar values.
    Characters,
    /// Bytes of UTF-8.
    Bytes,
    /// UTF-16 code units.
    Utf16,
    /// Short messages, as [`sms::segments`](super::sms::segments) splits them.
    #[cfg(feature = "company")]
    Segments,
}

impl Unit {
    /// The stable code, in `snake_case`.
    pub fn code(self) -> &'static str {
        match self {
            Self::Characters => "characters",
            Self::Bytes => "bytes",
            Self::Utf16 => "utf16",
            #[cfg(feature = "company")]
            Self::Segments => "segments",
        }
    }

    /// How many of it a text has.
    ///
    /// ```
    /// use inbox_model::validate::Unit;
    ///
    /// let count = |unit: Unit| unit.count("né🙂");
    /// assert_eq!((count(Unit::Characters), count(Unit::Bytes), count(Unit::Utf16)), (3, 7, 4));
    /// ```
    pub fn count(self, text: &str) -> u64 {
        let count = match self {
            Self::Characters => text.chars().count(),
            Self::Bytes => text.len(),
            Self::Utf16 => text.chars().map(char::len_utf16).sum(),
            #[cfg(feature = "company")]
            Self::Segments => return super::sms::segments(text).count,
        };
        count as u64
    }
}

impl fmt::Display for Unit {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            Self::Utf16 => "UTF-16 units",
            unit => unit.code(),
        })
    }
}

/// How long a text may be.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct TextLimit {
    /// What is counted.
    pub unit: Unit,
    /// The most that is possible.
    pub max: u64,
}

impl TextLimit {
    /// At most so many of this.
    pub const fn new(unit: Unit, max: u64) -> Self {
        Self { unit, max }
    }

    /// At most so many characters.
    pub const fn characters(max: u64) -> Self {
        Self::new(Unit::Characters, max)
    }

    /// `TooLong`, where a text is that.
    pub fn excess(&self, text: &str) -> Option<Fault> {
        let Self { unit, max } = *self;
        let actual = unit.count(text);
        (actual > max).then_some(Fault::TooLong { unit, max, actual })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn each_unit_counts_in_its_own_way() {
        let text = "a€🙂\u{301}";
        for (unit, code, shown, count) in [
            (Unit::Characters, "characters", "characters", 4),
            (Unit::Bytes, "bytes", "bytes", 10),
            (Unit::Utf16, "utf16", "UTF-16 units", 5),
            (Unit::Segments, "segments", "segments", 1),
        ] {
            assert_eq!((unit.code(), unit.count(text)), (code, count));
            assert_eq!(unit.to_string(), shown);
            assert_eq!(serde_json::to_value(unit).unwrap(), code);
        }
    }

    #[test]
    fn the_limit_itself_is_possible() {
        let limit = TextLimit::new(Unit::Bytes, 4);
        assert_eq!(limit.excess("éé"), None);
        let fault = Fault::TooLong { unit: Unit::Bytes, max: 4, actual: 5 };
        assert_eq!(limit.excess("ééa"), Some(fault));
        assert_eq!(TextLimit::characters(2).excess("éé"), None);
    }
}
