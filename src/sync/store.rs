//! What views read: fine-grained signals, so that one incoming message touches one row and one
//! thread. Only the engine writes here.

use std::cell::RefCell;
use std::rc::Rc;
use std::sync::Arc;

#[cfg(feature = "desk")]
use inbox_dialects::ViewCounts;
use inbox_dialects::live::Presence;
use inbox_dialects::session::Session;
use inbox_model::sync::Connection;
use inbox_model::thread::{Item, ItemKey};
#[cfg(feature = "desk")]
use inbox_model::view::{self, View};
use inbox_model::{Conversation, ConversationId, Participant};

use super::rows::Rows;
use crate::reactive::RwSignal;

/// How far the loading of something has come.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub enum Loading {
    /// Nobody has asked for it yet.
    #[default]
    Idle,
    /// On its way.
    Loading,
    /// Here.
    Ready,
    /// Did not come; the code says why.
    Failed(String),
}

/// The signals. Copied freely; they live as long as the widget.
#[derive(Clone, Copy)]
pub struct Store {
    /// Who the reader is, once known, and the workspace around them.
    pub session: RwSignal<Option<Arc<Session>>>,
    /// Whether the widget can be used: signing in, ready, or why not.
    pub start: RwSignal<Loading>,
    /// How the client is connected.
    pub connection: RwSignal<Connection>,
    /// The list in view: order and rows.
    #[cfg(feature = "desk")]
    pub rows: super::listing::Listing,
    /// The list in view: order and rows.
    #[cfg(not(feature = "desk"))]
    pub rows: Rows<ConversationId, Arc<Conversation>>,
    /// How far the list in view is loaded.
    pub list: RwSignal<Loading>,
    /// Older conversations can be loaded.
    pub list_has_more: RwSignal<bool>,
    /// How many messages the reader has not read, in all conversations that are known.
    pub unread: RwSignal<u32>,
    /// The agent's saved views, in order; the four that everybody has are always there.
    #[cfg(feature = "desk")]
    pub views: RwSignal<Vec<View>>,
    /// How many conversations they show, by their ids, as far as that is known.
    #[cfg(feature = "desk")]
    pub view_counts: RwSignal<ViewCounts>,
    /// The open thread.
    pub thread: Thread,
    /// The reader is writing the first message of a new conversation.
    pub composing: RwSignal<bool>,
    /// Who types where.
    pub typing: RwSignal<Vec<(ConversationId, Participant)>>,
    /// Who is there.
    pub presence: RwSignal<Presence>,
    /// Something that did not work, as a code, until it is dismissed.
    pub problem: RwSignal<Option<String>>,
    /// What others have just said in the open thread, for a screen reader.
    pub(super) arrivals: RwSignal<Rc<RefCell<Vec<Arrival>>>>,
}

/// The open thread. Copied freely.
#[derive(Clone, Copy)]
pub struct Thread {
    /// Which conversation is open.
    pub id: RwSignal<Option<ConversationId>>,
    /// The conversation as it is now.
    pub conversation: RwSignal<Option<Arc<Conversation>>>,
    /// How far it is loaded.
    pub loading: RwSignal<Loading>,
    /// Its lines.
    pub items: Rows<ItemKey, Item>,
}

/// A message that has just come in.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Arrival {
    /// The company's side wrote it.
    pub by_company: bool,
    /// Who wrote it.
    pub name: Option<String>,
    /// What it says, as plain text on one line.
    pub text: String,
}

impl Default for Store {
    /// All signals at rest.
    fn default() -> Self {
        Self {
            session: RwSignal::new(None),
            start: RwSignal::new(Loading::Idle),
            connection: RwSignal::new(Connection::Connecting),
            #[cfg(feature = "desk")]
            rows: super::listing::Listing::default(),
            #[cfg(not(feature = "desk"))]
            rows: Rows::default(),
            list: RwSignal::new(Loading::Idle),
            list_has_more: RwSignal::new(false),
            unread: RwSignal::new(0),
            #[cfg(feature = "desk")]
            views: RwSignal::new(view::system().into()),
            #[cfg(feature = "desk")]
            view_counts: RwSignal::new(ViewCounts::default()),
            thread: Thread {
                id: RwSignal::new(None),
                conversation: RwSignal::new(None),
                loading: RwSignal::new(Loading::Idle),
                items: Rows::default(),
            },
            composing: RwSignal::new(false),
            typing: RwSignal::new(Vec::new()),
            presence: RwSignal::new(Presence::default()),
            problem: RwSignal::new(None),
            arrivals: RwSignal::default(),
        }
    }
}

#[cfg(feature = "desk")]
impl Thread {
    /// The parts of the open thread, in order; subscribes to all that becomes of them.
    pub fn parts(self) -> Vec<Arc<inbox_model::Part>> {
        let mut parts = Vec::new();
        self.items.each(|item| match item {
            Item::Part { part, .. } => parts.push(Arc::clone(part)),
            Item::Events { first, later } => {
                parts.extend([first].into_iter().chain(later).cloned());
            }
            Item::Day(_) | Item::Unread | Item::Pending { .. } => {}
        });
        parts
    }

    /// The newest parts of which something holds, the newest first; subscribes to what becomes of
    /// them and of those in between.
    pub fn newest(
        self,
        most: usize,
        is: impl Fn(&inbox_model::Part) -> bool,
    ) -> Vec<Arc<inbox_model::Part>> {
        self.items.with_keys(|keys| {
            let parts = keys.iter().rev().filter_map(|key| self.at(key));
            parts.filter(|part| is(part)).take(most).collect()
        })
    }

    /// A part of the open thread; subscribes to the coming and going of parts.
    pub fn part(self, id: &inbox_model::PartId) -> Option<Arc<inbox_model::Part>> {
        let keys = self.items.keys();
        let own = |key: &ItemKey| matches!(key, ItemKey::Command(_));
        self.at(&ItemKey::Part(id.clone())).or_else(|| {
            keys.iter().filter(|key| own(key)).filter_map(|key| self.at(key)).find(|p| p.id == *id)
        })
    }

    fn at(self, key: &ItemKey) -> Option<Arc<inbox_model::Part>> {
        match self.items.now(key)? {
            Item::Part { part, .. } => Some(part),
            _ => None,
        }
    }
}

impl Store {
    /// The reader.
    pub fn me(self) -> Option<Participant> {
        self.session.get().map(|session| session.me.clone())
    }

    /// What others have just said in the open thread, each message once: whoever asks takes it. Follows
    /// what comes.
    pub fn arrivals(self) -> Vec<Arrival> {
        self.arrivals.get().take()
    }

    /// Names of those who type in the open thread; unnamed people are `None`.
    pub fn typing_here(self) -> Vec<Participant> {
        let id = self.thread.id.get();
        let typing = self.typing.get().into_iter();
        typing.filter(|(at, _)| Some(at) == id.as_ref()).map(|(_, who)| who).collect()
    }

    /// An agent by id, as far as the directory knows them.
    #[cfg(feature = "desk")]
    pub fn agent(self, id: &inbox_model::ParticipantId) -> Option<Participant> {
        let session = self.session.get()?;
        session.agents.iter().find(|agent| agent.id.as_ref() == Some(id)).cloned()
    }

    /// The name of a team by what may be its id, as far as the directory knows it.
    #[cfg(feature = "desk")]
    pub fn team_name(self, id: &inbox_model::ParticipantId) -> Option<String> {
        let session = self.session.get()?;
        let mut teams = session.teams.iter();
        teams.find(|team| team.id.as_str() == id.as_str()).map(|team| team.name.clone())
    }

    /// The name of an agent by id, as far as the directory knows them.
    pub fn agent_name(self, id: &inbox_model::ParticipantId) -> Option<String> {
        let session = self.session.get()?;
        session.agents.iter().find(|agent| agent.id.as_ref() == Some(id))?.name.clone()
    }
}
