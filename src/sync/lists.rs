//! Which conversations are in view, and how far each such list has been read from the server.

use inbox_dialects::ListQuery;
use inbox_model::{Conversation, ParticipantId, State, Timestamp};

/// What the list shows.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct ListFilter {
    /// Only this state.
    pub state: Option<State>,
    /// Only what this agent is responsible for, or nobody.
    pub assignee: Option<Option<ParticipantId>>,
    /// Only what the reader has not read.
    pub unread: bool,
    /// Only what is special in this way.
    #[cfg(feature = "desk")]
    pub only: Option<Only>,
    /// Only what the server finds for these words.
    #[cfg(feature = "desk")]
    pub search: Option<String>,
}

/// What can be special about a conversation.
#[cfg(feature = "desk")]
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Only {
    /// It has a star.
    Starred,
    /// It was put away; such conversations are shown nowhere else.
    Archived,
    /// It should have been answered by now.
    Overdue,
}

impl ListFilter {
    /// Whether a conversation belongs to the list, but for the words: those only the server finds.
    pub fn matches(&self, conversation: &Conversation) -> bool {
        #[cfg(feature = "desk")]
        if !self.matches_handling(conversation) {
            return false;
        }
        self.state.is_none_or(|state| conversation.state == state)
            && self.assignee.as_ref().is_none_or(|assignee| &conversation.assignee == assignee)
            && (!self.unread || conversation.unread.unwrap_or(0) > 0)
    }

    #[cfg(feature = "desk")]
    fn matches_handling(&self, conversation: &Conversation) -> bool {
        let handling = &conversation.handling;
        let fits = match self.only {
            Some(Only::Starred) => handling.starred,
            Some(Only::Overdue) => conversation.is_overdue_at(super::clock::now()),
            Some(Only::Archived) | None => true,
        };
        fits && handling.archived == (self.only == Some(Only::Archived))
    }

    /// The question to the server for the page at `cursor`.
    pub(super) fn query(&self, cursor: Option<String>) -> ListQuery {
        ListQuery {
            cursor,
            limit: Some(PAGE),
            state: self.state,
            assignee: self.assignee.clone(),
            unread: self.unread,
            #[cfg(feature = "desk")]
            starred: self.only == Some(Only::Starred),
            #[cfg(feature = "desk")]
            archived: self.only == Some(Only::Archived),
            #[cfg(feature = "desk")]
            overdue: self.only == Some(Only::Overdue),
            #[cfg(feature = "desk")]
            search: self.search.clone(),
            ..ListQuery::default()
        }
    }
}

/// Conversations per page.
const PAGE: u32 = 50;

/// How far a list has been read.
#[derive(Clone, Debug, Default)]
pub(super) struct Progress {
    /// Where the next page starts; `None` before the first page and at the end.
    pub(super) next_cursor: Option<String>,
    /// Everything with at least this much activity is known. Conversations that happen to be
    /// known beyond it stay out of view, or the list would have gaps.
    pub(super) known_back_to: Option<Timestamp>,
    /// There is no further page.
    pub(super) complete: bool,
}

impl Progress {
    /// Takes note of a page.
    pub(super) fn page(&mut self, oldest: Option<Timestamp>, next_cursor: Option<String>) {
        self.complete = next_cursor.is_none();
        self.next_cursor = next_cursor;
        self.known_back_to = match (self.known_back_to, oldest) {
            (Some(before), Some(oldest)) => Some(before.min(oldest)),
            (before, oldest) => before.or(oldest),
        };
    }

    /// Whether a conversation lies in the stretch that has been read.
    pub(super) fn covers(&self, activity: Timestamp) -> bool {
        self.complete || self.known_back_to.is_some_and(|oldest| activity >= oldest)
    }
}
