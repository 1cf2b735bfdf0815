//! A reply that can still be taken back: how long, and the way back into the composer.

use inbox_model::content::Content;
use inbox_model::countdown::Detail;
use inbox_model::time::SECOND;
use inbox_model::{Command, ConversationId};
use leptos::ev;
use leptos::prelude::untrack;
use wasm_bindgen::JsCast;
use web_sys::Node;

use super::chords::{aria_keys, chord};
use super::collision::{note_taken_back, written_meanwhile};
use super::due::Pace;
use super::writing::{Returned, Writing};
use crate::dom::{El, Spot, el, group};
use crate::i18n::{DeskText, Text, WriteText, fill, use_i18n};
use crate::reactive::{Memo, RwSignal, effect};
use crate::sync::{DraftMode, Engine, HeldReply};
use crate::ui::display_name;

/// Takes a reply back: what it said stands in its composer again, above what was typed since.
pub(super) fn take_back(engine: Engine, writing: Writing, conversation: &ConversationId) {
    let Some(command) = engine.take_back(conversation.clone()) else { return };
    writing.undone.set(true);
    if let Command::Reply { contents, envelope } = command {
        let (said, files): (Vec<_>, Vec<_>) =
            contents.into_iter().partition(|content| content.media().is_none());
        let said = said.into_iter().find_map(|content| match content {
            Content::Text { markdown } => Some(markdown),
            _ => None,
        });
        note_taken_back(engine, conversation);
        let at = (conversation.clone(), DraftMode::Reply);
        writing.files.put_back(engine, &at, files);
        let drafts = engine.drafts();
        let typed = drafts.get(Some(conversation), DraftMode::Reply);
        drafts.set(Some(conversation), DraftMode::Reply, &said.unwrap_or_default());
        let conversation = conversation.clone();
        writing.returned.set(Some(Returned { conversation, envelope, typed }));
    }
    if engine.store.thread.id.get_untracked().as_ref() != Some(conversation) {
        engine.open(Some(conversation.clone()));
    }
}

/// The reply of the open conversation that can be taken back.
pub(super) fn held_here(engine: Engine) -> Option<HeldReply> {
    let open = engine.store.thread.id.get();
    engine.held().into_iter().find(|held| Some(&held.conversation) == open.as_ref())
}

/// What waits: the open conversation's reply, else the last one.
pub(super) fn undo_bar(engine: Engine, writing: Writing) -> El {
    let i18n = use_i18n();
    let held = Memo::new(move |_| held_here(engine).or_else(|| engine.held().pop()));
    let is_held = Memo::new(move |_| held.get().is_some());
    let total = Memo::new(move |_| held.get().map_or(0, |held| seconds(held.total)));
    let meanwhile = Memo::new(move |_| {
        let name = written_meanwhile(engine, &held.get()?.conversation, i18n)?;
        Some(i18n.with(Text::Write(WriteText::HeldNews), &[("name", &name)]))
    });
    let bar = Spot::default();
    // The focus does not go with the bar.
    let inside = RwSignal::new(false);
    let mut before = false;
    effect(move || {
        let now = is_held.get();
        if now {
            writing.undone.set_if_new(false);
        }
        if std::mem::replace(&mut before, now) && !now && inside.get_untracked() {
            inside.set(false);
            // What was stopped asks what is to become of it.
            let open = engine.store.thread.id.get_untracked();
            let mut stopped = untrack(|| engine.stopped()).into_iter();
            if !stopped.any(|one| Some(one.conversation) == open) {
                writing.focus.update(|focus| *focus += 1);
            }
        }
    });
    let leaves = move |event: ev::FocusEvent| {
        let to = event.related_target().and_then(|to| to.dyn_into::<Node>().ok());
        let within = |to: &Node| bar.now().is_some_and(|bar| bar.contains(Some(to)));
        if to.is_some_and(|to| !within(&to)) {
            inside.set_if_new(false);
        }
    };
    let undo = move || {
        if let Some(held) = held.get_untracked() {
            take_back(engine, writing, &held.conversation);
            writing.focus.update(|focus| *focus += 1);
        }
    };
    let release = move || {
        if let Some(held) = held.get_untracked() {
            engine.release(held.conversation);
        }
    };
    let on_key = move |event: ev::KeyboardEvent| {
        if event.key().eq_ignore_ascii_case("z") && !event.shift_key() && !event.alt_key() {
            event.prevent_default();
            event.stop_propagation();
            undo();
        }
    };
    let button = move |text: DeskText, class: &'static str| {
        el("button").attr("type", "button").class(class).text(i18n.tr(Text::Desk(text)))
    };
    let shown = move || {
        // What has been running is not begun anew where the bar is made again.
        let total = held.get_untracked().map_or(0, |held| held.total);
        let gone = held.get_untracked().map_or(0, |held| total - engine.until(held.until));
        el("div")
            .class("undo-bar")
            .at(bar)
            .attr("role", "group")
            .attr("aria-label", i18n.tr(Text::Desk(DeskText::StateHeld)))
            .on("keydown", on_key)
            .on("focusin", move |_: ev::FocusEvent| inside.set_if_new(true))
            .on("focusout", leaves)
            .child(
                el("span")
                    .class("undo-left")
                    .attr("aria-hidden", "true")
                    .style("animation-duration", [&total.to_string(), "ms"].concat())
                    .style(
                        "animation-delay",
                        ["-", &gone.clamp(0, total).to_string(), "ms"].concat(),
                    ),
            )
            .child(el("div").class("undo-text").child(words(engine, held)).child(
                el("p").class("undo-news").text(move || meanwhile.get().unwrap_or_default()),
            ))
            .child(
                button(DeskText::Undo, "button undo-button")
                    .attr("aria-keyshortcuts", aria_keys("Mod+Z"))
                    .on_click(undo),
            )
            .child(button(DeskText::SendNow, "button button-quiet").on_click(release))
    };
    let said = move || match (is_held.get(), writing.undone.get()) {
        (true, _) => meanwhile.get().unwrap_or_else(|| {
            let said = i18n.count(Text::Desk(DeskText::SendingSaid), total.get());
            fill(&said, &[("keys", &chord("Mod+z", i18n))])
        }),
        (false, true) => i18n.t(Text::Desk(DeskText::SendingUndone)).to_owned(),
        (false, false) => String::new(),
    };
    let status = el("p").class("visually-hidden").attr("role", "status");
    group().live(move || if is_held.get() { shown() } else { group() }).child(status.text(said))
}

fn seconds(millis: i64) -> u32 {
    u32::try_from(millis / SECOND).unwrap_or_default()
}

/// How long it can still be taken back, and whom it is to, where that is not the open conversation.
fn words(engine: Engine, held: Memo<Option<HeldReply>>) -> El {
    let i18n = use_i18n();
    let store = engine.store;
    let pace = Pace::here();
    let end = Memo::new(move |_| {
        // The widget's clock is the server's.
        engine.clock_set();
        held.get().map(|held| engine.now().plus(engine.until(held.until)))
    });
    let name = Memo::new(move |_| {
        let id = held.get()?.conversation;
        store.rows.with_keys(|_| ()); // after a reload they come later
        let row = store.rows.get(&id).filter(|_| store.thread.id.get() != Some(id))?.get();
        Some(display_name(row.contact(), i18n))
    });
    let words = Memo::new(move |_| {
        // The last second is told until it has gone.
        let last = held.get().map_or(0, |held| seconds(held.total).saturating_sub(1));
        let left = end.get().map(|end| pace.to(end, Detail::Exact).amount.min(last) + 1);
        let left = i18n.number(left.unwrap_or_default());
        let when = match name.get() {
            Some(name) => {
                let values = [("name", name.as_str()), ("n", &left)];
                i18n.with(Text::Desk(DeskText::SendingToIn), &values)
            }
            None => i18n.with(Text::Desk(DeskText::SendingIn), &[("n", &left)]),
        };
        if held.get().is_some_and(|held| held.closes) {
            [when.as_str(), ", ", i18n.t(Text::Desk(DeskText::SendingThenClosed))].concat()
        } else {
            when
        }
    });
    el("p").class("undo-words").attr("role", "timer").attr("aria-live", "off").text(words)
}
