//! `Message`, and what hangs on it.

use serde::Serialize;
use utoipa::ToSchema;

use super::Content;

/// `MessageFrom`.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, ToSchema)]
#[serde(rename_all = "lowercase")]
pub enum From {
    /// The inbox itself.
    System,
    /// The company: one of its people, or one of its machines.
    Agent,
    /// The person on the other side.
    Customer,
}

/// `MessageSource`.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, ToSchema)]
#[serde(rename_all = "kebab-case")]
pub enum Source {
    /// A person, or a machine in the place of one.
    User,
    /// A campaign.
    WhatsappCampaign,
}

/// `MessageStatus`. Of a message that came in it says whether the company has read it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, ToSchema)]
#[serde(rename_all = "lowercase")]
pub enum MessageStatus {
    /// Not yet handed to the channel.
    Created,
    /// Handed to the channel.
    Sent,
    /// Arrived.
    Delivered,
    /// Read.
    Read,
    /// Will not arrive.
    Error,
}

/// `Message`.
#[derive(Clone, Debug, Serialize, ToSchema)]
pub struct Message {
    /// Internal id.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub id: Option<u64>,
    /// The conversation's id.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub conversation_id: Option<u64>,
    /// Who wrote it.
    #[serde(rename = "from")]
    pub sender: From,
    /// What triggered it.
    pub source: Source,
    /// The agent who wrote it.
    pub user_id: Option<u64>,
    /// What it carries: what was received may have several contents, what is sent has one.
    pub contents: Vec<Content>,
    /// How far it has come.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub status: Option<MessageStatus>,
    /// The company's reaction, one emoji.
    pub agent_reaction: Option<String>,
    /// The customer's reaction, one emoji.
    pub customer_reaction: Option<String>,
    /// When it was sent, RFC 3339. Ours have it from the moment at which they are taken.
    #[schema(format = "date-time")]
    pub sent_at: Option<String>,
    /// The message that it refers to, without its own reference.
    #[schema(no_recursion)]
    pub reference: Option<Box<Message>>,
    /// Why it failed, while it has.
    pub latest_error: Option<MessageError>,
    /// The campaign that sent it.
    pub whatsapp_campaign: Option<Campaign>,
}

/// `MessageError`.
#[derive(Clone, Debug, Serialize, ToSchema)]
pub struct MessageError {
    /// Internal id: that of the message, which has but one.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub id: Option<u64>,
    /// The message's id.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub message_id: Option<u64>,
    /// `status-update` where the channel reported it, else `other`.
    #[serde(rename = "type")]
    pub kind: &'static str,
    /// The channel's words.
    pub original_message: String,
    /// When it was reported, RFC 3339.
    #[schema(format = "date-time")]
    pub created_at: Option<String>,
}

/// `WhatsappCampaign`. Ours have no ids.
#[derive(Clone, Debug, Serialize, ToSchema)]
pub struct Campaign {
    /// Its name.
    pub name: String,
}
