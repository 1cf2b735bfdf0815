//! One conversation in the list.

use std::sync::Arc;

use inbox_model::{Conversation, ConversationId, Priority};
use leptos::prelude::*;

use crate::i18n::{Text, use_i18n};
use crate::sync::Engine;
use crate::ui::{Ago, Avatar, Glyph, Icon, derived, display_name, preview_line, see};

/// A row at its place in the window.
#[component]
pub(super) fn Row(
    engine: Engine,
    id: ConversationId,
    row: ArcRwSignal<Arc<Conversation>>,
    active: RwSignal<Option<ConversationId>>,
    row_height: i32,
    count: Memo<usize>,
) -> impl IntoView {
    let i18n = use_i18n();
    let store = engine.store;
    let row = RwSignal::from(row);
    let key = StoredValue::new(id);
    let index = Memo::new(move |_| {
        key.with_value(|key| store.rows.with_keys(|keys| keys.iter().position(|id| id == key)))
            .unwrap_or(0)
    });
    let place = move || {
        let top = i32::try_from(index.get()).unwrap_or(0).saturating_mul(row_height);
        format!("translateY({top}px)")
    };
    let is_open =
        move || key.with_value(|key| see(store.thread.id.get(), |open| open.as_ref() == Some(key)));
    let is_active =
        move || key.with_value(|key| see(active.get(), |active| active.as_ref() == Some(key)));
    let unread = Memo::new(move |_| see(row.get(), |row| row.unread.unwrap_or(0)));
    let contact = Signal::derive(move || see(row.get(), |row| row.contact().cloned()));
    let name = move || {
        see(contact.get(), |contact| {
            contact.as_ref().map_or_else(
                || i18n.t(Text::Customer).to_owned(),
                |one| display_name(Some(one), i18n),
            )
        })
    };
    let title = move || see(row.get(), |row| row.title.clone().filter(|title| !title.is_empty()));
    let line = move || {
        see(row.get(), |row| {
            let text = preview_line(row, i18n);
            let by = row.preview.as_ref().and_then(|preview| preview.author.as_ref());
            match by {
                Some(by) if store.me().is_some_and(|me| me.is_same(by)) => {
                    format!("{}: {text}", i18n.t(Text::You))
                }
                Some(by) if by.kind.is_company() => {
                    let name = display_name(Some(by), i18n);
                    let first = name.split_whitespace().next().unwrap_or_default();
                    format!("{first}: {text}")
                }
                _ => text,
            }
        })
    };
    let is_note =
        move || see(row.get(), |row| row.preview.as_ref().is_some_and(|preview| preview.note));
    let at = Signal::derive(move || see(row.get(), |row| row.activity_at()));
    let assignee = Signal::derive(move || {
        let id = see(row.get(), |row| row.assignee.clone())?;
        see(store.session.get(), |session| {
            session.as_ref()?.agents.iter().find(|agent| agent.id.as_ref() == Some(&id)).cloned()
        })
    });
    let is_priority = move || see(row.get(), |row| row.priority >= Priority::High);
    let tags = move || {
        see(row.get(), |row| {
            row.tags
                .iter()
                .take(2)
                .map(|tag| {
                    view! { <span class="tag" dir="auto">{tag.name.clone()}</span> }
                })
                .collect::<Vec<_>>()
        })
    };
    view! {
        <div
            class="row"
            class:row-unread=derived(move || { unread.get() > 0 })
            class:row-open=is_open
            class:row-active=is_active
            id=format!("row-{}", key.get_value())
            role="option"
            aria-selected=derived(move || is_open().to_string())
            aria-posinset=derived(move || (index.get() + 1).to_string())
            aria-setsize=derived(move || count.get().to_string())
            data-conv-id=key.get_value().to_string()
            style:transform=place
            on:click=move |_| {
                active.set(Some(key.get_value()));
                engine.open(Some(key.get_value()));
            }
        >
            <Avatar of=contact />
            <span class="row-text">
                <span class="row-top">
                    <span class="row-name" dir="auto">
                        {name}
                    </span>
                    <Show when=is_priority>
                        <span class="row-priority" title=i18n.tr(Text::Priority)>
                            <Icon glyph=Glyph::Flag />
                            <span class="visually-hidden">{i18n.tr(Text::Priority)}</span>
                        </span>
                    </Show>
                    <Ago at=at />
                </span>
                <span class="row-title" dir="auto">
                    {title}
                </span>
                <span class="row-bottom">
                    <Show when=is_note>
                        <span class="row-note" title=i18n.tr(Text::InternalNote)>
                            <Icon glyph=Glyph::Lock />
                        </span>
                    </Show>
                    <span class="row-preview" dir="auto">
                        {line}
                    </span>
                    {tags}
                    <Show when=move || see(assignee.get(), Option::is_some)>
                        <Avatar of=assignee />
                    </Show>
                    {move || {
                        (unread.get() > 0)
                            .then(|| {
                                view! {
                                    <span class="count" aria-hidden="true">
                                        {unread.get()}
                                    </span>
                                    <span class="visually-hidden">
                                        {i18n.count(Text::UnreadCount, unread.get())}
                                    </span>
                                }
                            })
                    }}
                </span>
            </span>
        </div>
    }
}
