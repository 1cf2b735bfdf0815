//! The order of the list, and what is said of it where the server cannot sort.

use inbox_model::view::{Sort, SortKey};
use leptos::prelude::*;

use super::place::Place;
use crate::dom::{El, el, group};
use crate::i18n::{DeskText, Text, use_i18n};
use crate::reactive::{Memo, Signal};
use crate::sync::{Engine, Loading, SORTED};
use crate::ui::{Glyph, MenuItem, icon, menu};

/// The orders to choose from. Where a system tells nothing of what an order is by, it is left out.
pub(super) fn orders(engine: Engine) -> impl Iterator<Item = (Sort, DeskText)> {
    let can = engine.capabilities();
    let sort = |by, descending| Sort { by, descending };
    let all = [
        (true, sort(SortKey::LastActivity, true), DeskText::SortNewest),
        (true, sort(SortKey::LastActivity, false), DeskText::SortOldest),
        (can.close, sort(SortKey::WaitingSince, false), DeskText::SortWaiting),
        (can.overdue, sort(SortKey::SlaDue, false), DeskText::SortDue),
        (can.priority, sort(SortKey::Priority, true), DeskText::PriorityTitle),
    ];
    all.into_iter().filter(|(can, ..)| *can).map(|(_, sort, text)| (sort, text))
}

/// The menu above the list.
pub(super) fn sort_menu(engine: Engine, place: Place) -> El {
    let i18n = use_i18n();
    let now = Memo::new(move |_| place.sort());
    let items = Callback::new(move |()| {
        let item = |(sort, text): (Sort, DeskText)| MenuItem {
            label: i18n.t(Text::Desk(text)).to_owned(),
            hint: None,
            current: sort == now.get_untracked(),
            act: Callback::new(move |()| place.set_sort(engine, sort)),
        };
        orders(engine).map(item).collect()
    });
    let label = Signal::derive(move || {
        let found = orders(engine).find(|(sort, _)| *sort == now.get());
        let name = found.map(|(_, text)| i18n.t(Text::Desk(text))).unwrap_or_default();
        i18n.with(Text::Desk(DeskText::SortedBy), &[("name", name)])
    });
    el("div")
        .class("menu-plain sort")
        .class_when("sort-other", move || !now.get().is_default())
        .attr("title", label)
        .child(menu(label, group().child(icon(Glyph::Sort)), items))
}

/// How many conversations have to be loaded before the list can be right, where the server neither
/// sorts nor searches; follows that. `None` where it does both, and pages are read as one scrolls.
pub(super) fn gathered(engine: Engine, place: Place) -> Option<usize> {
    if !place.search.get().is_empty() && !engine.capabilities().search {
        return Some(engine.known());
    }
    (!place.sort().is_default()).then(|| engine.store.rows.with_keys(<[_]>::len))
}

/// Says that not everything is sorted or searched, once no more is loaded for it.
pub(super) fn part_note(engine: Engine, place: Place) -> El {
    let i18n = use_i18n();
    let part = Memo::new(move |_| {
        let is_loading = engine.store.list.get() == Loading::Loading;
        let count = gathered(engine, place).filter(|count| *count >= SORTED && !is_loading)?;
        let is_search = !place.search.get().is_empty();
        let text = if is_search { DeskText::SearchedOnly } else { DeskText::SortedOnly };
        let count = u32::try_from(count).unwrap_or(u32::MAX);
        engine.store.list_has_more.get().then_some((text, count))
    });
    group().live(move || match part.get() {
        Some((text, count)) => el("p")
            .class("list-note")
            .attr("role", "status")
            .text(move || i18n.count(Text::Desk(text), count)),
        None => group(),
    })
}
