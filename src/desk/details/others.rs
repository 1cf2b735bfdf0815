//! What else the company has talked about with this customer: the newest of it, one press away.

use std::sync::Arc;

use inbox_model::{Conversation, ConversationId, Participant, State};

use super::super::header::state_words;
use super::super::place::Place;
use crate::dom::{El, el, group};
use crate::i18n::{ReadText, Text, use_i18n};
use crate::reactive::{Memo, RwSignal, Signal, effect};
use crate::sync::Engine;
use crate::ui::{Glyph, ago, icon, preview_line, see};

/// So many are shown.
const MOST: usize = 5;
/// So many are looked through.
const KNOWN: usize = 2_000;

/// The section, while there are any.
pub(super) fn others(engine: Engine, place: Place) -> El {
    let i18n = use_i18n();
    let store = engine.store;
    let contact =
        Memo::new(move |_| store.thread.conversation.get().and_then(|one| one.contact().cloned()));
    // The list has only a part of them.
    let learnt = RwSignal::new(0_u32);
    effect(move || {
        let contact = contact.get();
        let words = contact.and_then(|one| one.email.or(one.name));
        if let Some(words) = words.filter(|_| engine.capabilities().search) {
            engine.look_for(&words, move |_| learnt.update(|times| *times += 1));
        }
    });
    let found = Memo::new(move |_| {
        learnt.track();
        store.rows.with_keys(|_| ());
        let open = store.thread.id.get();
        let Some(contact) = contact.get() else { return Vec::new() };
        let known = engine.newest_known(KNOWN).into_iter();
        let others = known.filter(|one| Some(&one.id) != open.as_ref() && is_with(one, &contact));
        others.take(MOST).map(|one| one.id.clone()).collect::<Vec<ConversationId>>()
    });
    let entry = move |id: ConversationId| entry(engine, place, id);
    group().when(
        move || !found.get().is_empty(),
        move || {
            let title = i18n.tr(Text::Read(ReadText::OtherTalks));
            el("section")
                .class("details-section")
                .child(el("h4").class("details-title").child(icon(Glyph::Messages)).text(title))
                .child(
                    el("ul").class("others").attr("role", "list").each(move || found.get(), entry),
                )
        },
    )
}

fn is_with(one: &Conversation, contact: &Participant) -> bool {
    one.contact().is_some_and(|other| other.is_same(contact))
}

fn entry(engine: Engine, place: Place, id: ConversationId) -> El {
    let i18n = use_i18n();
    let Some(now) = engine.known_as(&id) else { return el("li") };
    // A row that is in the list tells what becomes of it.
    let row = engine.store.rows.get(&id);
    let one = Signal::derive(move || {
        row.as_ref().map_or_else(|| Arc::clone(&now), crate::reactive::ArcRwSignal::get)
    });
    let title = move || {
        see(one.get(), |one| {
            let title = one.title.clone().filter(|title| !title.trim().is_empty());
            title.unwrap_or_else(|| preview_line(one, i18n))
        })
    };
    let is_open = move || see(one.get(), |one| matches!(one.state, State::Open | State::Pending));
    let state = move || see(one.get(), |one| state_words(one, i18n));
    let at = Signal::derive(move || see(one.get(), |one| one.activity_at()));
    let open = move || {
        place.active.set(Some(id.clone()));
        engine.open(Some(id.clone()));
    };
    el("li").child(
        el("button")
            .attr("type", "button")
            .class("other")
            .on_click(open)
            .child(el("span").class("other-title").attr("dir", "auto").text(title))
            .child(
                el("span")
                    .class("other-line quiet")
                    .child(
                        el("span")
                            .class("other-state")
                            .class_when("other-open", is_open)
                            .text(state),
                    )
                    .child(ago(at)),
            ),
    )
}
