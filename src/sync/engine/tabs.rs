//! Which tab sends what: each its own, and what a tab has left behind whoever takes it over first.
//!
//! What is to be sent is kept under the id of the tab in which it was given. A tab holds a lock of
//! that name for as long as it lives; whoever waits for the lock has it when the tab has gone, and
//! takes over what is left. So nobody sends what can still be taken back elsewhere. Where a browser
//! has no locks, everything is taken over at once.

use std::cell::RefCell;
use std::rc::Rc;

use inbox_dialects::portable::read_entry;
use inbox_model::sync::Event;
use js_sys::{Function, Promise, Reflect};
use leptos::prelude::*;
use wasm_bindgen::closure::Closure;
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::future_to_promise;

use super::super::clock::new_command_id;
use super::super::storage::{Drawer, keep_at_once};
use super::Inner;
use super::start::person;

/// Where a tab tells the others that it is there.
const ANNOUNCED: &str = "inbox-widgets/tab";

/// This tab.
pub(super) struct Tab {
    id: String,
    /// Lets its lock go.
    release: RefCell<Option<Function>>,
}

impl Default for Tab {
    fn default() -> Self {
        Self { id: new_command_id().to_string(), release: RefCell::default() }
    }
}

impl Tab {
    /// The key under which a command of this tab is kept.
    pub(super) fn key(&self, person: &str, command: &str) -> String {
        [person, &self.id, "/", command].concat()
    }

    /// It goes: others may take over what it has left.
    pub(super) fn leave(&self) {
        if let Some(release) = self.release.take() {
            let _ = release.call0(&JsValue::NULL);
        }
    }

    fn stay(&self) {
        if self.release.borrow().is_some() {
            return;
        }
        let promise = Promise::new(&mut |resolve, _| {
            self.release.replace(Some(resolve));
        });
        let _ = request(&self.id, Box::new(move || promise.clone().into()));
    }
}

/// Takes up what is kept of a person: this tab's own and what no tab has at once, the rest when the
/// tab that has it is gone.
pub(super) async fn restore(inner: &Rc<Inner>) {
    inner.tab.stay();
    keep_at_once(ANNOUNCED, &inner.tab.id);
    let Some(person) = who(inner) else { return };
    let mut others: Vec<String> = Vec::new();
    let Some(storage) = inner.storage.get().cloned() else { return };
    for (key, _) in storage.all(Drawer::Outbox).await {
        let Some(rest) = key.strip_prefix(&person) else { continue };
        let tab = rest.split_once('/').map_or("", |(tab, _)| tab);
        if !others.iter().any(|one| one == tab) {
            others.push(tab.to_owned());
        }
    }
    for tab in others {
        if tab.is_empty() || tab == inner.tab.id {
            take_over(inner, &tab).await;
        } else {
            await_end(inner, tab);
        }
    }
}

/// Hears of tabs that come later.
pub(super) fn watch(inner: &Rc<Inner>) {
    let weak = Rc::downgrade(inner);
    let other = window_event_listener_untyped("storage", move |event| {
        let text = |name: &str| Reflect::get(&event, &name.into()).ok()?.as_string();
        if let (Some(inner), Some(ANNOUNCED)) = (weak.upgrade(), text("key").as_deref())
            && let Some(tab) = text("newValue").filter(|tab| *tab != inner.tab.id)
        {
            await_end(&inner, tab);
        }
    });
    on_cleanup(move || other.remove());
}

fn await_end(inner: &Rc<Inner>, tab: String) {
    let weak = Rc::downgrade(inner);
    let name = tab.clone();
    let granted = move || {
        let (weak, tab) = (weak.clone(), tab.clone());
        // Nobody else has the lock before everything is here.
        future_to_promise(async move {
            if let Some(inner) = weak.upgrade() {
                take_over(&inner, &tab).await;
            }
            Ok(JsValue::UNDEFINED)
        })
        .into()
    };
    let granted = Rc::new(granted);
    let by_lock = Rc::clone(&granted);
    if request(&name, Box::new(move || by_lock())).is_none() {
        let _ = granted();
    }
}

async fn take_over(inner: &Rc<Inner>, tab: &str) {
    let (Some(person), Some(storage)) = (who(inner), inner.storage.get().cloned()) else {
        return;
    };
    let start = if tab.is_empty() { person.clone() } else { [&person, tab, "/"].concat() };
    let mut entries = Vec::new();
    for (key, json) in storage.all(Drawer::Outbox).await {
        let Some(command) = key.strip_prefix(&start).filter(|rest| !rest.contains('/')) else {
            continue;
        };
        let own = inner.tab.key(&person, command);
        if own != key {
            storage.put(Drawer::Outbox, &own, &json).await;
            storage.remove(Drawer::Outbox, &key).await;
        }
        entries.extend(read_entry(&json));
    }
    if inner.alive.get() && who(inner).as_ref() == Some(&person) && !entries.is_empty() {
        inner.reduce(Event::Restored { entries });
    }
}

fn who(inner: &Inner) -> Option<String> {
    inner.inbox.borrow().as_ref().map(|inbox| person(inbox.me()))
}

/// Asks for a lock; what is given back when it is granted says how long it is kept. `None` where
/// there are no locks.
fn request(name: &str, granted: Box<dyn Fn() -> JsValue>) -> Option<()> {
    let locks = Reflect::get(&window().navigator(), &"locks".into()).ok()?;
    let ask = Reflect::get(&locks, &"request".into()).ok()?.dyn_into::<Function>().ok()?;
    let granted = Closure::once_into_js(move |_: JsValue| granted());
    let name = ["inbox-widgets/tab/", name].concat();
    ask.call2(&locks, &name.into(), &granted).ok().map(|_| ())
}
