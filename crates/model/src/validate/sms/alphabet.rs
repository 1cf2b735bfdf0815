//! The alphabet of short messages: 3GPP TS 23.038, 6.2.1 (default alphabet and its extension).

/// The default alphabet in the order of its codes, but for ESC (0x1B), which is no character: it
/// leads to the extension.
pub(super) const BASIC: &str = "@£$¥èéùìòÇ\nØø\rÅåΔ_ΦΓΛΩΠΨΣΘΞÆæßÉ !\"#¤%&'()*+,-./0123456789:;<=>?\
    ¡ABCDEFGHIJKLMNOPQRSTUVWXYZÄÖÑÜ§¿abcdefghijklmnopqrstuvwxyzäöñüà";

/// The extension, of which each character takes two places: ESC and its own code.
pub(super) const EXTENSION: &str = "\u{c}^{}\\[~]|€";

/// How many septets a character takes; `None` where the alphabet does not have it.
pub(super) fn septets(letter: char) -> Option<u64> {
    // Most text is this, and the search would take long.
    if letter.is_ascii_alphanumeric() || letter == ' ' {
        return Some(1);
    }
    match letter {
        _ if BASIC.contains(letter) => Some(1),
        _ if EXTENSION.contains(letter) => Some(2),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_alphabet_is_that_of_the_specification() {
        assert_eq!(BASIC.chars().count(), 127);
        assert_eq!(EXTENSION.chars().count(), 10);
        let mut all: Vec<char> = BASIC.chars().chain(EXTENSION.chars()).collect();
        all.sort_unstable();
        all.dedup();
        assert_eq!(all.len(), 137);
        // Codes of the specification: 0x00, 0x0A, 0x0D, 0x10, 0x1C (after ESC), 0x24, 0x40, 0x5F, 0x60, 0x7F.
        let code = |at: usize| BASIC.chars().nth(if at > 0x1b { at - 1 } else { at }).unwrap();
        let codes = [
            (0x00, '@'),
            (0x09, 'Ç'),
            (0x0a, '\n'),
            (0x0d, '\r'),
            (0x10, 'Δ'),
            (0x1a, 'Ξ'),
            (0x1c, 'Æ'),
            (0x20, ' '),
            (0x24, '¤'),
            (0x2f, '/'),
            (0x40, '¡'),
            (0x5a, 'Z'),
            (0x5f, '§'),
            (0x60, '¿'),
            (0x7a, 'z'),
            (0x7f, 'à'),
        ];
        for (at, letter) in codes {
            assert_eq!(code(at), letter, "{at:#x}");
        }
    }

    #[test]
    fn a_character_takes_one_place_or_two_or_has_none() {
        for letter in BASIC.chars() {
            assert_eq!(septets(letter), Some(1), "{letter:?}");
        }
        for letter in EXTENSION.chars() {
            assert_eq!(septets(letter), Some(2), "{letter:?}");
        }
        for letter in "`\t\u{1b}\u{0}çÂê–’“…日🙂\u{a0}".chars() {
            assert_eq!(septets(letter), None, "{letter:?}");
        }
    }
}
