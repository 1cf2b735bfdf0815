//! The order of the list, kept as it changes: with a hundred thousand conversations, one message
//! moves one of them, and sorting all again would take longer than a frame.

use std::sync::Arc;

use super::{Effect, Inbox};
use crate::conversation::Conversation;
use crate::id::ConversationId;
use crate::time::Timestamp;

/// Where all conversations stand, newest activity first; those with equal activity by id.
#[derive(Clone, Debug, Default)]
pub(super) struct Order {
    rows: Vec<Row>,
    /// The sum of what is unread.
    unread: u32,
    /// What has moved since somebody asked; `None` if that is not told one by one.
    moves: Option<Vec<Move>>,
}

#[derive(Clone, Debug)]
struct Row {
    at: Timestamp,
    id: ConversationId,
    unread: u32,
    /// What is in the list: [`Inbox::head`].
    head: Option<Arc<Conversation>>,
}

/// A conversation in the list, with its activity and what [`Inbox::head`] has of it.
pub type Listed<'a> = (&'a ConversationId, Timestamp, Option<&'a Arc<Conversation>>);

/// A conversation has come to the list, has gone, or stands somewhere else.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Move {
    /// Which.
    pub id: ConversationId,
    /// Its activity before; `None` if it was not there.
    pub from: Option<Timestamp>,
    /// Its activity now; `None` if it is no longer there.
    pub to: Option<Timestamp>,
}

/// How many moves are told one by one, at most; and with how many of all it is quicker to sort.
const SINGLE: usize = 64;

impl Order {
    pub(super) fn newest(&self) -> impl Iterator<Item = Listed<'_>> {
        self.rows.iter().map(|row| (&row.id, row.at, row.head.as_ref()))
    }

    pub(super) fn unread(&self) -> u32 {
        self.unread
    }

    fn search(&self, at: Timestamp, id: &ConversationId) -> Result<usize, usize> {
        self.rows.binary_search_by(|row| at.cmp(&row.at).then_with(|| row.id.cmp(id)))
    }

    /// Takes a conversation out. `at`: where it stood, if that is known.
    fn take(&mut self, id: &ConversationId, at: Option<Timestamp>) -> Option<Timestamp> {
        let found = at.and_then(|at| self.search(at, id).ok());
        let place = found.or_else(|| self.rows.iter().position(|row| row.id == *id))?;
        let row = self.rows.remove(place);
        self.unread = self.unread.saturating_sub(row.unread);
        Some(row.at)
    }

    fn put(&mut self, row: Row) {
        self.unread = self.unread.saturating_add(row.unread);
        let (Ok(place) | Err(place)) = self.search(row.at, &row.id);
        self.rows.insert(place, row);
    }
}

impl Inbox {
    /// What has moved in the list since this was asked before; `None` if so much has that all are to
    /// be looked at.
    pub fn take_moves(&mut self) -> Option<Vec<Move>> {
        self.order.moves.replace(Vec::new())
    }

    /// When something was last said or done in a conversation, as far as it is known here.
    pub fn activity(&self, id: &ConversationId) -> Option<Timestamp> {
        let held = self.held.get(id);
        let head = held.and_then(|held| held.head.as_deref().map(Conversation::activity_at));
        let newest = || held.and_then(|held| held.parts.last()).map(|part| part.created_at);
        let said =
            |entry: &&crate::outbox::Entry| entry.command.is_spoken() && entry.conversation == *id;
        let said = self.outbox.entries().filter(said).map(|entry| entry.created_at).max();
        head.or_else(newest).max(said)
    }

    /// Brings the order up to what these effects say.
    pub(super) fn sort_out(&mut self, effects: &[Effect]) {
        let touched = || effects.iter().filter_map(touched);
        if touched().count() > SINGLE {
            self.sort_all();
        } else {
            touched().for_each(|id| self.place(id));
        }
        debug_assert!(self.is_in_order(), "an effect is missing: {effects:?}");
    }

    fn is_in_order(&self) -> bool {
        let ids = self.by_activity(|id, at| (id.clone(), at));
        let unread = ids.iter().map(|(id, _)| self.unread(id)).fold(0, u32::saturating_add);
        let order = self.order.rows.iter().map(|row| (&row.id, row.at));
        let heads = || self.order.rows.iter().all(|row| row.head == self.head(&row.id));
        order.eq(ids.iter().map(|(id, at)| (id, *at))) && unread == self.order.unread && heads()
    }

    fn place(&mut self, id: &ConversationId) {
        let before = self.held.get_mut(id).and_then(|held| held.listed.take());
        let from = self.order.take(id, before);
        let to = self.activity(id);
        if let Some(at) = to {
            let head = self.head(id);
            self.order.put(Row { at, id: id.clone(), unread: self.unread(id), head });
            if let Some(held) = self.held.get_mut(id) {
                held.listed = Some(at);
            }
        }
        let Some(moves) = &mut self.order.moves else { return };
        if moves.len() >= SINGLE {
            self.order.moves = None;
        } else if let Some(known) = moves.iter_mut().find(|known| known.id == *id) {
            known.to = to;
        } else if from.is_some() || to.is_some() {
            moves.push(Move { id: id.clone(), from, to });
        }
    }

    fn sort_all(&mut self) {
        let row = |id: &ConversationId, at| {
            let head = self.head(id);
            Row { at, unread: self.unread(id), id: id.clone(), head }
        };
        let rows = self.by_activity(row);
        for row in &rows {
            if let Some(held) = self.held.get_mut(&row.id) {
                held.listed = Some(row.at);
            }
        }
        let unread = rows.iter().fold(0_u32, |sum, row| sum.saturating_add(row.unread));
        self.order = Order { rows, unread, moves: None };
    }
}

fn touched(effect: &Effect) -> Option<&ConversationId> {
    match effect {
        Effect::Changed(id) | Effect::Gone(id) | Effect::Renamed { from: id, .. } => Some(id),
        _ => None,
    }
}

#[cfg(test)]
mod tests;
