//! Actions that stand on the page as a button already: who asks for one presses it, and where it is not
//! to be seen it cannot be asked for.

use leptos::prelude::untrack;
use wasm_bindgen::JsCast;
use web_sys::{HtmlElement, KeyboardEvent, KeyboardEventInit};

use super::super::hands::Hands;
use super::Act;
use crate::ui::part_words;

/// What is pressed for an action.
pub(super) const fn selector(act: Act) -> Option<&'static str> {
    Some(match act {
        Act::FirstUnread => "[data-act=first-unread]",
        Act::GoToDate => "[data-act=go-to-date]",
        Act::TakeIn => ".pill",
        Act::Refer => "[data-act=refer]",
        Act::React => "[data-act=react]",
        Act::Redact => "[data-act=redact]",
        Act::DraftSend => ".draft-actions .button-strong",
        Act::DraftEdit => ".draft-actions .button:not(.button-strong):not(.button-quiet)",
        Act::DraftDismiss => ".draft-actions .button-quiet",
        Act::Send => ".reply .send:not([disabled])",
        Act::SendAndClose => ".reply:not(.reply-note) .send:not([disabled])",
        Act::Preview => ".formats [aria-pressed]",
        _ => return None,
    })
}

/// Of several, that of the message where the focus was last, else that of the newest.
pub(super) fn found(hands: &Hands, selector: &str) -> Option<HtmlElement> {
    hands.find(&[selector, "[tabindex=\"0\"]"].concat()).or_else(|| {
        let all = hands.root.now()?.query_selector_all(selector).ok()?;
        all.item(all.length().checked_sub(1)?)?.dyn_into().ok()
    })
}

pub(super) fn press(hands: &Hands, selector: &str) {
    if let Some(button) = found(hands, selector) {
        button.click();
    }
}

/// What the message says to which something would be done.
pub(in super::super) fn about(hands: &Hands, act: Act) -> Option<String> {
    let message = found(hands, selector(act)?)?.closest("[data-part-id]").ok()??;
    let id = message.get_attribute("data-part-id")?;
    let part = untrack(|| hands.engine.store.thread.part(&id.as_str().into()))?;
    Some(part_words(&part, hands.i18n))
}

/// Presses the keys by which the composer does it.
pub(super) fn send_and_close(hands: &Hands) {
    let keys = KeyboardEventInit::new();
    keys.set_key("Enter");
    keys.set_ctrl_key(true);
    keys.set_shift_key(true);
    keys.set_cancelable(true);
    let event = KeyboardEvent::new_with_keyboard_event_init_dict("keydown", &keys);
    if let Some((field, event)) = hands.find(".composer-field").zip(event.ok()) {
        let _ = field.dispatch_event(&event);
    }
}
