//! Running counts of many views: kept as conversations change and time passes, never counted anew.

use super::{Filter, ViewCount};
use crate::conversation::Conversation;
use crate::id::{ConversationId, ParticipantId};
use crate::sorted::SortedMap;
use crate::time::Timestamp;

/// How many conversations each of an agent's views shows, and how many of them unread.
///
/// A change costs a look at each view, whatever the number of conversations. Time costs only those
/// conversations whose hour has come: [`RunningCounts::next_turn`] says when the next one's has.
///
/// It starts at nothing and is told of every conversation, or at what a server has counted
/// ([`RunningCounts::told`]) and is told of changes alone. In the second case a conversation that is
/// met for the first time is no change but one to [`RunningCounts::follow`]: the server has counted
/// it, or will with the next count. The counts then drift by what happens to conversations that are
/// not held, until they are told anew.
///
/// ```
/// use inbox_model::view::{Condition, RunningCounts, ViewCount};
/// use inbox_model::{Conversation, Timestamp};
///
/// let now = Timestamp::from_millis(1_768_057_200_000);
/// let views = [("late".to_owned(), Condition::Overdue(true).into())];
/// let mut counts = RunningCounts::new(views, None, now);
/// let mut one = Conversation::new("c1".into(), now);
/// one.handling.sla.first_response_due_at = Some(now.plus(60_000));
/// counts.change(None, Some(&one));
/// assert_eq!(counts.get("late"), Some(ViewCount { unread: 0, total: 0 }));
/// assert_eq!(counts.next_turn(), Some(now.plus(60_000)));
/// counts.advance(now.plus(60_000), |_| Some(&one));
/// assert_eq!(counts.get("late"), Some(ViewCount { unread: 0, total: 1 }));
/// ```
#[derive(Clone, Debug)]
pub struct RunningCounts {
    me: Option<ParticipantId>,
    now: Timestamp,
    views: Vec<(String, Filter, ViewCount)>,
    /// Whether any view follows time.
    timed: bool,
    /// When time next changes something about which conversation.
    turns: SortedMap<(Timestamp, ConversationId), ()>,
}

impl RunningCounts {
    /// Counts of these views, by id, for this agent; of no conversations so far.
    pub fn new(
        views: impl IntoIterator<Item = (String, Filter)>,
        me: Option<ParticipantId>,
        now: Timestamp,
    ) -> Self {
        let views = views.into_iter().map(|(id, filter)| (id, filter, ViewCount::default()));
        let views: Vec<_> = views.collect();
        let timed = views.iter().any(|(_, filter, _)| filter.follows_time());
        Self { me, now, views, timed, turns: SortedMap::new() }
    }

    /// The count of one view; `None` where there is no such view.
    pub fn get(&self, id: &str) -> Option<ViewCount> {
        self.views.iter().find(|(other, ..)| other == id).map(|(.., count)| *count)
    }

    /// The counts of all views, by id, in the order in which they were given.
    pub fn all(&self) -> impl Iterator<Item = (&str, ViewCount)> {
        self.views.iter().map(|(id, _, count)| (id.as_str(), *count))
    }

    /// Somebody who knows all conversations has counted a view.
    pub fn told(&mut self, id: &str, count: ViewCount) {
        if let Some((.., own)) = self.views.iter_mut().find(|(other, ..)| other == id) {
            *own = count;
        }
    }

    /// A conversation has changed: how it was, as this was last told, and how it is. `None` where it
    /// was not there, or is no more. Passing time is no such change.
    pub fn change(&mut self, old: Option<&Conversation>, new: Option<&Conversation>) {
        self.add(old, -1);
        self.add(new, 1);
        if let Some(key) = self.turn(old) {
            self.turns.remove(&key);
        }
        if let Some(new) = new {
            self.follow(new);
        }
    }

    /// A conversation is met that somebody else has counted: time is followed for it from now on.
    pub fn follow(&mut self, one: &Conversation) {
        if let Some(key) = self.turn(Some(one)) {
            self.turns.insert(key, ());
        }
    }

    /// When the counts may next change by themselves; [`RunningCounts::advance`] is due then.
    pub fn next_turn(&self) -> Option<Timestamp> {
        self.turns.keys().next().map(|(at, _)| *at)
    }

    /// Time has passed. `row` has the conversations as this was last told of them. An instant that
    /// is not later than the last one changes nothing.
    pub fn advance<'a>(
        &mut self,
        now: Timestamp,
        row: impl Fn(&ConversationId) -> Option<&'a Conversation>,
    ) {
        if now <= self.now {
            return;
        }
        let mut come = Vec::new();
        self.turns.retain(|(at, id), ()| {
            let is_over = *at <= now;
            if is_over {
                come.push(id.clone());
            }
            !is_over
        });
        let rows: Vec<&Conversation> = come.iter().filter_map(row).collect();
        for one in &rows {
            self.add(Some(one), -1);
        }
        self.now = now;
        for one in rows {
            self.add(Some(one), 1);
            self.follow(one);
        }
    }

    fn turn(&self, one: Option<&Conversation>) -> Option<(Timestamp, ConversationId)> {
        let one = one.filter(|_| self.timed)?;
        Some((one.next_turn(self.now)?, one.id.clone()))
    }

    /// Counts a conversation in or out. What was counted by somebody else may be less than what goes
    /// out: then nothing is left.
    fn add(&mut self, one: Option<&Conversation>, sign: i64) {
        let Some(one) = one else { return };
        let me = self.me.as_ref();
        let unread = one.is_unread_by(me);
        for (_, filter, count) in &mut self.views {
            if filter.matches(one, me, self.now) {
                count.total = count.total.saturating_add_signed(sign);
                count.unread = count.unread.saturating_add_signed(if unread { sign } else { 0 });
            }
        }
    }
}
