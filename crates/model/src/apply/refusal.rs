//! Why a command may not be carried out.

use thiserror::Error;

use crate::validate::{Fault, Problem};

/// The rule that forbids a command. `code()` is stable; the words for a reader come from the
/// interface's catalogues.
#[derive(Clone, Debug, PartialEq, Error)]
#[non_exhaustive]
pub enum Refusal {
    /// Customers cannot do this.
    #[error("only the company's people can do this")]
    NotAllowed,
    /// The company has disabled replies in this conversation.
    #[error("replies are disabled in this conversation")]
    RepliesDisabled,
    /// The customer is blocked.
    #[error("the customer is blocked")]
    Blocked,
    /// What is given cannot be taken: everything that is wrong with it, at least one thing. Fields
    /// are `contents`, `subject`, `title`, `until` and `attributes`, and what is in them.
    #[error("{}", .0.first().map_or(Fault::Empty, |problem| problem.fault))]
    Invalid(Vec<Problem>),
    /// There is no such file, or none that the actor may send.
    #[error("there is no such file")]
    MediaNotFound,
    /// There is no message to which the tag could be attached.
    #[error("there is no message to hang the tag on")]
    NoTaggableMessage,
    /// The tag is not attached.
    #[error("the tag is not attached to this conversation")]
    TagNotAttached,
    /// There is no such part.
    #[error("there is no such part in this conversation")]
    PartNotFound,
    /// Only what the company has said is on its way to somebody.
    #[error("only what the company has said can be delivered")]
    NotOutbound,
    /// Only messages of people, bots included, can be redacted.
    #[error("only human messages can be redacted")]
    NotRedactable,
    /// The draft was sent or dismissed already.
    #[error("the suggestion is no longer pending")]
    SuggestionNotPending,
    /// Something has been said since the draft was made.
    #[error("something has been said since the suggestion was made")]
    SuggestionOutdated,
    /// Only a conversation whose reply window has closed can be restarted.
    #[error("the conversation cannot be restarted now")]
    NotRestartable,
    /// A reaction is one emoji.
    #[error("a reaction is a single emoji")]
    NotEmoji,
    /// There is no such participant.
    #[error("the contact is not a participant in this conversation")]
    ParticipantNotFound,
    /// A conversation keeps at least one contact.
    #[error("cannot remove the last participant from a conversation")]
    LastParticipant,
}

impl Refusal {
    /// `Invalid`, where there is any problem.
    ///
    /// # Errors
    /// `Invalid`.
    pub fn unless_none(problems: Vec<Problem>) -> Result<(), Self> {
        if problems.is_empty() { Ok(()) } else { Err(Self::Invalid(problems)) }
    }

    /// Everything that is wrong with what is given; empty for every other refusal.
    pub fn problems(&self) -> &[Problem] {
        match self {
            Self::Invalid(problems) => problems,
            _ => &[],
        }
    }

    /// The stable code, in `snake_case`.
    pub fn code(&self) -> &'static str {
        match self {
            Self::NotAllowed => "not_allowed",
            Self::RepliesDisabled => "replies_disabled",
            Self::Blocked => "blocked",
            // That of the first problem, which is what one sentence can tell.
            Self::Invalid(problems) => problems.first().map_or("empty", Problem::code),
            Self::MediaNotFound => "media_not_found",
            Self::NoTaggableMessage => "no_taggable_message",
            Self::TagNotAttached => "tag_not_attached",
            Self::PartNotFound => "part_not_found",
            Self::NotOutbound => "not_outbound",
            Self::NotRedactable => "not_redactable",
            Self::SuggestionNotPending => "suggestion_not_pending",
            Self::SuggestionOutdated => "suggestion_outdated",
            Self::NotRestartable => "not_restartable",
            Self::NotEmoji => "not_emoji",
            Self::ParticipantNotFound => "participant_not_found",
            Self::LastParticipant => "last_participant",
        }
    }
}
