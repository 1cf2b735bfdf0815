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

/// A new conversation: 12 characters of `0-9a-z`.
///
/// # Errors
/// The system's random source fails.
pub fn conversation() -> Result<ConversationId, RandomError> {
    Ok(ConversationId::from(base36(u64::from_be_bytes(random()?), 12)))
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
        assert_eq!(conversation.as_str().len(), 12);
        assert_eq!(hex(&[0x0f, 0xa0]), "0fa0");
        assert_eq!(base36(35 * 36 + 10, 3), "0za");
    }
}
