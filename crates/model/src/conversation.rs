//! A conversation and everything that hangs on it.

use std::sync::Arc;

use serde::{Deserialize, Serialize};

use crate::csat::Csat;
use crate::id::{ConversationId, PartId, ParticipantId, TeamId};
use crate::part::Part;
use crate::participant::{Participant, ParticipantKind};
use crate::sorted::SortedMap;
use crate::tag::Tag;
use crate::time::Timestamp;

/// Where a conversation stands.
#[cfg_attr(feature = "typescript", derive(ts_rs::TS))]
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum State {
    /// Somebody should act on it.
    #[default]
    Open,
    /// The company has answered and waits for the customer (systems that have this state).
    Pending,
    /// Put aside until an instant.
    Snoozed,
    /// Done.
    Closed,
}

/// How urgent a conversation is. Systems with a flag only use `None` and `High`.
#[cfg_attr(feature = "typescript", derive(ts_rs::TS))]
#[derive(
    Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize,
)]
#[serde(rename_all = "snake_case")]
pub enum Priority {
    /// Not set.
    #[default]
    None,
    /// Can wait.
    Low,
    /// As usual.
    Normal,
    /// Before others.
    High,
    /// Now.
    Urgent,
}

/// How messages travel.
#[cfg_attr(feature = "typescript", derive(ts_rs::TS))]
#[derive(Clone, Debug, Default, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Channel {
    /// The messenger on a web page.
    #[default]
    Web,
    /// The messenger in an Android app.
    Android,
    /// The messenger in an iOS app.
    Ios,
    /// E-mail.
    Email,
    /// Text message.
    Sms,
    /// `WhatsApp`.
    Whatsapp,
    /// Phone.
    Phone,
    /// The source does not say.
    Unknown,
    /// A channel that this version does not know; the vendor's own word is kept.
    #[serde(untagged)]
    Other(String),
}

impl Channel {
    /// Whether what the company says travels by a service outside, which reports what becomes of
    /// it, and is not just shown.
    pub fn is_carried(&self) -> bool {
        matches!(self, Self::Email | Self::Sms | Self::Whatsapp)
    }
}

/// Which side spoke first.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Initiator {
    /// The customer.
    Customer,
    /// The company.
    Company,
}

/// Who handles the conversation while a bot is involved (Featurebase `botConversationState`).
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum BotState {
    /// The bot answers.
    Active,
    /// The bot has passed it to a person.
    HandedOffToHuman,
    /// The bot has settled it.
    Resolved,
}

/// How a conversation began.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct Source {
    /// Through which channel.
    pub channel: Channel,
    /// Who began it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub author: Option<Participant>,
    /// Which side began it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub initiated_by: Option<Initiator>,
    /// The first message, as markdown.
    #[serde(default)]
    pub markdown: String,
    /// The vendor's own HTML of the first message; passed on, never shown.
    #[serde(default)]
    pub html: String,
    /// Subject line of an e-mail.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub subject: Option<String>,
    /// The page on which it began. Untrusted: check the scheme before use.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub url: Option<String>,
}

/// How far one participant has read.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct ReadReceipt {
    /// Who.
    pub participant: ParticipantId,
    /// What they are (agent, customer or lead).
    pub kind: ParticipantKind,
    /// The last part they have read. It may be one that they cannot see, so it proves no access.
    pub last_read_part: PartId,
}

/// The newest thing said, for a row in a list.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Preview {
    /// The part it was taken from.
    pub part_id: PartId,
    /// Plain text on one line. Untrusted. Empty where the content has no words (see `content`).
    pub text: String,
    /// Who said it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub author: Option<Participant>,
    /// When.
    pub at: Timestamp,
    /// The kind of content where it is not text: `image`, `video`, `audio`, `document`,
    /// `location` or `contact_card`. The interface has the words for it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub content: Option<String>,
    /// Said among agents.
    #[serde(default)]
    pub note: bool,
}

/// What few conversations have. Where there may be a hundred thousand it takes no room in the others.
#[cfg(feature = "company")]
pub use crate::rare::Rare as Seldom;
/// What few conversations have.
#[cfg(not(feature = "company"))]
pub type Seldom<T> = T;

#[cfg(feature = "company")]
fn is_empty(handling: &crate::handling::Handling) -> bool {
    handling.is_empty()
}

/// A conversation between a contact and the company.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Conversation {
    /// Its id.
    pub id: ConversationId,
    /// Its title or subject. Untrusted text.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub title: Option<String>,
    /// Where it stands.
    #[serde(default)]
    pub state: State,
    /// When a snoozed conversation comes back. Systems also set it beside other states.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub snoozed_until: Option<Timestamp>,
    /// How urgent it is.
    #[serde(default)]
    pub priority: Priority,
    /// When the priority was set.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub priority_set_at: Option<Timestamp>,
    /// The agent responsible.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub assignee: Option<ParticipantId>,
    /// The team responsible.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub team: Option<TeamId>,
    /// The brand under which it is held.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub brand_id: Option<String>,
    /// How it began.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub source: Option<Source>,
    /// When it was created.
    pub created_at: Timestamp,
    /// When anything about it last changed.
    pub updated_at: Timestamp,
    /// When something was last said or done in it. Lists are sorted by this.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub last_activity_at: Option<Timestamp>,
    /// When it began to wait, in the vendor's sense; stored, never derived from the next field.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub waiting_since: Option<Timestamp>,
    /// The company waits for the customer.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub awaiting_customer_reply: Option<bool>,
    /// Who handles it while a bot is involved.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub bot_state: Option<BotState>,
    /// When that last changed.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub bot_state_changed_at: Option<Timestamp>,
    /// The customer's language, BCP 47 as far as the source keeps to it.
    #[serde(default)]
    pub language: String,
    /// An agent has set the language by hand.
    #[serde(default)]
    pub language_overridden: bool,
    /// The customer is blocked: in this conversation and in every other one. For a contact who reads
    /// or acts it is about themselves, for the company about the first contact.
    #[serde(default)]
    pub blocked: bool,
    /// The customer may not reply here (Featurebase `disableCustomerReply`).
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub replies_disabled: Option<bool>,
    /// Who takes part.
    #[serde(default)]
    pub participants: Vec<Participant>,
    /// Tags attached now, anywhere in it.
    #[serde(default)]
    pub tags: Vec<Tag>,
    /// How far everybody has read.
    #[serde(default)]
    pub read_receipts: Vec<ReadReceipt>,
    /// Ratings.
    #[serde(default)]
    pub csat: Seldom<Csat>,
    /// Fields of the company's own, as JSON texts by name.
    #[serde(default)]
    pub custom_attributes: SortedMap<String, String>,
    /// What the company keeps about it.
    #[cfg(feature = "company")]
    #[serde(default, skip_serializing_if = "is_empty")]
    pub handling: Seldom<crate::handling::Handling>,
    /// The parts that are known here, in order. A list carries none, a long thread its newest.
    #[serde(default)]
    pub parts: Vec<Arc<Part>>,
    /// The newest thing said, as far as the reader may see it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub preview: Option<Preview>,
    /// How many parts the reader has not read; `None` where the source does not tell.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub unread: Option<u32>,
    /// Counts up with every change; `None` where the source does not tell.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub version: Option<u64>,
}

impl Conversation {
    /// An open conversation in which nothing has happened yet.
    pub fn new(id: ConversationId, at: Timestamp) -> Self {
        Self {
            id,
            title: None,
            state: State::Open,
            snoozed_until: None,
            priority: Priority::None,
            priority_set_at: None,
            assignee: None,
            team: None,
            brand_id: None,
            source: None,
            created_at: at,
            updated_at: at,
            last_activity_at: Some(at),
            waiting_since: None,
            awaiting_customer_reply: None,
            bot_state: None,
            bot_state_changed_at: None,
            language: String::new(),
            language_overridden: false,
            blocked: false,
            replies_disabled: None,
            participants: Vec::new(),
            tags: Vec::new(),
            read_receipts: Vec::new(),
            csat: Seldom::<Csat>::default(),
            custom_attributes: SortedMap::new(),
            #[cfg(feature = "company")]
            handling: Seldom::<crate::handling::Handling>::default(),
            parts: Vec::new(),
            preview: None,
            unread: None,
            version: None,
        }
    }

    /// When something last happened, for sorting.
    pub fn activity_at(&self) -> Timestamp {
        self.last_activity_at.unwrap_or(self.updated_at)
    }

    /// By which channel it is held: the one by which it began, else the messenger.
    pub fn channel(&self) -> Channel {
        self.source.as_ref().map_or(Channel::Web, |source| source.channel.clone())
    }

    /// The contact it is held with: the first of the participants whom the company serves, else
    /// the contact who began it.
    pub fn contact(&self) -> Option<&Participant> {
        let source_author = self.source.as_ref().and_then(|source| source.author.as_ref());
        self.participants
            .iter()
            .chain(source_author)
            .find(|participant| participant.kind.is_contact())
    }

    /// The receipt of one participant.
    pub fn receipt(&self, participant: &ParticipantId) -> Option<&ReadReceipt> {
        self.read_receipts.iter().find(|receipt| &receipt.participant == participant)
    }

    /// The newest part that is known here.
    pub fn newest_part(&self) -> Option<&Arc<Part>> {
        self.parts.last()
    }
}

#[cfg(test)]
mod tests;
