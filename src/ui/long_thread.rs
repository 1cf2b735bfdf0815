//! The thread as agents see it: a window over it, however long it is, and ways to go to a message.

use inbox_model::PartId;
use inbox_model::thread::{Item, ItemKey, Reach};
use leptos::prelude::*;
use wasm_bindgen::JsCast;
use web_sys::{Element, Event, HtmlElement, KeyboardEvent};

use super::beginning::{beginning, read_on};
use super::company::CompanySide;
use super::jump;
use super::jumps::jumps;
use super::marks;
use super::message::{MessageActions, line};
use super::reader::line_id;
use super::thread::{ThreadPlace, message_id, pane, surroundings, to_latest};
use super::tools::walk_lines;
use super::windowed::Window;
use crate::dom::{El, after_paint, el, on_resize};
use crate::reactive::effect;

/// Where the keys for both ends mean something else.
const OWN_KEYS: &str = "input, textarea, audio, video, [role=menu], .emoji-picker";

/// The thread: what it shows, what can be done about its messages, and what stands after the last
/// line.
pub fn long_thread(
    place: ThreadPlace,
    company: CompanySide,
    actions: MessageActions,
    tail: El,
) -> El {
    let window = Window::new();
    let around = surroundings(place, actions);
    let today = around.today;
    let mut thread = String::new();
    effect(move || {
        let identity = place.identity.get();
        let keys = place.keys.get();
        if thread != identity {
            thread = identity;
            window.begin();
        }
        window.set(keys);
    });
    let row = move |key: ItemKey| {
        let id = line_id(&key);
        let (number, count) = window.number(&key).unwrap_or_default();
        let part = match &key {
            ItemKey::Part(part) => Some(part.clone()),
            _ => None,
        };
        let is_found =
            move || part.is_some() && company.found.get().map(|(found, _)| found) == part;
        el("li")
            .class("line")
            .class_when("line-found", is_found)
            .attr("data-line", id)
            .attr_if("data-msg-id", message_id(&key))
            .attr("aria-posinset", number.to_string())
            .attr("aria-setsize", count.to_string())
            .maybe(place.get.run(key).map(|item| line(item, around.clone())))
    };
    let focused = move |event: Event| {
        window.focus(event.target().and_then(|on| on.dyn_into::<Element>().ok()).as_ref());
    };
    let list = el("ol")
        .class("lines lines-windowed")
        .attr("role", "list")
        .at(window.lines)
        .on("focusin", focused)
        .on("focusout", move |_: Event| window.focus(None))
        .on("keydown", move |event: KeyboardEvent| walk_lines(&event))
        .each(move || window.built.get(), row);
    // Told after the list, so that the lines are there by now.
    effect(move || {
        window.built.track();
        window.settle();
    });
    on_resize([window.scroller, window.lines], move || {
        window.settle();
        // Browsers take it amiss if what they have just measured changes at once.
        request_animation_frame(move || window.plan());
    });
    read_on(window, company);
    let lead = Callback::new(move |key: ItemKey| lead(window, &key, jump::go_to));
    serve(place, company, window, lead);
    let on_scroll = move |_: Event| {
        window.scrolled();
        look(window, company);
    };
    el("div")
        .class("thread-frame")
        .child(jumps(window, company, today, lead))
        .child(
            pane(window.scroller)
                .on("scroll", on_scroll)
                .on("keydown", move |event: KeyboardEvent| ends(window, &event))
                .child(beginning(window, company))
                .child(list)
                .child(tail),
        )
        .child(to_latest(window.at_end).on_click(move || window.to_end()))
}

/// The keys for both ends lead there at once; a browser would fly over all that lies between.
fn ends(window: Window, event: &KeyboardEvent) {
    let target = event.target().and_then(|on| on.dyn_into::<Element>().ok());
    let own = target.is_some_and(|on| on.closest(OWN_KEYS).ok().flatten().is_some());
    if own || event.default_prevented() || event.shift_key() || event.alt_key() {
        return;
    }
    match event.key().as_str() {
        "Home" => window.to_start(),
        "End" => window.to_end(),
        _ => return,
    }
    event.prevent_default();
}

/// Tells what an agent sees.
fn look(window: Window, company: CompanySide) {
    if let Some(scroller) = window.scroller.now() {
        jump::tell_shown(&scroller, company);
    }
}

/// Builds a line wherever it is, and goes there.
fn lead(window: Window, key: &ItemKey, go: fn(&HtmlElement, HtmlElement)) {
    window.reveal(key);
    let id = line_id(key);
    // It is built by then.
    after_paint(move || {
        let Some(scroller) = window.scroller.now() else { return };
        if let Some(found) = jump::line_at(&scroller, &id) {
            go(&scroller, found);
        }
    });
}

/// Does something when the lines that have just been read are known to the thread.
pub(super) fn after_lines(then: impl FnOnce() + 'static) -> Box<dyn FnOnce()> {
    Box::new(move || after_paint(then))
}

/// Marks what was searched for, where it is built.
fn mark_found(window: Window, company: CompanySide) {
    let Some(Some((id, words))) = company.found.try_get_untracked() else { return };
    let found = window.scroller.now().and_then(|at| jump::line_at(&at, id.as_str()));
    let bubble = found.and_then(|found| found.query_selector(".bubble").ok().flatten());
    if let Some(bubble) = bubble.and_then(|bubble| bubble.dyn_into::<HtmlElement>().ok()) {
        marks::mark(&bubble, &words);
    }
}

/// Goes where an agent asks to go, and tells what an agent sees.
fn serve(place: ThreadPlace, company: CompanySide, window: Window, lead: Callback<ItemKey>) {
    let is = move |key: &ItemKey, id: &PartId| match key {
        ItemKey::Part(part) => part == id,
        ItemKey::Command(_) => place
            .get
            .run(key.clone())
            .is_some_and(|item| matches!(item.get(), Item::Part { part, .. } if part.id == *id)),
        ItemKey::Day(_) | ItemKey::Unread => false,
    };
    let find = move |id: &PartId| {
        untrack(|| window.with_keys(|keys| keys.iter().find(|key| is(key, id)).cloned()))
    };
    effect(move || {
        let Some(id) = company.jump.get() else { return };
        company.jump.set(None);
        if let Some(key) = find(&id) {
            return lead.run(key);
        }
        let there = id.clone();
        let go = move || {
            if let Some(key) = find(&there) {
                lead.run(key);
            }
        };
        company.read_back.run((Reach::Part(id), after_lines(go)));
    });
    // Who goes through what was found keeps the focus where it is.
    effect(move || {
        let Some((id, _)) = company.found.get() else { return marks::unmark() };
        // The thread that it is in may be on its way.
        request_animation_frame(move || {
            if let Some(key) = find(&id) {
                self::lead(window, &key, jump::show);
                after_paint(move || mark_found(window, company));
            }
        });
    });
    effect(move || {
        window.built.track();
        after_paint(move || {
            look(window, company);
            mark_found(window, company);
        });
    });
    let back = window_event_listener_untyped("visibilitychange", move |_| look(window, company));
    on_cleanup(move || {
        back.remove();
        marks::unmark();
    });
}
