//! Where an agent writes: a reply to the customer, or a note among colleagues. Each has its own
//! draft, and a note looks like one, so that nothing internal is sent by mistake.

use inbox_model::content::Content;
use inbox_model::markdown::expand_shortcodes;
use inbox_model::validate::text_limit;
use inbox_model::{Channel, Command, ConversationId, draft};
use leptos::prelude::*;

use super::due::Pace;
use super::segments::segments_line;
use super::window::{Standing, window_banner};
use super::writing::{Writing, channel_choice, reference};
use crate::dom::{El, el, group};
use crate::i18n::{DeskText, Text, use_i18n};
use crate::reactive::{Memo, RwSignal, Signal, effect};
use crate::sync::{DraftMode, Engine};
use crate::ui::{Composing, Glyph, composer, display_name, icon, see};

/// The foot of an agent's thread.
pub(super) fn reply_box(engine: Engine, conversation: ConversationId, writing: Writing) -> El {
    let i18n = use_i18n();
    let store = engine.store;
    let can = engine.capabilities();
    let target = StoredValue::new(conversation);
    let mode = RwSignal::new(DraftMode::Reply);
    let text = RwSignal::new(String::new());
    let focus = writing.focus;
    // A change of mode first brings that mode's draft, and only then is what follows kept.
    effect(move || {
        let draft = engine.drafts().get(Some(&target.get_value()), mode.get());
        text.set(draft);
    });
    let keep = move |text: &str| {
        engine.drafts().set(Some(&target.get_value()), mode.get_untracked(), text);
    };
    // What is to stand here comes below what does: nothing typed is lost.
    effect(move || {
        let Some(wanted) = writing.fill.get() else { return };
        writing.fill.set(None);
        let before = engine.drafts().get(Some(&target.get_value()), DraftMode::Reply);
        let whole = if before.trim().is_empty() {
            wanted
        } else {
            [before.trim_end(), "\n\n", &wanted].concat()
        };
        engine.drafts().set(Some(&target.get_value()), DraftMode::Reply, &whole);
        if mode.get_untracked() == DraftMode::Reply {
            text.set(whole);
        } else {
            mode.set(DraftMode::Reply);
        }
        focus.update(|focus| *focus += 1);
    });
    let send = move |said: String| {
        let is_reply = mode.get_untracked() == DraftMode::Reply;
        if is_reply && writing.is_outdated(engine) {
            // It can still be sent, as a text of one's own, by who has read why it was not.
            writing.suggestion.set(None);
            engine.store.problem.set(Some("suggestion_outdated".to_owned()));
            return text.set(said);
        }
        keep("");
        // Whoever reads it sees the emoji, whichever shortcodes they know.
        let said = expand_shortcodes(&said);
        let command = match mode.get_untracked() {
            DraftMode::Reply => Command::Reply {
                contents: vec![Content::text(said)],
                envelope: writing.seal(can.suggestions),
            },
            DraftMode::Note => Command::note(said),
        };
        engine.act(&target.get_value(), command);
    };
    let typing = move |()| {
        let written = text.get_untracked();
        keep(&written);
        if written.is_empty() {
            writing.suggestion.set(None);
        }
        if mode.get_untracked() == DraftMode::Reply {
            engine.typing(&target.get_value());
        }
    };
    let is_note = move || mode.get() == DraftMode::Note;
    let has_window = Memo::new(move |_| {
        see(store.thread.conversation.get(), |c| {
            c.as_ref().is_some_and(|c| c.handling.reply_window.is_some())
        })
    });
    let open = RwSignal::new(true);
    let banner = move || {
        let pace = Pace::here();
        let standing = Memo::new(move |_| Standing::here(engine, writing.channel.get(), pace));
        effect(move || {
            open.set_if_new(standing.get().is_none_or(|standing| standing.is_open()));
        });
        // Where the source decides, it is asked again when its time has come.
        let over = Memo::new(move |_| {
            let window = store.thread.conversation.get().and_then(|one| one.handling.reply_window);
            let until = window.filter(|window| window.possible.is_some()).and_then(|one| one.until);
            pace.wake(until.filter(|until| *until > pace.now()));
            until.is_some_and(|until| until <= pace.now())
        });
        let mut before = None;
        effect(move || {
            let over = over.get();
            if before.replace(over) == Some(false) && over {
                engine.look_again(&target.get_value());
            }
        });
        let restart = Callback::new(move |()| {
            let contents = vec![Content::text(i18n.t(Text::Desk(DeskText::RestartMessage)))];
            engine.act(&target.get_value(), Command::Restart { contents });
        });
        window_banner(standing.into(), can.restart, restart)
    };
    let may_write = move || is_note() || !has_window.get() || open.get();
    let customer = move || {
        see(store.thread.conversation.get(), |conversation| {
            let contact = conversation.as_ref().and_then(|one| one.contact().cloned());
            contact.map_or_else(
                || i18n.t(Text::Customer).to_owned(),
                |one| display_name(Some(&one), i18n),
            )
        })
    };
    let placeholder = Signal::derive(move || {
        if is_note() {
            i18n.t(Text::WriteNote).to_owned()
        } else {
            i18n.with(Text::WriteReply, &[("name", &customer())])
        }
    });
    // A note goes by no channel.
    let channel = Memo::new(move |_| {
        let held =
            move || see(store.thread.conversation.get(), |c| c.as_ref().map(|c| c.channel()));
        if is_note() { None } else { writing.channel.get().or_else(held) }
    });
    let limit =
        Signal::derive(move || channel.get().map_or(draft::TEXT, |channel| text_limit(&channel)));
    let send_label =
        Signal::derive(move || if is_note() { Text::AddNote } else { Text::SendReply });
    let choice = move |value: DraftMode, text: Text, glyph: Glyph| {
        el("button")
            .attr("type", "button")
            .class("segment")
            .attr("aria-pressed", move || (mode.get() == value).to_string())
            .on_click(move || {
                mode.set(value);
                focus.update(|focus| *focus += 1);
            })
            .child(icon(glyph))
            .text(i18n.tr(text))
    };
    let modes = can.notes.then(|| {
        el("div")
            .class("segments composer-modes")
            .child(choice(DraftMode::Reply, Text::Reply, Glyph::Messages))
            .child(choice(DraftMode::Note, Text::Note, Glyph::Lock))
    });
    let by_channel =
        move || group().when(move || !is_note(), move || channel_choice(engine, writing));
    let write = move || {
        let above = group().when(move || !is_note(), move || reference(engine, writing));
        composer(Composing {
            text,
            placeholder,
            send_label,
            on_send: Callback::new(send),
            on_typing: Callback::new(typing),
            before: Some(above),
            focus: focus.into(),
            limit,
        })
    };
    let closed = move || {
        let hint = can.notes.then(|| i18n.tr(Text::Desk(DeskText::WindowNotes)));
        el("p").class("reply-closed").maybe(hint.map(|hint| el("span").text(hint)))
    };
    el("div")
        .class("reply")
        .class_when("reply-note", is_note)
        .when(move || has_window.get(), banner)
        .child(
            el("div").class("reply-head").maybe(modes).maybe(can.channel_choice.then(by_channel)),
        )
        .choose(may_write, write, closed)
        .when(move || channel.get() == Some(Channel::Sms), move || segments_line(text, i18n))
}
