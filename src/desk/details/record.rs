//! What the system keeps about the conversation: the ways in, and the company's own fields.

use inbox_model::handling::EntryPoint;

use super::section::section;
use crate::dom::{El, el};
use crate::i18n::{DeskText, I18n, Text, use_i18n};
use crate::reactive::Memo;
use crate::sync::{Attribute, Engine};
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

/// The company's own fields, as a table.
pub(super) fn record(engine: Engine) -> El {
    let i18n = use_i18n();
    let current = engine.store.thread.conversation;
    let fields = Memo::new(move |_| {
        let fields = current.get().map(|one| one.custom_attributes.clone()).unwrap_or_default();
        fields.iter().map(|(name, json)| (name.clone(), json.clone())).collect::<Vec<_>>()
    });
    let row = move |(name, json): (String, String)| {
        let value = el("td").attr("dir", "auto").text(move || value_words(&json, i18n));
        el("tr").child(el("th").attr("scope", "row").attr("dir", "auto").text(name)).child(value)
    };
    let heading = move |text| el("th").attr("scope", "col").text(i18n.tr(Text::Desk(text)));
    section(
        Glyph::File,
        DeskText::Record,
        move || !fields.get().is_empty(),
        move || {
            let head =
                el("tr").child(heading(DeskText::RecordName)).child(heading(DeskText::RecordValue));
            el("table")
                .class("record")
                .child(el("thead").class("visually-hidden").child(head))
                .child(el("tbody").each(move || fields.get(), row))
        },
    )
}

fn value_words(json: &str, i18n: I18n) -> String {
    let text = match Attribute::read(json) {
        Attribute::Empty => DeskText::NoValue,
        Attribute::Flag(true) => DeskText::Yes,
        Attribute::Flag(false) => DeskText::No,
        Attribute::Text(text) => return text,
    };
    i18n.t(Text::Desk(text)).to_owned()
}
