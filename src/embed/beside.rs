//! A place of its own beside the widget's, for what is seen while the widget is not.

use leptos::mount::mount_to;
use leptos::prelude::*;
use wasm_bindgen::JsCast;
use web_sys::HtmlElement;

use crate::i18n::I18n;

/// Takes the view down, and then its place.
pub(super) struct Beside<H> {
    // In this order: what is mounted goes before where it is.
    _view: H,
    _place: Place,
}

struct Place(HtmlElement);

impl Drop for Place {
    fn drop(&mut self) {
        self.0.remove();
    }
}

/// Builds a view in the shadow root of `widget`, where the widget is drawn.
pub(super) fn beside<V: IntoView + 'static>(
    widget: &HtmlElement,
    i18n: I18n,
    view: impl FnOnce() -> V + 'static,
) -> Option<Box<dyn std::any::Any>> {
    let place = document().create_element("div").ok()?.dyn_into::<HtmlElement>().ok()?;
    widget.get_root_node().append_child(&place).ok()?;
    let mounted = mount_to(place.clone(), move || {
        provide_context(i18n);
        view()
    });
    Some(Box::new(Beside { _view: mounted, _place: Place(place) }))
}
