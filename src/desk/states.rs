//! Which of the conversations in view are listed: by their state, and what is unread alone.

use inbox_model::State;

use super::place::Place;
use crate::dom::{El, el};
use crate::i18n::{DeskText, Text, use_i18n};
use crate::sync::Engine;
use crate::ui::{Glyph, icon};

/// The filter above the list. Where conversations are not closed there are no states to choose from.
pub(super) fn state_filter(engine: Engine, place: Place) -> El {
    let i18n = use_i18n();
    el("div")
        .class("filter")
        .maybe(engine.capabilities().close.then(|| states(engine, place)))
        .child(
            el("button")
                .attr("type", "button")
                .class("toggle")
                .attr("title", i18n.tr(Text::ViewUnread))
                .attr("aria-pressed", move || place.unread_only.get().to_string())
                .on_click(move || place.unread_only.update(|only| *only = !*only))
                .child(icon(Glyph::Mail))
                .child(el("span").class("toggle-name").text(i18n.tr(Text::ViewUnread))),
        )
}

fn states(engine: Engine, place: Place) -> El {
    let i18n = use_i18n();
    let can = engine.capabilities();
    let all = [
        (true, Some(State::Open), Text::StateOpen),
        (can.pending, Some(State::Pending), Text::Desk(DeskText::PendingShort)),
        (true, Some(State::Snoozed), Text::StateSnoozed),
        (true, Some(State::Closed), Text::StateClosed),
        (true, None, Text::StateAll),
    ];
    let choice = |(_, value, text): (bool, Option<State>, Text)| {
        el("button")
            .attr("type", "button")
            .class("segment")
            .attr("aria-pressed", move || (place.state.get() == value).to_string())
            .on_click(move || place.state.set(value))
            .text(i18n.tr(text))
    };
    el("div")
        .class("segments")
        .attr("role", "group")
        .attr("aria-label", i18n.tr(Text::State))
        .children(all.into_iter().filter(|(there, ..)| *there).map(choice))
}
