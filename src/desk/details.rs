//! What is known about the customer and the conversation.

mod copying;
mod fields;
mod others;
mod people;
mod profile;
mod rating;
mod record;
mod section;
mod tags;
mod timing;

use inbox_model::{Conversation, Priority};

use super::header::state_words;
use super::header_more::priority_text;
use super::place::Place;
use crate::dom::{El, el, group};
use crate::i18n::{DeskText, I18n, Text, ViewText, use_i18n};
use crate::reactive::{Memo, Signal};
use crate::sync::Engine;
use crate::ui::{Glyph, avatar, channel_word, display_name, icon, see};
pub(super) use people::contacts;

/// The pane beside the thread.
pub(super) fn details(engine: Engine, place: Place) -> El {
    let i18n = use_i18n();
    let current = engine.store.thread.conversation;
    el("aside")
        .class("details")
        .attr("aria-label", i18n.tr(Text::Details))
        .when(move || see(current.get(), Option::is_some), move || known(engine, place, i18n))
}

/// What is in the pane while a conversation is open.
fn known(engine: Engine, place: Place, i18n: I18n) -> El {
    let current = engine.store.thread.conversation;
    let contact = Signal::derive(move || {
        see(current.get(), |c| c.as_ref().and_then(|c| c.contact().cloned()))
    });
    let name = move || {
        see(contact.get(), |c| c.as_ref().map(|c| display_name(Some(c), i18n)).unwrap_or_default())
    };
    let email = move || {
        see(contact.get(), |c| c.as_ref().and_then(|c| c.email.clone()).unwrap_or_default())
    };
    let address = Memo::new(move |_| email());
    let facts = move || {
        see(current.get(), |c| c.as_ref().map(|c| facts(c, engine, i18n)).unwrap_or_default())
    };
    group()
        .child(
            el("button")
                .attr("type", "button")
                .class("icon-button details-close")
                .attr("aria-label", i18n.tr(Text::CloseMessenger))
                .on_click(move || place.details.set(false))
                .child(icon(Glyph::Close)),
        )
        .child(
            el("div")
                .class("details-who")
                .child(avatar(contact))
                .child(el("h3").class("details-name").attr("dir", "auto").text(name))
                .live(move || match Some(address.get()).filter(|email| !email.is_empty()) {
                    None => group(),
                    Some(email) => el("p")
                        .class("details-email quiet")
                        .child(el("bdi").text(email.as_str()))
                        .child(copying::copy(email)),
                }),
        )
        // A fact is its own key: what has not changed stays.
        .child(el("dl").class("facts").each(facts, move |(label, value)| {
            el("div")
                .class("fact")
                .child(el("dt").text(i18n.tr(label)))
                .child(el("dd").attr("dir", "auto").text(value))
        }))
        .child(timing::timing(engine))
        .child(rating::rating(engine))
        .child(profile::profile(engine))
        .child(tags::tags(engine, place))
        .child(others::others(engine, place))
        .child(record::entry_points(engine))
        .child(people::people(engine))
        .child(fields::record(engine))
}

/// The names of the tags that a conversation has.
pub(super) fn tag_names(conversation: &Conversation) -> Vec<String> {
    conversation.tags.iter().map(|tag| tag.name.clone()).collect()
}

/// One tag by its name.
pub(super) fn tag(name: String) -> El {
    el("span").class("tag").attr("dir", "auto").text(name)
}

/// The labels, each once, and what is the case.
fn facts(conversation: &Conversation, engine: Engine, i18n: I18n) -> Vec<(Text, String)> {
    let assignee = match &conversation.assignee {
        Some(id) => engine.store.agent_name(id).unwrap_or_else(|| i18n.t(Text::Someone).to_owned()),
        None => i18n.t(Text::Nobody).to_owned(),
    };
    let mut facts =
        vec![(Text::State, state_words(conversation, i18n).to_owned()), (Text::Assignee, assignee)];
    if let Some(team) = &conversation.team {
        let name = engine.store.team_name(&team.as_str().into());
        let name = name.unwrap_or_else(|| i18n.t(Text::Someone).to_owned());
        facts.push((Text::View(ViewText::Team), name));
    }
    if conversation.priority != Priority::None {
        let priority = i18n.t(priority_text(conversation.priority)).to_owned();
        facts.push((Text::Desk(DeskText::PriorityTitle), priority));
    }
    if let Some(source) = &conversation.source {
        let channel = channel_word(&source.channel, i18n);
        let channel = channel.unwrap_or_else(|| i18n.t(Text::ChannelOther).to_owned());
        facts.push((Text::Channel, channel));
    }
    if !conversation.language.is_empty() {
        facts.push((Text::LanguageLabel, i18n.language_name(&conversation.language)));
    }
    facts.push((Text::Started, i18n.full(conversation.created_at)));
    facts
}
