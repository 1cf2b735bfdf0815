//! The message that another one refers to, quoted above it; a press goes there.

use inbox_model::{Content, Part, PartBody, PartId, markdown};
use leptos::prelude::*;

use super::company::CompanySide;
use super::names::display_name;
use crate::dom::{El, el, group};
use crate::i18n::{DeskText, I18n, Text};
use crate::reactive::Memo;

/// Letters of the quoted text at most; the style sheet cuts it to two lines.
const LETTERS: usize = 160;

/// The quote of a part, or a word that it is not here.
pub(super) fn quote(id: PartId, company: CompanySide, i18n: I18n) -> El {
    let wanted = id.clone();
    let said = Memo::new(move |_| {
        let part = company.find_part.run(wanted.clone())?;
        Some((display_name(part.author.as_ref(), i18n), part_words(&part, i18n)))
    });
    group().live(move || {
        let id = id.clone();
        let Some((name, text)) = said.get() else {
            // Farther back than what has been read.
            let words = i18n.tr(Text::Desk(DeskText::EarlierMessage));
            return group().choose(
                move || company.before.get().can_be_read(),
                move || {
                    let id = id.clone();
                    el("button")
                        .attr("type", "button")
                        .class("quote quote-missing")
                        .attr("title", i18n.tr(Text::Desk(DeskText::ShowMessage)))
                        .on_click(move || company.jump.set(Some(id.clone())))
                        .text(words)
                },
                move || el("p").class("quote quote-missing").text(words),
            );
        };
        let label = [("name", name.as_str()), ("text", text.as_str())];
        el("button")
            .attr("type", "button")
            .class("quote")
            .attr("aria-label", i18n.with(Text::Desk(DeskText::InReplyTo), &label))
            .attr("title", i18n.tr(Text::Desk(DeskText::ShowMessage)))
            .on_click(move || company.jump.set(Some(id.clone())))
            .child(el("bdi").class("quote-name").text(name))
            .child(el("span").class("quote-text").attr("dir", "auto").text(text))
    })
}

/// What a part says in a line of plain text.
pub fn part_words(part: &Part, i18n: I18n) -> String {
    if part.redacted {
        return i18n.t(Text::Redacted).to_owned();
    }
    if let Some(text) = part.markdown() {
        let text = markdown::preview_text(text, LETTERS);
        if !text.is_empty() {
            return text;
        }
    }
    let word = match (&part.body, part.contents().first()) {
        (PartBody::QuickReplyChosen { text, .. }, _) => {
            return markdown::preview_text(text, LETTERS);
        }
        (PartBody::Call(_), _) => Text::Call,
        (_, Some(Content::Image(_))) => Text::Photo,
        (_, Some(Content::Video(_))) => Text::Video,
        (_, Some(Content::Audio { voice: true, .. })) => Text::VoiceMessage,
        (_, Some(Content::Audio { .. })) => Text::Audio,
        (_, Some(Content::Document(_))) => Text::File,
        (_, Some(Content::Location(_))) => Text::Location,
        (_, Some(Content::ContactCard(_))) => Text::ContactCard,
        _ => Text::Desk(DeskText::EarlierMessage),
    };
    i18n.t(word).to_owned()
}
