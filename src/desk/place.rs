//! What the agent has chosen to see.

use inbox_model::view::{self, Assignee, Condition, Filter, Sort, View};
use inbox_model::{ConversationId, PartId, State, TeamId};

use super::done::Done;
use super::picks::Picks;
use crate::reactive::{RwSignal, effect};
use crate::sync::{Engine, ListFilter};

/// Which conversations the list shows.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(super) enum Shown {
    /// Everybody's.
    #[default]
    All,
    /// The agent's own.
    Mine,
    /// Nobody's.
    Unassigned,
    /// Those of a team.
    Team(TeamId),
    /// Those with a star.
    Starred,
    /// Those whose answer is late.
    Overdue,
    /// Those that were put away.
    Archived,
    /// Those of the saved view of this id.
    Saved(String),
}

impl Shown {
    /// What is shown before anything is chosen.
    pub(super) fn first(engine: Engine) -> Self {
        if engine.keeps_views() { Self::Saved("recents".into()) } else { Self::All }
    }

    /// What the conversations are. What a saved view shows is known to those who have it.
    fn filter(&self) -> Filter {
        let inbox = Filter::from(Condition::Archived(false));
        match self {
            Self::All | Self::Saved(_) => inbox,
            Self::Mine => inbox.and(Assignee::Me),
            Self::Unassigned => inbox.and(Assignee::Nobody),
            Self::Team(team) => inbox.and(Condition::Team(Some(team.clone()))),
            Self::Starred => inbox.and(Condition::Starred(true)),
            Self::Overdue => inbox.and(Condition::Overdue(true)),
            Self::Archived => Condition::Archived(true).into(),
        }
    }

    /// They may be in any state, so that all are shown.
    fn is_of_any_state(&self) -> bool {
        matches!(self, Self::Starred | Self::Archived | Self::Saved(_))
    }

    /// Under which name it is counted: a view's id, or one that no view can have. What was put away is
    /// not counted: nobody waits for it.
    pub(super) fn name(&self) -> Option<String> {
        Some(match self {
            Self::All => "@all".to_owned(),
            Self::Mine => "@mine".to_owned(),
            Self::Unassigned => "@unassigned".to_owned(),
            Self::Team(team) => ["@team/", team.as_str()].concat(),
            Self::Starred => "@starred".to_owned(),
            Self::Overdue => "@overdue".to_owned(),
            Self::Archived => return None,
            Self::Saved(id) => id.clone(),
        })
    }
}

/// The choices, as signals.
#[derive(Clone, Copy)]
pub(super) struct Place {
    pub(super) shown: RwSignal<Shown>,
    pub(super) state: RwSignal<Option<State>>,
    pub(super) unread_only: RwSignal<bool>,
    /// Words to search for; empty for none.
    pub(super) search: RwSignal<String>,
    /// The conversation that is marked in the list.
    pub(super) active: RwSignal<Option<ConversationId>>,
    /// The part that the thread is to go to.
    pub(super) jump: RwSignal<Option<PartId>>,
    /// The part of the open thread that was searched for, and the words.
    pub(super) found: RwSignal<Option<(PartId, String)>>,
    /// All parts of the open thread that have them, the newest first.
    pub(super) hits: RwSignal<Vec<PartId>>,
    /// The panel about the customer is open where it does not fit beside the thread.
    pub(super) details: RwSignal<bool>,
    /// The conversations that are picked.
    pub(super) picks: Picks,
    /// What was done last and can be taken back.
    pub(super) done: RwSignal<Option<Done>>,
    /// The conversation that the agent has just taken.
    pub(super) taken: RwSignal<Option<ConversationId>>,
    /// The message that is perhaps removed.
    pub(super) redacted: RwSignal<Option<PartId>>,
    /// The view with which the builder begins.
    pub(super) built: RwSignal<Option<View>>,
    /// The order of what is not a saved view.
    order: RwSignal<Sort>,
    /// The saved views to choose from.
    views: RwSignal<Vec<View>>,
    /// Conversations are closed and reopened, so that there are states to choose from.
    has_states: bool,
}

impl Place {
    /// Everybody's open conversations, or what came last where a system knows no states; a change
    /// of choice loads that list.
    pub(super) fn new(engine: Engine) -> Self {
        let shown = Shown::first(engine);
        let has_states = engine.capabilities().close;
        let place = Self {
            shown: RwSignal::new(shown),
            state: RwSignal::new(has_states.then_some(State::Open)),
            unread_only: RwSignal::new(false),
            search: RwSignal::new(String::new()),
            active: RwSignal::new(None),
            jump: RwSignal::new(None),
            found: RwSignal::new(None),
            hits: RwSignal::new(Vec::new()),
            details: RwSignal::new(false),
            picks: Picks::default(),
            done: RwSignal::new(None),
            taken: RwSignal::new(None),
            redacted: RwSignal::new(None),
            built: RwSignal::new(None),
            order: RwSignal::new(Sort::default()),
            views: engine.store.views,
            has_states,
        };
        effect(move || {
            let search = place.search.get();
            engine.set_filter(ListFilter {
                state: place.state.get(),
                shown: place.filter(),
                me: engine.store.me().and_then(|me| me.id),
                search: Some(search).filter(|search| !search.is_empty()),
                sort: place.sort(),
            });
        });
        place
    }

    /// What conversations in view are, beside their state; subscribes to all that it follows from.
    pub(super) fn filter(self) -> Filter {
        let filter = match self.shown.get() {
            Shown::Saved(id) => {
                let views = self.views.get();
                let view = views.into_iter().find(|view| view.id == id);
                view.map_or_else(|| Shown::All.filter(), |view| view.filter)
            }
            shown => shown.filter(),
        };
        if self.unread_only.get() { filter.and(Condition::Unread(true)) } else { filter }
    }

    /// In which order; subscribes to all that it follows from.
    pub(super) fn sort(self) -> Sort {
        let Shown::Saved(id) = self.shown.get() else { return self.order.get() };
        let view = self.views.with(|views| views.iter().find(|view| view.id == id).map(|v| v.sort));
        view.unwrap_or_default()
    }

    /// Shows what is shown in another order. A saved view keeps it.
    pub(super) fn set_sort(self, engine: Engine, sort: Sort) {
        let Shown::Saved(id) = self.shown.get_untracked() else { return self.order.set(sort) };
        let mut views = self.views.get_untracked();
        views.iter_mut().filter(|view| view.id == id).for_each(|view| view.sort = sort);
        if let Ok(views) = view::save(views) {
            engine.save_views(views);
        }
    }

    /// The lists that nobody had to save, with what they are counted by: what is open, where there are
    /// states and it is that which they show.
    pub(super) fn counted(self, all: impl Iterator<Item = Shown>) -> Vec<(String, Filter)> {
        let one = |shown: Shown| {
            let (name, filter) = (shown.name()?, shown.filter());
            let of_open = self.has_states && !shown.is_of_any_state();
            let open = Condition::State(vec![State::Open]);
            Some((name, if of_open { filter.and(open) } else { filter }))
        };
        all.filter_map(one).collect()
    }

    /// What is shown as a view has it: the state is one of its conditions.
    pub(super) fn as_filter(self) -> Filter {
        let filter = self.filter();
        match self.state.get() {
            Some(state) => filter.and(Condition::State(vec![state])),
            None => filter,
        }
    }

    /// Shows others. What has a star, was put away or is in a saved view may be in any state, so
    /// that all are shown; who comes back finds the open ones.
    pub(super) fn show(self, shown: Shown) {
        let before = self.shown.get_untracked();
        let (was_any, is_any) = (before.is_of_any_state(), shown.is_of_any_state());
        self.shown.set_if_new(shown);
        if is_any && !was_any {
            self.state.set(None);
        } else if was_any && !is_any && self.has_states {
            self.state.set(Some(State::Open));
        }
    }
}
