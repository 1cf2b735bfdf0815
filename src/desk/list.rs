//! The list of conversations, windowed: only the rows in sight are in the document, so that a
//! hundred thousand scroll like a hundred.

use inbox_model::ConversationId;
use inbox_model::view::Filter;
use leptos::ev;
use leptos::prelude::*;
use web_sys::{Event, KeyboardEvent};

use super::connection_banner;
use super::place::Place;
use super::row::{Listing, row};
use super::search::search_field;
use super::states::state_filter;
use crate::dom::{El, Spot, el, group};
use crate::i18n::{DeskText, Text, use_i18n};
use crate::reactive::{Memo, RwSignal, Signal, effect};
use crate::sync::{Engine, Loading};
use crate::ui::{Glyph, empty_state, failed_state, row_skeleton};

/// Height of a row in pixels; the style sheet has the same in `--row-height`.
pub(super) const ROW: i32 = 88;
/// Rows kept above and below what is in sight.
const SPARE: usize = 6;
/// Rows in the document at most, however tall the pane claims to be.
const MOST: usize = 120;
/// So close to the end the next page is loaded.
const AHEAD: usize = 20;

/// The pane with the list.
pub(super) fn list(engine: Engine, place: Place) -> El {
    let i18n = use_i18n();
    let store = engine.store;
    // How far the loading has come matters only while there is nothing to see.
    let loading = Memo::new(move |_| store.rows.is_empty().then(|| store.list.get()));
    let state = move || match loading.get() {
        None => group(),
        Some(Loading::Idle | Loading::Loading) => row_skeleton(8),
        Some(Loading::Failed(code)) => {
            failed_state(Signal::stored(code), Callback::new(move |()| engine.load_more()))
        }
        Some(Loading::Ready) if !place.search.get().is_empty() => empty_state(
            Glyph::Search,
            Text::Desk(DeskText::NothingFound),
            Text::Desk(DeskText::NothingFoundHint),
        ),
        Some(Loading::Ready) => nothing(&place.filter()),
    };
    el("section")
        .class("list")
        .attr("aria-label", i18n.tr(Text::ConversationList))
        .maybe(engine.capabilities().search.then(|| search_field(place)))
        .child(state_filter(engine, place))
        .child(connection_banner(engine))
        .live(state)
        .child(window(engine))
}

/// An empty list says what it would have.
fn nothing(filter: &Filter) -> El {
    let conditions = filter.needs(None);
    let (glyph, title, hint) = if conditions.unread == Some(true) {
        return empty_state(Glyph::Check, Text::AllDone, Text::AllDoneHint);
    } else if conditions.starred == Some(true) {
        (Glyph::Star, DeskText::NothingStarred, DeskText::NothingStarredHint)
    } else if conditions.overdue == Some(true) {
        (Glyph::Check, DeskText::NothingOverdue, DeskText::NothingOverdueHint)
    } else if conditions.archived == Some(true) {
        (Glyph::Archive, DeskText::NothingArchived, DeskText::NothingArchivedHint)
    } else {
        return empty_state(Glyph::Inbox, Text::NothingHere, Text::NothingHereHint);
    };
    empty_state(glyph, Text::Desk(title), Text::Desk(hint))
}

/// The scrolling window and its keyboard: arrows move, Enter opens.
fn window(engine: Engine) -> El {
    let i18n = use_i18n();
    let store = engine.store;
    let scroller = Spot::default();
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
        if let Some(scroller) = scroller.now() {
            top.set(scroller.scroll_top());
            height.set(scroller.client_height());
        }
    };
    effect(move || {
        if scroller.get().is_some() {
            measure();
        }
    });
    let resized = window_event_listener(ev::resize, move |_| measure());
    on_cleanup(move || resized.remove());
    effect(move || {
        let (_, to) = range.get();
        if to + AHEAD >= count.get()
            && store.list_has_more.get()
            && store.list.get() == Loading::Ready
        {
            engine.load_more();
        }
    });
    let reveal = move |index: usize| {
        let Some(scroller) = scroller.now() else { return };
        let row_top = i32::try_from(index).unwrap_or(i32::MAX).saturating_mul(ROW);
        let (top, height) = (scroller.scroll_top(), scroller.client_height());
        if row_top < top {
            scroller.set_scroll_top(row_top);
        } else if row_top + ROW > top + height {
            scroller.set_scroll_top(row_top + ROW - height);
        }
    };
    let go = move |to: &dyn Fn(Option<usize>, usize) -> usize| {
        let chosen = untrack(|| {
            store.rows.with_keys(|keys| {
                let current = active.get().or_else(|| store.thread.id.get());
                let at = current.and_then(|id| keys.iter().position(|key| key == &id));
                let last = keys.len().checked_sub(1)?;
                let index = to(at, last).min(last);
                Some((index, keys.get(index)?.clone()))
            })
        });
        if let Some((index, id)) = chosen {
            active.set(Some(id));
            reveal(index);
        }
    };
    let on_key = move |event: KeyboardEvent| {
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
    let active_id = move || {
        let id = active.get().or_else(|| store.thread.id.get())?;
        Some(["row-", id.as_str()].concat())
    };
    let whole = move || {
        let height = i32::try_from(count.get()).unwrap_or(0).saturating_mul(ROW);
        [&height.to_string(), "px"].concat()
    };
    let listing = Listing { engine, active, count };
    el("div")
        .class("window")
        .class_when("window-empty", move || count.get() == 0)
        .at(scroller)
        .attr("role", "listbox")
        .attr("tabindex", "0")
        .attr("aria-label", i18n.tr(Text::ConversationList))
        .attr_while("aria-activedescendant", active_id)
        .attr("data-scroller", "inbox")
        .on("scroll", move |_: Event| measure())
        .on("keydown", on_key)
        .child(
            el("div")
                .class("window-space")
                .attr("role", "presentation")
                .style("height", whole)
                .each(in_sight, move |id| row(&listing, id)),
        )
}
