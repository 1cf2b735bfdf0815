//! Telling an agent whose page is out of view that a customer has written.

use inbox_model::Conversation;
use js_sys::{Function, Reflect};
use leptos::prelude::*;
use wasm_bindgen::prelude::*;
use wasm_bindgen_futures::JsFuture;
use web_sys::{Notification, NotificationOptions, NotificationPermission, VisibilityState};

use super::hands::Hands;
use crate::ui::{display_name, preview_line};

/// Whether this browser has notifications on this page.
pub(super) fn is_possible() -> bool {
    Reflect::has(&window(), &"Notification".into()).unwrap_or(false)
}

/// Whether the agent allows them.
pub(super) fn is_granted() -> bool {
    is_possible() && Notification::permission() == NotificationPermission::Granted
}

/// Asks the agent, and goes on with their answer.
pub(super) fn ask(then: impl FnOnce(bool) + 'static) {
    let Ok(asked) = Notification::request_permission() else { return then(false) };
    wasm_bindgen_futures::spawn_local(async move {
        let _ = JsFuture::from(asked).await;
        then(is_granted());
    });
}

/// Has new messages told that are for this agent, or for nobody yet.
pub(super) fn tell_of_news(hands: &Hands) {
    let hands = *hands;
    hands.engine.on_news(Box::new(move |one| {
        let out_of_view = document().visibility_state() != VisibilityState::Visible;
        let wanted = hands.kept.get_untracked().notify && is_granted();
        let me = untrack(|| hands.engine.store.me()).and_then(|me| me.id);
        if out_of_view && wanted && (one.assignee.is_none() || one.assignee == me) {
            untrack(|| show(&hands, one));
        }
    }));
}

fn show(hands: &Hands, one: &Conversation) {
    let options = NotificationOptions::new();
    options.set_body(&preview_line(one, hands.i18n));
    options.set_dir(if hands.i18n.direction() == "rtl" {
        web_sys::NotificationDirection::Rtl
    } else {
        web_sys::NotificationDirection::Ltr
    });
    // The next of the same conversation takes its place.
    options.set_tag(one.id.as_str());
    let title = display_name(one.contact(), hands.i18n);
    // Phones have them for pages with a worker alone.
    let Ok(shown) = Notification::new_with_options(&title, &options) else { return };
    let (engine, active, id) = (hands.engine, hands.place.active, one.id.clone());
    let note = shown.clone();
    let open = Closure::once_into_js(move || {
        let _ = window().focus();
        active.set(Some(id.clone()));
        engine.open(Some(id));
        note.close();
    });
    shown.set_onclick(Some(open.unchecked_ref::<Function>()));
}
