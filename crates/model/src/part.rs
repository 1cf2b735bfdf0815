//! One entry of a thread.

use serde::{Deserialize, Serialize};

use crate::content::Content;
use crate::conversation::{Channel, Priority, State};
use crate::csat::CsatRequest;
use crate::id::{CommandId, PartId, ParticipantId, TagId, TeamId};
use crate::participant::{Participant, ParticipantKind};
use crate::suggestion::Suggestion;
use crate::tag::TagApplication;
use crate::time::Timestamp;

/// One entry of a conversation's thread.
#[derive(Clone, Debug, Serialize, Deserialize)]
pub struct Part {
    /// Unique within the conversation.
    pub id: PartId,
    /// What it is, with its own data.
    pub body: PartBody,
    /// Who made it; events of the inbox itself have none.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub author: Option<Participant>,
    /// When it was made. Parts are ordered by this, then by id.
    pub created_at: Timestamp,
    /// When it last changed.
    pub updated_at: Timestamp,
    /// How it travelled, where the source says.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub channel: Option<Channel>,
    /// Its contents were removed for good; the part stays as a mark.
    #[serde(default)]
    pub redacted: bool,
    /// Tags attached to this part, now or once.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub tag_applications: Vec<TagApplication>,
    /// The command that made it, if this server was told: what a client recognises its own by.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub command_id: Option<CommandId>,
    /// How far it has come on its way to the other side, where the channel tells.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub delivery: Option<Delivery>,
    /// What is known of its way.
    #[cfg(feature = "company")]
    #[serde(default, skip_serializing_if = "crate::tracking::Tracking::is_empty")]
    pub tracking: crate::tracking::Tracking,
}

impl PartialEq for Part {
    // By hand to be out of line: rows, threads and conversations would each have their own copy.
    #[inline(never)]
    fn eq(&self, other: &Self) -> bool {
        let Self {
            id,
            body,
            author,
            created_at,
            updated_at,
            channel,
            redacted,
            tag_applications,
            command_id,
            delivery,
            #[cfg(feature = "company")]
            tracking,
        } = self;
        #[cfg(feature = "company")]
        if *tracking != other.tracking {
            return false;
        }
        *id == other.id
            && *created_at == other.created_at
            && *updated_at == other.updated_at
            && *redacted == other.redacted
            && *channel == other.channel
            && *delivery == other.delivery
            && *command_id == other.command_id
            && *author == other.author
            && *tag_applications == other.tag_applications
            && *body == other.body
    }
}

impl Part {
    /// A part with what every part has.
    pub fn new(id: PartId, body: PartBody, author: Option<Participant>, at: Timestamp) -> Self {
        Self {
            id,
            body,
            author,
            created_at: at,
            updated_at: at,
            channel: None,
            redacted: false,
            tag_applications: Vec::new(),
            command_id: None,
            delivery: None,
            #[cfg(feature = "company")]
            tracking: crate::tracking::Tracking::default(),
        }
    }

    /// The order of parts in a thread.
    pub fn order_key(&self) -> (Timestamp, &PartId) {
        (self.created_at, &self.id)
    }

    /// Whether a customer may see it. Notes, suggestions and the company's housekeeping stay
    /// inside; of events only a change of state concerns the customer.
    pub fn is_public(&self) -> bool {
        match &self.body {
            PartBody::Message(_)
            | PartBody::QuickReplies { .. }
            | PartBody::QuickReplyChosen { .. }
            | PartBody::RatingRequested(_)
            | PartBody::RatingSubmitted(_)
            | PartBody::Form(_)
            | PartBody::FormCompleted
            | PartBody::Event(Event::StateChanged { .. }) => true,
            PartBody::Note(_)
            | PartBody::Suggestion(_)
            | PartBody::Call(_)
            | PartBody::Event(_) => false,
        }
    }

    /// Whether it counts as unread for the other side: something that a person or bot said.
    pub fn is_spoken(&self) -> bool {
        matches!(
            self.body,
            PartBody::Message(_)
                | PartBody::QuickReplyChosen { .. }
                | PartBody::QuickReplies { .. }
        )
    }

    /// Whether it was said by one of the people whom the company serves.
    pub fn is_inbound(&self) -> bool {
        self.is_spoken() && self.author.as_ref().is_some_and(|author| author.kind.is_contact())
    }

    /// Whether a tag can be attached to it (Featurebase: a reply or message).
    pub fn is_taggable(&self) -> bool {
        matches!(self.body, PartBody::Message(_))
    }

    /// Whether its contents can be removed for good (Featurebase: messages of contacts, agents,
    /// e-mail and bots; nothing else, notes included).
    pub fn is_redactable(&self) -> bool {
        matches!(self.body, PartBody::Message(_))
    }

    /// The contents of a message, note or suggestion; empty for every other kind.
    pub fn contents(&self) -> &[Content] {
        match &self.body {
            PartBody::Message(message)
            | PartBody::Note(message)
            | PartBody::Suggestion(Suggestion { message, .. }) => &message.contents,
            _ => &[],
        }
    }

    /// The same, to be told in another form than they are kept.
    #[cfg(feature = "company")]
    pub fn contents_mut(&mut self) -> &mut [Content] {
        match &mut self.body {
            PartBody::Message(message)
            | PartBody::Note(message)
            | PartBody::Suggestion(Suggestion { message, .. }) => &mut message.contents,
            _ => &mut [],
        }
    }

    /// The markdown of its first text, if it has one.
    pub fn markdown(&self) -> Option<&str> {
        self.contents().iter().find_map(|content| match content {
            Content::Text { markdown } => Some(markdown.as_str()),
            _ => None,
        })
    }
}

/// What a part is, with the data of its kind.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(tag = "kind", content = "data", rename_all = "snake_case")]
pub enum PartBody {
    /// Said to the other side, by a contact, an agent or a bot.
    Message(Message),
    /// Said among agents; never shown to a customer.
    Note(Message),
    /// A reply that a machine drafted for an agent.
    Suggestion(Suggestion),
    /// A phone call.
    Call(Call),
    /// Something that happened to the conversation.
    Event(Event),
    /// The customer is asked to fill in fields.
    Form(Form),
    /// The customer has filled in the fields.
    FormCompleted,
    /// The customer is offered answers to choose from.
    QuickReplies {
        /// The answers, in order.
        options: Vec<QuickReply>,
    },
    /// The customer has chosen one of the offered answers.
    QuickReplyChosen {
        /// Which one.
        option_id: String,
        /// Its text, as markdown.
        text: String,
    },
    /// The customer is asked for a rating.
    RatingRequested(CsatRequest),
    /// The customer has given a rating.
    RatingSubmitted(CsatRequest),
}

/// What somebody said.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct Message {
    /// What it carries; empty once redacted.
    pub contents: Vec<Content>,
    /// The vendor's own HTML of the text, kept to be passed on. The interface renders the
    /// markdown and never this.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub html: Option<String>,
    /// Sent or received by e-mail as a message of its own kind (Featurebase `email_msg`).
    #[serde(default)]
    pub email: bool,
}

impl Message {
    /// A message with these contents.
    pub fn new(contents: Vec<Content>) -> Self {
        Self { contents, html: None, email: false }
    }

    /// A message of one markdown text.
    pub fn text(markdown: impl Into<String>) -> Self {
        Self::new(vec![Content::text(markdown)])
    }
}

/// A phone call.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct Call {
    /// Whether the contact called.
    pub inbound: bool,
    /// How long it took, in milliseconds; 0 if it was missed.
    pub duration_ms: u64,
    /// What was said, in short, by a machine. Untrusted text.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub summary: Option<String>,
    /// The recording.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub recording_url: Option<String>,
}

/// Fields that the customer is asked for.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Form {
    /// The form's id.
    pub id: String,
    /// Its fields, in order.
    pub fields: Vec<FormField>,
}

/// One field of a form.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct FormField {
    /// What the value is stored under.
    pub identifier: String,
    /// The label to show. Untrusted text.
    pub name: String,
    /// `text`, `number`, `email`, `date` and others, as the vendor writes it.
    pub kind: String,
}

/// One answer to choose.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct QuickReply {
    /// Its id.
    pub id: String,
    /// Its text. Untrusted.
    pub text: String,
}

/// Something that happened to a conversation.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(tag = "event", rename_all = "snake_case")]
pub enum Event {
    /// The assignee changed; both `None` means unassigned.
    Assigned {
        /// The agent it went to.
        agent: Option<ParticipantId>,
        /// The team it went to.
        team: Option<TeamId>,
        /// Who did it.
        by: Option<ParticipantId>,
    },
    /// The state changed.
    StateChanged {
        /// What it is now.
        state: State,
        /// When a snoozed conversation comes back.
        snoozed_until: Option<Timestamp>,
    },
    /// A tag was attached or removed.
    TagChanged {
        /// Attached, and not removed.
        added: bool,
        /// The tag.
        tag_id: TagId,
        /// Its name then, or the best now known.
        name: Option<String>,
        /// The part it hangs on.
        target: Option<PartId>,
        /// Who did it.
        by: Option<Participant>,
        /// When, where that differs from the part's own time.
        at: Timestamp,
    },
    /// The priority changed.
    PriorityChanged {
        /// What it is now.
        priority: Priority,
    },
    /// Somebody joined.
    ParticipantAdded {
        /// Who.
        participant: Participant,
    },
    /// An automation waits, went on, or was interrupted.
    WorkflowWait {
        /// `started`, `finished` or `interrupted`, as the vendor writes it.
        stage: String,
        /// When.
        at: Timestamp,
        /// Which kind of person interrupted it.
        interrupted_by: Option<ParticipantKind>,
        /// How long, in the vendor's words.
        label: Option<String>,
        /// The automation's id.
        workflow_id: Option<String>,
        /// The automation's name.
        workflow_name: Option<String>,
    },
    /// Something that this version has no word for. It is shown as a neutral line and passed on.
    Other {
        /// The vendor's word for it.
        name: String,
        /// The vendor's data, as JSON text.
        data: String,
    },
}

/// How far a message has come on its way to the other side.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "status", rename_all = "snake_case")]
pub enum Delivery {
    /// Taken by the server, not yet handed to the channel.
    Created,
    /// Handed to the channel.
    Sent,
    /// Arrived on the other side.
    Delivered,
    /// Seen on the other side.
    Read,
    /// Will not arrive.
    Failed {
        /// Stable code of the reason, as the channel gives it.
        code: String,
    },
}

#[cfg(test)]
mod tests;
