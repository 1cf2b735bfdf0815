//! Whether anybody can see the page.

use leptos::prelude::*;
use web_sys::VisibilityState;

use crate::reactive::RwSignal;

/// Whether the page is in sight: not in a tab behind another one, nor on a screen that is locked.
/// Follows it until the owner around ends.
pub fn in_sight() -> RwSignal<bool> {
    let seen = RwSignal::new(is_visible());
    let changes = window_event_listener_untyped("visibilitychange", move |_| {
        seen.set(is_visible());
    });
    on_cleanup(move || changes.remove());
    seen
}

fn is_visible() -> bool {
    document().visibility_state() == VisibilityState::Visible
}
