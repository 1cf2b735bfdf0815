//! Saved views of the inbox: the four that everybody has, and an agent's own.

use serde::{Deserialize, Serialize};
use thiserror::Error;

use crate::conversation::Conversation;
use crate::id::ParticipantId;
use crate::sorted::SortedMap;
use crate::time::Timestamp;

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
    #[serde(default)]
    pub filters: Filters,
}

/// Which conversations a view shows: those that meet every condition that is given.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct Filters {
    /// Whose.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub scope: Option<Scope>,
    /// Put away, or not.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub archived: Option<bool>,
    /// Waiting for longer than they should, or not.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub overdue: Option<bool>,
    /// With a star, or without.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub starred: Option<bool>,
    /// With something that the agent has not read, or without.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub unread: Option<bool>,
    /// Of this agent, or of nobody for the inner `None`.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub assigned_to: Option<Option<ParticipantId>>,
    /// Conditions that this version does not know, as JSON texts by name. They are kept and narrow
    /// nothing down.
    #[serde(skip_serializing_if = "SortedMap::is_empty")]
    pub other: SortedMap<String, String>,
}

impl Filters {
    /// Whether they show a conversation to this agent at this instant. Where both whose and of whom
    /// are given, of whom counts; [`Filters::other`] narrows nothing down.
    pub fn matches(&self, one: &Conversation, me: Option<&ParticipantId>, now: Timestamp) -> bool {
        let is = |wanted: Option<bool>, is: bool| wanted.is_none_or(|wanted| wanted == is);
        let unread = || {
            let marked = me.is_some_and(|me| one.handling.marked_unread_by.contains(me));
            one.unread.unwrap_or(0) > 0 || marked
        };
        is(self.archived, one.handling.archived)
            && is(self.starred, one.handling.starred)
            && (self.unread.is_none() || is(self.unread, unread()))
            && (self.overdue.is_none() || is(self.overdue, one.is_overdue_at(now)))
            && self.assignee(me).is_none_or(|agent| one.assignee.as_ref() == agent)
    }

    /// Whose conversations they show: an agent's or, for the inner `None`, nobody's. `None` for
    /// everybody's.
    pub fn assignee<'a>(
        &'a self,
        me: Option<&'a ParticipantId>,
    ) -> Option<Option<&'a ParticipantId>> {
        let mine = || (self.scope == Some(Scope::Mine)).then_some(me).filter(Option::is_some);
        self.assigned_to.as_ref().map(Option::as_ref).or_else(mine)
    }
}

/// Whose conversations.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Scope {
    /// Those of the agent who asks.
    Mine,
    /// Everybody's.
    Team,
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
        }
    }
}

/// The four views that everybody has. Only the last shows what was put away.
pub fn system() -> [View; 4] {
    let view = |position, id: &str, name: &str, filters| View {
        id: id.to_owned(),
        name: name.to_owned(),
        system: true,
        position,
        filters,
    };
    let inbox = || Filters { archived: Some(false), ..Filters::default() };
    [
        view(0, "unread", "Unread", Filters { unread: Some(true), ..inbox() }),
        view(1, "recents", "Recents", inbox()),
        view(2, "starred", "Starred", Filters { starred: Some(true), ..inbox() }),
        view(3, "all", "All", Filters::default()),
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
            let redefined = view.filters != own.filters && view.filters != Filters::default();
            if !view.system || view.name != own.name || redefined {
                return Err(ViewProblem::System(view.id));
            }
            view.filters = own.filters;
        } else if view.system {
            return Err(ViewProblem::NotSystem(view.id));
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

#[cfg(test)]
mod tests {
    use super::*;

    fn own(id: &str, name: &str, position: u32) -> View {
        let filters = Filters { overdue: Some(true), ..Filters::default() };
        View { id: id.into(), name: name.into(), system: false, position, filters }
    }

    fn ids(views: &[View]) -> Vec<&str> {
        views.iter().map(|view| view.id.as_str()).collect()
    }

    /// Contracts' README, point 18: a system's view that is left out is kept.
    #[test]
    fn pitfall_18_the_four_stay_whatever_is_left_out() {
        let saved = save(vec![own("late", " Late ", 7), own("vip", "VIP", 2)]).unwrap();
        assert_eq!(ids(&saved), ["unread", "recents", "starred", "all", "vip", "late"]);
        assert_eq!(saved.iter().map(|view| view.position).collect::<Vec<_>>(), [0, 1, 2, 3, 4, 5]);
        assert_eq!(saved[5].name, "Late");
        assert_eq!(ids(&save(Vec::new()).unwrap()), ["unread", "recents", "starred", "all"]);
        assert_eq!(complete(Vec::new()), system());
    }

    #[test]
    fn the_four_can_stand_elsewhere() {
        let [unread, recents, starred, all] = system();
        let moved = View { position: 9, filters: Filters::default(), ..unread.clone() };
        let saved = save(vec![own("a", "A", 0), moved, recents, starred, all]).unwrap();
        assert_eq!(ids(&saved), ["a", "recents", "starred", "all", "unread"]);
        assert_eq!(saved[4].filters, unread.filters);
        assert_eq!(save(saved.clone()), Ok(saved));
    }

    #[test]
    fn what_cannot_be_saved_is_told() {
        let [unread, ..] = system();
        let check = |views: Vec<View>, problem: ViewProblem| {
            let code = problem.code();
            assert_eq!(save(views), Err(problem), "{code}");
        };
        let renamed = View { name: "Ungelesen".into(), ..unread.clone() };
        check(vec![renamed], ViewProblem::System("unread".into()));
        let filters = Filters { starred: Some(true), ..Filters::default() };
        check(vec![View { filters, ..unread.clone() }], ViewProblem::System("unread".into()));
        check(vec![View { system: false, ..unread }], ViewProblem::System("unread".into()));
        check(vec![View { system: true, ..own("a", "A", 0) }], ViewProblem::NotSystem("a".into()));
        check(vec![own("a", "all", 0)], ViewProblem::Twice("all".into()));
        check(vec![own("a", "A", 0), own("a", "B", 1)], ViewProblem::Twice("B".into()));
        check(vec![own("a", "A", 0), own("b", "a ", 1)], ViewProblem::Twice("a".into()));
        check(vec![own("", "A", 0)], ViewProblem::Id(String::new()));
        check(vec![own("a/b", "A", 0)], ViewProblem::Id("a/b".into()));
        check(vec![own("a", " ", 0)], ViewProblem::Name("a".into()));
        check(vec![own("a", &"ä".repeat(81), 0)], ViewProblem::Name("a".into()));
        let many = (0..97).map(|number| own(&format!("v{number}"), &format!("V{number}"), 0));
        check(many.collect(), ViewProblem::TooMany);
    }
}
