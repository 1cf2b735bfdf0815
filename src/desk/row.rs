//! One conversation in the list.

use inbox_model::{ConversationId, Priority};
use leptos::ev;
use leptos::prelude::*;
use wasm_bindgen::JsCast;
use web_sys::Element;

use super::highlighted::{highlighted, highlighted_by};
use super::place::Place;
use super::row_marks::RowMarks;
use crate::dom::{El, el, group};
use crate::i18n::{DeskText, Text, use_i18n};
use crate::reactive::{Memo, RwSignal, Signal};
use crate::sync::Engine;
use crate::ui::{Glyph, ago, avatar, display_name, icon, preview_line, see};

/// The list that a row stands in.
#[derive(Clone, Copy)]
pub(super) struct Listing {
    pub(super) engine: Engine,
    pub(super) place: Place,
    /// How many rows there are, also out of sight.
    pub(super) count: Memo<usize>,
    /// Height of a row in pixels.
    pub(super) height: Memo<i32>,
    /// The places of which rows are built: from one to before another.
    pub(super) range: Memo<(usize, usize)>,
}

/// A row at its place in the window.
pub(super) fn row(listing: &Listing, id: ConversationId) -> El {
    let Listing { engine, place, count, height, range } = *listing;
    let active = place.active;
    let i18n = use_i18n();
    let store = engine.store;
    // Every key has its row.
    let Some(row) = store.rows.get(&id).map(RwSignal::from) else { return el("div") };
    let key = StoredValue::new(id.clone());
    let index = Memo::new(move |_| {
        let (from, to) = range.get();
        let among = |keys: &[ConversationId]| {
            let built = keys.get(from..to)?;
            key.with_value(|key| built.iter().position(|id| id == key))
        };
        store.rows.with_keys(among).map_or(from, |at| from + at)
    });
    let position = move || {
        let top = i32::try_from(index.get()).unwrap_or(0).saturating_mul(height.get());
        ["translateY(", &top.to_string(), "px)"].concat()
    };
    let is_open =
        move || key.with_value(|key| see(store.thread.id.get(), |open| open.as_ref() == Some(key)));
    let is_active =
        move || key.with_value(|key| see(active.get(), |active| active.as_ref() == Some(key)));
    let is_picked = move || key.with_value(|key| place.picks.has(key));
    let has_left = move || key.with_value(|key| engine.has_left(key));
    let unread = Memo::new(move |_| see(row.get(), |row| row.unread.unwrap_or(0)));
    let marked = Memo::new(move |_| {
        let me = store.me().and_then(|me| me.id);
        me.is_some_and(|me| see(row.get(), |row| row.handling.marked_unread_by.contains(&me)))
    });
    let contact = Signal::derive(move || see(row.get(), |row| row.contact().cloned()));
    let name = move || {
        see(contact.get(), |contact| {
            contact.as_ref().map_or_else(
                || i18n.t(Text::Customer).to_owned(),
                |one| display_name(Some(one), i18n),
            )
        })
    };
    let title = move || see(row.get(), |row| row.title.clone().unwrap_or_default());
    let line = move || see(row.get(), |row| preview_line(row, i18n));
    let by = move || {
        see(row.get(), |row| {
            let by = row.preview.as_ref().and_then(|preview| preview.author.as_ref());
            match by {
                Some(by) if store.me().is_some_and(|me| me.is_same(by)) => {
                    [i18n.t(Text::You), ":"].concat()
                }
                Some(by) if by.kind.is_company() => {
                    let name = display_name(Some(by), i18n);
                    let first = name.split_whitespace().next().unwrap_or_default();
                    [first, ":"].concat()
                }
                _ => String::new(),
            }
        })
    };
    let is_note =
        move || see(row.get(), |row| row.preview.as_ref().is_some_and(|preview| preview.note));
    let at = Signal::derive(move || see(row.get(), |row| row.activity_at()));
    let is_priority = move || see(row.get(), |row| row.priority >= Priority::High);
    let marks = RowMarks::new(row);
    let name_line = el("span")
        .class("row-top")
        .child(highlighted(place, "row-name", name))
        .child(marks.people())
        .when(is_priority, move || {
            el("span")
                .class("row-priority")
                .attr("title", i18n.tr(Text::Priority))
                .child(icon(Glyph::Flag))
                .child(el("span").class("visually-hidden").text(i18n.tr(Text::Priority)))
        })
        .child(marks.star())
        .child(marks.channel())
        .child(ago(at));
    let last_line = el("span")
        .class("row-bottom")
        .when(is_note, move || {
            el("span")
                .class("row-note")
                .attr("title", i18n.tr(Text::InternalNote))
                .child(icon(Glyph::Lock))
        })
        .child(marks.draft())
        .child(highlighted_by(place, "row-preview", by, line))
        .child(marks.snooze())
        .child(marks.due())
        .child(marks.window())
        .child(marks.tags())
        .child(marks.owner(store))
        .when(
            move || unread.get() > 0,
            move || {
                let shown = el("span").class("count").attr("aria-hidden", "true");
                let said = el("span").class("visually-hidden");
                group()
                    .child(shown.text(move || i18n.number(unread.get())))
                    .child(said.text(move || i18n.count(Text::UnreadCount, unread.get())))
            },
        )
        .when(
            move || marked.get() && unread.get() == 0,
            move || {
                let said = el("span").class("visually-hidden").text(i18n.tr(Text::ViewUnread));
                group().child(el("span").class("count count-dot")).child(said)
            },
        );
    el("div")
        .class("row")
        .class_when("row-unread", move || unread.get() > 0 || marked.get())
        .class_when("row-open", is_open)
        .class_when("row-active", is_active)
        .class_when("row-picked", is_picked)
        .class_when("row-left", has_left)
        .attr("id", ["row-", id.as_str()].concat())
        .attr("role", "option")
        .attr("aria-selected", move || is_picked().to_string())
        .attr_while("aria-current", move || is_open().then(|| "true".to_owned()))
        .attr_while("title", move || {
            has_left().then(|| i18n.t(Text::Desk(DeskText::HasLeft)).to_owned())
        })
        .attr("aria-posinset", move || (index.get() + 1).to_string())
        .attr("aria-setsize", move || count.get().to_string())
        .attr("data-conv-id", id.as_str())
        .style("transform", position)
        .on("click", move |event: ev::MouseEvent| {
            press(engine, &place, &event, &key.get_value());
        })
        .child(
            el("span").class("row-face").child(avatar(contact)).child(
                el("span").class("pick").attr("aria-hidden", "true").child(icon(Glyph::Check)),
            ),
        )
        .child(
            el("span")
                .class("row-text")
                .child(name_line)
                .child(highlighted(place, "row-title", title))
                .child(last_line),
        )
}

/// A press opens the conversation; on its face, or with a key held down, it picks.
fn press(engine: Engine, place: &Place, event: &ev::MouseEvent, id: &ConversationId) {
    let active = place.active;
    let target = event.target().and_then(|target| target.dyn_into::<Element>().ok());
    let on_face = target.is_some_and(|target| target.closest(".row-face").ok().flatten().is_some());
    if event.shift_key() {
        let from = active.get_untracked().or_else(|| engine.store.thread.id.get_untracked());
        let from = from.unwrap_or_else(|| id.clone());
        untrack(|| engine.store.rows.with_keys(|keys| place.picks.reach(keys, &from, id)));
    } else if on_face || event.ctrl_key() || event.meta_key() {
        place.picks.toggle(id);
    } else {
        engine.open(Some(id.clone()));
    }
    active.set(Some(id.clone()));
}
