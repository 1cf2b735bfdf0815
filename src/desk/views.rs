//! The views at the side: whose conversations, and in which state.

use inbox_model::State;

use super::place::{Place, Whose};
use crate::dom::{El, el};
use crate::i18n::{DeskText, Text, use_i18n};
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
    let can = engine.capabilities();
    let mut whose = vec![
        (Whose::All, Text::ViewAll, Glyph::Inbox),
        (Whose::Mine, Text::ViewMine, Glyph::Person),
        (Whose::Unassigned, Text::ViewUnassigned, Glyph::Persons),
    ];
    let more = [
        (can.star, Whose::Starred, DeskText::Starred, Glyph::Star),
        (can.overdue, Whose::Overdue, DeskText::Overdue, Glyph::Clock),
        (can.archive, Whose::Archived, DeskText::Archived, Glyph::Archive),
    ];
    let more = more.into_iter().filter(|(can, ..)| *can);
    whose.extend(more.map(|(_, whose, text, glyph)| (whose, Text::Desk(text), glyph)));
    let choice = |(value, text, glyph): (Whose, Text, Glyph)| {
        let current = move || (place.whose.get() == value).then(|| "true".to_owned());
        el("li").child(
            el("button")
                .attr("type", "button")
                .class("view")
                .attr_while("aria-current", current)
                .on_click(move || place.show(value))
                .child(icon(glyph))
                .child(el("span").class("view-name").text(i18n.tr(text))),
        )
    };
    el("nav")
        .class("views")
        .attr("aria-label", i18n.tr(Text::Inbox))
        .child(el("p").class("views-workspace").attr("dir", "auto").text(workspace))
        .child(el("ul").attr("role", "list").children(whose.into_iter().map(choice)))
        .child(
            el("p")
                .class("views-me")
                .child(avatar(me))
                .child(el("span").attr("dir", "auto").text(my_name)),
        )
}

/// The states above the list.
pub(super) fn state_filter(engine: Engine, place: Place) -> El {
    let i18n = use_i18n();
    let pending = (Some(State::Pending), Text::Desk(DeskText::PendingShort));
    let mut states = vec![
        (Some(State::Open), Text::StateOpen),
        pending,
        (Some(State::Snoozed), Text::StateSnoozed),
        (Some(State::Closed), Text::StateClosed),
        (None, Text::StateAll),
    ];
    if !engine.capabilities().pending {
        states.retain(|state| *state != pending);
    }
    let choice = |(value, text): (Option<State>, Text)| {
        el("button")
            .attr("type", "button")
            .class("segment")
            .attr("aria-pressed", move || (place.state.get() == value).to_string())
            .on_click(move || place.state.set(value))
            .text(i18n.tr(text))
    };
    el("div")
        .class("filter")
        .child(
            el("div")
                .class("segments")
                .attr("role", "group")
                .attr("aria-label", i18n.tr(Text::State))
                .children(states.into_iter().map(choice)),
        )
        .child(
            el("button")
                .attr("type", "button")
                .class("toggle")
                .attr("aria-pressed", move || place.unread_only.get().to_string())
                .on_click(move || place.unread_only.update(|only| *only = !*only))
                .child(el("span").class("toggle-dot").attr("aria-hidden", "true"))
                .text(i18n.tr(Text::ViewUnread)),
        )
}
