//! Fresh ids. The only place, beside tokens and secrets, that draws random numbers.

use inbox_model::{ConversationId, PartId, ParticipantId, Timestamp};

/// The system could give no random numbers.
pub type RandomError = getrandom::Error;

/// Bytes that nobody can guess.
///
/// # Errors
/// The system's random source fails.
pub fn random<const N: usize>() -> Result<[u8; N], RandomError> {
    let mut bytes = [0; N];
    getrandom::fill(&mut bytes)?;
    Ok(bytes)
}

/// Bytes as lower-case hexadecimal.
pub fn hex(bytes: &[u8]) -> String {
    bytes.iter().flat_map(|byte| [nibble(byte >> 4), nibble(byte & 15)]).collect()
}

/// A new agent or contact: 24 hexadecimal characters, as the vendors' own ids are.
///
/// # Errors
/// The system's random source fails.
pub fn participant() -> Result<ParticipantId, RandomError> {
    Ok(ParticipantId::from(hex(&random::<12>()?)))
}

/// A new organisation: a random UUID (RFC 9562, version 4) in small letters.
///
/// # Errors
/// The system's random source fails.
pub fn uuid() -> Result<String, RandomError> {
    let number = u128::from_be_bytes(random()?);
    let number = number & !(0xf << 76) | 4 << 76; // the version
    let number = number & !(0b11 << 62) | 0b10 << 62; // the variant
    let digits = hex(&number.to_be_bytes());
    let lengths = [8, 4, 4, 4, 12];
    let mut rest = digits.as_str();
    let groups = lengths.map(|length| {
        let (group, after) = rest.split_at_checked(length).unwrap_or((rest, ""));
        rest = after;
        group
    });
    Ok(groups.join("-"))
}

/// Whether a text is a UUID as RFC 9562 writes it, of any version, in small letters or capitals.
pub fn is_uuid(text: &str) -> bool {
    text.len() == 36
        && text.bytes().enumerate().all(|(at, byte)| match at {
            8 | 13 | 18 | 23 => byte == b'-',
            _ => byte.is_ascii_hexdigit(),
        })
}

/// A new conversation: 10 characters of `0-9a-z` of which the first is no `0`. Read in base 36 they
/// are a number below 2^53, so a system whose ids are numbers can name it too.
///
/// # Errors
/// The system's random source fails.
pub fn conversation() -> Result<ConversationId, RandomError> {
    const LEAST: u64 = 36_u64.pow(9);
    let number = LEAST + u64::from_be_bytes(random()?) % (35 * LEAST);
    Ok(ConversationId::from(base36(number, 10)))
}

/// Ids for the parts of one conversation: 14 characters of `0-9a-z` that sort in the order in
/// which they were made. Nine carry the time in milliseconds, five are random.
#[derive(Debug)]
pub struct PartIds {
    last: u64,
    random: u64,
}

impl PartIds {
    /// Continues after the conversation's newest part, if it has one.
    ///
    /// # Errors
    /// The system's random source fails.
    pub fn after(newest: Option<&PartId>, now: Timestamp) -> Result<Self, RandomError> {
        let now = u64::try_from(now.as_millis()).unwrap_or(0);
        let newest = newest
            .and_then(|id| id.as_str().get(..TIME_DIGITS))
            .and_then(|digits| u64::from_str_radix(digits, 36).ok())
            .unwrap_or(0);
        Ok(Self { last: newest.max(now.saturating_sub(1)), random: u64::from_be_bytes(random()?) })
    }

    /// The next id.
    pub fn next_id(&mut self) -> PartId {
        self.last = self.last.saturating_add(1);
        // One draw serves a command: what follows only has to differ between conversations.
        self.random = self.random.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1);
        let tail = base36(self.random >> 16, 5);
        PartId::from(base36(self.last, TIME_DIGITS) + &tail)
    }
}

const TIME_DIGITS: usize = 9;

/// The lowest `digits` digits of `value` in base 36.
fn base36(mut value: u64, digits: usize) -> String {
    let mut text = vec![b'0'; digits];
    for digit in text.iter_mut().rev() {
        let rest = u8::try_from(value % 36).unwrap_or(0);
        *digit = if rest < 10 { b'0' + rest } else { b'a' + rest - 10 };
        value /= 36;
    }
    text.into_iter().map(char::from).collect()
}

fn nibble(value: u8) -> char {
    char::from(if value < 10 { b'0' + value } else { b'a' + value - 10 })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn part_ids_sort_by_age_whatever_the_clock_says() {
        let mut newest: Option<PartId> = None;
        for millis in [1_768_057_200_000, 1_768_057_200_000, 5, 1_768_057_200_001, 0] {
            let mut ids = PartIds::after(newest.as_ref(), Timestamp::from_millis(millis)).unwrap();
            for id in [ids.next_id(), ids.next_id()] {
                assert!(newest.is_none_or(|newest| newest < id));
                assert!(id.as_str().len() <= 16);
                assert!(id.as_str().bytes().all(|byte| byte.is_ascii_alphanumeric()));
                newest = Some(id);
            }
        }
    }

    #[test]
    fn ids_have_the_form_that_the_contracts_ask_for() {
        let participant = participant().unwrap();
        assert_eq!(participant.as_str().len(), 24);
        assert!(participant.as_str().bytes().all(|byte| byte.is_ascii_hexdigit()));
        let conversation = conversation().unwrap();
        assert_eq!(conversation.as_str().len(), 10);
        assert!(!conversation.as_str().starts_with('0'));
        let number = u64::from_str_radix(conversation.as_str(), 36).unwrap();
        assert!(number < 1 << 53);
        assert_eq!(base36(number, 10), conversation.as_str());
        assert_eq!(u64::from_str_radix("zzzzzzzzzz", 36), Ok(36_u64.pow(10) - 1));
        const { assert!(36_u64.pow(10) < 1 << 53) };
        assert_eq!(hex(&[0x0f, 0xa0]), "0fa0");
        assert_eq!(base36(35 * 36 + 10, 3), "0za");
    }

    #[test]
    fn a_uuid_is_of_version_four() {
        for _ in 0..64 {
            let uuid = uuid().unwrap();
            assert!(is_uuid(&uuid), "{uuid}");
            assert_eq!(uuid, uuid.to_ascii_lowercase());
            assert_eq!(uuid.as_bytes()[14], b'4', "{uuid}");
            assert!(b"89ab".contains(&uuid.as_bytes()[19]), "{uuid}");
        }
        assert_ne!(uuid(), uuid());
        for text in [
            "",
            "1",
            "5d1f000000004000800000000000000001",
            "5d1f0000-0000-4000-8000-00000000000",
            "5d1f0000-0000-4000-8000-00000000000g",
            "{5d1f0000-0000-4000-8000-0000000000}",
            "5d1f0000-0000-4000-80000-0000000001-",
            "5d1f0000-0000-4000-8000-00000000000é",
        ] {
            assert!(!is_uuid(text), "{text}");
        }
        assert!(is_uuid("5D1F0000-0000-4000-8000-00000000000A"));
    }
}
