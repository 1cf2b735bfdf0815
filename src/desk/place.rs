//! What the agent has chosen to see.

use inbox_model::{PartId, State};

use crate::reactive::{RwSignal, effect};
use crate::sync::{Engine, ListFilter, Only};

/// Whose conversations the list shows.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) enum Whose {
    /// Everybody's.
    #[default]
    All,
    /// The agent's own.
    Mine,
    /// Nobody's.
    Unassigned,
    /// Those with a star.
    Starred,
    /// Those whose answer is late.
    Overdue,
    /// Those that were put away.
    Archived,
}

impl Whose {
    /// What is special about them.
    fn only(self) -> Option<Only> {
        match self {
            Self::All | Self::Mine | Self::Unassigned => None,
            Self::Starred => Some(Only::Starred),
            Self::Overdue => Some(Only::Overdue),
            Self::Archived => Some(Only::Archived),
        }
    }
}

/// The choices, as signals.
#[derive(Clone, Copy)]
pub(super) struct Place {
    pub(super) whose: RwSignal<Whose>,
    pub(super) state: RwSignal<Option<State>>,
    pub(super) unread_only: RwSignal<bool>,
    /// Words to search for; empty for none.
    pub(super) search: RwSignal<String>,
    /// The part that the thread is to go to.
    pub(super) jump: RwSignal<Option<PartId>>,
    /// The panel about the customer is open where it does not fit beside the thread.
    pub(super) details: RwSignal<bool>,
}

impl Place {
    /// Everybody's open conversations; a change of choice loads that list.
    pub(super) fn new(engine: Engine) -> Self {
        let place = Self {
            whose: RwSignal::new(Whose::All),
            state: RwSignal::new(Some(State::Open)),
            unread_only: RwSignal::new(false),
            search: RwSignal::new(String::new()),
            jump: RwSignal::new(None),
            details: RwSignal::new(false),
        };
        effect(move || {
            let me = engine.store.me().and_then(|me| me.id);
            let whose = place.whose.get();
            let assignee = match whose {
                Whose::Unassigned => Some(None),
                Whose::Mine => me.map(Some),
                _ => None,
            };
            let search = place.search.get();
            engine.set_filter(ListFilter {
                state: place.state.get(),
                assignee,
                unread: place.unread_only.get(),
                only: whose.only(),
                search: Some(search).filter(|search| !search.is_empty()),
            });
        });
        place
    }

    /// Shows others. What has a star or was put away may be in any state, so that all are shown;
    /// who comes back finds the open ones.
    pub(super) fn show(self, whose: Whose) {
        let any = |whose: Whose| matches!(whose, Whose::Starred | Whose::Archived);
        let before = self.whose.get_untracked();
        self.whose.set_if_new(whose);
        if any(whose) && !any(before) {
            self.state.set(None);
        } else if any(before) && !any(whose) {
            self.state.set(Some(State::Open));
        }
    }
}
