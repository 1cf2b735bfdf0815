//! An agent's seal: what shows that a secret's owner has let them act, without the secret.

use hmac::{Hmac, Mac};
use inbox_model::ParticipantId;
use sha2::Sha256;

use crate::id;

/// The seal of an agent: HMAC-SHA-256 of their id under the secret, as hexadecimal digits.
pub(crate) fn seal(secret: &str, agent: &ParticipantId) -> String {
    let digest = mac(secret, agent.as_str().as_bytes()).map(|mac| mac.finalize().into_bytes());
    digest.map(|digest| id::hex(&digest)).unwrap_or_default()
}

/// Whether this is the agent's seal. The time that it takes tells nothing.
pub(crate) fn is_seal(secret: &str, agent: &ParticipantId, shown: &[u8]) -> bool {
    is_same(secret, seal(secret, agent).as_bytes(), shown)
}

/// Whether this is the secret itself. The time that it takes tells nothing, not even how long the
/// secret is.
pub(crate) fn is_secret(secret: &str, shown: &[u8]) -> bool {
    is_same(secret, secret.as_bytes(), shown)
}

/// Compares two texts by their digests, in constant time.
fn is_same(key: &str, expected: &[u8], shown: &[u8]) -> bool {
    let (Some(expected), Some(shown)) = (mac(key, expected), mac(key, shown)) else { return false };
    expected.verify(&shown.finalize().into_bytes()).is_ok()
}

fn mac(key: &str, text: &[u8]) -> Option<Hmac<Sha256>> {
    let mac = Hmac::<Sha256>::new_from_slice(key.as_bytes()).ok();
    mac.map(|mac| mac.chain_update(text))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_seal_is_good_for_its_agent_and_its_secret() {
        let (ada, ben) = (ParticipantId::from("aa"), ParticipantId::from("bb"));
        let shown = seal("s", &ada);
        assert_eq!(shown.len(), 64);
        assert!(is_seal("s", &ada, shown.as_bytes()));
        for (secret, agent, shown) in [
            ("s", &ben, shown.as_str()),
            ("t", &ada, shown.as_str()),
            ("s", &ada, "s"),
            ("s", &ada, ""),
            ("s", &ada, &shown[1..]),
            ("s", &ada, &shown.to_uppercase()),
        ] {
            assert!(!is_seal(secret, agent, shown.as_bytes()), "{secret} {agent} {shown}");
        }
        // Kept: RFC 4231's second test case, so that others can make the same seal.
        let known = seal("Jefe", &"what do ya want for nothing?".into());
        assert_eq!(known, "5bdcc146bf60754e6a042426089575c75a003f089d2739839dec58b964ec3843");
    }

    #[test]
    fn a_secret_is_itself_and_nothing_else() {
        assert!(is_secret("long secret", b"long secret"));
        for other in ["", "long", "long secret ", "Long secret"] {
            assert!(!is_secret("long secret", other.as_bytes()), "{other}");
        }
    }
}
