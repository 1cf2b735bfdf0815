//! What has to wait until the screen shows what was just built.

use leptos::prelude::request_animation_frame;

/// Acts once what has been built up to now is painted: a frame is asked for before the paint, the one
/// after it comes behind it.
pub fn after_paint(act: impl FnOnce() + 'static) {
    request_animation_frame(move || request_animation_frame(act));
}
