//! The keyboard of the desk: hears keys wherever the focus is in it, and nowhere else on the page.

use leptos::ev;
use leptos::prelude::*;
use wasm_bindgen::JsCast;
use web_sys::{Element, KeyboardEvent};

use super::actions::{self, Press};
use super::hands::Hands;
use super::views::view_by_number;
use crate::dom::El;

/// After `g` a number is waited for this long, in milliseconds.
const PATIENCE: i64 = 1_500;
/// Where letters are typed or mean something already.
const FIELDS: &str = "input, textarea, select, [contenteditable]";
const MENUS: &str = "[role=menu], dialog, .emoji-picker";
/// What Enter presses.
const PRESSED: &str = "button, a, summary, [role=option], [role=button]";

/// Has an element hear the shortcuts.
pub(super) fn listen(desk: El, hands: &Hands) -> El {
    let hands = *hands;
    let waits_since = StoredValue::new(None::<i64>);
    let on_key = move |event: KeyboardEvent| {
        hands.by_key.set_if_new(true);
        // 229 is what browsers report while an input method is at work.
        let composing = event.is_composing() || event.key_code() == 229;
        if composing || event.default_prevented() || hands.dialog.get_untracked().is_some() {
            return;
        }
        let Some(press) = Press::of(&event) else { return };
        let began = waits_since.try_update_value(Option::take).flatten();
        let now = crate::sync::now().as_millis();
        let waited = began.is_some_and(|began| now - began < PATIENCE);
        if hear(&hands, &event, &press, waited) {
            event.prevent_default();
            if press.0 == "g" {
                waits_since.set_value(Some(now));
            }
        }
    };
    desk.on("keydown", on_key)
        .on("pointerdown", move |_: ev::PointerEvent| hands.by_key.set_if_new(false))
}

/// Whether a press was meant for the desk, and what it asked for is done.
fn hear(hands: &Hands, event: &KeyboardEvent, press: &Press, after_g: bool) -> bool {
    let target = event.target().and_then(|target| target.dyn_into::<Element>().ok());
    let is_in = |selector: &str| {
        target.as_ref().and_then(|target| target.closest(selector).ok().flatten()).is_some()
    };
    if !press.has_command() {
        if is_in(MENUS) {
            return false;
        }
        if is_in(FIELDS) {
            // The way out of a field, after which shortcuts work again.
            let in_list = is_in(".list");
            return press.0 == "Escape" && leave_field(hands, in_list);
        }
        if press.is_single() && !hands.kept.get_untracked().keys {
            return false;
        }
    }
    if press.0 == "Enter" && is_in(PRESSED) || event.repeat() && !actions::is_repeatable(press) {
        return false;
    }
    if let Some(number) = press.number(event).filter(|_| after_g) {
        let Some((shown, name)) = view_by_number(hands, number) else { return false };
        hands.place.show(shown);
        hands.say(name);
        return true;
    }
    if press.0 == "g" {
        return true;
    }
    let action = actions::asked_for(&press.0).filter(|action| actions::can(hands, action.act));
    action.map(|action| actions::perform(hands, action.act)).is_some()
}

fn leave_field(hands: &Hands, in_list: bool) -> bool {
    let thread = "[data-scroller=thread]";
    if in_list { hands.focus(&[".window"]) } else { hands.focus(&[thread, ".window"]) }
}
