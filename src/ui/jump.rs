//! Going to a message: into view, the focus on it, and a flash so that the eye finds it.

use inbox_model::PartId;
use leptos::prelude::*;
use wasm_bindgen::JsCast;
use web_sys::{Element, HtmlElement};

use super::company::CompanySide;

/// How long a message is marked.
const FLASH: std::time::Duration = std::time::Duration::from_millis(1_800);

/// What a line shows, if it is built; `id` tells it from others.
pub(super) fn line_at(scroller: &HtmlElement, id: &str) -> Option<HtmlElement> {
    let all = scroller.query_selector_all("[data-line]").ok()?;
    (0..all.length())
        .filter_map(|at| all.item(at)?.dyn_into::<HtmlElement>().ok())
        .find(|one| one.get_attribute("data-line").as_deref() == Some(id))?
        .first_element_child()?
        .dyn_into()
        .ok()
}

/// Goes to what a line shows.
pub(super) fn go_to(scroller: &HtmlElement, found: HtmlElement) {
    show(scroller, found.clone());
    let _ = found.set_attribute("tabindex", "-1");
    let options = web_sys::FocusOptions::new();
    options.set_prevent_scroll(true);
    let _ = found.focus_with_options(&options);
}

/// Brings what a line shows into sight; the focus stays where it is.
pub(super) fn show(scroller: &HtmlElement, found: HtmlElement) {
    let (place, frame) = (found.get_bounding_client_rect(), scroller.get_bounding_client_rect());
    // What is taller than the pane is read from its beginning.
    let above = ((frame.height() - place.height()) / 2.0).max(8.0);
    scroller.scroll_by_with_x_and_y(0.0, place.top() - frame.top() - above);
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
