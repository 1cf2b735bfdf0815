//! The list of conversations, windowed: only the rows in sight are in the document, so that a
//! hundred thousand scroll like a hundred.

use inbox_model::view::Filter;
use leptos::prelude::*;
use web_sys::{Event, KeyboardEvent, MouseEvent};

use super::actions::{Act, Press, asked_in_list};
use super::bulk::bulk_bar;
use super::connection_banner;
use super::done::take_back;
use super::hands::Hands;
use super::held::{hold_while_touched, pill};
use super::place::Place;
use super::row::{Listing, press, row};
use super::search::search_field;
use super::settings::Settings;
use super::sort::{gathered, part_note, sort_menu};
use super::states::state_filter;
use crate::dom::{El, Spot, after_paint, el, group, on_resize};
use crate::i18n::{DeskText, Text, use_i18n};
use crate::reactive::{Memo, RwSignal, Signal, effect};
use crate::sync::{Engine, Loading, SORTED};
use crate::ui::{Glyph, empty_state, failed_state, row_skeleton};

/// Rows kept above and below what is in sight.
const SPARE: usize = 6;
/// Rows in the document at most, however tall the pane claims to be.
const MOST: usize = 120;
/// So close to the end the next page is loaded.
const AHEAD: usize = 20;
/// So many rows the keys for pages go on.
const PAGE: usize = 6;

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
    let (scroller, top) = (Spot::default(), RwSignal::new(0));
    let to_list = Callback::new(move |()| {
        if let Some(list) = scroller.now() {
            let _ = list.focus();
        }
    });
    let picks = place.picks;
    let any_picked = Memo::new(move |_| picks.count() > 0);
    let told = move || match u32::try_from(picks.count()).unwrap_or(u32::MAX) {
        0 => String::new(),
        count => i18n.count(Text::Desk(DeskText::Picked), count),
    };
    // What is picked is in view; another list begins without.
    let in_view = Memo::new(move |_| (place.filter(), place.state.get()));
    effect(move || {
        in_view.track();
        picks.clear();
    });
    // And at its top, as one in another order does.
    let asked = Memo::new(move |_| (in_view.get(), place.sort(), place.search.get()));
    let mut is_first = true;
    effect(move || {
        asked.track();
        // The first one is there already, and to scroll is to lay all out before it is painted.
        if !std::mem::take(&mut is_first)
            && let Some(list) = scroller.now()
        {
            list.set_scroll_top(0);
        }
    });
    effect(move || {
        store.rows.with_keys(|_| ());
        picks.keep(|id| store.rows.has(id));
    });
    el("section")
        .class("list")
        .attr("aria-label", i18n.tr(Text::ConversationList))
        .child(
            el("div").class("list-head").child(search_field(place)).child(sort_menu(engine, place)),
        )
        .choose(
            move || any_picked.get(),
            move || bulk_bar(engine, place, to_list),
            move || state_filter(engine, place),
        )
        .child(connection_banner(engine))
        .child(part_note(engine, place))
        .live(state)
        .child(hold_while_touched(
            engine,
            top,
            el("div")
                .class("list-frame")
                .class_when("list-picking", move || any_picked.get())
                .child(pill(engine, scroller))
                .child(window(engine, place, scroller, top)),
        ))
        .child(el("p").class("visually-hidden").attr("role", "status").text(told))
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

/// How many rows are kept above and below: none before the first ones are painted, which nobody
/// need wait for.
fn spare_rows(count: Memo<usize>) -> RwSignal<usize> {
    let spare = RwSignal::new(0);
    effect(move || {
        if count.get() > 0 && spare.get_untracked() == 0 {
            after_paint(move || {
                spare.set(SPARE);
            });
        }
    });
    spare
}

/// The scrolling window and its keyboard: arrows move, Enter opens.
fn window(engine: Engine, place: Place, scroller: Spot, top: RwSignal<i32>) -> El {
    let i18n = use_i18n();
    let store = engine.store;
    let picks = place.picks;
    // As high as few panes are: rows that are missing come before the first is painted.
    let height = RwSignal::new(400);
    let active = place.active;
    let height_of_row = row_height();
    let count = Memo::new(move |_| store.rows.with_keys(<[_]>::len));
    let spare = spare_rows(count);
    let range = Memo::new(move |_| {
        let rows = |pixels: i32| usize::try_from(pixels / height_of_row.get()).unwrap_or(0);
        let (above, spare) = (rows(top.get()), spare.get());
        let first = above.saturating_sub(spare);
        let last = (above + rows(height.get()) + spare + 1).min(first + MOST);
        (first.min(count.get()), last.min(count.get()))
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
    on_resize([scroller], measure);
    effect(move || {
        let (_, to) = range.get();
        let wanted = match gathered(engine, place) {
            Some(count) => count < SORTED,
            None => to + AHEAD >= count.get(),
        };
        if wanted && store.list_has_more.get() && store.list.get() == Loading::Ready {
            engine.load_more();
        }
    });
    let reveal = move |index: usize| {
        let Some(scroller) = scroller.now() else { return };
        let row = height_of_row.get_untracked();
        let row_top = i32::try_from(index).unwrap_or(i32::MAX).saturating_mul(row);
        let (top, height) = (scroller.scroll_top(), scroller.client_height());
        if row_top < top {
            scroller.set_scroll_top(row_top);
        } else if row_top + row > top + height {
            scroller.set_scroll_top(row_top + row - height);
        }
    };
    // Whoever moves the mark sees it.
    effect(move || {
        let Some(id) = active.get() else { return };
        let index = untrack(|| store.rows.with_keys(|keys| keys.iter().position(|key| *key == id)));
        if let Some(index) = index {
            reveal(index);
        }
    });
    // What was at the top stays there when rows become taller or lower.
    let mut before = height_of_row.get_untracked();
    effect(move || {
        let now = height_of_row.get();
        let was = std::mem::replace(&mut before, now);
        if let Some(scroller) = scroller.now().filter(|_| was != now) {
            scroller.set_scroll_top(scroller.scroll_top() / was * now);
            measure();
        }
    });
    let go = move |to: &dyn Fn(Option<usize>, usize) -> usize| {
        let chosen = untrack(|| {
            store.rows.with_keys(|keys| {
                let current = active.get().or_else(|| store.thread.id.get());
                let at = current.and_then(|id| keys.iter().position(|key| key == &id));
                let last = keys.len().checked_sub(1)?;
                keys.get(to(at, last).min(last)).cloned()
            })
        });
        if chosen.is_some() {
            active.set(chosen);
        }
    };
    // Where the keyboard is when the row goes that it was at: at the one that takes its place.
    let stood = StoredValue::new(0);
    effect(move || {
        let Some(id) = active.get() else { return };
        let found = store.rows.with_keys(|keys| keys.iter().position(|key| *key == id));
        if let Some(at) = found {
            return stood.set_value(at);
        }
        active.set(untrack(|| {
            let last = count.get().saturating_sub(1);
            store.rows.with_keys(|keys| keys.get(stood.get_value().min(last)).cloned())
        }));
    });
    let here = move || active.get_untracked().or_else(|| store.thread.id.get_untracked());
    let on_key = move |event: KeyboardEvent| {
        let before = here();
        // With Shift, what is passed over is picked.
        let reached = |to: &dyn Fn(Option<usize>, usize) -> usize| {
            go(to);
            if let (true, Some(id)) = (event.shift_key(), here()) {
                let from = before.clone().unwrap_or_else(|| id.clone());
                untrack(|| store.rows.with_keys(|keys| picks.reach(keys, &from, &id)));
            }
        };
        let chord = event.ctrl_key() || event.meta_key();
        let press = Press::of(&event).map(|press| press.0).unwrap_or_default();
        match asked_in_list(press.strip_prefix("Shift+").unwrap_or(&press)) {
            Some((Act::PickAll, _)) => untrack(|| store.rows.with_keys(|keys| picks.all(keys))),
            Some((Act::Beside, 0)) => reached(&|at, _| at.map_or(0, |at| at.saturating_sub(1))),
            Some((Act::Beside, _)) => reached(&|at, _| at.map_or(0, |at| at + 1)),
            Some((Act::Ends, 0)) => reached(&|_, _| 0),
            Some((Act::Ends, _)) => reached(&|_, last| last),
            Some((Act::Pages, 0)) => reached(&|at, _| at.unwrap_or(0).saturating_sub(PAGE)),
            Some((Act::Pages, _)) => reached(&|at, _| at.unwrap_or(0) + PAGE),
            _ => match event.key().as_str() {
                "z" | "Z" => {
                    if !take_back(engine, place) {
                        return;
                    }
                }
                _ if chord || event.alt_key() => return,
                "x" | "X" | " " => {
                    if before.is_none() {
                        go(&|_, _| 0);
                    }
                    if let Some(id) = here() {
                        active.set(Some(id.clone()));
                        picks.toggle(&id);
                    }
                }
                "Escape" => {
                    if !picks.clear() {
                        return;
                    }
                    event.stop_propagation();
                }
                "Enter" => {
                    if let Some(id) = active.get_untracked() {
                        engine.open(Some(id));
                    }
                }
                _ => return,
            },
        }
        event.prevent_default();
    };
    let active_id = move || {
        let id = active.get().or_else(|| store.thread.id.get())?;
        Some(["row-", id.as_str()].concat())
    };
    let whole = move || {
        let height = i32::try_from(count.get()).unwrap_or(0).saturating_mul(height_of_row.get());
        [&height.to_string(), "px"].concat()
    };
    let listing = Listing { engine, place, count, height: height_of_row, range };
    el("div")
        .class("window")
        .class_when("window-empty", move || count.get() == 0)
        .at(scroller)
        .attr("role", "listbox")
        .attr("aria-multiselectable", "true")
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
                .on("click", move |event: MouseEvent| press(engine, &place, &event))
                .each(in_sight, move |id| row(&listing, id)),
        )
}

/// Height of a row in pixels, as the agent has set it.
fn row_height() -> Memo<i32> {
    let hands = use_context::<Hands>();
    Memo::new(move |_| hands.map_or(Settings::default(), |hands| hands.kept.get()).row())
}
