//! The list stands still while somebody points at it, has the focus in it or has scrolled down, and
//! tells above it how much has come meanwhile.

use leptos::ev;

use crate::dom::{El, Spot, el};
use crate::i18n::{DeskText, Text, use_i18n};
use crate::reactive::{Memo, RwSignal, effect};
use crate::sync::Engine;
use crate::ui::{Glyph, icon};

/// Holds the list while its frame is pointed at or has the focus, or it is not at its top.
pub(super) fn hold_while_touched(engine: Engine, top: RwSignal<i32>, frame: El) -> El {
    let (pointed, focused) = (RwSignal::new(false), RwSignal::new(false));
    let held = Memo::new(move |_| pointed.get() || focused.get() || top.get() > 0);
    effect(move || engine.hold_list(held.get()));
    frame
        .on("pointerenter", move |_: ev::PointerEvent| pointed.set(true))
        .on("pointerleave", move |_: ev::PointerEvent| pointed.set(false))
        .on("focusin", move |_: ev::FocusEvent| focused.set(true))
        .on("focusout", move |_: ev::FocusEvent| focused.set(false))
}

/// Shows what has come, from the top.
fn take_in(engine: Engine, scroller: Spot) {
    engine.take_in();
    if let Some(scroller) = scroller.now() {
        scroller.set_scroll_top(0);
        let _ = scroller.focus();
    }
}

/// How many conversations would stand above, and the way to them.
pub(super) fn pill(engine: Engine, scroller: Spot) -> El {
    let i18n = use_i18n();
    let waiting = Memo::new(move |_| engine.waiting());
    let hint = move || [i18n.t(Text::Desk(DeskText::ShowNew)), " (.)"].concat();
    el("div").class("pill-place").attr("role", "status").when(
        move || waiting.get() > 0,
        move || {
            el("button")
                .attr("type", "button")
                .class("pill")
                .attr("aria-keyshortcuts", ".")
                .attr("title", hint)
                .on_click(move || take_in(engine, scroller))
                .child(icon(Glyph::ArrowUp))
                .child(
                    el("span")
                        .text(move || i18n.count(Text::Desk(DeskText::NewAbove), waiting.get())),
                )
        },
    )
}
