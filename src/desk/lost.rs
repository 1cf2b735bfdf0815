//! The focus of whoever works by keyboard does not go with the button that had it: what follows takes
//! it, such as the next entry, or what stands below the list that has become empty.

use leptos::prelude::*;
use wasm_bindgen::JsCast;
use wasm_bindgen::prelude::Closure;
use web_sys::{
    Element, FocusEvent, HtmlElement, MutationObserver, MutationObserverInit, Node, NodeList,
};

use super::hands::Hands;
use crate::dom::{El, after_paint};
use crate::reactive::effect;

const FOCUSABLE: &str = "button:not(:disabled), a[href], input:not(:disabled), \
    textarea:not(:disabled), select:not(:disabled), [tabindex='0']";

/// Where the focus is: an element and what it is in, each with what stands before it.
type Trail = Vec<(Element, Option<Element>)>;

/// Has an element look after the focus that is in it.
pub(super) fn look_after(desk: El, hands: &Hands) -> El {
    let hands = *hands;
    let trail = StoredValue::new_local(Trail::new());
    let check = move || {
        if hands.is_lost() && !go_on(&hands, &trail.get_value()) {
            hands.keep_focus();
        }
    };
    let on_change = Closure::<dyn FnMut()>::new(move || {
        // Whoever has taken it away may give it a place, once what comes instead is painted.
        if hands.has_lost() {
            after_paint(move || request_animation_frame(check));
        }
    });
    let observer = MutationObserver::new(on_change.as_ref().unchecked_ref()).ok();
    let observer = StoredValue::new_local((observer, on_change));
    effect(move || {
        let Some(root) = hands.root.get() else { return };
        let all = MutationObserverInit::new();
        all.set_child_list(true);
        all.set_subtree(true);
        observer.with_value(|(observer, _)| {
            if let Some(observer) = observer {
                let _ = observer.observe_with_options(&root, &all);
            }
        });
    });
    on_cleanup(move || {
        observer.with_value(|(observer, _)| {
            if let Some(observer) = observer {
                observer.disconnect();
            }
        });
    });
    desk.on("focusin", move |event: FocusEvent| {
        let on = event.target().and_then(|on| on.dyn_into().ok());
        trail.set_value(trail_to(on));
    })
}

fn trail_to(on: Option<Element>) -> Trail {
    let up = std::iter::successors(on, |one| one.parent_element());
    up.map(|one| (one.clone(), one.previous_element_sibling())).collect()
}

/// Gives the focus to what follows the place where it was, else to what stands before it, within the
/// innermost of what it was in that has anything to offer.
fn go_on(hands: &Hands, trail: &Trail) -> bool {
    // The innermost that is still there, and what is left of what stood before the way to the focus.
    let Some(at) = trail.iter().position(|(one, _)| one.is_connected()) else { return false };
    let before = at.checked_sub(1).and_then(|gone| trail.get(gone)?.1.as_ref());
    let before = before.filter(|before| before.is_connected());
    let around = || trail.iter().skip(at).map(|(one, _)| one);
    let Some(place) = before.or(around().next()) else { return false };
    let follows = |one: &HtmlElement| {
        let relation = place.compare_document_position(one);
        let is_in = relation & Node::DOCUMENT_POSITION_CONTAINED_BY != 0;
        relation & Node::DOCUMENT_POSITION_FOLLOWING != 0 && !(is_in && before.is_some())
    };
    around().any(|around| {
        let (after, earlier): (Vec<_>, Vec<_>) = stops(around).partition(follows);
        after.iter().chain(earlier.iter().rev()).any(|one| hands.takes(one))
    })
}

/// What the key for tabs stops at.
fn stops(around: &Element) -> impl Iterator<Item = HtmlElement> {
    let all = around.query_selector_all(FOCUSABLE).ok();
    let count = all.as_ref().map_or(0, NodeList::length);
    let all =
        (0..count).filter_map(move |at| all.as_ref()?.get(at)?.dyn_into::<HtmlElement>().ok());
    all.filter(|one| one.tab_index() >= 0)
}
