//! Ids as whole numbers below 2^53, which every JSON reader can hold.

/// The largest whole number that every JSON reader holds exactly.
const LARGEST: u64 = (1 << 53) - 1;
/// Leading characters of a part's id that carry the time at which it was made: unique within its
/// conversation.
const TIME_DIGITS: usize = 9;
/// What parts of different conversations are told apart by, where they were made at once.
const CONVERSATIONS: u64 = 64;
/// Hexadecimal digits at the end of a person's id that make their number.
const PERSON_DIGITS: usize = 13;

/// The number of a conversation: its id read in base 36. `None` where that is none, begins with a
/// zero, or is too large.
pub fn number_of_conversation(id: &str) -> Option<u64> {
    let number = base36(id)?;
    (!id.starts_with('0') && number <= LARGEST).then_some(number)
}

/// The id of a conversation's number.
pub fn conversation_of_number(number: u64) -> Option<String> {
    if number == 0 || number > LARGEST {
        return None;
    }
    let mut digits = Vec::new();
    let mut rest = number;
    while rest > 0 {
        digits.push(char::from_digit(u32::try_from(rest % 36).ok()?, 36)?);
        rest /= 36;
    }
    Some(digits.into_iter().rev().collect())
}

/// The number of a part: the time in its id, and some of its conversation.
pub fn number_of_part(conversation: &str, part: &str) -> Option<u64> {
    let time = base36(part.get(..TIME_DIGITS)?)?;
    let number = time.checked_mul(CONVERSATIONS)?.checked_add(place(conversation))?;
    (number <= LARGEST).then_some(number)
}

/// How the id of a part with this number begins; `None` where it is no part of the conversation.
pub fn part_prefix_of_number(conversation: &str, number: u64) -> Option<String> {
    if number > LARGEST || number % CONVERSATIONS != place(conversation) {
        return None;
    }
    let digits = conversation_of_number(number / CONVERSATIONS)?;
    (digits.len() <= TIME_DIGITS).then(|| format!("{digits:0>TIME_DIGITS$}"))
}

/// The number of a person, team or tag: the end of its id.
pub fn number_of_person(id: &str) -> Option<u64> {
    let start = id.len().checked_sub(PERSON_DIGITS)?;
    u64::from_str_radix(id.get(start..)?, 16).ok()
}

/// How the id of a person, team or tag with this number ends.
pub fn person_suffix_of_number(number: u64) -> Option<String> {
    (number < 1 << 52).then(|| format!("{number:0PERSON_DIGITS$x}"))
}

fn place(conversation: &str) -> u64 {
    let mix = |sum: u64, byte: u8| sum.wrapping_mul(31).wrapping_add(u64::from(byte));
    conversation.bytes().fold(7, mix) % CONVERSATIONS
}

/// Lower-case letters and digits alone.
fn base36(text: &str) -> Option<u64> {
    let is_digit = |letter: u8| letter.is_ascii_digit() || letter.is_ascii_lowercase();
    if text.is_empty() || !text.bytes().all(is_digit) {
        return None;
    }
    u64::from_str_radix(text, 36).ok()
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    #[test]
    fn what_cannot_be_a_number_is_none() {
        for id in ["", "0abc", "ABC", "c-1", "+1", "zzzzzzzzzzz"] {
            assert_eq!(number_of_conversation(id), None, "{id}");
        }
        assert_eq!(conversation_of_number(0), None);
        assert_eq!(conversation_of_number(u64::MAX), None);
        assert_eq!(number_of_part("c1", "short"), None);
        assert_eq!(number_of_person("a1"), None);
        assert_eq!(person_suffix_of_number(1 << 52), None);
    }

    proptest! {
        #[test]
        fn a_conversation_has_one_number(id in "[1-9a-z][0-9a-z]{0,9}") {
            let number = number_of_conversation(&id).unwrap();
            prop_assert!(number <= LARGEST);
            prop_assert_eq!(conversation_of_number(number), Some(id));
        }

        #[test]
        fn every_number_is_that_of_one_conversation(number in 1..=LARGEST) {
            let id = conversation_of_number(number).unwrap();
            prop_assert_eq!(number_of_conversation(&id), Some(number));
        }

        #[test]
        fn a_part_is_found_by_its_number(
            conversation in "[1-9a-z][0-9a-z]{0,9}",
            // From 1970 to 2500.
            millis in 1_u64..16_700_000_000_000,
            tail in "[0-9a-z]{5}",
        ) {
            let digits = conversation_of_number(millis).unwrap();
            let part = format!("{digits:0>9}{tail}");
            let number = number_of_part(&conversation, &part).unwrap();
            prop_assert_eq!(part_prefix_of_number(&conversation, number), Some(part[..9].to_owned()));
        }

        #[test]
        fn a_person_is_found_by_their_number(id in "[0-9a-f]{24}") {
            let number = number_of_person(&id).unwrap();
            prop_assert_eq!(person_suffix_of_number(number), Some(id[11..].to_owned()));
        }

        #[test]
        fn no_text_panics(text in any::<String>(), number in any::<u64>()) {
            let _ = (number_of_conversation(&text), number_of_person(&text));
            let _ = (number_of_part(&text, &text), part_prefix_of_number(&text, number));
        }
    }
}
