//! Which conversations are in view, and how far each such list has been read from the server.

use inbox_dialects::ListQuery;
use inbox_model::{Conversation, Timestamp};
#[cfg(feature = "desk")]
use inbox_model::{
    ParticipantId, State,
    view::{Condition, Filter, Sort},
};

/// What the list shows. The messenger's shows all.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct ListFilter {
    /// Only this state.
    #[cfg(feature = "desk")]
    pub state: Option<State>,
    /// Only what this shows.
    #[cfg(feature = "desk")]
    pub shown: Filter,
    /// Whose list it is.
    #[cfg(feature = "desk")]
    pub me: Option<ParticipantId>,
    /// Only what is found for these words.
    #[cfg(feature = "desk")]
    pub search: Option<String>,
    /// In this order.
    #[cfg(feature = "desk")]
    pub sort: Sort,
}

#[cfg(feature = "desk")]
impl ListFilter {
    /// Whether a conversation belongs to the list, but for the words.
    pub fn matches(&self, conversation: &Conversation, now: Timestamp) -> bool {
        self.state.is_none_or(|state| conversation.state == state)
            && self.shown.matches(conversation, self.me.as_ref(), now)
    }

    /// The same list in the order of servers.
    pub(super) fn unsorted(self) -> Self {
        Self { sort: Sort::default(), ..self }
    }

    /// The list as a view has it, but for the words and the order.
    pub(super) fn as_filter(&self) -> Filter {
        let shown = self.shown.clone();
        match self.state {
            Some(state) => shown.and(Condition::State(vec![state])),
            None => shown,
        }
    }

    /// Whether reading a conversation takes it out of the list.
    pub(super) fn is_of_unread(&self) -> bool {
        self.shown.needs(None).unread == Some(true)
    }

    /// The question to the server for the page at `cursor`. It may answer with more than the list
    /// shows, never with less.
    pub(super) fn query(&self, cursor: Option<String>) -> ListQuery {
        let needs = self.shown.needs(self.me.as_ref());
        ListQuery {
            cursor,
            limit: Some(PAGE),
            tags: needs.tags,
            state: self.state.or(needs.state),
            assignee: needs.assignee,
            unread: needs.unread,
            starred: needs.starred,
            archived: needs.archived,
            overdue: needs.overdue,
            search: self.search.clone(),
        }
    }
}

#[cfg(not(feature = "desk"))]
#[expect(clippy::unused_self, reason = "the desk's filter narrows down; this one stands for it")]
impl ListFilter {
    /// Whether a conversation belongs to the list.
    pub fn matches(&self, _conversation: &Conversation, _now: Timestamp) -> bool {
        true
    }

    /// Whether reading a conversation takes it out of the list.
    pub(super) fn is_of_unread(&self) -> bool {
        false
    }

    /// The question to the server for the page at `cursor`.
    pub(super) fn query(&self, cursor: Option<String>) -> ListQuery {
        ListQuery { cursor, limit: Some(PAGE), ..ListQuery::default() }
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
