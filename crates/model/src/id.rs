//! Identifiers as types of their own, so that one kind can never be passed for another.

use std::borrow::Borrow;
use std::fmt;
use std::sync::Arc;

use serde::{Deserialize, Serialize};

macro_rules! id {
    ($(#[$doc:meta])* $name:ident) => {
        $(#[$doc])*
        #[derive(Clone, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
        #[serde(transparent)]
        pub struct $name(Arc<str>);

        impl $name {
            /// Takes the text as it came from the system that made it.
            pub fn new(text: impl Into<Arc<str>>) -> Self {
                Self(text.into())
            }

            /// The id as text, exactly as it came.
            pub fn as_str(&self) -> &str {
                &self.0
            }
        }

        impl From<&str> for $name {
            fn from(text: &str) -> Self {
                Self(shared(text))
            }
        }

        impl From<String> for $name {
            fn from(text: String) -> Self {
                Self(shared(&text))
            }
        }

        impl Borrow<str> for $name {
            fn borrow(&self) -> &str {
                &self.0
            }
        }

        impl fmt::Display for $name {
            fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                f.write_str(&self.0)
            }
        }

        impl fmt::Debug for $name {
            fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                write!(f, "{}({})", stringify!($name), self.0)
            }
        }
    };
}

id! {
    /// A conversation. Opaque: a short id, a number or a UUID, depending on the system.
    ConversationId
}
id! {
    /// One part of a conversation, unique within it.
    PartId
}
id! {
    /// A person or machine that takes part: contact, agent, bot.
    ParticipantId
}
id! {
    /// A team of agents.
    TeamId
}
id! {
    /// A workspace tag.
    TagId
}
id! {
    /// A stored media file.
    MediaId
}
id! {
    /// One command of one person: the idempotency key under which it is sent, however often.
    CommandId
}

/// Kept as one function: inlined it would be in the messenger a dozen times.
#[inline(never)]
fn shared(text: &str) -> Arc<str> {
    Arc::from(text)
}

impl ConversationId {
    /// The stand-in id of a conversation that exists on this device only, until the server has
    /// answered the command that starts it.
    pub fn provisional(command: &CommandId) -> Self {
        Self(shared(&[PROVISIONAL, command.as_str()].concat()))
    }

    /// Whether this is such a stand-in.
    pub fn is_provisional(&self) -> bool {
        self.0.starts_with(PROVISIONAL)
    }
}

impl PartId {
    /// The stand-in id of the part that a command will make, until the server names it.
    pub fn provisional(command: &CommandId) -> Self {
        Self(shared(&[PROVISIONAL, command.as_str()].concat()))
    }

    /// Whether this is such a stand-in.
    pub fn is_provisional(&self) -> bool {
        self.0.starts_with(PROVISIONAL)
    }
}

/// No system's own ids contain a colon, so the two can never be confused.
const PROVISIONAL: &str = "pending:";

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_provisional_id_is_told_from_a_real_one() {
        let command = CommandId::from("c1");
        assert!(ConversationId::provisional(&command).is_provisional());
        assert!(PartId::provisional(&command).is_provisional());
        assert!(!ConversationId::from("c1").is_provisional());
        assert!(!PartId::from("c1").is_provisional());
    }

    #[test]
    fn ids_travel_as_bare_strings() {
        let id = PartId::from("p1");
        let json = serde_json::to_string(&id).unwrap();
        assert_eq!(json, "\"p1\"");
        assert_eq!(serde_json::from_str::<PartId>(&json).unwrap(), id);
    }
}
