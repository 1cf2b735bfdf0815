//! Going to a message: into view, the focus on it, and a flash so that the eye finds it.

use inbox_model::PartId;
use leptos::prelude::*;
use wasm_bindgen::JsCast;
use web_sys::{Element, HtmlElement};

use super::company::CompanySide;

/// How long a message is marked.
const FLASH: std::time::Duration = std::time::Duration::from_millis(1_800);

/// The message of a part, if it is built.
fn message(scroller: &HtmlElement, id: &PartId) -> Option<HtmlElement> {
    let all = scroller.query_selector_all("[data-part-id]").ok()?;
    (0..all.length())
        .filter_map(|at| all.item(at)?.dyn_into::<HtmlElement>().ok())
        .find(|one| one.get_attribute("data-part-id").as_deref() == Some(id.as_str()))
}

/// Goes to the message of a part.
pub(super) fn go_to(scroller: &HtmlElement, id: &PartId) {
    let Some(found) = message(scroller, id) else { return };
    let (place, frame) = (found.get_bounding_client_rect(), scroller.get_bounding_client_rect());
    #[expect(clippy::cast_possible_truncation, reason = "pixels")]
    let offset = (place.top() - frame.top() - (frame.height() - place.height()) / 2.0) as i32;
    scroller.set_scroll_top(scroller.scroll_top() + offset);
    let _ = found.set_attribute("tabindex", "-1");
    let options = web_sys::FocusOptions::new();
    options.set_prevent_scroll(true);
    let _ = found.focus_with_options(&options);
    let _ = found.class_list().add_1("flash");
    let _ = set_timeout_with_handle(
        move || {
            let _ = found.class_list().remove_1("flash");
        },
        FLASH,
    );
}

/// Tells which messages of the customer are in sight, while somebody looks at the page.
pub(super) fn tell_shown(scroller: &HtmlElement, company: CompanySide) {
    if document().visibility_state() != web_sys::VisibilityState::Visible {
        return;
    }
    let Ok(all) = scroller.query_selector_all("[data-part-id][data-inbound]") else { return };
    let frame = scroller.get_bounding_client_rect();
    let in_sight = |one: &Element| {
        let place = one.get_bounding_client_rect();
        place.height() > 0.0 && place.bottom() > frame.top() && place.top() < frame.bottom()
    };
    for at in 0..all.length() {
        let one = all.item(at).and_then(|node| node.dyn_into::<Element>().ok());
        if let Some(id) = one.filter(in_sight).and_then(|one| one.get_attribute("data-part-id")) {
            company.shown.run(PartId::new(id));
        }
    }
}
