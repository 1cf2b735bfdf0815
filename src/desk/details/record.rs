//! The ways by which messages of a conversation come in.

use inbox_model::handling::EntryPoint;

use super::section::section;
use crate::dom::{El, el};
use crate::i18n::{DeskText, I18n, Text, use_i18n};
use crate::reactive::Memo;
use crate::sync::Engine;
use crate::ui::{Glyph, icon};

/// The ways by which messages come in.
pub(super) fn entry_points(engine: Engine) -> El {
    let current = engine.store.thread.conversation;
    let points = Memo::new(move |_| {
        current.get().map(|one| one.handling.entry_points.clone()).unwrap_or_default()
    });
    section(
        Glyph::Inbox,
        DeskText::EntryPoints,
        move || !points.get().is_empty(),
        move || el("ul").class("entries").attr("role", "list").each(move || points.get(), entry),
    )
}

fn entry(point: EntryPoint) -> El {
    let i18n = use_i18n();
    let since = point.created_at;
    let glyph = match point.channel.as_str() {
        "email" => Glyph::Mail,
        "phone" | "call" => Glyph::Phone,
        _ => Glyph::Messages,
    };
    let origin = point
        .is_origin
        .then(|| el("span").class("badge").text(i18n.tr(Text::Desk(DeskText::EntryOrigin))));
    let time =
        move || i18n.with(Text::Desk(DeskText::EntrySince), &[("time", &i18n.moment(since))]);
    el("li").class("entry").child(icon(glyph)).child(
        el("span")
            .class("entry-text")
            .child(
                el("span")
                    .class("entry-channel")
                    .child(el("bdi").text(word(&point.channel, i18n)))
                    .maybe(origin),
            )
            .child(el("bdi").class("quiet").text(point.adapter))
            .child(el("span").class("quiet").text(time)),
    )
}

/// The interface's word for a channel that it knows, else the system's own.
fn word(channel: &str, i18n: I18n) -> String {
    let text = match channel {
        "email" => Text::ChannelEmail,
        "sms" => Text::Desk(DeskText::ChannelSms),
        "phone" => Text::Desk(DeskText::ChannelPhone),
        "whatsapp" => Text::Desk(DeskText::ChannelWhatsapp),
        own => return own.to_owned(),
    };
    i18n.t(text).to_owned()
}
