//! The thread: lines in a scrolling place that stays at the newest while the reader is there, and
//! stays put while the reader is not.

use inbox_model::ParticipantId;
use inbox_model::thread::{Item, ItemKey};
use leptos::prelude::*;
use wasm_bindgen::JsCast;
use wasm_bindgen::prelude::Closure;

#[cfg(feature = "desk")]
use super::company::CompanySide;
use super::event_line::FindName;
use super::icon::{Glyph, icon};
use super::message::{MessageActions, Surroundings, line};
use super::moment::Clock;
use crate::dom::{El, Spot, el};
use crate::i18n::{Text, use_i18n};
use crate::reactive::{ArcRwSignal, RwSignal, Signal, effect};

/// What a thread shows, as signals: the keys in order, and each line by its key.
#[derive(Clone, Copy)]
pub struct ThreadPlace {
    /// The keys of the lines in order.
    pub keys: Signal<Vec<ItemKey>>,
    /// The signal of one line.
    pub get: Callback<ItemKey, Option<ArcRwSignal<Item>>>,
    /// Finds the name of an agent.
    pub find_name: Callback<ParticipantId, Option<String>>,
    /// Which thread it is: another value starts at the bottom again.
    pub identity: Signal<String>,
    /// The agents' surface.
    pub among_agents: bool,
    /// Days since the epoch of an instant for this reader.
    pub day_of: fn(inbox_model::Timestamp) -> i64,
    /// What agents can do about a message; `None` where nobody is one.
    #[cfg(feature = "desk")]
    pub company: Option<CompanySide>,
}

/// Lines built at first, and more each time the reader comes near the top.
const STEP: usize = 60;
/// Within so many pixels of the end the reader counts as being there.
const NEAR: i32 = 48;

/// The thread: what it shows, what can be done about messages that were not sent, and what stands
/// after the last line.
pub fn thread_view(place: ThreadPlace, actions: MessageActions, tail: El) -> El {
    let i18n = use_i18n();
    let (scroller, lines_at) = (Spot::default(), Spot::default());
    let shown = RwSignal::new(STEP);
    let at_end = RwSignal::new(true);
    let clock = use_context::<Clock>();
    let today = Signal::derive(move || clock.map_or(0, |clock| (place.day_of)(clock.now())));
    let find_name: FindName = std::sync::Arc::new(move |id| place.find_name.run(id.clone()));
    let around = Surroundings {
        actions,
        find_name,
        among_agents: place.among_agents,
        today,
        #[cfg(feature = "desk")]
        company: place.company,
    };

    // By the next frame the view may have gone, with all that belongs to it.
    let to_end = move || {
        if let Some(scroller) = scroller.now() {
            scroller.set_scroll_top(scroller.scroll_height());
        }
    };
    // Another thread begins at its end.
    let top_before = RwSignal::new(0);
    effect(move || {
        place.identity.track();
        top_before.set(0);
        shown.set(STEP);
        at_end.set(true);
        request_animation_frame(to_end);
    });
    // New lines keep the reader at the end, if they were there.
    effect(move || {
        place.keys.track();
        if at_end.get_untracked() {
            request_animation_frame(to_end);
        }
    });
    // A picture has arrived, the composer has grown: who was at the end stays there.
    stay_on_resize(scroller, lines_at, move || {
        if at_end.try_get_untracked() == Some(true) {
            to_end();
        }
    });
    #[cfg(feature = "desk")]
    if let Some(company) = place.company {
        serve(place, company, scroller, shown);
    }
    let on_scroll = move |_: web_sys::Event| {
        let Some(scroller) = scroller.now() else { return };
        #[cfg(feature = "desk")]
        if let Some(company) = place.company {
            super::jump::tell_shown(&scroller, company);
        }
        let below = scroller.scroll_height() - scroller.scroll_top() - scroller.client_height();
        // Only who moves up leaves the end: what grows below comes from pictures on their way.
        let top = scroller.scroll_top();
        let is_at_end =
            below <= NEAR || (at_end.get_untracked() && top >= top_before.get_untracked());
        top_before.set(top);
        at_end.set_if_new(is_at_end);
        let hidden = place.keys.with_untracked(Vec::len).saturating_sub(shown.get_untracked());
        if scroller.scroll_top() < 400 && hidden > 0 {
            let (height, top) = (scroller.scroll_height(), scroller.scroll_top());
            shown.update(|shown| *shown += STEP);
            // What is above pushes nothing down, also where the browser does not anchor by itself.
            request_animation_frame(move || {
                let grown = scroller.scroll_height() - height;
                if scroller.scroll_top() == top && grown > 0 {
                    scroller.set_scroll_top(top + grown);
                }
            });
        }
    };
    let lines = move || {
        let shown = shown.get();
        place
            .keys
            .with(|keys| keys.get(keys.len().saturating_sub(shown)..).map(<[_]>::to_vec))
            .unwrap_or_default()
    };
    let row = move |key: ItemKey| {
        let li = el("li").class("line").attr_if("data-msg-id", key_text(&key));
        li.maybe(place.get.run(key).map(|item| line(item, around.clone())))
    };
    let list = el("ol").class("lines").attr("role", "list").at(lines_at).each(lines, row);
    let to_latest = el("button")
        .attr("type", "button")
        .class("to-latest")
        .class_when("to-latest-hidden", move || at_end.get())
        .attr("tabindex", move || if at_end.get() { "-1" } else { "0" })
        .attr("aria-hidden", move || at_end.get().to_string())
        .on_click(to_end)
        .child(icon(Glyph::ChevronDown))
        .child(el("span").text(i18n.tr(Text::JumpToLatest)));
    let thread = el("div")
        .class("thread")
        .attr("part", "thread")
        .at(scroller)
        .attr("tabindex", "0")
        .attr("role", "region")
        .attr("aria-label", i18n.tr(Text::Thread))
        .attr("data-scroller", "thread")
        .on("scroll", on_scroll);
    el("div").class("thread-frame").child(thread.child(list).child(tail)).child(to_latest)
}

/// Goes where an agent asks to go, and tells what an agent sees.
#[cfg(feature = "desk")]
fn serve(place: ThreadPlace, company: CompanySide, scroller: Spot, shown: RwSignal<usize>) {
    let is = move |key: &ItemKey, id: &inbox_model::PartId| match key {
        ItemKey::Part(part) => part == id,
        ItemKey::Command(_) => place
            .get
            .run(key.clone())
            .is_some_and(|item| matches!(item.get(), Item::Part { part, .. } if part.id == *id)),
        ItemKey::Day(_) | ItemKey::Unread => false,
    };
    effect(move || {
        let Some(id) = company.jump.get() else { return };
        company.jump.set(None);
        let below = untrack(|| {
            place.keys.with(|keys| Some(keys.len() - keys.iter().position(|key| is(key, &id))?))
        });
        let Some(below) = below else { return };
        if below > shown.get_untracked() {
            shown.set(below + STEP / 2);
        }
        // What is above is built by then.
        request_animation_frame(move || {
            request_animation_frame(move || {
                if let Some(scroller) = scroller.now() {
                    super::jump::go_to(&scroller, &id);
                }
            });
        });
    });
    let look = move || {
        if let Some(scroller) = scroller.now() {
            super::jump::tell_shown(&scroller, company);
        }
    };
    effect(move || {
        place.keys.track();
        request_animation_frame(move || request_animation_frame(look));
    });
    let back = window_event_listener_untyped("visibilitychange", move |_| look());
    on_cleanup(move || back.remove());
}

/// Calls back whenever the place or what is in it changes its size, for as long as the view lives.
fn stay_on_resize(scroller: Spot, lines: Spot, act: impl Fn() + 'static) {
    let on_resize = Closure::<dyn FnMut()>::new(act);
    let observer = web_sys::ResizeObserver::new(on_resize.as_ref().unchecked_ref()).ok();
    let observer = StoredValue::new_local((observer, on_resize));
    effect(move || {
        let (Some(scroller), Some(lines)) = (scroller.get(), lines.get()) else { return };
        observer.with_value(|(observer, _)| {
            if let Some(observer) = observer {
                observer.observe(&scroller);
                observer.observe(&lines);
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
}

fn key_text(key: &ItemKey) -> Option<String> {
    match key {
        ItemKey::Command(id) => Some(id.to_string()),
        ItemKey::Part(id) => Some(id.to_string()),
        ItemKey::Day(_) | ItemKey::Unread => None,
    }
}
