//! The views at the side: whose conversations, the views that an agent has saved, and who the agent
//! is.

use super::hands::{Dialog, Hands};
use super::place::{Place, Shown};
use super::saved::{count, saved};
use crate::dom::{El, el, group};
use crate::i18n::{ActText, DeskText, I18n, Text, use_i18n};
use crate::reactive::Signal;
use crate::sync::Engine;
use crate::ui::{Glyph, avatar, display_name, icon, see};

/// The side bar.
pub(super) fn views(engine: Engine, place: Place) -> El {
    let i18n = use_i18n();
    let store = engine.store;
    let workspace = move || {
        see(store.session.get(), |session| {
            session.as_ref().map(|s| s.workspace.clone()).unwrap_or_default()
        })
    };
    let me = Signal::derive(move || store.me());
    let my_name = move || {
        see(me.get(), |me| me.as_ref().map(|me| display_name(Some(me), i18n)).unwrap_or_default())
    };
    let entry = move |(shown, text, glyph): (Shown, Text, Glyph)| {
        let counted = match &shown {
            Shown::Saved(id) => count(engine, id.clone()),
            _ => group(),
        };
        let name = el("span").class("view-name").text(i18n.tr(text));
        el("li").child(choice(place, shown, glyph, name).child(counted))
    };
    el("nav")
        .class("views")
        .attr("aria-label", i18n.tr(Text::Inbox))
        .child(el("p").class("views-workspace").attr("dir", "auto").text(workspace))
        .child(
            el("ul")
                .class("views-all")
                .attr("role", "list")
                .children(of_everybody(engine).into_iter().map(entry)),
        )
        .maybe(engine.keeps_views().then(|| saved(engine, place)))
        .child(
            el("button")
                .attr("type", "button")
                .class("views-me")
                .attr("aria-haspopup", "dialog")
                .attr("aria-label", move || {
                    i18n.with(Text::Act(ActText::SettingsOf), &[("name", &my_name())])
                })
                .attr("title", i18n.tr(Text::Act(ActText::Settings)))
                .on_click(move || {
                    if let Some(hands) = leptos::prelude::use_context::<Hands>() {
                        hands.show(Dialog::Settings);
                    }
                })
                .child(avatar(me))
                .child(el("span").class("views-name").attr("dir", "auto").text(my_name))
                .child(icon(Glyph::Dots)),
        )
}

/// The views that nobody had to save. Where a system keeps views, its own four come first, and stand
/// for those of ours that show the same.
fn of_everybody(engine: Engine) -> Vec<(Shown, Text, Glyph)> {
    let can = engine.capabilities();
    let keeps = engine.keeps_views();
    let kept = |id: &str| Shown::Saved(id.to_owned());
    let all = [
        (keeps, kept("unread"), Text::ViewUnread, Glyph::Mail),
        (keeps, kept("recents"), Text::Desk(DeskText::ViewRecents), Glyph::Inbox),
        (!keeps, Shown::All, Text::ViewAll, Glyph::Inbox),
        (true, Shown::Mine, Text::ViewMine, Glyph::Person),
        (true, Shown::Unassigned, Text::ViewUnassigned, Glyph::Persons),
        (keeps, kept("starred"), Text::Desk(DeskText::Starred), Glyph::Star),
        (can.star && !keeps, Shown::Starred, Text::Desk(DeskText::Starred), Glyph::Star),
        (can.overdue, Shown::Overdue, Text::Desk(DeskText::Overdue), Glyph::Clock),
        (can.archive, Shown::Archived, Text::Desk(DeskText::Archived), Glyph::Archive),
        (keeps, kept("all"), Text::ViewAll, Glyph::Messages),
    ];
    let there = all.into_iter().filter(|(is, ..)| *is);
    there.map(|(_, shown, text, glyph)| (shown, text, glyph)).collect()
}

/// All views in the order in which they are to be seen: what each shows, its name and its picture.
pub(super) fn in_order(engine: Engine, i18n: I18n) -> Vec<(Shown, String, Glyph)> {
    let own = engine.store.views.get_untracked().into_iter();
    let own = own
        .filter(|view| !view.system && engine.keeps_views())
        .map(|view| (Shown::Saved(view.id), view.name, Glyph::Bookmark));
    let all = of_everybody(engine).into_iter();
    all.map(|(shown, text, glyph)| (shown, i18n.t(text).to_owned(), glyph)).chain(own).collect()
}

/// The view of a number, counted from one, and its name.
pub(super) fn view_by_number(hands: &Hands, number: usize) -> Option<(Shown, String)> {
    let all = in_order(hands.engine, hands.i18n);
    all.into_iter().nth(number.checked_sub(1)?).map(|(shown, name, _)| (shown, name))
}

/// The button that shows a view.
pub(super) fn choice(place: Place, shown: Shown, glyph: Glyph, name: El) -> El {
    let own = shown.clone();
    let current = move || (place.shown.get() == own).then(|| "true".to_owned());
    el("button")
        .attr("type", "button")
        .class("view")
        .attr_while("aria-current", current)
        .on_click(move || place.show(shown.clone()))
        .child(icon(glyph))
        .child(name)
}
