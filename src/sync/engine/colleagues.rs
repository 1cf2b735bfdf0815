//! Colleagues who are new since the desk was opened: the session told of those who were there then.

use std::cell::RefCell;
use std::collections::BTreeSet;
use std::rc::Rc;

use inbox_model::{ConversationId, ParticipantId};

use super::super::identity;
use super::Inner;
use crate::net::spawn;

/// Whom the session does not know, and who has been asked for: once each, for a system may never
/// tell of somebody who has left.
#[derive(Default)]
pub(super) struct Asked(RefCell<BTreeSet<ParticipantId>>);

/// Asks for the session again where a conversation has been given to somebody whom it does not know.
pub(super) fn meet(inner: &Rc<Inner>, id: &ConversationId) {
    let assignee = inner.seen.borrow().get(id).and_then(|one| one.assignee.clone());
    let Some(assignee) = assignee else { return };
    let is_new = inner.store.session.with_untracked(|session| {
        session.as_ref().is_some_and(|session| {
            !session.agents.iter().any(|agent| agent.id.as_ref() == Some(&assignee))
        })
    });
    if !is_new || !inner.colleagues.0.borrow_mut().insert(assignee) {
        return;
    }
    let inner = Rc::clone(inner);
    spawn(async move {
        let Some(storage) = inner.storage.get() else { return };
        // Whatever goes wrong here is told where it matters.
        let Ok(session) = identity::session(&inner.transport, storage).await else { return };
        let is_me =
            inner.inbox.borrow().as_ref().is_some_and(|inbox| inbox.me().is_same(&session.me));
        if inner.alive.get() && is_me {
            inner.store.session.set(Some(session.into()));
        }
    });
}
