//! Canned replies, which the server keeps for the whole team.

use std::rc::Rc;

use inbox_dialects::{Request, canned};
use inbox_model::canned::CannedReply;
use leptos::prelude::WithValue;

use super::{Engine, Inner};
use crate::net::spawn;

impl Engine {
    /// All canned replies by name; `None` where the server has no such thing. Follows them.
    pub fn canned(self) -> Option<Vec<CannedReply>> {
        self.inner.try_with_value(|inner| inner.canned.get()).flatten()
    }

    /// Reads them again: colleagues may have changed some.
    pub fn load_canned(self) {
        self.with(load);
    }

    /// Keeps one, new or in place of the one with its id: shown at once.
    pub fn save_canned(self, reply: CannedReply) {
        self.with(|inner| {
            let request = canned::save(&reply);
            change(inner, &request, |all| {
                all.retain(|one| one.id != reply.id);
                all.push(reply);
                all.sort_by_cached_key(|one| one.name.to_lowercase());
            });
        });
    }

    /// Forgets one: gone at once.
    pub fn remove_canned(self, id: &str) {
        self.with(|inner| {
            change(inner, &canned::remove(id), |all| all.retain(|one| one.id != id));
        });
    }
}

pub(super) fn load(inner: &Rc<Inner>) {
    ask(inner, canned::list(), None);
}

fn change(inner: &Rc<Inner>, request: &Request, change: impl FnOnce(&mut Vec<CannedReply>)) {
    let before = inner.canned.get_untracked().unwrap_or_default();
    let mut all = before.clone();
    change(&mut all);
    inner.canned.set(Some(all));
    ask(inner, request.clone(), Some(before));
}

/// Asks; what comes back is how it is. `before` is how it was where the answer says that it stays so.
fn ask(inner: &Rc<Inner>, request: Request, before: Option<Vec<CannedReply>>) {
    let inner = Rc::clone(inner);
    spawn(async move {
        let response = inner.transport.send(&request).await;
        if !inner.alive.get() {
            return;
        }
        match (response.ok().map(|response| canned::read(&response)), before) {
            (Some(Ok(all)), _) => inner.canned.set(Some(all)),
            (answer, Some(before)) => {
                let code = answer.and_then(Result::err);
                let code = code.map_or("unreachable".to_owned(), |error| error.code().to_owned());
                inner.store.problem.set(Some(code));
                inner.canned.set(Some(before));
            }
            // A vendor's own server has no such thing.
            (_, None) => {}
        }
    });
}
