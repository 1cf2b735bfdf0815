//! The tags of a conversation: who put them where and when, and which were taken away again.

use inbox_model::tag::Tag;
use inbox_model::{Command, Part, PartId, Participant, Timestamp};
use leptos::prelude::*;

use super::super::deeds::deed;
use super::super::picker::{Face, Pick, Picker, fitting, picker};
use super::super::place::Place;
use super::tag;
use crate::dom::{El, el, group};
use crate::i18n::{DeskText, I18n, Text, ViewText, use_i18n};
use crate::reactive::{Memo, Signal};
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
    let can = engine.capabilities().tags;
    let tags = Memo::new(move |_| {
        thread.conversation.get().map(|one| one.tags.clone()).unwrap_or_default()
    });
    let attached = Memo::new(move |_| {
        let find = |who: &Participant| match (&who.name, &who.id) {
            (None, Some(id)) => engine.store.agent_name(id),
            _ => Some(display_name(Some(who), i18n)),
        };
        attachments(&thread.parts(), i18n, &find)
    });
    let of_tag = move |name: &str| -> Vec<Attachment> {
        let all = attached.get().into_iter();
        all.filter(|one| one.removed.is_none() && one.name == name).collect()
    };
    let one = move |one: Tag| {
        let name = one.name.clone();
        let title = el("span")
            .class("tag-title")
            .child(tag(one.name.clone()))
            .maybe(can.then(|| remove(engine, one)));
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
            move || tags.get().is_empty(),
            move || el("p").class("quiet").text(i18n.tr(Text::NoTags)),
            move || el("ul").class("tags").attr("role", "list").each(move || tags.get(), one),
        )
        .maybe(can.then(|| add(engine, tags)))
        .when(move || !removed.get().is_empty(), gone)
}

/// The picker of the workspace's other tags, and where the system makes new ones, of those.
fn add(engine: Engine, there: Memo<Vec<Tag>>) -> El {
    let i18n = use_i18n();
    let all = engine.store.session;
    let makes = engine.capabilities().create_tags;
    let others = move || {
        let all = all.get().map(|session| session.tags.clone()).unwrap_or_default();
        let there = there.get();
        all.into_iter().filter(move |tag| !there.iter().any(|one| one.id == tag.id))
    };
    let pick = |tag: Tag| Pick {
        label: tag.name.clone(),
        more: None,
        current: false,
        face: Face::Picture(Glyph::Tag),
        command: Command::AttachTag { tag },
    };
    let find = move |query: String| {
        let mut picks = fitting(&query, others().map(pick).collect());
        let name = query.trim();
        let known = || all.get().is_some_and(|all| all.tags.iter().any(|tag| tag.name == name));
        if makes && !name.is_empty() && !known() {
            let tag = Tag { id: name.into(), name: name.to_owned() };
            let label = i18n.with(Text::View(ViewText::CreateTag), &[("name", name)]);
            picks.push(Pick { label, face: Face::Picture(Glyph::Plus), ..pick(tag) });
        }
        picks
    };
    group().when(
        move || makes || others().next().is_some(),
        move || {
            let of = Picker {
                key: "tag",
                name: Signal::derive(move || i18n.t(Text::Desk(DeskText::AddTag)).to_owned()),
                face: el("span").text(i18n.tr(Text::Desk(DeskText::AddTag))),
                hint: Text::View(ViewText::FindTag),
                find: Callback::new(find),
                take: Callback::new(move |command| deed(engine, command)),
            };
            el("div").class("tags-add").child(el("div").class("tag-add").child(picker(of)))
        },
    )
}

/// Takes a tag away.
fn remove(engine: Engine, tag: Tag) -> El {
    let i18n = use_i18n();
    let name = tag.name.clone();
    el("button")
        .attr("type", "button")
        .class("icon-button tag-remove")
        .attr("aria-label", move || i18n.with(Text::Desk(DeskText::RemoveTag), &[("name", &name)]))
        .on_click(move || deed(engine, Command::DetachTag { tag: tag.clone() }))
        .child(icon(Glyph::Close))
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
                .text(move || told(&applied, DeskText::TagApplied, DeskText::TagAppliedAt)),
        )
        .maybe(gone)
        .child(
            el("button")
                .attr("type", "button")
                .class("tag-on")
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
