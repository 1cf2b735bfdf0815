//! The thread: lines in a scrolling place that stays at the newest while the reader is there, and
//! stays put while the reader is not.

use inbox_model::ParticipantId;
use inbox_model::thread::{Item, ItemKey};
use leptos::prelude::*;

#[cfg(feature = "desk")]
use super::company::CompanySide;
use super::event_line::FindName;
use super::icon::{Glyph, icon};
use super::message::{MessageActions, Surroundings, line};
use super::moment::Clock;
use crate::dom::{El, Spot, el, on_resize};
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

/// The thread of a customer: what it shows, what can be done about messages that were not sent, and
/// what stands after the last line. It builds its end, and more for who reads on; the agents' thread,
/// which may be far longer, is a window instead.
pub fn thread_view(place: ThreadPlace, actions: MessageActions, tail: El) -> El {
    let (scroller, lines_at) = (Spot::default(), Spot::default());
    let shown = RwSignal::new(STEP);
    let at_end = RwSignal::new(true);
    let around = surroundings(place, actions);

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
    on_resize([scroller, lines_at], move || {
        if at_end.try_get_untracked() == Some(true) {
            to_end();
        }
    });
    let on_scroll = move |_: web_sys::Event| {
        let Some(scroller) = scroller.now() else { return };
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
        let li = el("li").class("line").attr_if("data-msg-id", message_id(&key));
        li.maybe(place.get.run(key).map(|item| line(item, around.clone())))
    };
    let list = el("ol").class("lines").attr("role", "list").at(lines_at).each(lines, row);
    let thread = pane(scroller).on("scroll", on_scroll).child(list).child(tail);
    el("div").class("thread-frame").child(thread).child(to_latest(at_end).on_click(to_end))
}

/// What scrolls.
pub(super) fn pane(at: Spot) -> El {
    el("div")
        .class("thread")
        .attr("part", "thread")
        .at(at)
        .attr("tabindex", "0")
        .attr("role", "region")
        .attr("aria-label", use_i18n().tr(Text::Thread))
        .attr("data-scroller", "thread")
}

/// The button that leads to the newest, for whoever is elsewhere.
pub(super) fn to_latest(at_end: RwSignal<bool>) -> El {
    el("button")
        .attr("type", "button")
        .class("to-latest")
        .class_when("to-latest-hidden", move || at_end.get())
        .attr("tabindex", move || if at_end.get() { "-1" } else { "0" })
        .attr("aria-hidden", move || at_end.get().to_string())
        .child(icon(Glyph::ChevronDown))
        .child(el("span").text(use_i18n().tr(Text::JumpToLatest)))
}

/// What lines need to know beyond themselves.
pub(super) fn surroundings(place: ThreadPlace, actions: MessageActions) -> Surroundings {
    let clock = use_context::<Clock>();
    let today = Signal::derive(move || clock.map_or(0, |clock| (place.day_of)(clock.now())));
    let find_name: FindName = std::sync::Arc::new(move |id| place.find_name.run(id.clone()));
    Surroundings {
        actions,
        find_name,
        among_agents: place.among_agents,
        today,
        #[cfg(feature = "desk")]
        unfolded: RwSignal::new(Vec::new()),
        #[cfg(feature = "desk")]
        company: place.company,
    }
}

/// What tells a message from outside, if the line is one.
pub(super) fn message_id(key: &ItemKey) -> Option<String> {
    match key {
        ItemKey::Command(id) => Some(id.to_string()),
        ItemKey::Part(id) => Some(id.to_string()),
        ItemKey::Day(_) | ItemKey::Unread => None,
    }
}
