//! A conversation as an agent sees it.

use std::sync::Arc;

use inbox_model::{Content, Part, PartId};
use leptos::prelude::*;

use super::actions::{Act, keycaps, row_of};
use super::file_links::keep_links;
use super::found::{found_bar, lead_to_found};
use super::hands::Hands;
use super::header::thread_header;
use super::message_acts::company_side;
use super::overtaken::overtaken_elsewhere;
use super::place::Place;
use super::reply::reply_box;
use super::undo::undo_bar;
use super::writing::Writing;
use crate::dom::{El, el, group};
use crate::i18n::{ActText, Text, use_i18n};
use crate::reactive::{Memo, Signal, effect};
use crate::sync::{Engine, Loading, minutes_ahead_of_utc};
use crate::ui::{
    CompanySide, Glyph, MessageActions, Teammates, ThreadPlace, Viewing, display_name, empty_state,
    failed_state, lightbox, long_thread, see, thread_skeleton, typing,
};

/// The pane with the thread, or a word that none is open.
pub(super) fn agent_thread(engine: Engine, place: Place) -> El {
    let i18n = use_i18n();
    let thread = engine.store.thread;
    let writing = Writing::new();
    let company = company_side(engine, place, writing);
    let viewing = Viewing::new(keep_links(engine)).ahead();
    provide_context(viewing);
    provide_context(teammates(engine));
    let pictures = Callback::new(move |()| {
        let parts = untrack(|| thread.parts());
        let of = |part: &Arc<Part>| {
            let pictures = part.contents().iter().filter_map(|content| match content {
                Content::Image(picture) => Some((Some(part.id.clone()), picture.clone())),
                _ => None,
            });
            pictures.collect::<Vec<_>>()
        };
        parts.iter().flat_map(of).collect::<Vec<_>>()
    });
    writing.keep_chosen(engine);
    effect(move || {
        thread.id.track();
        company.tools_at.set(None);
    });
    stop_at_the_newest(engine, company);
    lead_to_found(engine, place);
    let reading = el("section").class("reading").attr("aria-label", i18n.tr(Text::Conversation));
    reading.child(lightbox(viewing, pictures)).choose(
        move || see(thread.id.get(), Option::is_some),
        move || {
            group()
                .child(thread_header(engine, place))
                .child(colleagues(engine))
                .child(found_bar(engine, place))
                .child(body(engine, company))
                .child(undo_bar(engine, writing))
                .child(overtaken_elsewhere(engine))
                // A composer of its own for each conversation: a draft never wanders.
                .live(move || {
                    thread.id.get().map_or_else(group, |id| reply_box(engine, id, writing))
                })
        },
        move || {
            let none = (Text::NoConversationOpen, Text::NoConversationOpenHint);
            group()
                .child(empty_state(Glyph::Messages, none.0, none.1).child(keys_hint()))
                .child(undo_bar(engine, writing))
                .child(overtaken_elsewhere(engine))
        },
    )
}

/// What everybody in the company is called, for notes.
fn teammates(engine: Engine) -> Teammates {
    let session = engine.store.session;
    Teammates(Memo::new(move |_| {
        let session = session.get();
        let agents = session.iter().flat_map(|session| &session.agents);
        Arc::new(agents.filter_map(|agent| agent.name.clone()).collect())
    }))
}

/// Where to learn of the keys, as far as they are on.
fn keys_hint() -> El {
    let i18n = use_i18n();
    let hands = use_context::<Hands>();
    let on = move || hands.is_some_and(|hands| hands.kept.get().keys);
    group().when(on, move || {
        let row = |act: Act, text: ActText| {
            let keys = row_of(act).map_or(&[][..], |row| row.keys);
            el("span").class("empty-key").child(keycaps(keys, i18n)).text(i18n.tr(Text::Act(text)))
        };
        el("p")
            .class("empty-keys")
            .child(row(Act::Shortcuts, ActText::Shortcuts))
            .child(row(Act::Palette, ActText::PaletteActions))
    })
}

/// The tools of the newest message are what the key for tabs comes to, until the focus has been at
/// others.
fn stop_at_the_newest(engine: Engine, company: CompanySide) {
    let thread = engine.store.thread;
    let newest = Memo::new(move |_| {
        let can = |inbound: bool| company.can_refer || (company.can_react && inbound);
        // Of a long thread, only the end is looked at.
        let part = thread.newest(1, |part| part.is_spoken() && can(part.is_inbound())).pop();
        part.map(|part| part.id.clone())
    });
    let mut before: Option<PartId> = None;
    effect(move || {
        let newest = newest.get();
        let at = company.tools_at.get_untracked();
        if at.is_none() || at == before {
            company.tools_at.set_if_new(newest.clone());
        }
        before = newest;
    });
}

/// The lines, or how far they are loaded.
fn body(engine: Engine, company: CompanySide) -> El {
    let store = engine.store;
    let thread = store.thread;
    let place = ThreadPlace {
        keys: Signal::derive(move || thread.items.keys()),
        get: Callback::new(move |key| thread.items.get(&key)),
        find_name: Callback::new(move |id| store.agent_name(&id).or_else(|| store.team_name(&id))),
        identity: Signal::derive(move || {
            see(thread.id.get(), |id| id.as_ref().map(ToString::to_string).unwrap_or_default())
        }),
        among_agents: true,
        day_of: |at| at.date(minutes_ahead_of_utc(at)).days,
        company: Some(company),
    };
    let actions = MessageActions {
        retry: Callback::new(move |id| engine.retry(id)),
        discard: Callback::new(move |id| engine.discard(id)),
    };
    let loading = Memo::new(move |_| thread.loading.get());
    let retry = Callback::new(move |()| engine.reload_thread());
    group().live(move || match loading.get() {
        Loading::Failed(code) => failed_state(Signal::stored(code), retry),
        Loading::Ready => {
            let tail = typing(Signal::derive(move || store.typing_here()));
            long_thread(place, company, actions, tail)
        }
        Loading::Idle | Loading::Loading => thread_skeleton(),
    })
}

/// Who else has this conversation open, so that two do not answer at once.
fn colleagues(engine: Engine) -> El {
    let i18n = use_i18n();
    let store = engine.store;
    let names = Memo::new(move |_| {
        let me = store.me();
        let id = store.thread.id.get()?;
        let names: Vec<String> = see(store.presence.get(), |presence| {
            let here = presence.viewing.get(&id).into_iter().flatten();
            let others = here.filter(|one| !me.as_ref().is_some_and(|me| me.is_same(one)));
            others.map(|one| display_name(Some(one), i18n)).collect()
        });
        (!names.is_empty()).then(|| names.join(", "))
    });
    let told = move |names: String| {
        el("p")
            .class("colleagues")
            .attr("role", "status")
            .text(move || i18n.with(Text::Viewing, &[("name", &names)]))
    };
    group().live(move || names.get().map_or_else(group, told))
}
