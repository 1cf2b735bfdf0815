//! The list in view follows single conversations that have moved, without a look at all the others:
//! of a hundred thousand, one message moves one.

use std::cmp::Ordering;
use std::rc::Rc;
use std::sync::Arc;

use inbox_model::sync::{Event, Inbox, Move};
use inbox_model::{Conversation, ConversationId, Timestamp};

use super::Inner;

impl super::Engine {
    /// Takes in a conversation that came by another way than the engine's own, as if it had asked.
    pub fn receive(self, conversation: Conversation) {
        let conversation = Box::new(conversation);
        self.with(|inner| inner.reduce(Event::Fetched { conversation }));
    }

    /// The same of a list, whose conversations are without their parts.
    pub fn receive_list(self, conversations: Vec<Conversation>) {
        self.with(|inner| inner.reduce(Event::Listed { conversations }));
    }
}

/// Brings the list up to what has changed.
pub(super) fn follow(inner: &Rc<Inner>) {
    let moves = inner.inbox.borrow_mut().as_mut().map(Inbox::take_moves);
    match moves.flatten() {
        Some(moves) if inner.order.follows(&inner.filter.borrow()) => patch(inner, &moves),
        _ => inner.refresh_list(),
    }
}

/// These may belong to the list now, or no longer: one is opened, or closed.
pub(super) fn look_at(inner: &Rc<Inner>, ids: impl IntoIterator<Item = ConversationId>) {
    if !inner.order.follows(&inner.filter.borrow()) {
        return inner.refresh_list();
    }
    let again = |inbox: &Inbox| {
        let ids = ids.into_iter().map(|id| inbox.resolve(&id));
        let stands = |id: ConversationId| {
            let at = inbox.activity(&id);
            Move { id, from: at, to: at }
        };
        ids.map(stands).collect::<Vec<_>>()
    };
    let moves = inner.inbox.borrow().as_ref().map(again);
    patch(inner, &moves.unwrap_or_default());
}

/// Where a conversation of this activity stands, or would stand, in a list of which `activity` tells
/// how it is ordered.
fn place(
    keys: &[ConversationId],
    at: Timestamp,
    id: &ConversationId,
    activity: impl Fn(&ConversationId) -> Option<Timestamp>,
) -> Result<usize, usize> {
    keys.binary_search_by(|key| match activity(key) {
        Some(other) => at.cmp(&other).then_with(|| key.cmp(id)),
        None => Ordering::Greater,
    })
}

fn patch(inner: &Rc<Inner>, moves: &[Move]) {
    let inbox = inner.inbox.borrow();
    let Some(inbox) = inbox.as_ref() else { return };
    let rows = inner.store.rows;
    let now = inner.transport.server_now();
    let belongs = |one: &Move| {
        let conversation = one.to.and_then(|_| inner.seen.borrow().get(&one.id).cloned());
        let filter = inner.filter.borrow();
        let progress = inner.progress.borrow();
        conversation.filter(|it| inner.belongs(&filter, &progress, &one.id, it, now))
    };
    let come: Vec<(&Move, Arc<Conversation>)> =
        moves.iter().filter_map(|one| Some((one, belongs(one)?))).collect();
    let stays = |id: &ConversationId| come.iter().any(|(one, _)| one.id == *id);
    let shown: Vec<&Move> = moves.iter().filter(|one| rows.has(&one.id)).collect();
    let gone: Vec<ConversationId> =
        shown.iter().map(|one| one.id.clone()).filter(|id| !stays(id)).collect();
    // What stands where it stood is only told anew, which its row has been already.
    let same = |one: &Move| one.from == one.to && rows.has(&one.id) && stays(&one.id);
    if gone.is_empty() && come.iter().all(|(one, _)| same(one)) {
        return inner.refresh_totals(inbox);
    }
    let before = |key: &ConversationId| match moves.iter().find(|one| one.id == *key) {
        Some(one) => one.from,
        None => inbox.activity(key),
    };
    rows.edit(&gone, come.iter().map(|(one, _)| one.id.clone()), |keys| {
        let out: Vec<usize> = shown
            .iter()
            .filter_map(|one| {
                let found = one.from.and_then(|at| place(keys, at, &one.id, before).ok());
                found.or_else(|| keys.iter().position(|key| *key == one.id))
            })
            .collect();
        take_out(keys, out);
        for (one, _) in &come {
            let Some(at) = one.to else { continue };
            let (Ok(to) | Err(to)) = place(keys, at, &one.id, |key| inbox.activity(key));
            keys.insert(to, one.id.clone());
        }
    });
    inner.refresh_totals(inbox);
}

/// Takes out what stands in these places.
fn take_out(keys: &mut Vec<ConversationId>, mut places: Vec<usize>) {
    places.sort_unstable();
    for at in places.into_iter().rev() {
        if at < keys.len() {
            keys.remove(at);
        }
    }
}
