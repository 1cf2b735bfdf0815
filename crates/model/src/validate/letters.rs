//! Characters that nobody sees, and those that change how others are seen.

/// Whether a character shows nothing: space, control characters, and what Unicode has for shaping
/// and marking text.
///
/// Source: Unicode's `White_Space`, `Cc`, and `Default_Ignorable_Code_Point`; U+2800, the braille
/// pattern without a dot, is ours.
pub(crate) fn is_invisible(letter: char) -> bool {
    letter.is_whitespace()
        || letter.is_control()
        || matches!(
            letter,
            '\u{ad}'
                | '\u{34f}'
                | '\u{61c}'
                | '\u{115f}'..='\u{1160}'
                | '\u{17b4}'..='\u{17b5}'
                | '\u{180b}'..='\u{180f}'
                | '\u{200b}'..='\u{200f}'
                | '\u{202a}'..='\u{202e}'
                | '\u{2060}'..='\u{206f}'
                | '\u{2800}'
                | '\u{3164}'
                | '\u{fe00}'..='\u{fe0f}'
                | '\u{feff}'
                | '\u{ffa0}'
                | '\u{fff0}'..='\u{fff8}'
                | '\u{1bca0}'..='\u{1bca3}'
                | '\u{1d173}'..='\u{1d17a}'
                | '\u{e0000}'..='\u{e0fff}'
        )
}

/// Whether a text has anything in it that can be seen.
pub(crate) fn is_blank(text: &str) -> bool {
    text.chars().all(is_invisible)
}

/// Whether a character turns the direction of reading (Unicode's `Bidi_Control`).
pub(crate) fn turns_direction(letter: char) -> bool {
    matches!(
        letter,
        '\u{61c}' | '\u{200e}' | '\u{200f}' | '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}'
    )
}

/// The place of the first such character, counted in characters.
pub(crate) fn first(text: &str, is_it: impl Fn(char) -> bool) -> Option<u64> {
    text.chars().position(is_it).map(|at| at as u64)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_shows_nothing_is_blank() {
        for edges in [
            "\u{ad}",
            "\u{34f}",
            "\u{61c}",
            "\u{115f}\u{1160}",
            "\u{17b4}\u{17b5}",
            "\u{180b}\u{180f}",
            "\u{200b}\u{200f}",
            "\u{202a}\u{202e}",
            "\u{2060}\u{206f}",
            "\u{2800}",
            "\u{3164}",
            "\u{fe00}\u{fe0f}",
            "\u{feff}",
            "\u{ffa0}",
            "\u{fff0}\u{fff8}",
            "\u{1bca0}\u{1bca3}",
            "\u{1d173}\u{1d17a}",
            "\u{e0000}\u{e0fff}",
            "\u{0}\u{1f}\u{7f}\u{9f}",
            " \t\r\n\u{a0}\u{2003}\u{3000}",
            "",
        ] {
            assert!(is_blank(edges), "{edges:?}");
        }
        for letter in "a.-_²é日🙂\u{301}\u{ae}\u{350}\u{61d}\u{1161}\u{17b6}\u{1810}\u{2010}\u{2801}\u{3165}\u{fe10}\u{ffa1}\u{fff9}\u{1bca4}\u{1d17b}\u{e1000}".chars() {
            assert!(!is_invisible(letter), "{letter:?}");
        }
        assert!(!is_blank(" \u{200b}x"));
    }

    #[test]
    fn few_characters_turn_the_direction() {
        let turning = "\u{61c}\u{200e}\u{200f}\u{202a}\u{202b}\u{202c}\u{202d}\u{202e}\u{2066}\u{2067}\u{2068}\u{2069}";
        for number in 0..=0x3000 {
            let Some(letter) = char::from_u32(number) else { continue };
            assert_eq!(turns_direction(letter), turning.contains(letter), "{letter:?}");
        }
    }

    #[test]
    fn a_place_is_counted_in_characters() {
        assert_eq!(first("é\u{0}", char::is_control), Some(1));
        assert_eq!(first("é", char::is_control), None);
    }
}
