//! What else the company has talked about with this customer: the newest of it, one press away, and all
//! of it two.

use std::sync::Arc;

use inbox_model::{Conversation, ConversationId, Participant, State};
use wasm_bindgen::JsCast;
use web_sys::HtmlElement;

use super::super::header::state_words;
use super::super::place::Place;
use crate::dom::{El, Spot, after_paint, el, group};
use crate::i18n::{ReadText, Text, use_i18n};
use crate::reactive::{Memo, RwSignal, Signal, effect};
use crate::sync::Engine;
use crate::ui::{Glyph, ago, icon, preview_line, see};

/// So many are shown before all are asked for.
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
        others.map(|one| one.id.clone()).collect::<Vec<ConversationId>>()
    });
    let all = RwSignal::new(false);
    let of = Memo::new(move |_| contact.get().and_then(|contact| contact.id));
    effect(move || {
        of.track();
        all.set_if_new(false);
    });
    let shown = move || {
        let mut shown = found.get();
        shown.truncate(if all.get() { KNOWN } else { MOST });
        shown
    };
    let has_more = Memo::new(move |_| !all.get() && found.get().len() > MOST);
    let list = Spot::default();
    let more = move || {
        let words = move || {
            let count = u32::try_from(found.get().len()).unwrap_or(u32::MAX);
            i18n.count(Text::Read(ReadText::ShowAllTalks), count)
        };
        // The focus goes on with the first of those that come.
        let show = move || {
            all.set(true);
            after_paint(move || {
                let place = u32::try_from(MOST).unwrap_or_default();
                let next = list.now().and_then(|list| list.children().item(place));
                let next = next.and_then(|next| next.first_element_child());
                if let Some(next) = next.and_then(|next| next.dyn_into::<HtmlElement>().ok()) {
                    let _ = next.focus();
                }
            });
        };
        el("button")
            .attr("type", "button")
            .class("link-button others-more")
            .on_click(show)
            .text(words)
    };
    let entry = move |id: ConversationId| entry(engine, place, id);
    group().when(
        move || !found.get().is_empty(),
        move || {
            let title = i18n.tr(Text::Read(ReadText::OtherTalks));
            el("section")
                .class("details-section")
                .child(el("h4").class("details-title").child(icon(Glyph::Messages)).text(title))
                .child(el("ul").class("others").at(list).attr("role", "list").each(shown, entry))
                .when(move || has_more.get(), more)
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
