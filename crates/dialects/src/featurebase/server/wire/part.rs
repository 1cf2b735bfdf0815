//! The 17 types of parts.

use serde_json::Value;
use utoipa::ToSchema;

use super::csat::{RatingRequestedCsat, RatingSubmittedCsat};
use super::tag::{ConversationTagApplication, ConversationTagMutationActor};
use super::{Channel, ParticipantType, PersonType, State};

/// One entry of a thread.
#[derive(Clone, Debug, ToSchema)]
pub struct ConversationPart {
    /// What every part has.
    #[serde(flatten)]
    pub part: PartFields,
    /// What its type has.
    #[serde(flatten)]
    pub kind: PartKind,
}

/// What every part has.
#[derive(Clone, Debug, ToSchema)]
#[serde(rename_all = "camelCase")]
pub struct PartFields {
    /// `conversation_part`.
    #[schema(pattern = "^conversation_part$")]
    pub object: String,
    /// Its id.
    pub id: String,
    /// When it was made.
    #[schema(format = "date-time")]
    pub created_at: String,
    /// When it last changed.
    #[schema(format = "date-time")]
    pub updated_at: String,
    /// Who made it.
    pub author: Option<ConversationPartAuthor>,
    /// Whether its contents were removed for good.
    #[schema(nullable = false)]
    pub redacted: Option<bool>,
    /// Tags attached to it, now or once.
    #[schema(nullable = false)]
    pub tag_applications: Option<Vec<ConversationTagApplication>>,
    /// What the vendor's form loses.
    #[schema(value_type = Option<Object>, nullable = false)]
    pub inbox: Option<Value>,
}

/// What each type of part has.
#[derive(Clone, Debug, ToSchema)]
#[serde(tag = "partType", rename_all = "snake_case")]
pub enum PartKind {
    /// Said by a contact.
    #[serde(rename_all = "camelCase")]
    UserMsg {
        /// As HTML; empty once redacted.
        body_html: Option<String>,
        /// As markdown; empty once redacted.
        body_markdown: Option<String>,
        /// Through which channel.
        channel: Channel,
    },
    /// Said by an agent.
    #[serde(rename_all = "camelCase")]
    AdminMsg {
        /// As HTML; empty once redacted.
        body_html: Option<String>,
        /// As markdown; empty once redacted.
        body_markdown: Option<String>,
        /// Through which channel.
        channel: Channel,
    },
    /// Said among agents.
    #[serde(rename_all = "camelCase")]
    AdminNote {
        /// As HTML.
        body_html: Option<String>,
        /// As markdown.
        body_markdown: Option<String>,
    },
    /// Said by e-mail.
    #[serde(rename_all = "camelCase")]
    EmailMsg {
        /// As HTML; empty once redacted.
        body_html: Option<String>,
        /// As markdown; empty once redacted.
        body_markdown: Option<String>,
        /// `email`.
        channel: Channel,
    },
    /// Said by a machine.
    #[serde(rename_all = "camelCase")]
    BotMsg {
        /// As HTML; empty once redacted.
        body_html: Option<String>,
        /// As markdown; empty once redacted.
        body_markdown: Option<String>,
        /// Through which channel.
        #[schema(nullable = false)]
        channel: Option<Channel>,
    },
    /// Answers to choose from.
    #[serde(rename_all = "camelCase")]
    QuickReplyOpts {
        /// The answers, in order.
        reply_options: Vec<QuickReplyOption>,
    },
    /// One of them was chosen.
    #[serde(rename_all = "camelCase")]
    QuickReplyResp {
        /// Its text as HTML.
        body_html: String,
        /// Its text as markdown.
        body_markdown: String,
        /// Which one.
        selected_option_id: String,
    },
    /// A rating was asked for.
    RatingRequested {
        /// The request.
        csat: RatingRequestedCsat,
    },
    /// A rating was given.
    RatingSubmitted {
        /// The rating.
        csat: RatingSubmittedCsat,
    },
    /// The customer is asked to fill in fields.
    AttrPrompt {
        /// The fields.
        form: AttrPromptForm,
    },
    /// They were filled in.
    AttrComplete {},
    /// Somebody else is responsible.
    #[serde(rename_all = "camelCase")]
    Assign {
        /// The agent.
        admin_assignee_id: Option<String>,
        /// Who did it.
        admin_assigner_id: Option<String>,
        /// The team.
        team_assignee_id: Option<String>,
    },
    /// The state changed.
    #[serde(rename_all = "camelCase")]
    Status {
        /// What it is now.
        status: State,
        /// When it comes back.
        #[schema(format = "date-time")]
        snoozed_until: Option<String>,
    },
    /// A tag was attached or removed.
    #[serde(rename_all = "camelCase")]
    Tags {
        /// `added` or `removed`.
        action: String,
        /// When.
        #[schema(format = "date-time")]
        occurred_at: String,
        /// The tag.
        tag_id: String,
        /// Its name.
        tag_name: Option<String>,
        /// The part on which it hangs.
        target_part_id: Option<String>,
        /// Who did it.
        #[schema(nullable = false)]
        actor: Option<ConversationTagMutationActor>,
    },
    /// An automation waits, went on, or was interrupted.
    #[serde(rename_all = "camelCase")]
    WorkflowWait {
        /// Which, and how.
        workflow_wait: WorkflowWaitEvent,
    },
    /// How urgent it is changed.
    #[serde(rename_all = "camelCase")]
    Priority {
        /// Whether it is urgent.
        is_priority: bool,
    },
    /// Somebody joined.
    PartAdd {
        /// Who.
        participant: PartAddParticipant,
    },
}

/// Who made a part.
#[derive(Clone, Debug, ToSchema)]
#[serde(rename_all = "camelCase")]
pub struct ConversationPartAuthor {
    /// Their id; null to a customer where it is not their own.
    #[schema(required = true)]
    pub id: Option<String>,
    /// What they are.
    pub r#type: ParticipantType,
    /// Their name.
    #[schema(nullable = false)]
    pub name: Option<String>,
    /// Their address; not for customers.
    #[schema(nullable = false)]
    pub email: Option<String>,
    /// Their picture.
    pub profile_picture: Option<String>,
}

/// One answer to choose.
#[derive(Clone, Debug, ToSchema)]
pub struct QuickReplyOption {
    /// Its id.
    pub id: String,
    /// Its text.
    pub text: String,
}

/// Fields to fill in.
#[derive(Clone, Debug, ToSchema)]
pub struct AttrPromptForm {
    /// The form's id.
    pub id: String,
    /// The fields, in order.
    pub attributes: Vec<AttrPromptFormField>,
}

/// A field to fill in.
#[derive(Clone, Debug, ToSchema)]
pub struct AttrPromptFormField {
    /// What the value is stored under.
    pub identifier: String,
    /// Its label.
    pub name: String,
    /// `text`, `number`, `email`, …
    pub r#type: String,
}

/// What an automation does.
#[derive(Clone, Debug, ToSchema)]
#[serde(rename_all = "camelCase")]
pub struct WorkflowWaitEvent {
    /// `started`, `finished` or `interrupted`.
    pub event_type: String,
    /// When.
    #[schema(format = "date-time")]
    pub occurred_at: String,
    /// Who interrupted it.
    #[schema(nullable = false)]
    pub interrupted_by_user_type: Option<PersonType>,
    /// How long, in words.
    #[schema(nullable = false)]
    pub wait_label: Option<String>,
    /// The automation.
    #[schema(nullable = false)]
    pub workflow_id: Option<String>,
    /// Its name.
    #[schema(nullable = false)]
    pub workflow_name: Option<String>,
}

/// Who joined.
#[derive(Clone, Debug, ToSchema)]
pub struct PartAddParticipant {
    /// Their id.
    pub id: String,
    /// What they are.
    pub r#type: PersonType,
}
