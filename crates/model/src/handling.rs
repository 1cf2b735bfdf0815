//! What the company keeps about a conversation, and customers never see.

use std::sync::LazyLock;

use serde::{Deserialize, Serialize};

use crate::conversation::{Channel, Conversation};
use crate::id::{PartId, ParticipantId};
use crate::rare::Plain;
use crate::reply_window::{ReplyWindow, Verdict};
use crate::sla::Sla;
use crate::time::Timestamp;

/// What the company keeps about a conversation. It is one value, so that hiding it from a customer
/// is one step.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(default)]
pub struct Handling {
    /// Somebody works on it (Voicebot `in-progress`); means something while it is open.
    #[serde(skip_serializing_if = "is_default")]
    pub in_progress: bool,
    /// Marked with a star.
    #[serde(skip_serializing_if = "is_default")]
    pub starred: bool,
    /// Put away: no list shows it unless it is asked for.
    #[serde(skip_serializing_if = "is_default")]
    pub archived: bool,
    /// Agents who have marked it as unread for themselves; reading it takes them off.
    #[serde(skip_serializing_if = "is_default")]
    pub marked_unread_by: Vec<ParticipantId>,
    /// When it was closed; `None` in every other state.
    #[serde(skip_serializing_if = "is_default")]
    pub closed_at: Option<Timestamp>,
    /// When a contact last said something. It stays if that message goes (Voicebot
    /// `last_customer_reply_from`).
    #[serde(skip_serializing_if = "is_default")]
    pub last_inbound_at: Option<Timestamp>,
    /// When the company last said something.
    #[serde(skip_serializing_if = "is_default")]
    pub last_outbound_at: Option<Timestamp>,
    /// How soon the company has to answer.
    #[serde(skip_serializing_if = "is_default")]
    pub sla: Sla,
    /// Until when the company may write; `None` where the channel has no window.
    #[serde(skip_serializing_if = "is_default")]
    pub reply_window: Option<ReplyWindow>,
    /// Through which of the company's accounts it is held.
    #[serde(skip_serializing_if = "is_default")]
    pub account: Option<Box<ChannelAccount>>,
    /// Who the contact is, as far as the company has noted it down.
    #[serde(skip_serializing_if = "is_default")]
    pub profile: Option<Box<Profile>>,
    /// The ways by which messages come in, the first one first.
    #[serde(skip_serializing_if = "is_default")]
    pub entry_points: Vec<EntryPoint>,
    /// The draft of a machine that waits for somebody to send or dismiss it.
    #[serde(skip_serializing_if = "is_default")]
    pub pending_suggestion: Option<PartId>,
}

/// Most of it is not there for most conversations, and all of it travels with every row of a list.
fn is_default<T: Default + PartialEq>(value: &T) -> bool {
    *value == T::default()
}

impl Plain for Handling {
    fn plain() -> &'static Self {
        static PLAIN: LazyLock<Handling> = LazyLock::new(Handling::default);
        &PLAIN
    }
}

impl Handling {
    /// Whether nothing is known.
    pub fn is_empty(&self) -> bool {
        *self == Self::default()
    }
}

impl Conversation {
    /// Until when and whether the company may write at `now`, with everything that bears on it;
    /// `None` where the channel has no window. This is the source's own verdict (Voicebot
    /// `reply_possible`), made by the system that holds the conversation.
    pub fn window_at(&self, now: Timestamp) -> Option<ReplyWindow> {
        let window = self.handling.reply_window?;
        let connected = self.handling.account.as_ref().is_none_or(|account| account.in_sync);
        let possible = window
            .possible
            .unwrap_or_else(|| connected && matches!(window.at(now), Verdict::Open { .. }));
        Some(ReplyWindow { possible: Some(possible), ..window })
    }
}

/// One of the company's accounts with a messenger service: a business phone number, for one
/// (Voicebot `Agent`).
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct ChannelAccount {
    /// Its id in the system of record.
    pub id: String,
    /// The service.
    pub channel: Channel,
    /// What it is called by within the service: a phone number. Untrusted text.
    pub address: String,
    /// The name that the service shows. Untrusted text.
    #[serde(default)]
    pub name: String,
    /// Connected. What is sent through an account that is not will fail.
    pub in_sync: bool,
}

/// Who a contact is, as far as the company has noted it down. All texts are untrusted.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct Profile {
    /// Its id in the system of record. Several contacts may share it: one person on several
    /// services.
    #[serde(skip_serializing_if = "is_default")]
    pub id: String,
    /// Full name.
    #[serde(skip_serializing_if = "is_default")]
    pub name: Option<String>,
    /// How to address them: `formal_male`, `formal_female`, `informal`, or what the source says.
    #[serde(skip_serializing_if = "is_default")]
    pub salutation: Option<String>,
    /// `undisclosed`, `male`, `female`, `diverse`, or what the source says.
    #[serde(skip_serializing_if = "is_default")]
    pub gender: Option<String>,
    /// Date of birth as `YYYY-MM-DD`, or as the source writes it.
    #[serde(skip_serializing_if = "is_default")]
    pub date_of_birth: Option<String>,
    /// Phone number in international form.
    #[serde(skip_serializing_if = "is_default")]
    pub phone: Option<String>,
    /// E-mail address.
    #[serde(skip_serializing_if = "is_default")]
    pub email: Option<String>,
    /// Postal address.
    #[serde(skip_serializing_if = "is_default")]
    pub address: Option<String>,
    /// Fields of the company's own, in order; `None` where one is empty.
    #[serde(skip_serializing_if = "is_default")]
    pub custom: Vec<Option<String>>,
    /// When it was made.
    #[serde(skip_serializing_if = "is_default")]
    pub created_at: Option<Timestamp>,
    /// When it last changed.
    #[serde(skip_serializing_if = "is_default")]
    pub updated_at: Option<Timestamp>,
}

/// A way by which messages of a conversation come in (Stack Auth `entryPoints`).
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct EntryPoint {
    /// Its id in the system of record.
    pub id: String,
    /// The kind of channel, in the source's word: `chat`, `email`, …
    pub channel: String,
    /// What connects it: `support-chat`, `support-dashboard`, …
    pub adapter: String,
    /// The id of the channel with its service.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub external_id: Option<String>,
    /// The conversation began here; else it was first used by a later message.
    pub is_origin: bool,
    /// The source's own data, as JSON text.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub metadata: Option<String>,
    /// When it was first used.
    pub created_at: Timestamp,
    /// When it last changed.
    pub updated_at: Timestamp,
}

#[cfg(test)]
mod tests {
    use super::*;

    const NOW: Timestamp = Timestamp::from_millis(1_000_000);

    #[test]
    fn the_holder_of_a_window_decides_by_all_that_bears_on_it() {
        let check = |until: Option<i64>, must_write: bool, in_sync: bool, possible: bool| {
            let mut conversation = Conversation::new("c1".into(), NOW);
            conversation.handling.reply_window = Some(ReplyWindow {
                possible: None,
                until: until.map(|offset| NOW.plus(offset)),
                customer_must_write: must_write,
            });
            conversation.handling.account = Some(Box::new(ChannelAccount {
                id: "1".into(),
                channel: Channel::Whatsapp,
                address: "4915223567929".into(),
                name: String::new(),
                in_sync,
            }));
            let window = conversation.window_at(NOW).unwrap();
            assert_eq!(window.possible, Some(possible), "{until:?} {must_write} {in_sync}");
            assert_eq!(window.until, until.map(|offset| NOW.plus(offset)));
        };
        check(Some(1), false, true, true);
        check(Some(0), false, true, false);
        check(Some(1), true, true, false);
        check(Some(1), false, false, false);
        check(None, false, true, false);
        assert_eq!(Conversation::new("c1".into(), NOW).window_at(NOW), None);
    }
}
