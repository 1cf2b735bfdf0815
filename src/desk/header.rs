//! Above a thread: who it is with, and what can be done with it.

use inbox_model::{Command, Conversation, State};
use leptos::prelude::*;

use super::assigning::assign;
use super::hands::{Dialog, Hands};
use super::header_more::{badges, more, priority, star};
use super::message_acts::{act_here, put_away};
use super::place::Place;
use super::snooze::offers;
use super::title::title;
use crate::dom::{El, el, group};
use crate::i18n::{DeskText, I18n, Text, ViewText, use_i18n};
use crate::reactive::{Memo, Signal};
use crate::sync::Engine;
use crate::ui::{Glyph, MenuItem, avatar, display_name, icon, icon_of, menu, see};

/// The header of the open thread.
pub(super) fn thread_header(engine: Engine, place: Place) -> El {
    let i18n = use_i18n();
    let current = engine.store.thread.conversation;
    let contact = Signal::derive(move || {
        see(current.get(), |c| c.as_ref().and_then(|c| c.contact().cloned()))
    });
    let name = move || {
        see(contact.get(), |contact| match contact {
            Some(contact) => display_name(Some(contact), i18n),
            None => i18n.t(Text::Customer).to_owned(),
        })
    };
    let known = move || see(current.get(), |c| c.as_ref().and_then(|c| c.title.clone()));
    let state = Memo::new(move |_| see(current.get(), |c| c.as_ref().map(|c| c.state)));
    let until = move || {
        let until = see(current.get(), |c| c.as_ref().and_then(|c| c.snoozed_until));
        until
            .filter(|_| state.get() == Some(State::Snoozed))
            .map(|until| i18n.with(Text::SnoozedUntil, &[("time", &i18n.full(until))]))
    };
    let can = engine.capabilities();
    // Where it can be named, it says so itself.
    let subject = move || until().or_else(|| known().filter(|_| !can.title)).unwrap_or_default();
    el("header")
        .class("thread-head")
        .child(
            el("button")
                .attr("type", "button")
                .class("icon-button thread-back")
                .attr("aria-label", i18n.tr(Text::Back))
                .on_click(move || engine.open(None))
                .child(icon(Glyph::Back)),
        )
        .child(avatar(contact))
        .child(
            el("div")
                .class("thread-who")
                .child(el("h2").class("thread-title").attr("dir", "auto").text(name))
                .child(
                    el("div")
                        .class("thread-line")
                        .child(badges(engine))
                        .child(
                            el("p").class("thread-subject quiet").attr("dir", "auto").text(subject),
                        )
                        .maybe(can.title.then(|| title(engine))),
                ),
        )
        .child(
            el("div")
                .class("thread-actions")
                .maybe(can.star.then(|| star(engine)))
                .maybe(can.assign.then(|| assign(engine).attr("data-act", "assign")))
                .maybe(can.priority.then(|| priority(engine).attr("data-act", "priority")))
                .maybe(can.snooze.then(|| snooze(engine).attr("data-act", "snooze")))
                .maybe(more(engine))
                .maybe(can.close.then(|| close_or_reopen(engine, state)))
                .child(
                    el("button")
                        .attr("type", "button")
                        .class("icon-button details-toggle")
                        .attr("aria-label", i18n.tr(Text::Details))
                        .attr("aria-expanded", move || place.details.get().to_string())
                        .on_click(move || place.details.update(|open| *open = !*open))
                        .child(icon(Glyph::Info)),
                ),
        )
}

/// The menu of times until which the conversation can be put aside.
fn snooze(engine: Engine) -> El {
    let i18n = use_i18n();
    let items = Callback::new(move |()| {
        let offer = |(text, until)| MenuItem {
            label: i18n.t(text).to_owned(),
            hint: Some([i18n.day(until, -1_000), i18n.time(until)].join(" ")),
            current: false,
            act: Callback::new(move |()| put_away(engine, Command::Snooze { until }, text)),
        };
        let mut items: Vec<MenuItem> = offers(engine.now()).into_iter().map(offer).collect();
        let another = Callback::new(move |()| {
            if let Some(hands) = use_context::<Hands>() {
                hands.show(Dialog::Snooze);
            }
        });
        let label = i18n.t(Text::View(ViewText::SnoozeOther)).to_owned();
        items.push(MenuItem { label, hint: None, current: false, act: another });
        items
    });
    let face = group()
        .child(icon(Glyph::Moon))
        .child(el("span").class("button-text").text(i18n.tr(Text::Snooze)));
    menu(Signal::derive(move || i18n.t(Text::Snooze).to_owned()), face, items)
}

/// The button that ends the conversation, or begins it again.
fn close_or_reopen(engine: Engine, state: Memo<Option<State>>) -> El {
    let i18n = use_i18n();
    let is_open = move || matches!(state.get(), Some(State::Open | State::Pending));
    let press = move || {
        let open = matches!(state.get_untracked(), Some(State::Open | State::Pending));
        if open {
            put_away(engine, Command::Close, Text::CloseConversation);
        } else {
            act_here(engine, Command::Reopen);
        }
    };
    let glyph = move || if is_open() { Glyph::Check } else { Glyph::Reload };
    let words = move || i18n.t(if is_open() { Text::CloseConversation } else { Text::Reopen });
    // On a phone the words give way to the icon; the name stays.
    el("button")
        .attr("type", "button")
        .class("button button-strong")
        .attr("aria-label", words)
        .on_click(press)
        .child(icon_of(glyph))
        .child(el("span").class("button-text").text(words))
}

/// The state of a conversation in words.
pub(super) fn state_words(conversation: &Conversation, i18n: I18n) -> &'static str {
    i18n.t(match conversation.state {
        State::Open => Text::StateOpen,
        State::Pending => Text::Desk(DeskText::Pending),
        State::Snoozed => Text::StateSnoozed,
        State::Closed => Text::StateClosed,
    })
}
