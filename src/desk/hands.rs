//! What the keyboard works with: the desk around it, where the focus is and where it goes when what
//! had it is gone.

use inbox_model::{Command, Conversation, ConversationId};
use leptos::prelude::*;
use std::sync::Arc;
use wasm_bindgen::JsCast;
use web_sys::{Element, HtmlDialogElement, HtmlElement, ShadowRoot};

use super::bulk_acts::tell_of_one;
use super::place::Place;
use super::settings::Kept;
use crate::dom::Spot;
use crate::i18n::{ActText, I18n, Text};
use crate::reactive::RwSignal;
use crate::sync::Engine;

/// A dialog over the desk.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Dialog {
    Palette,
    Shortcuts,
    Settings,
    Canned,
    /// All views, where there is no room for them at the side.
    Views,
    /// Where a view is built.
    Builder,
    /// Until when a conversation is put aside.
    Snooze,
    /// Whether a message is removed.
    Redact,
    /// Whether a conversation is deleted.
    Delete,
}

/// The list, and where there is room for one pane only and it is the thread, that.
const PLACES: [&str; 3] = [".window", "[data-scroller=thread]", ".thread-back"];

/// All that an action may need. Views find it as a context.
#[derive(Clone, Copy)]
pub(super) struct Hands {
    pub(super) engine: Engine,
    pub(super) place: Place,
    pub(super) i18n: I18n,
    pub(super) kept: Kept,
    /// The desk's outermost element.
    pub(super) root: Spot,
    /// The dialog that is open.
    pub(super) dialog: RwSignal<Option<Dialog>>,
    /// What a screen reader says next.
    pub(super) said: RwSignal<Vec<String>>,
    /// The agent's last touch was a key, and no pointer.
    pub(super) by_key: RwSignal<bool>,
}

impl Hands {
    pub(super) fn new(engine: Engine, place: Place, i18n: I18n, kept: Kept) -> Self {
        Self {
            engine,
            place,
            i18n,
            kept,
            root: Spot::default(),
            dialog: RwSignal::new(None),
            said: RwSignal::new(Vec::new()),
            by_key: RwSignal::new(false),
        }
    }

    /// The conversation that is meant: the open one, else the one that is marked in the list.
    pub(super) fn target(&self) -> Option<ConversationId> {
        let store = self.engine.store;
        let marked = || {
            let id = self.place.active.get_untracked()?;
            store.rows.has(&id).then_some(id)
        };
        store.thread.id.get_untracked().or_else(marked)
    }

    /// That conversation as it is now.
    pub(super) fn conversation(&self) -> Option<Arc<Conversation>> {
        let store = self.engine.store;
        let id = self.target()?;
        let open = store.thread.conversation.get_untracked().filter(|one| one.id == id);
        open.or_else(|| untrack(|| store.rows.get(&id).map(|row| row.get())))
    }

    /// Has a screen reader say something.
    pub(super) fn say(&self, words: String) {
        self.said.update(|said| said.push(words));
    }

    /// The conversation before or after one in the list.
    pub(super) fn beside(
        &self,
        id: Option<&ConversationId>,
        after: bool,
    ) -> Option<ConversationId> {
        untrack(|| {
            self.engine.store.rows.with_keys(|keys| {
                let at = id.and_then(|id| keys.iter().position(|key| key == id));
                let beside = match at {
                    Some(at) if after => at + 1,
                    Some(at) => at.checked_sub(1)?,
                    None => 0,
                };
                keys.get(beside).cloned()
            })
        })
    }

    /// Closes, snoozes or archives. Who works by keyboard and has put away what was listed goes on
    /// with the next; who has clicked stays, and finds the way back where they clicked.
    pub(super) fn put_away(&self, command: Command, done: &str) {
        let (Some(id), Some(before)) = (self.target(), self.conversation()) else { return };
        let next = self.beside(Some(&id), true).or_else(|| self.beside(Some(&id), false));
        let was_listed = self.is_listed(&id);
        self.engine.act(&id, command.clone());
        if self.by_key.get_untracked() && was_listed && !self.is_listed(&id) {
            // Where it was is where the next one stands, so the list offers the way back.
            tell_of_one(self.engine, self.place, &before, &command);
            return self.go_to(next);
        }
        self.say(self.i18n.with(Text::Act(ActText::Done), &[("name", done)]));
    }

    /// Shows another conversation in place of the open one, if one is open, and marks it in the list.
    pub(super) fn go_to(&self, next: Option<ConversationId>) {
        let was_open = self.engine.store.thread.id.get_untracked().is_some();
        self.place.active.set(next.clone());
        if was_open {
            self.engine.open(next);
        }
        self.focus_place();
    }

    fn is_listed(&self, id: &ConversationId) -> bool {
        self.engine.store.rows.has(id)
    }

    /// What is to be said, which is then said.
    pub(super) fn take_said(&self) -> Vec<String> {
        let all = self.said.get();
        if !all.is_empty() {
            self.said.set(Vec::new());
        }
        all
    }

    /// The first element of the desk that matches.
    pub(super) fn find(&self, selector: &str) -> Option<HtmlElement> {
        self.root.now()?.query_selector(selector).ok().flatten()?.dyn_into().ok()
    }

    /// Gives the focus to the first of these that takes it.
    pub(super) fn focus(&self, selectors: &[&str]) -> bool {
        let mut found = selectors.iter().filter_map(|selector| self.find(selector));
        found.any(|found| self.takes(&found))
    }

    /// Gives an element the focus; whether it takes it.
    pub(super) fn takes(&self, element: &HtmlElement) -> bool {
        is_drawn(element) && {
            let _ = element.focus();
            self.focused().as_ref() == Some(element)
        }
    }

    /// Gives the focus to the list, or to the thread where that alone is to be seen: at once, and
    /// again when the panes have changed.
    pub(super) fn focus_place(&self) {
        self.focus(&PLACES);
        self.keep_focus();
    }

    /// Soon, when what is going has gone: gives the focus a place if it was lost with that.
    pub(super) fn keep_focus(&self) {
        let hands = *self;
        request_animation_frame(move || {
            if hands.is_lost()
                && !hands.focus(&PLACES)
                && let Some(root) = hands.root.now()
            {
                let _ = root.focus();
            }
        });
    }

    /// Chromium gives the field that had the focus the focus again, and not the caret: until that is
    /// brought, what is typed is lost. Keys come before whatever waits for its time, so it is not put
    /// off.
    fn bring_caret(&self) {
        let field = self.focused().filter(|one| one.matches("input, textarea") == Ok(true));
        if let Some(field) = field.and_then(|field| field.dyn_into::<HtmlElement>().ok()) {
            let _ = field.blur();
            let _ = field.focus();
        }
    }

    /// What has the focus in here.
    fn focused(&self) -> Option<Element> {
        self.root.now()?.get_root_node().dyn_into::<ShadowRoot>().ok()?.active_element()
    }

    /// What had the focus is gone or no longer to be seen, and it was a key that an agent pressed
    /// last.
    pub(super) fn is_lost(&self) -> bool {
        // The browser takes it away from what is hidden, only later.
        let is_hidden = || self.focused().is_some_and(|focused| !is_drawn(&focused));
        self.has_lost() || self.by_key.try_get_untracked() == Some(true) && is_hidden()
    }

    /// The same, as far as it can be told without looking at the layout.
    pub(super) fn has_lost(&self) -> bool {
        let nowhere = || {
            let elsewhere = document().active_element();
            elsewhere.is_none_or(|elsewhere| elsewhere.tag_name() == "BODY")
        };
        self.by_key.try_get_untracked() == Some(true) && self.focused().is_none() && nowhere()
    }

    /// Opens a dialog over the desk, in place of one that is open.
    pub(super) fn show(&self, dialog: Dialog) {
        self.dismiss();
        self.dialog.set(Some(dialog));
    }

    /// Closes the dialog; the focus goes back to where it was.
    pub(super) fn dismiss(&self) {
        let open = self.find("dialog").and_then(|open| open.dyn_into::<HtmlDialogElement>().ok());
        if let Some(open) = open {
            // At once, and not with the view: what comes next may want the focus.
            open.close();
            self.bring_caret();
        }
        self.dialog.set_if_new(None);
        self.keep_focus();
    }
}

/// Whether an element takes any room. Until the next frame the focus stays on what is hidden.
fn is_drawn(element: &Element) -> bool {
    let place = element.get_bounding_client_rect();
    place.width() > 0.0 || place.height() > 0.0
}
