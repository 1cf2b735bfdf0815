//! Why a command may not be carried out.

use thiserror::Error;

/// The rule that forbids a command. `code()` is stable; the words for a reader come from the
/// interface's catalogues.
#[derive(Clone, Debug, PartialEq, Eq, Error)]
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
    /// There is nothing to send.
    #[error("the message is empty")]
    Empty,
    /// The text is longer than can be stored.
    #[error("the text has {actual} characters, at most {max} are possible")]
    TooLong {
        /// Longest possible, in characters.
        max: usize,
        /// As given, in characters.
        actual: usize,
    },
    /// A file is at an address that no page may load, or a place is not on earth.
    #[error("a file is at an https or http address, and a place on earth")]
    Unsound,
    /// There is no such file, or none that the actor may send.
    #[error("there is no such file")]
    MediaNotFound,
    /// The instant does not lie in the future.
    #[error("the instant must lie in the future")]
    NotInFuture,
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
    /// The stable code, in `snake_case`.
    pub fn code(&self) -> &'static str {
        match self {
            Self::NotAllowed => "not_allowed",
            Self::RepliesDisabled => "replies_disabled",
            Self::Blocked => "blocked",
            Self::Empty => "empty",
            Self::TooLong { .. } => "too_long",
            Self::Unsound => "unsound",
            Self::MediaNotFound => "media_not_found",
            Self::NotInFuture => "not_in_future",
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
