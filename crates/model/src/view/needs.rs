//! What a list can be narrowed down by before a filter is asked: questions that systems understand.

use super::filter::{Assignee, Condition, Filter, TagRule};
use crate::conversation::State;
use crate::id::{ParticipantId, TagId};

/// What is true of every conversation that a filter shows. It is a question that a server can
/// answer quickly; what comes back may be more than the filter shows, never less.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Needs {
    /// In this state.
    pub state: Option<State>,
    /// Of this agent, or of nobody for the inner `None`.
    pub assignee: Option<Option<ParticipantId>>,
    /// With all of these tags.
    pub tags: Vec<TagId>,
    /// With something unread, or without.
    pub unread: Option<bool>,
    /// With a star, or without.
    pub starred: Option<bool>,
    /// Put away, or not.
    pub archived: Option<bool>,
    /// Late with an answer, or not.
    pub overdue: Option<bool>,
}

impl Filter {
    /// What is true of every conversation that it shows to this agent: the conditions at its top,
    /// as far as they say so. Where two of a kind stand there, the first is told.
    ///
    /// ```
    /// use inbox_model::State;
    /// use inbox_model::view::{Assignee, Condition, Filter};
    ///
    /// let open = Condition::State(vec![State::Open]);
    /// let either = Filter::any([Condition::Unread(true).into(), Condition::Starred(true).into()]);
    /// let needs = Filter::from(Assignee::Nobody).and(open).and(either).needs(None);
    /// assert_eq!((needs.state, needs.assignee), (Some(State::Open), Some(None)));
    /// assert_eq!((needs.unread, needs.starred), (None, None));
    /// ```
    pub fn needs(&self, me: Option<&ParticipantId>) -> Needs {
        let mut needs = Needs::default();
        self.collect(me, &mut needs);
        needs
    }

    fn collect(&self, me: Option<&ParticipantId>, needs: &mut Needs) {
        match self {
            Self::All(of) => of.iter().for_each(|one| one.collect(me, needs)),
            Self::Any(of) => {
                if let [one] = of.as_slice() {
                    one.collect(me, needs);
                }
            }
            Self::Not(_) => {}
            Self::Is(condition) => condition.collect(me, needs),
        }
    }
}

impl Condition {
    fn collect(&self, me: Option<&ParticipantId>, needs: &mut Needs) {
        match self {
            Self::State(of) => {
                if let [state] = of.as_slice() {
                    needs.state.get_or_insert(*state);
                }
            }
            Self::Assignee(Assignee::Me) => {
                if let Some(me) = me {
                    needs.assignee.get_or_insert(Some(me.clone()));
                }
            }
            Self::Assignee(Assignee::Nobody) => {
                needs.assignee.get_or_insert(None);
            }
            Self::Assignee(Assignee::Agent(agent)) => {
                needs.assignee.get_or_insert(Some(agent.clone()));
            }
            Self::Tags(TagRule::AllOf(ids)) => needs.tags.extend_from_slice(ids),
            Self::Unread(flag) => {
                needs.unread.get_or_insert(*flag);
            }
            Self::Starred(flag) => {
                needs.starred.get_or_insert(*flag);
            }
            Self::Archived(flag) => {
                needs.archived.get_or_insert(*flag);
            }
            Self::Overdue(flag) => {
                needs.overdue.get_or_insert(*flag);
            }
            _ => {}
        }
    }
}
