//! What is known about the customer and the conversation.

use inbox_model::{Channel, Conversation};
use leptos::prelude::*;

use super::header::state_words;
use super::place::Place;
use crate::i18n::{I18n, Text, use_i18n};
use crate::sync::Engine;
use crate::ui::{Avatar, Glyph, Icon, display_name, see};

/// The pane beside the thread.
#[component]
pub(super) fn Details(engine: Engine, place: Place) -> impl IntoView {
    let i18n = use_i18n();
    let store = engine.store;
    let current = store.thread.conversation;
    let contact = Signal::derive(move || {
        see(current.get(), |c| c.as_ref().and_then(|c| c.contact().cloned()))
    });
    let name = move || see(contact.get(), |c| c.as_ref().map(|c| display_name(Some(c), i18n)));
    let email = move || see(contact.get(), |c| c.as_ref().and_then(|c| c.email.clone()));
    let facts = move || {
        see(current.get(), |conversation| {
            conversation.as_ref().map(|conversation| facts(conversation, engine, i18n))
        })
    };
    let tags = move || {
        let tags = see(current.get(), |c| c.as_ref().map(|c| c.tags.clone()).unwrap_or_default());
        if tags.is_empty() {
            return view! { <p class="quiet">{i18n.t(Text::NoTags)}</p> }.into_any();
        }
        tags.into_iter()
            .map(|tag| view! { <span class="tag" dir="auto">{tag.name}</span> })
            .collect_view()
            .into_any()
    };
    view! {
        <aside class="details" aria-label=i18n.tr(Text::Details)>
            <Show when=move || see(current.get(), Option::is_some)>
                <button
                    type="button"
                    class="icon-button details-close"
                    aria-label=i18n.tr(Text::CloseMessenger)
                    on:click=move |_| place.details.set(false)
                >
                    <Icon glyph=Glyph::Close />
                </button>
                <div class="details-who">
                    <Avatar of=contact />
                    <h3 class="details-name" dir="auto">
                        {name}
                    </h3>
                    <p class="details-email quiet" dir="auto">
                        {email}
                    </p>
                </div>
                <dl class="facts">{facts}</dl>
                <h4 class="details-title">
                    <Icon glyph=Glyph::Tag />
                    {i18n.tr(Text::Tags)}
                </h4>
                <div class="tags">{tags}</div>
            </Show>
        </aside>
    }
}

fn facts(conversation: &Conversation, engine: Engine, i18n: I18n) -> Vec<AnyView> {
    let assignee = match &conversation.assignee {
        Some(id) => engine.store.agent_name(id).unwrap_or_else(|| i18n.t(Text::Someone).to_owned()),
        None => i18n.t(Text::Nobody).to_owned(),
    };
    let channel = conversation.source.as_ref().map(|source| match source.channel {
        Channel::Web => Text::ChannelWeb,
        Channel::Email => Text::ChannelEmail,
        Channel::Android | Channel::Ios => Text::ChannelApp,
        _ => Text::ChannelOther,
    });
    let language = Some(conversation.language.clone()).filter(|language| !language.is_empty());
    [
        (Text::State, Some(state_words(conversation, i18n).to_owned())),
        (Text::Assignee, Some(assignee)),
        (Text::Channel, channel.map(|channel| i18n.t(channel).to_owned())),
        (Text::LanguageLabel, language),
        (Text::Started, Some(i18n.full(conversation.created_at))),
    ]
    .into_iter()
    .filter_map(|(label, value)| {
        value.map(|value| {
            view! {
                <div class="fact">
                    <dt>{i18n.t(label)}</dt>
                    <dd dir="auto">{value}</dd>
                </div>
            }
            .into_any()
        })
    })
    .collect()
}
