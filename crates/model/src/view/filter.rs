//! The expression that says which conversations a view shows.

use super::json::Json;
use crate::conversation::{Channel, Priority, State};
use crate::id::{ParticipantId, TagId, TeamId};

/// Which conversations a view shows: a tree of AND, OR and NOT over [`Condition`]s.
///
/// Its JSON form is documented at [`Filter::to_json`]. What is not known to this version is kept in
/// the tree and narrows nothing down, see [`Condition::Other`].
///
/// ```
/// use inbox_model::view::{Condition, Filter};
/// use inbox_model::{Conversation, Timestamp};
///
/// let now = Timestamp::from_millis(1_768_057_200_000);
/// let filter = Filter::all([
///     Condition::Archived(false).into(),
///     Filter::any([Condition::Starred(true).into(), Condition::Overdue(true).into()]),
/// ]);
/// let mut one = Conversation::new("c1".into(), now);
/// assert!(!filter.matches(&one, None, now));
/// one.handling.starred = true;
/// assert!(filter.matches(&one, None, now));
/// ```
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Filter {
    /// Every one of these; without any: every conversation.
    All(Vec<Filter>),
    /// At least one of these; without any: no conversation.
    Any(Vec<Filter>),
    /// Not this.
    Not(Box<Filter>),
    /// One condition.
    Is(Condition),
}

/// Something that is true of a conversation or not, for one agent at one instant.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Condition {
    /// In one of these states. What was put aside until an instant that has come is open
    /// ([`crate::Conversation::state_at`]).
    State(Vec<State>),
    /// Whose it is.
    Assignee(Assignee),
    /// Of this team; `None`: of no team.
    Team(Option<TeamId>),
    /// By its tags.
    Tags(TagRule),
    /// Held by one of these channels ([`crate::Conversation::channel`]).
    Channel(Vec<Channel>),
    /// Of one of these priorities.
    Priority(Vec<Priority>),
    /// With something that the agent has not read or has marked as unread, or without.
    Unread(bool),
    /// With a star, or without.
    Starred(bool),
    /// Put away, or not.
    Archived(bool),
    /// Late with an answer ([`crate::Conversation::is_overdue_at`]), or not.
    Overdue(bool),
    /// Each of these words, between blanks, stands somewhere in its title, its people, its tags or
    /// the newest thing said, whatever its case and accents ([`crate::search::contains`]).
    Text(String),
    /// A condition of another system, of a newer version, or one whose value cannot be read: its
    /// name and its value. It is kept, and since nobody knows whether it is met, it hides nothing.
    Other(String, Json),
}

/// Whose a conversation is.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Assignee {
    /// The agent's who asks (CRM `scope: mine`).
    Me,
    /// Whoever's, or nobody's (CRM `scope: team`).
    Anyone,
    /// Nobody's (CRM `assigned_to: null`).
    Nobody,
    /// Somebody's, whoever they are.
    Somebody,
    /// This agent's (CRM `assigned_to`).
    Agent(ParticipantId),
}

/// Which tags a conversation has to have.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum TagRule {
    /// At least one of these.
    AnyOf(Vec<TagId>),
    /// All of these (Featurebase `tagIds`).
    AllOf(Vec<TagId>),
    /// None of these.
    NoneOf(Vec<TagId>),
}

impl Default for Filter {
    /// Shows every conversation.
    fn default() -> Self {
        Self::All(Vec::new())
    }
}

impl From<Condition> for Filter {
    fn from(condition: Condition) -> Self {
        Self::Is(condition)
    }
}

impl From<Assignee> for Filter {
    fn from(assignee: Assignee) -> Self {
        Self::Is(Condition::Assignee(assignee))
    }
}

impl Filter {
    /// Every one of these.
    pub fn all(of: impl Into<Vec<Self>>) -> Self {
        Self::All(of.into())
    }

    /// At least one of these.
    pub fn any(of: impl Into<Vec<Self>>) -> Self {
        Self::Any(of.into())
    }

    /// Whether all that this shows is shown by another one as well, as far as it can be seen from the
    /// conditions: each of the other's is among its own.
    ///
    /// ```
    /// use inbox_model::view::{Assignee, Condition, Filter};
    ///
    /// let inbox = Filter::from(Condition::Archived(false));
    /// let mine = inbox.clone().and(Assignee::Me);
    /// assert!(mine.is_within(&inbox) && inbox.is_within(&inbox));
    /// assert!(inbox.is_within(&Filter::default()) && !inbox.is_within(&mine));
    /// ```
    #[must_use]
    pub fn is_within(&self, other: &Self) -> bool {
        other.parts().iter().all(|one| self.parts().contains(one))
    }

    fn parts(&self) -> &[Self] {
        match self {
            Self::All(of) => of,
            one => std::slice::from_ref(one),
        }
    }

    /// The opposite.
    #[must_use]
    pub fn negated(self) -> Self {
        Self::Not(Box::new(self))
    }

    /// The same, where this is true besides. It goes to its place by name, and is there once, which
    /// keeps the JSON form short.
    #[must_use]
    pub fn and(self, other: impl Into<Self>) -> Self {
        let mut all = match self {
            Self::All(of) => of,
            one => vec![one],
        };
        let other = other.into();
        if all.contains(&other) {
            return Self::All(all);
        }
        let at = all.partition_point(|one| one.name() <= other.name());
        all.insert(at, other);
        Self::All(all)
    }

    /// Every condition in the tree, from left to right, to be altered: the ids of one system become
    /// another's, for one.
    pub fn conditions_mut(&mut self, each: &mut dyn FnMut(&mut Condition)) {
        match self {
            Self::All(of) | Self::Any(of) => {
                for one in of {
                    one.conditions_mut(each);
                }
            }
            Self::Not(one) => one.conditions_mut(each),
            Self::Is(condition) => each(condition),
        }
    }

    /// Every condition in the tree, from left to right.
    pub fn conditions(&self) -> Vec<&Condition> {
        match self {
            Self::All(of) | Self::Any(of) => of.iter().flat_map(Self::conditions).collect(),
            Self::Not(one) => one.conditions(),
            Self::Is(condition) => vec![condition],
        }
    }
}
