//! The thread: lines in a scrolling place that stays at the newest while the reader is there, and
//! stays put while the reader is not.

use inbox_model::ParticipantId;
use inbox_model::thread::{Item, ItemKey};
use leptos::html;
use leptos::prelude::*;
use wasm_bindgen::JsCast;
use wasm_bindgen::prelude::Closure;

use super::erase::{derived, dynamic};
use super::event_line::FindName;
use super::icon::{Glyph, Icon};
use super::message::{MessageActions, Surroundings, line};
use super::moment::Clock;
use crate::i18n::{Text, use_i18n};

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
}

/// Lines built at first, and more each time the reader comes near the top.
const STEP: usize = 60;
/// Within so many pixels of the end the reader counts as being there.
const NEAR: i32 = 48;

/// The thread. `tail` stands after the last line: who is typing.
#[component]
pub fn ThreadView(
    /// What it shows.
    place: ThreadPlace,
    /// What can be done about messages that were not sent.
    actions: MessageActions,
    /// What stands after the last line.
    #[prop(into)]
    tail: ViewFn,
) -> impl IntoView {
    let i18n = use_i18n();
    let scroller = NodeRef::<html::Div>::new();
    let lines_at = NodeRef::<html::Ol>::new();
    let shown = RwSignal::new(STEP);
    let at_end = RwSignal::new(true);
    let clock = use_context::<Clock>();
    let today = Signal::derive(move || clock.map_or(0, |clock| (place.day_of)(clock.now())));
    let find_name: FindName = std::sync::Arc::new(move |id| place.find_name.run(id.clone()));
    let around = Surroundings { actions, find_name, among_agents: place.among_agents, today };

    // By the next frame the view may have gone, with all that belongs to it.
    let to_end = move || {
        if let Some(scroller) = scroller.try_get_untracked().flatten() {
            scroller.set_scroll_top(scroller.scroll_height());
        }
    };
    // Another thread begins at its end.
    Effect::new(move |_| {
        place.identity.track();
        shown.set(STEP);
        at_end.set(true);
        request_animation_frame(to_end);
    });
    // New lines keep the reader at the end, if they were there.
    Effect::new(move |_| {
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
    let on_scroll = move |_| {
        let Some(scroller) = scroller.get_untracked() else { return };
        let below = scroller.scroll_height() - scroller.scroll_top() - scroller.client_height();
        let is_at_end = below <= NEAR;
        if at_end.get_untracked() != is_at_end {
            at_end.set(is_at_end);
        }
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
    view! {
        <div class="thread-frame">
            <div
                class="thread"
                part="thread"
                node_ref=scroller
                tabindex="0"
                role="region"
                aria-label=i18n.tr(Text::Thread)
                data-scroller="thread"
                on:scroll=on_scroll
            >
                <ol class="lines" role="list" node_ref=lines_at>
                    <For each=lines key=Clone::clone let:key>
                        <li class="line" data-msg-id=key_text(&key)>
                            {place.get.run(key.clone()).map(|item| line(item, around.clone()))}
                        </li>
                    </For>
                </ol>
                {dynamic(move || tail.run())}
            </div>
            <button
                type="button"
                class="to-latest"
                class:to-latest-hidden=at_end
                tabindex=derived(move || if at_end.get() { "-1" } else { "0" })
                aria-hidden=derived(move || at_end.get().to_string())
                on:click=move |_| to_end()
            >
                <Icon glyph=Glyph::ChevronDown />
                <span>{i18n.tr(Text::JumpToLatest)}</span>
            </button>
        </div>
    }
}

/// Calls back whenever the place or what is in it changes its size, for as long as the view lives.
fn stay_on_resize(
    scroller: NodeRef<html::Div>,
    lines: NodeRef<html::Ol>,
    act: impl Fn() + 'static,
) {
    let on_resize = Closure::<dyn FnMut()>::new(act);
    let observer = web_sys::ResizeObserver::new(on_resize.as_ref().unchecked_ref()).ok();
    let observer = StoredValue::new_local((observer, on_resize));
    Effect::new(move |_| {
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
