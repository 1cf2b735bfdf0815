//! Ids as UUIDs.
//!
//! A UUID of version 4 has 122 bits to fill. The text goes into them with its length, scattered by a
//! multiplication that can be undone, so that two neighbours do not look alike.

/// Bits that a UUID of version 4 leaves free.
const FREE: u32 = 122;
const MASK: u128 = (1 << FREE) - 1;
/// Bits for the text; above it stands its kind: 0 for 24 hexadecimal digits, else its length.
const TEXT: u32 = 117;
/// Longest text of letters and digits: 62^19 is below 2^114.
const LONGEST: usize = 19;
/// Odd, so that the multiplication can be undone.
const SCATTER: u128 = 0x9e37_79b9_7f4a_7c15_f39c_c060_5ced_c835;
const GATHER: u128 = inverse(SCATTER);

/// The inverse of an odd number modulo 2^128 (Newton: each step doubles the bits that are right).
const fn inverse(odd: u128) -> u128 {
    let mut inverse = odd;
    let mut step = 0;
    while step < 7 {
        inverse = inverse.wrapping_mul(2_u128.wrapping_sub(odd.wrapping_mul(inverse)));
        step += 1;
    }
    inverse
}

/// The UUID of an id. `None` where it is neither 24 lower-case hexadecimal digits nor 1 to 19
/// letters and digits.
pub fn uuid_of_text(text: &str) -> Option<String> {
    let payload = if is_hex(text) {
        u128::from_str_radix(text, 16).ok()?
    } else {
        if text.is_empty() || text.len() > LONGEST {
            return None;
        }
        let mut value = 0_u128;
        for letter in text.bytes() {
            value = value * 62 + u128::from(digit(letter)?);
        }
        value | (text.len() as u128) << TEXT
    };
    let bits = payload.wrapping_mul(SCATTER) & MASK;
    let (high, middle, low) = (bits >> 74, bits >> 62 & 0xfff, bits & ((1 << 62) - 1));
    let uuid = high << 80 | 0x4 << 76 | middle << 64 | 0b10 << 62 | low;
    let digits = format!("{uuid:032x}");
    let piece = |from: usize, to: usize| digits.get(from..to).unwrap_or_default();
    Some([piece(0, 8), piece(8, 12), piece(12, 16), piece(16, 20), piece(20, 32)].join("-"))
}

/// Whether a text has the form of a UUID, of whatever version.
pub fn is_uuid(text: &str) -> bool {
    let hyphens = [8, 13, 18, 23];
    text.len() == 36
        && text.bytes().enumerate().all(|(at, letter)| {
            if hyphens.contains(&at) { letter == b'-' } else { letter.is_ascii_hexdigit() }
        })
}

/// The id of a UUID, whatever the case of its digits. `None` where it was not made here.
pub fn text_of_uuid(uuid: &str) -> Option<String> {
    if !is_uuid(uuid) {
        return None;
    }
    let uuid = u128::from_str_radix(&uuid.replace('-', ""), 16).ok()?;
    if uuid >> 76 & 0xf != 0x4 || uuid >> 62 & 0b11 != 0b10 {
        return None;
    }
    let bits = (uuid >> 80) << 74 | (uuid >> 64 & 0xfff) << 62 | uuid & ((1 << 62) - 1);
    let payload = bits.wrapping_mul(GATHER) & MASK;
    let length = usize::try_from(payload >> TEXT).ok()?;
    let mut value = payload & ((1 << TEXT) - 1);
    if length == 0 {
        return (value >> 96 == 0).then(|| format!("{value:024x}"));
    }
    let mut text = vec![b'0'; length.min(LONGEST)];
    for place in text.iter_mut().rev() {
        *place = letter(u8::try_from(value % 62).ok()?);
        value /= 62;
    }
    let text = String::from_utf8(text).ok()?;
    // What looks like hexadecimal digits has the other form.
    (value == 0 && length <= LONGEST && !is_hex(&text)).then_some(text)
}

fn is_hex(text: &str) -> bool {
    let is_digit = |letter: u8| matches!(letter, b'0'..=b'9' | b'a'..=b'f');
    text.len() == 24 && text.bytes().all(is_digit)
}

fn digit(letter: u8) -> Option<u8> {
    Some(match letter {
        b'0'..=b'9' => letter - b'0',
        b'a'..=b'z' => letter - b'a' + 10,
        b'A'..=b'Z' => letter - b'A' + 36,
        _ => return None,
    })
}

fn letter(digit: u8) -> u8 {
    match digit {
        0..=9 => b'0' + digit,
        10..=35 => b'a' + digit - 10,
        _ => b'A' + digit.min(61) - 36,
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    #[test]
    fn the_scattering_can_be_undone() {
        assert_eq!(SCATTER.wrapping_mul(GATHER), 1);
    }

    #[test]
    fn the_form_is_that_of_version_4() {
        let uuid = uuid_of_text("k3x9p2m4qz").unwrap();
        assert_eq!(uuid.len(), 36);
        assert_eq!(uuid.as_bytes()[14], b'4');
        assert!(matches!(uuid.as_bytes()[19], b'8' | b'9' | b'a' | b'b'));
        // Kept: what was given out once leads back for ever.
        assert_eq!(uuid, "9b5351bb-4b5b-4da2-968c-f8351b567a9b");
    }

    #[test]
    fn what_was_not_made_here_leads_nowhere() {
        for stranger in [
            "00000000-0000-0000-0000-000000000000",
            "ffffffff-ffff-ffff-ffff-ffffffffffff",
            "not-a-uuid",
            "",
            "9b5351bb-4b5b-1da2-968c-f8351b567a9b",
            "9b5351bb4b5b4da2968cf8351b567a9b",
        ] {
            assert_eq!(text_of_uuid(stranger), None, "{stranger}");
        }
        for none in ["", "with space", "tags:1", "abcdefghijklmnopqrst", "é"] {
            assert_eq!(uuid_of_text(none), None, "{none}");
        }
    }

    proptest! {
        #[test]
        fn every_id_leads_to_a_uuid_and_back(text in "[0-9a-zA-Z]{1,19}|[0-9a-f]{24}") {
            let uuid = uuid_of_text(&text).unwrap();
            prop_assert_eq!(text_of_uuid(&uuid), Some(text.clone()));
            prop_assert_eq!(text_of_uuid(&uuid.to_uppercase()), Some(text));
        }

        #[test]
        fn no_two_ids_share_a_uuid(uuid in "[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}") {
            if let Some(text) = text_of_uuid(&uuid) {
                prop_assert_eq!(uuid_of_text(&text), Some(uuid));
            }
        }

        #[test]
        fn no_text_panics(text in any::<String>()) {
            let _ = text_of_uuid(&text);
            let _ = uuid_of_text(&text);
        }
    }
}
