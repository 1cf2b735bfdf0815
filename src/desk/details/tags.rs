//! The tags of a conversation: who put them where and when, and which were taken away again.

use inbox_model::{Part, PartId, Participant, Timestamp};

use super::super::place::Place;
use super::{tag, tag_names};
use crate::dom::{El, el, group};
use crate::i18n::{DeskText, I18n, Text, use_i18n};
use crate::reactive::Memo;
use crate::sync::Engine;
use crate::ui::{Glyph, display_name, icon, part_words};

/// That somebody did something at an instant.
#[derive(Clone, Debug, PartialEq)]
struct Deed {
    by: Option<String>,
    at: Timestamp,
}

/// One attachment of a tag to a message.
#[derive(Clone, Debug, PartialEq)]
struct Attachment {
    name: String,
    applied: Deed,
    removed: Option<Deed>,
    /// The message, and what it says.
    on: (PartId, String),
}

/// The section about tags.
pub(super) fn tags(engine: Engine, place: Place) -> El {
    let i18n = use_i18n();
    let thread = engine.store.thread;
    let names = Memo::new(move |_| {
        thread.conversation.get().map(|one| tag_names(&one)).unwrap_or_default()
    });
    let attached = Memo::new(move |_| {
        let find = |who: &Participant| match (&who.name, &who.id) {
            (None, Some(id)) => engine.store.agent_name(id),
            _ => Some(display_name(Some(who), i18n)),
        };
        attachments(&thread.parts(), i18n, &find)
    });
    let current = move || -> Vec<String> { names.get() };
    let of_tag = move |name: &str| -> Vec<Attachment> {
        let all = attached.get().into_iter();
        all.filter(|one| one.removed.is_none() && one.name == name).collect()
    };
    let one = move |name: String| {
        let title = tag(name.clone());
        let told = move || group().children(of_tag(&name).into_iter().map(|one| line(one, place)));
        el("li").class("tag-entry").child(title).live(told)
    };
    let removed = Memo::new(move |_| {
        let all = attached.get().into_iter();
        all.filter(|one| one.removed.is_some()).collect::<Vec<Attachment>>()
    });
    let gone = move || {
        let entry = move |one: Attachment| {
            el("li").class("tag-entry").child(tag(one.name.clone())).child(line(one, place))
        };
        el("details")
            .class("tags-removed")
            .child(el("summary").text(i18n.tr(Text::Desk(DeskText::RemovedTags))))
            .child(el("ul").attr("role", "list").each(move || removed.get(), entry))
    };
    el("section")
        .class("details-section")
        .child(el("h4").class("details-title").child(icon(Glyph::Tag)).text(i18n.tr(Text::Tags)))
        .choose(
            move || names.get().is_empty(),
            move || el("p").class("quiet").text(i18n.tr(Text::NoTags)),
            move || el("ul").class("tags").attr("role", "list").each(current, one),
        )
        .when(move || !removed.get().is_empty(), gone)
}

/// Who attached or removed a tag, when, and on which message; a press goes there.
fn line(one: Attachment, place: Place) -> El {
    let i18n = use_i18n();
    let Attachment { applied, removed, on: (id, text), .. } = one;
    let told = move |deed: &Deed, by: DeskText, alone: DeskText| {
        let time = i18n.moment(deed.at);
        match &deed.by {
            Some(name) => i18n.with(Text::Desk(by), &[("name", name), ("time", &time)]),
            None => i18n.with(Text::Desk(alone), &[("time", &time)]),
        }
    };
    let gone = removed.map(|deed| {
        el("span")
            .class("tag-deed")
            .attr("dir", "auto")
            .text(move || told(&deed, DeskText::TagRemoved, DeskText::TagRemovedAt))
    });
    let show = move || {
        place.details.set(false);
        place.jump.set(Some(id.clone()));
    };
    el("span")
        .class("tag-history")
        .child(
            el("span")
                .class("tag-deed")
                .attr("dir", "auto")
                .text(move || told(&applied, DeskText::TagApplied, DeskText::TagAppliedAt)),
        )
        .maybe(gone)
        .child(
            el("button")
                .attr("type", "button")
                .class("tag-on")
                .attr("dir", "auto")
                .attr("title", i18n.tr(Text::Desk(DeskText::ShowMessage)))
                .on_click(show)
                .text(move || i18n.with(Text::Desk(DeskText::TagOn), &[("text", &text)])),
        )
}

/// All attachments, the newest first.
fn attachments(
    parts: &[std::sync::Arc<Part>],
    i18n: I18n,
    name_of: &dyn Fn(&Participant) -> Option<String>,
) -> Vec<Attachment> {
    let mut all: Vec<Attachment> = Vec::new();
    for part in parts {
        for tag in &part.tag_applications {
            let deed =
                |at, by: &Option<Participant>| Deed { by: by.as_ref().and_then(name_of), at };
            all.push(Attachment {
                name: tag.name.clone().unwrap_or_else(|| tag.tag_id.to_string()),
                applied: deed(tag.applied_at, &tag.applied_by),
                removed: tag.removed_at.map(|at| deed(at, &tag.removed_by)),
                on: (part.id.clone(), part_words(part, i18n)),
            });
        }
    }
    all.sort_by_key(|one| std::cmp::Reverse(one.applied.at));
    all
}
