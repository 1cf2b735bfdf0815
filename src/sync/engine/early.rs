//! What is done before it is known who does it. It is kept on the device: a page that is loaded anew
//! before the server has answered loses none of it.

use std::rc::Rc;

use inbox_dialects::portable::{read_entry, write_entry};
use inbox_model::outbox::Entry;
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
    for (sequence, event) in (0..).zip(inner.early.borrow().iter()) {
        if let Event::Do { command_id, conversation, command } = event {
            let key = [&mark, command_id.as_str()].concat();
            let (id, at) = (command_id.clone(), clock::now());
            let entry = Entry::new(id, conversation.clone(), command.clone(), at, sequence);
            spawn(storage.put(Drawer::Outbox, &key, &write_entry(&entry)));
        }
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
    let here = inner.early.take();
    let is_here = |entry: &Entry| {
        here.iter().any(|event| matches!(event, Event::Do { command_id, .. } if *command_id == entry.command_id))
    };
    let mut left: Vec<Entry> = Vec::new();
    let mut done = Vec::new();
    for (key, json) in kept {
        let Some(entry) = key.starts_with('?').then(|| read_entry(&json)).flatten() else {
            continue;
        };
        let is_theirs = key.starts_with(&own) || is_visitor && key.starts_with(&none);
        if is_here(&entry) {
            done.push(key);
        } else if is_theirs {
            done.push(key);
            // In their order; sorting would bring more code than there are entries.
            let at = left.iter().take_while(|one| one.sequence < entry.sequence).count();
            left.insert(at, entry);
        }
    }
    let mut early = inner.early.borrow_mut();
    for Entry { command_id, conversation, command, .. } in left {
        early.push(Event::Do { command_id, conversation, command });
    }
    early.extend(here);
    done
}
