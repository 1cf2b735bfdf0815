//! The bodies of requests. Unknown members are passed over.

use serde_json::Value;
use utoipa::ToSchema;

use super::State;

/// `POST /v2/conversations`: by a contact, or with recipients by an agent.
#[derive(Clone, Debug, ToSchema)]
#[serde(rename_all = "camelCase")]
pub struct CreateConversationRequest {
    /// Who begins. A customer names themselves.
    pub from: ConversationFrom,
    /// What is said first, as markdown.
    #[schema(min_length = 1)]
    pub body_markdown: String,
    /// `desktop`, which is usual, or `email`.
    #[schema(nullable = false)]
    pub channel: Option<String>,
    /// When it was said, for migrations; agents only.
    #[schema(format = "date-time")]
    pub created_at: Option<String>,
    /// To whom an agent writes.
    #[schema(nullable = false)]
    pub recipients: Option<OutreachRecipients>,
    /// Subject of an e-mail, without which an agent sends none.
    #[schema(max_length = 500, nullable = false)]
    pub subject: Option<String>,
    /// `contents`: what is said where that is more than one text.
    #[schema(value_type = Option<Object>, nullable = false)]
    pub inbox: Option<Value>,
}

/// Who begins a conversation.
#[derive(Clone, Debug, ToSchema)]
#[serde(tag = "type", rename_all = "lowercase")]
pub enum ConversationFrom {
    /// A customer or lead.
    Contact {
        /// Who.
        #[schema(min_length = 24, max_length = 24)]
        id: String,
    },
    /// An agent.
    Admin {
        /// Who.
        #[schema(min_length = 24, max_length = 24)]
        id: String,
    },
}

/// To whom an agent writes. Recipients see each other, so `bcc` is refused.
#[derive(Clone, Debug, ToSchema)]
pub struct OutreachRecipients {
    /// At least one.
    pub to: EmailRecipients,
    /// More of them.
    #[schema(nullable = false)]
    pub cc: Option<EmailRecipients>,
    /// Refused where there are any.
    #[schema(nullable = false)]
    pub bcc: Option<EmailRecipients>,
}

/// Recipients of one kind, at most 50 by address and 50 by id.
#[derive(Clone, Debug, ToSchema)]
pub struct EmailRecipients {
    /// By address. One that nobody has becomes a lead.
    #[schema(max_items = 50, nullable = false)]
    pub emails: Option<Vec<String>>,
    /// By id.
    #[schema(max_items = 50, nullable = false)]
    pub ids: Option<Vec<String>>,
}

/// `PATCH /v2/conversations/{id}`: what is left out stays as it is.
#[derive(Clone, Debug, ToSchema)]
#[serde(rename_all = "camelCase")]
pub struct UpdateConversationRequest {
    /// Who does it; nobody means the bot.
    #[schema(nullable = false)]
    pub acting_admin_id: Option<String>,
    /// The agent responsible; null for nobody.
    pub admin_assignee_id: Option<String>,
    /// The team responsible; null for none.
    pub team_assignee_id: Option<String>,
    /// Its title.
    #[schema(max_length = 255, nullable = false)]
    pub title: Option<String>,
    /// Fields of the company's own; those that are left out stay.
    #[schema(value_type = Option<Object>, nullable = false)]
    pub custom_attributes: Option<Value>,
    /// Where it is to stand.
    #[schema(nullable = false)]
    pub state: Option<State>,
    /// When it comes back; has to be there, and in the future, with `snoozed`.
    #[schema(format = "date-time")]
    pub snoozed_until: Option<String>,
    /// Whose read receipts move. A customer can move their own.
    #[schema(nullable = false)]
    pub mark_as_read: Option<MarkAsRead>,
}

/// Whose read receipts move. Only those that are there do, but for one's own.
#[derive(Clone, Debug, ToSchema)]
#[serde(rename_all = "camelCase")]
pub struct MarkAsRead {
    /// Every agent's; beats `adminIds`.
    pub all_admins: Option<bool>,
    /// Every contact's; beats `contactIds`.
    pub all_contacts: Option<bool>,
    /// These agents'.
    #[schema(max_items = 255, nullable = false)]
    pub admin_ids: Option<Vec<String>>,
    /// These contacts'.
    #[schema(max_items = 255, nullable = false)]
    pub contact_ids: Option<Vec<String>>,
}

/// `POST /v2/conversations/{id}/reply`.
#[derive(Clone, Debug, ToSchema)]
#[serde(tag = "type", rename_all = "lowercase")]
pub enum ReplyToConversationRequest {
    /// By a contact who takes part; one of the two ids has to be there. A customer names themselves.
    #[serde(rename_all = "camelCase")]
    Contact {
        /// By our own id.
        #[schema(min_length = 24, max_length = 24, nullable = false)]
        id: Option<String>,
        /// By the site's id.
        #[schema(max_length = 255, nullable = false)]
        user_id: Option<String>,
        /// `reply`.
        #[schema(pattern = "^reply$")]
        message_type: String,
        /// What is said, as markdown.
        #[schema(min_length = 1)]
        body_markdown: String,
        /// Tell nobody, for imports.
        #[schema(nullable = false)]
        skip_notifications: Option<bool>,
        /// `contents`: what is said where that is more than one text.
        #[schema(value_type = Option<Object>, nullable = false)]
        inbox: Option<Value>,
    },
    /// By an agent.
    #[serde(rename_all = "camelCase")]
    Admin {
        /// Who.
        #[schema(min_length = 24, max_length = 24)]
        id: String,
        /// `reply`, or `note` for one among agents.
        #[schema(pattern = "^(reply|note)$")]
        message_type: String,
        /// What is said, as markdown.
        #[schema(min_length = 1)]
        body_markdown: String,
        /// Tell nobody, for imports.
        #[schema(nullable = false)]
        skip_notifications: Option<bool>,
        /// `contents`: what is said where that is more than one text.
        #[schema(value_type = Option<Object>, nullable = false)]
        inbox: Option<Value>,
    },
}

/// `POST /v2/conversations/redact`.
#[derive(Clone, Debug, ToSchema)]
#[serde(rename_all = "camelCase")]
pub struct RedactConversationPartRequest {
    /// `conversation_part`.
    #[schema(pattern = "^conversation_part$")]
    pub r#type: String,
    /// The conversation.
    #[schema(min_length = 1, max_length = 16)]
    pub conversation_id: String,
    /// The message in it.
    #[schema(min_length = 1, max_length = 16)]
    pub conversation_part_id: String,
    /// Who does it; nobody means the bot.
    #[schema(nullable = false)]
    pub acting_admin_id: Option<String>,
}

/// `POST /v2/conversations/{id}/tags`.
#[derive(Clone, Debug, ToSchema)]
#[serde(rename_all = "camelCase")]
pub struct AttachConversationTagRequest {
    /// Who does it.
    pub acting_admin_id: String,
    /// The tag.
    pub tag_id: String,
}

/// `DELETE /v2/conversations/{id}/tags/{tagId}`.
#[derive(Clone, Debug, ToSchema)]
#[serde(rename_all = "camelCase")]
pub struct DetachConversationTagRequest {
    /// Who does it.
    pub acting_admin_id: String,
}

/// `POST /v2/conversations/{id}/participants`.
#[derive(Clone, Debug, ToSchema)]
#[serde(rename_all = "camelCase")]
pub struct AddParticipantRequest {
    /// Whom to bring in.
    pub participant: ParticipantIdentifier,
    /// Who does it; nobody means the bot.
    #[schema(nullable = false)]
    pub acting_admin_id: Option<String>,
}

/// A contact, looked up by `id`, else by `userId`, else by `email`. One has to be there.
#[derive(Clone, Debug, ToSchema)]
#[serde(rename_all = "camelCase")]
pub struct ParticipantIdentifier {
    /// Our own id of a customer or lead.
    #[schema(min_length = 24, max_length = 24, nullable = false)]
    pub id: Option<String>,
    /// The site's id of a customer.
    #[schema(max_length = 255, nullable = false)]
    pub user_id: Option<String>,
    /// A customer's address.
    #[schema(format = "email", nullable = false)]
    pub email: Option<String>,
}

/// `DELETE /v2/conversations/{id}/participants`.
#[derive(Clone, Debug, ToSchema)]
#[serde(rename_all = "camelCase")]
pub struct RemoveParticipantRequest {
    /// The contact.
    #[schema(min_length = 24, max_length = 24)]
    pub id: String,
    /// Who does it; nobody means the bot.
    #[schema(nullable = false)]
    pub acting_admin_id: Option<String>,
}
