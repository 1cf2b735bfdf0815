//! How many short messages a text takes.
//!
//! A short message carries 140 bytes. In the network's own alphabet (GSM-7) a character takes seven
//! bits, or fourteen for the few of its extension: 160 of them fit. One character that this alphabet
//! does not have makes the whole text UCS-2, of 16 bits each: 70 fit. A longer text goes as several
//! messages, each with a header of six bytes that says how they belong together; 153 and 67 are left.
//! No character is split between two messages: neither the two septets of the extension nor the two
//! halves of a character beyond the first plane.
//!
//! Sources: 3GPP TS 23.038, 6.2.1 (alphabet) and 6.2.3 (UCS-2); TS 23.040, 9.2.3.24.1 (the header of
//! a concatenated message with an 8-bit reference: five bytes, and one that says so). UTF-16 in place
//! of UCS-2 is what phones do.

mod alphabet;

use serde::Serialize;

/// So many different characters are named that force UCS-2; enough to show, and no work for a text
/// in which all do.
pub const FORCING: usize = 20;

/// In which alphabet a text is sent.
#[cfg_attr(feature = "typescript", derive(ts_rs::TS))]
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum Encoding {
    /// The network's own alphabet, seven bits a character.
    Gsm7,
    /// Any character, in units of sixteen bits.
    Ucs2,
}

impl Encoding {
    /// The stable code, in `snake_case`.
    pub fn code(self) -> &'static str {
        match self {
            Self::Gsm7 => "gsm7",
            Self::Ucs2 => "ucs2",
        }
    }

    /// How many units fit into a message that stands alone.
    pub fn alone(self) -> u64 {
        match self {
            Self::Gsm7 => 160,
            Self::Ucs2 => 70,
        }
    }

    /// How many units fit into one of several.
    pub fn in_several(self) -> u64 {
        match self {
            Self::Gsm7 => 153,
            Self::Ucs2 => 67,
        }
    }

    /// How many units a character takes. In GSM-7 what the alphabet does not have takes one, which
    /// nobody asks: such a text is sent in UCS-2.
    fn units(self, letter: char) -> u64 {
        match self {
            Self::Gsm7 => alphabet::septets(letter).unwrap_or(1),
            Self::Ucs2 => letter.len_utf16() as u64,
        }
    }
}

/// What a text takes as short messages.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Segments {
    /// In which alphabet.
    pub encoding: Encoding,
    /// How many messages; 0 for an empty text.
    pub count: u64,
    /// How many units (septets, or UTF-16 units) the text has.
    pub units: u64,
    /// How many units still fit before another message is needed.
    pub room: u64,
    /// The different characters for which the text is in UCS-2, in their order, at most [`FORCING`].
    pub forcing: Vec<char>,
}

/// Counts the messages that a text takes.
///
/// ```
/// use inbox_model::validate::sms::{Encoding, segments};
///
/// let plain = segments("See you at 5 [pm]");
/// assert_eq!((plain.encoding, plain.count, plain.units, plain.room), (Encoding::Gsm7, 1, 19, 141));
///
/// let typographic = segments("It’s ready");
/// assert_eq!((typographic.encoding, typographic.room), (Encoding::Ucs2, 60));
/// assert_eq!(typographic.forcing, ['’']);
/// ```
pub fn segments(text: &str) -> Segments {
    let forcing = forcing(text);
    let encoding = if forcing.is_empty() { Encoding::Gsm7 } else { Encoding::Ucs2 };
    let units: u64 = text.chars().map(|letter| encoding.units(letter)).sum();
    let (mut count, mut room) = (0, encoding.alone());
    if units <= room {
        count += u64::from(units > 0);
        room -= units;
    } else {
        walk(text, encoding, |_, left| {
            count += 1;
            room = left;
        });
    }
    Segments { encoding, count, units, room, forcing }
}

/// The text of each message. Together they are the text.
///
/// ```
/// use inbox_model::validate::sms::split;
///
/// let text = "a".repeat(161);
/// let sizes: Vec<_> = split(&text).iter().map(|piece| piece.len()).collect();
/// assert_eq!(sizes, [153, 8]);
/// ```
pub fn split(text: &str) -> Vec<&str> {
    let Segments { encoding, count, .. } = segments(text);
    if count <= 1 {
        return if text.is_empty() { Vec::new() } else { vec![text] };
    }
    let mut pieces = Vec::new();
    walk(text, encoding, |piece, _| pieces.push(piece));
    pieces
}

/// Hands on the text of each of several messages, and how many units are left in it.
fn walk<'a>(text: &'a str, encoding: Encoding, mut message: impl FnMut(&'a str, u64)) {
    let (mut begin, mut left) = (0, encoding.in_several());
    for (at, letter) in text.char_indices() {
        let units = encoding.units(letter);
        if units > left {
            message(text.get(begin..at).unwrap_or_default(), left);
            (begin, left) = (at, encoding.in_several());
        }
        left -= units;
    }
    message(text.get(begin..).unwrap_or_default(), left);
}

fn forcing(text: &str) -> Vec<char> {
    let mut forcing = Vec::new();
    for letter in text.chars() {
        if alphabet::septets(letter).is_none() && !forcing.contains(&letter) {
            forcing.push(letter);
            if forcing.len() == FORCING {
                break;
            }
        }
    }
    forcing
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    fn check(text: &str, encoding: Encoding, count: u64, units: u64, room: u64) {
        let is = segments(text);
        let expected = (encoding, count, units, room);
        assert_eq!((is.encoding, is.count, is.units, is.room), expected, "{text:?}");
        assert_eq!(split(text).len() as u64, count, "{text:?}");
        assert_eq!(split(text).concat(), text);
    }

    #[test]
    fn the_boundaries_of_the_own_alphabet() {
        check("", Encoding::Gsm7, 0, 0, 160);
        check("a", Encoding::Gsm7, 1, 1, 159);
        check("€", Encoding::Gsm7, 1, 2, 158);
        check(&"a".repeat(159), Encoding::Gsm7, 1, 159, 1);
        check(&"a".repeat(160), Encoding::Gsm7, 1, 160, 0);
        check(&"a".repeat(161), Encoding::Gsm7, 2, 161, 145);
        check(&"a".repeat(306), Encoding::Gsm7, 2, 306, 0);
        check(&"a".repeat(307), Encoding::Gsm7, 3, 307, 152);
        check(&"€".repeat(80), Encoding::Gsm7, 1, 160, 0);
        // 76 fit into one of several, with one septet left that the next cannot use.
        check(&"€".repeat(81), Encoding::Gsm7, 2, 162, 143);
    }

    #[test]
    fn what_takes_two_places_is_never_split() {
        let text = format!("{}€{}", "a".repeat(152), "b".repeat(10));
        check(&text, Encoding::Gsm7, 2, 164, 141);
        assert_eq!(split(&text)[0].len(), 152);
        let text = format!("{}🙂{}", "日".repeat(66), "本".repeat(5));
        check(&text, Encoding::Ucs2, 2, 73, 60);
        assert_eq!(split(&text)[0].chars().count(), 66);
        assert!(split(&text)[1].starts_with('🙂'));
    }

    #[test]
    fn the_boundaries_of_any_alphabet() {
        check("日", Encoding::Ucs2, 1, 1, 69);
        check(&"日".repeat(70), Encoding::Ucs2, 1, 70, 0);
        check(&"日".repeat(71), Encoding::Ucs2, 2, 71, 63);
        check(&"日".repeat(134), Encoding::Ucs2, 2, 134, 0);
        check(&"日".repeat(135), Encoding::Ucs2, 3, 135, 66);
        check(&"🙂".repeat(35), Encoding::Ucs2, 1, 70, 0);
        // 33 fit into one of several.
        check(&"🙂".repeat(36), Encoding::Ucs2, 2, 72, 61);
        // In UCS-2 what the extension has takes one place.
        check("日€", Encoding::Ucs2, 1, 2, 68);
    }

    #[test]
    fn who_forces_ucs2_is_named_once() {
        assert_eq!(segments("plain €").forcing, []);
        assert_eq!(segments("“a” – “b”").forcing, ['“', '”', '–']);
        let many: String = ('一'..).take(FORCING + 1).collect();
        assert_eq!(segments(&many).forcing.len(), FORCING);
        let Some(last) = many.chars().nth(FORCING - 1) else { panic!("too few") };
        assert_eq!(segments(&many).forcing.last(), Some(&last));
    }

    #[test]
    fn an_encoding_has_a_code() {
        for (encoding, code) in [(Encoding::Gsm7, "gsm7"), (Encoding::Ucs2, "ucs2")] {
            assert_eq!(encoding.code(), code);
            assert_eq!(serde_json::to_value(encoding).unwrap(), code);
        }
    }

    proptest! {
        #[test]
        fn any_text_is_put_together_again(text in "[a-z€\\[\n]{0,400}|[a-z日🙂€]{0,200}|\\PC{0,200}") {
            let is = segments(&text);
            let pieces = split(&text);
            prop_assert_eq!(pieces.concat(), &*text);
            prop_assert_eq!(pieces.len() as u64, is.count);
            let most = if is.count > 1 { is.encoding.in_several() } else { is.encoding.alone() };
            let units = |piece: &str| piece.chars().map(|one| is.encoding.units(one)).sum::<u64>();
            prop_assert!(pieces.iter().all(|piece| !piece.is_empty() && units(piece) <= most));
            prop_assert_eq!(is.room, most - pieces.last().map_or(0, |piece| units(piece)));
            // One more character that does not fit makes one more message.
            let more = text.clone() + &"a".repeat(usize::try_from(is.room).unwrap());
            prop_assert_eq!(segments(&more).count, is.count.max(1));
        }
    }
}
