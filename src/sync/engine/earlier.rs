//! What lies before the parts that are held of the open thread, read when it is wanted.

use std::rc::Rc;

use inbox_dialects::{DialectError, earlier};
use inbox_model::ConversationId;
use inbox_model::sync::Event;
use inbox_model::thread::{Before, Reach};

use leptos::prelude::WithValue;

use super::{Engine, Inner};
use crate::net::spawn;

impl Engine {
    /// What lies before the first line of the open thread; follows it.
    pub fn before(self) -> Before {
        self.inner.try_with_value(|inner| inner.before.get()).unwrap_or_default()
    }

    /// Reads the open thread back until it reaches that far, or as far as it can be read, and calls
    /// back; unless another one has been opened meanwhile.
    pub fn read_back(self, reach: Reach, then: impl FnOnce() + 'static) {
        self.with(|inner| {
            let Some(id) = inner.store.thread.id.get_untracked() else { return };
            let inner = Rc::clone(inner);
            spawn(async move {
                if read_back(&inner, &id, &reach).await {
                    then();
                }
            });
        });
    }
}

/// False where the thread is not looked at any more.
async fn read_back(inner: &Rc<Inner>, id: &ConversationId, reach: &Reach) -> bool {
    let before = inner.before;
    loop {
        if !is_open(inner, id) {
            return false;
        }
        let first =
            inner.inbox.borrow().as_ref().and_then(|inbox| {
                inbox.first_held(id).filter(|_| !reach.is_met(&inbox.thread(id).0))
            });
        let Some(first) = first.filter(|_| before.get_untracked() != Before::Untold) else {
            return true;
        };
        before.set(Before::Loading);
        let answer = match inner.transport.send(&earlier::request(id, &first)).await {
            Ok(response) => earlier::read(&response),
            Err(_) => Err(DialectError::Server { status: 0 }),
        };
        if !is_open(inner, id) {
            return false;
        }
        let told = match answer {
            Ok(told) => told,
            Err(error) => {
                before.set(match error {
                    DialectError::NotFound { .. } => Before::Untold,
                    _ => Before::Failed { code: error.code().to_owned() },
                });
                if error == DialectError::Unauthenticated {
                    inner.signed_out();
                }
                return true;
            }
        };
        let begins = !told.more || told.parts.is_empty();
        let id = id.clone();
        inner.reduce(Event::Earlier { id, before: first, parts: told.parts, begins });
        // Only now that the lines are there: who reads on where the first one is in sight would still
        // see the one that was first.
        if before.get_untracked() == Before::Loading {
            before.set(Before::More);
        }
        if *reach == Reach::Further {
            return true;
        }
    }
}

fn is_open(inner: &Inner, id: &ConversationId) -> bool {
    inner.alive.get() && inner.store.thread.id.get_untracked().as_ref() == Some(id)
}

/// Brings up to date how far back the open thread is held.
pub(super) fn refresh(inner: &Inner, id: &ConversationId) {
    let before = inner.before;
    let begins = inner.inbox.borrow().as_ref().is_none_or(|inbox| inbox.begins_here(id));
    if begins {
        before.set_if_new(Before::Nothing);
    } else if before.get_untracked() == Before::Nothing {
        before.set(Before::More);
    }
}
