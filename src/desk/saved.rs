//! The views that an agent has saved: each with what it counts and what can be done with it, and a
//! way to another one.

mod order;

use std::rc::Rc;

use inbox_model::view::{self, View};
use leptos::prelude::*;

use super::builder::{as_view, build};
use super::done::{Back, Done, To};
use super::hands::Hands;
use super::place::Shown;
use super::views::choice;
use crate::dom::{El, el, group};
use crate::i18n::{DeskText, Text, ViewText};
use crate::reactive::{Memo, Signal};
use crate::sync::Engine;
use crate::ui::{Glyph, MenuItem, icon, menu};
use order::{Order, movable};

/// The agent's own views under their heading.
pub(super) fn saved(hands: &Hands) -> El {
    let hands = *hands;
    let (engine, i18n) = (hands.engine, hands.i18n);
    let order = Order::new(&hands);
    let own = Memo::new(move |_| order.shown());
    let title = i18n.tr(Text::Desk(DeskText::SavedViews));
    let add = el("button")
        .attr("type", "button")
        .class("icon-button view-add")
        .attr("aria-label", i18n.tr(Text::Desk(DeskText::SaveView)))
        .attr("title", i18n.tr(Text::Desk(DeskText::SaveView)))
        .attr("aria-haspopup", "dialog")
        .on_click(move || build(&hands, as_view(&hands)))
        .child(icon(Glyph::Plus));
    group().child(el("div").class("views-saved").child(el("h3").text(title)).child(add)).child(
        el("ul")
            .class("views-own")
            .attr("role", "list")
            .attr("aria-label", title)
            .each(move || own.get(), move |id| entry(&hands, order, id, engine)),
    )
}

fn entry(hands: &Hands, order: Order, id: String, engine: Engine) -> El {
    let hands = *hands;
    let i18n = hands.i18n;
    let own = id.clone();
    let view = Memo::new(move |_| {
        engine.store.views.with(|views| views.iter().find(|view| view.id == own).cloned())
    });
    let name = Memo::new(move |_| view.get().map(|view| view.name).unwrap_or_default());
    let label = el("span").class("view-name").attr("dir", "auto").text(move || name.get());
    let shown = Shown::Saved(id.clone());
    let items = Callback::new(move |()| {
        let Some(view) = view.get_untracked() else { return Vec::new() };
        let (edited, deleted) = (view.clone(), view.clone());
        let item = |text: ViewText, hint: Option<&str>, act: Callback<()>| MenuItem {
            label: i18n.t(Text::View(text)).to_owned(),
            hint: hint.map(str::to_owned),
            current: false,
            act,
        };
        let (up, down) = (view.id.clone(), view.id);
        let mut items = vec![item(
            ViewText::Edit,
            None,
            Callback::new(move |()| build(&hands, edited.clone())),
        )];
        if order.can(&up, false) {
            let step = Callback::new(move |()| order.step(&up, false));
            items.push(item(ViewText::MoveUp, Some("Alt ↑"), step));
        }
        if order.can(&down, true) {
            let step = Callback::new(move |()| order.step(&down, true));
            items.push(item(ViewText::MoveDown, Some("Alt ↓"), step));
        }
        let gone = Callback::new(move |()| delete(&hands, &deleted));
        items.push(item(ViewText::Delete, None, gone));
        items
    });
    let words = Signal::derive(move || {
        i18n.with(Text::View(ViewText::ActionsFor), &[("name", &name.get())])
    });
    let entry = el("li")
        .class("view-own")
        .attr("data-view", id.as_str())
        .child(
            choice(hands.place, shown, Glyph::Bookmark, label)
                .attr("title", move || name.get())
                .child(count(engine, id.clone())),
        )
        .child(el("div").class("view-more menu-plain").child(menu(
            words,
            group().child(icon(Glyph::Dots)),
            items,
        )));
    movable(entry, order, id)
}

/// How much a view shows: what is unread stands out.
pub(super) fn count(engine: Engine, id: String) -> El {
    let i18n = crate::i18n::use_i18n();
    let count = Memo::new(move |_| engine.store.view_counts.get().get(&id).copied());
    let known = move || {
        let Some(count) = count.get() else { return group() };
        let (unread, total) = (i18n.number(count.unread), i18n.number(count.total));
        let words =
            i18n.with(Text::Desk(DeskText::ViewCount), &[("unread", &unread), ("total", &total)]);
        let told = (count.unread > 0).then(|| el("span").class("view-unread").text(unread));
        // Where all are unread, one figure says it.
        let all = (count.unread != count.total || count.total == 0)
            .then(|| el("span").class("view-total").text(total));
        el("span").class("view-count").child(el("span").class("visually-hidden").text(words)).child(
            el("span").class("view-figures").attr("aria-hidden", "true").maybe(told).maybe(all),
        )
    };
    group().live(known)
}

/// Deletes a view, with a way back for as long as that is offered.
pub(super) fn delete(hands: &Hands, view: &View) {
    let hands = *hands;
    let (engine, place) = (hands.engine, hands.place);
    let mut views = engine.store.views.get_untracked();
    let Some(at) = views.iter().position(|one| one.id == view.id) else { return };
    let removed = views.remove(at);
    let was_shown = place.shown.get_untracked() == Shown::Saved(view.id.clone());
    if was_shown {
        place.show(Shown::first(engine));
    }
    engine.save_views(views);
    let name = removed.name.clone();
    // It outlives the row from which it was deleted.
    let back = Rc::new(move || {
        let mut views = engine.store.views.get_untracked();
        views.insert(at.min(views.len()), removed.clone());
        for (position, view) in (0..).zip(&mut views) {
            view.position = position;
        }
        // Another of this name may have been made meanwhile.
        let Ok(views) = view::save(views) else { return };
        engine.save_views(views);
        if was_shown {
            place.show(Shown::Saved(removed.id.clone()));
        }
    });
    let what = Text::View(ViewText::Deleted);
    place.done.set(Some(Done { what, to: To::Named(name), back: Back::By(back) }));
    hands.keep_focus();
}
