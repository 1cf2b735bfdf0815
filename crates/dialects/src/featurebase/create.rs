//! What a new conversation is made of, for those who ask and those who answer.

use inbox_model::{Channel, Content, ParticipantId, Timestamp};

/// `POST /v2/conversations`.
#[derive(Clone, Debug, PartialEq)]
pub enum CreateRequest {
    /// A customer or lead begins.
    Contact {
        /// Who.
        id: ParticipantId,
        /// What they say.
        markdown: String,
        /// The same as contents, with more than text where our own client sent it.
        contents: Vec<Content>,
        /// `Web` or `Email`.
        channel: Channel,
        /// When it was said, for migrations.
        created_at: Option<Timestamp>,
    },
    /// The company begins.
    Admin {
        /// Who.
        id: ParticipantId,
        /// What they say.
        markdown: String,
        /// The same as contents, with more than text where our own client sent it.
        contents: Vec<Content>,
        /// `Web` or `Email`.
        channel: Channel,
        /// Subject of the e-mail, at most 500 characters; always there on `Email`.
        subject: Option<String>,
        /// To whom; at least one.
        to: Recipients,
        /// Copies.
        cc: Recipients,
        /// Copies that the others do not see.
        bcc: Recipients,
        /// When it was said, for migrations.
        created_at: Option<Timestamp>,
    },
}

/// Recipients of an outreach.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Recipients {
    /// By address.
    pub emails: Vec<String>,
    /// By our own contact id.
    pub ids: Vec<ParticipantId>,
}

impl Recipients {
    /// Whether there is nobody.
    pub fn is_empty(&self) -> bool {
        self.emails.is_empty() && self.ids.is_empty()
    }
}
