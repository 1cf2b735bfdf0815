//! The list of conversations, windowed: only the rows in sight are in the document, so that a
//! hundred thousand scroll like a hundred.

use inbox_model::ConversationId;
use leptos::ev;
use leptos::html;
use leptos::prelude::*;

use super::ConnectionBanner;
use super::place::Place;
use super::row::Row;
use super::views::StateFilter;
use crate::i18n::{Text, use_i18n};
use crate::sync::{Engine, Loading};
use crate::ui::{EmptyState, FailedState, Glyph, RowSkeleton, derived};

/// Height of a row in pixels; the style sheet has the same in `--row-height`.
const ROW: i32 = 88;
/// Rows kept above and below what is in sight.
const SPARE: usize = 6;
/// Rows in the document at most, however tall the pane claims to be.
const MOST: usize = 120;
/// So close to the end the next page is loaded.
const AHEAD: usize = 20;

/// The pane with the list.
#[component]
pub(super) fn List(engine: Engine, place: Place) -> impl IntoView {
    let i18n = use_i18n();
    let store = engine.store;
    let empty = Memo::new(move |_| store.rows.is_empty());
    let state = move || match (empty.get(), store.list.get()) {
        (true, Loading::Idle | Loading::Loading) => view! { <RowSkeleton rows=8 /> }.into_any(),
        (true, Loading::Failed(code)) => {
            view! { <FailedState code=code on_retry=move |()| engine.load_more() /> }.into_any()
        }
        (true, Loading::Ready) if place.unread_only.get() => view! {
            <EmptyState glyph=Glyph::Check title=Text::AllDone hint=Text::AllDoneHint />
        }
        .into_any(),
        (true, Loading::Ready) => view! {
            <EmptyState glyph=Glyph::Inbox title=Text::NothingHere hint=Text::NothingHereHint />
        }
        .into_any(),
        (false, _) => ().into_any(),
    };
    view! {
        <section class="list" aria-label=i18n.tr(Text::ConversationList)>
            <StateFilter place=place />
            <ConnectionBanner engine=engine />
            {state}
            <Window engine=engine />
        </section>
    }
}

/// The scrolling window and its keyboard: arrows move, Enter opens.
#[component]
fn Window(engine: Engine) -> impl IntoView {
    let i18n = use_i18n();
    let store = engine.store;
    let scroller = NodeRef::<html::Div>::new();
    let top = RwSignal::new(0);
    let height = RwSignal::new(1_000);
    let active = RwSignal::new(None::<ConversationId>);
    let count = Memo::new(move |_| store.rows.with_keys(<[_]>::len));
    let range = Memo::new(move |_| {
        let first = usize::try_from(top.get() / ROW).unwrap_or(0).saturating_sub(SPARE);
        let fits = (usize::try_from(height.get() / ROW).unwrap_or(0) + 2 * SPARE + 1).min(MOST);
        (first.min(count.get()), (first + fits).min(count.get()))
    });
    let in_sight = move || {
        let (from, to) = range.get();
        store.rows.with_keys(|keys| keys.get(from..to).map(<[_]>::to_vec).unwrap_or_default())
    };
    let measure = move || {
        if let Some(scroller) = scroller.get_untracked() {
            top.set(scroller.scroll_top());
            height.set(scroller.client_height());
        }
    };
    Effect::new(move |_| {
        if scroller.get().is_some() {
            measure();
        }
    });
    let resized = window_event_listener(ev::resize, move |_| measure());
    on_cleanup(move || resized.remove());
    Effect::new(move |_| {
        let (_, to) = range.get();
        if to + AHEAD >= count.get()
            && store.list_has_more.get()
            && store.list.get() == Loading::Ready
        {
            engine.load_more();
        }
    });
    let reveal = move |index: usize| {
        let Some(scroller) = scroller.get_untracked() else { return };
        let row_top = i32::try_from(index).unwrap_or(i32::MAX).saturating_mul(ROW);
        let (top, height) = (scroller.scroll_top(), scroller.client_height());
        if row_top < top {
            scroller.set_scroll_top(row_top);
        } else if row_top + ROW > top + height {
            scroller.set_scroll_top(row_top + ROW - height);
        }
    };
    let go = move |to: &dyn Fn(Option<usize>, usize) -> usize| {
        let chosen = store.rows.with_keys(|keys| {
            let current = active.get_untracked().or_else(|| store.thread.id.get_untracked());
            let at = current.and_then(|id| keys.iter().position(|key| key == &id));
            let last = keys.len().checked_sub(1)?;
            let index = to(at, last).min(last);
            Some((index, keys.get(index)?.clone()))
        });
        if let Some((index, id)) = chosen {
            active.set(Some(id));
            reveal(index);
        }
    };
    let on_key = move |event: ev::KeyboardEvent| {
        match event.key().as_str() {
            "ArrowDown" => go(&|at, _| at.map_or(0, |at| at + 1)),
            "ArrowUp" => go(&|at, _| at.map_or(0, |at| at.saturating_sub(1))),
            "Home" => go(&|_, _| 0),
            "End" => go(&|_, last| last),
            "PageDown" => go(&|at, _| at.unwrap_or(0) + 6),
            "PageUp" => go(&|at, _| at.unwrap_or(0).saturating_sub(6)),
            "Enter" | " " => {
                if let Some(id) = active.get_untracked() {
                    engine.open(Some(id));
                }
            }
            _ => return,
        }
        event.prevent_default();
    };
    let active_id =
        move || active.get().or_else(|| store.thread.id.get()).map(|id| format!("row-{id}"));
    view! {
        <div
            class="window"
            class:window-empty=derived(move || count.get() == 0)
            node_ref=scroller
            role="listbox"
            tabindex="0"
            aria-label=i18n.tr(Text::ConversationList)
            aria-activedescendant=active_id
            data-scroller="inbox"
            on:scroll=move |_| measure()
            on:keydown=on_key
        >
            <div
                class="window-space"
                role="presentation"
                style:height=derived(move || format!("{}px", i32::try_from(count.get()).unwrap_or(0).saturating_mul(ROW)))
            >
                <For each=in_sight key=Clone::clone let:id>
                    {store
                        .rows
                        .get(&id)
                        .map(|row| view! { <Row engine=engine id=id row=row active=active row_height=ROW count=count /> })}
                </For>
            </div>
        </div>
    }
}
