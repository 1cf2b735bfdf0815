//! Where an agent writes: a reply to the customer, or a note among colleagues. Each has its own
//! draft, and a note looks like one, so that nothing internal is sent by mistake.

use inbox_model::command::Envelope;
use inbox_model::content::Content;
use inbox_model::markdown::expand_shortcodes;
use inbox_model::validate::text_limit;
use inbox_model::{Command, ConversationId, draft};
use leptos::prelude::*;

use super::carrying::Carrying;
use super::chords::chord;
use super::collision::{card, note_begin, note_read, note_sent, stops};
use super::dropping::is_attach_key;
use super::due::Pace;
use super::editing::Field;
use super::emoji::Emoji;
use super::formatting::{commands, format_by_key, is_emoji_key, preview_pane, toolbar};
use super::overtaken::overtaken;
use super::segments::length_line;
use super::typeahead::Typeahead;
use super::undo::{held_here, take_back};
use super::window::{Standing, window_banner};
use super::writing::{OUTDATED, Returned, Writing, channel_choice, reference};
use crate::dom::{El, Spot, el, group};
use crate::i18n::{DeskText, Text, use_i18n};
use crate::reactive::{Memo, RwSignal, Signal, effect};
use crate::sync::{DraftMode, Engine};
use crate::ui::{Composing, Glyph, MenuItem, Tools, composer, display_name, icon, menu, see};

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
        } else if wanted.is_empty() {
            before
        } else {
            [before.trim_end(), "\n\n", &wanted].concat()
        };
        engine.drafts().set(Some(&target.get_value()), DraftMode::Reply, &whole);
        note_begin(engine, &target.get_value(), &whole);
        if mode.get_untracked() == DraftMode::Reply {
            text.set(whole);
        } else {
            mode.set(DraftMode::Reply);
        }
        focus.update(|focus| *focus += 1);
    });
    // What was taken back comes back to where it was written.
    effect(move || {
        let returned = writing.returned.get();
        let here = |returned: &Returned| returned.conversation == target.get_value();
        if let Some(returned) = returned.filter(here) {
            writing.returned.set(None);
            writing.unseal(returned.envelope);
            writing.fill.set(Some(returned.typed));
        }
    });
    let is_note = move || mode.get() == DraftMode::Note;
    // A note goes by no channel.
    let channel = Memo::new(move |_| {
        let held =
            move || see(store.thread.conversation.get(), |c| c.as_ref().map(|c| c.channel()));
        if is_note() { None } else { writing.channel.get().or_else(held) }
    });
    let carrying = Carrying::new(engine, target.get_value(), mode, channel, writing);
    let and_close = RwSignal::new(false);
    let stopped = RwSignal::new(None);
    let send = move |said: String| {
        let is_reply = mode.get_untracked() == DraftMode::Reply;
        if is_reply && writing.is_outdated(engine) {
            // It can still be sent, as a text of one's own, by who has read why it was not.
            writing.suggestion.set(None);
            engine.store.problem.set(Some(OUTDATED.to_owned()));
            return text.set(said);
        }
        let closes = and_close.get_untracked();
        let stop = is_reply.then(|| stops(engine, &target.get_value(), closes, i18n)).flatten();
        if stop.is_some() {
            stopped.set(stop);
            return text.set(said);
        }
        if is_reply {
            note_sent(engine, &target.get_value());
        }
        // Whoever reads it sees the emoji, whichever shortcodes they know.
        let said = expand_shortcodes(&said);
        let target = target.get_value();
        let mut contents = carrying.take();
        if !said.trim().is_empty() {
            // Where a message carries one file, a text is its caption, and sound has none.
            if can.files == 1 && matches!(contents.first(), Some(Content::Audio { .. })) {
                let text = vec![Content::text(said)];
                let envelope = Envelope::default();
                engine.act(
                    &target,
                    if is_reply {
                        Command::Reply { contents: text, envelope }
                    } else {
                        Command::Note { contents: text }
                    },
                );
            } else {
                contents.insert(0, Content::text(said));
            }
        }
        if !is_reply {
            engine.act(&target, Command::Note { contents });
            return keep("");
        }
        let envelope = writing.seal(can.suggestions);
        engine.say(&target, Command::Reply { contents, envelope }, writing.undo_millis());
        // Not before it is on its way to the outbox: a reload in between would lose it.
        keep("");
        if and_close.get_untracked() {
            engine.act(&target, Command::Close);
        }
    };
    let field = Field { spot: Spot::default(), text };
    let mentions = Signal::derive(move || mode.get() == DraftMode::Note);
    let typeahead = Typeahead::new(engine, field, mentions);
    let typing = move |()| {
        let written = text.get_untracked();
        keep(&written);
        typeahead.look();
        if written.is_empty() {
            writing.suggestion.set(None);
        }
        if mode.get_untracked() == DraftMode::Reply {
            note_begin(engine, &target.get_value(), &written);
            engine.typing(&target.get_value());
        }
    };
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
            .child(choice(DraftMode::Reply, Text::Reply, Glyph::Messages).attr("data-act", "reply"))
            .child(choice(DraftMode::Note, Text::Note, Glyph::Lock).attr("data-act", "note"))
    });
    let send_and_close = move || {
        and_close.set(true);
        field.send();
        and_close.set(false);
    };
    let emoji = Emoji::new(field);
    let on_key = move |event: leptos::ev::KeyboardEvent| {
        if typeahead.on_key(&event) || format_by_key(field, &event) {
            return true;
        }
        if !commands(&event) {
            return false;
        }
        if is_emoji_key(&event) {
            emoji.toggle();
            return true;
        }
        if can.files > 0 && is_attach_key(&event) {
            carrying.choose();
            return true;
        }
        if event.key() == "Enter" && event.shift_key() && can.close && !untrack(is_note) {
            send_and_close();
            return true;
        }
        // Right after it was sent, undo means the reply; while something is typed, that.
        let is_undo = event.key().eq_ignore_ascii_case("z") && !event.shift_key();
        let held = untrack(|| held_here(engine)).filter(|_| is_undo);
        let held = held.filter(|_| see(text.get_untracked(), String::is_empty));
        if let Some(held) = &held {
            take_back(engine, writing, &held.conversation);
        }
        held.is_some()
    };
    let ways = move || {
        let entry = move |text: Text, hint: &str, act: Callback<()>| MenuItem {
            label: i18n.t(text).to_owned(),
            hint: Some(hint.to_owned()),
            current: false,
            act,
        };
        let close = Callback::new(move |()| send_and_close());
        let plain = Callback::new(move |()| field.send());
        let entries = Callback::new(move |()| {
            vec![
                entry(Text::SendReply, &chord("Enter", i18n), plain),
                entry(Text::Desk(DeskText::SendAndClose), &chord("Mod+Shift+Enter", i18n), close),
            ]
        });
        let label = Signal::derive(move || i18n.t(Text::Desk(DeskText::MoreWaysToSend)).to_owned());
        el("div").class("send-more").child(menu(label, group(), entries))
    };
    let by_channel =
        move || group().when(move || !is_note(), move || channel_choice(engine, writing));
    let choose = Callback::new(move |()| carrying.choose());
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
            tools: Tools {
                field: field.spot,
                on_key: Some(Callback::new(on_key)),
                above: Some(group().child(typeahead.list()).child(emoji.panel()).child(toolbar(
                    field,
                    writing.preview,
                    emoji,
                    (can.files > 0).then(|| (carrying.limits(), choose)),
                ))),
                below: Some(
                    group()
                        .when(move || writing.preview.get(), move || preview_pane(text, is_note))
                        .maybe((can.files > 0).then(|| carrying.tray())),
                ),
                beside: can.close.then(|| group().when(move || !is_note(), ways)),
                offer: typeahead.offer(),
                carries: Some(carrying.carries()),
                waits: Some(carrying.waits()),
            },
        })
        .on("paste", move |event: web_sys::ClipboardEvent| {
            if can.files > 0 {
                carrying.paste(&event);
            }
        })
    };
    let keep_editing = Callback::new(move |()| {
        note_read(engine, &target.get_value());
        stopped.set(None);
        focus.update(|focus| *focus += 1);
    });
    let send_anyway = Callback::new(move |closes: bool| {
        note_read(engine, &target.get_value());
        stopped.set(None);
        if closes {
            send_and_close();
        } else {
            field.send();
        }
    });
    let closed = move || {
        let hint = can.notes.then(|| i18n.tr(Text::Desk(DeskText::WindowNotes)));
        el("p").class("reply-closed").maybe(hint.map(|hint| el("span").text(hint)))
    };
    el("div")
        .class("reply")
        .class_when("reply-note", is_note)
        .on("keyup", move |_: leptos::ev::KeyboardEvent| typeahead.look())
        .on("click", move |_: leptos::ev::MouseEvent| typeahead.look())
        .on("focusout", move |_: leptos::ev::FocusEvent| typeahead.close())
        .when(move || has_window.get(), banner)
        .child(
            el("div").class("reply-head").maybe(modes).maybe(can.channel_choice.then(by_channel)),
        )
        .child(card(stopped.into(), keep_editing, send_anyway, None))
        .child(overtaken(engine, writing, target.get_value()))
        .choose(may_write, write, closed)
        .when(move || can.files > 0 && may_write(), move || carrying.zone())
        .when(may_write, move || length_line(text, limit, i18n))
}
