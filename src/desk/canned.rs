//! Canned replies: how they are filled in here, and the dialog in which the team keeps them.

mod form;

use inbox_model::canned::{CannedReply, Known, fill};
use inbox_model::markdown::preview_text;
use leptos::prelude::*;

use super::hands::Hands;
use crate::dom::{El, Spot, el, group};
use crate::i18n::{I18n, Text, WriteText};
use crate::reactive::{Memo, RwSignal, Signal, effect};
use crate::sync::{Store, new_command_id};
use crate::ui::{Glyph, dialog, dialog_head, icon};
use form::form;

/// A canned reply's text as it would be sent in the open conversation.
pub(super) fn filled(store: Store, text: &str) -> String {
    let conversation = store.thread.conversation.get();
    let session = store.session.get();
    let known = Known {
        conversation: conversation.as_deref(),
        agent: session.as_ref().map(|session| &session.me),
        workspace: session.as_ref().map_or("", |session| &session.workspace),
    };
    fill(text, &known)
}

/// What has the focus as soon as it is there. The dialog looks for that only when it opens.
fn at_once(one: El) -> El {
    let spot = Spot::default();
    effect(move || {
        if let Some(one) = spot.get() {
            let _ = one.focus();
        }
    });
    one.attr("autofocus", "").at(spot)
}

/// The dialog.
pub(super) fn canned_dialog(hands: &Hands) -> El {
    let hands = *hands;
    let (engine, i18n) = (hands.engine, hands.i18n);
    engine.load_canned();
    let editing: RwSignal<Option<CannedReply>> = RwSignal::new(None);
    let close = Callback::new(move |()| hands.dismiss());
    let name = Signal::derive(move || i18n.t(Text::Write(WriteText::Canned)).to_owned());
    let fresh = move || {
        let id: String = new_command_id()
            .as_str()
            .bytes()
            .filter(u8::is_ascii_alphanumeric)
            .map(char::from)
            .collect();
        CannedReply { id, name: String::new(), text: String::new() }
    };
    let ids = Memo::new(move |_| {
        let all = engine.canned().unwrap_or_default();
        all.into_iter().map(|one| one.id).collect::<Vec<_>>()
    });
    let list = move || {
        let add = at_once(el("button"))
            .attr("type", "button")
            .class("button button-strong")
            .on_click(move || editing.set(Some(fresh())))
            .child(icon(Glyph::Plus))
            .text(i18n.tr(Text::Write(WriteText::CannedNew)));
        let none = move || el("p").class("quiet").text(i18n.tr(Text::Write(WriteText::CannedNone)));
        group()
            .child(el("p").class("quiet").text(i18n.tr(Text::Write(WriteText::CannedHint))))
            .child(
                el("ul")
                    .class("canned")
                    .attr("aria-label", i18n.tr(Text::Write(WriteText::Canned)))
                    .each(move || ids.get(), move |id| entry(&hands, id, editing, i18n)),
            )
            .when(move || ids.get().is_empty(), none)
            .child(el("div").class("canned-acts").child(add))
    };
    let body = el("div").class("dialog-body").live(move || match editing.get() {
        None => list(),
        Some(reply) => form(&hands, reply, editing),
    });
    let inside = el("div").class("dialog-panel").child(dialog_head(name, close)).child(body);
    dialog("dialog dialog-wide", name, inside, close)
}

fn entry(hands: &Hands, id: String, editing: RwSignal<Option<CannedReply>>, i18n: I18n) -> El {
    let engine = hands.engine;
    let key = id.clone();
    let reply = Memo::new(move |_| engine.canned()?.into_iter().find(|one| one.id == key));
    let name = move || reply.get().map(|one| one.name).unwrap_or_default();
    let named = move |text| i18n.with(Text::Write(text), &[("name", &name())]);
    // What goes for the whole team is asked for twice.
    let sure = RwSignal::new(false);
    let remove = {
        let id = id.clone();
        move || {
            let id = id.clone();
            let remove = at_once(el("button")).attr("type", "button").class("button canned-sure");
            remove
                .on("blur", move |_: web_sys::Event| sure.set_if_new(false))
                .on_click(move || engine.remove_canned(&id))
                .text(move || named(WriteText::CannedRemove))
        }
    };
    let ask = move || {
        let label = Signal::derive(move || named(WriteText::CannedDelete));
        el("button")
            .attr("type", "button")
            .class("icon-button")
            .attr("aria-label", label)
            .attr("title", label)
            .on_click(move || sure.set(true))
            .child(icon(Glyph::Close))
    };
    let text = move || reply.get().map(|one| preview_text(&one.text, 160)).unwrap_or_default();
    el("li")
        .class("canned-one")
        .child(
            el("button")
                .attr("type", "button")
                .class("canned-edit")
                .attr("title", move || named(WriteText::CannedEdit))
                .on_click(move || editing.set(reply.get_untracked()))
                .child(el("span").class("canned-name").attr("dir", "auto").text(name))
                .child(el("span").class("canned-text").attr("dir", "auto").text(text)),
        )
        .choose(move || sure.get(), remove, ask)
}
