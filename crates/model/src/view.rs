//! Saved views of the inbox: the four that everybody has, and an agent's own.
//!
//! A view is a name for a question: which conversations, in which order. The question is a
//! [`Filter`], a tree of AND, OR and NOT over [`Condition`]s, and [`Filter::matches`] answers it for
//! one conversation, one agent and one instant. Server, desk and JavaScript ask that same function,
//! or are held to it by a test where a database answers for it. [`Sort`] is the order,
//! [`RunningCounts`] keeps how many conversations many views show, and [`hold()`] keeps a list still
//! under somebody's hand.
//!
//! Sources: the four views that nobody can delete, the names of `View.filters` (`scope`, `archived`,
//! `overdue`, `starred`, `unread`, `assigned_to`) and the counts per view are the CRM's (`View`,
//! `ViewCounts`); tags that all have to be there are Featurebase's `tagIds`. Combining them by OR and
//! NOT is ours, as is the rule that an unknown condition hides nothing.

mod counts;
mod draft;
mod filter;
mod form;
mod hold;
mod json;
mod matches;
mod needs;
mod sort;
mod sound;
#[cfg(test)]
mod tests;

use serde::{Deserialize, Serialize};
use thiserror::Error;

pub use self::counts::RunningCounts;
pub use self::draft::{Draft, DraftLine, Says};
pub use self::filter::{Assignee, Condition, Filter, TagRule};
pub use self::form::channel_word;
pub use self::hold::{Held, Newcomers, hold};
pub use self::json::Json;
pub use self::needs::Needs;
pub use self::sort::{Sort, SortKey};
pub use self::sound::{
    DEPTH, FilterFault, FilterProblem, NODES, OTHER_VALUES, TEXT_CHARACTERS, VALUE_BYTES, VALUES,
};

/// Most views that an agent can have, the four among them.
pub const MOST: usize = 100;
/// Longest name, in characters.
pub const NAME_CHARACTERS: usize = 80;
/// Longest id, in bytes.
pub const ID_BYTES: usize = 64;

/// A saved view of the inbox (CRM `View`).
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct View {
    /// Its id, which stays the same: letters, digits, `-` and `_`, chosen by whoever made it.
    pub id: String,
    /// What it is called. Untrusted text.
    pub name: String,
    /// One of the four that nobody can delete, rename or redefine.
    #[serde(default)]
    pub system: bool,
    /// Its place among all, from 0.
    #[serde(default)]
    pub position: u32,
    /// Which conversations it shows.
    #[serde(default, rename = "filters")]
    pub filter: Filter,
    /// In which order.
    #[serde(default, skip_serializing_if = "Sort::is_default")]
    pub sort: Sort,
}

/// How many conversations a view shows.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct ViewCount {
    /// With something unread.
    pub unread: u64,
    /// In all.
    pub total: u64,
}

/// Why views cannot be saved as given.
#[derive(Clone, Debug, PartialEq, Eq, Error)]
pub enum ViewProblem {
    /// Two of them have the same id, or the same name but for case.
    #[error("there are two views `{0}`")]
    Twice(String),
    /// An id is empty, too long, or has other characters than it may.
    #[error("`{0}` cannot be the id of a view")]
    Id(String),
    /// A name is empty or too long.
    #[error("the name of the view `{0}` has 1 to {NAME_CHARACTERS} characters")]
    Name(String),
    /// One of the four has another name or shows something else.
    #[error("the view `{0}` is the system's and stays as it is")]
    System(String),
    /// There is no system's view of this id.
    #[error("the view `{0}` is none of the system's")]
    NotSystem(String),
    /// There are too many.
    #[error("there can be {MOST} views")]
    TooMany,
    /// What a view shows is not sound.
    #[error("the filter of the view `{view}` is not sound: {}", told(faults))]
    Filter {
        /// The view's id.
        view: String,
        /// Everything that is wrong.
        faults: Vec<FilterFault>,
    },
}

fn told(faults: &[FilterFault]) -> String {
    faults.iter().map(ToString::to_string).collect::<Vec<_>>().join("; ")
}

impl ViewProblem {
    /// The stable code, in `snake_case`.
    pub fn code(&self) -> &'static str {
        match self {
            Self::Twice(_) => "duplicate_view",
            Self::Id(_) => "invalid_view_id",
            Self::Name(_) => "invalid_view_name",
            Self::System(_) => "system_view",
            Self::NotSystem(_) => "not_a_system_view",
            Self::TooMany => "too_many_views",
            Self::Filter { .. } => "invalid_view_filter",
        }
    }
}

/// The four views that everybody has. Only the last shows what was put away.
pub fn system() -> [View; 4] {
    let view = |position, id: &str, name: &str, filter| View {
        id: id.to_owned(),
        name: name.to_owned(),
        system: true,
        position,
        filter,
        sort: Sort::default(),
    };
    let inbox = || Filter::from(Condition::Archived(false));
    [
        view(0, "unread", "Unread", inbox().and(Condition::Unread(true))),
        view(1, "recents", "Recents", inbox()),
        view(2, "starred", "Starred", inbox().and(Condition::Starred(true))),
        view(3, "all", "All", Filter::default()),
    ]
}

/// All views of an agent, from those that they have saved: one of the four that is not among them
/// goes in front.
pub fn complete(mut saved: Vec<View>) -> Vec<View> {
    saved.sort_by_key(|view| view.position);
    let missing = system().into_iter().filter(|one| !saved.iter().any(|view| view.id == one.id));
    let mut views: Vec<View> = missing.collect();
    views.append(&mut saved);
    for (position, view) in (0..).zip(&mut views) {
        view.position = position;
    }
    views
}

/// The views with one of an agent's own at another place among their own, from 0; the four stay where
/// they are. `None` where that changes nothing.
pub fn moved(views: &[View], id: &str, to: usize) -> Option<Vec<View>> {
    let (mut all, mut own): (Vec<View>, Vec<View>) =
        views.iter().cloned().partition(|view| view.system);
    let from = own.iter().position(|view| view.id == id)?;
    let to = to.min(own.len().saturating_sub(1));
    if from == to {
        return None;
    }
    let view = own.remove(from);
    own.insert(to, view);
    all.append(&mut own);
    for (position, view) in (0..).zip(&mut all) {
        view.position = position;
    }
    Some(all)
}

/// What an agent's views are after they have saved `given`, in the order of their positions, and
/// where those are the same or missing, as they stand. One of the four that is left out stays; its
/// filters may be left out too.
///
/// # Errors
/// The first [`ViewProblem`].
pub fn save(given: Vec<View>) -> Result<Vec<View>, ViewProblem> {
    let mut views: Vec<View> = Vec::with_capacity(given.len());
    for mut view in given {
        let is_letter = |letter: u8| letter.is_ascii_alphanumeric() || b"-_".contains(&letter);
        if !(1..=ID_BYTES).contains(&view.id.len()) || !view.id.bytes().all(is_letter) {
            return Err(ViewProblem::Id(view.id));
        }
        let name = view.name.trim().to_owned();
        if !(1..=NAME_CHARACTERS).contains(&name.chars().count()) {
            return Err(ViewProblem::Name(view.id));
        }
        view.name = name;
        if let Some(own) = system().into_iter().find(|own| own.id == view.id) {
            let redefined = view.filter != own.filter && view.filter != Filter::default();
            if !view.system || view.name != own.name || redefined {
                return Err(ViewProblem::System(view.id));
            }
            view.filter = own.filter;
        } else if view.system {
            return Err(ViewProblem::NotSystem(view.id));
        }
        let faults = view.filter.faults();
        if !faults.is_empty() {
            return Err(ViewProblem::Filter { view: view.id, faults });
        }
        views.push(view);
    }
    let views = complete(views);
    if views.len() > MOST {
        return Err(ViewProblem::TooMany);
    }
    for (at, view) in views.iter().enumerate() {
        let name = view.name.to_lowercase();
        let earlier = views.iter().take(at);
        let mut same = earlier.filter(|one| one.id == view.id || one.name.to_lowercase() == name);
        if same.next().is_some() {
            return Err(ViewProblem::Twice(view.name.clone()));
        }
    }
    Ok(views)
}
