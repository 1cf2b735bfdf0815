//! What is done before it is known who does it. It is kept on the device: a page that is loaded anew
//! before the server has answered loses none of it.

use std::rc::Rc;

use inbox_dialects::portable::{read_entry, write_entry};
use inbox_model::outbox::{Entry, Outbox};
use inbox_model::sync::Event;

use super::Inner;
use crate::net::spawn;
use crate::sync::storage::{Drawer, Storage};
use crate::sync::{clock, identity};

/// Keeps what somebody does until it is known who they are.
pub(super) fn keep(inner: &Rc<Inner>, event: Event) {
    inner.early.borrow_mut().push(event);
    write_down(inner);
}

/// What it is kept under begins with this: only who comes with the same token may send it.
fn mark(token: &str) -> String {
    ["?", &identity::bearer(token), "/"].concat()
}

/// Puts down what is nobody's yet, as soon as there is something to put it into.
pub(super) fn write_down(inner: &Inner) {
    let Some(storage) = inner.storage.get() else { return };
    let mark = inner.transport.with_token(mark);
    let mut queue = Outbox::default();
    for event in inner.early.borrow().iter() {
        if let Event::Do { command_id, conversation, command } = event.clone() {
            queue.enqueue(command_id, conversation, command, clock::now());
        }
    }
    for entry in queue.entries() {
        let key = [&mark, entry.command_id.as_str()].concat();
        spawn(storage.put(Drawer::Outbox, &key, &write_entry(entry)));
    }
}

/// Whether a page before this one has left something behind that nobody has done yet: whoever wrote it
/// wanted to.
pub(super) async fn is_left(storage: &Storage) -> bool {
    let none = mark("");
    storage.all(Drawer::Outbox).await.iter().any(|(key, _)| key.starts_with(&none))
}

/// Does it, now that somebody is known: what was done on this page, and what pages before it have left
/// behind under the same token, or under none where a visitor has theirs since.
pub(super) async fn make_up_for(inner: &Rc<Inner>, storage: &Storage) {
    let done = left_behind(inner, storage).await;
    for event in inner.early.take() {
        inner.reduce(event);
    }
    for key in done {
        storage.remove(Drawer::Outbox, &key).await;
    }
}

/// Takes in what was left behind, and tells under which keys all is that is about to be done.
async fn left_behind(inner: &Inner, storage: &Storage) -> Vec<String> {
    let kept = storage.all(Drawer::Outbox).await;
    let visitor = identity::stored_visitor(storage).await.unwrap_or_default();
    let (own, is_visitor) = inner.transport.with_token(|token| (mark(token), token == visitor));
    let none = mark("");
    let mut early = inner.early.borrow_mut();
    let mut left = Vec::new();
    let mut done = Vec::new();
    for (key, json) in kept {
        let Some(entry) = key.starts_with('?').then(|| read_entry(&json)).flatten() else {
            continue;
        };
        let is_same = |event: &Event| matches!(event, Event::Do { command_id, .. } if *command_id == entry.command_id);
        let is_here = early.iter().any(is_same);
        let is_theirs = key.starts_with(&own) || is_visitor && key.starts_with(&none);
        if is_here || is_theirs {
            done.push(key);
        }
        if is_theirs && !is_here {
            left.push(entry);
        }
    }
    left.sort_by_key(|entry| entry.sequence);
    let left = left.into_iter().map(|entry| {
        let Entry { command_id, conversation, command, .. } = entry;
        Event::Do { command_id, conversation, command }
    });
    early.splice(..0, left);
    done
}
