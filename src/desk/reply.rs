//! Where an agent writes: a reply to the customer, or a note among colleagues. Each has its own
//! draft, and a note looks like one, so that nothing internal is sent by mistake.

use inbox_model::{Command, ConversationId};
use leptos::prelude::*;

use crate::i18n::{Text, use_i18n};
use crate::sync::{DraftMode, Engine};
use crate::ui::{Composer, Glyph, Icon, derived, display_name, see};

/// The foot of an agent's thread.
#[component]
pub(super) fn ReplyBox(engine: Engine, conversation: ConversationId) -> impl IntoView {
    let i18n = use_i18n();
    let store = engine.store;
    let target = StoredValue::new(conversation);
    let mode = RwSignal::new(DraftMode::Reply);
    let text = RwSignal::new(String::new());
    let focus = RwSignal::new(0_u32);
    // A change of mode first brings that mode's draft, and only then is what follows kept.
    Effect::new(move |_| {
        let draft = engine.drafts().get(Some(&target.get_value()), mode.get());
        text.set(draft);
    });
    let keep = move |text: &str| {
        engine.drafts().set(Some(&target.get_value()), mode.get_untracked(), text);
    };
    let send = move |said: String| {
        keep("");
        let command = match mode.get_untracked() {
            DraftMode::Reply => Command::reply(said),
            DraftMode::Note => Command::note(said),
        };
        engine.act(&target.get_value(), command);
    };
    let typing = move |()| {
        keep(&text.get_untracked());
        if mode.get_untracked() == DraftMode::Reply {
            engine.typing(&target.get_value());
        }
    };
    let is_note = move || mode.get() == DraftMode::Note;
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
    let label =
        Signal::derive(move || i18n.t(if is_note() { Text::AddNote } else { Text::SendReply }));
    let has_notes = engine.capabilities().notes;
    let modes = move || {
        has_notes.then(|| {
            [
                (DraftMode::Reply, Text::Reply, Glyph::Messages),
                (DraftMode::Note, Text::Note, Glyph::Lock),
            ]
            .map(|(value, text, glyph)| {
                view! {
                    <button
                        type="button"
                        class="segment"
                        aria-pressed=derived(move || (mode.get() == value).to_string())
                        on:click=move |_| {
                            mode.set(value);
                            focus.update(|focus| *focus += 1);
                        }
                    >
                        <Icon glyph=glyph />
                        {i18n.tr(text)}
                    </button>
                }
            })
            .collect_view()
        })
    };
    view! {
        <div class="reply" class:reply-note=is_note>
            <Composer
                text=text
                placeholder=placeholder
                send_label=label
                on_send=Callback::new(send)
                on_typing=typing
                before=move || view! { <div class="segments composer-modes">{modes()}</div> }
                focus=focus
            />
        </div>
    }
}
