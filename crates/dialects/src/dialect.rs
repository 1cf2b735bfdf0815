//! The client's side of a dialect.

use inbox_model::{
    Command, CommandId, Conversation, ConversationId, Part, Participant, ParticipantId, State,
    TagId,
};
#[cfg(feature = "company")]
use inbox_model::{
    Media,
    sorted::SortedMap,
    view::{View, ViewCount},
};

use crate::capabilities::Capabilities;
use crate::error::DialectError;
#[cfg(feature = "company")]
use crate::http::Method;
use crate::http::{Request, Response};
use crate::session::Session;

/// One conversation API, as seen from a client. Implementations hold configuration only.
pub trait Dialect {
    /// What it supports.
    fn capabilities(&self) -> Capabilities;

    /// The header that carries the token of whoever asks: its name and its value.
    fn authorization(&self, token: &str) -> (&'static str, String) {
        ("Authorization", ["Bearer ", token].concat())
    }

    /// Takes over what the API needs to know of who has signed in. Nothing, for most of them.
    fn signed_in(&self, _session: &Session) {}

    /// The views that the API keeps for an agent. `None` where it keeps none.
    #[cfg(feature = "company")]
    fn saved_views(&self) -> Option<&dyn SavedViews> {
        None
    }

    /// Sends a file that a message is to carry. The request has no body yet: the transport sends the
    /// file as the field [`UPLOAD_FIELD`] of a multipart form. Most APIs have no such operation, and
    /// our server has one beside them.
    #[cfg(feature = "company")]
    fn upload(&self) -> Request {
        Request::new(Method::Post, "/media")
    }

    /// Reads the answer to [`Dialect::upload`].
    ///
    /// # Errors
    /// As the server says, or `Malformed`.
    #[cfg(feature = "company")]
    fn read_upload(&self, response: &Response) -> Result<Media, DialectError> {
        crate::upload::read(response)
    }

    /// Asks for a page of conversations, newest activity first.
    fn list(&self, query: &ListQuery) -> Request;

    /// Reads the answer to [`Dialect::list`].
    ///
    /// # Errors
    /// As the vendor says, or `Malformed`.
    fn read_list(&self, response: &Response) -> Result<Page, DialectError>;

    /// Reads the answer to [`Dialect::list`] for an API that only tells that there is more: where the
    /// next page starts follows from what was asked.
    ///
    /// # Errors
    /// As the vendor says, or `Malformed`.
    fn read_page(&self, _query: &ListQuery, response: &Response) -> Result<Page, DialectError> {
        self.read_list(response)
    }

    /// Asks for one conversation with its parts.
    fn conversation(&self, id: &ConversationId) -> Request;

    /// Reads the answer to [`Dialect::conversation`].
    ///
    /// # Errors
    /// As the vendor says, or `Malformed`.
    fn read_conversation(&self, response: &Response) -> Result<Conversation, DialectError>;

    /// Asks for the parts of a conversation, where it comes without them. `None` where it carries
    /// them.
    fn parts(&self, _id: &ConversationId) -> Option<Request> {
        None
    }

    /// Reads the answer to [`Dialect::parts`] into the conversation that was asked for before.
    ///
    /// # Errors
    /// As the vendor says, or `Malformed`.
    fn read_parts(
        &self,
        _conversation: &mut Conversation,
        _response: &Response,
    ) -> Result<(), DialectError> {
        Ok(())
    }

    /// Carries out a command. The command's id becomes the idempotency key where there is one.
    ///
    /// # Errors
    /// `Unsupported` where the API has no such operation.
    fn command(&self, who: &Who<'_>, command: &Command) -> Result<Request, DialectError>;

    /// The same where the caller knows the conversation, for an API that replaces what it should
    /// alter: what stays as it is has to be said too.
    ///
    /// # Errors
    /// `Unsupported` where the API has no such operation.
    #[cfg(feature = "company")]
    fn command_on(
        &self,
        who: &Who<'_>,
        _known: &Conversation,
        command: &Command,
    ) -> Result<Request, DialectError> {
        self.command(who, command)
    }

    /// Deletes a conversation for good. `None` where the API has no such operation.
    #[cfg(feature = "company")]
    fn delete(&self, _id: &ConversationId) -> Option<Request> {
        None
    }

    /// Reads the answer to [`Dialect::command`].
    ///
    /// # Errors
    /// As the vendor says, or `Malformed`.
    fn read_command(&self, command: &Command, response: &Response)
    -> Result<Outcome, DialectError>;
}

/// The field of the multipart form that carries a file.
#[cfg(feature = "company")]
pub const UPLOAD_FIELD: &str = "file";

/// An agent's own views of the list, as an API keeps them.
#[cfg(feature = "company")]
pub trait SavedViews {
    /// Asks for all of them.
    fn views(&self) -> Request;

    /// Saves all of the agent's own, and any of the four that everybody has. One of those that is
    /// left out stays.
    fn save_views(&self, views: &[View]) -> Request;

    /// Reads the answer to [`SavedViews::views`] and [`SavedViews::save_views`]: all views, in
    /// order.
    ///
    /// # Errors
    /// As the vendor says, or `Malformed`.
    fn read_views(&self, response: &Response) -> Result<Vec<View>, DialectError>;

    /// Asks how many conversations each view shows.
    fn view_counts(&self) -> Request;

    /// Reads the answer to [`SavedViews::view_counts`], by the views' ids.
    ///
    /// # Errors
    /// As the vendor says, or `Malformed`.
    fn read_view_counts(&self, response: &Response) -> Result<ViewCounts, DialectError>;
}

/// How many conversations views show, by the views' ids.
#[cfg(feature = "company")]
pub type ViewCounts = SortedMap<String, ViewCount>;

/// Who does what to which conversation under which key.
#[derive(Clone, Copy, Debug)]
pub struct Who<'a> {
    /// The person who acts.
    pub actor: &'a Participant,
    /// The conversation; ignored by `Command::Start`.
    pub conversation: &'a ConversationId,
    /// The idempotency key.
    pub command_id: &'a CommandId,
}

/// Which conversations a page shows. Only the company narrows it down (see the feature `company`).
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct ListQuery {
    /// Where the previous page ended; `None` starts at the top.
    pub cursor: Option<String>,
    /// How many, 1 to 100; `None` leaves it to the API.
    pub limit: Option<u32>,
    /// Only conversations with all of these tags.
    pub tags: Vec<TagId>,
    /// Only this state (where the API can filter).
    pub state: Option<State>,
    /// Only conversations of this agent, or of nobody (where the API can filter).
    pub assignee: Option<Option<ParticipantId>>,
    /// Only what the caller has not read, or only what they have (where the API can filter; the
    /// latter few can).
    pub unread: Option<bool>,
    /// Only what has a star, or has none (as above).
    pub starred: Option<bool>,
    /// Only what was put away, or was not (as above).
    pub archived: Option<bool>,
    /// Only what should have been answered by now, or what need not (as above).
    pub overdue: Option<bool>,
    /// Only what contains this text (where the API can search).
    pub search: Option<String>,
}

/// One page of a list.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Page {
    /// The conversations, newest activity first.
    pub conversations: Vec<Conversation>,
    /// Where the next page starts; `None` at the end.
    pub next_cursor: Option<String>,
}

/// What a command led to.
#[derive(Clone, Debug, PartialEq)]
pub enum Outcome {
    /// The conversation as it is now.
    Conversation(Box<Conversation>),
    /// The part that was made.
    Part(Box<Part>),
    /// It was done, and the answer tells no more.
    Done,
}
