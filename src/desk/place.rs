//! What the agent has chosen to see.

use inbox_model::State;

use crate::reactive::{RwSignal, effect};
use crate::sync::{Engine, ListFilter};

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
}

/// The choices, as signals.
#[derive(Clone, Copy)]
pub(super) struct Place {
    pub(super) whose: RwSignal<Whose>,
    pub(super) state: RwSignal<Option<State>>,
    pub(super) unread_only: RwSignal<bool>,
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
            details: RwSignal::new(false),
        };
        effect(move || {
            let me = engine.store.me().and_then(|me| me.id);
            let assignee = match place.whose.get() {
                Whose::All => None,
                Whose::Unassigned => Some(None),
                Whose::Mine => me.map(Some),
            };
            let (state, unread) = (place.state.get(), place.unread_only.get());
            engine.set_filter(ListFilter { state, assignee, unread });
        });
        place
    }
}
